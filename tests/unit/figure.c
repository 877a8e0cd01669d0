/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures: what is drawn, what is counted instead, and how well. */
#include <stdlib.h>
#include <string.h>

#include "figure/plan.h"
#include "unit/drawn.h"
#include "unit/unit.h"

/* An option may be any bytes that somebody types. */
static void a_title_may_be_any_bytes(void **state)
{
    ent_figure_options_t options;
    drawn_t drawn = {0};
    ent_blob_t svg = {0};

    (void)state;
    ent_figure_options_init(&options);
    options.title = "\377 bad \360";
    options.subtitle = "\303";
    options.source = "\001\033[31m";
    options.language = "\"><x\370";
    drawn = draw_shipped("kite", ENT_VIEW_WHOLE, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, "\357\277\275 bad \357\277\275"));
    assert_false(says(&svg, "\033"));
    assert_false(says(&svg, "\"><x"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

static void every_figure_is_clean(void **state)
{
    static const struct {
        const char *name;
        ent_view_t view;
        ent_layout_t layout;
        size_t left_out; /* at most */
    } cases[] = {
        {"florentine", ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE, 0},
        {"karate", ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE, 0},
        {"kite", ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE, 0},
        {"davis", ENT_VIEW_AFFILIATIONS, ENT_LAYOUT_BIPARTITE, 0},
        {"davis", ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE, 0},
        {"les-miserables", ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE, 5},
        {"learning-cities", ENT_VIEW_AGREEMENTS, ENT_LAYOUT_FORCE, 0},
        {"learning-cities", ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE, 12},
        {"learning-cities", ENT_VIEW_WHOLE, ENT_LAYOUT_MAP, 3},
        {"learning-cities", ENT_VIEW_AFFILIATIONS, ENT_LAYOUT_BIPARTITE, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (int preset = 0; preset < ENT_PRESET_COUNT; preset++) {
            ent_figure_options_t options = options_for(cases[i].layout);
            drawn_t drawn = {0};

            options.preset = (ent_preset_t)preset;
            drawn = draw_shipped(cases[i].name, cases[i].view, &options);
            assert_int_equal(drawn.quality.label_overlaps, 0);
            assert_int_equal(drawn.quality.clipped, 0);
            if (preset == ENT_PRESET_REPORT)
                assert_in_range(drawn.quality.labels_left_out, 0, cases[i].left_out);
            drawn_free(&drawn);
        }
    }
}

/* Where a slide is crowded its letters shrink, but not below 9 points, and few names are missing.
 */
static void a_crowded_slide_is_legible(void **state)
{
    static const struct {
        ent_view_t view;
        size_t left_out; /* at most */
    } cases[] = {{ENT_VIEW_WHOLE, 45}, {ENT_VIEW_AFFILIATIONS, 4}, {ENT_VIEW_EVENTS, 3}};
    static const char size[] = "font-size=\"";

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
        drawn_t drawn = {0};
        ent_blob_t svg = {0};

        options.preset = ENT_PRESET_SLIDE;
        drawn = draw_shipped("learning-cities", cases[i].view, &options);
        svg = written(&drawn, ENT_FIGURE_SVG);
        assert_in_range(drawn.quality.labels_left_out, 0, cases[i].left_out);
        for (const char *at = strstr(svg.bytes, size); at != NULL; at = strstr(at + 1, size))
            assert_true(strtod(at + strlen(size), NULL) >= 9);
        ent_blob_free(&svg);
        drawn_free(&drawn);
    }
}

/* Not from the mark on the map above an inset, across the page. */
static void leaders_of_insets_begin_in_them(void **state)
{
    static const char leader[] = "class=\"leader\" d=\"M";
    ent_figure_options_t options = options_for(ENT_LAYOUT_MAP);
    drawn_t drawn = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
    ent_blob_t svg = written(&drawn, ENT_FIGURE_SVG);
    size_t leaders = 0;

    (void)state;
    assert_non_null(strstr(svg.bytes, "enlarged"));
    for (const char *at = strstr(svg.bytes, leader); at != NULL; at = strstr(at + 1, leader)) {
        double x = 0, y = 0, to_x = 0, to_y = 0;

        assert_int_equal(sscanf(at + strlen(leader), "%lf %lfL%lf %lf", &x, &y, &to_x, &to_y), 4);
        assert_true(hypot(to_x - x, to_y - y) < 120);
        leaders++;
    }
    assert_true(leaders > 0);
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

/* Fails where one of the ten of highest rank has no name in the SVG. */
static void all_ten_are_named(const drawn_t *drawn, const ent_figure_options_t *options)
{
    ent_i_scene_t scene = {0};
    ent_i_plan_t plan = {0};
    ent_blob_t svg = written(drawn, ENT_FIGURE_SVG);

    assert_ok(ent_i_plan_make(&plan, drawn->network, options, &scene, &err));
    for (size_t m = 0; m < plan.mark_count; m++) {
        char label[300];

        if (plan.mark[m].rank >= 10)
            continue;
        snprintf(label, sizeof label, "<text class=\"label\" data-id=\"%s\"",
                 ent_network_vertex_id(drawn->network, plan.mark[m].vertex));
        if (!says(&svg, label))
            print_error("not named: %s\n", label);
        assert_true(says(&svg, label));
    }
    ent_i_plan_free(&plan);
    ent_i_scene_free(&scene);
    ent_blob_free(&svg);
}

/* The ten most important actors are named, whatever the crowd. */
static void the_most_important_are_always_named(void **state)
{
    static const struct {
        ent_view_t view;
        ent_layout_t layout;
        ent_preset_t preset;
    } cases[] = {{ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE, ENT_PRESET_REPORT},
                 {ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE, ENT_PRESET_SLIDE},
                 {ENT_VIEW_CITIES, ENT_LAYOUT_FORCE, ENT_PRESET_REPORT},
                 {ENT_VIEW_AFFILIATIONS, ENT_LAYOUT_BIPARTITE, ENT_PRESET_SLIDE}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_figure_options_t options = options_for(cases[i].layout);
        drawn_t drawn = {0};

        options.preset = cases[i].preset;
        drawn = draw_shipped("learning-cities", cases[i].view, &options);
        all_ten_are_named(&drawn, &options);
        drawn_free(&drawn);
    }
}

/* On the smallest page too: type, furniture and the names of others give way. */
static void the_smallest_page_names_them_too(void **state)
{
    static const struct {
        const char *name;
        ent_layout_t layout;
    } cases[] = {{"les-miserables", ENT_LAYOUT_FORCE}, {"karate", ENT_LAYOUT_CIRCLE},
                 {"florentine", ENT_LAYOUT_CIRCLE},    {"davis", ENT_LAYOUT_CONCENTRIC},
                 {"davis", ENT_LAYOUT_CIRCLE},         {"les-miserables", ENT_LAYOUT_ARC}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_figure_options_t options = options_for(cases[i].layout);
        drawn_t drawn = {0};

        options.width = 60;
        options.height = 50;
        drawn = draw_shipped(cases[i].name, ENT_VIEW_WHOLE, &options);
        assert_int_equal(drawn.quality.label_overlaps, 0);
        assert_int_equal(drawn.quality.clipped, 0);
        all_ten_are_named(&drawn, &options);
        drawn_free(&drawn);
    }
}

/* Each tie of the network is a line or is counted as hidden; the lines are in the SVG. */
static void no_tie_is_lost(void **state)
{
    static const ent_view_t views[] = {ENT_VIEW_WHOLE, ENT_VIEW_AGREEMENTS, ENT_VIEW_AFFILIATIONS};
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        drawn_t drawn = draw_shipped("learning-cities", views[i], &options);
        ent_blob_t svg = written(&drawn, ENT_FIGURE_SVG);
        ent_i_scene_t scene = {0};
        ent_i_plan_t plan = {0};
        size_t lines = 0;

        assert_ok(ent_i_plan_make(&plan, drawn.network, &options, &scene, &err));
        for (size_t t = 0; t < plan.link_count; t++)
            lines += plan.link[t].tie != ENT_NONE;
        assert_int_equal(lines + plan.hidden_ties, ent_network_tie_count(drawn.network));
        assert_int_equal(plan.mark_count + plan.folded + plan.unseen + plan.badge_count,
                         ent_network_actor_count(drawn.network));
        for (size_t t = 0; t < plan.link_count; t++) {
            char id[64];

            if (plan.link[t].tie == ENT_NONE)
                continue;
            snprintf(id, sizeof id, " id=\"force-%s-t%d\" ", ent_view_name(views[i]),
                     (int)plan.link[t].tie);
            assert_int_equal(count_of(&svg, id), 1);
        }
        ent_i_plan_free(&plan);
        ent_i_scene_free(&scene);
        ent_blob_free(&svg);
        drawn_free(&drawn);
    }
}

static void a_dominating_network_is_a_mark_unless_asked_for(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    drawn_t drawn = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
    ent_blob_t svg = written(&drawn, ENT_FIGURE_SVG);

    (void)state;
    assert_true(says(&svg, "ring: member of UNESCO Global Network of Learning Cities"));
    assert_true(says(&svg, " members of UNESCO Global Network of Learning Cities have no other"));
    assert_false(says(&svg, "data-id=\"gnlc\""));
    assert_ok(ent_dataset_find(drawn.dataset, &options.hub, "gnlc", &err));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    drawn = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_false(says(&svg, "ring: member"));
    assert_true(says(&svg, "data-id=\"gnlc\""));
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

/* Of 26 members 17 are in one network and in nothing else: none of them is drawn, so no mark wears
 * its ring, and the legend explains none. */
static void a_ring_that_nobody_wears_is_not_explained(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    scratch_t folder;
    char rows[800] = "member,network\n";
    drawn_t drawn = {0};
    ent_blob_t svg = {0};

    (void)state;
    for (size_t m = 0; m < 26; m++)
        snprintf(rows + strlen(rows), 20, "city%zu,%s\n", m, m < 17 ? "large" : "small");
    scratch_open(&folder);
    scratch_write(&folder, "memberships.csv", rows);
    scratch_write(&folder, "networks.csv", "id,name\nlarge,Large\nsmall,Small\n");
    memset(rows, 0, sizeof rows);
    snprintf(rows, 20, "id,name\n");
    for (size_t m = 0; m < 26; m++)
        snprintf(rows + strlen(rows), 30, "city%zu,City %zu\n", m, m);
    scratch_write(&folder, "cities.csv", rows);
    drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_AFFILIATIONS, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, "17 of the 17 members of Large have no other tie"));
    assert_false(says(&svg, "ring: member"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    scratch_close(&folder);
}

static void pendants_are_folded_above_a_dozen(void **state)
{
    static const struct {
        ent_pendants_t pendants;
        size_t members;
        size_t marks; /* drawn, the network included */
    } cases[] = {{ENT_PENDANTS_AUTO, 12, 13},
                 {ENT_PENDANTS_AUTO, 13, 1},
                 {ENT_PENDANTS_FOLD, 3, 1},
                 {ENT_PENDANTS_ALL, 30, 31},
                 {ENT_PENDANTS_FAN, 30, 1}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
        scratch_t folder;
        char rows[2000] = "member,network\n";
        drawn_t drawn = {0};
        ent_i_scene_t scene = {0};
        ent_i_plan_t plan = {0};

        scratch_open(&folder);
        for (size_t m = 0; m < cases[i].members; m++)
            snprintf(rows + strlen(rows), 30, "city%zu,net\n", m);
        scratch_write(&folder, "memberships.csv", rows);
        scratch_write(&folder, "networks.csv", "id,name\nnet,Net\n");
        memset(rows, 0, sizeof rows);
        snprintf(rows, 20, "id,name\n");
        for (size_t m = 0; m < 70; m++) /* so many others that the network is no mark */
            snprintf(rows + strlen(rows), 30, "city%zu,City %zu\n", m, m);
        scratch_write(&folder, "cities.csv", rows);
        options.pendants = cases[i].pendants;
        drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
        assert_ok(ent_i_plan_make(&plan, drawn.network, &options, &scene, &err));
        assert_int_equal(plan.mark_count, cases[i].marks + 70 - cases[i].members);
        assert_non_null(strstr(ent_figure_alt_text(drawn.figure), ". Largest: Net"));
        ent_i_plan_free(&plan);
        ent_i_scene_free(&scene);
        drawn_free(&drawn);
        scratch_close(&folder);
    }
}

/* Area, not radius, is in proportion to the value, above the smallest mark. */
static void areas_are_true_to_the_values(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    drawn_t drawn = draw_shipped("florentine", ENT_VIEW_WHOLE, &options);
    ent_i_scene_t scene = {0};
    ent_i_plan_t plan = {0};

    (void)state;
    assert_ok(ent_i_plan_make(&plan, drawn.network, &options, &scene, &err));
    ent_i_plan_sizes(&plan, ent_i_look(ENT_PRESET_REPORT), 1e5);
    for (size_t i = 0; i < plan.mark_count; i++) {
        const ent_i_mark_t *mark = &plan.mark[i];

        if (mark->radius > plan.least_radius)
            assert_near(mark->radius * mark->radius / mark->value, plan.unit * plan.unit, 1e-9,
                        "area");
    }
    ent_i_plan_free(&plan);
    ent_i_scene_free(&scene);
    drawn_free(&drawn);
}

static void nobody_and_one_are_figures_too(void **state)
{
    static const ent_figure_format_t formats[] = {ENT_FIGURE_SVG, ENT_FIGURE_PDF, ENT_FIGURE_PNG,
                                                  ENT_FIGURE_SCENE};

    (void)state;
    for (size_t actors = 0; actors < 3; actors++) {
        static const char *const words[] = {"Network diagram: Network. 0 actors, 0 ties.",
                                            "Network diagram: Network. 1 actor, 0 ties.",
                                            "Network diagram: Network. 2 actors, 0 ties."};
        drawn_t drawn = {0};

        assert_ok(ent_network_from_ties(&drawn.network, actors, NULL, 0, NULL, false, &err));
        draw_network(&drawn, NULL);
        assert_int_equal(drawn.quality.clipped, 0);
        assert_string_equal(ent_figure_alt_text(drawn.figure), words[actors]);
        for (size_t f = 0; f < 4; f++) {
            ent_blob_t blob = written(&drawn, formats[f]);

            assert_true(blob.size > 100);
            ent_blob_free(&blob);
        }
        drawn_free(&drawn);
    }
}

/* Names that no program likes: all are drawn, nothing leaves the page or breaks the SVG. */
static void hostile_names_are_drawn(void **state)
{
    enum { LONG = 900 };
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    scratch_t folder;
    drawn_t drawn = {0};
    ent_blob_t svg = {0};
    char rows[4000] = "Source,Target\n"
                      "공주,San Luis Potosí\n"
                      "القاهرة,\"Lod (לוד)\"\n"
                      "<script>alert(1)</script>,\"a\"\"b&c]]>\"\n"
                      "\"two\nlines\",공주\n"
                      "Z\314\202\314\203\314\204\314\205\314\206\314\207,공주\n"
                      "\342\200\256evil,공주\n";
    size_t length = strlen(rows);

    (void)state;
    for (size_t i = 0; i < LONG; i++)
        rows[length + i] = i % 9 == 8 ? ' ' : 'm';
    memcpy(rows + length + LONG, ",공주\n", 9);
    scratch_open(&folder);
    scratch_write(&folder, "edges.csv", rows);
    drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
    assert_int_equal(drawn.quality.label_overlaps, 0);
    assert_int_equal(drawn.quality.clipped, 0);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, ">공주</text>"));
    assert_true(says(&svg, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_true(says(&svg, "a&quot;b&amp;c]]&gt;"));
    assert_true(says(&svg, "direction=\"rtl\""));
    assert_false(says(&svg, "<script"));
    assert_false(says(&svg, ">\342\200\256evil"));
    assert_true(says(&svg, "xml:lang=\"ko\""));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    scratch_close(&folder);
}

static void the_same_figure_gives_the_same_bytes(void **state)
{
    static const ent_layout_t layouts[] = {ENT_LAYOUT_FORCE, ENT_LAYOUT_MAP};

    (void)state;
    for (size_t l = 0; l < 2; l++) {
        for (int format = ENT_FIGURE_SVG; format <= ENT_FIGURE_SCENE; format++) {
            ent_figure_options_t options = options_for(layouts[l]);
            drawn_t one = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
            drawn_t two = draw_shipped("learning-cities", ENT_VIEW_WHOLE, &options);
            ent_blob_t first = written(&one, (ent_figure_format_t)format);
            ent_blob_t second = written(&two, (ent_figure_format_t)format);

            assert_int_equal(first.size, second.size);
            assert_memory_equal(first.bytes, second.bytes, first.size);
            ent_blob_free(&first);
            ent_blob_free(&second);
            drawn_free(&one);
            drawn_free(&two);
        }
    }
}

static uint32_t number_at(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;

    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* A report's page is 170 mm wide; at 300 dpi that is 2,008 pixels and 11,811 pixels a metre. The
 * chunk's checksum is that of `python3 -c "import zlib; …"` over the same 13 bytes. */
static void a_png_says_how_large_it_is(void **state)
{
    drawn_t drawn = draw_shipped("kite", ENT_VIEW_WHOLE, NULL);
    ent_blob_t png = written(&drawn, ENT_FIGURE_PNG);

    (void)state;
    assert_memory_equal(png.bytes, "\211PNG\r\n\032\n", 8);
    assert_int_equal(number_at(png.bytes + 16), 2008);
    assert_memory_equal(png.bytes + 37, "pHYs", 4);
    assert_int_equal(number_at(png.bytes + 41), 11811);
    assert_int_equal(number_at(png.bytes + 45), 11811);
    assert_int_equal(png.bytes[49], 1);
    assert_int_equal(number_at(png.bytes + 50), 0x78A53F76);
    ent_blob_free(&png);
    drawn_free(&drawn);
}

static void a_picture_that_is_too_large_is_refused(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    ent_blob_t blob = {0};
    drawn_t drawn = {0};

    (void)state;
    options.preset = ENT_PRESET_POSTER;
    options.dpi = 1200;
    drawn = draw_shipped("kite", ENT_VIEW_WHOLE, &options);
    assert_int_equal(ent_figure_write(drawn.figure, &blob, ENT_FIGURE_PNG, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "resolution"));
    err = (ent_error_t){0};
    drawn_free(&drawn);
}

static void refuse(const char *name, ent_view_t view, ent_figure_options_t options)
{
    char path[1000];
    ent_dataset_t *dataset = NULL;
    ent_network_options_t how;
    ent_network_t *network = NULL;
    ent_figure_t *figure = NULL;

    snprintf(path, sizeof path, "%s/datasets/%s", ENT_SOURCE_DIR, name);
    assert_ok(ent_dataset_open(&dataset, path, NULL, &err));
    assert_ok(ent_network_options_init(&how, dataset, &err));
    how.view = view;
    assert_ok(ent_network_new(&network, dataset, &how, &err));
    assert_int_equal(ent_figure_new(&figure, network, &options, &err), ENT_EINVAL);
    assert_null(figure);
    assert_true(err.message[0] != '\0');
    err = (ent_error_t){0};
    ent_network_free(network);
    ent_dataset_free(dataset);
}

static void what_cannot_be_drawn_is_refused(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);

    (void)state;
    options.color_by = "wealthiness";
    refuse("florentine", ENT_VIEW_WHOLE, options);
    options = options_for(ENT_LAYOUT_FORCE);
    options.size_by = "importance";
    refuse("florentine", ENT_VIEW_WHOLE, options);
    refuse("florentine", ENT_VIEW_WHOLE, options_for(ENT_LAYOUT_BIPARTITE));
    refuse("karate", ENT_VIEW_WHOLE, options_for(ENT_LAYOUT_MAP));
    refuse("karate", ENT_VIEW_WHOLE, options_for(ENT_LAYOUT_EGO));
    options = options_for(ENT_LAYOUT_MAP);
    options.center = 200;
    refuse("learning-cities", ENT_VIEW_WHOLE, options);
}

static void colours_follow_an_attribute(void **state)
{
    ent_figure_options_t options = options_for(ENT_LAYOUT_FORCE);
    drawn_t drawn = {0};
    ent_blob_t svg = {0};

    (void)state;
    options.color_by = "country";
    drawn = draw_shipped("learning-cities", ENT_VIEW_AGREEMENTS, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, ">colour: country</text>"));
    assert_true(says(&svg, ">KR</text>"));
    assert_true(says(&svg, "other ("));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    options.color_by = "group";
    options.language = "es";
    drawn = draw_shipped("karate", ENT_VIEW_WHOLE, &options);
    svg = written(&drawn, ENT_FIGURE_SVG);
    assert_true(says(&svg, ">grupo 4</text>"));
    assert_false(says(&svg, ">grupo 5</text>"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_crowded_slide_is_legible),
        cmocka_unit_test(leaders_of_insets_begin_in_them),
        cmocka_unit_test(every_figure_is_clean),
        cmocka_unit_test(the_most_important_are_always_named),
        cmocka_unit_test(the_smallest_page_names_them_too),
        cmocka_unit_test(no_tie_is_lost),
        cmocka_unit_test(a_dominating_network_is_a_mark_unless_asked_for),
        cmocka_unit_test(a_ring_that_nobody_wears_is_not_explained),
        cmocka_unit_test(pendants_are_folded_above_a_dozen),
        cmocka_unit_test(areas_are_true_to_the_values),
        cmocka_unit_test(nobody_and_one_are_figures_too),
        cmocka_unit_test(hostile_names_are_drawn),
        cmocka_unit_test(a_title_may_be_any_bytes),
        cmocka_unit_test(the_same_figure_gives_the_same_bytes),
        cmocka_unit_test(a_png_says_how_large_it_is),
        cmocka_unit_test(a_picture_that_is_too_large_is_refused),
        cmocka_unit_test(what_cannot_be_drawn_is_refused),
        cmocka_unit_test(colours_follow_an_attribute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
