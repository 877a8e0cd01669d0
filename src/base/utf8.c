/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is UTF-8, and how text looks on a terminal. */
#include <glib.h>
#include <string.h>

#include "base/unicode.h"

/* Length of the well-formed sequence of more than one byte at `at`; 0 when there is none. */
static size_t sequence(const unsigned char *at, size_t left)
{
    size_t length = at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : 2;
    unsigned char low = 0x80, high = 0xbf;

    if (at[0] < 0xc2 || at[0] > 0xf4 || left < length)
        return 0;
    if (at[0] == 0xe0)
        low = 0xa0; /* overlong below */
    else if (at[0] == 0xed)
        high = 0x9f; /* surrogates above */
    else if (at[0] == 0xf0)
        low = 0x90;
    else if (at[0] == 0xf4)
        high = 0x8f; /* beyond U+10FFFF */
    if (at[1] < low || at[1] > high)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    return length;
}

/* Whether eight bytes at once are ASCII without NUL. */
static bool plain_word(const unsigned char *at)
{
    uint64_t word;

    memcpy(&word, at, sizeof word);
    return ((word | (word - 0x0101010101010101U)) & 0x8080808080808080U) == 0;
}

size_t ent_i_utf8_valid_prefix(const char *bytes, size_t size)
{
    const unsigned char *text = (const unsigned char *)bytes;
    size_t at = 0;

    while (at < size) {
        size_t length = 1;

        if (size - at >= 8 && plain_word(text + at)) {
            at += 8;
            continue;
        }
        if (text[at] == '\0')
            return at;
        if (text[at] >= 0x80)
            length = sequence(text + at, size - at);
        if (length == 0)
            return at;
        at += length;
    }
    return size;
}

size_t ent_utf8_prefix(const char *text)
{
    return ent_i_utf8_valid_prefix(text, strlen(text));
}

static bool is_bidi_control(gunichar c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

static bool is_shown_as_code(gunichar c)
{
    return (c >= 0x80 && c < 0xa0) || is_bidi_control(c) || c == 0x2028 || c == 0x2029 ||
           c == 0xfeff || (c & 0xfffe) == 0xfffe;
}

static size_t columns_of(gunichar c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

/* Writes one character (or one invalid byte) of `left` bytes into `out`; returns how many bytes it
 * took and sets the columns that it fills. */
static size_t show_one(ent_i_text_t *out, const char *at, size_t left, size_t *columns)
{
    unsigned char byte = (unsigned char)*at;
    size_t length = byte < 0x80 ? 1 : sequence((const unsigned char *)at, left);
    size_t before = out->size;
    gunichar c;

    if (length == 0 || byte < 0x20 || byte == 0x7f) {
        ent_i_text_printf(out, "\\x%02X", byte);
        *columns = 4;
        return 1;
    }
    c = g_utf8_get_char(at);
    if (is_shown_as_code(c)) {
        ent_i_text_printf(out, "\\u{%X}", (unsigned)c);
        *columns = out->size - before;
    } else {
        ent_i_text_add(out, at, length);
        *columns = columns_of(c);
    }
    return length;
}

void ent_i_text_shown(ent_i_text_t *text, const char *name, size_t size, size_t columns)
{
    size_t used = 0, at = 0;
    size_t cut = text->size; /* where the text ends if "…" must still fit behind it */

    while (at < size && !text->failed) {
        size_t taken;

        if (used < columns)
            cut = text->size;
        at += show_one(text, name + at, size - at, &taken);
        used += taken;
        if (columns > 0 && used > columns && !text->failed) {
            text->size = cut;
            ent_i_text_puts(text, "…");
            return;
        }
    }
}

size_t ent_i_columns(const char *string)
{
    size_t columns = 0;

    for (; *string != '\0'; string = g_utf8_next_char(string))
        columns += columns_of(g_utf8_get_char(string));
    return columns;
}

bool ent_i_is_rtl(const char *string)
{
    for (; *string != '\0'; string = g_utf8_next_char(string)) {
        gunichar c = g_utf8_get_char(string);
        bool block = (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
                     (c >= 0xfe70 && c <= 0xfefc) || (c >= 0x10800 && c <= 0x10fff) ||
                     (c >= 0x1e800 && c <= 0x1efff);

        if (block && g_unichar_isalpha(c))
            return true;
    }
    return false;
}

bool ent_i_list_next(const char **rest, const char **item, size_t *size)
{
    while (**rest == ';' || **rest == ' ' || **rest == '\t' || **rest == '\n' || **rest == '\r')
        ++*rest;
    *item = *rest;
    *size = strcspn(*rest, ";");
    *rest += *size;
    while (*size > 0 && strchr(" \t\n\r", (*item)[*size - 1]) != NULL)
        --*size;
    return *size > 0;
}
