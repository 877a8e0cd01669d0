/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Backbones: pairs are gathered, sorted by the types of their ends, so that each tail is summed
 * once, and judged. */
#include "entente/backbone.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "network/bicm.h"
#include "network/shares.h"
#include "network/tails.h"

void ent_backbone_options_init(ent_backbone_options_t *options)
{
    *options = (ent_backbone_options_t){.model = ENT_BACKBONE_HYPERGEOMETRIC, .alpha = 0.05};
}

/* A pair by the types of its ends, the smaller first. */
typedef struct place {
    ent_id_t low;
    ent_id_t high;
    size_t pair;
} place_t;

typedef struct work {
    const ent_network_t *network;
    const ent_backbone_options_t *options;
    ent_backbone_t *backbone;
    ent_i_types_t types[2];
    const ent_i_types_t *rows; /* of the tested mode */
    const ent_i_types_t *columns;
    double *probability; /* of the configuration model; NULL without */
    double *both;        /* by column type: that two rows have it */
    double *tail;
    place_t *place; /* of every pair */
} work_t;

static ent_status_t check(const ent_network_t *network, const ent_backbone_options_t *options,
                          ent_error_t *err)
{
    if (network->mode == NULL)
        return ent_i_fail(err, ENT_EINVAL, "A backbone is found in a network of two modes.");
    if (options->model <= ENT_BACKBONE_NONE || options->model >= ENT_BACKBONE_MODEL_COUNT ||
        (unsigned)options->correction >= ENT_CORRECTION_COUNT)
        return ent_i_fail(err, ENT_EINVAL, "There is no such model or correction.");
    if (!(options->alpha >= 0 && options->alpha <= 1))
        return ent_i_fail(err, ENT_EINVAL, "The alpha of a backbone is %g; it must be 0 to 1.",
                          options->alpha);
    if (options->mode != 0 && options->mode != 1)
        return ent_i_fail(err, ENT_EINVAL, "There is no mode %d.", options->mode);
    for (size_t i = 0; options->realm != NULL && i < network->actor_count; i++)
        if (options->realm[i] < ENT_NONE)
            return ent_i_fail(err, ENT_EINVAL, "A realm is %d; it must be 0 or more, or none.",
                              options->realm[i]);
    return ENT_OK;
}

static ent_status_t gather_pairs(work_t *work, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_backbone_t *backbone = work->backbone;
    ent_i_shares_t shares = {0};
    size_t capacity = 0;

    ENT_TRY(ent_i_shares_init(&shares, work->network, err));
    for (size_t i = 0; i < work->network->actor_count; i++) {
        if (work->network->mode[i] != work->options->mode)
            continue;
        ent_i_shares_gather(&shares, work->network, (ent_id_t)i, false);
        for (size_t j = 0; j < shares.count; j++) {
            ent_id_t other = shares.other[j];

            ENT_TRY(ENT_GROW(backbone->pair, backbone->pair_count, capacity, err));
            backbone->pair[backbone->pair_count++] =
                (ent_pair_t){.a = (ent_id_t)i, .b = other, .shared = (size_t)shares.weight[other]};
        }
    }

cleanup:
    ent_i_shares_free(&shares);
    return status;
}

static int compare_places(const void *left, const void *right)
{
    const place_t *x = left;
    const place_t *y = right;

    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    if (x->high != y->high)
        return x->high < y->high ? -1 : 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static ent_status_t place_pairs(work_t *work, ent_error_t *err)
{
    const ent_backbone_t *backbone = work->backbone;
    ent_status_t status = ent_i_alloc(&work->place, backbone->pair_count, sizeof *work->place, err);

    for (size_t i = 0; status == ENT_OK && i < backbone->pair_count; i++) {
        ent_id_t a = work->rows->of[backbone->pair[i].a];
        ent_id_t b = work->rows->of[backbone->pair[i].b];

        work->place[i] = (place_t){a < b ? a : b, a < b ? b : a, i};
    }
    if (status == ENT_OK && backbone->pair_count > 0)
        qsort(work->place, backbone->pair_count, sizeof *work->place, compare_places);
    return status;
}

/* Tail and mean of what two rows of these types share, at most `most` of it of interest. */
static double distribute(work_t *work, size_t low, size_t high, size_t most)
{
    const ent_i_types_t *columns = work->columns;
    double mean = 0;

    if (work->probability == NULL) {
        size_t a = work->rows->degree[low];
        size_t b = work->rows->degree[high];

        ent_i_tail_hypergeometric(work->tail, columns->members, a, b);
        return (double)a * (double)b / (double)columns->members;
    }
    for (size_t v = 0; v < columns->count; v++) {
        work->both[v] = work->probability[low * columns->count + v] *
                        work->probability[high * columns->count + v];
        mean += (double)columns->size[v] * work->both[v];
    }
    ent_i_tail_poisson_binomial(work->tail, most, work->both, columns->size, columns->count);
    return mean;
}

/* Gives each pair of a run of equal types its p and its mean. */
static void judge_run(work_t *work, size_t first, size_t end)
{
    ent_pair_t *pair = work->backbone->pair;
    size_t most = 0;
    double mean;

    for (size_t i = first; i < end; i++)
        if (pair[work->place[i].pair].shared > most)
            most = pair[work->place[i].pair].shared;
    mean = distribute(work, (size_t)work->place[first].low, (size_t)work->place[first].high, most);
    for (size_t i = first; i < end; i++) {
        pair[work->place[i].pair].expected = mean;
        pair[work->place[i].pair].p = work->tail[pair[work->place[i].pair].shared];
    }
}

static void judge(work_t *work)
{
    size_t count = work->backbone->pair_count;
    size_t end;

    for (size_t first = 0; first < count; first = end) {
        end = first + 1;
        while (end < count && work->place[end].low == work->place[first].low &&
               work->place[end].high == work->place[first].high)
            end++;
        judge_run(work, first, end);
    }
}

/* p of a pair, for sorting. */
typedef struct level {
    double p;
    size_t pair;
} level_t;

static int compare_levels(const void *left, const void *right)
{
    const level_t *x = left;
    const level_t *y = right;

    if (x->p < y->p)
        return -1;
    if (x->p > y->p)
        return 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

/* The pairs that share nothing have p = 1 and come last: they count, and change nothing else. */
static ent_status_t correct(ent_backbone_t *backbone, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = backbone->pair_count;
    double tests = (double)backbone->tests;
    double adjusted = 0;
    level_t *level = NULL;

    ENT_TRY(ent_i_alloc(&level, count, sizeof *level, err));
    for (size_t i = 0; i < count; i++)
        level[i] = (level_t){backbone->pair[i].p, i};
    if (count > 0)
        qsort(level, count, sizeof *level, compare_levels);
    for (size_t i = 0; i < count; i++) {
        adjusted = fmin(1, fmax(adjusted, (tests - (double)i) * level[i].p));
        backbone->pair[level[i].pair].p_holm = adjusted;
    }
    adjusted = 1;
    for (size_t i = count; i-- > 0;) {
        adjusted = fmin(adjusted, tests / (double)(i + 1) * level[i].p);
        backbone->pair[level[i].pair].p_bh = adjusted;
    }

cleanup:
    free(level);
    return status;
}

static void keep(ent_backbone_t *backbone)
{
    for (size_t i = 0; i < backbone->pair_count; i++) {
        ent_pair_t *pair = &backbone->pair[i];
        double p = backbone->correction == ENT_CORRECTION_HOLM ? pair->p_holm
                   : backbone->correction == ENT_CORRECTION_BH ? pair->p_bh
                                                               : pair->p;

        pair->kept = ent_i_number_round(p) < backbone->alpha;
        backbone->kept += pair->kept;
    }
}

static ent_status_t prepare(work_t *work, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_backbone_options_t *options = work->options;
    bool constrained = options->model == ENT_BACKBONE_SDSM_EC;
    size_t most = 0;

    ENT_TRY(ent_i_types_make(work->types, work->network, constrained ? options->realm : NULL, err));
    work->rows = &work->types[options->mode];
    work->columns = &work->types[1 - options->mode];
    for (size_t i = 0; i < work->rows->count; i++)
        most = work->rows->degree[i] > most ? work->rows->degree[i] : most;
    ENT_TRY(ent_i_alloc(&work->tail, most + 1, sizeof *work->tail, err));
    if (options->model == ENT_BACKBONE_HYPERGEOMETRIC)
        goto cleanup;
    ENT_TRY(ent_i_alloc(&work->both, work->columns->count, sizeof *work->both, err));
    ENT_TRY(ent_i_alloc(&work->probability, work->rows->count * work->columns->count,
                        sizeof *work->probability, err));
    ENT_TRY(ent_i_bicm(work->probability, work->network, work->rows, work->columns, err));

cleanup:
    return status;
}

ent_status_t ent_backbone_find(ent_backbone_t **backbone, const ent_network_t *network,
                               const ent_backbone_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_backbone_options_t defaults;
    work_t work = {.network = network, .options = options};

    *backbone = NULL;
    ent_backbone_options_init(&defaults);
    if (options == NULL)
        work.options = &defaults;
    ENT_TRY(check(network, work.options, err));
    ENT_TRY(ent_i_alloc(&work.backbone, 1, sizeof *work.backbone, err));
    ENT_TRY(gather_pairs(&work, err));
    ENT_TRY(prepare(&work, err));
    work.backbone->model = work.options->model;
    work.backbone->alpha = work.options->alpha;
    work.backbone->correction = work.options->correction;
    work.backbone->actors = work.rows->members;
    work.backbone->middles = work.columns->members;
    if (work.rows->members > 1)
        work.backbone->tests = work.rows->members * (work.rows->members - 1) / 2;
    ENT_TRY(place_pairs(&work, err));
    judge(&work);
    ENT_TRY(correct(work.backbone, err));
    keep(work.backbone);
    *backbone = work.backbone;
    work.backbone = NULL;

cleanup:
    ent_i_types_free(work.types);
    free(work.probability);
    free(work.both);
    free(work.tail);
    free(work.place);
    ent_backbone_free(work.backbone);
    return status;
}

void ent_backbone_free(ent_backbone_t *backbone)
{
    if (backbone == NULL)
        return;
    free(backbone->pair);
    free(backbone);
}
