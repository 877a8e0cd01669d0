/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Computing a report again from its manifest: nothing in its folder is trusted. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/unicode.h"
#include "dataset/map.h"
#include "proof/verify_i.h"

enum { SHOWN_COLUMNS = 60, PLACE_COLUMNS = 120 };

static const char *keep(ent_verification_t *verification, const char *text, size_t columns)
{
    ent_i_text_t shown = {0};
    const char *kept = NULL;

    if (text == NULL)
        text = "";
    ent_i_text_shown(&shown, text, strlen(text), columns);
    if (!shown.failed)
        kept =
            ent_i_arena_text(&verification->arena, shown.size > 0 ? shown.bytes : "", shown.size);
    ent_i_text_free(&shown);
    return kept;
}

ent_status_t ent_i_verify_add(ent_verification_t *verification, const ent_i_found_t *found,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_difference_t made = {.kind = found->kind, .line = found->line, .column = found->column};

    made.file = keep(verification, found->file, 0);
    made.place = keep(verification, found->place, PLACE_COLUMNS);
    made.stored = keep(verification, found->stored, SHOWN_COLUMNS);
    made.now = keep(verification, found->now, SHOWN_COLUMNS);
    if (made.file == NULL || made.place == NULL || made.stored == NULL || made.now == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ENT_GROW(verification->difference, verification->difference_count,
                     verification->difference_capacity, err));
    verification->difference[verification->difference_count++] = made;

cleanup:
    return status;
}

ent_status_t ent_i_verify_reason(ent_verification_t *verification, ent_error_t *err,
                                 const char *format, ...)
{
    ent_status_t status = ENT_OK;
    char text[500];
    const char *kept;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    kept = keep(verification, text, 0);
    if (kept == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ENT_GROW(verification->reason, verification->reason_count,
                     verification->reason_capacity, err));
    verification->reason[verification->reason_count++] = kept;

cleanup:
    return status;
}

ent_status_t ent_i_verify_file(ent_i_verify_t *verify, ent_difference_kind_t kind, const char *file,
                               const char *stored, const char *now, ent_error_t *err)
{
    const ent_i_found_t found = {.kind = kind, .file = file, .stored = stored, .now = now};

    return ent_i_verify_add(verify->out, &found, err);
}

/* Where the data are: as the caller says, else as the manifest does. */
static ent_status_t find_data(ent_i_verify_t *verify, ent_i_text_t *path, const char *data,
                              ent_error_t *err)
{
    struct stat info;

    if (data == NULL && strcmp(verify->manifest.data, "-") == 0)
        return ent_i_fail(err, ENT_EINVAL,
                          "The data of this report came from standard input; name the file that "
                          "they are in (--data).");
    if (data != NULL)
        ent_i_text_puts(path, data);
    else
        ent_i_text_printf(path, "%s/%s", verify->dir, verify->manifest.data);
    if (path->failed)
        return ent_i_no_memory(err);
    if (data == NULL && stat(path->bytes, &info) != 0)
        return ent_i_fail_at(err, ENT_EIO, path->bytes, 0, 0,
                             "The data are not where the manifest has them: %s. Name them "
                             "(--data).",
                             strerror(errno));
    return ENT_OK;
}

/* A failure that comes from the data or the manifest is something found; others end it. */
static ent_status_t take_failure(ent_i_verify_t *verify, const ent_error_t *why, ent_error_t *err)
{
    char place[300];
    ent_i_found_t found = {.kind = ENT_DIFFERENCE_FAILED,
                           .file = why->file[0] != '\0' ? why->file : ENT_VERIFY_MANIFEST,
                           .line = why->line,
                           .column = why->column,
                           .place = place};

    if (why->status != ENT_EDATA && why->status != ENT_EINVAL && why->status != ENT_ELIMIT) {
        if (err != NULL && err->status == ENT_OK)
            *err = *why;
        return why->status;
    }
    snprintf(place, sizeof place, "%.*s", (int)ent_i_utf8_valid_prefix(why->message, 290),
             why->message);
    return ent_i_verify_add(verify->out, &found, err);
}

/* A mapping file lies where the manifest has it; its text needs no place. */
static ent_status_t find_map(const ent_i_verify_t *verify, ent_i_text_t *path, ent_error_t *err)
{
    const char *map = verify->manifest.dataset.map;

    if (map != NULL && ent_i_map_is_file(map))
        ent_i_text_printf(path, "%s/%s", verify->dir, map);
    return path->failed ? ent_i_no_memory(err) : ENT_OK;
}

static ent_status_t open_data(ent_i_verify_t *verify, const char *data, ent_error_t *err)
{
    const char *way = verify->manifest.data;
    const char *slash = strrchr(way, '/');
    ent_dataset_options_t *options = &verify->manifest.dataset;
    ent_i_text_t path = {0};
    ent_i_text_t map = {0};
    ent_error_t why = {0};
    ent_status_t status = find_data(verify, &path, data, err);

    if (status == ENT_OK)
        status = find_map(verify, &map, err);
    if (status == ENT_OK) {
        const char *stored = options->map;

        options->name = slash != NULL ? slash + 1 : way;
        options->map = map.size > 0 ? map.bytes : stored;
        status = ent_dataset_open(&verify->dataset, path.bytes, options, &why);
        options->map = stored;
        if (status != ENT_OK)
            status = take_failure(verify, &why, err);
    }
    ent_i_text_free(&path);
    ent_i_text_free(&map);
    return status;
}

static ent_status_t compute(ent_i_verify_t *verify, ent_error_t *err)
{
    ent_error_t why = {0};
    ent_status_t status = ent_i_manifest_apply(&verify->manifest, verify->dataset, &why);

    if (status == ENT_OK)
        status =
            ent_i_report_begin(&verify->report, verify->dataset, &verify->manifest.report, &why);
    verify->report.way = verify->manifest.data;
    verify->report.map = verify->manifest.dataset.map;
    if (status == ENT_OK)
        status = ent_i_report_make(&verify->report, &why);
    verify->computed = status == ENT_OK;
    return status == ENT_OK ? ENT_OK : take_failure(verify, &why, err);
}

static ent_status_t compare_all(ent_i_verify_t *verify, const char *data, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_verify_folder(verify, err));
    ENT_TRY(open_data(verify, data, err));
    if (verify->dataset != NULL) {
        ENT_TRY(ent_i_verify_inputs(verify, err));
        ENT_TRY(compute(verify, err));
    }
    if (verify->computed) {
        ENT_TRY(ent_i_verify_outputs(verify, err));
        ENT_TRY(ent_i_verify_manifest(verify, err));
    } else {
        ENT_TRY(ent_i_verify_hashes(verify, err));
    }
    if (verify->out->difference_count > 0)
        ENT_TRY(ent_i_verify_why(verify, err));

cleanup:
    return status;
}

ent_status_t ent_verify(ent_verification_t **verification, const char *dir, const char *data,
                        ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_verify_t verify = {.dir = dir};

    ENT_TRY(ent_i_alloc(&verify.out, 1, sizeof *verify.out, err));
    verify.out->dir = keep(verify.out, dir, 0);
    if (verify.out->dir == NULL)
        ENT_TRY(ent_i_no_memory(err));
    ENT_TRY(compare_all(&verify, data, err));
    *verification = verify.out;
    verify.out = NULL;

cleanup:
    for (size_t i = 0; verify.kept != NULL && i < verify.manifest.output_count; i++)
        ent_blob_free(&verify.kept[i].blob);
    free(verify.kept);
    ent_i_report_free(&verify.report);
    ent_dataset_free(verify.dataset);
    ent_i_manifest_free(&verify.manifest);
    ent_verification_free(verify.out);
    return status;
}

void ent_verification_free(ent_verification_t *verification)
{
    if (verification == NULL)
        return;
    free(verification->difference);
    free(verification->reason);
    ent_i_arena_free(&verification->arena);
    free(verification);
}
