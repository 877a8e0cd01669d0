/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the commands on data share: the data set, its faults, the network that was asked for. */
#ifndef ENT_CLI_SESSION_H
#define ENT_CLI_SESSION_H

#include "cli/cli.h"

typedef struct cli_session {
    const cli_args_t *args;
    ent_dataset_options_t dataset_options;
    ent_dataset_t *dataset;
    ent_selection_t selection;
    ent_network_options_t options;
    ent_id_t *without;
    ent_network_t *network;
    bool rejected; /* some rows are, and --keep-going says to work without them */
} cli_session_t;

/* The one DATA of the command line. */
ent_status_t cli_session_data(const char **data, const cli_args_t *args, ent_error_t *err);

/* Opens DATA and reads the selection of ties; what --as-of and --include say is judged first. */
ent_status_t cli_session_open(cli_session_t *session, const cli_args_t *args, ent_error_t *err);

/* Tells faults; refuses rejected rows but with --keep-going. */
ent_status_t cli_session_refuse_faults(cli_session_t *session, ent_error_t *err);

/* Reads the options of networks. */
ent_status_t cli_session_options(cli_session_t *session, ent_error_t *err);

/* All of the above. */
ent_status_t cli_session_prepare(cli_session_t *session, const cli_args_t *args, ent_error_t *err);
/* Then builds the network and tells its notes. */
ent_status_t cli_session_build(cli_session_t *session, ent_error_t *err);
/* Both. */
ent_status_t cli_session_network(cli_session_t *session, const cli_args_t *args, ent_error_t *err);

/* The run of a command that writes one table of a network: `write` gets the open session. */
ent_status_t cli_session_table(const cli_args_t *args,
                               ent_status_t (*write)(const cli_session_t *session,
                                                     ent_format_t format, ent_error_t *err),
                               ent_error_t *err);

/* Frees everything; a zeroed session is allowed. */
void cli_session_close(cli_session_t *session);

#endif
