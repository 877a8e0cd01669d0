/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/random.h"

#include "unit/unit.h"

/* The outputs that the authors' own C program (prng.di.unimi.it, xoshiro256plusplus.c) gives from
 * the state 1, 2, 3, 4; also in the tests of Rust's rand_xoshiro. */
static void it_is_xoshiro(void **state)
{
    static const uint64_t want[] = {41943041U,
                                    58720359U,
                                    3588806011781223U,
                                    3591011842654386U,
                                    9228616714210784205U,
                                    9973669472204895162U,
                                    14011001112246962877U,
                                    12406186145184390807U,
                                    15849039046786891736U,
                                    10450023813501588000U};
    ent_i_random_t random = {{1, 2, 3, 4}};

    (void)state;
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        assert_true(ent_i_random_next(&random) == want[i]);
}

/* The first outputs of splitmix64 from 1234567 (Rosetta Code, "Pseudo-random
 * numbers/Splitmix64"). */
static void it_starts_by_splitmix(void **state)
{
    static const uint64_t want[] = {6457827717110365317U, 3203168211198807973U,
                                    9817491932198370423U, 4593380528125082431U};
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 1234567, 0);
    for (int i = 0; i < 4; i++)
        assert_true(random.state[i] == want[i]);
}

static void streams_differ(void **state)
{
    ent_i_random_t a, b, c;

    (void)state;
    ent_i_random_init(&a, 1, 0);
    ent_i_random_init(&b, 1, 1);
    ent_i_random_init(&c, 2, 0);
    for (int i = 0; i < 100; i++) {
        uint64_t x = ent_i_random_next(&a), y = ent_i_random_next(&b), z = ent_i_random_next(&c);

        assert_true(x != y && y != z && x != z);
    }
}

/* A die with its number prepared throws what ent_i_random_below() draws, for small numbers, powers
 * of two, and such that few or half of all draws are refused. */
static void a_die_draws_the_same(void **state)
{
    static const uint64_t sides[] = {1,
                                     2,
                                     3,
                                     6,
                                     1000,
                                     4294967295U,
                                     4294967296U,
                                     4294967297U,
                                     9223372036854775807U,
                                     9223372036854775808U,
                                     9223372036854775809U,
                                     12297829382473034411U,
                                     18446744073709551615U};

    (void)state;
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        ent_i_die_t die = ent_i_die(sides[i]);
        ent_i_random_t a, b;

        ent_i_random_init(&a, 7, i);
        b = a;
        for (int k = 0; k < 20000; k++)
            assert_true(ent_i_die_roll(&die, &a) == ent_i_random_below(&b, sides[i]));
    }
}

/* 60,000 throws of a die: each side within five standard deviations (91.3) of 10,000. */
static void draws_are_even(void **state)
{
    ent_i_random_t random;
    int side[6] = {0};
    double sum = 0;

    (void)state;
    ent_i_random_init(&random, 42, 7);
    for (int i = 0; i < 60000; i++)
        side[ent_i_random_below(&random, 6)]++;
    for (int i = 0; i < 6; i++)
        assert_in_range(side[i], 9544, 10456);
    assert_int_equal(ent_i_random_below(&random, 1), 0);
    for (int i = 0; i < 10000; i++) {
        double unit = ent_i_random_unit(&random);

        assert_true(unit >= 0 && unit < 1);
        sum += unit;
    }
    assert_near(sum / 10000, 0.5, 5 * 0.00289, "mean");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_xoshiro),  cmocka_unit_test(it_starts_by_splitmix),
        cmocka_unit_test(streams_differ), cmocka_unit_test(a_die_draws_the_same),
        cmocka_unit_test(draws_are_even),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
