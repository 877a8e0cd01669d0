/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Growing arrays, arenas, growing text. */
#include "base/memory.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define ARENA_FIRST_BLOCK ((size_t)4096)
#define MANY_ITEMS ((size_t)100000)
#define PAGE ((size_t)1 << 16) /* the largest that a kernel works with */
#define HUGE_PAGE ((size_t)1 << 21)
#define ARENA_LARGEST_BLOCK ((size_t)256 * 1024)

struct ent_i_arena_block {
    struct ent_i_arena_block *next;
    size_t used;
    size_t size;
    max_align_t bytes[];
};

ent_status_t ent_i_grow(void *items, size_t *capacity, size_t count, size_t item_size,
                        ent_error_t *err)
{
    size_t wanted = *capacity + *capacity / 2;
    size_t bytes;
    void *old, *grown;

    if (count <= *capacity)
        return ENT_OK;
    if (wanted < count)
        wanted = count;
    if (wanted < 8)
        wanted = 8;
    if (__builtin_mul_overflow(wanted, item_size, &bytes) || bytes > PTRDIFF_MAX)
        return ent_i_no_memory(err);
    /* `items` is the address of a typed pointer; reading it as a void * would break aliasing. */
    memcpy(&old, items, sizeof old);
    grown = realloc(old, bytes);
    if (grown == NULL)
        return ent_i_no_memory(err);
    memcpy(items, &grown, sizeof grown);
    *capacity = wanted;
    return ENT_OK;
}

ent_status_t ent_i_alloc(void *out, size_t count, size_t item_size, ent_error_t *err)
{
    void *made = calloc(count == 0 ? 1 : count, item_size == 0 ? 1 : item_size);

    if (made == NULL)
        return ent_i_no_memory(err);
    memcpy(out, &made, sizeof made);
    return ENT_OK;
}

void ent_i_scattered(void *memory, size_t size)
{
    char *start;

    if (size < 4 * HUGE_PAGE) /* there may be no memory at all */
        return;
    start = ent_i_aligned(memory, HUGE_PAGE);
    (void)madvise(start, ((size_t)((char *)memory + size - start)) & ~(HUGE_PAGE - 1),
                  MADV_HUGEPAGE);
}

void ent_i_memory_drop(void *memory, size_t size)
{
    char *start, *end;

    if (size < PAGE)
        return;
    start = ent_i_aligned(memory, PAGE);
    end = (char *)memory + size;
    if (end - start >= (ptrdiff_t)PAGE)
        (void)madvise(start, (size_t)(end - start) & ~(PAGE - 1), MADV_DONTNEED);
}

void ent_i_memory_trim(size_t items)
{
    if (items >= MANY_ITEMS)
        (void)malloc_trim(0);
}

static struct ent_i_arena_block *new_block(const ent_i_arena_t *arena, size_t least)
{
    size_t size = arena->first == NULL ? ARENA_FIRST_BLOCK : arena->first->size * 2;
    struct ent_i_arena_block *block;
    size_t whole;

    if (size > ARENA_LARGEST_BLOCK)
        size = ARENA_LARGEST_BLOCK;
    if (size < least)
        size = least;
    if (__builtin_add_overflow(size, sizeof *block, &whole) || whole > PTRDIFF_MAX)
        return NULL;
    block = calloc(1, whole);
    if (block != NULL)
        block->size = size;
    return block;
}

static void *arena_take(ent_i_arena_t *arena, size_t size, size_t alignment)
{
    struct ent_i_arena_block *block = arena->first;
    size_t start;

    if (size > PTRDIFF_MAX)
        return NULL;
    if (block != NULL) {
        start = (block->used + alignment - 1) / alignment * alignment;
        if (start <= block->size && size <= block->size - start) {
            block->used = start + size;
            return (char *)block->bytes + start;
        }
    }
    block = new_block(arena, size);
    if (block == NULL)
        return NULL;
    block->used = size;
    block->next = arena->first;
    arena->first = block;
    return block->bytes;
}

void *ent_i_arena_alloc(ent_i_arena_t *arena, size_t size)
{
    return arena_take(arena, size, _Alignof(max_align_t));
}

char *ent_i_arena_text(ent_i_arena_t *arena, const char *text, size_t length)
{
    char *copy = length < SIZE_MAX ? arena_take(arena, length + 1, 1) : NULL;

    if (copy != NULL && length > 0)
        memcpy(copy, text, length);
    return copy;
}

void ent_i_arena_free(ent_i_arena_t *arena)
{
    struct ent_i_arena_block *block = arena->first;

    while (block != NULL) {
        struct ent_i_arena_block *next = block->next;

        free(block);
        block = next;
    }
    arena->first = NULL;
}

/* Room for `size` more bytes and a NUL. */
static bool text_reserve(ent_i_text_t *text, size_t size)
{
    size_t wanted;

    if (text->failed)
        return false;
    if (__builtin_add_overflow(text->size, size, &wanted) || wanted == SIZE_MAX ||
        ent_i_grow(&text->bytes, &text->capacity, wanted + 1, 1, NULL) != ENT_OK)
        text->failed = true;
    return !text->failed;
}

void ent_i_text_expect(ent_i_text_t *text, size_t size)
{
    (void)text_reserve(text, size);
}

void ent_i_text_add(ent_i_text_t *text, const char *bytes, size_t size)
{
    if (!text_reserve(text, size))
        return;
    if (size > 0)
        memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    text->bytes[text->size] = '\0';
}

void ent_i_text_puts(ent_i_text_t *text, const char *string)
{
    ent_i_text_add(text, string, strlen(string));
}

void ent_i_text_putc(ent_i_text_t *text, char byte)
{
    ent_i_text_add(text, &byte, 1);
}

void ent_i_text_printf(ent_i_text_t *text, const char *format, ...)
{
    va_list args, again;
    int length;

    va_start(args, format);
    va_copy(again, args);
    length = vsnprintf(NULL, 0, format, args);
    if (length < 0)
        text->failed = true;
    else if (text_reserve(text, (size_t)length)) {
        vsnprintf(text->bytes + text->size, (size_t)length + 1, format, again);
        text->size += (size_t)length;
    }
    va_end(again);
    va_end(args);
}

void ent_i_text_free(ent_i_text_t *text)
{
    free(text->bytes);
    *text = (ent_i_text_t){0};
}

ent_status_t ent_i_text_finish(ent_i_text_t *text, ent_blob_t *blob, ent_error_t *err)
{
    ent_i_text_add(text, "", 0);
    if (text->failed) {
        ent_i_text_free(text);
        return ent_i_no_memory(err);
    }
    blob->bytes = text->bytes;
    blob->size = text->size;
    *text = (ent_i_text_t){0};
    return ENT_OK;
}
