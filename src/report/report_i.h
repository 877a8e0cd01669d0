/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A report in the making: every view with its measures and groups, computed once; the findings;
 * the files. The parts (tables, findings, page, manifest) read this and add files. */
#ifndef ENT_REPORT_REPORT_I_H
#define ENT_REPORT_REPORT_I_H

#include "base/file.h"
#include "document/message.h"
#include "entente/chance.h"
#include "entente/report.h"
#include "figure/versions.h"

/* The views of a report: whole, agreements, affiliations, in the order of ent_view_t. */
enum { ENT_REPORT_VIEWS = ENT_VIEW_AFFILIATIONS + 1 };

/* Attributes whose mixing is looked at: country, region, kind and that of --by. */
enum { ENT_REPORT_MIXINGS = 4 };

typedef struct ent_i_viewed {
    ent_network_t *network; /* NULL: the view has no ties and is left out */
    const char *name;
    const ent_measure_t **measure;
    size_t measure_count;
    double *value;        /* one row a measure, rounded to 12 significant digits */
    ent_groups_t *groups; /* NULL where no method is defined */
    ent_core_t *core[ENT_CORE_PATTERN_COUNT]; /* NULL likewise */
    ent_summary_t summary;
    ent_comparison_t comparison;
    ent_mixing_t *mixing[ENT_REPORT_MIXINGS]; /* of attributes that somebody has */
    size_t mixing_count;
} ent_i_viewed_t;

/* One sentence about the data, with the number that it rests on. */
typedef struct ent_i_finding {
    const char *key; /* "partners", "bridge", … */
    const char *text;
    const char *measure;
    const char *view;
    double value;
    bool note; /* a warning to the reader rather than a result */
} ent_i_finding_t;

/* A figure of the page; its PDF and PNG are files only. */
typedef struct ent_i_figure {
    const char *name; /* of its files: "network" */
    ent_i_message_t heading;
    const char *view;
    const char *alt;      /* the short one */
    const char *warnings; /* what a reader must know of it; "" */
    const char *reason;   /* why it is not there; NULL when it is */
    ent_blob_t svg;
} ent_i_figure_t;

/* One file of the folder. */
typedef struct ent_i_output {
    const char *name;
    ent_blob_t blob;
    char sha256[ENT_SHA256_SIZE];
} ent_i_output_t;

enum { ENT_REPORT_FIGURES = 6 };

typedef struct ent_i_report {
    const ent_dataset_t *dataset;
    const ent_report_options_t *options;
    const ent_selection_t *selection;
    const char *language;
    const char *title;
    const char *way; /* from the report's folder to DATA */
    const char *map; /* options->dataset->map, but the way to it where it is a file; NULL */
    char as_of[11];  /* "" when nothing is dated */
    size_t rejected; /* input rows */
    ent_i_viewed_t view[ENT_REPORT_VIEWS];
    const ent_i_viewed_t *lead; /* agreements where it has ties, else whole */
    ent_i_finding_t *finding;
    size_t finding_count;
    size_t finding_capacity;
    ent_backbone_model_t backbone; /* that a finding rests on, and its correction; or none */
    ent_correction_t correction;
    ent_i_figure_t figure[ENT_REPORT_FIGURES];
    size_t figure_count;
    const char *paper;      /* the methods, as a paper has them */
    ent_i_faces_t faces;    /* fonts of the figures */
    ent_i_output_t *output; /* sorted by name before they are written */
    size_t output_count;
    size_t output_capacity;
    ent_i_arena_t arena; /* owns the text of findings, figures and names */
    void (*warn)(void *context, const char *warning);
    void *context;
} ent_i_report_t;

/* report.c: what is judged before anything is computed, the ways from the report's folder, and
 * everything in memory, the manifest last. */
ent_status_t ent_i_report_begin(ent_i_report_t *report, const ent_dataset_t *dataset,
                                const ent_report_options_t *options, ent_error_t *err);
ent_status_t ent_i_report_ways(ent_i_report_t *report, const char *dir, ent_error_t *err);
ent_status_t ent_i_report_make(ent_i_report_t *report, ent_error_t *err);

/* compute.c: views, measures, groups. */

/* Builds the network of a view; one without ties (but the whole) is left out: `network` is NULL. */
ent_status_t ent_i_viewed_open(ent_i_viewed_t *view, const ent_dataset_t *dataset,
                               const ent_network_options_t *options, ent_view_t kind,
                               ent_error_t *err);
/* Finds its groups; a directed network has none here: the methods are for undirected ones. */
ent_status_t ent_i_viewed_group(ent_i_viewed_t *view, size_t runs, uint64_t seed, int threads,
                                ent_error_t *err);
/* Computes the measures that `measure` lists, rounded. */
ent_status_t ent_i_viewed_measure(ent_i_viewed_t *view, const ent_measure_options_t *options,
                                  ent_error_t *err);
void ent_i_viewed_free(ent_i_viewed_t *view);

ent_status_t ent_i_report_compute(ent_i_report_t *report, ent_error_t *err);
void ent_i_report_free(ent_i_report_t *report);

/* describe.c: what a view shows, a sentence a line, for the words of its figures. */
ent_status_t ent_i_report_describe(ent_i_text_t *text, const ent_i_report_t *report,
                                   ent_view_t kind, ent_error_t *err);

/* chance.c: fills comparison and mixing. */
ent_status_t ent_i_viewed_chance(ent_i_viewed_t *view, const ent_report_options_t *options,
                                 ent_error_t *err);

/* The row of a measure's values; NULL when the view does not have it. */
const double *ent_i_viewed_values(const ent_i_viewed_t *view, const char *measure);
/* One of them; NaN when the view does not have it. */
double ent_i_viewed_value(const ent_i_viewed_t *view, const char *measure, ent_id_t vertex);
/* The name to show, in the report's language. */
const char *ent_i_report_name(const ent_i_report_t *report, const ent_i_viewed_t *view,
                              ent_id_t vertex);
/* Whether a record would tie two actors of the report: --where and others may leave some out. */
bool ent_i_network_concerns(const ent_network_t *whole, const ent_record_t *record);
bool ent_i_report_concerns(const ent_i_report_t *report, const ent_record_t *record);

/* The region or country of a vertex, "" when it is not known. */
const char *ent_i_viewed_region(const ent_i_viewed_t *view, ent_id_t vertex);
const char *ent_i_viewed_country(const ent_i_viewed_t *view, ent_id_t vertex);
const char *ent_i_report_actor_name(const ent_i_report_t *report, ent_id_t actor);
/* What to call the subject of a claim: the actor's name where it is one, else as written. NULL
 * when memory ran out. */
const char *ent_i_report_subject(const ent_i_report_t *report, const char *subject);

/* Keeps a text for as long as the report lives; takes what `text` holds. NULL and a failed status
 * when memory ran out. */
ent_status_t ent_i_report_keep(ent_i_report_t *report, const char **kept, ent_i_text_t *text,
                               ent_error_t *err);

/* Adds a file of the folder; takes what `blob` holds. `name` must live as long as the report. */
ent_status_t ent_i_report_add(ent_i_report_t *report, const char *name, ent_blob_t *blob,
                              ent_error_t *err);
/* Adds NAME.csv and excel/NAME.csv of a sheet, and frees it. */
ent_status_t ent_i_report_add_sheet(ent_i_report_t *report, const char *name, ent_sheet_t **sheet,
                                    ent_error_t *err);

/* The parts, each adding its files. */
ent_status_t ent_i_report_find(ent_i_report_t *report, ent_error_t *err);
ent_status_t ent_i_report_draw(ent_i_report_t *report, ent_error_t *err);
ent_status_t ent_i_report_tables(ent_i_report_t *report, ent_error_t *err);
ent_status_t ent_i_report_summary(ent_i_report_t *report, ent_error_t *err);
ent_status_t ent_i_report_paper(ent_i_report_t *report, ent_error_t *err);
ent_status_t ent_i_report_page(ent_i_report_t *report, ent_error_t *err);
ent_status_t ent_i_report_manifest(ent_i_report_t *report, ent_error_t *err);

#endif
