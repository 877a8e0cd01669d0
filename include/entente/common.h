/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Types, status codes and the error record shared by every public header. */
#ifndef ENTENTE_COMMON_H
#define ENTENTE_COMMON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define ENT_API __attribute__((visibility("default"), warn_unused_result))
#define ENT_API_VOID __attribute__((visibility("default")))
#else
#define ENT_API
#define ENT_API_VOID
#endif

/** Index of an actor or a tie, 0-based; -1 (ENT_NONE) where there is none. */
typedef int32_t ent_id_t;
#define ENT_NONE ((ent_id_t)-1)

/** Outcome of every function that can fail; zero is success. */
typedef enum ent_status {
    ENT_OK = 0,
    ENT_ENOMEM,  /**< memory ran out */
    ENT_EINVAL,  /**< an argument or option is none that the function knows */
    ENT_EIO,     /**< the operating system refused a read, a write or a lock */
    ENT_EDATA,   /**< the input was read but says something impossible */
    ENT_ELIMIT,  /**< the work would pass a stated limit; the message says which option lifts it */
    ENT_EIGRAPH, /**< igraph failed; its own words are in the message */
    ENT_ECANCELLED, /**< who looks on wanted an end to it; see entente/watch.h */
    ENT_STATUS_COUNT
} ent_status_t;

/**
 * What went wrong, in words for a person.
 *
 * The caller owns the record and zeroes it before the first call; the library writes it only when
 * it returns a status other than ENT_OK, and never over an earlier message (the first one wins).
 * Every `err` parameter may be NULL.
 */
typedef struct ent_error {
    ent_status_t status;
    char file[240];  /**< input file that the failure is about; empty when none */
    uint64_t line;   /**< 1-based physical line in it; 0 when not about one */
    uint64_t column; /**< 1-based byte in that line; 0 when not known */
    char message[600];
} ent_error_t;

/**
 * A piece of output in memory: a CSV table, a figure, a JSON document.
 *
 * Zero it before use; the function that fills it leaves bytes of the caller's to free with
 * ent_blob_free(). `bytes` has a NUL behind the last byte that `size` does not count.
 */
typedef struct ent_blob {
    char *bytes;
    size_t size;
} ent_blob_t;

/** The status's name, such as "ENT_EDATA". Never NULL. */
ENT_API_VOID const char *ent_status_name(ent_status_t status);

/** The library's version, such as "0.1.0". */
ENT_API_VOID const char *ent_version(void);

/**
 * How many processors this process may keep busy: those that it may run on, or as many as the quota
 * of its control group is worth, rounded up, where that is fewer. At least 1.
 */
ENT_API_VOID size_t ent_processors(void);

/** How many bytes of a string from its start on are well-formed UTF-8; its length where all are. */
ENT_API_VOID size_t ent_utf8_prefix(const char *text);

/** Frees what a blob holds and zeroes it; a zeroed blob is allowed. */
ENT_API_VOID void ent_blob_free(ent_blob_t *blob);

/**
 * Writes a blob to a file, whole or not at all: the bytes go to a new file beside it, which then
 * takes the name. An existing regular file is replaced; a directory, device, pipe or symbolic link
 * of that name is refused.
 *
 * @return ENT_EIO with the path and the system's reason; ENT_ENOMEM
 */
ENT_API ent_status_t ent_blob_save(const ent_blob_t *blob, const char *path, ent_error_t *err);

/** Files that take their names together: several blobs to be saved, or none. */
typedef struct ent_save ent_save_t;

/**
 * Writes a blob to a new file beside its path, where it waits for ent_save_commit(). `*save` is
 * NULL before the first.
 *
 * @return as ent_blob_save()
 */
ENT_API ent_status_t ent_save_add(ent_save_t **save, const ent_blob_t *blob, const char *path,
                                  ent_error_t *err);

/**
 * Gives all files that wait their names, in the order in which they were added. NULL is allowed.
 *
 * @return as ent_blob_save()
 */
ENT_API ent_status_t ent_save_commit(ent_save_t *save, ent_error_t *err);

/** Frees it and removes the files that still wait; NULL is allowed. */
ENT_API_VOID void ent_save_free(ent_save_t *save);

/**
 * Removes what killed runs left in a folder of results: half-written files and the stages of
 * reports. What a living run holds is left alone, and so is every file that is not Entente's.
 *
 * @return ENT_EIO when the folder cannot be read; ENT_ENOMEM
 */
ENT_API ent_status_t ent_folder_tidy(const char *dir, ent_error_t *err);

/**
 * Whether ent_blob_save() could write to a path as things are, so that a slip shows before the
 * work and not after it. A file is made in the folder and removed again; what is there stays.
 *
 * @return as ent_blob_save()
 */
ENT_API ent_status_t ent_blob_can_save(const char *path, ent_error_t *err);

/**
 * The date that documents carry where their format demands one: the environment's
 * SOURCE_DATE_EPOCH, in seconds since 1970-01-01 00:00 UTC; 0 where it is not set.
 *
 * @return ENT_EINVAL for a value that is not a whole number from 0 to 253402300799 (the end of the
 *         year 9999): https://reproducible-builds.org/specs/source-date-epoch/
 */
ENT_API ent_status_t ent_source_date(int64_t *seconds, ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
