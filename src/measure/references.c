/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The list of references: one row a work, in order of key. A new one is one row here. */
#include <string.h>

#include "entente/reference.h"

/* key, kind, author, title, venue, volume, pages, year, doi */
static const ent_reference_t references[] = {
    {"artzy-randrup2005", "article", "Y. Artzy-Randrup and L. Stone",
     "Generating uniformly distributed random networks", "Physical Review E", "72", "056708",
     "2005", "10.1103/PhysRevE.72.056708"},
    {"barber2007", "article", "M. J. Barber",
     "Modularity and community detection in bipartite networks", "Physical Review E", "76",
     "066102", "2007", "10.1103/PhysRevE.76.066102"},
    {"barrat2004", "article",
     "A. Barrat and M. Barthélemy and R. Pastor-Satorras and A. Vespignani",
     "The architecture of complex weighted networks",
     "Proceedings of the National Academy of Sciences", "101", "3747-3752", "2004",
     "10.1073/pnas.0400087101"},
    {"benjamini1995", "article", "Y. Benjamini and Y. Hochberg",
     "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
     "Journal of the Royal Statistical Society B", "57", "289-300", "1995",
     "10.1111/j.2517-6161.1995.tb02031.x"},
    {"blondel2008", "article", "V. D. Blondel and J.-L. Guillaume and R. Lambiotte and E. Lefebvre",
     "Fast unfolding of communities in large networks",
     "Journal of Statistical Mechanics: Theory and Experiment", "2008", "P10008", "2008",
     "10.1088/1742-5468/2008/10/P10008"},
    {"bonacich1972", "article", "P. Bonacich",
     "Factoring and weighting approaches to status scores and clique identification",
     "Journal of Mathematical Sociology", "2", "113-120", "1972", "10.1080/0022250X.1972.9989806"},
    {"borgatti1997", "article", "S. P. Borgatti and M. G. Everett",
     "Network analysis of 2-mode data", "Social Networks", "19", "243-269", "1997",
     "10.1016/S0378-8733(96)00301-2"},
    {"borgatti1997holes", "article", "S. P. Borgatti",
     "Structural holes: unpacking Burt's redundancy measures", "Connections", "20", "35-38", "1997",
     ""},
    {"borgatti1999", "article", "S. P. Borgatti and M. G. Everett",
     "Models of core/periphery structures", "Social Networks", "21", "375-395", "1999",
     "10.1016/S0378-8733(99)00019-2"},
    {"brandes2001", "article", "U. Brandes", "A faster algorithm for betweenness centrality",
     "Journal of Mathematical Sociology", "25", "163-177", "2001", "10.1080/0022250X.2001.9990249"},
    {"brandes2008", "article",
     "U. Brandes and D. Delling and M. Gaertler and R. Görke and M. Hoefer and Z. Nikoloski and "
     "D. Wagner",
     "On modularity clustering", "IEEE Transactions on Knowledge and Data Engineering", "20",
     "172-188", "2008", "10.1109/TKDE.2007.190689"},
    {"brin1998", "article", "S. Brin and L. Page",
     "The anatomy of a large-scale hypertextual Web search engine",
     "Computer Networks and ISDN Systems", "30", "107-117", "1998",
     "10.1016/S0169-7552(98)00110-X"},
    {"burt1992", "book", "R. S. Burt", "Structural holes: The social structure of competition",
     "Harvard University Press", "", "", "1992", "10.4159/9780674029095"},
    {"clauset2004", "article", "A. Clauset and M. E. J. Newman and C. Moore",
     "Finding community structure in very large networks", "Physical Review E", "70", "066111",
     "2004", "10.1103/PhysRevE.70.066111"},
    {"csardi2006", "article", "G. Csárdi and T. Nepusz",
     "The igraph software package for complex network research", "InterJournal", "Complex Systems",
     "1695", "2006", ""},
    {"danon2005", "article", "L. Danon and A. Díaz-Guilera and J. Duch and A. Arenas",
     "Comparing community structure identification",
     "Journal of Statistical Mechanics: Theory and Experiment", "2005", "P09008", "2005",
     "10.1088/1742-5468/2005/09/P09008"},
    {"entente", "manual", "The Entente authors", "Entente: a partnership-network analyser", "", "",
     "", "", ""},
    {"fosdick2018", "article", "B. K. Fosdick and D. B. Larremore and J. Nishimura and J. Ugander",
     "Configuring random graph models with fixed degree sequences", "SIAM Review", "60", "315-355",
     "2018", "10.1137/16M1087175"},
    {"freeman1977", "article", "L. C. Freeman",
     "A set of measures of centrality based on betweenness", "Sociometry", "40", "35-41", "1977",
     "10.2307/3033543"},
    {"freeman1978", "article", "L. C. Freeman",
     "Centrality in social networks: conceptual clarification", "Social Networks", "1", "215-239",
     "1978", "10.1016/0378-8733(78)90021-7"},
    {"gould1989", "article", "R. V. Gould and R. M. Fernandez",
     "Structures of mediation: a formal approach to brokerage in transaction networks",
     "Sociological Methodology", "19", "89-126", "1989", "10.2307/270949"},
    {"guimera2005", "article", "R. Guimerà and L. A. N. Amaral",
     "Functional cartography of complex metabolic networks", "Nature", "433", "895-900", "2005",
     "10.1038/nature03288"},
    {"hage1995", "article", "P. Hage and F. Harary", "Eccentricity and centrality in networks",
     "Social Networks", "17", "57-63", "1995", "10.1016/0378-8733(94)00248-9"},
    {"holm1979", "article", "S. Holm", "A simple sequentially rejective multiple test procedure",
     "Scandinavian Journal of Statistics", "6", "65-70", "1979", ""},
    {"hopcroft1973", "article", "J. Hopcroft and R. Tarjan",
     "Algorithm 447: efficient algorithms for graph manipulation", "Communications of the ACM",
     "16", "372-378", "1973", "10.1145/362248.362272"},
    {"hubert1985", "article", "L. Hubert and P. Arabie", "Comparing partitions",
     "Journal of Classification", "2", "193-218", "1985", "10.1007/BF01908075"},
    {"kaltenbrunner2013", "article",
     "A. Kaltenbrunner and P. Aragón and D. Laniado and Y. Volkovich",
     "Not all paths lead to Rome: analysing the network of sister cities", "arXiv", "", "1301.6900",
     "2013", "10.48550/arXiv.1301.6900"},
    {"krackhardt1988", "article", "D. Krackhardt and R. N. Stern",
     "Informal networks and organizational crises: an experimental simulation",
     "Social Psychology Quarterly", "51", "123-140", "1988", "10.2307/2786835"},
    {"lancichinetti2012", "article", "A. Lancichinetti and S. Fortunato",
     "Consensus clustering in complex networks", "Scientific Reports", "2", "336", "2012",
     "10.1038/srep00336"},
    {"marchiori2000", "article", "M. Marchiori and V. Latora", "Harmony in the small-world",
     "Physica A", "285", "539-546", "2000", "10.1016/S0378-4371(00)00311-3"},
    {"meila2007", "article", "M. Meilă", "Comparing clusterings: an information based distance",
     "Journal of Multivariate Analysis", "98", "873-895", "2007", "10.1016/j.jmva.2006.11.013"},
    {"neal2013", "article", "Z. Neal",
     "Identifying statistically significant edges in one-mode projections",
     "Social Network Analysis and Mining", "3", "915-924", "2013", "10.1007/s13278-013-0107-y"},
    {"neal2014", "article", "Z. Neal",
     "The backbone of bipartite projections: Inferring relationships from co-authorship, "
     "co-sponsorship, co-attendance and other co-behaviors",
     "Social Networks", "39", "84-97", "2014", "10.1016/j.socnet.2014.06.001"},
    {"neal2024", "inproceedings", "Z. P. Neal and J. W. Neal",
     "Stochastic degree sequence model with edge constraints (SDSM-EC) for backbone extraction",
     "Complex Networks and Their Applications XII", "", "127-136", "2024",
     "10.1007/978-3-031-53468-3_11"},
    {"newman2001", "article", "M. E. J. Newman",
     "Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality",
     "Physical Review E", "64", "016132", "2001", "10.1103/PhysRevE.64.016132"},
    {"newman2003", "article", "M. E. J. Newman", "Mixing patterns in networks", "Physical Review E",
     "67", "026126", "2003", "10.1103/PhysRevE.67.026126"},
    {"newman2004", "article", "M. E. J. Newman and M. Girvan",
     "Finding and evaluating community structure in networks", "Physical Review E", "69", "026113",
     "2004", "10.1103/PhysRevE.69.026113"},
    {"newman2006", "article", "M. E. J. Newman",
     "Finding community structure in networks using the eigenvectors of matrices",
     "Physical Review E", "74", "036104", "2006", "10.1103/PhysRevE.74.036104"},
    {"opsahl2010", "article", "T. Opsahl and F. Agneessens and J. Skvoretz",
     "Node centrality in weighted networks: generalizing degree and shortest paths",
     "Social Networks", "32", "245-251", "2010", "10.1016/j.socnet.2010.03.006"},
    {"phipson2010", "article", "B. Phipson and G. K. Smyth",
     "Permutation p-values should never be zero: calculating exact p-values when permutations are "
     "randomly drawn",
     "Statistical Applications in Genetics and Molecular Biology", "9", "39", "2010",
     "10.2202/1544-6115.1585"},
    {"pons2006", "article", "P. Pons and M. Latapy",
     "Computing communities in large networks using random walks",
     "Journal of Graph Algorithms and Applications", "10", "191-218", "2006", "10.7155/jgaa.00124"},
    {"raghavan2007", "article", "U. N. Raghavan and R. Albert and S. Kumara",
     "Near linear time algorithm to detect community structures in large-scale networks",
     "Physical Review E", "76", "036106", "2007", "10.1103/PhysRevE.76.036106"},
    {"reichardt2006", "article", "J. Reichardt and S. Bornholdt",
     "Statistical mechanics of community detection", "Physical Review E", "74", "016110", "2006",
     "10.1103/PhysRevE.74.016110"},
    {"robins2004", "article", "G. Robins and M. Alexander",
     "Small worlds among interlocking directors: network structure and distance in bipartite "
     "graphs",
     "Computational and Mathematical Organization Theory", "10", "69-94", "2004",
     "10.1023/B:CMOT.0000032580.12184.c0"},
    {"rochat2009", "inproceedings", "Y. Rochat",
     "Closeness centrality extended to unconnected graphs: the harmonic centrality index",
     "Applications of Social Network Analysis (ASNA)", "", "", "2009", ""},
    {"rosvall2008", "article", "M. Rosvall and C. T. Bergstrom",
     "Maps of random walks on complex networks reveal community structure",
     "Proceedings of the National Academy of Sciences", "105", "1118-1123", "2008",
     "10.1073/pnas.0706851105"},
    {"saracco2015", "article", "F. Saracco and R. Di Clemente and A. Gabrielli and T. Squartini",
     "Randomizing bipartite networks: the case of the World Trade Web", "Scientific Reports", "5",
     "10595", "2015", "10.1038/srep10595"},
    {"seidman1983", "article", "S. B. Seidman", "Network structure and minimum degree",
     "Social Networks", "5", "269-287", "1983", "10.1016/0378-8733(83)90028-X"},
    {"traag2019", "article", "V. A. Traag and L. Waltman and N. J. van Eck",
     "From Louvain to Leiden: guaranteeing well-connected communities", "Scientific Reports", "9",
     "5233", "2019", "10.1038/s41598-019-41695-z"},
    {"tumminello2011", "article",
     "M. Tumminello and S. Miccichè and F. Lillo and J. Piilo and R. N. Mantegna",
     "Statistically validated networks in bipartite complex systems", "PLoS ONE", "6", "e17994",
     "2011", "10.1371/journal.pone.0017994"},
    {"wasserman1994", "book", "S. Wasserman and K. Faust",
     "Social network analysis: Methods and applications", "Cambridge University Press", "", "",
     "1994", "10.1017/CBO9780511815478"},
    {"watts1998", "article", "D. J. Watts and S. H. Strogatz",
     "Collective dynamics of 'small-world' networks", "Nature", "393", "440-442", "1998",
     "10.1038/30918"},
};

enum { COUNT = sizeof references / sizeof references[0] };

size_t ent_reference_count(void)
{
    return COUNT;
}

const ent_reference_t *ent_reference_at(size_t index)
{
    return index < COUNT ? &references[index] : NULL;
}

/* The reference whose key is the `length` bytes at `key`. */
static const ent_reference_t *find(const char *key, size_t length)
{
    for (size_t i = 0; i < COUNT; i++)
        if (strncmp(references[i].key, key, length) == 0 && references[i].key[length] == '\0')
            return &references[i];
    return NULL;
}

const ent_reference_t *ent_reference_find(const char *key)
{
    return key != NULL ? find(key, strlen(key)) : NULL;
}

const ent_reference_t *ent_cite_at(const char *cite, size_t index)
{
    while (*cite != '\0' && *cite != ';') {
        size_t length = strcspn(cite, " ;");

        if (length > 0 && index-- == 0)
            return find(cite, length);
        cite += length;
        cite += strspn(cite, " ");
    }
    return NULL;
}
