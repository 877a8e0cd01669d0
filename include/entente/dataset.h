/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A data set: the actors, ties and evidence of a folder of CSV tables, and what became of every
 * row. Immutable once opened. */
#ifndef ENTENTE_DATASET_H
#define ENTENTE_DATASET_H

#include "entente/common.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ent_dataset ent_dataset_t;

typedef enum ent_kind {
    ENT_KIND_CITY,
    ENT_KIND_NETWORK,
    ENT_KIND_ORGANISATION,
    ENT_KIND_EVENT,
    ENT_KIND_ACTOR,     /**< made from an edge list */
    ENT_KIND_AGREEMENT, /**< only in networks built with the multi-party rule `star` */
    ENT_KIND_COUNT
} ent_kind_t;

typedef enum ent_tie_kind {
    ENT_TIE_MEMBERSHIP,
    ENT_TIE_AGREEMENT,
    ENT_TIE_ATTENDANCE,
    ENT_TIE_EDGE, /**< a tie of a general network: edges.csv or one CSV of ties */
    ENT_TIE_KIND_COUNT
} ent_tie_kind_t;

typedef enum ent_tie_status {
    ENT_STATUS_ACTIVE,
    ENT_STATUS_PLANNED,
    ENT_STATUS_EXPIRED,
    ENT_STATUS_TERMINATED,
    ENT_STATUS_WITHDRAWN,
    ENT_STATUS_DISPUTED,
    ENT_TIE_STATUS_COUNT
} ent_tie_status_t;

/** Days since 1970-01-01 between which the truth lies; INT32_MIN and INT32_MAX are open. */
typedef struct ent_period {
    int32_t first;
    int32_t last;
    bool known;
} ent_period_t;

/** One actor. All text is UTF-8, borrowed from the data set, "" where the table has nothing. */
typedef struct ent_actor {
    const char *id;
    const char *name;
    ent_kind_t kind;
    const char *country; /**< ISO 3166-1 alpha-2 */
    const char *region;
    double latitude; /**< degrees, WGS 84; NaN when not given */
    double longitude;
    const char *source; /**< ids in sources.csv, separated by ';' */
    ent_id_t table;     /**< table that brought it; ENT_NONE when made from ties */
    uint32_t line;
} ent_actor_t;

/** One agreement, membership, attendance or edge, from one or more rows. */
typedef struct ent_record {
    ent_tie_kind_t kind;
    const char *id;        /**< agreements and edges; "" when none was given */
    const ent_id_t *party; /**< two or more different actors; membership: member, network;
                                attendance: participant, event; directed edge: source, target;
                                otherwise ascending */
    size_t party_count;
    bool directed;
    ent_id_t repeats; /**< an edge that repeats an earlier pair: that record; else ENT_NONE */
    const char *type; /**< agreements: mou, letter-of-intent, …; edges: "" */
    const char *role; /**< memberships and attendance */
    ent_tie_status_t status;
    ent_period_t start;      /**< `from`, else `signed` */
    ent_period_t end;        /**< `to`, else start + term_months, else open */
    const char *signed_text; /**< the cells as written */
    const char *from_text;
    const char *to_text;
    int term_months; /**< 0 when not given */
    const char *signed_by;
    const char *on_behalf_of; /**< actors' ids where the names are actors', separated by ';' */
    const char *event;        /**< the event's id where it is one of the data set's */
    const char *topics;
    const char *reported_by; /**< as on_behalf_of */
    const char *source;
    const char *note;
    double weight;     /**< NaN when not given */
    double confidence; /**< 0 to 1; NaN when not given */
    const size_t *row; /**< the ledger rows behind it */
    size_t row_count;
} ent_record_t;

typedef enum ent_row_state {
    ENT_ROW_USED,
    ENT_ROW_MERGED, /**< states again what an earlier row states; of edges it counts all the same,
                         as a parallel tie */
    ENT_ROW_ASIDE,  /**< not counted by its status or date; only in an account for a selection */
    ENT_ROW_REJECTED,
    ENT_ROW_BLANK,
    ENT_ROW_STATE_COUNT
} ent_row_state_t;

/** What became of one input row. */
typedef struct ent_row {
    ent_id_t table;
    uint32_t line;
    ent_row_state_t state;
    ent_id_t actor;     /**< the actor that it describes, or ENT_NONE */
    ent_id_t record;    /**< the record that it is part of, or ENT_NONE; a row of a matrix is part
                             of several, so it names its member only */
    const char *reason; /**< why it was merged or rejected; "" when used */
} ent_row_t;

/** One table as it was read. */
typedef struct ent_table {
    const char *file; /**< as shown: the path below DATA, or the name of DATA, a file, itself */
    const char *role; /**< cities, memberships, …, edges, ties, matrix */
    const char *sha256;
    size_t bytes;
    size_t rows; /**< = used + merged + set aside + rejected + blank */
} ent_table_t;

/** A file that is no table and says how the tables are read. */
typedef struct ent_companion {
    const char *file; /**< as the caller named it, or its path below DATA */
    const char *role; /**< map, datapackage */
    const char *sha256;
    size_t bytes;
} ent_companion_t;

/** Counts of rows by ent_row_state_t. */
typedef struct ent_account {
    size_t rows;
    size_t state[ENT_ROW_STATE_COUNT];
} ent_account_t;

typedef enum ent_severity { ENT_NOTE, ENT_WARNING, ENT_ERROR } ent_severity_t;

/** One thing to tell about the input. An error rejects its row. */
typedef struct ent_fault {
    const char *file;
    uint32_t line;   /**< 0 when it is about the file */
    uint32_t column; /**< 0 when it is about the row */
    ent_severity_t severity;
    const char *message; /**< what, what was expected, what to do */
} ent_fault_t;

/** What one source says of one property (claims.csv). */
typedef struct ent_claim {
    const char *subject;
    const char *property;
    const char *value;
    ent_period_t as_of;
    const char *as_of_text;
    const char *source;
    const char *note;
    size_t row;
} ent_claim_t;

/** Two or more claims of one subject and property that cannot all be true. */
typedef struct ent_contradiction {
    const char *subject;
    const char *property;
    const size_t *claim; /**< indices of the claims, in order of value, then as-of, then source */
    size_t claim_count;
} ent_contradiction_t;

/** One row of sources.csv. */
typedef struct ent_source {
    const char *id;
    const char *title;
    const char *publisher;
    const char *date;
    const char *url;
    const char *note;
} ent_source_t;

typedef struct ent_dataset_options {
    const char *encoding; /**< NULL: byte-order mark, else UTF-8 */
    const char *map;     /**< "source=city1+country1,target=…", or, without '=' or with a slash in
                              front of it, the name of a file of such lines below "[cities.csv]"; or
                              NULL */
    bool directed;       /**< keep the direction of edges.csv */
    const char *decimal; /**< "," where numbers have a decimal comma; NULL or ".": a point */
    bool lax_quotes;     /**< a quote inside a field that does not begin with one is text */
    bool matrix;         /**< DATA is one CSV of members (rows) by networks (columns) */
    const char *name;    /**< what results call it; NULL: its folder's or file's name */
    int threads; /**< how many may work at once; 0: one. Nothing that is read depends on it */
} ent_dataset_options_t;

ENT_API_VOID void ent_dataset_options_init(ent_dataset_options_t *options);

/**
 * Opens a data set: a folder of tables, one CSV file of ties (or of members by networks), or "-"
 * for one on standard input, which may be compressed with gzip.
 *
 * Every fault of every table is collected; faulty rows are rejected and kept in the ledger, and
 * the call still succeeds: ask ent_dataset_error_count() whether any was. Actors come out sorted by
 * id, records by kind, parties, dates and id, so the order of the input rows does not show.
 *
 * @param dataset receives the data set, for the caller to free with ent_dataset_free()
 * @param path folder, file or "-"
 * @param options NULL for the defaults
 * @return ENT_EIO when a file cannot be read; ENT_EDATA when the folder holds no table of ties or
 *         actors; ENT_EINVAL for an option that makes no sense or a `map` that names a column that
 *         is not there; ENT_ENOMEM
 */
ENT_API ent_status_t ent_dataset_open(ent_dataset_t **dataset, const char *path,
                                      const ent_dataset_options_t *options, ent_error_t *err);
ENT_API_VOID void ent_dataset_free(ent_dataset_t *dataset);

/** Whether a file of that name ("cities.csv", "Agreements.CSV", "datapackage.json") would be read
 *  as part of a data set, were it in the set's folder. */
ENT_API_VOID bool ent_dataset_takes_file(const char *name);

/** DATA as the caller named it. */
ENT_API_VOID const char *ent_dataset_path(const ent_dataset_t *dataset);
/** What results call it, however the path was written: the last part of its canonical path, "-"
 *  for standard input, or the name in the options. */
ENT_API_VOID const char *ent_dataset_called(const ent_dataset_t *dataset);

ENT_API_VOID size_t ent_dataset_actor_count(const ent_dataset_t *dataset);
ENT_API_VOID const ent_actor_t *ent_dataset_actor(const ent_dataset_t *dataset, ent_id_t actor);

/** What a country is called in a language (BCP 47: en, es, ko and their regions; NULL: en), by its
 *  ISO 3166-1 alpha-2 code in capitals; NULL for another code or language. */
ENT_API_VOID const char *ent_country_name(const char *code, const char *language);

/** The value of any column of an actor's table ("population", "name_ko", "kind" and "id" too);
 *  NULL when its table has no such column, "" when the cell is empty. */
ENT_API_VOID const char *ent_dataset_attribute(const ent_dataset_t *dataset, ent_id_t actor,
                                               const char *column);
/** The columns of the actor tables that ent_actor_t does not hold, for export; sorted. */
ENT_API_VOID size_t ent_dataset_attribute_count(const ent_dataset_t *dataset);
ENT_API_VOID const char *ent_dataset_attribute_name(const ent_dataset_t *dataset, size_t index);

/** The actor's name in a language (BCP 47 tag such as "ko"), else its name. */
ENT_API_VOID const char *ent_dataset_name(const ent_dataset_t *dataset, ent_id_t actor,
                                          const char *language);

/** An alias that aliases.csv gives the actor, and the ledger row (`row` may be NULL) that gives it:
 *  number `index` of them, in no stated order; NULL behind the last. */
ENT_API_VOID const char *ent_dataset_alias(const ent_dataset_t *dataset, ent_id_t actor,
                                           size_t index, size_t *row);

/** Everything that actors are called: ids, names in every language, aliases; in no stated order,
 * and a text as often as somebody bears it. `actor` receives the bearer, ENT_NONE where the row
 * that gives the name was rejected. */
ENT_API_VOID size_t ent_dataset_called_count(const ent_dataset_t *dataset);
ENT_API_VOID const char *ent_dataset_called_at(const ent_dataset_t *dataset, size_t index,
                                               ent_id_t *actor);

/**
 * Finds an actor by id, name or alias: exact (NFC) first, then folded (case, marks, width,
 * blanks) where that is unique.
 *
 * @param actor receives the index, or ENT_NONE
 * @return ENT_OK; ENT_EINVAL when nobody bears the name (with a suggestion) or more than one does
 *         (with both); ENT_ENOMEM
 */
ENT_API ent_status_t ent_dataset_find(const ent_dataset_t *dataset, ent_id_t *actor,
                                      const char *name, ent_error_t *err);

ENT_API_VOID size_t ent_dataset_record_count(const ent_dataset_t *dataset);
ENT_API_VOID const ent_record_t *ent_dataset_record(const ent_dataset_t *dataset, ent_id_t record);
/**
 * What a record is, how it stands, and between whom: all that a look at many records needs. None of
 * these takes memory, where ent_dataset_record() writes each record whole, in some 220 bytes, when
 * it is asked for.
 */
ENT_API_VOID ent_tie_kind_t ent_dataset_record_kind(const ent_dataset_t *dataset, ent_id_t record);
ENT_API_VOID ent_tie_status_t ent_dataset_record_status(const ent_dataset_t *dataset,
                                                        ent_id_t record);
/** @param count receives how many. @return the actors, in the data set's memory, not NULL */
ENT_API_VOID const ent_id_t *ent_dataset_record_parties(const ent_dataset_t *dataset,
                                                        ent_id_t record, size_t *count);
/** The text of any column of the record's rows; where several rows fill it, the one that is least
 *  in order of content. NULL if their table has no such column. */
ENT_API_VOID const char *ent_dataset_record_attribute(const ent_dataset_t *dataset, ent_id_t record,
                                                      const char *column);

ENT_API_VOID size_t ent_dataset_table_count(const ent_dataset_t *dataset);
ENT_API_VOID const ent_table_t *ent_dataset_table(const ent_dataset_t *dataset, ent_id_t table);
ENT_API_VOID size_t ent_dataset_companion_count(const ent_dataset_t *dataset);
ENT_API_VOID const ent_companion_t *ent_dataset_companion(const ent_dataset_t *dataset,
                                                          size_t companion);
ENT_API_VOID size_t ent_dataset_row_count(const ent_dataset_t *dataset);
ENT_API_VOID ent_row_t ent_dataset_row(const ent_dataset_t *dataset, size_t row);
ENT_API_VOID size_t ent_dataset_fault_count(const ent_dataset_t *dataset);
ENT_API_VOID const ent_fault_t *ent_dataset_fault(const ent_dataset_t *dataset, size_t fault);
/** How many of the faults are errors: rejected rows and tables that cannot be read at all. Zero
 *  means that nothing was rejected. */
ENT_API_VOID size_t ent_dataset_error_count(const ent_dataset_t *dataset);
/** How many rows were rejected. Time: O(rows). */
ENT_API_VOID size_t ent_dataset_rejected_count(const ent_dataset_t *dataset);
ENT_API_VOID size_t ent_dataset_claim_count(const ent_dataset_t *dataset);
ENT_API_VOID const ent_claim_t *ent_dataset_claim(const ent_dataset_t *dataset, size_t claim);
ENT_API_VOID size_t ent_dataset_contradiction_count(const ent_dataset_t *dataset);
ENT_API_VOID const ent_contradiction_t *ent_dataset_contradiction(const ent_dataset_t *dataset,
                                                                  size_t contradiction);
ENT_API_VOID size_t ent_dataset_source_count(const ent_dataset_t *dataset);
ENT_API_VOID const ent_source_t *ent_dataset_source(const ent_dataset_t *dataset, size_t source);

/** Which ties count: on a date, with which statuses beside active. */
typedef struct ent_selection {
    bool dated;       /**< false: no tie and no claim has a date, so all count */
    int32_t as_of;    /**< day since 1970-01-01 */
    bool as_of_given; /**< by the caller, not by the default rule */
    unsigned include; /**< bits 1 << ent_tie_status_t; active is always in */
} ent_selection_t;

/**
 * Reads `--as-of` and `--include`.
 *
 * @param dataset may be NULL where `as_of` is given
 * @param as_of a date at any precision (its last day counts), or NULL for the default: the newest
 *        first day among ties that are not planned and claims
 * @param include "planned,disputed,…" or NULL
 * @return ENT_EINVAL for a date or status that is none, with a suggestion
 */
ENT_API ent_status_t ent_selection_init(ent_selection_t *selection, const ent_dataset_t *dataset,
                                        const char *as_of, const char *include, ent_error_t *err);

typedef enum ent_count {
    ENT_COUNTS,         /**< active (or included) and in force, whatever the truth of its dates */
    ENT_COUNTS_MAYBE,   /**< counts at its widest; depends on where the truth lies */
    ENT_COUNTS_UNDATED, /**< counts at every date, as it has no start */
    ENT_NOT_STATUS,     /**< set aside by its status */
    ENT_NOT_DATE        /**< set aside by its dates */
} ent_count_t;

/** Whether a record counts under a selection. Where planned ties are included, those that begin
 *  later count too; where expired, terminated or withdrawn ones are, those that are over. */
ENT_API_VOID ent_count_t ent_selection_judge(const ent_selection_t *selection,
                                             const ent_record_t *record);

/** The account of one table (ENT_NONE: of all) under a selection (NULL: nothing set aside). */
ENT_API_VOID void ent_dataset_account(const ent_dataset_t *dataset, ent_account_t *account,
                                      ent_id_t table, const ent_selection_t *selection);

/** "city", "network", …; "membership", …; "active", …; "used", "merged", …. Never NULL. */
ENT_API_VOID const char *ent_kind_name(ent_kind_t kind);
ENT_API_VOID const char *ent_tie_kind_name(ent_tie_kind_t kind);
ENT_API_VOID const char *ent_tie_status_name(ent_tie_status_t status);
ENT_API_VOID const char *ent_row_state_name(ent_row_state_t state);

/** "2025-04-11" into `out`; an open end gives "..". */
ENT_API_VOID void ent_day_format(int32_t day, char out[11]);

#ifdef __cplusplus
}
#endif

#endif
