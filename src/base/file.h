/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files: reading whole, publishing a folder as a whole. */
#ifndef ENT_BASE_FILE_H
#define ENT_BASE_FILE_H

#include "base/memory.h"
#include "base/sha256.h"

/* Random letters behind `.NAME.entente-`, a stage, and `.entente-`, a file in the making. */
enum { ENT_STAGE_SUFFIX = 6, ENT_UNNAMED_SUFFIX = 8 };

/* Reads a whole regular file, or standard input for "-", of at most `limit` bytes. A directory,
 * device or pipe is refused by name; so is a file that changes while it is read. */
ent_status_t ent_i_file_read(ent_blob_t *blob, const char *path, size_t limit, ent_error_t *err);

/* The same; where `by_two` says so, two threads read a half each of a file of some megabytes. */
ent_status_t ent_i_file_read_large(ent_blob_t *blob, const char *path, size_t limit, bool by_two,
                                   ent_error_t *err);

/* Writes all of `bytes` to an open file and syncs it to the disk; false with errno set. */
bool ent_i_file_write(int fd, const char *bytes, size_t size);

/* A folder in the making, beside the one that it will replace. */
typedef struct ent_i_stage ent_i_stage_t;

/* Locks `.NAME.entente.lock` in DIR's parent, discards stages that a killed run left and makes a
 * new one. ENT_EIO when the parent does not exist, cannot be written or another run holds it. */
ent_status_t ent_i_stage_open(ent_i_stage_t **stage, const char *dir, ent_error_t *err);

/* Whether a stage could be opened for DIR as things are: its parent exists and can be written. */
ent_status_t ent_i_stage_check(const char *dir, ent_error_t *err);

/* Adds a file; `name` is relative and may have one folder in it ("excel/ties.csv"). */
ent_status_t ent_i_stage_add(ent_i_stage_t *stage, const char *name, const char *bytes, size_t size,
                             ent_error_t *err);

/* Syncs everything and puts the stage in DIR's place in one step (renameat2 with exchange where
 * DIR exists; a journalled rename where the file system has none), then removes the old one. */
ent_status_t ent_i_stage_publish(ent_i_stage_t *stage, ent_error_t *err);

/* Gives up (or cleans up after publishing): removes what is left and unlocks. NULL is allowed. */
void ent_i_stage_free(ent_i_stage_t *stage);

#endif
