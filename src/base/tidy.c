/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Removing what killed runs left in a folder: stages of reports, locks that nobody holds, files
 * that were half written. What a living run holds is left alone. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"

static bool ends_in(const char *name, size_t size, const char *suffix)
{
    size_t length = strlen(suffix);

    return size > length && memcmp(name + size - length, suffix, length) == 0;
}

/* The length of NAME in `.NAME.entente-XXXXXX`, `.NAME.entente-old` and `.NAME.entente.lock`; 0 for
 * any other name. */
static size_t target_length(const char *name)
{
    static const char mark[] = ".entente-";
    size_t size = strlen(name);
    size_t tail;

    if (name[0] != '.' || size < 2)
        return 0;
    if (ends_in(name + 1, size - 1, ".entente.lock"))
        return size - 1 - strlen(".entente.lock");
    tail = ends_in(name, size, "-old") ? 3 : ENT_STAGE_SUFFIX;
    if (size <= 1 + strlen(mark) + tail ||
        memcmp(name + size - tail - strlen(mark), mark, strlen(mark)) != 0)
        return 0;
    return size - 1 - strlen(mark) - tail;
}

/* A file in the making is locked by whoever writes it. */
static void remove_half_written(int folder, const char *name)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        (void)unlinkat(folder, name, 0);
    close(fd);
}

/* Taking the lock of a report removes what earlier holders left. */
static ent_status_t recover(const char *dir, const char *name, size_t size, ent_error_t *err)
{
    ent_i_stage_t *stage = NULL;
    ent_status_t status;
    char *target;

    if (asprintf(&target, "%s/%.*s", dir, (int)size, name) < 0)
        return ent_i_no_memory(err);
    status = ent_i_stage_open(&stage, target, NULL);
    ent_i_stage_free(stage);
    free(target);
    return status == ENT_ENOMEM ? ent_i_no_memory(err) : ENT_OK;
}

static int is_hidden(const struct dirent *entry)
{
    return entry->d_name[0] == '.';
}

ent_status_t ent_folder_tidy(const char *dir, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    struct dirent **entry = NULL;
    int count = scandir(dir, &entry, is_hidden, NULL);
    int folder = count < 0 ? -1 : open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (folder < 0) {
        status = errno == ENOMEM ? ent_i_no_memory(err)
                                 : ent_i_fail_at(err, ENT_EIO, dir, 0, 0, "Cannot be read: %s.",
                                                 strerror(errno));
        goto cleanup;
    }
    for (int i = 0; i < count; i++) {
        const char *name = entry[i]->d_name;
        size_t size = target_length(name);

        if (size > 0)
            ENT_TRY(recover(dir, name + 1, size, err));
        else if (strncmp(name, ".entente-", 9) == 0 && strlen(name) == 9 + ENT_UNNAMED_SUFFIX)
            remove_half_written(folder, name);
    }

cleanup:
    for (int i = 0; i < count; i++)
        free(entry[i]);
    free(entry);
    if (folder >= 0)
        close(folder);
    return status;
}
