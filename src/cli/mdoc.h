/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text as mdoc(7) wants it: nothing taken for a request, a new line for each sentence, options and
 * references to other pages in their macros. */
#ifndef ENT_CLI_MDOC_H
#define ENT_CLI_MDOC_H

#include <stdbool.h>
#include <stdio.h>

/* Running text, `text` as one or more sentences. "--view" becomes .Fl, "entente-rank(1)" .Xr. */
void mdoc_text(FILE *out, const char *text);
/* A phrase as a sentence of its own: with a capital, and with `end` where no mark ends it. */
void mdoc_sentence(FILE *out, const char *phrase, char end);
/* An argument of a macro. */
void mdoc_argument(FILE *out, const char *word);
/* One line of a display, as it is. */
void mdoc_literal(FILE *out, const char *line);
/* Operands of a synopsis, such as "DATA -o DIR", a macro each. */
void mdoc_operands(FILE *out, const char *operands);

#endif
