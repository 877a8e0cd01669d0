/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layouts of rows and of time when memory runs out at each allocation in turn. */
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

static void each_allocation_may_fail(void **state)
{
    (void)state;
    refuse_each(row_of_components, 10);
    refuse_each(row_of_blocks, 10);
    refuse_each(spread, 1);
    refuse_each(steps_of_time, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_allocation_may_fail)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
