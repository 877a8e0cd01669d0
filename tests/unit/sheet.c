/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "entente/sheet.h"

#include <jansson.h>

#include "base/memory.h"
#include "table/sheet_i.h"
#include "unit/unit.h"

static ent_sheet_t *example(void)
{
    ent_error_t err = {0};
    ent_sheet_t *sheet = NULL;

    assert_ok(ent_sheet_new(&sheet, &err));
    assert_ok(ent_sheet_add_column(sheet, "rank", ENT_COLUMN_NUMBER, &err));
    assert_ok(ent_sheet_add_column(sheet, "name", ENT_COLUMN_TEXT, &err));
    assert_ok(ent_sheet_add_column(sheet, "closeness", ENT_COLUMN_NUMBER, &err));
    assert_ok(ent_sheet_add_row(sheet, &err));
    assert_ok(ent_sheet_put_number(sheet, 1, &err));
    assert_ok(ent_sheet_put_text(sheet, "서울, \"Seoul\"", &err));
    assert_ok(ent_sheet_put_number(sheet, 0.5219780219780219, &err));
    assert_ok(ent_sheet_add_row(sheet, &err));
    assert_ok(ent_sheet_put_number(sheet, 17714, &err));
    assert_ok(ent_sheet_put_text(sheet, NULL, &err));
    assert_ok(ent_sheet_put_number(sheet, NAN, &err));
    return sheet;
}

static void check_written(const ent_sheet_t *sheet, ent_format_t format, const char *want)
{
    ent_error_t err = {0};
    ent_blob_t blob = {0};

    assert_ok(ent_sheet_write(sheet, &blob, format, &err));
    assert_string_equal(blob.bytes, want);
    assert_int_equal(blob.size, strlen(want));
    ent_blob_free(&blob);
}

static void each_form_is_written(void **state)
{
    ent_sheet_t *sheet = example();

    (void)state;
    check_written(sheet, ENT_FORMAT_CSV,
                  "rank,name,closeness\n1,\"서울, \"\"Seoul\"\"\",0.521978021978\n17714,,\n");
    check_written(sheet, ENT_FORMAT_EXCEL,
                  "\xef\xbb\xbf\"rank\",\"name\",\"closeness\"\r\n"
                  "1,\"서울, \"\"Seoul\"\"\",0.521978021978\r\n17714,,\r\n");
    check_written(sheet, ENT_FORMAT_JSON,
                  "[\n{\"rank\": 1, \"name\": \"서울, \\\"Seoul\\\"\", \"closeness\": "
                  "0.521978021978},\n"
                  "{\"rank\": 17714, \"name\": \"\", \"closeness\": null}\n]\n");
    check_written(sheet, ENT_FORMAT_TABLE,
                  " rank  name           closeness\n"
                  "    1  서울, \"Seoul\"   0.521978\n"
                  "17714\n");
    ent_sheet_free(sheet);
}

static void cells_are_read_back(void **state)
{
    ent_sheet_t *sheet = example();

    (void)state;
    assert_int_equal(ent_sheet_row_count(sheet), 2);
    assert_int_equal(ent_sheet_column_count(sheet), 3);
    assert_string_equal(ent_sheet_column_name(sheet, 2), "closeness");
    assert_int_equal(ent_sheet_column_kind(sheet, 1), ENT_COLUMN_TEXT);
    assert_string_equal(ent_sheet_text(sheet, 0, 2), "0.521978021978");
    assert_near(ent_sheet_number(sheet, 0, 2), 0.521978021978, 0, "rounded");
    assert_near(ent_sheet_number(sheet, 1, 2), NAN, 0, "empty");
    assert_near(ent_sheet_number(sheet, 0, 1), NAN, 0, "text");
    assert_string_equal(ent_sheet_text(sheet, 1, 1), "");
    ent_sheet_free(sheet);
    ent_sheet_free(NULL);
}

/* Row by row, with one time that has none: the same bytes as all at once, and nothing is kept. */
static void drained_rows_add_up(void **state)
{
    static const ent_format_t forms[] = {ENT_FORMAT_CSV, ENT_FORMAT_EXCEL, ENT_FORMAT_JSONL};
    ent_error_t err = {0};

    (void)state;
    for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
        ent_sheet_t *whole = example();
        ent_sheet_t *sheet = NULL;
        ent_blob_t want = {0};
        ent_blob_t blob = {0};
        char got[1000] = "";

        assert_ok(ent_sheet_write(whole, &want, forms[f], &err));
        assert_ok(ent_sheet_new(&sheet, &err));
        for (size_t c = 0; c < 3; c++)
            assert_ok(ent_sheet_add_column(sheet, ent_sheet_column_name(whole, c),
                                           ent_sheet_column_kind(whole, c), &err));
        for (size_t row = 0; row < 3; row++) {
            if (row != 1) {
                size_t of = row / 2;

                assert_ok(ent_sheet_add_row(sheet, &err));
                assert_ok(ent_sheet_put_number(sheet, ent_sheet_number(whole, of, 0), &err));
                assert_ok(ent_sheet_put_text(sheet, ent_sheet_text(whole, of, 1), &err));
                assert_ok(ent_sheet_put_number(sheet, ent_sheet_number(whole, of, 2), &err));
            }
            assert_ok(ent_sheet_drain(sheet, &blob, forms[f], &err));
            strcat(got, blob.bytes);
            ent_blob_free(&blob);
            assert_int_equal(ent_sheet_row_count(sheet), 0);
        }
        assert_string_equal(got, want.bytes);
        assert_int_equal(ent_sheet_add_column(sheet, "late", ENT_COLUMN_TEXT, NULL), ENT_EINVAL);
        assert_int_equal(ent_sheet_drain(sheet, &blob, ENT_FORMAT_JSON, NULL), ENT_EINVAL);
        assert_int_equal(ent_sheet_drain(sheet, &blob, ENT_FORMAT_TABLE, NULL), ENT_EINVAL);
        assert_ok(ent_sheet_add_row(sheet, &err));
        assert_int_equal(ent_sheet_drain(sheet, &blob, forms[f], NULL), ENT_EINVAL);
        ent_blob_free(&want);
        ent_sheet_free(sheet);
        ent_sheet_free(whole);
    }
}

static void misuse_is_refused(void **state)
{
    ent_error_t err = {0};
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};

    (void)state;
    assert_ok(ent_sheet_new(&sheet, &err));
    assert_int_equal(ent_sheet_add_row(sheet, &err), ENT_EINVAL);
    err = (ent_error_t){0};
    assert_ok(ent_sheet_add_column(sheet, "a", ENT_COLUMN_TEXT, &err));
    check_written(sheet, ENT_FORMAT_JSON, "[]\n");
    assert_int_equal(ent_sheet_add_column(sheet, "a", ENT_COLUMN_TEXT, NULL), ENT_EINVAL);
    assert_int_equal(ent_sheet_put_text(sheet, "x", NULL), ENT_EINVAL);
    assert_ok(ent_sheet_add_row(sheet, &err));
    assert_int_equal(ent_sheet_add_row(sheet, NULL), ENT_EINVAL);
    assert_int_equal(ent_sheet_write(sheet, &blob, ENT_FORMAT_CSV, NULL), ENT_EINVAL);
    assert_int_equal(ent_sheet_put_number(sheet, 1, NULL), ENT_EINVAL);
    assert_int_equal(ent_sheet_put_text(sheet, "\xff", NULL), ENT_EINVAL);
    assert_ok(ent_sheet_put_text(sheet, "", &err));
    assert_int_equal(ent_sheet_put_text(sheet, "x", NULL), ENT_EINVAL);
    assert_int_equal(ent_sheet_add_column(sheet, "b", ENT_COLUMN_TEXT, NULL), ENT_EINVAL);
    assert_int_equal(ent_sheet_write(sheet, &blob, (ent_format_t)9, NULL), ENT_EINVAL);
    assert_null(blob.bytes);
    /* A row of one empty cell is not a blank line. */
    check_written(sheet, ENT_FORMAT_CSV, "a\n\"\"\n");
    check_written(sheet, ENT_FORMAT_EXCEL, "\xef\xbb\xbf\"a\"\r\n\"\"\r\n");
    ent_sheet_free(sheet);
}

static void check_guard(const char *field, const char *want)
{
    ent_i_text_t text = {0};

    ent_i_formula_guard(&text, field);
    assert_string_equal(text.bytes, want);
    ent_i_text_free(&text);
}

static void formulas_are_guarded(void **state)
{
    static const char *const live[] = {"=HYPERLINK(\"http://x\",\"y\")",
                                       "+1+1",
                                       "-2+3+cmd|' /C calc'!A0",
                                       "@SUM(1)",
                                       "\r=1",
                                       "\n=1",
                                       "＝1+1",
                                       "＋1",
                                       "－1",
                                       "＠x",
                                       "  =1",
                                       "\u00a0=1",
                                       "\u200b\ufeff@x",
                                       "'=1",
                                       "''+1",
                                       "-"};
    static const char *const harmless[] = {"",         "Seoul", "1-2",  "a=b", "'quoted'",
                                           "서울",     "a+b",   "(=1)", " x",  "'s-Hertogenbosch",
                                           "kn-1;kn-2"};

    (void)state;
    for (size_t i = 0; i < sizeof live / sizeof *live; i++) {
        char want[64];

        snprintf(want, sizeof want, "'%s", live[i]);
        check_guard(live[i], want);
    }
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        check_guard(harmless[i], harmless[i]);
    check_guard("\t=1", "'\t'=1");
    check_guard(";=1", ";'=1");
    check_guard("a; @x;b", "a;' @x;b");
}

static void terminals_get_no_control_bytes(void **state)
{
    ent_error_t err = {0};
    ent_sheet_t *sheet = NULL;

    (void)state;
    assert_ok(ent_sheet_new(&sheet, &err));
    assert_ok(ent_sheet_add_column(sheet, "a\033", ENT_COLUMN_TEXT, &err));
    assert_ok(ent_sheet_add_column(sheet, "b", ENT_COLUMN_TEXT, &err));
    assert_ok(ent_sheet_add_row(sheet, &err));
    assert_ok(ent_sheet_put_text(sheet, "x\ny", &err));
    assert_ok(ent_sheet_put_text(sheet, "\u202ez", &err));
    check_written(sheet, ENT_FORMAT_TABLE, "a\\x1B   b\nx\\x0Ay  \\u{202E}z\n");
    ent_sheet_free(sheet);
}

/* Witness: jansson reads the same names and cells. */
static void json_is_read_by_jansson(void **state)
{
    static const char text[] = "\"\\/\b\f\n\r\t\001\x7f\u2028 서울 \U0001f1f0</script>";
    ent_error_t err = {0};
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    json_error_t wrong;
    json_t *rows, *row;

    (void)state;
    assert_ok(ent_sheet_new(&sheet, &err));
    assert_ok(ent_sheet_add_column(sheet, "a\"b", ENT_COLUMN_TEXT, &err));
    assert_ok(ent_sheet_add_column(sheet, "n", ENT_COLUMN_NUMBER, &err));
    for (double number = 1e-300; fabs(number) < 1e300; number *= -1e23) {
        assert_ok(ent_sheet_add_row(sheet, &err));
        assert_ok(ent_sheet_put_text(sheet, text, &err));
        assert_ok(ent_sheet_put_number(sheet, number, &err));
    }
    assert_ok(ent_sheet_write(sheet, &blob, ENT_FORMAT_JSON, &err));
    rows = json_loadb(blob.bytes, blob.size, JSON_DECODE_INT_AS_REAL, &wrong);
    assert_non_null(rows);
    assert_int_equal(json_array_size(rows), ent_sheet_row_count(sheet));
    for (size_t i = 0; i < json_array_size(rows); i++) {
        row = json_array_get(rows, i);
        assert_string_equal(json_string_value(json_object_get(row, "a\"b")), text);
        assert_near(json_real_value(json_object_get(row, "n")), ent_sheet_number(sheet, i, 1), 0,
                    "number");
    }
    json_decref(rows);
    ent_blob_free(&blob);
    ent_sheet_free(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_form_is_written),    cmocka_unit_test(cells_are_read_back),
        cmocka_unit_test(drained_rows_add_up),     cmocka_unit_test(misuse_is_refused),
        cmocka_unit_test(formulas_are_guarded),    cmocka_unit_test(terminals_get_no_control_bytes),
        cmocka_unit_test(json_is_read_by_jansson),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
