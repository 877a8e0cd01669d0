/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands in a timeline's rows: bars of the days on which a tie holds for sure, paler ones of
 * those on which it may, thin behind the as-of date; arrows where a date is open; counts as steps.
 */
#include <math.h>
#include <stdlib.h>

#include "base/date.h"
#include "figure/timeline.h"

static const double dark = 0.95;
static const double pale = 0.35;
static const double least_seen = 0.002; /* of the axis */

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
    double alpha;
    const char *class;
} paint_t;

static void draw_box(const ent_i_timeline_t *line, const paint_t *paint, double from, double to,
                     double height)
{
    double top = paint->y - height / 2;
    const ent_i_point_t corner[4] = {
        {from, top}, {to, top}, {to, top + height}, {from, top + height}};
    ent_i_page_t *page = line->page;
    ent_i_item_t *item = ent_i_scene_path(page->scene, corner, 4, true);

    item->class = paint->class;
    if (ent_i_is_doubtful(paint->status)) {
        ent_i_item_stroke(item, ent_i_faded(paint->color, fmin(1, paint->alpha + 0.2)),
                          0.7 * page->look->line);
        ent_i_dash_by_status(item, paint->status, 0.6 * page->look->line);
    } else {
        ent_i_item_fill(item, ent_i_faded(paint->color, paint->alpha));
    }
}

static double arrow_length(const ent_i_timeline_t *line)
{
    return 9 * line->page->look->line;
}

/* An arrow: it goes on to the right (way 1) or began further left (-1). */
static void draw_arrow(const ent_i_timeline_t *line, const paint_t *paint, double from, double way)
{
    double half = paint->height / 2;
    bool doubtful = ent_i_is_doubtful(paint->status); /* its outline reaches to the head */
    double end = from + (doubtful && way > 0 ? 0 : arrow_length(line) * way);
    const ent_i_point_t head[3] = {
        {end, paint->y - half}, {end + way * 1.2 * half, paint->y}, {end, paint->y + half}};
    ent_i_item_t *item = NULL;

    if (end < from || end > from)
        draw_box(line, paint, fmin(from, end), fmax(from, end),
                 doubtful ? paint->height : ENT_TIME_THIN * paint->height);
    item = ent_i_scene_path(line->page->scene, head, 3, true);
    item->class = "arrow";
    ent_i_item_fill(item, ent_i_faded(paint->color, paint->alpha));
}

/* A piece, thin behind the as-of date. */
static void draw_piece(const ent_i_timeline_t *line, paint_t *paint, bool sure, double from,
                       double to)
{
    double now = ent_i_time_x(line, line->now);
    bool thins = line->dated && !ent_i_is_doubtful(paint->status) && to > now;

    paint->alpha = sure ? dark : pale;
    paint->class = sure ? "sure" : "maybe";
    if (!thins || from < now)
        draw_box(line, paint, from, thins ? now : to, paint->height);
    paint->class = sure ? "sure ahead" : "maybe ahead";
    if (thins)
        draw_box(line, paint, fmax(from, now), to, ENT_TIME_THIN * paint->height);
}

static const char *class_of(const ent_i_time_row_t *row)
{
    static const char *const names[ENT_TIE_STATUS_COUNT] = {"record active",    "record planned",
                                                            "record expired",   "record terminated",
                                                            "record withdrawn", "record disputed"};

    return row->kind == ENT_TIME_EVENT ? "event" : names[row->status];
}

ent_i_time_span_t ent_i_time_row_span(const ent_i_timeline_t *line, const ent_i_time_row_t *row)
{
    ent_period_t start = row->start;

    if (!start.known && row->status == ENT_STATUS_PLANNED && line->dated)
        start = (ent_period_t){line->now, ENT_DAY_MAX, true}; /* what is planned has not begun */
    return ent_i_time_span(&line->axis, line->now, start, row->end);
}

bool ent_i_time_is_seen(const ent_i_timeline_t *line, int32_t from, int32_t until)
{
    return (double)until - from > least_seen * ((double)line->axis.last - line->axis.first);
}

/* What lies on the axis: sure between two that may be, each as wide as can be seen. */
static void draw_pieces(const ent_i_timeline_t *line, paint_t *paint, const ent_i_time_span_t *span,
                        double sure, double *from, double *to)
{
    double least = fmax(1.2, 0.28 * paint->height);
    double until =
        fmax(sure + least,
             span->sure_until == span->maybe_until ? *to : ent_i_time_x(line, span->sure_until));

    if (!span->sure) {
        draw_piece(line, paint, false, *from, *to);
        return;
    }
    if (ent_i_time_is_seen(line, span->maybe_from, span->sure_from))
        draw_piece(line, paint, false, *from, sure);
    else
        *from = sure;
    draw_piece(line, paint, true, sure, until);
    if (ent_i_time_is_seen(line, span->sure_until, span->maybe_until))
        draw_piece(line, paint, false, until, fmax(until, *to));
    *to = fmax(until, *to);
}

void ent_i_time_bar(const ent_i_timeline_t *line, const ent_i_time_row_t *row, double pitch)
{
    ent_i_page_t *page = line->page;
    ent_i_time_span_t span = ent_i_time_row_span(line, row);
    paint_t paint = {.color = row->over ? ent_i_ink(page->options->theme, ENT_OTHER)
                                        : ent_i_time_color(page, row->of),
                     .status = row->status,
                     .y = row->y,
                     .height = fmin(0.5 * pitch, 0.62 * page->look->label)};
    double least = fmax(1.2, 0.28 * paint.height);
    double latest = line->right; /* where a bar may begin */
    double from = 0, to = 0;
    bool outside = (span.before && span.maybe_until == line->axis.first) ||
                   (span.beyond && span.maybe_from == line->axis.last);
    ent_i_item_t *group = ent_i_scene_open(page->scene, class_of(row));

    group->id =
        row->record != ENT_NONE ? ent_i_scene_printf(page->scene, "r%d", (int)row->record) : NULL;
    group->title = row->title;
    if (row->over && line->dated) /* it does not reach over the as-of date */
        latest = ent_i_time_x(line, line->now) - least;
    from = fmin(latest, ent_i_time_x(line, span.maybe_from));
    to = fmax(ent_i_time_x(line, span.maybe_until), from + least);
    if (span.beyond && ent_i_is_doubtful(row->status))
        to = fmax(to, ent_i_time_x(line, span.maybe_until) + arrow_length(line));
    if (!outside)
        draw_pieces(line, &paint, &span, fmin(latest, ent_i_time_x(line, span.sure_from)), &from,
                    &to);
    paint.class = "arrow";
    paint.alpha = span.sure && span.sure_from == line->axis.first ? dark : pale;
    if (span.before)
        draw_arrow(line, &paint, line->left - 0.5, -1);
    paint.alpha = span.sure && span.sure_until == span.maybe_until ? dark : pale;
    if (span.beyond)
        draw_arrow(line, &paint, outside ? line->right : to, 1);
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

/* A member in an office, or in none. */
typedef struct office {
    ent_id_t member;
    ent_period_t start;
    ent_period_t end;
} office_t;

static int by_member(const void *left, const void *right)
{
    const office_t *a = left;
    const office_t *b = right;

    if (a->member != b->member)
        return a->member < b->member ? -1 : 1;
    if (a->start.first != b->start.first)
        return a->start.first < b->start.first ? -1 : 1;
    return (a->start.last > b->start.last) - (a->start.last < b->start.last);
}

static int32_t later(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* Who holds several offices, or one after another, is one member; returns how many are left. */
static size_t join_offices(office_t *office, size_t count)
{
    size_t kept = 0;

    if (count > 1)
        qsort(office, count, sizeof *office, by_member);
    for (size_t i = 0; i < count; i++) {
        office_t *last = kept > 0 ? &office[kept - 1] : NULL;

        if (last == NULL || last->member != office[i].member ||
            (last->end.known && last->end.last + (int64_t)1 < office[i].start.first)) {
            office[kept++] = office[i];
            continue;
        }
        if (office[i].start.last < last->start.last)
            last->start.last = office[i].start.last;
        if (last->end.known && !office[i].end.known)
            last->end = office[i].end;
        if (last->end.known)
            last->end = (ent_period_t){later(last->end.first, office[i].end.first),
                                       later(last->end.last, office[i].end.last), true};
    }
    return kept;
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
    office_t *office = NULL;
    ent_period_t *start = NULL, *end = NULL, until;
    ent_i_time_step_t *step = NULL;
    size_t steps = 0, counted = 0, most = 1, last = 0;
    double unit = 0;
    ent_i_item_t *group = NULL;

    ENT_TRY(ent_i_alloc(&office, row->records, sizeof *office, err));
    ENT_TRY(ent_i_alloc(&start, row->records, sizeof *start, err));
    ENT_TRY(ent_i_alloc(&end, row->records, sizeof *end, err));
    for (size_t i = row->from; i < row->from + row->records; i++) {
        const ent_record_t *record = ent_dataset_record(dataset, line->record[i]);

        if (!record->start.known || !ent_i_time_counts(line, record, &until))
            continue;
        office[counted++] = (office_t){record->party[0], record->start, until};
    }
    counted = join_offices(office, counted);
    for (size_t i = 0; i < counted; i++) {
        start[i] = office[i].start;
        end[i] = office[i].end;
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
    free(office);
    free(start);
    free(end);
    free(step);
    return status;
}
