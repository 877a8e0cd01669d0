/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What shapes, strokes and curves of a figure say, read from its SVG. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/plan.h"
#include "unit/drawn.h"
#include "unit/text_of.h"

static drawn_t draw_table(scratch_t *folder, const char *file, const char *rows,
                          const ent_network_options_t *like, const ent_figure_options_t *options)
{
    drawn_t drawn = {0};
    ent_network_options_t how;
    ent_dataset_options_t reading;

    scratch_open(folder);
    scratch_write(folder, file, rows);
    ent_dataset_options_init(&reading);
    reading.directed = like->directed;
    drawn.dataset = scratch_dataset(folder, &reading);
    assert_ok(ent_network_options_init(&how, drawn.dataset, &err));
    how.directed = like->directed;
    how.parallel = like->parallel;
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    draw_network(&drawn, options);
    return drawn;
}

/* Three ties of one pair are three ways, and a fourth the other way round; each has an id and a
 * head, and the legend says what curves and heads mean. */
static void ties_of_one_pair_are_bent_apart(void **state)
{
    static const ent_network_options_t like = {.directed = true, .parallel = ENT_PARALLEL_KEEP};
    static const char *const rows = "Source,Target,Type\n"
                                    "a,b,Directed\na,b,Directed\na,b,Directed\nb,a,Directed\n"
                                    "b,c,Directed\n";
    scratch_t folder;
    drawn_t drawn = draw_table(&folder, "edges.csv", rows, &like, NULL);
    ent_blob_t svg = written(&drawn, ENT_FIGURE_SVG);
    const char *way[4] = {0};

    (void)state;
    assert_int_equal(count_of(&svg, "class=\"tie edge\""), 5);
    assert_int_equal(count_of(&svg, "class=\"arrow\""), 5 + 3); /* three in the legend */
    assert_true(says(&svg, ">from source to target</text>"));
    assert_true(says(&svg, ">tie in both directions</text>"));
    assert_true(says(&svg, ">several ties of one pair</text>"));
    for (int t = 0; t < 4; t++) {
        char id[40];

        snprintf(id, sizeof id, "id=\"force-whole-t%d\"", t);
        way[t] = strstr(svg.bytes, id);
        assert_non_null(way[t]);
        way[t] = strstr(way[t], " d=\"");
        assert_non_null(strchr(way[t], 'C')); /* a curve */
        for (int other = 0; other < t; other++)
            assert_true(strncmp(way[t], way[other], strcspn(way[t] + 4, "\"") + 4) != 0);
    }
    ent_blob_free(&svg);
    drawn_free(&drawn);
    scratch_close(&folder);
}

/* One tie a pair stays straight, and the legend is silent on curves and heads. */
static void a_single_tie_is_straight(void **state)
{
    static const ent_network_options_t like = {.parallel = ENT_PARALLEL_DEFAULT};
    scratch_t folder;
    drawn_t drawn = draw_table(&folder, "edges.csv", "Source,Target\na,b\nb,c\na,b\n", &like, NULL);
    ent_blob_t svg = written(&drawn, ENT_FIGURE_SVG);

    (void)state;
    assert_int_equal(count_of(&svg, "class=\"tie edge\""), 2);
    assert_false(says(&svg, "class=\"arrow\""));
    assert_false(says(&svg, ">several ties of one pair</text>"));
    assert_true(says(&svg, ">width: strength of the tie</text>"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    scratch_close(&folder);
}

/* The dashes of the first item of a class. */
static void read_dashes(char dashes[40], const ent_blob_t *svg, const char *class)
{
    const char *at = strstr(svg->bytes, class);

    assert_non_null(at);
    at = strstr(at, "stroke-dasharray=\"");
    assert_non_null(at);
    at += strlen("stroke-dasharray=\"");
    snprintf(dashes, 40, "%.*s", (int)strcspn(at, "\""), at);
}

static void doubt_is_dashed_in_two_ways(void **state)
{
    static const ent_network_options_t like = {.parallel = ENT_PARALLEL_DEFAULT};
    static const char *const rows = "party_a,party_b,type,status\n"
                                    "a,b,mou,active\nb,c,mou,planned\nc,d,mou,disputed\n";
    scratch_t folder;
    drawn_t drawn = draw_table(&folder, "agreements.csv", rows, &like, NULL);
    ent_blob_t svg = written(&drawn, ENT_FIGURE_SVG);
    char planned[40], disputed[40];

    (void)state;
    read_dashes(planned, &svg, "tie agreement planned");
    read_dashes(disputed, &svg, "tie agreement disputed");
    assert_string_not_equal(planned, disputed);
    assert_int_equal(count_of(&svg, planned), 2); /* and in the legend */
    assert_int_equal(count_of(&svg, disputed), 2);
    assert_true(says(&svg, ">planned</text>"));
    assert_true(says(&svg, ">disputed</text>"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    scratch_close(&folder);
}

/* On the date a–b and a–c were over long ago and a–f has not begun, so that a–d alone is dashed. */
static void doubt_that_is_over_is_not_drawn(void **state)
{
    static const char *const rows = "party_a,party_b,from,to,status\n"
                                    "a,b,2001,2010,disputed\na,c,2001,2010,planned\n"
                                    "b,c,2019,,active\na,d,2015,,disputed\na,f,2022,,disputed\n";
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    drawn_t drawn = {0};
    ent_network_options_t how;
    scratch_t folder;
    ent_blob_t svg;
    char text[1000];

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "agreements.csv", rows);
    drawn.dataset = scratch_dataset(&folder, NULL);
    assert_ok(ent_network_options_init(&how, drawn.dataset, &err));
    assert_ok(ent_selection_init(&how.selection, drawn.dataset, "2020", NULL, &err));
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    draw_network(&drawn, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_int_equal(count_of(&svg, "\"tie agreement planned\""), 0);
    assert_int_equal(count_of(&svg, "\"tie agreement disputed\""), 1);
    assert_false(says(&svg, "planned"));
    assert_true(says(&svg, "Disputed, drawn dash-dotted: 1."));
    ent_blob_free(&svg);
    ent_figure_free(drawn.figure);
    options.layout = ENT_LAYOUT_CHORD;
    draw_network(&drawn, &options);
    text_of(text, sizeof text, drawn.figure, "note");
    assert_non_null(strstr(text, "Ties not counted: planned 0, disputed 1."));
    ent_figure_free(drawn.figure);
    ent_network_free(drawn.network);
    assert_ok(ent_network_options_init(&how, drawn.dataset, &err));
    assert_ok(ent_selection_init(&how.selection, drawn.dataset, "2020", "planned,disputed,expired",
                                 &err));
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    draw_network(&drawn, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_false(says(&svg, "not counted"));
    ent_blob_free(&svg);
    ent_network_free(drawn.network);
    assert_ok(ent_selection_init(&how.selection, drawn.dataset, "2020", NULL, &err));
    assert_ok(ent_dataset_find(drawn.dataset, &how.focus, "a", &err));
    how.hops = 1;
    how.hops_doubtful = true;
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    assert_int_equal(ent_network_actor_count(drawn.network), 2);
    drawn_free(&drawn);
    scratch_close(&folder);
}

/* A value keeps its colour in every view of the page: the order is the network's, not that of the
 * marks which happen to be drawn. */
static void a_value_keeps_its_color(void **state)
{
    static const ent_pendants_t rules[] = {ENT_PENDANTS_FOLD, ENT_PENDANTS_ALL};
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    char first[2][40];

    (void)state;
    options.color_by = "country";
    for (int i = 0; i < 2; i++) {
        ent_i_scene_t scene = {0};
        ent_i_plan_t plan = {0};
        drawn_t drawn = {0};

        options.pendants = rules[i];
        drawn = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
        assert_ok(ent_i_plan_make(&plan, drawn.network, &options, &scene, &err));
        snprintf(first[i], sizeof first[i], "%s", plan.tone[0].name);
        assert_true(plan.tone[0].color.blue == ent_i_palette(&options, 0).blue);
        ent_i_plan_free(&plan);
        ent_i_scene_free(&scene);
        drawn_free(&drawn);
    }
    assert_string_equal(first[0], first[1]);
}

/* The number behind a name of an attribute, from a place in the SVG on. */
static double number_after(const char *at, const char *name)
{
    const char *found = strstr(at, name);

    assert_non_null(found);
    return strtod(found + strlen(name), NULL);
}

/* The area of a mark's circle or polygon in the SVG. */
static double area_in(const ent_blob_t *svg, const char *id)
{
    const char *at = strstr(svg->bytes, id);
    double x[8] = {0}, y[8] = {0}, area = 0;
    size_t count = 0;
    char *end = NULL;

    assert_non_null(at);
    if (strncmp(at - strlen("circle id=\""), "circle", 6) == 0) {
        double radius = number_after(at, " r=\"");

        return 3.14159265358979 * radius * radius;
    }
    end = strstr(at, " d=\"");
    assert_non_null(end);
    end += 4;
    while ((*end == 'M' || *end == 'L') && count < 8) {
        x[count] = strtod(end + 1, &end);
        y[count++] = strtod(end, &end);
    }
    for (size_t i = 0; i < count; i++)
        area += (x[i] * y[(i + 1) % count] - x[(i + 1) % count] * y[i]) / 2;
    return fabs(area);
}

/* Circles, triangles, squares and hexagons of one value have one area, and of two values areas in
 * their proportion: measured on the page, to the hundredth of a point that stands there. */
static void areas_on_the_page_are_true(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    drawn_t drawn = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
    ent_blob_t svg = written(&drawn, ENT_FIGURE_SVG);
    ent_i_scene_t scene = {0};
    ent_i_plan_t plan = {0};
    double unit = 0;
    bool seen[ENT_KIND_COUNT] = {false};
    size_t compared = 0;

    (void)state;
    assert_ok(ent_i_plan_make(&plan, drawn.network, &options, &scene, &err));
    for (size_t i = 0; i < plan.mark_count; i++) {
        char id[40];
        double area;

        snprintf(id, sizeof id, "force-whole-n%d\"", (int)plan.mark[i].vertex);
        area = area_in(&svg, id);
        if (area < 25) /* the smallest marks stand for more than one value */
            continue;
        unit = unit == 0 ? area / plan.mark[i].value : unit;
        assert_near(area / plan.mark[i].value / unit, 1, 0.02, id);
        seen[plan.mark[i].kind] = true;
        compared++;
    }
    assert_true(compared > 8);
    assert_true(seen[ENT_KIND_CITY] && seen[ENT_KIND_NETWORK] && seen[ENT_KIND_EVENT]);
    ent_i_plan_free(&plan);
    ent_i_scene_free(&scene);
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

/* A fan has a dot and a ray for each member that would be counted, none on another. */
static void a_fan_shows_each_member_once(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    ent_pendants_t folded = ENT_PENDANTS_FOLD;
    drawn_t drawn = {0};
    ent_blob_t svg = {0};
    ent_i_scene_t scene = {0};
    ent_i_plan_t plan = {0};
    double x[500], y[500];
    size_t dots = 0, members = 0;

    (void)state;
    options.pendants = ENT_PENDANTS_FAN;
    drawn = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
    assert_ok(ent_dataset_find(drawn.dataset, &options.hub, "gnlc", &err));
    ent_figure_free(drawn.figure);
    draw_network(&drawn, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    options.pendants = folded;
    assert_ok(ent_i_plan_make(&plan, drawn.network, &options, &scene, &err));
    members = plan.folded;
    assert_true(members > 300);
    for (const char *at = svg.bytes; (at = strstr(at, " class=\"fan\"")) != NULL; at++) {
        assert_in_range(dots, 0, 499);
        assert_true(strncmp(at + strlen(" class=\"fan\""), " data-id=\"", 10) == 0);
        assert_true(strstr(at, "<title>") < strstr(at, "/circle>"));
        x[dots] = number_after(at, " cx=\"");
        y[dots++] = number_after(at, " cy=\"");
    }
    assert_int_equal(dots, members);
    assert_int_equal(count_of(&svg, "class=\"tie membership fan\""), members);
    for (size_t i = 0; i < dots; i++) {
        for (size_t k = 0; k < i; k++)
            assert_true(hypot(x[i] - x[k], y[i] - y[k]) > 2);
    }
    assert_int_equal(drawn.quality.label_overlaps, 0);
    assert_int_equal(drawn.quality.clipped, 0);
    ent_i_plan_free(&plan);
    ent_i_scene_free(&scene);
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

/* Constraint is not defined for who has no tie; such marks are hollow, and the legend says so. */
static void undefined_values_are_hollow(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    scratch_t folder;
    drawn_t drawn = {0};
    ent_blob_t svg = {0};

    (void)state;
    options.size_by = "constraint";
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv", "id,name\na,A\nb,B\nc,C\n");
    scratch_write(&folder, "agreements.csv", "party_a,party_b\na,b\n");
    drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_int_equal(count_of(&svg, ">undefined</text>"), 1);
    assert_int_equal(count_of(&svg, "fill=\"#ffffff\""), 3); /* paper, mark and legend */
    ent_blob_free(&svg);
    drawn_free(&drawn);
    scratch_close(&folder);
}

/* Each country of two parties or more has an outline, named beside it and in the legend; a network
 * goes with its members; a layout in columns has no room for any. */
static void sets_have_outlines_and_names(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    drawn_t drawn = {0};
    ent_blob_t svg = {0};
    ent_figure_t *none = NULL;

    (void)state;
    options.hull = "country";
    drawn = draw_shipped("learning-cities", ENT_VIEW_AGREEMENTS, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_int_equal(count_of(&svg, "class=\"hull\""), 7);
    assert_true(says(&svg, ">outline: country</text>"));
    assert_int_equal(count_of(&svg, ">KR</text>"), 2);
    assert_true(says(&svg, "Without an outline, as there are more than colours: 2."));
    assert_int_equal(drawn.quality.label_overlaps, 0);
    assert_int_equal(drawn.quality.clipped, 0);
    ent_blob_free(&svg);
    drawn_free(&drawn);

    options.hull = "network";
    drawn = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, "<title>Irish Network of Learning Cities ("));
    assert_int_equal(count_of(&svg, "<title>UNESCO Global Network of Learning Cities ("), 0);
    ent_blob_free(&svg);
    options.layout = ENT_LAYOUT_ARC;
    assert_int_equal(ent_figure_new(&none, drawn.network, &options, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "In the layout 'arc' no hull"));
    err = (ent_error_t){0};
    options.layout = ENT_LAYOUT_FORCE;
    options.hull = "no-such-column";
    assert_int_equal(ent_figure_new(&none, drawn.network, &options, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "no-such-column"));
    err = (ent_error_t){0};
    drawn_free(&drawn);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ties_of_one_pair_are_bent_apart),
        cmocka_unit_test(a_single_tie_is_straight),
        cmocka_unit_test(doubt_is_dashed_in_two_ways),
        cmocka_unit_test(doubt_that_is_over_is_not_drawn),
        cmocka_unit_test(a_value_keeps_its_color),
        cmocka_unit_test(areas_on_the_page_are_true),
        cmocka_unit_test(a_fan_shows_each_member_once),
        cmocka_unit_test(undefined_values_are_hollow),
        cmocka_unit_test(sets_have_outlines_and_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
