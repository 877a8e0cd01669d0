/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gzip to the bytes in it. zlib stands behind this and nowhere else. */
#ifndef ENT_TABLE_GZIP_H
#define ENT_TABLE_GZIP_H

#include "base/memory.h"

/* Whether the bytes begin as gzip does. */
bool ent_i_is_gzip(const char *bytes, size_t size);

/* Unpacks all members of a gzip stream. What would be more than `limit` bytes is found out before
 * any of it is kept (ENT_ELIMIT); a stream that is cut off, damaged, or followed by something else
 * is ENT_EDATA. `shown` names the file in messages. */
ent_status_t ent_i_gunzip(ent_blob_t *blob, const char *bytes, size_t size, size_t limit,
                          const char *shown, ent_error_t *err);

#endif
