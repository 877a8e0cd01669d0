/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The facts of `entente path`, which the text, the JSON document and the table tell. */
#ifndef ENT_ANSWER_PATH_I_H
#define ENT_ANSWER_PATH_I_H

#include "answer/told.h"
#include "document/message.h"
#include "engine/paths.h"
#include "entente/path.h"

/* Those whom A reaches, or who reach B: in order of their ties (most first), then of vertex. */
typedef struct ent_i_path_side {
    ent_id_t *vertex;
    size_t count;
    double *distance; /* by vertex of the network, in ties, from A or to B; INFINITY elsewhere */
} ent_i_path_side_t;

enum { ENT_PATH_PARTNERS = 3 };

/* Something that both sides have in common, though not in this network: a tie that counts but is
 * none of the view's (`record`), or a body that both belong to or an event that both attended. */
typedef struct ent_i_path_shared {
    ent_id_t record; /* ENT_NONE when it is a body */
    ent_id_t actor;  /* ENT_NONE when it is a tie */
    size_t here;     /* how many of A's side take part, and who: the first of its order */
    size_t there;
    ent_id_t here_first[ENT_PATH_PARTNERS];
    ent_id_t there_first[ENT_PATH_PARTNERS];
} ent_i_path_shared_t;

struct ent_path {
    const ent_network_t *network;
    const ent_dataset_t *dataset;
    ent_path_options_t options;
    ent_i_told_t told;
    ent_id_t a; /* vertices */
    ent_id_t b;
    double *length;  /* by tie; NULL unless weighted */
    size_t rejected; /* input rows that the data set lacks */
    ent_i_ways_t ways;

    /* Where there is no way: */
    ent_i_path_side_t side[2];
    ent_id_t *aside; /* records that would join the sides if they counted */
    size_t aside_count;
    bool chained; /* only all of them together */
    ent_i_path_shared_t *shared;
    size_t shared_count;
    size_t shared_capacity;
    ent_id_t central[2]; /* the best connected of each side that a tie may join, or ENT_NONE */
};

/* path_apart.c: fills the sides and what would join them. */
ent_status_t ent_i_path_apart(ent_path_t *path, ent_error_t *err);
/* How far apart A and B would be, in ties, with a tie between the first of each side. */
size_t ent_i_path_joined(const ent_path_t *path);
/* How many ties a vertex has. */
size_t ent_i_path_degree(const ent_path_t *path, ent_id_t vertex);

/* path_words.c: what a tie is, in words of the path's language. */
const char *ent_i_path_name(const ent_path_t *path, ent_id_t vertex);
/* The same without an id behind it, for where the id stands beside it. */
const char *ent_i_path_plain_name(const ent_path_t *path, ent_id_t vertex);
const char *ent_i_path_actor_name(const ent_path_t *path, ent_id_t actor);
/* "Gongju signed an MOU with …, 2025-04-11 (…)": one record, told from the actor `from` to `to`,
 * each of which may be ENT_NONE or none of its parties (--expand). */
void ent_i_path_say_record(ent_i_text_t *text, const ent_path_t *path, ent_id_t record,
                           ent_id_t from, ent_id_t to);
/* "X and Y share the network Z": what ties two actors in a projection; nothing in other views. */
void ent_i_path_say_shared(ent_i_text_t *text, const ent_path_t *path, ent_id_t from, ent_id_t to,
                           size_t tie);
/* Why a record does not count, and what counts it. */
void ent_i_path_say_why(ent_i_text_t *text, const ent_path_t *path, ent_id_t record);

/* path.c: the tie of two neighbours; of parallel ones the first of the shortest. */
size_t ent_i_path_tie(const ent_path_t *path, ent_id_t from, ent_id_t to);
/* Calls `tell` with each record behind a step. */
typedef void ent_i_path_tell_t(void *context, ent_id_t record);
void ent_i_path_each_record(const ent_path_t *path, ent_id_t from, ent_id_t to,
                            ent_i_path_tell_t *tell, void *context);

#endif
