/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The date that documents carry, from the environment. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

#define END_OF_9999 INT64_C(253402300799)

ent_status_t ent_source_date(int64_t *seconds, ent_error_t *err)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    size_t length = epoch != NULL ? strlen(epoch) : 0;

    *seconds = 0;
    if (epoch == NULL)
        return ENT_OK;
    if (length > 0 && length <= 15 && epoch[strspn(epoch, "0123456789")] == '\0')
        *seconds = (int64_t)strtoll(epoch, NULL, 10);
    if (length == 0 || length > 15 || epoch[strspn(epoch, "0123456789")] != '\0' ||
        *seconds > END_OF_9999)
        return ent_i_fail(err, ENT_EINVAL,
                          "SOURCE_DATE_EPOCH is '%.40s', not whole seconds since 1970 up to the "
                          "year 9999; set it right, or unset it.",
                          epoch);
    return ENT_OK;
}
