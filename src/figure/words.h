/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words on a figure, in English, Spanish and Korean. */
#ifndef ENT_FIGURE_WORDS_H
#define ENT_FIGURE_WORDS_H

#include "entente/network.h"
#include "figure/scene.h"

typedef enum ent_i_word {
    ENT_SAY_AS_OF,
    ENT_SAY_COUNTS,
    ENT_SAY_COUNTS_TWO,
    ENT_SAY_ONE_TIE,
    ENT_SAY_TIES,
    ENT_SAY_KIND, /* six: in the order of ent_kind_t */
    ENT_SAY_KINDS = ENT_SAY_KIND + ENT_KIND_COUNT,
    ENT_SAY_VIEW = ENT_SAY_KINDS + ENT_KIND_COUNT,        /* in the order of ent_view_t */
    ENT_SAY_VIEW_MEMBERS = ENT_SAY_VIEW + ENT_VIEW_COUNT, /* cities, where there are none */
    ENT_SAY_BEYOND_CHANCE,
    ENT_SAY_AGREEMENT,
    ENT_SAY_MEMBERSHIP,
    ENT_SAY_ATTENDANCE,
    ENT_SAY_TIE,
    ENT_SAY_SHARED,
    ENT_SAY_PLANNED,
    ENT_SAY_DISPUTED,
    ENT_SAY_WIDTH,
    ENT_SAY_DIRECTION,
    ENT_SAY_BOTH_WAYS,
    ENT_SAY_PARALLEL,
    ENT_SAY_AREA,
    ENT_SAY_SMALLEST,
    ENT_SAY_UNDEFINED,
    ENT_SAY_NEGATIVE,
    ENT_SAY_COLOR_BY,
    ENT_SAY_HULL,
    ENT_SAY_HULLS_LEFT,
    ENT_SAY_FEWER_RUNS,
    ENT_SAY_OTHER,
    ENT_SAY_NOT_GIVEN,
    ENT_SAY_GROUP,
    ENT_SAY_BADGE,
    ENT_SAY_FOLDED,
    ENT_SAY_FOLDED_LEGEND,
    ENT_SAY_FAN_LEGEND,
    ENT_SAY_NOT_SHOWN,
    ENT_SAY_THINNED,
    ENT_SAY_ASIDES,
    ENT_SAY_LEFT_OUT,
    ENT_SAY_TOO_FEW_ROWS,
    ENT_SAY_NO_PLACE,
    ENT_SAY_AND_MORE,
    ENT_SAY_GREAT_CIRCLES,
    ENT_SAY_PARTY,
    ENT_SAY_PARTNERS,
    ENT_SAY_NAMED_GROUP, /* what figures are coloured and sized by as a rule */
    ENT_SAY_NAMED_COUNTRY,
    ENT_SAY_NAMED_REGION,
    ENT_SAY_NAMED_KIND,
    ENT_SAY_NAMED_NETWORK,
    ENT_SAY_NAMED_DEGREE,
    ENT_SAY_NAMED_BETWEENNESS,
    ENT_SAY_MEMBER_OF,
    ENT_SAY_MEMBER,
    ENT_SAY_PLACE,
    ENT_SAY_NO_LINE,
    ENT_SAY_LINELESS,
    ENT_SAY_ONLY_PARTIES,
    ENT_SAY_PLACELESS_ASIDE,
    ENT_SAY_SOURCE,
    ENT_SAY_SOURCES_IN,
    ENT_SAY_SOURCE_IN,
    ENT_SAY_OUTLINE,
    ENT_SAY_OUTLINE_PART,
    ENT_SAY_BORDERS,
    ENT_SAY_MISSING_GLYPHS,
    ENT_SAY_INSET,
    ENT_SAY_ISOLATES,
    ENT_SAY_NOT_IN_FORCE,
    ENT_SAY_APART,
    ENT_SAY_EMPTY,
    ENT_SAY_NO_TIES,
    ENT_SAY_UNTITLED,
    ENT_SAY_ALT,
    ENT_SAY_ALT_LEADERS,
    ENT_SAY_ALT_COLORS,
    ENT_SAY_ALT_HULLS,
    ENT_SAY_ALT_PLANNED,
    ENT_SAY_ALT_DISPUTED,
    ENT_SAY_PICTURE_NETWORK,
    ENT_SAY_PICTURE_MAP,
    ENT_SAY_PICTURE_COLUMNS,
    ENT_SAY_PICTURE_RINGS,
    ENT_SAY_PICTURE_ARC,
    ENT_SAY_PICTURE_CIRCLE,
    ENT_SAY_PICTURE_CHORD,
    ENT_SAY_PICTURE_MATRIX,
    ENT_SAY_PICTURE_TIMELINE,
    ENT_SAY_EGO,
    ENT_SAY_CUT,
    ENT_SAY_RING_PARTNERS,
    ENT_SAY_RING_SECOND,
    ENT_SAY_RING_AWAY,
    ENT_SAY_RINGS_AWAY,
    ENT_SAY_RING_APART,
    ENT_SAY_SECTION_AGREEMENTS,
    ENT_SAY_SECTION_TIES,
    ENT_SAY_SECTION_MEMBERSHIPS,
    ENT_SAY_SECTION_EVENTS,
    ENT_SAY_EXPIRED,
    ENT_SAY_TERMINATED,
    ENT_SAY_WITHDRAWN,
    ENT_SAY_MEMBERSHIPS,
    ENT_SAY_MEMBERSHIPS_UNDATED,
    ENT_SAY_OVER,
    ENT_SAY_IMPRECISE,
    ENT_SAY_OPEN_END,
    ENT_SAY_STEPS,
    ENT_SAY_RECORDS,
    ENT_SAY_RECORDS_COUNTED,
    ENT_SAY_UNDATED,
    ENT_SAY_ROWS_LEFT_OUT,
    ENT_SAY_TIME_TOLD,
    ENT_SAY_RINGS_BY,
    ENT_SAY_RING_UNDEFINED,
    ENT_SAY_RINGS_RANGES,
    ENT_SAY_RINGS_SCALE,
    ENT_SAY_ARC_OF,
    ENT_SAY_ARC_TIES,
    ENT_SAY_ARC_RECORDS,
    ENT_SAY_ARC_WEIGHT,
    ENT_SAY_WITHIN,
    ENT_SAY_RIBBON,
    ENT_SAY_RIBBON_WIDTH,
    ENT_SAY_NO_VALUE,
    ENT_SAY_NO_ARC,
    ENT_SAY_ONE_ARC,
    ENT_SAY_NOT_COUNTED,
    ENT_SAY_DARKER,
    ENT_SAY_BLOCKS,
    ENT_SAY_ROW_TO_COLUMN,
    ENT_SAY_MATRIX_ORDER,
    ENT_SAY_MATRIX_OF_GROUPS,
    ENT_SAY_GROUP_ROW,
    ENT_SAY_SMALL_GROUPS,
    ENT_SAY_COUNT
} ent_i_word_t;

/* The words in the scene's language, {0}, {1}, {2} replaced by the arguments (NULL: nothing); owned
 * by the scene. */
const char *ent_i_say(ent_i_scene_t *scene, ent_i_word_t word, const char *a, const char *b,
                      const char *c);

/* The word for an attribute or a measure that figures show as a rule; NULL for others. */
const char *ent_i_say_named(const ent_i_scene_t *scene, const char *name);

/* A whole number with its thousands apart, owned by the scene. */
const char *ent_i_say_count(ent_i_scene_t *scene, size_t count);
/* A number as people write it, never with an exponent: whole ones in full, others with so many
 * significant digits; owned by the scene. */
const char *ent_i_say_number(ent_i_scene_t *scene, double number, int digits);

/* "1 city", "302 cities". */
const char *ent_i_say_kinds(ent_i_scene_t *scene, ent_kind_t kind, size_t count);

#endif
