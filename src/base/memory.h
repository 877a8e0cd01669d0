/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory: growing arrays, an arena for what lives as long as its owner, growing text.
 *
 * Sizes are checked for overflow before every allocation. Growth keeps the old state until the
 * new one is sure. */
#ifndef ENT_BASE_MEMORY_H
#define ENT_BASE_MEMORY_H

#include "base/error.h"

/* Makes room for `count` items of `item_size` bytes at *items, growing by half again at least.
 * *capacity is in items. The old array stays valid when it fails. */
ent_status_t ent_i_grow(void *items, size_t *capacity, size_t count, size_t item_size,
                        ent_error_t *err);

/* Room for one more at the end of a typed array. */
#define ENT_GROW(items, count, capacity, err)                                                      \
    ent_i_grow(&(items), &(capacity), (count) + 1, sizeof *(items), err)

/* calloc(count, item_size) that says so when it fails; count 0 gives a pointer to free as well. */
ent_status_t ent_i_alloc(void *out, size_t count, size_t item_size, ent_error_t *err);

/* Says that large, untouched memory will be filled, or read and written here and there: the kernel
 * may give it in larger pages, so that it takes fewer steps to get them and to find each place. */
void ent_i_scattered(void *memory, size_t size);

/* Gives the pages that lie inside back to the system: what is there must not be read any more, and
 * is freed as ever. */
void ent_i_memory_drop(void *memory, size_t size);

/* Gives back to the system what was freed after work on so many items, if they are many. */
void ent_i_memory_trim(size_t items);

/* The first place in `memory` that is a multiple of `alignment`, a power of two. */
static inline void *ent_i_aligned(void *memory, size_t alignment)
{
    return (char *)memory + (-(uintptr_t)memory & (alignment - 1));
}

typedef struct ent_i_arena {
    struct ent_i_arena_block *first;
} ent_i_arena_t;

/* Aligned, zeroed memory that lives until ent_i_arena_free(); NULL when memory ran out. */
void *ent_i_arena_alloc(ent_i_arena_t *arena, size_t size);

/* A copy of `length` bytes of text with a NUL behind; NULL when memory ran out. */
char *ent_i_arena_text(ent_i_arena_t *arena, const char *text, size_t length);

void ent_i_arena_free(ent_i_arena_t *arena);

/* Text that grows. Failure is sticky: append freely and ask once, with ent_i_text_finish(). */
typedef struct ent_i_text {
    char *bytes; /* NUL behind the end once anything was appended */
    size_t size;
    size_t capacity;
    bool failed;
} ent_i_text_t;

/* Room for so many bytes more, at once: text that grows step by step is copied, and stands in
 * memory twice meanwhile. */
void ent_i_text_expect(ent_i_text_t *text, size_t size);
void ent_i_text_add(ent_i_text_t *text, const char *bytes, size_t size);
void ent_i_text_puts(ent_i_text_t *text, const char *string);
void ent_i_text_putc(ent_i_text_t *text, char byte);
void ent_i_text_printf(ent_i_text_t *text, const char *format, ...) ENT_PRINTF(2, 3);
void ent_i_text_free(ent_i_text_t *text);

/* Hands the bytes over to `blob` (empty text gives an empty string) and zeroes `text`, or reports
 * that memory ran out. */
ent_status_t ent_i_text_finish(ent_i_text_t *text, ent_blob_t *blob, ent_error_t *err);

#endif
