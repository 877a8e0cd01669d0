/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Outlines hold their members and nobody else: judged by winding numbers, which the outlines are
 * not made with. */
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "layout/hull.h"
#include "unit/unit.h"

static ent_error_t err;

/* Turns of all rings about a point; 0 is outside. */
static int winding(const ent_i_lines_t *rings, ent_i_point_t of)
{
    int turns = 0;

    for (size_t run = 0, from = 0; run < rings->run_count; from = rings->end[run++]) {
        size_t count = rings->end[run] - from;

        for (size_t i = 0; i < count; i++) {
            ent_i_point_t a = rings->point[from + i];
            ent_i_point_t b = rings->point[from + (i + 1) % count];
            double side = (b.x - a.x) * (of.y - a.y) - (of.x - a.x) * (b.y - a.y);

            turns += a.y <= of.y && b.y > of.y && side > 0;
            turns -= a.y > of.y && b.y <= of.y && side < 0;
        }
    }
    return turns;
}

static void everyone_is_where_he_belongs(void **state)
{
    enum { MOST = 120 };
    static const double shares[] = {0.05, 0.3, 0.5, 0.9, 1};
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 7, 0);
    for (int trial = 0; trial < 40; trial++) {
        ent_i_point_t at[MOST];
        double radius[MOST];
        bool member[MOST];
        size_t count = 2 + (size_t)trial * 3;
        ent_i_lines_t rings = {0};
        ent_i_hull_discs_t discs = {.at = at,
                                    .radius = radius,
                                    .member = member,
                                    .count = count,
                                    .pad = 4.5,
                                    .longest = trial % 2 == 0 ? 120 : 1e6};

        for (size_t i = 0; i < count; i++) { /* in cells of their own, so that none overlap */
            at[i].x = 40 * (double)(i % 11) + 25 * ent_i_random_unit(&random);
            at[i].y = 40 * (double)(i / 11) + 25 * ent_i_random_unit(&random);
            radius[i] = 1 + 5 * ent_i_random_unit(&random);
            member[i] = i < 2 || ent_i_random_unit(&random) < shares[trial % 5];
        }
        assert_ok(ent_i_hull(&rings, &discs, &err));
        for (size_t i = 0; i < count; i++)
            assert_int_equal(winding(&rings, at[i]) != 0, member[i]);
        ent_i_lines_free(&rings);
    }
}

/* Points on a line, points on one spot, one alone, and nobody. */
static void odd_places_have_outlines(void **state)
{
    static const ent_i_point_t at[4] = {{0, 0}, {20, 0}, {40, 0}, {40, 0}};
    static const double radius[4] = {3, 3, 3, 3};
    bool member[4] = {false};
    const ent_i_hull_discs_t discs = {
        .at = at, .radius = radius, .member = member, .count = 4, .pad = 4, .longest = 100};

    (void)state;
    for (unsigned which = 0; which < 16; which++) {
        ent_i_lines_t rings = {0};

        for (unsigned i = 0; i < 4; i++)
            member[i] = (which >> i & 1) != 0;
        assert_ok(ent_i_hull(&rings, &discs, &err));
        assert_int_equal(rings.run_count > 0, which != 0);
        for (unsigned i = 0; i < 4; i++) {
            if (member[i]) /* the two on one spot are inside if one of them is to be */
                assert_true(winding(&rings, at[i]) != 0);
        }
        if (which == 5) { /* the one between stays outside */
            assert_int_equal(winding(&rings, at[1]), 0);
            assert_true(winding(&rings, at[0]) != 0 && winding(&rings, at[2]) != 0);
        }
        ent_i_lines_free(&rings);
    }
}

/* Without strangers the outline is the convex hull of the discs' rims, padding and all: about a
 * square of side 100, of which the area is known. */
static void without_strangers_it_is_convex(void **state)
{
    static const ent_i_point_t at[5] = {{0, 0}, {100, 0}, {100, 100}, {0, 100}, {50, 50}};
    static const double radius[5] = {2, 2, 2, 2, 2};
    static const bool member[5] = {true, true, true, true, true};
    const ent_i_hull_discs_t discs = {
        .at = at, .radius = radius, .member = member, .count = 5, .pad = 3, .longest = 1e6};
    ent_i_lines_t rings = {0};
    double area = 0;

    (void)state;
    assert_ok(ent_i_hull(&rings, &discs, &err));
    assert_int_equal(rings.run_count, 1);
    for (size_t i = 0; i < rings.point_count; i++) {
        ent_i_point_t a = rings.point[i];
        ent_i_point_t b = rings.point[(i + 1) % rings.point_count];

        area += (a.x * b.y - b.x * a.y) / 2;
    }
    /* 100² + 4 · 100 · 5 + π · 5², the rims being of 24 points */
    assert_near(fabs(area), 12078.5, 1.5, "area");
    ent_i_lines_free(&rings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everyone_is_where_he_belongs),
        cmocka_unit_test(odd_places_have_outlines),
        cmocka_unit_test(without_strangers_it_is_convex),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
