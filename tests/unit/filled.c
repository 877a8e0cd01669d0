/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How figures use their page: nothing lies in a corner, nothing is cut beside blank paper. */
#include <math.h>

#include "figure/figure_i.h"
#include "figure/style.h"
#include "unit/drawn.h"

static const char two[] = "id,name,country\ncork,Cork,IE\nsuwon,Suwon,KR\n";
static const char pact[] = "id,party_a,party_b,type,signed\na1,suwon,cork,mou,2024-05-02\n";

static drawn_t draw_pair(bool tied, const ent_figure_options_t *options)
{
    scratch_t folder;
    drawn_t drawn;

    scratch_open(&folder);
    scratch_write(&folder, "cities.csv", two);
    if (tied)
        scratch_write(&folder, "agreements.csv", pact);
    drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, options);
    scratch_close(&folder);
    return drawn;
}

static const ent_i_scene_t *scene_of(const drawn_t *drawn)
{
    return ent_i_figure_scene(drawn->figure);
}

/* Marks of actors: filled circles that name one. */
static bool is_mark(const ent_i_item_t *item)
{
    return item->shape == ENT_SHAPE_CIRCLE && item->actor != NULL;
}

static ent_i_point_t middle_of(const ent_i_item_t *item)
{
    ent_i_box_t box = ent_i_item_box(item);

    return (ent_i_point_t){box.x + box.width / 2, box.y + box.height / 2};
}

/* The widest ring of a target; it has no actor. */
static ent_i_box_t target_of(const drawn_t *drawn)
{
    const ent_i_scene_t *scene = scene_of(drawn);
    ent_i_box_t widest = {0};

    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];
        bool ring = item->shape == ENT_SHAPE_CIRCLE && item->class != NULL &&
                    strcmp(item->class, "ring") == 0;

        if (ring && ent_i_item_box(item).width > widest.width)
            widest = ent_i_item_box(item);
    }
    return widest;
}

/* One actor is tied to nearly all of the novel and stands in the middle: the others are about it on
 * all sides, no eighth part has fewer than three of them, and every one is named. */
static void a_target_is_filled_all_round(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_CONCENTRIC);
    size_t part[8] = {0};
    drawn_t drawn;
    ent_i_box_t target;

    (void)state;
    options.preset = ENT_PRESET_WEB;
    drawn = draw_shipped("les-miserables", ENT_VIEW_WHOLE, &options);
    target = target_of(&drawn);
    for (size_t i = 0; i < scene_of(&drawn)->item_count; i++) {
        const ent_i_item_t *item = &scene_of(&drawn)->item[i];
        ent_i_point_t at = middle_of(item);

        if (is_mark(item))
            part[(size_t)floor(
                (atan2(at.y - target.y - target.height / 2, at.x - target.x - target.width / 2) +
                 acos(-1)) /
                (2 * acos(-1)) * 8 * 0.999999)]++;
    }
    for (size_t i = 0; i < 8; i++)
        assert_true(part[i] >= 3);
    assert_int_equal(drawn.quality.labels_left_out, 0);
    drawn_free(&drawn);
}

/* The long legend of all partnerships stands in two columns beside the target of a slide, which so
 * has more than half of the page's height. */
static void a_long_legend_takes_two_columns(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_CONCENTRIC);
    const ent_i_scene_t *scene;
    double left = INFINITY, right = 0;
    drawn_t drawn;

    (void)state;
    options.preset = ENT_PRESET_SLIDE;
    drawn = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
    scene = scene_of(&drawn);
    assert_true(target_of(&drawn).height > 0.5 * scene->height);
    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];

        if (item->shape != ENT_SHAPE_TEXT || strcmp(item->class, "legend") != 0)
            continue;
        left = fmin(left, item->box.x);
        right = fmax(right, item->box.x);
        assert_true(item->box.x > 0.5 * scene->width);
    }
    assert_true(right > left + 0.15 * scene->width);
    drawn_free(&drawn);
}

/* Names are not cut where the ties between the columns have room to spare. */
static void columns_leave_names_whole(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_BIPARTITE);
    drawn_t drawn;
    ent_blob_t svg;

    (void)state;
    options.preset = ENT_PRESET_SLIDE;
    drawn = draw_shipped("learning-cities", ENT_VIEW_AFFILIATIONS, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, ">Portuguese Network of UNESCO Learning Cities</text>"));
    assert_true(says(&svg, ">Concepción del Uruguay</text>"));
    assert_true(count_of(&svg, "…</text>") <= 1); /* the longest name of all */
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

/* Two rows need no page of 150 mm; a slide keeps its shape. */
static void few_rows_make_a_low_page(void **state)
{
    static const ent_layout_t rows[] = {ENT_LAYOUT_ARC, ENT_LAYOUT_MATRIX, ENT_LAYOUT_TIMELINE};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int preset = 0; preset < ENT_PRESET_COUNT; preset++) {
            ent_figure_options_t options = options_for(rows[i]);
            const ent_i_look_t *look = ent_i_look((ent_preset_t)preset);
            drawn_t drawn;

            options.preset = (ent_preset_t)preset;
            drawn = draw_pair(true, &options);
            assert_int_equal(drawn.quality.clipped, 0);
            if (look->tallest > look->height)
                assert_true(scene_of(&drawn)->height < 0.6 * look->height);
            else
                assert_near(scene_of(&drawn)->height, look->height, 1e-9, "height");
            drawn_free(&drawn);
        }
    }
}

/* Two actors: in the middle of the page, not farther apart than they need to be to be read. */
static void few_actors_stand_in_the_middle(void **state)
{
    (void)state;
    for (int tied = 0; tied < 2; tied++) {
        ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
        drawn_t drawn = draw_pair(tied, &options);
        const ent_i_scene_t *scene = scene_of(&drawn);
        ent_i_point_t at[2];
        size_t count = 0;

        for (size_t i = 0; i < scene->item_count; i++) {
            if (is_mark(&scene->item[i])) {
                assert_true(count < 2);
                at[count++] = middle_of(&scene->item[i]);
            }
        }
        assert_int_equal(count, 2);
        assert_near((at[0].x + at[1].x) / 2 / scene->width, 0.5, 0.06, "middle");
        assert_near((at[0].y + at[1].y) / 2 / scene->height, 0.5, 0.1, "middle");
        assert_true(fabs(at[0].x - at[1].x) < 0.4 * scene->width);
        drawn_free(&drawn);
    }
}

/* The legend says what is there to be seen: no outline of groups where none is drawn; a chord
 * diagram without a tie says that it has none. */
static void a_legend_names_only_what_is_drawn(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_MATRIX);
    drawn_t drawn = draw_pair(true, &options);
    ent_blob_t svg = written(&drawn, ENT_FIGURE_SVG);

    (void)state;
    assert_false(says(&svg, "outlined"));
    assert_false(says(&svg, "class=\"group\""));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    options.layout = ENT_LAYOUT_CHORD;
    drawn = draw_pair(false, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, ">No ties</text>"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

/* Of tens of thousands of ties, lines are hairs: their widths are not told apart, so the legend has
 * none.
 */
static void hairs_have_no_width(void **state)
{
    enum { TIES = 30000, ACTORS = 10000 };
    static ent_tie_t tie[TIES];
    ent_figure_options_t options = options_for(ENT_LAYOUT_CONCENTRIC);
    ent_network_t *network = NULL;
    ent_figure_t *figure = NULL;
    ent_blob_t svg = {0};

    (void)state;
    for (size_t i = 0; i < TIES; i++)
        tie[i] = (ent_tie_t){.a = (ent_id_t)(i % ACTORS),
                             .b = (ent_id_t)((i + 1 + 17 * (i / ACTORS)) % ACTORS),
                             .weight = i < ACTORS ? 1 : 2};
    assert_ok(ent_network_from_ties(&network, ACTORS, tie, TIES, NULL, false, &err));
    assert_ok(ent_figure_new(&figure, network, &options, &err));
    assert_ok(ent_figure_write(figure, &svg, ENT_FIGURE_SVG, &err));
    assert_false(says(&svg, ">width: strength of the tie</text>"));
    ent_blob_free(&svg);
    ent_figure_free(figure);
    ent_network_free(network);
}

/* Eight arrows end at one mark of a circle: no two heads are on each other. */
static void heads_of_arrows_stand_apart(void **state)
{
    enum { ACTORS = 9 };
    ent_tie_t tie[ACTORS - 1];
    ent_figure_options_t options = options_for(ENT_LAYOUT_CIRCLE);
    ent_network_t *network = NULL;
    ent_figure_t *figure = NULL;
    const ent_i_scene_t *scene;
    ent_i_point_t head[ACTORS - 1];
    size_t heads = 0;

    (void)state;
    for (size_t i = 0; i + 1 < ACTORS; i++)
        tie[i] = (ent_tie_t){.a = (ent_id_t)i, .b = ACTORS - 1, .weight = 1};
    assert_ok(ent_network_from_ties(&network, ACTORS, tie, ACTORS - 1, NULL, true, &err));
    assert_ok(ent_figure_new(&figure, network, &options, &err));
    scene = ent_i_figure_scene(figure);
    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];

        if (item->class == NULL || strcmp(item->class, "arrow") != 0 || heads == ACTORS - 1)
            continue; /* the last ones are the legend's */
        head[heads] = middle_of(item);
        for (size_t k = 0; k < heads; k++)
            assert_true(hypot(head[k].x - head[heads].x, head[k].y - head[heads].y) > 1.5);
        heads++;
    }
    assert_int_equal(heads, ACTORS - 1);
    ent_figure_free(figure);
    ent_network_free(network);
}

/* Two ties away at most, some through the network of nearly all: two rings, whoever hides. */
static void rings_are_as_many_as_hops(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_EGO);
    ent_network_options_t how;
    drawn_t drawn = {0};
    ent_blob_t svg;

    (void)state;
    assert_ok(
        ent_dataset_open(&drawn.dataset, ENT_SOURCE_DIR "/datasets/learning-cities", NULL, &err));
    assert_ok(ent_network_options_init(&how, drawn.dataset, &err));
    assert_ok(ent_dataset_find(drawn.dataset, &how.focus, "suwon", &err));
    how.hops = 2;
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    draw_network(&drawn, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, ">ring 2: partners' partners</text>"));
    assert_false(says(&svg, ">ring 3"));
    assert_false(says(&svg, ">rings 3"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_is_filled_all_round),
        cmocka_unit_test(a_long_legend_takes_two_columns),
        cmocka_unit_test(columns_leave_names_whole),
        cmocka_unit_test(few_rows_make_a_low_page),
        cmocka_unit_test(few_actors_stand_in_the_middle),
        cmocka_unit_test(a_legend_names_only_what_is_drawn),
        cmocka_unit_test(rings_are_as_many_as_hops),
        cmocka_unit_test(heads_of_arrows_stand_apart),
        cmocka_unit_test(hairs_have_no_width),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
