/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one table of measures: what each name means, and where it is defined. */
#include "measure/measure_i.h"

#include <string.h>

#define ONE ENT_FOR_ONE_MODE
#define TWO ENT_FOR_TWO_MODE
#define DIRECTED ENT_FOR_DIRECTED

#define NEVER "never"
#define ALONE_NAN "n = 1: NaN"
#define ISOLATE_NAN "isolate: NaN"
#define UNLABELLED_NAN "attribute missing: actor left out, NaN"

#define IGNORED "ignored"
#define STRENGTH "strength"
#define DISTANCE "strength, distance is 1/strength (--weight=distance: distance itself)"

#define LINEAR "O(n + m)"
#define ALL_PAIRS "O(n m)"
#define ALL_PAIRS_WEIGHTED "O(n m + n^2 log n)"
#define TRIANGLES "O(m^1.5)"
#define ITERATIVE "O(m) a step, some hundreds of steps"

/* Keys of the references, in references.c; what stands behind "; " is said of the convention. */
#define FREEMAN_1977 "freeman1977 brandes2001"
#define FREEMAN "freeman1978"
#define OPSAHL "opsahl2010; with alpha = 1"
#define MARCHIORI "marchiori2000 rochat2009"
#define BONACICH "bonacich1972"
#define BRIN "brin1998"
#define BURT "burt1992"
#define BORGATTI "borgatti1997holes"
#define BORGATTI_EVERETT "borgatti1997"
#define GOULD "gould1989"
#define GUIMERA "guimera2005"
#define HOPCROFT "hopcroft1973"

/* The three rows of one role of a broker. */
#define ROLE(role, pairs)                                                                          \
    {{"broker_" #role,                                                                             \
      "ordered pairs (a, b) with a-i-b, a and b not tied, " pairs                                  \
      ", by an attribute (--by, default country); undirected, each pair counts both ways",         \
      "pairs", "0 to (n - 1)(n - 2)", UNLABELLED_NAN, IGNORED, TRIANGLES, GOULD, ONE | DIRECTED,   \
      false},                                                                                      \
     ent_i_broker_##role},                                                                         \
        {{"broker_" #role "_expected",                                                             \
          "broker_" #role " in a random network of this density and these group sizes", "pairs",   \
          "0 to (n - 1)(n - 2)", UNLABELLED_NAN "; n = 1: NaN", IGNORED, TRIANGLES,                \
          GOULD "; as R sna gives it", ONE | DIRECTED, false},                                     \
         ent_i_broker_##role##_expected},                                                          \
    {                                                                                              \
        {"broker_" #role "_z",                                                                     \
         "(broker_" #role " - broker_" #role "_expected) / its standard deviation",                \
         "1",                                                                                      \
         "any",                                                                                    \
         UNLABELLED_NAN "; role impossible, or nobody or everybody tied: NaN",                     \
         IGNORED,                                                                                  \
         TRIANGLES,                                                                                \
         GOULD "; as R sna gives it",                                                              \
         ONE | DIRECTED,                                                                           \
         false},                                                                                   \
            ent_i_broker_##role##_z                                                                \
    }

/* name, definition, unit, range, undefined, weights, cost, cite, modes, ascending */
typedef struct row {
    ent_measure_t measure;
    ent_i_measure_fn *compute;
} row_t;

static const row_t table[] = {
    {{"degree", "number of neighbours", "actors", "0 to n - 1", NEVER, IGNORED, LINEAR, FREEMAN,
      ONE | TWO, false},
     ent_i_degree_values},
    {{"agreements",
      "number of agreements behind the ties of the actor; parallel ones count, one of many parties "
      "counts once",
      "agreements", "0 or more", "0 in a network without agreements", IGNORED, LINEAR,
      "; a count of the input", ONE | TWO, false},
     ent_i_agreements},
    {{"strength", "sum of the weights of the ties", "weight", "0 or more", NEVER, STRENGTH, LINEAR,
      "barrat2004", ONE | TWO, false},
     ent_i_strength},
    {{"degree_normalised", "degree / (n - 1)", "1", "0 to 1", ALONE_NAN, IGNORED, LINEAR, FREEMAN,
      ONE, false},
     ent_i_degree_normalised},
    {{"betweenness",
      "sum over unordered pairs s < t (directed: ordered pairs) of the share of the shortest paths "
      "from s to t that pass through the actor",
      "pairs", "0 to (n - 1)(n - 2)/2 (directed: (n - 1)(n - 2))", NEVER, IGNORED, ALL_PAIRS,
      FREEMAN_1977, ONE | TWO | DIRECTED, false},
     ent_i_betweenness},
    {{"betweenness_normalised", "betweenness / ((n - 1)(n - 2)/2)", "1", "0 to 1", "n < 3: NaN",
      IGNORED, ALL_PAIRS, FREEMAN_1977, ONE, false},
     ent_i_betweenness_normalised},
    {{"betweenness_weighted", "betweenness with the shortest paths by sum of distances", "pairs",
      "0 to (n - 1)(n - 2)/2", NEVER, DISTANCE, ALL_PAIRS_WEIGHTED, OPSAHL, ONE | TWO, false},
     ent_i_betweenness_weighted},
    {{"betweenness_weighted_normalised", "betweenness_weighted / ((n - 1)(n - 2)/2)", "1", "0 to 1",
      "n < 3: NaN", DISTANCE, ALL_PAIRS_WEIGHTED, OPSAHL, ONE, false},
     ent_i_betweenness_weighted_normalised},
    {{"closeness_harmonic", "1/(n - 1) * sum over the others of 1/d, with 1/infinity = 0", "1/ties",
      "0 to 1", ALONE_NAN, IGNORED, ALL_PAIRS, MARCHIORI, ONE | TWO, false},
     ent_i_closeness_harmonic},
    {{"closeness_harmonic_sum", "sum over the others of 1/d, with 1/infinity = 0", "1/ties",
      "0 to n - 1", NEVER, IGNORED, ALL_PAIRS, MARCHIORI "; as NetworkX gives it", ONE | TWO,
      false},
     ent_i_closeness_harmonic_sum},
    {{"closeness_harmonic_component",
      "1/(n_i - 1) * sum of 1/d over the others of the component, of n_i actors", "1/ties",
      "0 to 1", ISOLATE_NAN " (Gephi: 0)", IGNORED, ALL_PAIRS, MARCHIORI "; as Gephi gives it",
      ONE | TWO, false},
     ent_i_closeness_harmonic_component},
    {{"closeness_component", "(n_i - 1) / sum of d within the component, of n_i actors", "1/ties",
      "0 to 1", ISOLATE_NAN " (Gephi: 0)", IGNORED, ALL_PAIRS,
      FREEMAN "; in each component by itself, as igraph from 0.9 and Gephi give it", ONE | TWO,
      false},
     ent_i_closeness_component},
    {{"closeness_wasserman_faust", "(n_i - 1)/(n - 1) * (n_i - 1)/sum of d within the component",
      "1/ties", "0 to 1", "isolate: 0; n = 1: NaN", IGNORED, ALL_PAIRS,
      "wasserman1994; as NetworkX gives it", ONE | TWO, false},
     ent_i_closeness_wasserman_faust},
    {{"closeness_unreachable_n", "(n - 1) / sum of d over the others, with d = n where unreachable",
      "1/ties", "1/n to 1", ALONE_NAN, IGNORED, ALL_PAIRS,
      "kaltenbrunner2013; as igraph up to 0.8 gave it", ONE | TWO, false},
     ent_i_closeness_unreachable_n},
    {{"closeness_freeman", "(n - 1) / sum of d over the others", "1/ties", "0 to 1",
      "network disconnected: 0 for all; n = 1: NaN", IGNORED, ALL_PAIRS,
      FREEMAN "; as R sna gives it", ONE | TWO, false},
     ent_i_closeness_freeman},
    {{"closeness_harmonic_weighted", "closeness_harmonic with d the least sum of distances",
      "1/distance", "0 or more", ALONE_NAN, DISTANCE, ALL_PAIRS_WEIGHTED, OPSAHL, ONE | TWO, false},
     ent_i_closeness_harmonic_weighted},
    {{"closeness_component_weighted", "closeness_component with d the least sum of distances",
      "1/distance", "0 or more", ISOLATE_NAN, DISTANCE, ALL_PAIRS_WEIGHTED, OPSAHL, ONE | TWO,
      false},
     ent_i_closeness_component_weighted},
    {{"eccentricity", "largest distance to an actor of the component", "ties", "0 to n - 1",
      "isolate: 0", IGNORED, ALL_PAIRS, "hage1995", ONE | TWO, true},
     ent_i_eccentricity},
    {{"eigenvector",
      "leading eigenvector of the adjacency matrix, largest entry 1; components that tie for the "
      "largest eigenvalue (to 1e-9 of it) each get their own",
      "1", "0 to 1", "0 outside the component of the largest eigenvalue; isolate: 0", IGNORED,
      ITERATIVE, BONACICH, ONE | TWO, false},
     ent_i_eigenvector},
    {{"eigenvector_component",
      "leading eigenvector of the adjacency matrix of each component by itself, largest entry 1",
      "1", "0 to 1", "isolate: 0", IGNORED, ITERATIVE, BONACICH, ONE | TWO, false},
     ent_i_eigenvector_component},
    {{"eigenvector_weighted", "eigenvector of the matrix of tie weights", "1", "0 to 1",
      "0 outside the component of the largest eigenvalue; isolate: 0", STRENGTH, ITERATIVE,
      BONACICH, ONE | TWO, false},
     ent_i_eigenvector_weighted},
    {{"pagerank",
      "stationary share of a walk that follows a tie with probability 0.85 and else jumps to any "
      "actor; it jumps from actors without ties",
      "1", "0 to 1, sums to 1", NEVER, IGNORED, ITERATIVE, BRIN, ONE | TWO | DIRECTED, false},
     ent_i_pagerank},
    {{"pagerank_weighted", "pagerank with ties followed in proportion to their weight", "1",
      "0 to 1, sums to 1", NEVER, STRENGTH, ITERATIVE, BRIN, ONE | TWO, false},
     ent_i_pagerank_weighted},
    {{"coreness",
      "largest k such that the actor has k neighbours within a set of which each has k within it",
      "ties", "0 to n - 1", NEVER, IGNORED, LINEAR, "seidman1983", ONE | TWO, false},
     ent_i_coreness},
    {{"clustering", "ties among the neighbours / possible ties among them", "1", "0 to 1",
      "degree < 2: NaN", IGNORED, TRIANGLES, "watts1998", ONE | TWO, false},
     ent_i_clustering},
    {{"constraint",
      "sum over neighbours j of (p_ij + sum over q of p_iq p_qj)^2, q neither i nor j, p_ij = 1 / "
      "degree of i",
      "1", "0 to 1.125", ISOLATE_NAN, IGNORED, TRIANGLES, BURT, ONE | TWO, true},
     ent_i_constraint},
    {{"constraint_weighted", "constraint with p_ij = weight of the tie / strength of i", "1",
      "0 to 2", ISOLATE_NAN, STRENGTH, TRIANGLES, BURT, ONE | TWO, true},
     ent_i_constraint_weighted},
    {{"effective_size", "k - 2t/k, k neighbours with t ties among them", "actors", "1 to n - 1",
      ISOLATE_NAN, IGNORED, TRIANGLES, BORGATTI, ONE | TWO, false},
     ent_i_effective_size},
    {{"efficiency", "effective_size / degree", "1", "0 to 1", ISOLATE_NAN, IGNORED, TRIANGLES,
      BORGATTI, ONE | TWO, false},
     ent_i_efficiency},
    {{"effective_size_weighted",
      "sum over neighbours j of 1 - sum over other neighbours q of p_iq m_jq, p_iq = weight / "
      "strength of i, m_jq = weight / largest weight of j",
      "actors", "0 to n - 1", ISOLATE_NAN, STRENGTH, TRIANGLES, BURT "; as NetworkX gives it",
      ONE | TWO, false},
     ent_i_effective_size_weighted},
    {{"efficiency_weighted", "effective_size_weighted / degree", "1", "0 to 1", ISOLATE_NAN,
      STRENGTH, TRIANGLES, BURT, ONE | TWO, false},
     ent_i_efficiency_weighted},
    {{"hierarchy",
      "sum over the k neighbours j of r ln r / (k ln k), r = (p_ij + sum over q of p_iq p_qj)^2 / "
      "its mean over the neighbours: 0 when all constrain alike, 1 when one does alone",
      "1", "0 to 1", "degree < 2: NaN", IGNORED, TRIANGLES, BURT, ONE | TWO, false},
     ent_i_hierarchy},
    {{"hierarchy_weighted", "hierarchy with p_ij = weight of the tie / strength of i", "1",
      "0 to 1", "degree < 2: NaN", STRENGTH, TRIANGLES, BURT, ONE | TWO, false},
     ent_i_hierarchy_weighted},
    {{"participation", "1 - sum over groups of (ties into the group / ties)^2", "1",
      "0 to 1 - 1/groups", ISOLATE_NAN, IGNORED, LINEAR, GUIMERA, ONE | TWO, false},
     ent_i_participation},
    {{"participation_weighted", "1 - sum over groups of (strength into the group / strength)^2",
      "1", "0 to 1 - 1/groups", ISOLATE_NAN, STRENGTH, LINEAR, GUIMERA, ONE | TWO, false},
     ent_i_participation_weighted},
    {{"ei_index",
      "(external - internal) / (external + internal) ties by an attribute (--by, default country); "
      "neighbours without the attribute are left out",
      "1", "-1 to 1", "no such tie, or attribute missing: NaN", IGNORED, LINEAR, "krackhardt1988",
      ONE | TWO, false},
     ent_i_ei_index},
    {{"ei_index_expected",
      "mean of ei_index when the values of the attribute are permuted over the actors that have "
      "one",
      "1", "-1 to 1", "as ei_index", IGNORED, LINEAR, "krackhardt1988", ONE | TWO, false},
     ent_i_ei_index_expected},
    {{"ei_index_p",
      "chance of an ei_index as far out under such permutations, all of them counted: twice the "
      "smaller of the chances of as small and as large a value",
      "1", "0 to 1", "as ei_index", IGNORED, "O(n + m + degrees * group sizes)", "krackhardt1988",
      ONE | TWO, false},
     ent_i_ei_index_p},
    ROLE(coordinator, "all three of one group (AAA)"),
    ROLE(consultant, "a and b of one group and the actor of another (ABA)"),
    ROLE(gatekeeper, "the actor of b's group and not of a's (ABB)"),
    ROLE(representative, "the actor of a's group and not of b's (AAB)"),
    ROLE(liaison, "all three of different groups (ABC)"),
    ROLE(total, "of whatever groups"),
    {{"articulation", "1 where removal splits the component, else 0", "1", "0 or 1", NEVER, IGNORED,
      LINEAR, HOPCROFT, ONE | TWO, false},
     ent_i_articulation},
    {{"dependents",
      "actors that removal cuts off from the largest piece that remains of the largest component",
      "actors", "0 to n - 2", "0 outside the largest component (of equal ones, each counts)",
      IGNORED, LINEAR, HOPCROFT, ONE | TWO, false},
     ent_i_dependents},
    {{"degree_two_mode", "degree / actors of the other mode", "1", "0 to 1",
      "other mode empty: NaN", IGNORED, LINEAR, BORGATTI_EVERETT, TWO, false},
     ent_i_degree_two_mode},
    {{"closeness_two_mode",
      "(m + 2(n - 1)) / sum of d over the actors reached, times reached/(n + m - 1), n the size of "
      "the actor's own mode, m of the other",
      "1", "0 to 1; in pieces it may pass 1", "isolate: 0; other mode empty: NaN", IGNORED,
      ALL_PAIRS, BORGATTI_EVERETT, TWO, false},
     ent_i_closeness_two_mode},
    {{"betweenness_two_mode",
      "betweenness / the largest possible with modes of these sizes: 1/2 [m^2 (s+1)^2 + "
      "m (s+1)(2t-s-1) - t (2s-t+3)], s = (n-1) div m, t = (n-1) mod m",
      "1", "0 to 1", "other mode empty, or largest possible 0: NaN", IGNORED, ALL_PAIRS,
      BORGATTI_EVERETT, TWO, false},
     ent_i_betweenness_two_mode},
    {{"eigenvector_two_mode",
      "leading singular vectors of the affiliation matrix, each mode of unit norm; components that "
      "tie for the largest singular value (to 1e-9 of it) each get their own",
      "1", "0 to 1", "0 outside the component of the largest singular value; isolate: 0", IGNORED,
      ITERATIVE, BORGATTI_EVERETT, TWO, false},
     ent_i_eigenvector_two_mode},
    {{"degree_in", "number of actors with a tie to the actor", "actors", "0 to n - 1", NEVER,
      IGNORED, LINEAR, FREEMAN, DIRECTED, false},
     ent_i_degree_in},
    {{"degree_out", "number of actors that the actor has a tie to", "actors", "0 to n - 1", NEVER,
      IGNORED, LINEAR, FREEMAN, DIRECTED, false},
     ent_i_degree_out},
    {{"closeness_harmonic_in",
      "1/(n - 1) * sum over the others of 1/d from them, with 1/infinity = 0", "1/ties", "0 to 1",
      ALONE_NAN, IGNORED, ALL_PAIRS, MARCHIORI, DIRECTED, false},
     ent_i_closeness_harmonic_in},
    {{"closeness_harmonic_out",
      "1/(n - 1) * sum over the others of 1/d to them, with 1/infinity = 0", "1/ties", "0 to 1",
      ALONE_NAN, IGNORED, ALL_PAIRS, MARCHIORI, DIRECTED, false},
     ent_i_closeness_harmonic_out},
};

enum { COUNT = sizeof table / sizeof table[0] };

size_t ent_measure_count(void)
{
    return COUNT;
}

const ent_measure_t *ent_measure_at(size_t index)
{
    return index < COUNT ? &table[index].measure : NULL;
}

const ent_measure_t *ent_measure_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < COUNT; i++)
        if (strcmp(table[i].measure.name, name) == 0)
            return &table[i].measure;
    return NULL;
}

ent_i_measure_fn *ent_i_measure_function(const ent_measure_t *measure)
{
    for (size_t i = 0; i < COUNT; i++)
        if (&table[i].measure == measure)
            return table[i].compute;
    return NULL;
}

void ent_measure_options_init(ent_measure_options_t *options)
{
    *options = (ent_measure_options_t){
        .weight = ENT_WEIGHT_STRENGTH, .draws = 1000, .seed = 1, .threads = 1};
}
