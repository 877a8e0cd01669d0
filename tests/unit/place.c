/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where labels are put: on pages of our making, each answer checked pair by pair. */
#include "figure/place.h"

#include <stdlib.h>

#include "unit/unit.h"

static ent_error_t err;

enum { MOST = 2000 };

/* A page of discs that all want a label. */
typedef struct page {
    ent_i_ground_t ground;
    ent_i_point_t disc[MOST];
    double radius[MOST];
    ent_i_wish_t wish[MOST];
} page_t;

/* Numbers from 0 to 1 that are the same everywhere (the generator of C's standard, with its
 * constants). */
static double chance(void)
{
    static uint32_t seed = 1;

    seed = seed * 1103515245U + 12345U;
    return (double)(seed / 65536U % 32768U) / 32768;
}

static page_t *new_page(double width, double height)
{
    page_t *page = calloc(1, sizeof *page);

    assert_non_null(page);
    page->ground = (ent_i_ground_t){.page = {0, 0, width, height},
                                    .disc = page->disc,
                                    .radius = page->radius,
                                    .gap = 1,
                                    .lead = 40};
    return page;
}

static void add(page_t *page, double x, double y, double radius, double width)
{
    size_t i = page->ground.disc_count++;

    page->disc[i] = (ent_i_point_t){x, y};
    page->radius[i] = radius;
    page->wish[i] = (ent_i_wish_t){
        .disc = i, .shape = {{width, 8}}, .shape_count = 1, .must = i < 10, .may_lead = true};
}

/* Places the labels, checks every pair of things, and says how many are left out. */
static size_t place(page_t *page)
{
    const ent_i_ground_t *ground = &page->ground;
    size_t count = ground->disc_count;
    size_t missing = 0;
    ent_i_terrain_t *terrain = NULL;

    assert_ok(ent_i_terrain_new(&terrain, ground, &err));
    assert_ok(ent_i_place_labels(page->wish, count, terrain, &err));
    ent_i_terrain_free(terrain);
    for (size_t i = 0; i < count; i++) {
        const ent_i_wish_t *one = &page->wish[i];

        missing += !one->placed;
        if (!one->placed)
            continue;
        assert_true(one->box.x >= 0 && one->box.x + one->box.width <= ground->page.width);
        assert_true(one->box.y >= 0 && one->box.y + one->box.height <= ground->page.height);
        for (size_t d = 0; d < count; d++) {
            double x = fmax(fmax(one->box.x - page->disc[d].x, 0),
                            page->disc[d].x - one->box.x - one->box.width);
            double y = fmax(fmax(one->box.y - page->disc[d].y, 0),
                            page->disc[d].y - one->box.y - one->box.height);

            assert_true(hypot(x, y) > page->radius[d] - 1e-9);
        }
        for (size_t k = 0; k < i; k++) {
            const ent_i_box_t *a = &one->box;
            const ent_i_box_t *b = &page->wish[k].box;

            double apart = fmax(a->x - b->x - b->width, b->x - a->x - a->width);
            double both = fmin(a->y + a->height, b->y + b->height) - fmax(a->y, b->y);

            if (page->wish[k].placed)
                assert_true(apart >= 0 || both <= 0);
            if (page->wish[k].placed && both > 0.3 * fmin(a->height, b->height))
                assert_true(apart >= ground->beside);
        }
    }
    return missing;
}

static void labels_meet_nothing(void **state)
{
    static const size_t counts[] = {1, 12, 60, 200, 600, MOST};

    (void)state;
    for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++) {
        double side = counts[c] > 200 ? 1500 : 450;
        page_t *page = new_page(side, side);
        size_t missing;

        page->ground.beside = 5;
        for (size_t i = 0; i < counts[c]; i++)
            add(page, side * chance(), side * chance(), 0.5 + 3 * chance(), 10 + 60 * chance());
        missing = place(page);
        for (size_t i = 0; i < 10 && i < counts[c]; i++)
            assert_true(page->wish[i].placed);
        if (counts[c] <= 60)
            assert_int_equal(missing, 0);
        free(page);
    }
}

/* A corridor one label high: the first disc likes the right best, but the second has room nowhere
 * else. */
static void an_important_label_makes_room(void **state)
{
    page_t *page = new_page(100, 10);

    (void)state;
    add(page, 50, 5, 2, 40);
    add(page, 96, 5, 2, 40);
    page->wish[0].must = page->wish[1].must = false;
    page->wish[0].may_lead = page->wish[1].may_lead = false;
    assert_int_equal(place(page), 0);
    assert_true(page->wish[0].box.x < 50);
    free(page);
}

/* With room for one of two, the first is named. */
static void the_least_important_is_left_out(void **state)
{
    page_t *page = new_page(60, 10);

    (void)state;
    add(page, 30, 5, 2, 26);
    add(page, 30, 5, 2, 50);
    add(page, 30, 5, 2, 26);
    add(page, 30, 5, 2, 26);
    for (size_t i = 0; i < 4; i++)
        page->wish[i].must = page->wish[i].may_lead = false;
    assert_int_equal(place(page), 2);
    assert_true(page->wish[0].placed && !page->wish[1].placed);
    assert_true(page->wish[2].placed && !page->wish[3].placed);
    free(page);
}

/* A label at the right of its disc would hide a bundle of ties; on the left it hides none. */
static void labels_keep_clear_of_ties(void **state)
{
    page_t *page = new_page(200, 100);
    ent_i_point_t tie[2 * 12];

    (void)state;
    for (size_t i = 0; i < 12; i++) {
        tie[2 * i] = (ent_i_point_t){103 + 4 * (double)i, 0};
        tie[2 * i + 1] = (ent_i_point_t){103 + 4 * (double)i, 100};
    }
    add(page, 97, 50, 3, 40);
    page->ground.segment = tie;
    page->ground.segment_count = 12;
    assert_int_equal(place(page), 0);
    assert_true(page->wish[0].box.x + page->wish[0].box.width <= 101);
    assert_false(page->wish[0].leader);
    free(page);
}

/* Ten labels of actors at one place, as of cities without better coordinates than their country. */
static void all_on_one_spot_have_leaders(void **state)
{
    page_t *page = new_page(300, 200);

    (void)state;
    for (size_t i = 0; i < 40; i++)
        add(page, 150, 100, 4, 60);
    place(page);
    for (size_t i = 0; i < 10; i++)
        assert_true(page->wish[i].placed);
    free(page);
}

/* A wall of marks about the first: as long as its leader may not go over the wall it has none, as
 * it would have to be long; over the wall it goes rather than over the page. */
static void a_leader_is_no_longer_than_helps(void **state)
{
    page_t *page = new_page(900, 600);
    const ent_i_wish_t *wish = &page->wish[0];

    (void)state;
    add(page, 450, 300, 3, 40);
    for (int i = 0; i < 60; i++)
        add(page, 450 + 16 * cos(0.10472 * i), 300 + 16 * sin(0.10472 * i), 2, 1);
    for (int i = 0; i < 400; i++) /* gaps that only a long leader finds */
        add(page, 5 + 45 * (i % 20), 25 * (i / 20), 1, 1);
    place(page);
    assert_false(wish->placed);
    page->wish[0].lead = ENT_LEAD_OVER;
    place(page);
    assert_true(wish->placed && wish->leader);
    assert_true(hypot(wish->to.x - 450, wish->to.y - 300) < 900 / 6.0);
    page->ground.most = 12; /* within the wall, where there is no room */
    place(page);
    assert_true(!wish->placed || hypot(wish->to.x - 450, wish->to.y - 300) < 45);
    page->wish[0].lead = ENT_LEAD_FAR;
    place(page);
    assert_true(wish->placed);
    free(page);
}

/* How far a name is from a mark's edge. */
static double far(const page_t *page, const ent_i_wish_t *wish, size_t disc)
{
    return ent_i_box_to_disc(&wish->box, page->disc[disc], page->radius[disc]);
}

/* Five marks in a corner of the page, as five Irish cities stood: no name may be read as that of
 * another mark, so a name without a leader is half as far from its own as from any other. */
static void nobody_takes_a_name_for_a_strangers(void **state)
{
    page_t *page = new_page(460, 300);
    ent_i_point_t tie[20];
    size_t ties = 0;

    (void)state;
    add(page, 74.3, 74.3, 10.8, 20);
    add(page, 75.5, 9.5, 8.8, 31);
    add(page, 106.9, 40.9, 8.8, 93);
    add(page, 41.3, 44, 8.8, 26.1);
    add(page, 39.2, 14.5, 8.8, 34.3);
    for (size_t i = 0; i < 5; i++) {
        page->wish[i].shape[0].height = 9.85;
        for (size_t k = 0; k < i; k++) {
            tie[2 * ties] = page->disc[i];
            tie[2 * ties++ + 1] = page->disc[k];
        }
    }
    page->ground.segment = tie;
    page->ground.segment_count = ties;
    assert_int_equal(place(page), 0);
    for (size_t i = 0; i < 5; i++) {
        const ent_i_wish_t *wish = &page->wish[i];

        for (size_t d = 0; d < 5 && !wish->leader; d++)
            assert_true(d == i || far(page, wish, d) > 2 * fmax(far(page, wish, i), 1));
    }
    free(page);
}

/* Where a name in one line has no room, the one in two lines is taken. */
static void another_shape_is_taken_where_it_fits(void **state)
{
    page_t *page = new_page(60, 60);

    (void)state;
    add(page, 30, 30, 3, 80);
    page->wish[0].shape[1].width = 40;
    page->wish[0].shape[1].height = 16;
    page->wish[0].shape_count = 2;
    assert_int_equal(place(page), 0);
    assert_int_equal(page->wish[0].shape_used, 1);
    assert_near(page->wish[0].box.height, 16, 0, "height");
    free(page);
}

static void places_depend_on_nothing_else(void **state)
{
    page_t *page = new_page(480, 400);
    page_t *again = new_page(480, 400);

    (void)state;
    for (size_t i = 0; i < 300; i++) {
        add(page, 480 * chance(), 400 * chance(), 2, 10 + 60 * chance());
        add(again, page->disc[i].x, page->disc[i].y, 2, page->wish[i].shape[0].width);
    }
    assert_int_equal(place(page), place(again));
    assert_memory_equal(page->wish, again->wish, 300 * sizeof *page->wish);
    free(page);
    free(again);
}

static void a_page_without_labels_is_a_page(void **state)
{
    page_t *page = new_page(480, 400);

    (void)state;
    assert_int_equal(place(page), 0);
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_meet_nothing),
        cmocka_unit_test(an_important_label_makes_room),
        cmocka_unit_test(the_least_important_is_left_out),
        cmocka_unit_test(labels_keep_clear_of_ties),
        cmocka_unit_test(all_on_one_spot_have_leaders),
        cmocka_unit_test(a_leader_is_no_longer_than_helps),
        cmocka_unit_test(nobody_takes_a_name_for_a_strangers),
        cmocka_unit_test(another_shape_is_taken_where_it_fits),
        cmocka_unit_test(places_depend_on_nothing_else),
        cmocka_unit_test(a_page_without_labels_is_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
