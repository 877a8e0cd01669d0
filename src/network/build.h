/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a network comes to be: links are gathered, merged into ties and indexed. */
#ifndef ENT_NETWORK_BUILD_H
#define ENT_NETWORK_BUILD_H

#include "network/network_i.h"

/* What a link does to the tie of its pair. */
typedef enum ent_i_link_class {
    ENT_I_LINK_ONCE, /* all such links of a pair together weigh what one weighs: memberships */
    ENT_I_LINK_ADDS  /* each adds its weight: agreements, edges */
} ent_i_link_class_t;

/* One record's part in the tie of one pair of vertices. */
typedef struct ent_i_link {
    ent_id_t a;
    ent_id_t b;
    ent_i_link_class_t class;
    ent_id_t record; /* of the data set, or ENT_NONE */
    double weight;
} ent_i_link_t;

typedef struct ent_i_links {
    ent_i_link_t *link;
    size_t count;
    size_t capacity;
} ent_i_links_t;

ent_status_t ent_i_links_add(ent_i_links_t *links, ent_i_link_t link, ent_error_t *err);

/* ENT_ELIMIT for more records than the ties of a network can hold. */
ent_status_t ent_i_check_records(size_t count, ent_error_t *err);

/* Room for so many ties, and for the records behind them if there are any: with `offsets`, some of
 * a tie, else one. ENT_ELIMIT past INT32_MAX ties. */
ent_status_t ent_i_network_open(ent_network_t *network, size_t ties, size_t records, bool offsets,
                                ent_error_t *err);

/* Where ties end that have been put, and their records. */
typedef struct ent_i_end {
    size_t tie;
    size_t record;
} ent_i_end_t;

/* Puts what links of one pair, in any order, come to behind the ties before; for `keep` and
 * failures see ent_i_network_merge(). */
ent_status_t ent_i_network_put(ent_network_t *network, ent_i_end_t *end, ent_i_links_t *links,
                               bool keep, ent_error_t *err);

/* Merges links into the ties of a network whose actor_count and directed are set; spends `links`,
 * whose memory goes back as they become ties. `keep` leaves each adding link a tie of its own. Ends
 * of undirected links may come in any order; links have different ends in range. Fills a, b,
 * weight, and record_offset and record where `records` says so. ENT_ELIMIT past INT32_MAX ties or
 * UINT32_MAX records; ENT_EDATA when a sum overflows. */
ent_status_t ent_i_network_merge(ent_network_t *network, ent_i_links_t *links, bool keep,
                                 bool records, ent_error_t *err);

/* Fills offset, neighbour, via (and in_*) and the flags `weighted` and `simple` from a, b, weight
 * sorted by (a, b); what they held is freed. */
ent_status_t ent_i_network_index(ent_network_t *network, ent_error_t *err);

#endif
