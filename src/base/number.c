/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers in and out, the same in every locale. */
#include "base/number.h"

#include <errno.h>
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define LARGEST_EXPONENT 15
#define LONGEST_NUMBER 400

static const char *skip_digits(const char *at)
{
    while (*at >= '0' && *at <= '9')
        at++;
    return at;
}

/* Behind an exponent within bounds; NULL when it is none. */
static const char *skip_exponent(const char *at)
{
    int exponent = 0;

    if (*at == '-' || *at == '+')
        at++;
    if (skip_digits(at) == at)
        return NULL;
    for (; *at >= '0' && *at <= '9'; at++) {
        exponent = exponent * 10 + (*at - '0');
        if (exponent > LARGEST_EXPONENT)
            return NULL;
    }
    return at;
}

static bool is_plain_decimal(const char *text)
{
    const char *at = text;
    const char *start;

    if (*at == '-')
        at++;
    start = at;
    at = skip_digits(at);
    if (at == start)
        return false;
    if (*at == '.') {
        start = ++at;
        at = skip_digits(at);
        if (at == start)
            return false;
    }
    if (*at == 'e' || *at == 'E')
        at = skip_exponent(at + 1);
    return at != NULL && *at == '\0' && at - text <= LONGEST_NUMBER;
}

bool ent_i_number_parse(double *number, const char *text)
{
    double parsed;

    if (!is_plain_decimal(text))
        return false;
    errno = 0;
    parsed = g_ascii_strtod(text, NULL);
    if (errno == ERANGE || !isfinite(parsed))
        return false;
    *number = parsed;
    return true;
}

void ent_i_number_format_digits(char out[ENT_NUMBER_SIZE], double number, int digits)
{
    char format[8];

    if (isnan(number)) {
        out[0] = '\0';
        return;
    }
    if (digits < 1)
        digits = 1;
    if (digits > 17)
        digits = 17;
    snprintf(format, sizeof format, "%%.%dg", digits);
    g_ascii_formatd(out, ENT_NUMBER_SIZE, format, number);
    if (strcmp(out, "-0") == 0)
        memcpy(out, "0", 2);
}

void ent_i_number_format(char out[ENT_NUMBER_SIZE], double number)
{
    ent_i_number_format_digits(out, number, 12);
}

double ent_i_number_round(double number)
{
    char written[ENT_NUMBER_SIZE];

    if (!isfinite(number))
        return number;
    /* Whole numbers of up to twelve digits stand as they are; adding 0 turns -0 into 0. */
    if (fabs(number) < 1e12 && number == trunc(number))
        return number + 0.0;
    ent_i_number_format(written, number);
    return g_ascii_strtod(written, NULL);
}
