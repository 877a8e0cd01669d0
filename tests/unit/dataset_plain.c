/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Records that are kept as ties alone, and rows whose cells are packed: neither may show. */
#include <math.h>
#include <pthread.h>

#include "dataset/tie.h"
#include "unit/tables.h"

#define CITIES "id,name\na,A\nb,B\nc,C\n"

static void assert_same_record(const ent_record_t *plain, const ent_record_t *whole)
{
    assert_int_equal(plain->kind, whole->kind);
    assert_int_equal(plain->party_count, whole->party_count);
    assert_int_equal(plain->party[0], whole->party[0]);
    assert_int_equal(plain->party[1], whole->party[1]);
    assert_int_equal(plain->directed, whole->directed);
    assert_int_equal(plain->status, whole->status);
    assert_int_equal(plain->repeats, whole->repeats);
    assert_int_equal(plain->start.first, whole->start.first);
    assert_int_equal(plain->start.last, whole->start.last);
    assert_int_equal(plain->start.known, whole->start.known);
    assert_int_equal(plain->end.first, whole->end.first);
    assert_int_equal(plain->end.known, whole->end.known);
    assert_string_equal(plain->signed_text, whole->signed_text);
    assert_string_equal(plain->from_text, whole->from_text);
    assert_string_equal(plain->to_text, whole->to_text);
    assert_true(isnan(plain->weight) ? isnan(whole->weight) : plain->weight == whole->weight);
    assert_int_equal(plain->row_count, whole->row_count);
    assert_int_equal(plain->row[0], whole->row[0]);
}

/* A note is all that makes a record whole here. */
static void plain_and_whole_records_are_alike(void **state)
{
    static const char *const rows[] = {"b,a,2001-05,,2009,", "a,c,,1999-02-03,,planned", "c,b,,,,",
                                       "b,c,2001,,,expired"};
    static const char *const note[] = {"", "seen"};
    ent_dataset_t *dataset[2];

    (void)state;
    for (int i = 0; i < 2; i++) {
        char table[400] = "party_a,party_b,signed,from,to,status,note\n";

        for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
            snprintf(table + strlen(table), sizeof table - strlen(table), "%s,%s\n", rows[r],
                     note[i]);
        tables_clear();
        put("cities.csv", CITIES);
        put("agreements.csv", table);
        dataset[i] = open_tables();
        assert_clean(dataset[i]);
        assert_int_equal(ent_dataset_record_count(dataset[i]), 4);
    }
    for (ent_id_t r = 0; r < 4; r++) {
        assert_false(ent_i_dataset_tie(dataset[0], r)->is_whole);
        assert_true(ent_i_dataset_tie(dataset[1], r)->is_whole);
        assert_same_record(ent_dataset_record(dataset[0], r), ent_dataset_record(dataset[1], r));
        assert_string_equal(ent_dataset_record(dataset[0], r)->note, "");
        assert_string_equal(ent_dataset_record(dataset[1], r)->note, "seen");
        assert_ptr_equal(ent_dataset_record(dataset[0], r), ent_dataset_record(dataset[0], r));
        for (int which = 0; which < 2; which++) {
            const ent_record_t *record = ent_dataset_record(dataset[which], r);
            size_t count;
            const ent_id_t *party = ent_dataset_record_parties(dataset[which], r, &count);

            assert_int_equal(ent_dataset_record_kind(dataset[which], r), record->kind);
            assert_int_equal(ent_dataset_record_status(dataset[which], r), record->status);
            assert_int_equal(count, record->party_count);
            assert_memory_equal(party, record->party, count * sizeof *party);
        }
    }
    ent_dataset_free(dataset[0]);
    ent_dataset_free(dataset[1]);
}

enum { EDGES = 3000, THREADS = 4 };

static void *add_years(void *data)
{
    const ent_dataset_t *dataset = data;
    long sum = 0;

    for (ent_id_t i = 0; i < EDGES; i++)
        sum += atol(ent_dataset_record(dataset, i)->from_text);
    return (void *)sum;
}

static void threads_may_ask_for_the_same_record(void **state)
{
    char *table = malloc(40 * EDGES + 40);
    size_t size = (size_t)sprintf(table, "member,network,from\n");
    pthread_t thread[THREADS];
    ent_dataset_t *dataset;
    long want = 0;

    (void)state;
    for (int i = 0; i < EDGES; i++) {
        size += (size_t)sprintf(table + size, "m%d,n,%d\n", i, 1000 + i);
        want += 1000 + i;
    }
    tables_clear();
    put_bytes("memberships.csv", table, size);
    free(table);
    dataset = open_tables();
    assert_int_equal(ent_dataset_record_count(dataset), EDGES);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&thread[i], NULL, add_years, dataset), 0);
    for (int i = 0; i < THREADS; i++) {
        void *sum;

        assert_int_equal(pthread_join(thread[i], &sum), 0);
        assert_int_equal((long)sum, want);
    }
    ent_dataset_free(dataset);
}

/* Columns counted by hand: bytes of the line, the opening quote for a quoted field. */
static void cells_know_their_places(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", CITIES);
    put("agreements.csv", "party_a,party_b,note,signed\n"
                          "a,b,x,2001-13\n"
                          "\"a\", b ,x,2002-13\n"
                          "a,b,\"two\nlines\",2003-13\n"
                          "a,b,\"\",2004-13\n"
                          "\"a\",\"b\",\"say \"\"x\"\"\",\"2005-13\"\n");
    dataset = open_tables();
    assert_error(dataset, "agreements.csv", 2, 7, "2001-13");
    assert_error(dataset, "agreements.csv", 3, 11, "2002-13");
    assert_error(dataset, "agreements.csv", 5, 8, "2003-13");
    assert_error(dataset, "agreements.csv", 6, 8, "2004-13");
    assert_error(dataset, "agreements.csv", 7, 21, "2005-13");
    assert_int_equal(ent_dataset_error_count(dataset), 5);
    ent_dataset_free(dataset);
}

/* More records than rows: a row of a matrix is behind as many as it has networks. */
static void rows_of_a_matrix_are_behind_many_records(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("m.csv", "name,N1,N2,N3,N4,N5,N6\nx,1,1,1,1,1,1\ny,1,1,1,1,1,0\n");
    dataset = must_open(tables_path("m.csv"), NULL);
    assert_int_equal(ent_dataset_record_count(dataset), 11);
    for (ent_id_t i = 0; i < 11; i++) {
        const ent_record_t *record = ent_dataset_record(dataset, i);
        const char *member = ent_dataset_actor(dataset, record->party[0])->id;

        assert_int_equal(record->row_count, 1);
        assert_int_equal(record->row[0], member[0] == 'x' ? 0 : 1);
    }
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_and_whole_records_are_alike),
        cmocka_unit_test(threads_may_ask_for_the_same_record),
        cmocka_unit_test(cells_know_their_places),
        cmocka_unit_test(rows_of_a_matrix_are_behind_many_records),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
