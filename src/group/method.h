/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One run of one method of finding groups. */
#ifndef ENT_GROUP_METHOD_H
#define ENT_GROUP_METHOD_H

#include "engine/climb.h"
#include "engine/igx.h"
#include "entente/group.h"
#include "group/partition.h"

/* The network as the methods take it: without isolates, which are groups by themselves and upset
 * several of igraph's methods, and with parallel ties added up. */
typedef struct ent_i_group_graph {
    const ent_network_t *network;
    igraph_t graph;
    bool made;                /* `graph` is to be destroyed */
    igraph_vector_t weight;   /* by edge; their mean is 1 */
    igraph_vector_t strength; /* by vertex */
    bool weighted;            /* some weight differs from the others */
    double total;             /* sum of the weights */
    ent_id_t *actor;          /* the network's vertex behind each of the graph's */
    size_t actor_count;
} ent_i_group_graph_t;

ent_status_t ent_i_group_graph_init(ent_i_group_graph_t *graph, const ent_network_t *network,
                                    bool weighted, ent_error_t *err);
void ent_i_group_graph_free(ent_i_group_graph_t *graph);

/* What sets one run apart. igraph's own generator is seeded before the run. */
typedef struct ent_i_group_task {
    double resolution;
    uint64_t seed;
} ent_i_group_task_t;

/* A method that is our own and leaves igraph alone, so that runs can be made at the same time. */
typedef ent_status_t (*ent_i_group_climb_t)(ent_id_t *label, ent_i_climber_t *climber,
                                            double resolution, ent_i_random_t *random,
                                            ent_error_t *err);

/* One row of the table of methods, in the order of ent_group_method_t. */
typedef struct ent_i_group_method {
    const char *name;
    ent_i_group_climb_t climb; /* NULL: `run` */
    ent_status_t (*run)(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                        igraph_vector_int_t *membership, ent_error_t *err);
    bool chance;     /* draws random numbers, so that runs differ */
    bool resolution; /* knows a resolution other than 1 */
} ent_i_group_method_t;

/* barber.c */
ent_status_t ent_i_group_barber(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                                igraph_vector_int_t *membership, ent_error_t *err);

const ent_i_group_method_t *ent_i_group_method(ent_group_method_t method);

#endif
