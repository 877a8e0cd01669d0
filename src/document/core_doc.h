/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Core and periphery in documents, shared by `entente groups` and the report. */
#ifndef ENT_DOCUMENT_CORE_DOC_H
#define ENT_DOCUMENT_CORE_DOC_H

#include "document/json.h"
#include "entente/core.h"

/* Appends one pattern's object to an array. */
void ent_i_core_put(ent_i_json_t *json, json_t *list, const ent_network_t *network,
                    const ent_core_t *core);

/* 1 or 0; NaN where there is no core. */
double ent_i_core_member(const ent_core_t *core, ent_id_t vertex);

#endif
