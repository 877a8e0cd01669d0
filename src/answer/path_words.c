/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps of a way in words: who did what with whom, and when. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answer/path_i.h"
#include "base/date.h"
#include "base/number.h"
#include "report/tables.h"

const char *ent_i_path_actor_name(const ent_path_t *path, ent_id_t actor)
{
    return ent_i_told_name(&path->told, actor);
}

const char *ent_i_path_name(const ent_path_t *path, ent_id_t vertex)
{
    ent_id_t actor = ent_network_actor(path->network, vertex);

    return actor != ENT_NONE ? ent_i_path_actor_name(path, actor)
                             : ent_network_vertex_name(path->network, vertex);
}

const char *ent_i_path_plain_name(const ent_path_t *path, ent_id_t vertex)
{
    ent_id_t actor = ent_network_actor(path->network, vertex);

    return actor != ENT_NONE ? ent_dataset_name(path->dataset, actor, path->options.language)
                             : ent_network_vertex_name(path->network, vertex);
}

static bool is_exact(const char *text)
{
    ent_i_date_t date;
    char why[400];

    return ent_i_date_parse(&date, text, why, sizeof why) && date.known &&
           date.first == date.last && !date.approximate && !date.uncertain;
}

/* Begins the next of several details. */
static void next_detail(ent_i_text_t *details)
{
    if (details->size > 0)
        ent_i_text_puts(details, "; ");
}

static void put_message(ent_i_text_t *text, const ent_path_t *path, ent_i_message_t message,
                        const char *argument)
{
    ent_i_message_put(text, path->options.language, message, argument, (char *)NULL);
}

/* "since 2015/2016, exact day not stated": the dates as written. */
static void put_period(ent_i_text_t *details, const ent_path_t *path, const char *from,
                       const char *to)
{
    const char *language = path->options.language;

    next_detail(details);
    if (from[0] != '\0' && to[0] != '\0' && strcmp(from, to) != 0)
        ent_i_message_put(details, language, ENT_MSG_PATH_FROM_TO, from, to, (char *)NULL);
    else if (from[0] != '\0' && to[0] != '\0')
        ent_i_text_puts(details, from);
    else if (from[0] != '\0')
        put_message(details, path, ENT_MSG_PATH_SINCE, from);
    else if (to[0] != '\0')
        put_message(details, path, ENT_MSG_PATH_UNTIL, to);
    else
        put_message(details, path, ENT_MSG_PATH_UNDATED, NULL);
    if ((from[0] != '\0' && !is_exact(from)) || (to[0] != '\0' && !is_exact(to))) {
        ent_i_text_puts(details, ", ");
        put_message(details, path, ENT_MSG_PATH_INEXACT, NULL);
    }
}

/* Anything but active, and whether an imprecise date decides if it counts. */
static void put_status(ent_i_text_t *details, const ent_path_t *path, const ent_record_t *record)
{
    const ent_selection_t *selection = &ent_network_options(path->network)->selection;

    if (ent_selection_judge(selection, record) == ENT_COUNTS_MAYBE) {
        next_detail(details);
        put_message(details, path, ENT_MSG_PATH_MAYBE, NULL);
    }
    if (record->status == ENT_STATUS_ACTIVE ||
        (record->status == ENT_STATUS_PLANNED && record->kind == ENT_TIE_AGREEMENT))
        return; /* of a planned agreement the sentence itself says so */
    next_detail(details);
    put_message(details, path, (ent_i_message_t)(ENT_MSG_PATH_STATUS + (int)record->status), NULL);
}

static void close_details(ent_i_text_t *text, ent_i_text_t *details)
{
    text->failed = text->failed || details->failed;
    if (details->size > 0)
        ent_i_text_printf(text, " (%s)", details->bytes);
    ent_i_text_free(details);
}

/* Memberships and attendances: the body's own dates stand for those of a visit. */
static void say_part(ent_i_text_t *text, const ent_path_t *path, const ent_record_t *record)
{
    bool visit = record->kind == ENT_TIE_ATTENDANCE;
    const char *plain = visit ? "attendee" : "member";
    const char *from = record->from_text;
    const char *to = record->to_text;
    ent_i_text_t details = {0};

    if (visit) {
        ent_i_visit_t dates = ent_i_visit(path->dataset, record);

        from = dates.start;
        to = dates.end;
    }
    ent_i_message_put(text, path->options.language,
                      visit ? ENT_MSG_PATH_STEP_ATTENDED : ENT_MSG_PATH_STEP_MEMBER,
                      ent_i_path_actor_name(path, record->party[0]),
                      ent_i_path_actor_name(path, record->party[1]), (char *)NULL);
    if (record->role[0] != '\0' && strcmp(record->role, plain) != 0)
        ent_i_text_puts(&details, record->role);
    put_period(&details, path, from, to);
    put_status(&details, path, record);
    close_details(text, &details);
}

static void say_edge(ent_i_text_t *text, const ent_path_t *path, const ent_record_t *record)
{
    ent_i_text_t details = {0};

    ent_i_message_put(text, path->options.language,
                      record->directed ? ENT_MSG_PATH_STEP_TIED_TO : ENT_MSG_PATH_STEP_TIED,
                      ent_i_path_actor_name(path, record->party[0]),
                      ent_i_path_actor_name(path, record->party[1]), (char *)NULL);
    if (record->from_text[0] != '\0' || record->to_text[0] != '\0')
        put_period(&details, path, record->from_text, record->to_text);
    if (!isnan(record->weight)) {
        char number[ENT_NUMBER_SIZE];

        next_detail(&details);
        ent_i_number_format(number, record->weight);
        put_message(&details, path, ENT_MSG_PATH_WEIGHT, number);
    }
    put_status(&details, path, record);
    close_details(text, &details);
}

/* "an MOU", "an agreement (twinning)" */
static void put_type(ent_i_text_t *text, const ent_path_t *path, const char *type)
{
    static const struct {
        const char *type;
        ent_i_message_t message;
    } types[] = {{"mou", ENT_MSG_PATH_MOU},
                 {"letter-of-intent", ENT_MSG_PATH_LETTER},
                 {"sister-city", ENT_MSG_PATH_SISTER},
                 {"friendship", ENT_MSG_PATH_FRIENDSHIP},
                 {"agreement", ENT_MSG_PATH_AGREEMENT},
                 {"", ENT_MSG_PATH_AGREEMENT}};

    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (strcmp(types[i].type, type) == 0) {
            put_message(text, path, types[i].message, NULL);
            return;
        }
    }
    put_message(text, path, ENT_MSG_PATH_AGREEMENT_TYPE, type);
}

static bool is_party(const ent_record_t *record, ent_id_t actor)
{
    for (size_t i = 0; i < record->party_count; i++)
        if (record->party[i] == actor)
            return true;
    return false;
}

/* The parties but for two (either may be ENT_NONE), as a list; false when there are none. */
static bool list_others(ent_i_text_t *text, const ent_path_t *path, const ent_record_t *record,
                        ent_id_t first, ent_id_t second)
{
    enum { SHOWN = 6 };
    const char **name = calloc(record->party_count, sizeof *name);
    size_t count = 0;

    text->failed = text->failed || name == NULL;
    for (size_t i = 0; name != NULL && i < record->party_count; i++)
        if (record->party[i] != first && record->party[i] != second)
            name[count++] = ent_i_path_actor_name(path, record->party[i]);
    if (count > 0)
        ent_i_message_put_list(text, path->options.language, name, count, SHOWN);
    free(name);
    return count > 0;
}

static void put_agreement_details(ent_i_text_t *text, const ent_path_t *path,
                                  const ent_record_t *record, ent_id_t first, ent_id_t second)
{
    const char *to = record->to_text;
    char days[22];
    ent_i_text_t details = {0};
    ent_i_text_t others = {0};

    if (second != ENT_NONE && list_others(&others, path, record, first, second) && !others.failed)
        put_message(&details, path, ENT_MSG_PATH_TOGETHER, others.bytes);
    details.failed = details.failed || others.failed;
    if (to[0] == '\0' && record->term_months > 0 && record->end.known) {
        ent_i_days_format(record->end.first, record->end.last, days);
        to = days;
    }
    if (record->from_text[0] != '\0' || to[0] != '\0')
        put_period(&details, path, record->from_text, to);
    else if (record->signed_text[0] == '\0')
        put_period(&details, path, "", "");
    put_status(&details, path, record);
    ent_i_text_free(&others);
    close_details(text, &details);
}

/* Told from a party: `first`, with `second`, or with all others where that is ENT_NONE. */
static void say_agreement(ent_i_text_t *text, const ent_path_t *path, const ent_record_t *record,
                          ent_id_t first, ent_id_t second)
{
    ent_i_text_t type = {0};
    ent_i_text_t others = {0};

    put_type(&type, path, record->type);
    if (second == ENT_NONE)
        list_others(&others, path, record, first, ENT_NONE);
    text->failed = text->failed || type.failed || others.failed;
    if (!text->failed)
        ent_i_message_put(text, path->options.language,
                          record->status == ENT_STATUS_PLANNED ? ENT_MSG_PATH_STEP_PLANNED
                          : record->signed_text[0] != '\0'     ? ENT_MSG_PATH_STEP_SIGNED
                                                               : ENT_MSG_PATH_STEP_AGREED,
                          ent_i_path_actor_name(path, first), type.bytes,
                          second != ENT_NONE ? ent_i_path_actor_name(path, second) : others.bytes,
                          (char *)NULL);
    if (record->signed_text[0] != '\0') {
        ent_i_text_printf(text, ", %s", record->signed_text);
        if (!is_exact(record->signed_text)) {
            ent_i_text_puts(text, ", ");
            put_message(text, path, ENT_MSG_PATH_INEXACT, NULL);
        }
    }
    put_agreement_details(text, path, record, first, second);
    ent_i_text_free(&type);
    ent_i_text_free(&others);
}

/* An agreement of which an end of the step is no party binds it through its network. */
static void say_bound(ent_i_text_t *text, const ent_path_t *path, const ent_record_t *record,
                      ent_id_t from, ent_id_t to)
{
    ent_i_text_t inner = {0};

    say_agreement(&inner, path, record, record->party[0],
                  record->party_count == 2 ? record->party[1] : ENT_NONE);
    text->failed = text->failed || inner.failed;
    if (!text->failed)
        ent_i_message_put(text, path->options.language, ENT_MSG_PATH_STEP_BOUND,
                          ent_i_path_actor_name(path, from), ent_i_path_actor_name(path, to),
                          inner.bytes, (char *)NULL);
    ent_i_text_free(&inner);
}

void ent_i_path_say_record(ent_i_text_t *text, const ent_path_t *path, ent_id_t record,
                           ent_id_t from, ent_id_t to)
{
    const ent_record_t *of = ent_dataset_record(path->dataset, record);
    bool has_from = is_party(of, from);
    bool has_to = is_party(of, to);

    if (of->kind == ENT_TIE_EDGE)
        say_edge(text, path, of);
    else if (of->kind != ENT_TIE_AGREEMENT)
        say_part(text, path, of);
    else if (has_from && has_to)
        say_agreement(text, path, of, from, to);
    else if (from != ENT_NONE && to != ENT_NONE)
        say_bound(text, path, of, from, to);
    else
        say_agreement(text, path, of,
                      has_from ? from
                      : has_to ? to
                               : of->party[0],
                      of->party_count > 2 ? ENT_NONE
                      : of->party[0] == (has_from ? from
                                         : has_to ? to
                                                  : of->party[0])
                          ? of->party[1]
                          : of->party[0]);
}

static int compare_ids(const void *left, const void *right)
{
    const ent_id_t *x = left;
    const ent_id_t *y = right;

    return (*x > *y) - (*x < *y);
}

void ent_i_path_say_shared(ent_i_text_t *text, const ent_path_t *path, ent_id_t from, ent_id_t to,
                           size_t tie)
{
    enum { SHOWN = 6 };
    bool cities = ent_network_view(path->network) == ENT_VIEW_CITIES;
    bool projected = cities || ent_network_view(path->network) == ENT_VIEW_NETWORKS;
    size_t records = projected ? ent_network_tie_record_count(path->network, tie) : 0;
    ent_id_t *middle = calloc(records + 1, sizeof *middle);
    const char **name = calloc(records + 1, sizeof *name);
    ent_i_text_t list = {0};
    size_t count = 0;
    size_t different = 0;

    text->failed = text->failed || middle == NULL || name == NULL;
    for (size_t i = 0; !text->failed && i < records; i++) {
        const ent_record_t *record =
            ent_dataset_record(path->dataset, ent_network_tie_record(path->network, tie, i));

        if (record->kind == ENT_TIE_MEMBERSHIP)
            middle[count++] = record->party[cities ? 1 : 0];
    }
    if (count > 0)
        qsort(middle, count, sizeof *middle, compare_ids);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || middle[i] != middle[i - 1])
            name[different++] = ent_i_path_actor_name(path, middle[i]);
    if (different > 0) {
        ent_i_message_put_list(&list, path->options.language, name, different, SHOWN);
        text->failed = text->failed || list.failed;
        if (!text->failed)
            ent_i_message_put(text, path->options.language,
                              cities ? ENT_MSG_PATH_STEP_SHARE_NETWORKS
                                     : ENT_MSG_PATH_STEP_SHARE_MEMBERS,
                              ent_i_path_name(path, from), ent_i_path_name(path, to), list.bytes,
                              ent_i_count_text(different).text, (char *)NULL);
    }
    ent_i_text_free(&list);
    free(middle);
    free(name);
}

/* A day on which the dates of a record let it count, where they do not on this one. */
static int32_t day_that_counts(const ent_record_t *record, int32_t day)
{
    bool early =
        record->start.known && day < record->start.first && record->status != ENT_STATUS_PLANNED;

    return early ? record->start.first : record->end.last;
}

static void say_why_status(ent_i_text_t *text, const ent_path_t *path, const ent_record_t *record)
{
    ent_selection_t selection = ent_network_options(path->network)->selection;
    ent_i_text_t status = {0};
    ent_i_message_t message = ENT_MSG_PATH_WHY_STATUS;
    char day[11] = "";

    selection.include |= 1U << record->status;
    if (ent_selection_judge(&selection, record) == ENT_NOT_DATE) {
        message = ENT_MSG_PATH_WHY_BOTH;
        ent_day_format(day_that_counts(record, selection.as_of), day);
    }
    put_message(&status, path, (ent_i_message_t)(ENT_MSG_PATH_STATUS + (int)record->status), NULL);
    text->failed = text->failed || status.failed;
    if (!text->failed)
        ent_i_message_put(text, path->options.language, message, status.bytes,
                          ent_tie_status_name(record->status), day, (char *)NULL);
    ent_i_text_free(&status);
}

void ent_i_path_say_why(ent_i_text_t *text, const ent_path_t *path, ent_id_t record)
{
    const ent_selection_t *selection = &ent_network_options(path->network)->selection;
    const ent_record_t *of = ent_dataset_record(path->dataset, record);
    int32_t counting = day_that_counts(of, selection->as_of);
    char day[11];

    if (ent_selection_judge(selection, of) == ENT_NOT_STATUS) {
        say_why_status(text, path, of);
        return;
    }
    ent_day_format(counting, day);
    put_message(text, path,
                counting > selection->as_of ? ENT_MSG_PATH_WHY_EARLY : ENT_MSG_PATH_WHY_OVER, day);
}
