/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tables of ties: who the parties are, what evidence names whom. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/ahead.h"

enum { PARTIES = 4096 /* a list of parties may have this many */ };

static bool is_made(const ent_i_load_t *load, ent_id_t actor)
{
    return load->dataset->actor_row[actor] == ENT_NO_ROW;
}

/* A network or an event must be one; an actor made from ties becomes what it is used as. */
static bool check_kind(ent_i_judge_t *judge, const ent_i_cell_t *cell, ent_id_t actor,
                       ent_kind_t kind)
{
    ent_i_load_t *load = judge->load;
    ent_actor_t *found = &load->dataset->actor[actor];

    if (found->kind == kind)
        return true;
    if (is_made(load, actor) && found->kind == ENT_KIND_ACTOR) {
        /* A rejected row says nothing of anybody. */
        if (!judge->failed)
            found->kind = kind;
        return true;
    }
    return ent_i_reject(
        judge, cell, "%s is of kind %s; expected %s %s: correct the name, or list it in %ss.csv",
        ent_i_quote(load, cell->text), ent_kind_name(found->kind),
        kind == ENT_KIND_EVENT ? "an" : "a", ent_kind_name(kind), ent_kind_name(kind));
}

static bool check_not_event(ent_i_judge_t *judge, const ent_i_cell_t *cell, ent_id_t actor,
                            const char *what)
{
    const ent_i_load_t *load = judge->load;

    if (!load->has[ENT_ROLE_EVENTS] || load->dataset->actor[actor].kind != ENT_KIND_EVENT ||
        is_made(load, actor))
        return true;
    return ent_i_reject(judge, cell,
                        "the %s %s is an event; expected a city, a network or an organisation",
                        what, ent_i_quote(judge->load, cell->text));
}

static int compare_ids(const void *left, const void *right)
{
    ent_id_t a = *(const ent_id_t *)left;
    ent_id_t b = *(const ent_id_t *)right;

    return (a > b) - (a < b);
}

static void refuse_self(ent_i_judge_t *judge, const ent_i_cell_t *cell, ent_id_t actor)
{
    ent_i_reject(judge, cell,
                 "the tie joins %s to itself; expected two different actors: correct one end or "
                 "remove the row",
                 ent_i_quote(judge->load, judge->load->dataset->actor[actor].name));
}

static bool is_given(const ent_i_cell_t *cell)
{
    return cell->text != NULL && *cell->text != '\0';
}

/* The two ends of a membership, an attendance or an edge. */
static bool read_ends(ent_i_judge_t *judge, ent_i_tie_draft_t *draft, ent_id_t party[2])
{
    const ent_i_rule_t *rule = ent_i_role_info(judge->sheet->role)->rule;
    ent_tie_kind_t kind = draft->record.kind;
    ent_kind_t second = kind == ENT_TIE_MEMBERSHIP   ? ENT_KIND_NETWORK
                        : kind == ENT_TIE_ATTENDANCE ? ENT_KIND_EVENT
                                                     : ENT_KIND_COUNT;

    party[0] = party[1] = ENT_NONE;
    if (is_given(&draft->end[0]))
        party[0] = ent_i_resolve(judge, &draft->end[0], rule[0].name, ENT_KIND_COUNT);
    if (is_given(&draft->end[1]))
        party[1] = ent_i_resolve(judge, &draft->end[1], rule[1].name, second);
    if (party[0] == ENT_NONE || party[1] == ENT_NONE)
        return false;
    if (party[0] == party[1]) {
        refuse_self(judge, &draft->end[1], party[0]);
        return false;
    }
    if (second != ENT_KIND_COUNT && !check_kind(judge, &draft->end[1], party[1], second))
        return false;
    return kind == ENT_TIE_EDGE || check_not_event(judge, &draft->end[0], party[0], rule[0].name);
}

/* Adds one party of an agreement; the same twice is a self-tie. */
static void add_party(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *what,
                      ent_id_t *party, size_t *count)
{
    ent_id_t actor = ent_i_resolve(judge, cell, what, ENT_KIND_COUNT);

    if (actor == ENT_NONE || !check_not_event(judge, cell, actor, what))
        return;
    for (size_t i = 0; i < *count; i++)
        if (party[i] == actor) {
            refuse_self(judge, cell, actor);
            return;
        }
    if (*count == PARTIES)
        ent_i_reject(judge, cell,
                     "the agreement has more than %d parties; make it a network with "
                     "members",
                     PARTIES);
    else
        party[(*count)++] = actor;
}

static void read_party_list(ent_i_judge_t *judge, const ent_i_cell_t *cell, ent_id_t *party,
                            size_t *count)
{
    const char *rest = cell->text;
    const char *item;
    size_t size;
    size_t named = 0;

    while (ent_i_list_next(&rest, &item, &size)) {
        ent_i_cell_t one = *cell;

        one.text = ent_i_keep(judge->load, item, size);
        add_party(judge, &one, "party", party, count);
        named++;
        if (*count == PARTIES && judge->failed)
            return;
    }
    if (named < 2)
        ent_i_reject(judge, cell,
                     "the list %s names one party; expected two or more, separated by ';'",
                     ent_i_quote(judge->load, cell->text));
}

static void read_parties(ent_i_judge_t *judge, ent_i_tie_draft_t *draft, ent_id_t *party,
                         size_t *count)
{
    bool a = is_given(&draft->end[0]);
    bool b = is_given(&draft->end[1]);

    *count = 0;
    if (is_given(&draft->parties) && (a || b)) {
        ent_i_reject(judge, &draft->parties,
                     "the row fills 'parties' and '%s'; expected either the list or the pair: "
                     "empty one of them",
                     a ? "party_a" : "party_b");
    } else if (is_given(&draft->parties)) {
        read_party_list(judge, &draft->parties, party, count);
    } else {
        if (!a || !b)
            ent_i_reject(judge, NULL, "'%s' is empty; every agreement needs two parties or more",
                         a   ? "party_b"
                         : b ? "party_a"
                             : "parties");
        if (a)
            add_party(judge, &draft->end[0], "party_a", party, count);
        if (b)
            add_party(judge, &draft->end[1], "party_b", party, count);
    }
}

/* The actor's id for a name in a column of evidence, or the name where nobody bears it. */
static const char *soft_name(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *name,
                             const char *what)
{
    ent_id_t actor = ent_i_resolve_softly(judge, cell, name, what);

    return actor == ENT_NONE ? ent_i_key(judge->load, name) : judge->load->dataset->actor[actor].id;
}

static const char *soft_list(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *what)
{
    ent_i_load_t *load = judge->load;
    const char *rest = cell->text;
    ent_i_text_t list = {0};
    const char *kept = "";
    const char *item;
    size_t size;

    while (ent_i_list_next(&rest, &item, &size)) {
        if (list.size > 0)
            ent_i_text_putc(&list, ';');
        ent_i_text_puts(&list, soft_name(judge, cell, ent_i_keep(load, item, size), what));
    }
    if (list.failed)
        load->no_memory = true;
    else if (list.size > 0)
        kept = ent_i_keep(load, list.bytes, list.size);
    ent_i_text_free(&list);
    return kept;
}

static void read_evidence(ent_i_judge_t *judge, ent_i_tie_draft_t *draft)
{
    ent_i_load_t *load = judge->load;

    if (is_given(&draft->event) && load->has[ENT_ROLE_EVENTS]) {
        ent_id_t event = ent_i_resolve(judge, &draft->event, "event", ENT_KIND_EVENT);

        if (event != ENT_NONE && check_kind(judge, &draft->event, event, ENT_KIND_EVENT))
            draft->record.event = load->dataset->actor[event].id;
    } else if (is_given(&draft->event)) {
        draft->record.event = soft_name(judge, &draft->event, draft->event.text, "event");
    }
    if (is_given(&draft->on_behalf_of))
        draft->record.on_behalf_of = soft_list(judge, &draft->on_behalf_of, "on_behalf_of");
    if (is_given(&draft->reported_by))
        draft->record.reported_by = soft_list(judge, &draft->reported_by, "reported_by");
    ent_i_check_sources(judge, draft->record.source);
}

/* `Type` of an edge: a direction, or any other word, which stays an attribute. */
static void read_direction(ent_i_judge_t *judge, ent_i_tie_draft_t *draft)
{
    const char *key =
        is_given(&draft->direction) ? ent_i_column_key(judge->load, draft->direction.text) : "";
    bool directed = strcmp(key, "directed") == 0;

    judge->load->directed += directed;
    draft->record.directed = judge->load->options->directed && strcmp(key, "undirected") != 0;
}

void ent_i_tie_blank(ent_i_tie_draft_t *draft, ent_tie_kind_t kind)
{
    *draft = (ent_i_tie_draft_t){.record = {.kind = kind,
                                            .id = "",
                                            .repeats = ENT_NONE,
                                            .type = "",
                                            .role = "",
                                            .signed_text = "",
                                            .from_text = "",
                                            .to_text = "",
                                            .signed_by = "",
                                            .on_behalf_of = "",
                                            .event = "",
                                            .topics = "",
                                            .reported_by = "",
                                            .source = "",
                                            .note = "",
                                            .weight = NAN,
                                            .confidence = NAN},
                                 .latitude = {NAN, NAN},
                                 .longitude = {NAN, NAN}};
    draft->signed_on.date = draft->from.date = draft->to.date = ent_i_date_unknown();
}

static int32_t add_months(int32_t day, int months)
{
    return day == ENT_DAY_MIN || day == ENT_DAY_MAX ? day : ent_i_day_add_months(day, months);
}

/* Start = from, else signed; end = to, else start + term_months, else open. */
static void read_dates(ent_i_judge_t *judge, ent_i_tie_draft_t *draft)
{
    const ent_i_dated_t *start = draft->from.date.known ? &draft->from : &draft->signed_on;
    ent_record_t *record = &draft->record;

    if (draft->signed_on.cell.text != NULL)
        record->signed_text = draft->signed_on.cell.text;
    if (draft->from.cell.text != NULL)
        record->from_text = draft->from.cell.text;
    if (draft->to.cell.text != NULL)
        record->to_text = draft->to.cell.text;
    record->start = ent_i_period(&start->date);
    record->end = ent_i_period(&draft->to.date);
    if (!record->end.known && record->term_months > 0 && record->start.known)
        record->end = (ent_period_t){.first = add_months(record->start.first, record->term_months),
                                     .last = add_months(record->start.last, record->term_months),
                                     .known = true};
    if (record->start.known && record->end.known && record->end.last < record->start.first)
        ent_i_reject(judge, &draft->to.cell,
                     "the tie ends on %s, before it starts on %s; correct one of the dates",
                     ent_i_quote(judge->load, record->to_text),
                     ent_i_quote(judge->load, start->cell.text));
}

bool ent_i_read_tie(ent_i_judge_t *judge, const ent_i_cell_t cell[ENT_RULE_MAX],
                    ent_i_tie_draft_t *draft)
{
    ent_tie_kind_t kind = (ent_tie_kind_t)ent_i_role_info(judge->sheet->role)->kind;

    ent_i_tie_blank(draft, kind);
    ent_i_read_draft(judge, cell, draft);
    read_dates(judge, draft);
    if (kind == ENT_TIE_EDGE)
        read_direction(judge, draft);
    return !judge->failed;
}

static ent_status_t read_tie(ent_i_judge_t *judge, ent_id_t *party, ent_error_t *err)
{
    ent_i_cell_t cell[ENT_RULE_MAX];
    ent_i_tie_draft_t draft;
    size_t count = 2;

    ent_i_gather(judge, cell);
    /* Names are judged even where another cell is at fault: one run tells everything. */
    ent_i_read_tie(judge, cell, &draft);
    if (draft.record.kind == ENT_TIE_AGREEMENT)
        read_parties(judge, &draft, party, &count);
    else
        read_ends(judge, &draft, party);
    read_evidence(judge, &draft);
    if (draft.record.kind == ENT_TIE_EDGE && !judge->failed) {
        ent_status_t status = ent_i_places_add(judge, &draft, party, err);

        if (status != ENT_OK)
            return status;
    }
    if (judge->failed)
        return ent_i_memory(judge->load, err);
    qsort(party, draft.record.kind == ENT_TIE_AGREEMENT ? count : 0, sizeof *party, compare_ids);
    draft.record.party = party;
    draft.record.party_count = count;
    return ent_i_record_place(judge, &draft, cell, err);
}

/* Two columns without names of ours: perhaps the first line is a tie, not a header. */
static void check_header(ent_i_load_t *load, const ent_i_sheet_t *sheet)
{
    const ent_i_index_t *index = &load->dataset->index;

    for (size_t c = 0; c < sheet->column_count; c++) {
        const ent_i_column_t *column = &sheet->column[c];

        if (sheet->role != ENT_ROLE_TIES || column->rule == NULL ||
            (column->rule->flags & ENT_RULE_PARTY) == 0 ||
            ent_i_index_find(index, column->name) == ENT_NONE)
            continue;
        ent_i_tell(load, sheet, ENT_WARNING, sheet->header_line, column->column,
                   "%s was read as the header of a column and is also an actor; if this line is a "
                   "tie, put a header such as source,target above it",
                   ent_i_quote(load, column->name));
        return;
    }
}

static size_t count_made(const ent_i_load_t *load, size_t first, ent_kind_t kind)
{
    size_t count = 0;

    for (size_t i = first; i < load->dataset->actor_count; i++)
        count += load->seen[i] && load->dataset->actor[i].kind == kind;
    return count;
}

/* The actors from `first` on were made from this table's ties. */
static void tell_notes(ent_i_load_t *load, ent_i_sheet_t *sheet, size_t first)
{
    if (load->folded > 0)
        ent_i_tell(load, sheet, ENT_NOTE, 0, 0,
                   "%zu name%s found by ignoring case, accents and blanks (such as %s)",
                   load->folded, load->folded == 1 ? " was" : "s were",
                   ent_i_quote(load, load->folded_example));
    if (load->directed > 0 && !load->options->directed)
        ent_i_tell(
            load, sheet, ENT_NOTE, 0, 0,
            "%zu tie%s of type Directed %s read as undirected; --directed keeps the direction",
            load->directed, load->directed == 1 ? "" : "s", load->directed == 1 ? "was" : "were");
    for (int kind = 0; kind < ENT_KIND_COUNT && !load->makes; kind++) {
        size_t made = count_made(load, first, (ent_kind_t)kind);

        if (made > 0)
            ent_i_tell(load, sheet, ENT_NOTE, 0, 0,
                       "%zu actor%s of kind %s %s made from these ties, as no table lists any",
                       made, made == 1 ? "" : "s", ent_kind_name((ent_kind_t)kind),
                       made == 1 ? "was" : "were");
    }
    ent_i_tell_forms(load, sheet);
    load->folded = load->directed = 0;
    load->folded_example = NULL;
}

static ent_status_t read_row(ent_i_judge_t *judge, ent_id_t *party, ent_error_t *err)
{
    if (judge->load->dataset->row[judge->row].state != ENT_ROW_USED)
        return ENT_OK;
    return judge->sheet->role == ENT_ROLE_MATRIX ? ent_i_read_matrix_row(judge, err)
                                                 : read_tie(judge, party, err);
}

/* Room for a tie a row, which most tables have. */
static ent_status_t make_room(ent_dataset_t *dataset, const ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_status_t status =
        ent_i_grow(&dataset->tie, &dataset->tie_capacity, dataset->record_count + sheet->shown.rows,
                   sizeof *dataset->tie, err);

    if (status == ENT_OK)
        ent_i_scattered(dataset->tie, dataset->tie_capacity * sizeof *dataset->tie);
    return status;
}

static ent_status_t read_rows(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_i_ahead_t *ahead = NULL;
    ent_id_t *party = NULL;
    ent_status_t status = ENT_OK;
    size_t taken = 0;

    ENT_TRY(ent_i_alloc(&party, PARTIES, sizeof *party, err));
    ENT_TRY(make_room(load->dataset, sheet, err));
    ENT_TRY(ent_i_ahead_new(&ahead, load, sheet, err));
    for (size_t i = 0; i<sheet->shown.rows; i += taken> 0 ? taken : 1) {
        ent_i_judge_t judge = {.load = load, .sheet = sheet, .row = sheet->row_first + i};

        ENT_TRY(taken > 1 ? ent_i_go_on(err) : ent_i_row_go_on(i, err));
        ENT_TRY(ent_i_ahead_take(ahead, i, &taken, err));
        if (taken == 0)
            ENT_TRY(read_row(&judge, party, err));
        ENT_TRY(ent_i_memory(load, err));
    }

cleanup:
    ent_i_ahead_free(ahead);
    free(party);
    return status;
}

ent_status_t ent_i_read_ties(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t first = load->dataset->actor_count;

    if (sheet->role == ENT_ROLE_MATRIX)
        ENT_TRY(ent_i_matrix_prepare(load, sheet, err));
    ENT_TRY(read_rows(load, sheet, err));
    ent_i_places_settle(load, sheet);
    tell_notes(load, sheet, first);
    check_header(load, sheet);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    if (status != ENT_OK)
        ent_i_places_drop(load);
    return status;
}
