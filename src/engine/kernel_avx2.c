/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The kernel for AVX2: four numbers at a time. */
#include "engine/kernel.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx2,popcnt")))

typedef struct bits {
    __m256i low, high;
} bits_t;

TARGET static inline bits_t bits_none(void)
{
    return (bits_t){_mm256_setzero_si256(), _mm256_setzero_si256()};
}

TARGET static inline bits_t bits_load(const uint64_t *from)
{
    const __m256i *at = (const __m256i *)(const void *)from;

    return (bits_t){_mm256_load_si256(at), _mm256_load_si256(at + 1)};
}

TARGET static inline void bits_store(uint64_t *to, bits_t bits)
{
    __m256i *at = (__m256i *)(void *)to;

    _mm256_store_si256(at, bits.low);
    _mm256_store_si256(at + 1, bits.high);
}

TARGET static inline bits_t bits_or(bits_t x, bits_t y)
{
    return (bits_t){_mm256_or_si256(x.low, y.low), _mm256_or_si256(x.high, y.high)};
}

TARGET static inline bits_t bits_and(bits_t x, bits_t y)
{
    return (bits_t){_mm256_and_si256(x.low, y.low), _mm256_and_si256(x.high, y.high)};
}

TARGET static inline bits_t bits_without(bits_t x, bits_t y)
{
    return (bits_t){_mm256_andnot_si256(y.low, x.low), _mm256_andnot_si256(y.high, x.high)};
}

TARGET static inline bool bits_any(bits_t x)
{
    __m256i all = _mm256_or_si256(x.low, x.high);

    return _mm256_testz_si256(all, all) == 0;
}

typedef double numbers_t __attribute__((vector_size(32), may_alias));

#define EACH(do)                                                                                   \
    do                                                                                             \
    (0) do(1) do(2) do(3)

TARGET static inline numbers_t numbers_none(void)
{
    return (numbers_t)_mm256_setzero_pd();
}

TARGET static inline numbers_t numbers_all(double x)
{
    return (numbers_t)_mm256_set1_pd(x);
}

TARGET static inline numbers_t numbers_masked(numbers_t x, unsigned mask, int part)
{
    __m256i own = _mm256_slli_epi64(_mm256_set_epi64x(8, 4, 2, 1), 4 * part);
    __m256i bits = _mm256_and_si256(_mm256_set1_epi64x((long long)mask), own);

    return (numbers_t)_mm256_and_pd((__m256d)x, _mm256_castsi256_pd(_mm256_cmpeq_epi64(bits, own)));
}

TARGET static inline double total_of(numbers_t four)
{
    __m128d two =
        _mm_add_pd(_mm256_castpd256_pd128((__m256d)four), _mm256_extractf128_pd((__m256d)four, 1));

    return _mm_cvtsd_f64(two) + _mm_cvtsd_f64(_mm_unpackhi_pd(two, two));
}

#define TOTAL(x) total_of((x##0 + x##2) + (x##1 + x##3))

#include "engine/kernel_body.h"

const ent_i_kernel_t ent_i_kernel_avx2 = {"avx2", step, count, add_dependencies};

#endif
