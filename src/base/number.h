/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers in and out, the same in every locale. */
#ifndef ENT_BASE_NUMBER_H
#define ENT_BASE_NUMBER_H

#include "base/memory.h"

/* Room for any number that ent_i_number_format() writes, with its NUL. */
#define ENT_NUMBER_SIZE 32

/* Parses a plain decimal such as -12.5 or 1e-3 (exponent within ±15): no hexadecimal, no inf or
 * nan, no grouping, no decimal comma, ASCII digits only, nothing before or behind. */
bool ent_i_number_parse(double *number, const char *text);

/* The shortest form of at most 12 significant digits ("0.521978021978"); NaN gives "". -0 gives
 * "0". */
void ent_i_number_format(char out[ENT_NUMBER_SIZE], double number);

/* The same with `digits` significant digits (1 to 17). */
void ent_i_number_format_digits(char out[ENT_NUMBER_SIZE], double number, int digits);

/* The number that ent_i_number_format() writes: 12 significant digits. NaN stays. */
double ent_i_number_round(double number);

/* Both at once. */
double ent_i_number_write(char out[ENT_NUMBER_SIZE], double number);

#endif
