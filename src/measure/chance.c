/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A value held against what seeded draws give: mean, spread, z and p. */
#include "measure/chance.h"

#include <math.h>

#include "base/number.h"

typedef struct moments {
    double count;
    double least;
    double most;
    double mean;
    double square; /* sum of squares about the mean */
    double as_small;
    double as_large;
} moments_t;

/* Welford's way, which loses no digits to large means. */
static void take(moments_t *moments, double value, double draw)
{
    double step = draw - moments->mean;

    moments->least = moments->count > 0 ? fmin(moments->least, draw) : draw;
    moments->most = moments->count > 0 ? fmax(moments->most, draw) : draw;
    moments->count += 1;
    moments->mean += step / moments->count;
    moments->square += step * (draw - moments->mean);
    moments->as_small += draw <= value;
    moments->as_large += draw >= value;
}

void ent_i_chance(ent_chance_t *chance, double value, const double *draw, size_t count,
                  size_t stride)
{
    double rounded = ent_i_number_round(value);
    moments_t moments = {0};

    *chance = (ent_chance_t){value, NAN, NAN, NAN, NAN, NAN, NAN};
    for (size_t k = 0; k < count; k++)
        if (!isnan(draw[k * stride]))
            take(&moments, rounded, ent_i_number_round(draw[k * stride]));
    if (isnan(value) || moments.count < 1)
        return;
    chance->expected = moments.most > moments.least ? moments.mean : moments.least;
    chance->p_low = (1 + moments.as_small) / (1 + moments.count);
    chance->p_high = (1 + moments.as_large) / (1 + moments.count);
    chance->p = fmin(1, 2 * fmin(chance->p_low, chance->p_high));
    if (moments.count < 2)
        return;
    chance->sd = moments.most > moments.least ? sqrt(moments.square / (moments.count - 1)) : 0;
    if (chance->sd > 0)
        chance->z = (value - chance->expected) / chance->sd;
}
