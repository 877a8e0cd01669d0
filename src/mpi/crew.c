/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "mpi/crew.h"

#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

/* Bytes of one broadcast: MPI counts in int. */
enum { PIECE = 1 << 30 };

typedef enum errand { GIVES, TELLS, AGREES, LEAVES } errand_t;

/* What a member says when it comes. */
typedef struct word {
    uint64_t errand;
    uint64_t status;
    uint64_t count;
    uint64_t width;
    uint64_t key;
} word_t;

static ent_i_crew_t crew;
static word_t *words; /* a member's each */
static bool over;     /* somebody has left: nobody comes any more */
static ent_error_t why;

static ent_status_t end_with(ent_error_t *err)
{
    if (err != NULL)
        *err = why;
    return why.status;
}

/* The words of a member that has failed, as all others hear them. */
static void hear(size_t member, const ent_error_t *err)
{
    char host[MPI_MAX_PROCESSOR_NAME] = "";
    ent_error_t told = err != NULL ? *err : (ent_error_t){0};
    int length = 0;

    why = told;
    why.status = (ent_status_t)words[member].status;
    MPI_Get_processor_name(host, &length);
    if (crew.me == member && member > 0)
        snprintf(why.message, sizeof why.message, "%.400s (process %zu of %zu, on %.60s)",
                 told.message, member, crew.count, host);
    MPI_Bcast(&why, sizeof why, MPI_BYTE, (int)member, MPI_COMM_WORLD);
    over = true;
}

/* Meets the others. `err` is this member's own failure, where word.status says that it failed. */
static ent_status_t meet(word_t word, ent_error_t *err)
{
    if (over)
        return end_with(err);
    MPI_Allgather(&word, sizeof word, MPI_BYTE, words, sizeof word, MPI_BYTE, MPI_COMM_WORLD);
    for (size_t i = 0; i < crew.count; i++)
        if (words[i].status != ENT_OK) {
            hear(i, err);
            return end_with(err);
        }
    for (size_t i = 1; i < crew.count; i++)
        if (words[i].errand != words[0].errand || words[i].count != words[0].count ||
            words[i].width != words[0].width) {
            over = true;
            ent_i_fail(&why, ENT_EIO,
                       "Process %zu of %zu does another work than process 0; start all with the "
                       "same version, command line and files.",
                       i, crew.count);
            return end_with(err);
        }
    return ENT_OK;
}

static void send(int member, char *from, size_t left)
{
    while (left > 0) {
        size_t piece = left < PIECE ? left : PIECE;

        MPI_Bcast(from, (int)piece, MPI_BYTE, member, MPI_COMM_WORLD);
        from += piece;
        left -= piece;
    }
}

static ent_status_t give(void *context, void *items, size_t count, size_t width, ent_error_t *err)
{
    ent_status_t status = meet((word_t){.errand = GIVES, .count = count, .width = width}, err);

    (void)context;
    for (size_t i = 0; status == ENT_OK && i < crew.count; i++) {
        ent_i_stretch_t stretch = ent_i_crew_stretch_of(i, crew.count, count);

        send((int)i, (char *)items + stretch.from * width, (stretch.to - stretch.from) * width);
    }
    return status;
}

static ent_status_t tell(void *context, size_t member, void *bytes, size_t size, ent_error_t *err)
{
    ent_status_t status = meet((word_t){.errand = TELLS, .count = member, .width = size}, err);

    (void)context;
    if (status == ENT_OK)
        send((int)member, bytes, size);
    return status;
}

static ent_status_t agree(void *context, uint64_t key, const char *what, ent_error_t *err)
{
    ent_status_t status = meet((word_t){.errand = AGREES, .key = key}, err);

    (void)context;
    for (size_t i = 1; status == ENT_OK && i < crew.count; i++)
        if (words[i].key != words[0].key)
            status = ent_i_fail(err, ENT_EIO,
                                "%s are not the same for process %zu of %zu as for process 0.",
                                what, i, crew.count);
    return status;
}

void mpi_crew_join(void)
{
    int me;
    int count;

    MPI_Comm_rank(MPI_COMM_WORLD, &me);
    MPI_Comm_size(MPI_COMM_WORLD, &count);
    crew = (ent_i_crew_t){
        .me = (size_t)me, .count = (size_t)count, .give = give, .tell = tell, .agree = agree};
    words = calloc(crew.count, sizeof *words);
    if (words == NULL) /* without them it cannot even be told */
        MPI_Abort(MPI_COMM_WORLD, 4);
    ent_i_crew_join(&crew);
}

ent_status_t mpi_crew_leave(ent_status_t status, ent_error_t *err)
{
    if (words == NULL)
        return status;
    if (!over)
        status = meet((word_t){.errand = LEAVES, .status = status}, err);
    else
        status = end_with(err);
    ent_i_crew_join(NULL);
    free(words);
    words = NULL;
    return status;
}
