/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The leading eigenvector of one connected component. */
#ifndef ENT_MEASURE_PERRON_H
#define ENT_MEASURE_PERRON_H

#include "base/error.h"

/* A symmetric matrix with no negative entry, by rows. */
typedef struct ent_i_matrix {
    size_t size;
    const size_t *offset;
    const ent_id_t *column;
    const double *entry; /* NULL: all are 1 */
} ent_i_matrix_t;

/* The leading eigenvector of an irreducible matrix, largest entry 1, and its eigenvalue.
 *
 * Every vector of the computation treats rows that an automorphism exchanges alike, so their
 * entries come out equal to the last bit. ENT_ELIMIT when it does not converge. */
ent_status_t ent_i_perron(const ent_i_matrix_t *matrix, double *vector, double *eigenvalue,
                          ent_error_t *err);

#endif
