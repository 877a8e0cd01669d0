/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the command line, runs a subcommand, turns its status into an exit code. */
#include "cli/run.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/progress.h"

static const ent_watch_t watch = {.cancelled = cli_interrupted, .progress = cli_progress_tell};

static ent_status_t run_parsed(const cli_args_t *args, ent_error_t *err)
{
    int64_t date;
    ent_status_t status = ENT_OK;

    if (args->value[CLI_HELP_OPTION] != NULL) {
        cli_help(stdout, args->command);
        return ENT_OK;
    }
    if (args->value[CLI_VERSION] != NULL) {
        printf("entente %s\n", ent_version());
        return ENT_OK;
    }
    if (args->command == CLI_COMMAND_COUNT) {
        cli_help(stderr, CLI_COMMAND_COUNT);
        return ENT_EINVAL;
    }
    /* What a PDF would stumble over at the end is usage. */
    if (cli_option_is_for(cli_option(CLI_OUTPUT), args->command))
        status = ent_source_date(&date, err);
    return status == ENT_OK ? cli_command(args->command)->run(args, err) : status;
}

ent_status_t cli_run(int argc, char **argv,
                     ent_status_t (*check)(const cli_args_t *args, ent_error_t *err),
                     ent_error_t *err)
{
    cli_args_t args;
    ent_status_t status = cli_parse(&args, argc, argv, err);

    cli_message_setup(&args);
    cli_progress_setup(args.value[CLI_QUIET] != NULL);
    ent_watch_set(&watch);
    if (status == ENT_OK && check != NULL)
        status = check(&args, err);
    if (status == ENT_OK)
        status = run_parsed(&args, err);
    if (status == ENT_OK)
        status = cli_output_finish(err);
    cli_args_free(&args);
    return status;
}

int cli_run_end(ent_status_t status, const ent_error_t *err)
{
    if (status != ENT_OK && err->message[0] != '\0' && !cli_interrupted(NULL))
        cli_error(err);
    /* Who comes too late finds everything done. */
    if (status != ENT_OK)
        cli_interrupt_end();
    return cli_exit_code(status);
}
