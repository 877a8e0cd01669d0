/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two partitions against each other, a form of `entente groups` with a table of its own. */
#ifndef ENT_CLI_COMPARE_H
#define ENT_CLI_COMPARE_H

#include "cli/session.h"

/* Writes the groups found against what --compare names. */
ent_status_t cli_compare(const cli_session_t *session, const ent_groups_t *groups,
                         const ent_group_options_t *options, ent_format_t format, ent_error_t *err);

#endif
