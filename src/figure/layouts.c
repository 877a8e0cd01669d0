/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The layouts that a figure may have, by name. */
#include "figure/page.h"

static const ent_i_layout_t layouts[ENT_LAYOUT_COUNT] = {
    [ENT_LAYOUT_FORCE] = {"force", NULL, ent_i_compose_force},
    [ENT_LAYOUT_MAP] = {"map", NULL, ent_i_compose_map},
    [ENT_LAYOUT_BIPARTITE] = {"bipartite", ent_i_check_columns, ent_i_compose_columns},
    [ENT_LAYOUT_CONCENTRIC] = {"concentric", NULL, ent_i_compose_concentric},
    [ENT_LAYOUT_CIRCLE] = {"circle", NULL, ent_i_compose_circle},
    [ENT_LAYOUT_CHORD] = {"chord", NULL, ent_i_compose_chord},
    [ENT_LAYOUT_EGO] = {"ego", ent_i_check_ego, ent_i_compose_ego},
    [ENT_LAYOUT_ARC] = {"arc", NULL, ent_i_compose_arc},
    [ENT_LAYOUT_TIMELINE] = {"timeline", ent_i_check_timeline, ent_i_compose_timeline},
    [ENT_LAYOUT_MATRIX] = {"matrix", NULL, ent_i_compose_matrix},
};

const ent_i_layout_t *ent_i_layout(ent_layout_t layout)
{
    return &layouts[layout];
}

const char *ent_layout_name(ent_layout_t layout)
{
    return (unsigned)layout < ENT_LAYOUT_COUNT ? layouts[layout].name : "unknown";
}
