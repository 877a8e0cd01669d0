/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a folder, a file and their columns are taken for. */
#include "unit/tables.h"

static void a_folder_of_tables_is_read(void **state)
{
    ent_dataset_t *dataset;
    const ent_record_t *record;
    const ent_actor_t *actor;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name,name_ko,country,latitude,longitude,population\n"
                      "gongju,Gongju,공주시,KR,36.45,127.12,104000\n"
                      "slp,San Luis Potosí,,MX,22.15,-100.98,\n");
    put("networks.csv", "id,name,scope\nmx,Mexican Network,MX\n");
    put("memberships.csv", "member,network,from\nslp,Mexican Network,2019\n");
    put("agreements.csv", "party_a,party_b,type,signed\nGongju,San Luis Potosí,mou,2025-04\n");
    put("README.md", "not a table\n");
    dataset = open_tables();
    assert_clean(dataset);
    assert_int_equal(ent_dataset_actor_count(dataset), 3);
    actor = ent_dataset_actor(dataset, 0);
    assert_string_equal(actor->id, "gongju");
    assert_string_equal(actor->country, "KR");
    assert_near(actor->latitude, 36.45, 0, "latitude");
    assert_int_equal(actor->kind, ENT_KIND_CITY);
    assert_int_equal(actor->line, 2);
    assert_string_equal(ent_dataset_actor(dataset, 1)->id, "mx");
    assert_string_equal(ent_dataset_name(dataset, 0, "ko"), "공주시");
    assert_string_equal(ent_dataset_name(dataset, 2, "ko"), "San Luis Potosí");
    assert_string_equal(ent_dataset_attribute(dataset, 0, "population"), "104000");
    assert_string_equal(ent_dataset_attribute(dataset, 2, "Population"), "");
    assert_null(ent_dataset_attribute(dataset, 1, "population"));
    assert_string_equal(ent_dataset_attribute(dataset, 1, "kind"), "network");
    assert_int_equal(ent_dataset_attribute_count(dataset), 3);
    assert_string_equal(ent_dataset_attribute_name(dataset, 0), "name_ko");
    assert_string_equal(ent_dataset_attribute_name(dataset, 1), "population");
    assert_string_equal(ent_dataset_attribute_name(dataset, 2), "scope");

    assert_int_equal(ent_dataset_record_count(dataset), 2);
    record = ent_dataset_record(dataset, 0);
    assert_int_equal(record->kind, ENT_TIE_MEMBERSHIP);
    assert_int_equal(record->party[0], 2);
    assert_int_equal(record->party[1], 1);
    record = ent_dataset_record(dataset, 1);
    assert_int_equal(record->kind, ENT_TIE_AGREEMENT);
    assert_string_equal(record->type, "mou");
    assert_int_equal(record->party[0], 0);
    assert_int_equal(record->party[1], 2);
    assert_int_equal(record->row_count, 1);
    assert_account(dataset, NULL, 5, 0, 0, 0);
    ent_dataset_free(dataset);
}

/* Three rows by hand: Medici-Ridolfi twice, once the other way round, and a self-tie. */
static void two_columns_of_names_are_ties(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("ties.csv", "family,kin\nMedici,Ridolfi\nRidolfi,Medici\nPazzi,Salviati\nPazzi,Pazzi\n");
    dataset = must_open(tables_path("ties.csv"), NULL);
    assert_int_equal(ent_dataset_actor_count(dataset), 4);
    assert_int_equal(ent_dataset_record_count(dataset), 3);
    assert_int_equal(ent_dataset_record(dataset, 0)->repeats, ENT_NONE);
    assert_int_equal(ent_dataset_record(dataset, 1)->repeats, 0);
    assert_int_equal(ent_dataset_actor(dataset, 0)->kind, ENT_KIND_ACTOR);
    assert_int_equal(ent_dataset_actor(dataset, 0)->table, ENT_NONE);
    assert_account(dataset, NULL, 2, 1, 1, 0);
    assert_error(dataset, "ties.csv", 5, 7, "to itself");
    assert_string_equal(ent_dataset_table(dataset, 0)->role, "ties");
    ent_dataset_free(dataset);
}

/* In UTF-8 the header alone is longer than the file in CP949. */
static void a_header_longer_than_the_file(void **state)
{
    ent_dataset_options_t options;
    ent_dataset_t *dataset;

    (void)state;
    ent_dataset_options_init(&options);
    options.encoding = "CP949";
    tables_clear();
    put("agreements.csv", "party_a,party_b,"
                          "\xb1\xe2\xb0\xfc\xb1\xe2\xb0\xfc\xb1\xe2\xb0\xfc\xb1\xe2\xb0\xfc\xb1\xe2"
                          "\xb0\xfc\xb1\xe2\xb0\xfc"
                          "\n\xb0\xa1,\xb3\xaa,\n");
    dataset = must_open(tables_path("agreements.csv"), &options);
    assert_int_equal(ent_dataset_record_count(dataset), 1);
    assert_string_equal(ent_dataset_actor(dataset, 0)->name, "가");
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_folder_of_tables_is_read),
        cmocka_unit_test(two_columns_of_names_are_ties),
        cmocka_unit_test(a_header_longer_than_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
