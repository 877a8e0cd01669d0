/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors parted by the values of an attribute or by the groups of the network, for colours and
 * hulls. */
#ifndef ENT_FIGURE_PARTING_H
#define ENT_FIGURE_PARTING_H

#include "entente/figure.h"
#include "figure/scene.h"

typedef struct ent_i_value {
    const char *text; /* owned by the scene */
    size_t count;     /* actors of the network, drawn or not */
} ent_i_value_t;

typedef struct ent_i_parting {
    ent_i_value_t *value; /* commonest first, equal ones by text (bytewise); groups by number */
    size_t count;
    ent_id_t *of; /* by vertex; ENT_NONE: not given */
} ent_i_parting_t;

/* Parts the actors of a network by "group" or a column of the tables of actors; fills a zeroed
 * parting. The order of values depends on the network alone, so that figures of one network agree.
 * ENT_EINVAL for a column that no table has. */
ent_status_t ent_i_parting_init(ent_i_parting_t *parting, const ent_network_t *network,
                                const char *by, const ent_figure_options_t *options,
                                ent_i_scene_t *scene, ent_error_t *err);
/* The groups that a figure shows: as `entente groups` finds them, of a large network by fewer runs;
 * for the matrix of a directed network its components. */
ent_status_t ent_i_parting_groups(ent_groups_t **groups, const ent_network_t *network,
                                  const ent_figure_options_t *options, ent_error_t *err);
void ent_i_parting_free(ent_i_parting_t *parting);

#endif
