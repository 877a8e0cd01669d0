/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which kernel this machine runs, and the room of waves. */
#include "engine/kernel.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { LINES = 128 }; /* bytes of two cache lines, which processors fetch together */

_Static_assert((int)ENT_LANES == 2 * (int)ENT_WAVE_WORDS, "the room of a wave holds rows of lanes");

const ent_i_kernel_t *ent_i_kernel_named(const char *name)
{
#if defined(__x86_64__)
    if (strcmp(name, "avx512") == 0 && __builtin_cpu_supports("avx512f") &&
        __builtin_cpu_supports("avx512dq"))
        return &ent_i_kernel_avx512;
    if (strcmp(name, "avx2") == 0 && __builtin_cpu_supports("avx2"))
        return &ent_i_kernel_avx2;
#endif
    return strcmp(name, "plain") == 0 ? &ent_i_kernel_plain : NULL;
}

const ent_i_kernel_t *ent_i_kernel(void)
{
    static const char *const fastest_first[] = {"avx512", "avx2"};

    for (size_t i = 0; i < sizeof fastest_first / sizeof *fastest_first; i++) {
        const ent_i_kernel_t *kernel = ent_i_kernel_named(fastest_first[i]);

        if (kernel != NULL)
            return kernel;
    }
    return &ent_i_kernel_plain;
}

ent_status_t ent_i_wave_init(ent_i_wave_t *wave, uint32_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t words = (size_t)count * ENT_WAVE_WORDS;

    ENT_TRY(ent_i_alloc(&wave->memory, 3 * words * sizeof *wave->seen + LINES, 1, err));
    ent_i_scattered(wave->memory, 3 * words * sizeof *wave->seen + LINES);
    wave->front = ent_i_aligned(wave->memory, LINES);
    wave->room = (double *)(void *)wave->front;
    wave->next = wave->front + words;
    wave->seen = wave->next + words;
    ENT_TRY(ent_i_alloc(&wave->active, count, sizeof *wave->active, err));
    ENT_TRY(ent_i_alloc(&wave->coming, count, sizeof *wave->coming, err));
    ENT_TRY(ent_i_alloc(&wave->fresh, count, sizeof *wave->fresh, err));

cleanup:
    return status;
}

void ent_i_wave_free(ent_i_wave_t *wave)
{
    free(wave->memory);
    free(wave->active);
    free(wave->coming);
    free(wave->fresh);
    *wave = (ent_i_wave_t){0};
}

static void clear_front(ent_i_wave_t *wave)
{
    for (uint32_t k = 0; k < wave->active_count; k++)
        memset(wave->front + (size_t)wave->active[k] * ENT_WAVE_WORDS, 0,
               ENT_WAVE_WORDS * sizeof *wave->front);
}

void ent_i_wave_clear_room(ent_i_wave_t *wave)
{
    memset(wave->room, 0, (size_t)wave->high * 2 * ENT_WAVE_WORDS * sizeof *wave->front);
}

void ent_i_wave_start(ent_i_wave_t *wave, const uint32_t *source, uint32_t sources)
{
    size_t low = (size_t)wave->low * ENT_WAVE_WORDS;
    size_t words = (size_t)(wave->high - wave->low) * ENT_WAVE_WORDS;

    clear_front(wave);
    memset(wave->seen + low, 0, words * sizeof *wave->seen);
    memset(wave->full, 0, sizeof wave->full);
    wave->active_count = sources;
    for (uint32_t s = 0; s < sources; s++) {
        size_t at = (size_t)source[s] * ENT_WAVE_WORDS + s / 64;
        uint64_t bit = UINT64_C(1) << s % 64;

        wave->seen[at] = bit;
        wave->front[at] = bit;
        wave->full[s / 64] |= bit;
        wave->active[s] = source[s];
    }
}
