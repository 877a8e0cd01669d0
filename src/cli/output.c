/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/message.h"

/* The files of a command that has more than one. */
static struct {
    bool on;
    ent_save_t *save;
} gathered;

void cli_output_gather(void)
{
    gathered.on = true;
}

ent_status_t cli_output_release(ent_status_t status, ent_error_t *err)
{
    if (status == ENT_OK)
        status = cli_output_finish(err);
    if (status == ENT_OK)
        status = ent_save_commit(gathered.save, err);
    ent_save_free(gathered.save);
    gathered.save = NULL;
    gathered.on = false;
    return status;
}

bool cli_has_suffix(const char *path, const char *suffix)
{
    size_t length = strlen(path);
    size_t suffix_length = strlen(suffix);

    return length > suffix_length && strcasecmp(path + length - suffix_length, suffix) == 0;
}

static bool to_standard_output(const char *path)
{
    return path == NULL || strcmp(path, "-") == 0;
}

bool cli_output_is_folder(const cli_args_t *args)
{
    return args->command == CLI_REPORT || args->command == CLI_BATCH;
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat a_stat;
    struct stat b_stat;

    return stat(a, &a_stat) == 0 && stat(b, &b_stat) == 0 && a_stat.st_dev == b_stat.st_dev &&
           a_stat.st_ino == b_stat.st_ino;
}

/* A table of that name in DATA would be read the next time. */
static ent_status_t check_name(const char *path, const char *data, ent_error_t *err)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash == NULL ? strdup(".") : strndup(path, (size_t)(slash - path) + 1);
    bool inside;

    if (folder == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for a path");
    inside = strcmp(data, "-") != 0 && is_same_file(folder, data);
    free(folder);
    if (!inside || !ent_dataset_takes_file(slash == NULL ? path : slash + 1))
        return ENT_OK;
    if (access(path, F_OK) == 0)
        return cli_fail(err, ENT_EINVAL, "%s is one of the input files; write elsewhere", path);
    return cli_fail(err, ENT_EINVAL,
                    "%s would be read as a table of %s; give it another name or write elsewhere",
                    path, data);
}

ent_status_t cli_output_check(const cli_args_t *args, const char *data, ent_error_t *err)
{
    static const cli_option_id_t files[] = {CLI_OUTPUT, CLI_SCENE, CLI_ALT, CLI_PAIRS};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < sizeof files / sizeof *files && status == ENT_OK; i++) {
        const char *path = args->value[files[i]];

        if (to_standard_output(path) || (files[i] == CLI_OUTPUT && cli_output_is_folder(args)))
            continue;
        status = check_name(path, data, err);
        if (status == ENT_OK)
            status = ent_blob_can_save(path, err);
    }
    return status;
}

/* Of a file by its suffix, else of a table on the terminal or of data in a pipe. */
static ent_format_t format_of(const char *path, bool excel)
{
    if (!to_standard_output(path) && cli_has_suffix(path, ".json"))
        return ENT_FORMAT_JSON;
    if (!to_standard_output(path) && cli_has_suffix(path, ".txt"))
        return ENT_FORMAT_TABLE;
    if (to_standard_output(path) && isatty(STDOUT_FILENO) && !excel)
        return ENT_FORMAT_TABLE;
    return ENT_FORMAT_CSV;
}

ent_status_t cli_output_format(ent_format_t *format, const cli_args_t *args, ent_error_t *err)
{
    static const ent_format_t formats[] = {ENT_FORMAT_CSV, ENT_FORMAT_JSON, ENT_FORMAT_TABLE};
    bool excel = args->value[CLI_EXCEL] != NULL;

    *format = format_of(args->value[CLI_OUTPUT], excel);
    if (args->value[CLI_FORMAT] != NULL)
        *format = formats[cli_word(args, CLI_FORMAT, 0)];
    if (excel) {
        if (*format != ENT_FORMAT_CSV)
            return cli_fail(err, ENT_EINVAL, "--excel is a form of csv, not of another format");
        *format = ENT_FORMAT_EXCEL;
    }
    return ENT_OK;
}

bool cli_output_wants_text(const cli_args_t *args)
{
    const char *path = args->value[CLI_OUTPUT];

    if (args->value[CLI_FORMAT] != NULL || args->value[CLI_EXCEL] != NULL)
        return false;
    return path == NULL || !(cli_has_suffix(path, ".csv") || cli_has_suffix(path, ".json"));
}

ent_status_t cli_output_to(const char *path, const ent_blob_t *blob, ent_error_t *err)
{
    if (!to_standard_output(path))
        return gathered.on ? ent_save_add(&gathered.save, blob, path, err)
                           : ent_blob_save(blob, path, err);
    fwrite(blob->bytes, 1, blob->size, stdout);
    return cli_output_finish(err);
}

ent_status_t cli_output_blob(const cli_args_t *args, const ent_blob_t *blob, ent_error_t *err)
{
    return cli_output_to(args->value[CLI_OUTPUT], blob, err);
}

ent_status_t cli_output_sheet(const cli_args_t *args, const ent_sheet_t *sheet, ent_format_t format,
                              ent_error_t *err)
{
    ent_blob_t blob = {0};
    ent_status_t status = ent_sheet_write(sheet, &blob, format, err);

    if (status == ENT_OK)
        status = cli_output_blob(args, &blob, err);
    ent_blob_free(&blob);
    return status;
}

/* What the options of the network add to the works cited; returns how many. */
static size_t cite_network(const char **cites, const cli_args_t *args)
{
    size_t view = cli_word(args, CLI_VIEW, ENT_VIEW_WHOLE);
    size_t count = 0;

    if (view != ENT_VIEW_CITIES && view != ENT_VIEW_NETWORKS)
        return 0;
    if (args->value[CLI_BACKBONE] == NULL) {
        cites[count++] = ent_projection_cite(
            (ent_projection_t)cli_word(args, CLI_PROJECTION, ENT_PROJECTION_COUNT));
        return count;
    }
    cites[count++] =
        ent_backbone_model_cite((ent_backbone_model_t)(cli_word(args, CLI_BACKBONE, 0) + 1));
    cites[count++] =
        ent_correction_cite((ent_correction_t)cli_word(args, CLI_CORRECTION, ENT_CORRECTION_NONE));
    return count;
}

ent_status_t cli_output_cites(const cli_args_t *args, const char *const *cites, size_t count,
                              ent_error_t *err)
{
    const char **all = calloc(count + 2, sizeof *all);
    ent_blob_t blob = {0};
    ent_status_t status;

    if (all == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for the references");
    for (size_t i = 0; i < count; i++)
        all[i] = cites[i];
    status = ent_cite_bibtex(&blob, all, count + cite_network(&all[count], args), err);
    free(all);
    if (status == ENT_OK)
        status = cli_output_blob(args, &blob, err);
    ent_blob_free(&blob);
    return status;
}

ent_status_t cli_output_side_sheet(const char *path, const cli_args_t *args,
                                   const ent_sheet_t *sheet, ent_error_t *err)
{
    bool excel = args->value[CLI_EXCEL] != NULL;
    ent_format_t format = format_of(path, excel);
    ent_blob_t blob = {0};
    ent_status_t status;

    if (excel && format == ENT_FORMAT_CSV)
        format = ENT_FORMAT_EXCEL;
    status = ent_sheet_write(sheet, &blob, format, err);
    if (status == ENT_OK)
        status = cli_output_to(path, &blob, err);
    ent_blob_free(&blob);
    return status;
}

ent_status_t cli_output_measure_cites(const cli_args_t *args, const ent_measure_t *const *measures,
                                      size_t count, ent_error_t *err)
{
    const char **cites = calloc(count + 1, sizeof *cites);
    ent_status_t status;

    if (cites == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for the references");
    for (size_t i = 0; i < count; i++)
        cites[i] = measures[i]->cite;
    status = cli_output_cites(args, cites, count, err);
    free(cites);
    return status;
}

ent_status_t cli_output_finish(ent_error_t *err)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return ENT_OK;
    return cli_fail(err, ENT_EIO, "standard output: %s",
                    errno != 0 ? strerror(errno) : "not everything could be written");
}

/* Whether `path` is the file `name` of the folder `data`. */
static ent_status_t is_file_below(bool *same, const char *path, const char *data, const char *name,
                                  ent_error_t *err)
{
    char *file;

    if (asprintf(&file, "%s/%s", data, name) < 0)
        return cli_fail(err, ENT_ENOMEM, "no memory for a path");
    *same = is_same_file(path, file);
    free(file);
    return ENT_OK;
}

ent_status_t cli_output_spares_input(const char *path, const ent_dataset_t *dataset,
                                     ent_error_t *err)
{
    const char *data = ent_dataset_path(dataset);
    ent_status_t status = ENT_OK;
    bool same;

    if (to_standard_output(path))
        return ENT_OK;
    same = strcmp(data, "-") != 0 && is_same_file(path, data);
    for (size_t i = 0; status == ENT_OK && i < ent_dataset_table_count(dataset) && !same; i++)
        status =
            is_file_below(&same, path, data, ent_dataset_table(dataset, (ent_id_t)i)->file, err);
    for (size_t i = 0; status == ENT_OK && i < ent_dataset_companion_count(dataset) && !same; i++) {
        const char *file = ent_dataset_companion(dataset, i)->file;

        status = is_file_below(&same, path, data, file, err);
        same = same || is_same_file(path, file);
    }
    if (status != ENT_OK)
        return status;
    if (same)
        return cli_fail(err, ENT_EINVAL, "%s is one of the input files; write elsewhere", path);
    return ENT_OK;
}
