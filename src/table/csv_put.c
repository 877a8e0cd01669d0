/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CSV out: one field, quoted where it must be. */
#include <string.h>

#include "table/csv.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

void ent_i_csv_put(ent_i_text_t *text, const char *field)
{
    size_t size = strlen(field);
    const char *quote;

    if (size == 0 ||
        (strpbrk(field, ",\"\r\n") == NULL && !is_blank(field[0]) && !is_blank(field[size - 1]))) {
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
