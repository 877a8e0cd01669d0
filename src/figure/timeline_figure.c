/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When it began, how long it runs, what is planned, what is over: a row a tie, time to the right.
 */
#include <math.h>
#include <stdlib.h>

#include "base/date.h"
#include "figure/figure_i.h"
#include "figure/timeline.h"

enum { MOST_TICKS = 60 };

/* Rows, in sizes of the letters: where the page has the room, and more is of no use. */
static const double roomy = 1.7;
static const double roomiest = 2.4;

static double all_rows(const ent_i_timeline_t *line)
{
    double sum = 0;

    for (size_t i = 0; i < line->row_count; i++)
        sum += line->row[i].left_out ? 0 : ent_i_time_row_share(&line->row[i]);
    return sum;
}

/* Counts the members of ever more networks until all rows fit. */
static ent_status_t make_rows(ent_i_timeline_t *line, double height, ent_error_t *err)
{
    static const size_t bulk[] = {12, 6, 3, 1};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < sizeof bulk / sizeof *bulk; i++) {
        line->bulk = bulk[i];
        ENT_TRY(ent_i_timeline_rows(line, err));
        if (all_rows(line) * ENT_ROW_OF_LETTERS * line->page->look->label <= height)
            break;
    }

cleanup:
    return status;
}

/* A heading without rows below it goes too. */
static void drop_headings(ent_i_timeline_t *line)
{
    for (size_t i = 0; i < line->row_count; i++) {
        bool used = false;

        if (line->row[i].kind != ENT_TIME_HEADING)
            continue;
        for (size_t k = i + 1; k < line->row_count && line->row[k].kind != ENT_TIME_HEADING; k++)
            used |= !line->row[k].left_out;
        line->row[i].left_out = !used;
    }
}

/* Leaves out the least important rows until the others fit. */
static size_t drop_rows(ent_i_timeline_t *line, double most)
{
    size_t dropped = 0;

    while (all_rows(line) > most) {
        ent_i_time_row_t *worst = NULL;

        for (size_t i = 0; i < line->row_count; i++) {
            ent_i_time_row_t *row = &line->row[i];

            if (!row->left_out && row->kind != ENT_TIME_HEADING &&
                (worst == NULL || row->importance >= worst->importance))
                worst = row;
        }
        if (worst == NULL)
            break;
        worst->left_out = true;
        dropped++;
        drop_headings(line);
    }
    return dropped;
}

static void add_days(int32_t *day, size_t *days, ent_period_t period)
{
    if (!period.known)
        return;
    if (period.first != ENT_DAY_MIN && period.first != ENT_DAY_MAX)
        day[(*days)++] = period.first;
    if (period.last != ENT_DAY_MIN && period.last != ENT_DAY_MAX)
        day[(*days)++] = period.last;
}

/* From the dates of all rows, and of the records that some stand for. */
static ent_status_t fit_axis(ent_i_timeline_t *line, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_dataset_t *dataset = ent_network_dataset(line->page->network);
    int32_t *day = NULL;
    size_t days = 0;

    ENT_TRY(ent_i_alloc(&day, 4 * (line->record_count + line->row_count), sizeof *day, err));
    for (size_t i = 0; i < line->record_count; i++) {
        const ent_record_t *record = ent_dataset_record(dataset, line->record[i]);

        add_days(day, &days, record->start);
        add_days(day, &days, ent_i_time_end(line, record));
    }
    for (size_t i = 0; i < line->row_count; i++) {
        if (line->row[i].kind == ENT_TIME_EVENT) {
            add_days(day, &days, line->row[i].start);
            add_days(day, &days, line->row[i].end);
        }
    }
    for (size_t i = 0; i < days && !line->dated; i++)
        line->now = i == 0 || day[i] > line->now ? day[i] : line->now;
    ent_i_time_axis_fit(&line->axis, day, days, line->now);

cleanup:
    free(day);
    return status;
}

static const char *tick_text(ent_i_page_t *page, int32_t day, ent_i_time_unit_t unit)
{
    char text[11];

    ent_i_day_format(day, text);
    text[unit == ENT_TIME_YEARS ? 4 : unit == ENT_TIME_MONTHS ? 7 : 10] = '\0';
    return ent_i_scene_copy(page->scene, text);
}

/* A year takes less room than a month or a day. */
static size_t find_ticks(int32_t *tick, ent_i_time_unit_t *unit, const ent_i_timeline_t *line)
{
    double room = (line->right - line->left) / line->page->look->label;
    size_t ticks =
        ent_i_time_ticks(tick, (size_t)fmin(MOST_TICKS, fmax(2, room / 3.2)), unit, &line->axis);

    if (*unit != ENT_TIME_YEARS)
        ticks = ent_i_time_ticks(tick, (size_t)fmin(MOST_TICKS, fmax(2, room / 6.5)), unit,
                                 &line->axis);
    return ticks;
}

/* Lines across all rows, dates above them, the as-of date. */
static void draw_axis(const ent_i_timeline_t *line, double top, double bottom)
{
    ent_i_page_t *page = line->page;
    double size = page->look->label;
    int32_t tick[MOST_TICKS];
    ent_i_time_unit_t unit = ENT_TIME_YEARS;
    size_t ticks = find_ticks(tick, &unit, line);
    double now = ent_i_time_x(line, line->now);
    double from = -INFINITY; /* where the next date may begin: a narrow axis has not room for all */
    ent_i_item_t *item = NULL;

    ent_i_scene_open(page->scene, "axis");
    for (size_t i = 0; i < ticks; i++) {
        double x = ent_i_time_x(line, tick[i]);

        item = ent_i_scene_line(page->scene, (ent_i_point_t){x, top}, (ent_i_point_t){x, bottom});
        ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_FRAME),
                          0.35 * page->look->line);
        if (x - ent_i_time_width(page, tick_text(page, tick[i], unit), false) / 2 < from)
            continue;
        ent_i_time_text(page, tick_text(page, tick[i], unit), (ent_i_point_t){x, top - 0.7 * size},
                        ENT_ANCHOR_MIDDLE, false, true, "tick");
        from = x + ent_i_time_width(page, tick_text(page, tick[i], unit), false) / 2 + 0.3 * size;
    }
    if (line->dated) {
        const char *text = ent_i_say(page->scene, ENT_SAY_AS_OF,
                                     tick_text(page, line->now, ENT_TIME_DAYS), NULL, NULL);
        double half = ent_i_time_width(page, text, false) / 2;
        double x = fmin(now, page->plot.x + page->plot.width - half);

        item =
            ent_i_scene_line(page->scene, (ent_i_point_t){now, top}, (ent_i_point_t){now, bottom});
        item->class = "as-of";
        ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_BADGE), 0.8 * page->look->line);
        ent_i_time_text(page, text, (ent_i_point_t){x, top - 2.1 * size}, ENT_ANCHOR_MIDDLE, false,
                        false, "tick");
    }
    ent_i_scene_close(page->scene);
}

static void place_rows(ent_i_timeline_t *line, double top, double pitch)
{
    double y = top;

    for (size_t i = 0; i < line->row_count; i++) {
        ent_i_time_row_t *row = &line->row[i];

        row->height = pitch * ent_i_time_row_share(row);
        row->y = y + (row->kind == ENT_TIME_HEADING ? 0.62 : 0.5) * row->height;
        y += row->left_out ? 0 : row->height;
    }
}

/* A hair under each second row leads the eye from the name to the bar. */
static void draw_guides(const ent_i_timeline_t *line)
{
    ent_i_page_t *page = line->page;

    ent_i_scene_open(page->scene, "guides");
    for (size_t i = 0; i < line->row_count; i++) {
        const ent_i_time_row_t *row = &line->row[i];
        double y = row->y + row->height / 2;

        if (!row->left_out && row->kind != ENT_TIME_HEADING)
            ent_i_item_stroke(ent_i_scene_line(page->scene, (ent_i_point_t){page->plot.x, y},
                                               (ent_i_point_t){line->right, y}),
                              ent_i_faded(ent_i_ink(page->options->theme, ENT_FRAME), 0.45),
                              0.25 * page->look->line);
    }
    ent_i_scene_close(page->scene);
}

static ent_status_t draw_rows(const ent_i_timeline_t *line, const ent_i_time_columns_t *columns,
                              double pitch, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = line->page;

    ent_i_scene_open(page->scene, "rows");
    for (size_t i = 0; i < line->row_count; i++) {
        const ent_i_time_row_t *row = &line->row[i];

        if (row->left_out)
            continue;
        if (row->kind == ENT_TIME_HEADING)
            ent_i_time_text(page, row->name, (ent_i_point_t){page->plot.x, row->y},
                            ENT_ANCHOR_START, true, true, "heading");
        else
            ent_i_time_words(line, row, columns, pitch);
        if (row->kind == ENT_TIME_COUNT)
            ENT_TRY(ent_i_time_curve(line, row, pitch, err));
        else if (row->kind != ENT_TIME_HEADING)
            ent_i_time_bar(line, row, pitch);
    }
    ent_i_scene_close(page->scene);

cleanup:
    return status;
}

/* What the figure shows of these, for its legend. */
typedef struct shown {
    bool kind[ENT_TIE_KIND_COUNT];
    bool count;
    bool over;
    bool status[ENT_TIE_STATUS_COUNT];
    bool pale;
    bool ahead; /* goes on behind the as-of date */
    bool open;  /* has no start or end, or one beyond the axis */
} shown_t;

static void show_bar(shown_t *shown, const ent_i_timeline_t *line, const ent_i_time_row_t *row)
{
    ent_i_time_span_t span = ent_i_time_row_span(line, row);

    shown->kind[row->of] |= !row->over;
    shown->over |= row->over;
    shown->status[row->status] = true;
    shown->pale |= !span.sure || ent_i_time_is_seen(line, span.maybe_from, span.sure_from) ||
                   ent_i_time_is_seen(line, span.sure_until, span.maybe_until);
    shown->ahead |= line->dated && span.maybe_until > line->now &&
                    !ent_i_is_doubtful(row->status) && !row->over;
    shown->open |= span.before || span.beyond;
}

/* Members of whom it is not sure since when they are, or until when. */
static bool is_imprecise(const ent_i_timeline_t *line, const ent_i_time_row_t *row)
{
    const ent_dataset_t *dataset = ent_network_dataset(line->page->network);
    bool found = false;

    for (size_t i = row->from; i < row->from + row->records && !found; i++) {
        const ent_record_t *record = ent_dataset_record(dataset, line->record[i]);
        ent_period_t end;

        found = record->start.known && ent_i_time_counts(line, record, &end) &&
                (record->start.first < record->start.last || (end.known && end.first < end.last));
    }
    return found;
}

static shown_t what_is_shown(const ent_i_timeline_t *line)
{
    shown_t shown = {0};

    for (size_t i = 0; i < line->row_count; i++) {
        const ent_i_time_row_t *row = &line->row[i];

        if (row->left_out || row->kind == ENT_TIME_HEADING)
            continue;
        if (row->kind == ENT_TIME_COUNT) {
            shown.count = true;
            shown.pale = shown.pale || is_imprecise(line, row);
        } else {
            show_bar(&shown, line, row);
        }
    }
    return shown;
}

static ent_i_entry_t *add_box(ent_i_legend_t *legend, ent_i_page_t *page, ent_i_word_t word,
                              ent_i_color_t color)
{
    ent_i_entry_t *entry =
        ent_i_legend_add(legend, ENT_SWATCH_BOX, ent_i_say(page->scene, word, NULL, NULL, NULL));

    entry->color = color;
    return entry;
}

static void add_thin(ent_i_legend_t *legend, ent_i_page_t *page, ent_i_swatch_t swatch,
                     ent_i_word_t word)
{
    ent_i_entry_t *entry =
        ent_i_legend_add(legend, swatch, ent_i_say(page->scene, word, NULL, NULL, NULL));

    entry->color = ent_i_time_color(page, ENT_TIE_AGREEMENT);
    entry->radius = 0.3 * ENT_TIME_THIN * page->look->legend; /* a box is 0.6 high */
}

static void make_legend(ent_i_legend_t *legend, const ent_i_timeline_t *line)
{
    static const ent_i_word_t word[ENT_TIE_KIND_COUNT] = {[ENT_TIE_AGREEMENT] = ENT_SAY_AGREEMENT,
                                                          [ENT_TIE_EDGE] = ENT_SAY_TIE,
                                                          [ENT_TIE_MEMBERSHIP] = ENT_SAY_MEMBERSHIP,
                                                          [ENT_TIE_ATTENDANCE] =
                                                              ENT_SAY_KIND + ENT_KIND_EVENT};
    ent_i_page_t *page = line->page;
    shown_t shown = what_is_shown(line);
    ent_i_color_t ink = ent_i_time_color(page, ENT_TIE_AGREEMENT);

    legend->count = 0;
    for (int k = 0; k < ENT_TIE_KIND_COUNT; k++) {
        if (shown.kind[k])
            add_box(legend, page, word[k], ent_i_time_color(page, (ent_tie_kind_t)k));
    }
    if (shown.over)
        add_box(legend, page, ENT_SAY_OVER, ent_i_ink(page->options->theme, ENT_OTHER));
    if (shown.status[ENT_STATUS_PLANNED])
        add_box(legend, page, ENT_SAY_PLANNED, ink)->status = ENT_STATUS_PLANNED;
    if (shown.status[ENT_STATUS_DISPUTED])
        add_box(legend, page, ENT_SAY_DISPUTED, ink)->status = ENT_STATUS_DISPUTED;
    if (shown.pale)
        add_box(legend, page, ENT_SAY_IMPRECISE, ent_i_faded(ink, 0.35));
    if (shown.ahead)
        add_thin(legend, page, ENT_SWATCH_WIDTH, ENT_SAY_AHEAD);
    if (shown.open)
        add_thin(legend, page, ENT_SWATCH_ARROW, ENT_SAY_OPEN_END);
    if (shown.count)
        add_box(legend, page, ENT_SAY_STEPS, ent_i_time_color(page, ENT_TIE_MEMBERSHIP));
    ent_i_legend_flow(legend, page, page->inner.width);
}

/* Memberships with a start that the steps leave out. */
static void note_uncounted(const ent_i_timeline_t *line)
{
    ent_i_scene_t *scene = line->page->scene;
    enum { OVER, PLANNED, DISPUTED, REASONS };
    size_t left[REASONS] = {0};
    const char *list = "";
    ent_period_t end;

    for (size_t i = 0; i < line->row_count; i++) {
        const ent_i_time_row_t *row = &line->row[i];

        for (size_t k = row->from; row->kind == ENT_TIME_COUNT && k < row->from + row->records;
             k++) {
            const ent_record_t *record =
                ent_dataset_record(ent_network_dataset(line->page->network), line->record[k]);

            if (record->start.known && !ent_i_time_counts(line, record, &end))
                left[record->status == ENT_STATUS_PLANNED    ? PLANNED
                     : record->status == ENT_STATUS_DISPUTED ? DISPUTED
                                                             : OVER]++;
        }
    }
    for (int i = OVER; i < REASONS; i++) {
        if (left[i] > 0)
            list =
                ent_i_scene_printf(scene, "%s%s%s", list, list[0] != '\0' ? "; " : "",
                                   ent_i_say(scene, (ent_i_word_t)(ENT_SAY_STEPS_WITHOUT_OVER + i),
                                             ent_i_say_count(scene, left[i]), NULL, NULL));
    }
    if (list[0] != '\0')
        ent_i_page_note(line->page, ent_i_say(scene, ENT_SAY_STEPS_WITHOUT, list, NULL, NULL));
}

/* Every record behind the view has a row, is counted in one, or is told of here. */
static void note_records(ent_i_timeline_t *line)
{
    ent_i_page_t *page = line->page;
    ent_i_scene_t *scene = page->scene;
    size_t counted = 0, own = 0;
    const char *names = line->absent;

    for (size_t i = 0; i < line->row_count; i++) {
        if (line->row[i].kind == ENT_TIME_COUNT || line->row[i].kind == ENT_TIME_EVENT)
            counted += line->row[i].records;
        else
            own += line->row[i].records;
    }
    if (line->record_count > 0)
        ent_i_page_note(page,
                        ent_i_say(scene, counted > 0 ? ENT_SAY_RECORDS_COUNTED : ENT_SAY_RECORDS,
                                  ent_i_say_count(scene, line->record_count),
                                  ent_i_say_count(scene, own), ent_i_say_count(scene, counted)));
    note_uncounted(line);
    if (line->undated == 0)
        return;
    if (line->absent_named > 6)
        names = ent_i_say(scene, ENT_SAY_AND_MORE, names,
                          ent_i_say_count(scene, line->absent_named - 6), NULL);
    ent_i_page_note(page, ent_i_say(scene, ENT_SAY_UNDATED, ent_i_say_count(scene, line->undated),
                                    names, NULL));
}

static const char *say_left_out(ent_i_page_t *page, size_t rows, size_t records)
{
    return ent_i_say(page->scene, ENT_SAY_ROWS_LEFT_OUT, ent_i_say_count(page->scene, rows),
                     ent_i_say_count(page->scene, records), NULL);
}

/* Puts what was left out in the place of the sentence that kept it room, or takes that away. */
static void note_left_out(ent_i_timeline_t *line, size_t rows)
{
    size_t records = 0;

    for (size_t i = 0; i < line->row_count; i++)
        records += line->row[i].left_out ? line->row[i].records : 0;
    if (line->page->note_count == 0)
        return;
    if (rows == 0) {
        line->page->note_count--;
        return;
    }
    line->page->note[line->page->note_count - 1] = say_left_out(line->page, rows, records);
    ent_i_page_warn(line->page, line->page->note[line->page->note_count - 1]);
}

/* A sentence more, where there are some. */
static const char *with_count(ent_i_scene_t *scene, const char *text, ent_i_word_t word,
                              size_t count)
{
    return count == 0 ? text
                      : ent_i_scene_printf(
                            scene, "%s %s", text,
                            ent_i_say(scene, word, ent_i_say_count(scene, count), NULL, NULL));
}

/* The picture in words: how many ties, from when to when, what is planned and over. */
static const char *tell(const ent_i_timeline_t *line)
{
    ent_i_scene_t *scene = line->page->scene;
    size_t doubtful = 0, over = 0;
    const char *years = "";
    int first = 0, last = 0, m = 0, d = 0;

    for (size_t i = 0; i < line->record_count; i++) {
        const ent_record_t *record =
            ent_dataset_record(ent_network_dataset(line->page->network), line->record[i]);
        bool ended = ent_i_time_is_over(line, record);

        over += ended;
        doubtful += !ended && ent_i_is_doubtful(record->status);
    }
    ent_i_day_to_civil(line->axis.first, &first, &m, &d);
    ent_i_day_to_civil(line->axis.last - 1, &last, &m, &d);
    years = ent_i_scene_printf(scene, "%d–%d", first, last);
    years = ent_i_say(scene, ENT_SAY_TIME_TOLD, years, NULL, NULL);
    return with_count(scene, with_count(scene, years, ENT_SAY_TIME_OVER, over),
                      ENT_SAY_TIME_DOUBTFUL, doubtful);
}

static ent_status_t compose_rows(ent_i_timeline_t *line, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = line->page;
    ent_i_legend_t legend = {0};
    ent_i_time_columns_t columns = {0};
    double head = 3.2 * page->look->label;
    double least = ent_i_rows_least(page);
    double room = page->look->tallest - page->look->height - head;
    double pitch = 0;
    size_t dropped = 0;

    /* notes and legend take their room first, as for all rows; 5 lines are what they need */
    ENT_TRY(make_rows(line, room + page->plot.height - 6 * page->look->legend, err));
    ENT_TRY(fit_axis(line, err));
    note_records(line);
    ent_i_page_note(page, say_left_out(page, line->row_count, line->record_count));
    make_legend(&legend, line);
    ent_i_page_reserve_foot(page);
    page->plot.height -= legend.height + page->look->label;
    ent_i_rows_grow(page, head + all_rows(line) * roomy * page->look->label);
    ent_i_rows_shorten(page,
                       fmax(head + all_rows(line) * roomiest * page->look->label, legend.tall));
    dropped = drop_rows(line, fmax(1, (page->plot.height - head) / least));
    pitch =
        fmin((page->plot.height - head) / fmax(1, all_rows(line)), roomiest * page->look->label);
    ent_i_rows_letters(page, pitch);
    columns = ent_i_time_columns(line);
    place_rows(line, page->plot.y + head, pitch);
    draw_guides(line);
    draw_axis(line, page->plot.y + head, page->plot.y + head + pitch * all_rows(line));
    ENT_TRY(draw_rows(line, &columns, pitch, err));
    note_left_out(line, dropped);
    make_legend(&legend, line);
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->label});
    page->told = tell(line);

cleanup:
    return status;
}

bool ent_i_figure_has_dates(const ent_network_t *network)
{
    const ent_dataset_t *dataset = ent_network_dataset(network);
    bool dated = false;

    for (size_t t = 0; t < ent_network_tie_count(network) && dataset != NULL && !dated; t++) {
        for (size_t i = 0; i < ent_network_tie_record_count(network, t) && !dated; i++) {
            const ent_record_t *record =
                ent_dataset_record(dataset, ent_network_tie_record(network, t, i));
            ent_period_t start = record->start, end = record->end;

            if (record->kind == ENT_TIE_ATTENDANCE)
                ent_i_timeline_event(&start, &end, dataset, record->party[1]);
            dated = start.known || end.known;
        }
    }
    for (size_t i = 0; i < ent_network_aside_count(network) && !dated; i++) {
        const ent_record_t *record = ent_dataset_record(dataset, ent_network_aside(network, i));

        dated = record->start.known || record->end.known;
    }
    return dated;
}

ent_status_t ent_i_check_timeline(const ent_network_t *network, ent_error_t *err)
{
    if (ent_network_actor_count(network) == 0 || ent_i_figure_has_dates(network))
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL,
                      "The layout 'timeline' needs dates, and no tie of this view has one; give "
                      "`signed`, `from` or `to` in the tables of ties.");
}

ent_status_t ent_i_compose_timeline(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_options_t *how = ent_network_options(page->network);
    ent_i_timeline_t line = {.page = page};

    line.dated = how != NULL && how->selection.dated;
    line.now = line.dated ? how->selection.as_of : 0;
    for (size_t i = 0; i < page->plan.mark_count; i++)
        page->shown[i] = false; /* a row is a tie, not an actor */
    ENT_TRY(ent_i_timeline_records(&line, err));
    if (line.record_count == 0)
        ent_i_page_reserve_foot(page);
    else
        ENT_TRY(compose_rows(&line, err));

cleanup:
    free(line.record);
    free(line.row);
    return status;
}
