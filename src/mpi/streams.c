/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "mpi/streams.h"

#include <errno.h>
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"

enum { PIECE = 1 << 30 };

static int real_output = -1;

static ent_status_t refuse(ent_error_t *err, const char *stream)
{
    return ent_i_fail(err, ENT_EIO, "%s: %s", stream, strerror(errno));
}

/* All of standard input. */
static ent_status_t read_all(ent_i_text_t *text, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char *piece = NULL;
    size_t room = (size_t)1 << 16;
    ssize_t got;

    ENT_TRY(ent_i_alloc(&piece, room, 1, err));
    while ((got = read(STDIN_FILENO, piece, room)) > 0 || (got < 0 && errno == EINTR))
        if (got > 0)
            ent_i_text_add(text, piece, (size_t)got);
    if (got < 0)
        status = refuse(err, "standard input");
    else if (text->failed)
        status = ent_i_no_memory(err);

cleanup:
    free(piece);
    return status;
}

/* Makes a file in memory the standard input. */
static ent_status_t replace_input(const char *bytes, size_t size, ent_error_t *err)
{
    int fd = memfd_create("input", MFD_CLOEXEC);
    bool written = fd >= 0 && ent_i_file_write(fd, bytes, size) && lseek(fd, 0, SEEK_SET) == 0 &&
                   dup2(fd, STDIN_FILENO) >= 0;

    if (!written)
        refuse(err, "standard input");
    if (fd >= 0)
        close(fd);
    return written ? ENT_OK : ENT_EIO;
}

ent_status_t mpi_streams_share_input(int me, ent_error_t *err)
{
    ent_i_text_t text = {0};
    ent_status_t status = me == 0 ? read_all(&text, err) : ENT_OK;
    uint64_t size = status == ENT_OK ? text.size : UINT64_MAX;
    char *bytes = text.bytes;

    MPI_Bcast(&size, sizeof size, MPI_BYTE, 0, MPI_COMM_WORLD);
    if (size == UINT64_MAX) /* process 0 tells why */
        goto cleanup;
    if (me != 0 && ent_i_alloc(&bytes, (size_t)size + 1, 1, NULL) != ENT_OK)
        MPI_Abort(MPI_COMM_WORLD, 4); /* the others send it already */
    for (uint64_t done = 0; done < size; done += PIECE)
        MPI_Bcast(bytes + done, (int)(size - done < PIECE ? size - done : PIECE), MPI_BYTE, 0,
                  MPI_COMM_WORLD);
    status = replace_input(bytes, (size_t)size, err);
    if (me != 0)
        free(bytes);

cleanup:
    ent_i_text_free(&text);
    return status;
}

ent_status_t mpi_streams_hold_output(ent_error_t *err)
{
    int fd;

    if (!isatty(STDOUT_FILENO))
        return ENT_OK;
    fd = memfd_create("output", MFD_CLOEXEC);
    real_output = dup(STDOUT_FILENO);
    if (fd < 0 || real_output < 0 || dup2(fd, STDOUT_FILENO) < 0)
        return refuse(err, "standard output");
    close(fd);
    return ENT_OK;
}

ent_status_t mpi_streams_release_output(ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char bytes[1 << 16];
    ssize_t got;

    if (real_output < 0)
        return ENT_OK;
    fflush(stdout);
    lseek(STDOUT_FILENO, 0, SEEK_SET);
    while (status == ENT_OK && (got = read(STDOUT_FILENO, bytes, sizeof bytes)) > 0)
        for (ssize_t done = 0; done < got && status == ENT_OK;) {
            ssize_t put = write(real_output, bytes + done, (size_t)(got - done));

            if (put < 0 && errno != EINTR)
                status = refuse(err, "standard output");
            done += put > 0 ? put : 0;
        }
    return status;
}
