/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Computing a report again from its manifest, and comparing every byte. */
#ifndef ENTENTE_VERIFY_H
#define ENTENTE_VERIFY_H

#include "entente/sheet.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ent_difference_kind {
    ENT_DIFFERENCE_MISSING,  /**< a file of the report is not there */
    ENT_DIFFERENCE_FOREIGN,  /**< a file is there that is not of the report */
    ENT_DIFFERENCE_CHANGED,  /**< a file is not as it was written; computed again it would be */
    ENT_DIFFERENCE_COMPUTED, /**< a file comes out otherwise now */
    ENT_DIFFERENCE_MANIFEST, /**< a field of the manifest comes out otherwise now */
    ENT_DIFFERENCE_INPUT,    /**< a table of the data is not as it was read */
    ENT_DIFFERENCE_FAILED,   /**< nothing can be computed again */
    ENT_DIFFERENCE_COUNT
} ent_difference_kind_t;

/** One thing that is not as the manifest has it. Text is never NULL. */
typedef struct ent_difference {
    ent_difference_kind_t kind;
    const char *file;   /**< below DIR; for an input, below DATA */
    uint64_t line;      /**< 1-based, where the first byte differs; 0 where there are no lines */
    uint64_t column;    /**< 1-based byte in that line; without lines, in the file; 0: none */
    const char *place;  /**< "options.runs", "column degree of row 'a'"; "" */
    const char *stored; /**< what stands there, in short; "" */
    const char *now;    /**< what comes out now, in short; "" */
} ent_difference_t;

typedef struct ent_verification ent_verification_t;

/**
 * Computes a report again, in memory, and compares it with the one in a folder.
 *
 * Nothing in the folder is trusted: the manifest is judged field by field, and files are compared
 * by their bytes, not by the hashes that it has of them.
 *
 * @param verification receives what was found, to be freed with ent_verification_free()
 * @param dir the folder of a report
 * @param data where the data are now; NULL: where the manifest has them
 * @return ENT_EIO when the manifest, a file or the data cannot be read; ENT_EDATA when the manifest
 *         is none, with the field; ENT_EINVAL when the data came from standard input and `data` is
 *         NULL; ENT_ENOMEM; ENT_EIGRAPH
 */
ENT_API ent_status_t ent_verify(ent_verification_t **verification, const char *dir,
                                const char *data, ent_error_t *err);
ENT_API_VOID void ent_verification_free(ent_verification_t *verification);

/** Files of the report, the manifest included. */
ENT_API_VOID size_t ent_verification_file_count(const ent_verification_t *verification);
ENT_API_VOID size_t ent_verification_difference_count(const ent_verification_t *verification);
ENT_API_VOID const ent_difference_t *
ent_verification_difference(const ent_verification_t *verification, size_t index);
/** Sentences that say why it may differ. */
ENT_API_VOID size_t ent_verification_reason_count(const ent_verification_t *verification);
ENT_API_VOID const char *ent_verification_reason(const ent_verification_t *verification,
                                                 size_t index);

/** "missing", "foreign", "changed", "computed", "manifest", "input", "failed". Never NULL. */
ENT_API_VOID const char *ent_difference_kind_name(ent_difference_kind_t kind);

/** What was found, for people, for programs, as a table. */
ENT_API ent_status_t ent_verification_text(const ent_verification_t *verification, ent_blob_t *blob,
                                           ent_error_t *err);
ENT_API ent_status_t ent_verification_json(const ent_verification_t *verification, ent_blob_t *blob,
                                           ent_error_t *err);
ENT_API ent_status_t ent_verification_sheet(const ent_verification_t *verification,
                                            ent_sheet_t **sheet, ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
