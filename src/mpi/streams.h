/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The standard streams of processes that mpirun started. */
#ifndef ENT_MPI_STREAMS_H
#define ENT_MPI_STREAMS_H

#include "base/error.h"

/* Gives every process the standard input of process 0, which alone has it. */
ent_status_t mpi_streams_share_input(int me, ent_error_t *err);

/* mpirun gives its processes a terminal as standard output wherever its own leads. Between the
 * two, what is written waits in memory, and no terminal is seen. */
ent_status_t mpi_streams_hold_output(ent_error_t *err);
ent_status_t mpi_streams_release_output(ent_error_t *err);

#endif
