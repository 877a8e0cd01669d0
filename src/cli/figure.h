/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the commands that draw share. */
#ifndef ENT_CLI_FIGURE_H
#define ENT_CLI_FIGURE_H

#include "cli/session.h"

/* The form that a file's name asks for; false when it is none of a figure. */
bool cli_figure_format(ent_figure_format_t *format, const char *path);

/* Reads the options of figures. */
ent_status_t cli_figure_options(ent_figure_options_t *options, const cli_session_t *session,
                                ent_error_t *err);

/* Composes a figure of a network, with what it shows in words. */
ent_status_t cli_figure_new(ent_figure_t **figure, const ent_network_t *network,
                            const ent_figure_options_t *options, ent_error_t *err);

/* Tells what a person must know of the figure. */
void cli_figure_warn(const ent_figure_t *figure);

/* Writes it to a path, or "-"; nothing where `path` is NULL. */
ent_status_t cli_figure_write(const ent_figure_t *figure, const char *path,
                              ent_figure_format_t format, ent_error_t *err);

#endif
