/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente report: everything, into one folder. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/reports.h"

enum { NAMES = 40 }; /* columns for the names of files before what they are */

/* What to say of a file, by its name up to the suffix. */
static const char *describe(const char *name)
{
    static const char *const files[][2] = {
        {"index", "the report: open it in a browser"},
        {"agreements", "who signed with whom"},
        {"network", "all ties"},
        {"map", "the agreements on a map"},
        {"affiliations", "members and their networks"},
        {"timeline", "when ties began, how long they run, what is planned"},
        {"matrix", "who is tied to whom, group by group"},
        {"actors", "one row an actor, with its measures"},
        {"centrality", "every measure of every view"},
        {"ties", "one row a tie, with the input rows and sources behind it"},
        {"groups", "the groups and how stable they are"},
        {"brokers", "who bridges whom"},
        {"contradictions", "what the sources disagree on"},
        {"ledger", "every input row and what became of it"},
        {"summary", "the network in numbers, for programs"},
        {"methods", "the methods, as a paragraph for a paper"},
        {"references", "its references, as BibTeX"},
        {"manifest", "inputs, options and outputs with their hashes"},
        {"excel", "the tables for spreadsheet programs"},
    };
    size_t length = strcspn(name, ".");

    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strlen(files[i][0]) == length && memcmp(files[i][0], name, length) == 0)
            return files[i][1];
    return "";
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* One line for the files that differ in their suffix alone; returns how many they are. */
static int tell_file(struct dirent *const *entry, int count)
{
    const char *name = entry[0]->d_name;
    size_t stem = strcspn(name, ".");
    const char *what = describe(name);
    int width = printf("  %s%s", name, entry[0]->d_type == DT_DIR ? "/" : "");
    int told = 1;

    for (; told < count && strncmp(entry[told]->d_name, name, stem + 1) == 0; told++)
        width += printf(" %s", entry[told]->d_name + stem);
    if (what[0] != '\0')
        printf("%*s%s", width < NAMES ? NAMES - width : 2, "", what);
    putchar('\n');
    return told;
}

static ent_status_t tell_written(const char *dir, ent_error_t *err)
{
    struct dirent **entry = NULL;
    int count;

    if (cli_message_silent()) /* the folder may not be there yet, or not be on this machine */
        return ENT_OK;
    count = scandir(dir, &entry, is_shown, by_bytes);
    if (count < 0)
        return cli_fail(err, ENT_EIO, "%s was written, but cannot be listed", dir);
    cli_put_safe(stdout, dir);
    fputs(":\n", stdout);
    for (int i = 0; i < count;)
        i += tell_file(entry + i, count - i);
    for (int i = 0; i < count; i++)
        free(entry[i]);
    free(entry);
    fputs("Open ", stdout);
    cli_put_safe(stdout, dir);
    fputs("/index.html\n", stdout);
    return cli_output_finish(err);
}

void cli_report_warn(void *context, const char *warning)
{
    (void)context;
    cli_warn("%s", warning);
}

ent_status_t cli_report_options(ent_report_options_t *options, const cli_session_t *session,
                                ent_error_t *err)
{
    const cli_args_t *args = session->args;
    ent_status_t status = ent_report_options_init(options, session->dataset, err);

    if (status != ENT_OK)
        return status;
    options->network = session->options;
    cli_measure_options(&options->measure, args);
    options->dataset = &session->dataset_options;
    options->runs = cli_count(args, CLI_RUNS, options->runs);
    if (args->value[CLI_LANG] != NULL)
        options->language = args->value[CLI_LANG];
    options->title = args->value[CLI_TITLE];
    options->keep_going = session->rejected;
    options->seed = cli_count(args, CLI_SEED, options->seed);
    return ENT_OK;
}

ent_status_t cli_report_spares_data(const char *dir, const char *data, ent_error_t *err)
{
    char *dir_path = realpath(dir, NULL);
    char *data_path = realpath(data, NULL);
    ent_status_t status = ENT_OK;

    if (dir_path != NULL && data_path != NULL && strcmp(data, "-") != 0) {
        size_t length = strlen(dir_path);

        if (strncmp(dir_path, data_path, length) == 0 &&
            (data_path[length] == '\0' || data_path[length] == '/' || length == 1))
            status = cli_fail(err, ENT_EINVAL, "%s %s the input %s; write the report elsewhere",
                              dir, data_path[length] == '\0' ? "is" : "contains", data);
    }
    free(dir_path);
    free(data_path);
    return status;
}

static ent_status_t write_report(cli_session_t *session, const char *dir, ent_error_t *err)
{
    ent_report_options_t options;
    ent_status_t status = cli_report_options(&options, session, err);

    if (status == ENT_OK)
        status = ent_report_write(session->dataset, dir, &options, cli_report_warn, NULL, err);
    return status == ENT_OK ? tell_written(dir, err) : status;
}

ent_status_t cli_run_report(const cli_args_t *args, ent_error_t *err)
{
    cli_session_t session = {0};
    const char *dir = args->value[CLI_OUTPUT];
    const char *data = NULL;
    ent_status_t status = cli_session_data(&data, args, err);

    if (status == ENT_OK && (dir == NULL || strcmp(dir, "-") == 0))
        status = cli_fail(err, ENT_EINVAL, "'report' needs -o DIR, the folder to write");
    if (status == ENT_OK)
        status = cli_report_spares_data(dir, data, err);
    if (status == ENT_OK)
        status = cli_session_open(&session, args, err);
    if (status == ENT_OK)
        status = cli_session_options(&session, err);
    if (status == ENT_OK)
        status = cli_session_refuse_faults(&session, err);
    if (status == ENT_OK)
        status = write_report(&session, dir, err);
    cli_session_close(&session);
    return status;
}
