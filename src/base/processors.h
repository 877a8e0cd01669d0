/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef ENT_BASE_PROCESSORS_H
#define ENT_BASE_PROCESSORS_H

#include "entente/common.h"

/* So many processors, or as many as the quota of the control groups listed in the file `groups`
 * is worth, rounded up, where that is fewer; `root` is where their files lie. At least 1. */
size_t ent_i_processors_of(size_t count, const char *groups, const char *root);

#endif
