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

#define IGNORED "ignored"
#define STRENGTH "strength"
#define DISTANCE "strength, distance is 1/strength (--weight=distance: distance itself)"

#define LINEAR "O(n + m)"
#define ALL_PAIRS "O(n m)"
#define ALL_PAIRS_WEIGHTED "O(n m + n^2 log n)"
#define TRIANGLES "O(m^1.5)"
#define ITERATIVE "O(m) a step, some hundreds of steps"

#define FREEMAN_1977                                                                               \
    "L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40, 35-41 "   \
    "(1977); U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociol. 25, "     \
    "163-177 (2001)"
#define FREEMAN_1977_DOI "10.2307/3033543"
#define FREEMAN                                                                                    \
    "L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1, "  \
    "215-239 (1978)"
#define FREEMAN_DOI "10.1016/0378-8733(78)90021-7"
#define OPSAHL                                                                                     \
    "T. Opsahl, F. Agneessens, J. Skvoretz, Node centrality in weighted networks: generalizing "   \
    "degree and shortest paths, Social Networks 32, 245-251 (2010), with alpha = 1"
#define OPSAHL_DOI "10.1016/j.socnet.2010.03.006"
#define MARCHIORI                                                                                  \
    "M. Marchiori, V. Latora, Harmony in the small-world, Physica A 285, 539-546 (2000); "         \
    "Y. Rochat, Closeness centrality extended to unconnected graphs, ASNA (2009)"
#define MARCHIORI_DOI "10.1016/S0378-4371(00)00311-3"
#define BONACICH                                                                                   \
    "P. Bonacich, Factoring and weighting approaches to status scores and clique "                 \
    "identification, J. Math. Sociol. 2, 113-120 (1972)"
#define BONACICH_DOI "10.1080/0022250X.1972.9989806"
#define BRIN                                                                                       \
    "S. Brin, L. Page, The anatomy of a large-scale hypertextual Web search engine, Computer "     \
    "Networks and ISDN Systems 30, 107-117 (1998)"
#define BRIN_DOI "10.1016/S0169-7552(98)00110-X"
#define BURT                                                                                       \
    "R. S. Burt, Structural Holes: The Social Structure of Competition, Harvard University Press " \
    "(1992)"
#define BURT_DOI "10.4159/9780674029095"
#define BORGATTI                                                                                   \
    "S. P. Borgatti, Structural holes: unpacking Burt's redundancy measures, Connections 20(1), "  \
    "35-38 (1997)"
#define BORGATTI_EVERETT                                                                           \
    "S. P. Borgatti, M. G. Everett, Network analysis of 2-mode data, Social Networks 19, 243-269 " \
    "(1997)"
#define BORGATTI_EVERETT_DOI "10.1016/S0378-8733(96)00301-2"
#define GUIMERA                                                                                    \
    "R. Guimera, L. A. N. Amaral, Functional cartography of complex metabolic networks, Nature "   \
    "433, 895-900 (2005)"
#define GUIMERA_DOI "10.1038/nature03288"
#define HOPCROFT                                                                                   \
    "J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation, Comm. "   \
    "ACM 16, 372-378 (1973)"
#define HOPCROFT_DOI "10.1145/362248.362272"

/* name, definition, unit, range, undefined, weights, cost, reference, doi, modes, ascending */
typedef struct row {
    ent_measure_t measure;
    ent_i_measure_fn *compute;
} row_t;

static const row_t table[] = {
    {{"degree", "number of neighbours", "actors", "0 to n - 1", NEVER, IGNORED, LINEAR, FREEMAN,
      FREEMAN_DOI, ONE | TWO, false},
     ent_i_degree_values},
    {{"agreements",
      "number of agreements behind the ties of the actor; parallel ones count, one of many parties "
      "counts once",
      "agreements", "0 or more", "0 in a network without agreements", IGNORED, LINEAR,
      "a count of the input", "", ONE | TWO, false},
     ent_i_agreements},
    {{"strength", "sum of the weights of the ties", "weight", "0 or more", NEVER, STRENGTH, LINEAR,
      "A. Barrat, M. Barthelemy, R. Pastor-Satorras, A. Vespignani, The architecture of complex "
      "weighted networks, PNAS 101, 3747-3752 (2004)",
      "10.1073/pnas.0400087101", ONE | TWO, false},
     ent_i_strength},
    {{"degree_normalised", "degree / (n - 1)", "1", "0 to 1", ALONE_NAN, IGNORED, LINEAR, FREEMAN,
      FREEMAN_DOI, ONE, false},
     ent_i_degree_normalised},
    {{"betweenness",
      "sum over unordered pairs s < t (directed: ordered pairs) of the share of the shortest paths "
      "from s to t that pass through the actor",
      "pairs", "0 to (n - 1)(n - 2)/2 (directed: (n - 1)(n - 2))", NEVER, IGNORED, ALL_PAIRS,
      FREEMAN_1977, FREEMAN_1977_DOI, ONE | TWO | DIRECTED, false},
     ent_i_betweenness},
    {{"betweenness_normalised", "betweenness / ((n - 1)(n - 2)/2)", "1", "0 to 1", "n < 3: NaN",
      IGNORED, ALL_PAIRS, FREEMAN_1977, FREEMAN_1977_DOI, ONE, false},
     ent_i_betweenness_normalised},
    {{"betweenness_weighted", "betweenness with the shortest paths by sum of distances", "pairs",
      "0 to (n - 1)(n - 2)/2", NEVER, DISTANCE, ALL_PAIRS_WEIGHTED, OPSAHL, OPSAHL_DOI, ONE | TWO,
      false},
     ent_i_betweenness_weighted},
    {{"betweenness_weighted_normalised", "betweenness_weighted / ((n - 1)(n - 2)/2)", "1", "0 to 1",
      "n < 3: NaN", DISTANCE, ALL_PAIRS_WEIGHTED, OPSAHL, OPSAHL_DOI, ONE, false},
     ent_i_betweenness_weighted_normalised},
    {{"closeness_harmonic", "1/(n - 1) * sum over the others of 1/d, with 1/infinity = 0", "1/ties",
      "0 to 1", ALONE_NAN, IGNORED, ALL_PAIRS, MARCHIORI, MARCHIORI_DOI, ONE | TWO, false},
     ent_i_closeness_harmonic},
    {{"closeness_harmonic_sum", "sum over the others of 1/d, with 1/infinity = 0", "1/ties",
      "0 to n - 1", NEVER, IGNORED, ALL_PAIRS, MARCHIORI ", as NetworkX gives it", MARCHIORI_DOI,
      ONE | TWO, false},
     ent_i_closeness_harmonic_sum},
    {{"closeness_harmonic_component",
      "1/(n_i - 1) * sum of 1/d over the others of the component, of n_i actors", "1/ties",
      "0 to 1", ISOLATE_NAN " (Gephi: 0)", IGNORED, ALL_PAIRS, MARCHIORI ", as Gephi gives it",
      MARCHIORI_DOI, ONE | TWO, false},
     ent_i_closeness_harmonic_component},
    {{"closeness_component", "(n_i - 1) / sum of d within the component, of n_i actors", "1/ties",
      "0 to 1", ISOLATE_NAN " (Gephi: 0)", IGNORED, ALL_PAIRS,
      FREEMAN ", in each component by itself, as igraph 0.10 and Gephi give it", FREEMAN_DOI,
      ONE | TWO, false},
     ent_i_closeness_component},
    {{"closeness_wasserman_faust", "(n_i - 1)/(n - 1) * (n_i - 1)/sum of d within the component",
      "1/ties", "0 to 1", "isolate: 0; n = 1: NaN", IGNORED, ALL_PAIRS,
      "S. Wasserman, K. Faust, Social Network Analysis, Cambridge University Press (1994), as "
      "NetworkX gives it",
      "10.1017/CBO9780511815478", ONE | TWO, false},
     ent_i_closeness_wasserman_faust},
    {{"closeness_unreachable_n", "(n - 1) / sum of d over the others, with d = n where unreachable",
      "1/ties", "1/n to 1", ALONE_NAN, IGNORED, ALL_PAIRS,
      "A. Kaltenbrunner et al., Not all paths lead to Rome: analysing the network of sister cities "
      "(2013), as igraph 0.9 gave it",
      "10.48550/arXiv.1301.6900", ONE | TWO, false},
     ent_i_closeness_unreachable_n},
    {{"closeness_freeman", "(n - 1) / sum of d over the others", "1/ties", "0 to 1",
      "network disconnected: 0 for all; n = 1: NaN", IGNORED, ALL_PAIRS,
      FREEMAN ", as R sna gives it", FREEMAN_DOI, ONE | TWO, false},
     ent_i_closeness_freeman},
    {{"closeness_harmonic_weighted", "closeness_harmonic with d the least sum of distances",
      "1/distance", "0 or more", ALONE_NAN, DISTANCE, ALL_PAIRS_WEIGHTED, OPSAHL, OPSAHL_DOI,
      ONE | TWO, false},
     ent_i_closeness_harmonic_weighted},
    {{"closeness_component_weighted", "closeness_component with d the least sum of distances",
      "1/distance", "0 or more", ISOLATE_NAN, DISTANCE, ALL_PAIRS_WEIGHTED, OPSAHL, OPSAHL_DOI,
      ONE | TWO, false},
     ent_i_closeness_component_weighted},
    {{"eccentricity", "largest distance to an actor of the component", "ties", "0 to n - 1",
      "isolate: 0", IGNORED, ALL_PAIRS,
      "P. Hage, F. Harary, Eccentricity and centrality in networks, Social Networks 17, 57-63 "
      "(1995)",
      "10.1016/0378-8733(94)00248-9", ONE | TWO, true},
     ent_i_eccentricity},
    {{"eigenvector",
      "leading eigenvector of the adjacency matrix, largest entry 1; components that tie for the "
      "largest eigenvalue (to 1e-9 of it) each get their own",
      "1", "0 to 1", "0 outside the component of the largest eigenvalue; isolate: 0", IGNORED,
      ITERATIVE, BONACICH, BONACICH_DOI, ONE | TWO, false},
     ent_i_eigenvector},
    {{"eigenvector_component",
      "leading eigenvector of the adjacency matrix of each component by itself, largest entry 1",
      "1", "0 to 1", "isolate: 0", IGNORED, ITERATIVE, BONACICH, BONACICH_DOI, ONE | TWO, false},
     ent_i_eigenvector_component},
    {{"eigenvector_weighted", "eigenvector of the matrix of tie weights", "1", "0 to 1",
      "0 outside the component of the largest eigenvalue; isolate: 0", STRENGTH, ITERATIVE,
      BONACICH, BONACICH_DOI, ONE | TWO, false},
     ent_i_eigenvector_weighted},
    {{"pagerank",
      "stationary share of a walk that follows a tie with probability 0.85 and else jumps to any "
      "actor; it jumps from actors without ties",
      "1", "0 to 1, sums to 1", NEVER, IGNORED, ITERATIVE, BRIN, BRIN_DOI, ONE | TWO | DIRECTED,
      false},
     ent_i_pagerank},
    {{"pagerank_weighted", "pagerank with ties followed in proportion to their weight", "1",
      "0 to 1, sums to 1", NEVER, STRENGTH, ITERATIVE, BRIN, BRIN_DOI, ONE | TWO, false},
     ent_i_pagerank_weighted},
    {{"coreness",
      "largest k such that the actor has k neighbours within a set of which each has k within it",
      "ties", "0 to n - 1", NEVER, IGNORED, LINEAR,
      "S. B. Seidman, Network structure and minimum degree, Social Networks 5, 269-287 (1983)",
      "10.1016/0378-8733(83)90028-X", ONE | TWO, false},
     ent_i_coreness},
    {{"clustering", "ties among the neighbours / possible ties among them", "1", "0 to 1",
      "degree < 2: NaN", IGNORED, TRIANGLES,
      "D. J. Watts, S. H. Strogatz, Collective dynamics of 'small-world' networks, Nature 393, "
      "440-442 (1998)",
      "10.1038/30918", ONE | TWO, false},
     ent_i_clustering},
    {{"constraint",
      "sum over neighbours j of (p_ij + sum over q of p_iq p_qj)^2, q neither i nor j, p_ij = 1 / "
      "degree of i",
      "1", "0 to 1.125", ISOLATE_NAN, IGNORED, TRIANGLES, BURT, BURT_DOI, ONE | TWO, true},
     ent_i_constraint},
    {{"constraint_weighted", "constraint with p_ij = weight of the tie / strength of i", "1",
      "0 to 2", ISOLATE_NAN, STRENGTH, TRIANGLES, BURT, BURT_DOI, ONE | TWO, true},
     ent_i_constraint_weighted},
    {{"effective_size", "k - 2t/k, k neighbours with t ties among them", "actors", "1 to n - 1",
      ISOLATE_NAN, IGNORED, TRIANGLES, BORGATTI, "", ONE | TWO, false},
     ent_i_effective_size},
    {{"efficiency", "effective_size / degree", "1", "0 to 1", ISOLATE_NAN, IGNORED, TRIANGLES,
      BORGATTI, "", ONE | TWO, false},
     ent_i_efficiency},
    {{"participation", "1 - sum over groups of (ties into the group / ties)^2", "1",
      "0 to 1 - 1/groups", ISOLATE_NAN, IGNORED, LINEAR, GUIMERA, GUIMERA_DOI, ONE | TWO, false},
     ent_i_participation},
    {{"participation_weighted", "1 - sum over groups of (strength into the group / strength)^2",
      "1", "0 to 1 - 1/groups", ISOLATE_NAN, STRENGTH, LINEAR, GUIMERA, GUIMERA_DOI, ONE | TWO,
      false},
     ent_i_participation_weighted},
    {{"ei_index",
      "(external - internal) / (external + internal) ties by an attribute (--by, default country); "
      "neighbours without the attribute are left out",
      "1", "-1 to 1", "no such tie, or attribute missing: NaN", IGNORED, LINEAR,
      "D. Krackhardt, R. N. Stern, Informal networks and organizational crises, Social Psychology "
      "Quarterly 51, 123-140 (1988)",
      "10.2307/2786835", ONE | TWO, false},
     ent_i_ei_index},
    {{"articulation", "1 where removal splits the component, else 0", "1", "0 or 1", NEVER, IGNORED,
      LINEAR, HOPCROFT, HOPCROFT_DOI, ONE | TWO, false},
     ent_i_articulation},
    {{"dependents",
      "actors that removal cuts off from the largest piece that remains of the largest component",
      "actors", "0 to n - 2", "0 outside the largest component (of equal ones, each counts)",
      IGNORED, LINEAR, HOPCROFT, HOPCROFT_DOI, ONE | TWO, false},
     ent_i_dependents},
    {{"degree_two_mode", "degree / actors of the other mode", "1", "0 to 1",
      "other mode empty: NaN", IGNORED, LINEAR, BORGATTI_EVERETT, BORGATTI_EVERETT_DOI, TWO, false},
     ent_i_degree_two_mode},
    {{"closeness_two_mode",
      "(m + 2(n - 1)) / sum of d over the actors reached, times reached/(n + m - 1), n the size of "
      "the actor's own mode, m of the other",
      "1", "0 to 1; in pieces it may pass 1", "isolate: 0; other mode empty: NaN", IGNORED,
      ALL_PAIRS, BORGATTI_EVERETT, BORGATTI_EVERETT_DOI, TWO, false},
     ent_i_closeness_two_mode},
    {{"betweenness_two_mode",
      "betweenness / the largest possible with modes of these sizes: 1/2 [m^2 (s+1)^2 + "
      "m (s+1)(2t-s-1) - t (2s-t+3)], s = (n-1) div m, t = (n-1) mod m",
      "1", "0 to 1", "other mode empty, or largest possible 0: NaN", IGNORED, ALL_PAIRS,
      BORGATTI_EVERETT, BORGATTI_EVERETT_DOI, TWO, false},
     ent_i_betweenness_two_mode},
    {{"eigenvector_two_mode",
      "leading singular vectors of the affiliation matrix, each mode of unit norm; components that "
      "tie for the largest singular value (to 1e-9 of it) each get their own",
      "1", "0 to 1", "0 outside the component of the largest singular value; isolate: 0", IGNORED,
      ITERATIVE, BORGATTI_EVERETT, BORGATTI_EVERETT_DOI, TWO, false},
     ent_i_eigenvector_two_mode},
    {{"degree_in", "number of actors with a tie to the actor", "actors", "0 to n - 1", NEVER,
      IGNORED, LINEAR, FREEMAN, FREEMAN_DOI, DIRECTED, false},
     ent_i_degree_in},
    {{"degree_out", "number of actors that the actor has a tie to", "actors", "0 to n - 1", NEVER,
      IGNORED, LINEAR, FREEMAN, FREEMAN_DOI, DIRECTED, false},
     ent_i_degree_out},
    {{"closeness_harmonic_in",
      "1/(n - 1) * sum over the others of 1/d from them, with 1/infinity = 0", "1/ties", "0 to 1",
      ALONE_NAN, IGNORED, ALL_PAIRS, MARCHIORI, MARCHIORI_DOI, DIRECTED, false},
     ent_i_closeness_harmonic_in},
    {{"closeness_harmonic_out",
      "1/(n - 1) * sum over the others of 1/d to them, with 1/infinity = 0", "1/ties", "0 to 1",
      ALONE_NAN, IGNORED, ALL_PAIRS, MARCHIORI, MARCHIORI_DOI, DIRECTED, false},
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
    *options = (ent_measure_options_t){.weight = ENT_WEIGHT_STRENGTH, .threads = 1};
}
