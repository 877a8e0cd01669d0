/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text as people mean it: canonical form, folded look-up keys, near misses, safe display.
 *
 * Every function that returns char * returns memory from malloc() for the caller to free, or NULL
 * when memory ran out. Input is valid UTF-8. Nothing here depends on the locale. */
#ifndef ENT_BASE_UNICODE_H
#define ENT_BASE_UNICODE_H

#include "base/memory.h"

/* The offset of the first byte that is not UTF-8 (overlong, surrogate, beyond U+10FFFF and NUL
 * included), or `size` when all of it is. */
size_t ent_i_utf8_valid_prefix(const char *bytes, size_t size);

/* The key of a name: NFC, blanks (NBSP, U+3000, … too) collapsed to one space and trimmed,
 * zero-width characters at the ends dropped. Two names are the same when their keys are. */
char *ent_i_name_key(const char *name);

/* Whether a name is sure to be its own key: printable ASCII and Latin letters up to U+017F, with
 * single blanks inside. */
bool ent_i_name_is_key(const char *name);

/* The folded form of so many bytes of a name in `out`, which has room for one more; its size, or
 * SIZE_MAX where the name has other than printable ASCII and common Latin letters. */
size_t ent_i_name_fold_into(char *out, const char *name, size_t size);

/* The folded form: NFKC, case folded, marks stripped, blanks dropped. "Bogotá" and "BOGOTA" share
 * it, as do full-width and plain Latin. */
char *ent_i_name_fold(const char *name);

/* Like ent_i_name_fold() with look-alike letters of other scripts (Cyrillic а, Greek ο, …) mapped
 * to Latin: equal for names that look the same. */
char *ent_i_name_skeleton(const char *name);

/* Whether one edit (insert, delete, replace, swap of neighbours) in code points, or none, turns
 * one folded name into the other. */
bool ent_i_one_edit_apart(const char *a, const char *b);

/* Edits (insert, delete, replace, swap) between two strings in code points, at most `limit` + 1. */
size_t ent_i_edit_distance(const char *a, const char *b, size_t limit);

/* The candidate nearest to `word` for a "did you mean", by folded edit distance, at most a third
 * of the word's length (at least 1, at most 3); NULL when none is near. Ties go to the first. */
const char *ent_i_nearest(const char *word, const char *const *candidates, size_t count);

/* Appends `name` for a person's terminal or log: control characters, bidi controls, line breaks
 * and invalid bytes as \xNN or \u{...}, cut with "…" past `columns` columns (0: no cut). */
void ent_i_text_shown(ent_i_text_t *text, const char *name, size_t size, size_t columns);

/* Columns that a string takes on a terminal: wide characters 2, marks and zero-width 0. */
size_t ent_i_columns(const char *string);

/* The next item of a list separated by ';': blanks around items gone, empty ones skipped. False at
 * the end; *rest moves on. */
bool ent_i_list_next(const char **rest, const char **item, size_t *size);

/* Whether a string has characters that are written from right to left. */
bool ent_i_is_rtl(const char *string);

#endif
