/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures of rows: arc, timeline and matrix in every preset, theme and language; each tie accounted
 * for. */
#include <stdlib.h>

#include "entente/figure.h"
#include "unit/scratch.h"
#include "unit/unit.h"

static ent_error_t err;

typedef struct drawn {
    ent_dataset_t *dataset;
    ent_network_t *network;
} drawn_t;

static drawn_t open_view(const char *name, ent_view_t view)
{
    drawn_t drawn = {0};
    char path[1000];
    ent_network_options_t how;

    snprintf(path, sizeof path, "%s/datasets/%s", ENT_SOURCE_DIR, name);
    assert_ok(ent_dataset_open(&drawn.dataset, path, NULL, &err));
    assert_ok(ent_network_options_init(&how, drawn.dataset, &err));
    how.view = view;
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    return drawn;
}

static void close_view(drawn_t *drawn)
{
    ent_network_free(drawn->network);
    ent_dataset_free(drawn->dataset);
}

static ent_blob_t draw(const drawn_t *drawn, const ent_figure_options_t *options)
{
    ent_figure_t *figure = NULL;
    ent_figure_quality_t quality;
    ent_blob_t svg = {0};

    assert_ok(ent_figure_new(&figure, drawn->network, options, &err));
    assert_ok(ent_figure_measure(figure, &quality, &err));
    assert_int_equal(quality.label_overlaps, 0);
    assert_int_equal(quality.clipped, 0);
    assert_int_equal(quality.missing_glyphs, 0);
    assert_ok(ent_figure_write(figure, &svg, ENT_FIGURE_SVG, &err));
    ent_figure_free(figure);
    return svg;
}

static void every_page_is_clean(const char *name, ent_view_t view, ent_layout_t layout)
{
    static const char *const languages[] = {"en", "es", "ko"};
    drawn_t drawn = open_view(name, view);

    for (int preset = 0; preset < ENT_PRESET_COUNT; preset++) {
        ent_figure_options_t options;
        ent_blob_t svg;

        ent_figure_options_init(&options);
        options.layout = layout;
        options.preset = (ent_preset_t)preset;
        options.theme = preset % 2 == 0 ? ENT_THEME_LIGHT : ENT_THEME_DARK;
        options.language = languages[preset % 3];
        svg = draw(&drawn, &options);
        ent_blob_free(&svg);
    }
    close_view(&drawn);
}

static size_t count_of(const ent_blob_t *blob, const char *text)
{
    size_t count = 0;

    for (const char *at = strstr(blob->bytes, text); at != NULL; at = strstr(at + 1, text))
        count++;
    return count;
}

static void arcs_are_clean_and_complete(void **state)
{
    drawn_t drawn = open_view("les-miserables", ENT_VIEW_WHOLE);
    ent_figure_options_t options;
    ent_blob_t svg;

    (void)state;
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_ARC;
    svg = draw(&drawn, &options);
    assert_int_equal(count_of(&svg, "class=\"tie edge\""), 254);
    assert_int_equal(count_of(&svg, "class=\"label\""), 77); /* all are named */
    ent_blob_free(&svg);
    options.preset = ENT_PRESET_SLIDE; /* lies, with names that read upwards */
    svg = draw(&drawn, &options);
    assert_true(count_of(&svg, "rotate(-90 ") >= 60);
    ent_blob_free(&svg);
    close_view(&drawn);
    every_page_is_clean("learning-cities", ENT_VIEW_WHOLE, ENT_LAYOUT_ARC);
    every_page_is_clean("davis", ENT_VIEW_AFFILIATIONS, ENT_LAYOUT_ARC);
}

/* agreements.csv has 37 agreements; two of them, in force, have no date at all (their rows say so);
 * four planned ones have none either and stand behind the as-of date. */
static void a_timeline_has_a_row_for_every_agreement_with_a_date(void **state)
{
    drawn_t drawn = open_view("learning-cities", ENT_VIEW_AGREEMENTS);
    ent_figure_options_t options;
    ent_blob_t svg;

    (void)state;
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_TIMELINE;
    svg = draw(&drawn, &options);
    assert_int_equal(count_of(&svg, "class=\"record "), 35);
    assert_int_equal(count_of(&svg, "class=\"record planned\""), 4);
    assert_int_equal(count_of(&svg, "class=\"record disputed\""), 4);
    assert_non_null(strstr(svg.bytes, "2019-05-13 – 2022-05"));
    assert_non_null(/* a long name beside a short date is not cut */
                    strstr(svg.bytes, ">Argentine Network of Learning Cities – Mexican Network of "
                                      "Learning Cities<"));
    ent_blob_free(&svg);
    close_view(&drawn);
    every_page_is_clean("learning-cities", ENT_VIEW_WHOLE, ENT_LAYOUT_TIMELINE);
    every_page_is_clean("learning-cities", ENT_VIEW_AFFILIATIONS, ENT_LAYOUT_TIMELINE);
}

/* Counted by hand: 13 begin active, of which 10 hold in 2020 and 3 ended in 2012; 2 withdrew in
 * 2015; when the 5 others and the expired one ended nobody knows; one is planned, one disputed. */
static void a_timeline_counts_the_members_of_the_day(void **state)
{
    static const char *const rest[] = {"2010-03,2012-01-01,active",
                                       "2010-03,2012-01-01,active",
                                       "2010-03,2012-01-01,active",
                                       "2010,2015,withdrawn",
                                       "2010,2015,withdrawn",
                                       "2010,,withdrawn",
                                       "2010,,withdrawn",
                                       "2010,,withdrawn",
                                       "2010,,withdrawn",
                                       "2010,2030,withdrawn",
                                       "2010,,expired",
                                       "2010,,planned",
                                       "2010,,disputed",
                                       ",2030,active"};
    char rows[2000] = "member,network,from,to,status\n", cities[1000] = "id,name\n";
    ent_figure_options_t options;
    ent_network_options_t how;
    drawn_t drawn = {0};
    scratch_t folder;
    ent_blob_t svg;

    (void)state;
    for (size_t i = 0; i < 10 + sizeof rest / sizeof *rest; i++) {
        snprintf(rows + strlen(rows), sizeof rows - strlen(rows), "c%zu,N,%s\n", i,
                 i < 10 ? "2010,,active" : rest[i - 10]);
        snprintf(cities + strlen(cities), sizeof cities - strlen(cities), "c%zu,Town %zu\n", i, i);
    }
    scratch_open(&folder);
    scratch_write(&folder, "memberships.csv", rows);
    scratch_write(&folder, "networks.csv", "id,name\nN,League\n");
    scratch_write(&folder, "cities.csv", cities);
    drawn.dataset = scratch_dataset(&folder, NULL);
    assert_ok(ent_network_options_init(&how, drawn.dataset, &err));
    assert_ok(ent_selection_init(&how.selection, drawn.dataset, "2020", NULL, &err));
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_TIMELINE;
    options.preset = ENT_PRESET_POSTER;
    svg = draw(&drawn, &options);
    assert_int_equal(count_of(&svg, "class=\"number\""), 1);
    assert_non_null(strstr(strstr(svg.bytes, "class=\"number\""), ">10<"));
    assert_non_null(strstr(svg.bytes, "Members: 11, of them with a start date: 10<"));
    assert_non_null(
        strstr(svg.bytes, "over, but not known since when: 6; planned: 1; disputed: 1."));
    assert_non_null(strstr(svg.bytes, "Records over by the date: 11. Planned or disputed: 2."));
    ent_blob_free(&svg);
    ent_network_free(drawn.network);
    assert_ok(ent_selection_init(&how.selection, drawn.dataset, "2020", "withdrawn", &err));
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    svg = draw(&drawn, &options);
    assert_non_null(strstr(strstr(svg.bytes, "class=\"number\""), ">15<"));
    assert_non_null(
        strstr(svg.bytes, "over, but not known since when: 1; planned: 1; disputed: 1."));
    ent_blob_free(&svg);
    close_view(&drawn);
    scratch_close(&folder);
}

/* Each of 7 networks has 12 members of its own and 3 to come: a line or a place in a count is what
 * the 84 have, and they alone. */
static void columns_count_members_only(void **state)
{
    enum { NETWORKS = 7, MEMBERS = 12, PLANNED = 3 };
    char rows[4000] = "member,network,status\n", cities[4000] = "id,name\n";
    char networks[400] = "id,name\n";
    ent_figure_options_t options;
    drawn_t drawn = {0};
    scratch_t folder;
    size_t folded = 0;
    ent_network_options_t how;
    ent_figure_t *figure = NULL;
    ent_figure_quality_t quality;
    ent_blob_t svg = {0};

    (void)state;
    for (int n = 0; n < NETWORKS; n++) {
        snprintf(networks + strlen(networks), sizeof networks - strlen(networks), "n%d,League %d\n",
                 n, n);
        for (int i = 0; i < MEMBERS + PLANNED; i++) {
            snprintf(rows + strlen(rows), sizeof rows - strlen(rows), "c%d_%d,n%d,%s\n", n, i, n,
                     i < MEMBERS ? "active" : "planned");
            snprintf(cities + strlen(cities), sizeof cities - strlen(cities), "c%d_%d,Town %d %d\n",
                     n, i, n, i);
        }
    }
    scratch_open(&folder);
    scratch_write(&folder, "memberships.csv", rows);
    scratch_write(&folder, "networks.csv", networks);
    scratch_write(&folder, "cities.csv", cities);
    drawn.dataset = scratch_dataset(&folder, NULL);
    assert_ok(ent_network_options_init(&how, drawn.dataset, &err));
    how.view = ENT_VIEW_AFFILIATIONS;
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_BIPARTITE;
    options.preset = ENT_PRESET_SLIDE;
    assert_ok(ent_figure_new(&figure, drawn.network, &options, &err));
    assert_ok(ent_figure_write(figure, &svg, ENT_FIGURE_SVG, &err));
    assert_ok(ent_figure_measure(figure, &quality, &err));
    assert_int_equal(quality.label_overlaps, 0); /* the legend grew by an entry for the folded */
    ent_figure_free(figure);
    for (const char *at = svg.bytes; (at = strstr(at, ">+")) != NULL; at++)
        folded += strtoul(at + 2, NULL, 10);
    assert_true(folded > 0);
    assert_int_equal(folded + count_of(&svg, "class=\"tie membership\""), NETWORKS * MEMBERS);
    ent_blob_free(&svg);
    close_view(&drawn);
    scratch_close(&folder);
}

/* A long date beside short names has the room that these leave. */
static void a_timeline_cuts_no_date_beside_a_gap(void **state)
{
    ent_figure_options_t options;
    drawn_t drawn = {0};
    scratch_t folder;
    ent_network_options_t how;
    ent_blob_t svg;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "agreements.csv",
                  "party_a,party_b,signed,to,status\n"
                  "Kassel,Ulm,2021-11-05/2022-01-10,2024-11-05/2025-01-10,active\n"
                  "A town with a rather long name,Another with a name as long,2015,,active\n");
    drawn.dataset = scratch_dataset(&folder, NULL);
    assert_ok(ent_network_options_init(&how, drawn.dataset, &err));
    assert_ok(ent_network_new(&drawn.network, drawn.dataset, &how, &err));
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_TIMELINE;
    svg = draw(&drawn, &options);
    assert_non_null(strstr(svg.bytes, ">2021-11-05/2022-01-10 – 2024-11-05/2025-01-10<"));
    ent_blob_free(&svg);
    close_view(&drawn);
    scratch_close(&folder);
}

static void a_timeline_needs_dates(void **state)
{
    drawn_t drawn = open_view("karate", ENT_VIEW_WHOLE);
    ent_figure_options_t options;
    ent_figure_t *figure = NULL;

    (void)state;
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_TIMELINE;
    assert_int_equal(ent_figure_new(&figure, drawn.network, &options, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "needs dates"));
    close_view(&drawn);
}

/* The table of Davis, Gardner and Gardner: 18 women, 14 events, 89 attendances. */
static void a_matrix_has_a_cell_for_every_tie(void **state)
{
    drawn_t drawn = open_view("davis", ENT_VIEW_AFFILIATIONS);
    ent_figure_options_t options;
    ent_blob_t svg;

    (void)state;
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_MATRIX;
    svg = draw(&drawn, &options);
    assert_int_equal(count_of(&svg, "class=\"cell\""), 89);
    assert_int_equal(count_of(&svg, "class=\"label\""), 18 + 14);
    assert_int_equal(count_of(&svg, "rotate(-90 "), 14);
    ent_blob_free(&svg);
    close_view(&drawn);
    drawn = open_view("florentine", ENT_VIEW_WHOLE);
    svg = draw(&drawn, &options);
    assert_int_equal(count_of(&svg, "class=\"cell\""), 2 * 20); /* a tie has two cells */
    assert_int_equal(count_of(&svg, "class=\"label\""), 2 * 16);
    ent_blob_free(&svg);
    close_view(&drawn);
    every_page_is_clean("learning-cities", ENT_VIEW_WHOLE, ENT_LAYOUT_MATRIX);
    every_page_is_clean("learning-cities", ENT_VIEW_AFFILIATIONS, ENT_LAYOUT_MATRIX);
    every_page_is_clean("les-miserables", ENT_VIEW_WHOLE, ENT_LAYOUT_MATRIX);
}

/* A directed path of 3: the row is where a tie comes from. A ring of 2,000: cells of groups. */
static void a_matrix_may_be_directed_or_of_groups(void **state)
{
    enum { RING = 2000 };
    static const ent_tie_t path[] = {{0, 1, 1}, {1, 2, 1}};
    ent_tie_t *ring = calloc(RING, sizeof *ring);
    ent_figure_options_t options;
    drawn_t drawn = {0};
    ent_blob_t svg;

    (void)state;
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_MATRIX;
    assert_ok(ent_network_from_ties(&drawn.network, 3, path, 2, NULL, true, &err));
    svg = draw(&drawn, &options);
    assert_int_equal(count_of(&svg, "class=\"cell\""), 2);
    assert_non_null(strstr(svg.bytes, "from row to column"));
    ent_blob_free(&svg);
    ent_network_free(drawn.network);
    for (int i = 0; i < RING; i++)
        ring[i] = (ent_tie_t){i, (i + 1) % RING, 1};
    assert_ok(ent_network_from_ties(&drawn.network, RING, ring, RING, NULL, false, &err));
    svg = draw(&drawn, &options);
    assert_non_null(strstr(svg.bytes, "With 2,000 actors a cell stands for two of"));
    assert_true(count_of(&svg, "class=\"cell group\"") >= 100);
    ent_blob_free(&svg);
    ent_network_free(drawn.network);
    free(ring);
}

static void rows_may_be_none_or_one(void **state)
{
    static const ent_layout_t layouts[] = {ENT_LAYOUT_ARC, ENT_LAYOUT_MATRIX, ENT_LAYOUT_TIMELINE};

    (void)state;
    for (size_t actors = 0; actors < 2; actors++) {
        drawn_t drawn = {0};

        assert_ok(ent_network_from_ties(&drawn.network, actors, NULL, 0, NULL, false, &err));
        for (size_t i = 0; i < 3 - actors; i++) {
            ent_figure_options_t options;
            ent_blob_t svg;

            ent_figure_options_init(&options);
            options.layout = layouts[i];
            svg = draw(&drawn, &options);
            ent_blob_free(&svg);
        }
        ent_network_free(drawn.network);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arcs_are_clean_and_complete),
        cmocka_unit_test(a_timeline_has_a_row_for_every_agreement_with_a_date),
        cmocka_unit_test(a_timeline_counts_the_members_of_the_day),
        cmocka_unit_test(columns_count_members_only),
        cmocka_unit_test(a_timeline_cuts_no_date_beside_a_gap),
        cmocka_unit_test(a_timeline_needs_dates),
        cmocka_unit_test(a_matrix_has_a_cell_for_every_tie),
        cmocka_unit_test(a_matrix_may_be_directed_or_of_groups),
        cmocka_unit_test(rows_may_be_none_or_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
