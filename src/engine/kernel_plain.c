/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The kernel for any machine: two numbers at a time. */
#include "engine/kernel.h"

#define TARGET

typedef uint64_t words_t __attribute__((vector_size(16), may_alias));
typedef struct bits {
    words_t a, b, c, d;
} bits_t;

static inline bits_t bits_none(void)
{
    return (bits_t){{0}, {0}, {0}, {0}};
}

static inline bits_t bits_load(const uint64_t *from)
{
    return *(const bits_t *)(const void *)from;
}

static inline void bits_store(uint64_t *to, bits_t bits)
{
    *(bits_t *)(void *)to = bits;
}

static inline bits_t bits_or(bits_t x, bits_t y)
{
    return (bits_t){x.a | y.a, x.b | y.b, x.c | y.c, x.d | y.d};
}

static inline bits_t bits_and(bits_t x, bits_t y)
{
    return (bits_t){x.a & y.a, x.b & y.b, x.c & y.c, x.d & y.d};
}

static inline bits_t bits_without(bits_t x, bits_t y)
{
    return (bits_t){x.a & ~y.a, x.b & ~y.b, x.c & ~y.c, x.d & ~y.d};
}

static inline bool bits_any(bits_t x)
{
    words_t all = (x.a | x.b) | (x.c | x.d);

    return (all[0] | all[1]) != 0;
}

typedef double numbers_t __attribute__((vector_size(16), may_alias));
typedef int64_t mask_t __attribute__((vector_size(16)));
typedef int32_t halves_t __attribute__((vector_size(16)));

#define EACH(do)                                                                                   \
    do                                                                                             \
    (0) do(1) do(2) do(3) do(4) do(5) do(6) do(7)

static inline numbers_t numbers_none(void)
{
    return (numbers_t){0, 0};
}

static inline numbers_t numbers_all(double x)
{
    return (numbers_t){x, x};
}

static inline numbers_t numbers_masked(numbers_t x, unsigned mask, int part)
{
    halves_t own = (halves_t){1, 1, 2, 2} << 2 * part;
    halves_t bits = (halves_t){(int)mask, (int)mask, (int)mask, (int)mask} & own;

    return (numbers_t)((mask_t)x & (mask_t)(bits == own));
}

/* Sixteen numbers by halves, which every instruction set can do in this order. */
static inline double total_of(numbers_t a, numbers_t b, numbers_t c, numbers_t d)
{
    numbers_t two = (a + c) + (b + d);

    return two[0] + two[1];
}

#define TOTAL(x) total_of(x##0 + x##4, x##1 + x##5, x##2 + x##6, x##3 + x##7)

#include "engine/kernel_body.h"

const ent_i_kernel_t ent_i_kernel_plain = {"plain", step, count, add_dependencies};
