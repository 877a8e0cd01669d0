/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arcs for countries, regions, groups, and ribbons for the ties between them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/blocs.h"
#include "figure/rim.h"
#include "network/network_i.h"

/* Arcs that one can tell apart, and points along each side of a ribbon. */
enum { MOST_ARCS = 24, SIDE_POINTS = 18 };

static const double two_pi = 6.28318530717958648;
static const double band = 0.055; /* width of the arcs, of the radius */
static const double gaps = 0.11;  /* of the circle: between arcs, together */
static const double widest_gap = 0.035;
static const double farthest = 1.6; /* letters: that a name stands beyond its arc */

typedef struct chord {
    ent_i_blocs_t blocs;
    double *table;
    ent_i_sector_t *arc;
    ent_i_ribbon_t *ribbon;
    size_t ribbon_count;
    size_t arcs; /* values with a tie */
    ent_i_rim_t rim;
    double inner; /* radius where ribbons end */
} chord_t;

static void chord_free(chord_t *chord)
{
    ent_i_blocs_free(&chord->blocs);
    free(chord->table);
    free(chord->arc);
    free(chord->ribbon);
    ent_i_rim_free(&chord->rim);
}

static const char *say_weight(ent_i_page_t *page, double weight)
{
    return ent_i_say_number(page->scene, weight, 6);
}

static const char *say_total(ent_i_page_t *page, const ent_i_bloc_t *value)
{
    const char *total = say_weight(page, value->total);

    return value->within > 0 ? ent_i_say(page->scene, ENT_SAY_WITHIN, total,
                                         say_weight(page, value->within), NULL)
                             : total;
}

/* Lists the first few values that have no arc. */
static const char *name_empty(ent_i_page_t *page, const char *names, const ent_i_bloc_t *value,
                              size_t before)
{
    enum { MOST = 4 };

    if (before > MOST)
        return names;
    return ent_i_scene_printf(page->scene, "%s%s%s", names, before > 0 ? ", " : "",
                              before < MOST ? value->name : "…");
}

/* Leaves out the values without a tie: nothing can be drawn of them. Those with most ties come
 * first, so these are the last but the ones that stand for several. */
static ent_status_t make_table(chord_t *chord, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_blocs_t *blocs = &chord->blocs;
    size_t *own = NULL;
    double *table = NULL;
    const char *names = "";
    size_t empty = 0, actors = 0;

    ENT_TRY(ent_i_blocs_table(&table, blocs, page->network, err));
    ENT_TRY(ent_i_alloc(&own, blocs->count, sizeof *own, err));
    for (size_t i = 0; i < blocs->count; i++) {
        if (blocs->bloc[i].total > 0) {
            own[chord->arcs++] = i;
            continue;
        }
        actors += blocs->bloc[i].actors;
        names = name_empty(page, names, &blocs->bloc[i], empty++);
    }
    ENT_TRY(ent_i_alloc(&chord->table, chord->arcs * chord->arcs, sizeof *chord->table, err));
    for (size_t i = 0; i < chord->arcs; i++) {
        for (size_t k = 0; k < chord->arcs; k++)
            chord->table[i * chord->arcs + k] = table[own[i] * blocs->count + own[k]];
    }
    for (size_t i = 0; i < chord->arcs; i++) {
        blocs->bloc[i] = blocs->bloc[own[i]];
        blocs->rest = blocs->rest == own[i] ? i : blocs->rest;
        blocs->missing = blocs->missing == own[i] ? i : blocs->missing;
    }
    if (actors > 0)
        ent_i_page_note(page,
                        ent_i_say(page->scene, ENT_SAY_NO_ARC, names,
                                  ent_i_say_kinds(page->scene, ENT_KIND_ACTOR, actors), NULL));

cleanup:
    free(table);
    free(own);
    return status;
}

/* Of one arc the picture shows nothing but that it is one: its note says so, and the description.
 */
static void note_one_arc(const chord_t *chord, ent_i_page_t *page)
{
    if (chord->arcs != 1)
        return;
    page->told =
        ent_i_say(page->scene,
                  chord->blocs.bloc[0].ties_within == 1 ? ENT_SAY_ONE_WITHIN : ENT_SAY_ALL_WITHIN,
                  ent_i_spoken(page, page->options->color_by), chord->blocs.bloc[0].name,
                  ent_i_say_count(page->scene, chord->blocs.bloc[0].ties_within));
    ent_i_page_note(page, page->told);
}

static void note_blocs(const chord_t *chord, ent_i_page_t *page)
{
    const ent_i_blocs_t *blocs = &chord->blocs;
    ent_i_scene_t *scene = page->scene;
    size_t aside[ENT_TIE_STATUS_COUNT] = {0};

    if (blocs->missing_ties > 0)
        ent_i_page_note(page, ent_i_say(scene, ENT_SAY_NO_VALUE,
                                        ent_i_say_count(scene, blocs->missing_ties),
                                        ent_i_spoken(page, page->options->color_by),
                                        ent_i_say_count(scene, page->network->tie_count)));
    if (blocs->rest < chord->arcs)
        ent_i_page_note(page, ent_i_say(scene, ENT_SAY_ONE_ARC,
                                        ent_i_say_count(scene, blocs->bloc[blocs->rest].values),
                                        NULL, NULL));
    for (size_t i = 0; i < page->plan.link_count; i++) {
        if (page->plan.link[i].tie == ENT_NONE) /* dashed where each tie is a line */
            aside[page->plan.link[i].status]++;
    }
    if (aside[ENT_STATUS_PLANNED] + aside[ENT_STATUS_DISPUTED] > 0)
        ent_i_page_note(page, ent_i_say(scene, ENT_SAY_NOT_COUNTED,
                                        ent_i_say_count(scene, aside[ENT_STATUS_PLANNED]),
                                        ent_i_say_count(scene, aside[ENT_STATUS_DISPUTED]), NULL));
}

/* The names of the arcs; their places come later. */
static ent_status_t make_tags(chord_t *chord, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_rim_t *rim = &chord->rim;

    ENT_TRY(ent_i_alloc(&rim->tag, chord->arcs, sizeof *rim->tag, err));
    rim->count = chord->arcs;
    page->name_lines = 2;
    for (size_t i = 0; i < chord->arcs; i++) {
        const ent_i_bloc_t *value = &chord->blocs.bloc[i];

        rim->tag[i] = (ent_i_tag_t){.vertex = ENT_NONE};
        ent_i_label_set(
            &rim->tag[i].label, page,
            &(ent_i_label_words_t){.name = value->name, .count = say_total(page, value)},
            0.25 * page->plot.width);
        ent_i_tag_join(&rim->tag[i], page);
        for (size_t k = 0; k < chord->arcs; k++) {
            double other = chord->blocs.bloc[k].total;

            rim->tag[i].rank += other > value->total || (other == value->total && k < i);
        }
    }

cleanup:
    return status;
}

static ent_status_t lay_out(chord_t *chord, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double gap = fmin(widest_gap, gaps * two_pi / fmax(1, (double)chord->arcs));

    ENT_TRY(ent_i_alloc(&chord->arc, chord->arcs, sizeof *chord->arc, err));
    ENT_TRY(ent_i_alloc(&chord->ribbon, chord->arcs * (chord->arcs + 1) / 2, sizeof *chord->ribbon,
                        err));
    ENT_TRY(ent_i_layout_chord(chord->arc, chord->ribbon, &chord->ribbon_count, chord->table,
                               chord->arcs, chord->arcs > 1 ? gap : 0, err));
    for (size_t i = 0; i < chord->arcs; i++) {
        double middle = (chord->arc[i].from + chord->arc[i].to) / 2;

        chord->rim.tag[i].half = (chord->arc[i].to - chord->arc[i].from) / 2;
        chord->rim.tag[i].angle = middle - two_pi * floor(middle / two_pi);
    }
    chord->rim.farthest = farthest * page->look->label;
    chord->rim.always = 1;
    ENT_TRY(ent_i_rim_fit(&chord->rim, page, err));
    for (size_t i = 0; i < chord->arcs; i++)
        chord->rim.tag[i].reach = chord->rim.radius;
    chord->inner = (1 - band) * chord->rim.radius - 1;

cleanup:
    return status;
}

/* Where the curve between two angles is drawn to: near ones hardly leave the rim, least of all over
 * a gap, so that ribbons over others lie deeper than these; opposite ones go through the middle. */
static ent_i_point_t pull(const chord_t *chord, double a, double b)
{
    double apart = remainder(b - a, two_pi);
    double inward = (0.9 + 0.1 * exp(-fabs(apart) / 0.15)) * (1 - sin(fabs(apart) / 2));

    return ent_i_on_circle(chord->rim.center, inward * chord->inner, a + apart / 2);
}

static size_t add_curve(ent_i_point_t *point, const chord_t *chord, double from, double to,
                        ent_i_point_t by)
{
    ent_i_point_t a = ent_i_on_circle(chord->rim.center, chord->inner, from);
    ent_i_point_t b = ent_i_on_circle(chord->rim.center, chord->inner, to);

    for (size_t i = 0; i < SIDE_POINTS; i++) {
        double t = (double)i / SIDE_POINTS;
        double s = 1 - t;

        point[i].x = s * s * a.x + 2 * s * t * by.x + t * t * b.x;
        point[i].y = s * s * a.y + 2 * s * t * by.y + t * t * b.y;
    }
    return SIDE_POINTS;
}

static size_t add_arc(ent_i_point_t *point, const chord_t *chord, double from, double to)
{
    size_t steps = (size_t)fmax(1, ceil((to - from) * SIDE_POINTS));

    for (size_t i = 0; i < steps; i++)
        point[i] = ent_i_on_circle(chord->rim.center, chord->inner,
                                   from + (to - from) * (double)i / (double)steps);
    return steps;
}

static void draw_ribbon(const chord_t *chord, ent_i_page_t *page, const ent_i_ribbon_t *ribbon)
{
    ent_i_point_t point[2 * SIDE_POINTS + 2 * 120];
    const ent_i_blocs_t *blocs = &chord->blocs;
    size_t color = ribbon->a == blocs->missing || ribbon->a == blocs->rest ? ribbon->b : ribbon->a;
    size_t count = add_arc(point, chord, ribbon->from[0], ribbon->to[0]);
    ent_i_item_t *item = NULL;
    const char *title = NULL;

    if (ribbon->a == ribbon->b) {
        double half = (ribbon->to[0] - ribbon->from[0]) / 2;
        double deep = chord->inner * fmax(1 - 1.7 * sin(fmin(half, two_pi / 4)), 0);

        count += add_curve(point + count, chord, ribbon->to[0], ribbon->from[0],
                           ent_i_on_circle(chord->rim.center, deep, ribbon->from[0] + half));
        title = ent_i_scene_printf(page->scene, "%s: %s", blocs->bloc[ribbon->a].name,
                                   say_weight(page, ribbon->weight));
    } else {
        count += add_curve(point + count, chord, ribbon->to[0], ribbon->from[1],
                           pull(chord, ribbon->to[0], ribbon->from[1]));
        count += add_arc(point + count, chord, ribbon->from[1], ribbon->to[1]);
        count += add_curve(point + count, chord, ribbon->to[1], ribbon->from[0],
                           pull(chord, ribbon->to[1], ribbon->from[0]));
        title = ent_i_scene_printf(page->scene, "%s – %s: %s", blocs->bloc[ribbon->a].name,
                                   blocs->bloc[ribbon->b].name, say_weight(page, ribbon->weight));
    }
    item = ent_i_scene_path(page->scene, point, count, true);
    item->class = "ribbon";
    item->title = title;
    ent_i_item_fill(item, ent_i_faded(blocs->bloc[color].color, 0.62));
    if ((ribbon->to[0] - ribbon->from[0]) * chord->inner >
        1.5) /* else nothing would be left of it */
        ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_PAPER),
                          0.25 * page->look->line);
}

static int widest_first(const void *left, const void *right)
{
    const ent_i_ribbon_t *a = left;
    const ent_i_ribbon_t *b = right;

    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static void draw_chord(chord_t *chord, ent_i_page_t *page)
{
    ent_i_scene_t *scene = page->scene;

    qsort(chord->ribbon, chord->ribbon_count, sizeof *chord->ribbon, widest_first);
    ent_i_scene_open(scene, "ties");
    for (size_t i = 0; i < chord->ribbon_count; i++)
        draw_ribbon(chord, page, &chord->ribbon[i]);
    ent_i_scene_close(scene);
    ent_i_scene_open(scene, "arcs");
    for (size_t i = 0; i < chord->arcs; i++) {
        const ent_i_bloc_t *value = &chord->blocs.bloc[i];
        const char *title =
            ent_i_scene_printf(scene, "%s: %s", value->name, say_total(page, value));
        ent_i_item_t *item =
            ent_i_draw_sector(scene, chord->rim.center, chord->inner + 1, chord->rim.radius,
                              chord->arc[i].from, chord->arc[i].to);

        item->class = "arc";
        item->title = title;
        ent_i_item_fill(item, value->color);
    }
    ent_i_scene_close(scene);
}

/* A round number of ties whose ribbon is about as wide as a line of text is high; 0: one tie is
 * wider than that. */
static double round_width(const ent_i_page_t *page, double points)
{
    double weight = 0.8 * page->look->legend / points;
    double power = pow(10, floor(log10(weight)));

    weight = weight >= 5 * power ? 5 * power : weight >= 2 * power ? 2 * power : power;
    return weight >= 1 ? weight : 0;
}

/* What the numbers at the arcs count. */
static ent_i_word_t counted(const ent_network_t *network)
{
    double weight = 0, records = 0;

    for (size_t t = 0; t < network->tie_count; t++) {
        weight += network->weight[t];
        records += (double)ent_network_tie_record_count(network, t);
    }
    return !network->weighted  ? ENT_SAY_ARC_TIES
           : weight == records ? ENT_SAY_ARC_RECORDS
                               : ENT_SAY_ARC_WEIGHT;
}

static void make_legend(ent_i_legend_t *legend, const chord_t *chord, ent_i_page_t *page)
{
    ent_i_scene_t *scene = page->scene;
    const char *by = ent_i_spoken(page, page->options->color_by);
    ent_i_color_t tone = ent_i_faded(ent_i_ink(page->options->theme, ENT_OTHER), 0.62);
    double total = 0, points = 0, weight = 0;
    ent_i_entry_t *entry = NULL;

    for (size_t i = 0; i < chord->arcs; i++)
        total += chord->blocs.bloc[i].total;
    legend->count = 0;
    if (total <= 0)
        return;
    ent_i_legend_add(legend, ENT_SWATCH_NONE,
                     ent_i_say(scene, counted(page->network), by, NULL, NULL));
    entry = ent_i_legend_add(legend, ENT_SWATCH_WIDTH,
                             ent_i_say(scene, ENT_SAY_RIBBON, NULL, NULL, NULL));
    entry->color = tone;
    entry->radius = 0.35 * page->look->legend;
    points = (two_pi - gaps * two_pi) * chord->inner / total;
    weight = round_width(page, points);
    if (weight <= 0)
        return;
    entry = ent_i_legend_add(
        legend, ENT_SWATCH_WIDTH,
        ent_i_say(scene, ENT_SAY_RIBBON_WIDTH, say_weight(page, weight), NULL, NULL));
    entry->color = tone;
    entry->radius = points * weight / 2;
}

/* The names of the three longest arcs, for the description. */
static void name_leaders(const chord_t *chord, ent_i_page_t *page)
{
    const char *names = "";

    for (size_t i = 0, said = 0; chord->arcs > 1 && i < chord->arcs && said < 3; i++) {
        const ent_i_bloc_t *value = &chord->blocs.bloc[i];

        if (i == chord->blocs.rest || i == chord->blocs.missing)
            continue;
        names = ent_i_scene_printf(page->scene, "%s%s%s (%s)", names, said++ > 0 ? ", " : "",
                                   value->name, say_weight(page, value->total));
    }
    page->leaders = names;
}

static void hide_marks(ent_i_page_t *page)
{
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        page->at[i] = (ent_i_point_t){page->plot.x + page->plot.width / 2,
                                      page->plot.y + page->plot.height / 2};
        page->shown[i] = false;
    }
}

ent_status_t ent_i_compose_chord(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    chord_t chord = {0};
    ent_i_legend_t legend = {0};
    double names = 0.8 * page->plot.height / (2.5 * page->look->label); /* that one side holds */
    size_t most = (size_t)fmax(4, fmin(MOST_ARCS, names));

    ENT_TRY(ent_i_blocs_find(&chord.blocs, page->network, page->options, ENT_CHOOSE_TIED, most,
                             page->scene, err));
    ENT_TRY(make_table(&chord, page, err));
    note_one_arc(&chord, page);
    note_blocs(&chord, page);
    ENT_TRY(make_tags(&chord, page, err));
    ent_i_page_reserve_foot(page);
    chord.inner = page->plot.height / 3;
    make_legend(&legend, &chord, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    page->plot.height -= legend.height + page->look->legend;
    if (page->plan.mark_count > 0 && legend.count == 0)
        ent_i_page_empty(page, ENT_SAY_NO_TIES);
    ENT_TRY(lay_out(&chord, page, err));
    make_legend(&legend, &chord, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    hide_marks(page);
    name_leaders(&chord, page);
    draw_chord(&chord, page);
    ent_i_rim_label(&chord.rim, page);
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->legend});

cleanup:
    chord_free(&chord);
    return status;
}
