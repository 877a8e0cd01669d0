/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of conventions: what each program prints under the name of a measure. Rows marked as
 * run are compared with the program by tests/reference/conventions.sh; the others are as the
 * program's help or published source has them. */
#include "entente/convention.h"

#define ONE ENT_FOR_ONE_MODE
#define TWO ENT_FOR_TWO_MODE
#define BOTH (ENT_FOR_ONE_MODE | ENT_FOR_TWO_MODE)

#define SAME ENT_RELATION_SAME
#define ZERO ENT_RELATION_ZERO
#define TWICE ENT_RELATION_TWICE
#define PERCENT ENT_RELATION_PERCENT

#define PYTHON "python-igraph"
#define RIGRAPH "R igraph from 1.3"
#define OLD_IGRAPH "igraph up to 0.8 (R up to 1.2)"
#define NETWORKX "NetworkX"
#define SNA "R sna"
#define GEPHI "Gephi"
#define UCINET "UCINET"

#define DIGRAPH "by default it takes a network as directed: each tie is two arcs"
#define UNASKED "takes the attribute weight unasked"
#define R_UNASKED "R " UNASKED
#define LONG "a heavy tie is a long one"
#define ONE_MODE_FORMULA "a one-mode formula on a network of two modes"

/* quantity, program, call, measure, relation, distance, run, modes, remark */
static const ent_convention_t table[] = {
    {"degree", "igraph", "degree()", "degree", SAME, false, true, BOTH, ""},
    {"degree", NETWORKX, "G.degree", "degree", SAME, false, true, BOTH, ""},
    {"degree", NETWORKX, "degree_centrality(G)", "degree_normalised", SAME, false, true, ONE, ""},
    {"degree", NETWORKX, "degree_centrality(G)", "degree", ENT_RELATION_OVER_OTHERS, false, true,
     TWO, ONE_MODE_FORMULA},
    {"degree", NETWORKX, "bipartite.degree_centrality(G, nodes)", "degree_two_mode", SAME, false,
     true, TWO, ""},
    {"degree", SNA, "degree(x, gmode=\"graph\")", "degree", SAME, false, true, BOTH, ""},
    {"degree", SNA, "degree(x)", "degree", TWICE, false, true, BOTH, DIGRAPH},
    {"degree", GEPHI, "Degree", "degree", SAME, false, false, BOTH, ""},
    {"degree", UCINET, "Degree", "degree", SAME, false, false, ONE, ""},
    {"degree", UCINET, "nDegree", "degree_normalised", PERCENT, false, false, ONE, "in percent"},
    {"degree", UCINET, "2-Mode Centrality", "degree_two_mode", SAME, false, false, TWO, ""},

    {"weighted degree", "igraph", "strength(weights=weight)", "strength", SAME, false, true, BOTH,
     ""},
    {"weighted degree", NETWORKX, "G.degree(weight=\"weight\")", "strength", SAME, false, true,
     BOTH, ""},
    {"weighted degree", GEPHI, "Weighted Degree", "strength", SAME, false, false, BOTH, ""},

    {"betweenness", "igraph", "betweenness()", "betweenness", SAME, false, true, BOTH, ""},
    {"betweenness", "R igraph", "betweenness(g, normalized=TRUE)", "betweenness_normalised", SAME,
     false, true, ONE, UNASKED},
    {"betweenness", "R igraph", "betweenness(g, normalized=TRUE)", "betweenness",
     ENT_RELATION_OVER_PAIRS, false, true, TWO, ONE_MODE_FORMULA "; " UNASKED},
    {"betweenness", NETWORKX, "betweenness_centrality(G)", "betweenness_normalised", ZERO, false,
     true, ONE, ""},
    {"betweenness", NETWORKX, "betweenness_centrality(G)", "betweenness", ENT_RELATION_OVER_PAIRS,
     false, true, TWO, ONE_MODE_FORMULA},
    {"betweenness", NETWORKX, "betweenness_centrality(G, normalized=False)", "betweenness", SAME,
     false, true, BOTH, ""},
    {"betweenness", NETWORKX, "bipartite.betweenness_centrality(G, nodes)", "betweenness_two_mode",
     SAME, false, true, TWO, ""},
    {"betweenness", SNA, "betweenness(x, gmode=\"graph\")", "betweenness", SAME, false, true, BOTH,
     ""},
    {"betweenness", SNA, "betweenness(x)", "betweenness", TWICE, false, true, BOTH, DIGRAPH},
    {"betweenness", GEPHI, "Betweenness Centrality", "betweenness", SAME, false, false, BOTH, ""},
    {"betweenness", GEPHI, "Betweenness Centrality, normalized", "betweenness_normalised", SAME,
     false, false, ONE, ""},
    {"betweenness", UCINET, "Betweenness", "betweenness", SAME, false, false, ONE, ""},
    {"betweenness", UCINET, "nBetweenness", "betweenness_normalised", PERCENT, false, false, ONE,
     "in percent"},
    {"betweenness", UCINET, "2-Mode Centrality", "betweenness_two_mode", SAME, false, false, TWO,
     ""},

    {"weighted betweenness", "igraph", "betweenness(weights=weight)", "betweenness_weighted", SAME,
     true, true, BOTH, LONG "; " R_UNASKED},
    {"weighted betweenness", NETWORKX, "betweenness_centrality(G, weight=\"weight\")",
     "betweenness_weighted_normalised", ZERO, true, true, ONE, LONG},

    {"closeness", PYTHON " from 0.9", "closeness()", "closeness_component", SAME, false, true, BOTH,
     "in each component by itself"},
    {"closeness", RIGRAPH, "closeness(g, normalized=TRUE)", "closeness_component", SAME, false,
     true, BOTH, "in each component by itself; " UNASKED},
    {"closeness", RIGRAPH, "closeness(g)", "closeness_component", ENT_RELATION_OVER_REACHED, false,
     true, BOTH, "1 / sum of the distances in the component; " UNASKED},
    {"closeness", OLD_IGRAPH, "closeness(normalized=TRUE)", "closeness_unreachable_n", SAME, false,
     false, BOTH, "unreachable actors at distance n"},
    {"closeness", OLD_IGRAPH, "closeness()", "closeness_unreachable_n", ENT_RELATION_OVER_OTHERS,
     false, false, BOTH, "1 / sum of the distances, n where unreachable"},
    {"closeness", NETWORKX, "closeness_centrality(G)", "closeness_wasserman_faust", SAME, false,
     true, BOTH, ""},
    {"closeness", NETWORKX, "closeness_centrality(G, wf_improved=False)", "closeness_component",
     ZERO, false, true, BOTH, "in each component by itself"},
    {"closeness", NETWORKX, "bipartite.closeness_centrality(G, nodes)", "closeness_two_mode", SAME,
     false, true, TWO, ""},
    {"closeness", SNA, "closeness(x, gmode=\"graph\")", "closeness_freeman", SAME, false, true,
     BOTH, "0 for all where some are unreachable"},
    {"closeness", GEPHI, "Closeness Centrality", "closeness_component", ZERO, false, false, BOTH,
     "in each component by itself"},
    {"closeness", UCINET, "nCloseness", "closeness_freeman", ENT_RELATION_CONNECTED_PERCENT, false,
     false, ONE, "in percent; of connected networks"},
    {"closeness", UCINET, "2-Mode Centrality", "closeness_two_mode", SAME, false, false, TWO, ""},

    {"weighted closeness", PYTHON " from 0.9", "closeness(weights=weight)",
     "closeness_component_weighted", SAME, true, true, BOTH, LONG "; in each component by itself"},
    {"weighted closeness", RIGRAPH, "closeness(g, weights=weight, normalized=TRUE)",
     "closeness_component_weighted", SAME, true, true, BOTH, LONG "; in each component by itself"},
    {"weighted closeness", NETWORKX,
     "closeness_centrality(G, distance=\"weight\", wf_improved=False)",
     "closeness_component_weighted", ZERO, true, true, BOTH, LONG "; in each component by itself"},

    {"harmonic closeness", PYTHON, "harmonic_centrality()", "closeness_harmonic", SAME, false, true,
     BOTH, ""},
    {"harmonic closeness", "R igraph", "harmonic_centrality(g)", "closeness_harmonic_sum", SAME,
     false, true, BOTH, "a sum; " UNASKED},
    {"harmonic closeness", NETWORKX, "harmonic_centrality(G)", "closeness_harmonic_sum", SAME,
     false, true, BOTH, "a sum"},
    {"harmonic closeness", SNA, "closeness(x, cmode=\"suminvundir\")", "closeness_harmonic", SAME,
     false, true, BOTH, ""},
    {"harmonic closeness", GEPHI, "Harmonic Closeness Centrality", "closeness_harmonic_component",
     ZERO, false, false, BOTH, "in each component by itself"},
    {"harmonic closeness", UCINET, "Average Reciprocal Distance, raw", "closeness_harmonic_sum",
     SAME, false, false, ONE, "a sum"},
    {"harmonic closeness", UCINET, "Average Reciprocal Distance, normalized", "closeness_harmonic",
     SAME, false, false, ONE, ""},

    {"eccentricity", "igraph", "eccentricity()", "eccentricity", SAME, false, true, BOTH, ""},
    {"eccentricity", GEPHI, "Eccentricity", "eccentricity", SAME, false, false, BOTH, ""},

    {"eigenvector", "igraph", "eigenvector_centrality()", "eigenvector", SAME, false, true, BOTH,
     "largest entry 1; of components with equal eigenvalues it shows one or a mixture"},
    {"eigenvector", NETWORKX, "eigenvector_centrality_numpy(G)", "eigenvector",
     ENT_RELATION_UNIT_NORM, false, true, ONE, "of length 1; of connected networks"},
    {"eigenvector", SNA, "evcent(x)", "eigenvector", ENT_RELATION_UNIT_NORM, false, true, ONE,
     "of length 1"},
    {"eigenvector", GEPHI, "Eigenvector Centrality", "eigenvector", SAME, false, false, BOTH,
     "largest entry 1, after 100 steps: the last digits differ"},
    {"eigenvector", UCINET, "Eigenvector", "eigenvector", ENT_RELATION_UNIT_NORM, false, false, ONE,
     "of length 1"},
    {"eigenvector", UCINET, "nEigenvector", "eigenvector", ENT_RELATION_STAR_PERCENT, false, false,
     ONE, "in percent of the centre of a star"},
    {"eigenvector", UCINET, "2-Mode Centrality", "eigenvector_two_mode", SAME, false, false, TWO,
     "singular vectors, each mode of length 1"},

    {"weighted eigenvector", "igraph", "eigenvector_centrality(weights=weight)",
     "eigenvector_weighted", SAME, false, true, BOTH, R_UNASKED},
    {"weighted eigenvector", NETWORKX, "eigenvector_centrality_numpy(G, weight=\"weight\")",
     "eigenvector_weighted", ENT_RELATION_UNIT_NORM, false, true, ONE,
     "of length 1; of connected networks"},

    {"pagerank", "igraph", "pagerank()", "pagerank", SAME, false, true, BOTH, ""},
    {"pagerank", NETWORKX, "pagerank(G, weight=None)", "pagerank", SAME, false, true, BOTH,
     "to 1e-6 by default: the last digits differ"},
    {"pagerank", GEPHI, "PageRank", "pagerank", SAME, false, false, BOTH,
     "to 0.001 by default: only the first digits agree"},

    {"weighted pagerank", "igraph", "pagerank(weights=weight)", "pagerank_weighted", SAME, false,
     true, BOTH, R_UNASKED},
    {"weighted pagerank", NETWORKX, "pagerank(G)", "pagerank_weighted", SAME, false, true, BOTH,
     UNASKED "; to 1e-6 by default: the last digits differ"},

    {"coreness", "igraph", "coreness()", "coreness", SAME, false, true, BOTH, ""},
    {"coreness", NETWORKX, "core_number(G)", "coreness", SAME, false, true, BOTH, ""},
    {"coreness", SNA, "kcores(x, mode=\"graph\")", "coreness", SAME, false, true, BOTH, ""},
    {"coreness", SNA, "kcores(x)", "coreness", TWICE, false, true, BOTH, DIGRAPH},

    {"clustering", "igraph", "transitivity_local_undirected()", "clustering", SAME, false, true,
     ONE, "undefined below two neighbours"},
    {"clustering", NETWORKX, "clustering(G)", "clustering", ZERO, false, true, ONE,
     "0 below two neighbours"},
    {"clustering", GEPHI, "Clustering Coefficient", "clustering", ZERO, false, false, ONE,
     "0 below two neighbours"},

    {"constraint", "igraph", "constraint()", "constraint", SAME, false, true, ONE, R_UNASKED},
    {"constraint", NETWORKX, "constraint(G)", "constraint", SAME, false, true, ONE, ""},
    {"weighted constraint", "igraph", "constraint(weights=weight)", "constraint_weighted", SAME,
     false, true, ONE, ""},
    {"weighted constraint", NETWORKX, "constraint(G, weight=\"weight\")", "constraint_weighted",
     SAME, false, true, ONE, ""},

    {"effective size", NETWORKX, "effective_size(G)", "effective_size", SAME, false, true, ONE, ""},
};

size_t ent_convention_count(void)
{
    return sizeof table / sizeof table[0];
}

const ent_convention_t *ent_convention_at(size_t index)
{
    return index < ent_convention_count() ? &table[index] : NULL;
}

const char *ent_relation_words(ent_relation_t relation)
{
    static const char *const words[ENT_RELATION_COUNT] = {
        [ENT_RELATION_SAME] = "",
        [ENT_RELATION_ZERO] = "0 where undefined",
        [ENT_RELATION_TWICE] = "x 2",
        [ENT_RELATION_PERCENT] = "x 100",
        [ENT_RELATION_OVER_OTHERS] = "/ (n - 1)",
        [ENT_RELATION_OVER_REACHED] = "/ (n_i - 1)",
        [ENT_RELATION_OVER_PAIRS] = "/ ((n - 1)(n - 2)/2)",
        [ENT_RELATION_UNIT_NORM] = "/ its length",
        [ENT_RELATION_STAR_PERCENT] = "/ its length x 100 sqrt 2",
        [ENT_RELATION_CONNECTED_PERCENT] = "x 100",
    };

    return (unsigned)relation < ENT_RELATION_COUNT ? words[relation] : "";
}
