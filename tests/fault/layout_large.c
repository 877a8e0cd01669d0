/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layouts when memory runs out at each allocation in turn. What gets through is the same as without
 * a fault. */
#include "fault/refuse.h"

#include "layout/layout.h"

/* A wheel of rings, large enough for the multilevel method, with a few components and isolates. */
enum { LARGE = 700, SMALL = 40, COUNT = LARGE + SMALL };

static ent_id_t tie_a[2 * COUNT];
static ent_id_t tie_b[2 * COUNT];
static double radius[COUNT];
static bool known[COUNT];
static ent_i_point_t want[COUNT];
static ent_i_layout_graph_t graph = {
    .vertex_count = COUNT, .a = tie_a, .b = tie_b, .radius = radius};
static const ent_i_box_t box = {0, 0, 400, 300};

static void tie(ent_id_t a, ent_id_t b)
{
    tie_a[graph.tie_count] = a;
    tie_b[graph.tie_count++] = b;
}

static void make_graph(void)
{
    for (ent_id_t v = 0; v < COUNT; v++)
        radius[v] = 1;
    for (ent_id_t v = 1; v < LARGE; v++) {
        tie(v / 3, v);
        if (v % 5 == 0)
            tie(v - 1, v);
    }
    for (ent_id_t v = LARGE; v + 4 < COUNT; v += 3) {
        tie(v, v + 1);
        tie(v + 1, v + 2);
    }
}

static bool are_same(const ent_i_point_t *position)
{
    return memcmp(position, want, sizeof want) == 0;
}

static ent_status_t draw(void)
{
    static ent_i_point_t position[COUNT];
    ent_status_t status = ent_i_layout_force(position, &graph, &box, NULL, NULL);

    if (status == ENT_OK)
        assert_true(are_same(position));
    return status;
}

static ent_status_t keep(void)
{
    static ent_i_point_t position[COUNT];
    ent_status_t status;

    memcpy(position, want, sizeof position);
    status = ent_i_layout_keep(position, &graph, known, &box, NULL);
    for (size_t v = 0; v < COUNT && status == ENT_OK; v++)
        assert_true(!known[v] || memcmp(&position[v], &want[v], sizeof want[v]) == 0);
    return status;
}

/* Those who stand where they stood pull nobody away. */
static ent_status_t align(void)
{
    static ent_i_point_t position[COUNT];
    ent_status_t status;

    memcpy(position, want, sizeof position);
    status = ent_i_layout_align(position, &graph, known, want, &box, NULL);
    for (size_t v = 0; v < COUNT && status == ENT_OK; v++) {
        assert_float_equal(position[v].x, want[v].x, 1e-6);
        assert_float_equal(position[v].y, want[v].y, 1e-6);
    }
    return status;
}

static void layouts_survive_any_refusal(void **state)
{
    ent_error_t err = {0};

    (void)state;
    make_graph();
    assert_ok(ent_i_layout_force(want, &graph, &box, NULL, &err));
    refuse_each(draw, 40);
    for (size_t v = 0; v < COUNT; v++)
        known[v] = v % 4 != 0;
    refuse_each(keep, 4);
    refuse_each(align, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(layouts_survive_any_refusal)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
