/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A verification in the making: what differs, and why it may. */
#ifndef ENT_PROOF_VERIFY_I_H
#define ENT_PROOF_VERIFY_I_H

#include "entente/verify.h"
#include "report/manifest.h"
#include "report/report_i.h"

#define ENT_VERIFY_LIMIT ((size_t)4 << 30) /* bytes of one file that are read */
#define ENT_VERIFY_MANIFEST "manifest.json"

struct ent_verification {
    const char *dir;
    size_t file_count;
    ent_difference_t *difference;
    size_t difference_count;
    size_t difference_capacity;
    const char **reason;
    size_t reason_count;
    size_t reason_capacity;
    ent_i_arena_t arena; /* owns all text */
};

/* What a difference is made of: not kept, may be NULL; texts are shortened for display. */
typedef struct ent_i_found {
    ent_difference_kind_t kind;
    const char *file;
    uint64_t line;
    uint64_t column;
    const char *place;
    const char *stored;
    const char *now;
} ent_i_found_t;

ent_status_t ent_i_verify_add(ent_verification_t *verification, const ent_i_found_t *found,
                              ent_error_t *err);
ent_status_t ent_i_verify_reason(ent_verification_t *verification, ent_error_t *err,
                                 const char *format, ...) ENT_PRINTF(3, 4);

/* One listed file as it is in the folder. */
typedef struct ent_i_kept {
    ent_blob_t blob;
    char sha256[ENT_SHA256_SIZE];
    bool there;
    bool differs; /* from what is computed */
} ent_i_kept_t;

/* Everything that one verification holds. */
typedef struct ent_i_verify {
    ent_verification_t *out;
    const char *dir;
    ent_i_manifest_t manifest;
    ent_i_kept_t *kept; /* one a listed output */
    ent_dataset_t *dataset;
    ent_i_report_t report;
    bool computed;
} ent_i_verify_t;

/* The same of a file as a whole. */
ent_status_t ent_i_verify_file(ent_i_verify_t *verify, ent_difference_kind_t kind, const char *file,
                               const char *stored, const char *now, ent_error_t *err);
/* The computed file of a name; NULL. */
const ent_i_output_t *ent_i_verify_output(const ent_i_verify_t *verify, const char *file);

/* verify_folder.c: reads the manifest and what it lists; then holds that against what is computed,
 * or against its hashes alone. */
ent_status_t ent_i_verify_folder(ent_i_verify_t *verify, ent_error_t *err);
ent_status_t ent_i_verify_outputs(ent_i_verify_t *verify, ent_error_t *err);
ent_status_t ent_i_verify_hashes(ent_i_verify_t *verify, ent_error_t *err);

/* verify_manifest.c: the tables as they are now, and the manifest as it would be written now. */
ent_status_t ent_i_verify_inputs(ent_i_verify_t *verify, ent_error_t *err);
ent_status_t ent_i_verify_manifest(ent_i_verify_t *verify, ent_error_t *err);

/* verify_rows.c: on which line the rows of a table begin to differ from those that were read (0: on
 * none), and how, in `text`. */
ent_status_t ent_i_verify_rows(const ent_i_verify_t *verify, const char *file, uint64_t *line,
                               char *text, size_t size, ent_error_t *err);

/* verify_why.c: why it may differ. */
ent_status_t ent_i_verify_why(ent_i_verify_t *verify, ent_error_t *err);

/* compare.c: adds where `stored` and `now`, which differ, first differ: a cell of a table, a field
 * of a JSON document, a line of text, a byte. */
ent_status_t ent_i_compare(ent_verification_t *verification, ent_difference_kind_t kind,
                           const char *file, const ent_blob_t *stored, const ent_blob_t *now,
                           ent_error_t *err);

/* compare_json.c: adds the fields in which two values differ; `path` is that of both. */
ent_status_t ent_i_compare_json(ent_verification_t *verification, ent_difference_kind_t kind,
                                const char *file, const char *path, const json_t *stored,
                                const json_t *now, ent_error_t *err);

#endif
