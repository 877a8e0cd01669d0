/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups of high modularity, climbed to on compressed rows: Louvain and Leiden.
 *
 * Both let vertices move, one by one, to the group where modularity gains most, then merge groups
 * into the vertices of a smaller network and begin again there. Louvain (V. D. Blondel et al.,
 * Journal of Statistical Mechanics P10008, 2008, https://doi.org/10.1088/1742-5468/2008/10/P10008)
 * merges the groups themselves; Leiden (V. A. Traag, L. Waltman, N. J. van Eck, From Louvain to
 * Leiden, Scientific Reports 9, 5233, 2019, https://doi.org/10.1038/s41598-019-41695-z) first
 * parts each group into well-knit pieces and merges those, so that what was joined too early can
 * part again and every group hangs together.
 *
 * Three things make it fast: only vertices whose neighbours have moved are looked at again (a
 * queue, as in Leiden); links to groups are added up in one array indexed by group, emptied through
 * a list of those touched; and vertices are numbered breadth first, so that the groups of a
 * vertex's neighbours lie near each other in memory. A million ties take some 0.1 seconds a climb.
 *
 * Weights are scaled to a mean of 1, as only their proportions matter; a gain is then in ties. */
#ifndef ENT_ENGINE_CLIMB_H
#define ENT_ENGINE_CLIMB_H

#include "base/random.h"
#include "engine/rows.h"

/* Vertices and ties, or groups of vertices and the sums of ties between them. A tie within a group
 * shows in its strength alone, as no move can cut it. */
typedef struct ent_i_tier {
    ent_i_rows_t rows;
    const uint32_t *order; /* in which its vertices are gone through; NULL: as they are numbered */
    double *weight;        /* by neighbour; NULL: ties count alike */
    uint32_t *ties;        /* by neighbour, where they do: how many; NULL: 1 each */
    double *strength;      /* by vertex: ends of ties there; NULL: as many as it has links */
    size_t offsets;        /* room in rows.offset, and so on */
    size_t ends;
    size_t weights; /* or ties */
    size_t strengths;
} ent_i_tier_t;

/* The vertex that comes at a place. */
static inline uint32_t ent_i_tier_at(const ent_i_tier_t *tier, uint32_t place)
{
    return tier->order != NULL ? tier->order[place] : place;
}

static inline double ent_i_tier_strength(const ent_i_tier_t *tier, uint32_t vertex)
{
    if (tier->strength != NULL)
        return tier->strength[vertex];
    return tier->rows.offset[vertex + 1] - tier->rows.offset[vertex];
}

/* The weight of a link. */
static inline double ent_i_tier_weight(const ent_i_tier_t *tier, uint32_t link)
{
    if (tier->weight != NULL)
        return tier->weight[link];
    return tier->ties != NULL ? tier->ties[link] : 1;
}

/* Vertices are gone through in no order of memory: the offsets of one that comes so many places
 * later are fetched, and the row of one half as far. */
#define ENT_I_TIER_AHEAD 8

/* The vertex at a place of a list of `count`, or of a ring of `mask` + 1. (A function that fetched
 * only would count as one without effect, and be left out.) */
static inline uint32_t ent_i_tier_next(const ent_i_tier_t *tier, const uint32_t *list, size_t mask,
                                       size_t place, size_t count)
{
    if (place + ENT_I_TIER_AHEAD < count) {
        uint32_t row = list[(place + ENT_I_TIER_AHEAD / 2) & mask];
        uint32_t link = tier->rows.offset[row];

        __builtin_prefetch(&tier->rows.offset[list[(place + ENT_I_TIER_AHEAD) & mask]]);
        __builtin_prefetch(&tier->rows.neighbour[link]);
        __builtin_prefetch(&tier->rows.neighbour[link] + 16);
        if (tier->ties != NULL)
            __builtin_prefetch(&tier->ties[link]);
        if (tier->weight != NULL)
            __builtin_prefetch(&tier->weight[link]);
    }
    return list[place & mask];
}

/* A network prepared for any number of climbs, by any number of threads. The ground has the
 * network's own rows. */
typedef struct ent_i_hill {
    ent_i_order_t order;
    ent_i_tier_t ground;
    double total; /* sum of the strengths: twice that of the weights */
} ent_i_hill_t;

/* Undirected networks only, of one mode or taken as such; parallel ties count each. `weighted`:
 * by their weights. Time: O(actors + ties). Memory: 8 bytes an actor; weighted,
 * 16, and 32 a tie. The network must outlive the hill. */
ent_status_t ent_i_hill_init(ent_i_hill_t *hill, const ent_network_t *network, bool weighted,
                             ent_error_t *err);
void ent_i_hill_free(ent_i_hill_t *hill);

/* Of a group: its strength, and the links to it from the vertex at hand, 0 in between. Side by
 * side, as both are wanted at once. */
typedef struct ent_i_camp {
    double strength;
    double link;
} ent_i_camp_t;

/* What one climb after the other works in: a thread's own. */
typedef struct ent_i_climber {
    const ent_i_hill_t *hill;
    int threads; /* that may help where links are many; they change nothing. 1 at first */
    double resolution;
    ent_i_random_t *random;
    ent_i_tier_t above[2]; /* tiers over the ground, used in turn */
    ent_i_camp_t *camp;    /* by group, or by piece of one */
    uint32_t *size;        /* by group or piece: vertices of the tier */
    double *whole;         /* by group: its strength while its pieces fill `camp` */
    size_t wholes;         /* room for so many */
    uint32_t *label;       /* by vertex of the tier: its group */
    union {                /* while vertices move, and after that */
        uint32_t *spare;   /* numbers of groups that have no vertex */
        uint32_t *piece;   /* by vertex of the tier: what it merges into */
    };
    union {           /* so, too */
        double *firm; /* by vertex of the tier: until so much has moved, it stays; or -1 */
        double *cut;  /* by piece: links to the rest of its group */
    };
    uint32_t *top;  /* by vertex of the ground: where it is on the tier */
    uint32_t *held; /* by vertex of the ground: its group in the partition so far */
    bool settling;  /* sweeps follow until nothing moves: then the next two are of use */
    double moved;   /* strength of the vertices that have moved on this tier */
    size_t spare_count;
    uint32_t *queue; /* a ring of a power of two; else vertices in some order */
    size_t queue_room;
    unsigned char *queued; /* by vertex */

    /* As much room as the links of a vertex, or the vertices of a tier over the ground, ask for. */
    uint32_t *touched; /* groups, or pieces, that the vertex at hand is linked to */
    double *odds;      /* by place in `touched` */
    uint32_t *next;    /* by vertex of the tier to come: the group that it begins in */
    uint32_t *begin;   /* by piece: where its vertices begin in a list */
    size_t room;
} ent_i_climber_t;

/* So many threads as the links of a tier are worth, some 10 ns each. */
static inline int ent_i_tier_threads(const ent_i_tier_t *tier, int threads)
{
    return tier->rows.offset[tier->rows.count] < 1000000 ? 1 : threads;
}

static inline int ent_i_hill_threads(const ent_i_hill_t *hill, int threads)
{
    return ent_i_tier_threads(&hill->ground, threads);
}

/* Room for so many in the arrays that grow; what was in them is gone. */
ent_status_t ent_i_climber_widen(ent_i_climber_t *climber, size_t room, ent_error_t *err);

/* Memory: some 60 bytes an actor, and once it climbs up to 32 (weighted: 48) a tie, 16 (24)
 * where these are many. */
ent_status_t ent_i_climber_init(ent_i_climber_t *climber, const ent_i_hill_t *hill,
                                ent_error_t *err);
void ent_i_climber_free(ent_i_climber_t *climber);

/* One climb from every vertex by itself. `label`, by vertex of the network, receives groups
 * numbered from 0 in no order. Leiden repeats from where it stands until it gains no more, 50 times
 * at most; its groups hang together. Above 40,000 ties it repeats less, and both begin with a rough
 * climb, at a higher resolution on the first two tiers. What comes out is a function of the
 * network, the resolution (above 0) and the random numbers. Needs memory for tiers that are larger
 * than those before. */
ent_status_t ent_i_climb_leiden(ent_id_t *label, ent_i_climber_t *climber, double resolution,
                                ent_i_random_t *random, ent_error_t *err);
ent_status_t ent_i_climb_louvain(ent_id_t *label, ent_i_climber_t *climber, double resolution,
                                 ent_i_random_t *random, ent_error_t *err);

/* The steps of a climb, each on one tier. */

/* Below it lie the roundings, which would let vertices go in circles. */
#define ENT_I_LEAST_GAIN 1e-9

typedef enum ent_i_moves {
    ENT_I_BRIEFLY, /* no more looks at vertices than two for each */
    ENT_I_ON_CALL, /* until nobody is called on any more */
    ENT_I_SETTLE   /* until no move gains */
} ent_i_moves_t;

/* climb_move.c: lets vertices move, from the groups in `label`, which then holds numbers below
 * *groups in the order of their first vertex. *gained is added to. */
void ent_i_climb_move(ent_i_climber_t *climber, const ent_i_tier_t *tier, ent_i_moves_t moves,
                      uint32_t *groups, double *gained);
/* climb_refine.c: parts each group into pieces that hang together; `piece` receives numbers below
 * the one returned, in the order of their first vertex. */
uint32_t ent_i_climb_refine(ent_i_climber_t *climber, const ent_i_tier_t *tier, uint32_t groups);
/* So does this, into the fewest there can be: `piece` receives which vertices of a group reach each
 * other inside it. */
void ent_i_climb_part(ent_i_climber_t *climber, const ent_i_tier_t *tier);
/* climb_merge.c: makes the pieces that the vertices of a tier are in the vertices of another. The
 * climber has room for one more of them. */
ent_status_t ent_i_climb_merge(ent_i_tier_t *made, ent_i_climber_t *climber,
                               const ent_i_tier_t *tier, const uint32_t *piece, uint32_t pieces,
                               ent_error_t *err);
void ent_i_tier_free(ent_i_tier_t *tier);

/* Numbers the groups in `label`, whose numbers are below those of vertices, in the order of their
 * first vertex; returns how many there are. `scratch` has room for as many as there are vertices.
 */
uint32_t ent_i_climb_number(uint32_t *label, const ent_i_tier_t *tier, uint32_t *scratch);
/* Fills order[] with the vertices of a tier, shuffled. */
void ent_i_climb_shuffle(uint32_t *order, const ent_i_tier_t *tier, ent_i_random_t *random);

#endif
