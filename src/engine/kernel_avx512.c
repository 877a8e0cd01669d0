/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The kernel for AVX-512: eight numbers at a time. */
#include "engine/kernel.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512dq,popcnt")))

typedef __m512i bits_t;

TARGET static inline bits_t bits_none(void)
{
    return _mm512_setzero_si512();
}

TARGET static inline bits_t bits_load(const uint64_t *from)
{
    return _mm512_load_si512(from);
}

TARGET static inline void bits_store(uint64_t *to, bits_t bits)
{
    _mm512_store_si512(to, bits);
}

TARGET static inline bits_t bits_or(bits_t x, bits_t y)
{
    return _mm512_or_si512(x, y);
}

TARGET static inline bits_t bits_and(bits_t x, bits_t y)
{
    return _mm512_and_si512(x, y);
}

TARGET static inline bits_t bits_without(bits_t x, bits_t y)
{
    return _mm512_andnot_si512(y, x);
}

TARGET static inline bool bits_any(bits_t x)
{
    return _mm512_test_epi64_mask(x, x) != 0;
}

typedef double numbers_t __attribute__((vector_size(64), may_alias));

#define EACH(do)                                                                                   \
    do                                                                                             \
    (0) do(1)

TARGET static inline numbers_t numbers_none(void)
{
    return (numbers_t)_mm512_setzero_pd();
}

TARGET static inline numbers_t numbers_all(double x)
{
    return (numbers_t)_mm512_set1_pd(x);
}

TARGET static inline numbers_t numbers_masked(numbers_t x, unsigned mask, int part)
{
    return (numbers_t)_mm512_maskz_mov_pd((__mmask8)(mask >> 8 * part), (__m512d)x);
}

TARGET static inline double total_of(numbers_t eight)
{
    __m256d four = _mm256_add_pd(_mm512_castpd512_pd256((__m512d)eight),
                                 _mm512_extractf64x4_pd((__m512d)eight, 1));
    __m128d two = _mm_add_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));

    return _mm_cvtsd_f64(two) + _mm_cvtsd_f64(_mm_unpackhi_pd(two, two));
}

#define TOTAL(x) total_of(x##0 + x##1)

#define OWN_PICK

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion" /* within GCC's gather */
/* As in kernel_body.h, sixteen neighbours at a time. */
TARGET static inline uint32_t pick(uint32_t *picked, uint32_t *lanes, const uint32_t *neighbour,
                                   uint32_t count, const uint16_t *now, unsigned mask)
{
    __m512i wanted = _mm512_set1_epi32((int)mask);
    uint32_t used = 0;

    for (uint32_t i = 0; i < count; i += 16) {
        __mmask16 here = (__mmask16)(count - i < 16 ? (1U << (count - i)) - 1 : 0xFFFF);
        __m512i vertex = _mm512_maskz_loadu_epi32(here, neighbour + i);
        __m512i shown = _mm512_and_si512(
            wanted, _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), here, vertex, now, 2));
        __mmask16 any = _mm512_test_epi32_mask(shown, shown);

        _mm512_storeu_si512(picked + used, _mm512_maskz_compress_epi32(any, vertex));
        _mm512_storeu_si512(lanes + used, _mm512_maskz_compress_epi32(any, shown));
        used += (uint32_t)__builtin_popcount(any);
    }
    return used;
}
#pragma GCC diagnostic pop

#include "engine/kernel_body.h"

const ent_i_kernel_t ent_i_kernel_avx512 = {"avx512", step, count, add_dependencies};

#endif
