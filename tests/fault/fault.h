/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Refuses memory on purpose; include it once in a fault test.
 *
 * An executable's malloc() also serves its shared libraries, so their allocations are refused too.
 * fault_each() lets a task run with its first 0, 1, 2, … allocations granted and one (or all) of
 * the rest refused, until it gets through. Every refusal must come back as ENT_ENOMEM with
 * everything freed. */
#ifndef ENT_TESTS_FAULT_H
#define ENT_TESTS_FAULT_H

#include <errno.h>
#include <stdlib.h>

#include "entente/common.h"
#include "unit/unit.h"

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void __libc_free(void *old);

static long fault_granted = -1; /* allocations still granted; -1: no limit */
static bool fault_once;         /* refuse one only */
static bool fault_refused;      /* one was */
static long fault_live;         /* blocks held now */

static bool fault_refuse(void)
{
    if (fault_granted < 0)
        return false;
    if (fault_granted > 0) {
        fault_granted--;
        return false;
    }
    if (fault_once)
        fault_granted = -1;
    fault_refused = true;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    void *block = fault_refuse() ? NULL : __libc_malloc(size);

    fault_live += block != NULL;
    return block;
}

void *calloc(size_t count, size_t size)
{
    void *block = fault_refuse() ? NULL : __libc_calloc(count, size);

    fault_live += block != NULL;
    return block;
}

void *realloc(void *old, size_t size)
{
    void *block = fault_refuse() ? NULL : __libc_realloc(old, size);

    fault_live += old == NULL && block != NULL;
    return block;
}

void free(void *old)
{
    fault_live -= old != NULL;
    __libc_free(old);
}

/* Runs a task with each of its allocations refused in turn; returns how many there are. A task may
 * do without an allocation (qsort() does), but not without saying so if it fails. */
static inline long fault_each(ent_status_t (*task)(ent_error_t *err), bool once)
{
    ent_error_t err = {0};
    ent_status_t status;
    long granted = 0;

    assert_ok(task(&err)); /* lets the libraries make what they keep for good */
    do {
        long before = fault_live;

        err = (ent_error_t){0};
        fault_refused = false;
        fault_once = once;
        fault_granted = granted++;
        status = task(&err);
        fault_granted = -1;
        if (status != ENT_OK && status != ENT_ENOMEM)
            print_error("allocation %ld: %s\n", granted, err.message);
        assert_true(status == ENT_OK || status == ENT_ENOMEM);
        assert_true(status == err.status);
        if (fault_live != before)
            print_error("allocation %ld leaves %ld blocks\n", granted, fault_live - before);
        assert_int_equal(fault_live, before);
        assert_true(granted < 100000);
    } while (fault_refused);
    return granted - 1;
}

#endif
