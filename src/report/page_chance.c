/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page's comparison with chance: views against rewired networks, ties by attribute against
 * permuted attributes. */
#include <stdlib.h>
#include <string.h>

#include "report/html.h"

enum { GROUPS_SHOWN = 10 };

static void put_chance(ent_i_html_t *page, const ent_chance_t *chance)
{
    ent_i_html_number(page, chance->value);
    ent_i_html_number(page, chance->expected);
    ent_i_html_number(page, chance->z);
    ent_i_html_number(page, chance->p);
}

static void put_chance_heads(ent_i_html_t *page, ent_i_message_t value)
{
    ent_i_html_head(page, value, true);
    ent_i_html_head(page, ENT_MSG_COL_EXPECTED, true);
    ent_i_html_head_text(page, "z", true);
    ent_i_html_head_text(page, "p", true);
    ent_i_html_headed(page);
}

static void put_view(ent_i_html_t *page, const ent_i_viewed_t *view)
{
    const ent_comparison_t *comparison = &view->comparison;

    for (size_t i = 0; i < comparison->count; i++) {
        ent_i_html_row(page);
        ent_i_html_row_head(page, view->name);
        ent_i_html_cell(page, comparison->name[i]);
        put_chance(page, &comparison->chance[i]);
        ent_i_html_row_end(page);
    }
}

static void put_rewired(ent_i_html_t *page)
{
    const ent_i_report_t *report = page->report;
    ent_i_digits_t draws = ent_i_count_text(report->options->measure.draws);
    ent_i_digits_t seed = ent_i_count_text((size_t)report->options->seed);

    ent_i_html_put(page, "<p>");
    ent_i_html_say(page, ENT_MSG_REWIRED_TEXT, draws.text, seed.text,
                   ent_i_count_text(ENT_SWAPS_PER_TIE).text, (char *)NULL);
    ent_i_html_put(page, "</p>\n");
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_REWIRED_CAPTION, draws.text, (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_VIEW, false);
    ent_i_html_head(page, ENT_MSG_COL_MEASURE, false);
    put_chance_heads(page, ENT_MSG_COL_FOUND);
    for (int v = 0; v < ENT_REPORT_VIEWS; v++)
        put_view(page, &report->view[v]);
    ent_i_html_table_end(page);
}

static void put_left_out(ent_i_html_t *page)
{
    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        const ent_i_viewed_t *view = &page->report->view[v];

        if (view->network == NULL || !view->comparison.too_large)
            continue;
        ent_i_html_put(page, "<p>");
        ent_i_html_say(page, ENT_MSG_CHANCE_LEFT_OUT, view->name, (char *)NULL);
        ent_i_html_put(page, "</p>\n");
    }
}

static void put_attribute(ent_i_html_t *page, const ent_i_viewed_t *view,
                          const ent_mixing_t *mixing)
{
    ent_i_html_row(page);
    ent_i_html_row_head(page, view->name);
    ent_i_html_cell(page, mixing->attribute);
    ent_i_html_count(page, mixing->missing);
    ent_i_html_count(page, mixing->internal);
    ent_i_html_count(page, mixing->external);
    put_chance(page, &mixing->ei);
    ent_i_html_row_end(page);
}

static void put_attributes(ent_i_html_t *page)
{
    const ent_i_report_t *report = page->report;

    ent_i_html_put(page, "<p>");
    ent_i_html_say(page, ENT_MSG_MIXING_TEXT, ent_i_count_text(report->options->measure.draws).text,
                   (char *)NULL);
    ent_i_html_put(page, "</p>\n");
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_MIXING_CAPTION, (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_VIEW, false);
    ent_i_html_head(page, ENT_MSG_COL_ATTRIBUTE, false);
    ent_i_html_head(page, ENT_MSG_COL_MISSING, true);
    ent_i_html_head(page, ENT_MSG_COL_WITHIN, true);
    ent_i_html_head(page, ENT_MSG_COL_BETWEEN, true);
    put_chance_heads(page, ENT_MSG_COL_EI);
    for (int v = 0; v < ENT_REPORT_VIEWS; v++)
        for (size_t i = 0; i < report->view[v].mixing_count; i++)
            put_attribute(page, &report->view[v], report->view[v].mixing[i]);
    ent_i_html_table_end(page);
}

/* Most actors first, then in order of value, in which the groups come. */
static int by_size(const void *left, const void *right)
{
    const ent_mixing_group_t *a = *(const ent_mixing_group_t *const *)left;
    const ent_mixing_group_t *b = *(const ent_mixing_group_t *const *)right;

    if (a->actors != b->actors)
        return a->actors < b->actors ? 1 : -1;
    return (a > b) - (a < b);
}

static void put_group(ent_i_html_t *page, const ent_mixing_group_t *group)
{
    ent_i_html_row(page);
    ent_i_html_row_head(page, group->value);
    ent_i_html_count(page, group->actors);
    ent_i_html_count(page, group->internal);
    ent_i_html_count(page, group->external);
    put_chance(page, &group->ei);
    ent_i_html_row_end(page);
}

static ent_status_t put_groups(ent_i_html_t *page, const ent_mixing_t *mixing, ent_error_t *err)
{
    size_t shown = mixing->group_count < GROUPS_SHOWN ? mixing->group_count : GROUPS_SHOWN;
    const ent_mixing_group_t **group = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&group, mixing->group_count, sizeof *group, err));
    for (size_t g = 0; g < mixing->group_count; g++)
        group[g] = &mixing->group[g];
    if (mixing->group_count > 1)
        qsort(group, mixing->group_count, sizeof *group, by_size);
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_MIXING_GROUPS_CAPTION, mixing->attribute, page->report->lead->name,
                   ent_i_count_text(shown).text, ent_i_count_text(mixing->group_count).text,
                   (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_GROUP, false);
    ent_i_html_head(page, ENT_MSG_COL_SIZE, true);
    ent_i_html_head(page, ENT_MSG_COL_WITHIN, true);
    ent_i_html_head(page, ENT_MSG_COL_BETWEEN, true);
    put_chance_heads(page, ENT_MSG_COL_EI);
    for (size_t g = 0; g < shown; g++)
        put_group(page, group[g]);
    ent_i_html_table_end(page);

cleanup:
    free(group);
    return status;
}

/* That of --by, else country, where the view has it. */
static const ent_mixing_t *main_mixing(const ent_i_report_t *report)
{
    const char *by = report->options->measure.by;

    for (size_t i = 0; i < report->lead->mixing_count; i++)
        if (strcmp(report->lead->mixing[i]->attribute, by != NULL ? by : "country") == 0)
            return report->lead->mixing[i];
    return NULL;
}

static bool some_view(const ent_i_report_t *report, bool attributes)
{
    for (int v = 0; v < ENT_REPORT_VIEWS; v++)
        if (attributes ? report->view[v].mixing_count > 0 : report->view[v].comparison.count > 0)
            return true;
    return false;
}

ent_status_t ent_i_html_chance(ent_i_html_t *page, ent_error_t *err)
{
    const ent_mixing_t *mixing = main_mixing(page->report);
    ent_status_t status = ENT_OK;

    ent_i_html_section(page, "chance", ENT_MSG_CHANCE);
    if (some_view(page->report, false))
        put_rewired(page);
    put_left_out(page);
    if (some_view(page->report, true))
        put_attributes(page);
    if (mixing != NULL)
        ENT_TRY(put_groups(page, mixing, err));
    ent_i_html_section_end(page);

cleanup:
    return status;
}
