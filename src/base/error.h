/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How the library's own code fails: one line to report, one way out. */
#ifndef ENT_BASE_ERROR_H
#define ENT_BASE_ERROR_H

#include "entente/common.h"

#if defined(__GNUC__)
#define ENT_PRINTF(string, first) __attribute__((format(printf, string, first)))
#else
#define ENT_PRINTF(string, first)
#endif

/* Fills `err` (unless NULL or already filled) and returns `status`, so that a failure is one
 * statement: `return ent_i_fail(err, ENT_EINVAL, "...")`. */
ent_status_t ent_i_fail(ent_error_t *err, ent_status_t status, const char *format, ...)
    ENT_PRINTF(3, 4);

/* The same for a failure that has a place in an input file. */
ent_status_t ent_i_fail_at(ent_error_t *err, ent_status_t status, const char *file, uint64_t line,
                           uint64_t column, const char *format, ...) ENT_PRINTF(6, 7);

/* The failure that needs no arguments. */
ent_status_t ent_i_no_memory(ent_error_t *err);

/* Runs a call that returns ent_status_t. On failure the message is already in `err`, so pass it
 * up unchanged. Needs `status` and the label `cleanup`. */
#define ENT_TRY(call)                                                                              \
    do {                                                                                           \
        status = (call);                                                                           \
        if (status != ENT_OK)                                                                      \
            goto cleanup;                                                                          \
    } while (0)

#endif
