/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a figure draws, and outlines, when memory runs out at each allocation in turn. */
#include "fault/refuse.h"

#include <unistd.h>

#include "figure/plan.h"
#include "layout/hull.h"
#include "layout/simmel.h"

static ent_dataset_t *dataset;
static ent_network_t *network;
static ent_figure_options_t options;
static char table[40];

#define PLACE(name, x, y)                                                                          \
    "{\"shape\":\"circle\",\"class\":\"city\",\"actor\":\"" name "\",\"center\":[" x "," y "]}"
#define SCENE                                                                                      \
    "{\"schema\":\"entente/scene/1\",\"width\":100,\"height\":50,\"items\":[" PLACE(               \
        "osan", "1", "2") "," PLACE("cork", "3", "4") "," PLACE("nobody", "5", "6") "]}"

static ent_status_t plan(void)
{
    ent_i_scene_t scene = {0};
    ent_i_plan_t made = {0};
    ent_status_t status = ent_i_plan_make(&made, network, &options, &scene, NULL);

    if (status == ENT_OK)
        status = ent_i_scene_status(&scene, NULL);
    if (status == ENT_OK)
        assert_true(made.mark_count > 50);
    ent_i_plan_free(&made);
    ent_i_scene_free(&scene);
    return status;
}

static ent_status_t hull(void)
{
    static const ent_i_point_t at[4] = {{0, 0}, {50, 0}, {0, 50}, {12, 12}};
    static const double radius[4] = {3, 3, 3, 3};
    static const bool member[4] = {true, true, true, false};
    const ent_i_hull_discs_t discs = {
        .at = at, .radius = radius, .member = member, .count = 4, .pad = 4, .longest = 100};
    ent_i_lines_t rings = {0};
    ent_status_t status = ent_i_hull(&rings, &discs, NULL);

    if (status == ENT_OK)
        assert_true(rings.point_count > 20);
    else
        assert_null(rings.point);
    ent_i_lines_free(&rings);
    return status;
}

static ent_status_t backbone(void)
{
    static const ent_id_t a[] = {0, 0, 0, 1, 1, 2, 3, 4, 4, 5};
    static const ent_id_t b[] = {1, 2, 3, 2, 3, 3, 4, 5, 6, 6};
    const ent_i_layout_graph_t graph = {.vertex_count = 7, .tie_count = 10, .a = a, .b = b};
    bool kept[10];
    ent_status_t status = ent_i_simmelian(kept, &graph, 3, NULL);

    if (status == ENT_OK)
        assert_true(kept[6]); /* the bridge */
    return status;
}

static ent_status_t positions(void)
{
    ent_positions_t *read = NULL;
    ent_status_t status = ent_positions_read(&read, network, table, NULL);

    if (status == ENT_OK) {
        assert_int_equal(ent_positions_known(read), 2);
        assert_int_equal(ent_positions_strangers(read), 1);
    } else {
        assert_null(read);
    }
    ent_positions_free(read);
    return status;
}

static void read_or_refuse(const char *suffix, const char *text)
{
    int file = 0;

    snprintf(table, sizeof table, "/tmp/entente.XXXXXX%s", suffix);
    file = mkstemps(table, (int)strlen(suffix));
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
    refuse_each(positions, 3);
    unlink(table);
}

static void positions_are_read_or_not(void **state)
{
    (void)state;
    read_or_refuse(".csv", "id,x,y\nosan,1,2\ncork,3,4\nnobody,5,6\n");
}

/* jansson itself calls a word that it has no memory for a wrong one. */
static void a_scene_is_read_or_not(void **state)
{
    (void)state;
    read_or_refuse(".json", SCENE);
}

static void nothing_is_lost_or_leaked(void **state)
{
    (void)state;
    refuse_each(hull, 8);
    refuse_each(backbone, 8);
    options.color_by = "country";
    options.hull = "network";
    options.ties = ENT_TIES_BACKBONE;
    refuse_each(plan, 30);
    options.hull = "region";
    refuse_each(plan, 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_lost_or_leaked),
                                       cmocka_unit_test(positions_are_read_or_not),
                                       cmocka_unit_test(a_scene_is_read_or_not)};
    ent_network_options_t how;
    int failed;

    if (ent_dataset_open(&dataset, ENT_SOURCE_DIR "/datasets/learning-cities", NULL, NULL) !=
            ENT_OK ||
        ent_network_options_init(&how, dataset, NULL) != ENT_OK ||
        ent_network_new(&network, dataset, &how, NULL) != ENT_OK)
        return 99;
    ent_figure_options_init(&options);
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    ent_network_free(network);
    ent_dataset_free(dataset);
    return failed;
}
