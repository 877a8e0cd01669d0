/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/mdoc.h"

#include <ctype.h>
#include <string.h>

enum { WIDTH = 78 };

typedef struct line {
    FILE *out;
    size_t at;
} line_t;

static void put_byte(FILE *out, char byte)
{
    static const struct {
        char byte;
        const char *escape;
    } escapes[] = {{'\\', "\\e"},  {'-', "\\-"},   {'\'', "\\(aq"},
                   {'`', "\\(ga"}, {'^', "\\(ha"}, {'~', "\\(ti"}};

    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (escapes[i].byte == byte) {
            fputs(escapes[i].escape, out);
            return;
        }
    fputc(byte, out);
}

static void put_bytes(FILE *out, const char *text, size_t length)
{
    if (length > 0 && *text == '.')
        fputs("\\&", out);
    for (size_t i = 0; i < length; i++)
        put_byte(out, text[i]);
}

static void end_line(line_t *line)
{
    if (line->at > 0)
        fputc('\n', line->out);
    line->at = 0;
}

/* How many of the bytes at the end are punctuation that belongs to the sentence. */
static size_t closing(const char *word, size_t length)
{
    size_t count = 0;

    while (count < length && strchr(".,;:?!)", word[length - 1 - count]) != NULL)
        count++;
    return count;
}

/* Ends a macro's line with the punctuation behind its word, each mark an argument. */
static void put_marks(FILE *out, const char *marks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fprintf(out, " %c", marks[i]);
    fputc('\n', out);
}

/* A word that names an option or a page of the manual, in its macro. */
static bool put_reference(line_t *line, const char *word, size_t length)
{
    const char *open = length > 0 && *word == '(' ? "( " : "";
    size_t from = open[0] == '\0' ? 0 : 1;
    size_t marks = closing(word, length);
    const char *page = memchr(word, '(', length);

    if (length - from > 3 && strncmp(word + from, "--", 2) == 0) {
        end_line(line);
        fprintf(line->out, ".Fl %s", open);
        put_bytes(line->out, word + from + 1, length - marks - from - 1);
        put_marks(line->out, word + length - marks, marks);
        return true;
    }
    if (page == NULL || page == word || strncmp(page, "(1)", 3) != 0)
        return false;
    end_line(line);
    fprintf(line->out, ".Xr %.*s 1", (int)(page - word), word);
    put_marks(line->out, page + 3, length - (size_t)(page + 3 - word));
    return true;
}

static bool ends_sentence(const char *word, size_t length)
{
    while (length > 0 && word[length - 1] == ')')
        length--;
    return length > 0 && strchr(".?!", word[length - 1]) != NULL;
}

static void put_word(line_t *line, const char *word, size_t length)
{
    if (put_reference(line, word, length))
        return;
    if (line->at > 0 && line->at + 1 + length > WIDTH)
        end_line(line);
    if (line->at > 0)
        fputc(' ', line->out);
    put_bytes(line->out, word, length);
    /* Escapes count as well, against the limit of lines of the source. */
    for (size_t i = 0; i < length; i++)
        line->at += strchr("'`^~", word[i]) != NULL ? 4 : strchr("\\-", word[i]) != NULL ? 2 : 1;
    line->at++;
    if (ends_sentence(word, length))
        end_line(line);
}

static void put_words(line_t *line, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, " ");

        put_word(line, text, length);
        text += length;
        text += strspn(text, " ");
    }
}

void mdoc_text(FILE *out, const char *text)
{
    line_t line = {out, 0};

    put_words(&line, text + strspn(text, " "));
    end_line(&line);
}

void mdoc_sentence(FILE *out, const char *phrase, char end)
{
    char text[1200];
    size_t length = strlen(phrase);

    snprintf(text, sizeof text, "%s%c", phrase,
             length > 0 && strchr(".?!:", phrase[length - 1]) != NULL ? '\0' : end);
    text[0] = (char)toupper((unsigned char)text[0]);
    mdoc_text(out, text);
}

void mdoc_argument(FILE *out, const char *word)
{
    put_bytes(out, word, strlen(word));
}

void mdoc_literal(FILE *out, const char *line)
{
    put_bytes(out, line, strlen(line));
    fputc('\n', out);
}

/* One word of a synopsis: -o, --data, DATA, DATA..., bash|zsh|fish. */
static void put_operand(FILE *out, const char *word, size_t length)
{
    bool many = length > 3 && strncmp(word + length - 3, "...", 3) == 0;

    if (word[0] == '-')
        fprintf(out, ".Fl %.*s\n", (int)length - 1, word + 1);
    else if (memchr(word, '|', length) == NULL)
        fprintf(out, ".Ar %.*s%s\n", (int)(many ? length - 3 : length), word, many ? " ..." : "");
    else {
        fputs(".Cm ", out);
        for (size_t i = 0; i < length; i++)
            if (word[i] == '|')
                fputs(" | ", out);
            else
                fputc(word[i], out);
        fputc('\n', out);
    }
}

void mdoc_operands(FILE *out, const char *operands)
{
    while (*operands != '\0') {
        size_t length = strcspn(operands, " ]");

        if (*operands == '[') {
            fputs(".Oo\n", out);
            length = 1;
        } else if (*operands == ']') {
            fputs(".Oc\n", out);
            length = 1;
        } else {
            put_operand(out, operands, length);
        }
        operands += length;
        operands += strspn(operands, " ");
    }
}
