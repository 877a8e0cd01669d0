/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Types of vertices: those of one mode that no null model of a two-mode network tells apart. */
#ifndef ENT_NETWORK_TYPES_H
#define ENT_NETWORK_TYPES_H

#include "network/network_i.h"

/* Vertices without a tie have no type. Types come in order of degree, then realm. */
typedef struct ent_i_types {
    size_t count;
    size_t members;  /* vertices with a type */
    size_t *size;    /* of each type */
    size_t *degree;  /* of each of its vertices */
    ent_id_t *realm; /* theirs, or ENT_NONE: see ent_backbone_options_t */
    ent_id_t *of;    /* type of each vertex of the network; ENT_NONE without */
} ent_i_types_t;

/* Both modes' types; `realm` may be NULL. A realm that nobody of the other mode has is as good as
 * any other such. */
ent_status_t ent_i_types_make(ent_i_types_t types[2], const ent_network_t *network,
                              const ent_id_t *realm, ent_error_t *err);
void ent_i_types_free(ent_i_types_t types[2]);

/* Whether vertices of such realms can be tied. */
static inline bool ent_i_realms_meet(ent_id_t a, ent_id_t b)
{
    return a == ENT_NONE || b == ENT_NONE || a == b;
}

#endif
