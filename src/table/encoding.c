/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Decoding through iconv. */
#include "table/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"

#define NOT_OPEN ((iconv_t)-1)

/* Decodes on until the end or the first wrong bytes; *left tells how many bytes remain. */
static int decode_some(iconv_t converter, ent_i_text_t *out, const char **bytes, size_t *left)
{
    /* iconv() takes a char ** but does not write through it. */
    char *in = (char *)(uintptr_t)*bytes;
    int wrong = 0;

    while (*left > 0 && wrong == 0 && !out->failed) {
        char part[4096];
        char *to = part;
        size_t room = sizeof part;

        if (iconv(converter, &in, left, &to, &room) == (size_t)-1 && errno != E2BIG)
            wrong = errno;
        ent_i_text_add(out, part, (size_t)(to - part));
    }
    *bytes = in;
    return wrong;
}

ent_status_t ent_i_decode(ent_blob_t *text, const char *bytes, size_t size, const char *encoding,
                          ent_error_t *err)
{
    /* An empty name means the locale's, and one may carry options to skip what is wrong. */
    bool plain = encoding[0] != '\0' && strchr(encoding, '/') == NULL;
    iconv_t converter = plain ? iconv_open("UTF-8", encoding) : NOT_OPEN;
    size_t unit = strncasecmp(encoding, "UTF-16", 6) == 0 ? 2 : 1;
    ent_i_text_t out = {0};

    if (plain && converter == NOT_OPEN && errno == ENOMEM)
        return ent_i_no_memory(err);
    if (converter == NOT_OPEN)
        return ent_i_fail(err, ENT_EINVAL,
                          "No encoding '%.40s' is known here; try UTF-8, CP949, EUC-KR, "
                          "Windows-1252, ISO-8859-1 or UTF-16LE.",
                          encoding);
    while (size > 0 && decode_some(converter, &out, &bytes, &size) != 0) {
        size_t skipped = size < unit ? size : unit;

        ent_i_text_putc(&out, ENT_UNDECODED);
        bytes += skipped;
        size -= skipped;
        iconv(converter, NULL, NULL, NULL, NULL);
    }
    iconv_close(converter);
    return ent_i_text_finish(&out, text, err);
}

/* Whether decoded text looks like writing: no control characters. */
static bool is_writing(const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++)
        if (*at < 0x20 || *at == 0x7f || (*at == 0xc2 && at[1] < 0xa0))
            return false;
    return true;
}

/* Decodes a field for a hint; no text when that gives no writing. */
static ent_status_t try_decoding(ent_blob_t *text, const char *field, size_t size,
                                 const char *encoding)
{
    ent_status_t status = ent_i_decode(text, field, size, encoding, NULL);

    if (status == ENT_OK && (ent_i_utf8_valid_prefix(text->bytes, text->size) != text->size ||
                             !is_writing(text->bytes)))
        ent_blob_free(text);
    return status;
}

ent_status_t ent_i_encoding_hint(ent_i_text_t *out, const char *field, size_t size,
                                 ent_error_t *err)
{
    static const char *const encodings[] = {"CP949", "Windows-1252", "ISO-8859-1"};
    ent_status_t status = ENT_OK;
    ent_blob_t text = {0}, last = {0};

    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        status = try_decoding(&text, field, size, encodings[i]);
        if (status == ENT_EINVAL) /* this machine lacks the encoding */
            continue;
        if (status != ENT_OK)
            break;
        if (text.bytes == NULL)
            continue;
        if (last.bytes != NULL && strcmp(last.bytes, text.bytes) == 0) {
            ent_i_text_printf(out, " or %s", encodings[i]);
        } else {
            ent_i_text_puts(out, last.bytes == NULL ? "'" : ", '");
            ent_i_text_shown(out, text.bytes, text.size, 24);
            ent_i_text_printf(out, "' in %s", encodings[i]);
        }
        ent_blob_free(&last);
        last = text;
        text = (ent_blob_t){0};
    }
    ent_blob_free(&last);
    if (status == ENT_ENOMEM || out->failed)
        return ent_i_no_memory(err);
    return ENT_OK;
}
