/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts made from the two tables: help, manual pages, completions. */
#ifndef ENT_CLI_HELP_H
#define ENT_CLI_HELP_H

#include "cli/cli.h"

/* The overview (CLI_COMMAND_COUNT) or one command. */
void cli_help(FILE *out, cli_command_id_t command);
/* Their manual pages: of the whole (CLI_COMMAND_COUNT) or of one command. */
void cli_manual(FILE *out, cli_command_id_t command);
/* The page of a program beside entente, from manual/NAME.txt; `launch` runs it. */
void cli_manual_program(FILE *out, const char *name, const char *summary, const char *launch);
/* Prints what the last of the words, which stand behind "entente", may become. */
void cli_complete(const char *const *words, size_t count);

/* "--view=VIEW", "-o, --output=FILE". */
void cli_option_signature(char *text, size_t size, const cli_option_t *option);
/* "Input", "Network", …: the heading of the options of a section. */
const char *cli_section_title(cli_section_t section);
/* The exit codes: a code and its meaning, NULL behind the last. */
const char *const *cli_exit_codes(void);

#endif
