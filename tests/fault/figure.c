/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The back-ends that are our own, when memory runs out at each allocation in turn: SVG, the scene,
 * what is put into a PNG and behind a PDF. Composing a figure is left out: pango ends the program
 * when memory runs out. */
#include "fault/refuse.h"

#include "figure/draw.h"

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
    check(json, 1);
    check(words, 1);
    check(png, 1);
    check(pdf, 2);
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
