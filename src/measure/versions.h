/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which igraph computes, as it runs. */
#ifndef ENT_MEASURE_VERSIONS_H
#define ENT_MEASURE_VERSIONS_H

/* Such as "0.10.2". */
const char *ent_i_igraph_version(void);

#endif
