/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Projections: Davis's women and events as published, and a slow double loop on random data;
 * shuffled rows give the same network. */
#include "base/memory.h"
#include "base/random.h"
#include "network/network_i.h"
#include "unit/classics.h"
#include "unit/scratch.h"
#include "unit/unit.h"

#define CITIES 12
#define NETWORKS 6
#define ROWS 60

static ent_error_t err;

static void write_text(scratch_t *folder, const char *name, ent_i_text_t *text)
{
    ent_blob_t blob = {0};

    assert_ok(ent_i_text_finish(text, &blob, &err));
    scratch_write(folder, name, blob.bytes);
    ent_blob_free(&blob);
}

static ent_network_t *build(const ent_dataset_t *dataset, ent_view_t view,
                            ent_projection_t projection)
{
    ent_network_options_t options;
    ent_network_t *network = NULL;

    assert_ok(ent_network_options_init(&options, dataset, &err));
    options.view = view;
    options.projection = projection;
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    return network;
}

/* The women as cities w00 to w17, the events as networks. */
static void write_davis(scratch_t *folder)
{
    ent_i_text_t actors = {0};
    ent_i_text_t events = {0};
    ent_i_text_t rows = {0};

    ent_i_text_puts(&actors, "id,name\n");
    ent_i_text_puts(&events, "id,name\n");
    ent_i_text_puts(&rows, "member,network\n");
    for (int i = 0; i < DAVIS_WOMEN; i++)
        ent_i_text_printf(&actors, "w%02d,Woman %02d\n", i, i);
    for (int i = DAVIS_WOMEN; i < DAVIS_ACTORS; i++)
        ent_i_text_printf(&events, "E%02d,Event %02d\n", i - DAVIS_WOMEN + 1, i);
    for (size_t i = 0; i < CLASSICS_COUNT(davis); i++)
        ent_i_text_printf(&rows, "w%02d,E%02d\n", davis[i].a, davis[i].b - DAVIS_WOMEN + 1);
    write_text(folder, "cities.csv", &actors);
    write_text(folder, "networks.csv", &events);
    write_text(folder, "memberships.csv", &rows);
}

static double total_weight(const ent_network_t *network)
{
    double sum = 0;

    for (size_t i = 0; i < network->tie_count; i++)
        sum += network->weight[i];
    return sum;
}

static double weight_between(const ent_network_t *network, const char *a, const char *b)
{
    for (size_t i = 0; i < network->tie_count; i++) {
        if (strcmp(ent_network_vertex_id(network, network->a[i]), a) == 0 &&
            strcmp(ent_network_vertex_id(network, network->b[i]), b) == 0)
            return network->weight[i];
    }
    return 0;
}

/* L. C. Freeman, Finding Social Groups, 2003: 139 of 153 pairs of women met; weights as NetworkX
 * gives them. */
static void davis_is_as_published(void **state)
{
    ent_dataset_t *dataset;
    ent_network_t *network;
    scratch_t folder;

    (void)state;
    scratch_open(&folder);
    write_davis(&folder);
    dataset = scratch_dataset(&folder, NULL);
    network = build(dataset, ENT_VIEW_AFFILIATIONS, ENT_PROJECTION_COUNT);
    assert_int_equal(network->actor_count, 32);
    assert_int_equal(network->tie_count, 89);
    ent_network_free(network);
    network = build(dataset, ENT_VIEW_CITIES, ENT_PROJECTION_COUNT);
    assert_int_equal(network->actor_count, 18);
    assert_int_equal(network->tie_count, 139);
    assert_near(total_weight(network), 322, 0, "sum of weights");
    assert_near(weight_between(network, "w00", "w02"), 7, 0, "Evelyn and Theresa");
    ent_network_free(network);
    network = build(dataset, ENT_VIEW_CITIES, ENT_PROJECTION_NEWMAN);
    assert_near(weight_between(network, "w00", "w02"), 1.48688, 5e-6, "Evelyn and Theresa");
    ent_network_free(network);
    network = build(dataset, ENT_VIEW_NETWORKS, ENT_PROJECTION_COUNT);
    assert_int_equal(network->actor_count, 14);
    assert_int_equal(network->tie_count, 66);
    assert_near(total_weight(network), 214, 0, "sum of weights");
    assert_near(weight_between(network, "E08", "E09"), 9, 0, "E8 and E9");
    ent_network_free(network);
    ent_dataset_free(dataset);
    scratch_close(&folder);
}

/* Data without a city: the women are organisations, and still make 139 pairs. */
static void without_cities_members_of_any_kind_are_tied(void **state)
{
    ent_dataset_t *dataset = NULL;
    ent_network_t *network;

    (void)state;
    assert_ok(ent_dataset_open(&dataset, ENT_SOURCE_DIR "/datasets/davis", NULL, &err));
    network = build(dataset, ENT_VIEW_CITIES, ENT_PROJECTION_COUNT);
    assert_int_equal(network->actor_count, 18);
    assert_int_equal(network->tie_count, 139);
    assert_near(total_weight(network), 322, 0, "sum of weights");
    assert_non_null(strstr(network->note[0], "no cities"));
    ent_network_free(network);
    ent_dataset_free(dataset);
}

/* The rows of a random data set, so that they can be written in any order. */
typedef struct rows {
    int member[ROWS]; /* a city */
    int network[ROWS];
    int left[ROWS]; /* agreements of two cities */
    int right[ROWS];
    size_t memberships;
    size_t agreements;
} rows_t;

static void draw(rows_t *rows, ent_i_random_t *random)
{
    rows->memberships = 1 + ent_i_random_below(random, ROWS);
    rows->agreements = 1 + ent_i_random_below(random, 10);
    for (size_t i = 0; i < ROWS; i++) {
        rows->member[i] = (int)ent_i_random_below(random, CITIES);
        rows->network[i] = (int)ent_i_random_below(random, NETWORKS);
        rows->left[i] = (int)ent_i_random_below(random, CITIES);
        rows->right[i] = (rows->left[i] + 1 + (int)ent_i_random_below(random, CITIES - 1)) % CITIES;
    }
}

static void swap(int *values, size_t i, size_t j)
{
    int value = values[i];

    values[i] = values[j];
    values[j] = value;
}

static void shuffle(rows_t *rows, ent_i_random_t *random)
{
    for (size_t i = rows->memberships; i > 1; i--) {
        size_t j = ent_i_random_below(random, i);

        swap(rows->member, i - 1, j);
        swap(rows->network, i - 1, j);
    }
    for (size_t i = rows->agreements; i > 1; i--) {
        size_t j = ent_i_random_below(random, i);

        swap(rows->left, i - 1, j);
        swap(rows->right, i - 1, j);
    }
}

static ent_dataset_t *open_rows(const rows_t *rows, scratch_t *folder, bool backwards)
{
    ent_i_text_t cities = {0};
    ent_i_text_t networks = {0};
    ent_i_text_t memberships = {0};
    ent_i_text_t agreements = {0};

    scratch_open(folder);
    ent_i_text_puts(&cities, "id,name\n");
    ent_i_text_puts(&networks, "id,name\n");
    ent_i_text_puts(&memberships, "member,network,role\n");
    ent_i_text_puts(&agreements, "party_a,party_b,type\n");
    for (int i = 0; i < CITIES; i++) {
        int city = backwards ? CITIES - 1 - i : i;

        ent_i_text_printf(&cities, "c%02d,City %02d\n", city, city);
    }
    for (int i = 0; i < NETWORKS; i++)
        ent_i_text_printf(&networks, "n%d,Network %d\n", i, i);
    for (size_t i = 0; i < rows->memberships; i++)
        ent_i_text_printf(&memberships, "c%02d,n%d,member\n", rows->member[i], rows->network[i]);
    for (size_t i = 0; i < rows->agreements; i++)
        ent_i_text_printf(&agreements, "c%02d,c%02d,mou\n", rows->left[i], rows->right[i]);
    write_text(folder, "cities.csv", &cities);
    write_text(folder, "networks.csv", &networks);
    write_text(folder, "memberships.csv", &memberships);
    write_text(folder, "agreements.csv", &agreements);
    return scratch_dataset(folder, NULL);
}

/* Weights of all pairs of cities straight from the rows; equal rows are one. */
static void slow_projection(const rows_t *rows, ent_projection_t projection,
                            double weight[CITIES][CITIES])
{
    bool in[CITIES][NETWORKS] = {{false}};
    bool signed_by[CITIES][CITIES] = {{false}};

    for (size_t i = 0; i < rows->memberships; i++)
        in[rows->member[i]][rows->network[i]] = true;
    for (size_t i = 0; i < rows->agreements; i++)
        signed_by[rows->left[i]][rows->right[i]] = signed_by[rows->right[i]][rows->left[i]] = true;
    for (int a = 0; a < CITIES; a++) {
        for (int b = 0; b < CITIES; b++) {
            double shared = 0;
            double either = 0;

            for (int n = 0; n < NETWORKS; n++) {
                int size = 0;

                for (int c = 0; c < CITIES; c++)
                    size += in[c][n];
                either += in[a][n] || in[b][n];
                if (in[a][n] && in[b][n] && a != b)
                    shared += projection == ENT_PROJECTION_NEWMAN ? 1.0 / (size - 1) : 1;
            }
            if (projection == ENT_PROJECTION_JACCARD && shared > 0)
                shared /= either;
            weight[a][b] = shared + signed_by[a][b];
        }
    }
}

static void assert_projection(const ent_network_t *network, double want[CITIES][CITIES])
{
    size_t ties = 0;

    assert_int_equal(network->actor_count, CITIES);
    for (int a = 0; a < CITIES; a++) {
        for (int b = a + 1; b < CITIES; b++)
            ties += want[a][b] > 0;
    }
    assert_int_equal(network->tie_count, ties);
    for (size_t i = 0; i < ties; i++) {
        assert_near(network->weight[i], want[network->a[i]][network->b[i]], 1e-12, "weight");
        assert_true(ent_network_tie_record_count(network, i) > 0);
    }
}

static void assert_same(const ent_network_t *x, const ent_network_t *y)
{
    assert_int_equal(x->actor_count, y->actor_count);
    assert_int_equal(x->tie_count, y->tie_count);
    assert_memory_equal(x->a, y->a, x->tie_count * sizeof *x->a);
    assert_memory_equal(x->b, y->b, x->tie_count * sizeof *x->b);
    assert_memory_equal(x->weight, y->weight, x->tie_count * sizeof *x->weight);
    for (size_t i = 0; i <= x->tie_count; i++)
        assert_int_equal(ent_i_records_at(x, i), ent_i_records_at(y, i));
    assert_memory_equal(x->record, y->record,
                        ent_i_records_at(x, x->tie_count) * sizeof *x->record);
    assert_int_equal(x->note_count, y->note_count);
    for (size_t i = 0; i < x->note_count; i++)
        assert_string_equal(x->note[i], y->note[i]);
}

static void random_projections_agree_with_a_slow_one(void **state)
{
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 3, 0);
    for (int round = 0; round < 30; round++) {
        ent_dataset_t *dataset;
        scratch_t folder;
        rows_t rows;

        draw(&rows, &random);
        dataset = open_rows(&rows, &folder, false);
        for (int i = 0; i < 3; i++) {
            ent_network_t *network = build(dataset, ENT_VIEW_CITIES, (ent_projection_t)i);
            double want[CITIES][CITIES];

            slow_projection(&rows, (ent_projection_t)i, want);
            assert_projection(network, want);
            ent_network_free(network);
        }
        ent_dataset_free(dataset);
        scratch_close(&folder);
    }
}

static void shuffled_rows_give_the_same_networks(void **state)
{
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 4, 0);
    for (int round = 0; round < 10; round++) {
        ent_dataset_t *dataset, *again;
        scratch_t folder, other;
        rows_t rows;

        draw(&rows, &random);
        dataset = open_rows(&rows, &folder, false);
        shuffle(&rows, &random);
        again = open_rows(&rows, &other, true);
        for (int view = 0; view < ENT_VIEW_COUNT; view++) {
            ent_network_t *x = build(dataset, (ent_view_t)view, ENT_PROJECTION_NEWMAN);
            ent_network_t *y = build(again, (ent_view_t)view, ENT_PROJECTION_NEWMAN);

            assert_same(x, y);
            ent_network_free(x);
            ent_network_free(y);
        }
        ent_dataset_free(dataset);
        ent_dataset_free(again);
        scratch_close(&folder);
        scratch_close(&other);
    }
}

/* Weights and directions of a general network. */
static void edges_keep_weights_and_directions(void **state)
{
    ent_dataset_options_t options;
    ent_network_options_t chosen;
    ent_dataset_t *dataset;
    ent_network_t *network = NULL;
    scratch_t folder;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "nodes.csv", "Id,Label\na,A\nb,B\nc,C\n");
    scratch_write(&folder, "edges.csv",
                  "Source,Target,Type,Weight\na,b,Directed,2\nb,a,Directed,0.5\n"
                  "b,c,Undirected,\n");
    dataset = scratch_dataset(&folder, NULL);
    network = build(dataset, ENT_VIEW_WHOLE, ENT_PROJECTION_COUNT);
    assert_int_equal(network->tie_count, 2);
    assert_near(network->weight[0], 2.5, 0, "a-b, summed");
    assert_near(network->weight[1], 1, 0, "b-c, without a weight");
    assert_int_equal(network->note_count, 0); /* no dates, nothing in doubt */
    ent_network_free(network);
    assert_ok(ent_network_options_init(&chosen, dataset, &err));
    chosen.parallel = ENT_PARALLEL_COUNT;
    assert_ok(ent_network_new(&network, dataset, &chosen, &err));
    assert_near(network->weight[0], 2, 0, "a-b, counted");
    ent_network_free(network);
    ent_dataset_free(dataset);

    ent_dataset_options_init(&options);
    options.directed = true;
    dataset = scratch_dataset(&folder, &options);
    assert_ok(ent_network_options_init(&chosen, dataset, &err));
    chosen.directed = true;
    assert_ok(ent_network_new(&network, dataset, &chosen, &err));
    assert_int_equal(network->tie_count, 4); /* a>b, b>a, and b-c both ways */
    assert_near(network->weight[0], 2, 0, "a>b");
    assert_near(network->weight[1], 0.5, 0, "b>a");
    assert_int_equal(network->a[3], 2);
    assert_int_equal(network->b[3], 1);
    ent_network_free(network);
    ent_dataset_free(dataset);
    scratch_close(&folder);
}

/* Ids of stars: the agreement's own, a made one, and never one that an actor has. */
static void stars_have_ids_of_their_own(void **state)
{
    ent_network_options_t options;
    ent_dataset_t *dataset;
    ent_network_t *network = NULL;
    scratch_t folder;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv", "id,name\na,A\nb,B\nc,C\nd,D\n");
    scratch_write(&folder, "agreements.csv", "id,parties\nb,a;b;c\n,a;b;d\nagreement 1,b;c;d\n");
    dataset = scratch_dataset(&folder, NULL);
    assert_ok(ent_network_options_init(&options, dataset, &err));
    options.multiparty = ENT_MULTIPARTY_STAR;
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    assert_int_equal(network->actor_count, 7);
    assert_int_equal(network->tie_count, 9);
    assert_string_equal(ent_network_vertex_id(network, 1), "agreement 1");
    assert_string_equal(ent_network_vertex_id(network, 2), "agreement agreement 1");
    assert_string_equal(ent_network_vertex_id(network, 3), "agreement b");
    assert_int_equal(ent_network_vertex_kind(network, 4), ENT_KIND_CITY);
    ent_network_free(network);
    options.where = "id=a,id=b"; /* c and d are no vertices: each star keeps two ends or goes */
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    assert_int_equal(network->actor_count, 4);
    assert_int_equal(network->tie_count, 4);
    ent_network_free(network);
    ent_dataset_free(dataset);
    scratch_close(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(davis_is_as_published),
        cmocka_unit_test(without_cities_members_of_any_kind_are_tied),
        cmocka_unit_test(random_projections_agree_with_a_slow_one),
        cmocka_unit_test(shuffled_rows_give_the_same_networks),
        cmocka_unit_test(edges_keep_weights_and_directions),
        cmocka_unit_test(stars_have_ids_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
