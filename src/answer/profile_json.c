/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A profile as one JSON object. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answer/profile_i.h"
#include "base/date.h"
#include "base/unicode.h"
#include "document/json.h"
#include "report/tables.h"

/* A document being filled, and what it is of. */
typedef struct writer {
    ent_i_json_t json;
    const ent_profile_t *profile;
    const ent_dataset_t *dataset;
} writer_t;

static void put_taken(writer_t *writer, json_t *target, const char *key, ent_i_text_t *text)
{
    if (text->failed)
        writer->json.failed = true;
    else
        ent_i_json_text(&writer->json, target, key, text->bytes != NULL ? text->bytes : "");
    ent_i_text_free(text);
}

static void put_row(writer_t *writer, json_t *target, const char *key, size_t row)
{
    ent_i_text_t text = {0};

    ent_i_row_put(&text, writer->dataset, row);
    put_taken(writer, target, key, &text);
}

static void put_source(writer_t *writer, json_t *list, const char *id, size_t size)
{
    const ent_source_t *source = ent_i_source_find(writer->dataset, id, size);
    json_t *object = ent_i_json_object(&writer->json, list, NULL);
    ent_i_text_t text = {0};

    ent_i_text_add(&text, id, size);
    put_taken(writer, object, "id", &text);
    if (source == NULL)
        return;
    ent_i_json_text(&writer->json, object, "title", source->title);
    ent_i_json_text(&writer->json, object, "publisher", source->publisher);
    ent_i_json_text(&writer->json, object, "date", source->date);
    ent_i_json_text(&writer->json, object, "url", source->url);
}

static void put_sources(writer_t *writer, json_t *target, const char *sources)
{
    json_t *list = ent_i_json_array(&writer->json, target, "sources");
    const char *id;
    size_t size;

    while (ent_i_list_next(&sources, &id, &size))
        put_source(writer, list, id, size);
}

/* id and name of an actor of the data set, into an object. */
static void put_named(writer_t *writer, json_t *object, ent_id_t actor)
{
    ent_i_json_text(&writer->json, object, "id", ent_dataset_actor(writer->dataset, actor)->id);
    ent_i_json_text(&writer->json, object, "name",
                    ent_i_report_actor_name(&writer->profile->report, actor));
}

static bool is_name_column(const char *column)
{
    return strncmp(column, "name_", 5) == 0 && column[5] != '\0';
}

static void put_attributes(writer_t *writer, json_t *target)
{
    json_t *names = ent_i_json_object(&writer->json, target, "names");
    json_t *others;

    for (int pass = 0; pass < 2; pass++) {
        others = pass == 0 ? names : ent_i_json_object(&writer->json, target, "attributes");
        for (size_t i = 0; i < ent_dataset_attribute_count(writer->dataset); i++) {
            const char *column = ent_dataset_attribute_name(writer->dataset, i);
            const char *value =
                ent_dataset_attribute(writer->dataset, writer->profile->actor, column);

            if (is_name_column(column) == (pass == 0) && value != NULL && value[0] != '\0')
                ent_i_json_text(&writer->json, others, pass == 0 ? column + 5 : column, value);
        }
    }
}

static void put_actor(writer_t *writer)
{
    ent_i_json_t *json = &writer->json;
    const ent_profile_t *profile = writer->profile;
    const ent_actor_t *actor = profile->of;
    json_t *object = ent_i_json_object(json, json->root, "actor");
    json_t *list;

    ent_i_json_text(json, object, "id", actor->id);
    ent_i_json_text(json, object, "name", actor->name);
    ent_i_json_text(json, object, "kind", ent_kind_name(actor->kind));
    ent_i_json_text(json, object, "country", actor->country);
    ent_i_json_text(json, object, "region", actor->region);
    ent_i_json_number(json, object, "latitude", actor->latitude);
    ent_i_json_number(json, object, "longitude", actor->longitude);
    put_attributes(writer, object);
    list = ent_i_json_array(json, object, "aliases");
    for (size_t i = 0; i < profile->alias_count; i++) {
        json_t *alias = ent_i_json_object(json, list, NULL);

        ent_i_json_text(json, alias, "alias", profile->alias[i].text);
        put_row(writer, alias, "row", profile->alias[i].row);
    }
    if (actor->table != ENT_NONE) {
        ent_i_text_t text = {0};

        ent_i_text_printf(&text, "%s:%lu", ent_dataset_table(writer->dataset, actor->table)->file,
                          (unsigned long)actor->line);
        put_taken(writer, object, "row", &text);
    } else {
        ent_i_json_null(json, object, "row");
    }
    put_sources(writer, object, actor->source);
}

/* The last day that a tie is in force at its widest; null when it has no end. */
static void put_last_day(writer_t *writer, json_t *object, const ent_record_t *record)
{
    char day[11];

    if (!record->end.known || record->end.last == INT32_MAX) {
        ent_i_json_null(&writer->json, object, "last_day");
        return;
    }
    ent_i_day_format(record->end.last, day);
    ent_i_json_text(&writer->json, object, "last_day", day);
}

static void put_parties(writer_t *writer, json_t *object, const ent_record_t *record)
{
    json_t *list = ent_i_json_array(&writer->json, object, "parties");

    for (size_t i = 0; i < record->party_count; i++)
        put_named(writer, ent_i_json_object(&writer->json, list, NULL), record->party[i]);
}

static void put_rows(writer_t *writer, json_t *object, const ent_record_t *record)
{
    json_t *list = ent_i_json_array(&writer->json, object, "rows");
    size_t *row = ent_i_rows_sorted(record);

    writer->json.failed |= row == NULL;
    for (size_t i = 0; row != NULL && i < record->row_count; i++)
        put_row(writer, list, NULL, row[i]);
    free(row);
}

static void put_tie(writer_t *writer, json_t *list, const ent_i_profile_tie_t *tie)
{
    ent_i_json_t *json = &writer->json;
    const ent_record_t *record = ent_dataset_record(writer->dataset, tie->record);
    json_t *object = ent_i_json_object(json, list, NULL);
    bool agreement = record->kind == ENT_TIE_AGREEMENT;

    ent_i_json_text(json, object, "kind", ent_tie_kind_name(record->kind));
    ent_i_json_text(json, object, "id", record->id);
    put_parties(writer, object, record);
    ent_i_json_text(json, object, agreement ? "type" : "role",
                    agreement ? record->type : record->role);
    ent_i_json_text(json, object, "status", ent_tie_status_name(record->status));
    ent_i_json_bool(json, object, "counts", ent_i_profile_counts(tie));
    ent_i_json_text(json, object, "why", ent_i_why_counts(tie->count, record));
    ent_i_json_text(json, object, "signed", record->signed_text);
    ent_i_json_text(json, object, "from", record->from_text);
    ent_i_json_text(json, object, "to", record->to_text);
    if (record->kind == ENT_TIE_ATTENDANCE) {
        ent_i_json_text(json, object, "event_start", ent_i_visit(writer->dataset, record).start);
        ent_i_json_text(json, object, "event_end", ent_i_visit(writer->dataset, record).end);
    }
    ent_i_json_number(json, object, "term_months",
                      record->term_months > 0 ? record->term_months : (double)NAN);
    put_last_day(writer, object, record);
    if (agreement) {
        ent_i_json_text(json, object, "signed_by", record->signed_by);
        ent_i_json_text(json, object, "on_behalf_of", record->on_behalf_of);
        ent_i_json_text(json, object, "event", record->event);
        ent_i_json_text(json, object, "topics", record->topics);
        ent_i_json_text(json, object, "reported_by", record->reported_by);
    }
    ent_i_json_number(json, object, "weight", record->weight);
    ent_i_json_number(json, object, "confidence", record->confidence);
    ent_i_json_bool(json, object, "directed", record->directed);
    ent_i_json_text(json, object, "note", record->note);
    put_rows(writer, object, record);
    put_sources(writer, object, record->source);
}

static void put_ties(writer_t *writer)
{
    static const char *const keys[ENT_TIE_KIND_COUNT] = {[ENT_TIE_MEMBERSHIP] = "memberships",
                                                         [ENT_TIE_AGREEMENT] = "agreements",
                                                         [ENT_TIE_ATTENDANCE] = "attendance",
                                                         [ENT_TIE_EDGE] = "edges"};
    const ent_profile_t *profile = writer->profile;
    json_t *ties = ent_i_json_object(&writer->json, writer->json.root, "ties");
    json_t *list;

    for (int kind = 0; kind < ENT_TIE_KIND_COUNT; kind++) {
        list = ent_i_json_array(&writer->json, ties, keys[kind]);
        for (size_t i = 0; i < profile->tie_count; i++) {
            const ent_i_profile_tie_t *tie = &profile->tie[i];

            if (!tie->named && (int)ent_dataset_record(writer->dataset, tie->record)->kind == kind)
                put_tie(writer, list, tie);
        }
    }
    list = ent_i_json_array(&writer->json, writer->json.root, "named_in");
    for (size_t i = 0; i < profile->tie_count; i++) {
        if (profile->tie[i].named)
            put_tie(writer, list, &profile->tie[i]);
    }
}

static void put_offices(writer_t *writer)
{
    json_t *list = ent_i_json_array(&writer->json, writer->json.root, "offices");

    for (size_t i = 0; i < writer->profile->tie_count; i++) {
        const ent_i_profile_tie_t *tie = &writer->profile->tie[i];
        const ent_record_t *record = ent_dataset_record(writer->dataset, tie->record);
        json_t *object;

        if (!ent_i_is_office(record))
            continue;
        object = ent_i_json_object(&writer->json, list, NULL);
        ent_i_json_text(&writer->json, object, "role", record->role);
        ent_i_json_text(&writer->json, object, "member",
                        ent_dataset_actor(writer->dataset, record->party[0])->id);
        ent_i_json_text(&writer->json, object, "network",
                        ent_dataset_actor(writer->dataset, record->party[1])->id);
        ent_i_json_bool(&writer->json, object, "counts", ent_i_profile_counts(tie));
        put_rows(writer, object, record);
    }
}

static void put_view(writer_t *writer, json_t *views, const ent_i_profile_view_t *view)
{
    ent_i_json_t *json = &writer->json;
    json_t *object = ent_i_json_object(json, views, ent_view_name(view->kind));
    json_t *ranks;

    ent_i_json_size(json, object, "actors", ent_network_actor_count(view->viewed.network));
    ent_i_json_size(json, object, "ties", ent_network_tie_count(view->viewed.network));
    ranks = ent_i_json_object(json, object, "ranks");
    for (size_t i = 0; i < view->rank_count; i++) {
        const ent_i_profile_rank_t *rank = &view->rank[i];
        json_t *place = ent_i_json_object(json, ranks, rank->measure->name);

        ent_i_json_number(json, place, "value", rank->value);
        ent_i_json_number(json, place, "rank", rank->rank);
        ent_i_json_size(json, place, "of", rank->of);
        ent_i_json_size(json, place, "sharing", rank->sharing);
    }
}

static void put_vertex(writer_t *writer, json_t *object, const ent_network_t *network,
                       ent_id_t vertex)
{
    ent_id_t actor = ent_network_actor(network, vertex);

    if (actor != ENT_NONE) {
        put_named(writer, object, actor);
        return;
    }
    ent_i_json_text(&writer->json, object, "id", ent_network_vertex_id(network, vertex));
    ent_i_json_text(&writer->json, object, "name", ent_network_vertex_name(network, vertex));
}

static void put_neighbours(writer_t *writer)
{
    ent_i_json_t *json = &writer->json;
    const ent_profile_t *profile = writer->profile;
    const ent_network_t *network = profile->near->viewed.network;
    json_t *list;

    ent_i_json_text(json, json->root, "neighbours_view", ent_view_name(profile->near->kind));
    list = ent_i_json_array(json, json->root, "neighbours");
    for (size_t i = 0; i < profile->neighbour_count; i++) {
        const ent_i_profile_neighbour_t *neighbour = &profile->neighbour[i];
        json_t *object = ent_i_json_object(json, list, NULL);
        json_t *kinds;

        put_vertex(writer, object, network, neighbour->vertex);
        ent_i_json_text(json, object, "kind",
                        ent_kind_name(ent_network_vertex_kind(network, neighbour->vertex)));
        ent_i_json_number(json, object, "weight", neighbour->weight);
        kinds = ent_i_json_array(json, object, "by");
        for (int kind = 0; kind < ENT_TIE_KIND_COUNT; kind++) {
            if ((neighbour->kinds >> kind & 1U) != 0)
                ent_i_json_text(json, kinds, NULL, ent_tie_kind_name((ent_tie_kind_t)kind));
        }
    }
}

static void put_group(writer_t *writer)
{
    ent_i_json_t *json = &writer->json;
    const ent_i_profile_view_t *near = writer->profile->near;
    const ent_groups_t *groups = near->viewed.groups;
    json_t *object;
    json_t *list;
    size_t own;

    if (groups == NULL) {
        ent_i_json_null(json, json->root, "group");
        return;
    }
    own = (size_t)groups->of[near->vertex];
    object = ent_i_json_object(json, json->root, "group");
    ent_i_json_text(json, object, "view", ent_view_name(near->kind));
    ent_i_json_text(json, object, "method", ent_group_method_name(groups->method));
    ent_i_json_size(json, object, "runs", groups->runs);
    ent_i_json_size(json, object, "group", own + 1);
    ent_i_json_size(json, object, "size", groups->size[own]);
    ent_i_json_number(json, object, "stability", groups->group_stability[own]);
    ent_i_json_number(json, object, "stability_of_actor", groups->stability[near->vertex]);
    list = ent_i_json_array(json, object, "members");
    for (size_t v = 0; v < groups->actor_count; v++) {
        if ((size_t)groups->of[v] == own)
            put_vertex(writer, ent_i_json_object(json, list, NULL), near->viewed.network,
                       (ent_id_t)v);
    }
}

static void put_claim(writer_t *writer, json_t *list, const ent_claim_t *claim)
{
    ent_i_json_t *json = &writer->json;
    json_t *object = ent_i_json_object(json, list, NULL);

    ent_i_json_text(json, object, "value", claim->value);
    ent_i_json_text(json, object, "as_of", claim->as_of_text);
    ent_i_json_text(json, object, "note", claim->note);
    put_row(writer, object, "row", claim->row);
    put_sources(writer, object, claim->source);
}

static void put_disputes(writer_t *writer)
{
    ent_i_json_t *json = &writer->json;
    const ent_profile_t *profile = writer->profile;
    json_t *list = ent_i_json_array(json, json->root, "contradictions");

    for (size_t i = 0; i < profile->dispute_count; i++) {
        const ent_contradiction_t *of =
            ent_dataset_contradiction(writer->dataset, profile->dispute[i].contradiction);
        const char *name = ent_i_report_subject(&profile->report, of->subject);
        json_t *object = ent_i_json_object(json, list, NULL);
        json_t *claims;

        json->failed |= name == NULL;
        ent_i_json_text(json, object, "about", ent_i_nearness_name(profile->dispute[i].near));
        ent_i_json_text(json, object, "subject", of->subject);
        ent_i_json_text(json, object, "subject_name", name != NULL ? name : "");
        ent_i_json_text(json, object, "property", of->property);
        claims = ent_i_json_array(json, object, "claims");
        for (size_t c = 0; c < of->claim_count; c++)
            put_claim(writer, claims, ent_dataset_claim(writer->dataset, of->claim[c]));
    }
}

ent_status_t ent_profile_json(const ent_profile_t *profile, ent_blob_t *blob, ent_error_t *err)
{
    writer_t writer = {.profile = profile, .dataset = profile->report.dataset};
    ent_i_json_t *json = &writer.json;
    json_t *views;

    ent_i_json_open(json);
    ent_i_json_text(json, json->root, "schema", "entente/profile/1");
    if (profile->report.as_of[0] != '\0')
        ent_i_json_text(json, json->root, "as_of", profile->report.as_of);
    else
        ent_i_json_null(json, json->root, "as_of");
    ent_i_json_size(json, json->root, "rejected_rows", profile->report.rejected);
    put_actor(&writer);
    put_ties(&writer);
    put_offices(&writer);
    views = ent_i_json_object(json, json->root, "views");
    for (size_t i = 0; i < ENT_PROFILE_VIEWS; i++) {
        if (profile->view[i].viewed.network != NULL)
            put_view(&writer, views, &profile->view[i]);
    }
    put_neighbours(&writer);
    put_group(&writer);
    put_disputes(&writer);
    return ent_i_json_finish(json, blob, err);
}
