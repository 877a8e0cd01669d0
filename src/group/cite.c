/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where each method of finding groups is published. */
#include "entente/group.h"

const char *ent_group_method_cite(ent_group_method_t method)
{
    static const char *const cites[ENT_GROUP_METHOD_COUNT] = {
        [ENT_GROUP_LEIDEN] = "traag2019 newman2004",
        [ENT_GROUP_LOUVAIN] = "blondel2008 newman2004",
        [ENT_GROUP_INFOMAP] = "rosvall2008",
        [ENT_GROUP_WALKTRAP] = "pons2006",
        [ENT_GROUP_FAST_GREEDY] = "clauset2004",
        [ENT_GROUP_EDGE_BETWEENNESS] = "newman2004",
        [ENT_GROUP_LABEL_PROPAGATION] = "raghavan2007",
        [ENT_GROUP_LEADING_EIGENVECTOR] = "newman2006",
        [ENT_GROUP_SPINGLASS] = "reichardt2006",
        [ENT_GROUP_OPTIMAL] = "brandes2008",
        [ENT_GROUP_COMPONENTS] = "hopcroft1973",
        [ENT_GROUP_BARBER] = "barber2007 blondel2008",
    };

    return (unsigned)method < ENT_GROUP_METHOD_COUNT ? cites[method] : NULL;
}

const char *ent_group_consensus_cite(void)
{
    return "lancichinetti2012";
}
