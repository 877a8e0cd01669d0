/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a map's legend and notes say. */
#include <math.h>

#include "figure/map_i.h"
#include "layout/land.h"
#include "layout/sphere.h"

/* Names of actors without a place that a note lists. */
enum { MOST_LISTED = 5 };

/* Who is not on the map though it is a place. */
static void note_missing(ent_i_atlas_t *atlas)
{
    ent_i_page_t *page = atlas->page;
    ent_i_scene_t *scene = page->scene;
    const char *list = "";
    const char *sentence = NULL;
    size_t missing = 0;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];

        if (page->shown[i] || (mark->kind != ENT_KIND_CITY && mark->kind != ENT_KIND_ACTOR))
            continue;
        if (missing++ < MOST_LISTED)
            list = ent_i_scene_printf(scene, "%s%s%s", list, missing > 1 ? ", " : "",
                                      ent_i_mark_name(page, mark));
    }
    if (missing == 0)
        return;
    if (missing > MOST_LISTED)
        list = ent_i_say(scene, ENT_SAY_AND_MORE, list,
                         ent_i_say_count(scene, missing - MOST_LISTED), NULL);
    sentence = ent_i_say(scene, ENT_SAY_NO_PLACE, list, NULL, NULL);
    ent_i_page_note(page, sentence);
    ent_i_page_warn(page, sentence);
}

/* How many ties have no line, no dot and no place in the list, as an end has no coordinates. */
static void note_lineless(ent_i_atlas_t *atlas)
{
    ent_i_page_t *page = atlas->page;
    size_t count = 0;

    for (size_t i = 0; i < page->plan.link_count; i++) {
        const ent_i_link_t *link = &page->plan.link[i];

        count += link->tie != ENT_NONE && link->stroke != ENT_STROKE_MEMBERSHIP &&
                 link->stroke != ENT_STROKE_AGREEMENT && !ent_i_map_shows(atlas, link);
    }
    if (count > 0)
        ent_i_page_note(
            page,
            ent_i_say(page->scene, ENT_SAY_LINELESS, ent_i_say_count(page->scene, count),
                      ent_i_say_count(page->scene, ent_network_tie_count(page->network)), NULL));
}

const char *ent_i_map_say_unseen(const ent_i_atlas_t *atlas)
{
    const ent_i_page_t *page = atlas->page;

    if (atlas->unseen == 0)
        return "";
    return ent_i_say(page->scene, ENT_SAY_UNSEEN, ent_i_say_count(page->scene, atlas->unseen), NULL,
                     NULL);
}

/* Whether the view has memberships at all: without them nobody's is unknown. */
static bool shows_memberships(const ent_i_page_t *page)
{
    ent_view_t view = ent_network_view(page->network);

    return (view == ENT_VIEW_WHOLE || view == ENT_VIEW_AFFILIATIONS) &&
           (page->plan.badge_count > 0 || page->plan.stroke_count[ENT_STROKE_MEMBERSHIP] > 0);
}

/* The entries that only a map has; lines and sizes are those of any figure. */
void ent_i_map_legend(ent_i_atlas_t *atlas, ent_i_legend_t *legend)
{
    ent_i_page_t *page = atlas->page;
    ent_i_scene_t *scene = page->scene;
    ent_i_legend_t common = {0};
    const ent_network_options_t *options = ent_network_options(page->network);
    bool dated = options != NULL && options->selection.dated;
    bool parties = false, members = false, others = false, tied = false;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];
        bool member = mark->badges != 0 || mark->member;
        bool front = atlas->prominent[i] && atlas->lines;

        parties |= page->shown[i] && front;
        members |= page->shown[i] && !front && member;
        others |= page->shown[i] && !front && !member;
        tied |= page->shown[i] && !front && !member && mark->tied;
    }
    ent_i_legend_make(&common, page);
    if (members) {
        ent_i_mark_t badge = {.vertex = page->plan.badge[0].vertex};
        ent_i_entry_t *entry = ent_i_legend_add(
            legend, ENT_SWATCH_MARK,
            page->plan.badge_count == 1
                ? ent_i_say(scene, ENT_SAY_MEMBER_OF, ent_i_mark_name(page, &badge), NULL, NULL)
                : ent_i_say(scene, ENT_SAY_MEMBER, NULL, NULL, NULL));

        entry->kind = ENT_KIND_CITY;
        entry->radius = ent_i_map_dot(page);
        entry->color = ent_i_kind_color(page->options, ENT_KIND_CITY);
        entry->color.alpha = 0.55;
    }
    if (others) {
        ent_i_entry_t *entry = ent_i_legend_add(legend, ENT_SWATCH_MARK,
                                                ent_i_say(scene,
                                                          shows_memberships(page) ? ENT_SAY_PLACE
                                                          : tied                  ? ENT_SAY_NO_LINE
                                                          : dated ? ENT_SAY_NOT_IN_FORCE
                                                                  : ENT_SAY_ISOLATES,
                                                          NULL, NULL, NULL));

        entry->kind = ENT_KIND_CITY;
        entry->radius = ent_i_map_dot(page);
        entry->color = ent_i_ink(page->options->theme, ENT_OTHER);
    }
    if (parties && page->plan.stroke_count[ENT_STROKE_AGREEMENT] > 0) {
        ent_i_entry_t *entry = ent_i_legend_add(legend, ENT_SWATCH_MARK,
                                                ent_i_say(scene, ENT_SAY_PARTY, NULL, NULL, NULL));

        entry->kind = ENT_KIND_CITY;
        entry->radius = 0.42 * page->look->legend;
        entry->color = ent_i_kind_color(page->options, ENT_KIND_CITY);
    }
    for (size_t i = 0; i < common.count; i++) {
        const ent_i_entry_t *entry = &common.entry[i];

        if (entry->swatch != ENT_SWATCH_BADGE &&
            (entry->swatch != ENT_SWATCH_MARK || entry->kind == ENT_KIND_ACTOR) &&
            (entry->swatch != ENT_SWATCH_LINE || entry->stroke != ENT_STROKE_MEMBERSHIP))
            *ent_i_legend_add(legend, entry->swatch, entry->text) = *entry;
    }
}

/* Whether somebody on the map is not named because no line leads there. */
static bool has_dots(const ent_i_atlas_t *atlas)
{
    for (size_t i = 0; i < atlas->page->plan.mark_count; i++) {
        if (atlas->page->shown[i] && !atlas->prominent[i])
            return true;
    }
    return false;
}

static bool has_arcs(const ent_i_atlas_t *atlas)
{
    for (int stroke = 0; stroke < ENT_STROKE_COUNT; stroke++) {
        if (atlas->page->stroke_shown[stroke])
            return true;
    }
    return false;
}

/* Whether a mark on the map of a part of the world touches none of the land drawn. */
static bool is_at_sea(const ent_i_atlas_t *atlas, size_t mark)
{
    enum { AROUND = 8 };
    double north = atlas->latitude[mark], east = remainder(atlas->longitude[mark], 360);
    double reach = atlas->page->plan.mark[mark].radius / atlas->map.scale / ent_i_radians;

    if (ent_i_is_on_land(north, east))
        return false;
    for (int i = 0; i < AROUND; i++) {
        double angle = 360.0 / AROUND * i * ent_i_radians;
        double along = reach * sin(angle) / fmax(cos(north * ent_i_radians), 1e-6);

        if (ent_i_is_on_land(north + reach * cos(angle), east + along))
            return false;
    }
    return true;
}

/* The outline is one for all scales: on the map of a part its faults are seen. */
static void note_coast(const ent_i_atlas_t *atlas)
{
    ent_i_page_t *page = atlas->page;

    for (size_t i = 0; i < page->plan.mark_count && !atlas->map.whole; i++) {
        if (!page->shown[i] || !is_at_sea(atlas, i))
            continue;
        ent_i_page_note(page, ent_i_say(page->scene, ENT_SAY_COAST, NULL, NULL, NULL));
        return;
    }
}

void ent_i_map_notes(ent_i_atlas_t *atlas)
{
    ent_i_page_t *page = atlas->page;

    note_missing(atlas);
    note_lineless(atlas);
    atlas->unseen_note = page->note_count;
    if (atlas->unseen > 0)
        ent_i_page_note(page, ent_i_map_say_unseen(atlas));
    if (has_dots(atlas) && atlas->lines)
        ent_i_page_note(page, ent_i_say(page->scene, ENT_SAY_ONLY_PARTIES, NULL, NULL, NULL));
    if (has_arcs(atlas) && atlas->map.whole)
        ent_i_page_note(page, ent_i_say(page->scene, ENT_SAY_GREAT_CIRCLES, NULL, NULL, NULL));
    ent_i_page_note(page, ent_i_say(page->scene,
                                    atlas->map.whole ? ENT_SAY_OUTLINE : ENT_SAY_OUTLINE_PART, NULL,
                                    NULL, NULL));
    note_coast(atlas);
    if (page->options->borders)
        ent_i_page_note(page, ent_i_say(page->scene, ENT_SAY_BORDERS, NULL, NULL, NULL));
}
