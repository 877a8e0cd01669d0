/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Maps of a part of the world, great circles against other programs' points, borders. */
#include "unit/unit.h"

#include "layout/layout.h"
#include "layout/map.h"

/* A part's map about a place, on a page that is the projection's plane: one point a unit. */
static ent_i_map_t part(double latitude, double longitude)
{
    return (ent_i_map_t){.whole = false,
                         .middle = latitude,
                         .center = longitude,
                         .scale = 1,
                         .box = {-2, -2, 4, 4},
                         .west = -180,
                         .east = 180,
                         .south = -90,
                         .north = 90};
}

/* The first from Snyder 1987, page 332 (radius 3: x -4.2339303, y 4.0257775); the others from PROJ
 * 9.1.1, +proj=laea +R=1. */
static void places_fall_where_snyder_and_proj_put_them(void **state)
{
    static const struct {
        double middle, center, latitude, longitude, x, y, tolerance;
    } known[] = {
        {40, -100, -20, 100, -4.2339303 / 3, 4.0257775 / 3, 2e-8},
        {36.3, 127.8, 37.5665, 126.978, -0.011372275212, 0.022152803652, 1e-12},
        {36.3, 127.8, -17.7134, 178.065, 0.904924550735, -0.748229919869, 1e-12},
        {36.3, 127.8, 71.29, -156.79, 0.344305779180, 0.793569836016, 1e-12},
        {36.3, 127.8, -33.5, 151.2, 0.412358339148, -1.117993992113, 1e-12},
        {-17.8, 179.5, 37.5665, 126.978, -0.788504829989, 0.912473045682, 1e-12},
        {-17.8, 179.5, -17.7134, 178.065, -0.023857286812, 0.001420228627, 1e-12},
        {-17.8, 179.5, -16.5, -179.9, 0.010041325093, 0.022673005099, 1e-12},
        {-17.8, 179.5, 71.29, -156.79, 0.183325260998, 1.409321868190, 1e-12},
        {90, 0, 37.5665, 126.978, 0.705827564796, 0.531454428635, 1e-12},
        {90, 0, 71.29, -156.79, -0.128123500681, 0.298790490110, 1e-12},
        {90, 0, -33.5, 151.2, 0.848744699225, 1.543860876556, 1e-12},
    };

    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        ent_i_map_t map = part(known[i].middle, known[i].center);
        ent_i_point_t got = ent_i_map_project(&map, known[i].latitude, known[i].longitude);
        double latitude = 0, relative = 0;

        assert_near(got.x, known[i].x, known[i].tolerance, "x");
        assert_near(-got.y, known[i].y, known[i].tolerance, "y");
        ent_i_map_unproject(&map, (ent_i_point_t){got.x, -got.y}, &latitude, &relative);
        assert_near(latitude, known[i].latitude, 1e-9, "and back: latitude");
        assert_near(remainder(relative + map.center - known[i].longitude, 360), 0, 1e-9,
                    "and back: longitude");
    }
}

/* The middle is at (0, 0); its antipode is a circle of radius 2, of which one point is taken. */
static void the_antipode_has_a_place(void **state)
{
    ent_i_map_t map = part(20, 30);
    ent_i_point_t at = ent_i_map_project(&map, -20, -150);

    (void)state;
    assert_near(hypot(at.x, at.y), 2, 1e-6, "antipode");
    at = ent_i_map_project(&map, 20, 30);
    assert_near(hypot(at.x, at.y), 0, 1e-12, "middle");
}

/* Points at a quarter, half and three quarters of the way by pyproj.Geod 3.4.1 on a sphere. */
static const struct {
    const char *name;
    double from[2], to[2], on[3][2];
    size_t runs; /* on the world about Greenwich */
} ways[] = {
    {"Seoul-Lima",
     {37.5665, 126.978},
     {-12.0464, -77.0428},
     {{54.636003396, 175.310919686}, {44.318833688, -128.835306336}, {17.781438706, -98.635047645}},
     2},
    {"Auckland-Anchorage",
     {-36.8485, 174.7633},
     {61.2181, -149.9003},
     {{-12.135787771, -178.016213175},
      {12.730104715, -172.097744282},
      {37.434175425, -164.804082267}},
     2},
    {"Reykjavík-Irkutsk",
     {64.1466, -21.9426},
     {52.2870, 104.3050},
     {{73.402956544, 8.387616314}, {73.562242274, 59.482987506}, {64.453603915, 90.510282886}},
     1},
    {"over the pole",
     {68.9585, 33.0827},
     {71.2906, -156.7886},
     {{78.789934046, 37.458361398}, {87.873584103, 85.043406989}, {81.094167037, -162.944947488}},
     2},
    {"from the pole",
     {90, 0},
     {37.5665, 126.978},
     {{76.891625, 126.978}, {63.78325, 126.978}, {50.674875, 126.978}},
     1},
    {"within Fiji",
     {-17.7134, 178.065},
     {-16.5, -179.9},
     {{-17.411969270, 178.576252145},
      {-17.109240288, 179.085816434},
      {-16.805241213, 179.593722459}},
     2},
    {"one meridian by two names", {10, 180}, {-10, -180}, {{5, 180}, {1, 180}, {-5, -180}}, 2},
};

/* How far a point is from the nearest piece of the runs. */
static double off(const ent_i_lines_t *runs, ent_i_point_t at)
{
    double best = INFINITY;
    size_t from = 0;

    for (size_t r = 0; r < runs->run_count; from = runs->end[r++]) {
        for (size_t i = from; i + 1 < runs->end[r]; i++) {
            ent_i_point_t p = runs->point[i];
            ent_i_point_t q = runs->point[i + 1];
            double x = q.x - p.x, y = q.y - p.y, length = x * x + y * y;
            double share = length > 0 ? ((at.x - p.x) * x + (at.y - p.y) * y) / length : 0;

            share = fmax(0, fmin(1, share));
            best = fmin(best, hypot(p.x + share * x - at.x, p.y + share * y - at.y));
        }
    }
    return best;
}

/* The map of the world about a meridian, one point a unit. */
static ent_i_map_t world(double center)
{
    static const double latitude[] = {-89, 89}, longitude[] = {-170, 170};
    const ent_i_box_t box = {-2.75, -1.35, 5.5, 2.7};
    ent_i_map_t map;

    ent_i_map_fit(&map, center, NAN, latitude, longitude, 2, &box);
    assert_true(map.whole);
    map.scale = 1;
    map.origin = (ent_i_point_t){0, 0};
    map.box = box;
    return map;
}

/* Auckland and Santiago: pyproj.Geod on a sphere puts the southernmost point of their way at 52.5°
 * south (20,000 steps); of Seoul and Lima it is Lima. */
static void ways_have_a_southernmost_point(void **state)
{
    (void)state;
    assert_near(ent_i_map_lowest(-36.8485, 174.7633, -33.4489, -70.6693), -52.5479, 0.02, "south");
    assert_near(ent_i_map_lowest(37.5665, 126.978, -12.0464, -77.0428), -12.0464, 1e-9, "Lima");
    assert_near(ent_i_map_lowest(10, 20, 10, 20), 10, 1e-9, "nowhere");
}

static void ways_follow_great_circles(void **state)
{
    ent_error_t err = {0};

    (void)state;
    for (size_t w = 0; w < sizeof ways / sizeof ways[0]; w++) {
        const ent_i_map_t maps[] = {world(0), world(150), world(-75), part(40, 100), part(90, 0)};

        for (size_t m = 0; m < sizeof maps / sizeof maps[0]; m++) {
            ent_i_lines_t runs = {0};

            assert_ok(ent_i_map_arc(&runs, &maps[m], ways[w].from[0], ways[w].from[1],
                                    ways[w].to[0], ways[w].to[1], &err));
            if (m == 0 && runs.run_count != ways[w].runs)
                fail_msg("%s: %zu runs", ways[w].name, runs.run_count);
            for (size_t i = 0; i < runs.point_count; i++)
                assert_true(isfinite(runs.point[i].x) && isfinite(runs.point[i].y));
            /* no piece leaps over the map from one edge to the other */
            for (size_t r = 0, i = 0; r < runs.run_count; i = runs.end[r++])
                for (; i + 1 < runs.end[r]; i++)
                    assert_true(runs.point[i].y < -1.28 || /* the pole, which is a line */
                                hypot(runs.point[i + 1].x - runs.point[i].x,
                                      runs.point[i + 1].y - runs.point[i].y) < 0.3);
            for (size_t k = 0; k < 3; k++) {
                ent_i_point_t at = ent_i_map_project(&maps[m], ways[w].on[k][0], ways[w].on[k][1]);

                if (maps[m].whole || hypot(at.x, at.y) < 1.3) /* a part shows no more */
                    assert_near(off(&runs, at), 0, 2e-3, ways[w].name);
            }
            ent_i_lines_free(&runs);
        }
    }
}

/* Curves begin and end with their runs, and no point of a run is off them by more than was asked
 * for, by the points of the curves themselves. */
static void curves_follow_their_runs(void **state)
{
    static const double asked[] = {0.02, 0.002};
    enum { FINE = 60 };
    ent_error_t err = {0};

    (void)state;
    for (size_t w = 0; w < sizeof ways / sizeof ways[0]; w++) {
        const ent_i_map_t maps[] = {world(0), world(150), part(40, 100)};

        for (size_t m = 0; m < 2 * sizeof maps / sizeof maps[0]; m++) {
            ent_i_lines_t runs = {0}, curves = {0};

            assert_ok(ent_i_map_arc(&runs, &maps[m / 2], ways[w].from[0], ways[w].from[1],
                                    ways[w].to[0], ways[w].to[1], &err));
            assert_ok(ent_i_lines_curve(&curves, &runs, asked[m % 2], &err));
            assert_int_equal(curves.run_count, runs.run_count);
            assert_true(curves.point_count <= 3 * runs.point_count);
            for (size_t r = 0, i = 0, c = 0; r < runs.run_count;
                 i = runs.end[r], c = curves.end[r++]) {
                assert_memory_equal(&curves.point[c], &runs.point[i], sizeof(ent_i_point_t));
                assert_memory_equal(&curves.point[curves.end[r] - 1], &runs.point[runs.end[r] - 1],
                                    sizeof(ent_i_point_t));
                assert_int_equal((curves.end[r] - c) % 3, 1);
                for (; i < runs.end[r]; i++) {
                    double least = INFINITY;

                    for (size_t p = c; p + 3 < curves.end[r]; p += 3) {
                        for (int k = 0; k <= FINE; k++) {
                            ent_i_point_t at = ent_i_curve_at(&curves.point[p], (double)k / FINE);

                            least =
                                fmin(least, hypot(at.x - runs.point[i].x, at.y - runs.point[i].y));
                        }
                    }
                    /* half the way between two of the curve's points, and what was asked for */
                    assert_true(least <= asked[m % 2] + 0.03);
                }
            }
            ent_i_lines_free(&runs);
            ent_i_lines_free(&curves);
        }
    }
}

static ent_i_map_t fit(const double *latitude, const double *longitude, size_t count,
                       double meridian)
{
    const ent_i_box_t box = {10, 20, 480, 300};
    ent_i_map_t map;

    ent_i_map_fit(&map, 0, meridian, latitude, longitude, count, &box);
    assert_true(isfinite(map.scale) && map.scale > 0);
    for (size_t i = 0; i < count; i++) {
        ent_i_point_t at = ent_i_map_project(&map, latitude[i], longitude[i]);

        assert_true(at.x >= 10 && at.x <= 490 && at.y >= 20 && at.y <= 320);
    }
    return map;
}

/* By extent: a country, an island state on both sides of the date line, places about a pole, one
 * spot, three cities of an island that is shown whole; the world for what spans more. */
static void places_choose_their_map(void **state)
{
    static const double korea[][4] = {{37.57, 35.18, 33.5, 38.1}, {126.98, 129.08, 126.5, 128}};
    static const double fiji[][3] = {{-17.71, -16.8, -18.14}, {178.07, -179.99, 178.44}};
    static const double pole[][3] = {{71.29, 68.96, 78.22}, {-156.79, 33.08, 15.65}};
    static const double spot[][3] = {{36.45, 36.45, 36.45}, {127.12, 127.12, 127.12}};
    static const double ireland[][3] = {{53.35, 52.67, 51.9}, {-6.26, -8.63, -8.47}};
    static const double apart[][2] = {{37.15, -37.15}, {127.07, -52.93}};
    static const double ends[][4] = {{90, -90, 0, 0}, {0, 0, 180, -180}};
    ent_i_map_t map = fit(korea[0], korea[1], 4, NAN);

    (void)state;
    assert_false(map.whole);
    assert_near(map.center, 127.5, 1.5, "Korea's middle");
    assert_near(map.middle, 35.8, 1.5, "Korea's middle");
    map = fit(korea[0], korea[1], 4, 120);
    assert_false(map.whole);
    assert_near(map.center, 120, 0, "asked for");
    map = fit(korea[0], korea[1], 4, -60);
    assert_true(map.whole);
    assert_near(map.center, -60, 0, "asked for");
    map = fit(fiji[0], fiji[1], 3, NAN);
    assert_false(map.whole);
    assert_true(map.east - map.west < 30);
    map = fit(pole[0], pole[1], 3, NAN);
    assert_false(map.whole);
    assert_near(map.north, 90, 0, "the pole is on it");
    map = fit(spot[0], spot[1], 3, NAN);
    assert_false(map.whole);
    assert_near(map.middle, 36.45, 1e-6, "one spot");
    assert_true(map.north - map.south > 5); /* wide enough to tell where it is */
    map = fit(ireland[0], ireland[1], 3, NAN);
    assert_true(map.north > 55.4 && map.south < 51.4); /* Malin Head and Mizen Head: all of it */
    map = fit(spot[0], spot[1], 1, NAN);
    assert_false(map.whole);
    map = fit(apart[0], apart[1], 2, NAN);
    assert_true(map.whole);
    map = fit(ends[0], ends[1], 4, NAN);
    assert_true(map.whole);
    assert_near(map.south, -90, 0, "the south pole is on it");
    map = fit(NULL, NULL, 0, NAN);
    assert_true(map.whole);
}

/* Area of the rings on the map, holes counting against. */
static double area_of(const ent_i_lines_t *rings)
{
    double area = 0;
    size_t from = 0;

    for (size_t r = 0; r < rings->run_count; from = rings->end[r++]) {
        for (size_t i = from; i < rings->end[r]; i++) {
            ent_i_point_t p = rings->point[i];
            ent_i_point_t q = rings->point[i + 1 < rings->end[r] ? i + 1 : from];

            area += (p.x * q.y - q.x * p.y) / 2;
        }
    }
    return fabs(area);
}

/* Iceland has 103,000 km², Madagascar 587,000 (CIA World Factbook: area, land and water); a page
 * that holds the island alone shows that share of the globe. `reach`: east and north, km. */
static void a_part_of_the_land_has_its_area(void **state)
{
    static const struct {
        double latitude[2], longitude[2], area, reach[2];
    } island[] = {{{63.4, 66.5}, {-24.5, -13.5}, 103000, {300, 200}},
                  {{-25.6, -11.9}, {43.2, 50.5}, 587041, {420, 800}}};
    const double earth = 6371.0072;
    ent_error_t err = {0};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        ent_i_map_t map = fit(island[i].latitude, island[i].longitude, 2, NAN);
        ent_i_lines_t rings = {0};
        double km = earth / map.scale;
        double east = island[i].reach[0] / km, north = island[i].reach[1] / km;

        assert_false(map.whole);
        map.box = (ent_i_box_t){map.origin.x - east, map.origin.y - north, 2 * east, 2 * north};
        map.west = map.south = -90;
        map.east = map.north = 90;
        assert_ok(ent_i_map_land(&rings, &map, &err));
        assert_near(area_of(&rings) * km * km / island[i].area, 1, 0.06, "island");
        ent_i_lines_free(&rings);
    }
}

/* How many borders a straight way between two places crosses on a map. */
static size_t borders_between(double latitude_a, double longitude_a, double latitude_b,
                              double longitude_b)
{
    const double latitude[] = {latitude_a, latitude_b}, longitude[] = {longitude_a, longitude_b};
    ent_i_map_t map = fit(latitude, longitude, 2, NAN);
    ent_i_point_t a = ent_i_map_project(&map, latitude_a, longitude_a);
    ent_i_point_t b = ent_i_map_project(&map, latitude_b, longitude_b);
    ent_i_lines_t runs = {0};
    ent_error_t err = {0};
    size_t count = 0;

    assert_ok(ent_i_map_borders(&runs, &map, &err));
    for (size_t r = 0, i = 0; r < runs.run_count; i = runs.end[r++]) {
        for (; i + 1 < runs.end[r]; i++) {
            ent_i_point_t p = runs.point[i], q = runs.point[i + 1];
            double p_side = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
            double q_side = (b.x - a.x) * (q.y - a.y) - (b.y - a.y) * (q.x - a.x);
            double a_side = (q.x - p.x) * (a.y - p.y) - (q.y - p.y) * (a.x - p.x);
            double b_side = (q.x - p.x) * (b.y - p.y) - (q.y - p.y) * (b.x - p.x);

            count += (p_side < 0) != (q_side < 0) && (a_side < 0) != (b_side < 0);
        }
    }
    ent_i_lines_free(&runs);
    return count;
}

static void borders_lie_between_countries(void **state)
{
    (void)state;
    assert_int_equal(borders_between(48.85, 2.35, 45.76, 4.84), 0);     /* Paris, Lyon */
    assert_int_equal(borders_between(48.85, 2.35, 50.11, 8.68), 3);     /* by Belgium, Luxembourg */
    assert_int_equal(borders_between(43.65, -79.38, 64.15, -21.94), 0); /* only coasts */
    assert_int_equal(borders_between(49.9, -97.1, 46.9, -96.8), 1);     /* Winnipeg, Fargo */
    assert_int_equal(borders_between(37.57, 126.98, 39.03, 125.75), 1); /* Seoul, Pyongyang */
    assert_int_equal(borders_between(37.57, 126.98, 36.45, 127.12), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_fall_where_snyder_and_proj_put_them),
        cmocka_unit_test(the_antipode_has_a_place),
        cmocka_unit_test(ways_have_a_southernmost_point),
        cmocka_unit_test(ways_follow_great_circles),
        cmocka_unit_test(curves_follow_their_runs),
        cmocka_unit_test(places_choose_their_map),
        cmocka_unit_test(a_part_of_the_land_has_its_area),
        cmocka_unit_test(borders_lie_between_countries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
