/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Long work under watch: it tells how far it is, and ends soon after it is cancelled, in whatever
 * step that is, with everything freed (the sanitizers see to that). */
#include "unit/scratch.h"

#include <stdatomic.h>

#include "base/watch.h"
#include "engine/betweenness.h"
#include "engine/distances.h"
#include "entente/entente.h"
#include "layout/pack.h"

enum { ACTORS = 900, TIES = 2700, ROWS = 80000 };

static ent_error_t err;
static ent_network_t *network;
static double values[ACTORS];

/* The watcher: cancels at a question, keeps what it is told. */
static struct {
    atomic_size_t asked;
    size_t cancel_at; /* the question that is answered with yes; 0: none */
    size_t told;
    ent_progress_t last;
    size_t ended;   /* pieces of work … */
    char ends[200]; /* … and what they were, some 20 of them */
    bool fell_back;
} watcher;

static bool cancelled(void *context)
{
    size_t asked = atomic_fetch_add(&watcher.asked, 1) + 1;

    (void)context;
    return watcher.cancel_at != 0 && asked >= watcher.cancel_at;
}

static void told(void *context, const ent_progress_t *progress)
{
    (void)context;
    if (progress->what == watcher.last.what && progress->done < watcher.last.done &&
        watcher.last.done < watcher.last.total)
        watcher.fell_back = true;
    watcher.told++;
    if (progress->done >= progress->total) {
        size_t used = strlen(watcher.ends);

        watcher.ended++;
        snprintf(watcher.ends + used, sizeof watcher.ends - used, "%s; ", progress->what);
    }
    watcher.last = *progress;
}

static const ent_watch_t watch = {.cancelled = cancelled, .progress = told};

static void look_on(size_t cancel_at)
{
    memset(&watcher, 0, sizeof watcher);
    watcher.cancel_at = cancel_at;
    err = (ent_error_t){0};
    ent_watch_set(&watch);
}

/* A ring with chords: one block, no two of its vertices alike. */
static ent_status_t make_ring(ent_network_t **made, ent_id_t ties, bool weighted)
{
    ent_tie_t tie[2 * TIES];

    for (ent_id_t i = 0; i < ties; i++)
        tie[i] = (ent_tie_t){i % ACTORS, (i + 1 + i / ACTORS * (7 + i % 13)) % ACTORS,
                             weighted ? 1 + i % 3 : 1};
    return ent_network_from_ties(made, ACTORS, tie, (size_t)ties, NULL, false, &err);
}

static int make_network(void **state)
{
    (void)state;
    return make_ring(&network, TIES, true) != ENT_OK;
}

static int free_network(void **state)
{
    (void)state;
    ent_network_free(network);
    return 0;
}

static ent_status_t find_betweenness(int threads)
{
    return ent_i_betweenness_find(values, network, &(ent_i_betweenness_how_t){.threads = threads},
                                  NULL, &err);
}

static ent_status_t find_distances(int threads)
{
    static ent_i_reach_t reach[ACTORS];

    return ent_i_distances(network, reach, false, threads, &err);
}

static ent_status_t measure(const char *name, int threads)
{
    const ent_measure_t *row = ent_measure_find(name);
    ent_measure_options_t options;

    ent_measure_options_init(&options);
    options.threads = threads;
    return ent_measure_compute(network, values, &row, 1, &options, &err);
}

static ent_status_t find_weighted_betweenness(int threads)
{
    return measure("betweenness_weighted", threads);
}

static ent_status_t find_weighted_closeness(int threads)
{
    return measure("closeness_harmonic_weighted", threads);
}

static ent_status_t find_groups(int threads)
{
    ent_group_options_t options;
    ent_groups_t *groups = NULL;
    ent_status_t status;

    (void)threads;
    ent_group_options_init(&options);
    options.runs = 20;
    status = ent_groups_find(&groups, network, &options, &err);
    ent_groups_free(groups);
    return status;
}

/* A table of several pieces, for threads, and a row between them that is read by itself. */
static void write_table(scratch_t *scratch)
{
    static char text[24 * ROWS];
    size_t used = 0;

    used += (size_t)sprintf(text, "party_a,party_b\n");
    for (int i = 0; i < ROWS; i++)
        used += (size_t)sprintf(text + used, i == ROWS / 2 ? "\"a%d\",b%d\n" : "a%d,b%d\n",
                                i % ACTORS, i / ACTORS);
    scratch_write(scratch, "agreements.csv", text);
}

static ent_status_t read_tables(int threads)
{
    scratch_t scratch;
    ent_dataset_options_t options;
    ent_dataset_t *dataset = NULL;
    ent_status_t status;

    scratch_open(&scratch);
    write_table(&scratch);
    ent_dataset_options_init(&options);
    options.threads = threads;
    status = ent_dataset_open(&dataset, scratch.dir, &options, &err);
    ent_dataset_free(dataset);
    scratch_close(&scratch);
    return status;
}

static const struct {
    const char *what;
    ent_status_t (*work)(int threads);
} kinds[] = {
    {"betweenness", find_betweenness},
    {"distances", find_distances},
    {"weighted betweenness", find_weighted_betweenness},
    {"weighted closeness", find_weighted_closeness},
    {"groups", find_groups},
    {"tables", read_tables},
};

/* At the first question, the second, … and in the middle. */
static void cancelled_at_any_question(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (int threads = 1; threads <= 3; threads += 2) {
            size_t asked;

            look_on(0);
            assert_ok(kinds[k].work(threads));
            asked = watcher.asked;
            if (asked < 2)
                fail_msg("%s asks only %zu times", kinds[k].what, asked);
            for (size_t at = 1; at <= asked; at += 1 + asked / 7) {
                look_on(at);
                if (kinds[k].work(threads) != ENT_ECANCELLED)
                    fail_msg("%s goes on after question %zu of %zu", kinds[k].what, at, asked);
                assert_int_equal(err.status, ENT_ECANCELLED);
                assert_string_equal(err.message, "The work was cancelled.");
            }
            /* Nothing is left behind that would disturb the next. */
            look_on(0);
            assert_ok(kinds[k].work(threads));
        }
    ent_watch_set(NULL);
}

/* Discs that begin close together, round by round. */
static void discs_are_cancelled(void **state)
{
    static ent_i_point_t at[ACTORS];
    static double radius[ACTORS];
    const ent_i_box_t page = {0, 0, 100, 100};

    (void)state;
    for (int i = 0; i < ACTORS; i++) {
        at[i] = (ent_i_point_t){50 + i % 30 * 0.01, 50 + i / 30 * 0.01};
        radius[i] = 1;
    }
    look_on(3);
    assert_int_equal(ent_i_push_discs(at, radius, ACTORS, &page, 0.1, &err), ENT_ECANCELLED);
    assert_int_equal(watcher.asked, 3);
    ent_watch_set(NULL);
}

/* Its ties are of one width, so many that they are drawn together. */
static ent_status_t draw_picture(void)
{
    ent_network_t *ring = NULL;
    ent_figure_options_t options;
    ent_figure_t *figure = NULL;
    ent_blob_t blob = {0};
    ent_status_t status;

    ent_figure_options_init(&options);
    assert_ok(make_ring(&ring, 2 * TIES, false));
    status = ent_figure_new(&figure, ring, &options, &err);
    if (status == ENT_OK)
        status = ent_figure_write(figure, &blob, ENT_FIGURE_PNG, &err);
    ent_blob_free(&blob);
    ent_figure_free(figure);
    ent_network_free(ring);
    return status;
}

static void pictures_are_told_of_and_cancelled(void **state)
{
    const char *const steps[] = {"layout; ", "pushing marks apart; ", "drawing lines; "};
    size_t asked;

    (void)state;
    look_on(0);
    assert_ok(draw_picture());
    asked = watcher.asked;
    assert_false(watcher.fell_back);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (strstr(watcher.ends, steps[i]) == NULL)
            fail_msg("told of %s, not of %s", watcher.ends, steps[i]);
    look_on(asked - 1); /* among the lines */
    assert_int_equal(draw_picture(), ENT_ECANCELLED);
    ent_watch_set(NULL);
}

static void told_from_start_to_end(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        look_on(0);
        assert_ok(kinds[k].work(2));
        if (watcher.told == 0 || watcher.fell_back)
            fail_msg("%s is told of %zu times", kinds[k].what, watcher.told);
        assert_true(watcher.last.done == watcher.last.total && watcher.last.total > 0);
        assert_true(watcher.ended >= 1);
    }
    ent_watch_set(NULL);
}

/* Work within work is not told of, nor what fails in the middle forgotten. */
static void only_the_outermost_is_told_of(void **state)
{
    ent_i_task_t outer;
    ent_i_task_t inner;

    (void)state;
    look_on(0);
    ent_i_task_begin(&outer, "outer", "parts", 2);
    ent_i_task_begin(&inner, "inner", "parts", 2);
    assert_true(ent_i_task_step(&inner, 1));
    assert_int_equal(ent_i_task_end(&inner, &err), ENT_OK);
    assert_int_equal(watcher.told, 1);
    assert_true(ent_i_task_step(&outer, 1));
    assert_int_equal(watcher.told, 2);
    assert_string_equal(watcher.last.what, "outer");
    assert_true(watcher.last.done == 1 && watcher.last.total == 2);
    watcher.cancel_at = 1;
    assert_false(ent_i_task_step(&outer, 1));
    assert_true(ent_i_task_is_over(&outer));
    assert_int_equal(ent_i_task_end(&outer, &err), ENT_ECANCELLED);
    assert_int_equal(watcher.ended, 2); /* by its last step, and by its end */
    look_on(0);
    ent_i_task_begin(&inner, "inner", "parts", 1);
    assert_string_equal(watcher.last.what, "inner");
    assert_int_equal(ent_i_task_end(&inner, &err), ENT_OK);
    ent_watch_set(NULL);
}

static void set_and_put_back(void **state)
{
    ent_watch_t before;

    (void)state;
    ent_watch_set(&watch);
    before = ent_watch_set(NULL);
    assert_true(before.cancelled == cancelled && before.progress == told);
    before = ent_watch_set(NULL);
    assert_true(before.cancelled == NULL && before.progress == NULL);
    assert_int_equal(ent_i_go_on(&err), ENT_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(set_and_put_back),
        cmocka_unit_test(only_the_outermost_is_told_of),
        cmocka_unit_test(cancelled_at_any_question),
        cmocka_unit_test(discs_are_cancelled),
        cmocka_unit_test(pictures_are_told_of_and_cancelled),
        cmocka_unit_test(told_from_start_to_end),
    };

    return cmocka_run_group_tests(tests, make_network, free_network);
}
