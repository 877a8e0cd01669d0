/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows of a timeline: a record each, or all memberships of a network, all guests of an event.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "figure/timeline.h"
#include "network/network_i.h"

enum { NAMED_ABSENT = 6 };

static const ent_record_t *record_at(const ent_i_timeline_t *line, size_t i)
{
    return ent_dataset_record(ent_network_dataset(line->page->network), line->record[i]);
}

/* What a record is sorted by. */
typedef struct key {
    int section;
    const char *gathering; /* id of the network or event */
    int64_t start;
    int64_t end;
    ent_id_t record;
} sort_key_t;

static int section_of(ent_tie_kind_t kind)
{
    static const int section[ENT_TIE_KIND_COUNT] = {[ENT_TIE_AGREEMENT] = 0,
                                                    [ENT_TIE_EDGE] = 1,
                                                    [ENT_TIE_MEMBERSHIP] = 2,
                                                    [ENT_TIE_ATTENDANCE] = 3};

    return section[kind];
}

static bool is_gathered(ent_tie_kind_t kind)
{
    return kind == ENT_TIE_MEMBERSHIP || kind == ENT_TIE_ATTENDANCE;
}

static int by_key(const void *left, const void *right)
{
    const sort_key_t *a = left;
    const sort_key_t *b = right;
    int order = strcmp(a->gathering, b->gathering);

    if (a->section != b->section)
        return a->section < b->section ? -1 : 1;
    if (order != 0)
        return order;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return a->record < b->record ? -1 : a->record > b->record;
}

static sort_key_t key_of(const ent_dataset_t *dataset, ent_id_t id)
{
    const ent_record_t *record = ent_dataset_record(dataset, id);
    sort_key_t key = {.section = section_of(record->kind), .gathering = "", .record = id};

    key.start = record->start.known ? record->start.first : (int64_t)ENT_DAY_MAX + 1;
    key.end = record->end.known ? record->end.first : (int64_t)ENT_DAY_MAX + 1;
    if (is_gathered(record->kind))
        key.gathering = ent_dataset_actor(dataset, record->party[1])->id;
    return key;
}

ent_status_t ent_i_timeline_records(ent_i_timeline_t *line, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = line->page->network;
    const ent_dataset_t *dataset = network->dataset;
    size_t all = dataset != NULL ? ent_dataset_record_count(dataset) : 0;
    bool *seen = NULL;
    sort_key_t *key = NULL;

    ENT_TRY(ent_i_alloc(&seen, all, sizeof *seen, err));
    for (size_t t = 0; t < network->tie_count && dataset != NULL; t++) {
        for (size_t i = 0; i < ent_network_tie_record_count(network, t); i++)
            seen[ent_network_tie_record(network, t, i)] = true;
    }
    for (size_t i = 0; i < network->aside_count; i++)
        seen[network->aside[i]] = true;
    for (size_t i = 0; i < all; i++)
        line->record_count += seen[i];
    ENT_TRY(ent_i_alloc(&key, line->record_count, sizeof *key, err));
    ENT_TRY(ent_i_alloc(&line->record, line->record_count, sizeof *line->record, err));
    for (size_t i = 0, k = 0; i < all; i++) {
        if (seen[i])
            key[k++] = key_of(dataset, (ent_id_t)i);
    }
    qsort(key, line->record_count, sizeof *key, by_key);
    for (size_t i = 0; i < line->record_count; i++)
        line->record[i] = key[i].record;

cleanup:
    free(seen);
    free(key);
    return status;
}

static ent_period_t period_of(const char *text)
{
    ent_i_date_t date;
    char why[200];

    if (text == NULL || text[0] == '\0' || !ent_i_date_parse(&date, text, why, sizeof why))
        date = ent_i_date_unknown();
    return (ent_period_t){date.first, date.last, date.known};
}

void ent_i_timeline_event(ent_period_t *start, ent_period_t *end, const ent_dataset_t *dataset,
                          ent_id_t event)
{
    *start = period_of(ent_dataset_attribute(dataset, event, "start"));
    *end = period_of(ent_dataset_attribute(dataset, event, "end"));
    if (start->known && !end->known) /* it takes no longer than is said */
        *end = *start;
}

static const char *name_of(ent_i_page_t *page, ent_id_t actor)
{
    const char *name = ent_i_scene_name(
        page->scene,
        ent_dataset_name(ent_network_dataset(page->network), actor, page->options->language), 80);
    ent_id_t vertex = ent_network_vertex(page->network, actor);
    ent_id_t mark = vertex != ENT_NONE ? page->plan.mark_of[vertex] : ENT_NONE;

    if (mark == ENT_NONE || page->plan.mark[mark].vertex != vertex)
        return name; /* or it is folded */
    return ent_i_told_apart(page, &page->plan.mark[mark], name);
}

static const char *name_parties(ent_i_page_t *page, const ent_record_t *record)
{
    const char *text = name_of(page, record->party[0]);

    for (size_t i = 1; i < record->party_count && i < 12; i++)
        text = ent_i_scene_printf(page->scene, "%s, %s", text, name_of(page, record->party[i]));
    return text;
}

/* "2025-04-10/16" for "2025-04-10/2025-04-16", "2025-07-29/12-29" within a year. */
static const char *short_date(ent_i_page_t *page, const char *text)
{
    const char *clean = ent_i_scene_name(page->scene, text, 24);

    if (strlen(clean) == 21 && clean[10] == '/' && strncmp(clean, clean + 11, 8) == 0)
        return ent_i_scene_printf(page->scene, "%.10s/%s", clean, clean + 19);
    if (strlen(clean) == 21 && clean[10] == '/' && strncmp(clean, clean + 11, 5) == 0)
        return ent_i_scene_printf(page->scene, "%.10s/%s", clean, clean + 16);
    return clean;
}

/* When it begins and ends, as written; an end that a term gives as a cell would have it. */
static const char *say_when(ent_i_page_t *page, const ent_record_t *record)
{
    const char *from = record->from_text[0] != '\0' ? record->from_text : record->signed_text;
    const char *to = short_date(page, record->to_text);
    char days[22];

    from = short_date(page, from);
    if (to[0] == '\0' && record->end.known && record->end.first != ENT_DAY_MAX) {
        ent_i_days_format(record->end.first, record->end.last, days);
        to = short_date(page, days);
    }
    if (to[0] == '\0')
        return from;
    return ent_i_scene_printf(page->scene, "%s%s– %s", from, from[0] != '\0' ? " " : "", to);
}

static bool is_dated(const ent_record_t *record)
{
    return record->start.known || record->end.known;
}

static bool is_ended(ent_tie_status_t status)
{
    return status == ENT_STATUS_EXPIRED || status == ENT_STATUS_TERMINATED ||
           status == ENT_STATUS_WITHDRAWN;
}

bool ent_i_time_is_over(const ent_i_timeline_t *line, const ent_record_t *record)
{
    ent_period_t start = record->start, end = record->end;

    if (is_ended(record->status))
        return !line->dated || !start.known || start.first <= line->now;
    return line->dated && end.known && end.last < line->now;
}

ent_period_t ent_i_time_end(const ent_i_timeline_t *line, const ent_record_t *record)
{
    ent_period_t end = record->end;
    int32_t begun = record->start.known ? record->start.first : ENT_DAY_MIN;
    int32_t last = end.known ? end.last : ENT_DAY_MAX;

    if (!is_ended(record->status))
        return end;
    if (line->dated && begun <= line->now)
        last = begun < line->now ? line->now - 1 : begun;
    if (end.known && end.first <= last && (!line->dated || begun <= line->now))
        return (ent_period_t){end.first, end.last < last ? end.last : last, true};
    return (ent_period_t){begun, last, true};
}

bool ent_i_time_counts(const ent_i_timeline_t *line, const ent_record_t *record, ent_period_t *end)
{
    const ent_network_options_t *how = ent_network_options(line->page->network);
    bool included = how != NULL && (how->selection.include & 1U << record->status) != 0;

    *end = record->end;
    if (included || record->status == ENT_STATUS_ACTIVE)
        return true;
    if (!is_ended(record->status) || !end->known || end->first >= line->now)
        return false;
    if (end->last >= line->now)
        end->last = line->now - 1;
    return true;
}

/* The best rank of its parties; those in force before all others, then by section. */
static size_t importance_of(const ent_i_timeline_t *line, const ent_i_time_row_t *row)
{
    const ent_i_plan_t *plan = &line->page->plan;
    size_t best = plan->mark_count;
    size_t class = (size_t)section_of(row->of) + (row->over ? 2 : 0);

    for (size_t i = row->from; i < row->from + row->records; i++) {
        const ent_record_t *record = record_at(line, i);

        for (size_t p = 0; p < record->party_count; p++) {
            ent_id_t v = ent_network_vertex(line->page->network, record->party[p]);

            if (v != ENT_NONE && plan->mark_of[v] != ENT_NONE &&
                plan->mark[plan->mark_of[v]].rank < best)
                best = plan->mark[plan->mark_of[v]].rank;
        }
    }
    if (row->kind == ENT_TIME_COUNT)
        class = 0;
    return class * (plan->mark_count + 1) + best;
}

static ent_status_t add_row(ent_i_timeline_t *line, ent_i_time_row_t row, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ENT_GROW(line->row, line->row_count, line->row_capacity, err));
    row.importance = importance_of(line, &row);
    line->row[line->row_count++] = row;

cleanup:
    return status;
}

/* Counts records that no row can show, and names some. */
static void add_absent(ent_i_timeline_t *line, const char *what, size_t records)
{
    line->undated += records;
    if (line->absent_named++ < NAMED_ABSENT)
        line->absent = ent_i_scene_printf(line->page->scene, "%s%s%s", line->absent,
                                          line->absent[0] != '\0' ? "; " : "", what);
}

static const char *status_word(ent_i_page_t *page, ent_tie_status_t status)
{
    static const ent_i_word_t word[ENT_TIE_STATUS_COUNT] = {
        [ENT_STATUS_PLANNED] = ENT_SAY_PLANNED,
        [ENT_STATUS_DISPUTED] = ENT_SAY_DISPUTED,
        [ENT_STATUS_EXPIRED] = ENT_SAY_EXPIRED,
        [ENT_STATUS_TERMINATED] = ENT_SAY_TERMINATED,
        [ENT_STATUS_WITHDRAWN] = ENT_SAY_WITHDRAWN};

    return status == ENT_STATUS_ACTIVE ? ""
                                       : ent_i_say(page->scene, word[status], NULL, NULL, NULL);
}

/* What stands behind the parties' names: the office, the status. */
static const char *tail_of(ent_i_page_t *page, const ent_record_t *record)
{
    const char *status = status_word(page, record->status);
    const char *role = strcmp(record->role, "member") == 0 ? "" : record->role;

    role = ent_i_scene_name(page->scene, role, 24);
    if (role[0] == '\0' && status[0] == '\0')
        return "";
    return ent_i_scene_printf(page->scene, "(%s%s%s)", role,
                              role[0] != '\0' && status[0] != '\0' ? ", " : "", status);
}

/* A row in words: a blank before the tail, where there is one. */
static const char *with_tail(ent_i_page_t *page, const char *text, const char *tail)
{
    return tail[0] == '\0' ? text : ent_i_scene_printf(page->scene, "%s %s", text, tail);
}

static ent_status_t add_tie(ent_i_timeline_t *line, size_t i, ent_error_t *err)
{
    ent_i_page_t *page = line->page;
    const ent_record_t *record = record_at(line, i);
    bool two = record->party_count == 2;
    ent_i_time_row_t row = {
        .kind = ENT_TIME_TIE,
        .of = record->kind,
        .name = two ? name_of(page, record->party[0]) : name_parties(page, record),
        .other = two ? ent_i_scene_printf(page->scene, "%s%s", record->directed ? " → " : " – ",
                                          name_of(page, record->party[1]))
                     : "",
        .tail = tail_of(page, record),
        .when = say_when(page, record),
        .start = record->start,
        .end = ent_i_time_end(line, record),
        .status = record->status,
        .record = line->record[i],
        .from = i,
        .records = 1};

    if (!is_dated(record) && !(line->dated && record->status == ENT_STATUS_PLANNED)) {
        add_absent(
            line,
            with_tail(page, ent_i_scene_printf(page->scene, "%s%s", row.name, row.other), row.tail),
            1);
        return ENT_OK;
    }
    row.over = ent_i_time_is_over(line, record);
    row.title =
        ent_i_scene_printf(page->scene, "%s%s: %s %s", row.name, row.other,
                           record->type[0] != '\0' ? ent_i_scene_name(page->scene, record->type, 40)
                                                   : ent_tie_kind_name(record->kind),
                           row.when);
    row.title = with_tail(page, row.title, row.tail);
    return add_row(line, row, err);
}

static int by_id(const void *left, const void *right)
{
    ent_id_t a = *(const ent_id_t *)left;
    ent_id_t b = *(const ent_id_t *)right;

    return (a > b) - (a < b);
}

/* Members of a network on the as-of date, once each; of those with a start only, what its curve
 * comes to. */
static ent_status_t count_members(size_t *members, const ent_i_timeline_t *line, size_t from,
                                  size_t count, bool begun, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_options_t *how = ent_network_options(line->page->network);
    ent_id_t *member = NULL;
    size_t found = 0;

    *members = 0;
    ENT_TRY(ent_i_alloc(&member, count, sizeof *member, err));
    for (size_t i = from; i < from + count && how != NULL; i++) {
        const ent_record_t *record = record_at(line, i);
        ent_count_t counts = ent_selection_judge(&how->selection, record);

        bool over = line->dated && record->end.known && record->end.last < line->now;

        if (counts != ENT_NOT_STATUS && counts != ENT_NOT_DATE && !over &&
            (record->start.known || !begun))
            member[found++] = record->party[0];
    }
    if (found > 1)
        qsort(member, found, sizeof *member, by_id);
    for (size_t i = 0; i < found; i++)
        *members += i == 0 || member[i] != member[i - 1];

cleanup:
    free(member);
    return status;
}

static ent_status_t add_network(ent_i_timeline_t *line, size_t from, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = line->page;
    ent_id_t network = record_at(line, from)->party[1];
    const char *name = name_of(page, network);
    ent_i_time_row_t row = {.kind = ENT_TIME_COUNT,
                            .of = ENT_TIE_MEMBERSHIP,
                            .name = name,
                            .other = "",
                            .when = "",
                            .title = name,
                            .bold = true,
                            .record = ENT_NONE,
                            .from = from,
                            .records = count};
    size_t dated = 0, members = 0, begun = 0;

    for (size_t i = from; i < from + count; i++)
        dated += is_dated(record_at(line, i));
    if (dated <= line->bulk) {
        for (size_t i = from; i < from + count; i++) {
            if (is_dated(record_at(line, i)))
                ENT_TRY(add_tie(line, i, err));
        }
        if (dated < count)
            add_absent(line,
                       ent_i_scene_printf(page->scene, "%s (%s)", name,
                                          ent_i_say_count(page->scene, count - dated)),
                       count - dated);
        return ENT_OK;
    }
    ENT_TRY(count_members(&members, line, from, count, false, err));
    ENT_TRY(count_members(&begun, line, from, count, true, err));
    row.tail =
        ent_i_say(page->scene, begun < members ? ENT_SAY_MEMBERS_DATED : ENT_SAY_MEMBERS_COUNTED,
                  ent_i_say_count(page->scene, members), ent_i_say_count(page->scene, begun), NULL);
    ENT_TRY(add_row(line, row, err));

cleanup:
    return status;
}

/* From the first day to the last, where these are not one cell. */
static const char *say_days(ent_i_page_t *page, const char *start, const char *end)
{
    const char *last = strrchr(end, '/');

    if (end[0] == '\0' || strcmp(start, end) == 0)
        return short_date(page, start);
    last = last != NULL ? last + 1 : end;
    return short_date(
        page, ent_i_scene_printf(page->scene, "%.*s/%s", (int)strcspn(start, "/"), start, last));
}

static ent_status_t add_event(ent_i_timeline_t *line, size_t from, size_t count, ent_error_t *err)
{
    ent_i_page_t *page = line->page;
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    ent_id_t event = record_at(line, from)->party[1];
    const char *start = ent_dataset_attribute(dataset, event, "start");
    const char *end = ent_dataset_attribute(dataset, event, "end");
    ent_i_time_row_t row = {.kind = ENT_TIME_EVENT,
                            .of = ENT_TIE_ATTENDANCE,
                            .name = name_of(page, event),
                            .other = "",
                            .record = ENT_NONE,
                            .from = from,
                            .records = count};

    row.tail = ent_i_scene_printf(page->scene, "(%s)", ent_i_say_count(page->scene, count));
    ent_i_timeline_event(&row.start, &row.end, dataset, event);
    if (!row.start.known && !row.end.known) {
        add_absent(line, with_tail(page, row.name, row.tail), count);
        return ENT_OK;
    }
    row.when = say_days(page, start != NULL ? start : "", end != NULL ? end : "");
    row.title = ent_i_scene_printf(page->scene, "%s: %s", row.name, row.when);
    return add_row(line, row, err);
}

static const char *heading_of(ent_i_page_t *page, ent_tie_kind_t kind)
{
    static const ent_i_word_t word[ENT_TIE_KIND_COUNT] = {
        [ENT_TIE_AGREEMENT] = ENT_SAY_SECTION_AGREEMENTS,
        [ENT_TIE_EDGE] = ENT_SAY_SECTION_TIES,
        [ENT_TIE_MEMBERSHIP] = ENT_SAY_SECTION_MEMBERSHIPS,
        [ENT_TIE_ATTENDANCE] = ENT_SAY_SECTION_EVENTS};

    return ent_i_say(page->scene, word[kind], NULL, NULL, NULL);
}

static int by_start(const void *left, const void *right)
{
    const ent_i_time_row_t *a = left;
    const ent_i_time_row_t *b = right;
    bool count_a = a->kind == ENT_TIME_COUNT, count_b = b->kind == ENT_TIME_COUNT;

    if (section_of(a->of) != section_of(b->of))
        return section_of(a->of) < section_of(b->of) ? -1 : 1;
    if ((a->kind == ENT_TIME_HEADING) != (b->kind == ENT_TIME_HEADING))
        return a->kind == ENT_TIME_HEADING ? -1 : 1;
    if (count_a != count_b)
        return count_a ? -1 : 1;
    if (count_a && a->records != b->records)
        return a->records > b->records ? -1 : 1;
    if (!count_a && a->start.known != b->start.known)
        return a->start.known ? -1 : 1;
    if (!count_a && a->start.first != b->start.first)
        return a->start.first < b->start.first ? -1 : 1;
    return a->from < b->from ? -1 : a->from > b->from;
}

ent_status_t ent_i_timeline_rows(ent_i_timeline_t *line, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = 0;

    line->row_count = line->undated = line->absent_named = 0;
    line->absent = "";
    for (size_t i = 0; i < line->record_count; i += count) {
        const ent_record_t *first = record_at(line, i);

        count = 1;
        while (is_gathered(first->kind) && i + count < line->record_count &&
               record_at(line, i + count)->kind == first->kind &&
               record_at(line, i + count)->party[1] == first->party[1])
            count++;
        if (first->kind == ENT_TIE_MEMBERSHIP)
            ENT_TRY(add_network(line, i, count, err));
        else if (first->kind == ENT_TIE_ATTENDANCE)
            ENT_TRY(add_event(line, i, count, err));
        else
            ENT_TRY(add_tie(line, i, err));
    }
    count = line->row_count;
    for (int k = 0; k < ENT_TIE_KIND_COUNT; k++) {
        bool used = false;

        for (size_t i = 0; i < count; i++)
            used |= line->row[i].of == (ent_tie_kind_t)k;
        if (used)
            ENT_TRY(add_row(line,
                            (ent_i_time_row_t){.kind = ENT_TIME_HEADING,
                                               .of = (ent_tie_kind_t)k,
                                               .name = heading_of(line->page, (ent_tie_kind_t)k),
                                               .other = "",
                                               .tail = "",
                                               .when = "",
                                               .bold = true,
                                               .record = ENT_NONE},
                            err));
    }
    if (line->row_count > 1)
        qsort(line->row, line->row_count, sizeof *line->row, by_start);

cleanup:
    return status;
}

double ent_i_time_row_share(const ent_i_time_row_t *row)
{
    return row->kind == ENT_TIME_HEADING ? 1.5 : row->kind == ENT_TIME_COUNT ? 2.2 : 1;
}
