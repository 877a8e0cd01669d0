/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Coverage: what this data set counts beside what its sources say there is. */
#include "report/coverage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

bool ent_i_counts(const ent_selection_t *selection, const ent_record_t *record)
{
    ent_count_t count = ent_selection_judge(selection, record);

    return count != ENT_NOT_STATUS && count != ENT_NOT_DATE;
}

static bool is_party(const ent_record_t *record, ent_id_t actor)
{
    for (size_t i = 0; i < record->party_count; i++) {
        if (record->party[i] == actor)
            return true;
    }
    return false;
}

/* Marks the members of a network in `member`, one flag an actor. */
static void mark_members(bool *member, const ent_dataset_t *dataset,
                         const ent_selection_t *selection, ent_id_t network)
{
    for (size_t i = 0; i < ent_dataset_record_count(dataset); i++) {
        const ent_record_t *record = ent_dataset_record(dataset, (ent_id_t)i);

        if (record->kind == ENT_TIE_MEMBERSHIP && record->party[1] == network &&
            ent_i_counts(selection, record))
            member[record->party[0]] = true;
    }
}

static int compare_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

size_t ent_i_count_distinct(const char **text, size_t count)
{
    size_t distinct = 0;

    if (count > 1)
        qsort(text, count, sizeof *text, compare_text);
    for (size_t i = 0; i < count; i++)
        distinct += text[i][0] != '\0' && (i == 0 || strcmp(text[i], text[i - 1]) != 0);
    return distinct;
}

/* Members of a network, or the countries that they come from. */
static ent_status_t count_members(size_t *counted, const ent_dataset_t *dataset,
                                  const ent_selection_t *selection, ent_id_t network,
                                  bool countries, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = ent_dataset_actor_count(dataset);
    bool *member = NULL;
    const char **country = NULL;
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&member, actors, sizeof *member, err));
    ENT_TRY(ent_i_alloc(&country, actors, sizeof *country, err));
    mark_members(member, dataset, selection, network);
    for (size_t i = 0; i < actors; i++) {
        if (member[i])
            country[count++] = ent_dataset_actor(dataset, (ent_id_t)i)->country;
    }
    *counted = countries ? ent_i_count_distinct(country, count) : count;

cleanup:
    free(member);
    free(country);
    return status;
}

static size_t count_agreements(const ent_dataset_t *dataset, const ent_selection_t *selection,
                               ent_id_t actor, const char *type)
{
    size_t count = 0;

    for (size_t i = 0; i < ent_dataset_record_count(dataset); i++) {
        const ent_record_t *record = ent_dataset_record(dataset, (ent_id_t)i);

        if (record->kind == ENT_TIE_AGREEMENT && is_party(record, actor) &&
            (type == NULL || strcmp(record->type, type) == 0) && ent_i_counts(selection, record))
            count++;
    }
    return count;
}

static ent_status_t count_property(size_t *counted, const ent_dataset_t *dataset,
                                   const ent_selection_t *selection, ent_id_t actor,
                                   const char *property, ent_error_t *err)
{
    if (strcmp(property, "member_count") == 0)
        return count_members(counted, dataset, selection, actor, false, err);
    if (strcmp(property, "country_count") == 0)
        return count_members(counted, dataset, selection, actor, true, err);
    *counted = count_agreements(dataset, selection, actor,
                                strcmp(property, "mou_count") == 0 ? "mou" : NULL);
    return ENT_OK;
}

/* The selection of the day that a claim speaks of: its last, but the report's own day where the
 * claim is undated or speaks of that day too. */
static ent_selection_t selection_of(const ent_i_report_t *report, const ent_claim_t *claim)
{
    ent_selection_t selection = *report->selection;
    bool earlier = claim->as_of.last < selection.as_of;
    bool later = claim->as_of.first > selection.as_of;

    if (claim->as_of.known && (earlier || later))
        selection.as_of = claim->as_of.last != INT32_MAX ? claim->as_of.last : claim->as_of.first;
    return selection;
}

/* The property's own spelling, for properties that can be counted of such an actor; else NULL. */
static const char *countable(const char *property, ent_kind_t kind)
{
    static const char *const of_networks[] = {"member_count", "country_count"};
    static const char *const of_all[] = {"agreement_count", "mou_count"};

    for (size_t i = 0; kind == ENT_KIND_NETWORK && i < 2; i++) {
        if (strcmp(property, of_networks[i]) == 0)
            return of_networks[i];
    }
    for (size_t i = 0; i < 2; i++) {
        if (strcmp(property, of_all[i]) == 0)
            return of_all[i];
    }
    return NULL;
}

/* A claim that speaks of something countable. */
typedef struct spoken {
    ent_id_t actor;
    const char *property;
    const ent_claim_t *claim;
    size_t index;
} spoken_t;

/* By actor and property, then the newest first, then by value and source. */
static int compare_spoken(const void *left, const void *right)
{
    const spoken_t *a = left;
    const spoken_t *b = right;
    int order;

    if (a->actor != b->actor)
        return a->actor < b->actor ? -1 : 1;
    order = strcmp(b->property, a->property);
    if (order != 0)
        return order;
    if (a->claim->as_of.known != b->claim->as_of.known)
        return a->claim->as_of.known ? -1 : 1;
    if (a->claim->as_of.first != b->claim->as_of.first)
        return a->claim->as_of.first > b->claim->as_of.first ? -1 : 1;
    order = strcmp(a->claim->value, b->claim->value);
    return order != 0 ? order : strcmp(a->claim->source, b->claim->source);
}

static ent_status_t collect(spoken_t *spoken, size_t *count, const ent_i_report_t *report,
                            ent_error_t *err)
{
    *count = 0;
    for (size_t i = 0; i < ent_dataset_claim_count(report->dataset); i++) {
        const ent_claim_t *claim = ent_dataset_claim(report->dataset, i);
        const char *property;
        ent_id_t actor;
        ent_status_t status = ent_dataset_find(report->dataset, &actor, claim->subject, NULL);

        if (status == ENT_ENOMEM)
            return ent_i_no_memory(err);
        if (status != ENT_OK) /* a claim may be about anything */
            continue;
        property = countable(claim->property, ent_dataset_actor(report->dataset, actor)->kind);
        if (property != NULL)
            spoken[(*count)++] = (spoken_t){actor, property, claim, i};
    }
    if (*count > 1)
        qsort(spoken, *count, sizeof *spoken, compare_spoken);
    return ENT_OK;
}

static ent_status_t add(ent_i_coverages_t *coverages, const ent_i_report_t *report,
                        const spoken_t *spoken, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_coverage_t *coverage = &coverages->item[coverages->count++];

    coverage->actor = spoken->actor;
    coverage->property = spoken->property;
    ENT_TRY(ent_i_alloc(&coverage->claim, count, sizeof *coverage->claim, err));
    ENT_TRY(ent_i_alloc(&coverage->then, count, sizeof *coverage->then, err));
    coverage->claim_count = count;
    for (size_t i = 0; i < count; i++) {
        const ent_selection_t selection = selection_of(report, spoken[i].claim);

        coverage->claim[i] = spoken[i].index;
        ENT_TRY(count_property(&coverage->then[i], report->dataset, &selection, spoken->actor,
                               spoken->property, err));
    }
    ENT_TRY(count_property(&coverage->counted, report->dataset, report->selection, spoken->actor,
                           spoken->property, err));

cleanup:
    return status;
}

ent_status_t ent_i_coverage_find(ent_i_coverages_t *coverages, const ent_i_report_t *report,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t claims = ent_dataset_claim_count(report->dataset);
    spoken_t *spoken = NULL;
    size_t count;

    *coverages = (ent_i_coverages_t){0};
    ENT_TRY(ent_i_alloc(&spoken, claims, sizeof *spoken, err));
    ENT_TRY(collect(spoken, &count, report, err));
    ENT_TRY(ent_i_alloc(&coverages->item, count, sizeof *coverages->item, err));
    for (size_t i = 0; i < count;) {
        size_t end = i;

        while (end < count && spoken[end].actor == spoken[i].actor &&
               spoken[end].property == spoken[i].property)
            end++;
        ENT_TRY(add(coverages, report, &spoken[i], end - i, err));
        i = end;
    }

cleanup:
    free(spoken);
    if (status != ENT_OK)
        ent_i_coverage_free(coverages);
    return status;
}

void ent_i_coverage_free(ent_i_coverages_t *coverages)
{
    for (size_t i = 0; i < coverages->count; i++) {
        free(coverages->item[i].claim);
        free(coverages->item[i].then);
    }
    free(coverages->item);
    *coverages = (ent_i_coverages_t){0};
}

double ent_i_coverage_share(size_t counted, const ent_claim_t *claim)
{
    double claimed;

    if (!ent_i_number_parse(&claimed, claim->value) || !(claimed > 0))
        return NAN;
    return (double)counted / claimed;
}
