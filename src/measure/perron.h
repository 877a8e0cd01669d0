/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The leading eigenvector of one connected component. */
#ifndef ENT_MEASURE_PERRON_H
#define ENT_MEASURE_PERRON_H

#include "measure/solve.h"

/* What blocks of up to so many rows are worked in, one after the other. */
typedef struct ent_i_perron_room {
    double *vector;
    ent_i_solve_room_t solve;
} ent_i_perron_room_t;

/* `spread` is by row of the whole matrix, and borrowed. Free also after a failure. */
ent_status_t ent_i_perron_room_init(ent_i_perron_room_t *room, size_t rows, double *spread,
                                    ent_error_t *err);
void ent_i_perron_room_free(ent_i_perron_room_t *room);

/* The leading eigenvector of an irreducible block, largest entry 1, and its eigenvalue. The vector
 * is left in what was borrowed for the room, where only the rows of the block are written.
 *
 * Every vector of the computation treats rows that an automorphism exchanges alike, so their
 * entries come out equal to the last bit. ENT_ELIMIT when it does not converge. */
ent_status_t ent_i_perron(const ent_i_matrix_t *matrix, double *eigenvalue,
                          const ent_i_perron_room_t *room, ent_error_t *err);

#endif
