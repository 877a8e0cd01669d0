/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks from ties: merging, refusals, and the invariants of the rows. */
#include <stdlib.h>

#include "base/random.h"
#include "engine/igx.h"
#include "entente/igraph.h"
#include "network/network_i.h"
#include "unit/unit.h"

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

static void parallel_ties_are_merged(void **state)
{
    const ent_tie_t ties[] = {{3, 1, 2}, {0, 1, 1}, {1, 3, 0.5}};
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 5, ties, 3, NULL, false, &err));
    assert_int_equal(ent_network_actor_count(network), 5);
    assert_int_equal(ent_network_tie_count(network), 2);
    assert_int_equal(ent_network_tie(network, 0).a, 0);
    assert_int_equal(ent_network_tie(network, 0).b, 1);
    assert_int_equal(ent_network_tie(network, 1).a, 1);
    assert_int_equal(ent_network_tie(network, 1).b, 3);
    assert_near(ent_network_tie(network, 1).weight, 2.5, 0, "2 + 0.5");
    assert_int_equal(ent_network_tie_record_count(network, 1), 0);
    assert_null(ent_network_dataset(network));
    assert_null(ent_network_options(network));
    assert_int_equal(ent_network_actor(network, 0), ENT_NONE);
    assert_int_equal(ent_network_vertex(network, 0), ENT_NONE);
    assert_string_equal(ent_network_vertex_id(network, 0), "");
    assert_string_equal(ent_network_vertex_name(network, 0), "");
    assert_int_equal(ent_network_vertex_kind(network, 0), ENT_KIND_ACTOR);
    ent_network_free(network);
}

static void directed_ties_keep_their_way(void **state)
{
    const ent_tie_t ties[] = {{1, 0, 1}, {0, 1, 1}, {2, 0, 4}};
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 3, ties, 3, NULL, true, &err));
    assert_true(ent_network_is_directed(network));
    assert_int_equal(ent_network_tie_count(network), 3);
    assert_int_equal(ent_network_tie(network, 2).a, 2);
    assert_int_equal(ent_network_tie(network, 2).b, 0);
    assert_int_equal(network->offset[1] - network->offset[0], 1);
    assert_int_equal(network->in_offset[1] - network->in_offset[0], 2);
    assert_int_equal(network->in_neighbour[0], 1);
    assert_int_equal(network->in_neighbour[1], 2);
    ent_network_free(network);
}

static void refused(const ent_tie_t *tie, const unsigned char *mode, const char *message)
{
    ent_network_t *network = NULL;

    err = (ent_error_t){0};
    assert_int_equal(ent_network_from_ties(&network, 3, tie, 1, mode, false, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, message));
    assert_null(network);
}

static void impossible_ties_are_refused(void **state)
{
    const unsigned char mode[] = {0, 0, 1};
    const unsigned char wrong_mode[] = {0, 2, 1};
    ent_network_t *network = NULL;

    (void)state;
    refused(&(ent_tie_t){0, 3, 1}, NULL, "names no actor");
    refused(&(ent_tie_t){-1, 2, 1}, NULL, "names no actor");
    refused(&(ent_tie_t){2, 2, 1}, NULL, "to itself");
    refused(&(ent_tie_t){0, 1, 0}, NULL, "positive");
    refused(&(ent_tie_t){0, 1, -1}, NULL, "positive");
    refused(&(ent_tie_t){0, 1, NAN}, NULL, "positive");
    refused(&(ent_tie_t){0, 1, INFINITY}, NULL, "positive");
    refused(&(ent_tie_t){0, 1, 1}, mode, "one mode");
    refused(&(ent_tie_t){0, 2, 1}, wrong_mode, "0 or 1");
    assert_int_equal(ent_network_from_ties(&network, 3, NULL, 0, mode, true, NULL), ENT_EINVAL);
    assert_int_equal(
        ent_network_from_ties(&network, (size_t)INT32_MAX + 1, NULL, 0, NULL, false, NULL),
        ENT_ELIMIT);
}

static void a_sum_that_overflows_is_refused(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 1e308}, {1, 0, 1e308}};
    ent_network_t *network = NULL;

    (void)state;
    assert_int_equal(ent_network_from_ties(&network, 2, ties, 2, NULL, false, &err), ENT_EDATA);
}

static void nothing_is_a_network_too(void **state)
{
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 0, NULL, 0, NULL, false, &err));
    assert_int_equal(ent_network_actor_count(network), 0);
    assert_int_equal(ent_network_tie_count(network), 0);
    ent_network_free(network);
    ent_network_free(NULL);
}

static void random_ties(ent_i_random_t *random, ent_tie_t *ties, size_t count, size_t actors)
{
    for (size_t i = 0; i < count; i++) {
        ties[i].a = (ent_id_t)ent_i_random_below(random, actors);
        do
            ties[i].b = (ent_id_t)ent_i_random_below(random, actors);
        while (ties[i].b == ties[i].a);
        ties[i].weight = ent_i_random_unit(random) + 0.1;
    }
}

static void check_rows(const ent_network_t *network, const size_t *offset,
                       const ent_id_t *neighbour, const ent_id_t *via, bool in)
{
    size_t ends = network->directed ? 1 : 2;

    assert_int_equal(offset[0], 0);
    assert_int_equal(offset[network->actor_count], ends * network->tie_count);
    for (size_t v = 0; v < network->actor_count; v++) {
        for (size_t i = offset[v]; i < offset[v + 1]; i++) {
            ent_id_t a = network->a[via[i]];
            ent_id_t b = network->b[via[i]];
            bool forward = (size_t)a == v && b == neighbour[i];
            bool backward = (size_t)b == v && a == neighbour[i];

            assert_true(network->directed ? (in ? backward : forward) : (forward || backward));
            if (i > offset[v])
                assert_true(neighbour[i - 1] < neighbour[i]);
        }
    }
}

static double naive_weight(const ent_tie_t *ties, size_t count, ent_tie_t of, bool directed)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        if ((ties[i].a == of.a && ties[i].b == of.b) ||
            (!directed && ties[i].a == of.b && ties[i].b == of.a))
            sum += ties[i].weight;
    }
    return sum;
}

static void check_network(const ent_network_t *network, const ent_tie_t *ties, size_t count)
{
    double total = 0;
    double merged = 0;

    for (size_t i = 0; i < network->tie_count; i++) {
        ent_tie_t tie = ent_network_tie(network, i);

        assert_true(network->directed || tie.a < tie.b);
        if (i > 0)
            assert_true(network->a[i - 1] < tie.a ||
                        (network->a[i - 1] == tie.a && network->b[i - 1] < tie.b));
        assert_near(tie.weight, naive_weight(ties, count, tie, network->directed), 1e-12, "weight");
        merged += tie.weight;
    }
    for (size_t i = 0; i < count; i++)
        total += ties[i].weight;
    assert_near(merged, total, 1e-9, "no weight is lost");
    check_rows(network, network->offset, network->neighbour, network->via, false);
    if (network->directed)
        check_rows(network, network->in_offset, network->in_neighbour, network->in_via, true);
    else
        assert_null(network->in_offset);
}

static void shuffle(ent_i_random_t *random, ent_tie_t *ties, size_t count, bool directed)
{
    for (size_t i = count; i > 1; i--) {
        size_t j = ent_i_random_below(random, i);
        ent_tie_t tie = ties[j];

        ties[j] = ties[i - 1];
        ties[i - 1] = tie;
        if (!directed && ent_i_random_below(random, 2) == 0)
            ties[i - 1] = (ent_tie_t){tie.b, tie.a, tie.weight};
    }
}

static void assert_same(const ent_network_t *x, const ent_network_t *y)
{
    assert_int_equal(x->tie_count, y->tie_count);
    assert_memory_equal(x->a, y->a, x->tie_count * sizeof *x->a);
    assert_memory_equal(x->b, y->b, x->tie_count * sizeof *x->b);
    assert_memory_equal(x->weight, y->weight, x->tie_count * sizeof *x->weight);
}

static void rows_hold_their_invariants_in_any_order(void **state)
{
    ent_i_random_t random;
    ent_tie_t ties[120];

    (void)state;
    ent_i_random_init(&random, 7, 0);
    for (int round = 0; round < 200; round++) {
        size_t actors = 2 + ent_i_random_below(&random, 20);
        size_t count = ent_i_random_below(&random, 121);
        bool directed = round % 2 == 1;
        ent_network_t *network = NULL;
        ent_network_t *again = NULL;

        random_ties(&random, ties, count, actors);
        assert_ok(ent_network_from_ties(&network, actors, ties, count, NULL, directed, &err));
        check_network(network, ties, count);
        shuffle(&random, ties, count, directed);
        assert_ok(ent_network_from_ties(&again, actors, ties, count, NULL, directed, &err));
        assert_same(network, again);
        ent_network_free(network);
        ent_network_free(again);
    }
}

/* Under other numbers the same pairs have the same weights, to the last digit. */
static void relabelling_moves_ties_along(void **state)
{
    ent_i_random_t random;
    ent_tie_t ties[120];

    (void)state;
    ent_i_random_init(&random, 9, 0);
    for (int round = 0; round < 50; round++) {
        ent_id_t actors = 2 + (ent_id_t)ent_i_random_below(&random, 20);
        ent_network_t *network = NULL;
        ent_network_t *turned = NULL;

        random_ties(&random, ties, 120, (size_t)actors);
        assert_ok(ent_network_from_ties(&network, (size_t)actors, ties, 120, NULL, false, &err));
        for (int i = 0; i < 120; i++)
            ties[i] = (ent_tie_t){actors - 1 - ties[i].a, actors - 1 - ties[i].b, ties[i].weight};
        assert_ok(ent_network_from_ties(&turned, (size_t)actors, ties, 120, NULL, false, &err));
        assert_int_equal(network->tie_count, turned->tie_count);
        for (size_t i = 0; i < network->tie_count; i++) {
            bool found = false;

            for (size_t j = 0; j < turned->tie_count; j++)
                found = found || (turned->a[j] == actors - 1 - network->b[i] &&
                                  turned->b[j] == actors - 1 - network->a[i] &&
                                  turned->weight[j] == network->weight[i]);
            assert_true(found);
        }
        ent_network_free(network);
        ent_network_free(turned);
    }
}

static void igraph_gets_the_same_ties(void **state)
{
    const ent_tie_t ties[] = {{2, 0, 3}, {0, 1, 1}};
    ent_network_t *network = NULL;
    igraph_vector_t weight;
    igraph_t graph;
    igraph_integer_t from, to;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 4, ties, 2, NULL, false, &err));
    assert_ok(ent_network_to_igraph(network, &graph, &weight, &err));
    assert_int_equal(igraph_vcount(&graph), 4);
    assert_int_equal(igraph_ecount(&graph), 2);
    assert_int_equal(igraph_edge(&graph, 1, &from, &to), IGRAPH_SUCCESS);
    assert_int_equal(from + to, 2);
    assert_near(VECTOR(weight)[1], 3, 0, "weight");
    igraph_destroy(&graph);
    igraph_vector_destroy(&weight);
    assert_ok(ent_network_to_igraph(network, &graph, NULL, &err));
    igraph_destroy(&graph);
    ent_network_free(network);
}

static int application_errors;

static void application_handler(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
    application_errors++;
    IGRAPH_FINALLY_FREE();
}

static void handlers_of_the_application_come_back(void **state)
{
    igraph_error_handler_t *before = igraph_set_error_handler(application_handler);
    igraph_t graph;
    igx_scope_t scope;

    (void)state;
    igx_enter(&scope);
    assert_int_equal(igx_fail(igraph_ring(&graph, -1, false, false, false), &err), ENT_EIGRAPH);
    assert_non_null(strstr(err.message, "igraph: "));
    assert_int_not_equal(strlen(err.message), strlen("igraph: "));
    igraph_warning("nobody prints this", __FILE__, __LINE__);
    igx_leave(&scope);
    assert_int_equal(application_errors, 0);
    assert_ptr_equal(igraph_set_error_handler(before), application_handler);
}

static void views_have_names(void **state)
{
    (void)state;
    assert_string_equal(ent_view_name(ENT_VIEW_WHOLE), "whole");
    assert_string_equal(ent_view_name(ENT_VIEW_EVENTS), "events");
    assert_string_equal(ent_view_name(ENT_VIEW_COUNT), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(parallel_ties_are_merged, clear_error),
        cmocka_unit_test_setup(directed_ties_keep_their_way, clear_error),
        cmocka_unit_test_setup(impossible_ties_are_refused, clear_error),
        cmocka_unit_test_setup(a_sum_that_overflows_is_refused, clear_error),
        cmocka_unit_test_setup(nothing_is_a_network_too, clear_error),
        cmocka_unit_test_setup(rows_hold_their_invariants_in_any_order, clear_error),
        cmocka_unit_test_setup(relabelling_moves_ties_along, clear_error),
        cmocka_unit_test_setup(igraph_gets_the_same_ties, clear_error),
        cmocka_unit_test_setup(handlers_of_the_application_come_back, clear_error),
        cmocka_unit_test(views_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
