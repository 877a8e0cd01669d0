/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The links of the records that count. */
#include <math.h>
#include <stdlib.h>

#include "network/view.h"

/* A record's share in the weight of its tie. A record without a weight counts one, so the default
 * rule (sum where there is a weight, else count) needs no look at the others. */
static double weigh(const ent_i_view_t *view, ent_id_t record)
{
    double weight = ent_i_dataset_terms(view->dataset, record).weight;

    if (ent_i_view_projected(view) || view->options->parallel == ENT_PARALLEL_COUNT ||
        isnan(weight))
        return 1;
    return weight;
}

static ent_status_t check_weight(double weight, ent_error_t *err)
{
    if (ent_i_is_weight(weight))
        return ENT_OK;
    return ent_i_fail(err, ENT_EDATA, "A tie has the weight %g; it must be above 0.", weight);
}

ent_i_link_t ent_i_view_link(const ent_i_view_t *view, ent_id_t a, ent_id_t b, ent_id_t record)
{
    unsigned kind = ent_i_view_tie(view, (size_t)record)->kind;
    bool once = kind == ENT_TIE_MEMBERSHIP || kind == ENT_TIE_ATTENDANCE;

    return (ent_i_link_t){.a = a,
                          .b = b,
                          .class = once ? ENT_I_LINK_ONCE : ENT_I_LINK_ADDS,
                          .record = record,
                          .weight = once ? 1 : weigh(view, record)};
}

/* One link, or in a directed network two for a record that has no direction. */
static ent_status_t add(ent_i_view_t *view, ent_id_t a, ent_id_t b, ent_id_t record,
                        ent_error_t *err)
{
    ent_i_link_t link = ent_i_view_link(view, a, b, record);
    ent_status_t status = ENT_OK;

    ENT_TRY(check_weight(link.weight, err));
    ENT_TRY(ent_i_links_add(&view->links, link, err));
    if (view->network->directed && !ent_i_view_tie(view, (size_t)record)->directed) {
        link.a = b;
        link.b = a;
        ENT_TRY(ent_i_links_add(&view->links, link, err));
    }

cleanup:
    return status;
}

static ent_status_t add_sides(ent_i_view_t *view, const ent_i_side_t *left,
                              const ent_i_side_t *right, ent_id_t record, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < ent_i_side_size(left); i++) {
        ent_id_t a = view->network->vertex[ent_i_side_at(left, i)];

        for (size_t j = 0; a != ENT_NONE && j < ent_i_side_size(right); j++) {
            ent_id_t b = view->network->vertex[ent_i_side_at(right, j)];

            if (b != ENT_NONE && b != a)
                ENT_TRY(add(view, a, b, record, err));
        }
    }

cleanup:
    return status;
}

static int compare_pairs(const void *left, const void *right)
{
    const ent_i_link_t *x = left;
    const ent_i_link_t *y = right;

    if (x->a != y->a)
        return (x->a > y->a) - (x->a < y->a);
    return (x->b > y->b) - (x->b < y->b);
}

/* Expanding may bring a pair more than once into one agreement, which still ties it once. */
static void drop_repeats(ent_i_view_t *view, size_t first)
{
    ent_i_link_t *link = view->links.link + first;
    size_t count = view->links.count - first;
    size_t kept = 0;

    for (size_t i = 0; !view->network->directed && i < count; i++) {
        if (link[i].a > link[i].b) {
            ent_id_t end = link[i].a;

            link[i].a = link[i].b;
            link[i].b = end;
        }
    }
    if (count > 0)
        qsort(link, count, sizeof *link, compare_pairs);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || compare_pairs(&link[kept - 1], &link[i]) != 0)
            link[kept++] = link[i];
    }
    view->links.count = first + kept;
}

/* Counts what agreements of many, or with many behind a party, make at most, before it is made. */
static ent_status_t check_size(ent_i_view_t *view, const ent_id_t *party, size_t count,
                               ent_error_t *err)
{
    double sum = 0;
    double squares = 0;

    for (size_t i = 0; i < count; i++) {
        ent_i_side_t side = ent_i_view_side(view, party[i]);
        double size = (double)ent_i_side_size(&side);

        sum += size;
        squares += size * size;
    }
    view->agreed_pairs += (sum * sum - squares) / 2;
    if (view->agreed_pairs <= (double)view->options->max_projected_edges)
        return ENT_OK;
    return ent_i_fail(err, ENT_ELIMIT,
                      "Agreements of many would make %.0f ties or more, past the limit of %llu; "
                      "use --expand=none and --multiparty=star, or raise --max-projected-edges.",
                      view->agreed_pairs, (unsigned long long)view->options->max_projected_edges);
}

static ent_status_t add_clique(ent_i_view_t *view, ent_id_t record, ent_error_t *err)
{
    size_t count;
    const ent_id_t *party = ent_i_view_parties(view, (size_t)record, &count);
    ent_status_t status = ENT_OK;
    size_t first = view->links.count;

    if (count > 2 || view->member != NULL)
        ENT_TRY(check_size(view, party, count, err));
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            ent_i_side_t left = ent_i_view_side(view, party[i]);
            ent_i_side_t right = ent_i_view_side(view, party[j]);

            ENT_TRY(add_sides(view, &left, &right, record, err));
        }
    }
    if (view->member != NULL)
        drop_repeats(view, first);

cleanup:
    return status;
}

static ent_status_t add_star(ent_i_view_t *view, ent_id_t record, ent_error_t *err)
{
    size_t count;
    const ent_id_t *party = ent_i_view_parties(view, (size_t)record, &count);
    ent_status_t status = ENT_OK;
    size_t first = view->links.count;

    for (size_t i = 0; i < count; i++) {
        ent_i_side_t side = ent_i_view_side(view, party[i]);

        for (size_t j = 0; j < ent_i_side_size(&side); j++) {
            ent_id_t vertex = view->network->vertex[ent_i_side_at(&side, j)];

            if (vertex != ENT_NONE)
                ENT_TRY(add(view, view->star[record], vertex, record, err));
        }
    }
    drop_repeats(view, first);

cleanup:
    return status;
}

static ent_status_t add_record(ent_i_view_t *view, ent_id_t record, ent_error_t *err)
{
    const ent_i_tie_t *of = ent_i_view_tie(view, (size_t)record);
    ent_id_t a, b;

    if (view->star != NULL && view->star[record] != ENT_NONE)
        return add_star(view, record, err);
    if (of->kind == ENT_TIE_AGREEMENT &&
        (view->member_offset != NULL || ent_i_view_is_of_many(view, (size_t)record)))
        return add_clique(view, record, err);
    a = view->network->vertex[of->party[0]];
    b = view->network->vertex[of->party[1]];
    if (a == ENT_NONE || b == ENT_NONE)
        return ENT_OK;
    if (of->kind != ENT_TIE_AGREEMENT && !ent_i_view_may_tie(view->network, a, b)) {
        view->same_mode++;
        return ENT_OK;
    }
    return add(view, a, b, record, err);
}

ent_status_t ent_i_view_links(ent_i_view_t *view, ent_error_t *err)
{
    unsigned kinds = ent_i_view_kinds(view);
    ent_status_t status = ENT_OK;
    size_t count = 0;

    for (size_t i = 0; i < view->record_count; i++)
        count += ent_i_view_wants(view, kinds, i);
    ENT_TRY(ent_i_grow(&view->links.link, &view->links.capacity, view->links.count + count,
                       sizeof *view->links.link, err));
    for (size_t i = 0; i < view->record_count; i++) {
        if (ent_i_view_wants(view, kinds, i))
            ENT_TRY(add_record(view, (ent_id_t)i, err));
    }

cleanup:
    return status;
}

ent_status_t ent_i_view_aside(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *network = view->network;

    if (view->judgements < 1U << (ENT_COUNTS_UNDATED + 1))
        return ENT_OK; /* all count */
    ENT_TRY(ent_i_alloc(&network->aside, view->record_count, sizeof *network->aside, err));
    for (size_t i = 0; i < view->record_count; i++) {
        ent_id_t first = ENT_NONE;
        const ent_id_t *party;
        bool ties = false;
        size_t count;

        if ((ent_i_view_kinds(view) & 1U << ent_i_view_tie(view, i)->kind) == 0 ||
            ent_i_view_counts(view, i))
            continue;
        party = ent_i_view_parties(view, i, &count);
        for (size_t j = 0; j < count; j++) {
            ent_id_t vertex = network->vertex[party[j]];

            if (vertex != ENT_NONE && first == ENT_NONE)
                first = vertex;
            else if (vertex != ENT_NONE && ent_i_view_may_tie(network, first, vertex))
                ties = true;
        }
        if (ties)
            network->aside[network->aside_count++] = (ent_id_t)i;
    }

cleanup:
    return status;
}
