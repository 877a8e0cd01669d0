/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a reader of any result of a view must know, in sentences. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "network/view.h"

typedef struct notes {
    ent_i_view_t *view;
    size_t capacity;
} notes_t;

/* Takes over the text, unless it is empty. */
static ent_status_t add(notes_t *notes, ent_i_text_t *text, ent_error_t *err)
{
    ent_network_t *network = notes->view->network;
    ent_status_t status = ENT_OK;
    ent_blob_t blob = {0};
    char *copy;

    ENT_TRY(ent_i_text_finish(text, &blob, err));
    if (blob.size == 0)
        goto cleanup;
    ENT_TRY(ENT_GROW(network->note, network->note_count, notes->capacity, err));
    copy = ent_i_arena_text(&network->arena, blob.bytes, blob.size);
    if (copy == NULL)
        status = ent_i_no_memory(err);
    else
        network->note[network->note_count++] = copy;

cleanup:
    ent_i_text_free(text);
    ent_blob_free(&blob);
    return status;
}

static const char *name(const ent_i_view_t *view, ent_id_t actor)
{
    return ent_dataset_actor(view->dataset, actor)->name;
}

/* "3 agreements, 1 membership" */
static void put_counts(ent_i_text_t *text, const size_t count[ENT_TIE_KIND_COUNT])
{
    static const char *const plural[ENT_TIE_KIND_COUNT] = {
        [ENT_TIE_MEMBERSHIP] = "memberships",
        [ENT_TIE_AGREEMENT] = "agreements",
        [ENT_TIE_ATTENDANCE] = "attendances",
        [ENT_TIE_EDGE] = "ties",
    };
    static const char *const singular[ENT_TIE_KIND_COUNT] = {
        [ENT_TIE_MEMBERSHIP] = "membership",
        [ENT_TIE_AGREEMENT] = "agreement",
        [ENT_TIE_ATTENDANCE] = "attendance",
        [ENT_TIE_EDGE] = "tie",
    };
    const char *between = "";

    for (int i = 0; i < ENT_TIE_KIND_COUNT; i++) {
        if (count[i] == 0)
            continue;
        ent_i_text_printf(text, "%s%zu %s", between, count[i],
                          count[i] == 1 ? singular[i] : plural[i]);
        between = ", ";
    }
}

static size_t total(const size_t count[ENT_TIE_KIND_COUNT])
{
    size_t sum = 0;

    for (int i = 0; i < ENT_TIE_KIND_COUNT; i++)
        sum += count[i];
    return sum;
}

static void put_date(ent_i_text_t *text, const ent_i_view_t *view)
{
    const ent_selection_t *selection = &view->options->selection;
    char day[11];

    if (!selection->dated)
        return;
    ent_day_format(selection->as_of, day);
    ent_i_text_printf(text, "Ties count as of %s, %s.", day,
                      selection->as_of_given
                          ? "as asked for"
                          : "the newest first day among the ties that are not planned and the "
                            "claims; --as-of DATE sets another");
}

static void put_included(ent_i_text_t *text, const ent_i_view_t *view)
{
    const char *between = "Beside active ties also those count that are ";

    for (int i = 0; i < ENT_TIE_STATUS_COUNT; i++) {
        if (i == ENT_STATUS_ACTIVE || (view->options->selection.include & 1U << i) == 0)
            continue;
        ent_i_text_printf(text, "%s%s", between, ent_tie_status_name((ent_tie_status_t)i));
        between = ", ";
    }
    if (text->size > 0)
        ent_i_text_putc(text, '.');
}

static void put_filters(ent_i_text_t *text, const ent_i_view_t *view)
{
    const ent_network_options_t *options = view->options;

    if (options->where != NULL && options->where[0] != '\0')
        ent_i_text_printf(text, "Only actors with %s are looked at.", options->where);
    for (size_t i = 0; i < options->without_count; i++)
        ent_i_text_printf(text, "%s%s",
                          i > 0            ? ", "
                          : text->size > 0 ? " Left out: "
                                           : "Left out: ",
                          name(view, options->without[i]));
    if (options->without_count > 0)
        ent_i_text_putc(text, '.');
    if (options->focus != ENT_NONE)
        ent_i_text_printf(text, "%sOnly what lies within %d %s of %s is looked at.",
                          text->size > 0 ? " " : "", options->hops,
                          options->hops == 1 ? "tie" : "ties", name(view, options->focus));
}

/* Counts the different records behind the ties that were judged so, by kind. `seen` is scratch. */
static void count_judged(const ent_i_view_t *view, ent_count_t judged, bool *seen,
                         size_t count[ENT_TIE_KIND_COUNT])
{
    const ent_network_t *network = view->network;

    memset(count, 0, ENT_TIE_KIND_COUNT * sizeof *count);
    if ((view->judgements & 1U << judged) == 0)
        return;
    memset(seen, 0, view->record_count * sizeof *seen);
    for (size_t i = 0; i < ent_i_records_at(network, network->tie_count); i++) {
        ent_id_t record = network->record[i];

        if (view->judged[record] != judged || seen[record])
            continue;
        seen[record] = true;
        count[ent_i_view_tie(view, (size_t)record)->kind]++;
    }
}

/* The same of those without a direction. */
static void count_undirected(const ent_i_view_t *view, bool *seen, size_t count[ENT_TIE_KIND_COUNT])
{
    const ent_network_t *network = view->network;

    memset(count, 0, ENT_TIE_KIND_COUNT * sizeof *count);
    memset(seen, 0, view->record_count * sizeof *seen);
    for (size_t i = 0; i < ent_i_records_at(network, network->tie_count); i++) {
        const ent_i_tie_t *tie = ent_i_view_tie(view, (size_t)network->record[i]);

        count[tie->kind] += !tie->directed && !seen[network->record[i]];
        seen[network->record[i]] = true;
    }
}

static ent_status_t note_undirected(notes_t *notes, const size_t count[ENT_TIE_KIND_COUNT],
                                    ent_error_t *err)
{
    ent_i_text_t text = {0};

    if (total(count) == 0)
        return ENT_OK;
    put_counts(&text, count);
    ent_i_text_puts(&text, total(count) == 1
                               ? " has no direction and counts as two ties, one each way."
                               : " have no direction; each counts as two ties, one each way.");
    return add(notes, &text, err);
}

static ent_status_t note_doubts(notes_t *notes, ent_error_t *err)
{
    ent_i_view_t *view = notes->view;
    ent_status_t status = ENT_OK;
    size_t count[ENT_TIE_KIND_COUNT];
    ent_i_text_t text = {0};
    bool *seen = NULL;

    ENT_TRY(ent_i_alloc(&seen, view->record_count, sizeof *seen, err));
    if (view->network->directed) {
        count_undirected(view, seen, count);
        ENT_TRY(note_undirected(notes, count, err));
    }
    count_judged(view, ENT_COUNTS_UNDATED, seen, count);
    if (view->options->selection.dated && total(count) > 0) {
        put_counts(&text, count);
        ent_i_text_printf(&text, " without a start %s at every date.",
                          total(count) == 1 ? "counts" : "count");
        ENT_TRY(add(notes, &text, err));
    }
    count_judged(view, ENT_COUNTS_MAYBE, seen, count);
    if (total(count) > 0) {
        put_counts(&text, count);
        ent_i_text_puts(&text, total(count) == 1
                                   ? " counts, but whether it does depends on an imprecise date."
                                   : " count, but whether they do depends on imprecise dates.");
        ENT_TRY(add(notes, &text, err));
    }

cleanup:
    ent_i_text_free(&text);
    free(seen);
    return status;
}

static ent_status_t note_aside(notes_t *notes, ent_error_t *err)
{
    const ent_network_t *network = notes->view->network;
    size_t count[ENT_TIE_KIND_COUNT] = {0};
    ent_i_text_t text = {0};

    for (size_t i = 0; i < network->aside_count; i++)
        count[ent_i_view_tie(notes->view, (size_t)network->aside[i])->kind]++;
    if (total(count) == 0)
        return ENT_OK;
    put_counts(&text, count);
    ent_i_text_printf(&text, " between these actors %s set aside by status or date.",
                      total(count) == 1 ? "is" : "are");
    return add(notes, &text, err);
}

static void put_no_cities(ent_i_text_t *text, const ent_i_view_t *view)
{
    if (view->no_cities)
        ent_i_text_puts(text, "The data have no cities: this view has the members of networks, of "
                              "whatever kind.");
}

static void put_left_out(ent_i_text_t *text, const ent_i_view_t *view)
{
    bool one = view->same_mode == 1;

    if (view->same_mode > 0)
        ent_i_text_printf(text,
                          "%zu %s a network to a network and %s left out here; the view whole has "
                          "%s.",
                          view->same_mode, one ? "membership joins" : "memberships join",
                          one ? "is" : "are", one ? "it" : "them");
}

static void put_memberless(ent_i_text_t *text, const ent_i_view_t *view)
{
    if (view->memberless > 0)
        ent_i_text_printf(text,
                          "%zu %s a network of which no member is known; the network itself is "
                          "linked.",
                          view->memberless,
                          view->memberless == 1 ? "agreement names" : "agreements name");
}

static void put_not_starred(ent_i_text_t *text, const ent_i_view_t *view)
{
    if (view->not_starred > 0)
        ent_i_text_printf(text,
                          "%zu %s of more than two parties link%s each pair: a projection has no "
                          "vertices for agreements, so --multiparty=star does not apply.",
                          view->not_starred, view->not_starred == 1 ? "agreement" : "agreements",
                          view->not_starred == 1 ? "s" : "");
}

/* Every pair that the dominant actor joins is a tie, whoever else joins it. */
static void put_dominant(ent_i_text_t *text, const ent_i_view_t *view)
{
    if (view->dominant == ENT_NONE || 2 * view->dominant_ties <= view->projected_ties)
        return;
    ent_i_text_printf(text,
                      "%s alone makes %zu of the %zu tie%s of this projection; --without %s leaves "
                      "it out.",
                      name(view, view->dominant), view->dominant_ties, view->projected_ties,
                      view->projected_ties == 1 ? "" : "s",
                      ent_dataset_actor(view->dataset, view->dominant)->id);
}

ent_status_t ent_i_view_notes(ent_i_view_t *view, ent_error_t *err)
{
    static void (*const put[])(ent_i_text_t *, const ent_i_view_t *) = {
        put_date,     put_included,   put_filters,     put_no_cities, ent_i_view_put_backbone,
        put_left_out, put_memberless, put_not_starred, put_dominant};
    ent_status_t status = ENT_OK;
    notes_t notes = {.view = view};

    for (size_t i = 0; i < sizeof put / sizeof *put; i++) {
        ent_i_text_t text = {0};

        put[i](&text, view);
        ENT_TRY(add(&notes, &text, err));
    }
    ENT_TRY(note_doubts(&notes, err));
    ENT_TRY(note_aside(&notes, err));

cleanup:
    return status;
}
