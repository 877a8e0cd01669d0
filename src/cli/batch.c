/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente batch: a report for each of many data sets, each in a process of its own, and only where
 * something changed. */
#include "cli/batch.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/message.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/reports.h"
#include "cli/workers.h"

typedef struct batch {
    const cli_args_t *args;
    const char *dir;
    int lock; /* -1: not held */
    cli_folder_t *folder;
    size_t count;
    cli_batch_result_t *result; /* shared by all processes; NULL */
    int *said;                  /* what each has to say, a file in memory; -1: none */
    char **text;                /* the same, read; NULL: nothing */
    bool *done;
    size_t told; /* data sets whose lines are printed, from the first on */
    size_t finished;
} batch_t;

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* Messages are kept apart until it is their turn. Where that cannot be, they come as they come. */
static void prepare(void *context, size_t index)
{
    batch_t *batch = context;

    if (batch->said[index] >= 0) /* the process could not be started the last time */
        close(batch->said[index]);
    batch->said[index] = memfd_create("entente", MFD_CLOEXEC);
}

static void work_on(void *context, size_t index)
{
    batch_t *batch = context;

    if (batch->said[index] >= 0)
        dup2(batch->said[index], STDERR_FILENO);
    cli_progress_setup(true);
    cli_batch_one(&batch->result[index], batch->args, &batch->folder[index]);
}

/* Reads what a process said, so that its file need not stay open. */
static char *take_text(int fd)
{
    off_t size = lseek(fd, 0, SEEK_END);
    char *text = size > 0 ? calloc(1, (size_t)size + 1) : NULL;
    size_t filled = 0;
    ssize_t got = 1;

    while (text != NULL && got > 0 && filled < (size_t)size) {
        got = pread(fd, text + filled, (size_t)size - filled, (off_t)filled);
        filled += got > 0 ? (size_t)got : 0;
    }
    close(fd);
    return text;
}

/* A process that did not come to its end says nothing itself. */
static void note_death(cli_batch_result_t *result, int outcome)
{
    int number = WIFSIGNALED(outcome) ? WTERMSIG(outcome) : 0;

    result->state = CLI_BATCH_FAILED;
    result->code = cli_exit_code(ENT_ENOMEM);
    if (number > 0)
        snprintf(result->message, sizeof result->message,
                 "The process that wrote this report was ended by signal %d (%s)%s; the report "
                 "that was there is as it was.",
                 number, strsignal(number),
                 number == SIGKILL || number == SIGABRT ? ", perhaps as memory ran out" : "");
    else
        snprintf(result->message, sizeof result->message,
                 "The process that wrote this report ended early; the report that was there is as "
                 "it was.");
}

static void tell(batch_t *batch, size_t index)
{
    const cli_batch_result_t *result = &batch->result[index];
    const char *name = batch->folder[index].name;

    if (batch->text[index] != NULL)
        fputs(batch->text[index], stderr);
    if (!result->ended) {
        cli_message_about(name);
        cli_complain(result->message);
        cli_message_about(NULL);
    }
    printf("%-8s ", cli_batch_state_name(result->state));
    cli_put_safe(stdout, name);
    if (result->state == CLI_BATCH_FAILED)
        printf(" (exit code %d)\n", result->code);
    else
        printf(" (%zu row%s, %zu actor%s, %zu tie%s)\n", result->rows, plural(result->rows),
               result->actors, plural(result->actors), result->ties, plural(result->ties));
    fflush(stdout);
}

/* Lines come in the order of the command line, however many jobs there are. */
static void finish(void *context, size_t index, int outcome)
{
    batch_t *batch = context;

    if (batch->said[index] >= 0)
        batch->text[index] = take_text(batch->said[index]);
    batch->said[index] = -1;
    if (!batch->result[index].ended)
        note_death(&batch->result[index], outcome);
    batch->done[index] = true;
    batch->finished++;
    cli_progress_hide();
    for (; batch->told < batch->count && batch->done[batch->told]; batch->told++)
        tell(batch, batch->told);
}

static void tick(void *context)
{
    const batch_t *batch = context;

    cli_progress_tell(NULL, &(ent_progress_t){"reports", "data sets", (double)batch->finished,
                                              (double)batch->count});
}

static ent_status_t add_columns(ent_sheet_t *sheet, ent_error_t *err)
{
    static const char *const texts[] = {"name", "data", "state"};
    static const char *const numbers[] = {"exit_code", "rows", "rejected", "actors", "ties"};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; status == ENT_OK && i < sizeof texts / sizeof *texts; i++)
        status = ent_sheet_add_column(sheet, texts[i], ENT_COLUMN_TEXT, err);
    for (size_t i = 0; status == ENT_OK && i < sizeof numbers / sizeof *numbers; i++)
        status = ent_sheet_add_column(sheet, numbers[i], ENT_COLUMN_NUMBER, err);
    return status == ENT_OK ? ent_sheet_add_column(sheet, "message", ENT_COLUMN_TEXT, err) : status;
}

static ent_status_t add_row(ent_sheet_t *sheet, const cli_folder_t *folder,
                            const cli_batch_result_t *result, ent_error_t *err)
{
    const char *const texts[] = {folder->name, folder->data, cli_batch_state_name(result->state)};
    bool failed = result->state == CLI_BATCH_FAILED;
    const double numbers[] = {result->code, (double)result->rows, (double)result->rejected,
                              failed ? NAN : (double)result->actors,
                              failed ? NAN : (double)result->ties};
    ent_status_t status = ent_sheet_add_row(sheet, err);

    for (size_t i = 0; status == ENT_OK && i < sizeof texts / sizeof *texts; i++)
        status = ent_sheet_put_text(sheet, texts[i], err);
    for (size_t i = 0; status == ENT_OK && i < sizeof numbers / sizeof *numbers; i++)
        status = ent_sheet_put_number(sheet, numbers[i], err);
    return status == ENT_OK ? ent_sheet_put_text(sheet, result->message, err) : status;
}

static ent_status_t save(const ent_sheet_t *sheet, const char *dir, const char *name,
                         ent_format_t format, ent_error_t *err)
{
    ent_blob_t blob = {0};
    char *path = NULL;
    ent_status_t status = ent_sheet_write(sheet, &blob, format, err);

    if (status == ENT_OK && asprintf(&path, "%s/%s", dir, name) < 0) {
        path = NULL;
        status = cli_fail(err, ENT_ENOMEM, "no memory for a path");
    }
    if (status == ENT_OK)
        status = ent_blob_save(&blob, path, err);
    free(path);
    ent_blob_free(&blob);
    return status;
}

/* batch.csv and batch.jsonl: the data sets of this run. */
static ent_status_t summarise(const batch_t *batch, ent_error_t *err)
{
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_sheet_new(&sheet, err);

    if (status == ENT_OK)
        status = add_columns(sheet, err);
    for (size_t i = 0; status == ENT_OK && i < batch->count; i++)
        status = add_row(sheet, &batch->folder[i], &batch->result[i], err);
    if (status == ENT_OK)
        status = save(sheet, batch->dir, CLI_BATCH_CSV, ENT_FORMAT_CSV, err);
    if (status == ENT_OK)
        status = save(sheet, batch->dir, CLI_BATCH_JSON, ENT_FORMAT_JSONL, err);
    ent_sheet_free(sheet);
    return status;
}

/* One line that counts, and the worst exit code. */
static ent_status_t conclude(const batch_t *batch)
{
    static const ent_status_t statuses[] = {ENT_OK, ENT_EDATA, ENT_EINVAL, ENT_EIO, ENT_ENOMEM};
    size_t count[CLI_BATCH_STATES] = {0};
    int worst = 0;

    for (size_t i = 0; i < batch->count; i++) {
        count[batch->result[i].state]++;
        if (batch->result[i].code > worst)
            worst = batch->result[i].code;
    }
    printf("%zu data set%s: ", batch->count, plural(batch->count));
    if (batch->args->value[CLI_DRY_RUN] != NULL)
        printf("%zu to be written", count[CLI_BATCH_STALE]);
    else
        printf("%zu written", count[CLI_BATCH_WRITTEN]);
    printf(", %zu fresh, %zu failed\n", count[CLI_BATCH_FRESH], count[CLI_BATCH_FAILED]);
    return statuses[worst];
}

static ent_status_t reserve(batch_t *batch, ent_error_t *err)
{
    size_t count = batch->count;
    void *shared = mmap(NULL, count * sizeof *batch->result, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    batch->result = shared != MAP_FAILED ? shared : NULL;
    batch->said = calloc(count, sizeof *batch->said);
    batch->text = calloc(count, sizeof *batch->text);
    batch->done = calloc(count, sizeof *batch->done);
    if (batch->result == NULL || batch->said == NULL || batch->text == NULL || batch->done == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for %zu data sets", count);
    for (size_t i = 0; i < count; i++)
        batch->said[i] = -1;
    return ENT_OK;
}

/* Ends as any program that the signal ends, after what the processes left is removed. */
static void end_by(const batch_t *batch, int number)
{
    if (batch->lock >= 0 && ent_folder_tidy(batch->dir, NULL) != ENT_OK)
        cli_warn("%s: what was half written could not be removed; the next run does", batch->dir);
    signal(number, SIG_DFL);
    raise(number);
}

static ent_status_t run_all(batch_t *batch, ent_error_t *err)
{
    cli_work_t work = {.count = batch->count,
                       .jobs = (size_t)cli_count(batch->args, CLI_JOBS, ent_processors()),
                       .prepare = prepare,
                       .task = work_on,
                       .done = finish,
                       .tick = tick,
                       .context = batch};
    ent_status_t status;

    status = cli_workers_run(&work, err);
    cli_progress_hide();
    if (work.signal != 0)
        end_by(batch, work.signal);
    return status;
}

static ent_status_t run_batch(batch_t *batch, ent_error_t *err)
{
    bool dry = batch->args->value[CLI_DRY_RUN] != NULL;
    ent_status_t worst;
    ent_status_t status = cli_folders_name(&batch->folder, batch->args, batch->dir, err);

    if (status == ENT_OK && !dry)
        status = cli_folders_lock(&batch->lock, batch->dir, err);
    if (status == ENT_OK && !dry)
        status = ent_folder_tidy(batch->dir, err);
    if (status == ENT_OK)
        status = reserve(batch, err);
    if (status == ENT_OK)
        status = run_all(batch, err);
    if (status != ENT_OK)
        return status;
    worst = conclude(batch);
    if (!dry)
        status = summarise(batch, err);
    return status == ENT_OK ? worst : status;
}

static void free_batch(batch_t *batch)
{
    for (size_t i = 0; batch->text != NULL && i < batch->count; i++)
        free(batch->text[i]);
    if (batch->result != NULL)
        munmap(batch->result, batch->count * sizeof *batch->result);
    if (batch->lock >= 0)
        close(batch->lock);
    free(batch->said);
    free(batch->text);
    free(batch->done);
    cli_folders_free(batch->folder, batch->count);
}

ent_status_t cli_run_batch(const cli_args_t *args, ent_error_t *err)
{
    batch_t batch = {
        .args = args, .dir = args->value[CLI_OUTPUT], .lock = -1, .count = args->operand_count};
    ent_selection_t day;
    ent_status_t status = ENT_OK;

    if (args->operand_count == 0)
        return cli_fail(err, ENT_EINVAL,
                        "'batch' needs DATA: folders of tables or CSV files of ties");
    if (batch.dir == NULL || strcmp(batch.dir, "-") == 0)
        return cli_fail(err, ENT_EINVAL, "'batch' needs -o DIR, the folder for the reports");
    if (args->value[CLI_AS_OF] != NULL)
        status = ent_selection_init(&day, NULL, args->value[CLI_AS_OF], NULL, err);
    if (status == ENT_OK)
        status = run_batch(&batch, err);
    free_batch(&batch);
    return status;
}
