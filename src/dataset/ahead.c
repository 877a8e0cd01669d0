/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of ties judged ahead, by several threads: those that need no word and nothing of the rows
 * before them.
 *
 * Most rows name two actors as they are written in a table and give dates, a weight and a status
 * that are in order, and nothing else. Such a row becomes a plain tie (tie.h) whatever stands in
 * front of it: an actor whose name no other bears stays so, as ties make actors only of names that
 * nobody bears. Threads find such rows among the next ones; the ties are then added in order of the
 * rows, and every other row is judged in its turn (ties.c), which finds what is to be told. */
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/spread.h"
#include "base/unicode.h"
#include "dataset/ahead.h"
#include "dataset/short_ids.h"
#include "dataset/stints.h"

enum {
    STINT = 1 << 16, /* rows that a thread looks at before ties are added, … */
    GROUP = 32,      /* … and those whose names are looked for at once */
    FEW = 4096,      /* rows for which short ids are not put into a table */
    KEY = 24,        /* bytes of the cells that say the terms */
    MANY = 1 << 16   /* terms after which a thread forgets them */
};

/* What a column is to a plain row. */
typedef enum what { ANYTHING, PARTY, TERM, STATUS, NOTHING } what_t;

/* The cells that say the terms. */
enum { SIGNED_ON, FROM, TO, WEIGHT, TERMS };

typedef struct plan {
    unsigned char *what;  /* by column */
    unsigned char *which; /* party or cell of the terms */
    size_t columns;       /* those behind say nothing that counts */
} plan_t;

/* Terms by their cells, so that few are read twice. */
typedef struct known {
    ent_i_slots_t slots;
    char (*key)[KEY];
    ent_i_terms_t *terms;
    uint32_t *number; /* among those of the data set, plus one; 0: not asked for yet */
    size_t count;
    size_t capacity[3];
} known_t;

typedef struct verdict {
    ent_id_t party[2];
    uint32_t terms; /* of its thread */
    unsigned char status;
    bool plain;
} verdict_t;

/* What a thread finds of its stint. */
typedef struct finding {
    known_t known;
    verdict_t *verdict; /* by row of the stint */
    bool all_plain;     /* all of its rows are, of actors who have been seen */
    size_t record;      /* the number of its first, then */
    size_t found;       /* names among the short ids, … */
    size_t missed;      /* … and others: where these are more, nothing is looked for there */
} finding_t;

struct ent_i_ahead {
    ent_i_load_t *load;
    const ent_i_sheet_t *sheet;
    ent_tie_kind_t kind;
    ent_kind_t second; /* what the second party must be, or ENT_KIND_COUNT */
    plan_t plan;
    ent_i_stints_t stints;
    finding_t *finding; /* by stint */
    ent_i_short_ids_t ids;
};

/* The cells of one row that count. */
typedef struct cells {
    const char *party[2];
    size_t size[2]; /* of their names */
    const char *term[TERMS];
    const char *status;
    char key[KEY]; /* the cells of the terms as they are written, … */
    bool has_key;  /* … where they are short */
    uint32_t hash; /* of the key */
} cells_t;

static bool plan_rule(plan_t *plan, const ent_i_rule_t *rule, size_t column)
{
    static const struct {
        size_t offset;
        unsigned char what;
        unsigned char which;
    } table[] = {
        {offsetof(ent_i_tie_draft_t, end[0]), PARTY, 0},
        {offsetof(ent_i_tie_draft_t, end[1]), PARTY, 1},
        {offsetof(ent_i_tie_draft_t, signed_on), TERM, SIGNED_ON},
        {offsetof(ent_i_tie_draft_t, from), TERM, FROM},
        {offsetof(ent_i_tie_draft_t, to), TERM, TO},
        {offsetof(ent_i_tie_draft_t, record.weight), TERM, WEIGHT},
        {offsetof(ent_i_tie_draft_t, record.status), STATUS, 0},
    };

    if (plan->what[column] != ANYTHING)
        return false;
    plan->what[column] = NOTHING;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].offset == rule->offset) {
            plan->what[column] = table[i].what;
            plan->which[column] = table[i].which;
        }
    if (plan->columns <= column)
        plan->columns = column + 1;
    return true;
}

/* Whether a sheet may have plain rows: no columns are joined, and two name the parties. */
static bool plan_sheet(plan_t *plan, const ent_i_sheet_t *sheet)
{
    const ent_i_role_info_t *info = ent_i_role_info(sheet->role);
    size_t parties = 0;

    for (size_t r = 0; r < info->rule_count; r++) {
        const ent_i_binding_t *bound = &sheet->bound[r];

        if (bound->count > 1)
            return false;
        if (bound->count == 0)
            continue;
        if (!plan_rule(plan, &info->rule[r], bound->column[0]))
            return false;
        parties += plan->what[bound->column[0]] == PARTY;
    }
    return parties == 2;
}

ent_status_t ent_i_ahead_new(ent_i_ahead_t **ahead, ent_i_load_t *load, const ent_i_sheet_t *sheet,
                             ent_error_t *err)
{
    size_t rows = sheet->shown.rows;
    ent_status_t status = ENT_OK;
    ent_i_ahead_t *made = NULL;

    *ahead = NULL;
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->load = load;
    made->sheet = sheet;
    made->kind = (ent_tie_kind_t)ent_i_role_info(sheet->role)->kind;
    made->second = made->kind == ENT_TIE_MEMBERSHIP   ? ENT_KIND_NETWORK
                   : made->kind == ENT_TIE_ATTENDANCE ? ENT_KIND_EVENT
                                                      : ENT_KIND_COUNT;
    ENT_TRY(ent_i_alloc(&made->plan.what, sheet->column_count, 1, err));
    ENT_TRY(ent_i_alloc(&made->plan.which, sheet->column_count, 1, err));
    if (sheet->role == ENT_ROLE_MATRIX || sheet->broken || load->dataset->comma ||
        !plan_sheet(&made->plan, sheet))
        goto cleanup;
    if (rows > FEW)
        ENT_TRY(ent_i_short_ids_make(&made->ids, load->dataset, err));
    ENT_TRY(ent_i_stints_init(&made->stints, rows, STINT, load->options->threads, err));
    ENT_TRY(ent_i_alloc(&made->finding, made->stints.count, sizeof *made->finding, err));
    for (size_t i = 0; i < made->stints.count; i++)
        ENT_TRY(ent_i_alloc(&made->finding[i].verdict, rows < STINT ? rows : STINT,
                            sizeof *made->finding[i].verdict, err));
    *ahead = made;
    made = NULL;

cleanup:
    ent_i_ahead_free(made);
    return status;
}

static void known_free(known_t *known)
{
    ent_i_slots_free(&known->slots);
    free(known->key);
    free(known->terms);
    free(known->number);
    *known = (known_t){0};
}

void ent_i_ahead_free(ent_i_ahead_t *ahead)
{
    if (ahead == NULL)
        return;
    for (size_t i = 0; ahead->finding != NULL && i < ahead->stints.count; i++) {
        known_free(&ahead->finding[i].known);
        free(ahead->finding[i].verdict);
    }
    free(ahead->finding);
    ent_i_short_ids_free(&ahead->ids);
    ent_i_stints_free(&ahead->stints);
    free(ahead->plan.what);
    free(ahead->plan.which);
    free(ahead);
}

static bool is_given(const char *text)
{
    return text != NULL && *text != '\0';
}

/* False where a cell is filled that no plain row has. */
static bool find_cells(const plan_t *plan, const char *text, cells_t *cells)
{
    *cells = (cells_t){0};
    for (size_t c = 0; c < plan->columns; c++) {
        unsigned which = plan->which[c];
        size_t size = strlen(text);

        switch ((what_t)plan->what[c]) {
        case PARTY:
            cells->party[which] = text;
            cells->size[which] = size;
            break;
        case TERM:
            cells->term[which] = text;
            break;
        case STATUS:
            cells->status = text;
            break;
        case NOTHING:
            if (*text != '\0')
                return false;
            break;
        case ANYTHING:
            break;
        }
        text += size + 1;
    }
    return true;
}

static bool read_status(const char *text, unsigned char *status)
{
    *status = ENT_STATUS_ACTIVE;
    if (!is_given(text))
        return true;
    for (int i = 0; ent_i_name_is_key(text) && i < ENT_TIE_STATUS_COUNT; i++)
        if (ent_i_is_column_key(text, ent_tie_status_name((ent_tie_status_t)i))) {
            *status = (unsigned char)i;
            return true;
        }
    return false;
}

/* As ties.c does; false where something would have to be told. */
static bool read_terms(const ent_dataset_t *dataset, const cells_t *cells, ent_i_terms_t *terms)
{
    ent_i_date_t date[3];
    const ent_i_date_t *start;
    char why[400];

    for (size_t i = 0; i < 3; i++) {
        date[i] = ent_i_date_unknown();
        if (is_given(cells->term[i]) &&
            !ent_i_date_parse(&date[i], cells->term[i], why, sizeof why))
            return false;
    }
    start = date[FROM].known ? &date[FROM] : &date[SIGNED_ON];
    if (start->known && date[TO].known && date[TO].last < start->first)
        return false;
    *terms = (ent_i_terms_t){
        .weight = NAN, .start = ent_i_period(start), .end = ent_i_period(&date[TO])};
    return !is_given(cells->term[WEIGHT]) ||
           ent_i_read_weight(dataset, &terms->weight, cells->term[WEIGHT]);
}

/* Writes the key of a row's terms and asks for what looking for it will read. */
static void expect_terms(const known_t *known, cells_t *cells)
{
    size_t size = 0;

    memset(cells->key, 0, KEY);
    cells->has_key = false;
    for (size_t i = 0; i < TERMS; i++) {
        size_t length = cells->term[i] == NULL ? 0 : strlen(cells->term[i]);

        if (size + length + 1 > KEY)
            return;
        if (length > 0)
            memcpy(cells->key + size, cells->term[i], length);
        size += length + 1;
    }
    cells->has_key = true;
    cells->hash = (uint32_t)ent_i_hash(cells->key, KEY);
    if (known->slots.size > 0)
        ent_i_slots_expect(&known->slots, cells->hash);
}

/* Asks for the rest of it. */
static void expect_key(const known_t *known, const cells_t *cells)
{
    const ent_i_slot_t *slot;

    if (!cells->has_key || known->slots.size == 0)
        return;
    slot = ent_i_slots_first(&known->slots, cells->hash);
    if (slot->item != 0)
        __builtin_prefetch(known->key[slot->item - 1]);
}

static bool make_room(known_t *known)
{
    return ent_i_slots_reserve(&known->slots, NULL) == ENT_OK &&
           ENT_GROW(known->key, known->count, known->capacity[0], NULL) == ENT_OK &&
           ENT_GROW(known->terms, known->count, known->capacity[1], NULL) == ENT_OK &&
           ENT_GROW(known->number, known->count, known->capacity[2], NULL) == ENT_OK;
}

/* The number of a row's terms, as known so far; false where something would have to be told. */
static bool find_terms(const ent_dataset_t *dataset, known_t *known, const cells_t *cells,
                       uint32_t *number, bool *failed)
{
    ent_i_slot_t *slot = NULL;

    if (!make_room(known)) {
        *failed = true;
        return false;
    }
    if (cells->has_key)
        slot = ent_i_slots_first(&known->slots, cells->hash);
    while (slot != NULL && slot->item != 0 &&
           memcmp(known->key[slot->item - 1], cells->key, KEY) != 0)
        slot = ent_i_slots_next(&known->slots, slot);
    if (slot != NULL && slot->item != 0) {
        *number = slot->item - 1;
        return true;
    }
    if (!read_terms(dataset, cells, &known->terms[known->count]))
        return false;
    if (slot != NULL)
        ent_i_slots_put(&known->slots, slot, cells->hash, known->count);
    memcpy(known->key[known->count], cells->key, KEY);
    known->number[known->count] = 0;
    *number = (uint32_t)known->count++;
    return true;
}

/* Whether two actors may be the parties of a tie without a word. */
static bool may_tie(const ent_i_ahead_t *ahead, const ent_id_t party[2])
{
    const ent_dataset_t *dataset = ahead->load->dataset;
    size_t parties = ahead->kind == ENT_TIE_AGREEMENT ? 2 : ahead->kind == ENT_TIE_EDGE ? 0 : 1;

    if (party[0] == ENT_NONE || party[1] == ENT_NONE || party[0] == party[1])
        return false;
    for (size_t i = 0; i < parties && ahead->load->has[ENT_ROLE_EVENTS]; i++)
        if (dataset->actor[party[i]].kind == ENT_KIND_EVENT)
            return false;
    return ahead->second == ENT_KIND_COUNT || (dataset->actor[party[1]].kind == ahead->second &&
                                               dataset->actor_row[party[1]] != ENT_NO_ROW);
}

/* Finds the parties of some rows among the short ids. */
static void find_short(const ent_i_ahead_t *ahead, finding_t *finding, const cells_t *cells,
                       size_t count, ent_id_t *party)
{
    ent_i_short_id_t id[2 * GROUP];
    size_t at[2 * GROUP];

    for (size_t i = 0; i < 2 * count; i++) {
        size_t size = cells[i / 2].size[i % 2];

        party[i] = ENT_NONE;
        at[i] = SIZE_MAX;
        if (size > ENT_SHORT_ID)
            continue;
        id[i] = ent_i_short_id(cells[i / 2].party[i % 2], size);
        at[i] = ent_i_short_id_at(&ahead->ids, &id[i]);
        ent_i_short_id_expect(&ahead->ids, at[i]);
    }
    for (size_t i = 0; i < 2 * count; i++) {
        if (at[i] != SIZE_MAX)
            party[i] = ent_i_short_id_find(&ahead->ids, at[i], &id[i]);
        finding->found += party[i] != ENT_NONE;
        finding->missed += party[i] == ENT_NONE;
    }
}

/* Finds the parties of some rows; ENT_NONE for those that it takes more to find. */
static void find_parties(const ent_i_ahead_t *ahead, finding_t *finding, const cells_t *cells,
                         size_t count, ent_id_t *party)
{
    const char *name[2 * GROUP];
    ent_id_t actor[2 * GROUP];
    size_t of[2 * GROUP];
    size_t left = 0;

    for (size_t i = 0; i < 2 * count; i++)
        party[i] = ENT_NONE;
    if (ahead->ids.size > 0 && finding->missed <= finding->found + STINT)
        find_short(ahead, finding, cells, count, party);
    for (size_t i = 0; i < 2 * count; i++) {
        const char *text = cells[i / 2].party[i % 2];

        if (party[i] != ENT_NONE || !ent_i_name_is_key(text))
            continue;
        name[left] = text;
        of[left++] = i;
    }
    ent_i_index_only_many(&ahead->load->dataset->index, name, left, actor);
    for (size_t i = 0; i < left; i++)
        party[of[i]] = actor[i];
}

static void judge_group(const ent_i_ahead_t *ahead, size_t index, size_t first, size_t count)
{
    ent_i_stint_t *stint = &ahead->stints.stint[index];
    finding_t *finding = &ahead->finding[index];
    const ent_dataset_t *dataset = ahead->load->dataset;
    const bool *seen = ahead->load->seen;
    ent_id_t party[2 * GROUP];
    cells_t cells[GROUP];
    size_t of[GROUP];
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        size_t row = ahead->sheet->row_first + stint->first + first + i;

        finding->verdict[first + i].plain = false;
        if (dataset->row[row].state != ENT_ROW_USED ||
            !find_cells(&ahead->plan, ent_i_row_texts(dataset, row), &cells[found])) {
            finding->all_plain = false;
            continue;
        }
        expect_terms(&finding->known, &cells[found]);
        of[found++] = first + i;
    }
    for (size_t i = 0; i < found; i++)
        expect_key(&finding->known, &cells[i]);
    find_parties(ahead, finding, cells, found, party);
    for (size_t i = 0; i < found; i++) {
        verdict_t *verdict = &finding->verdict[of[i]];

        verdict->party[0] = party[2 * i];
        verdict->party[1] = party[2 * i + 1];
        verdict->plain =
            may_tie(ahead, verdict->party) && read_status(cells[i].status, &verdict->status) &&
            find_terms(dataset, &finding->known, &cells[i], &verdict->terms, &stint->failed);
        finding->all_plain = finding->all_plain && verdict->plain && seen[verdict->party[0]] &&
                             seen[verdict->party[1]];
    }
}

static void judge_stint(void *context, size_t index)
{
    const ent_i_ahead_t *ahead = context;
    size_t count = ahead->stints.stint[index].count;

    if (ahead->finding[index].known.count > MANY)
        known_free(&ahead->finding[index].known);
    ahead->finding[index].all_plain = true;
    for (size_t i = 0; i < count; i += GROUP)
        judge_group(ahead, index, i, count - i < GROUP ? count - i : GROUP);
}

static ent_status_t number_terms(ent_i_load_t *load, known_t *known, uint32_t of, uint32_t *number,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (known->number[of] == 0) {
        ENT_TRY(ent_i_terms_keep(load, &known->terms[of], &known->number[of], err));
        known->number[of]++;
    }
    *number = known->number[of] - 1;

cleanup:
    return status;
}

static ent_i_tie_t tie_of(const ent_i_ahead_t *ahead, size_t row, const verdict_t *verdict,
                          uint32_t terms)
{
    bool swapped = ahead->kind == ENT_TIE_AGREEMENT && verdict->party[0] > verdict->party[1];

    return (ent_i_tie_t){.party = {verdict->party[swapped], verdict->party[!swapped]},
                         .row = (uint32_t)row,
                         .more = terms,
                         .kind = (unsigned)ahead->kind & 15U,
                         .status = verdict->status & 15U,
                         .directed = ahead->kind == ENT_TIE_EDGE && ahead->load->options->directed};
}

static ent_status_t add_tie(ent_i_ahead_t *ahead, size_t row, known_t *known,
                            const verdict_t *verdict, ent_error_t *err)
{
    ent_i_load_t *load = ahead->load;
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;
    uint32_t number;

    ENT_TRY(number_terms(load, known, verdict->terms, &number, err));
    ENT_TRY(ENT_GROW(dataset->tie, dataset->record_count, dataset->tie_capacity, err));
    load->seen[verdict->party[0]] = load->seen[verdict->party[1]] = true;
    dataset->row[row].of = (ent_id_t)dataset->record_count;
    dataset->tie[dataset->record_count++] = tie_of(ahead, row, verdict, number);

cleanup:
    return status;
}

/* Writes the ties of a stint, whose terms have their numbers. */
static void write_stint(void *context, size_t index)
{
    const ent_i_ahead_t *ahead = context;
    const ent_i_stint_t *stint = &ahead->stints.stint[index];
    const finding_t *finding = &ahead->finding[index];
    ent_dataset_t *dataset = ahead->load->dataset;

    for (size_t i = 0; i < stint->count; i++) {
        const verdict_t *verdict = &finding->verdict[i];
        size_t row = ahead->sheet->row_first + stint->first + i;
        size_t record = finding->record + i;

        dataset->row[row].of = (ent_id_t)record;
        dataset->tie[record] =
            tie_of(ahead, row, verdict, finding->known.number[verdict->terms] - 1);
    }
}

/* Adds the ties of all stints at once, where nothing else is among their rows. */
static ent_status_t add_stints(ent_i_ahead_t *ahead, bool *added, ent_error_t *err)
{
    ent_dataset_t *dataset = ahead->load->dataset;
    size_t record = dataset->record_count;
    ent_status_t status = ENT_OK;
    uint32_t number;

    *added = false;
    for (size_t i = 0; i < ahead->stints.count; i++)
        if (!ahead->finding[i].all_plain)
            return ENT_OK;
    for (size_t i = 0; i < ahead->stints.count; i++) {
        known_t *known = &ahead->finding[i].known;

        for (size_t of = 0; of < known->count; of++)
            ENT_TRY(number_terms(ahead->load, known, (uint32_t)of, &number, err));
        ahead->finding[i].record = record;
        record += ahead->stints.stint[i].count;
    }
    ENT_TRY(ent_i_grow(&dataset->tie, &dataset->tie_capacity, record, sizeof *dataset->tie, err));
    ent_i_spread(write_stint, ahead, ahead->stints.count, (int)ahead->stints.count);
    dataset->record_count = record;
    *added = true;

cleanup:
    return status;
}

ent_status_t ent_i_ahead_take(ent_i_ahead_t *ahead, size_t row, size_t *taken, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const verdict_t *verdict;
    finding_t *finding;
    bool added = false;

    *taken = 0;
    if (ahead == NULL)
        return ENT_OK;
    if (row >= ahead->stints.end) {
        ENT_TRY(ent_i_stints_judge(&ahead->stints, row, judge_stint, ahead, err));
        ENT_TRY(add_stints(ahead, &added, err));
    }
    if (added) {
        *taken = ahead->stints.end - row;
        goto cleanup;
    }
    finding = &ahead->finding[(row - ahead->stints.first) / STINT];
    verdict = &finding->verdict[(row - ahead->stints.first) % STINT];
    if (verdict->plain)
        ENT_TRY(add_tie(ahead, ahead->sheet->row_first + row, &finding->known, verdict, err));
    *taken = verdict->plain;

cleanup:
    return status;
}
