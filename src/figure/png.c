/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a PNG says of itself beside its pixels, which cairo leaves out: how large they are, which
 * colours they mean, and the picture in words. */
#include "figure/draw.h"

enum { HEADER = 33 }; /* signature and IHDR */

static const double mm_an_inch = 25.4;

/* PNG's checksum (CRC-32 of ISO 3309), bit by bit: it is taken of a few thousand bytes. */
static uint32_t checksum(uint32_t sum, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        sum ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (0xEDB88320 & (0 - (sum & 1)));
    }
    return sum;
}

static void put_number(ent_i_text_t *out, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        ent_i_text_putc(out, (char)(number >> (24 - 8 * i)));
}

static void put_chunk(ent_i_text_t *out, const char *type, const ent_i_text_t *data)
{
    uint32_t sum = checksum(0xFFFFFFFF, type, 4);

    put_number(out, (uint32_t)data->size);
    ent_i_text_add(out, type, 4);
    ent_i_text_add(out, data->bytes, data->size);
    put_number(out, ~checksum(sum, data->bytes, data->size));
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

void ent_i_png_describe(ent_i_text_t *out, const ent_i_text_t *png, const ent_i_scene_t *scene,
                        double dpi)
{
    ent_i_text_t data = {0};
    uint32_t a_metre = (uint32_t)(dpi / mm_an_inch * 1000 + 0.5);

    if (png->size < HEADER) {
        out->failed = true;
        return;
    }
    ent_i_text_add(out, png->bytes, HEADER);
    put_number(&data, a_metre);
    put_number(&data, a_metre);
    ent_i_text_putc(&data, 1); /* dots a metre */
    put_chunk(out, "pHYs", &data);
    data.size = 0;
    ent_i_text_putc(&data, 0); /* as a viewer sees fit: perceptual */
    put_chunk(out, "sRGB", &data);
    put_words(out, "Title", scene->language, scene->title);
    put_words(out, "Description", scene->language, scene->description);
    put_words(out, "Software", "", "Entente");
    ent_i_text_add(out, png->bytes + HEADER, png->size - HEADER);
    ent_i_text_free(&data);
}
