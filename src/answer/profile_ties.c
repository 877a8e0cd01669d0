/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ties of a profile as text: what each is, whether it counts, the rows and sources behind. */
#include <math.h>
#include <string.h>

#include "answer/profile_text.h"
#include "base/date.h"
#include "base/unicode.h"
#include "report/tables.h"

/* Ties of one kind that a person reads; JSON and CSV have all. */
enum { MOST_TIES = 25 };

static const char *or_empty(const ent_i_text_t *text)
{
    return text->bytes != NULL ? text->bytes : "";
}

/* The other parties, or all of them where the actor is none. */
static void put_others(ent_i_text_t *text, const ent_profile_t *profile, const ent_record_t *record)
{
    bool first = true;

    for (size_t i = 0; i < record->party_count; i++) {
        if (record->party[i] == profile->actor)
            continue;
        ent_i_text_puts(text, first ? "" : "; ");
        ent_i_text_puts(text, ent_i_told_name(&profile->told, record->party[i]));
        first = false;
    }
}

static void put_title(ent_i_prose_t *prose, const ent_profile_t *profile,
                      const ent_record_t *record)
{
    ent_i_text_t text = {0};

    ent_i_text_puts(&text, "* ");
    if (record->kind == ENT_TIE_AGREEMENT && record->type[0] != '\0')
        ent_i_text_printf(&text, "%s: ", record->type);
    if (record->directed)
        ent_i_text_puts(&text, record->party[0] == profile->actor ? "→ " : "← ");
    put_others(&text, profile, record);
    if (record->role[0] != '\0')
        ent_i_text_printf(&text, " (%s)", record->role);
    ent_i_prose_take(prose, 2, &text);
}

static void put_end(const ent_i_prose_t *prose, ent_i_text_t *text, const ent_record_t *record)
{
    char days[22];

    if (record->to_text[0] != '\0') {
        ent_i_prose_join(prose, text, ENT_MSG_PROFILE_TO, record->to_text, (char *)NULL);
    } else if (record->term_months > 0 && record->end.known && record->end.first != INT32_MAX) {
        ent_i_days_format(record->end.first, record->end.last, days);
        ent_i_prose_join(prose, text, ENT_MSG_PROFILE_TERM,
                         ent_i_count_text((size_t)record->term_months).text, days, (char *)NULL);
    }
}

static void put_counting(const ent_i_prose_t *prose, ent_i_text_t *text,
                         const ent_profile_t *profile, const ent_i_profile_tie_t *tie,
                         const ent_record_t *record)
{
    switch (tie->count) {
    case ENT_NOT_STATUS:
        ent_i_prose_join(prose, text, ENT_MSG_PROFILE_NOT_STATUS, (char *)NULL);
        break;
    case ENT_NOT_DATE:
        ent_i_prose_join(prose, text, ENT_MSG_PROFILE_NOT_DATE, profile->report.as_of,
                         (char *)NULL);
        break;
    case ENT_COUNTS_MAYBE:
        ent_i_prose_join(prose, text, ENT_MSG_PROFILE_MAYBE, (char *)NULL);
        break;
    case ENT_COUNTS_UNDATED:
        if (profile->report.selection->dated && record->kind != ENT_TIE_ATTENDANCE)
            ent_i_prose_join(prose, text, ENT_MSG_PROFILE_ALWAYS, (char *)NULL);
        break;
    case ENT_COUNTS:
        break;
    }
}

/* The dates of an attendance are its event's. */
static void put_visit(ent_i_text_t *text, const ent_i_prose_t *prose, const ent_profile_t *profile,
                      const ent_record_t *record)
{
    ent_i_visit_t visit = ent_i_visit(profile->report.dataset, record);

    if (visit.start[0] == '\0' && visit.end[0] != '\0')
        ent_i_prose_join(prose, text, ENT_MSG_PROFILE_TO, visit.end, (char *)NULL);
    else if (visit.end[0] == '\0' || strcmp(visit.start, visit.end) == 0)
        ent_i_text_puts(text, visit.start);
    else
        ent_i_prose_join(prose, text, ENT_MSG_PATH_FROM_TO, visit.start, visit.end, (char *)NULL);
}

/* "signed 2025-04; active". */
static void put_state(ent_i_prose_t *prose, const ent_profile_t *profile,
                      const ent_i_profile_tie_t *tie, const ent_record_t *record)
{
    ent_i_text_t text = {0};

    if (record->signed_text[0] != '\0')
        ent_i_prose_join(prose, &text, ENT_MSG_PROFILE_SIGNED, record->signed_text, (char *)NULL);
    if (record->from_text[0] != '\0')
        ent_i_prose_join(prose, &text, ENT_MSG_PROFILE_FROM, record->from_text, (char *)NULL);
    put_end(prose, &text, record);
    if (record->kind == ENT_TIE_ATTENDANCE)
        put_visit(&text, prose, profile, record);
    if (record->kind != ENT_TIE_EDGE)
        ent_i_prose_join(prose, &text,
                         (ent_i_message_t)((int)ENT_MSG_PROFILE_ACTIVE + (int)record->status),
                         (char *)NULL);
    put_counting(prose, &text, profile, tie, record);
    if (!isnan(record->weight))
        ent_i_prose_join(prose, &text, ENT_MSG_PROFILE_WEIGHT,
                         ent_i_number_text(record->weight, 6).text, (char *)NULL);
    if (!isnan(record->confidence))
        ent_i_prose_join(prose, &text, ENT_MSG_PROFILE_CONFIDENCE,
                         ent_i_number_text(record->confidence, 6).text, (char *)NULL);
    ent_i_prose_take(prose, 6, &text);
}

/* Names of a list of ids, where they are actors'. */
static void put_listed(ent_i_prose_t *prose, const ent_profile_t *profile, ent_i_message_t message,
                       const char *list)
{
    ent_i_text_t names = {0};
    const char *item;
    size_t size;

    while (ent_i_list_next(&list, &item, &size)) {
        ent_i_text_t one = {0};
        const char *name = NULL;

        ent_i_text_add(&one, item, size);
        if (!one.failed)
            name = ent_i_report_subject(&profile->report, one.bytes);
        names.failed = names.failed || name == NULL;
        ent_i_text_puts(&names, names.size > 0 ? "; " : "");
        ent_i_text_puts(&names, name != NULL ? name : "");
        ent_i_text_free(&one);
    }
    prose->text.failed = prose->text.failed || names.failed;
    if (names.size > 0)
        ent_i_prose_say(prose, 6, message, or_empty(&names), (char *)NULL);
    ent_i_text_free(&names);
}

static void put_tie(ent_i_prose_t *prose, const ent_profile_t *profile,
                    const ent_i_profile_tie_t *tie)
{
    const ent_dataset_t *dataset = profile->report.dataset;
    const ent_record_t *record = ent_dataset_record(dataset, tie->record);
    ent_i_text_t rows = {0};

    put_title(prose, profile, record);
    put_state(prose, profile, tie, record);
    if (record->kind == ENT_TIE_AGREEMENT) {
        put_listed(prose, profile, ENT_MSG_PROFILE_EVENT, record->event);
        if (record->topics[0] != '\0')
            ent_i_prose_say(prose, 6, ENT_MSG_PROFILE_TOPICS, record->topics, (char *)NULL);
        if (record->signed_by[0] != '\0')
            ent_i_prose_say(prose, 6, ENT_MSG_PROFILE_SIGNED_BY, record->signed_by, (char *)NULL);
        put_listed(prose, profile, ENT_MSG_PROFILE_ON_BEHALF, record->on_behalf_of);
        put_listed(prose, profile, ENT_MSG_PROFILE_REPORTED, record->reported_by);
    }
    if (record->note[0] != '\0')
        ent_i_prose_say(prose, 6, ENT_MSG_PROFILE_NOTE, record->note, (char *)NULL);
    ent_i_message_put(&rows, prose->language, ENT_MSG_PROFILE_ROWS, (char *)NULL);
    ent_i_rows_put(&rows, dataset, record);
    ent_i_prose_cite(prose, &rows, record->source);
    ent_i_prose_take(prose, 6, &rows);
}

/* The ties of one kind; those that only name the actor apart. */
static void put_kind(ent_i_prose_t *prose, const ent_profile_t *profile, ent_tie_kind_t kind,
                     bool named, ent_i_message_t heading)
{
    ent_i_text_t title = {0};
    size_t all = 0;
    size_t aside = 0;
    size_t shown = 0;

    for (size_t i = 0; i < profile->tie_count; i++) {
        const ent_i_profile_tie_t *tie = &profile->tie[i];

        if (ent_dataset_record(profile->report.dataset, tie->record)->kind == kind &&
            tie->named == named) {
            all++;
            aside += !ent_i_profile_counts(tie);
        }
    }
    if (all == 0)
        return;
    ent_i_message_put(&title, prose->language, heading, (char *)NULL);
    prose->text.failed = prose->text.failed || title.failed;
    ent_i_profile_heading(prose, aside > 0 ? ENT_MSG_PROFILE_HEAD_ASIDE : ENT_MSG_PROFILE_HEAD,
                          or_empty(&title), ent_i_count_text(all).text,
                          ent_i_count_text(aside).text, (char *)NULL);
    ent_i_text_free(&title);
    for (size_t i = 0; i < profile->tie_count && shown < MOST_TIES; i++) {
        const ent_i_profile_tie_t *tie = &profile->tie[i];

        if (ent_dataset_record(profile->report.dataset, tie->record)->kind == kind &&
            tie->named == named) {
            put_tie(prose, profile, tie);
            shown++;
        }
    }
    if (all > shown)
        ent_i_prose_say(prose, 2, ENT_MSG_PROFILE_MORE, ent_i_count_text(all - shown).text,
                        (char *)NULL);
}

void ent_i_profile_put_ties(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    static const struct {
        ent_tie_kind_t kind;
        ent_i_message_t heading;
    } kinds[] = {{ENT_TIE_AGREEMENT, ENT_MSG_COL_AGREEMENTS},
                 {ENT_TIE_MEMBERSHIP, ENT_MSG_COL_MEMBERSHIPS},
                 {ENT_TIE_ATTENDANCE, ENT_MSG_COL_ATTENDANCES},
                 {ENT_TIE_EDGE, ENT_MSG_COL_EDGES}};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        put_kind(prose, profile, kinds[i].kind, false, kinds[i].heading);
    put_kind(prose, profile, ENT_TIE_AGREEMENT, true, ENT_MSG_PROFILE_NAMED);
    if (profile->tie_count == 0) {
        ent_i_prose_blank(prose);
        ent_i_prose_say(prose, 0, ENT_MSG_PROFILE_NO_TIES, (char *)NULL);
    }
}
