/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Products with a symmetric matrix with no negative entry, and systems of a diagonal minus one.
 *
 * The rows are cut into shares by their number alone and spread over threads; sums over all rows
 * add up share by share. No digit shows the order of a row's entries or the number of threads, and
 * rows that an automorphism exchanges are treated alike, to the last bit. */
#ifndef ENT_MEASURE_SOLVE_H
#define ENT_MEASURE_SOLVE_H

#include "base/error.h"
#include "measure/exact_sum.h"

/* One block of such a matrix: the rows listed, none of which has an entry in a column that is not
 * listed. The matrix is read where it stands; vectors are by place in the block. */
typedef struct ent_i_matrix {
    size_t size;          /* rows of the block */
    const ent_id_t *row;  /* which they are, ascending; NULL: all */
    const size_t *offset; /* of the whole matrix */
    const ent_id_t *column;
    const double *entry;      /* NULL: all are 1 */
    const ent_id_t *entry_at; /* by place: where in `entry` to look; NULL: at that place */
    double most;              /* see ent_i_matrix_measure() */
    int threads;
} ent_i_matrix_t;

static inline size_t ent_i_matrix_row(const ent_i_matrix_t *matrix, size_t place)
{
    return matrix->row != NULL ? (size_t)matrix->row[place] : place;
}

/* Finds the largest sum of a row, and leaves so many threads as the rows are worth. */
void ent_i_matrix_measure(ent_i_matrix_t *matrix, int threads);

/* Of the rows in a share. */
typedef struct ent_i_part {
    ent_i_sum_t sum;
    double residual;  /* largest, without sign */
    double direction; /* so */
} ent_i_part_t;

/* What blocks of up to so many rows are worked in, one after the other. */
typedef struct ent_i_solve_room {
    double *image;      /* the matrix times a vector */
    double *correction; /* solution of a system */
    double *residual;
    double *direction;
    double *spread; /* by row of the whole matrix: the vector to be multiplied */
    ent_i_part_t *part;
} ent_i_solve_room_t;

/* `spread` is borrowed. Free also after a failure. */
ent_status_t ent_i_solve_room_init(ent_i_solve_room_t *room, size_t rows, double *spread,
                                   ent_error_t *err);
void ent_i_solve_room_free(ent_i_solve_room_t *room);

/* Calls run(context, from, to) for the rows of each share. */
void ent_i_by_share(const ent_i_matrix_t *matrix,
                    void (*run)(void *context, size_t from, size_t to), void *context);

/* image = A in, each entry right to the last digits. */
void ent_i_multiply(const ent_i_matrix_t *matrix, const ent_i_solve_room_t *room,
                    const double *vector);

/* The sum of a[i] b[i], which does not show the order of the rows. */
double ent_i_dot(const ent_i_matrix_t *matrix, const ent_i_solve_room_t *room, const double *a,
                 const double *b);

/* Solves (diagonal - A) correction = residual by conjugate gradients until the residual, measured
 * by the inverse of the diagonal, is `goal` times what it was; uses up both. `diagonal` is by
 * place, NULL: `shift` everywhere. `products` is added to; no more than products_at_most.
 *
 * False when the direction at hand has no positive curvature: then its Rayleigh quotient lies above
 * the shift.
 *
 * Rows are multiplied by entries that are rounded to a common grid, so coarse that sums are exact
 * in whatever order, yet twelve digits finer than the largest entry over the largest sum of a row:
 * meant for solving to some digits, with the residual of what was found computed anew. */
bool ent_i_solve(const ent_i_matrix_t *matrix, const ent_i_solve_room_t *room, double shift,
                 const double *diagonal, double goal, size_t *products, size_t products_at_most);

#endif
