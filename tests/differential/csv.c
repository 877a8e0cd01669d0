/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads tables from standard input, one a line in hexadecimal, and writes for each what the reader
 * makes of it, one a line: "refused", or rows of fields in hexadecimal ("-" a blank record, "!" a
 * faulty one). For compare_csv.py. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/csv.h"

static void print_hex(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        printf("%02x", (unsigned char)bytes[i]);
}

static void print_record(const ent_i_record_t *record)
{
    if (record->state == ENT_RECORD_BLANK)
        fputs("-", stdout);
    if (record->state == ENT_RECORD_FAULT)
        fputs("!", stdout);
    for (size_t i = 0; record->state == ENT_RECORD_ROW && i < record->field_count; i++) {
        if (i > 0)
            putchar(',');
        print_hex(record->field[i].text, record->field[i].size);
    }
    putchar(' ');
}

static int read_table(const char *bytes, size_t size)
{
    ent_i_csv_options_t options = {.separator = ','};
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record;
    ent_status_t status = ent_i_csv_open_bytes(&csv, bytes, size, "table", &options, NULL);

    if (status != ENT_OK) {
        puts("refused");
        return status != ENT_EDATA;
    }
    for (;;) {
        if (ent_i_csv_next(csv, &record, NULL) != ENT_OK)
            return 1;
        if (record.state == ENT_RECORD_END)
            break;
        print_record(&record);
    }
    putchar('\n');
    ent_i_csv_close(csv);
    return 0;
}

int main(void)
{
    static char line[65536];
    static char bytes[sizeof line / 2];

    while (fgets(line, sizeof line, stdin) != NULL) {
        size_t size = strcspn(line, "\n") / 2;

        for (size_t i = 0; i < size; i++) {
            char digits[3] = {line[2 * i], line[2 * i + 1], '\0'};

            bytes[i] = (char)strtol(digits, NULL, 16);
        }
        if (read_table(bytes, size) != 0)
            return 1;
    }
    return ferror(stdin) || fflush(stdout) != 0;
}
