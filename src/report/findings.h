/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of findings share. Each finding is made from the data by a rule, and is not made
 * where its condition does not hold. */
#ifndef ENT_REPORT_FINDINGS_H
#define ENT_REPORT_FINDINGS_H

#include "document/message.h"
#include "report/report_i.h"

/* Adds a finding; takes what `text` holds. `view` may be NULL: about the data as a whole. */
ent_status_t ent_i_finding_add(ent_i_report_t *report, const char *key, const char *measure,
                               const ent_i_viewed_t *view, double value, ent_i_text_t *text,
                               ent_error_t *err);
/* The same for a note. */
ent_status_t ent_i_note_add(ent_i_report_t *report, const char *key, const char *measure,
                            const ent_i_viewed_t *view, double value, ent_i_text_t *text,
                            ent_error_t *err);

/* The actors that share the largest of `values`, in order of id. */
typedef struct ent_i_leaders {
    const char **name;
    ent_id_t *vertex;
    size_t count;
    double value; /* NaN when nobody has one */
} ent_i_leaders_t;

/* `mode`: only vertices of that mode; -1: all. */
ent_status_t ent_i_leaders_find(ent_i_leaders_t *leaders, const ent_i_report_t *report,
                                const ent_i_viewed_t *view, const double *values, int mode,
                                ent_error_t *err);
void ent_i_leaders_free(ent_i_leaders_t *leaders);

/* findings_place.c: who stands where. */
ent_status_t ent_i_find_places(ent_i_report_t *report, ent_error_t *err);
/* findings_shape.c: the network as a whole, its regions and groups. */
ent_status_t ent_i_find_shape(ent_i_report_t *report, ent_error_t *err);
/* findings_shared.c: whether members share more networks than chance explains. */
ent_status_t ent_i_find_shared(ent_i_report_t *report, ent_error_t *err);
/* findings_cut.c: whose loss would cut off whom. */
ent_status_t ent_i_find_cuts(ent_i_report_t *report, ent_error_t *err);
/* findings_data.c: what the data leave out, contradict or cover. */
ent_status_t ent_i_find_data(ent_i_report_t *report, ent_error_t *err);

#endif
