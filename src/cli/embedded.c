/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/embedded.h"

#include <string.h>

const char *const *cli_embedded(const char *name)
{
    const cli_embedded_t *file = cli_embedded_files;

    while (file->name != NULL && strcmp(file->name, name) != 0)
        file++;
    return file->line;
}
