/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Publishing a folder as a whole: staged beside its target, synced, exchanged in one step.
 *
 * For a target NAME its parent holds, while a run lasts, `.NAME.entente.lock` (flock: the kernel
 * lets go when a run is killed) and the stage `.NAME.entente-XXXXXX`. Where the file system cannot
 * exchange two folders, the old one waits as `.NAME.entente-old` between two renames; whoever comes
 * next puts it back if the second never happened. After any kill the next run finds all old or all
 * new, and removes what was left. Only plain names relative to the parent's descriptor are used. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/watch.h"

struct ent_i_stage {
    char *shown;  /* the target as the caller named it */
    char *name;   /* its last component */
    char *lock;   /* .NAME.entente.lock */
    char *old;    /* .NAME.entente-old */
    char *stage;  /* .NAME.entente-XXXXXX */
    char *folder; /* the one folder inside, once made; NULL */
    int parent_fd;
    int lock_fd;
    int stage_fd;
};

static ent_status_t refuse(ent_error_t *err, const char *path, const char *what)
{
    if (errno == ENOMEM)
        return ent_i_no_memory(err);
    return ent_i_fail_at(err, ENT_EIO, path, 0, 0, "%s: %s.", what, strerror(errno));
}

/* Removes a file or a folder with all in it, never through a symbolic link. */
static int remove_tree(int parent, const char *name)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *entry;
    int result = 0;

    if (fd < 0)
        return errno == ENOENT ? 0 : unlinkat(parent, name, 0);
    if (dir == NULL) {
        close(fd);
        return -1;
    }
    while ((entry = readdir(dir)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (remove_tree(dirfd(dir), entry->d_name) != 0)
            result = -1;
    }
    closedir(dir);
    return result == 0 ? unlinkat(parent, name, AT_REMOVEDIR) : -1;
}

static bool exists(const ent_i_stage_t *stage, const char *name)
{
    struct stat found;

    return fstatat(stage->parent_fd, name, &found, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Splits `dir` into its parent, opened, and its last component. */
static ent_status_t open_parent(ent_i_stage_t *stage, const char *dir, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char *path = strdup(dir);
    char *real = NULL;
    char *slash;

    if (path == NULL)
        return ent_i_no_memory(err);
    for (size_t end = strlen(path); end > 1 && path[end - 1] == '/'; end--)
        path[end - 1] = '\0';
    slash = strrchr(path, '/');
    if (strcmp(slash != NULL ? slash + 1 : path, ".") == 0 ||
        strcmp(slash != NULL ? slash + 1 : path, "..") == 0) {
        real = realpath(path, NULL);
        if (real == NULL) {
            status = refuse(err, dir, "cannot find the folder");
            goto cleanup;
        }
        free(path);
        path = real;
        slash = strrchr(path, '/');
    }
    stage->name = strdup(slash != NULL ? slash + 1 : path);
    if (stage->name == NULL) {
        status = ent_i_no_memory(err);
        goto cleanup;
    }
    if (stage->name[0] == '\0') {
        status = ent_i_fail_at(err, ENT_EIO, dir, 0, 0, "is no folder that can be replaced.");
        goto cleanup;
    }
    if (slash == path)
        slash[1] = '\0';
    else if (slash != NULL)
        slash[0] = '\0';
    stage->parent_fd = open(slash != NULL ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (stage->parent_fd < 0)
        status = refuse(err, dir, "cannot open the folder that it lies in");

cleanup:
    free(path);
    return status;
}

static ent_status_t make_names(ent_i_stage_t *stage, ent_error_t *err)
{
    if (asprintf(&stage->lock, ".%s.entente.lock", stage->name) < 0) {
        stage->lock = NULL;
        return ent_i_no_memory(err);
    }
    if (asprintf(&stage->old, ".%s.entente-old", stage->name) < 0) {
        stage->old = NULL;
        return ent_i_no_memory(err);
    }
    return ENT_OK;
}

/* Takes the lock. The holder before us removes the file when it is done, so what we locked may no
 * longer be what has the name: then try again. */
static ent_status_t take_lock(ent_i_stage_t *stage, ent_error_t *err)
{
    for (;;) {
        struct stat held;
        struct stat named;

        stage->lock_fd =
            openat(stage->parent_fd, stage->lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (stage->lock_fd < 0)
            return refuse(err, stage->shown, "cannot write beside the folder");
        if (flock(stage->lock_fd, LOCK_EX | LOCK_NB) != 0) {
            ent_status_t status =
                errno == EWOULDBLOCK
                    ? ent_i_fail_at(
                          err, ENT_EIO, stage->shown, 0, 0,
                          "another run is writing this folder; try again when it is done.")
                    : refuse(err, stage->shown, "cannot lock the folder");
            close(stage->lock_fd);
            stage->lock_fd = -1;
            return status;
        }
        if (fstat(stage->lock_fd, &held) == 0 &&
            fstatat(stage->parent_fd, stage->lock, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
            held.st_ino == named.st_ino && held.st_dev == named.st_dev)
            return ENT_OK;
        close(stage->lock_fd);
    }
}

/* Whether `name` is a stage of ours: .NAME.entente- and six more characters. */
static bool is_stage(const ent_i_stage_t *stage, const char *name)
{
    size_t prefix = strlen(stage->old) - strlen("old");

    return strncmp(name, stage->old, prefix) == 0 && strlen(name) == prefix + ENT_STAGE_SUFFIX;
}

/* Under the lock, whatever an earlier run left is dead: an interrupted fallback is undone, stages
 * are removed. What cannot be removed is left; it harms nobody. */
static void recover(ent_i_stage_t *stage)
{
    int fd = openat(stage->parent_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *entry;

    if (exists(stage, stage->old)) {
        if (exists(stage, stage->name))
            (void)remove_tree(stage->parent_fd, stage->old);
        else
            (void)renameat(stage->parent_fd, stage->old, stage->parent_fd, stage->name);
    }
    if (dir == NULL) {
        if (fd >= 0)
            close(fd);
        return;
    }
    while ((entry = readdir(dir)) != NULL)
        if (is_stage(stage, entry->d_name))
            (void)remove_tree(stage->parent_fd, entry->d_name);
    closedir(dir);
}

static ent_status_t make_stage(ent_i_stage_t *stage, ent_error_t *err)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    unsigned char random[ENT_STAGE_SUFFIX];
    char suffix[ENT_STAGE_SUFFIX + 1] = "";

    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
        return refuse(err, stage->shown, "cannot draw a name for the stage");
    for (size_t i = 0; i < ENT_STAGE_SUFFIX; i++)
        suffix[i] = letters[random[i] % (sizeof letters - 1)];
    if (asprintf(&stage->stage, ".%s.entente-%s", stage->name, suffix) < 0) {
        stage->stage = NULL;
        return ent_i_no_memory(err);
    }
    if (mkdirat(stage->parent_fd, stage->stage, 0700) != 0) {
        free(stage->stage);
        stage->stage = NULL;
        return refuse(err, stage->shown, "cannot write beside the folder");
    }
    stage->stage_fd =
        openat(stage->parent_fd, stage->stage, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return stage->stage_fd < 0 ? refuse(err, stage->shown, "cannot open the stage") : ENT_OK;
}

ent_status_t ent_i_stage_check(const char *dir, ent_error_t *err)
{
    ent_i_stage_t stage = {.parent_fd = -1};
    ent_status_t status = open_parent(&stage, dir, err);

    if (status == ENT_OK && faccessat(stage.parent_fd, ".", W_OK | X_OK, AT_EACCESS) != 0)
        status = refuse(err, dir, "cannot write in the folder that it lies in");
    if (stage.parent_fd >= 0)
        close(stage.parent_fd);
    free(stage.name);
    return status;
}

ent_status_t ent_i_stage_open(ent_i_stage_t **out, const char *dir, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_stage_t *stage = calloc(1, sizeof *stage);

    if (stage == NULL)
        return ent_i_no_memory(err);
    stage->parent_fd = stage->lock_fd = stage->stage_fd = -1;
    stage->shown = strdup(dir);
    if (stage->shown == NULL) {
        status = ent_i_no_memory(err);
        goto cleanup;
    }
    ENT_TRY(open_parent(stage, dir, err));
    ENT_TRY(make_names(stage, err));
    ENT_TRY(take_lock(stage, err));
    recover(stage);
    ENT_TRY(make_stage(stage, err));
    *out = stage;
    stage = NULL;

cleanup:
    ent_i_stage_free(stage);
    return status;
}

/* Makes the folder that `name` names before its slash, once. */
static ent_status_t make_folder(ent_i_stage_t *stage, const char *name, ent_error_t *err)
{
    const char *slash = strchr(name, '/');

    if (slash == NULL || stage->folder != NULL)
        return ENT_OK;
    stage->folder = strndup(name, (size_t)(slash - name));
    if (stage->folder == NULL)
        return ent_i_no_memory(err);
    if (mkdirat(stage->stage_fd, stage->folder, 0777) != 0)
        return refuse(err, stage->shown, "cannot make a folder in the report");
    return ENT_OK;
}

ent_status_t ent_i_stage_add(ent_i_stage_t *stage, const char *name, const char *bytes, size_t size,
                             ent_error_t *err)
{
    ent_status_t status = ent_i_go_on(err);
    int fd;

    if (status == ENT_OK)
        status = make_folder(stage, name, err);

    if (status != ENT_OK)
        return status;
    fd = openat(stage->stage_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0)
        return refuse(err, stage->shown, "cannot write the report");
    if (!ent_i_file_write(fd, bytes, size))
        status = refuse(err, stage->shown, "cannot write the report");
    if (close(fd) != 0 && status == ENT_OK)
        status = refuse(err, stage->shown, "cannot write the report");
    return status;
}

/* The mode that a new folder gets here, which tells the umask without touching it. */
static ent_status_t folder_mode(const ent_i_stage_t *stage, mode_t *mode, ent_error_t *err)
{
    struct stat made;
    bool ok = mkdirat(stage->stage_fd, ".mode", 0777) == 0 &&
              fstatat(stage->stage_fd, ".mode", &made, AT_SYMLINK_NOFOLLOW) == 0 &&
              unlinkat(stage->stage_fd, ".mode", AT_REMOVEDIR) == 0;

    if (!ok)
        return refuse(err, stage->shown, "cannot prepare the report");
    *mode = made.st_mode & 07777;
    return ENT_OK;
}

static ent_status_t sync_stage(const ent_i_stage_t *stage, ent_error_t *err)
{
    bool ok = true;

    if (stage->folder != NULL) {
        int fd = openat(stage->stage_fd, stage->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

        ok = fd >= 0 && fsync(fd) == 0;
        if (fd >= 0)
            close(fd);
    }
    if (!ok || fsync(stage->stage_fd) != 0)
        return refuse(err, stage->shown, "cannot write the report to the disk");
    return ENT_OK;
}

/* Puts the stage in the target's place; afterwards the stage's name is the old report's, or free.
 */
static ent_status_t exchange(ent_i_stage_t *stage, ent_error_t *err)
{
    int parent = stage->parent_fd;

    if (!exists(stage, stage->name)) {
        if (renameat(parent, stage->stage, parent, stage->name) != 0)
            return refuse(err, stage->shown, "cannot put the report in place");
        return ENT_OK;
    }
    if (renameat2(parent, stage->stage, parent, stage->name, RENAME_EXCHANGE) == 0)
        return ENT_OK;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return refuse(err, stage->shown, "cannot put the report in place");
    if (renameat(parent, stage->name, parent, stage->old) != 0)
        return refuse(err, stage->shown, "cannot put the report in place");
    if (renameat(parent, stage->stage, parent, stage->name) != 0) {
        ent_status_t status = refuse(err, stage->shown, "cannot put the report in place");

        (void)renameat(parent, stage->old, parent, stage->name);
        return status;
    }
    return ENT_OK;
}

ent_status_t ent_i_stage_publish(ent_i_stage_t *stage, ent_error_t *err)
{
    struct stat target;
    mode_t mode = 0;
    ent_status_t status = folder_mode(stage, &mode, err);

    if (status != ENT_OK)
        return status;
    if (fstatat(stage->parent_fd, stage->name, &target, AT_SYMLINK_NOFOLLOW) == 0 &&
        !S_ISDIR(target.st_mode))
        return ent_i_fail_at(err, ENT_EIO, stage->shown, 0, 0,
                             "is there and is no folder; name another folder.");
    if (fchmod(stage->stage_fd, mode) != 0)
        return refuse(err, stage->shown, "cannot prepare the report");
    status = sync_stage(stage, err);
    if (status == ENT_OK)
        status = ent_i_go_on(err);
    if (status == ENT_OK)
        status = exchange(stage, err);
    if (status == ENT_OK && fsync(stage->parent_fd) != 0)
        status = refuse(err, stage->shown, "cannot write the report to the disk");
    return status;
}

void ent_i_stage_free(ent_i_stage_t *stage)
{
    if (stage == NULL)
        return;
    if (stage->stage_fd >= 0)
        close(stage->stage_fd);
    if (stage->stage != NULL)
        (void)remove_tree(stage->parent_fd, stage->stage);
    if (stage->lock_fd >= 0) {
        if (exists(stage, stage->name))
            (void)remove_tree(stage->parent_fd, stage->old);
        (void)unlinkat(stage->parent_fd, stage->lock, 0);
        close(stage->lock_fd);
    }
    if (stage->parent_fd >= 0)
        close(stage->parent_fd);
    free(stage->shown);
    free(stage->name);
    free(stage->lock);
    free(stage->old);
    free(stage->stage);
    free(stage->folder);
    free(stage);
}
