/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Filling a sheet without asking after every cell. */
#include "document/table.h"

/* Does the next step unless an earlier one failed. */
#define STEP(table, call)                                                                          \
    do {                                                                                           \
        if ((table)->status == ENT_OK)                                                             \
            (table)->status = (call);                                                              \
    } while (0)

void ent_i_table_open(ent_i_table_t *table, size_t rejected, ent_error_t *err)
{
    *table = (ent_i_table_t){.rejected = rejected, .err = err};
    table->status = ent_sheet_new(&table->sheet, err);
}

void ent_i_table_column(ent_i_table_t *table, const char *name, ent_column_kind_t kind)
{
    STEP(table, ent_sheet_add_column(table->sheet, name, kind, table->err));
}

/* Ends the row that is being filled, or the header when there is none yet. */
static void end_row(ent_i_table_t *table)
{
    if (table->rejected == 0)
        return;
    if (table->filling)
        STEP(table, ent_sheet_put_number(table->sheet, (double)table->rejected, table->err));
    else
        ent_i_table_column(table, "rejected_rows", ENT_COLUMN_NUMBER);
}

void ent_i_table_row(ent_i_table_t *table)
{
    end_row(table);
    table->filling = true;
    STEP(table, ent_sheet_add_row(table->sheet, table->err));
}

void ent_i_table_text(ent_i_table_t *table, const char *text)
{
    STEP(table, ent_sheet_put_text(table->sheet, text, table->err));
}

void ent_i_table_name(ent_i_table_t *table, const char *name)
{
    if (name == NULL)
        STEP(table, ent_i_no_memory(table->err));
    ent_i_table_text(table, name);
}

void ent_i_table_take(ent_i_table_t *table, ent_i_text_t *text)
{
    if (text->failed)
        STEP(table, ent_i_no_memory(table->err));
    ent_i_table_text(table, text->bytes);
    ent_i_text_free(text);
}

void ent_i_table_number(ent_i_table_t *table, double number)
{
    STEP(table, ent_sheet_put_number(table->sheet, number, table->err));
}

void ent_i_table_size(ent_i_table_t *table, size_t number)
{
    ent_i_table_number(table, (double)number);
}

static const char *country_of(const ent_network_t *network, ent_id_t vertex)
{
    const ent_dataset_t *dataset = ent_network_dataset(network);
    ent_id_t actor = dataset != NULL ? ent_network_actor(network, vertex) : ENT_NONE;

    return actor != ENT_NONE ? ent_dataset_actor(dataset, actor)->country : "";
}

static const char *name_of(const ent_network_t *network, ent_id_t vertex, const char *language)
{
    const ent_dataset_t *dataset = ent_network_dataset(network);
    ent_id_t actor = dataset != NULL ? ent_network_actor(network, vertex) : ENT_NONE;

    if (actor == ENT_NONE || language == NULL)
        return ent_network_vertex_name(network, vertex);
    return ent_dataset_name(dataset, actor, language);
}

void ent_i_table_vertex(ent_i_table_t *table, const ent_network_t *network, ent_id_t vertex,
                        const char *language)
{
    ent_i_table_text(table, ent_network_vertex_id(network, vertex));
    ent_i_table_text(table, name_of(network, vertex, language));
    ent_i_table_text(table, ent_kind_name(ent_network_vertex_kind(network, vertex)));
    ent_i_table_text(table, country_of(network, vertex));
}

ent_status_t ent_i_table_close(ent_i_table_t *table, ent_sheet_t **sheet)
{
    ent_status_t status;

    end_row(table);
    status = table->status;
    if (status == ENT_OK) {
        *sheet = table->sheet;
        table->sheet = NULL;
    }
    return status;
}

void ent_i_table_discard(ent_i_table_t *table)
{
    ent_sheet_free(table->sheet);
    table->sheet = NULL;
}
