/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of measures as a sheet and as Markdown. */
#include <string.h>

#include "document/table.h"
#include "entente/report.h"

static const char *const columns[] = {"measure",   "definition", "unit",     "range",
                                      "undefined", "weights",    "networks", "best",
                                      "cost",      "reference",  "doi"};

static void list_networks(ent_i_text_t *text, unsigned modes)
{
    static const char *const names[] = {[ENT_FOR_ONE_MODE] = "one-mode",
                                        [ENT_FOR_TWO_MODE] = "two-mode",
                                        [ENT_FOR_DIRECTED] = "directed"};
    const char *between = "";

    for (unsigned bit = ENT_FOR_ONE_MODE; bit <= ENT_FOR_DIRECTED; bit <<= 1) {
        if ((modes & bit) == 0)
            continue;
        ent_i_text_printf(text, "%s%s", between, names[bit]);
        between = ", ";
    }
}

static void put_networks(ent_i_table_t *table, unsigned modes)
{
    ent_i_text_t text = {0};

    list_networks(&text, modes);
    ent_i_table_take(table, &text);
}

static void put_reference(ent_i_table_t *table, const char *cite)
{
    ent_blob_t text = {0};

    ent_i_table_name(table, ent_cite_text(&text, cite, NULL) == ENT_OK ? text.bytes : NULL);
    ent_blob_free(&text);
}

/* A reference without one has an empty place. */
static void put_dois(ent_i_table_t *table, const char *cite)
{
    ent_i_text_t text = {0};
    const ent_reference_t *reference;

    for (size_t i = 0; (reference = ent_cite_at(cite, i)) != NULL; i++)
        ent_i_text_printf(&text, "%s%s", i > 0 && reference->doi[0] != '\0' ? "; " : "",
                          reference->doi);
    ent_i_table_take(table, &text);
}

static void add_measure(ent_i_table_t *table, const ent_measure_t *measure)
{
    ent_i_table_row(table);
    ent_i_table_text(table, measure->name);
    ent_i_table_text(table, measure->definition);
    ent_i_table_text(table, measure->unit);
    ent_i_table_text(table, measure->range);
    ent_i_table_text(table, measure->undefined);
    ent_i_table_text(table, measure->weights);
    put_networks(table, measure->modes);
    ent_i_table_text(table, measure->ascending ? "smallest" : "largest");
    ent_i_table_text(table, measure->cost);
    put_reference(table, measure->cite);
    put_dois(table, measure->cite);
}

ent_status_t ent_measures_sheet(ent_sheet_t **sheet, const ent_measure_t *const *measures,
                                size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    *sheet = NULL;
    ent_i_table_open(&table, 0, err);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        ent_i_table_column(&table, columns[i], ENT_COLUMN_TEXT);
    for (size_t i = 0; i < count; i++)
        add_measure(&table, measures[i]);
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}

/* Text in which Markdown would see emphasis: between back quotes where it has such letters. */
static void put_item(ent_i_text_t *text, const char *name, const char *value)
{
    bool plain = strpbrk(value, "*_<>[]") == NULL;

    ent_i_text_printf(text, "* %s: %s%s%s\n", name, plain ? "" : "`", value, plain ? "" : "`");
}

/* Each work with its own DOI, and what is said of the convention. */
static void put_works(ent_i_text_t *text, const char *cite)
{
    const char *remark = ent_cite_remark(cite);
    const ent_reference_t *reference;
    size_t i = 0;

    for (; (reference = ent_cite_at(cite, i)) != NULL; i++) {
        ent_blob_t words = {0};

        if (ent_cite_text(&words, reference->key, NULL) == ENT_OK)
            ent_i_text_printf(text, "%s%s", i > 0 ? "; " : "", words.bytes);
        else
            text->failed = true;
        ent_blob_free(&words);
        if (reference->doi[0] != '\0')
            ent_i_text_printf(text, ", <https://doi.org/%s>", reference->doi);
    }
    if (remark[0] != '\0')
        ent_i_text_printf(text, "%s%s", i > 0 ? "; " : "", remark);
}

static void put_section(ent_i_text_t *text, const ent_measure_t *measure)
{
    ent_i_text_printf(text, "%s### %s\n\n", text->size > 0 ? "\n" : "", measure->name);
    put_item(text, "definition", measure->definition);
    put_item(text, "unit", measure->unit);
    put_item(text, "range", measure->range);
    put_item(text, "undefined", measure->undefined);
    put_item(text, "weights", measure->weights);
    ent_i_text_puts(text, "* networks: ");
    list_networks(text, measure->modes);
    ent_i_text_printf(text, "\n* best: %s\n", measure->ascending ? "smallest" : "largest");
    put_item(text, "cost", measure->cost);
    ent_i_text_puts(text, "* reference: ");
    put_works(text, measure->cite);
    ent_i_text_putc(text, '\n');
}

ent_status_t ent_measures_markdown(ent_blob_t *markdown, const ent_measure_t *const *measures,
                                   size_t count, ent_error_t *err)
{
    ent_i_text_t text = {0};

    for (size_t i = 0; i < count; i++)
        put_section(&text, measures[i]);
    return ent_i_text_finish(&text, markdown, err);
}
