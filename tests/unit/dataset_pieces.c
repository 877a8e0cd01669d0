/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables that are read in many pieces, by several threads: the ledger is that of a reader who goes
 * from line to line, as is known of each row here because the test has written it. */
#include <stdlib.h>

#include "unit/tables.h"

enum { CITIES = 1000, ROWS = 200000, EVERY = 997, ODD = 12 };

/* What the test knows of a row that it wrote. */
typedef struct written {
    uint32_t line;
    ent_row_state_t state;
    int a, b;        /* the cities of a tie */
    uint32_t column; /* where a fault is told, or 0 */
} written_t;

typedef struct table {
    char *bytes;
    size_t size;
    uint32_t line;
    const char *line_break;
    written_t *row;
    size_t rows;
} table_t;

static void add_row(table_t *table, ent_row_state_t state, const written_t *tie, uint32_t column)
{
    written_t *row = &table->row[table->rows++];

    *row = *tie;
    row->line = table->line++;
    row->state = state;
    row->column = column;
}

static void add_line(table_t *table, const char *text)
{
    table->size += (size_t)sprintf(table->bytes + table->size, "%s%s", text, table->line_break);
}

/* Rows that need more than a look: of all kinds that a table may have. */
static void add_odd(table_t *table, const written_t *tie, int kind)
{
    char text[200];
    ent_row_state_t state = ENT_ROW_USED;
    uint32_t column = 0;
    int breaks = 0;

#define ROW(format) snprintf(text, sizeof text, format, tie->a, tie->b)
    switch (kind) {
    case 0:
        ROW("\"c%04d\",c%04d,2001-05-03,");
        break;
    case 1:
        ROW(" c%04d , c%04d,2001-05-03,");
        break;
    case 2:
        ROW("c%04d,c%04d,2001-05-03,\"a note\nof two lines\"");
        breaks = 1;
        break;
    case 3:
        ROW("c%04d,c%04d,2001-05-03,a note");
        break;
    case 4:
        ROW("c%04d,c%04d,2001-05-03,,");
        state = ENT_ROW_REJECTED;
        column = 25;
        break;
    case 5:
        ROW("c%04d,c%04d,03/04/2001,");
        state = ENT_ROW_REJECTED;
        column = 13;
        break;
    case 6:
        ROW("c%04d,x%04d,2001-05-03,");
        state = ENT_ROW_REJECTED;
        column = 7;
        break;
    case 7:
        ROW("c%04d,c%04d,2001-05-03,a \"note");
        state = ENT_ROW_REJECTED;
        column = 26;
        break;
    case 8:
        ROW("c%04d,c%04d,2001-05-03,a \xff note");
        state = ENT_ROW_REJECTED;
        column = 26;
        break;
    case 9:
        strcpy(text, "Party_A,party_b,signed,note");
        state = ENT_ROW_REJECTED;
        column = 1;
        break;
    case 10:
        strcpy(text, ",,,");
        state = ENT_ROW_BLANK;
        break;
    default:
        strcpy(text, kind % 2 == 0 ? "" : "  ");
        state = ENT_ROW_BLANK;
        break;
    }
#undef ROW
    add_row(table, state, tie, column);
    add_line(table, text);
    table->line += (uint32_t)breaks;
}

static void write_table(table_t *table, const char *line_break)
{
    written_t tie = {.a = 0, .b = 0};

    table->bytes = malloc((size_t)ROWS * 40);
    table->row = malloc((ROWS + 1) * sizeof *table->row);
    assert_true(table->bytes != NULL && table->row != NULL);
    table->line_break = line_break;
    table->line = 2;
    add_line(table, "party_a,party_b,signed,note");
    for (int i = 0; i < ROWS; i++) {
        if (++tie.b == CITIES) /* each pair once */
            tie.b = ++tie.a + 1;
        if (i % EVERY == EVERY - 1) {
            add_odd(table, &tie, i / EVERY % (ODD + 1));
        } else {
            add_row(table, ENT_ROW_USED, &tie, 0);
            table->size += (size_t)sprintf(table->bytes + table->size, "c%04d,c%04d,%04d-05-03,%s",
                                           tie.a, tie.b, 1990 + i % 30, line_break);
        }
    }
}

static void write_cities(void)
{
    char *text = malloc(CITIES * 20 + 20);
    size_t size = (size_t)sprintf(text, "id,name\n");

    for (int i = 0; i < CITIES; i++)
        size += (size_t)sprintf(text + size, "c%04d,%d\n", i, i);
    put_bytes("cities.csv", text, size);
    free(text);
}

static void check_tie(const ent_dataset_t *dataset, const ent_row_t *row, const written_t *want)
{
    const ent_record_t *record = ent_dataset_record(dataset, row->record);

    /* Cities are numbered by their ids, which are in order. */
    assert_int_equal(record->party[0], want->a);
    assert_int_equal(record->party[1], want->b);
    assert_int_equal(ent_dataset_row(dataset, record->row[0]).line, want->line);
}

static void check_fault(const ent_dataset_t *dataset, size_t *fault, const written_t *want)
{
    const ent_fault_t *found;

    do {
        assert_true(*fault < ent_dataset_fault_count(dataset));
        found = ent_dataset_fault(dataset, (*fault)++);
    } while (found->severity != ENT_ERROR);
    assert_int_equal(found->line, want->line);
    assert_int_equal(found->column, want->column);
}

static void check_ledger(const ent_dataset_t *dataset, const table_t *table)
{
    size_t first = ent_dataset_row_count(dataset) - table->rows;
    size_t fault = 0;

    assert_int_equal(first, CITIES);
    for (size_t i = 0; i < table->rows; i++) {
        ent_row_t row = ent_dataset_row(dataset, first + i);
        const written_t *want = &table->row[i];

        assert_int_equal(row.line, want->line);
        assert_int_equal(row.state, want->state);
        if (want->state == ENT_ROW_USED)
            check_tie(dataset, &row, want);
        if (want->state == ENT_ROW_REJECTED)
            check_fault(dataset, &fault, want);
    }
}

static void check_with(int threads, const char *line_break)
{
    ent_dataset_options_t options = {.threads = threads};
    table_t table = {0};
    ent_dataset_t *dataset;

    tables_clear();
    write_cities();
    write_table(&table, line_break);
    put_bytes("agreements.csv", table.bytes, table.size);
    dataset = must_open(tables_path(""), &options);
    check_ledger(dataset, &table);
    ent_dataset_free(dataset);
    free(table.bytes);
    free(table.row);
}

static void one_thread_reads_in_order(void **state)
{
    (void)state;
    check_with(1, "\n");
}

static void threads_read_the_same(void **state)
{
    (void)state;
    check_with(2, "\n");
    check_with(5, "\n");
}

static void threads_read_other_line_breaks(void **state)
{
    (void)state;
    check_with(3, "\r\n");
    check_with(3, "\r");
}

/* A quote that is never closed would reach over pieces: its row is rejected, and each line behind
 * it is read for its own sake. */
static void an_open_quote_hides_nothing(void **state)
{
    enum { LINES = 150000, BAD = 70000 };
    ent_dataset_options_t options = {.threads = 2};
    char *text = malloc((size_t)LINES * 40);
    size_t size = (size_t)sprintf(text, "party_a,party_b,signed,note\n");
    ent_dataset_t *dataset;

    (void)state;
    for (int i = 0; i < LINES; i++)
        size += (size_t)sprintf(text + size, "c%04d,c%04d,2001-05-03,%s\n", i % 300, 300 + i / 300,
                                i == BAD ? "\"open" : "");
    tables_clear();
    write_cities();
    put_bytes("agreements.csv", text, size);
    dataset = must_open(tables_path(""), &options);
    assert_int_equal(ent_dataset_row_count(dataset), CITIES + LINES);
    assert_int_equal(ent_dataset_record_count(dataset), LINES - 1);
    assert_int_equal(ent_dataset_error_count(dataset), 1);
    assert_error(dataset, "agreements.csv", BAD + 2, 24, "the quote that opens here");
    ent_dataset_free(dataset);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_thread_reads_in_order),
        cmocka_unit_test(threads_read_the_same),
        cmocka_unit_test(threads_read_other_line_breaks),
        cmocka_unit_test(an_open_quote_hides_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
