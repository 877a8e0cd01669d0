/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The entente-mpi command: some of entente's subcommands, by processes on one machine or many. */
#include <mpi.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/environment.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/run.h"
#include "mpi/crew.h"
#include "mpi/streams.h"

#define NAME "entente-mpi"
#define SUMMARY "ranks, groups and reports by processes on one machine or many"
#define LAUNCH "mpirun -n N entente-mpi"

static const cli_command_id_t runs[] = {CLI_RANK, CLI_GROUPS, CLI_REPORT};

/* Whether this is the process that speaks, before MPI has begun; alone, it is. */
static bool is_first(void)
{
    static const char *const names[] = {"OMPI_COMM_WORLD_RANK", "PMIX_RANK", "PMI_RANK",
                                        "SLURM_PROCID"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *rank = getenv(names[i]);

        if (rank != NULL)
            return strcmp(rank, "0") == 0;
    }
    return true;
}

static void put_help(FILE *out)
{
    fprintf(out, NAME " %s: " SUMMARY "\n\nUsage: " LAUNCH " COMMAND DATA [OPTION]...\n\n",
            ent_version());
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        fprintf(out, "  %-12s%s\n", cli_command(runs[i])->name, cli_command(runs[i])->summary);
    fputs("\nThe bytes are entente's own, for any N; 'entente help COMMAND' has the options.\n"
          "Without --threads, processes that share a machine share its processors.\n",
          out);
}

/* What needs no other process, and no MPI: true when that was all. */
static bool answer_alone(int argc, char **argv)
{
    bool page = argc > 2 && strcmp(argv[1], "help") == 0 && strcmp(argv[2], "--man") == 0;

    if (argc > 1 && strcmp(argv[1], "--version") != 0 && strcmp(argv[1], "--help") != 0 &&
        strcmp(argv[1], "help") != 0)
        return false;
    if (!is_first())
        return true;
    if (argc < 2)
        put_help(stderr);
    else if (strcmp(argv[1], "--version") == 0)
        printf(NAME " %s\n", ent_version());
    else if (page)
        cli_manual_program(stdout, NAME, SUMMARY, LAUNCH);
    else
        put_help(stdout);
    return true;
}

static ent_status_t check_command(const cli_args_t *args, ent_error_t *err)
{
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        if (args->command == runs[i])
            return ENT_OK;
    if (args->command == CLI_COMMAND_COUNT)
        return cli_fail(err, ENT_EINVAL, "no command is named; " NAME " has rank, groups, report");
    return cli_fail(err, ENT_EINVAL,
                    "'%s' gains nothing by more processes; run 'entente %s' (" NAME
                    " has rank, groups, report)",
                    cli_command_name(args->command), cli_command_name(args->command));
}

/* How many processes of this machine may run on the very processors that this one may run on. */
static int count_sharers(void)
{
    MPI_Comm machine;
    cpu_set_t mine;
    cpu_set_t *all;
    int count;
    int sharers = 0;

    CPU_ZERO(&mine);
    sched_getaffinity(0, sizeof mine, &mine);
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
    MPI_Comm_size(machine, &count);
    all = calloc((size_t)count, sizeof *all);
    if (all == NULL)
        MPI_Abort(MPI_COMM_WORLD, 4);
    MPI_Allgather(&mine, sizeof mine, MPI_BYTE, all, sizeof mine, MPI_BYTE, machine);
    for (int i = 0; i < count; i++)
        sharers += CPU_EQUAL(&mine, &all[i]);
    free(all);
    MPI_Comm_free(&machine);
    return sharers;
}

static ent_status_t agree_on_words(int argc, char **argv, ent_error_t *err)
{
    ent_i_text_t words = {0};
    ent_status_t status;

    for (int i = 1; i < argc; i++)
        ent_i_text_add(&words, argv[i], strlen(argv[i]) + 1);
    status = words.failed ? ent_i_no_memory(err)
                          : ent_i_crew_agree(words.bytes, words.size, "The command lines", err);
    ent_i_text_free(&words);
    return status;
}

/* The work of one process. */
static ent_status_t work(int me, int argc, char **argv, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (me > 0 && !cli_message_silence())
        return cli_fail(err, ENT_EIO, "the standard streams cannot be silenced");
    if (me == 0)
        ENT_TRY(mpi_streams_hold_output(err));
    ENT_TRY(agree_on_words(argc, argv, err));
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "-") == 0) {
            ENT_TRY(mpi_streams_share_input(me, err));
            break;
        }
    ENT_TRY(cli_run(argc, argv, check_command, err));

cleanup:
    return status;
}

int main(int argc, char **argv)
{
    ent_error_t err = {0};
    ent_status_t status;
    int has;
    int me;
    int code;

    cli_environment_pin();
    cli_message_program(NAME);
    if (answer_alone(argc, argv))
        return argc < 2 ? 2 : cli_run_end(ENT_OK, &err);
    MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &has);
    MPI_Comm_rank(MPI_COMM_WORLD, &me);
    cli_processors_share(count_sharers());
    mpi_crew_join();
    status = work(me, argc, argv, &err);
    if (me == 0 && status == ENT_OK)
        status = mpi_streams_release_output(&err);
    status = mpi_crew_leave(status, &err);
    code = cli_run_end(status, &err);
    MPI_Finalize();
    return code;
}
