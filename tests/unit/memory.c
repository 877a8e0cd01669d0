/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/memory.h"

#include <stdlib.h>

#include "unit/unit.h"

static void arrays_grow_and_keep_what_they_hold(void **state)
{
    ent_error_t err = {0};
    uint16_t *items = NULL;
    size_t count = 0, capacity = 0;

    (void)state;
    for (; count < 1000; count++) {
        assert_ok(ENT_GROW(items, count, capacity, &err));
        items[count] = (uint16_t)count;
    }
    for (size_t i = 0; i < count; i++)
        assert_int_equal(items[i], i);
    assert_int_equal(ent_i_grow(&items, &capacity, SIZE_MAX, sizeof *items, &err), ENT_ENOMEM);
    assert_int_equal(items[999], 999);
    free(items);
}

static void an_arena_aligns_and_zeroes(void **state)
{
    ent_i_arena_t arena = {0};

    (void)state;
    for (size_t size = 1; size < 100000; size = size * 3 / 2 + 1) {
        char *text = ent_i_arena_text(&arena, "abc", size % 4);
        char *block = ent_i_arena_alloc(&arena, size);

        assert_int_equal(strlen(text), size % 4);
        assert_int_equal((uintptr_t)block % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(block[i], 0);
        memset(block, 0xff, size);
    }
    assert_null(ent_i_arena_alloc(&arena, SIZE_MAX));
    assert_null(ent_i_arena_text(&arena, "", SIZE_MAX));
    ent_i_arena_free(&arena);
    ent_i_arena_free(&arena);
}

static void text_grows_and_is_handed_over(void **state)
{
    ent_error_t err = {0};
    ent_i_text_t text = {0};
    ent_blob_t blob = {0};

    (void)state;
    ent_i_text_puts(&text, "one");
    ent_i_text_putc(&text, ',');
    ent_i_text_printf(&text, "%s %d", "two", 3);
    ent_i_text_add(&text, "\0x", 2);
    assert_ok(ent_i_text_finish(&text, &blob, &err));
    assert_int_equal(blob.size, 11);
    assert_memory_equal(blob.bytes, "one,two 3\0x", 12);
    assert_null(text.bytes);
    free(blob.bytes);

    assert_ok(ent_i_text_finish(&text, &blob, &err));
    assert_string_equal(blob.bytes, "");
    free(blob.bytes);
}

static void failed_text_stays_failed(void **state)
{
    ent_error_t err = {0};
    ent_i_text_t text = {0};
    ent_blob_t blob = {0};

    (void)state;
    ent_i_text_puts(&text, "one");
    ent_i_text_add(&text, "", SIZE_MAX);
    assert_true(text.failed);
    ent_i_text_puts(&text, "two");
    assert_int_equal(ent_i_text_finish(&text, &blob, &err), ENT_ENOMEM);
    assert_null(blob.bytes);
    assert_null(text.bytes);
}

/* Whole pages (64 KB) inside read as zeros then, and nothing else changes; no memory is no error.
 */
static void dropped_pages_are_zeros(void **state)
{
    enum { PAGE = 1 << 16, SIZE = 5 * PAGE + 100 };
    unsigned char *memory = malloc(SIZE);
    size_t kept = 0;

    (void)state;
    assert_non_null(memory);
    memset(memory, 7, SIZE);
    ent_i_memory_drop(memory + 1, 0);
    ent_i_memory_drop(NULL, 0);
    ent_i_scattered(NULL, 0);
    ent_i_memory_drop(memory, PAGE - 1);
    for (size_t i = 0; i < SIZE; i++)
        assert_int_equal(memory[i], 7);
    ent_i_memory_drop(memory, SIZE);
    for (size_t i = 0; i < SIZE; i++) {
        assert_true(memory[i] == 7 || memory[i] == 0);
        kept += memory[i] == 7;
    }
    assert_in_range(kept, SIZE - 5 * PAGE, SIZE - 4 * PAGE);
    free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrays_grow_and_keep_what_they_hold),
        cmocka_unit_test(an_arena_aligns_and_zeroes),
        cmocka_unit_test(text_grows_and_is_handed_over),
        cmocka_unit_test(failed_text_stays_failed),
        cmocka_unit_test(dropped_pages_are_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
