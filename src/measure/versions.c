/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "measure/versions.h"

#include "engine/igx.h"

const char *ent_i_igraph_version(void)
{
    const char *version;

    igraph_version(&version, NULL, NULL, NULL);
    return version;
}
