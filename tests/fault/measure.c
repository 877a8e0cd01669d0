/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures when memory runs out at each allocation in turn: what gets through must be right. */
#include "fault/fault.h"

#include "entente/chance.h"
#include "unit/classics.h"
#include "unit/scratch.h"

enum { MOST_MEASURES = 128 };

static ent_network_t *network;
static double reported;

/* Every measure of the network at once. */
static ent_status_t compute(ent_error_t *err)
{
    static double values[MOST_MEASURES * DAVIS_ACTORS];
    static ent_id_t group[DAVIS_ACTORS];
    unsigned mode = ent_measure_mode(network);
    const ent_measure_t *measures[MOST_MEASURES];
    ent_measure_options_t options;
    size_t count = 0;

    ent_measure_options_init(&options);
    options.group = group;
    for (size_t i = 0; i < ent_measure_count(); i++)
        if ((ent_measure_at(i)->modes & mode) != 0)
            measures[count++] = ent_measure_at(i);
    return ent_measure_compute(network, values, measures, count, &options, err);
}

static ent_status_t summarise(ent_error_t *err)
{
    ent_summary_t summary;
    ent_status_t status = ent_network_summarise(network, &summary, NULL, err);

    if (status == ENT_OK)
        assert_near(summary.reported_by_both, reported, 1e-15, "reported_by_both");
    return status;
}

static ent_status_t hold_against_chance(ent_error_t *err)
{
    ent_measure_options_t options;
    ent_comparison_t comparison;
    ent_mixing_t *mixing = NULL;
    ent_status_t status;

    ent_measure_options_init(&options);
    options.draws = 2;
    status = ent_network_compare(network, &comparison, &options, err);
    if (status == ENT_OK)
        status = ent_network_mixing(&mixing, network, "kind", &options, err);
    if (status == ENT_OK) {
        assert_int_equal(comparison.count, 6);
        assert_int_equal(mixing->group_count, 1);
    }
    ent_mixing_free(mixing);
    return status;
}

static ent_status_t refuse(ent_error_t *err)
{
    const ent_measure_t *measure = ent_measure_find("degree_in");
    double values[DAVIS_ACTORS];
    ent_status_t status = ent_measure_compute(network, values, &measure, 1, NULL, err);

    if (status != ENT_EINVAL)
        return status;
    *err = (ent_error_t){0};
    return ENT_OK;
}

static void build(size_t actors, const ent_tie_t *ties, size_t count, const unsigned char *mode,
                  bool directed)
{
    ent_error_t err = {0};

    assert_ok(ent_network_from_ties(&network, actors, ties, count, mode, directed, &err));
}

static void check_and_free(void)
{
    reported = NAN;
    assert_true(fault_each(compute, true) > 5);
    assert_true(fault_each(compute, false) > 5);
    assert_true(fault_each(summarise, true) > 10);
    assert_true(fault_each(summarise, false) > 10);
    ent_network_free(network);
}

static void one_mode(void **state)
{
    (void)state;
    build(FLORENTINE_ACTORS, florentine, CLASSICS_COUNT(florentine), NULL, false);
    assert_true(fault_each(refuse, true) > 0);
    check_and_free();
}

static void two_modes(void **state)
{
    (void)state;
    build(DAVIS_ACTORS, davis, CLASSICS_COUNT(davis), davis_modes, false);
    check_and_free();
}

static void directions(void **state)
{
    (void)state;
    build(KITE_ACTORS, kite, CLASSICS_COUNT(kite), NULL, true);
    check_and_free();
}

static void a_data_set(void **state)
{
    scratch_t folder;
    ent_dataset_t *dataset;
    ent_network_options_t options;
    ent_error_t err = {0};

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv", "id,name,country\na,A,KR\nb,B,KR\nc,C,IE\n");
    scratch_write(&folder, "agreements.csv", "parties,reported_by\na;b,a;b\nb;c,b\na;b;c,C;A;B\n");
    dataset = scratch_dataset(&folder, NULL);
    assert_ok(ent_network_options_init(&options, dataset, &err));
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    reported = 2.0 / 3;
    assert_true(fault_each(compute, true) > 5);
    assert_true(fault_each(summarise, true) > 10);
    assert_true(fault_each(summarise, false) > 10);
    assert_true(fault_each(hold_against_chance, true) > 20);
    assert_true(fault_each(hold_against_chance, false) > 20);
    ent_network_free(network);
    ent_dataset_free(dataset);
    scratch_close(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_mode),
        cmocka_unit_test(two_modes),
        cmocka_unit_test(directions),
        cmocka_unit_test(a_data_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
