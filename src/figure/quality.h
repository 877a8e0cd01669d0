/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How well a figure is drawn, measured on its scene. */
#ifndef ENT_FIGURE_QUALITY_H
#define ENT_FIGURE_QUALITY_H

#include "figure/page.h"

ent_status_t ent_i_quality(ent_figure_quality_t *quality, const ent_i_page_t *page,
                           ent_error_t *err);

#endif
