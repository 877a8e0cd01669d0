/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings about the data: how much of the world they cover, what was set aside, what the sources
 * disagree on, what was rejected. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/coverage.h"
#include "report/findings.h"

enum { SUBJECTS_SHOWN = 4 };

/* The newest claim that is a number and does not speak of a day after the report's: what is
 * counted on that day says nothing of a later one. NULL when there is none. */
static const ent_claim_t *newest_number(const ent_i_report_t *report,
                                        const ent_i_coverage_t *coverage)
{
    for (size_t i = 0; i < coverage->claim_count; i++) {
        const ent_claim_t *claim = ent_dataset_claim(report->dataset, coverage->claim[i]);

        if (!isnan(ent_i_coverage_share(coverage->counted, claim)) &&
            (!claim->as_of.known || claim->as_of.first <= report->selection->as_of))
            return claim;
    }
    return NULL;
}

static ent_status_t tell_coverage(ent_i_report_t *report, const ent_i_coverage_t *coverage,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_claim_t *claim = newest_number(report, coverage);
    double share = claim != NULL ? ent_i_coverage_share(coverage->counted, claim) : (double)NAN;
    ent_i_text_t text = {0};

    if (strcmp(coverage->property, "member_count") != 0 || !(share > 0 && share <= 1))
        return ENT_OK;
    ent_i_message_put(&text, report->language, ENT_MSG_COVERAGE,
                      ent_i_report_actor_name(report, coverage->actor),
                      ent_i_count_text(coverage->counted).text, claim->value,
                      claim->as_of_text[0] != '\0' ? claim->as_of_text : "?",
                      ent_i_percent_text(share).text, (char *)NULL);
    ENT_TRY(ent_i_note_add(report, "coverage", "member_count", NULL, (double)coverage->counted,
                           &text, err));

cleanup:
    return status;
}

static ent_status_t find_coverage(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_coverages_t coverages = {0};

    ENT_TRY(ent_i_coverage_find(&coverages, report, err));
    for (size_t i = 0; i < coverages.count; i++)
        ENT_TRY(tell_coverage(report, &coverages.item[i], err));

cleanup:
    ent_i_coverage_free(&coverages);
    return status;
}

/* How many records each answer of the selection took. */
typedef struct tally {
    size_t status[ENT_TIE_STATUS_COUNT]; /* set aside by that status */
    size_t date;
    size_t maybe;
} tally_t;

static void count_records(tally_t *tally, const ent_i_report_t *report)
{
    *tally = (tally_t){0};
    for (size_t i = 0; i < ent_dataset_record_count(report->dataset); i++) {
        const ent_record_t *record = ent_dataset_record(report->dataset, (ent_id_t)i);
        ent_count_t count = ent_selection_judge(report->selection, record);

        if (!ent_i_report_concerns(report, record))
            continue;
        if (count == ENT_NOT_STATUS)
            tally->status[record->status]++;
        tally->date += count == ENT_NOT_DATE;
        tally->maybe += count == ENT_COUNTS_MAYBE;
    }
}

static void say_part(ent_i_text_t *list, size_t *total, const ent_i_report_t *report, size_t count,
                     ent_i_message_t message, const char *status)
{
    if (count == 0)
        return;
    if (*total > 0)
        ent_i_message_put(list, report->language, ENT_MSG_COMMA, (char *)NULL);
    ent_i_message_put(list, report->language, message, ent_i_count_text(count).text, status,
                      (char *)NULL);
    *total += count;
}

static void say_tally(ent_i_text_t *list, size_t *total, const ent_i_report_t *report,
                      const tally_t *tally)
{
    for (int s = 0; s < ENT_TIE_STATUS_COUNT; s++) {
        ent_i_text_t name = {0};

        ent_i_message_put(&name, report->language, (ent_i_message_t)(ENT_MSG_STATUS + s),
                          (char *)NULL);
        list->failed = list->failed || name.failed;
        say_part(list, total, report, tally->status[s], ENT_MSG_ASIDE_STATUS,
                 name.bytes != NULL ? name.bytes : "");
        ent_i_text_free(&name);
    }
    say_part(list, total, report, tally->date, ENT_MSG_ASIDE_DATE, "");
}

static ent_status_t find_aside(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t list = {0};
    ent_i_text_t text = {0};
    size_t total = 0;
    tally_t tally;

    count_records(&tally, report);
    say_tally(&list, &total, report, &tally);
    if (total > 0) {
        ent_i_message_put(&text, report->language, ENT_MSG_ASIDE, ent_i_count_text(total).text,
                          list.bytes != NULL ? list.bytes : "", (char *)NULL);
        text.failed = text.failed || list.failed;
        ENT_TRY(ent_i_note_add(report, "aside", "ties set aside", NULL, (double)total, &text, err));
    }
    if (tally.maybe > 0) {
        ent_i_message_put(&text, report->language, ENT_MSG_MAYBE,
                          ent_i_count_text(tally.maybe).text, (char *)NULL);
        ENT_TRY(ent_i_note_add(report, "maybe", "ties with an imprecise date", NULL,
                               (double)tally.maybe, &text, err));
    }

cleanup:
    ent_i_text_free(&list);
    return status;
}

static ent_status_t find_contradictions(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = ent_dataset_contradiction_count(report->dataset);
    const char **point = NULL;
    ent_i_text_t names = {0};
    ent_i_text_t text = {0};

    if (count == 0)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&point, count, sizeof *point, err));
    for (size_t i = 0; i < count; i++) {
        const ent_contradiction_t *contradiction = ent_dataset_contradiction(report->dataset, i);
        const char *subject = ent_i_report_subject(report, contradiction->subject);
        ent_i_text_t one = {0};

        one.failed = subject == NULL;
        ent_i_text_printf(&one, "%s (%s)", subject != NULL ? subject : "", contradiction->property);
        ENT_TRY(ent_i_report_keep(report, &point[i], &one, err));
    }
    ent_i_message_put_list(&names, report->language, point, count, SUBJECTS_SHOWN);
    ent_i_message_put(&text, report->language, ENT_MSG_CONTRADICTIONS, ent_i_count_text(count).text,
                      names.bytes != NULL ? names.bytes : "", (char *)NULL);
    text.failed = text.failed || names.failed;
    ENT_TRY(ent_i_note_add(report, "contradictions", "contradictions", NULL, (double)count, &text,
                           err));

cleanup:
    ent_i_text_free(&names);
    free(point);
    return status;
}

static ent_status_t find_rejected(ent_i_report_t *report, ent_error_t *err)
{
    ent_i_text_t text = {0};

    if (report->rejected == 0)
        return ENT_OK;
    ent_i_message_put(&text, report->language, ENT_MSG_REJECTED,
                      ent_i_count_text(report->rejected).text, (char *)NULL);
    return ent_i_note_add(report, "rejected", "rejected input rows", NULL, (double)report->rejected,
                          &text, err);
}

ent_status_t ent_i_find_data(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(find_rejected(report, err));
    ENT_TRY(find_coverage(report, err));
    ENT_TRY(find_aside(report, err));
    ENT_TRY(find_contradictions(report, err));

cleanup:
    return status;
}
