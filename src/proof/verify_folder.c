/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The folder of a report, held against what is computed. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "proof/verify_i.h"
#include "report/folder.h"

static ent_status_t read_output(ent_i_verify_t *verify, size_t index, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_listed_t *listed = &verify->manifest.output[index];
    ent_i_kept_t *kept = &verify->kept[index];
    ent_i_text_t path = {0};
    struct stat info;

    ent_i_text_printf(&path, "%s/%s", verify->dir, listed->file);
    if (path.failed)
        ENT_TRY(ent_i_no_memory(err));
    if (lstat(path.bytes, &info) != 0 && errno == ENOENT) {
        status = ent_i_verify_file(verify, ENT_DIFFERENCE_MISSING, listed->file, NULL, NULL, err);
        goto cleanup;
    }
    ENT_TRY(ent_i_file_read(&kept->blob, path.bytes, ENT_VERIFY_LIMIT, err));
    ent_i_sha256(kept->sha256, kept->blob.bytes, kept->blob.size);
    kept->there = true;

cleanup:
    ent_i_text_free(&path);
    return status;
}

static ent_status_t tell_foreign(void *context, const char *name, ent_error_t *err)
{
    ent_i_verify_t *verify = context;
    bool listed = false;

    for (size_t i = 0; i < verify->manifest.output_count; i++)
        listed = listed || strcmp(verify->manifest.output[i].file, name) == 0;
    if (listed) /* a link or a folder in a file's place is read, or refused, like the file */
        return ENT_OK;
    return ent_i_verify_file(verify, ENT_DIFFERENCE_FOREIGN, name, NULL, NULL, err);
}

ent_status_t ent_i_verify_folder(ent_i_verify_t *verify, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_manifest_open(&verify->manifest, verify->dir, err));
    verify->out->file_count = verify->manifest.output_count + 1;
    ENT_TRY(ent_i_alloc(&verify->kept, verify->manifest.output_count, sizeof *verify->kept, err));
    for (size_t i = 0; i < verify->manifest.output_count; i++)
        ENT_TRY(read_output(verify, i, err));
    ENT_TRY(ent_i_folder_foreign(verify->dir, tell_foreign, verify, err));

cleanup:
    return status;
}

const ent_i_output_t *ent_i_verify_output(const ent_i_verify_t *verify, const char *file)
{
    for (size_t i = 0; i < verify->report.output_count; i++) {
        if (strcmp(verify->report.output[i].name, file) == 0)
            return &verify->report.output[i];
    }
    return NULL;
}

/* A file whose bytes are those of its hash was computed otherwise; one whose hash is that of the
 * computed bytes was changed; of any other both may be. */
static ent_status_t compare_output(ent_i_verify_t *verify, size_t index, ent_error_t *err)
{
    const ent_i_listed_t *listed = &verify->manifest.output[index];
    const ent_i_output_t *output = ent_i_verify_output(verify, listed->file);
    ent_i_kept_t *kept = &verify->kept[index];
    bool as_listed = strcmp(kept->sha256, listed->sha256) == 0;

    kept->differs = true;
    if (!kept->there)
        return ENT_OK;
    if (output == NULL)
        return ent_i_verify_file(verify, ENT_DIFFERENCE_COMPUTED, listed->file, "a file",
                                 "no such file", err);
    kept->differs = output->blob.size != kept->blob.size ||
                    memcmp(output->blob.bytes, kept->blob.bytes, kept->blob.size) != 0;
    if (!kept->differs)
        return ENT_OK;
    return ent_i_compare(verify->out, as_listed ? ENT_DIFFERENCE_COMPUTED : ENT_DIFFERENCE_CHANGED,
                         listed->file, &kept->blob, &output->blob, err);
}

static bool is_listed(const ent_i_verify_t *verify, const char *file)
{
    for (size_t i = 0; i < verify->manifest.output_count; i++) {
        if (strcmp(verify->manifest.output[i].file, file) == 0)
            return true;
    }
    return strcmp(file, ENT_VERIFY_MANIFEST) == 0;
}

ent_status_t ent_i_verify_outputs(ent_i_verify_t *verify, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < verify->manifest.output_count; i++)
        ENT_TRY(compare_output(verify, i, err));
    for (size_t i = 0; i < verify->report.output_count; i++) {
        const char *file = verify->report.output[i].name;

        if (!is_listed(verify, file))
            ENT_TRY(ent_i_verify_file(verify, ENT_DIFFERENCE_COMPUTED, file, "no such file",
                                      "a file", err));
    }

cleanup:
    return status;
}

/* Without a computation, files are held against their hashes at least. */
ent_status_t ent_i_verify_hashes(ent_i_verify_t *verify, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < verify->manifest.output_count; i++) {
        const ent_i_listed_t *listed = &verify->manifest.output[i];

        if (verify->kept[i].there && strcmp(verify->kept[i].sha256, listed->sha256) != 0)
            ENT_TRY(ent_i_verify_file(verify, ENT_DIFFERENCE_CHANGED, listed->file,
                                      "another SHA-256", NULL, err));
    }

cleanup:
    return status;
}
