/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente groups --against: the groups found against a method, an attribute or a file. */
#include "cli/compare.h"

#include <string.h>

#include "cli/message.h"
#include "cli/output.h"

static ent_status_t find_by(ent_partition_t **other, const cli_session_t *session,
                            const ent_group_options_t *options, ent_group_method_t method,
                            ent_error_t *err)
{
    ent_group_options_t how = *options;
    ent_groups_t *groups = NULL;
    ent_status_t status;

    how.method = method;
    status = ent_groups_find(&groups, session->network, &how, err);
    if (status == ENT_OK)
        status = ent_partition_of_groups(other, groups, err);
    ent_groups_free(groups);
    return status;
}

/* A method's name comes first, then what looks like a file; anything else is an attribute. */
static ent_status_t open_other(ent_partition_t **other, const cli_session_t *session,
                               const ent_group_options_t *options, const char *with,
                               ent_error_t *err)
{
    ent_group_method_t method;

    if (ent_group_method_find(&method, with))
        return find_by(other, session, options, method, err);
    if (cli_has_suffix(with, ".csv") || strchr(with, '/') != NULL)
        return ent_partition_read(other, session->network, with, err);
    return ent_partition_by(other, session->network, with, err);
}

/* What the cross table has no place for. */
static void tell(const ent_compared_t *compared)
{
    const ent_partition_comparison_t *agreement = &compared->agreement;
    const ent_partition_t *other = compared->other;

    cli_note("compared with %s, %zu group%s of %zu actors: variation of information %.6f nats, "
             "normalised mutual information %.6f, adjusted Rand %.6f",
             compared->with, other->count, other->count == 1 ? "" : "s", agreement->actors,
             agreement->variation_of_information, agreement->normalised_mutual_information,
             agreement->adjusted_rand);
    cli_note("%s has modularity %.7f and E-I %.6f: %zu pairs of tied actors within its groups, %zu "
             "between them",
             compared->with, compared->score.modularity, compared->score.ei,
             compared->score.internal, compared->score.external);
    if (agreement->left_out > 0)
        cli_note("%zu actor%s in no group of %s; the comparison is without them",
                 agreement->left_out, agreement->left_out == 1 ? " is" : "s are", compared->with);
    if (other->strangers > 0)
        cli_warn("%s: %zu row%s no actor of this network and %s passed over", compared->with,
                 other->strangers, other->strangers == 1 ? " names" : "s name",
                 other->strangers == 1 ? "is" : "are");
}

static ent_status_t write(const cli_session_t *session, const ent_groups_t *groups,
                          const ent_compared_t *compared, uint64_t seed, ent_format_t format,
                          ent_error_t *err)
{
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    ent_status_t status;

    if (format == ENT_FORMAT_JSON) {
        status = ent_compared_json(&blob, session->network, groups, compared, seed, err);
        if (status == ENT_OK)
            status = cli_output_blob(session->args, &blob, err);
    } else {
        tell(compared);
        status = ent_compared_sheet(&sheet, compared, err);
        if (status == ENT_OK)
            status = cli_output_sheet(session->args, sheet, format, err);
    }
    ent_blob_free(&blob);
    ent_sheet_free(sheet);
    return status;
}

ent_status_t cli_compare(const cli_session_t *session, const ent_groups_t *groups,
                         const ent_group_options_t *options, ent_format_t format, ent_error_t *err)
{
    ent_compared_t compared = {.with = session->args->value[CLI_AGAINST]};
    ent_partition_t *found = NULL;
    ent_partition_t *other = NULL;
    ent_status_t status = open_other(&other, session, options, compared.with, err);

    if (status == ENT_OK)
        status = ent_partition_of_groups(&found, groups, err);
    if (status == ENT_OK)
        status = ent_partition_compare(&compared.agreement, found, other, err);
    if (status == ENT_OK)
        status =
            ent_partition_score(&compared.score, session->network, other, options->weighted, err);
    compared.found = found;
    compared.other = other;
    if (status == ENT_OK)
        status = write(session, groups, &compared, options->seed, format, err);
    ent_partition_free(found);
    ent_partition_free(other);
    return status;
}
