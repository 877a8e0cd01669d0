/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paragraphs for a terminal. */
#include "document/prose.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

static void put_blanks(ent_i_text_t *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ent_i_text_putc(text, ' ');
}

/* Appends one word (a copy in `word`) where it fits, else on a new line. */
static void put_word(ent_i_text_t *out, const char *word, size_t indent, size_t *column)
{
    size_t columns = ent_i_columns(word);

    if (*column == 0) {
        put_blanks(out, indent);
        *column = indent;
    } else if (*column + 1 + columns > ENT_PROSE_COLUMNS) {
        ent_i_text_putc(out, '\n');
        put_blanks(out, indent + 2);
        *column = indent + 2;
    } else {
        ent_i_text_putc(out, ' ');
        *column += 1;
    }
    ent_i_text_puts(out, word);
    *column += columns;
}

static void wrap(ent_i_text_t *out, const char *shown, size_t indent)
{
    size_t column = 0;

    while (*shown != '\0') {
        size_t size = strcspn(shown, " ");
        ent_i_text_t word = {0};

        ent_i_text_add(&word, shown, size);
        if (size > 0 && !word.failed)
            put_word(out, word.bytes, indent, &column);
        out->failed = out->failed || word.failed;
        ent_i_text_free(&word);
        shown += size;
        shown += strspn(shown, " ");
    }
    ent_i_text_putc(out, '\n');
}

/* Line breaks and tabs of a cell are blanks in a paragraph. */
static void join_lines(ent_i_text_t *paragraph)
{
    for (size_t i = 0; i < paragraph->size; i++)
        if (strchr("\n\r\t", paragraph->bytes[i]) != NULL && paragraph->bytes[i] != '\0')
            paragraph->bytes[i] = ' ';
}

void ent_i_prose_take(ent_i_prose_t *prose, size_t indent, ent_i_text_t *paragraph)
{
    ent_i_text_t shown = {0};

    join_lines(paragraph);

    if (paragraph->size > 0)
        ent_i_text_shown(&shown, paragraph->bytes, paragraph->size, 0);
    prose->text.failed = prose->text.failed || paragraph->failed || shown.failed;
    if (shown.size > 0 && !shown.failed)
        wrap(&prose->text, shown.bytes, indent);
    ent_i_text_free(&shown);
    ent_i_text_free(paragraph);
}

void ent_i_prose_put(ent_i_prose_t *prose, size_t indent, const char *paragraph)
{
    ent_i_text_t text = {0};

    ent_i_text_puts(&text, paragraph);
    ent_i_prose_take(prose, indent, &text);
}

void ent_i_prose_say(ent_i_prose_t *prose, size_t indent, ent_i_message_t message, ...)
{
    ent_i_text_t text = {0};
    va_list arguments;

    va_start(arguments, message);
    ent_i_message_put_arguments(&text, prose->language, message, arguments);
    va_end(arguments);
    ent_i_prose_take(prose, indent, &text);
}

void ent_i_prose_blank(ent_i_prose_t *prose)
{
    ent_i_text_putc(&prose->text, '\n');
}

void ent_i_prose_join(const ent_i_prose_t *prose, ent_i_text_t *paragraph, ent_i_message_t message,
                      ...)
{
    va_list arguments;

    ent_i_text_puts(paragraph, paragraph->size > 0 ? "; " : "");
    va_start(arguments, message);
    ent_i_message_put_arguments(paragraph, prose->language, message, arguments);
    va_end(arguments);
}

/* The number of a source, a new one where it is cited for the first time; 0 without memory. */
static size_t number_of(ent_i_prose_t *prose, const char *id, size_t size)
{
    for (size_t i = 0; i < prose->cited_count; i++) {
        if (prose->cited[i].size == size && memcmp(prose->cited[i].id, id, size) == 0)
            return i + 1;
    }
    if (ENT_GROW(prose->cited, prose->cited_count, prose->cited_capacity, NULL) != ENT_OK) {
        prose->text.failed = true;
        return 0;
    }
    prose->cited[prose->cited_count] = (ent_i_cited_t){id, size};
    return ++prose->cited_count;
}

void ent_i_prose_cite(ent_i_prose_t *prose, ent_i_text_t *paragraph, const char *sources)
{
    const char *id;
    size_t size;

    while (ent_i_list_next(&sources, &id, &size))
        ent_i_text_printf(paragraph, " [%zu]", number_of(prose, id, size));
}

void ent_i_prose_free(ent_i_prose_t *prose)
{
    ent_i_text_free(&prose->text);
    free(prose->cited);
    *prose = (ent_i_prose_t){0};
}
