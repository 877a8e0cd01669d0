/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of a matrix. Where there are very many, neighbours of one shade are drawn as one. */
#include <math.h>
#include <stdlib.h>

#include "figure/matrix.h"

enum { SHADES = 6 }; /* of a kind of tie where cells are drawn in bulk */

static const double faintest = 0.5;
static const double rim = 0.16; /* of a hollow cell: the width of its line */

ent_i_color_t ent_i_matrix_color(const ent_i_page_t *page, ent_i_stroke_t stroke)
{
    static const ent_i_ink_t ink[ENT_STROKE_COUNT] = {[ENT_STROKE_SHARED] = ENT_LINE_SHARED,
                                                      [ENT_STROKE_EDGE] = ENT_LINE_EDGE,
                                                      [ENT_STROKE_AGREEMENT] = ENT_LINE_AGREEMENT};

    if (stroke == ENT_STROKE_MEMBERSHIP)
        return ent_i_kind_color(page->options, ENT_KIND_NETWORK);
    if (stroke == ENT_STROKE_ATTENDANCE)
        return ent_i_kind_color(page->options, ENT_KIND_EVENT);
    return ent_i_ink(page->options->theme, ink[stroke]);
}

/* From the faintest at the weakest tie of its kind to 1 at the strongest, by the logarithm. */
static double shade_of(const ent_i_matrix_t *matrix, const ent_i_link_t *link)
{
    double least = matrix->least[link->stroke], most = matrix->most[link->stroke];

    if (!(most > least) || link->tie == ENT_NONE)
        return most > least ? faintest : 0.95;
    return faintest + (1 - faintest) * log1p(link->weight - least) / log1p(most - least);
}

static ent_i_box_t cell_box(const ent_i_matrix_t *matrix, size_t row, size_t column)
{
    return (ent_i_box_t){matrix->column.begin + matrix->column.pitch * (double)column,
                         matrix->row.begin + matrix->row.pitch * (double)row, matrix->column.pitch,
                         matrix->row.pitch};
}

static ent_i_item_t *draw_box(ent_i_page_t *page, ent_i_box_t box, double inset)
{
    double right = box.x + box.width - inset, bottom = box.y + box.height - inset;
    const ent_i_point_t corner[4] = {{box.x + inset, box.y + inset},
                                     {right, box.y + inset},
                                     {right, bottom},
                                     {box.x + inset, bottom}};

    return ent_i_scene_path(page->scene, corner, 4, true);
}

/* Hairs between rows and columns, where cells are large enough, and the cells of one with itself.
 */
void ent_i_matrix_grid(const ent_i_matrix_t *matrix)
{
    ent_i_page_t *page = matrix->page;
    ent_i_color_t hair = ent_i_faded(ent_i_ink(page->options->theme, ENT_FRAME), 0.55);
    const ent_i_matrix_side_t *row = &matrix->row, *column = &matrix->column;
    ent_i_point_t end = {column->begin + column->pitch * (double)column->count,
                         row->begin + row->pitch * (double)row->count};

    ent_i_scene_open(page->scene, "grid");
    for (size_t i = 0; i < row->count && !matrix->two_mode; i++)
        ent_i_item_fill(draw_box(page, cell_box(matrix, i, i), 0), ent_i_faded(hair, 0.35));
    for (size_t i = 0; i <= row->count; i++) {
        double y = row->begin + row->pitch * (double)i;

        if (row->pitch >= 3 || i == 0 || i == row->count)
            ent_i_item_stroke(ent_i_scene_line(page->scene, (ent_i_point_t){column->begin, y},
                                               (ent_i_point_t){end.x, y}),
                              hair, 0.3 * page->look->line);
    }
    for (size_t i = 0; i <= column->count; i++) {
        double x = column->begin + column->pitch * (double)i;

        if (column->pitch >= 3 || i == 0 || i == column->count)
            ent_i_item_stroke(ent_i_scene_line(page->scene, (ent_i_point_t){x, row->begin},
                                               (ent_i_point_t){x, end.y}),
                              hair, 0.3 * page->look->line);
    }
    ent_i_scene_close(page->scene);
}

/* Hollow when planned, half full when disputed: forms that hold in cells of three pixels, where
 * dashes and shades do not. */
static size_t shape_cell(ent_i_point_t corner[4], const ent_i_box_t *box, ent_tie_status_t status)
{
    double inset = fmin(box->width, box->height);

    inset = status == ENT_STATUS_PLANNED ? (inset > 3 ? 0.1 + rim / 2 : rim / 2) * inset
                                         : (inset > 3 ? 0.1 : 0) * inset;
    corner[0] = (ent_i_point_t){box->x + inset, box->y + inset};
    corner[1] = (ent_i_point_t){box->x + box->width - inset, corner[0].y};
    corner[2] = (ent_i_point_t){corner[1].x, box->y + box->height - inset};
    corner[3] = (ent_i_point_t){corner[0].x, corner[2].y};
    if (status != ENT_STATUS_DISPUTED)
        return 4;
    corner[2] = corner[3];
    return 3;
}

static void ink_cell(const ent_i_page_t *page, ent_i_item_t *item, const ent_i_box_t *box,
                     ent_tie_status_t status, ent_i_color_t color)
{
    ent_i_color_t paper = ent_i_ink(page->options->theme, ENT_PAPER);

    if (status != ENT_STATUS_PLANNED)
        ent_i_item_fill(item, color);
    else
        ent_i_item_stroke(
            item, ent_i_contrast(color, paper) < 3 ? ent_i_outline(page->options, color) : color,
            fmin(page->look->line, rim * fmin(box->width, box->height)));
}

ent_i_item_t *ent_i_draw_cell(ent_i_page_t *page, const ent_i_box_t *box, ent_tie_status_t status,
                              ent_i_color_t color)
{
    ent_i_point_t corner[4];
    size_t count = shape_cell(corner, box, status);
    ent_i_item_t *item = ent_i_scene_path(page->scene, corner, count, true);

    ink_cell(page, item, box, status, color);
    return item;
}

static void draw_cell(const ent_i_matrix_t *matrix, const ent_i_link_t *link, size_t row,
                      size_t column, bool second)
{
    ent_i_page_t *page = matrix->page;
    ent_i_box_t box = cell_box(matrix, row, column);
    ent_i_color_t color = ent_i_matrix_color(page, link->stroke);
    const char *title = ent_i_link_title(page, link);
    ent_i_item_t *item = NULL;

    if (!ent_i_is_doubtful(link->status))
        color = ent_i_faded(color, shade_of(matrix, link));
    item = ent_i_draw_cell(page, &box, link->status, color);
    if (!second)
        ent_i_name_link(page, item, link);
    item->class = link->status == ENT_STATUS_PLANNED    ? "cell planned"
                  : link->status == ENT_STATUS_DISPUTED ? "cell disputed"
                                                        : "cell";
    item->title = title;
}

/* Calls for both cells of a tie, or the one of a directed tie or of two modes. */
static void each_cell(const ent_i_matrix_t *matrix, const ent_i_link_t *link,
                      void (*visit)(const ent_i_matrix_t *, const ent_i_link_t *, size_t, size_t,
                                    bool))
{
    ent_id_t row = link->a, column = link->b;
    bool directed = ent_network_is_directed(matrix->page->network) && link->tie != ENT_NONE;

    if (matrix->two_mode &&
        ent_network_mode(matrix->page->network, matrix->page->plan.mark[row].vertex) != 0) {
        row = link->b;
        column = link->a;
    }
    visit(matrix, link, matrix->place[row], matrix->place[column], false);
    if (!matrix->two_mode && !directed)
        visit(matrix, link, matrix->place[column], matrix->place[row], true);
}

/* Shade numbers by cell: 1 + SHADES · stroke + shade, 0 for none. */
typedef struct raster {
    unsigned char *level;
    size_t columns;
} raster_t;

static void set_cells(raster_t *raster, const ent_i_matrix_t *matrix)
{
    const ent_i_plan_t *plan = &matrix->page->plan;

    for (size_t i = 0; i < plan->link_count; i++) {
        const ent_i_link_t *link = &plan->link[i];
        double shade = shade_of(matrix, link);
        size_t step = (size_t)lround((shade - faintest) / (1 - faintest) * (SHADES - 1));
        unsigned char level = (unsigned char)(1 + SHADES * (size_t)link->stroke +
                                              (step < SHADES ? step : SHADES - 1));
        size_t row = matrix->place[link->a], column = matrix->place[link->b];

        if (ent_i_is_doubtful(link->status))
            continue;
        if (matrix->two_mode &&
            ent_network_mode(matrix->page->network, plan->mark[link->a].vertex) != 0) {
            row = matrix->place[link->b];
            column = matrix->place[link->a];
        }
        raster->level[row * raster->columns + column] = level;
        if (!matrix->two_mode && !ent_network_is_directed(matrix->page->network))
            raster->level[column * raster->columns + row] = level;
    }
}

/* All cells of one shade as one shape. */
static ent_status_t draw_level(const ent_i_matrix_t *matrix, const raster_t *raster, int level,
                               ent_i_lines_t *boxes, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = matrix->page;
    size_t points = 0, ends = 0; /* capacities */
    double shade = faintest + (1 - faintest) * ((level - 1) % SHADES) / (SHADES - 1.0);
    ent_i_item_t *item = NULL;

    boxes->point_count = boxes->run_count = 0;
    for (size_t r = 0; r < matrix->row.count; r++) {
        const unsigned char *line = raster->level + r * raster->columns;

        for (size_t c = 0; c < raster->columns; c++) {
            size_t from = c;
            ent_i_box_t box = cell_box(matrix, r, c);

            while (c < raster->columns && line[c] == level)
                c++;
            if (c == from)
                continue;
            box.width *= (double)(c - from);
            ENT_TRY(ent_i_grow(&boxes->point, &points, boxes->point_count + 4, sizeof *boxes->point,
                               err));
            ENT_TRY(ent_i_grow(&boxes->end, &ends, boxes->run_count + 1, sizeof *boxes->end, err));
            for (int k = 0; k < 4; k++)
                boxes->point[boxes->point_count++] = (ent_i_point_t){
                    box.x + (k == 1 || k == 2 ? box.width : 0), box.y + (k >= 2 ? box.height : 0)};
            boxes->end[boxes->run_count++] = boxes->point_count;
        }
    }
    if (boxes->run_count == 0)
        return ENT_OK;
    item = ent_i_scene_runs(page->scene, boxes, true);
    item->class = "cells";
    ent_i_item_fill(
        item, ent_i_faded(ent_i_matrix_color(page, (ent_i_stroke_t)((level - 1) / SHADES)), shade));

cleanup:
    return status;
}

static ent_status_t draw_bulk(const ent_i_matrix_t *matrix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    raster_t raster = {.columns = matrix->column.count};

    ENT_TRY(ent_i_alloc(&raster.level, matrix->row.count * raster.columns, 1, err));
    set_cells(&raster, matrix);
    for (int level = 1; level <= SHADES * ENT_STROKE_COUNT; level++) {
        ent_i_lines_t boxes = {0};

        status = draw_level(matrix, &raster, level, &boxes, err);
        ent_i_lines_free(&boxes);
        ENT_TRY(status);
    }
    for (size_t i = 0; i < matrix->page->plan.link_count; i++) {
        if (ent_i_is_doubtful(matrix->page->plan.link[i].status))
            each_cell(matrix, &matrix->page->plan.link[i], draw_cell);
    }

cleanup:
    free(raster.level);
    return status;
}

ent_status_t ent_i_matrix_cells(const ent_i_matrix_t *matrix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &matrix->page->plan;

    ent_i_scene_open(matrix->page->scene, "ties");
    if (plan->link_count > ENT_MOST_TITLES) {
        ENT_TRY(draw_bulk(matrix, err));
    } else {
        for (size_t i = 0; i < plan->link_count; i++)
            each_cell(matrix, &plan->link[i], draw_cell);
    }
    ent_i_scene_close(matrix->page->scene);

cleanup:
    return status;
}

/* Where a group's places begin and end on a side; groups stand together. */
static void find_span(const ent_i_matrix_t *matrix, const ent_i_matrix_side_t *side, size_t group,
                      size_t *from, size_t *to)
{
    *from = 0;
    while (*from < side->count && matrix->group[side->mark[*from]] != group)
        ++*from;
    *to = *from;
    while (*to < side->count && matrix->group[side->mark[*to]] == group)
        ++*to;
}

bool ent_i_matrix_outlined(const ent_i_matrix_t *matrix, size_t group)
{
    return matrix->size[group] > 1 && matrix->size[group] < matrix->page->plan.mark_count;
}

void ent_i_matrix_outlines(const ent_i_matrix_t *matrix)
{
    ent_i_page_t *page = matrix->page;

    ent_i_scene_open(page->scene, "groups");
    for (size_t g = 0; g < matrix->group_count; g++) {
        size_t top = 0, bottom = 0, left = 0, right = 0;
        ent_i_box_t box;
        ent_i_item_t *item = NULL;

        if (!ent_i_matrix_outlined(matrix, g))
            continue;
        find_span(matrix, &matrix->row, g, &top, &bottom);
        find_span(matrix, &matrix->column, g, &left, &right);
        if (top == bottom || left == right)
            continue;
        box = cell_box(matrix, top, left);
        box.width *= (double)(right - left);
        box.height *= (double)(bottom - top);
        item = draw_box(page, box, 0);
        item->class = "group";
        ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_BADGE), page->look->line);
    }
    ent_i_scene_close(page->scene);
}
