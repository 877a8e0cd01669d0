/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Results for people and programs: rank tables, check and group documents, findings, the report. */
#ifndef ENTENTE_REPORT_H
#define ENTENTE_REPORT_H

#include "entente/convention.h"
#include "entente/core.h"
#include "entente/figure.h"
#include "entente/group.h"
#include "entente/measure.h"
#include "entente/partition.h"
#include "entente/sheet.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The table that `entente rank` prints: rank, id, name, kind, country, then one column a measure,
 * best first by the first measure (values rounded to 12 significant digits, competition ranking,
 * NaN last and without a rank, equal ranks in order of id).
 *
 * @param show a filter such as "kind=city" on the rows shown, or NULL; ranks are computed on all
 */
ENT_API ent_status_t ent_rank_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                                    const ent_measure_t *const *measures, size_t count,
                                    const ent_measure_options_t *options, const char *show,
                                    ent_error_t *err);

/**
 * The same table written: the bytes that ent_sheet_write() makes of that sheet. CSV, EXCEL and
 * JSONL take the memory of a few rows beside the bytes themselves, whatever the number of actors.
 */
ENT_API ent_status_t ent_rank_write(ent_blob_t *blob, const ent_network_t *network,
                                    const ent_measure_t *const *measures, size_t count,
                                    const ent_measure_options_t *options, const char *show,
                                    ent_format_t format, ent_error_t *err);

/**
 * The pairs that a backbone tested, one row each in order of (a, b): a, a_name, b, b_name, shared,
 * expected, p, p_holm, p_bh, kept (1 or 0). Pairs that share nothing have no row; their p is 1.
 *
 * @return ENT_EINVAL for a network built without a backbone; ENT_ENOMEM
 */
ENT_API ent_status_t ent_pairs_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                                     ent_error_t *err);

/** Reads "--measure": names separated by commas; NULL gives the defaults that are defined for the
 *  network, or all where `network` is NULL. `measures` has room for ent_measure_count().
 *  ENT_EINVAL with a suggestion. */
ENT_API ent_status_t ent_measure_list(const ent_measure_t **measures, size_t *count,
                                      const char *list, const ent_network_t *network,
                                      ent_error_t *err);

/** The groups as a table: group, size, stability of the group, rank-free members with theirs. */
ENT_API ent_status_t ent_groups_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                                      const ent_groups_t *groups, ent_error_t *err);
/** `groups --format json`. */
ENT_API ent_status_t ent_groups_json(ent_blob_t *blob, const ent_network_t *network,
                                     const ent_groups_t *groups, uint64_t seed, ent_error_t *err);

/** The groups found against another partition. */
typedef struct ent_compared {
    const char *with; /**< as asked: a method, an attribute or a file */
    const ent_partition_t *found;
    const ent_partition_t *other;
    ent_partition_comparison_t agreement;
    ent_partition_score_t score; /**< of `other` */
} ent_compared_t;

/** Their cross table: group, other, actors; a row a pair of groups that share members, an empty
 *  cell for actors of no group. */
ENT_API ent_status_t ent_compared_sheet(ent_sheet_t **sheet, const ent_compared_t *compared,
                                        ent_error_t *err);
/** The groups as ent_groups_json() writes them, and `comparison`. */
ENT_API ent_status_t ent_compared_json(ent_blob_t *blob, const ent_network_t *network,
                                       const ent_groups_t *groups, const ent_compared_t *compared,
                                       uint64_t seed, ent_error_t *err);

/** Core and periphery by both patterns (`cores` in the order of ent_core_pattern_t): id, name,
 * kind, country, a column 1 or 0 a pattern (empty where undefined), coreness; members of cores
 * first. */
ENT_API ent_status_t ent_core_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                                    ent_core_t *const *cores, ent_error_t *err);
/** `groups --method core-periphery --format json`. */
ENT_API ent_status_t ent_core_json(ent_blob_t *blob, const ent_network_t *network,
                                   ent_core_t *const *cores, uint64_t seed, ent_error_t *err);

/** `check`: tables, faults and contradictions, as text or JSON. */
ENT_API ent_status_t ent_check_text(ent_blob_t *blob, const ent_dataset_t *dataset,
                                    const ent_selection_t *selection, ent_error_t *err);
ENT_API ent_status_t ent_check_json(ent_blob_t *blob, const ent_dataset_t *dataset,
                                    const ent_selection_t *selection, ent_error_t *err);
ENT_API ent_status_t ent_check_sheet(ent_sheet_t **sheet, const ent_dataset_t *dataset,
                                     ent_error_t *err);

/** Rows of the table of measures as a sheet. */
ENT_API ent_status_t ent_measures_sheet(ent_sheet_t **sheet, const ent_measure_t *const *measures,
                                        size_t count, ent_error_t *err);
/** The same as Markdown, a section each. */
ENT_API ent_status_t ent_measures_markdown(ent_blob_t *markdown,
                                           const ent_measure_t *const *measures, size_t count,
                                           ent_error_t *err);

/**
 * One actor under every convention of entente/convention.h: quantity, program, call, value, rank,
 * measure, relation, known, remark.
 *
 * @param network of one mode or two, without directions
 * @return as ent_convention_compute()
 */
ENT_API ent_status_t ent_conventions_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                                           ent_id_t vertex, ent_error_t *err);

/**
 * What a network shows, in sentences, one a line: who has most partners or joins most members, who
 * bridges, in how many pieces it falls, who has no tie, and the groups where they are given. For
 * the alternative text of a figure.
 *
 * @param groups NULL: nothing is said of groups
 * @param language en, es or ko
 * @return ENT_ENOMEM; ENT_EIGRAPH
 *
 * Time: O(n m); where actors times ties are more than 20 million, only what is counted in O(n + m)
 * is told.
 */
ENT_API ent_status_t ent_network_describe(ent_blob_t *blob, const ent_network_t *network,
                                          const ent_groups_t *groups, const char *language,
                                          ent_error_t *err);

typedef struct ent_report_options {
    ent_network_options_t network; /**< selection, parallel and other rules; `view` is not used */
    ent_measure_options_t measure;
    const ent_dataset_options_t *dataset; /**< for the manifest */
    size_t runs;                          /**< of the group method */
    const char *language;                 /**< en, es or ko */
    const char *title;                    /**< NULL: the data set's name */
    bool keep_going;                      /**< some rows are rejected: say so in every output */
    uint64_t seed;
    int64_t date; /**< as in ent_figure_options_t */
} ent_report_options_t;

ENT_API ent_status_t ent_report_options_init(ent_report_options_t *options,
                                             const ent_dataset_t *dataset, ent_error_t *err);

/**
 * Writes the report of a data set into a folder, as a whole or not at all.
 *
 * The folder is replaced only where it is empty or holds an Entente manifest and no file that the
 * manifest does not list.
 *
 * @param warn is told each warning (may be NULL); `context` is passed on
 * @return ENT_EIO when the folder holds a foreign file (named) or cannot be written; ENT_EINVAL
 *         when DIR is DATA or contains it; ENT_ENOMEM; ENT_EIGRAPH; ENT_ELIMIT
 */
ENT_API ent_status_t ent_report_write(const ent_dataset_t *dataset, const char *dir,
                                      const ent_report_options_t *options,
                                      void (*warn)(void *context, const char *warning),
                                      void *context, ent_error_t *err);

/**
 * Whether ent_report_write() would write what stands in the folder already, judged without
 * computing: by its manifest, the same inputs, options, program, libraries and fonts, and every
 * file as it was written. What cannot be judged is not fresh.
 *
 * @return ENT_EDATA for rejected rows without `keep_going`; ENT_EINVAL when DIR is DATA or contains
 *         it; ENT_ENOMEM
 */
ENT_API ent_status_t ent_report_is_fresh(bool *fresh, const ent_dataset_t *dataset, const char *dir,
                                         const ent_report_options_t *options, ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
