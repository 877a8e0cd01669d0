/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks that belong to networks: not to themselves, at once or by way of others. */
#include "unit/tables.h"

static ent_error_t err;

static void a_chain_is_fine(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("networks.csv", "id,name,parent\na,A,B\nb,B,c\nc,C,\nd,D,b\n");
    dataset = open_tables();
    assert_account(dataset, "networks.csv", 4, 0, 0, 0);
    assert_int_equal(ent_dataset_error_count(dataset), 0);
    ent_dataset_free(dataset);
}

/* By id, by name or by an alias; ties, aliases and claims that name it are told why they fail. */
static void its_own_parent(void **state)
{
    ent_dataset_t *dataset;
    ent_id_t actor;

    (void)state;
    tables_clear();
    put("networks.csv", "id,name,parent\na,A,a\nb,B,B\nc,C,Sea\nd,D,\n");
    put("cities.csv", "id,name\nx,X\n");
    put("aliases.csv", "alias,id\nSea,c\nDee,d\n");
    put("memberships.csv", "member,network\nx,a\nx,Sea\nx,Dee\n");
    dataset = open_tables();
    assert_error(dataset, "networks.csv", 2, 5, "'a' is its own parent");
    assert_error(dataset, "networks.csv", 3, 5, "'b' is its own parent");
    assert_error(dataset, "networks.csv", 4, 5, "'c' is its own parent");
    assert_error(dataset, "aliases.csv", 2, 1, "networks.csv:4, which is rejected");
    assert_error(dataset, "memberships.csv", 2, 3, "networks.csv:2, which is rejected");
    assert_error(dataset, "memberships.csv", 3, 3, "networks.csv:4, which is rejected");
    assert_account(dataset, "networks.csv", 1, 0, 3, 0);
    assert_account(dataset, "aliases.csv", 1, 0, 1, 0);
    assert_account(dataset, "memberships.csv", 1, 0, 2, 0);
    assert_int_equal(ent_dataset_actor_count(dataset), 2);
    assert_int_equal(ent_dataset_find(dataset, &actor, "Sea", &err), ENT_EINVAL);
    err = (ent_error_t){0};
    assert_ok(ent_dataset_find(dataset, &actor, "Dee", &err));
    ent_dataset_free(dataset);
}

/* Every network of the circle is rejected, whatever the order of the rows; who hangs on it stays,
 * and so does a city whose namesake is in it. */
static void a_circle(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("networks.csv", "id,name,parent\nd,D,a\nc,C,a\na,A,b\nb,B,C\n");
    dataset = open_tables();
    assert_error(dataset, "networks.csv", 3, 5, "'c' is above itself, by way of 'a', 'b'");
    assert_error(dataset, "networks.csv", 4, 5, "'a' is above itself, by way of 'b', 'c'");
    assert_error(dataset, "networks.csv", 5, 5, "'b' is above itself, by way of 'c', 'a'");
    assert_account(dataset, "networks.csv", 1, 0, 3, 0);
    assert_int_equal(ent_dataset_actor_count(dataset), 1);
    assert_string_equal(ent_dataset_actor(dataset, 0)->id, "d");
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chain_is_fine),
        cmocka_unit_test(its_own_parent),
        cmocka_unit_test(a_circle),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
