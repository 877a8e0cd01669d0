/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of ent_dataset_t, and what its files share while one is being opened.
 *
 * Tables are read whole, then judged in the order sources, actors, aliases, ties, claims, so that
 * every name is known before a tie uses it. Actors and records get their final order at the end
 * (finish.c); until then indices are in order of reading. Memory that runs out while a row is
 * judged is noted in the load and asked for once a table. */
#ifndef ENT_DATASET_DATASET_I_H
#define ENT_DATASET_DATASET_I_H

#include <string.h>

#include "base/names.h"
#include "base/slots.h"
#include "base/watch.h"
#include "dataset/schema.h"
#include "dataset/tie.h"
#include "table/csv_rows.h"

#define ENT_NO_ROW SIZE_MAX

/* A row of the ledger, of which a large data set has millions. */
typedef struct ent_i_row {
    uint32_t line;
    ent_id_t of;            /* the actor that it describes or the record that it is part of */
    uint32_t text;          /* where the texts of its cells begin in its sheet … */
    unsigned text_high : 8; /* … and the bits above */
    unsigned table : 8;
    unsigned state : 4; /* ent_row_state_t */
    bool is_actor : 1;  /* `of` is an actor */
    bool has_text : 1;
    bool placed : 1; /* the places of its cells stand in front of the texts */
} ent_i_row_t;

static inline ent_id_t ent_i_row_actor(const ent_i_row_t *row)
{
    return row->is_actor ? row->of : ENT_NONE;
}

static inline ent_id_t ent_i_row_record(const ent_i_row_t *row)
{
    return row->is_actor ? ENT_NONE : row->of;
}

static inline void ent_i_row_describe(ent_i_row_t *row, ent_id_t actor)
{
    row->of = actor;
    row->is_actor = true;
}

/* Why a row was merged or rejected. */
typedef struct ent_i_reason {
    size_t row;
    size_t made; /* in which order: the last of a row counts */
    const char *text;
} ent_i_reason_t;

/* The header of one column. */
typedef struct ent_i_column {
    const char *name; /* as written */
    const char *key;  /* as it is found: lower case, blanks as '_' */
    uint32_t column;
    const ent_i_rule_t *rule; /* NULL: an attribute */
} ent_i_column_t;

/* The columns that feed one rule: none, one, or several joined. */
typedef struct ent_i_binding {
    size_t *column;
    size_t count;
} ent_i_binding_t;

/* One table in memory. Its rows are dataset->row[row_first] … [row_first + shown.rows - 1]. */
typedef struct ent_i_sheet {
    ent_table_t shown;
    ent_i_role_t role;
    bool broken; /* no usable header: every row is rejected */
    uint32_t header_line;
    ent_i_column_t *column;
    size_t column_count;
    ent_i_binding_t bound[ENT_RULE_MAX];
    ent_i_packed_t cells; /* of all rows: see cells.c */
    const char **missing; /* texts that stand for an empty cell */
    size_t missing_count;
    size_t row_first;
    ent_id_t *network; /* of a matrix: by column; ENT_NONE where it names none */
    uint32_t grouped;  /* with a decimal comma: the line of the first number such as 1.234,5 */
    bool graded;       /* a matrix with cells other than 0 and 1 */
} ent_i_sheet_t;

/* A fault and what sorts it. */
typedef struct ent_i_fault {
    ent_fault_t shown;
    size_t order; /* table, or past all of them */
    size_t made;  /* in which order */
} ent_i_fault_t;

/* Why a name leads to an actor; the least wins. */
typedef enum ent_i_rank {
    ENT_RANK_ID,
    ENT_RANK_NAME, /* name or alias */
    ENT_RANK_LANGUAGE,
    ENT_RANK_REJECTED /* the row that bears it is rejected */
} ent_i_rank_t;

typedef struct ent_i_entry {
    const char *key; /* kept elsewhere */
    ent_id_t actor;  /* ENT_NONE when rejected */
    ent_id_t next;   /* of the same key */
    uint32_t row;    /* UINT32_MAX for actors made from ties */
    unsigned char rank;
    bool shared; /* there is another of the same key */
} ent_i_entry_t;

/* The row that gives an entry, or ENT_NO_ROW. */
static inline size_t ent_i_entry_row(const ent_i_entry_t *entry)
{
    return entry->row == UINT32_MAX ? ENT_NO_ROW : entry->row;
}

/* Every name that somebody bears (index.c); folded ones apart (folds.c). */
typedef struct ent_i_folds ent_i_folds_t;

typedef struct ent_i_index {
    ent_i_slots_t slots; /* to the newest entry of each key */
    ent_i_entry_t *entry;
    size_t count;
    size_t capacity;
    ent_i_folds_t *folds;
} ent_i_index_t;

struct ent_dataset {
    ent_i_arena_t arena;
    const char *path;
    const char *called;
    int threads; /* as many as read it */

    ent_i_sheet_t *sheet;
    size_t sheet_count;
    size_t sheet_capacity;
    ent_i_row_t *row;
    size_t row_count;
    size_t row_capacity;
    ent_i_reason_t *reason; /* in the end by row, one of each */
    size_t reason_count;
    size_t reason_capacity;

    ent_actor_t *actor;
    size_t *actor_row; /* or ENT_NO_ROW */
    size_t actor_count;
    size_t actor_capacity;
    size_t actor_row_capacity;
    ent_i_index_t index;

    ent_i_tie_t *tie; /* by record */
    size_t record_count;
    size_t tie_capacity;
    ent_record_t *whole; /* the records that are not plain */
    size_t whole_count;
    size_t whole_capacity;
    ent_i_terms_t *terms; /* of plain records, each once */
    size_t terms_count;
    size_t terms_capacity;
    ent_id_t *repeats; /* by record: as in ent_record_t; NULL where none repeats another */
    struct ent_i_written *written; /* by record: the plain ones that somebody asked for */

    ent_i_fault_t *fault;
    size_t fault_count;
    size_t fault_capacity;
    size_t error_count;

    ent_source_t *source;
    size_t source_count;
    size_t source_capacity;
    ent_claim_t *claim;
    size_t claim_count;
    size_t claim_capacity;
    ent_contradiction_t *contradiction;
    size_t contradiction_count;
    size_t contradiction_capacity;

    const char **attribute; /* columns of actor tables that ent_actor_t does not hold */
    size_t attribute_count;
    size_t attribute_capacity;
    ent_companion_t *companion;
    size_t companion_count;
    size_t companion_capacity;
    bool comma;         /* numbers have a decimal comma */
    int32_t newest_day; /* of the default rule for --as-of; ENT_DAY_MIN when there is none */
};

/* One `target=source1+source2` of --map. */
typedef struct ent_i_mapping {
    const char *table; /* role name, or NULL for any */
    const char *target;
    const char **source;
    size_t source_count;
    bool used;
    const char *file; /* where it stands; NULL: on the command line */
    uint32_t line;
} ent_i_mapping_t;

/* What the rows of a whole record give, by rule, while they are united; the first is its tie's. */
typedef struct ent_i_merge {
    ent_i_cell_t *given; /* NULL when no other row can join */
    size_t last_row;
} ent_i_merge_t;

/* A data set in the making. */
typedef struct ent_i_place_said ent_i_place_said_t;

typedef struct ent_i_load {
    ent_dataset_t *dataset;
    const ent_dataset_options_t *options;
    ent_i_mapping_t *mapping;
    size_t mapping_count;
    bool single;    /* one CSV file, not a folder */
    bool no_memory; /* an allocation failed while a row was judged */
    bool has[ENT_ROLE_COUNT];

    bool makes; /* no actor table: actors are made from ties */
    bool *seen; /* by actor: in a table, or named by a tie that is not rejected */
    size_t seen_capacity;
    ent_i_names_t *known;   /* name as written to actor, where the index took more than a look */
    ent_i_names_t *sources; /* key of a source to its index */
    ent_i_names_t *missing; /* sources already reported as missing */
    ent_i_names_t *same;    /* id of an agreement, member of a matrix or claim to the first row */
    ent_i_slots_t terms;    /* to those of the dataset */
    size_t *row_next;       /* next row of the same record, plus one; 0: none */
    ent_i_merge_t *merge;   /* by number of the whole record */
    size_t merge_capacity;
    ent_i_text_t scratch;
    ent_i_cell_t *cell; /* of the row that was asked for last, room for the widest table */
    size_t cell_capacity;
    size_t folded;  /* of the table being read: names found by folding, … */
    size_t variant; /* … names in another form than NFC, … */
    size_t directed;
    const char *folded_example;
    size_t suggestions_left;
    ent_i_place_said_t *said; /* of the table being read: where ends of ties are */
    size_t said_count;
    size_t said_capacity;
} ent_i_load_t;

/* The row behind one of the same record, or ENT_NO_ROW. */
static inline size_t ent_i_next_row(const ent_i_load_t *load, size_t row)
{
    return load->row_next[row] == 0 ? ENT_NO_ROW : load->row_next[row] - 1;
}

/* The row that is being judged; ENT_NO_ROW for the header. */
struct ent_i_judge {
    ent_i_load_t *load;
    ent_i_sheet_t *sheet;
    size_t row;
    bool failed; /* the row is rejected */
};

/* fault.c: what to tell about the input. Texts are built in the arena. */
const char *ent_i_keep(ent_i_load_t *load, const char *text, size_t size);
const char *ent_i_quote(ent_i_load_t *load, const char *text);
const char *ent_i_place(ent_i_load_t *load, size_t row); /* "cities.csv:12" */
bool ent_i_reject(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *format, ...)
    ENT_PRINTF(3, 4);
void ent_i_warn(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *format, ...)
    ENT_PRINTF(3, 4);
void ent_i_tell(ent_i_load_t *load, const ent_i_sheet_t *sheet, ent_severity_t severity,
                uint32_t line, uint32_t column, const char *format, ...) ENT_PRINTF(6, 7);
void ent_i_tell_file(ent_i_load_t *load, const char *file, ent_severity_t severity,
                     const char *format, ...) ENT_PRINTF(4, 5);
void ent_i_tell_forms(ent_i_load_t *load, const ent_i_sheet_t *sheet);
void ent_i_faults_sort(ent_dataset_t *dataset);
ent_status_t ent_i_memory(const ent_i_load_t *load, ent_error_t *err);

/* ledger.c: files that say how tables are read, … */
ent_status_t ent_i_companion_add(ent_i_load_t *load, const char *file, const char *role,
                                 const ent_blob_t *bytes, ent_error_t *err);

/* … rows and their cells. */
ent_status_t ent_i_row_add(ent_i_load_t *load, ent_i_sheet_t *sheet, uint32_t line,
                           ent_row_state_t state, ent_error_t *err);
ent_status_t ent_i_too_many_rows(ent_error_t *err);
/* Keeps why a row is what it is; `reason` is kept already. */
void ent_i_row_reason(ent_i_load_t *load, size_t row, const char *reason);
void ent_i_reasons_sort(ent_dataset_t *dataset);
/* Rejects a row for its table's header. */
void ent_i_row_unusable(ent_i_load_t *load, size_t row);
void ent_i_row_merged(ent_i_load_t *load, size_t row, size_t earlier);
/* The same of an edge, which is a parallel tie all the same. */
void ent_i_row_repeated(ent_i_load_t *load, size_t row, size_t earlier);
const ent_i_column_t *ent_i_find_column(const ent_i_sheet_t *sheet, const char *name);
int ent_i_compare_rows(const ent_dataset_t *dataset, size_t a, size_t b);

/* cells.c: the cells of a row, packed, … */
ent_status_t ent_i_cells_pack(const ent_i_sheet_t *sheet, ent_i_row_t *row,
                              const ent_i_record_t *record, ent_i_packed_t *packed,
                              ent_error_t *err);
/* … and those of a plain row, which are packed already; … */
void ent_i_cells_take(ent_i_row_t *row, size_t at, bool placed);
static inline size_t ent_i_cells_at(const ent_i_row_t *row)
{
    return (size_t)((uint64_t)row->text_high << 32 | row->text);
}
/* … those of a row, until the next call; NULL for a row without any. Their texts stay. */
const ent_i_cell_t *ent_i_row_cells(ent_i_load_t *load, size_t row);
/* The text of a row's first cell, behind which stand the others'; of one cell; or NULL. */
const char *ent_i_row_texts(const ent_dataset_t *dataset, size_t row);
const char *ent_i_row_text(const ent_dataset_t *dataset, size_t row, size_t column);

static inline const char *ent_i_next_text(const char *text)
{
    return text + strlen(text) + 1;
}

/* called.c: what results call the data set. */
ent_status_t ent_i_call(ent_i_load_t *load, const char *path, ent_error_t *err);

/* header.c, map.c: columns. */
ent_status_t ent_i_map_parse(ent_i_load_t *load, ent_error_t *err);
ent_status_t ent_i_map_check(ent_i_load_t *load, ent_error_t *err);
ent_i_mapping_t *ent_i_map_find(ent_i_load_t *load, ent_i_role_t role, const char *target);
bool ent_i_any_role_has(const char *table, const char *target);
const char *ent_i_column_key(ent_i_load_t *load, const char *name);
/* Whether a word is the key of a column, whatever its case and blanks. */
bool ent_i_is_column_key(const char *word, const char *key);
/* Whether any text is; sets *failed when memory runs out. */
bool ent_i_is_header_text(const char *text, const char *key, bool *failed);
/* Whether a row of as many fields as there are columns is the header again; the same. */
bool ent_i_is_header_record(const ent_i_sheet_t *sheet, const ent_i_record_t *record, bool *failed);
/* Whether a row holds nothing: no text and no quotes. */
bool ent_i_is_blank_record(const ent_i_record_t *record);
ent_status_t ent_i_header_read(ent_i_load_t *load, ent_i_sheet_t *sheet,
                               const ent_i_record_t *record, ent_i_csv_t *csv, ent_error_t *err);
const char *ent_i_columns_list(ent_i_load_t *load, const ent_i_sheet_t *sheet);

/* pieces.c: the rows of a table that nothing is to be told of, and any number of them. */
typedef struct ent_i_pieces {
    ent_i_csv_piece_t *piece;
    size_t count;
    size_t next;
    ent_i_task_t task; /* to read the table, in bytes */
    size_t told;       /* where its text has been read to, as the task knows */
} ent_i_pieces_t;

/* Cuts what is left of a table; makes room for its rows. */
ent_status_t ent_i_pieces_cut(ent_i_load_t *load, ent_i_sheet_t *sheet, const ent_i_csv_t *csv,
                              ent_i_pieces_t *pieces, ent_error_t *err);
/* Tells the task that the text has been read up to `at`. */
void ent_i_pieces_tell(ent_i_pieces_t *pieces, size_t at);
/* Reads as many as can be; *end is behind the one that has to be read record by record, of which
 * nothing is read yet, or behind the last. */
ent_status_t ent_i_pieces_read(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                               ent_i_pieces_t *pieces, size_t *end, ent_error_t *err);

/* read.c: a table into memory; a row into its draft. */
ent_status_t ent_i_sheet_read(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                              ent_error_t *err);
void ent_i_gather(ent_i_judge_t *judge, ent_i_cell_t cell[ENT_RULE_MAX]);
bool ent_i_read_draft(ent_i_judge_t *judge, const ent_i_cell_t cell[ENT_RULE_MAX], void *draft);

/* values.c: text and numbers. */
bool ent_i_read_number(const ent_dataset_t *dataset, double *number, const char *text);
/* A weight of which nothing is to be told. */
bool ent_i_read_weight(const ent_dataset_t *dataset, double *weight, const char *text);
static inline ent_period_t ent_i_period(const ent_i_date_t *date)
{
    return (ent_period_t){.first = date->first, .last = date->last, .known = date->known};
}
/* Looks for numbers with both marks in a table that was read. */
void ent_i_find_grouped(ent_i_load_t *load, ent_i_sheet_t *sheet);
bool ent_i_is_number_rule(const ent_i_rule_t *rule);
/* The canonical form of a name, kept; the name itself where it is its own key, so give one that
 * is kept. */
const char *ent_i_key(ent_i_load_t *load, const char *text);
const char *ent_i_read_key(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *what);
/* Whether a text is its own key and nothing is to be told of it; sets *failed when memory runs
 * out. */
bool ent_i_is_quiet_key(const char *text, bool *failed);

/* index.c: names as they are written. The key is one that is kept. */
ent_status_t ent_i_index_add(ent_dataset_t *dataset, const char *key, ent_i_rank_t rank,
                             ent_id_t actor, size_t row, ent_error_t *err);
/* The same where the key's hash is known. */
ent_status_t ent_i_index_put(ent_dataset_t *dataset, const char *key, uint32_t hash,
                             ent_i_rank_t rank, ent_id_t actor, size_t row, ent_error_t *err);
void ent_i_index_free(ent_i_index_t *index);
/* Makes room for so many more; asks for what looking for a key will read, given its hash. */
ent_status_t ent_i_index_reserve(ent_i_index_t *index, size_t more, ent_error_t *err);
uint32_t ent_i_index_hash(const char *key);
void ent_i_index_expect(const ent_i_index_t *index, uint32_t hash);
/* The newest entry of a key, or ENT_NONE. */
ent_id_t ent_i_index_find(const ent_i_index_t *index, const char *key);
ent_id_t ent_i_index_look(const ent_i_index_t *index, const char *key, uint32_t hash);
/* Who bears a key as id, name or alias where no other entry has it; ENT_NONE where it takes more
 * to say. */
ent_id_t ent_i_index_only(const ent_i_index_t *index, const char *key);
/* The same of at most 64 keys, which takes less than of one after the other. */
void ent_i_index_only_many(const ent_i_index_t *index, const char *const *key, size_t count,
                           ent_id_t *actor);
/* Whether a row of aliases.csv gives it. */
bool ent_i_index_is_alias(const ent_dataset_t *dataset, const ent_i_entry_t *entry);

/* folds.c: the same names folded, up to date after ent_i_folds_follow(). */
ent_status_t ent_i_folds_new(ent_i_folds_t **folds, ent_error_t *err);
void ent_i_folds_free(ent_i_folds_t *folds);
ent_status_t ent_i_folds_follow(const ent_i_index_t *index, ent_error_t *err);
ent_id_t ent_i_folds_find(const ent_i_index_t *index, const char *fold);
ent_id_t ent_i_folds_next(const ent_i_index_t *index, ent_id_t entry);
const char *ent_i_folds_at(const ent_i_index_t *index, size_t entry);

/* names.c: who bears a name. */
typedef enum ent_i_match {
    ENT_MATCH_NONE,
    ENT_MATCH_EXACT,
    ENT_MATCH_FOLDED,
    ENT_MATCH_SEVERAL,
    ENT_MATCH_REJECTED
} ent_i_match_t;

typedef struct ent_i_found {
    ent_i_match_t match;
    ent_id_t actor;
    ent_id_t entry; /* the first of the chain that matched */
    bool folded;    /* it is a chain of one folded name */
} ent_i_found_t;

/* Looks a key up, and where nobody bears it and `folded` is asked for, its folded form. */
ent_status_t ent_i_index_match(const ent_i_index_t *index, const char *key, bool folded,
                               ent_i_found_t *found, ent_error_t *err);
/* "'gongju' and 'gongju-2'": the ids behind a name that several bear, or "". */
void ent_i_index_bearers(const ent_dataset_t *dataset, const ent_i_found_t *found,
                         ent_i_text_t *text);
/* The name nearest to `word`, or NULL; *actor (may be NULL) bears it. */
ent_status_t ent_i_index_nearest(const ent_i_index_t *index, const char *word, const char **near,
                                 ent_id_t *actor, ent_error_t *err);

/* resolve.c: the actor that a cell names, made if the table may make it; ENT_NONE after a
 * rejection. `kind` is the kind wanted: a network, an event, or ENT_KIND_COUNT for a party. */
ent_id_t ent_i_resolve(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *what,
                       ent_kind_t kind);
/* The same for evidence: ENT_NONE and a warning where nobody bears the name. */
ent_id_t ent_i_resolve_softly(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *name,
                              const char *what);

/* The id of the actor that bears a name, or the name's key where nobody does. */
const char *ent_i_id_of(ent_i_load_t *load, const char *name);

/* A pass over one kind of table each. */
ent_status_t ent_i_read_actors(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err);
ent_status_t ent_i_check_parents(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err);
ent_status_t ent_i_read_aliases(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err);
ent_status_t ent_i_read_ties(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err);
ent_status_t ent_i_read_sources(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err);
ent_status_t ent_i_read_claims(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err);
void ent_i_check_sources(ent_i_judge_t *judge, const char *list);
ent_status_t ent_i_actor_add(ent_i_load_t *load, const ent_actor_t *actor, size_t row,
                             ent_id_t *made, ent_error_t *err);
/* The same where the hashes of id and name are known. */
ent_status_t ent_i_actor_put(ent_i_load_t *load, const ent_actor_t *actor, const uint32_t hash[2],
                             size_t row, ent_id_t *made, ent_error_t *err);

/* An actor of which nothing is known but its name; ENT_NONE where memory runs out. */
ent_id_t ent_i_actor_make(ent_i_judge_t *judge, const char *key);

/* actors.c: whether an actor bears an id; whether a column gives names in another language. */
bool ent_i_id_is_taken(const ent_dataset_t *dataset, const char *id, uint32_t hash);
bool ent_i_is_language_column(const ent_i_column_t *column);

/* Reads gathered cells (a row's, or those of several rows of one agreement) but for the names. */
bool ent_i_read_tie(ent_i_judge_t *judge, const ent_i_cell_t cell[ENT_RULE_MAX],
                    ent_i_tie_draft_t *draft);

/* places.c: coordinates beside the ends of a tie belong to actors that no table lists. The table's
 * are collected, then settled whatever the order of its rows. */
ent_status_t ent_i_places_add(ent_i_judge_t *judge, const ent_i_tie_draft_t *draft,
                              const ent_id_t party[2], ent_error_t *err);
void ent_i_places_settle(ent_i_load_t *load, const ent_i_sheet_t *sheet);
void ent_i_places_drop(ent_i_load_t *load);

void ent_i_tie_blank(ent_i_tie_draft_t *draft, ent_tie_kind_t kind);

/* matrix.c: a table of members by networks. Recognises one among single files: sheet->role. */
ent_status_t ent_i_matrix_recognise(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                                    ent_error_t *err);
void ent_i_matrix_check_header(ent_i_load_t *load, ent_i_sheet_t *sheet);
ent_status_t ent_i_matrix_prepare(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err);
ent_status_t ent_i_read_matrix_row(ent_i_judge_t *judge, ent_error_t *err);

/* records.c: where a row goes; … */
ent_status_t ent_i_record_place(ent_i_judge_t *judge, ent_i_tie_draft_t *draft,
                                const ent_i_cell_t cell[ENT_RULE_MAX], ent_error_t *err);
/* … puts it behind the others of its record; … */
void ent_i_record_append(ent_i_load_t *load, ent_id_t record, size_t row);
/* … the whole of a record that more than one row states. */
ent_status_t ent_i_record_open(ent_i_load_t *load, ent_id_t number, ent_record_t **record,
                               ent_error_t *err);

/* pairs.c: records that stand together in an order and are of one kind and pair. */
typedef struct ent_i_alike {
    uint32_t first; /* in the order */
    uint32_t count;
} ent_i_alike_t;

typedef struct ent_i_alikes {
    ent_i_alike_t *run;
    size_t count;
    size_t capacity;
} ent_i_alikes_t;

void ent_i_alike_free(ent_i_alikes_t *runs);
/* Puts the records in order by kind and the first two parties; lists the runs of several. */
ent_status_t ent_i_order_pairs(const ent_dataset_t *dataset, ent_id_t *order, size_t actors,
                               int threads, ent_i_alikes_t *runs, ent_error_t *err);
/* How many shares threads are to take of so many records, one each; 1 where they are few. */
size_t ent_i_shares(size_t records, int threads);

/* same.c: makes one record of those whose rows state the same; *count of `order`, in which records
 * of a kind and pair stand together, are left. Edges of one pair stay, but for the account. */
ent_status_t ent_i_same_unite(ent_i_load_t *load, ent_id_t *order, size_t *count,
                              ent_i_alikes_t *runs, ent_error_t *err);
/* Writes what a cell says, the same however it is written. */
void ent_i_state_value(ent_i_load_t *load, const ent_i_rule_t *rule, const char *text,
                       ent_i_text_t *out);

/* A record of the row's own; `given` as in ent_i_merge_t. */
ent_status_t ent_i_record_add(ent_i_judge_t *judge, const ent_i_tie_draft_t *draft,
                              const ent_i_cell_t *given, ent_error_t *err);

/* tie.c: a tie from its record, but for its row and what is more; … */
void ent_i_tie_take(ent_i_tie_t *tie, const ent_record_t *record);
/* … whether the record of a table's row is plain; … */
bool ent_i_is_plain(const ent_i_sheet_t *sheet, const ent_record_t *record);
/* … a record whole, its rows not yet known; … */
void ent_i_record_whole(const ent_dataset_t *dataset, ent_id_t record, ent_record_t *out);
/* … kept so beside its tie, with parties of its own; … */
ent_status_t ent_i_record_keep(ent_i_load_t *load, ent_id_t number, const ent_record_t *record,
                               ent_error_t *err);
/* … keeps the terms of those that are plain; … */
ent_status_t ent_i_terms_keep(ent_i_load_t *load, const ent_i_terms_t *terms, uint32_t *number,
                              ent_error_t *err);
/* … and room to write plain ones when they are asked for. */
ent_status_t ent_i_records_open(ent_dataset_t *dataset, ent_error_t *err);

/* order.c: the final order of records: … */
static inline bool ent_i_same_pair(const ent_i_tie_t *a, const ent_i_tie_t *b)
{
    return a->kind == b->kind && a->party[0] == b->party[0] && a->party[1] == b->party[1];
}
/* … of one pair by all else. The records in `order`, `count` of them, are left. */
ent_status_t ent_i_order_records(ent_dataset_t *dataset, ent_id_t *order, size_t count,
                                 const ent_i_alikes_t *runs, int threads, ent_error_t *err);
/* The row of a record that is first by content. */
size_t ent_i_first_row(const ent_dataset_t *dataset, ent_id_t record);

/* unite.c, finish.c, near.c, contradictions.c: after the last row. */
ent_status_t ent_i_unite_evidence(ent_i_load_t *load, const ent_id_t *order, size_t count,
                                  ent_error_t *err);
ent_status_t ent_i_finish(ent_i_load_t *load, ent_error_t *err);
ent_status_t ent_i_find_near(ent_i_load_t *load, ent_error_t *err);
ent_status_t ent_i_find_contradictions(ent_dataset_t *dataset, ent_error_t *err);

/* Asks at some rows whether the work is to go on (base/watch.h). */
static inline ent_status_t ent_i_row_go_on(size_t row, ent_error_t *err)
{
    return row % 256 == 0 ? ent_i_go_on(err) : ENT_OK;
}

#endif
