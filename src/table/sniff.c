/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What kind of file a table is, told from its first bytes. */
#include "table/sniff.h"

#include <string.h>
#include <strings.h>

#define SAMPLE ((size_t)64 * 1024)

static bool begins(const char *bytes, size_t size, const char *with, size_t length)
{
    return size >= length && memcmp(bytes, with, length) == 0;
}

/* ASCII text in two bytes a character has a NUL in each pair, always at the same side. */
static bool looks_like_utf16(const char *bytes, size_t size)
{
    size_t nul[2] = {0, 0}, most, least;

    if (size > SAMPLE)
        size = SAMPLE;
    if (size >= 4 && (bytes[0] == '\0') != (bytes[1] == '\0') &&
        (bytes[0] == '\0') == (bytes[2] == '\0') && (bytes[1] == '\0') == (bytes[3] == '\0'))
        return true;
    for (size_t i = 0; i < size; i++)
        nul[i % 2] += bytes[i] == '\0';
    most = nul[0] > nul[1] ? nul[0] : nul[1];
    least = nul[0] > nul[1] ? nul[1] : nul[0];
    return most >= size / 8 + 1 && least * 10 < most;
}

static bool looks_like_html(const char *bytes, size_t size)
{
    static const char *const starts[] = {"<!doctype html", "<html", "<head", "<?xml"};
    size_t at = 0;

    while (at < size && strchr(" \t\r\n", bytes[at]) != NULL && bytes[at] != '\0')
        at++;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (size - at >= strlen(starts[i]) &&
            strncasecmp(bytes + at, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

const char *ent_i_sniff_foreign(const char *bytes, size_t size, bool named)
{
    static const struct {
        const char *start;
        size_t length;
        const char *what;
    } table[] = {
        {"PK\3\4", 4,
         "is a ZIP archive or a spreadsheet file (.xlsx, .ods); save the sheet as 'CSV UTF-8'."},
        {"\xd0\xcf\x11\xe0", 4,
         "is an old spreadsheet file (.xls); save the sheet as 'CSV UTF-8'."},
        {"\x1f\x8b", 2,
         "is compressed with gzip; unpack it with gunzip, or hand it to standard input, which may "
         "be gzip: entente rank - <FILE, or gzip -dc FILE | entente rank -."},
        {"BZh", 3, "is compressed with bzip2; unpack it with bunzip2."},
        {"\xfd"
         "7zXZ",
         5, "is compressed with xz; unpack it with unxz."},
        {"\x28\xb5\x2f\xfd", 4, "is compressed with zstd; unpack it with unzstd."},
        {"%PDF-", 5, "is a PDF document; expected a table as CSV."},
        {"version https://git-lfs.", 24,
         "is a Git LFS pointer, not the file itself; fetch it with 'git lfs pull'."},
        {"\0\0\xfe\xff", 4, "is UTF-32; save it as UTF-8."},
        {"\xff\xfe\0\0", 4, "is UTF-32; save it as UTF-8."},
    };
    size_t mark;

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (begins(bytes, size, table[i].start, table[i].length))
            return table[i].what;
    if (looks_like_html(bytes, size))
        return "is a web page or XML, not a table; download the file itself as CSV.";
    if (!named && ent_i_sniff_mark(bytes, size, &mark) == NULL && looks_like_utf16(bytes, size))
        return "looks like UTF-16 without a byte-order mark; save it as UTF-8 or pass "
               "--encoding=UTF-16LE (or UTF-16BE).";
    return NULL;
}

const char *ent_i_sniff_mark(const char *bytes, size_t size, size_t *length)
{
    *length = 2;
    if (begins(bytes, size, "\xff\xfe", 2))
        return "UTF-16LE";
    if (begins(bytes, size, "\xfe\xff", 2))
        return "UTF-16BE";
    *length = 3;
    if (begins(bytes, size, "\xef\xbb\xbf", 3))
        return "UTF-8";
    *length = 0;
    return NULL;
}

char ent_i_sniff_declared(const char *line, size_t size)
{
    if (size >= 2 && line[0] == '"' && line[size - 1] == '"') {
        line++;
        size -= 2;
    }
    if (size != 5 || strncasecmp(line, "sep=", 4) != 0)
        return '\0';
    return strchr(",;\t|:^~!#", line[4]) != NULL ? line[4] : '\0';
}

/* Counts `separator` outside quotes up to the end of a record; *end is behind it. */
static size_t count_in_record(const char *text, size_t size, char separator, size_t *end)
{
    size_t count = 0, at = 0;
    bool quoted = false;

    for (; at < size && at < SAMPLE; at++) {
        if (text[at] == '"')
            quoted = !quoted;
        else if (!quoted && (text[at] == '\n' || text[at] == '\r'))
            break;
        else if (!quoted && text[at] == separator)
            count++;
    }
    while (at < size && (text[at] == '\n' || text[at] == '\r'))
        at++;
    *end = at;
    return count;
}

char ent_i_sniff_separator(const char *text, size_t size, char *rival, bool *tied)
{
    static const char candidates[] = ",;\t|";
    char best = ',';
    size_t best_count = 0;
    bool best_agrees = false;

    *rival = '\0';
    *tied = false;
    for (const char *candidate = candidates; *candidate != '\0'; candidate++) {
        size_t end, next_end;
        size_t count = count_in_record(text, size, *candidate, &end);
        /* A separator stands as often in the first row as in the header. */
        bool agrees =
            end == size || count_in_record(text + end, size - end, *candidate, &next_end) == count;

        if (count == 0)
            continue;
        if (best_count == 0 || agrees > best_agrees ||
            (agrees == best_agrees && count > best_count)) {
            *rival = best_count > 0 ? best : '\0';
            best = *candidate;
            best_count = count;
            best_agrees = agrees;
            *tied = false;
        } else {
            *rival = *candidate;
            *tied = *tied || (agrees && best_agrees && count == best_count);
        }
    }
    return best;
}
