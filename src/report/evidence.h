/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands behind a record: its input rows and its sources. */
#ifndef ENT_REPORT_EVIDENCE_H
#define ENT_REPORT_EVIDENCE_H

#include "base/memory.h"
#include "entente/dataset.h"

/* "agreements.csv:12; agreements.csv:14", in the order of the tables. */
void ent_i_record_rows(ent_i_text_t *text, const ent_dataset_t *dataset,
                       const ent_record_t *record);

/* The next id of a list separated by ';': *id of *size bytes without the blanks around it, *list
 * moved behind it. False at the end of the list. */
bool ent_i_source_next(const char **list, const char **id, size_t *size);

#endif
