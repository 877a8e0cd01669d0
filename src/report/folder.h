/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The folder that a report goes into: whose it is, and where DATA lies from there. */
#ifndef ENT_REPORT_FOLDER_H
#define ENT_REPORT_FOLDER_H

#include "base/memory.h"

/* Refuses a DIR that is DATA or contains it (ENT_EINVAL). */
ent_status_t ent_i_folder_apart(const char *dir, const char *data, ent_error_t *err);

/* Refuses a DIR that holds anything but an earlier report: it must be absent, empty, or have a
 * manifest of ours that lists every file in it. ENT_EIO names the first foreign file, in order of
 * bytes. */
ent_status_t ent_i_folder_ours(const char *dir, ent_error_t *err);

/* Tells every name in DIR that its manifest does not list, in no order; the first that `tell`
 * refuses ends it. */
ent_status_t ent_i_folder_foreign(const char *dir,
                                  ent_status_t (*tell)(void *context, const char *name,
                                                       ent_error_t *err),
                                  void *context, ent_error_t *err);

/* The way from DIR to DATA, such as "../../datasets/learning-cities"; "-" for standard input. */
ent_status_t ent_i_folder_way(ent_i_text_t *way, const char *dir, const char *data,
                              ent_error_t *err);

#endif
