/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bytes to UTF-8, and what wrong bytes might have meant. */
#ifndef ENT_TABLE_ENCODING_H
#define ENT_TABLE_ENCODING_H

#include "base/memory.h"

/* Stands in the decoded text for what could not be decoded: a byte that UTF-8 never has. */
#define ENT_UNDECODED '\xff'

/* Decodes `bytes` into UTF-8. What is no `encoding` becomes ENT_UNDECODED, so that the reader
 * finds it at its place. ENT_EINVAL when there is no such encoding here. */
ent_status_t ent_i_decode(ent_blob_t *text, const char *bytes, size_t size, const char *encoding,
                          ent_error_t *err);

/* Appends which encodings would make sense of a field that is no UTF-8, and as what:
 * "'서울' in CP949"; nothing when none does. */
ent_status_t ent_i_encoding_hint(ent_i_text_t *out, const char *field, size_t size,
                                 ent_error_t *err);

#endif
