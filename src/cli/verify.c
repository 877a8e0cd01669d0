/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente verify: a report computed again from its manifest, every byte compared. */
#include <libgen.h>
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"
#include "cli/output.h"

static ent_status_t write_found(const cli_args_t *args, const ent_verification_t *found,
                                ent_error_t *err)
{
    ent_blob_t blob = {0};
    ent_sheet_t *sheet = NULL;
    ent_format_t format;
    ent_status_t status = cli_output_format(&format, args, err);

    if (status != ENT_OK)
        return status;
    if (cli_output_wants_text(args)) {
        status = ent_verification_text(found, &blob, err);
    } else if (format == ENT_FORMAT_JSON) {
        status = ent_verification_json(found, &blob, err);
    } else {
        status = ent_verification_sheet(found, &sheet, err);
        if (status == ENT_OK)
            status = ent_sheet_write(sheet, &blob, format, err);
    }
    if (status == ENT_OK)
        status = cli_output_blob(args, &blob, err);
    ent_sheet_free(sheet);
    ent_blob_free(&blob);
    return status;
}

/* What is written into the folder of a report would be no file of it. */
static ent_status_t spare_report(const char *path, const char *dir, ent_error_t *err)
{
    char *copy = path != NULL && strcmp(path, "-") != 0 ? strdup(path) : NULL;
    char *folder = copy != NULL ? realpath(dirname(copy), NULL) : NULL;
    char *report = folder != NULL ? realpath(dir, NULL) : NULL;
    size_t length = report != NULL ? strlen(report) : 0;
    ent_status_t status = ENT_OK;

    if (report != NULL && strncmp(folder, report, length) == 0 &&
        (folder[length] == '\0' || folder[length] == '/' || length == 1))
        status = cli_fail(err, ENT_EINVAL, "%s lies in the report %s; write elsewhere", path, dir);
    free(report);
    free(folder);
    free(copy);
    return status;
}

ent_status_t cli_run_verify(const cli_args_t *args, ent_error_t *err)
{
    ent_verification_t *found = NULL;
    ent_format_t format;
    ent_status_t status = cli_output_format(&format, args, err);

    if (status == ENT_OK && args->operand_count == 0)
        status = cli_fail(err, ENT_EINVAL, "'verify' needs DIR, the folder of a report");
    if (status == ENT_OK && args->operand_count > 1)
        status = cli_fail(err, ENT_EINVAL, "'verify' takes one DIR; '%s' is one too many",
                          args->operand[1]);
    if (status == ENT_OK)
        status = spare_report(args->value[CLI_OUTPUT], args->operand[0], err);
    if (status == ENT_OK)
        status = ent_verify(&found, args->operand[0], args->value[CLI_DATA], err);
    if (status == ENT_OK)
        status = write_found(args, found, err);
    /* What differs is told; the exit code says that something does. */
    if (status == ENT_OK && ent_verification_difference_count(found) > 0)
        status = ENT_EDATA;
    ent_verification_free(found);
    return status;
}
