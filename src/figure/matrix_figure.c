/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is tied to whom as a table: actors in rows and columns, by group; of two modes, members in
 * rows and what they belong to in columns. */
#include <math.h>
#include <stdlib.h>

#include "figure/matrix.h"

static const double least_cell = 0.7; /* points, a quarter of a millimetre */

static void matrix_free(ent_i_matrix_t *matrix)
{
    free(matrix->row.mark);
    free(matrix->row.at);
    free(matrix->column.mark);
    free(matrix->column.at);
    free(matrix->place);
    free(matrix->group);
    free(matrix->size);
}

/* Each mark's group, as `entente groups` finds it; where that is not defined, its component. */
static ent_status_t find_groups(ent_i_matrix_t *matrix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = matrix->page;
    const ent_groups_t *groups = page->options->groups;

    matrix->group_count = groups->count;
    ENT_TRY(ent_i_alloc(&matrix->group, page->plan.mark_count, sizeof *matrix->group, err));
    ENT_TRY(ent_i_alloc(&matrix->size, groups->count, sizeof *matrix->size, err));
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        matrix->group[i] = (size_t)groups->of[page->plan.mark[i].vertex];
        matrix->size[matrix->group[i]]++;
    }

cleanup:
    return status;
}

static ent_status_t fill_sides(ent_i_matrix_t *matrix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = matrix->page;
    size_t marks = page->plan.mark_count;
    ent_i_layout_graph_t graph = {0};
    ent_id_t *order = NULL;

    matrix->two_mode = ent_network_is_two_mode(page->network);
    ENT_TRY(ent_i_alloc(&order, marks, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&matrix->place, marks, sizeof *matrix->place, err));
    ENT_TRY(ent_i_alloc(&matrix->row.mark, marks, sizeof *matrix->row.mark, err));
    ENT_TRY(ent_i_alloc(&matrix->row.at, marks, sizeof *matrix->row.at, err));
    ENT_TRY(ent_i_alloc(&matrix->column.mark, marks, sizeof *matrix->column.mark, err));
    ENT_TRY(ent_i_alloc(&matrix->column.at, marks, sizeof *matrix->column.at, err));
    ENT_TRY(find_groups(matrix, err));
    ENT_TRY(ent_i_plan_graph(&page->plan, &graph, err));
    ENT_TRY(ent_i_layout_blocks(order, &graph, matrix->group, err));
    for (size_t i = 0; i < marks; i++) {
        size_t mark = (size_t)order[i];
        bool second = ent_network_mode(page->network, page->plan.mark[mark].vertex) != 0;
        ent_i_matrix_side_t *side = matrix->two_mode && second ? &matrix->column : &matrix->row;

        matrix->place[mark] = side->count;
        side->mark[side->count++] = mark;
        if (!matrix->two_mode)
            matrix->column.mark[matrix->column.count++] = mark;
    }

cleanup:
    free(order);
    return status;
}

static double room_for(ent_i_page_t *page, const ent_i_matrix_side_t *side, double widest)
{
    ent_i_row_names_t names = {.mark = side->mark, .count = side->count, .widest = widest};

    return ent_i_row_names_width(page, &names);
}

/* What stands between the names and the cells: marks, and leaders where names are moved. */
static double gutter(ent_i_page_t *page, const ent_i_matrix_side_t *side)
{
    bool crowded = side->pitch * (double)side->sides < ent_i_rows_tight(page) - 1e-6;

    return (crowded ? 3.4 : 1.3) * page->look->label;
}

/* Sizes of the cells for names on so many sides of rows and columns: square where that leaves a row
 * for each name, else higher than wide. */
static void size_cells(ent_i_matrix_t *matrix, double tight)
{
    ent_i_page_t *page = matrix->page;
    ent_i_matrix_side_t *row = &matrix->row, *column = &matrix->column;
    double rows = fmax(1, (double)row->count), columns = fmax(1, (double)column->count);
    double label = page->look->label;
    double least = tight / (double)row->sides;
    double names = room_for(page, row, matrix->left) + 1.5 * label;
    double head = room_for(page, column, matrix->above) + 1.5 * label;
    double wide = page->plot.width - names * (double)row->sides;
    double wanted = 0, tallest = page->plot.height + page->look->tallest - page->look->height;
    double highest = 0;

    column->pitch = fmin(wide / columns, 3 * label);
    if (column->pitch * (double)column->sides < tight)
        column->pitch = fmin((wide - 2.4 * label) / columns, 3 * label);
    head = head * (double)column->sides + 2.4 * label;
    wanted = head + rows * fmax(column->pitch, fmin(least, 1.8 * column->pitch));
    matrix->height = fmax(page->plot.height, fmin(wanted, tallest));
    highest = (matrix->height - head) / rows;
    row->pitch = fmin(column->pitch, highest);
    if (row->pitch < least && column->pitch > 0.3 * least)
        row->pitch = fmin(fmin(least, highest), 1.8 * column->pitch);
    matrix->used = head + rows * row->pitch;
    if (!matrix->two_mode && row->pitch < column->pitch)
        column->pitch = row->pitch;
}

static bool has_places(const ent_i_matrix_side_t *side, double tight)
{
    return side->pitch * (double)side->sides >= tight - 1e-6;
}

/* Names on one side of rows and columns, on both by turns where only so each has its place: of the
 * columns, else of the rows, else of both. */
static void choose_sides(ent_i_matrix_t *matrix, double tight)
{
    static const struct {
        size_t rows, columns;
        bool all; /* good only if the columns' names have places too */
    } way[] = {{1, 1, true}, {1, 2, true},  {2, 1, true},
               {2, 2, true}, {1, 1, false}, {2, 1, false}};
    enum { WAYS = sizeof way / sizeof way[0] };
    double widest = matrix->left;

    for (size_t i = 0; i <= WAYS; i++) {
        size_t k = i % WAYS; /* at last the first again */

        matrix->row.sides = way[k].rows;
        matrix->column.sides = way[k].columns;
        matrix->left = (way[k].rows == 2 ? 0.67 : 1) * widest;
        size_cells(matrix, tight);
        if (has_places(&matrix->row, tight) && (!way[k].all || has_places(&matrix->column, tight)))
            return;
    }
}

static void fit_cells(ent_i_matrix_t *matrix, double tall)
{
    ent_i_page_t *page = matrix->page;
    ent_i_matrix_side_t *row = &matrix->row, *column = &matrix->column;
    double smallest = ent_i_rows_least(page) / ENT_ROW_OF_LETTERS / page->look->label;
    double names = 0, head = 0, width = 0;

    choose_sides(matrix, smallest * ent_i_rows_tight(page));
    ent_i_rows_grow(page, matrix->height);
    ent_i_rows_shorten(page, fmax(matrix->used, tall));
    ent_i_rows_letters(
        page, fmin(row->pitch * (double)row->sides, column->pitch * (double)column->sides));
    names = room_for(page, row, matrix->left) + gutter(page, row);
    head = room_for(page, column, matrix->above) + gutter(page, column);
    width = column->pitch * (double)column->count + names * (double)row->sides;
    column->begin = page->plot.x + names + fmax(0, (page->plot.width - width) / 2);
    row->begin = page->plot.y + head;
    for (size_t i = 0; i < row->count; i++)
        row->at[i] = row->begin + row->pitch * ((double)i + 0.5);
    for (size_t i = 0; i < column->count; i++)
        column->at[i] = column->begin + column->pitch * ((double)i + 0.5);
}

/* Where the cells of a side's lines begin or end. */
static double edge_of(const ent_i_matrix_t *matrix, bool rows, bool behind)
{
    const ent_i_matrix_side_t *across = rows ? &matrix->column : &matrix->row;

    return across->begin + (behind ? across->pitch * (double)across->count : 0);
}

/* A small mark at the head of a row or column, in the actor's shape and colour. */
static void draw_heads(const ent_i_matrix_t *matrix, const ent_i_matrix_side_t *side, bool rows)
{
    ent_i_page_t *page = matrix->page;
    double radius = fmin(0.32 * side->pitch * (double)side->sides, 0.36 * page->look->label);
    double away = 0.55 * page->look->label;

    for (size_t i = 0; i < side->count && radius > 0.6; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[side->mark[i]];
        bool behind = i % side->sides == 1;
        double across = edge_of(matrix, rows, behind) + (behind ? away : -away);
        ent_i_point_t at =
            rows ? (ent_i_point_t){across, side->at[i]} : (ent_i_point_t){side->at[i], across};
        const char *title = ent_i_mark_title(page, mark);
        ent_i_item_t *item = ent_i_draw_mark(page->scene, mark->kind, at, radius);

        item->class = ent_kind_name(mark->kind);
        item->title = title;
        item->actor =
            ent_i_scene_copy(page->scene, ent_network_vertex_id(page->network, mark->vertex));
        ent_i_item_fill(item, mark->color);
    }
}

/* The names of a side: all before it, or every other one behind it. */
static ent_status_t name_side(const ent_i_matrix_t *matrix, bool rows, bool *named,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = matrix->page;
    const ent_i_matrix_side_t *side = rows ? &matrix->row : &matrix->column;
    double room = gutter(page, side), heads = 1.1 * page->look->label;
    size_t *mark = NULL;
    double *at = NULL;

    ENT_TRY(ent_i_alloc(&mark, side->count, sizeof *mark, err));
    ENT_TRY(ent_i_alloc(&at, side->count, sizeof *at, err));
    for (size_t s = 0; s < side->sides; s++) {
        ent_i_row_names_t names = {
            .mark = mark,
            .at = at,
            .widest = rows ? matrix->left : matrix->above,
            .edge = edge_of(matrix, rows, s == 1) + (s == 1 ? room : -room),
            .reach = room - heads,
            .step = fmin(ENT_ROW_OF_LETTERS * page->look->label,
                         fmax(ent_i_rows_tight(page), side->pitch * (double)side->sides)),
            .first = side->begin,
            .last = side->begin + side->pitch * (double)side->count};

        if (rows)
            names.side = s == 1 ? ENT_NAMES_RIGHT : ENT_NAMES_LEFT;
        else
            names.side = s == 1 ? ENT_NAMES_BELOW : ENT_NAMES_ABOVE;
        for (size_t i = s; i < side->count; i += side->sides) {
            mark[names.count] = side->mark[i];
            at[names.count++] = side->at[i];
        }
        if (side->sides > 1) { /* the first and the last reach beyond their lines */
            names.first -= names.step;
            names.last += names.step;
        }
        ENT_TRY(ent_i_row_names_draw(page, &names, named, err));
    }

cleanup:
    free(mark);
    free(at);
    return status;
}

static ent_status_t draw_names(const ent_i_matrix_t *matrix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = matrix->page;
    bool *named = NULL;

    ENT_TRY(ent_i_alloc(&named, page->plan.mark_count, sizeof *named, err));
    ent_i_scene_open(page->scene, "actors");
    draw_heads(matrix, &matrix->row, true);
    draw_heads(matrix, &matrix->column, false);
    ent_i_scene_close(page->scene);
    ent_i_scene_open(page->scene, "labels");
    ENT_TRY(name_side(matrix, true, named, err));
    ENT_TRY(name_side(matrix, false, named, err));
    ent_i_scene_close(page->scene);
    ent_i_rows_count(page, named);

cleanup:
    free(named);
    return status;
}

static const char *say(ent_i_page_t *page, ent_i_word_t word)
{
    return ent_i_say(page->scene, word, NULL, NULL, NULL);
}

static ent_i_entry_t *add_cell(ent_i_legend_t *legend, ent_i_page_t *page, ent_i_word_t word,
                               ent_i_stroke_t stroke)
{
    ent_i_entry_t *entry = ent_i_legend_add(legend, ENT_SWATCH_CELL, say(page, word));

    entry->color = ent_i_matrix_color(page, stroke);
    return entry;
}

static void make_legend(ent_i_legend_t *legend, const ent_i_matrix_t *matrix)
{
    static const ent_i_word_t word[ENT_STROKE_COUNT] = {
        [ENT_STROKE_SHARED] = ENT_SAY_SHARED,         [ENT_STROKE_EDGE] = ENT_SAY_TIE,
        [ENT_STROKE_ATTENDANCE] = ENT_SAY_ATTENDANCE, [ENT_STROKE_MEMBERSHIP] = ENT_SAY_MEMBERSHIP,
        [ENT_STROKE_AGREEMENT] = ENT_SAY_AGREEMENT,
    };
    ent_i_page_t *page = matrix->page;
    const ent_i_plan_t *plan = &page->plan;
    ent_i_stroke_t most = ENT_STROKE_SHARED;
    bool folded = false, weighted = false, outlined = false;

    legend->count = 0;
    ent_i_legend_actors(legend, page);
    for (int s = ENT_STROKE_COUNT - 1; s >= 0; s--) {
        if (plan->stroke_count[s] > 0) {
            add_cell(legend, page, word[s], (ent_i_stroke_t)s);
            most = (ent_i_stroke_t)s > most ? (ent_i_stroke_t)s : most;
            weighted |= matrix->most[s] > matrix->least[s];
        }
    }
    if (plan->status_used[ENT_STATUS_PLANNED])
        add_cell(legend, page, ENT_SAY_PLANNED, most)->status = ENT_STATUS_PLANNED;
    if (plan->status_used[ENT_STATUS_DISPUTED])
        add_cell(legend, page, ENT_SAY_DISPUTED, most)->status = ENT_STATUS_DISPUTED;
    if (weighted)
        ent_i_legend_add(legend, ENT_SWATCH_NONE, say(page, ENT_SAY_DARKER));
    for (size_t g = 0; g < matrix->group_count && !outlined; g++)
        outlined = ent_i_matrix_outlined(matrix, g);
    if (outlined)
        ent_i_legend_add(legend, ENT_SWATCH_NONE, say(page, ENT_SAY_BLOCKS));
    if (ent_network_is_directed(page->network))
        ent_i_legend_add(legend, ENT_SWATCH_NONE, say(page, ENT_SAY_ROW_TO_COLUMN));
    for (size_t i = 0; i < plan->mark_count; i++)
        folded |= plan->mark[i].folded > 0;
    if (folded)
        ent_i_legend_add(legend, ENT_SWATCH_NONE, say(page, ENT_SAY_FOLDED_LEGEND));
    ent_i_legend_flow(legend, page, page->inner.width);
}

static void find_weights(ent_i_matrix_t *matrix)
{
    const ent_i_plan_t *plan = &matrix->page->plan;

    for (size_t i = 0; i < plan->link_count; i++) {
        const ent_i_link_t *link = &plan->link[i];
        double *least = &matrix->least[link->stroke], *most = &matrix->most[link->stroke];

        if (link->tie == ENT_NONE)
            continue;
        *least = *most > 0 ? fmin(*least, link->weight) : link->weight;
        *most = fmax(*most, link->weight);
    }
}

/* Whether two actors would share a cell too small to see. */
static bool is_too_fine(const ent_i_matrix_t *matrix)
{
    const ent_i_page_t *page = matrix->page;
    double height = page->plot.height + page->look->tallest - page->look->height;

    return 0.6 * page->plot.width < least_cell * (double)matrix->column.count ||
           0.75 * height < least_cell * (double)matrix->row.count;
}

/* Groups that have more than one of the drawn actors. */
static size_t true_groups(const ent_i_matrix_t *matrix)
{
    size_t groups = 0;

    for (size_t g = 0; g < matrix->group_count; g++)
        groups += matrix->size[g] > 1;
    return groups;
}

static ent_status_t compose_cells(ent_i_matrix_t *matrix, const ent_i_legend_t *legend,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = matrix->page;
    double tallest = page->plot.height + page->look->tallest - page->look->height;

    matrix->left = 0.33 * page->plot.width;
    /* columns of two modes have their names there only */
    matrix->above = (matrix->two_mode ? 0.36 : 0.24) * page->plot.height;
    if (page->look->tallest > page->look->height) /* whole names seldom cost any row */
        matrix->above = fmax(matrix->above, (matrix->two_mode ? 0.3 : 0.26) * tallest);
    fit_cells(matrix, legend->tall);
    ent_i_matrix_grid(matrix);
    ENT_TRY(ent_i_matrix_cells(matrix, err));
    ent_i_matrix_outlines(matrix);
    ENT_TRY(draw_names(matrix, err));

cleanup:
    return status;
}

ent_status_t ent_i_compose_matrix(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_matrix_t matrix = {.page = page};
    ent_i_legend_t legend = {0};
    const char *groups = "";
    bool fine = false;

    for (size_t i = 0; i < page->plan.mark_count; i++)
        page->shown[i] = false; /* each stands twice, and has no place of its own */
    ENT_TRY(fill_sides(&matrix, err));
    find_weights(&matrix);
    fine = page->grouped = is_too_fine(&matrix);
    groups = ent_i_say_count(page->scene, fine ? matrix.group_count : true_groups(&matrix));
    if (fine)
        ent_i_page_note(page, ent_i_say(page->scene, ENT_SAY_MATRIX_OF_GROUPS, groups,
                                        ent_i_say_count(page->scene, page->plan.mark_count), NULL));
    else if (page->plan.mark_count > 1)
        ent_i_page_note(page, ent_i_say(page->scene, ENT_SAY_MATRIX_ORDER, groups, NULL, NULL));
    if (!fine) /* else the note says it all */
        make_legend(&legend, &matrix);
    ent_i_page_reserve_foot(page);
    page->plot.height -= legend.height + page->look->label;
    if (fine)
        ENT_TRY(ent_i_matrix_of_groups(&matrix, err));
    else
        ENT_TRY(compose_cells(&matrix, &legend, err));
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->label});
    page->told = page->note_count > 0 ? page->note[page->note_count - 1] : NULL;

cleanup:
    matrix_free(&matrix);
    return status;
}
