/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text for a terminal: paragraphs wrapped at a width, in the report's languages, with nothing in
 * them that could act on the terminal. */
#ifndef ENT_DOCUMENT_PROSE_H
#define ENT_DOCUMENT_PROSE_H

#include "document/message.h"

enum { ENT_PROSE_COLUMNS = 80 };

/* The id of a source, inside the text that cites it. */
typedef struct ent_i_cited {
    const char *id;
    size_t size;
} ent_i_cited_t;

typedef struct ent_i_prose {
    ent_i_text_t text;
    const char *language;
    ent_i_cited_t *cited; /* in order of their first mention: number 1 is the first */
    size_t cited_count;
    size_t cited_capacity;
} ent_i_prose_t;

/* Frees what the prose holds. */
void ent_i_prose_free(ent_i_prose_t *prose);

/* Writes a paragraph behind `indent` blanks, its further lines two further in, and frees it. Words
 * longer than a line stand on one by themselves. An empty one is no line. */
void ent_i_prose_take(ent_i_prose_t *prose, size_t indent, ent_i_text_t *paragraph);
/* The same of a message: its arguments are strings, a NULL behind the last. */
void ent_i_prose_say(ent_i_prose_t *prose, size_t indent, ent_i_message_t message, ...)
    __attribute__((sentinel));
/* The same of plain text. */
void ent_i_prose_put(ent_i_prose_t *prose, size_t indent, const char *paragraph);
void ent_i_prose_blank(ent_i_prose_t *prose);
/* Appends " [1] [4]" to a paragraph: the numbers of the sources of a list, which must outlive the
 * prose. */
void ent_i_prose_cite(ent_i_prose_t *prose, ent_i_text_t *paragraph, const char *sources);
/* Appends a message to a paragraph, behind "; " where it has something already. */
void ent_i_prose_join(const ent_i_prose_t *prose, ent_i_text_t *paragraph, ent_i_message_t message,
                      ...) __attribute__((sentinel));

#endif
