/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks, distances and groups when memory runs out at each allocation in turn. */
#include "fault/fault.h"

#include "engine/betweenness.h"
#include "engine/distances.h"
#include "entente/backbone.h"
#include "entente/core.h"
#include "entente/group.h"
#include "entente/igraph.h"
#include "unit/classics.h"
#include "unit/scratch.h"

static ent_dataset_t *dataset;
static ent_view_t view;
static bool backbones;

static ent_status_t build_and_measure(ent_error_t *err)
{
    ent_i_reach_t reach[KARATE_ACTORS];
    double length[CLASSICS_COUNT(karate)];
    ent_network_t *network = NULL;
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < CLASSICS_COUNT(karate); i++)
        length[i] = (double)(1 + i % 3);
    status = ent_network_from_ties(&network, KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL,
                                   false, err);
    if (status == ENT_OK)
        status = ent_i_distances(network, reach, false, 1, err);
    if (status == ENT_OK)
        status = ent_i_distances_weighted(network, reach, length, false, 1, err);
    ent_network_free(network);
    return status;
}

/* A ring with chords: one block, of which a sample is taken. */
static ent_status_t sample_betweenness(bool directed, bool lengths, ent_error_t *err)
{
    enum { ACTORS = 100, TIES = 150 };
    ent_tie_t tie[TIES];
    double length[TIES];
    double values[ACTORS];
    double error[ACTORS];
    ent_i_betweenness_how_t how = {.length = lengths ? length : NULL, .sample = 70};
    ent_i_doubt_t doubt = {.error = error};
    ent_network_t *network = NULL;
    ent_status_t status;

    for (int i = 0; i < TIES; i++) {
        tie[i] = (ent_tie_t){i % ACTORS, (i < ACTORS ? i + 1 : i + 37) % ACTORS, 1};
        length[i] = 1 + i % 3;
    }
    status = ent_network_from_ties(&network, ACTORS, tie, TIES, NULL, directed, err);
    if (status == ENT_OK)
        status = ent_i_betweenness_find(values, network, &how, &doubt, err);
    ent_network_free(network);
    return status;
}

static ent_status_t sample_by_ties(ent_error_t *err)
{
    return sample_betweenness(true, false, err);
}

static ent_status_t sample_by_lengths(ent_error_t *err)
{
    return sample_betweenness(false, true, err);
}

static ent_status_t copy_to_igraph(ent_error_t *err)
{
    ent_network_t *network = NULL;
    igraph_vector_t weight;
    igraph_t graph;
    ent_status_t status =
        ent_network_from_ties(&network, KITE_ACTORS, kite, CLASSICS_COUNT(kite), NULL, false, err);

    if (status == ENT_OK) {
        status = ent_network_to_igraph(network, &graph, &weight, err);
        if (status == ENT_OK) {
            igraph_destroy(&graph);
            igraph_vector_destroy(&weight);
        }
    }
    ent_network_free(network);
    return status;
}

static ent_status_t find_groups(ent_group_method_t method, ent_error_t *err)
{
    ent_group_options_t options;
    ent_network_t *network = NULL;
    ent_groups_t *groups = NULL;
    ent_status_t status =
        ent_network_from_ties(&network, KITE_ACTORS, kite, CLASSICS_COUNT(kite), NULL, false, err);

    ent_group_options_init(&options);
    options.method = method;
    options.runs = 3;
    if (status == ENT_OK)
        status = ent_groups_find(&groups, network, &options, err);
    ent_groups_free(groups);
    ent_network_free(network);
    return status;
}

static ent_status_t find_components(ent_error_t *err)
{
    return find_groups(ENT_GROUP_COMPONENTS, err);
}

static ent_status_t find_by_leiden(ent_error_t *err)
{
    return find_groups(ENT_GROUP_LEIDEN, err);
}

static ent_status_t find_by_louvain(ent_error_t *err)
{
    return find_groups(ENT_GROUP_LOUVAIN, err);
}

static ent_status_t find_by_labels(ent_error_t *err)
{
    return find_groups(ENT_GROUP_LABEL_PROPAGATION, err);
}

static ent_status_t find_by_proof(ent_error_t *err)
{
    return find_groups(ENT_GROUP_OPTIMAL, err);
}

static ent_status_t find_by_barber(ent_error_t *err)
{
    ent_group_options_t options;
    ent_network_t *network = NULL;
    ent_groups_t *groups = NULL;
    ent_status_t status;

    status = ent_network_from_ties(&network, DAVIS_ACTORS, davis, CLASSICS_COUNT(davis),
                                   davis_modes, false, err);
    ent_group_options_init(&options);
    options.runs = 2;
    if (status == ENT_OK)
        status = ent_groups_find(&groups, network, &options, err);
    ent_groups_free(groups);
    ent_network_free(network);
    return status;
}

static ent_status_t find_core(ent_error_t *err)
{
    ent_network_t *network = NULL;
    ent_core_t *core = NULL;
    ent_status_t status = ent_network_from_ties(&network, KARATE_ACTORS, karate,
                                                CLASSICS_COUNT(karate), NULL, false, err);

    if (status == ENT_OK)
        status = ent_core_find(&core, network, NULL, err);
    ent_core_free(core);
    ent_network_free(network);
    return status;
}

/* One view with every option that allocates. */
static ent_status_t build_view(ent_error_t *err)
{
    const ent_id_t without = 0;
    ent_network_options_t options;
    ent_network_t *network = NULL;
    ent_status_t status = ent_network_options_init(&options, dataset, err);

    options.view = view;
    options.where = "country=KR,country=IE,country=";
    options.without = &without;
    options.without_count = 1;
    options.expand = ENT_EXPAND_BOTH;
    options.multiparty = ENT_MULTIPARTY_STAR;
    options.focus = view == ENT_VIEW_WHOLE ? 2 : ENT_NONE;
    if (backbones && (view == ENT_VIEW_CITIES || view == ENT_VIEW_NETWORKS))
        options.backbone = ENT_BACKBONE_SDSM_EC;
    if (status == ENT_OK)
        status = ent_network_new(&network, dataset, &options, err);
    ent_network_free(network);
    return status;
}

static void views(void **state)
{
    scratch_t folder;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv",
                  "id,name,country\na,A,KR\nb,B,KR\nc,C,IE\nd,D,KR\ne,E,KR\n");
    scratch_write(&folder, "networks.csv", "id,name,country\nn,N,\no,O,KR\n");
    scratch_write(&folder, "memberships.csv",
                  "member,network,from\nb,n,2020\nc,n,2021\nd,n,\nd,o,2020\nb,o,2020\n");
    scratch_write(&folder, "agreements.csv",
                  "parties,signed,status\nb;c,2024,\nb;c;d,2024-05,\nn;e,2023,\nc;d,,planned\n");
    dataset = scratch_dataset(&folder, NULL);
    for (int i = 0; i < ENT_VIEW_COUNT; i++) {
        view = (ent_view_t)i;
        assert_true(fault_each(build_view, true) > 20);
        assert_true(fault_each(build_view, false) > 20);
    }
    backbones = true;
    for (int i = ENT_VIEW_CITIES; i <= ENT_VIEW_NETWORKS; i++) {
        view = (ent_view_t)i;
        assert_true(fault_each(build_view, true) > 60);
        assert_true(fault_each(build_view, false) > 60);
    }
    ent_dataset_free(dataset);
    scratch_close(&folder);
}

static void networks_and_distances(void **state)
{
    (void)state;
    assert_true(fault_each(build_and_measure, true) > 10);
    assert_true(fault_each(build_and_measure, false) > 10);
    assert_true(fault_each(sample_by_ties, true) > 30);
    assert_true(fault_each(sample_by_ties, false) > 30);
    assert_true(fault_each(sample_by_lengths, true) > 30);
    assert_true(fault_each(sample_by_lengths, false) > 30);
    assert_true(fault_each(copy_to_igraph, true) > 10);
    assert_true(fault_each(copy_to_igraph, false) > 10);
}

static ent_status_t find_backbone(ent_error_t *err)
{
    ent_backbone_options_t options;
    ent_backbone_t *backbone = NULL;
    ent_network_t *network = NULL;
    ent_status_t status;

    ent_backbone_options_init(&options);
    options.model = ENT_BACKBONE_SDSM;
    status = ent_network_from_ties(&network, DAVIS_ACTORS, davis, CLASSICS_COUNT(davis),
                                   davis_modes, false, err);
    if (status == ENT_OK)
        status = ent_backbone_find(&backbone, network, &options, err);
    ent_backbone_free(backbone);
    ent_network_free(network);
    return status;
}

static void backbone(void **state)
{
    (void)state;
    assert_true(fault_each(find_backbone, true) > 40);
    assert_true(fault_each(find_backbone, false) > 40);
}

static void groups(void **state)
{
    (void)state;
    assert_true(fault_each(find_components, true) > 30);
    assert_true(fault_each(find_components, false) > 30);
    assert_true(fault_each(find_by_labels, true) > 40);
    assert_true(fault_each(find_by_labels, false) > 40);
    assert_true(fault_each(find_by_leiden, true) > 40);
    assert_true(fault_each(find_by_leiden, false) > 40);
    assert_true(fault_each(find_by_louvain, true) > 40);
    assert_true(fault_each(find_by_louvain, false) > 40);
    assert_true(fault_each(find_by_proof, true) > 40);
    assert_true(fault_each(find_by_proof, false) > 40);
    assert_true(fault_each(find_by_barber, true) > 60);
    assert_true(fault_each(find_by_barber, false) > 60);
    assert_true(fault_each(find_core, true) > 10);
    assert_true(fault_each(find_core, false) > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(networks_and_distances),
        cmocka_unit_test(groups),
        cmocka_unit_test(backbone),
        cmocka_unit_test(views),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
