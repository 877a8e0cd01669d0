/* SPDX-License-Identifier: GPL-2.0-or-later */
/* p = x y / (1 + x y) for a row and a column. Some ties are in every network of these degrees, or
 * in none; there x y is infinite or 0, and a search would run away. They are found first: a tie can
 * change exactly where it lies on a cycle of ties and gaps in turn, that is where row and column
 * are in one strong component when ties point from rows to columns and gaps back. Within each
 * component the likelihood is concave and has its maximum at a finite point.
 *
 * All of this is done by type: rows of one type are alike in every network of these degrees taken
 * together. */
#include "network/bicm.h"

#include <stdlib.h>

#include "network/newton.h"

typedef struct work {
    const ent_i_types_t *rows;
    const ent_i_types_t *columns;
    double *probability;
    size_t *ties;        /* by row type and column type */
    ent_id_t *component; /* by row type, then column type */
    bool *reached[2];    /* forwards, backwards; by node as component */
    ent_id_t *queue;
    ent_i_newton_t newton;
} work_t;

static size_t nodes(const work_t *work)
{
    return work->rows->count + work->columns->count;
}

static bool may_tie(const work_t *work, size_t row, size_t column)
{
    return ent_i_realms_meet(work->rows->realm[row], work->columns->realm[column]);
}

/* Whether some row of the type lacks some column of the other, and could have it. */
static bool has_gap(const work_t *work, size_t row, size_t column)
{
    return may_tie(work, row, column) && work->ties[row * work->columns->count + column] <
                                             work->rows->size[row] * work->columns->size[column];
}

static bool has_tie(const work_t *work, size_t row, size_t column)
{
    return work->ties[row * work->columns->count + column] > 0;
}

static ent_status_t count_ties(work_t *work, const ent_network_t *network, ent_error_t *err)
{
    for (size_t i = 0; i < network->tie_count; i++) {
        bool forwards = work->rows->of[network->a[i]] != ENT_NONE;
        size_t row = (size_t)work->rows->of[forwards ? network->a[i] : network->b[i]];
        size_t column = (size_t)work->columns->of[forwards ? network->b[i] : network->a[i]];

        if (!may_tie(work, row, column))
            return ent_i_fail(err, ENT_EINVAL,
                              "A tie joins two realms, so it is not impossible that one does.");
        work->ties[row * work->columns->count + column]++;
    }
    return ENT_OK;
}

/* Whether an arc leads from one node to another. */
static bool leads(const work_t *work, size_t from, size_t to)
{
    size_t rows = work->rows->count;

    if (from < rows)
        return to >= rows && has_tie(work, from, to - rows);
    return to < rows && has_gap(work, to, from - rows);
}

/* Marks what can be reached from a node along arcs, or against them, among nodes that are in no
 * component yet. */
static void reach(work_t *work, size_t start, bool backwards)
{
    bool *reached = work->reached[backwards];
    size_t count = 0;

    for (size_t i = 0; i < nodes(work); i++)
        reached[i] = false;
    reached[start] = true;
    work->queue[count++] = (ent_id_t)start;
    for (size_t i = 0; i < count; i++) {
        size_t at = (size_t)work->queue[i];
        size_t first = at < work->rows->count ? work->rows->count : 0;
        size_t end = at < work->rows->count ? nodes(work) : work->rows->count;

        for (size_t to = first; to < end; to++)
            if (!reached[to] && work->component[to] == ENT_NONE &&
                (backwards ? leads(work, to, at) : leads(work, at, to))) {
                reached[to] = true;
                work->queue[count++] = (ent_id_t)to;
            }
    }
}

static ent_id_t find_components(work_t *work)
{
    ent_id_t count = 0;

    for (size_t i = 0; i < nodes(work); i++)
        work->component[i] = ENT_NONE;
    for (size_t i = 0; i < nodes(work); i++) {
        if (work->component[i] != ENT_NONE)
            continue;
        reach(work, i, false);
        reach(work, i, true);
        for (size_t j = i; j < nodes(work); j++)
            if (work->reached[0][j] && work->reached[1][j])
                work->component[j] = count;
        count++;
    }
    return count;
}

/* 0 or 1, where no network of these degrees has it otherwise. */
static void set_certain(work_t *work)
{
    for (size_t u = 0; u < work->rows->count; u++)
        for (size_t v = 0; v < work->columns->count; v++)
            if (work->component[u] != work->component[work->rows->count + v])
                work->probability[u * work->columns->count + v] = has_tie(work, u, v);
}

/* Degree of a type within its component: without the ties that are certain. */
static double open_degree(const work_t *work, size_t node)
{
    size_t rows = work->rows->count;
    size_t columns = work->columns->count;
    bool is_row = node < rows;
    size_t degree = is_row ? work->rows->degree[node] : work->columns->degree[node - rows];

    for (size_t k = 0; k < (is_row ? columns : rows); k++) {
        size_t u = is_row ? node : k;
        size_t v = is_row ? k : node - rows;

        if (work->component[u] != work->component[rows + v] && has_tie(work, u, v))
            degree -= is_row ? work->columns->size[v] : work->rows->size[u];
    }
    return (double)degree;
}

/* Hands one component to Newton's method and takes the probabilities back. */
static ent_status_t solve(work_t *work, ent_id_t component, ent_error_t *err)
{
    ent_i_newton_t *newton = &work->newton;
    size_t rows = work->rows->count;
    ent_status_t status = ENT_OK;

    newton->count[0] = newton->count[1] = 0;
    for (size_t i = 0; i < nodes(work); i++) {
        ent_i_newton_side_t *side = &newton->side[i >= rows];
        size_t place = newton->count[i >= rows];

        if (work->component[i] != component)
            continue;
        side->node[place] = i < rows ? i : i - rows;
        side->size[place] =
            (double)(i < rows ? work->rows->size[i] : work->columns->size[i - rows]);
        side->degree[place] = open_degree(work, i);
        newton->count[i >= rows]++;
    }
    if (newton->count[0] == 0 || newton->count[1] == 0)
        return ENT_OK;
    for (size_t i = 0; i < newton->count[0]; i++)
        for (size_t j = 0; j < newton->count[1]; j++)
            newton->open[i * newton->count[1] + j] =
                may_tie(work, newton->side[0].node[i], newton->side[1].node[j]);
    ENT_TRY(ent_i_newton_solve(newton, err));
    for (size_t i = 0; i < newton->count[0]; i++)
        for (size_t j = 0; j < newton->count[1]; j++)
            work->probability[newton->side[0].node[i] * work->columns->count +
                              newton->side[1].node[j]] =
                newton->probability[i * newton->count[1] + j];

cleanup:
    return status;
}

static ent_status_t allocate(work_t *work, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&work->ties, work->rows->count * work->columns->count, sizeof *work->ties,
                        err));
    ENT_TRY(ent_i_alloc(&work->component, nodes(work), sizeof *work->component, err));
    ENT_TRY(ent_i_alloc(&work->queue, nodes(work), sizeof *work->queue, err));
    ENT_TRY(ent_i_alloc(&work->reached[0], nodes(work), sizeof(bool), err));
    ENT_TRY(ent_i_alloc(&work->reached[1], nodes(work), sizeof(bool), err));
    ENT_TRY(ent_i_newton_init(&work->newton, work->rows->count, work->columns->count, err));

cleanup:
    return status;
}

ent_status_t ent_i_bicm(double *probability, const ent_network_t *network,
                        const ent_i_types_t *rows, const ent_i_types_t *columns, ent_error_t *err)
{
    work_t work = {.rows = rows, .columns = columns, .probability = probability};
    ent_status_t status = ENT_OK;
    ent_id_t components;

    ENT_TRY(allocate(&work, err));
    ENT_TRY(count_ties(&work, network, err));
    components = find_components(&work);
    set_certain(&work);
    for (ent_id_t i = 0; i < components; i++)
        ENT_TRY(solve(&work, i, err));

cleanup:
    free(work.ties);
    free(work.component);
    free(work.queue);
    free(work.reached[0]);
    free(work.reached[1]);
    ent_i_newton_free(&work.newton);
    return status;
}
