/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which ties count on a date. */
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

static ent_status_t read_include(ent_selection_t *selection, const char *include, ent_error_t *err)
{
    const char *names[ENT_TIE_STATUS_COUNT];

    for (int i = 0; i < ENT_TIE_STATUS_COUNT; i++)
        names[i] = ent_tie_status_name((ent_tie_status_t)i);
    while (*include != '\0') {
        size_t size = strcspn(include, ",");
        char word[40] = "";
        int found = 0;
        const char *near;

        if (size < sizeof word)
            memcpy(word, include, size);
        while (found < ENT_TIE_STATUS_COUNT && strcmp(word, names[found]) != 0)
            found++;
        if (found == ENT_TIE_STATUS_COUNT) {
            near = ent_i_nearest(word, names, ENT_TIE_STATUS_COUNT);
            return ent_i_fail(err, ENT_EINVAL,
                              "--include: there is no status '%.*s'%s%s%s; expected planned, "
                              "expired, terminated, withdrawn or disputed, separated by commas.",
                              (int)(size < 60 ? size : 60), include,
                              near != NULL ? "; did you mean '" : "", near != NULL ? near : "",
                              near != NULL ? "'?" : "");
        }
        selection->include |= 1u << found;
        include += size;
        include += *include == ',';
    }
    return ENT_OK;
}

ent_status_t ent_selection_init(ent_selection_t *selection, const ent_dataset_t *dataset,
                                const char *as_of, const char *include, ent_error_t *err)
{
    ent_i_date_t date;
    char why[400];

    *selection = (ent_selection_t){.include = 1u << ENT_STATUS_ACTIVE};
    if (as_of != NULL) {
        if (!ent_i_date_parse_option(&date, as_of, why, sizeof why))
            return ent_i_fail(err, ENT_EINVAL, "--as-of: %s.", why);
        if (!date.known || date.last == ENT_DAY_MAX)
            return ent_i_fail(err, ENT_EINVAL,
                              "--as-of needs a last day; write a date such as 2025-04-11.");
        selection->as_of = date.last;
        selection->dated = selection->as_of_given = true;
    } else if (dataset->newest_day != ENT_DAY_MIN) {
        selection->as_of = dataset->newest_day;
        selection->dated = true;
    }
    return include != NULL ? read_include(selection, include, err) : ENT_OK;
}

static ent_count_t judge(const ent_selection_t *selection, ent_tie_status_t status,
                         ent_period_t start, ent_period_t end)
{
    /* Who includes planned ties wants those that begin later; who includes ended ones, those that
     * are over. */
    bool any_start = !start.known || status == ENT_STATUS_PLANNED;
    bool any_end = !end.known || status == ENT_STATUS_EXPIRED || status == ENT_STATUS_TERMINATED ||
                   status == ENT_STATUS_WITHDRAWN;
    int32_t day = selection->as_of;

    if (status != ENT_STATUS_ACTIVE && (selection->include & (1u << status)) == 0)
        return ENT_NOT_STATUS;
    if (!selection->dated)
        return start.known ? ENT_COUNTS : ENT_COUNTS_UNDATED;
    if ((!any_start && day < start.first) || (!any_end && day > end.last))
        return ENT_NOT_DATE;
    if ((!any_start && day < start.last) || (!any_end && day > end.first))
        return ENT_COUNTS_MAYBE;
    return start.known ? ENT_COUNTS : ENT_COUNTS_UNDATED;
}

ent_count_t ent_selection_judge(const ent_selection_t *selection, const ent_record_t *record)
{
    return judge(selection, record->status, record->start, record->end);
}

ent_count_t ent_i_selection_judge(const ent_selection_t *selection, const ent_dataset_t *dataset,
                                  ent_id_t record)
{
    ent_i_terms_t terms = ent_i_dataset_terms(dataset, record);

    return judge(selection, (ent_tie_status_t)dataset->tie[record].status, terms.start, terms.end);
}

bool ent_i_selection_awaits(const ent_selection_t *selection, const ent_dataset_t *dataset,
                            ent_id_t record)
{
    ent_tie_status_t status = (ent_tie_status_t)dataset->tie[record].status;
    ent_selection_t wide = *selection;

    if ((status != ENT_STATUS_PLANNED && status != ENT_STATUS_DISPUTED) ||
        (selection->include & 1U << status) != 0)
        return false;
    wide.include |= 1U << status;
    return ent_i_selection_judge(&wide, dataset, record) <= ENT_COUNTS_UNDATED;
}

void ent_day_format(int32_t day, char out[11])
{
    ent_i_day_format(day, out);
}
