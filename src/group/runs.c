/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Making many runs and picking the best. */
#include "group/runs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/crew.h"
#include "base/spread.h"
#include "base/watch.h"
#include "engine/ensemble.h"
#include "network/network_i.h"

/* Of a climb, about, until it rises no more. */
#define STEPS_A_TIE 500

/* What a run is judged by. */
typedef struct judge {
    ent_i_modularity_t modularity;
    double resolution;
    ent_id_t *scratch;
} judge_t;

static ent_status_t judge_init(judge_t *judge, const ent_network_t *network,
                               const ent_group_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    judge->resolution = options->resolution;
    ENT_TRY(ent_i_modularity_init(&judge->modularity, network, options->weighted, err));
    ENT_TRY(ent_i_alloc(&judge->scratch, network->actor_count, sizeof *judge->scratch, err));

cleanup:
    return status;
}

static void judge_free(judge_t *judge)
{
    ent_i_modularity_free(&judge->modularity);
    free(judge->scratch);
}

/* Numbers the groups of a run as they are kept and says how good they are. */
static void judge_run(ent_i_runs_t *runs, size_t run, judge_t *judge)
{
    ent_id_t *label = ent_i_runs_label(runs, run);
    size_t groups = ent_i_partition_number(label, runs->actors, judge->scratch);
    double modularity = ent_i_modularity_of(&judge->modularity, label, groups, 1);

    runs->groups[run] = groups;
    runs->modularity[run] = runs->quality[run] = modularity;
    if (judge->resolution != 1)
        runs->quality[run] =
            ent_i_modularity_of(&judge->modularity, label, groups, judge->resolution);
}

/* One run into `label`: the graph's vertices as the method says, isolates each by itself. */
static ent_status_t make_one(const ent_i_group_graph_t *graph, const ent_group_options_t *options,
                             uint64_t seed, ent_id_t *label, size_t actors, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_group_task_t task = {.resolution = options->resolution, .seed = seed};
    igraph_vector_int_t membership = {0};
    ent_id_t next = 0;

    for (size_t i = 0; i < actors; i++)
        label[i] = ENT_NONE;
    if (graph->actor_count > 0) {
        IGX_TRY(igraph_vector_int_init(&membership, 0));
        ENT_TRY(igx_seed(seed, err));
        ENT_TRY(ent_i_group_method(options->method)->run(graph, &task, &membership, err));
        for (size_t i = 0; i < graph->actor_count; i++) {
            label[graph->actor[i]] = (ent_id_t)VECTOR(membership)[i];
            if (label[graph->actor[i]] >= next)
                next = label[graph->actor[i]] + 1;
        }
    }
    for (size_t i = 0; i < actors; i++) {
        if (label[i] == ENT_NONE)
            label[i] = next++;
    }

cleanup:
    igraph_vector_int_destroy(&membership);
    return status;
}

static ent_status_t make_room(ent_i_runs_t *runs, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (runs->actors > 0 && runs->count > PTRDIFF_MAX / sizeof(ent_id_t) / runs->actors)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_alloc(&runs->label, runs->count * runs->actors, sizeof *runs->label, err));
    ENT_TRY(ent_i_alloc(&runs->groups, runs->count, sizeof *runs->groups, err));
    ENT_TRY(ent_i_alloc(&runs->quality, runs->count, sizeof *runs->quality, err));
    ENT_TRY(ent_i_alloc(&runs->modularity, runs->count, sizeof *runs->modularity, err));

cleanup:
    return status;
}

/* Runs one after the other, judged as they come. */
static ent_status_t make_all(ent_i_runs_t *runs, const ent_i_group_graph_t *graph, judge_t *judge,
                             const ent_group_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_status_t ended;
    ent_i_task_t task;
    ent_i_stretch_t mine = ent_i_crew_stretch(runs->count);

    ent_i_task_begin(&task, "groups", "runs", mine.to - mine.from);
    for (size_t run = mine.from; run < mine.to && !ent_i_task_is_over(&task); run++) {
        ENT_TRY(make_one(graph, options, options->seed + run, ent_i_runs_label(runs, run),
                         runs->actors, err));
        judge_run(runs, run, judge);
        ent_i_task_step(&task, 1);
    }

cleanup:
    ended = ent_i_task_end(&task, err);
    return status != ENT_OK ? status : ended;
}

/* Between processes, of which each has made its stretch of the runs. */
static ent_status_t hand_round(ent_i_runs_t *runs, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = runs->count;

    ENT_TRY(ent_i_crew_give(runs->label, count, runs->actors * sizeof *runs->label, err));
    ENT_TRY(ent_i_crew_give(runs->groups, count, sizeof *runs->groups, err));
    ENT_TRY(ent_i_crew_give(runs->quality, count, sizeof *runs->quality, err));
    ENT_TRY(ent_i_crew_give(runs->modularity, count, sizeof *runs->modularity, err));

cleanup:
    return status;
}

/* Runs of a method of igraph's, one after the other, or of Barber's. */
static ent_status_t make_in_turn(ent_i_runs_t *runs, const ent_network_t *network,
                                 const ent_group_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_group_graph_t graph = {0};
    judge_t judge = {0};

    ENT_TRY(ent_i_group_graph_init(&graph, network, options->weighted, err));
    ENT_TRY(judge_init(&judge, network, options, err));
    status = make_all(runs, &graph, &judge, options, err);

cleanup:
    judge_free(&judge);
    ent_i_group_graph_free(&graph);
    return status;
}

/* What runs that are made at the same time share. */
typedef struct climbs {
    ent_i_runs_t *runs;
    const ent_network_t *network;
    const ent_group_options_t *options;
    ent_i_hill_t hill;
} climbs_t;

/* What one thread works in. */
typedef struct desk {
    ent_i_climber_t climber;
    judge_t judge;
} desk_t;

static void desk_free(void *memory)
{
    desk_t *desk = memory;

    if (desk == NULL)
        return;
    ent_i_climber_free(&desk->climber);
    judge_free(&desk->judge);
    free(desk);
}

static ent_status_t desk_new(void **memory, void *shared, ent_error_t *err)
{
    const climbs_t *climbs = shared;
    ent_status_t status = ENT_OK;
    desk_t *desk = NULL;

    ENT_TRY(ent_i_alloc(&desk, 1, sizeof *desk, err));
    *memory = desk;
    ENT_TRY(ent_i_climber_init(&desk->climber, &climbs->hill, err));
    if (climbs->runs->count == 1)
        desk->climber.threads = ent_i_hill_threads(&climbs->hill, climbs->options->threads);

cleanup:
    return status;
}

/* The row, of one number, tells by its place which run this is. */
static ent_status_t climb(double *row, void *memory, void *shared, ent_i_random_t *random,
                          ent_error_t *err)
{
    const climbs_t *climbs = shared;
    const ent_group_options_t *options = climbs->options;
    desk_t *desk = memory;
    size_t run = (size_t)(row - climbs->runs->quality);
    ent_status_t status = ent_i_group_method(options->method)
                              ->climb(ent_i_runs_label(climbs->runs, run), &desk->climber,
                                      options->resolution, random, err);

    if (status == ENT_OK && desk->judge.scratch == NULL) /* not before there is need of it */
        status = judge_init(&desk->judge, climbs->network, options, err);
    if (status == ENT_OK)
        judge_run(climbs->runs, run, &desk->judge);
    return status;
}

/* A run that is alone, while threads stand by to help it. */
typedef struct lone {
    ent_i_runs_t *runs;
    const ent_i_ensemble_t *ensemble;
    const ent_i_experiment_t *experiment;
    ent_error_t *err;
    ent_status_t status;
} lone_t;

static void run_alone(void *context)
{
    lone_t *lone = context;

    lone->status =
        ent_i_ensemble_run(lone->runs->quality, lone->ensemble, lone->experiment, 1, lone->err);
}

/* Runs of a method of our own, spread over threads; one alone has threads help it. */
static ent_status_t make_at_once(ent_i_runs_t *runs, const ent_network_t *network,
                                 const ent_group_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    climbs_t climbs = {.runs = runs, .network = network, .options = options};
    const ent_i_ensemble_t ensemble = {
        .draws = runs->count, .width = 1, .seed = options->seed, .purpose = ENT_I_FOR_GROUPS};
    const ent_i_experiment_t experiment = {.begin = desk_new,
                                           .end = desk_free,
                                           .draw = climb,
                                           .shared = &climbs,
                                           .steps = STEPS_A_TIE * (double)network->tie_count +
                                                    (double)network->actor_count};

    ENT_TRY(ent_i_hill_init(&climbs.hill, network, options->weighted, err));
    if (runs->count > 1) {
        ENT_TRY(ent_i_ensemble_run(runs->quality, &ensemble, &experiment, options->threads, err));
    } else {
        lone_t lone = {.runs = runs, .ensemble = &ensemble, .experiment = &experiment, .err = err};

        ent_i_lead(run_alone, &lone, ent_i_hill_threads(&climbs.hill, options->threads));
        status = lone.status;
    }

cleanup:
    ent_i_hill_free(&climbs.hill);
    return status;
}

ent_status_t ent_i_runs_make(ent_i_runs_t *runs, const ent_network_t *network,
                             const ent_group_options_t *options, ent_error_t *err)
{
    const ent_i_group_method_t *method = ent_i_group_method(options->method);
    bool tied = network->tie_count > 0;
    ent_status_t status = ENT_OK;

    runs->actors = network->actor_count;
    runs->count = method->chance && tied ? options->runs : 1;
    ENT_TRY(make_room(runs, err));
    ENT_TRY(method->climb != NULL && tied ? make_at_once(runs, network, options, err)
                                          : make_in_turn(runs, network, options, err));
    ENT_TRY(hand_round(runs, err));

cleanup:
    return status;
}

void ent_i_runs_free(ent_i_runs_t *runs)
{
    free(runs->label);
    free(runs->groups);
    free(runs->quality);
    free(runs->modularity);
}

static int compare_labels(const void *left, const void *right, void *context)
{
    const ent_i_runs_t *runs = context;
    const ent_id_t *x = ent_i_runs_label(runs, *(const size_t *)left);
    const ent_id_t *y = ent_i_runs_label(runs, *(const size_t *)right);

    for (size_t i = 0; i < runs->actors; i++) {
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    }
    return 0;
}

ent_status_t ent_i_runs_best(const ent_i_runs_t *runs, size_t *best, size_t *at_best,
                             size_t *distinct, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double highest = runs->quality[0];
    size_t *run = NULL;

    ENT_TRY(ent_i_alloc(&run, runs->count, sizeof *run, err));
    for (size_t i = 1; i < runs->count; i++)
        highest = fmax(highest, runs->quality[i]);
    *at_best = 0;
    for (size_t i = 0; i < runs->count; i++) {
        if (isnan(highest) || runs->quality[i] >= highest - SAME_QUALITY)
            run[(*at_best)++] = i;
    }
    qsort_r(run, *at_best, sizeof *run, compare_labels, (void *)runs);
    *best = run[0];
    *distinct = 1;
    for (size_t i = 1; i < *at_best; i++)
        *distinct += compare_labels(&run[i - 1], &run[i], (void *)runs) != 0;

cleanup:
    free(run);
    return status;
}

static int compare_numbers(const void *left, const void *right)
{
    double x = *(const double *)left;
    double y = *(const double *)right;

    return (x > y) - (x < y);
}

ent_status_t ent_i_runs_median(const ent_i_runs_t *runs, double *median, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double *sorted = NULL;
    size_t middle = runs->count / 2;

    ENT_TRY(ent_i_alloc(&sorted, runs->count, sizeof *sorted, err));
    memcpy(sorted, runs->modularity, runs->count * sizeof *sorted);
    qsort(sorted, runs->count, sizeof *sorted, compare_numbers);
    *median = runs->count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;

cleanup:
    free(sorted);
    return status;
}

/* Adds, for each member of one group, with how many of the others it sits in one run. `together`
 * is zero on entry and on return. */
static void count_company(const ent_id_t *member, size_t count, const ent_id_t *label,
                          ent_id_t *together, double *company)
{
    for (size_t i = 0; i < count; i++)
        together[label[member[i]]]++;
    for (size_t i = 0; i < count; i++)
        company[member[i]] += together[label[member[i]]] - 1;
    for (size_t i = 0; i < count; i++)
        together[label[member[i]]] = 0;
}

ent_status_t ent_i_runs_stability(const ent_i_runs_t *runs, const ent_id_t *label, size_t groups,
                                  double *stability, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *together = NULL;
    ent_id_t *member = NULL;
    size_t *begin = NULL;

    ENT_TRY(ent_i_alloc(&together, runs->actors, sizeof *together, err));
    ENT_TRY(ent_i_alloc(&member, runs->actors, sizeof *member, err));
    ENT_TRY(ent_i_alloc(&begin, groups + 1, sizeof *begin, err));
    ent_i_partition_list(label, runs->actors, groups, begin, member);
    for (size_t i = 0; i < runs->actors; i++)
        stability[i] = 0;
    for (size_t run = 0; run < runs->count; run++) {
        for (size_t group = 0; group < groups; group++)
            count_company(&member[begin[group]], begin[group + 1] - begin[group],
                          ent_i_runs_label(runs, run), together, stability);
    }
    for (size_t i = 0; i < runs->actors; i++) {
        size_t others = begin[label[i] + 1] - begin[label[i]] - 1;

        stability[i] = others == 0 ? NAN : stability[i] / (double)runs->count / (double)others;
    }

cleanup:
    free(together);
    free(member);
    free(begin);
    return status;
}
