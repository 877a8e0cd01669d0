/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the bytes of a figure depend on beside its input: the drawing libraries and the fonts. */
#include "figure/versions.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangofc-font.h>
#include <stdlib.h>
#include <string.h>

#include "figure/figure_i.h"
#include "figure/font.h"

const char *ent_i_cairo_version(void)
{
    return cairo_version_string();
}

const char *ent_i_pango_version(void)
{
    return pango_version_string();
}

int ent_i_fontconfig_version(void)
{
    return FcGetVersion();
}

static const char *property(FcPattern *pattern, const char *name)
{
    FcChar8 *value = NULL;

    return FcPatternGetString(pattern, name, 0, &value) == FcResultMatch ? (const char *)value : "";
}

static int compare(const ent_i_face_t *a, const ent_i_face_t *b)
{
    int order = strcmp(a->family, b->family);

    if (order == 0)
        order = strcmp(a->style, b->style);
    return order != 0 ? order : strcmp(a->file, b->file);
}

static void free_face(ent_i_face_t *face)
{
    free(face->family);
    free(face->style);
    free(face->file);
}

static ent_status_t add_face(ent_i_faces_t *faces, FcPattern *pattern, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *file = property(pattern, FC_FILE);
    const char *slash = strrchr(file, '/');
    ent_i_face_t face = {.family = strdup(property(pattern, FC_FAMILY)),
                         .style = strdup(property(pattern, FC_STYLE)),
                         .file = strdup(slash != NULL ? slash + 1 : file)};
    size_t at = 0;
    int order = 1;

    if (face.family == NULL || face.style == NULL || face.file == NULL) {
        status = ent_i_no_memory(err);
        goto cleanup;
    }
    FcPatternGetInteger(pattern, FC_FONTVERSION, 0, &face.version);
    while (at < faces->count && (order = compare(&faces->face[at], &face)) < 0)
        at++;
    if (at < faces->count && order == 0)
        goto cleanup;
    ENT_TRY(ENT_GROW(faces->face, faces->count, faces->capacity, err));
    memmove(&faces->face[at + 1], &faces->face[at], (faces->count - at) * sizeof *faces->face);
    faces->face[at] = face;
    faces->count++;
    return ENT_OK;

cleanup:
    free_face(&face);
    return status;
}

/* The faces of the line of text that the layout holds. */
static ent_status_t add_line(ent_i_faces_t *faces, PangoLayout *layout, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (GSList *line = pango_layout_get_lines_readonly(layout); line != NULL; line = line->next) {
        for (GSList *run = ((PangoLayoutLine *)line->data)->runs; run != NULL; run = run->next) {
            PangoFont *font = ((PangoGlyphItem *)run->data)->item->analysis.font;

            if (PANGO_IS_FC_FONT(font))
                ENT_TRY(add_face(faces, pango_fc_font_get_pattern(PANGO_FC_FONT(font)), err));
        }
    }

cleanup:
    return status;
}

ent_status_t ent_i_faces_add(ent_i_faces_t *faces, const ent_figure_t *figure, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_scene_t *scene = ent_i_figure_scene(figure);
    ent_i_font_t font;

    ent_i_font_init(&font);
    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];
        const ent_i_style_t style = {
            .size = item->font_size, .bold = item->bold, .language = item->language};

        if (item->shape != ENT_SHAPE_TEXT)
            continue;
        ent_i_font_set(&font, item->text, &style);
        ENT_TRY(add_line(faces, font.layout, err));
    }

cleanup:
    ent_i_font_free(&font);
    return status;
}

static gint compare_letters(gconstpointer a, gconstpointer b)
{
    guint left = GPOINTER_TO_UINT(a);
    guint right = GPOINTER_TO_UINT(b);

    return left < right ? -1 : left > right;
}

static gboolean put_letter(gpointer letter, gpointer value, gpointer letters)
{
    char bytes[6];
    int size = g_unichar_to_utf8(GPOINTER_TO_UINT(letter), bytes);

    (void)value;
    ent_i_text_add(letters, bytes, (size_t)size);
    return FALSE;
}

/* The letters of all names, each once, in order. */
static ent_status_t gather_letters(ent_i_text_t *letters, const ent_dataset_t *dataset,
                                   const char *language, ent_error_t *err)
{
    GTree *seen = g_tree_new(compare_letters);

    for (size_t i = 0; i < ent_dataset_actor_count(dataset); i++) {
        const char *name = ent_dataset_name(dataset, (ent_id_t)i, language);

        for (; *name != '\0'; name = g_utf8_next_char(name))
            g_tree_insert(seen, GUINT_TO_POINTER(g_utf8_get_char(name)), NULL);
    }
    g_tree_foreach(seen, put_letter, letters);
    g_tree_destroy(seen);
    return letters->failed ? ent_i_no_memory(err) : ENT_OK;
}

ent_status_t ent_i_faces_add_names(ent_i_faces_t *faces, const ent_dataset_t *dataset,
                                   const char *language, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t letters = {0};
    ent_i_font_t font;

    ent_i_font_init(&font);
    ENT_TRY(gather_letters(&letters, dataset, language, err));
    for (int bold = 0; bold < 2 && letters.size > 0; bold++) {
        const ent_i_style_t style = {.size = 10, .bold = bold != 0, .language = language};

        ent_i_font_set(&font, letters.bytes, &style);
        ENT_TRY(add_line(faces, font.layout, err));
    }

cleanup:
    ent_i_font_free(&font);
    ent_i_text_free(&letters);
    return status;
}

/* A font's version, which it holds in 65536ths. */
static double version_of(int parts)
{
    return round(parts / 65536.0 * 1000) / 1000;
}

double ent_i_face_version(const ent_i_face_t *face)
{
    return version_of(face->version);
}

static bool is_face(FcPattern *pattern, const char *file, double version)
{
    const char *path = property(pattern, FC_FILE);
    const char *slash = strrchr(path, '/');
    int parts = 0;

    FcPatternGetInteger(pattern, FC_FONTVERSION, 0, &parts);
    return strcmp(slash != NULL ? slash + 1 : path, file) == 0 &&
           fabs(version_of(parts) - version) < 1e-6;
}

bool ent_i_face_is_installed(const char *family, const char *style, const char *file,
                             double version)
{
    FcPattern *wanted = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_STYLE,
                                       FcTypeString, style, (char *)NULL);
    FcObjectSet *objects = FcObjectSetBuild(FC_FILE, FC_FONTVERSION, (char *)NULL);
    FcFontSet *found = wanted != NULL && objects != NULL ? FcFontList(NULL, wanted, objects) : NULL;
    bool installed = false;

    for (int i = 0; found != NULL && i < found->nfont && !installed; i++)
        installed = is_face(found->fonts[i], file, version);
    if (found != NULL)
        FcFontSetDestroy(found);
    if (objects != NULL)
        FcObjectSetDestroy(objects);
    if (wanted != NULL)
        FcPatternDestroy(wanted);
    return installed;
}

void ent_i_faces_free(ent_i_faces_t *faces)
{
    for (size_t i = 0; i < faces->count; i++)
        free_face(&faces->face[i]);
    free(faces->face);
    *faces = (ent_i_faces_t){0};
}
