/* SPDX-License-Identifier: GPL-2.0-or-later */
/* datapackage.json (Frictionless) on input. */
#ifndef ENT_DATASET_PACKAGE_H
#define ENT_DATASET_PACKAGE_H

#include "dataset/dataset_i.h"

/* What the descriptor says of one table. */
typedef struct ent_i_resource {
    const char *path; /* below the folder; NULL: nothing is said of the table */
    const char *encoding;
    char separator; /* 0: told apart */
    const char **missing;
    size_t missing_count;
} ent_i_resource_t;

typedef struct ent_i_package {
    ent_i_resource_t resource[ENT_ROLE_COUNT];
    bool refused[ENT_ROLE_COUNT]; /* the table is not read */
} ent_i_package_t;

/* Reads the folder's descriptor, if it has one. What it says and cannot be done is told as an
 * error of the data; ENT_EDATA where it is no JSON. */
ent_status_t ent_i_package_read(ent_i_load_t *load, ent_i_package_t *package, const char *folder,
                                ent_error_t *err);

/* Whether a file of the folder is one of the package's tables. */
bool ent_i_package_names(const ent_i_package_t *package, const char *file);

#endif
