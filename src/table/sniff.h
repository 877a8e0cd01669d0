/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What kind of file a table is, told from its first bytes. */
#ifndef ENT_TABLE_SNIFF_H
#define ENT_TABLE_SNIFF_H

#include "base/error.h"

/* Why `bytes` can be no table, such as "is a ZIP archive …"; NULL when they may be one. `named`:
 * the caller names the encoding, so NUL bytes may be right. */
const char *ent_i_sniff_foreign(const char *bytes, size_t size, bool named);

/* The encoding that a byte-order mark tells and the mark's length; NULL and 0 without one. */
const char *ent_i_sniff_mark(const char *bytes, size_t size, size_t *length);

/* The separator in a first line such as "sep=;" (`size` without its line break); 0 when the line
 * is none. */
char ent_i_sniff_declared(const char *line, size_t size);

/* The separator among , ; TAB | of the table that begins at `text` with its header. *rival is
 * another one that the header has as well, 0 when there is none; *tied when nothing speaks for one
 * of the two: the header and the first row have as many of both. */
char ent_i_sniff_separator(const char *text, size_t size, char *rival, bool *tied);

#endif
