/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The folder that a report goes into: whose it is, and where DATA lies from there. */
#include "report/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define MANIFEST "manifest.json"
#define MANIFEST_LIMIT ((size_t)64 << 20)

/* Cuts slashes off the end, but for a path that is one slash. */
static char *copy_trimmed(const char *path)
{
    char *copy = strdup(path);
    size_t size = copy != NULL ? strlen(copy) : 0;

    while (size > 1 && copy[size - 1] == '/')
        copy[--size] = '\0';
    return copy;
}

/* The canonical path of something whose parent exists, or NULL. */
static char *canonical(const char *path)
{
    char *whole = realpath(path, NULL);
    char *copy;
    char *slash;
    char *parent;

    if (whole != NULL || errno == ENOMEM)
        return whole;
    copy = copy_trimmed(path);
    if (copy == NULL)
        return NULL;
    slash = strrchr(copy, '/');
    if (slash != NULL)
        *slash = '\0';
    parent = realpath(slash == NULL ? "." : copy[0] == '\0' ? "/" : copy, NULL);
    if (parent != NULL && asprintf(&whole, "%s/%s", strcmp(parent, "/") == 0 ? "" : parent,
                                   slash != NULL ? slash + 1 : copy) < 0)
        whole = NULL;
    free(parent);
    free(copy);
    return whole;
}

static bool contains(const char *folder, const char *path)
{
    size_t size = strlen(folder);

    return strncmp(folder, path, size) == 0 &&
           (size == 1 || path[size] == '/' || path[size] == '\0');
}

ent_status_t ent_i_folder_apart(const char *dir, const char *data, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char *folder = canonical(dir);
    bool memory = folder != NULL || errno != ENOMEM;
    char *input = realpath(data, NULL);

    memory = memory && (input != NULL || errno != ENOMEM);
    if (!memory)
        status = ent_i_no_memory(err);
    else if (folder != NULL && input != NULL && strcmp(data, "-") != 0 && contains(folder, input))
        status = ent_i_fail_at(err, ENT_EINVAL, dir, 0, 0,
                               "This is the folder of the data, or holds it; a report replaces its "
                               "folder, so name another one.");
    free(folder);
    free(input);
    return status;
}

ent_status_t ent_i_folder_way(ent_i_text_t *way, const char *dir, const char *data,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char *from = NULL;
    char *to = NULL;
    size_t common = 0;

    if (strcmp(data, "-") == 0) {
        ent_i_text_puts(way, "-");
        return ENT_OK;
    }
    from = canonical(dir);
    if (from != NULL)
        to = canonical(data);
    if (to == NULL) {
        status = errno == ENOMEM ? ent_i_no_memory(err)
                                 : ent_i_fail_at(err, ENT_EIO, from == NULL ? dir : data, 0, 0,
                                                 "Cannot find it: %s.", strerror(errno));
        goto cleanup;
    }
    for (size_t i = 0; from[i] == to[i] && from[i] != '\0'; i++) {
        if (from[i] == '/')
            common = i;
    }
    for (const char *at = from + common; *at != '\0'; at++) {
        if (*at == '/' && at[1] != '\0')
            ent_i_text_puts(way, "../");
    }
    ent_i_text_puts(way, to + common + 1);

cleanup:
    free(from);
    free(to);
    return status;
}

static bool is_manifest(const json_t *root)
{
    const char *schema = json_string_value(json_object_get(root, "schema"));

    return schema != NULL && strncmp(schema, "entente/manifest/", 17) == 0 &&
           json_is_array(json_object_get(root, "outputs"));
}

/* The manifest of a folder; NULL where it has none of ours. */
static ent_status_t read_manifest(json_t **manifest, const char *dir, ent_error_t *err)
{
    ent_blob_t blob = {0};
    json_error_t why = {0};
    char *path = NULL;
    ent_status_t status;

    if (asprintf(&path, "%s/" MANIFEST, dir) < 0)
        return ent_i_no_memory(err);
    status = ent_i_file_read(&blob, path, MANIFEST_LIMIT, NULL);
    free(path);
    if (status != ENT_OK)
        return status == ENT_ENOMEM ? ent_i_no_memory(err) : ENT_OK;
    *manifest = json_loadb(blob.bytes, blob.size, JSON_REJECT_DUPLICATES, &why);
    ent_blob_free(&blob);
    if (*manifest == NULL && json_error_code(&why) == json_error_out_of_memory)
        return ent_i_no_memory(err);
    if (!is_manifest(*manifest)) {
        json_decref(*manifest);
        *manifest = NULL;
    }
    return ENT_OK;
}

static bool is_listed(const json_t *manifest, const char *name)
{
    const json_t *outputs = json_object_get(manifest, "outputs");

    if (manifest == NULL)
        return false;
    if (strcmp(name, MANIFEST) == 0)
        return true;
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        const char *file = json_string_value(json_object_get(json_array_get(outputs, i), "file"));

        if (file != NULL && strcmp(file, name) == 0)
            return true;
    }
    return false;
}

/* Whether some listed file lies in the folder `name`. */
static bool folder_is_listed(const json_t *manifest, const char *name)
{
    const json_t *outputs = json_object_get(manifest, "outputs");
    size_t size = strlen(name);

    for (size_t i = 0; manifest != NULL && i < json_array_size(outputs); i++) {
        const char *file = json_string_value(json_object_get(json_array_get(outputs, i), "file"));

        if (file != NULL && strncmp(file, name, size) == 0 && file[size] == '/')
            return true;
    }
    return false;
}

/* Who is told of a foreign name. */
typedef ent_status_t tell_t(void *context, const char *name, ent_error_t *err);

/* Keeps the smallest name in order of bytes. */
static ent_status_t keep_first(void *context, const char *name, ent_error_t *err)
{
    char **first = context;
    char *copy;

    if (*first != NULL && strcmp(*first, name) <= 0)
        return ENT_OK;
    copy = strdup(name);
    if (copy == NULL)
        return ent_i_no_memory(err);
    free(*first);
    *first = copy;
    return ENT_OK;
}

/* A folder as it is gone through. */
typedef struct walk {
    const json_t *manifest;
    tell_t *tell;
    void *context;
} walk_t;

static ent_status_t look_through(const walk_t *walk, int fd, const char *prefix, ent_error_t *err);

static ent_status_t look_at(const walk_t *walk, int fd, const char *prefix, const char *entry,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    struct stat info = {0};
    char *name = NULL;
    int below;

    if (asprintf(&name, "%s%s%s", prefix, prefix[0] != '\0' ? "/" : "", entry) < 0)
        return ent_i_no_memory(err);
    if (fstatat(fd, entry, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode) &&
        folder_is_listed(walk->manifest, name) &&
        (below = openat(fd, entry, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)) >= 0)
        status = look_through(walk, below, name, err);
    else if (!is_listed(walk->manifest, name) || !S_ISREG(info.st_mode))
        status = walk->tell(walk->context, name, err);
    free(name);
    return status;
}

/* Tells the foreign names in an open folder, which it closes. */
static ent_status_t look_through(const walk_t *walk, int fd, const char *prefix, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    DIR *dir = fdopendir(fd);
    const struct dirent *entry;

    if (dir == NULL) {
        status = errno == ENOMEM ? ent_i_no_memory(err)
                                 : ent_i_fail_at(err, ENT_EIO, prefix, 0, 0, "Cannot be read: %s.",
                                                 strerror(errno));
        close(fd);
        return status;
    }
    while (status == ENT_OK && (entry = readdir(dir)) != NULL) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            status = look_at(walk, fd, prefix, entry->d_name, err);
    }
    closedir(dir);
    return status;
}

static ent_status_t refuse(const char *dir, const char *foreign, bool ours, ent_error_t *err)
{
    char path[sizeof err->file];

    snprintf(path, sizeof path, "%s/%s", dir, foreign);
    if (ours)
        return ent_i_fail_at(err, ENT_EIO, path, 0, 0,
                             "This file is not of the report that the folder holds, and a report "
                             "replaces its folder: move it, or name another folder.");
    return ent_i_fail_at(
        err, ENT_EIO, path, 0, 0,
        "The folder holds this and no manifest of Entente: a report goes only into "
        "a new or empty folder, or over an earlier report.");
}

/* What stands there is no folder, or one that cannot be read. */
static ent_status_t refuse_kind(const char *dir, const char *path, ent_error_t *err)
{
    int reason = errno;
    struct stat info = {0};
    bool link = lstat(path, &info) == 0 && S_ISLNK(info.st_mode);

    return ent_i_fail_at(err, ENT_EIO, dir, 0, 0, "Cannot be used as a folder: %s.",
                         link ? "it is a symbolic link" : strerror(reason));
}

/* Tells every foreign name; `ours` is whether the folder has a manifest of ours. */
static ent_status_t tell_foreign(bool *ours, const char *dir, tell_t *tell, void *context,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char *path = copy_trimmed(dir);
    json_t *manifest = NULL;
    walk_t walk;
    int fd;

    *ours = false;
    if (path == NULL)
        return ent_i_no_memory(err);
    fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) {
        status = errno == ENOENT ? ENT_OK : refuse_kind(dir, path, err);
        goto cleanup;
    }
    status = read_manifest(&manifest, path, err);
    walk = (walk_t){manifest, tell, context};
    if (status == ENT_OK)
        status = look_through(&walk, fd, "", err);
    else
        close(fd);
    *ours = manifest != NULL;

cleanup:
    json_decref(manifest);
    free(path);
    return status;
}

ent_status_t ent_i_folder_foreign(const char *dir,
                                  ent_status_t (*tell)(void *context, const char *name,
                                                       ent_error_t *err),
                                  void *context, ent_error_t *err)
{
    bool ours;

    return tell_foreign(&ours, dir, tell, context, err);
}

ent_status_t ent_i_folder_ours(const char *dir, ent_error_t *err)
{
    char *foreign = NULL;
    bool ours;
    ent_status_t status = tell_foreign(&ours, dir, keep_first, &foreign, err);

    if (status == ENT_OK && foreign != NULL)
        status = refuse(dir, foreign, ours, err);
    free(foreign);
    return status;
}
