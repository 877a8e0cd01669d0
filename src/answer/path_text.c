/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ways between two actors, or what would join them, as sentences for a person. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answer/path_i.h"
#include "base/unicode.h"
#include "document/prose.h"
#include "report/tables.h"

enum { MEMBERS_SHOWN = 12, JOINS_SHOWN = 10 };

/* The text, the paragraph that is being written, and in which way a record was told first (+ 1). */
typedef struct page {
    const ent_path_t *path;
    const char *language;
    ent_i_prose_t prose;
    ent_i_text_t line;
    size_t *told;
    size_t way;
    ent_id_t from; /* actors of the step's ends */
    ent_id_t to;
} page_t;

/* Ends the line behind so many blanks, wrapped; an empty one is a blank line. */
static void end_line(page_t *page, size_t indent)
{
    if (page->line.size == 0 && !page->line.failed)
        ent_i_prose_blank(&page->prose);
    else
        ent_i_prose_take(&page->prose, indent, &page->line);
    page->line = (ent_i_text_t){0};
}

static const char *name(const page_t *page, ent_id_t vertex)
{
    return ent_i_path_name(page->path, vertex);
}

static ent_i_digits_t number(double value)
{
    return ent_i_number_text(value, 12);
}

static void put_count(ent_i_text_t *text, const page_t *page)
{
    if (page->path->ways.count <= ENT_WAYS_MOST)
        ent_i_text_puts(text, ent_i_count_text(page->path->ways.count).text);
    else
        ent_i_message_put(text, page->language, ENT_MSG_PATH_MANY,
                          ent_i_count_text(ENT_WAYS_MOST).text, (char *)NULL);
}

static void put_head(page_t *page)
{
    const ent_path_t *path = page->path;
    bool directed = ent_network_is_directed(path->network);
    ent_i_text_t count = {0};
    ent_i_text_t how = {0};

    put_count(&count, page);
    ent_i_message_put(&how, page->language,
                      path->options.weight == ENT_WEIGHT_STRENGTH ? ENT_MSG_PATH_BY_STRENGTH
                                                                  : ENT_MSG_PATH_BY_DISTANCE,
                      (char *)NULL);
    page->line.failed = page->line.failed || count.failed || how.failed;
    if (!path->ways.found)
        ent_i_message_put(&page->line, page->language,
                          directed ? ENT_MSG_PATH_NONE_DIRECTED : ENT_MSG_PATH_NONE,
                          name(page, path->a), name(page, path->b), (char *)NULL);
    else if (!page->line.failed && path->options.weighted)
        ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_HEAD_WEIGHTED,
                          name(page, path->a), name(page, path->b), count.bytes,
                          number(path->ways.length).text, how.bytes, (char *)NULL);
    else if (!page->line.failed)
        ent_i_message_put(&page->line, page->language,
                          directed ? ENT_MSG_PATH_HEAD_DIRECTED : ENT_MSG_PATH_HEAD,
                          name(page, path->a), name(page, path->b), count.bytes,
                          number(path->ways.length).text, (char *)NULL);
    end_line(page, 0);
    ent_i_text_free(&count);
    ent_i_text_free(&how);
}

/* What the network is that was searched. */
static void put_basis(page_t *page)
{
    const ent_network_options_t *options = ent_network_options(page->path->network);
    char day[11];

    ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_VIEW, ent_view_name(options->view),
                      (char *)NULL);
    ent_i_text_putc(&page->line, ' ');
    ent_day_format(options->selection.as_of, day);
    ent_i_message_put(&page->line, page->language,
                      options->selection.dated ? ENT_MSG_AS_OF : ENT_MSG_UNDATED,
                      options->selection.dated ? day : NULL, (char *)NULL);
    ent_i_text_putc(&page->line, '.');
    for (size_t i = 0; i < options->without_count; i++) {
        ent_i_text_putc(&page->line, ' ');
        ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_LEFT_OUT,
                          ent_i_path_actor_name(page->path, options->without[i]), (char *)NULL);
    }
    if (options->where != NULL) {
        ent_i_text_putc(&page->line, ' ');
        ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_WHERE, options->where,
                          (char *)NULL);
    }
    end_line(page, 0);
    if (page->path->rejected > 0) {
        ent_i_message_put(&page->line, page->language, ENT_MSG_REJECTED,
                          ent_i_count_text(page->path->rejected).text, (char *)NULL);
        end_line(page, 0);
    }
}

/* "Title. Publisher, date. Address", or the id where sources.csv has none such. */
static void put_source(page_t *page, const char *id, size_t size)
{
    const ent_source_t *source = ent_i_source_find(page->path->dataset, id, size);
    ent_i_text_t text = {0};

    if (source == NULL) {
        ent_i_text_add(&text, id, size);
    } else {
        ent_i_text_puts(&text, source->title[0] != '\0' ? source->title : source->id);
        if (source->publisher[0] != '\0')
            ent_i_text_printf(&text, ". %s", source->publisher);
        if (source->date[0] != '\0')
            ent_i_text_printf(&text, ", %s", source->date);
        if (source->url[0] != '\0')
            ent_i_text_printf(&text, ". %s", source->url);
    }
    page->line.failed = page->line.failed || text.failed;
    if (!text.failed)
        ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_SOURCE, text.bytes,
                          (char *)NULL);
    ent_i_text_free(&text);
}

static void put_evidence(page_t *page, ent_id_t record)
{
    const ent_record_t *of = ent_dataset_record(page->path->dataset, record);
    const char *list = of->source;
    const char *id;
    size_t size;

    ent_i_rows_put(&page->line, page->path->dataset, of);
    if (!ent_i_list_next(&list, &id, &size)) {
        ent_i_text_puts(&page->line, "; ");
        ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_NO_SOURCE, (char *)NULL);
        end_line(page, 6);
        return;
    }
    end_line(page, 6);
    do {
        put_source(page, id, size);
        end_line(page, 6);
    } while (ent_i_list_next(&list, &id, &size));
}

/* One record of a step; what stands behind it, the first time. */
static void put_record(void *context, ent_id_t record)
{
    page_t *page = context;

    ent_i_path_say_record(&page->line, page->path, record, page->from, page->to);
    ent_i_text_putc(&page->line, '.');
    end_line(page, 3);
    if (page->told[record] == 0 || page->told[record] == page->way) {
        page->told[record] = page->way;
        put_evidence(page, record);
        return;
    }
    ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_SEEN,
                      ent_i_count_text(page->told[record]).text, (char *)NULL);
    end_line(page, 6);
}

static void put_step(page_t *page, ent_id_t from, ent_id_t to)
{
    const ent_path_t *path = page->path;

    page->from = ent_network_actor(path->network, from);
    page->to = ent_network_actor(path->network, to);
    ent_i_path_say_shared(&page->line, path, from, to, ent_i_path_tie(path, from, to));
    if (page->line.size > 0) {
        ent_i_text_putc(&page->line, ':');
        end_line(page, 3);
    }
    ent_i_path_each_record(path, from, to, put_record, page);
}

static void put_ways(page_t *page)
{
    const ent_path_t *path = page->path;

    for (size_t i = 0; i < path->ways.shown; i++) {
        size_t count;
        const ent_id_t *vertex = ent_path_way(path, i, &count);

        page->way = i + 1;
        end_line(page, 0);
        ent_i_text_printf(&page->line, "%zu. ", i + 1);
        for (size_t k = 0; k < count; k++)
            ent_i_text_printf(&page->line, "%s%s", k > 0 ? " – " : "", name(page, vertex[k]));
        end_line(page, 0);
        for (size_t k = 1; k < count; k++)
            put_step(page, vertex[k - 1], vertex[k]);
    }
    if (path->ways.count > path->ways.shown) {
        ent_i_text_t rest = {0};

        if (path->ways.count > ENT_WAYS_MOST)
            put_count(&rest, page);
        else
            ent_i_text_puts(&rest, ent_i_count_text(path->ways.count - path->ways.shown).text);
        page->line.failed = page->line.failed || rest.failed;
        end_line(page, 0);
        if (!rest.failed)
            ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_REST, rest.bytes,
                              (char *)NULL);
        end_line(page, 0);
        ent_i_text_free(&rest);
    }
}

/* Who lies on every way, and whom to avoid for another: a network where one does. One way alone
 * passes nobody but such actors: then only networks are worth a word. */
static ent_status_t put_common(page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_path_t *path = page->path;
    const ent_i_ways_t *ways = &path->ways;
    ent_id_t hub = ENT_NONE;
    const char **names = NULL;
    ent_i_text_t list = {0};
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&names, ways->on_all_count, sizeof *names, err));
    for (size_t i = 0; i < ways->on_all_count; i++) {
        ent_id_t vertex = ways->on_all[i];
        bool network = ent_network_vertex_kind(path->network, vertex) == ENT_KIND_NETWORK;

        if (ways->count == 1 && !network)
            continue;
        names[count++] = name(page, vertex);
        if (hub == ENT_NONE ||
            (network && ent_network_vertex_kind(path->network, hub) != ENT_KIND_NETWORK))
            hub = vertex;
    }
    if (count == 0)
        goto cleanup;
    ent_i_message_put_list(&list, page->language, names, count, MEMBERS_SHOWN);
    page->line.failed = page->line.failed || list.failed;
    end_line(page, 0);
    if (!list.failed)
        ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_ON_ALL, list.bytes,
                          ent_network_vertex_id(path->network, hub), ent_i_count_text(count).text,
                          (char *)NULL);
    end_line(page, 0);

cleanup:
    ent_i_text_free(&list);
    free(names);
    return status;
}

static ent_status_t put_side(page_t *page, int which, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_path_t *path = page->path;
    const ent_i_path_side_t *side = &path->side[which];
    ent_id_t end = which == 0 ? path->a : path->b;
    ent_i_message_t message = !ent_network_is_directed(path->network) ? ENT_MSG_PATH_SIDE
                              : which == 0                            ? ENT_MSG_PATH_SIDE_FROM
                                                                      : ENT_MSG_PATH_SIDE_TO;
    const char **names = NULL;
    ent_i_text_t list = {0};
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&names, side->count, sizeof *names, err));
    for (size_t i = 0; i < side->count; i++)
        if (side->vertex[i] != end)
            names[count++] = name(page, side->vertex[i]);
    if (count == 0) {
        ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_SIDE_ALONE, name(page, end),
                          (char *)NULL);
    } else {
        ent_i_message_put_list(&list, page->language, names, count, MEMBERS_SHOWN);
        page->line.failed = page->line.failed || list.failed;
        if (!list.failed)
            ent_i_message_put(&page->line, page->language, message, name(page, end),
                              ent_i_count_text(count).text, list.bytes, (char *)NULL);
    }
    end_line(page, 0);

cleanup:
    ent_i_text_free(&list);
    free(names);
    return status;
}

static void put_more(page_t *page, size_t count)
{
    if (count <= JOINS_SHOWN)
        return;
    ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_MORE,
                      ent_i_count_text(count - JOINS_SHOWN).text, (char *)NULL);
    end_line(page, 3);
}

static void put_aside(page_t *page)
{
    const ent_path_t *path = page->path;

    if (path->aside_count == 0)
        return;
    ent_i_message_put(&page->line, page->language,
                      path->chained ? ENT_MSG_PATH_JOIN_CHAIN : ENT_MSG_PATH_JOIN_ASIDE,
                      ent_i_count_text(path->aside_count).text, (char *)NULL);
    end_line(page, 0);
    for (size_t i = 0; i < path->aside_count && (path->chained || i < JOINS_SHOWN); i++) {
        ent_i_path_say_record(&page->line, path, path->aside[i], ENT_NONE, ENT_NONE);
        ent_i_text_puts(&page->line, ": ");
        ent_i_path_say_why(&page->line, path, path->aside[i]);
        ent_i_text_putc(&page->line, '.');
        end_line(page, 3);
        put_evidence(page, path->aside[i]);
    }
    if (!path->chained)
        put_more(page, path->aside_count);
}

static void list_partners(ent_i_text_t *text, const page_t *page, const ent_id_t *actor,
                          size_t count)
{
    const char *names[ENT_PATH_PARTNERS + 1] = {0};
    size_t known = count < ENT_PATH_PARTNERS ? count : ENT_PATH_PARTNERS;

    for (size_t i = 0; i < known; i++)
        names[i] = ent_i_path_actor_name(page->path, actor[i]);
    ent_i_message_put_list(text, page->language, names, count, known);
}

static bool is_left_out(const ent_path_t *path, ent_id_t actor)
{
    const ent_network_options_t *options = ent_network_options(path->network);

    for (size_t i = 0; i < options->without_count; i++)
        if (options->without[i] == actor)
            return true;
    return false;
}

static void put_body(page_t *page, const ent_i_path_shared_t *shared)
{
    ent_i_text_t body = {0};
    ent_i_text_t here = {0};
    ent_i_text_t there = {0};

    if (is_left_out(page->path, shared->actor))
        ent_i_message_put(&body, page->language, ENT_MSG_PATH_OUT,
                          ent_i_path_actor_name(page->path, shared->actor), (char *)NULL);
    else
        ent_i_text_puts(&body, ent_i_path_actor_name(page->path, shared->actor));
    list_partners(&here, page, shared->here_first, shared->here);
    list_partners(&there, page, shared->there_first, shared->there);
    page->line.failed = page->line.failed || body.failed || here.failed || there.failed;
    if (!page->line.failed)
        ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_SHARED, body.bytes, here.bytes,
                          there.bytes, (char *)NULL);
    end_line(page, 3);
    ent_i_text_free(&body);
    ent_i_text_free(&here);
    ent_i_text_free(&there);
}

static void put_shared(page_t *page)
{
    const ent_path_t *path = page->path;

    if (path->shared_count == 0)
        return;
    ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_JOIN_OUTSIDE, (char *)NULL);
    end_line(page, 0);
    for (size_t i = 0; i < path->shared_count && i < JOINS_SHOWN; i++) {
        if (path->shared[i].actor != ENT_NONE) {
            put_body(page, &path->shared[i]);
            continue;
        }
        ent_i_path_say_record(&page->line, path, path->shared[i].record, ENT_NONE, ENT_NONE);
        end_line(page, 3);
        put_evidence(page, path->shared[i].record);
    }
    put_more(page, path->shared_count);
}

static void put_central(page_t *page)
{
    const ent_path_t *path = page->path;
    ent_i_digits_t degree[2];

    if (path->central[0] == ENT_NONE)
        return;
    for (int i = 0; i < 2; i++)
        degree[i] = ent_i_count_text(ent_i_path_degree(path, path->central[i]));
    ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_JOIN_CENTRAL,
                      name(page, path->central[0]), degree[0].text, name(page, path->central[1]),
                      degree[1].text, ent_i_count_text(ent_i_path_joined(path)).text, (char *)NULL);
    end_line(page, 0);
}

static ent_status_t put_apart(page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    end_line(page, 0);
    ENT_TRY(put_side(page, 0, err));
    ENT_TRY(put_side(page, 1, err));
    end_line(page, 0);
    ent_i_message_put(&page->line, page->language, ENT_MSG_PATH_JOIN, (char *)NULL);
    end_line(page, 0);
    end_line(page, 0);
    put_aside(page);
    put_shared(page);
    put_central(page);

cleanup:
    return status;
}

ent_status_t ent_path_text(ent_blob_t *blob, const ent_path_t *path, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    page_t page = {.path = path,
                   .language = path->options.language,
                   .prose = {.language = path->options.language}};

    ENT_TRY(
        ent_i_alloc(&page.told, ent_dataset_record_count(path->dataset), sizeof *page.told, err));
    put_head(&page);
    put_basis(&page);
    if (path->ways.found) {
        put_ways(&page);
        ENT_TRY(put_common(&page, err));
    } else {
        ENT_TRY(put_apart(&page, err));
    }
    ENT_TRY(ent_i_text_finish(&page.prose.text, blob, err));

cleanup:
    ent_i_prose_free(&page.prose);
    ent_i_text_free(&page.line);
    free(page.told);
    return status;
}
