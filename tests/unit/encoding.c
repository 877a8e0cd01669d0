/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What shapes, strokes and curves of a figure say, read from its SVG. */
#include <stdlib.h>
#include <string.h>

#include "figure/plan.h"
#include "unit/drawn.h"

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
        cmocka_unit_test(a_value_keeps_its_color),
        cmocka_unit_test(sets_have_outlines_and_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
