/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a value of --map is: columns, or the name of a file of them. */
#ifndef ENT_DATASET_MAP_H
#define ENT_DATASET_MAP_H

#include <stdbool.h>

/* Whether it names a file: it has no '=', or a slash in front of the first, where the name of a
 * table or column of ours stands otherwise. */
bool ent_i_map_is_file(const char *map);

#endif
