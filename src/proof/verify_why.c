/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Why a report may come out otherwise: its files, its data, its options, its program, its fonts. */
#include <stdlib.h>
#include <string.h>

#include "document/json.h"
#include "proof/verify_i.h"

static size_t count_kind(const ent_verification_t *out, ent_difference_kind_t kind)
{
    size_t count = 0;

    for (size_t i = 0; i < out->difference_count; i++)
        count += out->difference[i].kind == kind;
    return count;
}

static ent_status_t tell_files(ent_i_verify_t *verify, ent_error_t *err)
{
    size_t changed = count_kind(verify->out, ENT_DIFFERENCE_CHANGED);
    size_t foreign = count_kind(verify->out, ENT_DIFFERENCE_FOREIGN);
    size_t missing = count_kind(verify->out, ENT_DIFFERENCE_MISSING);
    ent_status_t status = ENT_OK;

    if (changed + missing > 0)
        ENT_TRY(ent_i_verify_reason(verify->out, err,
                                    "Files were changed or lost after the report was written: %zu; "
                                    "write the report again.",
                                    changed + missing));
    if (foreign > 0)
        ENT_TRY(ent_i_verify_reason(verify->out, err,
                                    "Files are in the folder that are not of the report: %zu; move "
                                    "them.",
                                    foreign));

cleanup:
    return status;
}

static ent_status_t tell_data(ent_i_verify_t *verify, ent_error_t *err)
{
    size_t tables = count_kind(verify->out, ENT_DIFFERENCE_INPUT);

    if (tables == 0)
        return ENT_OK;
    return ent_i_verify_reason(
        verify->out, err,
        "The data are not those that the report was written from: %zu of its "
        "tables differ.",
        tables);
}

/* The options that a file of the report says it was written with; NULL. */
static json_t *options_written(const ent_i_verify_t *verify, json_t **summary)
{
    for (size_t i = 0; i < verify->manifest.output_count; i++) {
        const ent_i_listed_t *listed = &verify->manifest.output[i];
        const ent_i_kept_t *kept = &verify->kept[i];

        if (strcmp(listed->file, "summary.json") == 0 && kept->there &&
            strcmp(kept->sha256, listed->sha256) == 0)
            *summary = json_loadb(kept->blob.bytes, kept->blob.size, 0, NULL);
    }
    return json_object_get(*summary, "options");
}

static ent_status_t tell_option(ent_i_verify_t *verify, const char *key, const json_t *written,
                                const json_t *stored, ent_error_t *err)
{
    char *then = json_dumps(written, ENT_VALUE_FLAGS);
    char *now = stored != NULL ? json_dumps(stored, ENT_VALUE_FLAGS) : NULL;
    ent_status_t status;

    if (then == NULL || (stored != NULL && now == NULL))
        status = ent_i_no_memory(err);
    else
        status = ent_i_verify_reason(verify->out, err,
                                     "The manifest was changed: options.%s is %.60s there; the "
                                     "report was written with %.60s (summary.json).",
                                     key, now != NULL ? now : "missing", then);
    free(then);
    free(now);
    return status;
}

static ent_status_t tell_options(ent_i_verify_t *verify, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    json_t *summary = NULL;
    json_t *written = options_written(verify, &summary);
    const json_t *stored = json_object_get(verify->manifest.root, "options");
    const char *key;
    json_t *value;

    json_object_foreach(written, key, value)
    {
        const json_t *other = json_object_get(stored, key);

        if (!json_equal(value, other))
            ENT_TRY(tell_option(verify, key, value, other, err));
    }

cleanup:
    json_decref(summary);
    return status;
}

/* Fields of the manifest that differ and explain what else does. */
static ent_status_t tell_versions(ent_i_verify_t *verify, ent_error_t *err)
{
    static const char *const parts[][2] = {
        {"program", "the program"}, {"libraries", "a library"}, {"fonts", "a font"}};
    ent_status_t status = ENT_OK;

    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
        bool differs = false;

        for (size_t i = 0; i < verify->out->difference_count; i++) {
            const ent_difference_t *difference = &verify->out->difference[i];

            differs =
                differs || (difference->kind == ENT_DIFFERENCE_MANIFEST &&
                            strncmp(difference->place, parts[p][0], strlen(parts[p][0])) == 0);
        }
        if (differs)
            ENT_TRY(ent_i_verify_reason(verify->out, err,
                                        "This machine has another version of %s than the manifest "
                                        "(%s).",
                                        parts[p][1], parts[p][0]));
    }

cleanup:
    return status;
}

ent_status_t ent_i_verify_why(ent_i_verify_t *verify, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(tell_files(verify, err));
    ENT_TRY(tell_data(verify, err));
    ENT_TRY(tell_options(verify, err));
    ENT_TRY(tell_versions(verify, err));
    if (verify->out->reason_count > 0)
        goto cleanup;
    if (count_kind(verify->out, ENT_DIFFERENCE_FAILED) > 0)
        ENT_TRY(ent_i_verify_reason(verify->out, err,
                                    "The options of the manifest do not fit the data that were "
                                    "found, so nothing was computed; the files were held against "
                                    "their hashes alone."));
    else if (count_kind(verify->out, ENT_DIFFERENCE_COMPUTED) == 0)
        ENT_TRY(ent_i_verify_reason(verify->out, err,
                                    "Every file of the report comes out the same: the manifest "
                                    "itself was changed."));
    else
        ENT_TRY(
            ent_i_verify_reason(verify->out, err,
                                "Nothing that the manifest holds explains it: another processor "
                                "or C library, a manifest that was changed, or a fault of "
                                "Entente."));

cleanup:
    return status;
}
