/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which measures a table shows: the reader of `--measure` and its defaults. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "entente/report.h"
#include "measure/names.h"

/* In the order of their columns; those that a network cannot have are passed over. */
static const char *const default_names[] = {
    "degree",
    "degree_in",
    "degree_out",
    "degree_two_mode",
    "closeness_two_mode",
    "betweenness_two_mode",
    "betweenness",
    "closeness_harmonic",
    "closeness_harmonic_in",
    "closeness_harmonic_out",
    "eigenvector",
    "pagerank",
    "coreness",
    "constraint",
};

static void take_all(const ent_measure_t **measures, size_t *count)
{
    while (*count < ent_measure_count()) {
        measures[*count] = ent_measure_at(*count);
        (*count)++;
    }
}

static void take_defaults(const ent_measure_t **measures, size_t *count, unsigned mode)
{
    for (size_t i = 0; i < sizeof default_names / sizeof default_names[0]; i++) {
        const ent_measure_t *measure = ent_measure_find(default_names[i]);

        if (measure != NULL && (measure->modes & mode) != 0)
            measures[(*count)++] = measure;
    }
}

static ent_status_t fail_unknown(const char *name, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = ent_measure_count();
    const char **names = NULL;
    const char *nearest;
    ent_i_text_t shown = {0};

    ENT_TRY(ent_i_alloc(&names, count, sizeof *names, err));
    for (size_t i = 0; i < count; i++)
        names[i] = ent_measure_at(i)->name;
    nearest = ent_i_nearest(name, names, count);
    ent_i_text_shown(&shown, name, strlen(name), 80);
    status =
        ent_i_fail(err, ENT_EINVAL, "There is no measure '%s'%s%s%s; 'entente measures' lists all.",
                   shown.failed || shown.bytes == NULL ? "" : shown.bytes,
                   nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
                   nearest != NULL ? "'?" : "");

cleanup:
    ent_i_text_free(&shown);
    free(names);
    return status;
}

static const char *mode_words(unsigned mode)
{
    if (mode == ENT_FOR_DIRECTED)
        return "directed";
    return mode == ENT_FOR_TWO_MODE ? "two-mode" : "one-mode";
}

/* Names the shorter list: what is defined in a directed network, what is not in another. */
static ent_status_t fail_undefined(const ent_measure_t *measure, unsigned mode, ent_error_t *err)
{
    bool few = mode == ENT_FOR_DIRECTED;
    ent_status_t status;
    ent_i_text_t names = {0};

    ent_i_measure_names(&names, mode, few);
    status = ent_i_fail(err, ENT_EINVAL, "The measure '%s' is not defined in a %s network; %s %s.",
                        measure->name, mode_words(mode),
                        few ? "these are:" : "all are but:", names.failed ? "" : names.bytes);
    ent_i_text_free(&names);
    return status;
}

static bool holds(const ent_measure_t *const *measures, size_t count, const ent_measure_t *measure)
{
    for (size_t i = 0; i < count; i++) {
        if (measures[i] == measure)
            return true;
    }
    return false;
}

static ent_status_t take(const ent_measure_t **measures, size_t *count, const char *name,
                         unsigned mode, ent_error_t *err)
{
    const ent_measure_t *measure = ent_measure_find(name);

    if (measure == NULL)
        return fail_unknown(name, err);
    if ((measure->modes & mode) == 0)
        return fail_undefined(measure, mode, err);
    if (!holds(measures, *count, measure))
        measures[(*count)++] = measure;
    return ENT_OK;
}

/* Cuts blanks off both ends of a part of the list, in place. */
static char *trim(char *text)
{
    size_t size;

    while (*text == ' ' || *text == '\t')
        text++;
    size = strlen(text);
    while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == '\t'))
        text[--size] = '\0';
    return text;
}

ent_status_t ent_measure_list(const ent_measure_t **measures, size_t *count, const char *list,
                              const ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    unsigned mode = ent_measure_mode(network);
    char *copy = NULL;
    char *rest;

    *count = 0;
    if (list == NULL) {
        if (network == NULL)
            take_all(measures, count);
        else
            take_defaults(measures, count, mode);
        return ENT_OK;
    }
    copy = strdup(list);
    if (copy == NULL)
        return ent_i_no_memory(err);
    rest = copy;
    while (rest != NULL)
        ENT_TRY(take(measures, count, trim(strsep(&rest, ",")), mode, err));

cleanup:
    free(copy);
    return status;
}
