/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Core and periphery, a method of `entente groups` with a table of its own. */
#ifndef ENT_CLI_CORE_H
#define ENT_CLI_CORE_H

#include "cli/session.h"

#define CLI_CORE_METHOD "core-periphery"

/* Refuses the options of groups that mean nothing here. */
ent_status_t cli_core_usage(const cli_args_t *args, ent_error_t *err);

ent_status_t cli_core_table(const cli_session_t *session, ent_format_t format, ent_error_t *err);

#endif
