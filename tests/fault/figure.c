/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The back-ends that are our own, when memory runs out at each allocation in turn: SVG, the scene,
 * what is put into a PNG and behind a PDF. Composing a figure is left out: pango ends the program
 * when memory runs out. */
#include "fault/refuse.h"

#include "figure/draw.h"
#include "figure/page.h"
#include "figure/style.h"

static ent_i_scene_t scene;
static ent_blob_t first; /* of a task; empty before the first time */

static ent_status_t judge(ent_status_t status, ent_blob_t *blob)
{
    if (status == ENT_OK)
        assert_true(refuse_same(&first, blob->bytes, blob->size));
    ent_blob_free(blob);
    return status;
}

static ent_status_t svg(void)
{
    ent_blob_t blob = {0};

    return judge(ent_i_draw_svg(&scene, &blob, NULL), &blob);
}

/* Lines in trails and marks of a crowd. */
static ent_status_t large_svg(void)
{
    enum { MARKS = 600 };
    static const ent_i_point_t line[6] = {{1, 1}, {2, 3}, {2, 3}, {4, 1}, {4, 1}, {1, 1}};
    ent_i_scene_t own = {
        .width = 10, .height = 10, .title = "", .description = "", .prefix = "x", .language = "en"};
    ent_status_t status;
    ent_blob_t blob = {0};

    ent_i_item_stroke(ent_i_scene_each(&own, ENT_SHAPE_PATH, line, 3), (ent_i_color_t){0, 0, 0, 1},
                      1);
    for (int i = 0; i < MARKS; i++)
        ent_i_item_fill(ent_i_scene_circle(&own, (ent_i_point_t){i, 1}, 1),
                        (ent_i_color_t){0, 0, 0, 1});
    status = ent_i_scene_status(&own, NULL);
    if (status == ENT_OK)
        status = ent_i_draw_svg(&own, &blob, NULL);
    if (status == ENT_OK) /* one trail; dots in one path */
        assert_non_null(strstr(blob.bytes, "d=\"M1 1l1 2 2-2-3 0\""));
    if (status == ENT_OK)
        assert_non_null(strstr(blob.bytes, "d=\"M0 1h0m1 0h0m1 0h0"));
    ent_i_scene_free(&own);
    return judge(status, &blob);
}

static ent_status_t json(void)
{
    ent_blob_t blob = {0};

    return judge(ent_i_draw_json(&scene, &blob, NULL), &blob);
}

static ent_status_t words(void)
{
    ent_blob_t blob = {0};

    return judge(ent_i_draw_alt(&scene, &blob, NULL), &blob);
}

static ent_status_t png(void)
{
    uint32_t pixels[6] = {0xFFFFFF, 0, 0xFF0000, 0xFF00, 0xFF, 0x123456};
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)pixels, CAIRO_FORMAT_RGB24, 3, 2, 3 * sizeof *pixels);
    ent_i_text_t text = {0};
    ent_blob_t blob = {0};
    ent_status_t status = ENT_ENOMEM;

    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        status = ent_i_write_png(&text, surface, &scene, 300, NULL);
    if (status == ENT_OK)
        status = ent_i_text_finish(&text, &blob, NULL);
    cairo_surface_destroy(surface);
    ent_i_text_free(&text);
    return judge(status, &blob);
}

/* Lines and curves of three looks, kept in bundles. */
static ent_status_t crowd(void)
{
    static const ent_i_point_t way[4] = {{1, 1}, {2, 3}, {3, 3}, {4, 1}};
    ent_i_scene_t own = {.width = 10, .height = 10};
    ent_i_page_t page = {.scene = &own, .look = ent_i_look(ENT_PRESET_REPORT), .width_scale = 1};
    ent_i_crowd_t crowd = {0};
    ent_status_t status;

    for (int i = 0; i < 60; i++) {
        ent_i_item_t look = {.shape = i % 3 == 0 ? ENT_SHAPE_PATH : ENT_SHAPE_CURVE};

        ent_i_item_stroke(&look, (ent_i_color_t){i % 3 == 1 ? 1 : 0, 0, 0, 1}, 1);
        assert_true(ent_i_crowd_add(&crowd, &page, &look, way));
    }
    ent_i_crowd_draw(&crowd, &page);
    status = ent_i_scene_status(&own, NULL);
    if (status == ENT_OK) {
        assert_int_equal(own.item_count, 3);
        assert_int_equal(own.item[0].run_count, 20);
        assert_int_equal(own.item[0].point_count, 2 * 20);
        assert_int_equal(own.item[1].point_count, 4 * 20);
    }
    ent_i_scene_free(&own);
    return status;
}

/* A level line through the middle of the upper row of a white picture of 4 by 2 pixels, half
 * opaque, then a curve of the same points. */
static ent_status_t shade(void)
{
    static const ent_i_point_t line[2] = {{0, 0.5}, {4, 0.5}};
    static const ent_i_point_t curve[4] = {{0, 0.5}, {1, 0.5}, {3, 0.5}, {4, 0.5}};
    ent_status_t status = ENT_OK;

    for (int i = 0; i < 2 && status == ENT_OK; i++) {
        uint32_t pixels[8];
        cairo_surface_t *surface = NULL;
        ent_i_item_t item = {.shape = i == 0 ? ENT_SHAPE_PATH : ENT_SHAPE_CURVE,
                             .point = i == 0 ? line : curve,
                             .point_count = i == 0 ? 2 : 4,
                             .each = true};

        for (size_t k = 0; k < 8; k++)
            pixels[k] = 0xFFFFFF;
        surface = cairo_image_surface_create_for_data((unsigned char *)pixels, CAIRO_FORMAT_RGB24,
                                                      4, 2, 4 * sizeof *pixels);
        ent_i_item_stroke(&item, (ent_i_color_t){0, 0, 0, 0.5}, 1);
        if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS ||
            !ent_i_shade_lines(surface, &item, 1))
            status = ENT_ENOMEM;
        for (size_t k = 0; k < 8; k++) {
            bool covered = status == ENT_OK && k < 4;
            /* pieces of a curve that share a pixel cover e^-0.5 of it at the least */
            uint32_t most = !covered ? 255 : i == 0 ? 128 : 155;

            assert_in_range(pixels[k] & 0xFF, covered ? 127 : 255, most);
        }
        cairo_surface_destroy(surface);
    }
    return status;
}

/* What such a line covers, two points wide. */
static ent_status_t haze(void)
{
    static const ent_i_point_t line[2] = {{0, 1}, {4, 1}};
    static const ent_i_box_t box = {0, 0, 4, 2};
    ent_i_item_t item = {
        .shape = ENT_SHAPE_PATH, .point = line, .point_count = 2, .run_count = 1, .each = true};
    cairo_surface_t *mask = NULL;
    double scale = 0;
    ent_status_t status = ENT_OK;

    ent_i_item_stroke(&item, (ent_i_color_t){0, 0, 0, 0.5}, 2);
    mask = ent_i_make_haze(&item, &box, &scale);
    if (mask == NULL)
        status = ENT_ENOMEM;
    else
        assert_in_range(cairo_image_surface_get_data(mask)[0], 127, 128);
    cairo_surface_destroy(mask);
    return status;
}

/* The least file that is made as cairo makes them. */
static const char least_pdf[] = "%PDF-1.4\n"
                                "1 0 obj\n<< /Type /StructElem\n   /S /Figure\n>>\nendobj\n"
                                "2 0 obj\n<< /Type /Catalog\n>>\nendobj\n"
                                "xref\n0 3\n"
                                "0000000000 65535 f \n0000000009 00000 n \n0000000062 00000 n \n"
                                "trailer\n<< /Size 3\n   /Root 2 0 R\n   /Info 1 0 R\n>>\n"
                                "startxref\n98\n%%EOF\n";

static ent_status_t pdf(void)
{
    ent_i_text_t text = {0};
    ent_blob_t blob = {0};
    ent_status_t status;

    ent_i_text_puts(&text, least_pdf);
    ent_i_pdf_describe(&text, &scene);
    status = ent_i_text_finish(&text, &blob, NULL);
    ent_i_text_free(&text);
    if (status == ENT_OK) {
        assert_non_null(strstr(blob.bytes, "/Lang (ko)"));
        assert_non_null(strstr(blob.bytes, "/Alt <FEFFACF5C8FCD83DDE00>"));
        assert_non_null(strstr(blob.bytes, "/Prev 98"));
    }
    return judge(status, &blob);
}

static void check(ent_status_t (*task)(void), long least)
{
    first = (ent_blob_t){0};
    refuse_each(task, least);
    __libc_free(first.bytes);
}

static void nothing_is_lost_or_leaked(void **state)
{
    (void)state;
    check(svg, 1);
    check(large_svg, 10);
    check(json, 1);
    check(words, 1);
    check(png, 1);
    check(pdf, 2);
    check(crowd, 4);
    check(shade, 3);
    check(haze, 3);
}

/* A file that is made otherwise is left alone. */
static void a_pdf_of_another_make_stays(void **state)
{
    static const char *const others[] = {"%PDF-1.4\n%%EOF\n",
                                         "startxref\n99999\n%%EOF\ntrailer\n/Root 1 0 R /Info 1",
                                         ("xref\n0 9999\ntrailer << /Root 1 0 R /Info 2 0 R >>\n"
                                          "startxref\n0\n%%EOF\n")};

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        ent_i_text_t text = {0};

        ent_i_text_puts(&text, others[i]);
        ent_i_pdf_describe(&text, &scene);
        assert_string_equal(text.bytes, others[i]);
        ent_i_text_free(&text);
    }
}

static void fill_scene(void)
{
    static const ent_i_point_t point[] = {{10, 10}, {40, 40}, {60, 40}, {90, 10}};
    ent_i_item_t *item = NULL;

    scene.width = scene.height = 100;
    scene.title = "공주";
    scene.description = "공주\360\237\230\200";
    scene.brief = "공";
    scene.language = "ko";
    scene.prefix = "force-whole";
    ent_i_scene_open(&scene, "ties");
    ent_i_item_stroke(ent_i_scene_curve(&scene, point), (ent_i_color_t){0, 0, 0, 0.5}, 1);
    ent_i_scene_close(&scene);
    item = ent_i_scene_circle(&scene, point[0], 5);
    ent_i_item_fill(item, (ent_i_color_t){1, 0, 0, 1});
    item->title = "공주 & <others>";
    item = ent_i_scene_add(&scene, ENT_SHAPE_TEXT);
    item->text = "공주";
    item->font_size = 10;
    item->center = point[0];
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_lost_or_leaked),
        cmocka_unit_test(a_pdf_of_another_make_stays),
    };
    int failed;

    fill_scene();
    if (ent_i_scene_status(&scene, NULL) != ENT_OK)
        return 99;
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    ent_i_scene_free(&scene);
    return failed;
}
