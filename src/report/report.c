/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The report: computed, written in memory, then published as a whole. */
#include <stdlib.h>
#include <string.h>

#include "base/crew.h"
#include "base/date.h"
#include "dataset/map.h"
#include "figure/figure_i.h"
#include "report/folder.h"
#include "report/report_i.h"

enum { DEFAULT_RUNS = 100 };

ent_status_t ent_report_options_init(ent_report_options_t *options, const ent_dataset_t *dataset,
                                     ent_error_t *err)
{
    *options = (ent_report_options_t){
        .runs = DEFAULT_RUNS, .language = "en", .seed = 1, .date = ent_i_document_date()};
    ent_measure_options_init(&options->measure);
    return ent_network_options_init(&options->network, dataset, err);
}

/* "Learning cities" from "learning-cities" or "learning_cities.csv". */
static void speak(ent_i_text_t *text, const char *name)
{
    size_t size = strlen(name);

    if (size > 4 && strcmp(name + size - 4, ".csv") == 0)
        size -= 4;
    for (size_t i = 0; i < size; i++) {
        char letter = name[i] == '-' || name[i] == '_' ? ' ' : name[i];

        if (i == 0 && letter >= 'a' && letter <= 'z')
            letter = (char)(letter - 'a' + 'A');
        ent_i_text_putc(text, letter);
    }
}

/* The data set's name: its folder's, or its file's without the suffix. */
static ent_status_t name_of(ent_i_report_t *report, ent_error_t *err)
{
    const char *called = ent_dataset_called(report->dataset);
    ent_i_text_t text = {0};

    speak(&text, strcmp(called, "-") == 0 ? "standard input" : called);
    return ent_i_report_keep(report, &report->title, &text, err);
}

ent_status_t ent_i_report_begin(ent_i_report_t *report, const ent_dataset_t *dataset,
                                const ent_report_options_t *options, ent_error_t *err)
{
    report->dataset = dataset;
    report->options = options;
    report->selection = &options->network.selection;
    report->language = options->language != NULL ? options->language : "en";
    if (report->selection->dated)
        ent_i_day_format(report->selection->as_of, report->as_of);
    report->rejected = ent_dataset_rejected_count(dataset);
    if (report->rejected > 0 && !options->keep_going)
        return ent_i_fail(
            err, ENT_EDATA,
            "%zu input row%s rejected; correct %s, or work without %s (--keep-going).",
            report->rejected, report->rejected == 1 ? " is" : "s are",
            report->rejected == 1 ? "it" : "them", report->rejected == 1 ? "it" : "them");
    report->title = options->title;
    return options->title != NULL ? ENT_OK : name_of(report, err);
}

static int by_name(const void *left, const void *right)
{
    const ent_i_output_t *a = left;
    const ent_i_output_t *b = right;

    return strcmp(a->name, b->name);
}

static ent_status_t keep_way(ent_i_report_t *report, const char **kept, const char *dir,
                             const char *path, ent_error_t *err)
{
    ent_i_text_t way = {0};
    ent_status_t status = ent_i_folder_way(&way, dir, path, err);

    if (status == ENT_OK)
        status = ent_i_report_keep(report, kept, &way, err);
    ent_i_text_free(&way);
    return status;
}

ent_status_t ent_i_report_ways(ent_i_report_t *report, const char *dir, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_dataset_options_t *dataset = report->options->dataset;

    ENT_TRY(keep_way(report, &report->way, dir, ent_dataset_path(report->dataset), err));
    report->map = dataset != NULL ? dataset->map : NULL;
    if (report->map != NULL && ent_i_map_is_file(report->map))
        ENT_TRY(keep_way(report, &report->map, dir, dataset->map, err));

cleanup:
    return status;
}

ent_status_t ent_i_report_make(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_report_compute(report, err));
    ENT_TRY(ent_i_report_find(report, err));
    ENT_TRY(ent_i_report_draw(report, err));
    ENT_TRY(ent_i_report_tables(report, err));
    ENT_TRY(ent_i_report_summary(report, err));
    ENT_TRY(ent_i_report_paper(report, err));
    ENT_TRY(ent_i_report_page(report, err));
    qsort(report->output, report->output_count, sizeof *report->output, by_name);
    ENT_TRY(ent_i_report_manifest(report, err));

cleanup:
    return status;
}

/* Whose the folder is, and whether it can be replaced. */
static ent_status_t check_folder(const char *dir, const ent_dataset_t *dataset, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_folder_apart(dir, ent_dataset_path(dataset), err));
    if (!ent_i_crew_writes())
        goto cleanup;
    ENT_TRY(ent_i_folder_ours(dir, err));
    ENT_TRY(ent_i_stage_check(dir, err));

cleanup:
    return status;
}

/* Asks again whose the folder is: it may have changed since, but not under the lock. */
static ent_status_t publish(const ent_i_report_t *report, const char *dir, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_stage_t *stage = NULL;

    if (!ent_i_crew_writes())
        return ENT_OK;
    ENT_TRY(ent_i_stage_open(&stage, dir, err));
    ENT_TRY(ent_i_folder_ours(dir, err));
    for (size_t i = 0; i < report->output_count; i++)
        ENT_TRY(ent_i_stage_add(stage, report->output[i].name, report->output[i].blob.bytes,
                                report->output[i].blob.size, err));
    ENT_TRY(ent_i_stage_publish(stage, err));

cleanup:
    ent_i_stage_free(stage);
    return status;
}

ent_status_t ent_report_write(const ent_dataset_t *dataset, const char *dir,
                              const ent_report_options_t *options,
                              void (*warn)(void *context, const char *warning), void *context,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_report_t report = {.warn = warn, .context = context};

    ENT_TRY(check_folder(dir, dataset, err));
    ENT_TRY(ent_i_report_begin(&report, dataset, options, err));
    ENT_TRY(ent_i_report_ways(&report, dir, err));
    ENT_TRY(ent_i_report_make(&report, err));
    ENT_TRY(publish(&report, dir, err));

cleanup:
    ent_i_report_free(&report);
    return status;
}
