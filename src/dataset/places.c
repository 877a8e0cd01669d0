/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where actors are that only ties name: coordinates beside the ends of ties. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset_i.h"

/* Degrees, some ten kilometres: farther apart two places of one actor are told. */
static const double apart = 0.1;

/* What one row says of one end. */
struct ent_i_place_said {
    ent_id_t actor;
    double latitude;
    double longitude;
};

/* Both coordinates of an end or none. */
static void check_pair(ent_i_judge_t *judge, const ent_i_tie_draft_t *draft, int end)
{
    bool north = !isnan(draft->latitude[end]), east = !isnan(draft->longitude[end]);

    if (north != east && !judge->failed)
        ent_i_reject(judge, NULL,
                     "found a %s of the %s without its %s; expected both or none: complete the "
                     "pair",
                     north ? "latitude" : "longitude", end == 0 ? "source" : "target",
                     north ? "longitude" : "latitude");
}

ent_status_t ent_i_places_add(ent_i_judge_t *judge, const ent_i_tie_draft_t *draft,
                              const ent_id_t party[2], ent_error_t *err)
{
    ent_i_load_t *load = judge->load;
    ent_status_t status = ENT_OK;

    for (int end = 0; end < 2; end++)
        check_pair(judge, draft, end);
    for (int end = 0; end < 2 && !judge->failed; end++) {
        if (isnan(draft->latitude[end]) ||
            load->dataset->actor_row[party[end]] != ENT_NO_ROW) /* a table says where it is */
            continue;
        ENT_TRY(ENT_GROW(load->said, load->said_count, load->said_capacity, err));
        load->said[load->said_count++] = (ent_i_place_said_t){.actor = party[end],
                                                              .latitude = draft->latitude[end],
                                                              .longitude = draft->longitude[end]};
    }

cleanup:
    return status;
}

void ent_i_places_drop(ent_i_load_t *load)
{
    free(load->said);
    load->said = NULL;
    load->said_count = load->said_capacity = 0;
}

static int by_actor(const void *left, const void *right)
{
    const ent_i_place_said_t *a = left;
    const ent_i_place_said_t *b = right;

    if (a->actor != b->actor)
        return a->actor < b->actor ? -1 : 1;
    if (a->latitude != b->latitude)
        return a->latitude < b->latitude ? -1 : 1;
    return a->longitude < b->longitude ? -1 : a->longitude > b->longitude;
}

/* The place that most rows give, the southernmost of equals; says whether any is far from it. */
static bool settle(ent_actor_t *actor, const ent_i_place_said_t *said, size_t count)
{
    size_t most = 0;

    for (size_t i = 0, same = 0; i < count; i += same) {
        same = 1;
        while (i + same < count && said[i + same].latitude == said[i].latitude &&
               said[i + same].longitude == said[i].longitude)
            same++;
        if (same <= most)
            continue;
        most = same;
        actor->latitude = said[i].latitude;
        actor->longitude = said[i].longitude;
    }
    for (size_t i = 0; i < count; i++)
        if (fabs(said[i].latitude - actor->latitude) > apart ||
            fabs(remainder(said[i].longitude - actor->longitude, 360)) > apart)
            return true;
    return false;
}

void ent_i_places_settle(ent_i_load_t *load, const ent_i_sheet_t *sheet)
{
    const char *example = NULL;
    size_t doubtful = 0;

    if (load->said_count > 0)
        qsort(load->said, load->said_count, sizeof *load->said, by_actor);
    for (size_t i = 0, count = 0; i < load->said_count; i += count) {
        ent_actor_t *actor = &load->dataset->actor[load->said[i].actor];

        count = 1;
        while (i + count < load->said_count && load->said[i + count].actor == load->said[i].actor)
            count++;
        if (!settle(actor, load->said + i, count))
            continue;
        doubtful++;
        if (example == NULL || strcmp(actor->id, example) < 0)
            example = actor->id;
    }
    if (doubtful > 0)
        ent_i_tell(load, sheet, ENT_WARNING, sheet->header_line, 1,
                   "%zu actor%s more than one place in these ties, such as %s; the one that most "
                   "rows give is taken: tell them apart by name, or correct the coordinates",
                   doubtful, doubtful == 1 ? " has" : "s have", ent_i_quote(load, example));
    ent_i_places_drop(load);
}
