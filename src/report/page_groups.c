/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page's groups: a row a group of two or more, its members by their degree. */
#include <stdlib.h>

#include "document/rank.h"
#include "report/html.h"

enum { GROUPS_SHOWN = 15, NAMES_SHOWN = 12 };

/* The names of one group's members, those with most neighbours first. */
static size_t name_members(const char **name, const ent_i_html_t *page, const ent_i_viewed_t *view,
                           const ent_i_place_t *place, size_t group)
{
    size_t count = 0;

    for (size_t i = 0; i < view->groups->actor_count; i++) {
        if ((size_t)view->groups->of[place[i].vertex] == group)
            name[count++] = ent_i_report_name(page->report, view, place[i].vertex);
    }
    return count;
}

static void put_group(ent_i_html_t *page, const ent_groups_t *groups, size_t group,
                      const char *const *name, size_t count)
{
    ent_i_text_t list = {0};

    ent_i_message_put_list(&list, page->report->language, name, count, NAMES_SHOWN);
    ent_i_html_row(page);
    ent_i_text_printf(&page->text, "<th scope=\"row\" class=\"n\">%zu</th>", group + 1);
    ent_i_html_count(page, groups->size[group]);
    ent_i_html_number(page, groups->group_stability[group]);
    ent_i_html_cell(page, list.bytes != NULL ? list.bytes : "");
    ent_i_html_row_end(page);
    page->text.failed = page->text.failed || list.failed;
    ent_i_text_free(&list);
}

static void put_heads(ent_i_html_t *page, const ent_i_viewed_t *view)
{
    ent_i_html_table(page);
    ent_i_html_say(page, ENT_MSG_GROUPS_CAPTION, view->name, (char *)NULL);
    ent_i_html_captioned(page);
    ent_i_html_head(page, ENT_MSG_COL_GROUP, true);
    ent_i_html_head(page, ENT_MSG_COL_SIZE, true);
    ent_i_html_head(page, ENT_MSG_COL_STABILITY, true);
    ent_i_html_head(page, ENT_MSG_COL_MEMBERS, false);
    ent_i_html_headed(page);
}

static ent_status_t put_groups(ent_i_html_t *page, const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_groups_t *groups = view->groups;
    ent_i_place_t *place = NULL;
    const char **name = NULL;

    ENT_TRY(ent_i_alloc(&place, groups->actor_count, sizeof *place, err));
    ENT_TRY(ent_i_alloc(&name, groups->actor_count, sizeof *name, err));
    ent_i_rank(place, ent_i_viewed_values(view, "degree"), groups->actor_count, false);
    put_heads(page, view);
    for (size_t g = 0; g < groups->count && g < GROUPS_SHOWN && groups->size[g] > 1; g++)
        put_group(page, groups, g, name, name_members(name, page, view, place, g));
    ent_i_html_table_end(page);

cleanup:
    free(place);
    free(name);
    return status;
}

/* One sentence a pattern: how many, how well it fits, whether that is proven, how
 * many do as well, who. */
static void say_core(ent_i_html_t *page, const ent_i_viewed_t *view, const ent_core_t *core,
                     const ent_i_place_t *place, const char **name)
{
    ent_i_text_t list = {0};
    size_t count = 0;

    if (core->optima == 0)
        return;
    for (size_t i = 0; i < core->actor_count; i++) {
        if (core->in[place[i].vertex])
            name[count++] = ent_i_report_name(page->report, view, place[i].vertex);
    }
    ent_i_message_put_list(&list, page->report->language, name, count, NAMES_SHOWN);
    ent_i_html_put(page, "<p>");
    ent_i_html_say(
        page, core->exact ? ENT_MSG_CORE_EXACT : ENT_MSG_CORE_TRIED,
        ent_core_pattern_name(core->pattern), ent_i_count_text(core->size).text,
        ent_i_count_text(core->actor_count).text, ent_i_number_text(core->correlation, 3).text,
        list.bytes != NULL ? list.bytes : "", ent_i_count_text(core->optima).text, (char *)NULL);
    ent_i_html_put(page, "</p>\n");
    page->text.failed = page->text.failed || list.failed;
    ent_i_text_free(&list);
}

static ent_status_t put_cores(ent_i_html_t *page, const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = view->core[0]->actor_count;
    ent_i_place_t *place = NULL;
    const char **name = NULL;

    ENT_TRY(ent_i_alloc(&place, actors, sizeof *place, err));
    ENT_TRY(ent_i_alloc(&name, actors, sizeof *name, err));
    ent_i_rank(place, ent_i_viewed_values(view, "degree"), actors, false);
    ent_i_html_element(page, "p", ENT_MSG_CORE_TEXT);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        say_core(page, view, view->core[p], place, name);

cleanup:
    free(place);
    free(name);
    return status;
}

ent_status_t ent_i_html_groups(ent_i_html_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = page->report->lead;

    ent_i_html_section(page, "groups", ENT_MSG_GROUPS_HEADING);
    if (ent_network_tie_count(view->network) == 0)
        ent_i_html_element(page, "p", ENT_MSG_NO_GROUPS);
    else if (view->groups != NULL)
        ENT_TRY(put_groups(page, view, err));
    if (view->groups != NULL && view->groups->proven)
        ent_i_html_element(page, "p", ENT_MSG_GROUPS_PROVEN);
    if (view->core[0] != NULL && view->core[0]->optima > 0)
        ENT_TRY(put_cores(page, view, err));
    ent_i_html_section_end(page);

cleanup:
    return status;
}
