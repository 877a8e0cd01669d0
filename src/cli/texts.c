/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The commands that print what is made from the tables: help, completion. */
#include <string.h>

#include "cli/help.h"
#include "cli/message.h"

ent_status_t cli_run_help(const cli_args_t *args, ent_error_t *err)
{
    cli_command_id_t id = CLI_COMMAND_COUNT;

    if (args->operand_count > 1)
        return cli_fail(err, ENT_EINVAL, "'help' explains one command at a time");
    if (args->operand_count == 1) {
        id = cli_command_find(args->operand[0]);
        if (id == CLI_COMMAND_COUNT)
            return cli_unknown_command(args->operand[0], err);
    }
    (args->value[CLI_MAN] != NULL ? cli_manual : cli_help)(stdout, id);
    return ENT_OK;
}

ent_status_t cli_run_completion(const cli_args_t *args, ent_error_t *err)
{
    static const struct {
        const char *name;
        void (*write)(FILE *out);
    } shells[] = {
        {"bash", cli_complete_bash}, {"zsh", cli_complete_zsh}, {"fish", cli_complete_fish}};

    for (size_t i = 0; args->operand_count == 1 && i < sizeof shells / sizeof *shells; i++)
        if (strcmp(args->operand[0], shells[i].name) == 0) {
            shells[i].write(stdout);
            return ENT_OK;
        }
    return cli_fail(err, ENT_EINVAL, "'completion' needs a shell: bash, zsh or fish");
}
