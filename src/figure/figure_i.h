/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the library's other modules may see of a figure. */
#ifndef ENT_FIGURE_FIGURE_I_H
#define ENT_FIGURE_FIGURE_I_H

#include "entente/figure.h"
#include "figure/scene.h"

const ent_i_scene_t *ent_i_figure_scene(const ent_figure_t *figure);

#define ENT_DOCUMENT_DATE_LAST 253402300799 /* the end of the year 9999 */

/* Whether a timeline has anything to show: a date of any tie that it has, or that was set aside. */
bool ent_i_figure_has_dates(const ent_network_t *network);

/* The date that a document must carry, in seconds since 1970: SOURCE_DATE_EPOCH, else 0. */
int64_t ent_i_document_date(void);

#endif
