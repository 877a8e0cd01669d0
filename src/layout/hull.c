/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/hull.h"

#include <math.h>
#include <stdlib.h>

/* Points of a disc's rim that the convex hull is made of; members times members times strangers
 * above which links do not shun strangers. */
enum { RIM = 24, MOST_CARE = 20000000 };

static const double two_pi = 6.28318530717958648;
static const double shunned = 3; /* a link over a stranger is as good as one so much longer */

double ent_i_segment_distance(ent_i_point_t point, ent_i_point_t from, ent_i_point_t to)
{
    double x = to.x - from.x;
    double y = to.y - from.y;
    double length = x * x + y * y;
    double t = length > 0 ? ((point.x - from.x) * x + (point.y - from.y) * y) / length : 0;

    t = fmin(1, fmax(0, t));
    return hypot(point.x - from.x - t * x, point.y - from.y - t * y);
}

/* The members, by piece, and their links. */
typedef struct tree {
    size_t *member;
    size_t count;
    size_t *parent; /* by place among the members; itself: a root */
    double *cost;   /* to join it */
    bool *joined;
    size_t *order; /* of joining */
} tree_t;

static void tree_free(tree_t *tree)
{
    free(tree->member);
    free(tree->parent);
    free(tree->cost);
    free(tree->joined);
    free(tree->order);
}

static ent_status_t tree_init(tree_t *tree, const ent_i_hull_discs_t *discs, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&tree->member, discs->count, sizeof *tree->member, err));
    for (size_t i = 0; i < discs->count; i++) {
        if (discs->member[i])
            tree->member[tree->count++] = i;
    }
    ENT_TRY(ent_i_alloc(&tree->parent, tree->count, sizeof *tree->parent, err));
    ENT_TRY(ent_i_alloc(&tree->cost, tree->count, sizeof *tree->cost, err));
    ENT_TRY(ent_i_alloc(&tree->joined, tree->count, sizeof *tree->joined, err));
    ENT_TRY(ent_i_alloc(&tree->order, tree->count, sizeof *tree->order, err));

cleanup:
    return status;
}

/* The length of a link, longer for each stranger that it would cross; infinite above the longest.
 */
static double link_cost(const ent_i_hull_discs_t *discs, size_t a, size_t b, bool careful)
{
    double length = hypot(discs->at[a].x - discs->at[b].x, discs->at[a].y - discs->at[b].y);
    double cost = length;

    if (length > discs->longest)
        return INFINITY;
    for (size_t i = 0; careful && i < discs->count; i++) {
        if (!discs->member[i] &&
            ent_i_segment_distance(discs->at[i], discs->at[a], discs->at[b]) < discs->radius[i])
            cost += shunned * length;
    }
    return cost;
}

/* A least spanning forest (Prim); ties go to the first. */
static void grow_tree(tree_t *tree, const ent_i_hull_discs_t *discs)
{
    bool careful = (double)tree->count * (double)tree->count * (double)discs->count < MOST_CARE;

    for (size_t i = 0; i < tree->count; i++) {
        tree->cost[i] = INFINITY;
        tree->parent[i] = i;
    }
    for (size_t step = 0; step < tree->count; step++) {
        size_t next = tree->count;

        for (size_t i = 0; i < tree->count; i++) {
            if (!tree->joined[i] && (next == tree->count || tree->cost[i] < tree->cost[next]))
                next = i;
        }
        tree->joined[next] = true;
        tree->order[step] = next;
        for (size_t i = 0; i < tree->count; i++) {
            double cost = tree->joined[i]
                              ? INFINITY
                              : link_cost(discs, tree->member[next], tree->member[i], careful);

            if (cost < tree->cost[i]) {
                tree->cost[i] = cost;
                tree->parent[i] = next;
            }
        }
    }
}

static double turn(ent_i_point_t a, ent_i_point_t b, ent_i_point_t c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static int from_left(const void *left, const void *right)
{
    const ent_i_point_t *a = left;
    const ent_i_point_t *b = right;

    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return a->y < b->y ? -1 : a->y > b->y;
}

/* Andrew's monotone chain; `hull` has room for one point more than given. Returns how many it got.
 */
static size_t convex(ent_i_point_t *hull, ent_i_point_t *point, size_t count)
{
    size_t kept = 0;
    size_t lower = 0;

    qsort(point, count, sizeof *point, from_left);
    for (size_t i = 0; i < count; i++) {
        while (kept >= 2 && turn(hull[kept - 2], hull[kept - 1], point[i]) <= 0)
            kept--;
        hull[kept++] = point[i];
    }
    lower = kept + 1;
    for (size_t i = count - 1; i-- > 0;) {
        while (kept >= lower && turn(hull[kept - 2], hull[kept - 1], point[i]) <= 0)
            kept--;
        hull[kept++] = point[i];
    }
    return kept - 1;
}

/* Whether a disc that is no member lies in or on a convex ring. */
static bool holds_stranger(const ent_i_point_t *ring, size_t count, const ent_i_hull_discs_t *discs)
{
    for (size_t d = 0; d < discs->count; d++) {
        bool inside = true;
        double edge = INFINITY;

        for (size_t i = 0; i < count; i++) {
            inside &= turn(ring[i], ring[(i + 1) % count], discs->at[d]) >= 0;
            edge = fmin(edge, ent_i_segment_distance(discs->at[d], ring[i], ring[(i + 1) % count]));
        }
        if (!discs->member[d] && (inside || edge < discs->radius[d]))
            return true;
    }
    return false;
}

static ent_status_t outline(ent_i_lines_maker_t *maker, const ent_i_hull_piece_t *piece,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_hull_discs_t *discs = piece->discs;
    size_t count = piece->member_count * RIM;
    ent_i_point_t *rim = NULL;
    ent_i_point_t *hull = NULL;
    size_t kept = 0;

    ENT_TRY(ent_i_alloc(&rim, count, sizeof *rim, err));
    ENT_TRY(ent_i_alloc(&hull, count + 1, sizeof *hull, err));
    for (size_t i = 0; i < count; i++) {
        size_t disc = piece->member[i / RIM];
        double angle = two_pi * (double)(i % RIM) / RIM;
        double radius = discs->radius[disc] + discs->pad;

        rim[i] = (ent_i_point_t){discs->at[disc].x + radius * cos(angle),
                                 discs->at[disc].y + radius * sin(angle)};
    }
    kept = convex(hull, rim, count);
    if (holds_stranger(hull, kept, discs)) {
        ENT_TRY(ent_i_hull_contour(maker, piece, err));
    } else {
        for (size_t i = 0; i < kept; i++)
            ENT_TRY(ent_i_lines_add(maker, hull[i], err));
        ENT_TRY(ent_i_lines_end(maker, 3, err));
    }

cleanup:
    free(rim);
    free(hull);
    return status;
}

/* The piece that begins at a place of the order of joining; returns where the next begins. */
static size_t take_piece(ent_i_hull_piece_t *piece, size_t *member, size_t *link,
                         const tree_t *tree, size_t from)
{
    size_t at = from;

    piece->member_count = 0;
    piece->link_count = 0;
    for (; at < tree->count; at++) {
        size_t place = tree->order[at];

        if (at > from && tree->parent[place] == place)
            break;
        member[piece->member_count++] = tree->member[place];
        if (tree->parent[place] != place) {
            link[2 * piece->link_count] = tree->member[place];
            link[2 * piece->link_count++ + 1] = tree->member[tree->parent[place]];
        }
    }
    return at;
}

/* Outlines the pieces of one size after the other, largest first. */
static ent_status_t outline_pieces(ent_i_lines_maker_t *maker, const tree_t *tree,
                                   const ent_i_hull_discs_t *discs, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *member = NULL;
    size_t *link = NULL;
    ent_i_hull_piece_t piece = {.discs = discs};
    size_t most = SIZE_MAX;

    ENT_TRY(ent_i_alloc(&member, tree->count, sizeof *member, err));
    ENT_TRY(ent_i_alloc(&link, 2 * tree->count, sizeof *link, err));
    piece.member = member;
    piece.link = link;
    while (most > 0) {
        size_t largest = 0; /* below the size that was done last */

        for (size_t at = 0; at < tree->count;) {
            at = take_piece(&piece, member, link, tree, at);
            if (piece.member_count < most && piece.member_count > largest)
                largest = piece.member_count;
        }
        for (size_t at = 0; at < tree->count && largest > 0;) {
            at = take_piece(&piece, member, link, tree, at);
            if (piece.member_count == largest)
                ENT_TRY(outline(maker, &piece, err));
        }
        most = largest;
    }

cleanup:
    free(member);
    free(link);
    return status;
}

ent_status_t ent_i_hull(ent_i_lines_t *rings, const ent_i_hull_discs_t *discs, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_maker_t maker = {0};
    tree_t tree = {0};

    ENT_TRY(tree_init(&tree, discs, err));
    grow_tree(&tree, discs);
    ENT_TRY(outline_pieces(&maker, &tree, discs, err));
    *rings = maker.runs;
    maker.runs = (ent_i_lines_t){0};

cleanup:
    tree_free(&tree);
    ent_i_lines_free(&maker.runs);
    return status;
}
