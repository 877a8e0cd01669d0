/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures say what they show: the colours and numbers of what is folded, and of all actors. */
#include <math.h>

#include "figure/figure_i.h"
#include "figure/style.h"
#include "unit/drawn.h"
#include "unit/text_of.h"
#include "unit/unit.h"

/* Two cities and three organisations of the East sign with each other; networks have members with
 * no other tie: three cities of the North; a city of the North and an organisation of the South;
 * two organisations of no region. */
static void write_members(scratch_t *folder)
{
    scratch_open(folder);
    scratch_write(folder, "cities.csv",
                  "id,name,region\np,P,East\nq,Q,East\na1,A1,North\na2,A2,North\na3,A3,North\n"
                  "b1,B1,North\n");
    scratch_write(folder, "organisations.csv",
                  "id,name,region\nr,R,East\ns,S,East\nt,T,East\nb2,B2,South\nc1,C1,\nc2,C2,\n");
    scratch_write(folder, "networks.csv", "id,name\nn1,Alpha\nn2,Beta\nn3,Gamma\n");
    scratch_write(folder, "memberships.csv",
                  "member,network\np,n1\na1,n1\na2,n1\na3,n1\nq,n2\nb1,n2\nb2,n2\nr,n3\nc1,n3\n"
                  "c2,n3\n");
    scratch_write(folder, "agreements.csv", "id,parties\nx,p;q;r\ny,r;s\nz,s;t\n");
}

static bool is_color(ent_i_color_t a, ent_i_color_t b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Ends of rays in a colour. */
static size_t count_dots(const drawn_t *drawn, ent_i_color_t color)
{
    const ent_i_scene_t *scene = ent_i_figure_scene(drawn->figure);
    size_t count = 0;

    for (size_t i = 0; i < scene->item_count; i++)
        count += scene->item[i].class != NULL && strcmp(scene->item[i].class, "folded") == 0 &&
                 scene->item[i].shape == ENT_SHAPE_CIRCLE && is_color(scene->item[i].fill, color);
    return count;
}

/* Rays stand for a number: they have the colour that all its members share, else a grey. */
static void rays_have_the_colour_that_members_share(void **state)
{
    enum { RAYS = 7 };
    scratch_t folder;

    (void)state;
    write_members(&folder);
    for (int theme = 0; theme < ENT_THEME_COUNT; theme++) {
        for (int palette = 0; palette < ENT_PALETTES; palette++) {
            ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
            ent_i_color_t grey = ent_i_ink((ent_theme_t)theme, ENT_OTHER);
            drawn_t drawn;

            options.pendants = ENT_PENDANTS_FOLD;
            options.theme = (ent_theme_t)theme;
            options.palette = (ent_palette_t)palette;
            drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
            assert_int_equal(count_dots(&drawn, grey), RAYS);
            assert_int_equal(count_dots(&drawn, ent_i_kind_color(&options, ENT_KIND_CITY)), RAYS);
            assert_int_equal(count_dots(&drawn, ent_i_kind_color(&options, ENT_KIND_ORGANISATION)),
                             RAYS);
            drawn_free(&drawn);
            options.color_by = "region"; /* East has five actors, North four */
            drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
            assert_int_equal(count_dots(&drawn, ent_i_palette(&options, 0)), 0);
            assert_int_equal(count_dots(&drawn, ent_i_palette(&options, 1)), RAYS);
            assert_true(count_dots(&drawn, grey) >= RAYS);
            drawn_free(&drawn);
        }
    }
    scratch_close(&folder);
}

/* A colour that only rays have stands in the legend; one that nothing has does not. */
static void the_legend_explains_rays(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    scratch_t folder;
    drawn_t drawn;
    ent_blob_t svg = {0};

    (void)state;
    write_members(&folder);
    options.pendants = ENT_PENDANTS_FOLD;
    options.color_by = "region";
    drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, ">North<"));
    assert_false(says(&svg, ">South<"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    scratch_close(&folder);
}

/* Counted by hand in the tables above. */
static void colours_are_counted_among_all_actors(void **state)
{
    static const ent_layout_t layouts[] = {ENT_LAYOUT_FORCE, ENT_LAYOUT_CIRCLE, ENT_LAYOUT_ARC};
    scratch_t folder;

    (void)state;
    write_members(&folder);
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        ent_figure_options_t options = options_for(layouts[i]);
        drawn_t drawn;

        options.pendants = ENT_PENDANTS_FOLD;
        options.color_by = "region";
        drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
        assert_non_null(strstr(ent_figure_alt_text(drawn.figure),
                               "Colours by region: East – 5; North – 4; South – 1; "
                               "not given – 5."));
        drawn_free(&drawn);
    }
    scratch_close(&folder);
}

/* Five parties are ten pairs, three are three; a pair that has an agreement in force is one tie. */
static void a_chord_counts_ties_that_do_not_count(void **state)
{
    static const char *const said[][3] = {
        {"en", "Ties not counted: planned 3, disputed 10.", "The only tie lies within one group"},
        {"es", "Vínculos no contados: previstos 3, controvertidos 10.", "El único vínculo está"},
        {"ko", "세지 않은 연결: 예정 3건, 논란 10건.", "하나뿐인 연결이"},
    };
    scratch_t folder;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "agreements.csv",
                  "id,parties,signed,status\nx,a;b;c;d;e,2020,disputed\ny,a;f,2020,active\n"
                  "z,p;q;r,2021,planned\nw,a;f,2022,disputed\n");
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        ent_figure_options_t options = options_for(ENT_LAYOUT_CHORD);
        drawn_t drawn;
        char text[1000];

        options.language = said[i][0];
        drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_AGREEMENTS, &options);
        text_of(text, sizeof text, drawn.figure, "note");
        assert_non_null(strstr(text, said[i][1]));
        assert_non_null(strstr(text, said[i][2]));
        drawn_free(&drawn);
    }
    scratch_close(&folder);
}

/* As many as the diagram on a circle has dashed lines. */
static void a_chord_leaves_out_what_others_dash(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_CIRCLE);
    drawn_t drawn;
    char text[1000];

    (void)state;
    options.pendants = ENT_PENDANTS_ALL;
    drawn = draw_shipped("learning-cities", ENT_VIEW_AGREEMENTS, &options);
    assert_non_null(strstr(ent_figure_alt_text(drawn.figure), "Planned, drawn dashed: 4."));
    assert_non_null(strstr(ent_figure_alt_text(drawn.figure), "Disputed, drawn dash-dotted: 8."));
    drawn_free(&drawn);
    options.layout = ENT_LAYOUT_CHORD;
    drawn = draw_shipped("learning-cities", ENT_VIEW_AGREEMENTS, &options);
    text_of(text, sizeof text, drawn.figure, "note");
    assert_non_null(strstr(text, "Ties not counted: planned 4, disputed 8."));
    drawn_free(&drawn);
}

/* Cells of a class, or samples of the legend, that have a form. */
static size_t count_cells(const drawn_t *drawn, const char *class, bool hollow, size_t corners)
{
    const ent_i_scene_t *scene = ent_i_figure_scene(drawn->figure);
    bool legend = false;
    size_t count = 0;

    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];

        if (item->shape == ENT_SHAPE_GROUP && item->class != NULL)
            legend = strcmp(item->class, "legend") == 0;
        if (item->shape != ENT_SHAPE_PATH || item->point_count != corners ||
            item->filled == hollow || item->stroked != hollow || item->dash[0] > 0 ||
            (hollow ? item->stroke.alpha : item->fill.alpha) < 0.95)
            continue;
        count += class == NULL ? legend && item->class == NULL
                               : item->class != NULL && strcmp(item->class, class) == 0;
    }
    return count;
}

/* Planned and disputed ties have forms of their own in cells of any size, and in bulk; the legend
 * shows just these. A tie has two cells. */
static void doubt_has_a_form_in_cells(void **state)
{
    static const ent_preset_t presets[] = {ENT_PRESET_REPORT, ENT_PRESET_SLIDE, ENT_PRESET_POSTER};

    (void)state;
    for (size_t i = 0; i < 2 * sizeof presets / sizeof *presets; i++) {
        ent_figure_options_t options = options_for(ENT_LAYOUT_MATRIX);
        ent_view_t view = i % 2 == 0 ? ENT_VIEW_AGREEMENTS : ENT_VIEW_WHOLE;
        drawn_t drawn;

        options.preset = presets[i / 2];
        drawn = draw_shipped("learning-cities", view, &options);
        assert_int_equal(count_cells(&drawn, "cell planned", true, 4), i % 2 == 0 ? 8 : 14);
        assert_int_equal(count_cells(&drawn, "cell disputed", false, 3), i % 2 == 0 ? 16 : 20);
        assert_int_equal(count_cells(&drawn, NULL, true, 4), 1);
        assert_int_equal(count_cells(&drawn, NULL, false, 3), 1);
        drawn_free(&drawn);
    }
}

/* What tells two of a name apart does not say the name again. */
static void a_name_is_not_repeated(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    scratch_t folder;
    drawn_t drawn;
    char text[1000];

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv",
                  "id,name,region\na,Perth,Perth\nb,Perth,\"Perth, Australia\"\nc,Cork,\n");
    scratch_write(&folder, "agreements.csv", "party_a,party_b\na,c\nb,c\n");
    drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
    text_of(text, sizeof text, drawn.figure, "apart");
    assert_string_equal(text, "Australia");
    drawn_free(&drawn);
    scratch_close(&folder);
}

/* Degrees 4 alone; 1 and 2; 2 to 5, in which 1 does not occur. */
static void samples_of_sizes_occur(void **state)
{
    static const char *const cases[][2] = {
        {"a,b\n1,2\n1,3\n1,4\n1,5\n2,3\n2,4\n2,5\n3,4\n3,5\n4,5\n", "area: degree 4"},
        {"a,b\n1,2\n2,3\n", "area: degree 2 1"},
        {"a,b\n1,2\n2,3\n3,4\n4,5\n5,1\n6,1\n6,2\n6,3\n6,4\n6,5\n", "area: degree 5 3"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
        scratch_t folder;
        drawn_t drawn;
        char text[1000];
        ent_dataset_t *dataset = NULL;
        const char *sizes;

        scratch_open(&folder);
        scratch_write(&folder, "ties.csv", cases[i][0]);
        assert_ok(ent_dataset_open(&dataset, folder.path[0], NULL, &err));
        drawn = draw(dataset, ENT_VIEW_WHOLE, &options);
        text_of(text, sizeof text, drawn.figure, "legend");
        sizes = strstr(text, "area:");
        assert_non_null(sizes);
        assert_string_equal(sizes, cases[i][1]);
        drawn_free(&drawn);
        scratch_close(&folder);
    }
}

/* Of the Southern women some took part in 2 events, and 14 women in one (Davis and others 1941). */
static void the_least_is_a_sample(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    drawn_t drawn = draw_shipped("davis", ENT_VIEW_AFFILIATIONS, &options);
    char text[1000];

    (void)state;
    text_of(text, sizeof text, drawn.figure, "legend");
    assert_non_null(strstr(text, "area: degree 10 5 2"));
    drawn_free(&drawn);
}

/* The mark of a map that has no line has the colour of its sample in the legend. */
static void one_actor_is_coloured_as_the_legend_says(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_MAP);
    const ent_i_scene_t *scene = NULL;
    const ent_i_item_t *mark = NULL, *sample = NULL;
    scratch_t folder;
    drawn_t drawn;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv", "id,name,latitude,longitude\na,Alone,36.5,127\n");
    drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
    scene = ent_i_figure_scene(drawn.figure);
    for (size_t i = 0; i < scene->item_count; i++) {
        if (scene->item[i].shape == ENT_SHAPE_CIRCLE && scene->item[i].actor != NULL)
            mark = &scene->item[i];
        else if (scene->item[i].shape == ENT_SHAPE_CIRCLE)
            sample = &scene->item[i];
    }
    assert_non_null(mark);
    assert_non_null(sample);
    assert_true(is_color(mark->fill, sample->fill));
    drawn_free(&drawn);
    scratch_close(&folder);
}

/* Of a path all but two actors have two ties: their rings lie side by side. */
static void every_ring_has_its_value(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_CONCENTRIC);
    scratch_t folder;
    drawn_t drawn;
    ent_dataset_t *dataset = NULL;
    char text[1000], ties[1000] = "a,b\n";
    size_t used = strlen(ties);

    (void)state;
    for (int i = 1; i < 40; i++)
        used += (size_t)snprintf(ties + used, sizeof ties - used, "%02d,%02d\n", i, i + 1);
    scratch_open(&folder);
    scratch_write(&folder, "ties.csv", ties);
    assert_ok(ent_dataset_open(&dataset, folder.path[0], NULL, &err));
    drawn = draw(dataset, ENT_VIEW_WHOLE, &options);
    text_of(text, sizeof text, drawn.figure, "ring-value");
    assert_string_equal(text, "2, 1");
    drawn_free(&drawn);
    scratch_close(&folder);
}

static void folded_ones_are_counted_in_words(void **state)
{
    static const char *const cases[][2] = {
        {"en", "+3 cities"}, {"es", "+3 ciudades"}, {"ko", "+도시 3곳"}};
    scratch_t folder;

    (void)state;
    write_members(&folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
        drawn_t drawn;
        char text[1000];

        options.pendants = ENT_PENDANTS_FOLD;
        options.language = cases[i][0];
        drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
        text_of(text, sizeof text, drawn.figure, "count");
        assert_non_null(strstr(text, cases[i][1]));
        drawn_free(&drawn);
    }
    scratch_close(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rays_have_the_colour_that_members_share),
        cmocka_unit_test(the_legend_explains_rays),
        cmocka_unit_test(a_chord_counts_ties_that_do_not_count),
        cmocka_unit_test(a_chord_leaves_out_what_others_dash),
        cmocka_unit_test(doubt_has_a_form_in_cells),
        cmocka_unit_test(a_name_is_not_repeated),
        cmocka_unit_test(samples_of_sizes_occur),
        cmocka_unit_test(the_least_is_a_sample),
        cmocka_unit_test(one_actor_is_coloured_as_the_legend_says),
        cmocka_unit_test(every_ring_has_its_value),
        cmocka_unit_test(folded_ones_are_counted_in_words),
        cmocka_unit_test(colours_are_counted_among_all_actors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
