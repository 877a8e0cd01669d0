/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *ent_status_name(ent_status_t status)
{
    static const char *const names[ENT_STATUS_COUNT] = {
        [ENT_OK] = "ENT_OK",           [ENT_ENOMEM] = "ENT_ENOMEM",
        [ENT_EINVAL] = "ENT_EINVAL",   [ENT_EIO] = "ENT_EIO",
        [ENT_EDATA] = "ENT_EDATA",     [ENT_ELIMIT] = "ENT_ELIMIT",
        [ENT_EIGRAPH] = "ENT_EIGRAPH", [ENT_ECANCELLED] = "ENT_ECANCELLED",
    };
    if ((unsigned)status >= ENT_STATUS_COUNT)
        return "ENT_UNKNOWN";
    return names[status];
}

const char *ent_version(void)
{
    return ENT_VERSION;
}

ENT_PRINTF(6, 0)
static void fill(ent_error_t *err, ent_status_t status, const char *file, uint64_t line,
                 uint64_t column, const char *format, va_list args)
{
    if (err == NULL || err->status != ENT_OK)
        return;
    err->status = status;
    snprintf(err->file, sizeof err->file, "%s", file != NULL ? file : "");
    err->line = line;
    err->column = column;
    vsnprintf(err->message, sizeof err->message, format, args);
}

ent_status_t ent_i_fail(ent_error_t *err, ent_status_t status, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    fill(err, status, NULL, 0, 0, format, args);
    va_end(args);
    return status;
}

ent_status_t ent_i_fail_at(ent_error_t *err, ent_status_t status, const char *file, uint64_t line,
                           uint64_t column, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    fill(err, status, file, line, column, format, args);
    va_end(args);
    return status;
}

ent_status_t ent_i_no_memory(ent_error_t *err)
{
    return ent_i_fail(err, ENT_ENOMEM, "Memory ran out.");
}
