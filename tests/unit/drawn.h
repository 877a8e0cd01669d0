/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures that tests draw. */
#ifndef ENT_TESTS_UNIT_DRAWN_H
#define ENT_TESTS_UNIT_DRAWN_H

#include "entente/figure.h"
#include "unit/scratch.h"
#include "unit/unit.h"

static ent_error_t err;

/* A figure of a data set with what it was made from. */
typedef struct drawn {
    ent_dataset_t *dataset;
    ent_network_t *network;
    ent_figure_t *figure;
    ent_figure_quality_t quality;
} drawn_t;

static inline void draw_network(drawn_t *drawn, const ent_figure_options_t *options)
{
    assert_ok(ent_figure_new(&drawn->figure, drawn->network, options, &err));
    assert_ok(ent_figure_measure(drawn->figure, &drawn->quality, &err));
}

static inline drawn_t draw(ent_dataset_t *dataset, ent_view_t view,
                           const ent_figure_options_t *options)
{
    drawn_t drawn = {.dataset = dataset};
    ent_network_options_t how;

    assert_ok(ent_network_options_init(&how, dataset, &err));
    how.view = view;
    assert_ok(ent_network_new(&drawn.network, dataset, &how, &err));
    draw_network(&drawn, options);
    return drawn;
}

static inline drawn_t draw_shipped(const char *name, ent_view_t view,
                                   const ent_figure_options_t *options)
{
    char path[1000];
    ent_dataset_t *dataset = NULL;

    snprintf(path, sizeof path, "%s/datasets/%s", ENT_SOURCE_DIR, name);
    assert_ok(ent_dataset_open(&dataset, path, NULL, &err));
    return draw(dataset, view, options);
}

static inline void drawn_free(drawn_t *drawn)
{
    ent_figure_free(drawn->figure);
    ent_network_free(drawn->network);
    ent_dataset_free(drawn->dataset);
    *drawn = (drawn_t){0};
}

static inline ent_blob_t written(const drawn_t *drawn, ent_figure_format_t format)
{
    ent_blob_t blob = {0};

    assert_ok(ent_figure_write(drawn->figure, &blob, format, &err));
    return blob;
}

static inline bool says(const ent_blob_t *blob, const char *text)
{
    return strstr(blob->bytes, text) != NULL;
}

static inline size_t count_of(const ent_blob_t *blob, const char *text)
{
    size_t count = 0;

    for (const char *at = strstr(blob->bytes, text); at != NULL; at = strstr(at + 1, text))
        count++;
    return count;
}

static inline ent_figure_options_t options_for(ent_layout_t layout)
{
    ent_figure_options_t options;

    ent_figure_options_init(&options);
    options.layout = layout;
    return options;
}

#endif
