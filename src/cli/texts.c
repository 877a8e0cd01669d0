/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The commands that print what is made from the tables: help, completion. */
#include <string.h>

#include "cli/embedded.h"
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

/* Each shell's script asks the command itself what a word may become (complete.c). */
ent_status_t cli_run_completion(const cli_args_t *args, ent_error_t *err)
{
    static const char *const shells[][2] = {
        {"bash", "entente.bash"}, {"zsh", "_entente"}, {"fish", "entente.fish"}};

    if (args->operand_count > 0 && strcmp(args->operand[0], "words") == 0) {
        cli_complete(args->operand + 1, args->operand_count - 1);
        return ENT_OK;
    }
    for (size_t i = 0; args->operand_count == 1 && i < sizeof shells / sizeof *shells; i++) {
        const char *const *line = cli_embedded(shells[i][1]);

        if (strcmp(args->operand[0], shells[i][0]) != 0)
            continue;
        for (; *line != NULL; line++)
            puts(*line);
        return ENT_OK;
    }
    return cli_fail(err, ENT_EINVAL, "'completion' needs a shell: bash, zsh or fish");
}
