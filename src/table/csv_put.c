/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CSV out: one field, quoted where it must be. */
#include <string.h>

#include "table/csv.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Besides what the form asks for: a byte-order mark in front and control characters, which readers
 * may take for something else than text. */
static bool needs_quotes(const char *field, size_t size)
{
    if (is_blank(field[0]) || is_blank(field[size - 1]) || strncmp(field, "\xef\xbb\xbf", 3) == 0)
        return true;
    for (size_t i = 0; i < size; i++)
        if (field[i] == ',' || field[i] == '"' || (unsigned char)field[i] < 0x20)
            return true;
    return false;
}

void ent_i_csv_put(ent_i_text_t *text, const char *field)
{
    size_t size = strlen(field);
    const char *quote;

    if (size == 0 || !needs_quotes(field, size)) {
        ent_i_text_add(text, field, size);
        return;
    }
    ent_i_text_putc(text, '"');
    while ((quote = strchr(field, '"')) != NULL) {
        ent_i_text_add(text, field, (size_t)(quote - field) + 1);
        ent_i_text_putc(text, '"');
        field = quote + 1;
    }
    ent_i_text_puts(text, field);
    ent_i_text_putc(text, '"');
}
