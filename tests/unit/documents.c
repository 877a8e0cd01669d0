/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `check` and `groups` print: JSON read back with jansson, text line by line. */
#include <jansson.h>

#include "entente/report.h"
#include "unit/tables.h"

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

static json_t *parse(ent_blob_t *blob)
{
    json_t *root = json_loadb(blob->bytes, blob->size, JSON_REJECT_DUPLICATES, NULL);

    assert_non_null(root);
    ent_blob_free(blob);
    return root;
}

static json_int_t number(const json_t *object, const char *key)
{
    assert_true(json_is_integer(json_object_get(object, key)));
    return json_integer_value(json_object_get(object, key));
}

static const char *text(const json_t *object, const char *key)
{
    assert_true(json_is_string(json_object_get(object, key)));
    return json_string_value(json_object_get(object, key));
}

/* Five agreements: two good, one said twice, one planned, one with an unknown party; two sources
 * that contradict each other; a quote, a control character and a tag in a name. */
static ent_dataset_t *faulty(void)
{
    tables_clear();
    put("cities.csv", "id,name,country\na,\"A \"\"<b>\"\"\",KR\nb,B,MX\nc,C,MX\n");
    put("agreements.csv", "party_a,party_b,status\na,b,\na,b,\nb,c,active\na,c,planned\na,x,\n\n");
    put("claims.csv", "subject,property,value,as_of,source\na,members,4,2025,s\n"
                      "a,members,5,2025-04,t\n");
    put("sources.csv", "id,title\ns,S\nt,T\n");
    return open_tables();
}

static void check_json(void **state)
{
    static const char *const columns[] = {"used", "merged", "set_aside", "rejected", "blank"};
    ent_dataset_t *dataset = faulty();
    ent_selection_t selection;
    ent_blob_t blob = {0};
    json_int_t total[5] = {0};
    size_t errors = 0;
    json_t *root;
    json_t *item;
    size_t i;

    (void)state;
    assert_ok(ent_selection_init(&selection, dataset, NULL, NULL, &err));
    assert_ok(ent_check_json(&blob, dataset, &selection, &err));
    root = parse(&blob);
    assert_int_equal(json_object_size(root), 3);
    json_array_foreach(json_object_get(root, "tables"), i, item)
    {
        json_int_t sum = 0;

        for (size_t k = 0; k < 5; k++) {
            sum += number(item, columns[k]);
            total[k] += number(item, columns[k]);
        }
        assert_int_equal(number(item, "rows"), sum);
        if (strcmp(text(item, "file"), "agreements.csv") == 0) {
            assert_int_equal(number(item, "rows"), 6);
            assert_int_equal(number(item, "used"), 2);
            assert_int_equal(number(item, "set_aside"), 1);
        }
    }
    assert_int_equal(i, 4);
    assert_int_equal(total[1], 1);
    assert_int_equal(total[2], 1);
    assert_int_equal(total[3], 1);
    assert_int_equal(total[4], 1);
    json_array_foreach(json_object_get(root, "faults"), i, item)
    {
        if (strcmp(text(item, "severity"), "error") != 0)
            continue;
        errors++;
        assert_string_equal(text(item, "file"), "agreements.csv");
        assert_int_equal(number(item, "line"), 6);
        assert_int_equal(number(item, "column"), 3);
        assert_non_null(strstr(text(item, "message"), "x"));
    }
    assert_int_equal(errors, 1);
    item = json_array_get(json_object_get(root, "contradictions"), 0);
    assert_string_equal(text(item, "subject"), "a");
    assert_string_equal(text(item, "property"), "members");
    item = json_object_get(item, "claims");
    assert_int_equal(json_array_size(item), 2);
    assert_string_equal(text(json_array_get(item, 0), "value"), "4");
    assert_string_equal(text(json_array_get(item, 1), "source"), "t");
    assert_int_equal(number(json_array_get(item, 1), "line"), 3);
    json_decref(root);
    ent_dataset_free(dataset);
}

static void check_text_names_every_fault(void **state)
{
    ent_dataset_t *dataset = faulty();
    ent_selection_t selection;
    ent_blob_t blob = {0};

    (void)state;
    assert_ok(ent_selection_init(&selection, dataset, NULL, NULL, &err));
    assert_ok(ent_check_text(&blob, dataset, &selection, &err));
    assert_non_null(strstr(blob.bytes, "agreements.csv:6:3: error: "));
    assert_non_null(strstr(blob.bytes, "contradiction: a, members:\n"
                                       "  4 (as of 2025), says s, claims.csv:2\n"
                                       "  5 (as of 2025-04), says t, claims.csv:3\n"));
    assert_non_null(strstr(blob.bytes, "agreements.csv: 6 rows = 2 used + 1 merged + 1 set aside + "
                                       "1 rejected + 1 blank\n"));
    assert_non_null(strstr(blob.bytes, "1 error, "));
    assert_non_null(strstr(blob.bytes, ", 1 contradiction\n"));
    ent_blob_free(&blob);
    ent_dataset_free(dataset);
}

/* A terminal never gets a control character from the data. */
static void check_text_is_safe_to_show(void **state)
{
    ent_dataset_t *dataset;
    ent_blob_t blob = {0};

    (void)state;
    tables_clear();
    put("cities.csv", "id,name\na,A\n");
    put("agreements.csv", "party_a,party_b\na,\"evil\033]0;owned\007\nfake: 1 error\"\n");
    put("claims.csv", "subject,property,value\na,p,\"\033[2J\"\na,p,\"two\nlines\"\n");
    dataset = open_tables();
    assert_ok(ent_check_text(&blob, dataset, NULL, &err));
    for (size_t i = 0; i < blob.size; i++)
        assert_true(blob.bytes[i] == '\n' || (unsigned char)blob.bytes[i] >= 0x20);
    assert_null(strstr(blob.bytes, "\nfake"));
    assert_null(strstr(blob.bytes, "\nlines"));
    ent_blob_free(&blob);
    ent_dataset_free(dataset);
}

static void check_sheet_has_a_row_a_fault(void **state)
{
    ent_dataset_t *dataset = faulty();
    ent_sheet_t *sheet = NULL;
    bool found = false;

    (void)state;
    assert_ok(ent_check_sheet(&sheet, dataset, &err));
    assert_int_equal(ent_sheet_row_count(sheet), ent_dataset_fault_count(dataset));
    for (size_t i = 0; i < ent_sheet_row_count(sheet); i++)
        found = found || (strcmp(ent_sheet_text(sheet, i, 0), "agreements.csv") == 0 &&
                          strcmp(ent_sheet_text(sheet, i, 1), "6") == 0 &&
                          strcmp(ent_sheet_text(sheet, i, 2), "3") == 0 &&
                          strcmp(ent_sheet_text(sheet, i, 3), "error") == 0);
    assert_true(found);
    ent_sheet_free(sheet);
    ent_dataset_free(dataset);
}

/* Two triangles and a dyad: components are the only sensible groups. */
static ent_groups_t *triangles(ent_dataset_t **dataset, ent_network_t **network)
{
    ent_network_options_t view;
    ent_group_options_t options;
    ent_groups_t *groups = NULL;

    tables_clear();
    put("ties.csv", "source,target\nh,g\nb,c\na,b\na,c\nd,e\nf,e\nf,d\n");
    *dataset = must_open(tables_path("ties.csv"), NULL);
    assert_ok(ent_network_options_init(&view, *dataset, &err));
    assert_ok(ent_network_new(network, *dataset, &view, &err));
    ent_group_options_init(&options);
    options.method = ENT_GROUP_COMPONENTS;
    assert_ok(ent_groups_find(&groups, *network, &options, &err));
    return groups;
}

static void groups_json(void **state)
{
    static const char *const first[] = {"a", "d", "g"};
    static const size_t size[] = {3, 3, 2};
    ent_dataset_t *dataset = NULL;
    ent_network_t *network = NULL;
    ent_groups_t *groups = triangles(&dataset, &network);
    ent_blob_t blob = {0};
    json_t *root;
    json_t *group;
    size_t i;

    (void)state;
    assert_ok(ent_groups_json(&blob, network, groups, 7, &err));
    root = parse(&blob);
    assert_string_equal(text(root, "method"), "components");
    assert_int_equal(number(root, "runs"), 1);
    assert_int_equal(number(root, "seed"), 7);
    assert_near(json_number_value(json_object_get(root, "modularity")), 1 - 19.0 / 49, 1e-11,
                "modularity");
    assert_int_equal(number(root, "distinct_optima"), 1);
    json_array_foreach(json_object_get(root, "groups"), i, group)
    {
        const json_t *members = json_object_get(group, "members");

        assert_int_equal(number(group, "id"), i + 1);
        assert_int_equal(number(group, "size"), size[i]);
        assert_int_equal(json_array_size(members), size[i]);
        assert_string_equal(json_string_value(json_array_get(members, 0)), first[i]);
    }
    assert_int_equal(i, 3);
    json_decref(root);
    ent_groups_free(groups);
    ent_network_free(network);
    ent_dataset_free(dataset);
}

static void groups_sheet(void **state)
{
    static const char *const member[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    static const char *const group[] = {"1", "1", "1", "2", "2", "2", "3", "3"};
    ent_dataset_t *dataset = NULL;
    ent_network_t *network = NULL;
    ent_groups_t *groups = triangles(&dataset, &network);
    ent_sheet_t *sheet = NULL;

    (void)state;
    assert_ok(ent_groups_sheet(&sheet, network, groups, &err));
    assert_int_equal(ent_sheet_row_count(sheet), 8);
    for (size_t i = 0; i < 8; i++) {
        assert_string_equal(ent_sheet_text(sheet, i, 0), group[i]);
        assert_string_equal(ent_sheet_text(sheet, i, 3), member[i]);
    }
    ent_sheet_free(sheet);
    ent_groups_free(groups);
    ent_network_free(network);
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(check_json, clear_error),
        cmocka_unit_test_setup(check_text_names_every_fault, clear_error),
        cmocka_unit_test_setup(check_text_is_safe_to_show, clear_error),
        cmocka_unit_test_setup(check_sheet_has_a_row_a_fault, clear_error),
        cmocka_unit_test_setup(groups_json, clear_error),
        cmocka_unit_test_setup(groups_sheet, clear_error),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
