/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bipartite configuration model and the two tails. The model is the only one that meets the
 * degrees and whose log odds are a sum over row and column; ties that are certain are found a
 * second time by listing every network of the same degrees. */
#include "network/bicm.h"
#include "network/tails.h"
#include "unit/classics.h"
#include "unit/reference.h"

enum { SIDE = 24 };

typedef struct grid {
    size_t rows;
    size_t columns;
    bool tied[SIDE][SIDE];
    bool barred[SIDE][SIDE];
    ent_id_t realm[2 * SIDE]; /* rows, then columns */
    double p[SIDE][SIDE];
} grid_t;

/* Rows are vertices 0 … rows - 1 of mode 0, columns the others. */
static void solve(grid_t *grid)
{
    ent_tie_t ties[SIDE * SIDE];
    unsigned char mode[2 * SIDE] = {0};
    ent_i_types_t types[2] = {{0}};
    ent_error_t err = {0};
    ent_network_t *network;
    double *p;
    size_t count = 0;

    for (size_t i = 0; i < grid->rows; i++)
        for (size_t j = 0; j < grid->columns; j++) {
            grid->barred[i][j] = !ent_i_realms_meet(grid->realm[i], grid->realm[grid->rows + j]);
            grid->tied[i][j] = grid->tied[i][j] && !grid->barred[i][j];
            if (grid->tied[i][j])
                ties[count++] = (ent_tie_t){(ent_id_t)i, (ent_id_t)(grid->rows + j), 1};
        }
    for (size_t j = 0; j < grid->columns; j++)
        mode[grid->rows + j] = 1;
    network = ref_build(grid->rows + grid->columns, ties, count, mode, false);
    assert_ok(ent_i_types_make(types, network, grid->realm, &err));
    p = calloc(types[0].count * types[1].count + 1, sizeof *p);
    assert_non_null(p);
    assert_ok(ent_i_bicm(p, network, &types[0], &types[1], &err));
    for (size_t i = 0; i < grid->rows; i++)
        for (size_t j = 0; j < grid->columns; j++) {
            ent_id_t u = types[0].of[i];
            ent_id_t v = types[1].of[grid->rows + j];

            grid->p[i][j] =
                u == ENT_NONE || v == ENT_NONE ? 0 : p[(size_t)u * types[1].count + (size_t)v];
        }
    free(p);
    ent_i_types_free(types);
    ent_network_free(network);
}

static void no_realms(grid_t *grid)
{
    for (size_t i = 0; i < 2 * SIDE; i++)
        grid->realm[i] = ENT_NONE;
}

static void draw(grid_t *grid, size_t rows, size_t columns, double density, size_t realms,
                 uint64_t seed)
{
    ent_i_random_t random;

    ent_i_random_init(&random, seed, 3);
    *grid = (grid_t){.rows = rows, .columns = columns};
    no_realms(grid);
    for (size_t i = 0; i < rows + columns; i++)
        if (realms > 0 && ent_i_random_unit(&random) < 0.6)
            grid->realm[i] = (ent_id_t)ent_i_random_below(&random, realms);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            grid->tied[i][j] = ent_i_random_unit(&random) < density;
}

static void check_degrees(const grid_t *grid)
{
    for (size_t i = 0; i < grid->rows; i++) {
        double miss = 0;

        for (size_t j = 0; j < grid->columns; j++)
            miss += grid->p[i][j] - grid->tied[i][j];
        assert_near(miss, 0, 1e-10, "degree of a row");
    }
    for (size_t j = 0; j < grid->columns; j++) {
        double miss = 0;

        for (size_t i = 0; i < grid->rows; i++)
            miss += grid->p[i][j] - grid->tied[i][j];
        assert_near(miss, 0, 1e-10, "degree of a column");
    }
}

static bool open(const grid_t *grid, size_t i, size_t j)
{
    return grid->p[i][j] > 0 && grid->p[i][j] < 1;
}

static double odds(const grid_t *grid, size_t i, size_t j)
{
    return log(grid->p[i][j]) - log1p(-grid->p[i][j]);
}

/* Over every two rows and two columns that are all open, the log odds add up crosswise. */
static void check_form(const grid_t *grid)
{
    for (size_t i = 0; i < grid->rows; i++)
        for (size_t k = 0; k < i; k++)
            for (size_t j = 0; j < grid->columns; j++)
                for (size_t l = 0; l < j; l++)
                    if (open(grid, i, j) && open(grid, k, l) && open(grid, i, l) &&
                        open(grid, k, j))
                        assert_near(odds(grid, i, j) + odds(grid, k, l),
                                    odds(grid, i, l) + odds(grid, k, j), 1e-7, "log odds");
}

static void check(grid_t *grid)
{
    solve(grid);
    for (size_t i = 0; i < grid->rows; i++)
        for (size_t j = 0; j < grid->columns; j++)
            assert_true(grid->p[i][j] >= 0 && grid->p[i][j] <= 1 &&
                        (!grid->barred[i][j] || grid->p[i][j] == 0));
    check_degrees(grid);
    check_form(grid);
}

static void random_networks(void **state)
{
    static grid_t grid;

    (void)state;
    for (uint64_t seed = 1; seed <= 120; seed++) {
        draw(&grid, 2 + seed % 17, 2 + seed % 11, 0.05 + 0.008 * (double)seed, 0, seed);
        check(&grid);
        draw(&grid, 3 + seed % 13, 3 + seed % 7, 0.05 + 0.008 * (double)seed, 1 + seed % 4, seed);
        check(&grid);
    }
}

/* Which cells are ever tied, and which ever free, over all networks of these degrees. */
static void list_all(const grid_t *grid, bool ever[2][SIDE][SIDE])
{
    size_t cells = grid->rows * grid->columns;

    for (unsigned long network = 0; network < 1UL << cells; network++) {
        int rows[SIDE] = {0};
        int columns[SIDE] = {0};
        bool fits = true;

        for (size_t cell = 0; cell < cells && fits; cell++) {
            size_t i = cell / grid->columns;
            size_t j = cell % grid->columns;
            bool tied = (network >> cell & 1) != 0;

            fits = !tied || !grid->barred[i][j];
            rows[i] += tied - grid->tied[i][j];
            columns[j] += tied - grid->tied[i][j];
        }
        for (size_t i = 0; i < grid->rows; i++)
            fits = fits && rows[i] == 0;
        for (size_t j = 0; j < grid->columns; j++)
            fits = fits && columns[j] == 0;
        for (size_t cell = 0; cell < cells && fits; cell++)
            ever[network >> cell & 1][cell / grid->columns][cell % grid->columns] = true;
    }
}

/* 0 and 1 exactly where all networks of these degrees agree. */
static void what_is_certain(void **state)
{
    static grid_t grid;
    size_t certain = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        bool ever[2][SIDE][SIDE] = {{{false}}};

        draw(&grid, 3 + seed % 2, 3, 0.2 + 0.01 * (double)seed, seed % 3, seed);
        check(&grid);
        list_all(&grid, ever);
        for (size_t i = 0; i < grid.rows; i++)
            for (size_t j = 0; j < grid.columns; j++) {
                if (ever[0][i][j] && ever[1][i][j]) {
                    assert_true(open(&grid, i, j));
                    continue;
                }
                assert_near(grid.p[i][j], ever[1][i][j], 0, "certain");
                certain++;
            }
    }
    assert_in_range(certain, 50, 500);
}

/* The tests of R backbone (zpneal/backbone, test-backbone.R) print bicm() of this matrix so. */
static void as_r_backbone(void **state)
{
    static const double want[3][3] = {{.216, .216, .568}, {.216, .216, .568}, {.568, .568, .863}};
    static grid_t grid = {.rows = 3, .columns = 3};

    (void)state;
    no_realms(&grid);
    grid.tied[0][2] = grid.tied[1][1] = grid.tied[2][0] = grid.tied[2][2] = true;
    check(&grid);
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++)
            assert_near(grid.p[i][j], want[i][j], 5.1e-4, "bicm");
}

/* Equal degrees in both modes: every tie is as likely as the density; and where degrees are nested,
 * everything is certain, as it is where everybody is in everything. */
static void by_hand(void **state)
{
    static grid_t grid;

    (void)state;
    grid = (grid_t){.rows = 6, .columns = 6};
    no_realms(&grid);
    for (size_t i = 0; i < 6; i++)
        grid.tied[i][i] = grid.tied[i][(i + 1) % 6] = true;
    check(&grid);
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++)
            assert_near(grid.p[i][j], 1. / 3, 1e-13, "regular");
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++)
            grid.tied[i][j] = i + j < 6;
    check(&grid);
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++)
            assert_near(grid.p[i][j], i + j < 6, 0, "nested");
    memset(grid.tied, true, sizeof grid.tied);
    check(&grid);
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++)
            assert_near(grid.p[i][j], 1, 0, "complete");
}

/* Two realms of their own are two networks side by side. */
static void realms_part_networks(void **state)
{
    static grid_t whole;
    static grid_t part;
    enum { ROWS = 7, COLUMNS = 5 };

    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        draw(&whole, 2 * ROWS, 2 * COLUMNS, 0.5, 0, seed);
        for (size_t i = 0; i < 2 * ROWS; i++)
            whole.realm[i] = i >= ROWS;
        for (size_t j = 0; j < 2 * COLUMNS; j++)
            whole.realm[2 * ROWS + j] = j >= COLUMNS;
        check(&whole);
        for (size_t half = 0; half < 2; half++) {
            part = (grid_t){.rows = ROWS, .columns = COLUMNS};
            no_realms(&part);
            for (size_t i = 0; i < ROWS; i++)
                for (size_t j = 0; j < COLUMNS; j++)
                    part.tied[i][j] = whole.tied[half * ROWS + i][half * COLUMNS + j];
            solve(&part);
            for (size_t i = 0; i < ROWS; i++)
                for (size_t j = 0; j < COLUMNS; j++)
                    assert_near(whole.p[half * ROWS + i][half * COLUMNS + j], part.p[i][j], 1e-10,
                                "half");
        }
    }
}

static int bits(unsigned set)
{
    int count = 0;

    for (; set != 0; set &= set - 1)
        count++;
    return count;
}

/* Every choice of b things out of `all`, against the first a. */
static void hypergeometric_by_counting(void **state)
{
    (void)state;
    for (int all = 1; all <= 9; all++)
        for (int a = 0; a <= all; a++)
            for (int b = 0; b <= all; b++) {
                double tail[10];
                double overlap[10] = {0};
                double sum = 0;
                double above = 0;

                for (unsigned set = 0; set < 1U << all; set++)
                    if (bits(set) == b) {
                        overlap[bits(set & ((1U << a) - 1))]++;
                        sum++;
                    }
                ent_i_tail_hypergeometric(tail, (size_t)all, (size_t)a, (size_t)b);
                for (int k = a < b ? a : b; k >= 0; k--) {
                    above += overlap[k];
                    assert_near(tail[k], above / sum, 1e-14, "tail");
                }
            }
}

/* Every outcome of the trials. */
static void poisson_binomial_by_counting(void **state)
{
    enum { TRIALS = 9 };
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 5, 0);
    for (int round = 0; round < 40; round++) {
        double p[TRIALS];
        size_t times[TRIALS];
        double want[TRIALS + 1] = {0};
        double tail[TRIALS + 1];

        for (int t = 0; t < TRIALS; t++) {
            p[t] = ent_i_random_below(&random, 8) == 0 ? (double)ent_i_random_below(&random, 2)
                                                       : ent_i_random_unit(&random);
            times[t] = 1;
        }
        for (unsigned outcome = 0; outcome < 1U << TRIALS; outcome++) {
            double chance = 1;

            for (int t = 0; t < TRIALS; t++)
                chance *= (outcome >> t & 1) != 0 ? p[t] : 1 - p[t];
            for (int k = 0; k <= bits(outcome); k++)
                want[k] += chance;
        }
        for (size_t most = 0; most <= TRIALS; most++) {
            ent_i_tail_poisson_binomial(tail, most, p, times, TRIALS);
            for (size_t k = 0; k <= most; k++)
                assert_near(tail[k], want[k], 1e-14, "tail");
        }
    }
}

/* Far out, against integers of any length (Python: math.comb, fractions): as many digits as ever,
 * down to the least number that there is. */
static void far_tails(void **state)
{
    static double tail[2001];
    double p = 1e-3;
    size_t times = 60;

    (void)state;
    ent_i_tail_poisson_binomial(tail, 60, &p, &times, 1);
    assert_near(tail[60] / 1e-180, 1, 1e-12, "all of 60");
    assert_near(tail[59] / (1e-180 + 60 * 1e-177 * (1 - 1e-3)), 1, 1e-12, "59 or more of 60");
    ent_i_tail_hypergeometric(tail, 200, 100, 100);
    assert_near(tail[100] / 1.1043803465997514e-59, 1, 1e-12, "1 / C(200, 100)");
    ent_i_tail_hypergeometric(tail, 4000, 2000, 2000);
    assert_near(tail[1000], 0.5126132973952304, 1e-12, "the middle or more");
    assert_near(tail[1400] / 4.221281733463685e-145, 1, 1e-11, "1400 or more");
    assert_true(tail[1900] > 0 && tail[1900] < 1e-300 && tail[2000] > 0);
}

/* P of one mode with the other as rows is the same network seen from the other side. */
static void either_way_round(void **state)
{
    static grid_t grid;
    static grid_t turned;

    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        draw(&grid, 9, 6, 0.4, 0, seed);
        turned = (grid_t){.rows = 6, .columns = 9};
        no_realms(&turned);
        for (size_t i = 0; i < 9; i++)
            for (size_t j = 0; j < 6; j++)
                turned.tied[j][i] = grid.tied[i][j];
        solve(&grid);
        solve(&turned);
        for (size_t i = 0; i < 9; i++)
            for (size_t j = 0; j < 6; j++)
                assert_near(turned.p[j][i], grid.p[i][j], 1e-12, "turned");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_networks),
        cmocka_unit_test(what_is_certain),
        cmocka_unit_test(as_r_backbone),
        cmocka_unit_test(by_hand),
        cmocka_unit_test(realms_part_networks),
        cmocka_unit_test(either_way_round),
        cmocka_unit_test(hypergeometric_by_counting),
        cmocka_unit_test(poisson_binomial_by_counting),
        cmocka_unit_test(far_tails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
