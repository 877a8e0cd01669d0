/* SPDX-License-Identifier: GPL-2.0-or-later */
/* References in words, in sentences and as BibTeX. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "entente/reference.h"
#include "measure/versions.h"

/* The letters of the list that are not ASCII, as BibTeX writes them. */
static const char *const letters[][2] = {
    {"á", "{\\'a}"}, {"à", "{\\`a}"},  {"é", "{\\'e}"},  {"è", "{\\`e}"},  {"í", "{\\'i}"},
    {"ó", "{\\'o}"}, {"ă", "{\\u a}"}, {"ö", "{\\\"o}"}, {"ü", "{\\\"u}"}, {"ø", "{\\o}"},
};

/* Puts text with one string in place of another. */
static void put_replaced(ent_i_text_t *text, const char *string, const char *old, const char *new)
{
    for (const char *found; (found = strstr(string, old)) != NULL; string = found + strlen(old)) {
        ent_i_text_add(text, string, (size_t)(found - string));
        ent_i_text_puts(text, new);
    }
    ent_i_text_puts(text, string);
}

const char *ent_cite_remark(const char *cite)
{
    const char *semicolon = strchr(cite, ';');

    if (semicolon == NULL)
        return "";
    return semicolon + 1 + strspn(semicolon + 1, " ");
}

static void put_words(ent_i_text_t *text, const ent_reference_t *reference)
{
    put_replaced(text, reference->author, " and ", ", ");
    ent_i_text_printf(text, ", %s", reference->title);
    if (reference->venue[0] != '\0')
        ent_i_text_printf(text, ", %s", reference->venue);
    if (reference->volume[0] != '\0')
        ent_i_text_printf(text, " %s", reference->volume);
    if (reference->pages[0] != '\0')
        ent_i_text_printf(text, ", %s", reference->pages);
    if (reference->year[0] != '\0')
        ent_i_text_printf(text, " (%s)", reference->year);
}

ent_status_t ent_cite_text(ent_blob_t *blob, const char *cite, ent_error_t *err)
{
    ent_i_text_t text = {0};
    const ent_reference_t *reference;

    for (size_t i = 0; (reference = ent_cite_at(cite, i)) != NULL; i++) {
        ent_i_text_puts(&text, i > 0 ? "; " : "");
        put_words(&text, reference);
    }
    if (ent_cite_remark(cite)[0] != '\0')
        ent_i_text_printf(&text, "%s%s", text.size > 0 ? "; " : "", ent_cite_remark(cite));
    return ent_i_text_finish(&text, blob, err);
}

/* Where the surname of an author begins: behind the initials, which end in a full stop. */
static const char *surname(const char *author, size_t length)
{
    const char *name = author;

    for (size_t i = 0; i + 1 < length; i++)
        if (author[i] == '.' && author[i + 1] == ' ')
            name = author + i + 2;
    return name;
}

/* "Freeman", "Borgatti and Everett", "Barrat et al." */
static void put_authors(ent_i_text_t *text, const char *author)
{
    const char *second = strstr(author, " and ");
    size_t length = second != NULL ? (size_t)(second - author) : strlen(author);
    const char *name = surname(author, length);

    ent_i_text_add(text, name, length - (size_t)(name - author));
    if (second == NULL)
        return;
    second += strlen(" and ");
    if (strstr(second, " and ") != NULL)
        ent_i_text_puts(text, " et al.");
    else
        ent_i_text_printf(text, " and %s", surname(second, strlen(second)));
}

ent_status_t ent_cite_short(ent_blob_t *blob, const char *cite, ent_error_t *err)
{
    ent_i_text_t text = {0};
    const ent_reference_t *reference;

    for (size_t i = 0; (reference = ent_cite_at(cite, i)) != NULL; i++) {
        ent_i_text_puts(&text, i > 0 ? "; " : "");
        put_authors(&text, reference->author);
        ent_i_text_printf(&text, " %s", reference->year);
    }
    return ent_i_text_finish(&text, blob, err);
}

/* Puts text in ASCII. */
static void put_ascii(ent_i_text_t *text, const char *string)
{
    while (*string != '\0') {
        size_t i = 0;

        while (i < sizeof letters / sizeof letters[0] &&
               strncmp(string, letters[i][0], strlen(letters[i][0])) != 0)
            i++;
        if (i < sizeof letters / sizeof letters[0]) {
            ent_i_text_puts(text, letters[i][1]);
            string += strlen(letters[i][0]);
        } else {
            ent_i_text_putc(text, *string++);
        }
    }
}

/* One field of an entry, unless it is empty; `guarded` keeps the capitals. */
static void put_field(ent_i_text_t *text, const char *name, const char *value, bool guarded)
{
    if (value[0] == '\0')
        return;
    ent_i_text_printf(text, ",\n  %s = {%s", name, guarded ? "{" : "");
    put_ascii(text, value);
    ent_i_text_puts(text, guarded ? "}}" : "}");
}

/* The field that says where a work of this kind appeared. */
static const char *venue_field(const char *kind)
{
    if (strcmp(kind, "article") == 0)
        return "journal";
    if (strcmp(kind, "inproceedings") == 0)
        return "booktitle";
    return strcmp(kind, "book") == 0 ? "publisher" : "organization";
}

/* The version of a program, "" for any other work. */
static const char *version_of(const ent_reference_t *reference)
{
    if (strcmp(reference->key, "csardi2006") == 0)
        return ent_i_igraph_version();
    return strcmp(reference->key, "entente") == 0 ? ent_version() : "";
}

static void put_entry(ent_i_text_t *text, const ent_reference_t *reference)
{
    const char *version = version_of(reference);
    bool program = reference->year[0] == '\0';
    ent_i_text_t pages = {0};

    put_replaced(&pages, reference->pages, "-", "--");
    ent_i_text_printf(text, "%s@%s{%s", text->size > 0 ? "\n" : "", reference->kind,
                      reference->key);
    put_field(text, "author", reference->author, program);
    put_field(text, "title", reference->title, true);
    put_field(text, venue_field(reference->kind), reference->venue, false);
    put_field(text, "volume", reference->volume, false);
    put_field(text, "pages", pages.bytes != NULL ? pages.bytes : "", false);
    put_field(text, "year", reference->year, false);
    put_field(text, "doi", reference->doi, false);
    if (version[0] != '\0')
        ent_i_text_printf(text, ",\n  note = {Version %s}", version);
    ent_i_text_puts(text, "\n}\n");
    text->failed = text->failed || pages.failed;
    ent_i_text_free(&pages);
}

static void mark(bool *cited, const char *cite)
{
    const ent_reference_t *reference;

    for (size_t i = 0; (reference = ent_cite_at(cite, i)) != NULL; i++)
        cited[reference - ent_reference_at(0)] = true;
}

ent_status_t ent_cite_bibtex(ent_blob_t *bibtex, const char *const *cites, size_t count,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t text = {0};
    bool *cited = NULL;

    ENT_TRY(ent_i_alloc(&cited, ent_reference_count(), sizeof *cited, err));
    mark(cited, "csardi2006 entente");
    for (size_t i = 0; i < count; i++)
        if (cites[i] != NULL)
            mark(cited, cites[i]);
    for (size_t i = 0; i < ent_reference_count(); i++)
        if (cited[i])
            put_entry(&text, ent_reference_at(i));
    status = ent_i_text_finish(&text, bibtex, err);

cleanup:
    ent_i_text_free(&text);
    free(cited);
    return status;
}
