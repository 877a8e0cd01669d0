/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/folders.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/message.h"
#include "cli/output.h"
#include "cli/reports.h"

/* The processes of a killed run live on for a moment. */
enum { LOCK_TRIES = 40, LOCK_PAUSE_NS = 50000000 };

static bool is_file(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

static void cut_suffix(char *name)
{
    char *point = strrchr(name, '.');

    if (point != NULL && point != name)
        *point = '\0';
}

/* The last part of a path; where that says nothing (`.`, `..`, `/`), of the path that it stands
 * for. NULL with errno when that is not there or memory ran out. */
static char *last_part(const char *path)
{
    size_t end = strlen(path);
    size_t begin;
    char *whole;
    char *name;

    while (end > 0 && path[end - 1] == '/')
        end--;
    begin = end;
    while (begin > 0 && path[begin - 1] != '/')
        begin--;
    if (begin < end && strncmp(path + begin, ".", end - begin) != 0 &&
        strncmp(path + begin, "..", end - begin) != 0)
        return strndup(path + begin, end - begin);
    whole = realpath(path, NULL);
    if (whole == NULL)
        return NULL;
    name = strdup(strrchr(whole, '/') + 1);
    free(whole);
    return name;
}

/* Beside the reports lie the tables of the batch, and hidden, what is half written: that is removed
 * by the next run. */
static bool is_taken(const char *name)
{
    return strcasecmp(name, CLI_BATCH_CSV) == 0 || strcasecmp(name, CLI_BATCH_JSON) == 0 ||
           (name[0] == '.' && strstr(name, ".entente") != NULL);
}

static ent_status_t name_folder(cli_folder_t *folder, const char *data, const char *dir,
                                ent_error_t *err)
{
    folder->data = data;
    if (strcmp(data, "-") == 0)
        return cli_fail(err, ENT_EINVAL,
                        "'batch' does not read standard input: a folder is called as its data are");
    folder->name = last_part(data);
    if (folder->name == NULL)
        return cli_fail(err, errno == ENOMEM ? ENT_ENOMEM : ENT_EIO, "%s: %s", data,
                        strerror(errno));
    if (is_file(data)) {
        if (cli_has_suffix(folder->name, ".gz"))
            cut_suffix(folder->name);
        cut_suffix(folder->name);
    }
    if (folder->name[0] == '\0' || is_taken(folder->name))
        return cli_fail(err, ENT_EINVAL, "%s: no folder can be called '%s' here", data,
                        folder->name);
    if (asprintf(&folder->path, "%s/%s", dir, folder->name) < 0) {
        folder->path = NULL;
        return cli_fail(err, ENT_ENOMEM, "no memory for a path");
    }
    return cli_report_spares_data(folder->path, data, err);
}

static ent_status_t check_clash(const cli_folder_t *folder, size_t index, ent_error_t *err)
{
    for (size_t i = 0; i < index; i++)
        if (strcasecmp(folder[i].name, folder[index].name) == 0)
            return cli_fail(err, ENT_EINVAL,
                            "%s and %s would both be written to %s; rename one, or run it apart",
                            folder[i].data, folder[index].data, folder[i].path);
    return ENT_OK;
}

/* The tables of the batch would lie among the data. */
static ent_status_t check_dir(const char *dir, const char *data, ent_error_t *err)
{
    struct stat a;
    struct stat b;

    if (stat(dir, &a) == 0 && stat(data, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino)
        return cli_fail(err, ENT_EINVAL, "%s is the input %s; write the reports elsewhere", dir,
                        data);
    return ENT_OK;
}

ent_status_t cli_folders_name(cli_folder_t **folder, const cli_args_t *args, const char *dir,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    *folder = calloc(args->operand_count + 1, sizeof **folder);
    if (*folder == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for %zu folders", args->operand_count);
    for (size_t i = 0; status == ENT_OK && i < args->operand_count; i++) {
        status = check_dir(dir, args->operand[i], err);
        if (status == ENT_OK)
            status = name_folder(&(*folder)[i], args->operand[i], dir, err);
        if (status == ENT_OK)
            status = check_clash(*folder, i, err);
    }
    return status;
}

void cli_folders_free(cli_folder_t *folder, size_t count)
{
    for (size_t i = 0; folder != NULL && i < count; i++) {
        free(folder[i].name);
        free(folder[i].path);
    }
    free(folder);
}

ent_status_t cli_folders_lock(int *fd, const char *dir, ent_error_t *err)
{
    const struct timespec pause = {.tv_nsec = LOCK_PAUSE_NS};

    if (mkdir(dir, 0777) != 0 && errno != EEXIST)
        return cli_fail(err, ENT_EIO, "%s: %s", dir, strerror(errno));
    *fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*fd < 0)
        return cli_fail(err, ENT_EIO, "%s: %s", dir, strerror(errno));
    for (int i = 0; i < LOCK_TRIES; i++) {
        /* Where folders cannot be locked, each report has its own lock still. */
        if (flock(*fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
            return ENT_OK;
        nanosleep(&pause, NULL);
    }
    return cli_fail(err, ENT_EIO,
                    "%s: another batch is writing this folder; try again when it is "
                    "done",
                    dir);
}
