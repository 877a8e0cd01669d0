/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Core and periphery: every core of a few actors, hill climbing among those of many. */
#include "entente/core.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "network/network_i.h"

#define MOST_STARTS 100000
#define EXACT_ACTORS 22 /* four million cores: a tenth of a second */
#define SAME 1e-12

/* The network as the model sees it: who is tied, once a pair. */
typedef struct shape {
    const ent_network_t *network;
    ent_core_pattern_t pattern;
    double actors;
    double ties;    /* pairs of actors that are tied */
    ent_id_t *tied; /* vertices with a tie, ascending */
    size_t tied_count;
    size_t *degree; /* by vertex: distinct neighbours */
} shape_t;

/* What the correlation asks of a core. */
typedef struct tally {
    double size;
    double inside; /* ties between two of the core */
    double ends;   /* degrees of the core, summed */
} tally_t;

/* The correlation of two 0-1 variables over `pairs`: `ties` and `ideal` are 1 so often, `both` at
 * once. */
static double correlate(double pairs, double ties, double ideal, double both)
{
    double spread = sqrt(ties * (pairs - ties)) * sqrt(ideal * (pairs - ideal));

    return spread > 0 ? (pairs * both - ties * ideal) / spread : NAN;
}

static double judge(const shape_t *shape, const tally_t *core)
{
    double rest = shape->actors - core->size;
    double core_pairs = core->size * (core->size - 1) / 2;
    double rest_pairs = rest * (rest - 1) / 2;
    double between = core->ends - 2 * core->inside;

    if (shape->pattern == ENT_CORE_ALL_TIES)
        return correlate(core_pairs + rest_pairs + core->size * rest, shape->ties,
                         core_pairs + core->size * rest, core->inside + between);
    return correlate(core_pairs + rest_pairs, shape->ties - between, core_pairs, core->inside);
}

/* Whether the neighbour at `place` of a list is named a second time: parallel ties. */
static bool repeats(const ent_network_t *network, ent_id_t vertex, size_t place)
{
    return place > network->offset[vertex] &&
           network->neighbour[place] == network->neighbour[place - 1];
}

static ent_status_t shape_init(shape_t *shape, const ent_network_t *network,
                               ent_core_pattern_t pattern, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t ends = 0;

    *shape =
        (shape_t){.network = network, .pattern = pattern, .actors = (double)network->actor_count};
    ENT_TRY(ent_i_alloc(&shape->tied, network->actor_count, sizeof *shape->tied, err));
    ENT_TRY(ent_i_alloc(&shape->degree, network->actor_count, sizeof *shape->degree, err));
    for (size_t v = 0; v < network->actor_count; v++) {
        for (size_t i = network->offset[v]; i < network->offset[v + 1]; i++)
            shape->degree[v] += !repeats(network, (ent_id_t)v, i);
        ends += shape->degree[v];
        if (shape->degree[v] > 0)
            shape->tied[shape->tied_count++] = (ent_id_t)v;
    }
    shape->ties = (double)(ends / 2);

cleanup:
    return status;
}

static void shape_free(shape_t *shape)
{
    free(shape->tied);
    free(shape->degree);
}

/* Of two cores as sets of bits: the smaller one, else the one that holds the first actor in which
 * they differ. */
static bool comes_first(uint32_t core, uint32_t other)
{
    int size = __builtin_popcount(core);
    int other_size = __builtin_popcount(other);
    uint32_t differ = core ^ other;

    return size != other_size ? size < other_size : (core & differ & -differ) != 0;
}

/* Looks at every core in the order of a Gray code: from each to the next, one actor changes. */
static void search_all(ent_core_t *core, const shape_t *shape)
{
    uint32_t near[EXACT_ACTORS] = {0};
    uint32_t set = 0;
    uint32_t best = 0;
    tally_t tally = {0};

    for (size_t i = 0; i < shape->tied_count; i++) {
        const ent_network_t *network = shape->network;
        ent_id_t v = shape->tied[i];

        for (size_t j = 0; j < shape->tied_count; j++)
            for (size_t k = network->offset[v]; k < network->offset[v + 1]; k++)
                if (network->neighbour[k] == shape->tied[j])
                    near[i] |= UINT32_C(1) << j;
    }
    for (uint32_t step = 1; step < UINT32_C(1) << shape->tied_count; step++) {
        int actor = __builtin_ctz(step);
        uint32_t bit = UINT32_C(1) << actor;
        double sign = (set & bit) != 0 ? -1 : 1;
        double value;

        set ^= bit;
        tally.size += sign;
        tally.inside += sign * __builtin_popcount(near[actor] & set & ~bit);
        tally.ends += sign * (double)shape->degree[shape->tied[actor]];
        value = judge(shape, &tally);
        if (isnan(value) || value < core->correlation - SAME)
            continue;
        if (isnan(core->correlation) || value > core->correlation + SAME) {
            core->correlation = value;
            core->optima = 0;
            best = set;
        } else if (comes_first(set, best)) {
            best = set;
        }
        core->optima++;
    }
    for (size_t i = 0; i < shape->tied_count; i++)
        core->in[shape->tied[i]] = (best >> i & 1U) != 0;
    core->exact = true;
}

/* A core on its way up. */
typedef struct climb {
    const shape_t *shape;
    bool *in;        /* by vertex */
    size_t *company; /* by vertex: neighbours in the core */
    ent_id_t *order; /* of the vertices with a tie */
    tally_t tally;
    double value; /* NaN where undefined */
} climb_t;

static void flip(climb_t *climb, ent_id_t vertex)
{
    const ent_network_t *network = climb->shape->network;
    bool leaves = climb->in[vertex];
    double sign = leaves ? -1 : 1;

    climb->tally.size += sign;
    climb->tally.inside += sign * (double)climb->company[vertex];
    climb->tally.ends += sign * (double)climb->shape->degree[vertex];
    climb->in[vertex] = !leaves;
    for (size_t i = network->offset[vertex]; i < network->offset[vertex + 1]; i++) {
        if (repeats(network, vertex, i))
            continue;
        if (leaves)
            climb->company[network->neighbour[i]]--;
        else
            climb->company[network->neighbour[i]]++;
    }
}

static double judge_flip(const climb_t *climb, ent_id_t vertex)
{
    double sign = climb->in[vertex] ? -1 : 1;
    tally_t tally = {
        .size = climb->tally.size + sign,
        .inside = climb->tally.inside + sign * (double)climb->company[vertex],
        .ends = climb->tally.ends + sign * (double)climb->shape->degree[vertex],
    };

    return judge(climb->shape, &tally);
}

/* Adds and leaves out actors, one at a time, as long as the correlation grows. */
static void climb_up(climb_t *climb)
{
    bool moved = true;

    climb->value = judge(climb->shape, &climb->tally);
    while (moved) {
        moved = false;
        for (size_t i = 0; i < climb->shape->tied_count; i++) {
            double value = judge_flip(climb, climb->order[i]);

            if (isnan(value) || value <= climb->value + SAME)
                continue;
            flip(climb, climb->order[i]);
            climb->value = value;
            moved = true;
        }
    }
}

static void empty(climb_t *climb)
{
    for (size_t i = 0; i < climb->shape->tied_count; i++) {
        climb->in[climb->shape->tied[i]] = false;
        climb->company[climb->shape->tied[i]] = 0;
    }
    climb->tally = (tally_t){0};
}

static int compare_degrees(const void *left, const void *right, void *context)
{
    const shape_t *shape = context;
    ent_id_t a = *(const ent_id_t *)left;
    ent_id_t b = *(const ent_id_t *)right;

    if (shape->degree[a] != shape->degree[b])
        return shape->degree[a] < shape->degree[b] ? 1 : -1;
    return (a > b) - (a < b);
}

/* The first k actors by degree, with the k that is best. */
static void start_by_degree(climb_t *climb)
{
    size_t count = climb->shape->tied_count;
    size_t best = 0;
    double most = NAN;

    qsort_r(climb->order, count, sizeof *climb->order, compare_degrees, (void *)climb->shape);
    for (size_t k = 0; k < count; k++) {
        double value;

        flip(climb, climb->order[k]);
        value = judge(climb->shape, &climb->tally);
        if (!isnan(value) && !(value <= most)) {
            most = value;
            best = k + 1;
        }
    }
    for (size_t k = count; k-- > best;)
        flip(climb, climb->order[k]);
}

/* By turns a share of all actors and a part of one actor's neighbourhood, by lot. */
static void start_by_lot(climb_t *climb, size_t start, ent_i_random_t *random)
{
    const ent_network_t *network = climb->shape->network;
    size_t count = climb->shape->tied_count;
    double share = ent_i_random_unit(random);
    ent_id_t centre = climb->order[ent_i_random_below(random, count)];

    for (size_t i = count; i > 1; i--) {
        size_t j = ent_i_random_below(random, i);
        ent_id_t kept = climb->order[i - 1];

        climb->order[i - 1] = climb->order[j];
        climb->order[j] = kept;
    }
    if (start % 2 == 1) {
        for (size_t i = 0; i < count; i++) {
            if (ent_i_random_unit(random) < share)
                flip(climb, climb->order[i]);
        }
        return;
    }
    flip(climb, centre);
    for (size_t i = network->offset[centre]; i < network->offset[centre + 1]; i++) {
        if (!repeats(network, centre, i) && ent_i_random_unit(random) < share)
            flip(climb, network->neighbour[i]);
    }
}

/* A number that equal cores share and others hardly ever. */
static uint64_t fingerprint(const climb_t *climb)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < climb->shape->tied_count; i++) {
        if (climb->in[climb->shape->tied[i]]) {
            ent_i_random_t mixed;

            ent_i_random_init(&mixed, (uint64_t)climb->shape->tied[i], 1);
            sum += ent_i_random_next(&mixed);
        }
    }
    return sum;
}

static bool is_new(const uint64_t *seen, size_t count, uint64_t print)
{
    for (size_t i = 0; i < count; i++) {
        if (seen[i] == print)
            return false;
    }
    return true;
}

static bool climb_comes_first(const climb_t *climb, const ent_core_t *core)
{
    if ((size_t)climb->tally.size != core->size)
        return (size_t)climb->tally.size < core->size;
    for (size_t i = 0; i < climb->shape->tied_count; i++) {
        ent_id_t v = climb->shape->tied[i];

        if (climb->in[v] != core->in[v])
            return climb->in[v];
    }
    return false;
}

/* Takes a core that is as good as the best or better. `seen` holds the best ones' fingerprints. */
static void take(ent_core_t *core, const climb_t *climb, uint64_t *seen)
{
    uint64_t print;

    if (isnan(climb->value) || climb->value < core->correlation - SAME)
        return;
    print = fingerprint(climb);
    if (isnan(core->correlation) || climb->value > core->correlation + SAME) {
        core->correlation = climb->value;
        core->starts_at_best = core->optima = 0;
        core->size = SIZE_MAX;
    }
    core->starts_at_best++;
    if (!is_new(seen, core->optima, print))
        return;
    seen[core->optima++] = print;
    if (climb_comes_first(climb, core)) {
        core->size = (size_t)climb->tally.size;
        memcpy(core->in, climb->in, core->actor_count * sizeof *core->in);
    }
}

static ent_status_t search_by_climbing(ent_core_t *core, const shape_t *shape,
                                       const ent_core_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    climb_t climb = {.shape = shape};
    uint64_t *seen = NULL;

    ENT_TRY(ent_i_alloc(&climb.in, core->actor_count, sizeof *climb.in, err));
    ENT_TRY(ent_i_alloc(&climb.company, core->actor_count, sizeof *climb.company, err));
    ENT_TRY(ent_i_alloc(&climb.order, shape->tied_count, sizeof *climb.order, err));
    ENT_TRY(ent_i_alloc(&seen, options->starts, sizeof *seen, err));
    for (size_t start = 0; start < options->starts; start++) {
        ent_i_random_t random;

        ent_i_random_init(&random, options->seed, start);
        memcpy(climb.order, shape->tied, shape->tied_count * sizeof *climb.order);
        empty(&climb);
        if (start == 0)
            start_by_degree(&climb);
        else
            start_by_lot(&climb, start, &random);
        climb_up(&climb);
        take(core, &climb, seen);
    }
    core->starts = options->starts;

cleanup:
    free(climb.in);
    free(climb.company);
    free(climb.order);
    free(seen);
    return status;
}

static ent_status_t check(const ent_network_t *network, const ent_core_options_t *options,
                          ent_error_t *err)
{
    if ((unsigned)options->pattern >= ENT_CORE_PATTERN_COUNT)
        return ent_i_fail(err, ENT_EINVAL, "There is no such pattern of core and periphery.");
    if (options->starts < 1 || options->starts > MOST_STARTS)
        return ent_i_fail(err, ENT_EINVAL, "The number of starts is %zu; it must be 1 to %d.",
                          options->starts, MOST_STARTS);
    if (network->directed)
        return ent_i_fail(err, ENT_EINVAL,
                          "Core and periphery are defined here without directions only; leave out "
                          "--directed.");
    if (network->mode != NULL)
        return ent_i_fail(err, ENT_EINVAL,
                          "Core and periphery are defined here for one set of actors, and this "
                          "view has two; use --view whole, agreements, cities or networks.");
    return ENT_OK;
}

void ent_core_options_init(ent_core_options_t *options)
{
    *options = (ent_core_options_t){.pattern = ENT_CORE_ALL_TIES, .starts = 100, .seed = 1};
}

ent_status_t ent_core_find(ent_core_t **core, const ent_network_t *network,
                           const ent_core_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_core_options_t settled;
    ent_core_t *made = NULL;
    shape_t shape = {0};

    ent_core_options_init(&settled);
    if (options != NULL)
        settled = *options;
    ENT_TRY(check(network, &settled, err));
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->pattern = settled.pattern;
    made->actor_count = network->actor_count;
    made->correlation = NAN;
    ENT_TRY(ent_i_alloc(&made->in, made->actor_count, sizeof *made->in, err));
    ENT_TRY(shape_init(&shape, network, settled.pattern, err));
    if (shape.tied_count <= EXACT_ACTORS)
        search_all(made, &shape);
    else
        ENT_TRY(search_by_climbing(made, &shape, &settled, err));
    made->size = 0;
    for (size_t v = 0; v < made->actor_count; v++)
        made->size += made->in[v];
    *core = made;
    made = NULL;

cleanup:
    shape_free(&shape);
    ent_core_free(made);
    return status;
}

void ent_core_free(ent_core_t *core)
{
    if (core == NULL)
        return;
    free(core->in);
    free(core);
}

const char *ent_core_cite(void)
{
    return "borgatti1999";
}

const char *ent_core_pattern_name(ent_core_pattern_t pattern)
{
    static const char *const names[ENT_CORE_PATTERN_COUNT] = {
        [ENT_CORE_ALL_TIES] = "core_all_ties",
        [ENT_CORE_IGNORING_BETWEEN] = "core_ignoring_between",
    };

    return (unsigned)pattern < ENT_CORE_PATTERN_COUNT ? names[pattern] : "unknown";
}
