/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the command says to a person, on standard error. */
#ifndef ENT_CLI_MESSAGE_H
#define ENT_CLI_MESSAGE_H

#include "cli/cli.h"

#define CLI_PRINTF(string, first) __attribute__((format(printf, string, first)))

/* Reads --quiet, --verbose and --color; before it, nothing is quiet and colour is for terminals. */
void cli_message_setup(const cli_args_t *args);

/* The program that messages come from, when it is not entente. The text is borrowed. */
void cli_message_program(const char *name);
/* Of a process beside the one that speaks: whatever goes to the standard streams goes nowhere.
 * False when the system refuses. */
bool cli_message_silence(void);
bool cli_message_silent(void);

/* Fills `err` and returns `status`. */
ent_status_t cli_fail(ent_error_t *err, ent_status_t status, const char *format, ...)
    CLI_PRINTF(3, 4);

/* 0 done, 1 the data are at fault, 2 wrong usage, 3 the machine refused, 4 the computation failed.
 */
int cli_exit_code(ent_status_t status);

/* What every message is about from here on, such as one data set of many; NULL: nothing. The text
 * is borrowed. */
void cli_message_about(const char *name);

/* `entente: error: file:line:column: message`. */
void cli_error(const ent_error_t *err);
/* The same of no place. */
void cli_complain(const char *message);
/* The same for one fault of a data set, whatever its severity. */
void cli_fault(const ent_fault_t *fault);
/* Not said with --quiet. */
void cli_warn(const char *format, ...) CLI_PRINTF(1, 2);
void cli_note(const char *format, ...) CLI_PRINTF(1, 2);
/* Said whatever the options. */
void cli_insist(const char *format, ...) CLI_PRINTF(1, 2);

/* Writes text with everything that could act on a terminal, or pass for another line, made
 * visible: control characters, invalid UTF-8, marks of direction. */
void cli_put_safe(FILE *file, const char *text);

#endif
