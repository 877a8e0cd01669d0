/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/rows.h"

#include <math.h>
#include <stdlib.h>

/* No name is moved farther along its row than so many names' heights; names are left out instead.
 */
static const double farthest = 2.5;

static const double lowest_page = 0.4; /* of the preset's height */

static void make_higher(ent_i_page_t *page, double more)
{
    page->scene->height += more;
    page->inner.height += more;
    page->plot.height += more;
}

void ent_i_rows_grow(ent_i_page_t *page, double height)
{
    double more = fmin(height - page->plot.height, page->look->tallest - page->look->height);

    if (more > 0)
        make_higher(page, more);
}

void ent_i_rows_shorten(ent_i_page_t *page, double height)
{
    double more =
        fmax(height - page->plot.height, lowest_page * page->look->height - page->scene->height);

    if (more < 0 && page->look->tallest > page->look->height)
        make_higher(page, more);
}

double ent_i_rows_least(const ent_i_page_t *page)
{
    return ENT_ROW_OF_LETTERS * fmax(ENT_LEAST_LETTERS * page->look->label, ENT_LEAST_TYPE);
}

double ent_i_rows_tight(ent_i_page_t *page)
{
    ent_i_style_t style = {page->look->label, true, page->options->language};
    ent_i_extent_t extent = ent_i_font_set(&page->font, "A", &style);

    return fmax(1.1 * page->look->label, extent.ascent + extent.descent - 0.7);
}

void ent_i_rows_letters(ent_i_page_t *page, double row)
{
    double own = page->look->label;
    double least = ent_i_rows_least(page) / ENT_ROW_OF_LETTERS;

    page->own = *page->look;
    page->own.label = fmax(least, fmin(own, row / ENT_ROW_OF_LETTERS));
    page->look = &page->own;
}

void ent_i_rows_shrink(ent_i_page_t *page, double factor, double least)
{
    ent_i_plan_t *plan = &page->plan;

    plan->unit *= factor;
    plan->least_radius = fmax(factor * plan->least_radius, least);
    for (size_t i = 0; i < plan->mark_count; i++)
        plan->mark[i].radius = fmax(factor * plan->mark[i].radius, plan->least_radius);
}

double ent_i_mark_ring(const ent_i_page_t *page, const ent_i_mark_t *mark)
{
    return (mark->badges != 0 ? 2 : 0) * page->look->line;
}

ent_i_style_t ent_i_row_style(const ent_i_page_t *page, const ent_i_mark_t *mark, const char *name)
{
    return (ent_i_style_t){page->look->label, mark->kind == ENT_KIND_NETWORK,
                           ent_i_text_language(name, page->options->language)};
}

/* One line of a name, cut where it is too long, and of how many are folded into it. */
static const char *cut_name(ent_i_page_t *page, const ent_i_mark_t *mark, const char *name,
                            double widest)
{
    const char *line = name;
    const char *count = "";
    ent_i_style_t style = ent_i_row_style(page, mark, name);

    if (mark->folded > 0) {
        count =
            ent_i_say(page->scene, ENT_SAY_FOLDED,
                      ent_i_say_kinds(page->scene, mark->folded_kind, mark->folded), NULL, NULL);
        count = ent_i_scene_printf(page->scene, " %s", count);
        widest -= ent_i_font_set(&page->font, count, &style).width;
    }
    if (ent_i_font_set(&page->font, name, &style).width > widest &&
        ent_i_font_break(&page->font, page->scene, &line, 1, name, &style, widest) == 0)
        line = "";
    return ent_i_scene_printf(page->scene, "%s%s", line, count);
}

const char *ent_i_told_apart(ent_i_page_t *page, const ent_i_mark_t *mark, const char *name)
{
    const char *apart = page->apart != NULL ? page->apart[mark - page->plan.mark] : NULL;

    return apart != NULL ? ent_i_scene_printf(page->scene, "%s (%s)", name, apart) : name;
}

const char *ent_i_row_name(ent_i_page_t *page, const ent_i_mark_t *mark, double widest)
{
    return cut_name(page, mark, ent_i_told_apart(page, mark, ent_i_mark_name(page, mark)), widest);
}

double ent_i_row_names_width(ent_i_page_t *page, const ent_i_row_names_t *names)
{
    double width = 0;

    for (size_t i = 0; i < names->count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[names->mark[i]];
        const char *name = ent_i_row_name(page, mark, names->widest);
        ent_i_style_t style = ent_i_row_style(page, mark, name);

        width = fmax(width, ent_i_font_set(&page->font, name, &style).width);
    }
    return width;
}

/* Draws one name whose middle stands at `at` along the row. */
static void draw_name(ent_i_page_t *page, const ent_i_row_names_t *names, size_t place, double at,
                      bool moved)
{
    const ent_i_mark_t *mark = &page->plan.mark[names->mark[place]];
    const char *text = ent_i_row_name(page, mark, names->widest);
    ent_i_style_t style = ent_i_row_style(page, mark, text);
    double drop = 0.36 * style.size; /* half the height of capitals */
    bool level = names->side == ENT_NAMES_LEFT || names->side == ENT_NAMES_RIGHT;
    bool before = names->side == ENT_NAMES_LEFT || names->side == ENT_NAMES_ABOVE;
    double away = before ? 1 : -1; /* from the names to the row */
    ent_i_point_t end =
        level ? (ent_i_point_t){names->edge, at + drop} : (ent_i_point_t){at + drop, names->edge};
    ent_i_anchor_t anchor = level == before ? ENT_ANCHOR_END : ENT_ANCHOR_START;
    ent_i_item_t *item = NULL;

    if (moved) {
        double gap = 0.15 * style.size;
        ent_i_point_t from = level ? (ent_i_point_t){names->edge + away * gap, at}
                                   : (ent_i_point_t){at, names->edge + away * gap};
        ent_i_point_t to =
            level ? (ent_i_point_t){names->edge + away * names->reach, names->at[place]}
                  : (ent_i_point_t){names->at[place], names->edge + away * names->reach};

        ent_i_draw_leader(page, to, from);
    }
    item = ent_i_scene_text(page->scene, &page->font, text, end, anchor, &style,
                            ent_i_ink(page->options->theme, ENT_INK));
    if (!level)
        ent_i_item_turn(item, -90);
    item->class = "label";
    item->actor = ent_i_scene_copy(page->scene, ent_network_vertex_id(page->network, mark->vertex));
}

/* Names while it is decided who gets one. */
typedef struct chosen {
    size_t *order; /* places, the most important first */
    bool *has;     /* by place */
    size_t *place; /* of those that have one, ascending */
    double *at;    /* and where it stands */
    size_t count;
} chosen_t;

static ent_status_t chosen_init(chosen_t *chosen, const ent_i_page_t *page,
                                const ent_i_row_names_t *names, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = page->plan.mark_count;
    size_t *by_rank = NULL; /* place + 1 */
    size_t next = 0;

    ENT_TRY(ent_i_alloc(&chosen->order, names->count, sizeof *chosen->order, err));
    ENT_TRY(ent_i_alloc(&chosen->has, names->count, sizeof *chosen->has, err));
    ENT_TRY(ent_i_alloc(&chosen->place, names->count, sizeof *chosen->place, err));
    ENT_TRY(ent_i_alloc(&chosen->at, names->count, sizeof *chosen->at, err));
    ENT_TRY(ent_i_alloc(&by_rank, marks, sizeof *by_rank, err));
    for (size_t i = 0; i < names->count; i++)
        by_rank[page->plan.mark[names->mark[i]].rank] = i + 1;
    for (size_t r = 0; r < marks; r++) {
        if (by_rank[r] > 0)
            chosen->order[next++] = by_rank[r] - 1;
    }

cleanup:
    free(by_rank);
    return status;
}

static void chosen_free(chosen_t *chosen)
{
    free(chosen->order);
    free(chosen->has);
    free(chosen->place);
    free(chosen->at);
}

/* Places those that have a name; `moved` is how far the one is that had to go farthest. */
static ent_status_t place_names(chosen_t *chosen, const ent_i_row_names_t *names, double step,
                                double *moved, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    chosen->count = 0;
    for (size_t i = 0; i < names->count; i++) {
        if (chosen->has[i]) {
            chosen->at[chosen->count] = names->at[i];
            chosen->place[chosen->count++] = i;
        }
    }
    ENT_TRY(ent_i_layout_spread(chosen->at, chosen->count, step, names->first, names->last, err));
    *moved = 0;
    for (size_t i = 0; i < chosen->count; i++)
        *moved = fmax(*moved, fabs(chosen->at[i] - names->at[chosen->place[i]]));

cleanup:
    return status;
}

/* All where they fit; else one after the other, the most important first, as long as none has to
 * be moved far, or farther than those that are always named. */
static ent_status_t choose_names(chosen_t *chosen, const ent_i_row_names_t *names, double step,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double most = floor((names->last - names->first) / step + 1e-6);
    size_t count = 0;
    double far = farthest * step + 1e-9;
    double moved = 0;

    for (size_t i = 0; i < names->count; i++)
        chosen->has[i] = (double)names->count <= most;
    ENT_TRY(place_names(chosen, names, step, &moved, err));
    if (moved <= far && (double)names->count <= most)
        return ENT_OK;
    for (size_t i = 0; i < names->count; i++)
        chosen->has[i] = false;
    for (size_t i = 0; i < names->count && (double)count < most; i++) {
        size_t place = chosen->order[i];

        chosen->has[place] = true;
        ENT_TRY(place_names(chosen, names, step, &moved, err));
        chosen->has[place] = moved <= far || i < ENT_ALWAYS_NAMED;
        if (i < ENT_ALWAYS_NAMED)
            far = fmax(far, moved);
        count += chosen->has[place];
    }
    ENT_TRY(place_names(chosen, names, step, &moved, err));

cleanup:
    return status;
}

ent_status_t ent_i_row_names_draw(ent_i_page_t *page, const ent_i_row_names_t *names, bool *named,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double step = names->step > 0 ? names->step : ENT_ROW_OF_LETTERS * page->look->label;
    chosen_t chosen = {0};

    ENT_TRY(chosen_init(&chosen, page, names, err));
    ENT_TRY(choose_names(&chosen, names, step, err));
    for (size_t i = 0; i < chosen.count; i++) {
        size_t place = chosen.place[i];

        draw_name(page, names, place, chosen.at[i],
                  fabs(chosen.at[i] - names->at[place]) > 0.3 * step);
        if (named != NULL)
            named[names->mark[place]] = true;
    }

cleanup:
    chosen_free(&chosen);
    return status;
}

void ent_i_rows_count(ent_i_page_t *page, const bool *named)
{
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        page->names_left_out += !named[i];
        page->unnamed += !named[i] && page->plan.mark[i].rank < ENT_ALWAYS_NAMED;
    }
}
