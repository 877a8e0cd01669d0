/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Making a partition that is not found but given. */
#ifndef ENT_GROUP_GIVEN_H
#define ENT_GROUP_GIVEN_H

#include "base/error.h"
#include "entente/partition.h"

/* Nobody in a group yet, the groups without names. */
ent_status_t ent_i_partition_new(ent_partition_t **partition, size_t actors, size_t groups,
                                 ent_error_t *err);
/* Names a group, once. */
ent_status_t ent_i_partition_name(ent_partition_t *partition, size_t group, const char *name,
                                  ent_error_t *err);

#endif
