/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers in and out, the same in every locale. */
#include "base/number.h"

#include <errno.h>
#include <float.h>
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

/* A few digits without exponent: a whole number and a power of ten that are exact have a quotient
 * that is rounded once, as strtod() would. False for any other text. */
static bool parse_short(double *number, const char *text)
{
    enum { DIGITS = 15 };
    static const double power[DIGITS + 1] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char *at = text + (*text == '-');
    const char *start = at;
    int64_t whole = 0;
    size_t digits;
    size_t decimals = 0;

    for (; *at >= '0' && *at <= '9' && at - start <= DIGITS; at++)
        whole = whole * 10 + (*at - '0');
    digits = (size_t)(at - start);
    if (digits > 0 && *at == '.')
        for (start = ++at; *at >= '0' && *at <= '9' && at - start <= DIGITS; at++, decimals++)
            whole = whole * 10 + (*at - '0');
    if (*at != '\0' || digits == 0 || at[-1] == '.' || digits + decimals > DIGITS)
        return false;
    *number = (double)whole / power[decimals];
    if (*text == '-')
        *number = -*number;
    return true;
}

bool ent_i_number_parse(double *number, const char *text)
{
    double parsed;

    if (parse_short(number, text))
        return true;
    if (!is_plain_decimal(text))
        return false;
    errno = 0;
    parsed = g_ascii_strtod(text, NULL);
    if (errno == ERANGE || !isfinite(parsed))
        return false;
    *number = parsed;
    return true;
}

/* Of both, powers of ten and whole numbers of so many digits, a double holds each. */
enum { FAST_DIGITS = 15, FAST_POWER = 22, FIXED_EXPONENT = -4 /* the least without an e */ };

static long double power_of_ten(int power)
{
    long double result = 1;

    while (power-- > 0)
        result *= 10;
    return result;
}

/* Writes decimal digits, the first of which has the weight 10^exponent, without zeros at the end
 * behind the point. */
static char *put_digits(char *out, uint64_t written, int digits, int exponent)
{
    char digit[FAST_DIGITS];

    for (int i = digits; i > 0; written /= 10)
        digit[--i] = (char)('0' + written % 10);
    while (digits > 1 && digits > exponent + 1 && digit[digits - 1] == '0')
        digits--;
    for (int at = exponent < 0 ? exponent : 0; at < digits; at++) {
        if (at == exponent + 1)
            *out++ = '.';
        *out++ = at < 0 ? '0' : digit[at];
    }
    return out;
}

/* Whole numbers are written as they are, the least with an exponent, as %g has it. */
static void put_number(char *out, uint64_t written, int digits, int exponent)
{
    bool fixed = exponent >= FIXED_EXPONENT;

    out = put_digits(out, written, digits, fixed ? exponent : 0);
    if (!fixed) {
        *out++ = 'e';
        *out++ = '-';
        *out++ = (char)('0' - exponent / 10);
        *out++ = (char)('0' - exponent % 10);
    }
    *out = '\0';
}

/* As printf does, which works with numbers of any length and is far slower: the number times a
 * power of ten, rounded to a whole one. False where rounding that product might decide between two
 * whole numbers, and for what is left to printf. `*rounded` is the number that is written. */
static bool format_fast(char out[ENT_NUMBER_SIZE], double *rounded, double number, int digits)
{
    double size = fabs(number);
    uint64_t most = (uint64_t)power_of_ten(digits), whole = 0;
    long double scale = 1;
    int exponent = 0;

    if (!(size < (double)most / 10))
        return false;
    exponent = (int)floor(log10(size));
    for (int round = 0; round < 2; round++) { /* the logarithm may be one off */
        long double scaled, rest;

        if (digits - 1 - exponent > FAST_POWER)
            return false;
        scale = power_of_ten(digits - 1 - exponent);
        scaled = (long double)size * scale;
        whole = (uint64_t)scaled;
        rest = scaled - (long double)whole;
        if (fabsl(rest - 0.5L) <= 4 * LDBL_EPSILON * scaled)
            return false;
        whole += rest > 0.5L;
        if (whole < most && whole >= most / 10)
            break;
        exponent += whole < most ? -1 : 1;
    }
    if (whole < most / 10 || whole >= most)
        return false;
    if (number < 0)
        *out++ = '-';
    put_number(out, whole, digits, exponent);
    *rounded = copysign((double)whole / (double)scale, number); /* both are exact */
    return true;
}

/* Returns the number that is written. */
static double format(char out[ENT_NUMBER_SIZE], double number, int digits)
{
    char way[8];
    double rounded = 0;

    if (number == 0) {
        memcpy(out, "0", 2);
        return 0;
    }
    if (isnan(number)) {
        out[0] = '\0';
        return number;
    }
    if (digits <= FAST_DIGITS && format_fast(out, &rounded, number, digits))
        return rounded;
    snprintf(way, sizeof way, "%%.%dg", digits);
    g_ascii_formatd(out, ENT_NUMBER_SIZE, way, number);
    return isfinite(number) ? g_ascii_strtod(out, NULL) : number;
}

void ent_i_number_format_digits(char out[ENT_NUMBER_SIZE], double number, int digits)
{
    format(out, number, digits < 1 ? 1 : digits > 17 ? 17 : digits);
}

void ent_i_number_format(char out[ENT_NUMBER_SIZE], double number)
{
    format(out, number, 12);
}

double ent_i_number_write(char out[ENT_NUMBER_SIZE], double number)
{
    return format(out, number, 12);
}

double ent_i_number_round(double number)
{
    char written[ENT_NUMBER_SIZE];

    /* Whole numbers of up to twelve digits stand as they are; adding 0 turns -0 into 0. */
    if (fabs(number) < 1e12 && number == trunc(number))
        return number + 0.0;
    return format(written, number, 12);
}
