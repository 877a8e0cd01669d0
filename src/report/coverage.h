/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Coverage: what this data set counts of a thing beside what its sources say there is. */
#ifndef ENT_REPORT_COVERAGE_H
#define ENT_REPORT_COVERAGE_H

#include "report/report_i.h"

/* One actor and property that can be counted here and that some claim numbers. */
typedef struct ent_i_coverage {
    ent_id_t actor;
    const char *property; /* member_count, country_count, agreement_count, mou_count */
    size_t counted;       /* on the report's date */
    size_t *claim;        /* indices of the claims, newest first, undated last */
    size_t *then;         /* counted on the date of each claim */
    size_t claim_count;
} ent_i_coverage_t;

typedef struct ent_i_coverages {
    ent_i_coverage_t *item; /* in order of actor, then property */
    size_t count;
} ent_i_coverages_t;

ent_status_t ent_i_coverage_find(ent_i_coverages_t *coverages, const ent_i_report_t *report,
                                 ent_error_t *err);
void ent_i_coverage_free(ent_i_coverages_t *coverages);

/* `counted` / the claim's value; NaN where that is no positive number. */
double ent_i_coverage_share(size_t counted, const ent_claim_t *claim);

/* How many different texts there are, empty ones apart; sorts them. */
size_t ent_i_count_distinct(const char **text, size_t count);

/* Whether a record counts under a selection. */
bool ent_i_counts(const ent_selection_t *selection, const ent_record_t *record);

#endif
