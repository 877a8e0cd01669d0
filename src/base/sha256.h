/* SPDX-License-Identifier: GPL-2.0-or-later */
/* SHA-256 (FIPS 180-4). */
#ifndef ENT_BASE_SHA256_H
#define ENT_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>

#define ENT_SHA256_SIZE 65 /* hexadecimal with NUL */

void ent_i_sha256(char out[ENT_SHA256_SIZE], const char *bytes, size_t size);

/* The same by the machine's own instructions for it, or without; false where it has none. */
bool ent_i_sha256_by(char out[ENT_SHA256_SIZE], bool instructions, const char *bytes, size_t size);

#endif
