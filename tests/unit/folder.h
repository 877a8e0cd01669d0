/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A scratch folder to work in: set-up and teardown of a test or a group of them. */
#ifndef ENT_TESTS_FOLDER_H
#define ENT_TESTS_FOLDER_H

#include <stdlib.h>
#include <unistd.h>

#include "unit/unit.h"

static int make_scratch(void **state)
{
    char *dir = strdup("/tmp/entente-folder-XXXXXX");

    if (dir == NULL || mkdtemp(dir) == NULL || chdir(dir) != 0)
        return -1;
    *state = dir;
    return 0;
}

static int remove_scratch(void **state)
{
    char command[100];

    snprintf(command, sizeof command, "rm -rf '%s'", (char *)*state);
    free(*state);
    return chdir("/") != 0 || system(command) != 0;
}

#endif
