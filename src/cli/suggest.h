/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Did you mean …? */
#ifndef ENT_CLI_SUGGEST_H
#define ENT_CLI_SUGGEST_H

#include <stddef.h>

/* The candidate nearest to a word, NULL when none is near. `candidate` gives them one by one, NULL
 * behind the last. */
const char *cli_nearest(const char *word, size_t length,
                        const char *(*candidate)(const void *context, size_t index),
                        const void *context);

#endif
