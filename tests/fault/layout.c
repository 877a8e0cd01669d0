/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layouts of rows, of time and of circles when memory runs out at each allocation in turn. */
#include "fault/refuse.h"

#include <math.h>

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

static ent_status_t columns(void)
{
    static const unsigned char mode[] = {0, 0, 1, 1, 0, 1, 1, 0, 1};
    static const ent_id_t left[] = {0, 0, 4, 4, 7, 1}, right[] = {2, 3, 3, 5, 6, 8};
    static const double radius[9] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    const ent_i_layout_graph_t two = {
        .vertex_count = 9, .tie_count = 6, .a = left, .b = right, .radius = radius};
    const ent_i_box_t box = {0, 0, 100, 100};
    ent_i_point_t position[9];

    return ent_i_layout_bipartite(position, &two, mode, &box, NULL);
}

static ent_status_t map_of(const double latitude[2], const double longitude[2])
{
    const ent_i_box_t box = {0, 0, 480, 300};
    ent_i_lines_t runs[4] = {{0}, {0}, {0}, {0}};
    ent_i_map_t map;
    ent_status_t status;

    ent_i_map_fit(&map, 0, NAN, latitude, longitude, 2, &box);
    status =
        ent_i_map_arc(&runs[0], &map, latitude[0], longitude[0], latitude[1], longitude[1], NULL);
    if (status == ENT_OK)
        status = ent_i_map_frame(&runs[1], &map, NULL);
    if (status == ENT_OK)
        status = ent_i_map_land(&runs[2], &map, NULL);
    if (status == ENT_OK)
        status = ent_i_map_borders(&runs[3], &map, NULL);
    for (size_t i = 0; i < 4; i++)
        ent_i_lines_free(&runs[i]);
    return status;
}

/* The world, with a line over its edge; the Baltic. */
static ent_status_t world(void)
{
    return map_of((const double[2]){37.57, -12.05}, (const double[2]){126.98, -77.04});
}

static ent_status_t part(void)
{
    return map_of((const double[2]){60.17, 56.95}, (const double[2]){24.94, 24.11});
}

static ent_status_t concentric(void)
{
    static const double value[] = {3, 2, 2, 1, 1, 1, 0, 0, 0};
    static const double radius[] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    static const ent_i_box_t box = {0, 0, 100, 100};
    ent_i_layout_graph_t sized = graph;
    ent_i_point_t position[9];
    ent_i_rings_t rings;

    sized.radius = radius;
    return ent_i_layout_concentric(position, &rings, &sized, value, &box, NULL);
}

/* With rooms for names, and two of no tie. */
static ent_status_t force(void)
{
    static const double radius[] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    static const ent_i_box_t box = {0, 0, 100, 100};
    ent_i_box_t room[9];
    ent_i_layout_graph_t sized = graph;
    ent_i_point_t position[9];

    for (size_t i = 0; i < 9; i++)
        room[i] = (ent_i_box_t){-8, -1, 16, 5};
    sized.radius = radius;
    sized.room = room;
    return ent_i_layout_force(position, &sized, &box, NULL, NULL);
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
    refuse_each(columns, 20);
    refuse_each(world, 10);
    refuse_each(part, 10);
    refuse_each(concentric, 12);
    refuse_each(force, 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_allocation_may_fail)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
