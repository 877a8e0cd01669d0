/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings about the network as a whole: its pieces, regions, countries and groups, and how many
 * share a rank. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/findings.h"

enum { NAMES_SHOWN = 8 };

static ent_status_t find_pieces(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    const ent_summary_t *summary = &view->summary;
    size_t tied = summary->actors - summary->isolates;
    size_t pieces = summary->components - summary->isolates;
    ent_i_text_t text = {0};

    if (pieces == 0)
        return ENT_OK;
    if (pieces == 1)
        ent_i_message_put(&text, report->language, ENT_MSG_CONNECTED, ent_i_count_text(tied).text,
                          (char *)NULL);
    else
        ent_i_message_put(&text, report->language, ENT_MSG_PIECES, ent_i_count_text(tied).text,
                          ent_i_count_text(pieces).text, ent_i_count_text(summary->giant).text,
                          ent_i_percent_text((double)summary->giant / (double)tied).text,
                          (char *)NULL);
    ENT_TRY(ent_i_finding_add(report, "pieces", "components of two or more", view, (double)pieces,
                              &text, err));

cleanup:
    return status;
}

static ent_status_t find_isolates(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    const double *degree = ent_i_viewed_values(view, "degree");
    size_t actors = ent_network_actor_count(view->network);
    const char **name = NULL;
    ent_i_text_t names = {0};
    ent_i_text_t text = {0};
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&name, actors, sizeof *name, err));
    for (size_t i = 0; degree != NULL && i < actors; i++) {
        if (!(degree[i] > 0))
            name[count++] = ent_i_report_name(report, view, (ent_id_t)i);
    }
    if (count == 0)
        goto cleanup;
    ent_i_message_put_list(&names, report->language, name, count, NAMES_SHOWN);
    ent_i_message_put(&text, report->language, ENT_MSG_ISOLATES, ent_i_count_text(count).text,
                      names.bytes != NULL ? names.bytes : "", (char *)NULL);
    text.failed = text.failed || names.failed;
    ENT_TRY(ent_i_finding_add(report, "isolates", "degree 0", view, (double)count, &text, err));

cleanup:
    ent_i_text_free(&names);
    free(name);
    return status;
}

/* The values of a nominal attribute at the ends of a tie, in order of bytes. */
typedef struct pair {
    const char *a;
    const char *b;
} pair_t;

static int compare_pairs(const void *left, const void *right)
{
    const pair_t *a = left;
    const pair_t *b = right;
    int order = strcmp(a->a, b->a);

    return order != 0 ? order : strcmp(a->b, b->b);
}

/* Ties whose ends both have a value, and those among them that join different values. */
typedef struct crossing {
    pair_t *pair; /* of the ties that cross, sorted */
    size_t known;
    size_t count;
} crossing_t;

static ent_status_t find_crossing(crossing_t *crossing, const ent_i_viewed_t *view,
                                  const char *(*value_of)(const ent_i_viewed_t *, ent_id_t),
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t ties = ent_network_tie_count(view->network);

    *crossing = (crossing_t){0};
    ENT_TRY(ent_i_alloc(&crossing->pair, ties, sizeof *crossing->pair, err));
    for (size_t i = 0; i < ties; i++) {
        ent_tie_t tie = ent_network_tie(view->network, i);
        const char *a = value_of(view, tie.a);
        const char *b = value_of(view, tie.b);
        int order = strcmp(a, b);

        if (a[0] == '\0' || b[0] == '\0')
            continue;
        crossing->known++;
        if (order != 0)
            crossing->pair[crossing->count++] = order < 0 ? (pair_t){a, b} : (pair_t){b, a};
    }
    if (crossing->count > 1)
        qsort(crossing->pair, crossing->count, sizeof *crossing->pair, compare_pairs);

cleanup:
    return status;
}

/* The pair with most ties; 0 when two pairs have as many. */
static size_t most_frequent(const pair_t **most, const crossing_t *crossing)
{
    size_t best = 0;
    bool shared = false;

    for (size_t i = 0; i < crossing->count;) {
        size_t end = i;

        while (end < crossing->count &&
               compare_pairs(&crossing->pair[i], &crossing->pair[end]) == 0)
            end++;
        shared = end - i == best ? true : end - i > best ? false : shared;
        if (end - i > best) {
            best = end - i;
            *most = &crossing->pair[i];
        }
        i = end;
    }
    return shared ? 0 : best;
}

static ent_status_t find_regions(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    double index = view->summary.ei_region;
    const pair_t *pair = NULL;
    crossing_t crossing = {0};
    ent_i_text_t text = {0};
    size_t count;

    ENT_TRY(find_crossing(&crossing, view, ent_i_viewed_region, err));
    if (crossing.count == 0)
        goto cleanup;
    ent_i_message_put(&text, report->language, ENT_MSG_REGIONS,
                      ent_i_count_text(crossing.count).text, ent_i_count_text(crossing.known).text,
                      ent_i_number_text(index, 3).text, (char *)NULL);
    ENT_TRY(ent_i_finding_add(report, "regions", "ei_region", view, index, &text, err));
    count = most_frequent(&pair, &crossing);
    if (count < 2)
        goto cleanup;
    ent_i_message_put(&text, report->language, ENT_MSG_REGION_PAIR, ent_i_count_text(count).text,
                      pair->a, pair->b, (char *)NULL);
    ENT_TRY(ent_i_finding_add(report, "region-pair", "ties between two regions", view,
                              (double)count, &text, err));

cleanup:
    ent_i_text_free(&text);
    free(crossing.pair);
    return status;
}

static ent_status_t find_countries(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    double index = view->summary.ei_country;
    crossing_t crossing = {0};
    ent_i_text_t text = {0};

    ENT_TRY(find_crossing(&crossing, view, ent_i_viewed_country, err));
    if (crossing.count == 0)
        goto cleanup;
    ent_i_message_put(&text, report->language, ENT_MSG_COUNTRIES,
                      ent_i_count_text(crossing.count).text, ent_i_count_text(crossing.known).text,
                      ent_i_number_text(index, 3).text, (char *)NULL);
    ENT_TRY(ent_i_finding_add(report, "countries", "ei_country", view, index, &text, err));

cleanup:
    free(crossing.pair);
    return status;
}

static double mean_stability(const ent_groups_t *groups)
{
    double sum = 0;
    size_t count = 0;

    for (size_t i = 0; i < groups->actor_count; i++) {
        if (isnan(groups->stability[i]))
            continue;
        sum += groups->stability[i];
        count++;
    }
    return count > 0 ? sum / (double)count : (double)NAN;
}

static size_t count_real_groups(const ent_groups_t *groups)
{
    size_t count = 0;

    while (count < groups->count && groups->size[count] > 1)
        count++;
    return count;
}

static ent_status_t find_groups(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    const ent_groups_t *groups = view->groups;
    size_t count = groups != NULL ? count_real_groups(groups) : 0;
    ent_i_text_t text = {0};

    if (count < 2 || isnan(groups->modularity))
        return ENT_OK;
    ent_i_message_put(&text, report->language, ENT_MSG_GROUPS, ent_i_count_text(count).text,
                      ent_i_number_text(groups->modularity, 3).text,
                      ent_i_count_text(groups->runs).text,
                      ent_i_percent_text(mean_stability(groups)).text,
                      ent_group_method_name(groups->method), (char *)NULL);
    ENT_TRY(
        ent_i_finding_add(report, "groups", "modularity", view, groups->modularity, &text, err));
    if (groups->distinct_optima < 2)
        return ENT_OK;
    ent_i_message_put(&text, report->language, ENT_MSG_GROUPS_DIFFER,
                      ent_i_count_text(groups->distinct_optima).text, (char *)NULL);
    ENT_TRY(ent_i_note_add(report, "groups-differ", "distinct_optima", view,
                           (double)groups->distinct_optima, &text, err));

cleanup:
    return status;
}

/* The last rank by betweenness is often shared by most: a rank table hides that. */
static ent_status_t find_shared_ranks(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    const double *betweenness = ent_i_viewed_values(view, "betweenness");
    size_t actors = ent_network_actor_count(view->network);
    size_t zero = 0;
    ent_i_text_t text = {0};

    for (size_t i = 0; betweenness != NULL && i < actors; i++)
        zero += !(betweenness[i] > 0);
    if (zero < 2 || ent_network_tie_count(view->network) == 0)
        return ENT_OK;
    ent_i_message_put(&text, report->language, ENT_MSG_SHARED_RANKS, ent_i_count_text(zero).text,
                      ent_i_count_text(actors).text, (char *)NULL);
    ENT_TRY(
        ent_i_finding_add(report, "shared-ranks", "betweenness", view, (double)zero, &text, err));

cleanup:
    return status;
}

ent_status_t ent_i_find_shape(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(find_pieces(report, err));
    ENT_TRY(find_isolates(report, err));
    ENT_TRY(find_regions(report, err));
    ENT_TRY(find_countries(report, err));
    ENT_TRY(find_groups(report, err));
    ENT_TRY(find_shared_ranks(report, err));

cleanup:
    return status;
}
