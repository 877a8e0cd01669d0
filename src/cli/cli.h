/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command's two tables, of subcommands and of options, and what is parsed by them. */
#ifndef ENT_CLI_CLI_H
#define ENT_CLI_CLI_H

#include <stdio.h>

#include "entente/entente.h"

/* In the order of the help. */
typedef enum cli_command_id {
    CLI_CHECK,
    CLI_REPORT,
    CLI_RANK,
    CLI_GROUPS,
    CLI_DRAW,
    CLI_PROFILE,
    CLI_PATH,
    CLI_BATCH,
    CLI_VERIFY,
    CLI_MEASURES,
    CLI_HELP,
    CLI_COMPLETION,
    CLI_COMMAND_COUNT
} cli_command_id_t;

/* In the order of the help. */
typedef enum cli_option_id {
    CLI_MAP,
    CLI_ENCODING,
    CLI_MATRIX,
    CLI_DECIMAL,
    CLI_LAX_QUOTES,
    CLI_DIRECTED,
    CLI_DATA,
    CLI_KEEP_GOING,
    CLI_VIEW,
    CLI_AS_OF,
    CLI_INCLUDE,
    CLI_WHERE,
    CLI_WITHOUT,
    CLI_AVOID,
    CLI_FOCUS,
    CLI_HOPS,
    CLI_PARALLEL,
    CLI_MULTIPARTY,
    CLI_EXPAND,
    CLI_PROJECTION,
    CLI_BACKBONE,
    CLI_ALPHA,
    CLI_CORRECTION,
    CLI_MAX_PROJECTED_EDGES,
    CLI_MEASURE,
    CLI_BY,
    CLI_WEIGHT,
    CLI_WEIGHTED,
    CLI_MAX_PATHS,
    CLI_METHOD,
    CLI_RUNS,
    CLI_DRAWS,
    CLI_SAMPLE,
    CLI_RESOLUTION,
    CLI_CONSENSUS,
    CLI_AGAINST,
    CLI_SEED,
    CLI_LAYOUT,
    CLI_LAYOUT_FROM,
    CLI_PRESET,
    CLI_THEME,
    CLI_PALETTE,
    CLI_TIES,
    CLI_HULL,
    CLI_COLOR_BY,
    CLI_SIZE_BY,
    CLI_LEGEND,
    CLI_SIZE,
    CLI_TITLE,
    CLI_SUBTITLE,
    CLI_NOTE,
    CLI_SOURCE,
    CLI_PENDANTS,
    CLI_HUB,
    CLI_CENTER,
    CLI_BORDERS,
    CLI_DPI,
    CLI_ALT,
    CLI_SCENE,
    CLI_QUALITY,
    CLI_OUTPUT,
    CLI_FORMAT,
    CLI_EXCEL,
    CLI_PAIRS,
    CLI_SHOW,
    CLI_LANG,
    CLI_COMPARE,
    CLI_CITE,
    CLI_MARKDOWN,
    CLI_MAN,
    CLI_JOBS,
    CLI_FORCE,
    CLI_DRY_RUN,
    CLI_THREADS,
    CLI_QUIET,
    CLI_VERBOSE,
    CLI_COLOR,
    CLI_HELP_OPTION,
    CLI_VERSION,
    CLI_OPTION_COUNT
} cli_option_id_t;

typedef enum cli_value {
    CLI_SWITCH, /* takes no argument */
    CLI_TEXT,
    CLI_PROSE, /* text that will stand on a page: UTF-8 */
    CLI_FILE,
    CLI_WORD,   /* one of the choices */
    CLI_LIST,   /* some of the choices, separated by commas */
    CLI_FILTER, /* COLUMN=VALUE, separated by commas */
    CLI_COUNT,
    CLI_REAL,
    CLI_SIDES /* two numbers, such as 85x60 */
} cli_value_t;

typedef enum cli_section {
    CLI_ON_INPUT,
    CLI_ON_NETWORK,
    CLI_ON_NUMBERS,
    CLI_ON_FIGURE,
    CLI_ON_OUTPUT,
    CLI_ON_COMMAND,
    CLI_SECTION_COUNT
} cli_section_t;

typedef struct cli_option {
    const char *name; /* without the dashes */
    char letter;      /* its short form, or 0 */
    cli_value_t value;
    cli_section_t section;
    unsigned commands;    /* bits 1 << cli_command_id_t */
    const char *argument; /* its name in the help; NULL for a switch */
    const char *help;
    const char *const *words;            /* the choices, NULL behind the last; or … */
    const char *(*choice)(size_t index); /* … a function that gives them, NULL behind the last */
    double least;                        /* of numbers */
    double most;
} cli_option_t;

typedef struct cli_args cli_args_t;

typedef struct cli_command {
    const char *name;
    const char *summary;
    const char *operands; /* for the synopsis: "DATA -o DIR" */
    const char *description;
    const char *const *examples; /* a command line, what it does, …, NULL */
    ent_status_t (*run)(const cli_args_t *args, ent_error_t *err);
} cli_command_t;

/* A parsed command line; all text is argv's. */
struct cli_args {
    cli_command_id_t command;            /* CLI_COMMAND_COUNT when none was named */
    const char *value[CLI_OPTION_COUNT]; /* as last given; "" for a switch; NULL when not given */
    const char **without;                /* --without and --avoid may be given more than once */
    size_t without_count;
    const char **note; /* --note likewise */
    size_t note_count;
    const char **operand; /* behind the command's name */
    size_t operand_count;
};

const cli_option_t *cli_option(cli_option_id_t id);
/* A choice of an option, NULL behind the last. */
const char *cli_option_choice(const cli_option_t *option, size_t index);
bool cli_option_is_for(const cli_option_t *option, cli_command_id_t command);
/* The next of a command's options in a section, from *id on; NULL behind the last. Begin at 0. */
const cli_option_t *cli_option_next(size_t *id, cli_section_t section, cli_command_id_t command);

const cli_command_t *cli_command(cli_command_id_t id);
/* A command's name, NULL behind the last. */
const char *cli_command_name(size_t index);
/* CLI_COMMAND_COUNT where no command is called so. */
cli_command_id_t cli_command_find(const char *name);

/* Reads the command line: options anywhere, `--` ends them, no abbreviations. Every word and number
 * is checked against the tables, so that wrong usage shows before any data are read. ENT_EINVAL,
 * with a suggestion. Free with cli_args_free(), also after a failure. */
ent_status_t cli_parse(cli_args_t *args, int argc, char **argv, ent_error_t *err);
void cli_args_free(cli_args_t *args);
/* Fails with the nearest command's name. */
ent_status_t cli_unknown_command(const char *word, ent_error_t *err);

/* The number given to an option that the parser has checked, or `fallback`. */
uint64_t cli_count(const cli_args_t *args, cli_option_id_t id, uint64_t fallback);
double cli_real(const cli_args_t *args, cli_option_id_t id, double fallback);
/* The two numbers given to an option; as they were without one. */
void cli_sides(const cli_args_t *args, cli_option_id_t id, double *width, double *height);
/* The index of the word given to an option among its choices, or `fallback`. */
size_t cli_word(const cli_args_t *args, cli_option_id_t id, size_t fallback);

/* The commands. */
ent_status_t cli_run_check(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_report(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_rank(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_groups(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_draw(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_profile(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_path(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_batch(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_verify(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_measures(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_help(const cli_args_t *args, ent_error_t *err);
ent_status_t cli_run_completion(const cli_args_t *args, ent_error_t *err);

#endif
