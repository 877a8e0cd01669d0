/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/numbers.h"

static uint64_t sharers = 1;

void cli_processors_share(int processes)
{
    sharers = (uint64_t)processes;
}

/* Reports of a batch are written at once, each by its part of the processors; so do processes that
 * work together on one machine. */
static uint64_t processors(const cli_args_t *args)
{
    uint64_t all = ent_processors() / sharers;
    uint64_t jobs = args->command == CLI_BATCH ? cli_count(args, CLI_JOBS, all) : 1;

    return jobs < all ? all / jobs : 1;
}

int cli_threads(const cli_args_t *args)
{
    return (int)cli_count(args, CLI_THREADS, processors(args));
}

void cli_measure_options(ent_measure_options_t *options, const cli_args_t *args)
{
    ent_measure_options_init(options);
    options->weight = (ent_weight_t)cli_word(args, CLI_WEIGHT, ENT_WEIGHT_STRENGTH);
    if (args->value[CLI_BY] != NULL)
        options->by = args->value[CLI_BY];
    options->draws = cli_count(args, CLI_DRAWS, options->draws);
    options->sample = cli_count(args, CLI_SAMPLE, options->sample);
    options->seed = cli_count(args, CLI_SEED, options->seed);
    options->threads = cli_threads(args);
}

void cli_group_options(ent_group_options_t *options, const cli_args_t *args)
{
    ent_group_options_init(options);
    if (args->value[CLI_METHOD] != NULL)
        options->method = (ent_group_method_t)cli_word(args, CLI_METHOD, 0);
    options->runs = cli_count(args, CLI_RUNS, options->runs);
    options->resolution = cli_real(args, CLI_RESOLUTION, options->resolution);
    options->seed = cli_count(args, CLI_SEED, options->seed);
    options->weighted = args->value[CLI_WEIGHTED] != NULL;
    options->consensus = args->value[CLI_CONSENSUS] != NULL;
    options->threads = cli_threads(args);
}
