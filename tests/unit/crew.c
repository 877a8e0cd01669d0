/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Work shared between processes: who does what, and that the parts make the whole. The members of
 * a crew take turns here, and the last hears what those before it have made. */
#include "base/crew.h"

#include <stdlib.h>

#include "base/random.h"
#include "engine/betweenness.h"
#include "engine/distances.h"
#include "engine/ensemble.h"
#include "network/network_i.h"
#include "unit/unit.h"

enum { ACTORS = 1300, TIES = 3000, DRAWS = 11, WIDTH = 3, MOST_MEETINGS = 64 };

static ent_error_t err;

/* What the members have handed round, a meeting after another. */
static struct {
    size_t meeting;
    char *items[MOST_MEETINGS];
    size_t draws; /* made by the member whose turn it is */
} table;

static ent_i_crew_t crew;

static ent_status_t give(void *context, void *items, size_t count, size_t width, ent_error_t *e)
{
    ent_i_stretch_t mine = ent_i_crew_stretch_of(crew.me, crew.count, count);
    char **kept = &table.items[table.meeting++];

    (void)context;
    (void)e;
    assert_in_range(table.meeting, 1, MOST_MEETINGS);
    if (*kept == NULL)
        *kept = calloc(count, width);
    assert_non_null(*kept);
    memcpy(*kept + mine.from * width, (char *)items + mine.from * width,
           (mine.to - mine.from) * width);
    memcpy(items, *kept, count * width);
    return ENT_OK;
}

static ent_status_t tell(void *context, size_t member, void *bytes, size_t size, ent_error_t *e)
{
    char **kept = &table.items[table.meeting++];

    (void)context;
    (void)e;
    assert_in_range(table.meeting, 1, MOST_MEETINGS);
    if (*kept == NULL)
        *kept = calloc(1, size);
    assert_non_null(*kept);
    if (member == crew.me)
        memcpy(*kept, bytes, size);
    else
        memcpy(bytes, *kept, size);
    return ENT_OK;
}

/* Has each member of a crew do the job in turn; returns how often they met. */
static size_t take_turns(size_t members, void (*job)(void *result), void *result)
{
    size_t meetings = 0;

    for (size_t me = 0; me < members; me++) {
        crew = (ent_i_crew_t){.me = me, .count = members, .give = give, .tell = tell};
        table.meeting = 0;
        table.draws = 0;
        ent_i_crew_join(&crew);
        job(result);
        ent_i_crew_join(NULL);
        assert_true(me == 0 || table.meeting == meetings);
        meetings = table.meeting;
    }
    for (size_t i = 0; i < meetings; i++) {
        free(table.items[i]);
        table.items[i] = NULL;
    }
    return meetings;
}

static void stretches_cover_all_once(void **state)
{
    (void)state;
    for (size_t members = 1; members < 9; members++)
        for (size_t count = 0; count < 40; count++) {
            size_t end = 0;

            for (size_t i = 0; i < members; i++) {
                ent_i_stretch_t stretch = ent_i_crew_stretch_of(i, members, count);

                assert_int_equal(stretch.from, end);
                assert_in_range(stretch.to - stretch.from, count / members, count / members + 1);
                end = stretch.to;
            }
            assert_int_equal(end, count);
        }
}

static ent_status_t draw(double *row, void *desk, void *shared, ent_i_random_t *random,
                         ent_error_t *e)
{
    double part = 0;

    (void)desk;
    (void)shared;
    table.draws++;
    assert_int_equal(ent_i_crew()->count, 1); /* within a draw nothing is shared out again */
    assert_int_equal(ent_i_crew_stretch(5).to, 5);
    for (size_t i = 0; i < WIDTH; i++)
        row[i] = ent_i_random_unit(random);
    return ent_i_crew_give(&part, 1, sizeof part, e);
}

static void make_draws(void *result)
{
    const ent_i_ensemble_t ensemble = {DRAWS, WIDTH, 7, ENT_I_FOR_LABELS};
    const ent_i_experiment_t experiment = {.draw = draw};

    assert_ok(ent_i_ensemble_run(result, &ensemble, &experiment, 1, &err));
}

static void draws_are_shared_out(void **state)
{
    double alone[DRAWS * WIDTH];
    double together[DRAWS * WIDTH];

    (void)state;
    table.draws = 0;
    make_draws(alone);
    assert_int_equal(table.draws, DRAWS);
    for (size_t members = 2; members < 5; members++) {
        memset(together, 0, sizeof together);
        assert_int_equal(take_turns(members, make_draws, together), 1);
        assert_int_equal(table.draws, DRAWS / members); /* the last has no more than its part */
        assert_memory_equal(together, alone, sizeof alone);
    }
}

/* A ring, so that there is one large block, with chords by chance. */
static ent_network_t *make_network(bool directed)
{
    static ent_tie_t ties[TIES];
    ent_network_t *network = NULL;
    ent_i_random_t random;
    size_t count = 0;

    ent_i_random_init(&random, 5, 1);
    for (ent_id_t v = 0; v < ACTORS; v++)
        ties[count++] = (ent_tie_t){v, (v + 1) % ACTORS, 1};
    while (count < TIES) {
        ent_id_t a = (ent_id_t)ent_i_random_below(&random, ACTORS);
        ent_id_t b = (ent_id_t)ent_i_random_below(&random, ACTORS);

        if (a != b)
            ties[count++] = (ent_tie_t){a, b, 1};
    }
    assert_ok(ent_network_from_ties(&network, ACTORS, ties, TIES, NULL, directed, &err));
    return network;
}

static const ent_network_t *network;
static double length[TIES];

static void find_betweenness(void *result)
{
    const ent_i_betweenness_how_t how = {.threads = 1};

    assert_ok(ent_i_betweenness_find(result, network, &how, NULL, &err));
}

/* With room for three shares at a time: in rounds. */
static void find_in_rounds(void *result)
{
    const ent_i_betweenness_how_t how = {.threads = 2, .places = 3};

    assert_ok(ent_i_betweenness_find(result, network, &how, NULL, &err));
}

static void find_by_lengths(void *result)
{
    const ent_i_betweenness_how_t how = {.threads = 1, .length = length};

    assert_ok(ent_i_betweenness_find(result, network, &how, NULL, &err));
}

/* The values, behind them their errors. */
static void find_sampled(void *result)
{
    const ent_i_betweenness_how_t how = {.threads = 1, .sample = 400, .seed = 3};
    ent_i_doubt_t doubt = {.error = (double *)result + ACTORS};

    assert_ok(ent_i_betweenness_find(result, network, &how, &doubt, &err));
}

static void find_distances(void *result)
{
    assert_ok(ent_i_distances(network, result, true, 1, &err));
}

static void find_weighted(void *result)
{
    assert_ok(ent_i_distances_weighted(network, result, length, false, 1, &err));
}

/* By two and three members, the same bytes as alone. */
static void check(void (*job)(void *result), size_t width, bool directed, size_t meetings)
{
    ent_network_t *made = make_network(directed);
    char *alone = calloc(ACTORS, width);
    char *together = calloc(ACTORS, width);

    assert_non_null(alone);
    assert_non_null(together);
    network = made;
    for (size_t i = 0; i < TIES; i++)
        length[i] = 1 + (double)(i % 3);
    job(alone);
    for (size_t members = 2; members < 4; members++) {
        memset(together, 0, ACTORS * width);
        assert_int_equal(take_turns(members, job, together), meetings);
        assert_memory_equal(together, alone, ACTORS * width);
    }
    free(together);
    free(alone);
    ent_network_free(made);
}

static void betweenness_is_shared_out(void **state)
{
    (void)state;
    /* 1,300 sources in batches of 96, each a share. */
    check(find_betweenness, sizeof(double), false, 14);
    check(find_betweenness, sizeof(double), true, 14);
    check(find_in_rounds, sizeof(double), false, 14);
    check(find_by_lengths, sizeof(double), false, 14);
    check(find_by_lengths, sizeof(double), true, 14);
    check(find_sampled, 2 * sizeof(double), false, 6); /* some 350 sources, batches of 64 */
}

static void rounds_change_no_digit(void **state)
{
    static double at_once[ACTORS];
    static double in_rounds[ACTORS];
    ent_network_t *made = make_network(false);

    (void)state;
    network = made;
    find_betweenness(at_once);
    find_in_rounds(in_rounds);
    assert_memory_equal(in_rounds, at_once, sizeof at_once);
    ent_network_free(made);
}

static void distances_are_shared_out(void **state)
{
    (void)state;
    check(find_distances, sizeof(ent_i_reach_t), false, 1);
    check(find_distances, sizeof(ent_i_reach_t), true, 1);
    check(find_weighted, sizeof(ent_i_reach_t), true, 1);
}

static void one_process_writes(void **state)
{
    ent_blob_t blob = {"text", 4};

    (void)state;
    assert_true(ent_i_crew_writes());
    crew = (ent_i_crew_t){.me = 1, .count = 2, .give = give};
    ent_i_crew_join(&crew);
    assert_false(ent_i_crew_writes());
    assert_ok(ent_blob_save(&blob, "/nonexistent/never", &err)); /* it does not even try */
    assert_ok(ent_blob_can_save("/nonexistent/never", &err));
    ent_i_crew_join(NULL);
    assert_int_equal(ent_blob_save(&blob, "/nonexistent/never", &err), ENT_EIO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stretches_cover_all_once),  cmocka_unit_test(draws_are_shared_out),
        cmocka_unit_test(betweenness_is_shared_out), cmocka_unit_test(distances_are_shared_out),
        cmocka_unit_test(rounds_change_no_digit),    cmocka_unit_test(one_process_writes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
