/* SPDX-License-Identifier: GPL-2.0-or-later */
/* ent_network_compare(): a network held against rewirings of itself. */
#include <math.h>
#include <stdlib.h>

#include "engine/ensemble.h"
#include "entente/chance.h"
#include "measure/chance.h"
#include "measure/rewire.h"
#include "measure/shape.h"

enum { STEPS_A_SWAP = 15 }; /* of the same length as others, about */

enum kind { EITHER, ONE_MODE, TWO_MODES };

typedef double number_fn(const ent_summary_t *summary);

static double transitivity(const ent_summary_t *summary)
{
    return summary->transitivity;
}

static double clustering(const ent_summary_t *summary)
{
    return summary->clustering_mean_zero;
}

static double robins_alexander(const ent_summary_t *summary)
{
    return summary->robins_alexander;
}

static double assortativity(const ent_summary_t *summary)
{
    return summary->degree_assortativity;
}

static double giant(const ent_summary_t *summary)
{
    return (double)summary->giant;
}

static double mean_distance(const ent_summary_t *summary)
{
    return summary->mean_distance;
}

static double efficiency(const ent_summary_t *summary)
{
    return summary->global_efficiency;
}

static const struct {
    const char *name;
    number_fn *number;
    enum kind kind;
} numbers[] = {
    {"transitivity", transitivity, ONE_MODE},
    {"clustering_mean_zero", clustering, ONE_MODE},
    {"robins_alexander", robins_alexander, TWO_MODES},
    {"degree_assortativity", assortativity, EITHER},
    {"giant_component", giant, EITHER},
    {"mean_distance", mean_distance, EITHER},
    {"global_efficiency", efficiency, EITHER},
};

enum { NUMBERS = sizeof numbers / sizeof numbers[0] };

static void read_numbers(double *row, const ent_summary_t *summary)
{
    for (size_t i = 0; i < NUMBERS; i++)
        row[i] = numbers[i].number(summary);
}

static ent_status_t begin(void **desk, void *shared, ent_error_t *err)
{
    ent_i_rewire_t *rewire = NULL;
    ent_status_t status = ent_i_rewire_new(&rewire, shared, err);

    *desk = rewire;
    return status;
}

static void end(void *desk)
{
    ent_i_rewire_free(desk);
}

static ent_status_t draw(double *row, void *desk, void *shared, ent_i_random_t *random,
                         ent_error_t *err)
{
    const ent_network_t *network = ((const ent_i_context_t *)shared)->network;
    ent_i_rewire_t *rewire = desk;
    ent_network_t *drawn = NULL;
    ent_i_context_t context = {0};
    ent_summary_t summary;
    ent_status_t status = ENT_OK;

    ent_i_rewire_draw(rewire, random);
    ENT_TRY(ent_network_from_ties(&drawn, network->actor_count, ent_i_rewire_ties(rewire),
                                  ent_i_rewire_count(rewire), network->mode, false, err));
    ent_i_context_init(&context, drawn, NULL);
    ent_i_summary_start(&summary);
    ENT_TRY(ent_i_summary_shape(&summary, &context, err));
    read_numbers(row, &summary);

cleanup:
    ent_i_context_free(&context);
    ent_network_free(drawn);
    return status;
}

static void hold_against(ent_comparison_t *comparison, const ent_network_t *network,
                         const double *observed, const double *rows)
{
    enum kind kind = network->mode != NULL ? TWO_MODES : ONE_MODE;

    for (size_t i = 0; i < NUMBERS; i++) {
        if (numbers[i].kind != EITHER && numbers[i].kind != kind)
            continue;
        comparison->name[comparison->count] = numbers[i].name;
        ent_i_chance(&comparison->chance[comparison->count], observed[i], rows + i,
                     comparison->draws, NUMBERS);
        comparison->count++;
    }
}

ent_status_t ent_network_compare(const ent_network_t *network, ent_comparison_t *comparison,
                                 const ent_measure_options_t *options, ent_error_t *err)
{
    ent_i_context_t context;
    ent_i_ensemble_t ensemble = {.width = NUMBERS, .purpose = ENT_I_FOR_REWIRING};
    ent_i_experiment_t experiment = {.begin = begin, .end = end, .draw = draw, .shared = &context};
    ent_summary_t summary;
    double observed[NUMBERS];
    double *rows = NULL;
    ent_status_t status = ENT_OK;

    ent_i_context_init(&context, network, options);
    ensemble.draws = context.options.draws;
    ensemble.seed = context.options.seed;
    *comparison = (ent_comparison_t){.draws = ensemble.draws};
    comparison->too_large =
        (double)ensemble.draws * (double)network->actor_count * (double)network->tie_count >
        ENT_CHANCE_BUDGET;
    if (network->directed || comparison->too_large)
        goto cleanup;
    ent_i_summary_start(&summary);
    ENT_TRY(ent_i_summary_shape(&summary, &context, err));
    read_numbers(observed, &summary);
    experiment.steps = (double)network->actor_count * (double)network->tie_count / 64 +
                       (double)network->tie_count * ENT_SWAPS_PER_TIE * STEPS_A_SWAP;
    ENT_TRY(ent_i_alloc(&rows, ensemble.draws * NUMBERS, sizeof *rows, err));
    ENT_TRY(ent_i_ensemble_run(rows, &ensemble, &experiment, context.options.threads, err));
    hold_against(comparison, network, observed, rows);

cleanup:
    free(rows);
    ent_i_context_free(&context);
    return status;
}
