/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of the tables of groups, shared by `entente groups` and the report. */
#ifndef ENT_DOCUMENT_GROUPS_DOC_H
#define ENT_DOCUMENT_GROUPS_DOC_H

#include "document/json.h"
#include "document/table.h"
#include "entente/group.h"

/* The columns group, size, group_stability, id, name, kind, country, stability. */
void ent_i_groups_columns(ent_i_table_t *table);

/* One row a member: groups from the largest, members in order of id. `view` (NULL: none) goes
 * into a first column that the caller has added. */
ent_status_t ent_i_groups_rows(ent_i_table_t *table, const ent_network_t *network,
                               const ent_groups_t *groups, const char *view, const char *language,
                               ent_error_t *err);

/* Puts the document of `groups --format json` into the root. */
ent_status_t ent_i_groups_put(ent_i_json_t *json, const ent_network_t *network,
                              const ent_groups_t *groups, uint64_t seed, ent_error_t *err);

#endif
