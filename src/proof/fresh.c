/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a report would come out as it stands: by its manifest, without computing anything. */
#include <math.h>
#include <string.h>

#include "report/folder.h"
#include "report/manifest.h"
#include "report/report_i.h"

#define OUTPUT_LIMIT ((size_t)4 << 30)

static bool same_version(const json_t *stored, double version)
{
    return fabs(json_number_value(json_object_get(stored, "version")) - version) < 1e-6;
}

static bool is_text(const json_t *object, const char *key, const char *text)
{
    const char *stored = json_string_value(json_object_get(object, key));

    return stored != NULL && strcmp(stored, text) == 0;
}

static bool lists_face(const json_t *fonts, const ent_i_face_t *face)
{
    const json_t *stored;
    size_t i;

    json_array_foreach(fonts, i, stored)
    {
        if (is_text(stored, "family", face->family) && is_text(stored, "style", face->style) &&
            is_text(stored, "file", face->file) && same_version(stored, ent_i_face_version(face)))
            return true;
    }
    return false;
}

static bool face_is_there(const json_t *stored)
{
    const char *family = json_string_value(json_object_get(stored, "family"));
    const char *style = json_string_value(json_object_get(stored, "style"));
    const char *file = json_string_value(json_object_get(stored, "file"));

    return family != NULL && style != NULL && file != NULL &&
           ent_i_face_is_installed(family, style, file,
                                   json_number_value(json_object_get(stored, "version")));
}

/* The faces that names are set in now are listed, and those that are listed are installed. */
static ent_status_t judge_fonts(bool *same, const ent_i_report_t *report, const json_t *fonts,
                                ent_error_t *err)
{
    ent_i_faces_t faces = {0};
    ent_status_t status = ent_i_faces_add_names(&faces, report->dataset, report->language, err);
    const json_t *stored;
    size_t i;

    *same = status == ENT_OK && json_is_array(fonts);
    for (size_t f = 0; *same && f < faces.count; f++)
        *same = lists_face(fonts, &faces.face[f]);
    json_array_foreach(fonts, i, stored)
    {
        *same = *same && face_is_there(stored);
    }
    ent_i_faces_free(&faces);
    return status;
}

/* Everything that goes in: program, libraries, options, inputs, the way to DATA. */
static ent_status_t judge_head(bool *same, const ent_i_report_t *report, const json_t *stored,
                               ent_error_t *err)
{
    ent_i_json_t head;
    const char *key;
    json_t *value;

    ent_i_json_open(&head);
    ent_i_manifest_head(&head, report);
    *same = json_object_size(stored) == json_object_size(head.root) + 2; /* fonts and outputs */
    json_object_foreach(head.root, key, value)
    {
        *same = *same && json_equal(value, json_object_get(stored, key)) != 0;
    }
    ent_i_json_free(&head);
    return head.failed ? ent_i_no_memory(err) : ENT_OK;
}

/* Whether a listed file is there with the bytes that it had. A file that cannot be read is not. */
static ent_status_t judge_output(bool *same, const char *dir, const ent_i_listed_t *listed,
                                 ent_error_t *err)
{
    ent_i_text_t path = {0};
    ent_blob_t blob = {0};
    char sha256[ENT_SHA256_SIZE];
    ent_status_t status;

    ent_i_text_printf(&path, "%s/%s", dir, listed->file);
    if (path.failed)
        return ent_i_no_memory(err);
    status = ent_i_file_read(&blob, path.bytes, OUTPUT_LIMIT, NULL);
    ent_i_text_free(&path);
    *same = false;
    if (status != ENT_OK)
        return status == ENT_ENOMEM ? ent_i_no_memory(err) : ENT_OK;
    if (blob.size == listed->bytes) {
        ent_i_sha256(sha256, blob.bytes, blob.size);
        *same = strcmp(sha256, listed->sha256) == 0;
    }
    ent_blob_free(&blob);
    return ENT_OK;
}

static ent_status_t judge(bool *fresh, const ent_i_report_t *report, const char *dir,
                          const ent_i_manifest_t *manifest, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(judge_head(fresh, report, manifest->root, err));
    if (*fresh)
        ENT_TRY(judge_fonts(fresh, report, json_object_get(manifest->root, "fonts"), err));
    for (size_t i = 0; *fresh && i < manifest->output_count; i++)
        ENT_TRY(judge_output(fresh, dir, &manifest->output[i], err));

cleanup:
    return status;
}

/* A folder that is not ours, or a manifest that cannot be used, makes no report fresh; the run that
 * writes it says why. */
static ent_status_t open_manifest(ent_i_manifest_t *manifest, bool *there, const char *dir,
                                  ent_error_t *err)
{
    ent_status_t status = ent_i_folder_ours(dir, NULL);

    *there = false;
    if (status == ENT_OK)
        status = ent_i_manifest_open(manifest, dir, NULL);
    if (status == ENT_ENOMEM)
        return ent_i_no_memory(err);
    *there = status == ENT_OK && manifest->plain;
    return ENT_OK;
}

ent_status_t ent_report_is_fresh(bool *fresh, const ent_dataset_t *dataset, const char *dir,
                                 const ent_report_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_report_t report = {0};
    ent_i_manifest_t manifest = {0};
    bool there = false;

    *fresh = false;
    ENT_TRY(ent_i_folder_apart(dir, ent_dataset_path(dataset), err));
    ENT_TRY(ent_i_report_begin(&report, dataset, options, err));
    ENT_TRY(open_manifest(&manifest, &there, dir, err));
    if (!there)
        goto cleanup;
    ENT_TRY(ent_i_report_ways(&report, dir, err));
    ENT_TRY(judge(fresh, &report, dir, &manifest, err));

cleanup:
    ent_i_manifest_free(&manifest);
    ent_i_report_free(&report);
    return status;
}
