/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A matrix of groups: for networks of so many actors that a cell of two would be too small to see.
 */
#include <math.h>
#include <stdlib.h>

#include "figure/matrix.h"

enum { MOST_GROUPS = 40 }; /* smaller ones share the last row */

typedef struct groups {
    size_t count; /* rows, the shared one too */
    double *ties; /* by pair of rows */
    size_t *size;
    size_t *leader; /* by row: its most important mark */
    bool shared;
    double most; /* share of tied pairs */
} groups_t;

static size_t row_of(const groups_t *groups, size_t group)
{
    return group < groups->count ? group : groups->count - 1;
}

static ent_status_t count_ties(groups_t *groups, const ent_i_matrix_t *matrix, size_t most,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &matrix->page->plan;

    groups->shared = matrix->group_count > most;
    groups->count = groups->shared ? most : matrix->group_count;
    ENT_TRY(ent_i_alloc(&groups->ties, groups->count * groups->count, sizeof *groups->ties, err));
    ENT_TRY(ent_i_alloc(&groups->size, groups->count, sizeof *groups->size, err));
    ENT_TRY(ent_i_alloc(&groups->leader, groups->count, sizeof *groups->leader, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        size_t row = row_of(groups, matrix->group[i]);

        if (groups->size[row]++ == 0 || plan->mark[i].rank < plan->mark[groups->leader[row]].rank)
            groups->leader[row] = i;
    }
    for (size_t i = 0; i < plan->link_count; i++) {
        size_t a = row_of(groups, matrix->group[plan->link[i].a]);
        size_t b = row_of(groups, matrix->group[plan->link[i].b]);

        groups->ties[a * groups->count + b]++;
        if (a != b && !ent_network_is_directed(matrix->page->network))
            groups->ties[b * groups->count + a]++;
    }

cleanup:
    return status;
}

/* The share of the pairs that are tied. */
static double density(const groups_t *groups, size_t a, size_t b, bool directed)
{
    double pairs = (double)groups->size[a] * (double)groups->size[b];

    if (a == b)
        pairs = (double)groups->size[a] * ((double)groups->size[a] - 1) / (directed ? 1 : 2);
    return pairs > 0 ? fmin(1, groups->ties[a * groups->count + b] / pairs) : 0;
}

static const char *row_name(const groups_t *groups, ent_i_page_t *page, size_t row, double width)
{
    const char *size = ent_i_say_count(page->scene, groups->size[row]);
    bool shared = groups->shared && row + 1 == groups->count;
    const char *leader = ent_i_mark_name(page, &page->plan.mark[groups->leader[row]]);
    const char *number = ent_i_say_count(page->scene, row + 1);
    const char *name = shared ? ent_i_say(page->scene, ENT_SAY_SMALL_GROUPS, size, NULL, NULL)
                       : groups->size[row] == 1
                           ? ent_i_scene_printf(page->scene, "%s: %s", number, leader)
                           : ent_i_say(page->scene, ENT_SAY_GROUP_ROW, number, leader, size);
    ent_i_style_t style = {page->look->label, false, page->options->language};
    const char *line = name;

    if (ent_i_font_set(&page->font, name, &style).width > width)
        ent_i_font_break(&page->font, page->scene, &line, 1, name, &style, width);
    return line;
}

/* Every so many columns have their number: as many as can be told apart. */
static size_t step_of_numbers(const groups_t *groups, ent_i_page_t *page, double pitch)
{
    static const size_t steps[] = {1, 2, 5, 10};
    ent_i_style_t style = {page->look->label, false, page->options->language};
    double width =
        ent_i_font_set(&page->font, ent_i_say_count(page->scene, groups->count), &style).width;
    size_t i = 0;

    while (i + 1 < sizeof steps / sizeof *steps &&
           pitch * (double)steps[i] < width + 0.5 * style.size)
        i++;
    return steps[i];
}

static void draw_number(ent_i_page_t *page, size_t number, ent_i_point_t at)
{
    ent_i_style_t style = {page->look->label, false, page->options->language};

    ent_i_scene_text(page->scene, &page->font, ent_i_say_count(page->scene, number), at,
                     ENT_ANCHOR_MIDDLE, &style, ent_i_ink(page->options->theme, ENT_SOFT_INK))
        ->class
        = "label";
}

static void draw_row(const groups_t *groups, const ent_i_matrix_t *matrix, size_t row,
                     ent_i_point_t corner, double pitch, double names)
{
    ent_i_page_t *page = matrix->page;
    ent_i_style_t style = {page->look->label, false, page->options->language};
    bool directed = ent_network_is_directed(page->network);
    double y = corner.y + pitch * (double)row;
    double drop = 0.36 * style.size;

    ent_i_scene_text(page->scene, &page->font,
                     row_name(groups, page, row, names - 0.5 * style.size),
                     (ent_i_point_t){corner.x - 0.5 * style.size, y + pitch / 2 + drop},
                     ENT_ANCHOR_END, &style, ent_i_ink(page->options->theme, ENT_INK))
        ->class
        = "label";
    for (size_t c = 0; c < groups->count; c++) {
        double x = corner.x + pitch * (double)c;
        const ent_i_point_t cell[4] = {
            {x, y}, {x + pitch, y}, {x + pitch, y + pitch}, {x, y + pitch}};
        double share = density(groups, row, c, directed);
        ent_i_item_t *item = ent_i_scene_path(page->scene, cell, 4, true);

        item->class = "cell group";
        ent_i_item_stroke(item, ent_i_faded(ent_i_ink(page->options->theme, ENT_FRAME), 0.5),
                          0.3 * page->look->line);
        if (groups->ties[row * groups->count + c] > 0)
            ent_i_item_fill(item, ent_i_faded(ent_i_matrix_color(page, ENT_STROKE_AGREEMENT),
                                              0.08 + 0.9 * sqrt(share / groups->most)));
    }
}

ent_status_t ent_i_matrix_of_groups(ent_i_matrix_t *matrix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = matrix->page;
    groups_t groups = {0};
    double names = 0.3 * page->plot.width, head = 1.6 * page->look->label, pitch = 0;
    double width = page->plot.width - names, left = 0;
    double side = 0;
    size_t step = 1;

    ent_i_rows_grow(page, head + width);
    side = fmin(width, page->plot.height - head);
    /* as many rows as can be read */
    ENT_TRY(count_ties(&groups, matrix,
                       (size_t)fmax(1, fmin(MOST_GROUPS, side / ent_i_rows_least(page))), err));
    for (size_t i = 0; i < groups.count * groups.count; i++)
        groups.most = fmax(groups.most, density(&groups, i / groups.count, i % groups.count,
                                                ent_network_is_directed(page->network)));
    pitch = side / fmax(1, (double)groups.count);
    pitch = fmin(pitch, 5 * page->look->label);
    left = page->plot.x + names + (width - pitch * (double)groups.count) / 2;
    ent_i_rows_letters(page, pitch);
    ent_i_scene_open(page->scene, "ties");
    step = step_of_numbers(&groups, page, pitch);
    for (size_t row = 0; row < groups.count; row++) {
        if (row == 0 || (row + 1) % step == 0)
            draw_number(page, row + 1,
                        (ent_i_point_t){left + pitch * ((double)row + 0.5),
                                        page->plot.y + head - 0.4 * page->look->label});
        draw_row(&groups, matrix, row, (ent_i_point_t){left, page->plot.y + head}, pitch, names);
    }
    page->names_left_out = page->plan.mark_count - (groups.count - groups.shared);
    ent_i_scene_close(page->scene);

cleanup:
    free(groups.ties);
    free(groups.size);
    free(groups.leader);
    return status;
}
