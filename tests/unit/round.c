/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layouts round a circle: orders with few crossings, arcs and ribbons, and the figures of them. */
#include "unit/unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "entente/figure.h"
#include "layout/layout.h"
#include "unit/scratch.h"

enum { MOST_TIES = 100 };

static const double two_pi = 6.28318530717958648;
static ent_error_t err;

/* Pairs of chords of which one end of the second lies between the ends of the first, by the
 * definition. */
static size_t crossings(const ent_i_layout_graph_t *graph, const ent_id_t *order)
{
    size_t place[64];
    size_t count = 0;

    for (size_t i = 0; i < graph->vertex_count; i++)
        place[order[i]] = i;
    for (size_t s = 0; s < graph->tie_count; s++) {
        size_t a = place[graph->a[s]], b = place[graph->b[s]];
        size_t low = a < b ? a : b, high = a < b ? b : a;

        for (size_t t = s + 1; t < graph->tie_count; t++) {
            size_t c = place[graph->a[t]], d = place[graph->b[t]];

            if (c != low && c != high && d != low && d != high)
                count += (c > low && c < high) != (d > low && d < high);
        }
    }
    return count;
}

/* The fewest crossings of all orders, by trying each. */
static size_t fewest(const ent_i_layout_graph_t *graph, ent_id_t *order, size_t fixed)
{
    size_t best = SIZE_MAX;

    if (fixed == graph->vertex_count)
        return crossings(graph, order);
    for (size_t i = fixed; i < graph->vertex_count; i++) {
        ent_id_t own = order[i];
        size_t found;

        order[i] = order[fixed];
        order[fixed] = own;
        found = fewest(graph, order, fixed + 1);
        best = found < best ? found : best;
        order[fixed] = order[i];
        order[i] = own;
    }
    return best;
}

static void make_random(ent_i_layout_graph_t *graph, ent_id_t *a, ent_id_t *b, size_t vertices,
                        size_t seed)
{
    ent_i_random_t random;

    ent_i_random_init(&random, seed, 0);
    *graph = (ent_i_layout_graph_t){.vertex_count = vertices, .a = a, .b = b};
    for (size_t i = 0; i < vertices; i++) {
        for (size_t k = i + 1; k < vertices; k++) {
            if (ent_i_random_below(&random, 2) == 0 && graph->tie_count < MOST_TIES) {
                a[graph->tie_count] = (ent_id_t)i;
                b[graph->tie_count++] = (ent_id_t)k;
            }
        }
    }
}

static void an_order_is_hardly_worse_than_the_best(void **state)
{
    size_t naive = 0, own = 0, best = 0;

    (void)state;
    for (size_t seed = 1; seed <= 40; seed++) {
        ent_id_t a[MOST_TIES], b[MOST_TIES], order[7], all[7] = {0, 1, 2, 3, 4, 5, 6};
        ent_i_layout_graph_t graph;
        size_t before, after;

        make_random(&graph, a, b, 7, seed);
        assert_ok(ent_i_layout_around(order, &graph, NULL, 0, &err));
        assert_int_equal(order[0], 0);
        before = crossings(&graph, all);
        after = crossings(&graph, order);
        assert_true(after <= before);
        naive += before;
        own += after;
        best += fewest(&graph, all, 1);
    }
    assert_true(own >= best);
    assert_true((double)own <= 1.1 * (double)best);
    assert_true(own < naive);
}

/* A ring of nine in disorder: it has an order without a crossing. */
static void a_ring_is_unwound(void **state)
{
    static const ent_id_t a[] = {0, 4, 8, 2, 6, 1, 5, 3, 7};
    static const ent_id_t b[] = {4, 8, 2, 6, 1, 5, 3, 7, 0};
    const ent_i_layout_graph_t graph = {.vertex_count = 9, .tie_count = 9, .a = a, .b = b};
    ent_id_t order[9];

    (void)state;
    assert_ok(ent_i_layout_around(order, &graph, NULL, 0, &err));
    assert_int_equal(crossings(&graph, order), 0);
}

static void blocks_stand_together(void **state)
{
    enum { VERTICES = 20, BLOCKS = 4 };
    ent_id_t a[MOST_TIES], b[MOST_TIES], order[VERTICES], plain[VERTICES];
    size_t block[VERTICES], changes = 0, placed = 0;
    ent_i_layout_graph_t graph;

    (void)state;
    make_random(&graph, a, b, VERTICES, 3);
    for (size_t i = 0; i < VERTICES; i++)
        block[i] = i % BLOCKS;
    for (size_t k = 0; k < BLOCKS; k++) {
        for (size_t i = k; i < VERTICES; i += BLOCKS)
            plain[placed++] = (ent_id_t)i;
    }
    assert_ok(ent_i_layout_around(order, &graph, block, BLOCKS, &err));
    for (size_t i = 0; i < VERTICES; i++)
        changes += block[order[i]] != block[order[(i + 1) % VERTICES]];
    assert_int_equal(changes, BLOCKS);
    assert_true(crossings(&graph, order) <= crossings(&graph, plain));
}

/* Three countries A, B, C with 3 ties between A and B, 1 between A and C, 2 between B and C and 2
 * within A: they count 6, 5 and 3 ties. With gaps of 0.1 a tie is u = (2π - 0.3) / 14 long. Going
 * round, A has its tie with C, its 2 within, its 3 with B; B has A, C; C has B, A. */
static void arcs_and_ribbons_are_as_long_as_their_ties(void **state)
{
    static const double table[] = {2, 3, 1, 3, 0, 2, 1, 2, 0};
    const double u = (two_pi - 0.3) / 14;
    const double from_b = 0.15 + 6 * u, from_c = 0.25 + 11 * u;
    const struct {
        size_t a, b;
        double weight, on_a, on_b;
    } want[] = {{0, 0, 2, 0.05 + u, 0.05 + u},
                {0, 1, 3, 0.05 + 3 * u, from_b},
                {0, 2, 1, 0.05, from_c + 2 * u},
                {1, 2, 2, from_b + 3 * u, from_c}};
    ent_i_sector_t arc[3];
    ent_i_ribbon_t ribbon[6];
    size_t count = 0;

    (void)state;
    assert_ok(ent_i_layout_chord(arc, ribbon, &count, table, 3, 0.1, &err));
    assert_int_equal(count, 4);
    assert_near(arc[0].from, 0.05, 1e-12, "A");
    assert_near(arc[0].to, 0.05 + 6 * u, 1e-12, "A");
    assert_near(arc[1].from, from_b, 1e-12, "B");
    assert_near(arc[1].to, from_b + 5 * u, 1e-12, "B");
    assert_near(arc[2].from, from_c, 1e-12, "C");
    assert_near(arc[2].to, two_pi - 0.05, 1e-12, "C");
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(ribbon[i].a, want[i].a);
        assert_int_equal(ribbon[i].b, want[i].b);
        assert_near(ribbon[i].weight, want[i].weight, 0, "weight");
        assert_near(ribbon[i].from[0], want[i].on_a, 1e-12, "on the first arc");
        assert_near(ribbon[i].from[1], want[i].on_b, 1e-12, "on the second arc");
        assert_near(ribbon[i].to[0] - ribbon[i].from[0], want[i].weight * u, 1e-12, "width");
        assert_near(ribbon[i].to[1] - ribbon[i].from[1], want[i].weight * u, 1e-12, "width");
    }
}

/* The stretches of an arc fill it without a gap or an overlap. */
static void ribbons_fill_their_arcs(void **state)
{
    enum { ARCS = 9 };
    double table[ARCS * ARCS] = {0};
    ent_i_sector_t arc[ARCS];
    ent_i_ribbon_t ribbon[ARCS * (ARCS + 1) / 2];
    ent_i_random_t random;
    size_t count = 0;

    (void)state;
    ent_i_random_init(&random, 5, 0);
    for (size_t i = 0; i < ARCS; i++) {
        for (size_t k = i; k < ARCS; k++)
            table[i * ARCS + k] = table[k * ARCS + i] = (double)ent_i_random_below(&random, 4);
    }
    assert_ok(ent_i_layout_chord(arc, ribbon, &count, table, ARCS, 0.05, &err));
    for (size_t i = 0; i < ARCS; i++) {
        double at = arc[i].from;
        size_t found = 1;

        while (found > 0 && at < arc[i].to - 1e-9) {
            found = 0;
            for (size_t r = 0; r < count && found == 0; r++) {
                for (size_t end = 0; end < 2 && found == 0; end++) {
                    if ((end == 0 ? ribbon[r].a : ribbon[r].b) == i &&
                        fabs(ribbon[r].from[end] - at) < 1e-9) {
                        at = ribbon[r].to[end];
                        found = 1;
                    }
                }
            }
        }
        assert_near(at, arc[i].to, 1e-9, "end of the arc");
    }
}

static double away(ent_i_point_t point, const ent_i_box_t *box)
{
    return hypot(point.x - box->x - box->width / 2, point.y - box->y - box->height / 2);
}

/* Values 4, 2, 2, 1 and none in a box 200 high: the one without a value stands on the edge, which
 * leaves a radius of 90 for the others. Their scale begins at 0, so a step is 22.5 wide. */
static void radii_are_in_proportion_to_values(void **state)
{
    static const double value[] = {1, 4, 2, NAN, 2}, radius[] = {2, 2, 2, 2, 2};
    static const double want[] = {67.5, 0, 45, 100, 45}, ring[] = {22.5, 45, 67.5, 90};
    static const ent_id_t a[] = {1, 1, 1}, b[] = {0, 2, 4};
    static const ent_i_box_t box = {10, 20, 300, 200};
    const ent_i_layout_graph_t graph = {
        .vertex_count = 5, .tie_count = 3, .a = a, .b = b, .radius = radius};
    ent_i_point_t position[5], again[5];
    ent_i_rings_t rings;

    (void)state;
    assert_ok(ent_i_layout_concentric(position, &rings, &graph, value, &box, &err));
    assert_true(rings.scale);
    assert_near(rings.undefined, 100, 1e-9, "undefined");
    assert_int_equal(rings.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_near(rings.ring[i].radius, ring[i], 1e-9, "ring");
        assert_near(rings.ring[i].low, (double)(3 - i), 1e-9, "its value");
    }
    for (size_t i = 0; i < 5; i++)
        assert_near(away(position[i], &box), want[i], 1e-9, "radius");
    assert_ok(ent_i_layout_concentric(again, &rings, &graph, value, &box, &err));
    assert_memory_equal(position, again, sizeof position);
}

/* Too many for a scale: bands that hold whole values, the highest inside, nobody on another. */
static void crowded_values_share_bands(void **state)
{
    enum { COUNT = 300 };
    static double value[COUNT], radius[COUNT];
    static ent_i_point_t position[COUNT];
    static const ent_i_box_t box = {0, 0, 200, 200};
    const ent_i_layout_graph_t graph = {.vertex_count = COUNT, .radius = radius};
    ent_i_rings_t rings;

    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        value[i] = i < 200 ? 1 : i < 260 ? 2 : (double)(i - 255);
        radius[i] = 2;
    }
    assert_ok(ent_i_layout_concentric(position, &rings, &graph, value, &box, &err));
    assert_false(rings.scale);
    assert_near(rings.ring[rings.count - 1].radius, 100, 1e-9, "the outermost");
    assert_near(rings.ring[0].high, 44, 0, "the highest");
    for (size_t i = 0; i < COUNT; i++) {
        double far = away(position[i], &box);
        size_t own = 0;

        while (own < rings.count && !(value[i] >= rings.ring[own].low))
            own++;
        assert_true(value[i] <= rings.ring[own].high);
        assert_true(far <= rings.ring[own].radius + 1e-9);
        assert_true(own == 0 || far >= rings.ring[own - 1].radius - 1e-9);
        for (size_t k = i + 1; k < COUNT; k++)
            assert_true(hypot(position[i].x - position[k].x, position[i].y - position[k].y) > 3.9);
    }
}

/* On one ring, as all are equal; the ties of a ring of nine need not cross there. */
static void ties_turn_vertices_to_each_other(void **state)
{
    static const ent_id_t a[] = {0, 4, 8, 2, 6, 1, 5, 3, 7};
    static const ent_id_t b[] = {4, 8, 2, 6, 1, 5, 3, 7, 0};
    static const double value[9] = {2, 2, 2, 2, 2, 2, 2, 2, 2};
    static const double radius[9] = {3, 3, 3, 3, 3, 3, 3, 3, 3};
    static const ent_i_box_t box = {0, 0, 200, 200};
    const ent_i_layout_graph_t graph = {
        .vertex_count = 9, .tie_count = 9, .a = a, .b = b, .radius = radius};
    ent_i_point_t position[9];
    ent_i_rings_t rings;
    ent_id_t order[9];

    (void)state;
    assert_ok(ent_i_layout_concentric(position, &rings, &graph, value, &box, &err));
    for (ent_id_t i = 0; i < 9; i++) { /* insert it by its angle */
        size_t at = (size_t)i;

        for (; at > 0 && atan2(position[order[at - 1]].y - 100, position[order[at - 1]].x - 100) >
                             atan2(position[i].y - 100, position[i].x - 100);
             at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    assert_int_equal(crossings(&graph, order), 0);
}

typedef struct drawn {
    ent_dataset_t *dataset;
    ent_network_t *network;
    ent_figure_t *figure;
    ent_figure_quality_t quality;
} drawn_t;

static drawn_t draw(ent_dataset_t *dataset, ent_view_t view, const ent_figure_options_t *options)
{
    drawn_t drawn = {.dataset = dataset};
    ent_network_options_t how;

    assert_ok(ent_network_options_init(&how, dataset, &err));
    how.view = view;
    assert_ok(ent_network_new(&drawn.network, dataset, &how, &err));
    assert_ok(ent_figure_new(&drawn.figure, drawn.network, options, &err));
    assert_ok(ent_figure_measure(drawn.figure, &drawn.quality, &err));
    return drawn;
}

static drawn_t draw_shipped(const char *name, ent_view_t view, const ent_figure_options_t *options)
{
    char path[1000];
    ent_dataset_t *dataset = NULL;

    snprintf(path, sizeof path, "%s/datasets/%s", ENT_SOURCE_DIR, name);
    assert_ok(ent_dataset_open(&dataset, path, NULL, &err));
    return draw(dataset, view, options);
}

static void drawn_free(drawn_t *drawn)
{
    ent_figure_free(drawn->figure);
    ent_network_free(drawn->network);
    ent_dataset_free(drawn->dataset);
    *drawn = (drawn_t){0};
}

static const ent_layout_t layouts[] = {ENT_LAYOUT_CIRCLE, ENT_LAYOUT_CHORD, ENT_LAYOUT_CONCENTRIC};
enum { LAYOUTS = sizeof layouts / sizeof layouts[0] };

static void assert_clean(const drawn_t *drawn)
{
    assert_int_equal(drawn->quality.label_overlaps, 0);
    assert_int_equal(drawn->quality.clipped, 0);
    assert_int_equal(drawn->quality.missing_glyphs, 0);
}

static void every_figure_is_clean(void **state)
{
    static const struct {
        const char *name;
        ent_view_t view;
    } cases[] = {{"florentine", ENT_VIEW_WHOLE},
                 {"davis", ENT_VIEW_WHOLE},
                 {"les-miserables", ENT_VIEW_WHOLE},
                 {"karate", ENT_VIEW_WHOLE},
                 {"learning-cities", ENT_VIEW_AGREEMENTS},
                 {"learning-cities", ENT_VIEW_WHOLE},
                 {"learning-cities", ENT_VIEW_AFFILIATIONS}};
    static const char *const languages[] = {"en", "es", "ko"};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (size_t k = 0; k < LAYOUTS * ENT_PRESET_COUNT; k++) {
            ent_figure_options_t options;
            drawn_t drawn;

            ent_figure_options_init(&options);
            options.layout = layouts[k % LAYOUTS];
            options.preset = (ent_preset_t)(k / LAYOUTS);
            options.theme = k % 2 == 0 ? ENT_THEME_DARK : ENT_THEME_LIGHT;
            options.language = languages[(i + k) % 3];
            drawn = draw_shipped(cases[i].name, cases[i].view, &options);
            assert_clean(&drawn);
            drawn_free(&drawn);
        }
    }
}

/* What stands behind the last colon of the titles of the shapes of one class, added up. */
static double sum_of_titles(const char *svg, const char *class)
{
    double sum = 0;

    for (const char *at = strstr(svg, class); at != NULL; at = strstr(at + 1, class)) {
        const char *end = strstr(at, "</title>");
        const char *number = end;

        assert_non_null(end);
        while (number > at && number[-1] != ' ')
            number--;
        sum += strtod(number, NULL);
    }
    return sum;
}

/* The ribbons hold every tie of the network, those without a country too. */
static void no_tie_is_lost(void **state)
{
    static const ent_view_t views[] = {ENT_VIEW_WHOLE, ENT_VIEW_AGREEMENTS, ENT_VIEW_AFFILIATIONS};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        ent_figure_options_t options;
        ent_blob_t svg = {0};
        double weight = 0;
        drawn_t drawn;

        ent_figure_options_init(&options);
        options.layout = ENT_LAYOUT_CHORD;
        drawn = draw_shipped("learning-cities", views[i], &options);
        for (size_t t = 0; t < ent_network_tie_count(drawn.network); t++)
            weight += ent_network_tie(drawn.network, t).weight;
        assert_ok(ent_figure_write(drawn.figure, &svg, ENT_FIGURE_SVG, &err));
        assert_near(sum_of_titles(svg.bytes, "class=\"ribbon\""), weight, 0, "ties");
        ent_blob_free(&svg);
        drawn_free(&drawn);
    }
}

static void what_has_no_value_and_no_tie_is_said(void **state)
{
    static const char nodes[] = "Id,Label,Land\n"
                                "a,A,North\nb,B,North\nc,C,South\nd,D,\ne,E,West\n";
    static const char edges[] = "Source,Target,Type\n"
                                "a,b,Undirected\na,c,Undirected\nb,c,Undirected\nc,d,Undirected\n";
    ent_figure_options_t options;
    ent_blob_t svg = {0};
    scratch_t folder;
    drawn_t drawn;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "nodes.csv", nodes);
    scratch_write(&folder, "edges.csv", edges);
    ent_figure_options_init(&options);
    options.layout = ENT_LAYOUT_CHORD;
    options.color_by = "land";
    drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
    assert_clean(&drawn);
    assert_ok(ent_figure_write(drawn.figure, &svg, ENT_FIGURE_SVG, &err));
    assert_non_null(strstr(svg.bytes, "Ties with an end for which no land is given: 1 of 4."));
    assert_non_null(strstr(svg.bytes, "Without a tie, so without an arc: West (1 actor)."));
    assert_non_null(strstr(svg.bytes, "<title>North – South: 2</title>"));
    assert_non_null(strstr(svg.bytes, "<title>North: 3 (1 within)</title>"));
    assert_non_null(strstr(svg.bytes, "<title>South – not given: 1</title>"));
    assert_non_null(strstr(ent_figure_alt_text(drawn.figure), "Largest: "));
    assert_non_null(strstr(ent_figure_alt_text(drawn.figure), "North (3)"));
    assert_non_null(strstr(ent_figure_alt_text(drawn.figure), "South (3)"));
    ent_blob_free(&svg);
    drawn_free(&drawn);
    scratch_close(&folder);
}

static size_t count_of(const char *svg, const char *what)
{
    size_t count = 0;

    for (const char *at = strstr(svg, what); at != NULL; at = strstr(at + 1, what))
        count++;
    return count;
}

/* Seventy-seven names about one circle: each on its ray, none moved, none left out, and the circle
 * takes three tenths of the page; sixteen stand level beside it. */
static void many_names_stand_on_rays(void **state)
{
    static const struct {
        const char *name;
        bool turned;
        double least_share;
    } cases[] = {{"les-miserables", true, 0.3}, {"florentine", false, 0.4}};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        ent_figure_options_t options;
        ent_blob_t svg = {0};
        drawn_t drawn;

        ent_figure_options_init(&options);
        options.layout = ENT_LAYOUT_CIRCLE;
        drawn = draw_shipped(cases[i].name, ENT_VIEW_WHOLE, &options);
        assert_clean(&drawn);
        assert_int_equal(drawn.quality.labels_left_out, 0);
        assert_true(drawn.quality.largest_component_share > cases[i].least_share);
        assert_ok(ent_figure_write(drawn.figure, &svg, ENT_FIGURE_SVG, &err));
        assert_int_equal(count_of(svg.bytes, "class=\"leader\"") == 0, cases[i].turned);
        assert_int_equal(count_of(svg.bytes, "rotate(") >= 77, cases[i].turned);
        ent_blob_free(&svg);
        drawn_free(&drawn);
    }
}

static void nobody_and_few_are_figures_too(void **state)
{
    (void)state;
    for (size_t l = 0; l < LAYOUTS; l++) {
        for (size_t actors = 0; actors < 4; actors++) {
            ent_figure_options_t options;
            ent_network_t *network = NULL;
            ent_figure_t *figure = NULL;
            ent_figure_quality_t quality;
            ent_tie_t tie = {.a = 0, .b = 1, .weight = 1};

            ent_figure_options_init(&options);
            options.layout = layouts[l];
            assert_ok(
                ent_network_from_ties(&network, actors, &tie, actors == 3, NULL, false, &err));
            assert_ok(ent_figure_new(&figure, network, &options, &err));
            assert_ok(ent_figure_measure(figure, &quality, &err));
            assert_int_equal(quality.clipped, 0);
            assert_int_equal(quality.label_overlaps, 0);
            ent_figure_free(figure);
            ent_network_free(network);
        }
    }
}

/* Names and values that no program likes. */
static void hostile_names_are_drawn(void **state)
{
    enum { LONG = 1000 };
    static char nodes[3 * LONG];
    scratch_t folder;

    (void)state;
    strcpy(nodes, "Id,Label,Land\na,");
    memset(nodes + strlen(nodes), 'm', LONG);
    strcat(nodes, ",القاهرة\nb,\"a\"\"b&c]]>\",");
    memset(nodes + strlen(nodes), 'w', LONG);
    strcat(nodes, "\nc,Z\314\202\314\203\314\204\314\205,<script>\n");
    scratch_open(&folder);
    scratch_write(&folder, "nodes.csv", nodes);
    scratch_write(&folder, "edges.csv", "Source,Target,Type\na,b,Undirected\nb,c,Undirected\n");
    for (size_t l = 0; l < LAYOUTS; l++) {
        for (int preset = 0; preset < ENT_PRESET_COUNT; preset++) {
            ent_figure_options_t options;
            ent_blob_t svg = {0};
            drawn_t drawn;

            ent_figure_options_init(&options);
            options.layout = layouts[l];
            options.preset = (ent_preset_t)preset;
            options.color_by = "land";
            drawn = draw(scratch_dataset(&folder, NULL), ENT_VIEW_WHOLE, &options);
            assert_int_equal(drawn.quality.label_overlaps, 0);
            assert_int_equal(drawn.quality.clipped, 0);
            assert_ok(ent_figure_write(drawn.figure, &svg, ENT_FIGURE_SVG, &err));
            assert_null(strstr(svg.bytes, "<script"));
            assert_non_null(strstr(svg.bytes, "&lt;script&gt;"));
            ent_blob_free(&svg);
            drawn_free(&drawn);
        }
    }
    scratch_close(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_order_is_hardly_worse_than_the_best),
        cmocka_unit_test(a_ring_is_unwound),
        cmocka_unit_test(blocks_stand_together),
        cmocka_unit_test(arcs_and_ribbons_are_as_long_as_their_ties),
        cmocka_unit_test(ribbons_fill_their_arcs),
        cmocka_unit_test(radii_are_in_proportion_to_values),
        cmocka_unit_test(crowded_values_share_bands),
        cmocka_unit_test(ties_turn_vertices_to_each_other),
        cmocka_unit_test(every_figure_is_clean),
        cmocka_unit_test(no_tie_is_lost),
        cmocka_unit_test(what_has_no_value_and_no_tie_is_said),
        cmocka_unit_test(many_names_stand_on_rays),
        cmocka_unit_test(nobody_and_few_are_figures_too),
        cmocka_unit_test(hostile_names_are_drawn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
