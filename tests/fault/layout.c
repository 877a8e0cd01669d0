/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layouts of rows, of time and of circles when memory runs out at each allocation in turn. */
#include "fault/refuse.h"

#include "layout/layout.h"
#include "layout/timeline.h"

static const ent_id_t a[] = {0, 2, 4, 1, 3, 5, 0}, b[] = {2, 4, 6, 3, 5, 7, 1};
static const size_t block[] = {0, 1, 0, 1, 0, 1, 0, 1, 1};
static const ent_i_layout_graph_t graph = {.vertex_count = 9, .tie_count = 7, .a = a, .b = b};

static ent_status_t row_of_components(void)
{
    ent_id_t order[9];

    return ent_i_layout_row(order, &graph, NULL, 0, NULL);
}

static ent_status_t row_of_blocks(void)
{
    ent_id_t order[9];

    return ent_i_layout_row(order, &graph, block, 2, NULL);
}

static ent_status_t blocks(void)
{
    ent_id_t order[9];

    return ent_i_layout_blocks(order, &graph, block, NULL);
}

static ent_status_t spread(void)
{
    double at[] = {1, 1, 2};

    return ent_i_layout_spread(at, 3, 1, 0, 5, NULL);
}

static ent_status_t steps_of_time(void)
{
    static const ent_period_t start[] = {{10, 12, true}, {0, 0, false}};
    static const ent_period_t end[] = {{20, 20, true}, {0, 0, false}};
    ent_i_time_step_t *step = NULL;
    size_t steps = 0;
    ent_status_t status = ent_i_time_steps(&step, &steps, start, end, 2, NULL);

    free(step);
    return status;
}

static ent_status_t around(void)
{
    ent_id_t order[9];

    return ent_i_layout_around(order, &graph, NULL, 0, NULL);
}

static ent_status_t around_in_blocks(void)
{
    ent_id_t order[9];

    return ent_i_layout_around(order, &graph, block, 2, NULL);
}

static ent_status_t chord(void)
{
    static const double table[] = {2, 3, 1, 3, 0, 2, 1, 2, 0};
    ent_i_sector_t arc[3];
    ent_i_ribbon_t ribbon[6];
    size_t count;

    return ent_i_layout_chord(arc, ribbon, &count, table, 3, 0.1, NULL);
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    refuse_each(row_of_components, 10);
    refuse_each(row_of_blocks, 10);
    refuse_each(blocks, 1);
    refuse_each(spread, 1);
    refuse_each(steps_of_time, 2);
    refuse_each(around, 5);
    refuse_each(around_in_blocks, 10);
    refuse_each(chord, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_allocation_may_fail)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
