/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Near misses: edits (insert, delete, replace, swap of neighbours) between strings. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

bool ent_i_one_edit_apart(const char *a, const char *b)
{
    const char *a_end = a + strlen(a);
    const char *b_end = b + strlen(b);
    long a_left, b_left;

    while (*a != '\0' && g_utf8_get_char(a) == g_utf8_get_char(b)) {
        a = g_utf8_next_char(a);
        b = g_utf8_next_char(b);
    }
    while (a_end > a && b_end > b) {
        const char *a_last = g_utf8_prev_char(a_end);
        const char *b_last = g_utf8_prev_char(b_end);

        if (g_utf8_get_char(a_last) != g_utf8_get_char(b_last))
            break;
        a_end = a_last;
        b_end = b_last;
    }
    /* What is left between the common ends decides. */
    a_left = g_utf8_strlen(a, a_end - a);
    b_left = g_utf8_strlen(b, b_end - b);
    if (a_left == 2 && b_left == 2)
        return g_utf8_get_char(a) == g_utf8_get_char(g_utf8_next_char(b)) &&
               g_utf8_get_char(b) == g_utf8_get_char(g_utf8_next_char(a));
    return a_left <= 1 && b_left <= 1;
}

static gunichar *decoded(const char *text, size_t *count)
{
    gunichar *letters;

    *count = 0;
    if (ent_i_alloc(&letters, strlen(text) + 1, sizeof *letters, NULL) != ENT_OK)
        return NULL;
    for (; *text != '\0'; text = g_utf8_next_char(text))
        letters[(*count)++] = g_utf8_get_char(text);
    return letters;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment; `row` holds three rows of b_count + 1 cells. */
static size_t aligned(const gunichar *a, size_t a_count, const gunichar *b, size_t b_count,
                      size_t limit, size_t *row)
{
    size_t *before = row, *above = row + b_count + 1, *here = above + b_count + 1;

    for (size_t j = 0; j <= b_count; j++)
        above[j] = j;
    for (size_t i = 1; i <= a_count; i++) {
        size_t best = here[0] = i;
        size_t *spare;

        for (size_t j = 1; j <= b_count; j++) {
            size_t cost = above[j - 1] + (a[i - 1] != b[j - 1]);

            cost = least(cost, least(above[j], here[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = least(cost, before[j - 2] + 1);
            here[j] = cost;
            best = least(best, cost);
        }
        /* A swap reaches over one row, so two rows beyond the limit end it. */
        if (best > limit + 1)
            return limit + 1;
        spare = before;
        before = above;
        above = here;
        here = spare;
    }
    return least(above[b_count], limit + 1);
}

size_t ent_i_edit_distance(const char *a, const char *b, size_t limit)
{
    size_t a_count, b_count, result = limit + 1;
    gunichar *a_letters = decoded(a, &a_count);
    gunichar *b_letters = decoded(b, &b_count);
    size_t *row = NULL;

    if (a_letters == NULL || b_letters == NULL)
        goto cleanup;
    if ((a_count > b_count ? a_count - b_count : b_count - a_count) > limit)
        goto cleanup;
    if (ent_i_alloc(&row, 3 * (b_count + 1), sizeof *row, NULL) != ENT_OK)
        goto cleanup;
    result = aligned(a_letters, a_count, b_letters, b_count, limit, row);

cleanup:
    free(row);
    free(b_letters);
    free(a_letters);
    return result;
}

const char *ent_i_nearest(const char *word, const char *const *candidates, size_t count)
{
    char *folded = ent_i_name_fold(word);
    const char *nearest = NULL;
    size_t limit;

    if (folded == NULL)
        return NULL;
    limit = (size_t)g_utf8_strlen(folded, -1) / 3;
    limit = limit < 1 ? 1 : least(limit, 3);
    for (size_t i = 0; i < count; i++) {
        char *candidate = ent_i_name_fold(candidates[i]);
        size_t distance =
            candidate == NULL ? limit + 1 : ent_i_edit_distance(folded, candidate, limit);

        free(candidate);
        if (distance > limit)
            continue;
        nearest = candidates[i];
        if (distance == 0)
            break;
        limit = distance - 1; /* only a nearer one may follow */
    }
    free(folded);
    return nearest;
}
