/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is tied to whom as a table: actors in rows and columns, by group; of two modes, members in
 * rows and what they belong to in columns. */
#include <math.h>
#include <stdlib.h>

#include "figure/matrix.h"

enum { MANY_TIES = 20000, FEW_RUNS = 10 }; /* for groups */

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
    ent_groups_t *found = NULL;
    ent_group_options_t how;

    ent_group_options_init(&how);
    how.seed = page->options->seed;
    if (ent_network_is_directed(page->network))
        how.method = ENT_GROUP_COMPONENTS;
    if (ent_network_tie_count(page->network) > MANY_TIES)
        how.runs = FEW_RUNS;
    if (groups == NULL) {
        ENT_TRY(ent_groups_find(&found, page->network, &how, err));
        groups = found;
    }
    matrix->group_count = groups->count;
    ENT_TRY(ent_i_alloc(&matrix->group, page->plan.mark_count, sizeof *matrix->group, err));
    ENT_TRY(ent_i_alloc(&matrix->size, groups->count, sizeof *matrix->size, err));
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        matrix->group[i] = (size_t)groups->of[page->plan.mark[i].vertex];
        matrix->size[matrix->group[i]]++;
    }

cleanup:
    ent_groups_free(found);
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
static double gutter(const ent_i_page_t *page, const ent_i_matrix_side_t *side)
{
    bool crowded = side->pitch < ENT_ROW_OF_LETTERS * page->look->label - 1e-6;

    return (crowded ? 3.4 : 1.3) * page->look->label;
}

/* Sizes of the cells: square where that leaves a row for each name, else higher than wide. */
static void fit_cells(ent_i_matrix_t *matrix)
{
    ent_i_page_t *page = matrix->page;
    ent_i_matrix_side_t *row = &matrix->row, *column = &matrix->column;
    double rows = fmax(1, (double)row->count), columns = fmax(1, (double)column->count);
    double label = page->look->label;
    double least = ent_i_rows_least(page);
    double names = room_for(page, row, matrix->left) + 1.5 * label;
    double head = room_for(page, column, matrix->above) + 1.5 * label;
    double highest = 0;

    column->pitch = fmin((page->plot.width - names) / columns, 3 * label);
    if (column->pitch < ENT_ROW_OF_LETTERS * label)
        column->pitch = fmin((page->plot.width - names - 2.4 * label) / columns, 3 * label);
    ent_i_rows_grow(page, head + 2.4 * label +
                              rows * fmax(column->pitch, fmin(least, 1.8 * column->pitch)));
    highest = (page->plot.height - head - 2.4 * label) / rows;
    row->pitch = fmin(column->pitch, highest);
    if (row->pitch < least && column->pitch > 0.3 * least)
        row->pitch = fmin(fmin(least, highest), 1.8 * column->pitch);
    if (!matrix->two_mode && row->pitch < column->pitch)
        column->pitch = row->pitch;
    ent_i_rows_letters(page, fmin(row->pitch, column->pitch));
    names = room_for(page, row, matrix->left);
    head = room_for(page, column, matrix->above);
    column->begin = page->plot.x + names + gutter(page, row);
    column->begin +=
        fmax(0, (page->plot.x + page->plot.width - column->begin - column->pitch * columns) / 2);
    row->begin = page->plot.y + head + gutter(page, column);
    for (size_t i = 0; i < row->count; i++)
        row->at[i] = row->begin + row->pitch * ((double)i + 0.5);
    for (size_t i = 0; i < column->count; i++)
        column->at[i] = column->begin + column->pitch * ((double)i + 0.5);
}

/* A small mark at the head of a row or column, in the actor's shape and colour. */
static void draw_heads(const ent_i_matrix_t *matrix, const ent_i_matrix_side_t *side, bool rows)
{
    ent_i_page_t *page = matrix->page;
    double radius = fmin(0.32 * side->pitch, 0.36 * page->look->label);
    double away = 0.55 * page->look->label;

    for (size_t i = 0; i < side->count && radius > 0.6; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[side->mark[i]];
        ent_i_point_t at = rows ? (ent_i_point_t){matrix->column.begin - away, side->at[i]}
                                : (ent_i_point_t){side->at[i], matrix->row.begin - away};
        const char *title = ent_i_mark_title(page, mark);
        ent_i_item_t *item = ent_i_draw_mark(page->scene, mark->kind, at, radius);

        item->class = ent_kind_name(mark->kind);
        item->title = title;
        item->actor =
            ent_i_scene_copy(page->scene, ent_network_vertex_id(page->network, mark->vertex));
        ent_i_item_fill(item, mark->color);
    }
}

static ent_status_t draw_names(const ent_i_matrix_t *matrix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = matrix->page;
    const ent_i_matrix_side_t *row = &matrix->row, *column = &matrix->column;
    double heads = 1.1 * page->look->label;
    bool *named = NULL;
    ent_i_row_names_t left = {.mark = row->mark,
                              .at = row->at,
                              .count = row->count,
                              .side = ENT_NAMES_LEFT,
                              .widest = matrix->left,
                              .edge = column->begin - gutter(page, row),
                              .reach = gutter(page, row) - heads,
                              .first = row->begin,
                              .last = row->begin + row->pitch * (double)row->count};
    ent_i_row_names_t above = {.mark = column->mark,
                               .at = column->at,
                               .count = column->count,
                               .side = ENT_NAMES_ABOVE,
                               .widest = matrix->above,
                               .edge = row->begin - gutter(page, column),
                               .reach = gutter(page, column) - heads,
                               .first = column->begin,
                               .last = column->begin + column->pitch * (double)column->count};

    ENT_TRY(ent_i_alloc(&named, page->plan.mark_count, sizeof *named, err));
    ent_i_scene_open(page->scene, "actors");
    draw_heads(matrix, row, true);
    draw_heads(matrix, column, false);
    ent_i_scene_close(page->scene);
    ent_i_scene_open(page->scene, "labels");
    ENT_TRY(ent_i_row_names_draw(page, &left, named, err));
    ENT_TRY(ent_i_row_names_draw(page, &above, named, err));
    ent_i_scene_close(page->scene);
    for (size_t i = 0; i < page->plan.mark_count; i++)
        page->names_left_out += !named[i];

cleanup:
    free(named);
    return status;
}

static const char *say(ent_i_page_t *page, ent_i_word_t word)
{
    return ent_i_say(page->scene, word, NULL, NULL, NULL);
}

static ent_i_entry_t *add_box(ent_i_legend_t *legend, ent_i_page_t *page, ent_i_word_t word,
                              ent_i_stroke_t stroke)
{
    ent_i_entry_t *entry = ent_i_legend_add(legend, ENT_SWATCH_BOX, say(page, word));

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
    bool folded = false, weighted = false;

    legend->count = 0;
    ent_i_legend_actors(legend, page);
    for (int s = ENT_STROKE_COUNT - 1; s >= 0; s--) {
        if (plan->stroke_used[s]) {
            add_box(legend, page, word[s], (ent_i_stroke_t)s);
            most = (ent_i_stroke_t)s > most ? (ent_i_stroke_t)s : most;
            weighted |= matrix->most[s] > matrix->least[s];
        }
    }
    if (plan->status_used[ENT_STATUS_PLANNED])
        add_box(legend, page, ENT_SAY_PLANNED, most)->status = ENT_STATUS_PLANNED;
    if (plan->status_used[ENT_STATUS_DISPUTED])
        add_box(legend, page, ENT_SAY_DISPUTED, most)->status = ENT_STATUS_DISPUTED;
    if (weighted)
        ent_i_legend_add(legend, ENT_SWATCH_NONE, say(page, ENT_SAY_DARKER));
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

static ent_status_t compose_cells(ent_i_matrix_t *matrix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    matrix->left = 0.3 * matrix->page->plot.width;
    /* columns of two modes have their names there only */
    matrix->above = (matrix->two_mode ? 0.36 : 0.24) * matrix->page->plot.height;
    fit_cells(matrix);
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
    fine = is_too_fine(&matrix);
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
        ENT_TRY(compose_cells(&matrix, err));
    if (fine)
        page->names_left_out = page->plan.mark_count;
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->label});
    page->told = page->note_count > 0 ? page->note[page->note_count - 1] : NULL;

cleanup:
    matrix_free(&matrix);
    return status;
}
