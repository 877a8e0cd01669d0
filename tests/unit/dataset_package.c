/* SPDX-License-Identifier: GPL-2.0-or-later */
/* datapackage.json on input: what is honoured, and what is refused rather than passed over. */
#include "unit/tables.h"

static const char shown[] = "datapackage.json";

static ent_dataset_t *open_package(const char *resources)
{
    char json[2000];

    snprintf(json, sizeof json, "{\"name\": \"x\", \"resources\": [%s]}", resources);
    put(shown, json);
    return open_tables();
}

static void put_tables(void)
{
    tables_clear();
    put("cities.csv", "id,name,country\na,Alpha,-\nb,-,NA\n");
    put("edges.csv", "source,target\na,b\n");
}

static void texts_stand_for_empty_cells(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_tables();
    dataset = open_package("{\"name\": \"CITIES\", \"path\": \"cities.csv\","
                           "\"schema\": {\"missingValues\": [\"\", \"-\", {\"value\": \"NA\"}]}}");
    assert_string_equal(actor_of(dataset, "a")->country, "");
    assert_error(dataset, "cities.csv", 3, 3, "'name' is empty");
    assert_int_equal(ent_dataset_companion_count(dataset), 1);
    assert_string_equal(ent_dataset_companion(dataset, 0)->file, shown);
    ent_dataset_free(dataset);
}

static void files_are_named(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("towns.csv", "id\tname\ttag\na\tAlpha, the first\tx\n");
    put("links.csv", "source,target\na,a2\n");
    put("cities.txt", "no table");
    dataset = open_package("{\"name\": \"cities\", \"path\": [\"towns.csv\"], \"dialect\": "
                           "{\"delimiter\": \"\\t\", \"lineTerminator\": \"\\n\", \"quoteChar\": "
                           "\"\\\"\", \"doubleQuote\": true, \"header\": true}},"
                           "{\"name\": \"map\", \"path\": \"cities.geojson\"},"
                           "{\"name\": \"odd\", \"path\": \"data/odd.csv\"}");
    assert_string_equal(actor_of(dataset, "a")->name, "Alpha, the first");
    assert_string_equal(ent_dataset_table(dataset, 0)->file, "towns.csv");
    assert_string_equal(ent_dataset_table(dataset, 0)->role, "cities");
    assert_warning(dataset, shown, 0, 0, "resource 'odd': it is none of the tables");
    assert_warning(dataset, "links.csv", 0, 0, "none of the tables");
    assert_int_equal(ent_dataset_fault_count(dataset), 2);
    ent_dataset_free(dataset);
}

static void what_cannot_be_done_is_refused(void **state)
{
    static const struct {
        const char *with; /* of a resource named cities */
        const char *says;
    } cases[] = {
        {"\"path\": \"http://example.org/cities.csv\"", "is an address"},
        {"\"path\": \"../cities.csv\"", "leaves the folder"},
        {"\"path\": \"x/../../cities.csv\"", "leaves the folder"},
        {"\"path\": \"/etc/cities.csv\"", "leaves the folder"},
        {"\"path\": \"a\\\\cities.csv\"", "leaves the folder"},
        {"\"path\": \"x//cities.csv\"", "leaves the folder"},
        {"\"path\": [\"cities.csv\", \"b.csv\"]", "it lies in 2 files"},
        {"\"path\": []", "it has no path"},
        {"\"data\": [{\"id\": 1}]", "it has no path"},
        {"\"path\": \"nowhere.csv\"", "there is no file 'nowhere.csv'"},
        {"\"path\": \"cities.csv\", \"compression\": \"gz\"", "its compression"},
        {"\"path\": \"cities.csv\", \"encoding\": \"klingon\"", "the encoding '\"klingon\"'"},
        {"\"path\": \"cities.csv\", \"encoding\": 8", "the encoding '8'"},
        {"\"path\": \"cities.csv\", \"dialect\": \"d.json\"", "its dialect is"},
        {"\"path\": \"cities.csv\", \"dialect\": {\"delimiter\": \"x\"}", "the delimiter"},
        {"\"path\": \"cities.csv\", \"dialect\": {\"delimiter\": \",,\"}", "the delimiter"},
        {"\"path\": \"cities.csv\", \"dialect\": {\"quoteChar\": \"'\"}", "'quoteChar'"},
        {"\"path\": \"cities.csv\", \"dialect\": {\"header\": false}", "'header' 'false'"},
        {"\"path\": \"cities.csv\", \"dialect\": {\"doubleQuote\": false}", "'doubleQuote'"},
        {"\"path\": \"cities.csv\", \"dialect\": {\"escapeChar\": \"\\\\\"}", "'escapeChar'"},
        {"\"path\": \"cities.csv\", \"dialect\": {\"commentChar\": \"#\"}", "'commentChar'"},
        {"\"path\": \"cities.csv\", \"dialect\": {\"lineTerminator\": \"|\"}", "'lineTerminator'"},
        {"\"path\": \"cities.csv\", \"schema\": \"s.json\"", "its schema is"},
        {"\"path\": \"cities.csv\", \"schema\": {\"missingValues\": \"NA\"}", "its missingValues"},
        {"\"path\": \"cities.csv\", \"schema\": {\"missingValues\": [1]}", "its missing value '1'"},
        {"\"path\": \"cities.csv\", \"schema\": {\"fields\": [{\"name\": \"x\", \"decimalChar\": "
         "\",\"}]}",
         "has the decimalChar"},
        {"\"path\": \"cities.csv\", \"schema\": {\"fields\": [{\"name\": \"x\", \"bareNumber\": "
         "false}]}",
         "has the bareNumber"},
    };

    (void)state;
    put_tables();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char resource[400];
        ent_dataset_t *dataset;

        snprintf(resource, sizeof resource, "{\"name\": \"cities\", %s}", cases[i].with);
        dataset = open_package(resource);
        assert_error(dataset, shown, 0, 0, cases[i].says);
        assert_string_equal(ent_dataset_table(dataset, 0)->file, "edges.csv");
        ent_dataset_free(dataset);
    }
}

static void one_table_has_one_file(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_tables();
    put("towns.csv", "id,name\na,Alpha\nb,Beta\n");
    dataset = open_package("{\"name\": \"cities\", \"path\": \"towns.csv\"}");
    assert_error(dataset, "cities.csv", 0, 0, "second table of cities beside 'towns.csv'");
    ent_dataset_free(dataset);
    dataset = open_package("{\"name\": \"cities\", \"path\": \"cities.csv\"},"
                           "{\"name\": \"Cities\", \"path\": \"towns.csv\"}");
    assert_error(dataset, shown, 0, 0, "second table of cities beside 'cities.csv'");
    ent_dataset_free(dataset);
    put(shown, "{\"name\": \"x\"}");
    dataset = open_tables();
    assert_error(dataset, shown, 0, 0, "found no list of 'resources'");
    ent_dataset_free(dataset);
}

/* A package whose only tables are refused is told as such, not as an empty folder. */
static void refused_tables_are_still_tables(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    dataset = open_package("{\"name\": \"cities\", \"path\": \"http://x/cities.csv\"}");
    assert_error(dataset, shown, 0, 0, "is an address");
    assert_int_equal(ent_dataset_error_count(dataset), 1);
    assert_int_equal(ent_dataset_actor_count(dataset), 0);
    ent_dataset_free(dataset);
}

static void what_is_no_json_has_its_place(void **state)
{
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};

    (void)state;
    put_tables();
    put(shown, "{\n \"resources\": [\n  {\"name\": \"a\", \"name\": \"b\"}]}");
    assert_int_equal(ent_dataset_open(&dataset, tables_dir, NULL, &err), ENT_EDATA);
    assert_int_equal(err.line, 3);
    assert_non_null(strstr(err.message, "duplicate"));
    err = (ent_error_t){0};
    put(shown, "");
    assert_int_equal(ent_dataset_open(&dataset, tables_dir, NULL, &err), ENT_EDATA);
    assert_string_equal(err.file, shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_stand_for_empty_cells),
        cmocka_unit_test(files_are_named),
        cmocka_unit_test(what_cannot_be_done_is_refused),
        cmocka_unit_test(one_table_has_one_file),
        cmocka_unit_test(refused_tables_are_still_tables),
        cmocka_unit_test(what_is_no_json_has_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
