/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The leading eigenvector of one connected component. */
#ifndef ENT_MEASURE_PERRON_H
#define ENT_MEASURE_PERRON_H

#include "base/error.h"

/* One block of a symmetric matrix with no negative entry: the rows listed, none of which has an
 * entry in a column that is not listed. */
typedef struct ent_i_matrix {
    size_t size;          /* rows of the block */
    const ent_id_t *row;  /* which they are, ascending */
    const size_t *offset; /* of the whole matrix */
    const ent_id_t *column;
    const double *entry;      /* NULL: all are 1 */
    const ent_id_t *entry_at; /* by place: where in `entry` to look; NULL: at that place */
} ent_i_matrix_t;

/* What blocks of up to so many rows are worked in, one after the other. */
typedef struct ent_i_perron_room {
    double *vector;
    double *image; /* the matrix times the vector */
    double *correction;
    double *residual;
    double *direction;
} ent_i_perron_room_t;

/* Free also after a failure. */
ent_status_t ent_i_perron_room_init(ent_i_perron_room_t *room, size_t rows, ent_error_t *err);
void ent_i_perron_room_free(ent_i_perron_room_t *room);

/* The leading eigenvector of an irreducible block, largest entry 1, and its eigenvalue. `vector`
 * is by row of the whole matrix; only those of the block are written.
 *
 * Every vector of the computation treats rows that an automorphism exchanges alike, so their
 * entries come out equal to the last bit. ENT_ELIMIT when it does not converge. */
ent_status_t ent_i_perron(const ent_i_matrix_t *matrix, double *vector, double *eigenvalue,
                          const ent_i_perron_room_t *room, ent_error_t *err);

#endif
