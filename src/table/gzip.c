/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gzip, unpacked in two goes: the first counts the bytes in little memory, the second keeps them.
 */
#include "table/gzip.h"

#include <stdlib.h>

#define ZLIB_CONST /* next_in is only read */
#include <zlib.h>

#define WINDOW ((size_t)16 * 1024)
/* Added to the window's bits, it asks zlib for gzip's header and check sum. */
#define GZIP_FORMAT 16

bool ent_i_is_gzip(const char *bytes, size_t size)
{
    return size >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

/* Behind a member: zeros that fill a block of a tape, another member, or the end. */
static int next_member(z_stream *stream)
{
    while (stream->avail_in > 0 && *stream->next_in == 0) {
        stream->next_in++;
        stream->avail_in--;
    }
    return stream->avail_in == 0 ? Z_STREAM_END : inflateReset(stream);
}

/* Unpacks into `out`, or only counts where that is NULL, up to the end or past `limit` bytes. */
static int unpack(z_stream *stream, unsigned char *out, size_t limit, size_t *size)
{
    unsigned char window[WINDOW];
    int code = Z_OK;

    *size = 0;
    while (code == Z_OK && *size <= limit) {
        size_t room = out != NULL ? limit + 1 - *size : sizeof window;

        stream->next_out = out != NULL ? out + *size : window;
        stream->avail_out = (uInt)room;
        code = inflate(stream, Z_NO_FLUSH);
        *size += room - stream->avail_out;
        if (code == Z_STREAM_END)
            code = next_member(stream);
        else if (code == Z_OK && stream->avail_in == 0 && stream->avail_out > 0)
            code = Z_BUF_ERROR;
    }
    return code;
}

static ent_status_t explain(int code, size_t at, const char *shown, ent_error_t *err)
{
    if (code == Z_STREAM_END)
        return ENT_OK;
    if (code == Z_MEM_ERROR)
        return ent_i_no_memory(err);
    if (code == Z_BUF_ERROR)
        return ent_i_fail_at(err, ENT_EDATA, shown, 1, 1,
                             "the gzip stream ends too early, after %zu bytes; it was cut off: "
                             "fetch it, or compress the table, again.",
                             at);
    return ent_i_fail_at(err, ENT_EDATA, shown, 1, 1,
                         "the gzip stream is damaged near byte %zu; fetch it, or compress the "
                         "table, again.",
                         at);
}

/* One go over the whole stream. */
static ent_status_t run(unsigned char *out, const char *bytes, size_t size, size_t limit,
                        size_t *unpacked, const char *shown, ent_error_t *err)
{
    z_stream stream = {.next_in = (const unsigned char *)bytes, .avail_in = (uInt)size};
    int code = inflateInit2(&stream, MAX_WBITS + GZIP_FORMAT);

    if (code == Z_OK)
        code = unpack(&stream, out, limit, unpacked);
    (void)inflateEnd(&stream);
    if (*unpacked > limit)
        return ent_i_fail_at(err, ENT_ELIMIT, shown, 0, 0,
                             "unpacks to more than the %zu bytes that are read at most; split it.",
                             limit);
    return explain(code, size - stream.avail_in, shown, err);
}

ent_status_t ent_i_gunzip(ent_blob_t *blob, const char *bytes, size_t size, size_t limit,
                          const char *shown, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_blob_t made = {0};
    size_t again = 0;

    ENT_TRY(run(NULL, bytes, size, limit, &made.size, shown, err));
    ENT_TRY(ent_i_alloc(&made.bytes, made.size + 1, 1, err));
    ENT_TRY(run((unsigned char *)made.bytes, bytes, size, made.size, &again, shown, err));
    made.bytes[made.size] = '\0';
    *blob = made;
    made.bytes = NULL;

cleanup:
    free(made.bytes);
    return status;
}
