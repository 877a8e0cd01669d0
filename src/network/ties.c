/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From links to ties: sorting, merging, and the compressed sparse rows. */
#include <math.h>
#include <stdlib.h>

#include "base/sort.h"
#include "base/spread.h"
#include "dataset/tie.h"
#include "network/build.h"

enum {
    DROPPED_AT_ONCE = 1 << 18, /* links: some megabytes */
    TIES_A_SHARE = 100000      /* worth a thread that puts them into rows */
};

#define COMPARE(x, y) (((x) > (y)) - ((x) < (y)))

/* By weight before record: the order of a sum must not depend on the order of rows. */
static int compare_links(const void *left, const void *right)
{
    const ent_i_link_t *x = left;
    const ent_i_link_t *y = right;

    if (x->a != y->a)
        return COMPARE(x->a, y->a);
    if (x->b != y->b)
        return COMPARE(x->b, y->b);
    if (x->class != y->class)
        return COMPARE(x->class, y->class);
    if (x->weight != y->weight)
        return COMPARE(x->weight, y->weight);
    return COMPARE(x->record, y->record);
}

int ent_i_compare_ids(const void *left, const void *right)
{
    const ent_id_t *x = left;
    const ent_id_t *y = right;

    return COMPARE(*x, *y);
}

ent_status_t ent_i_links_add(ent_i_links_t *links, ent_i_link_t link, ent_error_t *err)
{
    ent_status_t status = ENT_GROW(links->link, links->count, links->capacity, err);

    if (status == ENT_OK)
        links->link[links->count++] = link;
    return status;
}

/* A projection comes sorted already, and is the largest that there is to sort. */
static bool is_sorted(const ent_i_links_t *links)
{
    for (size_t i = 1; i < links->count; i++)
        if (compare_links(&links->link[i - 1], &links->link[i]) > 0)
            return false;
    return true;
}

/* Puts link order[i] into place i, for every i, along the cycles; `order` is spent. */
static void permute(ent_i_links_t *links, ent_id_t *order)
{
    for (size_t i = 0; i < links->count; i++) {
        ent_i_link_t first = links->link[i];
        size_t at = i;

        while (order[at] != (ent_id_t)i) {
            size_t from = (size_t)order[at];

            links->link[at] = links->link[from];
            order[at] = (ent_id_t)at;
            at = from;
        }
        links->link[at] = first;
        order[at] = (ent_id_t)at;
    }
}

/* By their pairs in two counting sorts, then those of one pair among themselves. */
static ent_status_t sort_many(ent_i_links_t *links, size_t actors, ent_error_t *err)
{
    size_t count = links->count;
    ent_status_t status = ENT_OK;
    ent_id_t *order = NULL;
    ent_id_t *key = NULL;
    size_t end;

    ENT_TRY(ent_i_alloc(&order, count, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&key, count, sizeof *key, err));
    for (size_t i = 0; i < count; i++) {
        order[i] = (ent_id_t)i;
        key[i] = links->link[i].b;
    }
    ENT_TRY(ent_i_sort_by_key(order, count, key, actors, err));
    for (size_t i = 0; i < count; i++)
        key[i] = links->link[i].a;
    ENT_TRY(ent_i_sort_by_key(order, count, key, actors, err));
    permute(links, order);
    for (size_t first = 0; first < count; first = end) {
        end = first + 1;
        while (end < count && links->link[end].a == links->link[first].a &&
               links->link[end].b == links->link[first].b)
            end++;
        if (end - first > 1)
            qsort(&links->link[first], end - first, sizeof *links->link, compare_links);
    }

cleanup:
    free(order);
    free(key);
    return status;
}

static ent_status_t sort(ent_i_links_t *links, size_t actors, ent_error_t *err)
{
    if (is_sorted(links))
        return ENT_OK;
    if (links->count <= INT32_MAX)
        return sort_many(links, actors, err);
    qsort(links->link, links->count, sizeof *links->link, compare_links);
    return ENT_OK;
}

static void order_ends(ent_i_links_t *links)
{
    for (size_t i = 0; i < links->count; i++) {
        ent_i_link_t *link = &links->link[i];

        if (link->a > link->b) {
            ent_id_t end = link->a;

            link->a = link->b;
            link->b = end;
        }
    }
}

/* Whether a link goes into the same tie as the one before it. */
static bool continues(const ent_i_link_t *link, bool keep)
{
    const ent_i_link_t *before = link - 1;

    if (link->a != before->a || link->b != before->b)
        return false;
    return !keep || (link->class == ENT_I_LINK_ONCE && before->class == ENT_I_LINK_ONCE);
}

static size_t count_ties(const ent_i_links_t *links, bool keep)
{
    size_t count = links->count > 0;

    for (size_t i = 1; i < links->count; i++)
        count += !continues(&links->link[i], keep);
    return count;
}

/* Links that count once come first. */
static double weigh(const ent_i_link_t *link, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        if (link[i].class == ENT_I_LINK_ADDS || i == 0)
            sum += link[i].weight;
    }
    return sum;
}

/* Puts the different records of a run of links from `start` on; where they end. */
static size_t take_records(ent_network_t *network, size_t start, const ent_i_link_t *link,
                           size_t count)
{
    size_t end = start;

    for (size_t i = 0; i < count; i++) {
        if (link[i].record != ENT_NONE)
            network->record[end++] = link[i].record;
    }
    qsort(&network->record[start], end - start, sizeof *network->record, ent_i_compare_ids);
    count = end - start;
    end = start;
    for (size_t i = start; i < start + count; i++) {
        if (i == start || network->record[i] != network->record[end - 1])
            network->record[end++] = network->record[i];
    }
    return end;
}

ent_status_t ent_i_network_open(ent_network_t *network, size_t ties, size_t records, bool offsets,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    network->tie_count = ties;
    if (ties > INT32_MAX)
        return ent_i_fail(err, ENT_ELIMIT, "A network holds at most %d ties; these are %zu.",
                          INT32_MAX, ties);
    ENT_TRY(ent_i_alloc(&network->a, network->tie_count, sizeof *network->a, err));
    ENT_TRY(ent_i_alloc(&network->b, network->tie_count, sizeof *network->b, err));
    ENT_TRY(ent_i_alloc(&network->weight, network->tie_count, sizeof *network->weight, err));
    if (offsets)
        ENT_TRY(ent_i_alloc(&network->record_offset, network->tie_count + 1,
                            sizeof *network->record_offset, err));
    if (offsets || records > 0)
        ENT_TRY(ent_i_alloc(&network->record, records, sizeof *network->record, err));

cleanup:
    return status;
}

ent_status_t ent_i_check_records(size_t count, ent_error_t *err)
{
    if (count <= UINT32_MAX)
        return ENT_OK;
    return ent_i_fail(err, ENT_ELIMIT,
                      "The ties of a network hold at most %zu records; these are %zu.",
                      (size_t)UINT32_MAX, count);
}

/* Gives back the links before `end`, which are ties now; how far links have been given back. */
static size_t drop_links(ent_i_links_t *links, size_t dropped, size_t end)
{
    if (end - dropped < DROPPED_AT_ONCE)
        return dropped;
    ent_i_memory_drop(links->link + dropped, (end - dropped) * sizeof *links->link);
    return end;
}

/* Makes ties of sorted links, which go back as they become ties. */
static ent_status_t put_ties(ent_network_t *network, ent_i_end_t *end, ent_i_links_t *links,
                             bool keep, bool records, ent_error_t *err)
{
    size_t dropped = 0;
    size_t next;

    for (size_t i = 0; i < links->count; i = next, end->tie++) {
        next = i + 1;
        while (next < links->count && continues(&links->link[next], keep))
            next++;
        network->a[end->tie] = links->link[i].a;
        network->b[end->tie] = links->link[i].b;
        network->weight[end->tie] = weigh(&links->link[i], next - i);
        if (!isfinite(network->weight[end->tie]))
            return ent_i_fail(err, ENT_EDATA,
                              "The weights of one pair of actors add up to more "
                              "than a number can hold; scale them down.");
        if (records) {
            if (network->record_offset != NULL) /* a record each needs none */
                network->record_offset[end->tie] = (uint32_t)end->record;
            end->record = take_records(network, end->record, &links->link[i], next - i);
        }
        dropped = drop_links(links, dropped, i);
    }
    return ENT_OK;
}

ent_status_t ent_i_network_put(ent_network_t *network, ent_i_end_t *end, ent_i_links_t *links,
                               bool keep, ent_error_t *err)
{
    qsort(links->link, links->count, sizeof *links->link, compare_links);
    return put_ties(network, end, links, keep, true, err);
}

ent_status_t ent_i_network_merge(ent_network_t *network, ent_i_links_t *links, bool keep,
                                 bool records, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_end_t end = {0};

    if (!network->directed)
        order_ends(links);
    if (records)
        ENT_TRY(ent_i_check_records(links->count, err));
    ENT_TRY(sort(links, network->actor_count, err));
    ENT_TRY(ent_i_network_open(network, count_ties(links, keep), records ? links->count : 0,
                               records, err));
    ENT_TRY(put_ties(network, &end, links, keep, records, err));
    if (records)
        network->record_offset[end.tie] = (uint32_t)end.record;

cleanup:
    free(links->link);
    *links = (ent_i_links_t){0};
    return status;
}

/* Turns counts into offsets: on return offset[v + 1] is where the entries of v begin, and each
 * entry that is put there moves it on, so that it ends up where those of v + 1 begin. */
static void open_rows(size_t *offset, size_t rows)
{
    size_t begin = 0;

    for (size_t row = 1; row <= rows; row++) {
        size_t count = offset[row];

        offset[row] = begin;
        begin += count;
    }
    offset[0] = 0;
}

static void put(size_t *offset, ent_id_t *neighbour, ent_id_t *via, ent_id_t row, ent_id_t other,
                size_t tie)
{
    size_t at = offset[row + 1]++;

    neighbour[at] = other;
    via[at] = (ent_id_t)tie;
}

static ent_status_t make_rows(size_t **offset, ent_id_t **neighbour, ent_id_t **via, size_t rows,
                              size_t entries, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(offset, rows + 1, sizeof **offset, err));
    ENT_TRY(ent_i_alloc(neighbour, entries, sizeof **neighbour, err));
    ENT_TRY(ent_i_alloc(via, entries, sizeof **via, err));
    ent_i_scattered(*neighbour, entries * sizeof **neighbour);
    ent_i_scattered(*via, entries * sizeof **via);

cleanup:
    return status;
}

/* Rows of vertices that follow each other are filled by one of several threads. */
typedef struct indexing {
    ent_network_t *network;
    size_t shares;
    bool counts; /* their neighbours; else these are put */
} indexing_t;

/* The first tie whose a is `vertex` or a later one. */
static size_t first_tie(const ent_network_t *network, size_t vertex)
{
    size_t low = 0;
    size_t high = network->tie_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if ((size_t)network->a[middle] < vertex)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The ties come by (a, b): a vertex first gets its smaller neighbours in order, from the ties in
 * which it is b, then the larger ones. */
static void index_share(void *context, size_t share)
{
    const indexing_t *indexing = context;
    ent_network_t *network = indexing->network;
    size_t *offset = network->offset;
    ent_id_t first = (ent_id_t)(network->actor_count * share / indexing->shares);
    ent_id_t end = (ent_id_t)(network->actor_count * (share + 1) / indexing->shares);
    size_t from = first_tie(network, (size_t)first);
    size_t to = first_tie(network, (size_t)end);

    for (size_t i = 0; i < to; i++) {
        ent_id_t b = network->b[i];

        if (b < first || b >= end)
            continue;
        if (indexing->counts)
            offset[b + 1]++;
        else
            put(offset, network->neighbour, network->via, b, network->a[i], i);
    }
    for (size_t i = from; i < to; i++) {
        if (indexing->counts)
            offset[network->a[i] + 1]++;
        else
            put(offset, network->neighbour, network->via, network->a[i], network->b[i], i);
    }
}

static ent_status_t index_undirected(ent_network_t *network, ent_error_t *err)
{
    size_t most = network->dataset == NULL ? 1 : ent_i_dataset_shares(network->dataset);
    size_t worth = network->tie_count / TIES_A_SHARE + 1;
    indexing_t indexing = {
        .network = network, .shares = most < worth ? most : worth, .counts = true};
    ent_status_t status = ENT_OK;

    ENT_TRY(make_rows(&network->offset, &network->neighbour, &network->via, network->actor_count,
                      2 * network->tie_count, err));
    ent_i_spread(index_share, &indexing, indexing.shares, (int)indexing.shares);
    open_rows(network->offset, network->actor_count);
    indexing.counts = false;
    ent_i_spread(index_share, &indexing, indexing.shares, (int)indexing.shares);

cleanup:
    return status;
}

static ent_status_t index_directed(ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t ties = network->tie_count;

    ENT_TRY(make_rows(&network->offset, &network->neighbour, &network->via, network->actor_count,
                      ties, err));
    ENT_TRY(make_rows(&network->in_offset, &network->in_neighbour, &network->in_via,
                      network->actor_count, ties, err));
    for (size_t i = 0; i < ties; i++) {
        network->offset[network->a[i] + 1]++;
        network->in_offset[network->b[i] + 1]++;
    }
    open_rows(network->offset, network->actor_count);
    open_rows(network->in_offset, network->actor_count);
    for (size_t i = 0; i < ties; i++) {
        put(network->offset, network->neighbour, network->via, network->a[i], network->b[i], i);
        put(network->in_offset, network->in_neighbour, network->in_via, network->b[i],
            network->a[i], i);
    }

cleanup:
    return status;
}

static void drop_rows(ent_network_t *network)
{
    free(network->offset);
    free(network->neighbour);
    free(network->via);
    free(network->in_offset);
    free(network->in_neighbour);
    free(network->in_via);
    network->offset = network->in_offset = NULL;
    network->neighbour = network->in_neighbour = NULL;
    network->via = network->in_via = NULL;
}

ent_status_t ent_i_network_index(ent_network_t *network, ent_error_t *err)
{
    drop_rows(network);
    network->weighted = false;
    network->simple = true;
    for (size_t i = 0; i < network->tie_count; i++) {
        if (network->weight[i] != 1)
            network->weighted = true;
        if (i > 0 && network->a[i] == network->a[i - 1] && network->b[i] == network->b[i - 1])
            network->simple = false;
    }
    return network->directed ? index_directed(network, err) : index_undirected(network, err);
}

static ent_status_t check_tie(const ent_tie_t *tie, size_t index, size_t actor_count,
                              const unsigned char *mode, ent_error_t *err)
{
    ent_id_t end = (ent_id_t)actor_count;

    if (tie->a < 0 || tie->a >= end || tie->b < 0 || tie->b >= end)
        return ent_i_fail(err, ENT_EINVAL, "Tie %zu names no actor.", index);
    if (tie->a == tie->b)
        return ent_i_fail(err, ENT_EINVAL, "Tie %zu joins an actor to itself.", index);
    if (!isfinite(tie->weight) || tie->weight <= 0)
        return ent_i_fail(err, ENT_EINVAL, "Tie %zu has weight %g; it must be positive.", index,
                          tie->weight);
    if (mode != NULL && mode[tie->a] == mode[tie->b])
        return ent_i_fail(err, ENT_EINVAL, "Tie %zu joins two actors of one mode.", index);
    return ENT_OK;
}

static ent_status_t take_modes(ent_network_t *network, const unsigned char *mode, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&network->mode, network->actor_count, sizeof *network->mode, err));
    for (size_t i = 0; i < network->actor_count; i++) {
        if (mode[i] > 1)
            return ent_i_fail(err, ENT_EINVAL, "Actor %zu has mode %d; it must be 0 or 1.", i,
                              mode[i]);
        network->mode[i] = mode[i];
    }

cleanup:
    return status;
}

ent_status_t ent_network_from_ties(ent_network_t **network, size_t actor_count,
                                   const ent_tie_t *ties, size_t tie_count,
                                   const unsigned char *mode, bool directed, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *made = NULL;
    ent_i_links_t links = {0};

    if (actor_count > INT32_MAX)
        return ent_i_fail(err, ENT_ELIMIT, "A network holds at most %d actors; these are %zu.",
                          INT32_MAX, actor_count);
    if (directed && mode != NULL)
        return ent_i_fail(err, ENT_EINVAL, "A two-mode network has no directions.");

    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->actor_count = actor_count;
    made->directed = directed;
    if (mode != NULL)
        ENT_TRY(take_modes(made, mode, err));
    ENT_TRY(ent_i_alloc(&links.link, tie_count, sizeof *links.link, err));
    for (size_t i = 0; i < tie_count; i++) {
        ENT_TRY(check_tie(&ties[i], i, actor_count, mode, err));
        links.link[links.count++] = (ent_i_link_t){.a = ties[i].a,
                                                   .b = ties[i].b,
                                                   .class = ENT_I_LINK_ADDS,
                                                   .record = ENT_NONE,
                                                   .weight = ties[i].weight};
    }
    ENT_TRY(ent_i_network_merge(made, &links, false, false, err));
    ENT_TRY(ent_i_network_index(made, err));
    *network = made;
    made = NULL;

cleanup:
    free(links.link);
    ent_network_free(made);
    return status;
}
