/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The schema: which tables there are, which columns each has, how a cell is judged and where its
 * value goes. One table of rules per role; everything else walks these tables. */
#ifndef ENT_DATASET_SCHEMA_H
#define ENT_DATASET_SCHEMA_H

#include "base/date.h"
#include "entente/dataset.h"

typedef enum ent_i_role {
    ENT_ROLE_CITIES,
    ENT_ROLE_NETWORKS,
    ENT_ROLE_ORGANISATIONS,
    ENT_ROLE_EVENTS,
    ENT_ROLE_NODES,
    ENT_ROLE_ALIASES,
    ENT_ROLE_MEMBERSHIPS,
    ENT_ROLE_AGREEMENTS,
    ENT_ROLE_ATTENDANCE,
    ENT_ROLE_EDGES,
    ENT_ROLE_TIES,   /* one CSV file of ties, whatever its name */
    ENT_ROLE_MATRIX, /* one CSV file of members by networks */
    ENT_ROLE_SOURCES,
    ENT_ROLE_CLAIMS,
    ENT_ROLE_COUNT
} ent_i_role_t;

/* What a role's rows become. */
typedef enum ent_i_duty {
    ENT_DUTY_ACTORS,
    ENT_DUTY_ALIASES,
    ENT_DUTY_TIES,
    ENT_DUTY_SOURCES,
    ENT_DUTY_CLAIMS
} ent_i_duty_t;

/* One cell as it was read. */
typedef struct ent_i_cell {
    const char *text; /* NULL where the table has no such column */
    uint32_t line;
    uint32_t column;
} ent_i_cell_t;

typedef struct ent_i_judge ent_i_judge_t;
typedef struct ent_i_rule ent_i_rule_t;

/* Reads a cell that is not empty into `out`; on a fault rejects the row and returns false. */
typedef bool ent_i_parse_t(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                           void *out);

enum {
    ENT_RULE_REQUIRED = 1, /* the table must have the column and the row must fill it */
    ENT_RULE_PARTY = 2,    /* names the ends of a tie */
    ENT_RULE_EVIDENCE = 4, /* says who says so, not what: rows that differ only here are one */
    ENT_RULE_MAP_ONLY = 8, /* found only through --map */
    ENT_RULE_LIST = 16     /* rows of one agreement unite it */
};

struct ent_i_rule {
    const char *name; /* the header, lower case */
    const char *also; /* another header that serves, or NULL */
    ent_i_parse_t *parse;
    size_t offset; /* into the draft of the role's duty */
    unsigned flags;
};

typedef struct ent_i_role_info {
    const char *name; /* also the file: <name>.csv */
    ent_i_duty_t duty;
    int kind; /* ent_kind_t of actors, ent_tie_kind_t of ties */
    const ent_i_rule_t *rule;
    size_t rule_count;
} ent_i_role_info_t;

/* At most so many rules a role. */
#define ENT_RULE_MAX 24

/* A date with the cell that gave it. */
typedef struct ent_i_dated {
    ent_i_date_t date;
    ent_i_cell_t cell;
} ent_i_dated_t;

/* A row of an actor table. */
typedef struct ent_i_actor_draft {
    const char *id; /* its key */
    const char *name;
    const char *country;
    const char *region;
    const char *source;
    double latitude;
    double longitude;
    ent_i_cell_t parent; /* network, or city of an organisation */
    ent_i_dated_t start;
    ent_i_dated_t end;
} ent_i_actor_draft_t;

/* A row of a table of ties. */
typedef struct ent_i_tie_draft {
    ent_i_cell_t end[2]; /* the two columns of names */
    ent_i_cell_t parties;
    ent_i_dated_t signed_on;
    ent_i_dated_t from;
    ent_i_dated_t to;
    ent_i_cell_t event;
    ent_i_cell_t reported_by;
    ent_i_cell_t on_behalf_of;
    ent_i_cell_t direction; /* edges: Type */
    double latitude[2];     /* edges: of the ends */
    double longitude[2];
    ent_record_t record; /* its texts and numbers */
} ent_i_tie_draft_t;

/* A row of aliases.csv. */
typedef struct ent_i_alias_draft {
    ent_i_cell_t alias;
    ent_i_cell_t id;
} ent_i_alias_draft_t;

/* A row of sources.csv. */
typedef struct ent_i_source_draft {
    ent_source_t source;
    ent_i_dated_t dated;
} ent_i_source_draft_t;

/* A row of claims.csv. */
typedef struct ent_i_claim_draft {
    ent_claim_t claim;
    ent_i_cell_t subject;
    ent_i_dated_t as_of;
} ent_i_claim_draft_t;

const ent_i_role_info_t *ent_i_role_info(ent_i_role_t role);

/* Whether a folder may hold such a table, as <name>.csv. */
bool ent_i_role_has_file(ent_i_role_t role);

/* The role of a file ("Cities.csv" too), or ENT_ROLE_COUNT. */
ent_i_role_t ent_i_role_of_file(const char *name);

/* The rule of a role that a column's key names, or NULL; `mapped`: through --map. */
const ent_i_rule_t *ent_i_role_rule(ent_i_role_t role, const char *key, bool mapped);

/* The table of countries: whether `code` is ISO 3166-1 alpha-2 in capitals. */
bool ent_i_country_known(const char *code);
/* Its English name; NULL for what is no code. */
const char *ent_i_country_english(const char *code);

/* The code that somebody who wrote `text` meant (a code in small letters, alpha-3, an English name
 * or a known slip such as UK), or NULL. */
const char *ent_i_country_meant(const char *text);

/* Cells (values.c). */
ent_i_parse_t ent_i_parse_text, ent_i_parse_cell, ent_i_parse_key, ent_i_parse_name;
ent_i_parse_t ent_i_parse_country, ent_i_parse_latitude, ent_i_parse_longitude;
ent_i_parse_t ent_i_parse_date, ent_i_parse_status, ent_i_parse_months;
ent_i_parse_t ent_i_parse_weight, ent_i_parse_confidence;

#endif
