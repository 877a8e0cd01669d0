/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A picture as PNG, with what cairo's own writer leaves out: how large its pixels are, which
 * colours they mean, and the picture in words. That writer also takes four times as long, for files
 * that are hardly smaller: these pictures are paper with thin lines on it, which the fastest level
 * packs as well. */
#include <stdlib.h>

#define ZLIB_CONST /* next_in is only read */
#include <zlib.h>

#include "figure/draw.h"

enum { FASTEST = 1, BYTES_A_PIXEL = 3, FILTER_NONE = 0 };

static const double mm_an_inch = 25.4;

static void put_number(ent_i_text_t *out, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        ent_i_text_putc(out, (char)(number >> (24 - 8 * i)));
}

static void put_chunk(ent_i_text_t *out, const char *type, const ent_i_text_t *data)
{
    uLong sum = crc32_z(0, (const unsigned char *)type, 4);

    if (data->size > 0)
        sum = crc32_z(sum, (const unsigned char *)data->bytes, data->size);
    put_number(out, (uint32_t)data->size);
    ent_i_text_add(out, type, 4);
    ent_i_text_add(out, data->bytes, data->size);
    put_number(out, (uint32_t)sum);
    out->failed = out->failed || data->failed;
}

/* Text in UTF-8 with its language, not compressed. */
static void put_words(ent_i_text_t *out, const char *keyword, const char *language,
                      const char *words)
{
    ent_i_text_t data = {0};

    if (words == NULL || words[0] == '\0')
        return;
    ent_i_text_puts(&data, keyword);
    ent_i_text_add(&data, "\0\0\0", 3); /* its end, not compressed, by no method */
    ent_i_text_puts(&data, language != NULL ? language : "");
    ent_i_text_add(&data, "\0\0", 2); /* no other keyword */
    ent_i_text_puts(&data, words);
    put_chunk(out, "iTXt", &data);
    ent_i_text_free(&data);
}

static void put_head(ent_i_text_t *out, uint32_t width, uint32_t height, double dpi)
{
    ent_i_text_t data = {0};
    uint32_t a_metre = (uint32_t)(dpi / mm_an_inch * 1000 + 0.5);

    ent_i_text_add(out, "\x89PNG\r\n\x1a\n", 8);
    put_number(&data, width);
    put_number(&data, height);
    ent_i_text_add(&data, "\x08\x02\0\0\0", 5); /* eight bits of each of three colours */
    put_chunk(out, "IHDR", &data);
    data.size = 0;
    put_number(&data, a_metre);
    put_number(&data, a_metre);
    ent_i_text_putc(&data, 1); /* dots a metre */
    put_chunk(out, "pHYs", &data);
    data.size = 0;
    ent_i_text_putc(&data, 0); /* as a viewer sees fit: perceptual */
    put_chunk(out, "sRGB", &data);
    ent_i_text_free(&data);
}

/* A row of cairo's pixels as PNG has them: its filter, then red, green, blue. */
static void take_row(unsigned char *row, const unsigned char *pixels, size_t width)
{
    const uint32_t *pixel = (const void *)pixels; /* cairo's rows begin at multiples of four */

    row[0] = FILTER_NONE;
    for (size_t x = 0; x < width; x++) {
        row[1 + BYTES_A_PIXEL * x] = (unsigned char)(pixel[x] >> 16);
        row[2 + BYTES_A_PIXEL * x] = (unsigned char)(pixel[x] >> 8);
        row[3 + BYTES_A_PIXEL * x] = (unsigned char)pixel[x];
    }
}

/* Packs a part of the picture, or its end when there is no more. */
static ent_status_t pack(z_stream *stream, const unsigned char *bytes, size_t size,
                         ent_i_text_t *out, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    unsigned char window[16384];
    int code = Z_OK;

    stream->next_in = bytes;
    stream->avail_in = (uInt)size;
    do {
        stream->next_out = window;
        stream->avail_out = sizeof window;
        code = deflate(stream, size == 0 ? Z_FINISH : Z_NO_FLUSH);
        ent_i_text_add(out, (const char *)window, sizeof window - stream->avail_out);
    } while (stream->avail_out == 0 && code == Z_OK);
    if (out->failed)
        status = ent_i_no_memory(err);
    return status;
}

static ent_status_t put_pixels(ent_i_text_t *out, cairo_surface_t *surface, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const unsigned char *pixels = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    size_t width = (size_t)cairo_image_surface_get_width(surface);
    size_t height = (size_t)cairo_image_surface_get_height(surface);
    size_t length = 1 + BYTES_A_PIXEL * width;
    ent_i_text_t data = {0};
    z_stream stream = {0};
    unsigned char *row = NULL;

    if (deflateInit(&stream, FASTEST) != Z_OK)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_alloc(&row, length, sizeof *row, err));
    for (size_t y = 0; y < height; y++) {
        take_row(row, pixels + y * stride, width);
        ENT_TRY(pack(&stream, row, length, &data, err));
    }
    ENT_TRY(pack(&stream, NULL, 0, &data, err));
    put_chunk(out, "IDAT", &data);

cleanup:
    deflateEnd(&stream);
    free(row);
    ent_i_text_free(&data);
    return status;
}

ent_status_t ent_i_write_png(ent_i_text_t *out, cairo_surface_t *surface,
                             const ent_i_scene_t *scene, double dpi, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_text_t nothing = {0};

    cairo_surface_flush(surface);
    put_head(out, (uint32_t)cairo_image_surface_get_width(surface),
             (uint32_t)cairo_image_surface_get_height(surface), dpi);
    put_words(out, "Title", scene->language, scene->title);
    put_words(out, "Description", scene->language, scene->description);
    put_words(out, "Software", "", "Entente");
    ENT_TRY(put_pixels(out, surface, err));
    put_chunk(out, "IEND", &nothing);

cleanup:
    return status;
}
