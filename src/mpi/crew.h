/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The crew of base/crew.h made of MPI's processes, all of MPI_COMM_WORLD.
 *
 * Whenever members meet, each says first what it comes for and whether all is well with it. So one
 * that has failed, or that has come to its end early, is heard where the others wait for it, and
 * all end with its status. */
#ifndef ENT_MPI_CREW_H
#define ENT_MPI_CREW_H

#include "base/crew.h"

/* Joins; MPI has begun. */
void mpi_crew_join(void);
/* The end of this member's work, with its status: every member calls it once. Returns the status
 * that all end with, the first failure's, which is then in `err`. */
ent_status_t mpi_crew_leave(ent_status_t status, ent_error_t *err);

#endif
