/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gould–Fernandez brokerage by any attribute: counts, what chance would give, and z. */
#include "measure/mixing.h"
#include "measure/triangles.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* By the groups of a, i and b in a -> i -> b: AAA, ABA, ABB, AAB, ABC. */
enum role { COORDINATOR, CONSULTANT, GATEKEEPER, REPRESENTATIVE, LIAISON, TOTAL, ROLE_COUNT };
enum form { COUNTED, EXPECTED, STANDARDISED, FORM_COUNT };

enum { INTO = 1, OUT_OF = 2 };

typedef struct brokers {
    const ent_i_context_t *context;
    ent_i_labels_t labels;
    unsigned char *way; /* by place in the adjacency: how the tie runs for the row's actor */
    double *value;      /* [form][role][actor] */
} brokers_t;

static double *values_of(const brokers_t *brokers, enum form form, enum role role)
{
    return brokers->value + ((size_t)form * ROLE_COUNT + role) * brokers->context->actors;
}

static void mark_row(unsigned char *way, const ent_id_t *row, size_t length,
                     const ent_i_adjacency_t *adjacency, size_t actor, unsigned char flag)
{
    size_t place = adjacency->offset[actor];

    for (size_t e = 0; e < length; e++) {
        while (adjacency->neighbour[place] != row[e])
            place++;
        way[place] |= flag;
    }
}

/* Both rows are ascending, as is the adjacency that they were merged into. */
static void mark_ways(const brokers_t *brokers)
{
    const ent_network_t *network = brokers->context->network;
    const ent_i_adjacency_t *adjacency = &brokers->context->adjacency;

    for (size_t i = 0; i < brokers->context->actors; i++) {
        const size_t *offset = network->offset;

        mark_row(brokers->way, network->neighbour + offset[i], offset[i + 1] - offset[i], adjacency,
                 i, network->directed ? OUT_OF : INTO | OUT_OF);
        offset = network->in_offset;
        if (network->directed)
            mark_row(brokers->way, network->in_neighbour + offset[i], offset[i + 1] - offset[i],
                     adjacency, i, INTO);
    }
}

static enum role role_of(ent_id_t a, ent_id_t i, ent_id_t b)
{
    if (a == b)
        return a == i ? COORDINATOR : CONSULTANT;
    if (b == i)
        return GATEKEEPER;
    return a == i ? REPRESENTATIVE : LIAISON;
}

/* Neighbours of one actor in one group, by how they are tied to it. */
typedef struct tally {
    double into;
    double out;
    double both;
} tally_t;

static void count_way(tally_t *tally, unsigned way)
{
    tally->into += (way & INTO) != 0;
    tally->out += (way & OUT_OF) != 0;
    tally->both += way == (INTO | OUT_OF);
}

/* Ordered pairs a -> i -> b of different actors, whether a and b are tied or not. `in` has a zero
 * for each group, before and after. */
static void count_pairs(const brokers_t *brokers, size_t actor, tally_t *in)
{
    const ent_i_adjacency_t *adjacency = &brokers->context->adjacency;
    const ent_id_t *label = brokers->labels.of;
    tally_t all = {0};
    tally_t own;
    double same = 0; /* pairs of one group that is not the actor's */
    double outside;  /* pairs of actors outside the actor's group */

    for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
        ent_id_t there = label[adjacency->neighbour[e]];

        if (there == ENT_NONE)
            continue;
        count_way(&in[there], brokers->way[e]);
        count_way(&all, brokers->way[e]);
    }
    own = in[label[actor]];
    outside = (all.into - own.into) * (all.out - own.out);
    in[label[actor]] = (tally_t){0};
    for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
        ent_id_t there = label[adjacency->neighbour[e]];

        if (there == ENT_NONE)
            continue;
        same += in[there].into * in[there].out - in[there].both;
        outside -= in[there].into * in[there].out;
        in[there] = (tally_t){0};
    }
    values_of(brokers, COUNTED, COORDINATOR)[actor] = own.into * own.out - own.both;
    values_of(brokers, COUNTED, CONSULTANT)[actor] = same;
    values_of(brokers, COUNTED, GATEKEEPER)[actor] = (all.into - own.into) * own.out;
    values_of(brokers, COUNTED, REPRESENTATIVE)[actor] = own.into * (all.out - own.out);
    values_of(brokers, COUNTED, LIAISON)[actor] = outside;
}

/* Takes back the pairs that are tied themselves: the actor is no broker between them. */
static void close_triangle(void *data, const ent_i_triangle_t *triangle)
{
    const brokers_t *brokers = data;
    const ent_id_t *label = brokers->labels.of;
    const unsigned char *way = brokers->way;

    for (int i = 0; i < 3; i++) {
        size_t between = triangle->actor[i];
        ent_id_t next = label[triangle->actor[(i + 1) % 3]];
        ent_id_t last = label[triangle->actor[(i + 2) % 3]];
        unsigned to_next = way[triangle->to_next[i]];
        unsigned to_last = way[triangle->to_last[i]];
        unsigned across = way[triangle->to_next[(i + 1) % 3]]; /* from next to last */

        if (label[between] == ENT_NONE || next == ENT_NONE || last == ENT_NONE)
            continue;
        if ((to_next & INTO) != 0 && (to_last & OUT_OF) != 0 && (across & OUT_OF) != 0)
            values_of(brokers, COUNTED, role_of(next, label[between], last))[between] -= 1;
        if ((to_last & INTO) != 0 && (to_next & OUT_OF) != 0 && (across & INTO) != 0)
            values_of(brokers, COUNTED, role_of(last, label[between], next))[between] -= 1;
    }
}

/* What the expectation rests on: N actors with a label, in groups, and the density among them. */
typedef struct chance {
    double actors;
    double density;
    double *size;        /* by group */
    double power_sum[4]; /* of the sizes, to the power 1, 2 and 3 */
} chance_t;

static double falling(double x, int factors)
{
    double product = 1;

    for (int k = 0; k < factors; k++)
        product *= x > k ? x - k : 0;
    return product;
}

static void look_at_chance(chance_t *chance, const brokers_t *brokers)
{
    const ent_i_adjacency_t *adjacency = &brokers->context->adjacency;
    const ent_id_t *label = brokers->labels.of;
    double ties = 0;

    for (size_t i = 0; i < brokers->context->actors; i++) {
        if (label[i] == ENT_NONE)
            continue;
        chance->actors += 1;
        chance->size[label[i]] += 1;
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++)
            ties += label[adjacency->neighbour[e]] != ENT_NONE && (brokers->way[e] & OUT_OF) != 0;
    }
    chance->density =
        chance->actors > 1 ? ties / (chance->actors * (chance->actors - 1)) : (double)NAN;
    for (size_t g = 0; g < brokers->labels.count; g++)
        for (int power = 1; power <= 3; power++)
            chance->power_sum[power] += pow(chance->size[g], power);
}

/* Triples and pairs of triples that share a tie, by role, for an actor of a group of n: what
 * sna::brokerage calls exp.nli and sd.nli is made of them. */
static void count_possible(const chance_t *chance, double n, double *triples, double *shared)
{
    double others = chance->actors - n;
    double sum = chance->power_sum[1] - n; /* over the other groups, as the next two */
    double squares = chance->power_sum[2] - n * n;
    double cubes = chance->power_sum[3] - n * n * n;

    triples[COORDINATOR] = falling(n - 1, 2);
    shared[COORDINATOR] = 2 * falling(n - 1, 3);
    triples[CONSULTANT] = squares - sum;
    shared[CONSULTANT] = 2 * (cubes - 3 * squares + 2 * sum);
    triples[GATEKEEPER] = others * (n - 1);
    shared[GATEKEEPER] = (n - 1) * falling(others, 2) + others * falling(n - 1, 2);
    triples[REPRESENTATIVE] = triples[GATEKEEPER];
    shared[REPRESENTATIVE] = shared[GATEKEEPER];
    triples[LIAISON] = others * others - squares;
    shared[LIAISON] = 2 * ((others * others - others) * sum + (1 - 2 * others) * squares + cubes);
    triples[TOTAL] = falling(chance->actors - 1, 2);
    shared[TOTAL] = 2 * falling(chance->actors - 1, 3);
}

static void expect(const brokers_t *brokers, const chance_t *chance, size_t actor)
{
    double d = chance->density;
    double open = d * d * (1 - d); /* a -> i -> b without a -> b */
    double triples[ROLE_COUNT];
    double shared[ROLE_COUNT];

    count_possible(chance, chance->size[brokers->labels.of[actor]], triples, shared);
    for (int role = 0; role < ROLE_COUNT; role++) {
        double mean = open * triples[role];
        double variance = mean * (1 - open) + shared[role] * pow(d * (1 - d), 3);
        double counted = values_of(brokers, COUNTED, (enum role)role)[actor];

        values_of(brokers, EXPECTED, (enum role)role)[actor] = mean;
        values_of(brokers, STANDARDISED, (enum role)role)[actor] =
            variance > 0 ? (counted - mean) / sqrt(variance) : (double)NAN;
    }
}

static void leave_out(const brokers_t *brokers, size_t actor)
{
    for (int form = 0; form < FORM_COUNT; form++)
        for (int role = 0; role < ROLE_COUNT; role++)
            values_of(brokers, (enum form)form, (enum role)role)[actor] = NAN;
}

static ent_status_t count_open(const brokers_t *brokers, ent_error_t *err)
{
    size_t actors = brokers->context->actors;
    tally_t *in = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&in, brokers->labels.count, sizeof *in, err));
    mark_ways(brokers);
    for (size_t i = 0; i < actors; i++)
        if (brokers->labels.of[i] != ENT_NONE)
            count_pairs(brokers, i, in);
    ENT_TRY(ent_i_each_triangle(brokers->context, close_triangle, (void *)brokers, err));
    for (int role = 0; role < TOTAL; role++)
        for (size_t i = 0; i < actors; i++)
            values_of(brokers, COUNTED, TOTAL)[i] +=
                values_of(brokers, COUNTED, (enum role)role)[i];

cleanup:
    free(in);
    return status;
}

static ent_status_t fill(brokers_t *brokers, ent_error_t *err)
{
    chance_t chance = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(count_open(brokers, err));
    ENT_TRY(ent_i_alloc(&chance.size, brokers->labels.count, sizeof *chance.size, err));
    look_at_chance(&chance, brokers);
    for (size_t i = 0; i < brokers->context->actors; i++) {
        if (brokers->labels.of[i] == ENT_NONE)
            leave_out(brokers, i);
        else
            expect(brokers, &chance, i);
    }

cleanup:
    free(chance.size);
    return status;
}

static ent_status_t need_brokers(ent_i_context_t *context, ent_error_t *err)
{
    brokers_t brokers = {.context = context};
    ent_status_t status = ENT_OK;

    if (context->brokers != NULL)
        return ENT_OK;
    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(ent_i_labels_by(&brokers.labels, context, err));
    ENT_TRY(ent_i_alloc(&brokers.way, context->adjacency.offset[context->actors], 1, err));
    ENT_TRY(ent_i_alloc(&brokers.value, (size_t)FORM_COUNT * ROLE_COUNT * context->actors,
                        sizeof *brokers.value, err));
    ENT_TRY(fill(&brokers, err));
    context->brokers = brokers.value;
    brokers.value = NULL;

cleanup:
    free(brokers.value);
    free(brokers.way);
    ent_i_labels_free(&brokers.labels);
    return status;
}

static ent_status_t give(ent_i_context_t *context, double *values, enum form form, enum role role,
                         ent_error_t *err)
{
    brokers_t brokers = {.context = context};
    ent_status_t status = need_brokers(context, err);

    brokers.value = context->brokers;
    if (status == ENT_OK && context->actors > 0)
        memcpy(values, values_of(&brokers, form, role), context->actors * sizeof *values);
    return status;
}

#define THREE_FORMS(name, role)                                                                    \
    ent_status_t ent_i_broker_##name(ent_i_context_t *context, double *values, ent_error_t *err)   \
    {                                                                                              \
        return give(context, values, COUNTED, role, err);                                          \
    }                                                                                              \
    ent_status_t ent_i_broker_##name##_expected(ent_i_context_t *context, double *values,          \
                                                ent_error_t *err)                                  \
    {                                                                                              \
        return give(context, values, EXPECTED, role, err);                                         \
    }                                                                                              \
    ent_status_t ent_i_broker_##name##_z(ent_i_context_t *context, double *values,                 \
                                         ent_error_t *err)                                         \
    {                                                                                              \
        return give(context, values, STANDARDISED, role, err);                                     \
    }

THREE_FORMS(coordinator, COORDINATOR)
THREE_FORMS(consultant, CONSULTANT)
THREE_FORMS(gatekeeper, GATEKEEPER)
THREE_FORMS(representative, REPRESENTATIVE)
THREE_FORMS(liaison, LIAISON)
THREE_FORMS(total, TOTAL)
