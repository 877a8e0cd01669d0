/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of actors judged ahead, by several threads: those of which nothing is to be told but perhaps
 * that their id is taken, which their turn will show (actors.c). */
#include "dataset/ahead_actors.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

#include "dataset/stints.h"

enum {
    STINT = 1 << 14, /* rows that a thread looks at before actors are added */
    AHEAD = 16       /* names whose places are fetched before they are looked for */
};

/* What a column is to such a row. */
typedef enum what { ANYTHING, ID, NAME, COUNTRY, REGION, LATITUDE, LONGITUDE, NOTHING } what_t;

typedef struct verdict {
    const char *text[REGION + 1]; /* by what it is; "" where it is not given */
    double degrees[2];
    uint32_t hash[2]; /* of id and name */
    bool quiet;
} verdict_t;

struct ent_i_ahead_actors {
    ent_i_load_t *load;
    const ent_i_sheet_t *sheet;
    unsigned char *what; /* by column */
    size_t columns;      /* those behind say nothing that counts */
    bool named;          /* a name must be given */
    ent_i_stints_t stints;
    verdict_t **verdict; /* by stint and by row of it */
};

static what_t what_of(const ent_i_rule_t *rule)
{
    static const struct {
        size_t offset;
        what_t what;
    } table[] = {
        {offsetof(ent_i_actor_draft_t, id), ID},
        {offsetof(ent_i_actor_draft_t, name), NAME},
        {offsetof(ent_i_actor_draft_t, country), COUNTRY},
        {offsetof(ent_i_actor_draft_t, region), REGION},
        {offsetof(ent_i_actor_draft_t, latitude), LATITUDE},
        {offsetof(ent_i_actor_draft_t, longitude), LONGITUDE},
        {offsetof(ent_i_actor_draft_t, parent), ANYTHING}, /* judged once all actors are known */
    };

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].offset == rule->offset)
            return table[i].what;
    return NOTHING;
}

/* Whether a sheet may have such rows: no columns are joined, and one has the ids. */
static bool plan(ent_i_ahead_actors_t *ahead)
{
    const ent_i_sheet_t *sheet = ahead->sheet;
    const ent_i_role_info_t *info = ent_i_role_info(sheet->role);
    bool has_id = false;

    /* A filled column of another language gives a name more. */
    for (size_t c = 0; c < sheet->column_count; c++)
        if (ent_i_is_language_column(&sheet->column[c])) {
            ahead->what[c] = NOTHING;
            ahead->columns = c + 1;
        }
    for (size_t r = 0; r < info->rule_count; r++) {
        const ent_i_binding_t *bound = &sheet->bound[r];
        size_t column = bound->count == 1 ? bound->column[0] : 0;

        if (bound->count > 1 || (bound->count == 1 && ahead->what[column] != ANYTHING))
            return false;
        if (bound->count == 0)
            continue;
        ahead->what[column] = (unsigned char)what_of(&info->rule[r]);
        has_id |= ahead->what[column] == ID;
        if (ahead->what[column] == NAME)
            ahead->named = (info->rule[r].flags & ENT_RULE_REQUIRED) != 0;
        if (ahead->columns <= column)
            ahead->columns = column + 1;
    }
    return has_id;
}

ent_status_t ent_i_ahead_actors_new(ent_i_ahead_actors_t **ahead, ent_i_load_t *load,
                                    const ent_i_sheet_t *sheet, ent_error_t *err)
{
    size_t rows = sheet->shown.rows;
    ent_i_ahead_actors_t *made = NULL;
    ent_status_t status = ENT_OK;

    *ahead = NULL;
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->load = load;
    made->sheet = sheet;
    ENT_TRY(ent_i_alloc(&made->what, sheet->column_count, 1, err));
    if (sheet->broken || load->dataset->comma || !plan(made))
        goto cleanup;
    ENT_TRY(ent_i_stints_init(&made->stints, rows, STINT, load->options->threads, err));
    ENT_TRY(ent_i_alloc(&made->verdict, made->stints.count, sizeof *made->verdict, err));
    for (size_t i = 0; i < made->stints.count; i++)
        ENT_TRY(ent_i_alloc(&made->verdict[i], rows < STINT ? rows : STINT,
                            sizeof *made->verdict[i], err));
    *ahead = made;
    made = NULL;

cleanup:
    ent_i_ahead_actors_free(made);
    return status;
}

void ent_i_ahead_actors_free(ent_i_ahead_actors_t *ahead)
{
    if (ahead == NULL)
        return;
    for (size_t i = 0; ahead->verdict != NULL && i < ahead->stints.count; i++)
        free(ahead->verdict[i]);
    free(ahead->verdict);
    ent_i_stints_free(&ahead->stints);
    free(ahead->what);
    free(ahead);
}

/* False where a cell is filled of which there may be something to tell. */
static bool read_cells(const ent_i_ahead_actors_t *ahead, const char *text, verdict_t *verdict)
{
    for (size_t i = 0; i <= REGION; i++)
        verdict->text[i] = "";
    verdict->degrees[0] = verdict->degrees[1] = NAN;
    for (size_t c = 0; c < ahead->columns; c++, text = ent_i_next_text(text)) {
        what_t what = (what_t)ahead->what[c];
        double *degrees = &verdict->degrees[what == LONGITUDE];

        if (*text == '\0' || what == ANYTHING)
            continue;
        if (what == NOTHING)
            return false;
        if (what <= REGION)
            verdict->text[what] = text;
        else if (!ent_i_read_number(ahead->load->dataset, degrees, text) ||
                 fabs(*degrees) > (what == LATITUDE ? 90 : 180))
            return false;
    }
    return isnan(verdict->degrees[0]) == isnan(verdict->degrees[1]);
}

static bool judge_row(const ent_i_ahead_actors_t *ahead, const char *text, verdict_t *verdict,
                      bool *failed)
{
    const char **given = verdict->text;

    if (!read_cells(ahead, text, verdict) || !ent_i_is_quiet_key(given[ID], failed))
        return false;
    if (*given[NAME] == '\0' && !ahead->named)
        given[NAME] = given[ID];
    else if (!ent_i_is_quiet_key(given[NAME], failed))
        return false;
    verdict->hash[0] = ent_i_index_hash(given[ID]);
    verdict->hash[1] = ent_i_index_hash(given[NAME]);
    return *given[COUNTRY] == '\0' || ent_i_country_known(given[COUNTRY]);
}

static void judge_stint(void *context, size_t index)
{
    const ent_i_ahead_actors_t *ahead = context;
    const ent_dataset_t *dataset = ahead->load->dataset;
    ent_i_stint_t *stint = &ahead->stints.stint[index];

    for (size_t i = 0; i < stint->count; i++) {
        size_t row = ahead->sheet->row_first + stint->first + i;
        verdict_t *verdict = &ahead->verdict[index][i];

        verdict->quiet = dataset->row[row].state == ENT_ROW_USED &&
                         judge_row(ahead, ent_i_row_texts(dataset, row), verdict, &stint->failed);
    }
}

static const verdict_t *verdict_of(const ent_i_ahead_actors_t *ahead, size_t row)
{
    size_t at = row - ahead->stints.first;

    return &ahead->verdict[at / STINT][at % STINT];
}

static ent_status_t add_actor(ent_i_ahead_actors_t *ahead, size_t row, const verdict_t *verdict,
                              ent_error_t *err)
{
    ent_i_load_t *load = ahead->load;
    ent_id_t made = ENT_NONE;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_actor_put(
        load,
        &(ent_actor_t){.id = verdict->text[ID],
                       .name = verdict->text[NAME],
                       .kind = (ent_kind_t)ent_i_role_info(ahead->sheet->role)->kind,
                       .country = verdict->text[COUNTRY],
                       .region = verdict->text[REGION],
                       .latitude = verdict->degrees[0],
                       .longitude = verdict->degrees[1],
                       .source = "",
                       .table = (ent_id_t)load->dataset->row[row].table,
                       .line = load->dataset->row[row].line},
        verdict->hash, row, &made, err));
    ent_i_row_describe(&load->dataset->row[row], made);

cleanup:
    return status;
}

ent_status_t ent_i_ahead_actors_take(ent_i_ahead_actors_t *ahead, size_t row, bool *taken,
                                     ent_error_t *err)
{
    const verdict_t *verdict;
    ent_status_t status = ENT_OK;

    *taken = false;
    if (ahead == NULL)
        return ENT_OK;
    ENT_TRY(ent_i_stints_judge(&ahead->stints, row, judge_stint, ahead, err));
    verdict = verdict_of(ahead, row);
    if (row + AHEAD < ahead->stints.end)
        for (size_t i = 0; i < 2; i++)
            ent_i_index_expect(&ahead->load->dataset->index,
                               verdict_of(ahead, row + AHEAD)->hash[i]);
    *taken = verdict->quiet &&
             !ent_i_id_is_taken(ahead->load->dataset, verdict->text[ID], verdict->hash[0]);
    if (*taken)
        ENT_TRY(add_actor(ahead, ahead->sheet->row_first + row, verdict, err));

cleanup:
    return status;
}
