/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading a manifest back: it says again what it was written from, and whatever is wrong with it is
 * refused by name, never followed and never a crash. */
#include "report/manifest.h"
#include "unit/reports.h"

static ent_blob_t good;

static int write_good(void **state)
{
    (void)state;
    if (reports_begin(state) != 0)
        return 1;
    tables_clear();
    put("cities.csv", "id,name,country\na,Ash,KR\nb,Birch,MX\nc,Cedar,MX\n");
    put("agreements.csv", "party_a,party_b,signed\na,b,2024\nb,c,2025\n");
    reports_where = "kind=city";
    reports_as_of = "2025-06";
    must_report("out");
    good = read_output("manifest.json");
    return 0;
}

static int end(void **state)
{
    ent_blob_free(&good);
    return reports_end(state);
}

/* Parses `bytes`; a refusal has a message, and only a manifest that is wrong is refused. */
static ent_status_t parse(const char *bytes, size_t size)
{
    ent_i_manifest_t manifest;
    ent_status_t status;

    err = (ent_error_t){0};
    status = ent_i_manifest_parse(&manifest, bytes, size, "m", &err);
    assert_true(status == ENT_OK || status == ENT_EDATA);
    assert_true((status == ENT_OK) == (err.message[0] == '\0'));
    ent_i_manifest_free(&manifest);
    return status;
}

static void options_come_back(void **state)
{
    ent_i_manifest_t manifest;
    ent_dataset_t *dataset = open_tables();

    (void)state;
    assert_ok(ent_i_manifest_parse(&manifest, good.bytes, good.size, "m", &err));
    assert_true(manifest.plain);
    assert_ok(ent_i_manifest_apply(&manifest, dataset, &err));
    assert_string_equal(manifest.report.network.where, "kind=city");
    assert_string_equal(manifest.report.title, "Tables");
    assert_string_equal(manifest.report.language, "en");
    assert_int_equal(manifest.report.runs, 10);
    assert_int_equal(manifest.report.seed, 1);
    assert_true(manifest.report.network.selection.as_of_given);
    assert_int_equal(manifest.report.network.selection.as_of, 20269); /* 2025-06-30 */
    assert_int_equal(manifest.report.network.focus, ENT_NONE);
    assert_int_equal(manifest.input_count, 2);
    assert_int_equal(manifest.input[0].rows, 3);
    assert_true(manifest.output_count > 15);
    ent_i_manifest_free(&manifest);
    ent_dataset_free(dataset);
}

/* The manifest with one value changed, as text. */
static ent_status_t parse_with(const char *object, const char *key, const char *value)
{
    json_t *root = json_loadb(good.bytes, good.size, 0, NULL);
    json_t *target = object[0] != '\0' ? json_object_get(root, object) : root;
    json_t *put_in = value != NULL ? json_loads(value, JSON_DECODE_ANY, NULL) : NULL;
    char *text;
    ent_status_t status;

    if (json_is_array(target))
        target = json_array_get(target, 0);
    if (value != NULL)
        assert_int_equal(json_object_set_new(target, key, put_in), 0);
    else
        assert_int_equal(json_object_del(target, key), 0);
    text = json_dumps(root, 0);
    status = parse(text, strlen(text));
    free(text);
    json_decref(root);
    return status;
}

static void every_field_is_judged(void **state)
{
    static const struct {
        const char *object;
        const char *key;
        const char *wrong[7]; /* NULL behind the last; the field is then taken out as well */
    } cases[] = {
        {"", "schema", {"1", "\"\"", "\"entente/manifest/2\"", "null"}},
        {"", "data", {"\"/etc\"", "\"\"", "[]"}},
        {"", "options", {"[]", "\"x\"", "1"}},
        {"", "inputs", {"{}", "[1]", "null"}},
        {"", "outputs", {"{}", "[[]]", "null"}},
        {"options", "as_of", {"1", "null", "{}"}},
        {"options", "as_of_given", {"1", "\"true\"", "null"}},
        {"options", "encoding", {"1", "[]"}},
        {"options", "map", {"true"}},
        {"options", "matrix", {"0"}},
        {"options", "include", {"\"planned\"", "[1]", "[\"a,b\"]"}},
        {"options", "parallel", {"\"most\"", "null", "1"}},
        {"options", "multiparty", {"\"\"", "null"}},
        {"options", "expand", {"\"all\"", "0"}},
        {"options", "projection", {"\"Count\"", "0"}},
        {"options", "max_projected_edges", {"0", "-1", "1.5", "\"9\"", "1e300"}},
        {"options", "where", {"1", "[]"}},
        {"options", "without", {"\"a\"", "[1]", "{}"}},
        {"options", "focus", {"1", "[]"}},
        {"options", "directed", {"0"}},
        {"options", "weight", {"\"heavy\"", "null"}},
        {"options", "by", {"1"}},
        {"options", "runs", {"0", "1000001", "-5", "2.0", "\"10\"", "9223372036854775807"}},
        {"options", "seed", {"-1", "9007199254740993", "1.0", "null"}},
        {"options", "source_date_epoch", {"-1", "253402300800", "null"}},
        {"options", "lang", {"\"fr\"", "null"}},
        {"options", "title", {"1"}},
        {"options", "keep_going", {"\"no\""}},
        {"inputs", "file", {"1", "null"}},
        {"inputs", "sha256", {"\"abc\"", "1"}},
        {"inputs", "bytes", {"-1", "\"1\""}},
        {"outputs", "file", {"\"../x\"", "\"/x\"", "\"a/b/c\"", "\"manifest.json\"", "\"\"", "1"}},
        {"outputs", "sha256", {"\"\"", "\"ABC\"", "null"}},
        {"outputs", "bytes", {"-1", "1.5"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (size_t k = 0; k < 7 && cases[i].wrong[k] != NULL; k++) {
            assert_int_equal(parse_with(cases[i].object, cases[i].key, cases[i].wrong[k]),
                             ENT_EDATA);
            assert_non_null(strstr(err.message, cases[i].key));
            assert_string_equal(err.file, "m");
        }
        assert_int_equal(parse_with(cases[i].object, cases[i].key, NULL), ENT_EDATA);
        assert_non_null(strstr(err.message, cases[i].key));
        assert_non_null(strstr(err.message, "missing"));
    }
    assert_int_equal(parse_with("options", "focus", "\"a\""), ENT_EDATA); /* and no hops */
    assert_non_null(strstr(err.message, "options.hops is missing"));
    assert_int_equal(parse_with("options", "runs", "1000000"), ENT_OK);
    assert_int_equal(parse_with("options", "seed", "9007199254740992"), ENT_OK);
}

/* Every kind of damage: cut at each byte, changed at each byte, in five ways. */
static void damage_is_never_a_crash(void **state)
{
    static const unsigned char masks[] = {0x01, 0x10, 0x80};
    static const char *const texts[] = {"", "null", "[]", "{}", "1", "\"\"", "{", "{\"schema\":"};
    size_t refused = 0;

    (void)state;
    for (size_t cut = 0; cut < good.size - 2; cut += 7)
        assert_int_equal(parse(good.bytes, cut), ENT_EDATA);
    for (size_t at = 0; at < good.size; at += 3) {
        for (size_t i = 0; i < sizeof masks; i++) {
            char was = good.bytes[at];

            good.bytes[at] = (char)(was ^ masks[i]);
            refused += parse(good.bytes, good.size) != ENT_OK;
            good.bytes[at] = was;
        }
    }
    assert_true(refused > good.size / 2);
    assert_ok(parse(good.bytes, good.size));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(parse(texts[i], strlen(texts[i])), ENT_EDATA);
}

/* Brackets without end are no way to the end of the stack. */
static void depth_is_bounded(void **state)
{
    size_t size = (size_t)1 << 20;
    char *text = malloc(size);

    (void)state;
    assert_non_null(text);
    memset(text, '[', size);
    assert_int_equal(parse(text, size), ENT_EDATA);
    free(text);
}

static void names_stay_in_the_folder(void **state)
{
    static const char *const good_names[] = {"a", "ties.csv", "excel/ties.csv", "a-b_c.1"};
    static const char *const bad_names[] = {
        "",     ".",   "..",      "../a", "a/..", "/a", "a/",  "a//b",         "a/b/c",
        "a\\b", "a b", ".hidden", "a\nb", "a/.b", "~",  "C:x", "manifest.json"};

    (void)state;
    for (size_t i = 0; i < sizeof good_names / sizeof *good_names; i++)
        assert_true(ent_i_manifest_is_name(good_names[i]));
    for (size_t i = 0; i < sizeof bad_names / sizeof *bad_names; i++)
        assert_false(ent_i_manifest_is_name(bad_names[i]));
}

static void an_actor_that_is_gone_is_named(void **state)
{
    ent_i_manifest_t manifest;
    ent_dataset_t *dataset = open_tables();
    json_t *root = json_loadb(good.bytes, good.size, 0, NULL);
    char *text;

    (void)state;
    json_object_set_new(json_object_get(root, "options"), "without", json_pack("[s]", "zz"));
    text = json_dumps(root, 0);
    assert_ok(ent_i_manifest_parse(&manifest, text, strlen(text), "m", &err));
    assert_false(manifest.plain);
    assert_int_equal(ent_i_manifest_apply(&manifest, dataset, &err), ENT_EDATA);
    assert_non_null(strstr(err.message, "'zz'"));
    ent_i_manifest_free(&manifest);
    free(text);
    json_decref(root);
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(options_come_back, clear_error),
        cmocka_unit_test_setup(every_field_is_judged, clear_error),
        cmocka_unit_test_setup(damage_is_never_a_crash, clear_error),
        cmocka_unit_test_setup(depth_is_bounded, clear_error),
        cmocka_unit_test_setup(names_stay_in_the_folder, clear_error),
        cmocka_unit_test_setup(an_actor_that_is_gone_is_named, clear_error),
    };
    return cmocka_run_group_tests(tests, write_good, end);
}
