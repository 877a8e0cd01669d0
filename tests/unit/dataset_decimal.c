/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers with a decimal comma, where the caller says that they have one. */
#include "unit/tables.h"

static ent_dataset_t *open_marked(const char *text, const char *mark)
{
    ent_dataset_options_t options = {.decimal = mark};

    tables_clear();
    put("t.csv", text);
    return must_open(tables_path("t.csv"), &options);
}

static void commas_are_read_where_asked_for(void **state)
{
    static const struct {
        const char *cell;
        const char *mark;
        double weight; /* NaN: rejected … */
        const char *says;
    } cases[] = {
        {"1,5", ",", 1.5, ""},
        {"1,5", NULL, NAN, "write 1.5, or pass --decimal=,"},
        {"1,5", ".", NAN, "write 1.5, or pass --decimal=,"},
        {"1.5", ",", 1.5, ""},
        {"12", ",", 12, ""},
        {"1,5e-3", ",", 0.0015, ""},
        {"1.234,5", ",", NAN, "no other mark, such as 12,5"},
        {"1,234,5", ",", NAN, "no other mark"},
        {"1,234.5", ",", NAN, "no other mark"},
        {"1,234.5", NULL, NAN, "decimal point, such as 12.5"},
        {",5", ",", NAN, "no other mark"},
        {"5,", ",", NAN, "no other mark"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[100];
        ent_dataset_t *dataset;

        snprintf(text, sizeof text, "source;target;weight\na;b;%s\n", cases[i].cell);
        dataset = open_marked(text, cases[i].mark);
        if (isnan(cases[i].weight)) {
            assert_error(dataset, "t.csv", 2, 5, cases[i].says);
            assert_int_equal(ent_dataset_error_count(dataset), 1);
        } else {
            assert_clean(dataset);
            assert_true(ent_dataset_record(dataset, 0)->weight == cases[i].weight);
        }
        ent_dataset_free(dataset);
    }
}

/* A point means thousands somewhere in the table, so it may everywhere. */
static void points_are_doubtful_beside_both_marks(void **state)
{
    ent_dataset_t *dataset =
        open_marked("source;target;weight\na;b;1.250\na;c;1.234,5\na;d;2,5\na;e;7\n", ",");

    (void)state;
    assert_error(dataset, "t.csv", 2, 5, "as line 3 has both marks");
    assert_error(dataset, "t.csv", 3, 5, "no other mark");
    assert_account(dataset, NULL, 2, 0, 2, 0);
    ent_dataset_free(dataset);
}

static void every_number_may_have_one(void **state)
{
    ent_dataset_options_t options = {.decimal = ","};
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id;name;latitude;longitude\na;Alpha;36,45;127,1\nb;Beta;;\n");
    put("agreements.csv", "party_a;party_b;weight;confidence\na;b;2,50;0,5\nb;a;2,5;0,50\n");
    dataset = must_open(tables_dir, &options);
    assert_clean(dataset);
    assert_true(actor_of(dataset, "a")->latitude == 36.45);
    assert_int_equal(ent_dataset_record_count(dataset), 1);
    assert_true(ent_dataset_record(dataset, 0)->confidence == 0.5);
    ent_dataset_free(dataset);
    put("m.txt", "city;N;M;K\na;0,5;0;1\nb;1;1;0\n");
    options.matrix = true;
    dataset = must_open(tables_path("m.txt"), &options);
    assert_string_equal(ent_dataset_record(dataset, 1)->role, "grade 0.5");
    ent_dataset_free(dataset);
}

static void other_marks_are_refused(void **state)
{
    ent_dataset_options_t options = {.decimal = "'"};
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};

    (void)state;
    assert_int_equal(ent_dataset_open(&dataset, tables_dir, &options, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "expected a comma or a point"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_are_read_where_asked_for),
        cmocka_unit_test(points_are_doubtful_beside_both_marks),
        cmocka_unit_test(every_number_may_have_one),
        cmocka_unit_test(other_marks_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
