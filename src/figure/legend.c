/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend: only what the figure really shows. */
#include <math.h>
#include <string.h>

#include "figure/page.h"

/* Radii in points, on a page of a report: of the largest mark, below which areas cannot be
 * compared, and of a sample that is seen. */
static const double least_compared = 1.2;
static const double least_seen = 0.6;
static const double cell = 0.9; /* of a matrix, in sizes of type */

ent_i_entry_t *ent_i_legend_add(ent_i_legend_t *legend, ent_i_swatch_t swatch, const char *text)
{
    ent_i_entry_t *entry = &legend->entry[legend->count];

    if (legend->count + 1 < ENT_MOST_ENTRIES)
        legend->count++;
    memset(entry, 0, sizeof *entry);
    entry->swatch = swatch;
    entry->text = text;
    return entry;
}

static const char *say(ent_i_page_t *page, ent_i_word_t word)
{
    return ent_i_say(page->scene, word, NULL, NULL, NULL);
}

const char *ent_i_spoken(ent_i_page_t *page, const char *name)
{
    ent_i_text_t text = {0};
    const char *copy = "";

    if (ent_i_say_named(page->scene, name) != NULL)
        return ent_i_say_named(page->scene, name);
    for (const char *at = name; *at != '\0'; at++)
        ent_i_text_putc(&text, *at == '_' ? ' ' : *at);
    if (text.failed)
        page->scene->failed = true;
    else if (text.bytes != NULL)
        copy = ent_i_scene_copy(page->scene, text.bytes);
    ent_i_text_free(&text);
    return copy;
}

/* Shapes by kind, in their colours where colour means kind. */
static void add_kinds(ent_i_legend_t *legend, ent_i_page_t *page)
{
    bool by_kind = page->plan.tone_count == 0;
    size_t used = 0;

    for (int k = 0; k < ENT_KIND_COUNT; k++)
        used += page->plan.kind_used[k];
    for (int k = 0; k < ENT_KIND_COUNT && (by_kind || used > 1); k++) {
        ent_i_entry_t *entry = NULL;

        if (!page->plan.kind_used[k])
            continue;
        entry =
            ent_i_legend_add(legend, ENT_SWATCH_MARK, say(page, (ent_i_word_t)(ENT_SAY_KIND + k)));
        entry->kind = (ent_kind_t)k;
        entry->radius = 0.42 * page->look->legend;
        entry->color = by_kind ? ent_i_kind_color(page->options, (ent_kind_t)k)
                               : ent_i_ink(page->options->theme, ENT_OTHER);
    }
}

static void add_tones(ent_i_legend_t *legend, ent_i_page_t *page)
{
    bool headed = false;

    for (size_t i = 0; i < page->plan.tone_count && !page->tones_named; i++) {
        const ent_i_tone_t *tone = &page->plan.tone[i];
        ent_i_entry_t *entry = NULL;

        if (!tone->drawn)
            continue;
        if (!headed) {
            const char *by = ent_i_spoken(page, page->options->color_by);

            headed = true;
            ent_i_legend_add(legend, ENT_SWATCH_NONE,
                             ent_i_say(page->scene, ENT_SAY_COLOR_BY, by, NULL, NULL))
                ->heading = true;
        }
        entry = ent_i_legend_add(legend, ENT_SWATCH_MARK, tone->name);
        entry->kind = ENT_KIND_ACTOR;
        entry->radius = 0.42 * page->look->legend;
        entry->color = tone->color;
        entry->dotted = tone->dotted;
    }
}

static bool any_wears(const ent_i_plan_t *plan, size_t badge)
{
    for (size_t i = 0; i < plan->mark_count; i++) {
        if ((plan->mark[i].badges >> badge & 1) != 0)
            return true;
    }
    return false;
}

static void add_badges(ent_i_legend_t *legend, ent_i_page_t *page)
{
    for (size_t b = 0; b < page->plan.badge_count; b++) {
        const ent_i_badge_t *badge = &page->plan.badge[b];
        ent_i_mark_t mark = {.vertex = badge->vertex};
        ent_i_entry_t *entry = NULL;

        if (!any_wears(&page->plan, b))
            continue;
        entry = ent_i_legend_add(
            legend, ENT_SWATCH_BADGE,
            ent_i_say(page->scene, ENT_SAY_BADGE, ent_i_mark_name(page, &mark), NULL, NULL));
        entry->kind = ENT_KIND_CITY;
        entry->radius = 0.34 * page->look->legend;
        entry->color = page->plan.tone_count == 0 ? ent_i_kind_color(page->options, ENT_KIND_CITY)
                                                  : ent_i_ink(page->options->theme, ENT_OTHER);
    }
}

/* The sample has the colour of all rays, or the grey that stands for none. */
static void add_folded(ent_i_legend_t *legend, ent_i_page_t *page)
{
    ent_i_swatch_t swatch =
        page->options->layout == ENT_LAYOUT_FORCE ? ENT_SWATCH_FAN : ENT_SWATCH_NONE;
    ent_i_entry_t *entry = NULL;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];

        if (mark->folded == 0)
            continue;
        if (entry == NULL) {
            entry = ent_i_legend_add(
                legend, swatch, say(page, mark->fan ? ENT_SAY_FAN_LEGEND : ENT_SAY_FOLDED_LEGEND));
            entry->color = mark->folded_color;
        } else if (memcmp(&entry->color, &mark->folded_color, sizeof entry->color) != 0) {
            entry->color = ent_i_ink(page->options->theme, ENT_OTHER);
        }
    }
}

/* The number 1, 2 or 5 times a power of ten that is not above x. */
static double round_number(double x)
{
    double power = pow(10, floor(log10(x) + 1e-9));

    if (x >= 5 * power * (1 - 1e-9))
        return 5 * power;
    return x >= 2 * power * (1 - 1e-9) ? 2 * power : power;
}

/* A smaller round value; of whole numbers none below 1, and 0 for none. */
static double next_size(double value, double share, bool whole)
{
    double next = round_number(value * share);

    if (!whole || next >= 1)
        return next;
    return value > 1 ? 1 : 0;
}

static void add_size(ent_i_legend_t *legend, ent_i_page_t *page, double value, int digits)
{
    ent_i_entry_t *entry =
        ent_i_legend_add(legend, ENT_SWATCH_MARK, ent_i_say_number(page->scene, value, digits));

    entry->kind = ENT_KIND_ACTOR;
    entry->radius = page->plan.unit * sqrt(value);
    entry->color = ent_i_ink(page->options->theme, ENT_OTHER);
}

/* The values of marks whose area shows them. */
typedef struct range {
    double smallest; /* the largest of those too small for a true area; -1: none */
    double low;      /* of the others */
    double high;
} range_t;

static range_t find_range(const ent_i_page_t *page, double floor_value)
{
    range_t range = {-1, INFINITY, -1};

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        double value = page->plan.mark[i].value;

        if (!page->sized[i] || !isfinite(value))
            continue;
        if (value < floor_value)
            range.smallest = fmax(range.smallest, value);
        else
            range.low = fmin(range.low, value);
        range.high = fmax(range.high, value);
    }
    return range;
}

/* Up to three round values within the range; where it holds fewer than two, its ends. */
static void add_samples(ent_i_legend_t *legend, ent_i_page_t *page, const range_t *range)
{
    const ent_i_plan_t *plan = &page->plan;
    bool whole = page->options->size_by == NULL || strcmp(plan->size_by, "degree") == 0;
    double seen = least_seen * page->look->line;
    double sample[3], value = round_number(range->high);
    size_t count = 0;

    for (size_t i = 0; i < 3 && value >= range->low && value > 0; i++) {
        if (plan->unit * sqrt(value) >= seen)
            sample[count++] = value;
        value = next_size(value, i == 0 ? 0.6 : 0.3, whole);
    }
    if (count > 1 && count < 3 && range->smallest < 0 && range->low < 0.6 * sample[count - 1])
        sample[count++] = range->low; /* else nothing tells how small the least is */
    for (size_t i = 0; i < count && (count > 1 || range->smallest >= 0); i++)
        add_size(legend, page, sample[i], 6);
    if (count > 1 || (count == 1 && range->smallest >= 0) || !(range->low > 0))
        return;
    add_size(legend, page, range->high, 3);
    if (range->low < range->high && plan->unit * sqrt(range->low) >= seen)
        add_size(legend, page, range->low, 3);
}

/* Values in their true area, and what the smallest mark stands for. */
static void add_sizes(ent_i_legend_t *legend, ent_i_page_t *page)
{
    const ent_i_plan_t *plan = &page->plan;
    const char *name =
        plan->size_name != NULL ? plan->size_name : ent_i_spoken(page, plan->size_by);
    double floor_value =
        plan->unit > 0 ? plan->least_radius * plan->least_radius / (plan->unit * plan->unit) : 0;
    range_t range = find_range(page, floor_value);

    if (plan->largest <= 0)
        return;
    if (legend->brief || plan->unit * sqrt(plan->largest) < least_compared * page->look->line) {
        ent_i_legend_add(legend, ENT_SWATCH_NONE,
                         ent_i_say(page->scene, legend->brief ? ENT_SAY_AREA : ENT_SAY_AREA_SMALL,
                                   name, NULL, NULL));
        return;
    }
    ent_i_legend_add(legend, ENT_SWATCH_NONE,
                     ent_i_say(page->scene, ENT_SAY_AREA, name, NULL, NULL))
        ->heading = true;
    if (range.low <= range.high)
        add_samples(legend, page, &range);
    if (range.smallest >= 0 && plan->least_radius >= least_seen * page->look->line) {
        ent_i_entry_t *entry = NULL;
        const char *number = ent_i_say_number(page->scene, range.smallest, 2);

        entry = ent_i_legend_add(legend, ENT_SWATCH_MARK,
                                 range.smallest > 0
                                     ? ent_i_say(page->scene, ENT_SAY_SMALLEST, number, NULL, NULL)
                                     : number);
        entry->kind = ENT_KIND_ACTOR;
        entry->radius = plan->least_radius;
        entry->color = ent_i_ink(page->options->theme, ENT_OTHER);
    }
}

/* Hollow marks: their value is not defined. */
static void add_undefined(ent_i_legend_t *legend, ent_i_page_t *page)
{
    ent_i_entry_t *entry = NULL;

    for (size_t i = 0; entry == NULL && i < page->plan.mark_count; i++) {
        if (!page->sized[i] || !isnan(page->plan.mark[i].value))
            continue;
        entry = ent_i_legend_add(legend, ENT_SWATCH_MARK, say(page, ENT_SAY_UNDEFINED));
        entry->kind = ENT_KIND_ACTOR;
        entry->radius = page->plan.least_radius;
        entry->color = ent_i_lettering(page->options, ent_i_ink(page->options->theme, ENT_OTHER));
        entry->hollow = true;
    }
}

void ent_i_legend_actors(ent_i_legend_t *legend, ent_i_page_t *page)
{
    add_kinds(legend, page);
    add_tones(legend, page);
}

void ent_i_legend_make(ent_i_legend_t *legend, ent_i_page_t *page)
{
    legend->count = 0;
    ent_i_legend_actors(legend, page);
    ent_i_legend_hulls(legend, page);
    ent_i_legend_ties(legend, page);
    add_badges(legend, page);
    add_folded(legend, page);
    if (page->explain != NULL)
        page->explain(legend, page);
    add_sizes(legend, page);
    add_undefined(legend, page);
}

double ent_i_swatch_width(const ent_i_page_t *page, const ent_i_entry_t *entry)
{
    double size = page->look->legend;

    switch (entry->swatch) {
    case ENT_SWATCH_NONE:
        return 0;
    case ENT_SWATCH_LINE:
    case ENT_SWATCH_CURVES:
        return 2.6 * size;
    case ENT_SWATCH_FAN:
        return 1.3 * size;
    case ENT_SWATCH_RING:
        return 1.5 * size;
    case ENT_SWATCH_BOX:
        return 1.6 * size;
    case ENT_SWATCH_CELL:
        return cell * size;
    case ENT_SWATCH_ARROW:
        return 2.2 * size;
    case ENT_SWATCH_WIDTH:
        return 2 * size;
    case ENT_SWATCH_MARK:
    case ENT_SWATCH_BADGE:
        break;
    case ENT_SWATCH_HULL:
        return 2.6 * entry->radius;
    }
    return 2.5 * entry->radius + (entry->swatch == ENT_SWATCH_BADGE ? 3 * page->look->line : 0);
}

/* A small target: the middle and the rings about it, one of them strong. */
static void draw_target(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t center)
{
    size_t rings = page->rings < 4 ? page->rings : 4;
    size_t own = entry->ring < rings ? entry->ring : rings;
    ent_i_color_t ink = ent_i_ink(page->options->theme, ENT_SOFT_INK);
    double step = 0.7 * page->look->legend / (double)rings;

    ent_i_item_fill(ent_i_scene_circle(page->scene, center, 0.09 * page->look->legend), ink);
    for (size_t r = 1; r <= rings; r++)
        ent_i_item_stroke(ent_i_scene_circle(page->scene, center, step * (double)r),
                          ent_i_faded(ink, r == own ? 1 : 0.3),
                          (r == own ? 1 : 0.4) * page->look->line);
}

/* A piece of a bar, or a cell. */
static void draw_box(ent_i_page_t *page, ent_i_point_t at, double width, const ent_i_entry_t *entry,
                     double alpha)
{
    double half = 0.3 * page->look->legend;
    const ent_i_point_t corner[4] = {{at.x, at.y - half},
                                     {at.x + width, at.y - half},
                                     {at.x + width, at.y + half},
                                     {at.x, at.y + half}};
    ent_i_item_t *item = ent_i_scene_path(page->scene, corner, 4, true);

    if (!ent_i_is_doubtful(entry->status)) {
        ent_i_item_fill(item, ent_i_faded(entry->color, alpha));
        return;
    }
    ent_i_item_stroke(item, entry->color, 0.7 * page->look->line);
    ent_i_dash_by_status(item, entry->status, 0.6 * page->look->line);
}

static void draw_band(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t at,
                      double length)
{
    const ent_i_point_t corner[4] = {{at.x, at.y - entry->radius},
                                     {at.x + length, at.y - entry->radius},
                                     {at.x + length, at.y + entry->radius},
                                     {at.x, at.y + entry->radius}};

    ent_i_item_fill(ent_i_scene_path(page->scene, corner, 4, true), entry->color);
}

/* A bar that goes on. */
static void draw_arrow(ent_i_page_t *page, ent_i_point_t at, const ent_i_entry_t *entry)
{
    double size = page->look->legend;
    double end = at.x + 1.75 * size;
    const ent_i_point_t head[3] = {
        {end, at.y - 0.3 * size}, {at.x + 2.15 * size, at.y}, {end, at.y + 0.3 * size}};

    draw_box(page, at, 0.8 * size, entry, entry->color.alpha);
    draw_band(page, entry, (ent_i_point_t){at.x + 0.8 * size, at.y}, 0.95 * size);
    ent_i_item_fill(ent_i_scene_path(page->scene, head, 3, true), entry->color);
}

void ent_i_draw_swatch(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t at)
{
    ent_i_scene_t *scene = page->scene;
    double size = page->look->legend;
    double middle = at.x + ent_i_swatch_width(page, entry) / 2;
    ent_i_item_t *item = NULL;
    ent_i_box_t box;

    switch (entry->swatch) {
    case ENT_SWATCH_NONE:
        return;
    case ENT_SWATCH_LINE:
    case ENT_SWATCH_CURVES:
        ent_i_draw_tie_swatch(page, entry, at, 2.6 * size);
        return;
    case ENT_SWATCH_FAN:
        for (int i = 0; i < 5; i++) {
            double angle = 0.35 * (i - 2);
            ent_i_point_t end = {at.x + 1.1 * size * cos(angle), at.y + 1.1 * size * sin(angle)};

            item = ent_i_scene_line(scene, at, end);
            ent_i_style_line(item, page, ENT_STROKE_MEMBERSHIP, ENT_STATUS_ACTIVE,
                             page->plan.least_weight);
            item = ent_i_scene_circle(scene, end, 0.9 * page->look->line);
            ent_i_item_fill(item, entry->color);
        }
        return;
    case ENT_SWATCH_BOX:
        draw_box(page, at, 1.6 * size, entry, entry->color.alpha);
        return;
    case ENT_SWATCH_CELL:
        box = (ent_i_box_t){at.x, at.y - cell / 2 * size, cell * size, cell * size};
        ent_i_draw_cell(page, &box, entry->status, entry->color);
        return;
    case ENT_SWATCH_ARROW:
        draw_arrow(page, at, entry);
        return;
    case ENT_SWATCH_WIDTH:
        draw_band(page, entry, at, 2 * size);
        return;
    case ENT_SWATCH_RING:
        draw_target(page, entry, (ent_i_point_t){middle, at.y});
        return;
    case ENT_SWATCH_HULL:
        ent_i_draw_hull_swatch(page, entry, (ent_i_point_t){middle, at.y});
        return;
    case ENT_SWATCH_BADGE:
    case ENT_SWATCH_MARK:
        break;
    }
    if (entry->swatch == ENT_SWATCH_BADGE)
        ent_i_draw_badge(page, (ent_i_point_t){middle, at.y}, entry->radius, 0);
    item = ent_i_draw_mark(scene, entry->kind, (ent_i_point_t){middle, at.y}, entry->radius);
    ent_i_item_fill(item,
                    entry->hollow ? ent_i_ink(page->options->theme, ENT_PAPER) : entry->color);
    ent_i_item_stroke(item,
                      entry->hollow ? entry->color : ent_i_outline(page->options, entry->color),
                      (entry->hollow ? 0.7 : 0.5) * page->look->line);
    if (entry->dotted)
        ent_i_draw_dot(page, (ent_i_point_t){middle, at.y}, entry->radius, entry->color);
}
