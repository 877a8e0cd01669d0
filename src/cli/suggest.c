/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/suggest.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many letters to insert, drop, change or swap with their neighbour (optimal string
 * alignment), in any case. Both words are shorter than LONGEST. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t row[3][LONGEST + 1];

    for (size_t j = 0; j <= b_length; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *now = row[i % 3];
        const size_t *before = row[(i - 1) % 3];

        now[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            int x = tolower((unsigned char)a[i - 1]);
            int y = tolower((unsigned char)b[j - 1]);

            now[j] = least(least(before[j] + 1, now[j - 1] + 1), before[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == tolower((unsigned char)b[j - 2]) &&
                y == tolower((unsigned char)a[i - 2]))
                now[j] = least(now[j], row[(i - 2) % 3][j - 2] + 1);
        }
    }
    return row[a_length % 3][b_length];
}

const char *cli_nearest(const char *word, size_t length,
                        const char *(*candidate)(const void *context, size_t index),
                        const void *context)
{
    const char *nearest = NULL;
    const char *name;
    size_t best = length < 5 ? 2 : (length + 1) / 3 + 1; /* as far is not what was meant */

    if (length == 0 || length > LONGEST)
        return NULL;
    for (size_t i = 0; (name = candidate(context, i)) != NULL; i++) {
        size_t name_length = strlen(name);
        size_t steps;

        if (name_length > LONGEST)
            continue;
        steps = distance(word, length, name, name_length);
        /* A beginning of at least three letters is as good as one slip. */
        if (length >= 3 && length < name_length && strncmp(word, name, length) == 0)
            steps = least(steps, 1);
        if (steps < best && steps < name_length) {
            best = steps;
            nearest = name;
        }
    }
    return nearest;
}
