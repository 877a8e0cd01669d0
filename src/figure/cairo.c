/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PDF and PNG. cairo keeps its first error, but writes a blank picture after it and says so only
 * where it is asked: context, surface, stream, and the surface again once it is finished. */
#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/watch.h"
#include "figure/draw.h"
#include "figure/figure_i.h"
#include "figure/trails.h"

/* Lines of their own above which a picture is shaded rather than stroked, and a document has them
 * in trails. */
enum { MANY_LINES = 1000 };

static const double unseen = 0.1; /* points: how far a curve may be off a straight line */
static const double grid = 4;     /* to a point: where the points of very many lines lie */

/* Sides and area of a picture, in pixels. */
static const double most_side = 16384;
static const double most_area = 1e8;

static const double two_pi = 6.28318530717958648;

/* cairo writes /ActualText from PDF 1.5 on; since 1.17.4 it packs the objects of such a file, which
 * hides them from what is added to it (see pdf.c). */
static const cairo_pdf_version_t pdf_version =
    CAIRO_VERSION < CAIRO_VERSION_ENCODE(1, 17, 4) ? CAIRO_PDF_VERSION_1_5 : CAIRO_PDF_VERSION_1_4;

static cairo_status_t append(void *context, const unsigned char *bytes, unsigned int size)
{
    ent_i_text_t *text = context;

    ent_i_text_add(text, (const char *)bytes, size);
    return text->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

static ent_status_t cairo_fail(cairo_status_t code, ent_error_t *err)
{
    if (code == CAIRO_STATUS_NO_MEMORY)
        return ent_i_no_memory(err);
    return ent_i_fail(err, ENT_EIO, "The figure could not be drawn: cairo: %s.",
                      cairo_status_to_string(code));
}

static ent_status_t check(cairo_t *cr, cairo_surface_t *surface, ent_error_t *err)
{
    if (cr != NULL && cairo_status(cr) != CAIRO_STATUS_SUCCESS)
        return cairo_fail(cairo_status(cr), err);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return cairo_fail(cairo_surface_status(surface), err);
    return ENT_OK;
}

static void set_color(cairo_t *cr, ent_i_color_t color)
{
    cairo_set_source_rgba(cr, color.red, color.green, color.blue, color.alpha);
}

static void trace(cairo_t *cr, const ent_i_item_t *item)
{
    size_t from = 0;

    cairo_new_path(cr);
    if (item->shape == ENT_SHAPE_CIRCLE) {
        cairo_arc(cr, item->center.x, item->center.y, item->radius, 0, two_pi);
        return;
    }
    for (size_t run = 0; run < item->run_count; run++) {
        const ent_i_point_t *point = item->point + from;
        size_t count = item->end[run] - from;

        from = item->end[run];
        if (item->shape == ENT_SHAPE_CURVE) {
            cairo_move_to(cr, point[0].x, point[0].y);
            for (size_t i = 1; i + 2 < count; i += 3)
                cairo_curve_to(cr, point[i].x, point[i].y, point[i + 1].x, point[i + 1].y,
                               point[i + 2].x, point[i + 2].y);
            continue;
        }
        for (size_t i = 0; i < count; i++)
            cairo_line_to(cr, point[i].x, point[i].y);
        if (item->closed)
            cairo_close_path(cr);
        cairo_new_sub_path(cr);
    }
}

/* The way from the current point along a line or a curve of its own. */
static void follow(cairo_t *cr, const ent_i_item_t *item, const ent_i_point_t *point)
{
    if (item->shape == ENT_SHAPE_CURVE && !ent_i_curve_is_straight(point, unseen))
        cairo_curve_to(cr, point[1].x, point[1].y, point[2].x, point[2].y, point[3].x, point[3].y);
    else
        cairo_line_to(cr, point[ent_i_span(item->shape) - 1].x,
                      point[ent_i_span(item->shape) - 1].y);
}

/* Very many lines of a document, each trail in one stroke: a stroke a line takes twice the time and
 * the bytes. False where memory runs out, and nothing is drawn. */
static bool draw_trails(cairo_t *cr, const ent_i_item_t *item)
{
    ent_i_trails_t trails;
    bool found = ent_i_trails_init(&trails, item) == ENT_OK;

    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (size_t trail = 0; found && trail < trails.count; trail++) {
        for (size_t i = trails.first[trail]; i < trails.first[trail + 1]; i++) {
            ent_i_point_t point[4];

            ent_i_trails_line(point, &trails, i);
            for (size_t k = 0; k < ent_i_span(item->shape); k++)
                point[k] = (ent_i_point_t){round(point[k].x * grid) / grid,
                                           round(point[k].y * grid) / grid};
            if (i == trails.first[trail])
                cairo_move_to(cr, point[0].x, point[0].y);
            follow(cr, item, point);
        }
        cairo_stroke(cr);
    }
    ent_i_trails_free(&trails);
    return found;
}

/* Draws a picture of the lines in their stead; false where memory runs out, and nothing is drawn.
 */
static bool draw_haze(cairo_t *cr, const ent_i_item_t *item)
{
    ent_i_box_t box = ent_i_item_box(item);
    double scale = 1;
    cairo_surface_t *mask = ent_i_make_haze(item, &box, &scale);

    if (mask == NULL)
        return false;
    cairo_save(cr);
    cairo_translate(cr, box.x, box.y);
    cairo_scale(cr, 1 / scale, 1 / scale);
    set_color(cr, ent_i_faded(item->stroke, 1));
    cairo_mask_surface(cr, mask, 0, 0);
    cairo_restore(cr);
    cairo_surface_destroy(mask);
    return true;
}

/* Lines of their own: a path of all would show none through another, and take longer. */
static void draw_lines(cairo_t *cr, const ent_i_item_t *item)
{
    cairo_surface_t *surface = cairo_get_target(cr);
    bool picture = cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE;
    size_t span = ent_i_span(item->shape);
    cairo_matrix_t matrix;

    if (ent_i_is_haze(item) && draw_haze(cr, item))
        return;
    cairo_get_matrix(cr, &matrix);
    if (picture && item->dash[0] <= 0 && item->run_count > MANY_LINES &&
        ent_i_shade_lines(surface, item, matrix.xx))
        return;
    set_color(cr, item->stroke);
    cairo_set_line_width(cr, item->line_width);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cr, item->dash, item->dash[0] > 0 ? 4 : 0, 0);
    if (!picture && item->run_count > MANY_LINES && draw_trails(cr, item))
        return;
    for (size_t i = 0; i + span <= item->point_count; i += span) {
        cairo_move_to(cr, item->point[i].x, item->point[i].y);
        follow(cr, item, &item->point[i]);
        cairo_stroke(cr);
    }
}

static bool draw_line(cairo_t *cr, const ent_i_item_t *item)
{
    cairo_surface_t *surface = cairo_get_target(cr);
    cairo_matrix_t matrix;

    cairo_get_matrix(cr, &matrix);
    return cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE &&
           ent_i_draw_line(surface, item, matrix.xx);
}

static void draw_shape(cairo_t *cr, const ent_i_item_t *item)
{
    if (item->each) {
        draw_lines(cr, item);
        return;
    }
    if (draw_line(cr, item))
        return;
    trace(cr, item);
    if (item->filled) {
        set_color(cr, item->fill);
        cairo_fill_preserve(cr);
    }
    if (item->stroked && item->line_width > 0) {
        bool dotted = item->dash[0] > 0 && item->dash[0] < 1.2 * item->line_width + 0.6;

        set_color(cr, item->stroke);
        cairo_set_line_width(cr, item->line_width);
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(cr, dotted ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
        if (item->dash[0] > 0) {
            cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
            cairo_set_dash(cr, item->dash, 4, 0);
        } else {
            cairo_set_dash(cr, NULL, 0, 0);
        }
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

/* The glyphs of a run that leave ink, from `x` on the line. Owned by the caller. */
static cairo_glyph_t *place_glyphs(const PangoGlyphString *string, double x, int *count)
{
    cairo_glyph_t *glyph = cairo_glyph_allocate(string->num_glyphs);

    *count = 0;
    for (int i = 0; glyph != NULL && i < string->num_glyphs; i++) {
        const PangoGlyphInfo *info = &string->glyphs[i];

        if (info->glyph != PANGO_GLYPH_EMPTY)
            glyph[(*count)++] =
                (cairo_glyph_t){info->glyph, x + pango_units_to_double(info->geometry.x_offset),
                                pango_units_to_double(info->geometry.y_offset)};
        x += pango_units_to_double(info->geometry.width);
    }
    return glyph;
}

/* False where a glyph stands for none: pango draws a box instead. */
static bool has_all_glyphs(const PangoLayoutLine *line)
{
    for (GSList *at = line->runs; at != NULL; at = at->next) {
        const PangoGlyphItem *run = at->data;

        for (int i = 0; i < run->glyphs->num_glyphs; i++) {
            if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 &&
                run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
                return false;
        }
    }
    return true;
}

/* Shows a line as one cluster, which cairo writes as /ActualText: readers that put words together
 * from the places of letters take those of a slanting line for words of their own, and find no
 * name. All of the text is that of the first run with glyphs; the other fonts' have none. */
static void show_whole(cairo_t *cr, const PangoLayoutLine *line, const char *text, double x)
{
    int length = (int)strlen(text);

    for (GSList *at = line->runs; at != NULL; at = at->next) {
        const PangoGlyphItem *run = at->data;
        cairo_text_cluster_t cluster = {.num_bytes = length};
        cairo_glyph_t *glyph = place_glyphs(run->glyphs, x, &cluster.num_glyphs);

        x += pango_units_to_double(pango_glyph_string_get_width(run->glyphs));
        if (cluster.num_glyphs > 0) {
            cairo_set_scaled_font(
                cr, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run->item->analysis.font)));
            cairo_show_text_glyphs(cr, text, length, glyph, cluster.num_glyphs, &cluster, 1, 0);
            length = 0;
        }
        cairo_glyph_free(glyph);
    }
}

static void draw_text(cairo_t *cr, ent_i_font_t *font, const ent_i_scene_t *scene,
                      const ent_i_item_t *item)
{
    ent_i_style_t style = {item->font_size, item->bold, item->language};
    ent_i_extent_t extent = ent_i_font_set(font, item->text, &style);
    PangoLayoutLine *line = pango_layout_get_line_readonly(font->layout, 0);
    double x = 0;

    if (item->anchor != ENT_ANCHOR_START)
        x -= item->anchor == ENT_ANCHOR_MIDDLE ? extent.width / 2 : extent.width;
    cairo_save(cr);
    cairo_translate(cr, item->center.x, item->center.y);
    cairo_rotate(cr, item->turn / 180 * two_pi / 2);
    if (item->halo) {
        ent_i_trace_halo(cr, line, x, item->font_size);
        set_color(cr, ent_i_faded(scene->paper, ENT_HALO));
        cairo_set_line_width(cr, 0.3 * item->font_size);
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(cr, NULL, 0, 0);
        cairo_stroke(cr);
    }
    set_color(cr, item->fill);
    if (fmod(item->turn, 90) != 0 && cairo_surface_has_show_text_glyphs(cairo_get_target(cr)) &&
        has_all_glyphs(line)) {
        show_whole(cr, line, item->text, x);
    } else {
        cairo_move_to(cr, x, 0);
        pango_cairo_show_layout_line(cr, line);
    }
    cairo_new_path(cr);
    cairo_restore(cr);
}

/* What a part of the page is to a screen reader that reads a tagged PDF. */
static const char *role_of(const ent_i_item_t *item)
{
    if (item->shape == ENT_SHAPE_TEXT && item->class != NULL) {
        if (strcmp(item->class, "title") == 0)
            return "H1";
        if (strcmp(item->class, "subtitle") == 0 || strcmp(item->class, "note") == 0)
            return "P";
    }
    return "Figure";
}

/* Lines that follow each other in one role are one element. */
static void change_role(cairo_t *cr, const char **role, const char *next)
{
    if (*role == next)
        return;
    if (*role != NULL)
        cairo_tag_end(cr, *role);
    if (next != NULL)
        cairo_tag_begin(cr, next, NULL);
    *role = next;
}

/* `tagged`: with the structure of a PDF. The paper stands before it: cairo refuses what is drawn
 * in a document but outside its elements. */
static void draw_scene(cairo_t *cr, const ent_i_scene_t *scene, bool tagged)
{
    ent_i_font_t font;
    const char *role = NULL;

    ent_i_font_init(&font);
    set_color(cr, scene->paper);
    cairo_paint(cr);
    if (tagged)
        cairo_tag_begin(cr, "Document", NULL);
    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];

        if (tagged && item->shape != ENT_SHAPE_GROUP && item->shape != ENT_SHAPE_GROUP_END)
            change_role(cr, &role, role_of(item));
        switch (item->shape) {
        case ENT_SHAPE_CIRCLE:
        case ENT_SHAPE_PATH:
        case ENT_SHAPE_CURVE:
            draw_shape(cr, item);
            break;
        case ENT_SHAPE_TEXT:
            draw_text(cr, &font, scene, item);
            break;
        case ENT_SHAPE_GROUP:
        case ENT_SHAPE_GROUP_END:
            break;
        }
    }
    if (tagged) {
        change_role(cr, &role, NULL);
        cairo_tag_end(cr, "Document");
    }
    ent_i_font_free(&font);
}

int64_t ent_i_document_date(void)
{
    int64_t seconds = 0;

    if (ent_source_date(&seconds, NULL) != ENT_OK)
        seconds = 0; /* the command refuses it before */
    return seconds;
}

static void format_date(char *out, size_t size, int64_t seconds)
{
    int year = 0, month = 0, day = 0;
    int second = 0;

    second = (int)(seconds % 86400);
    ent_i_day_to_civil((int32_t)(seconds / 86400), &year, &month, &day);
    snprintf(out, size, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, second / 3600,
             second / 60 % 60, second % 60);
}

ent_status_t ent_i_draw_pdf(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t bytes = {0};
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, &bytes, scene->width, scene->height);
    cairo_t *cr = cairo_create(surface);
    char date[40];

    format_date(date, sizeof date, scene->date);
    cairo_pdf_surface_restrict_to_version(surface, pdf_version);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene->brief);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Entente");
    draw_scene(cr, scene, true);
    ENT_TRY(ent_i_go_on(err));
    cairo_show_page(cr);
    ENT_TRY(check(cr, surface, err));
    cairo_surface_finish(surface);
    ENT_TRY(check(NULL, surface, err));
    ent_i_pdf_describe(&bytes, scene);
    ENT_TRY(ent_i_text_finish(&bytes, blob, err));

cleanup:
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    ent_i_text_free(&bytes);
    return status;
}

ent_status_t ent_i_draw_png(const ent_i_scene_t *scene, ent_blob_t *blob, double dpi,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t bytes = {0};
    double width = ceil(scene->width * dpi / 72);
    double height = ceil(scene->height * dpi / 72);
    cairo_surface_t *surface = NULL;
    cairo_t *cr = NULL;

    if (!(width >= 1 && height >= 1 && width <= most_side && height <= most_side &&
          width * height <= most_area))
        return ent_i_fail(err, ENT_EINVAL,
                          "A picture of %.0f by %.0f pixels is too large (at most %.0f a side and "
                          "%.0f million in all); give a smaller resolution or write SVG or PDF.",
                          width, height, most_side, most_area / 1e6);
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    cr = cairo_create(surface);
    cairo_scale(cr, dpi / 72, dpi / 72);
    draw_scene(cr, scene, false);
    ENT_TRY(ent_i_go_on(err));
    ENT_TRY(check(cr, surface, err));
    ENT_TRY(ent_i_write_png(&bytes, surface, scene, dpi, err));
    ENT_TRY(ent_i_text_finish(&bytes, blob, err));

cleanup:
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    ent_i_text_free(&bytes);
    return status;
}
