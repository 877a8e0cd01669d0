/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gzip streams as they come: whole, joined, cut off at any byte, damaged, larger than allowed. */
#include "table/gzip.h"

#include <stdlib.h>

#define ZLIB_CONST /* next_in is only read */
#include <zlib.h>

#include "table/csv.h"
#include "unit/unit.h"

static const char table[] = "source,target\n서울,Bogotá\nCork,Cologne\n";

/* Packs `size` bytes as one member at `out`; gives the packed size. */
static size_t pack(unsigned char *out, size_t room, const char *bytes, size_t size)
{
    z_stream stream = {.next_in = (const unsigned char *)bytes,
                       .avail_in = (uInt)size,
                       .next_out = out,
                       .avail_out = (uInt)room};

    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, 0), Z_OK);
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    (void)deflateEnd(&stream);
    return room - stream.avail_out;
}

static ent_status_t unpack(ent_blob_t *blob, const unsigned char *bytes, size_t size, size_t limit,
                           ent_error_t *err)
{
    *err = (ent_error_t){0};
    return ent_i_gunzip(blob, (const char *)bytes, size, limit, "-", err);
}

static void members_are_joined(void **state)
{
    unsigned char packed[2000];
    ent_error_t err;
    ent_blob_t blob = {0};
    size_t size = pack(packed, sizeof packed, table, 20);

    (void)state;
    size += pack(packed + size, sizeof packed - size, table + 20, sizeof table - 21);
    memset(packed + size, 0, 100); /* a tape's block filled up */
    for (size_t behind = 0; behind <= 100; behind += 50) {
        assert_ok(unpack(&blob, packed, size + behind, sizeof table - 1, &err));
        assert_string_equal(blob.bytes, table);
        assert_int_equal(blob.size, sizeof table - 1);
        ent_blob_free(&blob);
    }
    assert_int_equal(unpack(&blob, packed, size, sizeof table - 2, &err), ENT_ELIMIT);
    assert_non_null(strstr(err.message, "unpacks to more than the"));
    packed[size] = 'x';
    assert_int_equal(unpack(&blob, packed, size + 1, 1000, &err), ENT_EDATA);
    assert_null(blob.bytes);
}

static void what_is_cut_off_is_refused(void **state)
{
    unsigned char packed[2000];
    ent_error_t err;
    ent_blob_t blob = {0};
    size_t size = pack(packed, sizeof packed, table, sizeof table - 1);

    (void)state;
    for (size_t i = 2; i < size; i++) {
        assert_int_equal(unpack(&blob, packed, i, 1000, &err), ENT_EDATA);
        assert_non_null(strstr(err.message, "cut off"));
    }
}

/* The check sum finds all damage but that of the bits which fill up the last byte. */
static void what_is_damaged_is_refused(void **state)
{
    unsigned char packed[2000];
    ent_error_t err;
    ent_blob_t blob = {0};
    size_t size = pack(packed, sizeof packed, table, sizeof table - 1), same = 0;

    (void)state;
    for (size_t i = 10; i < size; i++) {
        packed[i] ^= 0x10;
        if (unpack(&blob, packed, size, 1000, &err) == ENT_OK)
            same++, assert_string_equal(blob.bytes, table);
        else
            assert_true(strstr(err.message, "damaged") || strstr(err.message, "cut off"));
        ent_blob_free(&blob);
        packed[i] ^= 0x10;
    }
    assert_true(same <= 1);
}

/* 1 GiB and one byte in about a megabyte: refused before any of it is kept. */
static void a_bomb_is_refused(void **state)
{
    size_t room = (size_t)2 << 20, part = (size_t)1 << 24, size = 0;
    unsigned char *packed = malloc(room);
    char *zeros = calloc(1, part);
    ent_error_t err;
    ent_blob_t blob = {0};

    (void)state;
    for (int i = 0; i < 64; i++)
        size += pack(packed + size, room - size, zeros, part);
    size += pack(packed + size, room - size, zeros, 1);
    assert_int_equal(unpack(&blob, packed, size, (size_t)1 << 30, &err), ENT_ELIMIT);
    free(zeros);
    free(packed);
}

/* The reader unpacks only where it is asked to, and what comes out is judged like any table. */
static void the_reader_takes_it_from_a_stream(void **state)
{
    static const char marked[] = "\xff\xfe"
                                 "a\0\n\0\x1c\xc1\n\0";
    unsigned char packed[2000], twice[2000];
    ent_i_csv_options_t options = {.unpacks = true};
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record;
    ent_error_t err = {0};
    size_t size = pack(packed, sizeof packed, marked, sizeof marked - 1);

    (void)state;
    assert_ok(ent_i_csv_open_bytes(&csv, (char *)packed, size, "-", &options, &err));
    assert_int_equal(ent_i_csv_size(csv), size);
    assert_ok(ent_i_csv_next(csv, &record, &err));
    assert_ok(ent_i_csv_next(csv, &record, &err));
    assert_string_equal(record.field[0].text, "서");
    ent_i_csv_close(csv);
    assert_int_equal(ent_i_csv_open_bytes(&csv, (char *)packed, size, "-", NULL, &err), ENT_EDATA);
    assert_non_null(strstr(err.message, "gzip -dc FILE | entente"));
    err = (ent_error_t){0};
    size = pack(twice, sizeof twice, (char *)packed, size);
    assert_int_equal(ent_i_csv_open_bytes(&csv, (char *)twice, size, "-", &options, &err),
                     ENT_EDATA);
    assert_non_null(strstr(err.message, "compressed with gzip"));
    err = (ent_error_t){0};
    size = pack(packed, sizeof packed, "", 0);
    assert_int_equal(ent_i_csv_open_bytes(&csv, (char *)packed, size, "-", &options, &err),
                     ENT_EDATA);
    assert_non_null(strstr(err.message, "is empty"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_joined),
        cmocka_unit_test(what_is_cut_off_is_refused),
        cmocka_unit_test(what_is_damaged_is_refused),
        cmocka_unit_test(a_bomb_is_refused),
        cmocka_unit_test(the_reader_takes_it_from_a_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
