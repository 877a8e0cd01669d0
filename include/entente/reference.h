/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The works in which measures and methods are defined, to cite them. */
#ifndef ENTENTE_REFERENCE_H
#define ENTENTE_REFERENCE_H

#include "entente/common.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ent_reference {
    const char *key;    /**< of BibTeX: "freeman1978"; ascending in the list */
    const char *kind;   /**< entry type of BibTeX: "article", "book", "inproceedings", "manual" */
    const char *author; /**< separated by " and ", given names first */
    const char *title;
    const char *venue; /**< journal, book, publisher or organisation; "" when there is none */
    const char *volume;
    const char *pages; /**< "35-41", or an article number */
    const char *year;  /**< "" for a program, which has a version instead */
    const char *doi;   /**< "" when there is none */
} ent_reference_t;

ENT_API_VOID size_t ent_reference_count(void);
/** NULL behind the last. */
ENT_API_VOID const ent_reference_t *ent_reference_at(size_t index);
/** NULL when no reference has that key. */
ENT_API_VOID const ent_reference_t *ent_reference_find(const char *key);

/**
 * The reference at a place of a list of citations, such as ent_measure_t.cite: keys separated by
 * blanks; what follows a semicolon is a remark.
 *
 * @return NULL behind the last
 */
ENT_API_VOID const ent_reference_t *ent_cite_at(const char *cite, size_t index);
/** The remark of such a list; "" without one. */
ENT_API_VOID const char *ent_cite_remark(const char *cite);
/** Such a list in words: "L. C. Freeman, A set of …, Sociometry 40, 35-41 (1977); …". */
ENT_API ent_status_t ent_cite_text(ent_blob_t *text, const char *cite, ent_error_t *err);
/** Such a list as it stands in a sentence: "Freeman 1977; Brandes 2001"; remarks are left out. */
ENT_API ent_status_t ent_cite_short(ent_blob_t *text, const char *cite, ent_error_t *err);

/**
 * Lists of citations as a BibTeX file: each reference once, in order of key, in plain ASCII.
 *
 * igraph and Entente, which compute, are always in it, with their versions.
 *
 * @param cites `count` lists; NULL ones are passed over
 */
ENT_API ent_status_t ent_cite_bibtex(ent_blob_t *bibtex, const char *const *cites, size_t count,
                                     ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
