/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The figures of a report: drawn once each, written as SVG, PDF and PNG; what cannot be drawn is
 * left out and the page says why. */
#include <math.h>
#include <string.h>

#include "base/spread.h"
#include "base/watch.h"
#include "figure/figure_i.h"
#include "report/report_i.h"

/* In the order of the page. */
static const struct {
    const char *name;
    ent_i_message_t heading;
    ent_view_t view;
    ent_layout_t layout;
} plans[ENT_REPORT_FIGURES] = {
    {"agreements", ENT_MSG_FIGURE_AGREEMENTS, ENT_VIEW_AGREEMENTS, ENT_LAYOUT_FORCE},
    {"network", ENT_MSG_FIGURE_NETWORK, ENT_VIEW_WHOLE, ENT_LAYOUT_FORCE},
    {"map", ENT_MSG_FIGURE_MAP, ENT_VIEW_WHOLE, ENT_LAYOUT_MAP},
    {"affiliations", ENT_MSG_FIGURE_AFFILIATIONS, ENT_VIEW_AFFILIATIONS, ENT_LAYOUT_BIPARTITE},
    {"timeline", ENT_MSG_FIGURE_TIMELINE, ENT_VIEW_WHOLE, ENT_LAYOUT_TIMELINE},
    {"matrix", ENT_MSG_FIGURE_MATRIX, ENT_VIEW_AGREEMENTS, ENT_LAYOUT_MATRIX},
};

/* The view of a figure; a matrix shows agreements, else memberships, else whatever there is. */
static ent_view_t view_of(const ent_i_report_t *report, size_t plan)
{
    if (plans[plan].layout != ENT_LAYOUT_MATRIX || report->view[plans[plan].view].network != NULL)
        return plans[plan].view;
    return report->view[ENT_VIEW_AFFILIATIONS].network != NULL ? ENT_VIEW_AFFILIATIONS
                                                               : ENT_VIEW_WHOLE;
}

static ent_status_t keep_message(ent_i_report_t *report, const char **kept, ent_i_message_t message,
                                 ent_error_t *err)
{
    ent_i_text_t text = {0};

    ent_i_message_put(&text, report->language, message, (char *)NULL);
    return ent_i_report_keep(report, kept, &text, err);
}

static bool has_place(const ent_i_viewed_t *view)
{
    for (size_t i = 0; i < ent_network_actor_count(view->network); i++) {
        ent_id_t actor = ent_network_actor(view->network, (ent_id_t)i);

        if (actor != ENT_NONE &&
            !isnan(ent_dataset_actor(ent_network_dataset(view->network), actor)->latitude))
            return true;
    }
    return false;
}

/* Why a figure cannot be drawn from these data. */
static ent_status_t find_reason(ent_i_report_t *report, size_t plan, ent_i_figure_t *figure,
                                ent_error_t *err)
{
    const ent_i_viewed_t *view = &report->view[view_of(report, plan)];

    if (view->network == NULL)
        return keep_message(report, &figure->reason,
                            plans[plan].view == ENT_VIEW_AGREEMENTS ? ENT_MSG_NO_AGREEMENTS
                                                                    : ENT_MSG_NO_MEMBERSHIPS,
                            err);
    if (ent_network_actor_count(view->network) == 0)
        return keep_message(report, &figure->reason, ENT_MSG_NO_ACTORS, err);
    if (plans[plan].layout == ENT_LAYOUT_MAP && !has_place(view))
        return keep_message(report, &figure->reason, ENT_MSG_NO_COORDINATES, err);
    if (plans[plan].layout == ENT_LAYOUT_TIMELINE && !ent_i_figure_has_dates(view->network))
        return keep_message(report, &figure->reason, ENT_MSG_NO_DATES, err);
    if (plans[plan].layout == ENT_LAYOUT_MATRIX && ent_network_tie_count(view->network) == 0)
        return keep_message(report, &figure->reason, ENT_MSG_NO_TIES_DRAWN, err);
    return ENT_OK;
}

/* The forms that a figure is written in. */
enum { FORMS = 4 };
static const struct {
    const char *suffix;
    ent_figure_format_t format;
} forms[FORMS] = {{"svg", ENT_FIGURE_SVG},
                  {"pdf", ENT_FIGURE_PDF},
                  {"png", ENT_FIGURE_PNG},
                  {"alt.txt", ENT_FIGURE_ALT}};

/* A figure while it is drawn, by whichever thread. */
typedef struct sheet {
    const ent_network_t *network;
    ent_figure_options_t options;
    ent_i_text_t findings;
    ent_figure_t *drawn;
    ent_blob_t form[FORMS];
    ent_blob_t inlined; /* for the page, which adds its own */
    ent_status_t status;
    ent_error_t error;
} sheet_t;

static ent_status_t add_form(ent_i_report_t *report, const char *name, const char *suffix,
                             ent_blob_t *blob, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t path = {0};
    const char *kept;

    ent_i_text_printf(&path, "%s.%s", name, suffix);
    ENT_TRY(ent_i_report_keep(report, &kept, &path, err));
    ENT_TRY(ent_i_report_add(report, kept, blob, err));

cleanup:
    return status;
}

/* Says to whom it may concern which of the figures a warning is about. */
static ent_status_t pass_warning(const ent_i_report_t *report, const char *name,
                                 const char *warning, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t text = {0};

    if (report->warn == NULL)
        return ENT_OK;
    ent_i_text_printf(&text, "%s: %s", name, warning);
    if (text.failed)
        ENT_TRY(ent_i_no_memory(err));
    report->warn(report->context, text.bytes);

cleanup:
    ent_i_text_free(&text);
    return status;
}

static ent_status_t keep_words(ent_i_report_t *report, ent_i_figure_t *figure,
                               const ent_figure_t *drawn, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t alt = {0};
    ent_i_text_t warnings = {0};

    ent_i_text_puts(&alt, ent_figure_alt_brief(drawn));
    ENT_TRY(ent_i_report_keep(report, &figure->alt, &alt, err));
    for (size_t i = 0; i < ent_figure_warning_count(drawn); i++) {
        ent_i_text_puts(&warnings, i > 0 ? " " : "");
        ent_i_text_puts(&warnings, ent_figure_warning(drawn, i));
        ENT_TRY(pass_warning(report, figure->name, ent_figure_warning(drawn, i), err));
    }
    ENT_TRY(ent_i_report_keep(report, &figure->warnings, &warnings, err));

cleanup:
    ent_i_text_free(&warnings);
    return status;
}

/* A title of ours only where the user gave one, or where the figure lacks rejected rows. */
static ent_status_t figure_title(ent_i_report_t *report, const ent_i_figure_t *figure,
                                 const char **title, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_text_t heading = {0};
    ent_i_text_t text = {0};

    if (report->options->title == NULL && report->rejected == 0)
        return ENT_OK;
    ent_i_message_put(&heading, report->language, figure->heading, (char *)NULL);
    ent_i_message_put(&text, report->language, ENT_MSG_TITLE_FIGURE, report->title,
                      heading.bytes != NULL ? heading.bytes : "", (char *)NULL);
    text.failed = text.failed || heading.failed;
    ent_i_text_free(&heading);
    ENT_TRY(ent_i_report_keep(report, title, &text, err));
    if (report->rejected > 0) {
        ent_i_message_put(&text, report->language, ENT_MSG_TITLE_REJECTED, *title,
                          ent_i_count_text(report->rejected).text, (char *)NULL);
        ENT_TRY(ent_i_report_keep(report, title, &text, err));
    }

cleanup:
    return status;
}

/* What is to be drawn, all that the report itself is asked or told for. */
static ent_status_t prepare(sheet_t *sheet, ent_i_report_t *report, size_t plan,
                            const ent_i_figure_t *figure, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = &report->view[view_of(report, plan)];
    ent_figure_options_t *options = &sheet->options;
    ent_view_t seen = view_of(report, plan);

    ent_figure_options_init(options);
    options->layout = plans[plan].layout;
    options->language = report->language;
    options->groups = view->groups;
    options->seed = report->options->seed;
    options->date = report->options->date;
    ENT_TRY(figure_title(report, figure, &options->title, err));
    /* the lines of a map are its agreements: a membership is a dot */
    if (options->layout == ENT_LAYOUT_MAP && report->view[ENT_VIEW_AGREEMENTS].network != NULL)
        seen = ENT_VIEW_AGREEMENTS;
    ENT_TRY(ent_i_report_describe(&sheet->findings, report, seen, err));
    if (sheet->findings.failed)
        ENT_TRY(ent_i_no_memory(err));
    options->findings = sheet->findings.bytes;
    sheet->network = view->network;

cleanup:
    return status;
}

static ent_status_t draw(sheet_t *sheet, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_figure_new(&sheet->drawn, sheet->network, &sheet->options, err));
    for (size_t f = 0; f < FORMS; f++)
        ENT_TRY(ent_figure_write(sheet->drawn, &sheet->form[f], forms[f].format, err));
    ENT_TRY(ent_figure_write(sheet->drawn, &sheet->inlined, ENT_FIGURE_SVG, err));

cleanup:
    return status;
}

typedef struct sheets {
    sheet_t sheet[ENT_REPORT_FIGURES];
    ent_i_task_t task;
} sheets_t;

static void draw_sheet(void *context, size_t index)
{
    sheets_t *sheets = context;
    sheet_t *sheet = &sheets->sheet[index];

    if (sheet->network != NULL && !ent_i_task_is_over(&sheets->task)) {
        sheet->status = draw(sheet, &sheet->error);
        ent_i_task_step(&sheets->task, 1);
    }
}

static ent_status_t draw_all(sheets_t *sheets, int threads, ent_error_t *err)
{
    size_t count = 0;

    for (size_t plan = 0; plan < ENT_REPORT_FIGURES; plan++)
        count += sheets->sheet[plan].network != NULL;
    ent_i_task_begin(&sheets->task, "drawing", "figures", count);
    ent_i_spread(draw_sheet, sheets, ENT_REPORT_FIGURES, threads);
    return ent_i_task_end(&sheets->task, err);
}

/* Hands a drawn figure to the report. */
static ent_status_t take(ent_i_report_t *report, ent_i_figure_t *figure, sheet_t *sheet,
                         ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (sheet->status != ENT_OK && err != NULL)
        *err = sheet->error;
    ENT_TRY(sheet->status);
    ENT_TRY(keep_words(report, figure, sheet->drawn, err));
    ENT_TRY(ent_i_faces_add(&report->faces, sheet->drawn, err));
    for (size_t f = 0; f < FORMS; f++)
        ENT_TRY(add_form(report, figure->name, forms[f].suffix, &sheet->form[f], err));
    figure->svg = sheet->inlined;
    sheet->inlined = (ent_blob_t){0};

cleanup:
    return status;
}

static void sheet_free(sheet_t *sheet)
{
    ent_i_text_free(&sheet->findings);
    ent_figure_free(sheet->drawn);
    for (size_t f = 0; f < FORMS; f++)
        ent_blob_free(&sheet->form[f]);
    ent_blob_free(&sheet->inlined);
}

/* Each figure has its own fonts and its own scene, so they can be drawn side by side; the report
 * takes them in the order of the page. */
ent_status_t ent_i_report_draw(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    sheets_t sheets = {0};
    sheet_t *sheet = sheets.sheet;

    for (size_t plan = 0; plan < ENT_REPORT_FIGURES; plan++) {
        ent_i_figure_t *figure = &report->figure[report->figure_count++];

        figure->name = plans[plan].name;
        figure->heading = plans[plan].heading;
        figure->view = ent_view_name(view_of(report, plan));
        ENT_TRY(find_reason(report, plan, figure, err));
        if (figure->reason == NULL)
            ENT_TRY(prepare(&sheet[plan], report, plan, figure, err));
    }
    ENT_TRY(draw_all(&sheets, report->options->measure.threads, err));
    for (size_t plan = 0; plan < ENT_REPORT_FIGURES; plan++) {
        if (sheet[plan].network != NULL)
            ENT_TRY(take(report, &report->figure[plan], &sheet[plan], err));
    }

cleanup:
    for (size_t plan = 0; plan < ENT_REPORT_FIGURES; plan++)
        sheet_free(&sheet[plan]);
    return status;
}
