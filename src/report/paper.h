/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a paper on the report's results says of its methods. */
#ifndef ENT_REPORT_PAPER_H
#define ENT_REPORT_PAPER_H

#include "report/report_i.h"

/* Marks the measures that the page shows, by their place in the table of measures. */
ent_status_t ent_i_paper_measures(bool *shown, const ent_i_report_t *report, ent_error_t *err);

#endif
