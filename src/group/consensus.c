/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Consensus by co-assignment: who sits with whom in most runs, divided until the runs agree. */
#include "group/consensus.h"

#include <stdlib.h>
#include <string.h>

#include "group/partition.h"

#define ROUNDS 50
#define THRESHOLD 0.5
#define MOST_PAIRS 1000000
/* Of two actors in one group of one run: ten seconds or more of counting. */
#define MOST_MEETINGS 5e9

/* Every run's members, group by group. */
typedef struct seats {
    const ent_i_runs_t *runs;
    ent_id_t *member; /* count rows of `actors` */
    size_t *begin;    /* count rows of actors + 1: where each group's members begin in its row */
} seats_t;

static ent_status_t seats_init(seats_t *seats, const ent_i_runs_t *runs, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = runs->actors;

    seats->runs = runs;
    ENT_TRY(ent_i_alloc(&seats->member, runs->count * actors, sizeof *seats->member, err));
    ENT_TRY(ent_i_alloc(&seats->begin, runs->count * (actors + 1), sizeof *seats->begin, err));
    for (size_t run = 0; run < runs->count; run++)
        ent_i_partition_list(ent_i_runs_label(runs, run), actors, runs->groups[run],
                             seats->begin + run * (actors + 1), seats->member + run * actors);

cleanup:
    return status;
}

static void seats_free(seats_t *seats)
{
    free(seats->member);
    free(seats->begin);
}

/* How often two actors meet in a group, over all runs: the steps that counting them takes. */
static ent_status_t count_meetings(double *meetings, const ent_i_runs_t *runs, ent_error_t *err)
{
    ent_id_t *met = NULL;
    ent_status_t status = ent_i_alloc(&met, runs->actors, sizeof *met, err);

    *meetings = 0;
    for (size_t run = 0; status == ENT_OK && run < runs->count; run++) {
        memset(met, 0, runs->actors * sizeof *met);
        for (size_t i = 0; i < runs->actors; i++)
            *meetings += 2.0 * met[ent_i_runs_label(runs, run)[i]]++;
    }
    free(met);
    return status;
}

static ent_status_t too_large(ent_error_t *err)
{
    return ent_i_fail(err, ENT_ELIMIT,
                      "A consensus of groups so large has too many pairs of actors to weigh; look "
                      "at fewer actors (--where, --focus), or raise --resolution.");
}

/* The ties of the consensus network in the making. */
typedef struct pairs {
    ent_tie_t *tie;
    size_t count;
    size_t capacity;
    size_t *together; /* by actor: runs with the one at hand; zero in between */
    ent_id_t *met;
    bool *tied;        /* by actor */
    ent_id_t *nearest; /* by actor that no tie was left to: whom it is tied to */
} pairs_t;

/* With whom an actor sits, and in how many runs. */
static size_t meet(pairs_t *pairs, const seats_t *seats, size_t actor)
{
    const ent_i_runs_t *runs = seats->runs;
    size_t count = 0;

    for (size_t run = 0; run < runs->count; run++) {
        const size_t *begin = seats->begin + run * (runs->actors + 1);
        const ent_id_t *member = seats->member + run * runs->actors;
        size_t group = (size_t)ent_i_runs_label(runs, run)[actor];

        for (size_t i = begin[group]; i < begin[group + 1]; i++) {
            if ((size_t)member[i] != actor && pairs->together[member[i]]++ == 0)
                pairs->met[count++] = member[i];
        }
    }
    return count;
}

static ent_status_t add_pair(pairs_t *pairs, ent_id_t a, ent_id_t b, double share, ent_error_t *err)
{
    ent_status_t status;

    if (pairs->count == MOST_PAIRS)
        return too_large(err);
    status = ENT_GROW(pairs->tie, pairs->count, pairs->capacity, err);
    if (status != ENT_OK)
        return status;
    pairs->tie[pairs->count++] = (ent_tie_t){a, b, share};
    pairs->tied[a] = pairs->tied[b] = true;
    return ENT_OK;
}

static void forget(pairs_t *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pairs->together[pairs->met[i]] = 0;
}

/* Ties an actor to those after it with whom it sits often enough. */
static ent_status_t tie_actor(pairs_t *pairs, const seats_t *seats, size_t actor, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = meet(pairs, seats, actor);

    for (size_t i = 0; i < count && status == ENT_OK; i++) {
        ent_id_t other = pairs->met[i];
        double share = (double)pairs->together[other] / (double)seats->runs->count;

        if ((size_t)other > actor && share >= THRESHOLD)
            status = add_pair(pairs, (ent_id_t)actor, other, share, err);
    }
    forget(pairs, count);
    return status;
}

/* Ties an actor that was left without to the one with whom it sits most, lest it fall out. */
static ent_status_t tie_left(pairs_t *pairs, const seats_t *seats, size_t actor, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = meet(pairs, seats, actor);
    ent_id_t most = ENT_NONE;

    for (size_t i = 0; i < count; i++) {
        ent_id_t other = pairs->met[i];

        if (most == ENT_NONE || pairs->together[other] > pairs->together[most] ||
            (pairs->together[other] == pairs->together[most] && other < most))
            most = other;
    }
    pairs->nearest[actor] = most;
    if (most != ENT_NONE && pairs->nearest[most] != (ent_id_t)actor)
        status = add_pair(pairs, (ent_id_t)actor, most,
                          (double)pairs->together[most] / (double)seats->runs->count, err);
    forget(pairs, count);
    return status;
}

static ent_status_t pairs_alloc(pairs_t *pairs, size_t actors, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&pairs->together, actors, sizeof *pairs->together, err));
    ENT_TRY(ent_i_alloc(&pairs->met, actors, sizeof *pairs->met, err));
    ENT_TRY(ent_i_alloc(&pairs->tied, actors, sizeof *pairs->tied, err));
    ENT_TRY(ent_i_alloc(&pairs->nearest, actors, sizeof *pairs->nearest, err));
    for (size_t i = 0; i < actors; i++)
        pairs->nearest[i] = ENT_NONE;

cleanup:
    return status;
}

static void pairs_free(pairs_t *pairs)
{
    free(pairs->tie);
    free(pairs->together);
    free(pairs->met);
    free(pairs->tied);
    free(pairs->nearest);
}

static ent_status_t build(ent_network_t **network, const ent_i_runs_t *runs, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    pairs_t pairs = {0};
    seats_t seats = {0};
    bool *left = NULL;
    double meetings;

    ENT_TRY(count_meetings(&meetings, runs, err));
    if (meetings > MOST_MEETINGS)
        return too_large(err);
    ENT_TRY(seats_init(&seats, runs, err));
    ENT_TRY(pairs_alloc(&pairs, runs->actors, err));
    ENT_TRY(ent_i_alloc(&left, runs->actors, sizeof *left, err));
    for (size_t i = 0; i < runs->actors; i++)
        ENT_TRY(tie_actor(&pairs, &seats, i, err));
    for (size_t i = 0; i < runs->actors; i++)
        left[i] = !pairs.tied[i];
    for (size_t i = 0; i < runs->actors; i++) {
        if (left[i])
            ENT_TRY(tie_left(&pairs, &seats, i, err));
    }
    ENT_TRY(ent_network_from_ties(network, runs->actors, pairs.tie, pairs.count, NULL, false, err));

cleanup:
    seats_free(&seats);
    pairs_free(&pairs);
    free(left);
    return status;
}

static bool agree(const ent_i_runs_t *runs)
{
    for (size_t run = 1; run < runs->count; run++) {
        if (memcmp(ent_i_runs_label(runs, 0), ent_i_runs_label(runs, run),
                   runs->actors * sizeof *runs->label) != 0)
            return false;
    }
    return true;
}

/* Divides the consensus network of some runs by as many new ones. */
static ent_status_t next_round(ent_i_runs_t *made, const ent_i_runs_t *runs,
                               const ent_group_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *network = NULL;

    *made = (ent_i_runs_t){0};
    ENT_TRY(build(&network, runs, err));
    ENT_TRY(ent_i_runs_make(made, network, options, err));

cleanup:
    ent_network_free(network);
    return status;
}

ent_status_t ent_i_consensus_find(ent_i_consensus_t *consensus, const ent_i_runs_t *runs,
                                  const ent_group_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_group_options_t leiden = {.method = ENT_GROUP_LEIDEN,
                                  .resolution = 1,
                                  .weighted = true,
                                  .seed = options->seed,
                                  .threads = options->threads};
    const ent_i_runs_t *last = runs;
    ent_i_runs_t held = {0};
    size_t best = 0;
    size_t at_best;
    size_t distinct;

    *consensus = (ent_i_consensus_t){0};
    leiden.runs = runs->count;
    while (!agree(last) && consensus->rounds < ROUNDS) {
        ent_i_runs_t made;

        status = next_round(&made, last, &leiden, err);
        ent_i_runs_free(&held);
        held = made;
        last = &held;
        ENT_TRY(status);
        consensus->rounds++;
    }
    consensus->settled = agree(last);
    ENT_TRY(ent_i_runs_best(last, &best, &at_best, &distinct, err));
    ENT_TRY(ent_i_alloc(&consensus->label, runs->actors, sizeof *consensus->label, err));
    memcpy(consensus->label, ent_i_runs_label(last, best), runs->actors * sizeof *consensus->label);
    consensus->groups = last->groups[best];

cleanup:
    ent_i_runs_free(&held);
    return status;
}

void ent_i_consensus_free(ent_i_consensus_t *consensus)
{
    free(consensus->label);
}
