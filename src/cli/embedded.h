/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text files of the source tree that the command carries with it (cmake/EmbedTexts.cmake). */
#ifndef ENT_CLI_EMBEDDED_H
#define ENT_CLI_EMBEDDED_H

#include <stddef.h>

typedef struct cli_embedded {
    const char *name;        /* the last part of its path: "rank.txt", "rank-1.txt" */
    const char *const *line; /* without line ends; NULL behind the last */
} cli_embedded_t;

/* A name of NULL is behind the last. */
extern const cli_embedded_t cli_embedded_files[];

/* The lines of a file, NULL where there is no such file. */
const char *const *cli_embedded(const char *name);

#endif
