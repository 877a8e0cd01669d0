/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties that would run through the marks of strangers go round them, where a slight bend is enough.
 */
#include <math.h>

#include "figure/page.h"

/* Bends that are tried on each side, and pieces in which a bent tie is looked at. */
enum { BENDS = 10, PIECES = 16 };

/* Marks that a tie could meet: beside more of them it stays straight. */
enum { MOST_NEAR = 48 };

static const double most_bend = 0.16;  /* of a tie's length, at its half */
static const double most_turned = 24;  /* points, on a page of a report */
static const double within_rim = 0.85; /* of a mark's radius: a tie nearer to its middle is in it */
static const double beside_rim = 1.1;  /* a bent tie keeps off a mark by so much of its radius */

/* A tie that runs through marks, and the marks of others that it could meet on its ways. */
typedef struct passage {
    const ent_i_page_t *page;
    ent_i_point_t from;
    ent_i_point_t to;
    size_t mark[MOST_NEAR];
    size_t count;
} passage_t;

/* How many marks the tie meets if it bends; `most` is enough. */
static size_t count_met(const passage_t *passage, double bend, size_t most)
{
    const ent_i_page_t *page = passage->page;
    ent_i_point_t curve[4];
    ent_i_point_t way[PIECES + 1];
    size_t met = 0;

    ent_i_bend(curve, passage->from, passage->to, bend);
    for (int i = 0; i <= PIECES; i++)
        way[i] = ent_i_curve_at(curve, (double)i / PIECES);
    for (size_t k = 0; k < passage->count && met < most; k++) {
        size_t m = passage->mark[k];
        double reach = beside_rim * page->plan.mark[m].radius;
        bool meets = false;

        for (int i = 0; i < PIECES && !meets; i++)
            meets = ent_i_square_to(page->at[m], way[i], way[i + 1]) < reach * reach;
        met += meets;
    }
    return met;
}

/* Finds the marks near a tie; returns how many it runs through. In a crowd no slight bend helps:
 * then none. */
static size_t look_about(passage_t *passage, const ent_i_link_t *link, double most)
{
    const ent_i_page_t *page = passage->page;
    size_t through = 0;

    for (size_t m = 0; m < page->plan.mark_count; m++) {
        double radius = page->plan.mark[m].radius;
        double square = 0, near = most + beside_rim * radius;

        if (m == (size_t)link->a || m == (size_t)link->b || !page->shown[m])
            continue;
        square = ent_i_square_to(page->at[m], passage->from, passage->to);
        if (square >= near * near)
            continue;
        if (passage->count == MOST_NEAR)
            return 0;
        passage->mark[passage->count++] = m;
        through += square < within_rim * within_rim * radius * radius;
    }
    return through;
}

double ent_i_detour(const ent_i_page_t *page, const ent_i_link_t *link)
{
    passage_t passage = {.page = page, .from = page->at[link->a], .to = page->at[link->b]};
    double length = hypot(passage.to.x - passage.from.x, passage.to.y - passage.from.y);
    double most = fmin(most_bend * length, most_turned * page->look->line);
    size_t least = look_about(&passage, link, most);
    double best = 0;

    for (int i = 2; i < 2 * BENDS + 2 && least > 0; i++) {
        double bend = most * (i / 2) / BENDS * (i % 2 == 0 ? 1 : -1);
        size_t met = count_met(&passage, bend, least);

        if (met < least) {
            least = met;
            best = bend;
        }
    }
    return best;
}
