/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map projection, great circles, the cut and the outline of the land. */
#include "unit/unit.h"

#include "layout/layout.h"

static const double pi = 3.14159265358979323846;

/* A map whose page is the projection's own plane: one point a unit, y still downwards. */
static ent_i_map_t plane(double center)
{
    ent_i_map_t map = {0};
    const ent_i_box_t box = {-2.75, -1.35, 5.5, 2.7};
    const double latitude[2] = {-89, 89};
    const double longitude[2] = {-170, 170};

    ent_i_map_fit(&map, center, NAN, latitude, longitude, 2, &box);
    map.scale = 1;
    map.origin = (ent_i_point_t){0, 0};
    map.box = box;
    return map;
}

/* From the paper's coefficients, by decimal arithmetic of 40 digits: not by this library. */
static void places_fall_where_the_paper_puts_them(void **state)
{
    static const struct {
        double latitude, longitude, x, y;
    } known[] = {
        {0, 0, 0, 0},
        {0, 180, 2.706629983696, 0},
        {90, 0, 0, 1.317362759157},
        {90, 180, 1.603588648284, 1.317362759157},
        {45, 90, 1.159854499103, 0.860231085522},
        {-33.5, 151.2, 2.090951525369, -0.657917606543},
        {37.5665, 126.978, 1.717328317976, 0.731588709291},
    };
    ent_i_map_t map = plane(0);

    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        ent_i_point_t got = ent_i_map_project(&map, known[i].latitude, known[i].longitude);

        assert_near(got.x, known[i].x, 1e-11, "x");
        assert_near(-got.y, known[i].y, 1e-11, "y");
    }
}

/* Equal area: the map's area element is cos(latitude) everywhere. */
static void areas_are_true(void **state)
{
    const double h = 1e-4;
    ent_i_map_t map = plane(0);

    (void)state;
    for (double latitude = -80; latitude <= 80; latitude += 16) {
        ent_i_point_t east = ent_i_map_project(&map, latitude, 50 + h);
        ent_i_point_t west = ent_i_map_project(&map, latitude, 50 - h);
        ent_i_point_t north = ent_i_map_project(&map, latitude + h, 50);
        ent_i_point_t south = ent_i_map_project(&map, latitude - h, 50);
        double step = 2 * h * pi / 180;
        double area = (east.x - west.x) / step * (south.y - north.y) / step;

        assert_near(area, cos(latitude * pi / 180), 1e-6, "area");
    }
}

static void free_runs(ent_i_lines_t *runs)
{
    ent_i_lines_free(runs);
}

/* Seoul and Mexico City are tied across the Pacific: whole on a map about 150° E, cut in two on
 * one about Greenwich. */
static void an_arc_is_cut_only_at_the_edge(void **state)
{
    ent_i_map_t pacific = plane(150);
    ent_i_map_t greenwich = plane(0);
    ent_i_lines_t runs = {0};
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_i_map_arc(&runs, &pacific, 37.57, 126.98, 19.43, -99.13, &err));
    assert_int_equal(runs.run_count, 1);
    free_runs(&runs);
    assert_ok(ent_i_map_arc(&runs, &greenwich, 37.57, 126.98, 19.43, -99.13, &err));
    assert_int_equal(runs.run_count, 2);
    assert_true(runs.point[runs.end[0] - 1].x > 1.6);
    assert_true(runs.point[runs.end[0]].x < -1.6);
    assert_near(runs.point[runs.end[0] - 1].y, runs.point[runs.end[0]].y, 1e-9, "edges");
    free_runs(&runs);
}

/* Two places on one meridian's two sides: the great circle goes over the pole; on the equator it
 * is the equator. */
static void arcs_are_great_circles(void **state)
{
    ent_i_map_t map = plane(0);
    ent_i_lines_t runs = {0};
    ent_error_t err = {0};
    double top = 0;

    (void)state;
    assert_ok(ent_i_map_arc(&runs, &map, 60, -60, 60, 119.99, &err));
    for (size_t i = 0; i < runs.point_count; i++)
        top = fmin(top, runs.point[i].y);
    assert_near(top, -1.317362759157, 1e-3, "over the pole");
    free_runs(&runs);
    assert_ok(ent_i_map_arc(&runs, &map, 0, -60, 0, 100, &err));
    for (size_t i = 0; i < runs.point_count; i++)
        assert_near(runs.point[i].y, 0, 1e-9, "on the equator");
    free_runs(&runs);
    /* Osan and a place opposite to it, and a place and itself: finite, whatever they are */
    assert_ok(ent_i_map_arc(&runs, &map, 37.15, 127.07, -37.15, -52.93, &err));
    for (size_t i = 0; i < runs.point_count; i++)
        assert_true(isfinite(runs.point[i].x) && isfinite(runs.point[i].y));
    free_runs(&runs);
    assert_ok(ent_i_map_arc(&runs, &map, 10, 10, 10, 10, &err));
    free_runs(&runs);
}

static void the_centre_spares_the_ties(void **state)
{
    /* Seoul, Gongju, Mexico City, San Luis Potosí, Cork */
    static const double longitude[] = {126.98, 127.12, -99.13, -100.98, -8.47};
    static const ent_id_t a[] = {0, 1, 1};
    static const ent_id_t b[] = {2, 3, 2};
    double center = ent_i_map_center(longitude, 5, a, b, 3);
    ent_i_map_t map = plane(center);
    ent_error_t err = {0};

    (void)state;
    assert_near(remainder(center, 5), 0, 1e-12, "a multiple of 5");
    for (size_t i = 0; i < 3; i++) {
        ent_i_lines_t runs = {0};

        assert_ok(ent_i_map_arc(&runs, &map, 30, longitude[a[i]], 20, longitude[b[i]], &err));
        assert_int_equal(runs.run_count, 1);
        free_runs(&runs);
    }
}

/* Area inside the rings, holes counting against. */
static double land_area(double center)
{
    ent_i_map_t map = plane(center);
    ent_i_lines_t rings = {0};
    ent_error_t err = {0};
    double area = 0;
    size_t from = 0;

    assert_ok(ent_i_map_land(&rings, &map, &err));
    for (size_t r = 0; r < rings.run_count; from = rings.end[r++]) {
        for (size_t i = from; i < rings.end[r]; i++) {
            ent_i_point_t p = rings.point[i];
            ent_i_point_t q = rings.point[i + 1 < rings.end[r] ? i + 1 : from];

            area += (p.x * q.y - q.x * p.y) / 2;
        }
    }
    free_runs(&rings);
    return fabs(area);
}

/* Land is about 29 % of the globe (149 of 510 million km²); where the map is cut must not matter.
 */
static void land_has_its_area_wherever_the_cut_is(void **state)
{
    double greenwich = land_area(0);

    (void)state;
    assert_true(greenwich / (4 * pi) > 0.275 && greenwich / (4 * pi) < 0.3);
    assert_near(land_area(150), greenwich, 0.002 * greenwich, "cut at 30° W");
    assert_near(land_area(-75), greenwich, 0.002 * greenwich, "cut at 105° E");
}

static bool is_land(double latitude, double longitude)
{
    ent_i_map_t map = plane(0);
    ent_i_point_t at = ent_i_map_project(&map, latitude, longitude);
    ent_i_lines_t rings = {0};
    ent_error_t err = {0};
    bool inside = false;
    size_t from = 0;

    assert_ok(ent_i_map_land(&rings, &map, &err));
    for (size_t r = 0; r < rings.run_count; from = rings.end[r++]) {
        for (size_t i = from; i < rings.end[r]; i++) {
            ent_i_point_t p = rings.point[i];
            ent_i_point_t q = rings.point[i + 1 < rings.end[r] ? i + 1 : from];

            if ((p.y > at.y) != (q.y > at.y) &&
                at.x < p.x + (at.y - p.y) / (q.y - p.y) * (q.x - p.x))
                inside = !inside;
        }
    }
    free_runs(&rings);
    return inside;
}

static void known_places_are_on_land_or_at_sea(void **state)
{
    (void)state;
    assert_true(is_land(22.15, -100.98)); /* San Luis Potosí */
    assert_true(is_land(36.45, 127.12));  /* Gongju */
    assert_true(is_land(-29.6, 28.2));    /* Lesotho, a hole of South Africa */
    assert_true(is_land(-89, 100));       /* near the South Pole, about which the outline runs */
    assert_true(is_land(-86, -20));
    assert_false(is_land(89, 100)); /* near the North Pole */
    assert_false(is_land(30, -40)); /* the Atlantic */
    assert_false(is_land(0, -140)); /* the Pacific */
    assert_false(is_land(42, 51));  /* the Caspian Sea */
}

static void a_part_of_the_world_fills_its_box(void **state)
{
    static const double latitude[] = {53.35, 51.9, 54.6};
    static const double longitude[] = {-6.26, -8.47, -5.93};
    const ent_i_box_t box = {10, 20, 300, 200};
    ent_i_map_t map = {0};

    (void)state;
    ent_i_map_fit(&map, -5, NAN, latitude, longitude, 3, &box);
    assert_false(map.whole);
    for (size_t i = 0; i < 3; i++) {
        ent_i_point_t at = ent_i_map_project(&map, latitude[i], longitude[i]);

        assert_true(at.x > 10 && at.x < 310 && at.y > 20 && at.y < 220);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_fall_where_the_paper_puts_them),
        cmocka_unit_test(areas_are_true),
        cmocka_unit_test(an_arc_is_cut_only_at_the_edge),
        cmocka_unit_test(arcs_are_great_circles),
        cmocka_unit_test(the_centre_spares_the_ties),
        cmocka_unit_test(land_has_its_area_wherever_the_cut_is),
        cmocka_unit_test(known_places_are_on_land_or_at_sea),
        cmocka_unit_test(a_part_of_the_world_fills_its_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
