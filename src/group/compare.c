/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How well a partition fits a network, and how much two partitions agree. */
#include <math.h>
#include <stdlib.h>

#include "engine/igx.h"
#include "entente/partition.h"
#include "group/partition.h"
#include "network/network_i.h"

#define ROUNDING 1e-14 /* what igraph's sums leave of a zero */

/* Modularity wants everybody in a group, numbered without gaps: those in none each get one. */
static ent_status_t complete(ent_id_t **label, size_t *groups, const ent_partition_t *partition,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *number = NULL;
    ent_id_t next = 0;

    ENT_TRY(ent_i_alloc(label, partition->actor_count, sizeof **label, err));
    ENT_TRY(ent_i_alloc(&number, partition->count, sizeof *number, err));
    for (size_t g = 0; g < partition->count; g++)
        number[g] = ENT_NONE;
    for (size_t i = 0; i < partition->actor_count; i++) {
        ent_id_t group = partition->of[i];

        if (group == ENT_NONE) {
            (*label)[i] = next++;
            continue;
        }
        if (number[group] == ENT_NONE)
            number[group] = next++;
        (*label)[i] = number[group];
    }
    *groups = (size_t)next;

cleanup:
    free(number);
    return status;
}

static ent_status_t score_modularity(double *score, const ent_network_t *network,
                                     const ent_partition_t *partition, bool weighted,
                                     ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_modularity_t modularity = {0};
    ent_id_t *label = NULL;
    size_t groups;

    ENT_TRY(complete(&label, &groups, partition, err));
    ENT_TRY(ent_i_modularity_init(&modularity, network, weighted, err));
    *score = ent_i_modularity_of(&modularity, label, groups, 1);

cleanup:
    ent_i_modularity_free(&modularity);
    free(label);
    return status;
}

ent_status_t ent_partition_score(ent_partition_score_t *score, const ent_network_t *network,
                                 const ent_partition_t *partition, bool weighted, ent_error_t *err)
{
    const ent_id_t *of = partition->of;
    double pairs;

    *score = (ent_partition_score_t){0};
    if (network->directed)
        return ent_i_fail(err, ENT_EINVAL, "A partition is scored without directions only.");
    for (size_t i = 0; i < network->tie_count; i++) {
        ent_id_t a = network->a[i];
        ent_id_t b = network->b[i];

        if (i > 0 && a == network->a[i - 1] && b == network->b[i - 1])
            continue;
        if (of[a] == ENT_NONE || of[b] == ENT_NONE)
            continue;
        if (of[a] == of[b])
            score->internal++;
        else
            score->external++;
    }
    pairs = (double)score->internal + (double)score->external;
    score->ei = pairs > 0 ? ((double)score->external - (double)score->internal) / pairs : NAN;
    return score_modularity(&score->modularity, network, partition, weighted, err);
}

static ent_status_t compare_by(double *number, const igraph_vector_int_t *one,
                               const igraph_vector_int_t *other,
                               igraph_community_comparison_t method, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_error_t code = igraph_compare_communities(one, other, number, method);

    if (code == IGRAPH_FAILURE) /* its sparse matrices say so of memory */
        return ent_i_no_memory(err);
    IGX_TRY(code);
    if (fabs(*number) < ROUNDING)
        *number = 0;

cleanup:
    return status;
}

static ent_status_t compare_vectors(ent_partition_comparison_t *comparison,
                                    const igraph_vector_int_t *one,
                                    const igraph_vector_int_t *other, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    comparison->variation_of_information = comparison->normalised_mutual_information = NAN;
    comparison->adjusted_rand = comparison->rand = comparison->split_join = NAN;
    if (comparison->actors == 0)
        return ENT_OK;
    ENT_TRY(compare_by(&comparison->variation_of_information, one, other, IGRAPH_COMMCMP_VI, err));
    ENT_TRY(compare_by(&comparison->normalised_mutual_information, one, other, IGRAPH_COMMCMP_NMI,
                       err));
    ENT_TRY(compare_by(&comparison->split_join, one, other, IGRAPH_COMMCMP_SPLIT_JOIN, err));
    if (comparison->actors < 2)
        return ENT_OK;
    ENT_TRY(compare_by(&comparison->rand, one, other, IGRAPH_COMMCMP_RAND, err));
    ENT_TRY(compare_by(&comparison->adjusted_rand, one, other, IGRAPH_COMMCMP_ADJUSTED_RAND, err));
    if (isnan(comparison->adjusted_rand)) /* nought by nought, and only where both are equal */
        comparison->adjusted_rand = 1;

cleanup:
    return status;
}

ent_status_t ent_partition_compare(ent_partition_comparison_t *comparison,
                                   const ent_partition_t *one, const ent_partition_t *other,
                                   ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_vector_int_t label[2] = {{0}, {0}};
    igx_scope_t scope;

    *comparison = (ent_partition_comparison_t){0};
    igx_enter(&scope);
    if (one->actor_count != other->actor_count)
        status = ent_i_fail(err, ENT_EINVAL, "Partitions of %zu and of %zu actors do not compare.",
                            one->actor_count, other->actor_count);
    ENT_TRY(status);
    IGX_TRY(igraph_vector_int_init(&label[0], 0));
    IGX_TRY(igraph_vector_int_init(&label[1], 0));
    for (size_t i = 0; i < one->actor_count; i++) {
        if (one->of[i] == ENT_NONE || other->of[i] == ENT_NONE)
            continue;
        IGX_TRY(igraph_vector_int_push_back(&label[0], one->of[i]));
        IGX_TRY(igraph_vector_int_push_back(&label[1], other->of[i]));
        comparison->actors++;
    }
    comparison->left_out = one->actor_count - comparison->actors;
    ENT_TRY(compare_vectors(comparison, &label[0], &label[1], err));

cleanup:
    igraph_vector_int_destroy(&label[0]);
    igraph_vector_int_destroy(&label[1]);
    igx_leave(&scope);
    return status;
}

const char *ent_partition_cite(void)
{
    return "meila2007 danon2005 hubert1985 krackhardt1988";
}
