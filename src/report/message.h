/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the report says, in its languages: a template a message, a file a language.
 *
 * {1} stands for the first argument; {1|actor|actors} for the first word when the first argument
 * is "1", else for the second. */
#ifndef ENT_REPORT_MESSAGE_H
#define ENT_REPORT_MESSAGE_H

#include <stdarg.h>

#include "base/memory.h"

typedef enum ent_i_message {
    /* lists of names */
    ENT_MSG_AND,
    ENT_MSG_COMMA,
    ENT_MSG_MORE,
    /* findings */
    ENT_MSG_PARTNERS,
    ENT_MSG_PARTNERS_SHARED,
    ENT_MSG_NEIGHBOURS,
    ENT_MSG_NEIGHBOURS_SHARED,
    ENT_MSG_AGREEMENTS,
    ENT_MSG_ABROAD,
    ENT_MSG_BRIDGE,
    ENT_MSG_JOINER,
    ENT_MSG_CONNECTED,
    ENT_MSG_PIECES,
    ENT_MSG_ISOLATES,
    ENT_MSG_REGIONS,
    ENT_MSG_REGION_PAIR,
    ENT_MSG_COUNTRIES,
    ENT_MSG_CUT_OFF,
    ENT_MSG_GROUPS,
    ENT_MSG_GROUPS_DIFFER,
    ENT_MSG_SHARED_RANKS,
    ENT_MSG_ASIDE,
    ENT_MSG_ASIDE_STATUS,
    ENT_MSG_STATUS, /* in the order of ent_tie_status_t */
    ENT_MSG_STATUS_PLANNED,
    ENT_MSG_STATUS_EXPIRED,
    ENT_MSG_STATUS_TERMINATED,
    ENT_MSG_STATUS_WITHDRAWN,
    ENT_MSG_STATUS_DISPUTED,
    ENT_MSG_ASIDE_DATE,
    ENT_MSG_MAYBE,
    ENT_MSG_CONTRADICTIONS,
    ENT_MSG_COVERAGE,
    ENT_MSG_DOMINANT,
    ENT_MSG_DOMINANT_ALONE,
    ENT_MSG_REJECTED,
    ENT_MSG_LEAD_AGREEMENTS,
    ENT_MSG_LEAD_WHOLE,
    /* the page */
    ENT_MSG_AS_OF,
    ENT_MSG_UNDATED,
    ENT_MSG_KEY_NUMBERS,
    ENT_MSG_FINDINGS,
    ENT_MSG_NOTES,
    ENT_MSG_NO_FINDINGS,
    ENT_MSG_NOTE_ASSOCIATION,
    ENT_MSG_FIGURES,
    ENT_MSG_FIGURE_NETWORK,
    ENT_MSG_FIGURE_AGREEMENTS,
    ENT_MSG_FIGURE_MAP,
    ENT_MSG_FIGURE_AFFILIATIONS,
    ENT_MSG_FIGURE_FILES,
    ENT_MSG_FIGURE_ABSENT,
    ENT_MSG_NO_AGREEMENTS,
    ENT_MSG_NO_MEMBERSHIPS,
    ENT_MSG_NO_ACTORS,
    ENT_MSG_TITLE_FIGURE,
    ENT_MSG_TITLE_REJECTED,
    ENT_MSG_NO_COORDINATES,
    ENT_MSG_NO_BROKERS,
    ENT_MSG_NO_GROUPS,
    ENT_MSG_NO_COVERAGE,
    ENT_MSG_RANKS,
    ENT_MSG_TOP_OF_VIEW,
    ENT_MSG_BROKERS,
    ENT_MSG_BROKERS_CAPTION,
    ENT_MSG_GROUPS_HEADING,
    ENT_MSG_GROUPS_CAPTION,
    ENT_MSG_GROUPS_PROVEN,
    ENT_MSG_CORE_TEXT,
    ENT_MSG_CORE_EXACT,
    ENT_MSG_CORE_TRIED,
    ENT_MSG_EXPAND,
    ENT_MSG_EXPAND_CAPTION,
    ENT_MSG_EXPAND_TEXT,
    ENT_MSG_QUALITY,
    ENT_MSG_ACCOUNTS_CAPTION,
    ENT_MSG_FAULTS_CAPTION,
    ENT_MSG_NO_FAULTS,
    ENT_MSG_CONTRADICTIONS_HEADING,
    ENT_MSG_CONTRADICTIONS_CAPTION,
    ENT_MSG_NO_CONTRADICTIONS,
    ENT_MSG_CONTRADICTION,
    ENT_MSG_COVERAGE_HEADING,
    ENT_MSG_COVERAGE_CAPTION,
    ENT_MSG_COVERAGE_SOURCES,
    ENT_MSG_COVERAGE_UNSOURCED,
    ENT_MSG_COVERAGE_ONE_SIDED,
    ENT_MSG_METHODS,
    ENT_MSG_METHODS_TEXT,
    ENT_MSG_METHODS_CAPTION,
    ENT_MSG_PAPER,
    ENT_MSG_PAPER_DATA,
    ENT_MSG_PAPER_AS_OF,
    ENT_MSG_PAPER_VIEW,
    ENT_MSG_PAPER_MEASURES,
    ENT_MSG_PAPER_GROUPS,
    ENT_MSG_PAPER_CORE,
    ENT_MSG_PAPER_PROGRAM,
    ENT_MSG_SOURCES,
    ENT_MSG_SOURCES_CAPTION,
    ENT_MSG_FILES,
    ENT_MSG_VIEW_WHOLE,
    ENT_MSG_VIEW_AGREEMENTS,
    ENT_MSG_VIEW_AFFILIATIONS,
    /* labels of numbers and columns */
    ENT_MSG_COL_ACTORS,
    ENT_MSG_COL_CITIES,
    ENT_MSG_COL_NETWORKS,
    ENT_MSG_COL_ORGANISATIONS,
    ENT_MSG_COL_EVENTS,
    ENT_MSG_COL_COUNTRIES,
    ENT_MSG_COL_AGREEMENTS,
    ENT_MSG_COL_MEMBERSHIPS,
    ENT_MSG_COL_ATTENDANCES,
    ENT_MSG_COL_EDGES,
    ENT_MSG_COL_RANK,
    ENT_MSG_COL_NAME,
    ENT_MSG_COL_COUNTRY,
    ENT_MSG_COL_GROUP,
    ENT_MSG_COL_SIZE,
    ENT_MSG_COL_STABILITY,
    ENT_MSG_COL_MEMBERS,
    ENT_MSG_COL_FILE,
    ENT_MSG_COL_LINE,
    ENT_MSG_COL_ROWS,
    ENT_MSG_COL_USED,
    ENT_MSG_COL_MERGED,
    ENT_MSG_COL_SET_ASIDE,
    ENT_MSG_COL_REJECTED,
    ENT_MSG_COL_BLANK,
    ENT_MSG_COL_SEVERITY,
    ENT_MSG_COL_MESSAGE,
    ENT_MSG_COL_VALUE,
    ENT_MSG_COL_DATE,
    ENT_MSG_COL_SOURCE,
    ENT_MSG_COL_NOTE,
    ENT_MSG_COL_SHARE,
    ENT_MSG_COL_THEN,
    ENT_MSG_COL_SUBJECT,
    ENT_MSG_COL_MEASURE,
    ENT_MSG_COL_DEFINITION,
    ENT_MSG_COL_UNDEFINED,
    ENT_MSG_COL_REFERENCE,
    ENT_MSG_COL_TITLE,
    ENT_MSG_COL_PUBLISHER,
    ENT_MSG_VIEW_NOTE,
    ENT_MSG_MORE_ROWS,
    ENT_MSG_EXCEL,
    ENT_MSG_NO_SOURCES,
    ENT_MSG_MADE_BY,
    ENT_MSG_ALL_TABLES,
    /* the profile */
    ENT_MSG_PROFILE_CITY, /* in the order of ent_kind_t */
    ENT_MSG_PROFILE_NETWORK,
    ENT_MSG_PROFILE_ORGANISATION,
    ENT_MSG_PROFILE_EVENT_KIND,
    ENT_MSG_PROFILE_ACTOR,
    ENT_MSG_PROFILE_ID,
    ENT_MSG_PROFILE_NAME,
    ENT_MSG_PROFILE_NAMES,
    ENT_MSG_PROFILE_ALIASES,
    ENT_MSG_PROFILE_ATTRIBUTES,
    ENT_MSG_PROFILE_UNDESCRIBED,
    ENT_MSG_PROFILE_DESCRIBED,
    ENT_MSG_PROFILE_REJECTED,
    ENT_MSG_PROFILE_OFFICES,
    ENT_MSG_PROFILE_HEAD,
    ENT_MSG_PROFILE_HEAD_ASIDE,
    ENT_MSG_PROFILE_NAMED,
    ENT_MSG_PROFILE_NO_TIES,
    ENT_MSG_PROFILE_MORE,
    ENT_MSG_PROFILE_SIGNED,
    ENT_MSG_PROFILE_FROM,
    ENT_MSG_PROFILE_TO,
    ENT_MSG_PROFILE_TERM,
    ENT_MSG_PROFILE_ACTIVE, /* in the order of ent_tie_status_t */
    ENT_MSG_PROFILE_PLANNED,
    ENT_MSG_PROFILE_EXPIRED,
    ENT_MSG_PROFILE_TERMINATED,
    ENT_MSG_PROFILE_WITHDRAWN,
    ENT_MSG_PROFILE_DISPUTED,
    ENT_MSG_PROFILE_NOT_STATUS,
    ENT_MSG_PROFILE_NOT_DATE,
    ENT_MSG_PROFILE_MAYBE,
    ENT_MSG_PROFILE_ALWAYS,
    ENT_MSG_PROFILE_WEIGHT,
    ENT_MSG_PROFILE_CONFIDENCE,
    ENT_MSG_PROFILE_EVENT,
    ENT_MSG_PROFILE_TOPICS,
    ENT_MSG_PROFILE_SIGNED_BY,
    ENT_MSG_PROFILE_ON_BEHALF,
    ENT_MSG_PROFILE_REPORTED,
    ENT_MSG_PROFILE_NOTE,
    ENT_MSG_PROFILE_ROWS,
    ENT_MSG_PROFILE_SOURCES,
    ENT_MSG_PROFILE_RANKS,
    ENT_MSG_PROFILE_RANK,
    ENT_MSG_PROFILE_RANK_SHARED,
    ENT_MSG_PROFILE_UNRANKED,
    ENT_MSG_PROFILE_NEIGHBOURS,
    ENT_MSG_PROFILE_GROUP,
    ENT_MSG_PROFILE_GROUP_ALONE,
    ENT_MSG_PROFILE_STABILITY,
    ENT_MSG_PROFILE_DISPUTES,
    ENT_MSG_PROFILE_NEAR_SELF, /* in the order of ent_i_nearness_t */
    ENT_MSG_PROFILE_NEAR_AGREEMENT,
    ENT_MSG_PROFILE_NEAR_EVENT,
    ENT_MSG_PROFILE_NEAR_NETWORK,
    ENT_MSG_PROFILE_DISPUTE,
    ENT_MSG_PROFILE_CLAIM_DATE,
    ENT_MSG_COUNT
} ent_i_message_t;

/* The templates of one language; NULL where it has none. */
extern const char *const ent_i_messages_en[ENT_MSG_COUNT];
extern const char *const ent_i_messages_es[ENT_MSG_COUNT];
extern const char *const ent_i_messages_ko[ENT_MSG_COUNT];

/* Appends a message in a language (one that has no templates gets English). The arguments are
 * strings, a NULL behind the last. */
void ent_i_message_put(ent_i_text_t *text, const char *language, ent_i_message_t message, ...)
    __attribute__((sentinel));

/* The same from a list of arguments. */
void ent_i_message_put_arguments(ent_i_text_t *text, const char *language, ent_i_message_t message,
                                 va_list arguments);

/* Appends names as a list: "A", "A and B", "A, B and C", "A, B and 7 others" past `shown`. */
void ent_i_message_put_list(ent_i_text_t *text, const char *language, const char *const *names,
                            size_t count, size_t shown);

/* A number as text, in memory of the caller's. */
typedef struct ent_i_digits {
    char text[40];
} ent_i_digits_t;
ent_i_digits_t ent_i_count_text(size_t count);
/* `digits` significant digits, more where the whole part has more. */
ent_i_digits_t ent_i_number_text(double number, int digits);
/* A share as a percentage, such as "97" or "0.4": two significant digits, whole from 10 up. */
ent_i_digits_t ent_i_percent_text(double share);

#endif
