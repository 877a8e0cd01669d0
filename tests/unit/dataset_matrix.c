/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Wide incidence matrices: recognised or asked for, every cell and every row accounted for. */
#include "unit/tables.h"

static ent_dataset_t *open_matrix(const char *text)
{
    ent_dataset_options_t options;

    ent_dataset_options_init(&options);
    options.matrix = true;
    tables_clear();
    put("m.csv", text);
    return must_open(tables_path("m.csv"), &options);
}

static ent_dataset_t *open_unasked(const char *text)
{
    tables_clear();
    put("m.csv", text);
    return must_open(tables_path("m.csv"), NULL);
}

static const char *role_of(const ent_dataset_t *dataset)
{
    return ent_dataset_table(dataset, 0)->role;
}

/* tables_path() is what the file is called in messages. */
#define assert_here(dataset, line, column, part) assert_error(dataset, "m.csv", line, column, part)
#define assert_accounted(dataset, used, merged, rejected, blank)                                   \
    assert_account(dataset, "m.csv", used, merged, rejected, blank)

static void rows_are_members_and_columns_networks(void **state)
{
    ent_dataset_t *dataset = open_unasked("city,GNLC,\"Net, 2\",Void\nCork,1,0,0\n\n"
                                          "Beta,1,1,\n 서울 ,,1,0\nAlone,0,,0\n");
    const ent_record_t *record;

    (void)state;
    assert_string_equal(role_of(dataset), "matrix");
    assert_accounted(dataset, 4, 0, 0, 1);
    assert_int_equal(ent_dataset_actor_count(dataset), 7);
    assert_int_equal(actor_of(dataset, "Void")->kind, ENT_KIND_NETWORK);
    assert_int_equal(actor_of(dataset, "Alone")->kind, ENT_KIND_ACTOR);
    assert_int_equal(ent_dataset_record_count(dataset), 4);
    record = ent_dataset_record(dataset, 0);
    assert_int_equal(record->kind, ENT_TIE_MEMBERSHIP);
    assert_string_equal(ent_dataset_actor(dataset, record->party[0])->id, "Beta");
    assert_string_equal(ent_dataset_actor(dataset, record->party[1])->id, "GNLC");
    assert_string_equal(record->role, "");
    assert_true(isnan(record->weight));
    assert_int_equal(record->row_count, 1);
    assert_int_equal(ent_dataset_row(dataset, record->row[0]).line, 4);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(ent_dataset_row(dataset, i).record, ENT_NONE);
    assert_string_equal(ent_dataset_actor(dataset, ent_dataset_row(dataset, 3).actor)->id, "서울");
    ent_dataset_free(dataset);
}

static void grades_are_kept_as_roles(void **state)
{
    ent_dataset_t *dataset = open_matrix(",N,M\na,1,0.5\nb,2.0,\nc,0,0.0\n");

    (void)state;
    assert_int_equal(ent_dataset_error_count(dataset), 0);
    assert_int_equal(ent_dataset_record_count(dataset), 3);
    assert_string_equal(ent_dataset_record(dataset, 0)->role, "grade 0.5");
    assert_string_equal(ent_dataset_record(dataset, 1)->role, "grade 1");
    assert_string_equal(ent_dataset_record(dataset, 2)->role, "grade 2");
    ent_dataset_free(dataset);
}

static void every_faulty_cell_is_told(void **state)
{
    ent_dataset_t *dataset = open_matrix("city,N,M,\n"
                                         "a,yes,-1,\n"
                                         ",1,0x1,\n"
                                         "b,1,1\n"
                                         "c,0,0,1\n"
                                         "N,1,0,\n"
                                         "d,1,1,0\n"
                                         "city,N,M,\n");

    (void)state;
    assert_here(dataset, 2, 3, "found 'yes' in the column of the network 'N'");
    assert_here(dataset, 2, 7, "found '-1'");
    assert_here(dataset, 3, 1, "the row has no member");
    assert_here(dataset, 3, 4, "found '0x1'");
    assert_here(dataset, 4, 5, "the row has 3 fields, the header 4");
    assert_here(dataset, 5, 7, "the column 4 of this membership has no name");
    assert_here(dataset, 6, 3, "the network 'N' is a member of itself");
    assert_here(dataset, 8, 1, "the header is repeated");
    assert_accounted(dataset, 1, 0, 6, 0);
    assert_int_equal(ent_dataset_record_count(dataset), 2);
    assert_int_equal(ent_dataset_actor_count(dataset), 3);
    ent_dataset_free(dataset);
}

static void a_member_has_one_row(void **state)
{
    ent_dataset_t *dataset = open_matrix("city,N,M\na,1,\na,1.0,0\na,1,1\nb,0,0\nb,,\n");

    (void)state;
    assert_accounted(dataset, 2, 2, 1, 0);
    assert_here(dataset, 4, 1, "the member 'a' has another row");
    assert_int_equal(ent_dataset_record_count(dataset), 1);
    ent_dataset_free(dataset);
}

static void a_member_may_be_a_network(void **state)
{
    ent_dataset_t *dataset = open_matrix("city,N,M,O\nN,0,1,0\na,1,1,1\n");

    (void)state;
    assert_accounted(dataset, 2, 0, 0, 0);
    assert_warning(dataset, "m.csv", 2, 1, "is a network of this table as well");
    assert_int_equal(ent_dataset_actor_count(dataset), 4);
    ent_dataset_free(dataset);
}

static void what_is_no_matrix_is_refused(void **state)
{
    static const struct {
        const char *text;
        uint32_t column;
        const char *part;
    } cases[] = {
        {"city,N,M,N\na,1,0,1\n", 10, "the header names the network 'N' twice (columns 2 and 4)"},
        {"city\na\n", 1, "found one column"},
        {",a,b,c\na,0,1,1\nb,1,0,0\nc,1,0,0\n", 1, "3 of 3 columns bear the names of rows"},
        {"city,N,\"M\x1b\"\na,1,0\n", 8, "has a control character"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_dataset_t *dataset = open_matrix(cases[i].text);
        ent_account_t account = account_of(dataset, NULL, NULL);

        assert_here(dataset, 1, cases[i].column, cases[i].part);
        assert_int_equal(ent_dataset_error_count(dataset), 1);
        assert_int_equal(account.rows, account.state[ENT_ROW_REJECTED]);
        assert_int_equal(ent_dataset_record_count(dataset), 0);
        ent_dataset_free(dataset);
    }
}

/* By the rows, and never where the columns may be ours. */
static void it_is_told_from_ties(void **state)
{
    static const struct {
        const char *text;
        const char *role;
        size_t errors;
    } cases[] = {
        {"city,N,M\na,1,0\nb,0,1\n", "matrix", 0},
        {"city,N,M\na,1,0\nb,0,1\nc,1,1\nd,1,1\ne,1,x\n", "matrix", 1},
        {"city,N,M\na,1,0\nb,0,x\n", "ties", 1},      /* one cell in four */
        {"x,y,z\na,1,2\na,1,3\na,2,3\n", "ties", 1},  /* the first column repeats itself */
        {"city,N,weight\na,1,8\nb,1,9\n", "ties", 1}, /* weight is a column of ours */
        {"city,N,M\na,1,14\nb,1,10\n", "ties", 1},    /* not single digits */
        {"source,target,n\na,b,1\nb,c,2\n", "ties", 0},
        {"member,network,n\na,b,1\nb,c,2\n", "memberships", 0},
        {"a,b\nc,d\n", "ties", 0},
        {"1,2\n1,3\n", "ties", 0},
        {"city,N\na,1\nb,0\n", "ties", 1}, /* may be either */
        {"city,N\na,1\nb,c\n", "ties", 0},
        {"city,N,M\n", "ties", 1},
        {"a,b,c\n1,2,3\n", "ties", 1}, /* numbers may be names */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_dataset_t *dataset = open_unasked(cases[i].text);

        print_message("%s\n", cases[i].text);
        assert_string_equal(role_of(dataset), cases[i].role);
        assert_int_equal(ent_dataset_error_count(dataset), cases[i].errors);
        ent_dataset_free(dataset);
    }
}

static void columns_may_be_joined(void **state)
{
    ent_dataset_options_t options = {.matrix = true, .map = "member=city+country"};
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("m.csv", "country,N,city\nIreland,1,Cork\nUSA,1,Cork\n");
    dataset = must_open(tables_path("m.csv"), &options);
    assert_int_equal(ent_dataset_error_count(dataset), 0);
    assert_int_equal(ent_dataset_record_count(dataset), 2);
    assert_int_equal(actor_of(dataset, "Cork, USA")->kind, ENT_KIND_ACTOR);
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_members_and_columns_networks),
        cmocka_unit_test(grades_are_kept_as_roles),
        cmocka_unit_test(every_faulty_cell_is_told),
        cmocka_unit_test(a_member_has_one_row),
        cmocka_unit_test(a_member_may_be_a_network),
        cmocka_unit_test(what_is_no_matrix_is_refused),
        cmocka_unit_test(it_is_told_from_ties),
        cmocka_unit_test(columns_may_be_joined),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
