/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Refuses each allocation of a task in turn, once, and then from each on for ever, until the task
 * gets through. A refusal must come back as ENT_ENOMEM with nothing leaked, or be got over (libcsv
 * asks again for less): a task returns ENT_OK only after it found its result right.
 *
 * To be included by one file of an executable: its malloc() then serves all libraries too. Those
 * made by GLib are granted, as it ends the program instead of reporting; so are the loader's. */
#ifndef ENT_TESTS_FAULT_REFUSE_H
#define ENT_TESTS_FAULT_REFUSE_H

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>

#include "entente/common.h"
#include "unit/unit.h"

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void __libc_free(void *old);

static long refuse_countdown = -1; /* allocations to grant before one is refused; -1: all */
static bool refuse_for_ever;
static long refuse_count;         /* refused in this run */
static long refuse_live;          /* blocks held now */
static const char *refuse_spared; /* one more library that is granted all */

static bool refuse_is_granted(const void *caller)
{
    Dl_info library;

    if (dladdr(caller, &library) == 0 || library.dli_fname == NULL)
        return false;
    return strstr(library.dli_fname, "libglib") != NULL ||
           strstr(library.dli_fname, "/ld-") != NULL ||
           (refuse_spared != NULL && strstr(library.dli_fname, refuse_spared) != NULL);
}

static bool refuse_now(const void *caller)
{
    if (refuse_countdown < 0 || refuse_is_granted(caller))
        return false;
    if (refuse_countdown > 0) {
        refuse_countdown--;
        return false;
    }
    if (refuse_count > 0 && !refuse_for_ever)
        return false;
    refuse_count++;
    return true;
}

void *malloc(size_t size)
{
    void *block = refuse_now(__builtin_return_address(0)) ? NULL : __libc_malloc(size);

    refuse_live += block != NULL;
    if (block == NULL)
        errno = ENOMEM;
    return block;
}

void *calloc(size_t count, size_t size)
{
    void *block = refuse_now(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);

    refuse_live += block != NULL;
    if (block == NULL)
        errno = ENOMEM;
    return block;
}

void *realloc(void *old, size_t size)
{
    void *block = refuse_now(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);

    refuse_live += old == NULL && block != NULL;
    if (block == NULL)
        errno = ENOMEM;
    return block;
}

void free(void *old)
{
    refuse_live -= old != NULL;
    __libc_free(old);
}

/* Whether bytes are the same as in the first run of a task; `first` is zeroed before. */
static inline bool refuse_same(ent_blob_t *first, const char *bytes, size_t size)
{
    if (first->bytes == NULL) {
        first->bytes = __libc_malloc(size + 1);
        first->size = size;
        memcpy(first->bytes, bytes, size);
    }
    return first->size == size && memcmp(first->bytes, bytes, size) == 0;
}

/* Runs `task` with each of its allocations refused; it has at least `least` of them. */
static void refuse_each(ent_status_t (*task)(void), long least)
{
    long kept;

    assert_int_equal(task(), ENT_OK);
    kept = refuse_live; /* with what libraries make once and may drop again (iconv's tables) */
    for (int mode = 0; mode < 2; mode++) {
        ent_status_t status;
        long granted = 0;

        refuse_for_ever = mode == 1;
        do {
            refuse_count = 0;
            refuse_countdown = granted++;
            status = task();
            refuse_countdown = -1;
            if (refuse_live > kept)
                fail_msg("%ld blocks leaked after allocation %ld was refused", refuse_live - kept,
                         granted);
            if (status != ENT_ENOMEM && status != ENT_OK)
                fail_msg("allocation %ld was refused: %s", granted, ent_status_name(status));
        } while (refuse_count > 0);
        assert_int_equal(status, ENT_OK);
        assert_true(granted - 1 >= least);
    }
}

#endif
