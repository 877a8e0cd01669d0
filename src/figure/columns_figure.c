/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two columns: members left, networks or events right. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "figure/rows.h"

static const double fewest_rows = 4;
/* Rows, in heights of a label: where the page has the room, and more is of no use. */
static const double roomy = 1.75;
static const double roomiest = 4;

/* Of the plot's width: what names may take of it left and right, and what ties keep where names
 * that would be cut take more. */
static const double usual_share[2] = {0.26, 0.3};
static const double least_ties = 0.34;

/* Labels by mark, and which side they stand on. */
typedef struct sides {
    ent_i_label_t *label; /* by mark */
    unsigned char *mode;
    ent_i_box_t *room;
    double *radius;
    size_t count[2];
    double tallest; /* label */
} sides_t;

static void sides_free(sides_t *sides)
{
    free(sides->label);
    free(sides->mode);
    free(sides->room);
    free(sides->radius);
}

static ent_status_t sides_init(sides_t *sides, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = page->plan.mark_count;

    *sides = (sides_t){.count = {0, 0}};
    ENT_TRY(ent_i_alloc(&sides->label, marks, sizeof *sides->label, err));
    ENT_TRY(ent_i_alloc(&sides->mode, marks, sizeof *sides->mode, err));
    ENT_TRY(ent_i_alloc(&sides->room, marks, sizeof *sides->room, err));
    ENT_TRY(ent_i_alloc(&sides->radius, marks, sizeof *sides->radius, err));
    for (size_t i = 0; i < marks; i++) {
        sides->mode[i] = (unsigned char)ent_network_mode(page->network, page->plan.mark[i].vertex);
        sides->count[sides->mode[i] != 0]++;
    }

cleanup:
    return status;
}

static double row_of(const ent_i_page_t *page, const sides_t *sides, size_t mark)
{
    return page->plot.height / fmax(1, (double)sides->count[sides->mode[mark] != 0]);
}

static void fit_marks(ent_i_page_t *page, const sides_t *sides)
{
    double factor = 1;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];
        double row = row_of(page, sides, i);
        double most = fmax(0.46 * row - ent_i_mark_ring(page, mark), 0.3 * row);

        factor = fmin(factor, most / mark->radius);
    }
    ent_i_rows_shrink(page, factor, 0);
}

/* How many lines a name may take in its row, beside the count of those folded into it. */
static size_t name_lines(const ent_i_page_t *page, const ent_i_mark_t *mark, double row)
{
    double lines = floor(row / (1.1 * page->look->label)) - (mark->folded > 0);

    return (size_t)fmax(1, fmin(ENT_NAME_LINES, lines));
}

static bool is_cut(const ent_i_label_t *label)
{
    const char *line = label->soft > 0 ? label->line[label->soft - 1] : "";

    return g_str_has_suffix(line, "…");
}

/* How wide the names of the two columns may be: wider on a side where names would be cut, as far as
 * ties keep the room that they need. */
static void share_widths(double widest[2], ent_i_page_t *page, const sides_t *sides)
{
    double names = (1 - least_ties) * page->plot.width;
    double natural[2] = {0, 0}, used[2] = {0, 0};
    bool cut[2] = {false, false};

    for (size_t s = 0; s < 2; s++)
        widest[s] = usual_share[s] * page->plot.width;
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];
        size_t side = sides->mode[i] != 0;
        ent_i_label_t label;

        page->name_lines = name_lines(page, mark, row_of(page, sides, i));
        ent_i_label_make(&label, page, mark, widest[side]);
        used[side] = fmax(used[side], label.width);
        cut[side] |= is_cut(&label);
        ent_i_label_make(&label, page, mark, page->plot.width);
        natural[side] = fmax(natural[side], label.width);
    }
    for (size_t s = 0; s < 2; s++) {
        double other = cut[1 - s] ? fmin(natural[1 - s], names / 2) : used[1 - s];

        if (cut[s])
            widest[s] = fmax(widest[s], fmin(natural[s], names - other));
    }
}

/* Room for each mark with its label outside the columns. */
static void set_rooms(ent_i_page_t *page, sides_t *sides)
{
    double widest[2];

    share_widths(widest, page, sides);
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];
        bool right = sides->mode[i] != 0;
        double reach = mark->radius + ent_i_mark_ring(page, mark) + page->look->line;
        double width = 0;

        page->name_lines = name_lines(page, mark, row_of(page, sides, i));
        ent_i_label_make(&sides->label[i], page, mark, widest[right]);
        width = 2 * reach + sides->label[i].width + 3;
        sides->radius[i] = reach;
        sides->room[i] = (ent_i_box_t){right ? -reach : reach - width, -reach, width, 2 * reach};
    }
}

static ent_status_t lay_out(ent_i_page_t *page, const sides_t *sides, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_layout_graph_t graph = {.radius = sides->radius, .room = sides->room};

    ENT_TRY(ent_i_plan_graph(&page->plan, &graph, err));
    ENT_TRY(ent_i_layout_bipartite(page->at, &graph, sides->mode, &page->plot, err));

cleanup:
    return status;
}

/* Ties leave and arrive level, so that they can be followed into a label; those of one pair run
 * beside each other. */
static void set_way(ent_i_point_t curve[4], const ent_i_page_t *page, const ent_i_link_t *link,
                    const void *context)
{
    ent_i_point_t from = page->at[link->a];
    ent_i_point_t to = page->at[link->b];
    double across = 0.45 * (to.x - from.x);
    double aside =
        copysign(4.0 / 3, across) * ent_i_bend_of(page, link, hypot(to.x - from.x, to.y - from.y));

    (void)context;
    curve[0] = from;
    curve[1] = (ent_i_point_t){from.x + across, from.y + aside};
    curve[2] = (ent_i_point_t){to.x - across, to.y + aside};
    curve[3] = to;
}

static ent_status_t draw_names(ent_i_page_t *page, const sides_t *sides, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = page->plan.mark_count;
    size_t *order = NULL;
    ent_i_label_t *label = NULL;
    ent_i_side_t *side = NULL;
    ent_i_ground_t ground = {.page = page->plot,
                             .disc = page->at,
                             .radius = sides->radius,
                             .disc_count = marks,
                             .gap = 0.3 * page->look->line};

    ENT_TRY(ent_i_alloc(&order, marks, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&label, marks, sizeof *label, err));
    ENT_TRY(ent_i_alloc(&side, marks, sizeof *side, err));
    for (size_t i = 0; i < marks; i++) {
        size_t rank = page->plan.mark[i].rank;

        order[rank] = i;
        label[rank] = sides->label[i];
        side[rank] = sides->mode[i] != 0 ? ENT_SIDE_RIGHT : ENT_SIDE_LEFT;
    }
    ground.page.y -= page->look->label;
    ground.page.height += 2 * page->look->label;
    ENT_TRY(ent_i_page_label(page, label, order, marks, &ground, side, err));

cleanup:
    free(order);
    free(label);
    free(side);
    return status;
}

ent_status_t ent_i_check_columns(const ent_network_t *network, ent_error_t *err)
{
    if (ent_network_is_two_mode(network))
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL,
                      "The layout 'bipartite' is for networks of two modes: take "
                      "`--view affiliations` or `--view events`.");
}

/* How many rows of the smallest letters the page has, once it is as high as it may be. */
static size_t most_rows(ent_i_page_t *page, const ent_i_legend_t *legend)
{
    ent_i_box_t plot = page->plot;
    double row = fmax(ENT_LEAST_LETTERS * page->look->label, ENT_LEAST_TYPE) * ENT_ROW_OF_LETTERS;
    double height = 0;

    ent_i_page_reserve_foot(page);
    height = page->plot.height + fmax(0, page->look->tallest - page->look->height) -
             legend->height - page->look->label - 3 * page->look->note; /* two lines of a note */
    page->plot = plot;
    return (size_t)fmax(fewest_rows, floor(height / row));
}

/* Leaves out the least important of a column that has more than the rows of the page. */
static ent_status_t leave_out(ent_i_page_t *page, const sides_t *sides, size_t rows,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_plan_t *plan = &page->plan;
    size_t *by_rank = NULL;
    bool *keep = NULL;
    size_t kept[2] = {0, 0};
    size_t marks = plan->mark_count, links = plan->link_count;

    ENT_TRY(ent_i_alloc(&by_rank, marks, sizeof *by_rank, err));
    ENT_TRY(ent_i_alloc(&keep, marks, sizeof *keep, err));
    for (size_t i = 0; i < marks; i++)
        by_rank[plan->mark[i].rank] = i;
    for (size_t r = 0; r < marks; r++)
        keep[by_rank[r]] = kept[sides->mode[by_rank[r]] != 0]++ < rows;
    ENT_TRY(ent_i_plan_keep(plan, keep, err));
    ent_i_page_note(page, ent_i_say(page->scene, ENT_SAY_TOO_FEW_ROWS,
                                    ent_i_say_count(page->scene, marks - plan->mark_count),
                                    ent_i_say_count(page->scene, links - plan->link_count), NULL));

cleanup:
    free(by_rank);
    free(keep);
    return status;
}

/* Sees to it that every column has a row for each of its marks; the legend settles its place. */
static ent_status_t fit_rows(ent_i_page_t *page, sides_t *sides, ent_i_legend_t *legend,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t rows = 0;

    ent_i_plan_sizes(&page->plan, page->look, page->plot.width * page->plot.height);
    ent_i_legend_make(legend, page);
    ent_i_legend_flow(legend, page, page->inner.width);
    rows = most_rows(page, legend);
    if (sides->count[0] <= rows && sides->count[1] <= rows)
        return ENT_OK;
    ENT_TRY(leave_out(page, sides, rows, err));
    sides_free(sides);
    ENT_TRY(sides_init(sides, page, err));

cleanup:
    return status;
}

ent_status_t ent_i_compose_columns(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    sides_t sides = {0};
    ent_i_legend_t legend = {0};
    double rows = 0;

    ENT_TRY(sides_init(&sides, page, err));
    ENT_TRY(fit_rows(page, &sides, &legend, err));
    ent_i_plan_sizes(&page->plan, page->look, page->plot.width * page->plot.height);
    ent_i_legend_make(&legend, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    ent_i_page_reserve_foot(page);
    page->plot.height -= legend.height + page->look->label;
    rows = fmax(1, (double)(sides.count[0] > sides.count[1] ? sides.count[0] : sides.count[1]));
    ent_i_rows_grow(page, rows * roomy * page->look->label);
    ent_i_rows_shorten(page, fmax(rows * roomiest * page->look->label, legend.tall));
    ent_i_rows_letters(page, page->plot.height / rows);
    fit_marks(page, &sides);
    set_rooms(page, &sides);
    ent_i_legend_again(&legend, page);
    ENT_TRY(lay_out(page, &sides, err));
    ent_i_draw_ways(page, set_way, NULL);
    ent_i_draw_marks(page);
    ENT_TRY(draw_names(page, &sides, err));
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->label});

cleanup:
    sides_free(&sides);
    return status;
}
