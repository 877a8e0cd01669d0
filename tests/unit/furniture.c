/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands about a picture: title, notes, legend, the page and its type. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "entente/figure.h"
#include "figure/figure_i.h"
#include "figure/style.h"
#include "unit/text_of.h"
#include "unit/unit.h"

static ent_error_t err;
static ent_dataset_t *cities;
static ent_network_t *network;

static int open_cities(void **state)
{
    ent_network_options_t how;

    (void)state;
    assert_ok(ent_dataset_open(&cities, ENT_SOURCE_DIR "/datasets/learning-cities", NULL, &err));
    assert_ok(ent_network_options_init(&how, cities, &err));
    how.view = ENT_VIEW_AGREEMENTS;
    assert_ok(ent_network_new(&network, cities, &how, &err));
    return 0;
}

static int close_cities(void **state)
{
    (void)state;
    ent_network_free(network);
    ent_dataset_free(cities);
    return 0;
}

static ent_figure_options_t defaults(void)
{
    ent_figure_options_t options;

    ent_figure_options_init(&options);
    return options;
}

static ent_figure_t *draw(const ent_figure_options_t *options)
{
    ent_figure_t *figure = NULL;
    ent_figure_quality_t quality;

    assert_ok(ent_figure_new(&figure, network, options, &err));
    assert_ok(ent_figure_measure(figure, &quality, &err));
    assert_int_equal(quality.clipped, 0);
    assert_int_equal(quality.label_overlaps, 0);
    return figure;
}

/* The box about all text of a class; its width 0 without any. */
static ent_i_box_t box_of(const ent_figure_t *figure, const char *class)
{
    const ent_i_scene_t *scene = ent_i_figure_scene(figure);
    ent_i_box_t box = {0};
    double right = 0, bottom = 0;

    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];

        if (item->shape != ENT_SHAPE_TEXT || item->class == NULL || strcmp(item->class, class) != 0)
            continue;
        if (right == 0) {
            box.x = item->box.x;
            box.y = item->box.y;
        }
        box.x = fmin(box.x, item->box.x);
        box.y = fmin(box.y, item->box.y);
        right = fmax(right, item->box.x + item->box.width);
        bottom = fmax(bottom, item->box.y + item->box.height);
    }
    box.width = fmax(0, right - box.x);
    box.height = fmax(0, bottom - box.y);
    return box;
}

/* 280 letters: wrapped and smaller, whole, and no warning. */
static void a_long_title_is_whole(void **state)
{
    static const char title[] =
        "Learning cities that signed memoranda of understanding with each other, with networks of "
        "learning cities and with organisations that serve them, as far as public sources in four "
        "languages tell, as of February 2026, those planned and disputed included and shown dashed";

    (void)state;
    for (int preset = 0; preset < ENT_PRESET_COUNT; preset++) {
        ent_figure_options_t options = defaults();
        ent_figure_t *figure = NULL;
        char text[1000];

        options.preset = (ent_preset_t)preset;
        options.title = title;
        figure = draw(&options);
        text_of(text, sizeof text, figure, "title");
        assert_string_equal(text, title);
        for (size_t i = 0; i < ent_figure_warning_count(figure); i++)
            assert_null(strstr(ent_figure_warning(figure, i), "Cut"));
        ent_figure_free(figure);
    }
}

/* What does not fit is cut, and said to be, on narrow pages and on wide ones. */
static void a_cut_text_is_told(void **state)
{
    static const double widths[] = {60, 170, 400};
    ent_figure_options_t options = defaults();
    char endless[3000];

    (void)state;
    for (size_t i = 0; i + 1 < sizeof endless; i++)
        endless[i] = i % 9 == 8 ? ' ' : 'w';
    endless[sizeof endless - 1] = '\0';
    options.title = endless;
    options.height = 120;
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        ent_figure_t *figure = NULL;
        bool told = false;

        options.width = widths[w];
        figure = draw(&options);
        for (size_t i = 0; i < ent_figure_warning_count(figure); i++)
            told |=
                strstr(ent_figure_warning(figure, i), "Cut for want of room: \"wwwwwwww") != NULL;
        assert_true(told);
        ent_figure_free(figure);
    }
}

/* Notes of the caller's stand before the source, each ended like a sentence. */
static void the_foot_says_what_it_is_told(void **state)
{
    static const char *const notes[] = {"Drawn for the annual report", "Who signed first?",
                                        "As of spring (2026)", "(Checked.)"};
    ent_figure_options_t options = defaults();
    ent_figure_t *figure = NULL;
    char text[1000];

    (void)state;
    options.subtitle = "Of one year";
    options.source = "UIL, own survey (2025)";
    options.note = notes;
    options.note_count = sizeof notes / sizeof *notes;
    figure = draw(&options);
    text_of(text, sizeof text, figure, "note");
    assert_non_null(strstr(text, "Drawn for the annual report. Who signed first? As of spring "
                                 "(2026). (Checked.) Source: UIL, own survey (2025)."));
    text_of(text, sizeof text, figure, "subtitle");
    assert_string_equal(text, "Of one year");
    ent_figure_free(figure);
}

static void a_legend_stands_where_it_is_asked_to(void **state)
{
    ent_figure_options_t options = defaults();
    ent_i_box_t legend;

    (void)state;
    for (int place = 0; place < ENT_LEGEND_COUNT; place++) {
        ent_figure_t *figure = NULL;
        const ent_i_scene_t *scene;

        options.legend = (ent_legend_t)place;
        options.preset = ENT_PRESET_SLIDE;
        figure = draw(&options);
        scene = ent_i_figure_scene(figure);
        legend = box_of(figure, "legend");
        if (place == ENT_LEGEND_NONE)
            assert_true(legend.width == 0);
        if (place == ENT_LEGEND_BELOW)
            assert_true(legend.x < 0.1 * scene->width && legend.y > 0.7 * scene->height);
        if (place == ENT_LEGEND_BESIDE)
            assert_true(legend.x > 0.7 * scene->width && legend.y < 0.4 * scene->height);
        ent_figure_free(figure);
    }
}

/* The least page, a column of a journal, a square, a banner, a wall. */
static void a_page_may_be_of_any_sensible_size(void **state)
{
    static const double sizes[][2] = {{60, 50},   {85, 70},  {85, 120},
                                      {100, 100}, {300, 60}, {2000, 2000}};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        ent_figure_options_t options = defaults();
        ent_figure_t *figure = NULL;

        options.width = sizes[i][0];
        options.height = sizes[i][1];
        options.legend = i == 0 ? ENT_LEGEND_NONE : ENT_LEGEND_AUTO;
        figure = draw(&options);
        assert_true(fabs(ent_i_figure_scene(figure)->width - sizes[i][0] / 25.4 * 72) < 1e-9);
        assert_true(fabs(ent_i_figure_scene(figure)->height - sizes[i][1] / 25.4 * 72) < 1e-9);
        ent_figure_free(figure);
    }
}

static void refuse(double width, double height, const char *title, const char *why)
{
    ent_figure_options_t options = defaults();
    ent_figure_t *figure = NULL;

    options.width = width;
    options.height = height;
    options.title = title;
    options.note = &title;
    options.note_count = title != NULL;
    assert_int_equal(ent_figure_new(&figure, network, &options, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, why));
    assert_null(figure);
    err = (ent_error_t){0};
}

static void a_page_without_room_is_refused(void **state)
{
    (void)state;
    refuse(59, 50, NULL, "60 to 2000");
    refuse(85, 0, NULL, "50 to 2000");
    refuse(NAN, 70, NULL, "60 to 2000");
    refuse(1e9, 70, NULL, "60 to 2000");
    refuse(60, 50,
           "A title that is as long as a whole paragraph leaves nothing of a page as small as this "
           "for the picture that it should stand above, so it is refused",
           "no room for a picture");
    refuse(60, 50,
           "A title that is as long as a whole paragraph leaves nothing of a page as small as this "
           "for the picture that it should stand above, so it is refused",
           "mm, which is enough");
}

/* At the size of each preset: print 6 points, a screen 9 but for the crowd of two columns, a slide
 * 7.5, a poster 14. */
static void type_is_legible(void **state)
{
    static const double least[ENT_PRESET_COUNT] = {[ENT_PRESET_REPORT] = 6,
                                                   [ENT_PRESET_SLIDE] = 7.5,
                                                   [ENT_PRESET_WEB] = 6.75,
                                                   [ENT_PRESET_PRINT] = 6,
                                                   [ENT_PRESET_POSTER] = 14};

    (void)state;
    for (int preset = 0; preset < ENT_PRESET_COUNT; preset++) {
        for (int layout = 0; layout < ENT_LAYOUT_COUNT; layout++) {
            ent_figure_options_t options = defaults();
            ent_figure_t *figure = NULL;

            options.preset = (ent_preset_t)preset;
            options.layout = (ent_layout_t)layout;
            if (ent_figure_new(&figure, network, &options, NULL) != ENT_OK)
                continue; /* not of such a network */
            for (size_t i = 0; i < ent_i_figure_scene(figure)->item_count; i++) {
                const ent_i_item_t *item = &ent_i_figure_scene(figure)->item[i];

                if (item->shape == ENT_SHAPE_TEXT)
                    assert_true(item->font_size >= least[preset]);
            }
            ent_figure_free(figure);
        }
    }
}

/* A description to be read out in passing has at most 150 letters; the long one says what was
 * found, and what is dashed. 4 and 8 are counted in agreements.csv. */
static void a_figure_is_told_in_words(void **state)
{
    static const struct {
        const char *language;
        const char *brief;
        const char *dashed;
    } cases[] = {
        {"en", "Network diagram: Learning cities: who signed with whom. Cork leads.",
         "Planned, drawn dashed: 4. Disputed, drawn dash-dotted: 8."},
        {"es", "Diagrama de red: Learning cities: quién firmó con quién. Cork leads.",
         "Previstos, en línea discontinua: 4. Controvertidos, en línea de raya y punto: 8."},
        {"ko", "네트워크 그림: Learning cities: 협약 관계. Cork leads.",
         "예정(점선): 4건. 논란(일점쇄선): 8건."},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_figure_options_t options = defaults();
        ent_figure_t *figure = NULL;
        ent_blob_t text = {0};

        options.language = cases[i].language;
        options.findings = "Cork leads.\nNobody bridges.\n";
        figure = draw(&options);
        assert_string_equal(ent_figure_alt_brief(figure), cases[i].brief);
        assert_non_null(strstr(ent_figure_alt_text(figure), " Cork leads. Nobody bridges. "));
        assert_non_null(strstr(ent_figure_alt_text(figure), cases[i].dashed));
        assert_ok(ent_figure_write(figure, &text, ENT_FIGURE_ALT, &err));
        assert_memory_equal(text.bytes, cases[i].brief, strlen(cases[i].brief));
        ent_blob_free(&text);
        ent_figure_free(figure);
    }
}

static void a_brief_is_brief(void **state)
{
    ent_figure_options_t options = defaults();
    ent_figure_t *figure = NULL;
    char title[1200] = "";

    (void)state;
    for (size_t i = 0; i < 99; i++)
        strcat(title, i % 2 == 0 ? "공주시와 " : "Osan-si ");
    options.title = title;
    figure = draw(&options);
    assert_in_range(g_utf8_strlen(ent_figure_alt_brief(figure), -1), 130, 150);
    assert_non_null(strstr(ent_figure_alt_brief(figure), "…"));
    ent_figure_free(figure);
}

/* Relative luminance of WCAG 2.2. */
static double luminance(ent_i_color_t color)
{
    const double part[3] = {color.red, color.green, color.blue};
    static const double weight[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;

    for (int i = 0; i < 3; i++)
        sum += weight[i] *
               (part[i] <= 0.04045 ? part[i] / 12.92 : pow((part[i] + 0.055) / 1.055, 2.4));
    return sum;
}

static double contrast(ent_i_color_t a, ent_i_color_t b)
{
    double light = fmax(luminance(a), luminance(b));
    double dark = fmin(luminance(a), luminance(b));

    return (light + 0.05) / (dark + 0.05);
}

/* Text 4.5 to 1, lines that carry what is shown 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
static void ink_stands_out_from_paper(void **state)
{
    static const struct {
        ent_i_ink_t ink;
        double least;
    } cases[] = {{ENT_INK, 4.5}, {ENT_SOFT_INK, 4.5}, {ENT_LINE_AGREEMENT, 3}, {ENT_LINE_EDGE, 3}};

    (void)state;
    for (int theme = 0; theme < ENT_THEME_COUNT; theme++) {
        ent_i_color_t paper = ent_i_ink((ent_theme_t)theme, ENT_PAPER);

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
            assert_true(contrast(ent_i_ink((ent_theme_t)theme, cases[i].ink), paper) >=
                        cases[i].least);
        /* the scale of a map stands on its land or sea */
        assert_true(contrast(ent_i_ink((ent_theme_t)theme, ENT_SOFT_INK),
                             ent_i_ink((ent_theme_t)theme, ENT_LAND)) >= 4.5);
        assert_true(contrast(ent_i_ink((ent_theme_t)theme, ENT_SOFT_INK),
                             ent_i_ink((ent_theme_t)theme, ENT_SEA)) >= 4.5);
    }
}

/* Thin lines of shared memberships are let through by half; on dark paper they would be lost. */
static void faint_lines_are_seen_in_the_dark(void **state)
{
    static const double opaque = 0.55;
    ent_i_color_t paper = ent_i_ink(ENT_THEME_DARK, ENT_PAPER);
    ent_i_color_t line = ent_i_ink(ENT_THEME_DARK, ENT_LINE_SHARED);
    ent_i_color_t seen = {opaque * line.red + (1 - opaque) * paper.red,
                          opaque * line.green + (1 - opaque) * paper.green,
                          opaque * line.blue + (1 - opaque) * paper.blue, 1};

    (void)state;
    assert_true(contrast(seen, paper) >= 3);
}

static const double a_degree = 0.017453292519943295;

/* Kilometres between two actors on a sphere (haversine). */
static double apart(const ent_actor_t *a, const ent_actor_t *b)
{
    double south = sin((a->latitude - b->latitude) * a_degree / 2);
    double east = sin((a->longitude - b->longitude) * a_degree / 2);

    return 2 * 6371.0088 *
           asin(sqrt(south * south +
                     cos(a->latitude * a_degree) * cos(b->latitude * a_degree) * east * east));
}

/* Where an actor stands on the page. */
static ent_i_point_t place_of(const ent_figure_t *figure, const char *actor)
{
    const ent_i_scene_t *scene = ent_i_figure_scene(figure);

    for (size_t i = 0; i < scene->item_count; i++) {
        if (scene->item[i].actor != NULL && scene->item[i].shape == ENT_SHAPE_CIRCLE &&
            strcmp(scene->item[i].actor, actor) == 0)
            return scene->item[i].center;
    }
    fail_msg("%s is not on the page", actor);
    return (ent_i_point_t){0, 0};
}

/* The bar is as long as the same distance between two cities, to 2 %; a world has none. */
static void a_map_of_a_part_has_a_true_scale(void **state)
{
    ent_figure_options_t options = defaults();
    ent_network_options_t how;
    ent_network_t *korea = NULL;
    ent_figure_t *figure = NULL;
    ent_id_t gongju, suwon;
    ent_i_point_t a, b;
    char text[40];
    double bar = 0;

    (void)state;
    options.layout = ENT_LAYOUT_MAP;
    figure = draw(&options);
    text_of(text, sizeof text, figure, "scale");
    assert_string_equal(text, "");
    ent_figure_free(figure);
    assert_ok(ent_network_options_init(&how, cities, &err));
    how.where = "country=KR,kind=city";
    assert_ok(ent_network_new(&korea, cities, &how, &err));
    assert_ok(ent_figure_new(&figure, korea, &options, &err));
    text_of(text, sizeof text, figure, "scale");
    for (size_t i = 0; i < ent_i_figure_scene(figure)->item_count; i++) {
        const ent_i_item_t *item = &ent_i_figure_scene(figure)->item[i];

        if (item->shape == ENT_SHAPE_PATH && item->class != NULL &&
            strcmp(item->class, "scale") == 0)
            bar = item->point[2].x - item->point[1].x;
    }
    assert_true(bar > 10);
    assert_ok(ent_dataset_find(cities, &gongju, "gongju", &err));
    assert_ok(ent_dataset_find(cities, &suwon, "suwon", &err));
    a = place_of(figure, "gongju");
    b = place_of(figure, "suwon");
    assert_near(bar / strtod(text, NULL),
                hypot(a.x - b.x, a.y - b.y) /
                    apart(ent_dataset_actor(cities, gongju), ent_dataset_actor(cities, suwon)),
                0.02 * bar / strtod(text, NULL), "points a kilometre");
    ent_figure_free(figure);
    ent_network_free(korea);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_title_is_whole),
        cmocka_unit_test(a_cut_text_is_told),
        cmocka_unit_test(the_foot_says_what_it_is_told),
        cmocka_unit_test(a_legend_stands_where_it_is_asked_to),
        cmocka_unit_test(a_page_may_be_of_any_sensible_size),
        cmocka_unit_test(a_page_without_room_is_refused),
        cmocka_unit_test(type_is_legible),
        cmocka_unit_test(ink_stands_out_from_paper),
        cmocka_unit_test(faint_lines_are_seen_in_the_dark),
        cmocka_unit_test(a_figure_is_told_in_words),
        cmocka_unit_test(a_brief_is_brief),
        cmocka_unit_test(a_map_of_a_part_has_a_true_scale),
    };

    return cmocka_run_group_tests(tests, open_cities, close_cities);
}
