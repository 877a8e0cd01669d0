/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A profile for a person to read. */
#include "answer/profile_text.h"

#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "report/tables.h"

/* Names in one list that a person reads; JSON has all. */
enum { MOST_NAMES = 40 };

static const char *or_empty(const ent_i_text_t *text)
{
    return text->bytes != NULL ? text->bytes : "";
}

void ent_i_profile_heading(ent_i_prose_t *prose, ent_i_message_t message, ...)
{
    ent_i_text_t text = {0};
    ent_i_text_t shown = {0};
    va_list arguments;
    size_t columns;

    va_start(arguments, message);
    ent_i_message_put_arguments(&text, prose->language, message, arguments);
    va_end(arguments);
    ent_i_text_shown(&shown, or_empty(&text), text.size, 0);
    columns = shown.bytes != NULL ? ent_i_columns(shown.bytes) : 0;
    prose->text.failed = prose->text.failed || shown.failed;
    ent_i_text_free(&shown);
    ent_i_prose_blank(prose);
    ent_i_prose_take(prose, 0, &text);
    for (size_t i = 0; i < columns && i < ENT_PROSE_COLUMNS; i++)
        ent_i_text_putc(&prose->text, '-');
    ent_i_text_putc(&prose->text, '\n');
}

/* "city, KR, Asia and the Pacific, 36.4556, 127.1247; id gongju". */
static void put_what(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    const ent_actor_t *actor = profile->of;
    ent_i_text_t text = {0};

    ent_i_message_put(&text, prose->language,
                      (ent_i_message_t)((int)ENT_MSG_PROFILE_CITY + (int)actor->kind),
                      (char *)NULL);
    if (actor->country[0] != '\0')
        ent_i_text_printf(&text, ", %s", actor->country);
    if (actor->region[0] != '\0')
        ent_i_text_printf(&text, ", %s", actor->region);
    if (!isnan(actor->latitude) && !isnan(actor->longitude))
        ent_i_text_printf(&text, ", %s, %s", ent_i_number_text(actor->latitude, 8).text,
                          ent_i_number_text(actor->longitude, 8).text);
    ent_i_prose_join(prose, &text, ENT_MSG_PROFILE_ID, actor->id, (char *)NULL);
    ent_i_prose_take(prose, 2, &text);
}

static void put_columns(ent_i_prose_t *prose, const ent_profile_t *profile, bool names)
{
    const ent_dataset_t *dataset = profile->report.dataset;
    ent_i_text_t text = {0};

    for (size_t i = 0; i < ent_dataset_attribute_count(dataset); i++) {
        const char *column = ent_dataset_attribute_name(dataset, i);
        const char *value = ent_dataset_attribute(dataset, profile->actor, column);

        if ((strncmp(column, "name_", 5) == 0) != names || value == NULL || value[0] == '\0')
            continue;
        ent_i_text_puts(&text, text.size > 0 ? "; " : "");
        ent_i_text_printf(&text, names ? "%s (%s)" : "%s: %s", names ? value : column,
                          names ? column + 5 : value);
    }
    prose->text.failed = prose->text.failed || text.failed;
    if (text.size > 0)
        ent_i_prose_say(prose, 2, names ? ENT_MSG_PROFILE_NAMES : ENT_MSG_PROFILE_ATTRIBUTES,
                        or_empty(&text), (char *)NULL);
    ent_i_text_free(&text);
}

static void put_aliases(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    ent_i_text_t text = {0};

    for (size_t i = 0; i < profile->alias_count; i++) {
        ent_i_text_puts(&text, i > 0 ? "; " : "");
        ent_i_text_puts(&text, profile->alias[i].text);
    }
    prose->text.failed = prose->text.failed || text.failed;
    if (text.size > 0)
        ent_i_prose_say(prose, 2, ENT_MSG_PROFILE_ALIASES, or_empty(&text), (char *)NULL);
    ent_i_text_free(&text);
}

static void put_who(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    const ent_dataset_t *dataset = profile->report.dataset;
    const ent_actor_t *actor = profile->of;
    ent_i_text_t text = {0};

    ent_i_prose_put(prose, 0, ent_i_report_actor_name(&profile->report, profile->actor));
    put_what(prose, profile);
    if (strcmp(ent_i_report_actor_name(&profile->report, profile->actor), actor->name) != 0)
        ent_i_prose_say(prose, 2, ENT_MSG_PROFILE_NAME, actor->name, (char *)NULL);
    put_columns(prose, profile, true);
    put_aliases(prose, profile);
    put_columns(prose, profile, false);
    if (actor->table == ENT_NONE) {
        ent_i_prose_say(prose, 2, ENT_MSG_PROFILE_UNDESCRIBED, (char *)NULL);
    } else {
        ent_i_text_printf(&text, "%s:%lu", ent_dataset_table(dataset, actor->table)->file,
                          (unsigned long)actor->line);
        ent_i_prose_cite(prose, &text, actor->source);
        ent_i_prose_say(prose, 2, ENT_MSG_PROFILE_DESCRIBED, or_empty(&text), (char *)NULL);
        prose->text.failed = prose->text.failed || text.failed;
        ent_i_text_free(&text);
    }
    ent_i_prose_blank(prose);
    if (profile->report.as_of[0] != '\0')
        ent_i_prose_say(prose, 0, ENT_MSG_AS_OF, profile->report.as_of, (char *)NULL);
    else
        ent_i_prose_say(prose, 0, ENT_MSG_UNDATED, (char *)NULL);
    if (profile->report.rejected > 0)
        ent_i_prose_say(prose, 0, ENT_MSG_PROFILE_REJECTED,
                        ent_i_count_text(profile->report.rejected).text, (char *)NULL);
}

/* Its own in networks; of a network, those that its members hold in it. */
static void put_offices(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    bool any = false;

    for (size_t i = 0; i < profile->tie_count; i++) {
        const ent_record_t *record =
            ent_dataset_record(profile->report.dataset, profile->tie[i].record);
        ent_i_text_t text = {0};

        if (!ent_i_is_office(record) || !ent_i_profile_counts(&profile->tie[i]))
            continue;
        if (!any)
            ent_i_profile_heading(prose, ENT_MSG_PROFILE_OFFICES, (char *)NULL);
        any = true;
        ent_i_text_printf(
            &text, "%s: %s", record->role,
            ent_i_told_name(&profile->told, record->party[record->party[0] == profile->actor]));
        ent_i_prose_take(prose, 2, &text);
    }
}

/* The longest name of the measures: "betweenness_two_mode" is the longest of the defaults. */
static size_t name_columns(const ent_profile_t *profile)
{
    size_t columns = 0;

    for (size_t i = 0; i < ENT_PROFILE_VIEWS; i++) {
        for (size_t r = 0; r < profile->view[i].rank_count; r++) {
            size_t length = strlen(profile->view[i].rank[r].measure->name);

            columns = length > columns ? length : columns;
        }
    }
    return columns;
}

static void put_rank(ent_i_prose_t *prose, const ent_i_profile_rank_t *rank, size_t columns)
{
    enum { VALUE_COLUMNS = 12 };
    ent_i_digits_t place = ent_i_number_text(rank->rank, 9);
    ent_i_digits_t of = ent_i_count_text(rank->of);
    ent_i_digits_t sharing = ent_i_count_text(rank->sharing - (rank->sharing > 0));

    ent_i_text_printf(&prose->text, "  %-*s %*s  ", (int)columns, rank->measure->name,
                      VALUE_COLUMNS,
                      isnan(rank->value) ? "-" : ent_i_number_text(rank->value, 6).text);
    if (isnan(rank->rank))
        ent_i_message_put(&prose->text, prose->language, ENT_MSG_PROFILE_UNRANKED, (char *)NULL);
    else
        ent_i_message_put(&prose->text, prose->language,
                          rank->sharing > 1 ? ENT_MSG_PROFILE_RANK_SHARED : ENT_MSG_PROFILE_RANK,
                          place.text, of.text, sharing.text, (char *)NULL);
    ent_i_text_putc(&prose->text, '\n');
}

static void put_ranks(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    size_t columns = name_columns(profile);

    for (size_t i = 0; i < ENT_PROFILE_VIEWS; i++) {
        const ent_i_profile_view_t *view = &profile->view[i];
        const ent_network_t *network = view->viewed.network;

        if (network == NULL)
            continue;
        ent_i_profile_heading(prose, ENT_MSG_PROFILE_RANKS, ent_view_name(view->kind),
                              ent_i_count_text(ent_network_actor_count(network)).text,
                              ent_i_count_text(ent_network_tie_count(network)).text, (char *)NULL);
        for (size_t r = 0; r < view->rank_count; r++)
            put_rank(prose, &view->rank[r], columns);
    }
}

/* Names with "; " between, as many as a person reads. */
typedef struct names {
    ent_i_text_t text;
    size_t count;
} names_t;

static void add_name(names_t *names, const char *name, double weight)
{
    if (names->count++ >= MOST_NAMES)
        return;
    ent_i_text_puts(&names->text, names->count > 1 ? "; " : "");
    ent_i_text_puts(&names->text, name);
    if (weight > 1 || weight < 1)
        ent_i_text_printf(&names->text, " (%s)", ent_i_number_text(weight, 6).text);
}

static void take_names(ent_i_prose_t *prose, names_t *names)
{
    ent_i_prose_take(prose, 2, &names->text);
    if (names->count > MOST_NAMES)
        ent_i_prose_say(prose, 2, ENT_MSG_PROFILE_MORE,
                        ent_i_count_text(names->count - MOST_NAMES).text, (char *)NULL);
}

static const char *near_name(const ent_profile_t *profile, ent_id_t vertex)
{
    ent_id_t actor = ent_network_actor(profile->near->viewed.network, vertex);

    return actor != ENT_NONE ? ent_i_told_name(&profile->told, actor)
                             : ent_network_vertex_name(profile->near->viewed.network, vertex);
}

static void put_neighbours(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    names_t names = {0};

    ent_i_profile_heading(prose, ENT_MSG_PROFILE_NEIGHBOURS,
                          ent_i_count_text(profile->neighbour_count).text,
                          ent_view_name(profile->near->kind), (char *)NULL);
    for (size_t i = 0; i < profile->neighbour_count; i++)
        add_name(&names, near_name(profile, profile->neighbour[i].vertex),
                 profile->neighbour[i].weight);
    take_names(prose, &names);
}

static void put_group(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    const ent_i_profile_view_t *near = profile->near;
    const ent_groups_t *groups = near->viewed.groups;
    names_t names = {0};
    size_t own;

    if (groups == NULL)
        return;
    own = (size_t)groups->of[near->vertex];
    if (groups->size[own] < 2) {
        ent_i_profile_heading(prose, ENT_MSG_PROFILE_GROUP_ALONE, ent_view_name(near->kind),
                              (char *)NULL);
        return;
    }
    ent_i_profile_heading(prose, ENT_MSG_PROFILE_GROUP, ent_i_count_text(own + 1).text,
                          ent_i_count_text(groups->size[own]).text, ent_view_name(near->kind),
                          (char *)NULL);
    if (!isnan(groups->stability[near->vertex]))
        ent_i_prose_say(prose, 2, ENT_MSG_PROFILE_STABILITY,
                        ent_i_percent_text(groups->stability[near->vertex]).text,
                        ent_i_count_text(groups->runs).text,
                        ent_i_percent_text(groups->group_stability[own]).text,
                        ent_group_method_name(groups->method), (char *)NULL);
    for (size_t v = 0; v < groups->actor_count; v++) {
        if ((size_t)groups->of[v] == own && (ent_id_t)v != near->vertex)
            add_name(&names, near_name(profile, (ent_id_t)v), 1);
    }
    take_names(prose, &names);
}

ent_status_t ent_profile_text(const ent_profile_t *profile, ent_blob_t *blob, ent_error_t *err)
{
    ent_status_t status;
    ent_i_prose_t prose = {.language = profile->report.language};

    put_who(&prose, profile);
    put_offices(&prose, profile);
    ent_i_profile_put_ties(&prose, profile);
    put_ranks(&prose, profile);
    put_neighbours(&prose, profile);
    put_group(&prose, profile);
    ent_i_profile_put_disputes(&prose, profile);
    ent_i_profile_put_sources(&prose, profile->report.dataset);
    status = ent_i_text_finish(&prose.text, blob, err);
    ent_i_prose_free(&prose);
    return status;
}
