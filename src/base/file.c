/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files: reading whole, writing whole, hashing. */
#include "base/file.h"
#include "base/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/crew.h"
#include "base/spread.h"

#define FIRST_READ ((size_t)64 * 1024)
#define WORTH_TWO ((size_t)8 << 20) /* bytes; below, a thread costs more than it gains */

static ent_status_t refuse(ent_error_t *err, const char *path, const char *what)
{
    if (errno == ENOMEM)
        return ent_i_no_memory(err);
    return ent_i_fail_at(err, ENT_EIO, path, 0, 0, "%s: %s.", what, strerror(errno));
}

static const char *kind_of(mode_t mode)
{
    if (S_ISDIR(mode))
        return "a folder";
    if (S_ISFIFO(mode))
        return "a pipe";
    if (S_ISSOCK(mode))
        return "a socket";
    if (S_ISLNK(mode))
        return "a symbolic link";
    return "a device";
}

static ent_status_t too_large(const char *shown, size_t limit, ent_error_t *err)
{
    return ent_i_fail_at(err, ENT_ELIMIT, shown, 0, 0,
                         "has more than the %zu bytes that are read at most; split it.", limit);
}

/* The bytes that a large file claims to have, each thread a share. */
typedef struct sharing {
    int fd;
    char *bytes;
    size_t size;
    bool whole[2]; /* by share */
} sharing_t;

static void read_share(void *context, size_t share)
{
    sharing_t *sharing = context;
    size_t at = share == 0 ? 0 : sharing->size / 2;
    size_t end = share == 0 ? sharing->size / 2 : sharing->size;
    ssize_t taken = 1;

    while (at < end && (taken > 0 || (taken < 0 && errno == EINTR))) {
        taken = pread(sharing->fd, sharing->bytes + at, end - at, (off_t)at);
        at += taken > 0 ? (size_t)taken : 0;
    }
    sharing->whole[share] = at == end;
}

/* How much of a file was read by two threads: all that it claims, or nothing where anything is in
 * the way, which then shows to who reads on. */
static size_t read_by_two(int fd, char *bytes, size_t claimed)
{
    sharing_t sharing = {.fd = fd, .bytes = bytes, .size = claimed};

    ent_i_spread(read_share, &sharing, 2, 2);
    return sharing.whole[0] && sharing.whole[1] &&
                   lseek(fd, (off_t)claimed, SEEK_SET) == (off_t)claimed
               ? claimed
               : 0;
}

/* Reads to the end into `blob`, whose capacity starts with the size that the file claims. */
static ent_status_t read_all(ent_blob_t *blob, int fd, size_t claimed, size_t limit, bool by_two,
                             const char *shown, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t capacity = 0;

    ENT_TRY(ent_i_grow(&blob->bytes, &capacity, claimed + 1, 1, err));
    ent_i_scattered(blob->bytes, capacity);
    if (by_two && claimed >= WORTH_TWO)
        blob->size = read_by_two(fd, blob->bytes, claimed);
    for (;;) {
        ssize_t taken = read(fd, blob->bytes + blob->size, capacity - blob->size);

        ENT_TRY(ent_i_go_on(err));
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken < 0)
            return refuse(err, shown, "cannot be read");
        if (taken == 0)
            break;
        blob->size += (size_t)taken;
        if (blob->size > limit)
            return too_large(shown, limit, err);
        if (blob->size == capacity)
            ENT_TRY(ent_i_grow(&blob->bytes, &capacity, capacity + FIRST_READ, 1, err));
    }
    blob->bytes[blob->size] = '\0';

cleanup:
    return status;
}

static bool unchanged(const struct stat *before, const struct stat *after, size_t size)
{
    /* Files that the kernel makes up claim no size. */
    bool whole = before->st_size == 0 || (size_t)before->st_size == size;

    return whole && before->st_size == after->st_size &&
           before->st_mtim.tv_sec == after->st_mtim.tv_sec &&
           before->st_mtim.tv_nsec == after->st_mtim.tv_nsec;
}

ent_status_t ent_i_file_read(ent_blob_t *blob, const char *path, size_t limit, ent_error_t *err)
{
    return ent_i_file_read_large(blob, path, limit, false, err);
}

ent_status_t ent_i_file_read_large(ent_blob_t *blob, const char *path, size_t limit, bool by_two,
                                   ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    bool is_stdin = strcmp(path, "-") == 0;
    const char *shown = is_stdin ? "standard input" : path;
    ent_blob_t read_in = {0};
    struct stat before, after;
    bool regular;
    /* Without O_NONBLOCK, opening a pipe would wait for its writer. */
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    if (fd < 0 || fstat(fd, &before) != 0) {
        status = refuse(err, shown, "cannot be opened");
        goto cleanup;
    }
    regular = S_ISREG(before.st_mode);
    if (!regular && (!is_stdin || S_ISDIR(before.st_mode))) {
        status = ent_i_fail_at(err, ENT_EIO, shown, 0, 0, "is %s; expected a regular file.",
                               kind_of(before.st_mode));
        goto cleanup;
    }
    if (regular && (uint64_t)before.st_size > limit) {
        status = too_large(shown, limit, err);
        goto cleanup;
    }
    ENT_TRY(read_all(&read_in, fd,
                     regular && before.st_size > 0 ? (size_t)before.st_size : FIRST_READ, limit,
                     by_two && regular && !is_stdin, shown, err));
    if (regular && !is_stdin &&
        (fstat(fd, &after) != 0 || !unchanged(&before, &after, read_in.size))) {
        status = ent_i_fail_at(err, ENT_EIO, shown, 0, 0,
                               "changed while it was read; run again when it is complete.");
        goto cleanup;
    }
    *blob = read_in;
    read_in = (ent_blob_t){0};

cleanup:
    free(read_in.bytes);
    if (fd >= 0 && !is_stdin)
        close(fd);
    return status;
}

void ent_blob_free(ent_blob_t *blob)
{
    if (blob == NULL)
        return;
    free(blob->bytes);
    *blob = (ent_blob_t){0};
}

/* The folder that `path` lies in, opened. */
static int open_parent(const char *path, const char **name)
{
    const char *slash = strrchr(path, '/');
    char *parent;
    int fd;

    *name = slash == NULL ? path : slash + 1;
    parent = slash == NULL ? strdup(".") : strndup(path, (size_t)(slash - path) + 1);
    if (parent == NULL)
        return -1;
    fd = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(parent);
    return fd;
}

/* A new file in `parent`, whose name (".entente-" and random letters) goes into `name`. It is
 * locked while it is written: see ent_folder_tidy(). */
static int make_unnamed(int parent, char name[32])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned char random[ENT_UNNAMED_SUFFIX];
    int length = snprintf(name, 32, ".entente-");
    int fd;

    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
        return -1;
    for (size_t i = 0; i < ENT_UNNAMED_SUFFIX; i++)
        name[length + (int)i] = letters[random[i] % 32];
    name[length + ENT_UNNAMED_SUFFIX] = '\0';
    fd = openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd >= 0)
        (void)flock(fd, LOCK_EX | LOCK_NB);
    return fd;
}

bool ent_i_file_write(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t written = write(fd, bytes, size);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return fsync(fd) == 0;
}

/* Opens the folder that a file will be saved in, where nothing else than a regular file bears its
 * name; -1 with the reason told. */
static int open_place(const char *path, const char **name, ent_status_t *status, ent_error_t *err)
{
    struct stat there;
    int parent = open_parent(path, name);

    if (parent < 0) {
        *status = refuse(err, path, "cannot open the folder that it lies in");
        return -1;
    }
    if (fstatat(parent, *name, &there, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISREG(there.st_mode)) {
        *status = ent_i_fail_at(err, ENT_EIO, path, 0, 0,
                                "is %s; name a regular file or a new one.", kind_of(there.st_mode));
        close(parent);
        return -1;
    }
    return parent;
}

ent_status_t ent_blob_can_save(const char *path, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *name;
    char made[32];
    int parent;
    int fd;

    if (!ent_i_crew_writes())
        return ENT_OK;
    parent = open_place(path, &name, &status, err);
    if (parent < 0)
        return status;
    fd = make_unnamed(parent, made);
    if (fd < 0) {
        status = refuse(err, path, "cannot be written");
    } else {
        close(fd);
        unlinkat(parent, made, 0);
    }
    close(parent);
    return status;
}

/* A file that is written, beside the one that it will replace. It stays locked until then. */
typedef struct draft {
    char *path; /* as the caller named it */
    char made[32];
    int parent;
    int fd;
} draft_t;

struct ent_save {
    draft_t *draft;
    size_t count;
    size_t capacity;
};

static void drop(draft_t *draft)
{
    if (draft->made[0] != '\0')
        (void)unlinkat(draft->parent, draft->made, 0);
    if (draft->fd >= 0)
        close(draft->fd);
    if (draft->parent >= 0)
        close(draft->parent);
    free(draft->path);
}

void ent_save_free(ent_save_t *save)
{
    if (save == NULL)
        return;
    for (size_t i = 0; i < save->count; i++)
        drop(&save->draft[i]);
    free(save->draft);
    free(save);
}

static ent_status_t write_draft(draft_t *draft, const ent_blob_t *blob, const char *path,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *name;

    draft->path = strdup(path);
    if (draft->path == NULL)
        return ent_i_no_memory(err);
    draft->parent = open_place(path, &name, &status, err);
    if (draft->parent < 0)
        return status;
    draft->fd = make_unnamed(draft->parent, draft->made);
    if (draft->fd < 0) {
        draft->made[0] = '\0';
        return refuse(err, path, "cannot be written");
    }
    if (!ent_i_file_write(draft->fd, blob->bytes, blob->size))
        return refuse(err, path, "cannot be written");
    return ENT_OK;
}

ent_status_t ent_save_add(ent_save_t **save, const ent_blob_t *blob, const char *path,
                          ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    draft_t draft = {.parent = -1, .fd = -1};

    if (!ent_i_crew_writes())
        return ENT_OK;
    if (*save == NULL)
        ENT_TRY(ent_i_alloc(save, 1, sizeof **save, err));
    ENT_TRY(ENT_GROW((*save)->draft, (*save)->count, (*save)->capacity, err));
    ENT_TRY(write_draft(&draft, blob, path, err));
    (*save)->draft[(*save)->count++] = draft;
    draft = (draft_t){.parent = -1, .fd = -1};

cleanup:
    drop(&draft);
    return status;
}

static ent_status_t put_in_place(draft_t *draft, ent_error_t *err)
{
    const char *slash = strrchr(draft->path, '/');
    const char *name = slash == NULL ? draft->path : slash + 1;

    if (renameat(draft->parent, draft->made, draft->parent, name) != 0)
        return refuse(err, draft->path, "cannot be written");
    draft->made[0] = '\0';
    if (fsync(draft->parent) != 0)
        return refuse(err, draft->path, "cannot be written to the disk");
    return ENT_OK;
}

ent_status_t ent_save_commit(ent_save_t *save, ent_error_t *err)
{
    ent_status_t status = ent_i_go_on(err);

    for (size_t i = 0; save != NULL && i < save->count && status == ENT_OK; i++)
        status = put_in_place(&save->draft[i], err);
    return status;
}

ent_status_t ent_blob_save(const ent_blob_t *blob, const char *path, ent_error_t *err)
{
    ent_save_t *save = NULL;
    ent_status_t status = ent_save_add(&save, blob, path, err);

    if (status == ENT_OK)
        status = ent_save_commit(save, err);
    ent_save_free(save);
    return status;
}
