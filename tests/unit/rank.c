/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rank tables: the rules by hand, measures by name, rows filtered after ranking. */
#include "document/rank.h"
#include "entente/report.h"
#include "unit/tables.h"

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

/* Values that share the first 12 digits share a rank, and the next rank counts them all. */
static void equal_to_twelve_digits_is_equal(void **state)
{
    static const double value[] = {1.0 / 3, NAN, 0.333333333332, 2, 1.0 / 3 + 1e-15, NAN, 0};
    static const ent_id_t order[] = {3, 0, 4, 2, 6, 1, 5};
    static const double rank[] = {1, 2, 2, 4, 5, NAN, NAN};
    ent_i_place_t place[7];

    (void)state;
    ent_i_rank(place, value, 7, false);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(place[i].vertex, order[i]);
        assert_near(ent_i_place_rank(&place[i]), rank[i], 0, "rank");
    }
}

static void ascending_puts_the_smallest_first(void **state)
{
    static const double value[] = {0.5, NAN, -1, 0.5, 7};
    static const ent_id_t order[] = {2, 0, 3, 4, 1};
    static const double rank[] = {1, 2, 2, 4, NAN};
    ent_i_place_t place[5];

    (void)state;
    ent_i_rank(place, value, 5, true);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(place[i].vertex, order[i]);
        assert_near(ent_i_place_rank(&place[i]), rank[i], 0, "rank");
    }
}

static void nothing_to_rank(void **state)
{
    (void)state;
    ent_i_rank(NULL, NULL, 0, false);
}

/* A star of b with a, c, d, and e alone; c lives in Korea. */
static ent_dataset_t *star(void)
{
    tables_clear();
    put("cities.csv", "id,name,country\ne,Echo,MX\nd,Delta,MX\nc,Charlie,KR\nb,Bravo,MX\n"
                      "a,\"Alpha, \"\"the first\"\"\",MX\n");
    put("agreements.csv", "party_a,party_b\nb,a\nb,c\nd,b\n");
    return open_tables();
}

static ent_network_t *whole(const ent_dataset_t *dataset)
{
    ent_network_options_t options;
    ent_network_t *network = NULL;

    assert_ok(ent_network_options_init(&options, dataset, &err));
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    return network;
}

static ent_blob_t rank_csv(const ent_network_t *network, const char *list, const char *show)
{
    const ent_measure_t *measure[100];
    size_t count;
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};

    assert_true(ent_measure_count() <= 100);
    assert_ok(ent_measure_list(measure, &count, list, network, &err));
    assert_ok(ent_rank_sheet(&sheet, network, measure, count, NULL, show, &err));
    assert_ok(ent_sheet_write(sheet, &blob, ENT_FORMAT_CSV, &err));
    ent_sheet_free(sheet);
    return blob;
}

static void a_star_by_hand(void **state)
{
    ent_dataset_t *dataset = star();
    ent_network_t *network = whole(dataset);
    ent_blob_t blob = rank_csv(network, "degree, constraint,eccentricity,degree", NULL);

    (void)state;
    assert_string_equal(blob.bytes, "rank,id,name,kind,country,degree,constraint,eccentricity\n"
                                    "1,b,Bravo,city,MX,3,0.333333333333,1\n"
                                    "2,a,\"Alpha, \"\"the first\"\"\",city,MX,1,1,2\n"
                                    "2,c,Charlie,city,KR,1,1,2\n"
                                    "2,d,Delta,city,MX,1,1,2\n"
                                    "5,e,Echo,city,MX,0,,0\n");
    ent_blob_free(&blob);
    blob = rank_csv(network, "constraint", NULL);
    assert_string_equal(blob.bytes, "rank,id,name,kind,country,constraint\n"
                                    "1,b,Bravo,city,MX,0.333333333333\n"
                                    "2,a,\"Alpha, \"\"the first\"\"\",city,MX,1\n"
                                    "2,c,Charlie,city,KR,1\n"
                                    "2,d,Delta,city,MX,1\n"
                                    ",e,Echo,city,MX,\n");
    ent_blob_free(&blob);
    ent_network_free(network);
    ent_dataset_free(dataset);
}

/* Ranks are those among all, whoever is shown. */
static void shown_rows_keep_their_ranks(void **state)
{
    ent_dataset_t *dataset = star();
    ent_network_t *network = whole(dataset);
    ent_blob_t blob = rank_csv(network, "degree", "country=KR");
    ent_sheet_t *sheet = NULL;
    const ent_measure_t *degree = ent_measure_find("degree");

    (void)state;
    assert_string_equal(blob.bytes, "rank,id,name,kind,country,degree\n"
                                    "2,c,Charlie,city,KR,1\n");
    ent_blob_free(&blob);
    assert_int_equal(ent_rank_sheet(&sheet, network, &degree, 1, NULL, "contry=KR", &err),
                     ENT_EINVAL);
    assert_non_null(strstr(err.message, "country"));
    assert_null(sheet);
    ent_network_free(network);
    ent_dataset_free(dataset);
}

/* More rows than are written at once, none, and none that is shown: the bytes of the sheet. */
static void written_is_the_sheet(void **state)
{
    enum { ACTORS = 9000 };
    const ent_measure_t *measures[] = {ent_measure_find("degree"), ent_measure_find("pagerank")};
    ent_dataset_t *dataset = star();
    ent_network_t *network[3] = {whole(dataset)};
    ent_tie_t *path = calloc(ACTORS, sizeof *path);

    (void)state;
    for (ent_id_t i = 0; i + 1 < ACTORS; i++)
        path[i] = (ent_tie_t){i, i + 1, 1};
    assert_ok(ent_network_from_ties(&network[1], ACTORS, path, ACTORS - 1, NULL, false, &err));
    assert_ok(ent_network_from_ties(&network[2], 0, NULL, 0, NULL, false, &err));
    for (size_t i = 0; i < 3; i++)
        for (int format = ENT_FORMAT_TABLE; format <= ENT_FORMAT_JSONL; format++) {
            const char *show = i == 0 && format != ENT_FORMAT_EXCEL ? "country=KR" : NULL;
            ent_sheet_t *sheet = NULL;
            ent_blob_t want = {0};
            ent_blob_t got = {0};

            assert_ok(ent_rank_sheet(&sheet, network[i], measures, 2, NULL, show, &err));
            assert_ok(ent_sheet_write(sheet, &want, (ent_format_t)format, &err));
            assert_ok(ent_rank_write(&got, network[i], measures, 2, NULL, show,
                                     (ent_format_t)format, &err));
            assert_int_equal(got.size, want.size);
            assert_memory_equal(got.bytes, want.bytes, want.size);
            ent_blob_free(&want);
            ent_blob_free(&got);
            ent_sheet_free(sheet);
        }
    for (size_t i = 0; i < 3; i++)
        ent_network_free(network[i]);
    ent_dataset_free(dataset);
    free(path);
}

static void defaults_fit_the_network(void **state)
{
    static const char *const one_mode[] = {"degree",      "betweenness", "closeness_harmonic",
                                           "eigenvector", "pagerank",    "coreness",
                                           "constraint"};
    static const char *const two_mode[] = {"degree", "degree_two_mode", "closeness_two_mode",
                                           "betweenness_two_mode"};
    static const ent_tie_t tie = {0, 1, 1};
    static const unsigned char mode[] = {0, 1};
    const ent_measure_t *measure[100];
    ent_network_t *network = NULL;
    size_t count;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 2, &tie, 1, NULL, false, &err));
    assert_ok(ent_measure_list(measure, &count, NULL, network, &err));
    assert_int_equal(count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_string_equal(measure[i]->name, one_mode[i]);
    ent_network_free(network);
    assert_ok(ent_network_from_ties(&network, 2, &tie, 1, mode, false, &err));
    assert_ok(ent_measure_list(measure, &count, NULL, network, &err));
    assert_true(count >= 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(measure[i]->name, two_mode[i]);
    ent_network_free(network);
    assert_ok(ent_network_from_ties(&network, 2, &tie, 1, NULL, true, &err));
    assert_ok(ent_measure_list(measure, &count, NULL, network, &err));
    assert_string_equal(measure[0]->name, "degree_in");
    assert_string_equal(measure[1]->name, "degree_out");
    ent_network_free(network);
}

static void a_measure_that_is_none(void **state)
{
    static const ent_tie_t tie = {0, 1, 1};
    static const struct {
        const char *list;
        const char *part;
    } cases[] = {
        {"betweeness", "did you mean 'betweenness'?"},
        {"degree,,pagerank", "There is no measure ''"},
        {"degree_two_mode", "not defined in a one-mode network; all are but: degree_two"},
        {"\033[31mx", "'\\x1B[31mx'"},
    };
    const ent_measure_t *measure[100];
    ent_network_t *network = NULL;
    size_t count;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 2, &tie, 1, NULL, false, &err));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        err = (ent_error_t){0};
        assert_int_equal(ent_measure_list(measure, &count, cases[i].list, network, &err),
                         ENT_EINVAL);
        if (strstr(err.message, cases[i].part) == NULL)
            print_error("%s\n", err.message);
        assert_non_null(strstr(err.message, cases[i].part));
    }
    ent_network_free(network);
}

static void the_table_of_measures_is_whole(void **state)
{
    const ent_measure_t *measures[100];
    ent_sheet_t *sheet = NULL;
    size_t count;

    (void)state;
    assert_ok(ent_measure_list(measures, &count, NULL, NULL, &err));
    assert_ok(ent_measures_sheet(&sheet, measures, count, &err));
    assert_int_equal(ent_sheet_row_count(sheet), ent_measure_count());
    for (size_t i = 0; i < ent_measure_count(); i++) {
        const ent_measure_t *measure = ent_measure_at(i);

        assert_string_equal(ent_sheet_text(sheet, i, 0), measure->name);
        assert_string_equal(ent_sheet_text(sheet, i, 1), measure->definition);
        assert_int_equal(strstr(ent_sheet_text(sheet, i, 6), "two-mode") != NULL,
                         (measure->modes & ENT_FOR_TWO_MODE) != 0);
    }
    ent_sheet_free(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(equal_to_twelve_digits_is_equal, clear_error),
        cmocka_unit_test_setup(ascending_puts_the_smallest_first, clear_error),
        cmocka_unit_test_setup(nothing_to_rank, clear_error),
        cmocka_unit_test_setup(a_star_by_hand, clear_error),
        cmocka_unit_test_setup(shown_rows_keep_their_ranks, clear_error),
        cmocka_unit_test_setup(written_is_the_sheet, clear_error),
        cmocka_unit_test_setup(defaults_fit_the_network, clear_error),
        cmocka_unit_test_setup(a_measure_that_is_none, clear_error),
        cmocka_unit_test_setup(the_table_of_measures_is_whole, clear_error),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
