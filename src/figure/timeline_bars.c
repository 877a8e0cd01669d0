/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands in a timeline's rows: bars of the days that a tie holds for sure, paler ones of those
 * between which an imprecise date lies, fading arrows where an end is open, counts as steps. */
#include <math.h>
#include <stdlib.h>

#include "base/date.h"
#include "figure/timeline.h"

static const double pale = 0.35;
static const double ahead = 0.55; /* of what lies behind the as-of date */

ent_i_color_t ent_i_time_color(const ent_i_page_t *page, ent_tie_kind_t kind)
{
    const ent_figure_options_t *options = page->options;

    switch (kind) {
    case ENT_TIE_AGREEMENT:
        return ent_i_ink(options->theme, ENT_LINE_AGREEMENT);
    case ENT_TIE_MEMBERSHIP:
        return ent_i_kind_color(options, ENT_KIND_NETWORK);
    case ENT_TIE_ATTENDANCE:
        return ent_i_kind_color(options, ENT_KIND_EVENT);
    case ENT_TIE_EDGE:
    case ENT_TIE_KIND_COUNT:
        break;
    }
    return ent_i_ink(options->theme, ENT_LINE_EDGE);
}

double ent_i_time_x(const ent_i_timeline_t *line, int32_t day)
{
    double share = ((double)day - line->axis.first) / ((double)line->axis.last - line->axis.first);

    return line->left + fmin(1, fmax(0, share)) * (line->right - line->left);
}

/* How a bar is painted. */
typedef struct paint {
    ent_i_color_t color;
    ent_tie_status_t status; /* planned or disputed: an outline only */
    double y;
    double height;
} paint_t;

static ent_i_item_t *draw_box(const ent_i_timeline_t *line, const paint_t *paint, double from,
                              double to, double alpha)
{
    double top = paint->y - paint->height / 2;
    const ent_i_point_t corner[4] = {
        {from, top}, {to, top}, {to, top + paint->height}, {from, top + paint->height}};
    ent_i_page_t *page = line->page;
    ent_i_item_t *item = ent_i_scene_path(page->scene, corner, 4, true);

    if (ent_i_is_doubtful(paint->status)) {
        ent_i_item_stroke(item, ent_i_faded(paint->color, fmin(1, alpha + 0.2)),
                          0.7 * page->look->line);
        ent_i_dash_by_status(item, paint->status, 0.6 * page->look->line);
    } else {
        ent_i_item_fill(item, ent_i_faded(paint->color, alpha));
    }
    return item;
}

/* An open end: fading away to the right (way 1) or left (-1). */
static void draw_fade(const ent_i_timeline_t *line, const paint_t *paint, double from, double way)
{
    double line_width = line->page->look->line;
    double piece = 3.4 * line_width;
    bool doubtful = ent_i_is_doubtful(paint->status); /* its outline does not fade */
    double half = paint->height / 2;
    double end = from + 3 * way * piece;
    const ent_i_point_t head[3] = {
        {end, paint->y - half}, {end + way * half, paint->y}, {end, paint->y + half}};
    ent_i_item_t *item = NULL;

    for (int i = 0; i < 3 && !doubtful; i++) {
        double x = from + way * piece * i;

        draw_box(line, paint, fmin(x, x + way * piece), fmax(x, x + way * piece), ahead - 0.13 * i);
    }
    if (doubtful)
        draw_box(line, paint, fmin(from, end), fmax(from, end), 0.3);
    item = ent_i_scene_path(line->page->scene, head, 3, true);
    ent_i_item_fill(item, ent_i_faded(paint->color, 0.3));
}

/* The sure part, paler behind the as-of date. */
static void draw_sure(const ent_i_timeline_t *line, const paint_t *paint, double from, double to)
{
    double now = ent_i_time_x(line, line->now);

    if (line->dated && from < now && to > now) {
        draw_box(line, paint, now, to, ahead);
        to = now;
    }
    draw_box(line, paint, from, to, line->dated && from >= now ? ahead : 0.95);
}

static const char *class_of(const ent_i_time_row_t *row)
{
    static const char *const names[ENT_TIE_STATUS_COUNT] = {"record active",    "record planned",
                                                            "record expired",   "record terminated",
                                                            "record withdrawn", "record disputed"};

    return row->kind == ENT_TIME_EVENT ? "event" : names[row->status];
}

void ent_i_time_bar(const ent_i_timeline_t *line, const ent_i_time_row_t *row, double pitch)
{
    ent_i_page_t *page = line->page;
    bool open = !row->end.known || row->end.last == ENT_DAY_MAX;
    bool begun = row->start.known && row->start.first != ENT_DAY_MIN;
    ent_period_t end = open ? (ent_period_t){line->now, line->now, false} : row->end;
    bool bounded = row->start.known && row->start.last != ENT_DAY_MAX; /* begun by then at last */
    int32_t sure_from = bounded ? row->start.last : end.first;
    paint_t paint = {.color = row->over ? ent_i_ink(page->options->theme, ENT_OTHER)
                                        : ent_i_time_color(page, row->of),
                     .status = row->status,
                     .y = row->y,
                     .height = fmin(0.5 * pitch, 0.62 * page->look->label)};
    double least = fmax(1.2, 0.28 * paint.height);
    double from = ent_i_time_x(line, begun ? row->start.first : sure_from);
    double sure = ent_i_time_x(line, sure_from);
    double until = 0;
    ent_i_item_t *group = ent_i_scene_open(page->scene, class_of(row));
    bool dated = row->start.known || row->end.known;

    group->id =
        row->record != ENT_NONE ? ent_i_scene_printf(page->scene, "r%d", (int)row->record) : NULL;
    group->title = row->title;
    if (!dated) { /* planned: some day behind the as-of date */
        draw_fade(line, &paint, ent_i_time_x(line, line->now), 1);
        ent_i_scene_close(page->scene);
        return;
    }
    if (open && end.first < sure_from)
        end.first = end.last = sure_from;
    if (begun && row->start.last == ENT_DAY_MAX) /* some time after a day */
        sure_from = end.first = end.last = row->start.first;
    sure = ent_i_time_x(line, sure_from);
    until = ent_i_time_x(line, end.first);
    if (row->start.first < line->axis.first && begun)
        draw_fade(line, &paint, line->left - 0.5, -1);
    if (!begun)
        draw_fade(line, &paint, sure, -1);
    if (sure > from + 0.5)
        draw_box(line, &paint, from, sure, pale)->class = "maybe";
    if (until < sure)
        until = sure;
    draw_sure(line, &paint, sure, fmax(until, sure + least));
    if (!open && ent_i_time_x(line, end.last) > until + 0.5)
        draw_box(line, &paint, until, ent_i_time_x(line, end.last), pale)->class = "maybe";
    if ((open && !row->over) || (row->end.known && row->end.first > line->axis.last))
        draw_fade(line, &paint, fmax(until, sure + least), 1);
    ent_i_scene_close(page->scene);
}

/* The outline of one of the two counts as steps. */
static ent_status_t draw_steps(const ent_i_timeline_t *line, const ent_i_time_row_t *row,
                               const ent_i_time_step_t *step, size_t steps, double unit, bool sure,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_point_t *point = NULL;
    size_t points = 0;
    double base = row->y + 0.42 * row->height;
    double end = ent_i_time_x(line, line->dated ? line->now : line->axis.last) +
                 1.5 * line->page->look->line;
    double height = 0;

    ENT_TRY(ent_i_alloc(&point, 2 * steps + 4, sizeof *point, err));
    point[points++] = (ent_i_point_t){line->left, base};
    for (size_t i = 0; i < steps; i++) {
        double x = ent_i_time_x(line, step[i].day);

        if (line->dated && step[i].day > line->now)
            break;
        point[points++] = (ent_i_point_t){x, base - height};
        height = unit * (double)(sure ? step[i].sure : step[i].maybe);
        point[points++] = (ent_i_point_t){x, base - height};
    }
    point[points++] = (ent_i_point_t){end, base - height};
    point[points++] = (ent_i_point_t){end, base};
    ent_i_item_fill(ent_i_scene_path(line->page->scene, point, points, true),
                    ent_i_faded(ent_i_time_color(line->page, row->of), sure ? 0.9 : pale));

cleanup:
    free(point);
    return status;
}

/* A number at the right end of its curve. */
static void write_count(const ent_i_timeline_t *line, const ent_i_time_row_t *row, size_t count,
                        double y, double size)
{
    ent_i_page_t *page = line->page;
    ent_i_style_t style = {size, true, page->options->language};
    ent_i_point_t at = {ent_i_time_x(line, line->dated ? line->now : line->axis.last) +
                            2.5 * page->look->line,
                        fmin(y + 0.72 * size, row->y + 0.42 * row->height)};

    ent_i_scene_text(page->scene, &page->font, ent_i_say_count(page->scene, count), at,
                     ENT_ANCHOR_START, &style, ent_i_ink(page->options->theme, ENT_INK))
        ->class
        = "number";
}

ent_status_t ent_i_time_curve(const ent_i_timeline_t *line, const ent_i_time_row_t *row,
                              double pitch, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = line->page;
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    ent_period_t *start = NULL, *end = NULL;
    ent_i_time_step_t *step = NULL;
    size_t steps = 0, counted = 0, most = 1, last = 0;
    double unit = 0;
    ent_i_item_t *group = NULL;

    ENT_TRY(ent_i_alloc(&start, row->records, sizeof *start, err));
    ENT_TRY(ent_i_alloc(&end, row->records, sizeof *end, err));
    for (size_t i = row->from; i < row->from + row->records; i++) {
        const ent_record_t *record = ent_dataset_record(dataset, line->record[i]);

        if (!record->start.known || !ent_i_time_counts(line, record, &end[counted]))
            continue;
        start[counted++] = record->start;
    }
    ENT_TRY(ent_i_time_steps(&step, &steps, start, end, counted, err));
    for (size_t i = 0; i < steps && !(line->dated && step[i].day > line->now); i++) {
        most = step[i].maybe > most ? step[i].maybe : most;
        last = step[i].maybe;
    }
    unit = 0.84 * row->height / (double)most;
    group = ent_i_scene_open(page->scene, "count");
    group->title = row->title;
    ENT_TRY(draw_steps(line, row, step, steps, unit, false, err));
    ENT_TRY(draw_steps(line, row, step, steps, unit, true, err));
    write_count(line, row, last, row->y + 0.42 * row->height - unit * (double)last,
                fmin(pitch, page->look->label));
    ent_i_scene_close(page->scene);

cleanup:
    free(start);
    free(end);
    free(step);
    return status;
}
