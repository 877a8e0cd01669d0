/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a PDF says of itself that cairo 1.16 cannot write: its language, that a window shows its
 * title, and the picture in words. The objects concerned are written again behind cairo's file, as
 * PDF 32000-1:2008, 7.5.6 (incremental updates) has it. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "figure/draw.h"

/* A file as cairo wrote it: one table of objects, one trailer. */
typedef struct source {
    const char *bytes;
    size_t size;
    size_t table;    /* offset of the first object's entry */
    size_t objects;  /* in the table */
    size_t table_at; /* offset of the table */
    unsigned root;
    unsigned info;
} source_t;

/* One object written again. */
typedef struct object {
    unsigned number;
    size_t at;
} object_t;

enum { ENTRY = 20, MOST_OBJECTS = 2 };

static const char *find_last(const char *bytes, size_t size, const char *word)
{
    size_t length = strlen(word);

    for (size_t i = size; i >= length; i--) {
        if (memcmp(bytes + i - length, word, length) == 0)
            return bytes + i - length;
    }
    return NULL;
}

/* False where the file is made otherwise: it stays as cairo wrote it. The bytes end with a NUL. */
static bool read_source(source_t *source, const ent_i_text_t *pdf)
{
    const char *start = find_last(pdf->bytes, pdf->size, "startxref");
    const char *trailer = find_last(pdf->bytes, pdf->size, "trailer");
    const char *root = trailer != NULL ? strstr(trailer, "/Root ") : NULL;
    const char *info = trailer != NULL ? strstr(trailer, "/Info ") : NULL;
    int read = 0;

    *source = (source_t){.bytes = pdf->bytes, .size = pdf->size};
    if (start == NULL || root == NULL || info == NULL ||
        sscanf(start, "startxref %zu", &source->table_at) != 1 || source->table_at >= pdf->size ||
        sscanf(pdf->bytes + source->table_at, "xref 0 %zu%n", &source->objects, &read) != 1 ||
        sscanf(root, "/Root %u 0 R", &source->root) != 1 ||
        sscanf(info, "/Info %u 0 R", &source->info) != 1)
        return false;
    source->table = source->table_at + (size_t)read + 1;
    return source->objects < pdf->size / ENTRY &&
           source->table + source->objects * ENTRY <= pdf->size && source->root < source->objects;
}

/* The body of an object, from "<<" up to what closes it; NULL where it is no dictionary. */
static const char *body(const source_t *source, size_t number, size_t *size)
{
    const char *entry = source->bytes + source->table + number * ENTRY;
    size_t at = strtoul(entry, NULL, 10);
    const char *from = NULL;
    const char *end = NULL;

    if (at == 0 || at >= source->size)
        return NULL;
    from = strstr(source->bytes + at, " obj\n<<");
    end = from != NULL ? strstr(from, "endobj") : NULL;
    if (end == NULL || from > source->bytes + at + 20)
        return NULL;
    from += strlen(" obj\n");
    end = find_last(from, (size_t)(end - from), ">>");
    *size = end != NULL ? (size_t)(end - from) : 0;
    return end != NULL ? from : NULL;
}

/* Text as UTF-16, in digits. */
static void put_text(ent_i_text_t *out, const char *text)
{
    ent_i_text_puts(out, "<FEFF");
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        unsigned letter = g_utf8_get_char(at);

        if (letter > 0xFFFF) {
            ent_i_text_printf(out, "%04X", 0xD7C0 + (letter >> 10));
            letter = 0xDC00 + (letter & 0x3FF);
        }
        ent_i_text_printf(out, "%04X", letter);
    }
    ent_i_text_putc(out, '>');
}

/* Begins an object again with all that it had. */
static void reopen(ent_i_text_t *out, object_t *object, unsigned number, const char *old,
                   size_t size)
{
    *object = (object_t){number, out->size};
    ent_i_text_printf(out, "%u 0 obj\n", number);
    ent_i_text_add(out, old, size);
}

static bool is_tag(const char *language)
{
    return language != NULL && language[0] != '\0' &&
           strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               strlen(language);
}

static bool put_catalogue(ent_i_text_t *out, object_t *object, const source_t *source,
                          const ent_i_scene_t *scene)
{
    size_t size = 0;
    const char *old = body(source, source->root, &size);

    if (old == NULL)
        return false;
    reopen(out, object, source->root, old, size);
    if (is_tag(scene->language))
        ent_i_text_printf(out, "   /Lang (%s)\n", scene->language);
    ent_i_text_puts(out, "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n");
    return true;
}

/* The element of the picture gets its words, and the box of its page. */
static bool put_picture(ent_i_text_t *out, object_t *object, const source_t *source,
                        const ent_i_scene_t *scene)
{
    for (size_t number = 1; number < source->objects; number++) {
        size_t size = 0;
        const char *old = body(source, number, &size);
        const char *role = old != NULL ? g_strstr_len(old, (gssize)size, "/S /Figure") : NULL;

        if (role == NULL)
            continue;
        reopen(out, object, (unsigned)number, old, size);
        ent_i_text_printf(out,
                          "   /A << /O /Layout /Placement /Block /BBox [ 0 0 %.0f %.0f ] >>\n"
                          "   /Alt ",
                          scene->width, scene->height);
        put_text(out, scene->description);
        ent_i_text_puts(out, "\n>>\nendobj\n");
        return true;
    }
    return false;
}

/* The table of what was written again, and the trailer that finds the older one. */
static void put_tables(ent_i_text_t *out, const object_t *object, size_t count,
                       const source_t *source)
{
    size_t at = source->size + out->size;

    ent_i_text_puts(out, "xref\n");
    for (size_t i = 0; i < count; i++)
        ent_i_text_printf(out, "%u 1\n%010zu 00000 n \n", object[i].number,
                          source->size + object[i].at);
    ent_i_text_printf(out,
                      "trailer\n<< /Size %zu\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %zu\n"
                      ">>\nstartxref\n%zu\n%%%%EOF\n",
                      source->objects, source->root, source->info, source->table_at, at);
}

void ent_i_pdf_describe(ent_i_text_t *pdf, const ent_i_scene_t *scene)
{
    source_t source = {0};
    object_t object[MOST_OBJECTS];
    ent_i_text_t more = {0};
    size_t count = 0;

    if (pdf->failed || pdf->size == 0 || !read_source(&source, pdf))
        return;
    count += put_picture(&more, &object[count], &source, scene);
    count += put_catalogue(&more, &object[count], &source, scene);
    if (count > 0)
        put_tables(&more, object, count, &source);
    ent_i_text_add(pdf, more.bytes, more.size);
    pdf->failed = pdf->failed || more.failed;
    ent_i_text_free(&more);
}
