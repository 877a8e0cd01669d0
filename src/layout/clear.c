/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/clear.h"

#include <math.h>
#include <stdlib.h>

#include "layout/stress.h"

/* Spots that are tried about a vertex, from the nearest, and rounds over all passages. */
enum { DIRECTIONS = 16, RINGS = 6, ROUNDS = 4 };

/* Pairs of a tie and a disc, or of two rooms, that are looked at: a twentieth of a second. */
enum { MOST_LOOKS = 4000000 };

static const double within_rim = 0.8; /* of a disc's radius: a tie nearer to its middle is in it */
static const double clear_rim = 1.15; /* nearer than that it touches it … */
static const double of_touch = 0.2;   /* … which is so much as bad */
static const double enough = 0.5;     /* by which a move has to make things better */
static const double more_stress = 0.015;
static const double least_stress = 0.0005; /* a pair: what is below it looks alike */
static const double reach_of = 2.6;        /* how far a disc moves, in its radius */
static const double end_reach = 1.6;       /* and the end of a tie, by that */
static const double hair = 1e-9;

/* Of the drawn distances in a component, each by that in ties. */
typedef struct sums {
    double ratio;
    double square;
    double pairs;
    double most; /* stress that it may have */
} sums_t;

typedef struct search {
    const ent_i_clearing_t *in;
    size_t *first; /* by vertex, one more: of `tie` */
    size_t *tie;
    size_t *part; /* by vertex: its component */
    sums_t *sums; /* by component */
    ent_i_point_t turn[DIRECTIONS];
    size_t looks;
} search_t;

/* How near a tie from a to b comes to the middle of a disc beside it, in squares of the radius;
 * infinite beyond its ends. */
static double nearness(ent_i_point_t a, ent_i_point_t b, ent_i_point_t disc, double radius)
{
    ent_i_point_t way = {b.x - a.x, b.y - a.y};
    double square = way.x * way.x + way.y * way.y;
    double along = (disc.x - a.x) * way.x + (disc.y - a.y) * way.y;
    double aside = (disc.x - a.x) * way.y - (disc.y - a.y) * way.x;

    if (along <= 0 || along >= square)
        return INFINITY;
    return aside * aside / ent_i_larger(square * radius * radius, hair * hair);
}

bool ent_i_is_pierced(ent_i_point_t a, ent_i_point_t b, ent_i_point_t disc, double radius)
{
    return nearness(a, b, disc, radius) < within_rim * within_rim;
}

static double badness(ent_i_point_t a, ent_i_point_t b, ent_i_point_t disc, double radius)
{
    double near = nearness(a, b, disc, radius);

    if (near >= clear_rim * clear_rim)
        return 0;
    return near < within_rim * within_rim ? 1 : of_touch;
}

/* What is bad about a vertex at a spot: ties that run through it, and its own through others. Above
 * `most` it is not looked at to the end. */
static double bad_at(search_t *search, size_t v, ent_i_point_t at, double most)
{
    const ent_i_clearing_t *in = search->in;
    const ent_i_point_t *position = in->position;
    double sum = 0;

    for (size_t t = 0; t < in->tie_count && sum <= most; t++) {
        if (in->a[t] != v && in->b[t] != v)
            sum += badness(position[in->a[t]], position[in->b[t]], at, in->radius[v]);
    }
    search->looks += in->tie_count;
    for (size_t k = search->first[v]; k < search->first[v + 1] && sum <= most; k++) {
        size_t t = search->tie[k];
        size_t u = in->a[t] == v ? in->b[t] : in->a[t];

        for (size_t i = 0; i < in->count; i++) {
            if (i != v && i != u)
                sum += badness(at, position[u], position[i], in->radius[i]);
        }
        search->looks += in->count;
    }
    return sum;
}

/* Whether a disc at a spot comes so near to another, and nearer than it was. */
static bool comes_nearer(const search_t *search, size_t v, ent_i_point_t at, size_t u)
{
    const ent_i_clearing_t *in = search->in;
    ent_i_point_t other = in->position[u], was = in->position[v];
    double least = in->radius[v] + in->radius[u] + in->gap;
    double x = at.x - other.x, y = at.y - other.y;

    return x * x + y * y < least * least &&
           hypot(x, y) < hypot(was.x - other.x, was.y - other.y) - hair;
}

/* The area that the room of a vertex at a spot shares with others; infinite where its disc comes
 * too near to one of theirs. */
static double crush(const search_t *search, size_t v, ent_i_point_t at)
{
    const ent_i_clearing_t *in = search->in;
    const ent_i_box_t *own = &in->room[v];
    double sum = 0;

    for (size_t u = 0; u < in->count; u++) {
        const ent_i_box_t *other = &in->room[u];
        ent_i_point_t there = in->position[u];
        double x = ent_i_smaller(at.x + own->x + own->width, there.x + other->x + other->width) -
                   ent_i_larger(at.x + own->x, there.x + other->x) + in->gap;
        double y = ent_i_smaller(at.y + own->y + own->height, there.y + other->y + other->height) -
                   ent_i_larger(at.y + own->y, there.y + other->y) + in->gap;

        if (u == v || x <= 0 || y <= 0)
            continue;
        sum += x * y;
        if (comes_nearer(search, v, at, u))
            return INFINITY;
    }
    return sum;
}

static bool is_within(const search_t *search, size_t v, ent_i_point_t at)
{
    const ent_i_box_t *room = &search->in->room[v];
    const ent_i_box_t *page = search->in->page;

    return at.x + room->x >= page->x && at.y + room->y >= page->y &&
           at.x + room->x + room->width <= page->x + page->width &&
           at.y + room->y + room->height <= page->y + page->height;
}

/* Adds a vertex at a spot to the sums of its component, or takes it away. */
static void add_to(sums_t *sums, const search_t *search, size_t v, ent_i_point_t at, double sign)
{
    const ent_i_clearing_t *in = search->in;
    size_t part = search->part[v];
    size_t first = in->components->first[part];
    size_t count = in->components->first[part + 1] - first;
    ent_i_ratios_t own = ent_i_stress_ratios(
        at, in->position + first, in->spans->nearness[part] + (v - first) * count, count);

    sums->ratio += sign * own.sum;
    sums->square += sign * own.squares;
}

static double stress_of(const sums_t *sums)
{
    return sums->square > 0 ? sums->pairs - sums->ratio * sums->ratio / sums->square : 0;
}

/* Moves a vertex to the nearest spot within `reach` where less is bad. */
static bool step_out(search_t *search, size_t v, double reach)
{
    const ent_i_clearing_t *in = search->in;
    ent_i_point_t from = in->position[v], best = from;
    double least = bad_at(search, v, from, INFINITY) - enough;
    double most_crush = crush(search, v, from) + hair;
    sums_t without = search->sums[search->part[v]], kept = without;
    bool moved = false;

    add_to(&without, search, v, from, -1);
    for (int ring = 1; ring <= RINGS && least > -enough; ring++) {
        for (int i = 0; i < DIRECTIONS; i++) {
            double way = reach * ring / RINGS;
            ent_i_point_t at = {from.x + way * search->turn[i].x, from.y + way * search->turn[i].y};
            sums_t with = without;
            double bad = 0;

            search->looks += in->count;
            if (!is_within(search, v, at) || crush(search, v, at) > most_crush)
                continue;
            add_to(&with, search, v, at, 1);
            if (stress_of(&with) > with.most)
                continue;
            bad = bad_at(search, v, at, least);
            if (bad > least)
                continue;
            best = at;
            kept = with;
            moved = true;
            least = bad - hair;
        }
    }
    if (moved) {
        in->position[v] = best;
        search->sums[search->part[v]] = kept;
    }
    return moved;
}

static bool may_move(const search_t *search, size_t v)
{
    return search->in->spans->nearness[search->part[v]] != NULL;
}

/* Clears one passage: by the disc, or by one end of the tie. */
static bool clear_passage(search_t *search, size_t tie, size_t disc)
{
    const ent_i_clearing_t *in = search->in;
    double reach = reach_of * in->radius[disc];

    return (may_move(search, disc) && step_out(search, disc, reach)) ||
           (may_move(search, in->a[tie]) && step_out(search, in->a[tie], end_reach * reach)) ||
           (may_move(search, in->b[tie]) && step_out(search, in->b[tie], end_reach * reach));
}

/* Sums of a component as it came. */
static void sum_up(search_t *search, size_t part)
{
    const ent_i_clearing_t *in = search->in;
    sums_t *sums = &search->sums[part];
    size_t first = in->components->first[part], end = in->components->first[part + 1];

    for (size_t v = first; v < end; v++)
        add_to(sums, search, v, in->position[v], 0.5);
    sums->pairs = (double)(end - first) * (double)(end - first - 1) / 2;
    sums->most =
        stress_of(sums) + ent_i_larger(more_stress * stress_of(sums), least_stress * sums->pairs);
}

static ent_status_t search_init(search_t *search, const ent_i_clearing_t *in, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_components_t *components = in->components;
    const double step = 6.28318530717958648 / DIRECTIONS;

    search->in = in;
    for (int i = 0; i < DIRECTIONS; i++)
        search->turn[i] = (ent_i_point_t){cos(step * i), sin(step * i)};
    ENT_TRY(ent_i_alloc(&search->first, in->count + 2, sizeof *search->first, err));
    ENT_TRY(ent_i_alloc(&search->tie, 2 * in->tie_count, sizeof *search->tie, err));
    ENT_TRY(ent_i_alloc(&search->part, in->count, sizeof *search->part, err));
    ENT_TRY(ent_i_alloc(&search->sums, components->count, sizeof *search->sums, err));
    for (size_t t = 0; t < in->tie_count; t++) {
        search->first[in->a[t] + 2]++;
        search->first[in->b[t] + 2]++;
    }
    for (size_t v = 0; v < in->count; v++)
        search->first[v + 2] += search->first[v + 1];
    for (size_t t = 0; t < in->tie_count; t++) {
        search->tie[search->first[in->a[t] + 1]++] = t;
        search->tie[search->first[in->b[t] + 1]++] = t;
    }
    for (size_t c = 0; c < components->count && components->first[c] < in->count; c++) {
        for (size_t v = components->first[c]; v < components->first[c + 1]; v++)
            search->part[v] = c;
        if (in->spans->nearness[c] != NULL)
            sum_up(search, c);
    }

cleanup:
    return status;
}

ent_status_t ent_i_clear(const ent_i_clearing_t *clearing, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_clearing_t *in = clearing;
    search_t search = {0};
    bool moved = true;

    ENT_TRY(search_init(&search, in, err));
    for (int round = 0; round < ROUNDS && moved; round++) {
        moved = false;
        for (size_t t = 0; t < in->tie_count && search.looks < MOST_LOOKS; t++) {
            for (size_t i = 0; i < in->count && search.looks < MOST_LOOKS; i++) {
                if (i != in->a[t] && i != in->b[t] && in->a[t] != in->b[t] &&
                    ent_i_is_pierced(in->position[in->a[t]], in->position[in->b[t]],
                                     in->position[i], in->radius[i]))
                    moved |= clear_passage(&search, t, i);
            }
            search.looks += in->count;
        }
    }

cleanup:
    free(search.first);
    free(search.tie);
    free(search.part);
    free(search.sums);
    return status;
}
