/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Given partitions: published scores, agreement by hand, files and attributes that are wrong. */
#include "entente/partition.h"

#include <stdlib.h>

#include "group/given.h"
#include "unit/classics.h"
#include "unit/tables.h"

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

static ent_partition_t *make(const ent_id_t *of, size_t actors, size_t groups)
{
    ent_partition_t *partition = NULL;

    assert_ok(ent_i_partition_new(&partition, actors, groups, &err));
    for (size_t i = 0; i < actors; i++)
        partition->of[i] = of[i];
    return partition;
}

static ent_partition_comparison_t compare(const ent_id_t *one, const ent_id_t *other, size_t actors)
{
    ent_partition_t *x = make(one, actors, 6);
    ent_partition_t *y = make(other, actors, 6);
    ent_partition_comparison_t there;
    ent_partition_comparison_t back;

    assert_ok(ent_partition_compare(&there, x, y, &err));
    assert_ok(ent_partition_compare(&back, y, x, &err));
    assert_near(there.variation_of_information, back.variation_of_information, 1e-12, "both ways");
    assert_near(there.normalised_mutual_information, back.normalised_mutual_information, 1e-12,
                "both ways");
    assert_near(there.adjusted_rand, back.adjusted_rand, 1e-12, "both ways");
    ent_partition_free(x);
    ent_partition_free(y);
    return there;
}

/* Halves against thirds: the cells hold 2, 1, 1, 2 of 6. */
static void agreement_by_hand(void **state)
{
    const ent_id_t halves[] = {0, 0, 0, 1, 1, 1};
    const ent_id_t thirds[] = {4, 4, 2, 2, 5, 5};
    ent_partition_comparison_t got = compare(halves, thirds, 6);

    (void)state;
    assert_int_equal(got.actors, 6);
    assert_near(got.variation_of_information, log(3) - log(2) / 3, 1e-12, "VI");
    assert_near(got.normalised_mutual_information, 4 * log(2) / 3 / (log(2) + log(3)), 1e-12,
                "NMI");
    assert_near(got.adjusted_rand, (2 - 1.2) / (4.5 - 1.2), 1e-12, "adjusted Rand");
    assert_near(got.rand, 10.0 / 15, 1e-12, "Rand: 2 pairs together and 8 apart in both");
    assert_near(got.split_join, 3, 1e-12, "2 one way, 1 the other");
}

static void edges_of_agreement(void **state)
{
    const ent_id_t one[] = {0, 0, 0, 0, 0, 0};
    const ent_id_t alone[] = {0, 1, 2, 3, 4, 5};
    const ent_id_t halves[] = {0, 0, 0, 1, 1, 1};
    const ent_id_t turned[] = {3, 3, 3, 2, 2, 2};
    ent_partition_comparison_t got = compare(halves, turned, 6);

    (void)state;
    assert_near(got.variation_of_information, 0, 0, "equal");
    assert_near(got.normalised_mutual_information, 1, 1e-12, "equal");
    assert_near(got.adjusted_rand, 1, 1e-12, "equal");
    got = compare(one, one, 6);
    assert_near(got.variation_of_information, 0, 0, "one group");
    assert_near(got.normalised_mutual_information, 1, 0, "one group");
    assert_near(got.adjusted_rand, 1, 0, "one group");
    got = compare(alone, alone, 6);
    assert_near(got.adjusted_rand, 1, 0, "all alone");
    got = compare(one, alone, 6);
    assert_near(got.variation_of_information, log(6), 1e-12, "the farthest: ln n");
    assert_near(got.normalised_mutual_information, 0, 0, "nothing shared");
    assert_near(got.adjusted_rand, 0, 0, "as by chance");
    got = compare(one, halves, 6);
    assert_near(got.adjusted_rand, 0, 0, "as by chance");
    got = compare(one, one, 1);
    assert_near(got.variation_of_information, 0, 0, "one actor");
    assert_near(got.adjusted_rand, NAN, 0, "no pairs");
    got = compare(one, one, 0);
    assert_near(got.variation_of_information, NAN, 0, "nobody");
    assert_near(got.normalised_mutual_information, NAN, 0, "nobody");
}

/* Who is in no group of one or the other is left out, and counted. */
static void actors_without_a_group_are_left_out(void **state)
{
    const ent_id_t halves[] = {0, 0, 0, ENT_NONE, 1, 1, 1, 0};
    const ent_id_t thirds[] = {0, 0, 1, 1, 1, 2, 2, ENT_NONE};
    ent_partition_comparison_t got = compare(halves, thirds, 8);

    (void)state;
    assert_int_equal(got.actors, 6);
    assert_int_equal(got.left_out, 2);
    assert_near(got.variation_of_information, log(3) - log(2) / 3, 1e-12, "VI of the six");
}

static void unlike_sizes_are_refused(void **state)
{
    const ent_id_t of[] = {0, 0, 0};
    ent_partition_t *x = make(of, 3, 1);
    ent_partition_t *y = make(of, 2, 1);
    ent_partition_comparison_t got;

    (void)state;
    assert_int_equal(ent_partition_compare(&got, x, y, &err), ENT_EINVAL);
    ent_partition_free(x);
    ent_partition_free(y);
}

static ent_partition_score_t score(const ent_network_t *network, const ent_id_t *of, bool weighted)
{
    ent_partition_t *partition = make(of, ent_network_actor_count(network), 2);
    ent_partition_score_t got;

    assert_ok(ent_partition_score(&got, network, partition, weighted, &err));
    ent_partition_free(partition);
    return got;
}

/* The club after the split, as NetworkX has it, and Davis' two groups: the published scores. */
static void published_scores(void **state)
{
    static const bool hi[KARATE_ACTORS] = {
        [0] = true,  [1] = true,  [2] = true,  [3] = true,  [4] = true,  [5] = true,
        [6] = true,  [7] = true,  [8] = true,  [10] = true, [11] = true, [12] = true,
        [13] = true, [16] = true, [17] = true, [19] = true, [21] = true};
    unsigned char mode[DAVIS_ACTORS] = {0};
    ent_id_t of[KARATE_ACTORS];
    ent_network_t *network = NULL;
    ent_partition_score_t got;

    (void)state;
    for (int i = 0; i < KARATE_ACTORS; i++)
        of[i] = !hi[i];
    assert_ok(ent_network_from_ties(&network, KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL,
                                    false, &err));
    got = score(network, of, false);
    assert_near(got.modularity, 0.358235, 5e-7, "club");
    assert_near(got.ei, -0.717949, 5e-7, "E-I of the club");
    assert_int_equal(got.internal, 67);
    assert_int_equal(got.external, 11);
    assert_near(score(network, of, true).modularity, 0.391438, 5e-7, "club, weighted");
    ent_network_free(network);
    for (int i = 0; i < DAVIS_ACTORS; i++) {
        mode[i] = i >= DAVIS_WOMEN;
        of[i] = i < DAVIS_WOMEN ? i >= 9 : i - DAVIS_WOMEN >= 8;
    }
    assert_ok(ent_network_from_ties(&network, DAVIS_ACTORS, davis, CLASSICS_COUNT(davis), mode,
                                    false, &err));
    assert_near(score(network, of, false).modularity, 0.318394, 5e-7, "Davis");
    ent_network_free(network);
}

/* A path of four, its third actor in no group: alone it expects (2/6)^2, and its ties are neither
 * within nor between. */
static void scores_without_a_group(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
    const ent_id_t of[] = {1, 1, ENT_NONE, 1};
    ent_network_t *network = NULL;
    ent_partition_score_t got;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 4, ties, 3, NULL, false, &err));
    got = score(network, of, false);
    assert_near(got.modularity, 1.0 / 3 - 16.0 / 36 - 4.0 / 36, 1e-12, "alone");
    assert_int_equal(got.internal, 1);
    assert_int_equal(got.external, 0);
    ent_network_free(network);
    assert_ok(ent_network_from_ties(&network, 4, NULL, 0, NULL, false, &err));
    got = score(network, of, false);
    assert_near(got.modularity, NAN, 0, "no ties");
    assert_near(got.ei, NAN, 0, "no ties");
    ent_network_free(network);
}

static ent_network_t *view(ent_dataset_t *dataset)
{
    ent_network_options_t options;
    ent_network_t *network = NULL;

    assert_ok(ent_network_options_init(&options, dataset, &err));
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    return network;
}

static ent_dataset_t *open_four(void)
{
    tables_clear();
    put("cities.csv", "id,name,country,team\na,A,KR,red\nb,B,MX,blue\nc,C,,red\nd,D,KR,\n");
    put("agreements.csv", "party_a,party_b\na,b\nb,c\nc,d\n");
    return open_tables();
}

static void attributes_become_groups(void **state)
{
    ent_dataset_t *dataset = open_four();
    ent_network_t *network = view(dataset);
    ent_partition_t *partition = NULL;

    (void)state;
    assert_ok(ent_partition_by(&partition, network, "team", &err));
    assert_int_equal(partition->count, 2);
    assert_string_equal(partition->name[0], "blue");
    assert_string_equal(partition->name[1], "red");
    assert_int_equal(partition->of[0], 1);
    assert_int_equal(partition->of[1], 0);
    assert_int_equal(partition->of[2], 1);
    assert_int_equal(partition->of[3], ENT_NONE);
    ent_partition_free(partition);
    assert_int_equal(ent_partition_by(&partition, network, "teem", &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "did you mean 'team'?"));
    ent_network_free(network);
    ent_dataset_free(dataset);
}

static ent_partition_t *read_text(const ent_network_t *network, const char *text,
                                  ent_status_t status)
{
    ent_partition_t *partition = NULL;

    put("groups.txt", text);
    err = (ent_error_t){0};
    assert_int_equal(ent_partition_read(&partition, network, tables_path("groups.txt"), &err),
                     status);
    return partition;
}

static void files_become_groups(void **state)
{
    ent_dataset_t *dataset = open_four();
    ent_network_t *network = view(dataset);
    ent_partition_t *partition =
        read_text(network, "group,size,id\n2,2,a\n2,2,b\n1,2,c\n\n3,1,gone\n", ENT_OK);

    (void)state;
    assert_int_equal(partition->count, 2);
    assert_int_equal(partition->strangers, 1);
    assert_string_equal(partition->name[0], "1");
    assert_int_equal(partition->of[0], 1);
    assert_int_equal(partition->of[2], 0);
    assert_int_equal(partition->of[3], ENT_NONE);
    ent_partition_free(partition);
    partition = read_text(network, "id,group\na,1\na,1\n", ENT_OK);
    assert_int_equal(partition->count, 1);
    ent_partition_free(partition);
    assert_null(read_text(network, "id,group\na,1\nb,1\na,2\n", ENT_EDATA));
    assert_int_equal(err.line, 4);
    assert_null(read_text(network, "id,team\na,1\n", ENT_EDATA));
    assert_non_null(strstr(err.message, "id and group"));
    assert_null(read_text(network, "id,group\na\n", ENT_EDATA));
    assert_int_equal(err.line, 2);
    assert_null(read_text(network, "id,group\na,\"1\n", ENT_EDATA));
    ent_network_free(network);
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(agreement_by_hand, clear_error),
        cmocka_unit_test_setup(edges_of_agreement, clear_error),
        cmocka_unit_test_setup(actors_without_a_group_are_left_out, clear_error),
        cmocka_unit_test_setup(unlike_sizes_are_refused, clear_error),
        cmocka_unit_test_setup(published_scores, clear_error),
        cmocka_unit_test_setup(scores_without_a_group, clear_error),
        cmocka_unit_test_setup(attributes_become_groups, clear_error),
        cmocka_unit_test_setup(files_become_groups, clear_error),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
