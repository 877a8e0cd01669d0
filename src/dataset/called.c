/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What results call a data set: the same name from wherever, and however, its path was written. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset_i.h"

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL && slash[1] != '\0' ? slash + 1 : path;
}

ent_status_t ent_i_call(ent_i_load_t *load, const char *path, ent_error_t *err)
{
    char *whole;
    const char *name = load->options->name;

    if (name != NULL || strcmp(path, "-") == 0) {
        name = name != NULL ? name : path;
        load->dataset->called = ent_i_keep(load, name, strlen(name));
        return ent_i_memory(load, err);
    }
    whole = realpath(path, NULL);
    if (whole == NULL && errno == ENOMEM)
        return ent_i_no_memory(err);
    name = last_part(whole != NULL ? whole : path);
    load->dataset->called = ent_i_keep(load, name, strlen(name));
    free(whole);
    return ent_i_memory(load, err);
}
