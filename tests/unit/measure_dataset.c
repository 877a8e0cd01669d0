/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What measures take from the data set: agreements behind ties, attributes, who reports. */
#include "unit/reference.h"
#include "unit/scratch.h"

static scratch_t folder;

/* a and b signed twice, a, b and c once together; d is with a, and planned with c. */
static int write_dataset(void **state)
{
    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv",
                  "id,name,country,region,colour\n"
                  "a,Alpha,KR,Asia,red\n"
                  "b,Beta,KR,Asia,blue\n"
                  "c,Gamma,MX,,red\n"
                  "d,Delta,,,\n"
                  "e,Epsilon,MX,America,blue\n");
    scratch_write(&folder, "agreements.csv",
                  "id,party_a,party_b,parties,status,reported_by\n"
                  "1,a,b,,,a;b\n"
                  "2,a,b,,,Alpha\n"
                  "3,,,a;b;c,,Gamma; Beta ;a\n"
                  "4,a,d,,,\n"
                  "5,c,d,,planned,c;d\n");
    return 0;
}

static int remove_dataset(void **state)
{
    (void)state;
    scratch_close(&folder);
    return 0;
}

typedef struct opened {
    ent_dataset_t *dataset;
    ent_network_t *network;
} opened_t;

static opened_t open_with(ent_parallel_t parallel, ent_multiparty_t multiparty)
{
    opened_t opened = {.dataset = scratch_dataset(&folder, NULL)};
    ent_network_options_t options;
    ent_error_t err = {0};

    assert_ok(ent_network_options_init(&options, opened.dataset, &err));
    options.parallel = parallel;
    options.multiparty = multiparty;
    assert_ok(ent_network_new(&opened.network, opened.dataset, &options, &err));
    return opened;
}

static void close_both(opened_t *opened)
{
    ent_network_free(opened->network);
    ent_dataset_free(opened->dataset);
}

/* `want` is for a, b, c, d and e. */
static void check(const opened_t *opened, const char *name, const char *by, const double *want)
{
    ent_measure_options_t options;
    double *values;

    ent_measure_options_init(&options);
    options.by = by;
    values = ref_compute_with(opened->network, name, &options);
    for (const char *id = "abcde"; *id != '\0'; id++) {
        const char one[2] = {*id, '\0'};
        ent_id_t actor = ENT_NONE;
        ent_error_t err = {0};

        assert_ok(ent_dataset_find(opened->dataset, &actor, one, &err));
        assert_near(values[ent_network_vertex(opened->network, actor)], want[*id - 'a'], 1e-12,
                    one);
    }
    free(values);
}

static void agreements_are_counted_once_each(void **state)
{
    opened_t opened = open_with(ENT_PARALLEL_DEFAULT, ENT_MULTIPARTY_CLIQUE);

    (void)state;
    check(&opened, "degree", NULL, (double[]){3, 2, 2, 1, 0});
    check(&opened, "agreements", NULL, (double[]){4, 3, 1, 1, 0});
    check(&opened, "strength", NULL, (double[]){5, 4, 2, 1, 0});
    close_both(&opened);
}

/* Kept apart, parallel ties leave what looks at neighbours as it is. */
static void parallel_ties_kept(void **state)
{
    opened_t merged = open_with(ENT_PARALLEL_DEFAULT, ENT_MULTIPARTY_CLIQUE);
    opened_t kept = open_with(ENT_PARALLEL_KEEP, ENT_MULTIPARTY_CLIQUE);
    static const char *const same[] = {
        "degree",     "agreements",     "strength",   "closeness_harmonic",  "coreness",
        "clustering", "effective_size", "constraint", "constraint_weighted", "articulation"};

    (void)state;
    assert_int_equal(ent_network_tie_count(kept.network), 6);
    for (size_t m = 0; m < sizeof same / sizeof same[0]; m++) {
        double *want = ref_compute(merged.network, same[m]);

        check(&kept, same[m], NULL, want);
        free(want);
    }
    /* Three ties of a and b, one of a and c: their entries are those of the matrix of counts. */
    {
        double *counts = ref_compute(merged.network, "eigenvector_weighted");

        check(&kept, "eigenvector", NULL, counts);
        free(counts);
    }
    close_both(&kept);
    close_both(&merged);
}

static void a_star_counts_the_agreement_once(void **state)
{
    opened_t opened = open_with(ENT_PARALLEL_DEFAULT, ENT_MULTIPARTY_STAR);

    (void)state;
    check(&opened, "degree", NULL, (double[]){3, 2, 1, 1, 0});
    check(&opened, "agreements", NULL, (double[]){4, 3, 1, 1, 0});
    close_both(&opened);
}

/* Ties: a-b, a-c, b-c, a-d. */
static void ei_index_leaves_out_what_is_missing(void **state)
{
    opened_t opened = open_with(ENT_PARALLEL_DEFAULT, ENT_MULTIPARTY_CLIQUE);
    const ent_measure_t *measure = ent_measure_find("ei_index");
    ent_measure_options_t options;
    double values[5];
    ent_error_t err = {0};

    (void)state;
    check(&opened, "ei_index", NULL, (double[]){0, 0, 1, NAN, NAN});
    check(&opened, "ei_index", "country", (double[]){0, 0, 1, NAN, NAN});
    check(&opened, "ei_index", "colour", (double[]){0, 1, 0, NAN, NAN});
    check(&opened, "ei_index", "kind", (double[]){-1, -1, -1, -1, NAN});
    ent_measure_options_init(&options);
    options.by = "shape";
    assert_int_equal(ent_measure_compute(opened.network, values, &measure, 1, &options, &err),
                     ENT_EINVAL);
    assert_non_null(strstr(err.message, "shape"));
    close_both(&opened);
}

/* Ties: a-b, a-c, b-c, a-d; d has no country and is left out, and with it the pairs c-d and b-d
 * that a would join. e counts in the size of the network: 3 of 6 pairs are tied. */
static void brokers_leave_out_what_is_missing(void **state)
{
    opened_t opened = open_with(ENT_PARALLEL_DEFAULT, ENT_MULTIPARTY_CLIQUE);

    (void)state;
    check(&opened, "broker_total", NULL, (double[]){0, 0, 0, NAN, 0});
    check(&opened, "broker_total", "kind", (double[]){4, 0, 0, 0, 0});
    check(&opened, "broker_coordinator", "kind", (double[]){4, 0, 0, 0, 0});
    check(&opened, "broker_total_expected", NULL,
          (double[]){0.75, 0.75, 0.75, NAN, 0.75}); /* 1/2 * 1/2 * 1/2 * 3 * 2 */
    close_both(&opened);
}

/* Country: a-b within, a-c and b-c across: ends KR 4, MX 2 of 6; (1/3 - 5/9) / (1 - 5/9) = -1/2.
 * Region: a-b alone. Of agreements 1, 2 and 3 that say who reports them, all but 2 name all. */
static void mixing_and_reporting(void **state)
{
    opened_t opened = open_with(ENT_PARALLEL_DEFAULT, ENT_MULTIPARTY_CLIQUE);
    ent_summary_t summary;
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_network_summarise(opened.network, &summary, NULL, &err));
    assert_near(summary.ei_country, 1.0 / 3, 1e-15, "ei_country");
    assert_int_equal(summary.ei_country_ties, 3);
    assert_near(summary.assortativity_country, -0.5, 1e-12, "assortativity_country");
    assert_near(summary.ei_region, -1, 0, "ei_region");
    assert_int_equal(summary.ei_region_ties, 1);
    assert_near(summary.assortativity_region, NAN, 0, "assortativity_region");
    assert_near(summary.ei_kind, -1, 0, "ei_kind");
    assert_near(summary.reported_by_both, 2.0 / 3, 1e-15, "reported_by_both");
    close_both(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agreements_are_counted_once_each),
        cmocka_unit_test(parallel_ties_kept),
        cmocka_unit_test(a_star_counts_the_agreement_once),
        cmocka_unit_test(ei_index_leaves_out_what_is_missing),
        cmocka_unit_test(brokers_leave_out_what_is_missing),
        cmocka_unit_test(mixing_and_reporting),
    };
    return cmocka_run_group_tests(tests, write_dataset, remove_dataset);
}
