/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A sheet as CSV: exact for programs, or guarded for spreadsheet programs. */
#include <glib.h>
#include <string.h>

#include "table/csv.h"
#include "table/sheet_i.h"

static bool is_ignored(gunichar c)
{
    return c == 0xfeff || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2060 && c <= 0x2064) || g_unichar_isspace(c);
}

/* Whether a program may run the text from `at` on: after apostrophes (so that guarded text counts
 * as well, and no two texts become one) and blanks one of = + - @ TAB CR LF or full-width. */
static bool runs(const char *at)
{
    at += strspn(at, "'");
    for (; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (strchr("=+-@\t\r\n", *at) != NULL || c == 0xff1d || c == 0xff0b || c == 0xff0d ||
            c == 0xff20)
            return true;
        if (!is_ignored(c))
            return false;
    }
    return false;
}

void ent_i_formula_guard(ent_i_text_t *text, const char *field)
{
    /* Where the list separator is another, a program begins a cell behind it, quoted or not. */
    for (;;) {
        size_t piece = strcspn(field, ";\t");

        if (runs(field))
            ent_i_text_putc(text, '\'');
        if (field[piece] == '\0')
            break;
        ent_i_text_add(text, field, piece + 1);
        field += piece + 1;
    }
    ent_i_text_puts(text, field);
}

/* One field as CSV; a lone empty one in quotes, or its row would be a blank line. */
static void put_exact(ent_i_text_t *text, const char *field, bool alone)
{
    if (alone && field[0] == '\0')
        ent_i_text_puts(text, "\"\"");
    else
        ent_i_csv_put(text, field);
}

/* Text is always quoted, which keeps 007 and MAR-1 text for programs that heed quotes. */
static void put_guarded(ent_i_text_t *text, const char *field)
{
    ent_i_text_t guarded = {0};

    ent_i_formula_guard(&guarded, field);
    text->failed = text->failed || guarded.failed;
    ent_i_text_putc(text, '"');
    for (size_t i = 0; i < guarded.size; i++) {
        if (guarded.bytes[i] == '"')
            ent_i_text_putc(text, '"');
        ent_i_text_putc(text, guarded.bytes[i]);
    }
    ent_i_text_putc(text, '"');
    ent_i_text_free(&guarded);
}

static void put_header(const ent_sheet_t *sheet, ent_i_text_t *text, bool excel)
{
    if (excel)
        ent_i_text_puts(text, "\xef\xbb\xbf");
    for (size_t column = 0; column < sheet->column_count; column++) {
        if (column > 0)
            ent_i_text_putc(text, ',');
        if (excel)
            put_guarded(text, sheet->column[column].name);
        else
            put_exact(text, sheet->column[column].name, sheet->column_count == 1);
    }
    ent_i_text_puts(text, excel ? "\r\n" : "\n");
}

void ent_i_sheet_to_csv(const ent_sheet_t *sheet, ent_i_text_t *text, bool excel, bool header)
{
    const char *line_break = excel ? "\r\n" : "\n";
    bool alone = sheet->column_count == 1;

    if (header)
        put_header(sheet, text, excel);
    for (size_t i = 0; i < sheet->cell_count; i++) {
        const char *field = sheet->cell[i].text;
        size_t column = i % sheet->column_count;

        if (column > 0)
            ent_i_text_putc(text, ',');
        if (excel && sheet->column[column].kind == ENT_COLUMN_TEXT && (alone || field[0] != '\0'))
            put_guarded(text, field);
        else
            put_exact(text, field, alone);
        if (column + 1 == sheet->column_count)
            ent_i_text_puts(text, line_break);
    }
}
