/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Newton's method for the bipartite configuration model, within a part where its likelihood has a
 * finite maximum. */
#ifndef ENT_NETWORK_NEWTON_H
#define ENT_NETWORK_NEWTON_H

#include "base/memory.h"

/* One mode's types: arrays with room for all that there are. */
typedef struct ent_i_newton_side {
    size_t *node;   /* the caller's, not looked at */
    double *size;   /* actors of the type */
    double *degree; /* wanted of each; more than 0, and less than is possible */
    double *x;      /* the parameter's logarithm */
    double *next;   /* the same, tried out */
    double *rest;   /* degree wanted less degree expected, times size; then the step */
    double *weight; /* diagonal of the second derivative */
} ent_i_newton_side_t;

typedef struct ent_i_newton {
    size_t count[2];
    ent_i_newton_side_t side[2];
    bool *open;          /* count[0] by count[1]: may be tied */
    double *probability; /* the result, laid out as `open` */
    double *cross;       /* mixed second derivatives, laid out as `open` */
    double *schur;       /* square of the smaller mode */
} ent_i_newton_t;

/* Room for so many types of each mode. Free with ent_i_newton_free(), also after a failure. */
ent_status_t ent_i_newton_init(ent_i_newton_t *newton, size_t rows, size_t columns,
                               ent_error_t *err);
void ent_i_newton_free(ent_i_newton_t *newton);

/* Finds x such that the probabilities 1 / (1 + exp(-x_i - x_j)) of open pairs add up to the degrees
 * wanted. Given: count, size, degree, open. ENT_ELIMIT without convergence. */
ent_status_t ent_i_newton_solve(ent_i_newton_t *newton, ent_error_t *err);

#endif
