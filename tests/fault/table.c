/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory that runs out in src/table. */
#include "fault/refuse.h"

#include "entente/sheet.h"
#include "table/csv.h"

static ent_status_t read_all(const char *bytes, size_t size, const char *encoding,
                             ent_blob_t *first)
{
    static char told[100000];
    size_t length = 0;
    ent_i_csv_t *csv = NULL;
    ent_i_csv_options_t options = {.encoding = encoding};
    ent_i_record_t record;
    ent_status_t status;

    ENT_TRY(ent_i_csv_open_bytes(&csv, bytes, size, "t.csv", &options, NULL));
    do {
        ENT_TRY(ent_i_csv_next(csv, &record, NULL));
        length += (size_t)snprintf(told + length, sizeof told - length, "%d %s", record.state,
                                   record.fault);
        for (size_t i = 0; i < record.field_count; i++)
            length +=
                (size_t)snprintf(told + length, sizeof told - length, "[%s]", record.field[i].text);
    } while (record.state != ENT_RECORD_END);
    assert_true(refuse_same(first, told, length));

cleanup:
    ent_i_csv_close(csv);
    return status;
}

/* Rows of many fields, long fields, each kind of fault, each kind of warning. */
static ent_status_t read_faulty(void)
{
    static char text[40000];
    static ent_blob_t first;
    size_t size;

    memset(text, ',', sizeof text);
    size = (size_t)snprintf(text, sizeof text,
                            "sep=,\na,b\n1,\"x\ny\"\r\nx\"y,2\n\"x\"y,2\n\xef\xbb\xbf"
                            "1,M\xe9xico\n"
                            "1,\"\n\xbc\xad\xbf\xef,2\n1,\"open\n%030000d,2",
                            0);
    memset(text + size - 500, ',', 100);
    return read_all(text, size, NULL, &first);
}

static ent_status_t read_encoded(void)
{
    static ent_blob_t first;

    return read_all("a,b\n\xbc\xad\xbf\xef,2\n\x80,3\n", 14, "CP949", &first);
}

/* "a,b\n1,2\n" as gzip writes it. */
static ent_status_t read_gzip(void)
{
    static const unsigned char packed[] = {31,  139, 8,   0,   0,  0,   0,  0,   2, 255,
                                           75,  212, 73,  226, 50, 212, 49, 226, 2, 0,
                                           123, 7,   151, 10,  8,  0,   0,  0};
    ent_i_csv_options_t options = {.unpacks = true};
    ent_i_csv_t *csv = NULL;
    ent_status_t status =
        ent_i_csv_open_bytes(&csv, (const char *)packed, sizeof packed, "t.gz", &options, NULL);

    ent_i_csv_close(csv);
    return status;
}

static ent_status_t write_sheet(ent_format_t format)
{
    static ent_blob_t first[4];
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    ent_status_t status;

    ENT_TRY(ent_sheet_new(&sheet, NULL));
    ENT_TRY(ent_sheet_add_column(sheet, "name", ENT_COLUMN_TEXT, NULL));
    ENT_TRY(ent_sheet_add_column(sheet, "degree", ENT_COLUMN_NUMBER, NULL));
    for (int i = 0; i < 200; i++) {
        ENT_TRY(ent_sheet_add_row(sheet, NULL));
        ENT_TRY(ent_sheet_put_text(sheet, "=서울, a name that takes some room \"\033\"", NULL));
        ENT_TRY(ent_sheet_put_number(sheet, i / 3.0, NULL));
    }
    ENT_TRY(ent_sheet_write(sheet, &blob, format, NULL));
    assert_true(refuse_same(&first[format], blob.bytes, blob.size));

cleanup:
    ent_blob_free(&blob);
    ent_sheet_free(sheet);
    return status;
}

static ent_status_t write_csv(void)
{
    return write_sheet(ENT_FORMAT_CSV);
}

static ent_status_t write_excel(void)
{
    return write_sheet(ENT_FORMAT_EXCEL);
}

static ent_status_t write_json(void)
{
    return write_sheet(ENT_FORMAT_JSON);
}

static ent_status_t write_table(void)
{
    return write_sheet(ENT_FORMAT_TABLE);
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    /* iconv_open() says "no such encoding" when memory runs out in it. */
    refuse_spared = "/libc.so";
    refuse_each(read_faulty, 50);
    refuse_each(read_encoded, 10);
    refuse_each(read_gzip, 5);
    refuse_each(write_csv, 10);
    refuse_each(write_excel, 100);
    refuse_each(write_json, 10);
    refuse_each(write_table, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
