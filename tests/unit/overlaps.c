/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What counts as an overlap and as clipped, on scenes drawn by hand. */
#include "figure/quality.h"

#include "unit/unit.h"

static ent_error_t err;

static ent_i_item_t *text(ent_i_scene_t *scene, double x, double y, double width, const char *actor)
{
    ent_i_item_t *item = ent_i_scene_add(scene, ENT_SHAPE_TEXT);

    item->text = "text";
    item->actor = actor;
    item->center = (ent_i_point_t){x, y + 8};
    item->text_width = width;
    item->box = (ent_i_box_t){x, y, width, 10};
    return item;
}

static void mark(ent_i_scene_t *scene, double x, double y, double radius, const char *actor)
{
    ent_i_item_t *item = ent_i_scene_circle(scene, (ent_i_point_t){x, y}, radius);

    item->actor = actor;
    ent_i_item_fill(item, ent_i_no_color);
}

static size_t overlaps(ent_i_scene_t *scene)
{
    size_t count = 99;

    assert_ok(ent_i_scene_overlaps(&count, scene, &err));
    ent_i_scene_free(scene);
    return count;
}

static void any_two_texts_count(void **state)
{
    ent_i_scene_t scene = {.width = 100, .height = 100};

    (void)state;
    text(&scene, 10, 10, 30, "a");
    text(&scene, 40, 10, 30, "b"); /* touches it */
    text(&scene, 10, 20, 30, NULL);
    assert_int_equal(overlaps(&scene), 0);
    text(&scene, 10, 10, 30, "a");
    text(&scene, 38, 10, 30, NULL)->class = "title";
    text(&scene, 30, 15, 30, NULL)->class = "note";
    assert_int_equal(overlaps(&scene), 3);
}

static void lines_of_one_label_may_touch(void **state)
{
    ent_i_scene_t scene = {0};

    (void)state;
    text(&scene, 10, 10, 30, "a");
    text(&scene, 10, 18, 30, "a");
    assert_int_equal(overlaps(&scene), 0);
    text(&scene, 10, 10, 30, "a");
    text(&scene, 60, 60, 30, "b");
    text(&scene, 10, 18, 30, "a"); /* named twice */
    assert_int_equal(overlaps(&scene), 1);
}

static void marks_of_others_count(void **state)
{
    ent_i_scene_t scene = {0};
    const ent_i_point_t triangle[3] = {{42, 2}, {62, 2}, {52, 14}};
    ent_i_item_t *item;

    (void)state;
    text(&scene, 10, 10, 30, "a");
    mark(&scene, 12, 12, 3, "a");
    mark(&scene, 45, 15, 5, "b"); /* touches it */
    mark(&scene, 20, 15, 5, NULL);
    item = ent_i_scene_path(&scene, triangle, 3, true);
    item->actor = "c";
    ent_i_item_fill(item, ent_i_no_color);
    assert_int_equal(overlaps(&scene), 0);
    text(&scene, 10, 10, 30, "a");
    mark(&scene, 43, 15, 5, "b");
    text(&scene, 46, 6, 30, "d");
    item = ent_i_scene_path(&scene, triangle, 3, true);
    item->actor = "c";
    ent_i_item_fill(item, ent_i_no_color);
    assert_int_equal(overlaps(&scene), 3); /* a on b, d on b, d on c */
}

static void swatches_count(void **state)
{
    ent_i_scene_t scene = {0};

    (void)state;
    text(&scene, 10, 10, 30, NULL);
    ent_i_scene_open(&scene, "legend");
    mark(&scene, 20, 15, 5, NULL);
    ent_i_scene_close(&scene);
    assert_int_equal(overlaps(&scene), 1);
}

/* Two texts at 45 degrees side by side: the boxes about them overlap, they do not. */
static void turned_texts_have_their_own_boxes(void **state)
{
    ent_i_scene_t scene = {0};

    (void)state;
    ent_i_item_turn(text(&scene, 50, 50, 60, "a"), 45);
    ent_i_item_turn(text(&scene, 66, 50, 60, "b"), 45);
    assert_true(ent_i_boxes_meet(&scene.item[0].box, &scene.item[1].box, 0));
    assert_int_equal(overlaps(&scene), 0);
    ent_i_item_turn(text(&scene, 50, 50, 60, "a"), 45);
    ent_i_item_turn(text(&scene, 60, 50, 60, "b"), 45);
    assert_int_equal(overlaps(&scene), 1);
    ent_i_item_turn(text(&scene, 50, 50, 60, "a"), -90);
    ent_i_item_turn(text(&scene, 60, 50, 60, "b"), -90);
    ent_i_item_turn(text(&scene, 64, 50, 60, "c"), -90);
    assert_int_equal(overlaps(&scene), 1);
}

static void what_leaves_the_page_is_clipped(void **state)
{
    ent_i_scene_t scene = {.width = 100, .height = 100};

    (void)state;
    text(&scene, 0, 0, 100, "a");
    mark(&scene, 50, 50, 50, "b");
    assert_int_equal(ent_i_scene_clipped(&scene), 0);
    text(&scene, 70.2, 50, 30, "a");
    mark(&scene, 50, 50, 50.2, "b");
    ent_i_item_stroke(ent_i_scene_circle(&scene, (ent_i_point_t){50, 50}, 49.5), ent_i_no_color, 2);
    assert_int_equal(ent_i_scene_clipped(&scene), 3);
    ent_i_scene_free(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_two_texts_count),
        cmocka_unit_test(lines_of_one_label_may_touch),
        cmocka_unit_test(marks_of_others_count),
        cmocka_unit_test(swatches_count),
        cmocka_unit_test(turned_texts_have_their_own_boxes),
        cmocka_unit_test(what_leaves_the_page_is_clipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
