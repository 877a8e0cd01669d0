/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One run of Leiden or Louvain on so many ties that threads help it: the number of threads changes
 * no digit, and the groups that were put in are found. */
#include <stdlib.h>

#include "base/random.h"
#include "entente/group.h"
#include "unit/unit.h"

enum { ACTORS = 12000, PLANTED = 20, TIES = 560000 };

static ent_error_t err;
static ent_tie_t ties[TIES];

/* Two thirds of the ties join actors of one group. */
static ent_network_t *make(void)
{
    ent_network_t *network = NULL;
    ent_i_random_t random;
    size_t count = 0;

    ent_i_random_init(&random, 3, 1);
    while (count < TIES) {
        size_t a = ent_i_random_below(&random, ACTORS);
        size_t near = a % PLANTED + PLANTED * ent_i_random_below(&random, ACTORS / PLANTED);
        size_t b = count % 3 > 0 ? near : ent_i_random_below(&random, ACTORS);

        if (a != b) {
            ties[count] = (ent_tie_t){(ent_id_t)a, (ent_id_t)b, 1 + (double)(count % 4)};
            count++;
        }
    }
    assert_ok(ent_network_from_ties(&network, ACTORS, ties, TIES, NULL, false, &err));
    assert_true(ent_network_tie_count(network) > 500000); /* links both ways: a million */
    return network;
}

static ent_groups_t *find(const ent_network_t *network, ent_group_method_t method, bool weighted,
                          int threads)
{
    ent_group_options_t options;
    ent_groups_t *groups = NULL;

    ent_group_options_init(&options);
    options.method = method;
    options.weighted = weighted;
    options.runs = 1;
    options.threads = threads;
    assert_ok(ent_groups_find(&groups, network, &options, &err));
    return groups;
}

static void threads_change_no_run(void **state)
{
    ent_network_t *network = make();

    (void)state;
    for (int form = 0; form < 4; form++) {
        ent_group_method_t method = form % 2 == 0 ? ENT_GROUP_LEIDEN : ENT_GROUP_LOUVAIN;
        ent_groups_t *one = find(network, method, form >= 2, 1);

        assert_int_equal(one->count, PLANTED);
        for (size_t i = PLANTED; i < ACTORS; i++)
            assert_int_equal(one->of[i], one->of[i % PLANTED]);
        for (int threads = 2; threads <= 7; threads += 5) {
            ent_groups_t *more = find(network, method, form >= 2, threads);

            assert_memory_equal(more->of, one->of, ACTORS * sizeof *one->of);
            assert_memory_equal(&more->modularity, &one->modularity, sizeof(double));
            ent_groups_free(more);
        }
        ent_groups_free(one);
    }
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_change_no_run)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
