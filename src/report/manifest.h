/* SPDX-License-Identifier: GPL-2.0-or-later */
/* manifest.json, written and read back. What is read back may be anybody's: every field is judged
 * before it is used. */
#ifndef ENT_REPORT_MANIFEST_H
#define ENT_REPORT_MANIFEST_H

#include "base/file.h"
#include "document/json.h"
#include "entente/report.h"

#define ENT_MANIFEST_SCHEMA "entente/manifest/1"

#define ENT_NO_ROWS SIZE_MAX

struct ent_i_report;

/* The words of options, in the order of their enumerations. */
extern const char *const ent_i_parallel_words[5];
extern const char *const ent_i_multiparty_words[3];
extern const char *const ent_i_expand_words[4];
extern const char *const ent_i_projection_words[4];
extern const char *const ent_i_weight_words[3];

/* A file that the manifest lists. */
typedef struct ent_i_listed {
    const char *file;
    const char *sha256;
    size_t bytes;
    size_t rows; /* of a table; ENT_NO_ROWS for any other file */
} ent_i_listed_t;

typedef struct ent_i_manifest {
    json_t *root;     /* owns the text of all the others */
    bool plain;       /* its bytes are those that Entente would write */
    const char *data; /* the way from the report's folder, or "-" */
    ent_i_listed_t *input;
    size_t input_count;
    ent_i_listed_t *output;
    size_t output_count;
    const char *as_of;    /* as given; NULL: the default */
    ent_i_text_t include; /* "planned,disputed" */
    const char **without; /* ids */
    size_t without_count;
    const char *focus; /* id or NULL */
    ent_dataset_options_t dataset;
    ent_report_options_t report; /* but for selection, without and focus, which need the data */
    ent_id_t *without_actor;
} ent_i_manifest_t;

/* Puts everything but fonts and outputs. */
void ent_i_manifest_head(ent_i_json_t *json, const struct ent_i_report *report);
/* Puts the options alone. */
void ent_i_manifest_options(ent_i_json_t *json, const struct ent_i_report *report);

/* Reads DIR/manifest.json, of at most 64 MiB. ENT_EIO where it cannot be read; ENT_EDATA where it
 * is no manifest, names the field, or lists a file outside DIR. */
ent_status_t ent_i_manifest_open(ent_i_manifest_t *manifest, const char *dir, ent_error_t *err);
/* The same from memory; `shown` names it in messages. */
ent_status_t ent_i_manifest_parse(ent_i_manifest_t *manifest, const char *bytes, size_t size,
                                  const char *shown, ent_error_t *err);
/* Zeroed is allowed. */
void ent_i_manifest_free(ent_i_manifest_t *manifest);

/* Completes manifest->report for its data set. ENT_EDATA where an actor that the options name is
 * not among the data. */
ent_status_t ent_i_manifest_apply(ent_i_manifest_t *manifest, const ent_dataset_t *dataset,
                                  ent_error_t *err);

/* Whether a listed name is one that a report may have: "ties.csv", "excel/ties.csv". */
bool ent_i_manifest_is_name(const char *name);

#endif
