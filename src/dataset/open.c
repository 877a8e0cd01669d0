/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Opening a data set: which files it has, and the order in which they are judged. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/crew.h"
#include "base/unicode.h"
#include "dataset/package.h"
#include "table/encoding.h"

/* Searches for a "did you mean" are for people; past so many nobody reads on. */
enum { SUGGESTIONS = 200 };

void ent_dataset_options_init(ent_dataset_options_t *options)
{
    *options = (ent_dataset_options_t){0};
}

void ent_dataset_free(ent_dataset_t *dataset)
{
    if (dataset == NULL)
        return;
    for (size_t i = 0; i < dataset->sheet_count; i++)
        free(dataset->sheet[i].cells.text);
    free(dataset->sheet);
    free(dataset->row);
    free(dataset->reason);
    free(dataset->actor);
    free(dataset->actor_row);
    ent_i_index_free(&dataset->index);
    free(dataset->tie);
    free(dataset->whole);
    free(dataset->terms);
    free(dataset->repeats);
    free(dataset->written);
    free(dataset->fault);
    free(dataset->source);
    free(dataset->claim);
    free(dataset->contradiction);
    free(dataset->attribute);
    free(dataset->companion);
    ent_i_arena_free(&dataset->arena);
    free(dataset);
}

static void load_free(ent_i_load_t *load)
{
    free(load->seen);
    ent_i_names_free(load->known);
    ent_i_names_free(load->sources);
    ent_i_names_free(load->missing);
    ent_i_names_free(load->same);
    ent_i_slots_free(&load->terms);
    free(load->row_next);
    free(load->merge);
    free(load->cell);
    ent_i_text_free(&load->scratch);
}

/* A file that can be no table at all is a fault of the data, like any other. */
static void tell_unreadable(ent_i_load_t *load, ent_i_sheet_t *sheet, const ent_error_t *fault)
{
    ent_i_tell(load, sheet, ENT_ERROR, (uint32_t)fault->line, (uint32_t)fault->column, "%s",
               fault->message);
    sheet->broken = true;
}

/* The option before the descriptor, which is told. */
static const char *encoding_of(ent_i_load_t *load, const ent_i_sheet_t *sheet,
                               const ent_i_resource_t *resource)
{
    const char *option = load->options->encoding;

    if (option != NULL && resource->encoding != NULL && strcasecmp(option, resource->encoding) != 0)
        ent_i_tell(load, sheet, ENT_NOTE, 0, 0,
                   "read as %s, as --encoding says, not as %s, as datapackage.json does",
                   ent_i_quote(load, option), ent_i_quote(load, resource->encoding));
    return option != NULL ? option : resource->encoding;
}

/* A resource without a path says nothing of the table. */
static ent_status_t read_table(ent_i_load_t *load, ent_i_role_t role, const char *path,
                               const char *shown, const ent_i_resource_t *resource,
                               ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_i_sheet_t *sheet = &dataset->sheet[dataset->sheet_count];
    ent_i_csv_options_t options = {.separator = resource->separator,
                                   .lax_quotes = load->options->lax_quotes,
                                   .threads = load->options->threads > 1,
                                   .unpacks = strcmp(path, "-") == 0};
    ent_error_t fault = {0};
    ent_i_csv_t *csv = NULL;
    ent_status_t status = ENT_OK;

    sheet->role = role;
    sheet->row_first = dataset->row_count;
    sheet->shown = (ent_table_t){.file = ent_i_keep(load, shown, strlen(shown)),
                                 .role = ent_i_role_info(role)->name,
                                 .sha256 = ""};
    sheet->missing = resource->missing;
    sheet->missing_count = resource->missing_count;
    dataset->sheet_count++;
    options.encoding = encoding_of(load, sheet, resource);
    status = ent_i_csv_open(&csv, path, shown, &options, &fault);
    if (status == ENT_EDATA) {
        tell_unreadable(load, sheet, &fault);
        status = ent_i_memory(load, err);
    } else if (status != ENT_OK) {
        if (err != NULL && err->status == ENT_OK)
            *err = fault;
    } else {
        status = ent_i_sheet_read(load, sheet, csv, err);
    }
    load->has[sheet->role] = true;
    ent_i_csv_close(csv);
    return status;
}

static bool is_csv(const char *name)
{
    size_t length = strlen(name);
    const char *end = name + length - 4;

    return length > 4 && end[0] == '.' && (end[1] == 'c' || end[1] == 'C') &&
           (end[2] == 's' || end[2] == 'S') && (end[3] == 'v' || end[3] == 'V');
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int compare_names(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

/* The file of a role: its exact name before any other spelling. */
static const char *file_of(ent_i_load_t *load, ent_i_role_t role, struct dirent **entry, int count)
{
    const char *found = NULL;

    for (int i = 0; i < count; i++) {
        const char *name = entry[i]->d_name;

        if (ent_i_role_of_file(name) != role)
            continue;
        /* Small letters sort behind capitals, so the exact name comes last. */
        if (found != NULL)
            ent_i_tell_file(load, ent_i_keep(load, found, strlen(found)), ENT_ERROR,
                            "this is a second table of %s beside %s; join them or move one away",
                            ent_i_role_info(role)->name, ent_i_quote(load, name));
        found = name;
    }
    return found;
}

static void tell_strangers(ent_i_load_t *load, const ent_i_package_t *package,
                           struct dirent **entry, int count)
{
    const char *known[ENT_ROLE_COUNT];
    size_t known_count = 0;

    for (int role = 0; role < ENT_ROLE_COUNT; role++)
        if (ent_i_role_has_file((ent_i_role_t)role))
            known[known_count++] = ent_i_role_info((ent_i_role_t)role)->name;
    for (int i = 0; i < count; i++) {
        const char *name = entry[i]->d_name;
        const char *stem;
        const char *near;

        if (!is_csv(name) || ent_i_role_of_file(name) != ENT_ROLE_COUNT ||
            ent_i_package_names(package, name))
            continue;
        stem = ent_i_keep(load, name, strlen(name) - 4);
        near = ent_i_nearest(stem, known, known_count);
        ent_i_tell_file(load, ent_i_keep(load, name, strlen(name)), ENT_WARNING,
                        "the file is none of the tables of a data set and is left out%s%s%s",
                        near != NULL ? "; did you mean " : "", near != NULL ? near : "",
                        near != NULL ? ".csv?" : "");
    }
}

/* Lists the CSV files of a folder that holds no table that could be used. */
static ent_status_t refuse_folder(ent_i_load_t *load, const char *path, struct dirent **entry,
                                  int count, ent_error_t *err)
{
    ent_i_text_t found = {0};
    ent_status_t status;
    size_t listed = 0;

    for (int i = 0; i < count; i++)
        if (is_csv(entry[i]->d_name) && listed++ < 8)
            ent_i_text_printf(&found, "%s%s", found.size > 0 ? ", " : "",
                              ent_i_quote(load, entry[i]->d_name));
    if (found.failed)
        status = ent_i_no_memory(err);
    else
        status = ent_i_fail_at(
            err, ENT_EDATA, path, 0, 0,
            "the folder holds no table of ties or actors; found %s; expected cities.csv, "
            "networks.csv, organisations.csv, events.csv, nodes.csv, memberships.csv, "
            "agreements.csv, attendance.csv or edges.csv (name a single CSV file of ties itself)",
            found.size > 0 ? found.bytes : "no CSV file");
    ent_i_text_free(&found);
    return status;
}

static ent_status_t read_file_of_folder(ent_i_load_t *load, ent_i_role_t role, const char *folder,
                                        const char *name, const ent_i_resource_t *resource,
                                        ent_error_t *err)
{
    ent_i_text_t path = {0};
    ent_status_t status;

    ent_i_text_printf(&path, "%s/%s", folder, name);
    status = path.failed ? ent_i_no_memory(err)
                         : read_table(load, role, path.bytes, name, resource, err);
    ent_i_text_free(&path);
    return status;
}

/* The file that the package names for a role, else the one of its name; NULL when there is none. */
static const char *choose_file(ent_i_load_t *load, const ent_i_package_t *package,
                               ent_i_role_t role, struct dirent **entry, int count)
{
    const char *usual = file_of(load, role, entry, count);
    const char *named = package->resource[role].path;

    if (package->refused[role])
        return NULL;
    if (named == NULL)
        return usual;
    if (usual != NULL && strcmp(usual, named) != 0)
        ent_i_tell_file(load, ent_i_keep(load, usual, strlen(usual)), ENT_ERROR,
                        "this is a second table of %s beside %s, which datapackage.json names; "
                        "join them or move one away",
                        ent_i_role_info(role)->name, ent_i_quote(load, named));
    return named;
}

static ent_status_t read_folder(ent_i_load_t *load, const char *path, ent_error_t *err)
{
    struct dirent **entry = NULL;
    int count = scandir(path, &entry, is_shown, compare_names);
    ent_i_package_t package;
    ent_status_t status = ENT_OK;
    bool useful = false;

    if (count < 0)
        return ent_i_fail_at(err, errno == ENOMEM ? ENT_ENOMEM : ENT_EIO, path, 0, 0,
                             "cannot list the folder: %s", strerror(errno));
    ENT_TRY(ent_i_package_read(load, &package, path, err));
    for (int role = 0; role < ENT_ROLE_COUNT; role++) {
        const char *name = choose_file(load, &package, (ent_i_role_t)role, entry, count);
        ent_i_duty_t duty = ent_i_role_info((ent_i_role_t)role)->duty;

        if (name != NULL || package.refused[role])
            useful |= duty == ENT_DUTY_ACTORS || duty == ENT_DUTY_TIES;
        if (name == NULL)
            continue;
        ENT_TRY(read_file_of_folder(load, (ent_i_role_t)role, path, name, &package.resource[role],
                                    err));
    }
    if (!useful) {
        status = refuse_folder(load, path, entry, count, err);
        goto cleanup;
    }
    tell_strangers(load, &package, entry, count);

cleanup:
    for (int i = 0; i < count; i++)
        free(entry[i]);
    free(entry);
    return status;
}

typedef ent_status_t pass_t(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err);

static ent_status_t run_pass(ent_i_load_t *load, ent_i_duty_t duty, pass_t *pass, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < dataset->sheet_count; i++)
        if (ent_i_role_info(dataset->sheet[i].role)->duty == duty)
            ENT_TRY(pass(load, &dataset->sheet[i], err));

cleanup:
    return status;
}

static ent_status_t judge_all(ent_i_load_t *load, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    load->makes = !(load->has[ENT_ROLE_CITIES] || load->has[ENT_ROLE_NETWORKS] ||
                    load->has[ENT_ROLE_ORGANISATIONS] || load->has[ENT_ROLE_EVENTS] ||
                    load->has[ENT_ROLE_NODES]);
    ENT_TRY(ent_i_alloc(&load->row_next, load->dataset->row_count, sizeof *load->row_next, err));
    ENT_TRY(run_pass(load, ENT_DUTY_SOURCES, ent_i_read_sources, err));
    ENT_TRY(run_pass(load, ENT_DUTY_ACTORS, ent_i_read_actors, err));
    ENT_TRY(run_pass(load, ENT_DUTY_ALIASES, ent_i_read_aliases, err));
    ENT_TRY(run_pass(load, ENT_DUTY_ACTORS, ent_i_check_parents, err));
    ENT_TRY(run_pass(load, ENT_DUTY_TIES, ent_i_read_ties, err));
    ENT_TRY(run_pass(load, ENT_DUTY_CLAIMS, ent_i_read_claims, err));
    ENT_TRY(ent_i_finish(load, err));

cleanup:
    return status;
}

static ent_status_t read_decimal(ent_i_load_t *load, ent_error_t *err)
{
    const char *mark = load->options->decimal;

    load->dataset->comma = mark != NULL && strcmp(mark, ",") == 0;
    if (mark == NULL || load->dataset->comma || strcmp(mark, ".") == 0)
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL, "--decimal: found %s; expected a comma or a point.",
                      ent_i_quote(load, mark));
}

static ent_status_t prepare(ent_i_load_t *load, const char *path, ent_error_t *err)
{
    ent_blob_t nothing = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_folds_new(&load->dataset->index.folds, err));
    ENT_TRY(ent_i_names_new(&load->known, err));
    ENT_TRY(ent_i_names_new(&load->sources, err));
    ENT_TRY(ent_i_names_new(&load->missing, err));
    ENT_TRY(ent_i_names_new(&load->same, err));
    ENT_TRY(ent_i_alloc(&load->dataset->sheet, ENT_ROLE_COUNT, sizeof *load->dataset->sheet, err));
    load->dataset->path = ent_i_keep(load, path, strlen(path));
    ENT_TRY(read_decimal(load, err));
    ENT_TRY(ent_i_call(load, path, err));
    ENT_TRY(ent_i_map_parse(load, err));
    if (load->options->encoding != NULL) /* a wrong name is no fault of the files */
        ENT_TRY(ent_i_decode(&nothing, "", 0, load->options->encoding, err));

cleanup:
    ent_blob_free(&nothing);
    return status;
}

/* Processes that work together must have read the same. */
static ent_status_t agree_on_files(const ent_dataset_t *dataset, ent_error_t *err)
{
    static const char *const what = "The files of DATA";
    ent_i_text_t sums = {0};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < dataset->sheet_count; i++)
        ent_i_text_puts(&sums, dataset->sheet[i].shown.sha256);
    for (size_t i = 0; i < dataset->companion_count; i++)
        ent_i_text_puts(&sums, dataset->companion[i].sha256);
    status =
        sums.failed ? ent_i_no_memory(err) : ent_i_crew_agree(sums.bytes, sums.size, what, err);
    ent_i_text_free(&sums);
    return status;
}

ent_status_t ent_dataset_open(ent_dataset_t **dataset, const char *path,
                              const ent_dataset_options_t *options, ent_error_t *err)
{
    ent_dataset_options_t defaults;
    ent_dataset_t *made = NULL;
    ent_i_load_t load = {.suggestions_left = SUGGESTIONS};
    ent_status_t status = ENT_OK;
    struct stat info;

    ent_dataset_options_init(&defaults);
    load.options = options != NULL ? options : &defaults;
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    load.dataset = made;
    made->threads = load.options->threads;
    ENT_TRY(prepare(&load, path, err));
    if (strcmp(path, "-") != 0 && stat(path, &info) == 0 && S_ISDIR(info.st_mode)) {
        if (load.options->matrix) {
            status = ent_i_fail_at(err, ENT_EINVAL, path, 0, 0,
                                   "is a folder, and --matrix reads one CSV file; name the file.");
            goto cleanup;
        }
        ENT_TRY(read_folder(&load, path, err));
    } else {
        load.single = true;
        ENT_TRY(read_table(&load, ENT_ROLE_TIES, path, made->called, &(ent_i_resource_t){0}, err));
    }
    ENT_TRY(ent_i_memory(&load, err));
    ENT_TRY(ent_i_map_check(&load, err));
    ENT_TRY(judge_all(&load, err));
    ENT_TRY(agree_on_files(made, err));
    *dataset = made;
    made = NULL;

cleanup:
    load_free(&load);
    ent_dataset_free(made);
    if (status == ENT_OK)
        ent_i_memory_trim((*dataset)->row_count);
    return status;
}
