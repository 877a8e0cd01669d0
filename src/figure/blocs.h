/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors put together by the values of an attribute, their groups or their kinds, and the ties
 * within and between these blocs. */
#ifndef ENT_FIGURE_BLOCS_H
#define ENT_FIGURE_BLOCS_H

#include "figure/parting.h"
#include "figure/style.h"

typedef struct ent_i_bloc {
    const char *name;
    ent_i_color_t color; /* that the value has in other figures of the network too */
    size_t actors;
    size_t values; /* that it stands for: more than one where small ones are one */
    double total;  /* weight of the ties with an end here; one within counts once */
    double within; /* of these, with both ends here */
    size_t ties;   /* the same, each counted as one */
    size_t ties_within;
} ent_i_bloc_t;

typedef struct ent_i_blocs {
    ent_i_bloc_t *bloc;
    size_t count;
    size_t *of;          /* by vertex: its bloc */
    size_t missing;      /* the bloc of those without a value; `count`: everybody has one */
    size_t rest;         /* the bloc that stands for many small ones; `count`: there is none */
    size_t missing_ties; /* ties with an end that has no value */
} ent_i_blocs_t;

/* Which values get a bloc of their own. */
typedef enum ent_i_choice {
    ENT_CHOOSE_COLORED, /* those that have a colour of their own */
    ENT_CHOOSE_TIED     /* those with most ties, also in that order */
} ent_i_choice_t;

/* What actors are put together by where nobody said: the country where some have one, else the
 * group. */
const char *ent_i_blocs_default(const ent_network_t *network);

/* Fills zeroed blocs by options->color_by; at most `most` values have their own, the others
 * together one more, those without a value the last. Names belong to the scene. ENT_EINVAL for a
 * column that no table has. */
ent_status_t ent_i_blocs_find(ent_i_blocs_t *blocs, const ent_network_t *network,
                              const ent_figure_options_t *options, ent_i_choice_t choice,
                              size_t most, ent_i_scene_t *scene, ent_error_t *err);
void ent_i_blocs_free(ent_i_blocs_t *blocs);

/* The weight of ties between blocs, count · count, symmetric; within a bloc on the diagonal. */
ent_status_t ent_i_blocs_table(double **table, const ent_i_blocs_t *blocs,
                               const ent_network_t *network, ent_error_t *err);

#endif
