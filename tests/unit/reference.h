/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The reference networks of tests/reference, and networks made for a test. */
#ifndef ENT_TESTS_REFERENCE_H
#define ENT_TESTS_REFERENCE_H

#include <stdlib.h>

#include "base/random.h"
#include "entente/measure.h"
#include "unit/unit.h"

enum { REF_ROWS = 400, REF_COLUMNS = 24, REF_TEXT = 40 };

/* A table without quotes. */
typedef struct ref_table {
    size_t rows;
    size_t columns;
    char head[REF_COLUMNS][REF_TEXT];
    char cell[REF_ROWS][REF_COLUMNS][REF_TEXT];
} ref_table_t;

static inline size_t ref_split(char cell[][REF_TEXT], const char *line)
{
    size_t count = 0;

    for (;;) {
        size_t length = strcspn(line, ",\r\n");

        assert_true(length < REF_TEXT && count < REF_COLUMNS);
        snprintf(cell[count++], REF_TEXT, "%.*s", (int)length, line);
        if (line[length] != ',')
            return count;
        line += length + 1;
    }
}

static inline ref_table_t *ref_read(const char *name)
{
    ref_table_t *table = calloc(1, sizeof *table);
    char line[1024];
    FILE *file;

    assert_non_null(table);
    snprintf(line, sizeof line, "%s/tests/reference/%s.csv", ENT_SOURCE_DIR, name);
    file = fopen(line, "r");
    if (file == NULL)
        fail_msg("cannot read %s", line);
    assert_non_null(fgets(line, sizeof line, file));
    table->columns = ref_split(table->head, line);
    while (fgets(line, sizeof line, file) != NULL) {
        assert_true(table->rows < REF_ROWS);
        assert_int_equal(ref_split(table->cell[table->rows++], line), table->columns);
    }
    fclose(file);
    return table;
}

static inline size_t ref_column(const ref_table_t *table, const char *name)
{
    for (size_t c = 0; c < table->columns; c++)
        if (strcmp(table->head[c], name) == 0)
            return c;
    fail_msg("no column %s", name);
    return 0;
}

/* Row of the actor of that name (first column). */
static inline size_t ref_row(const ref_table_t *table, const char *name)
{
    for (size_t r = 0; r < table->rows; r++)
        if (strcmp(table->cell[r][0], name) == 0)
            return r;
    fail_msg("no actor %s", name);
    return 0;
}

static inline double ref_number(const char *cell)
{
    return cell[0] != '\0' ? strtod(cell, NULL) : NAN;
}

static inline ent_network_t *ref_build(size_t actors, const ent_tie_t *ties, size_t count,
                                       const unsigned char *mode, bool directed)
{
    ent_network_t *network = NULL;
    ent_error_t err = {0};

    assert_ok(ent_network_from_ties(&network, actors, ties, count, mode, directed, &err));
    return network;
}

/* The network of NAME_ties.csv; actors numbered as the rows of `actors`. */
static inline ent_network_t *ref_network(const char *name, const ref_table_t *actors,
                                         const unsigned char *mode)
{
    char file[64];
    ent_tie_t ties[REF_ROWS];
    ref_table_t *table;
    ent_network_t *network;

    snprintf(file, sizeof file, "%s_ties", name);
    table = ref_read(file);
    for (size_t t = 0; t < table->rows; t++) {
        ties[t].a = (ent_id_t)ref_row(actors, table->cell[t][0]);
        ties[t].b = (ent_id_t)ref_row(actors, table->cell[t][1]);
        ties[t].weight = table->columns > 2 ? ref_number(table->cell[t][2]) : 1;
    }
    network = ref_build(actors->rows, ties, table->rows, mode, false);
    free(table);
    return network;
}

/* One measure of every actor; free the result. */
static inline double *ref_compute_with(const ent_network_t *network, const char *name,
                                       const ent_measure_options_t *options)
{
    const ent_measure_t *measure = ent_measure_find(name);
    double *values = calloc(ent_network_actor_count(network) + 1, sizeof *values);
    ent_error_t err = {0};

    if (measure == NULL)
        fail_msg("no measure %s", name);
    assert_non_null(values);
    assert_ok(ent_measure_compute(network, values, &measure, 1, options, &err));
    return values;
}

static inline double *ref_compute(const ent_network_t *network, const char *name)
{
    return ref_compute_with(network, name, NULL);
}

/* A seeded random network: some isolates, often disconnected; weights 1 to 9 if asked for.
 * Returns the number of ties; no pair twice. */
static inline size_t ref_random(ent_tie_t *ties, size_t actors, double density, bool weighted,
                                bool directed, uint64_t seed)
{
    ent_i_random_t random;
    size_t count = 0;

    ent_i_random_init(&random, seed, 0);
    for (size_t a = 0; a < actors; a++)
        for (size_t b = directed ? 0 : a + 1; b < actors; b++) {
            double weight = weighted ? 1 + (double)ent_i_random_below(&random, 9) : 1;

            if (a != b && ent_i_random_unit(&random) < density)
                ties[count++] = (ent_tie_t){(ent_id_t)a, (ent_id_t)b, weight};
        }
    return count;
}

#endif
