/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the report says, in English. */
#include "document/message.h"

const char *const ent_i_messages_en[ENT_MSG_COUNT] = {
    [ENT_MSG_AND] = "{1} and {2}",
    [ENT_MSG_COMMA] = ", ",
    [ENT_MSG_MORE] = "{1} {1|other|others}",

    [ENT_MSG_PARTNERS] = "{1} has the most agreement partners: {2}.",
    [ENT_MSG_PARTNERS_SHARED] = "{1} have the most agreement partners: {2} each.",
    [ENT_MSG_NEIGHBOURS] = "{1} has the most neighbours: {2}.",
    [ENT_MSG_NEIGHBOURS_SHARED] = "{1} have the most neighbours: {2} each.",
    [ENT_MSG_AGREEMENTS] =
        "Counted by agreements rather than by partners, most belong to {1}: {2}.",
    [ENT_MSG_ABROAD] = "Most ties to regions other than its own: {1}, with {2} {3|in all|each}.",
    [ENT_MSG_BRIDGE] = "{1} {4|bridges|bridge} most: the shortest paths between {2}% of all pairs "
                       "of other actors run through {4|it|each of them} (betweenness {3}).",
    [ENT_MSG_JOINER] = "{1} {4|joins|each join} the most members: {2} of {3}.",
    [ENT_MSG_CONNECTED] = "The {1} actors with ties hang together in one piece.",
    [ENT_MSG_PIECES] =
        "The {1} actors with ties fall into {2} separate pieces; the largest holds {3} "
        "of them ({4}%).",
    [ENT_MSG_ISOLATES] = "{1} {1|actor has|actors have} no tie that counts here: {2}.",
    [ENT_MSG_REGIONS] = "{1} of the {2} {2|tie|ties} whose ends both have a region {1|joins|join} "
                        "different regions "
                        "(E-I index {3}).",
    [ENT_MSG_REGION_PAIR] = "The two regions with most ties between them, {1}, are {2} and {3}.",
    [ENT_MSG_COUNTRIES] =
        "{1} of the {2} {2|tie|ties} whose ends both have a country {1|joins|join} different "
        "countries (E-I index {3}).",
    [ENT_MSG_CUT_OFF] = "Without {1}, {2} {2|actor|actors} would be cut off from the rest of the "
                        "largest piece: {3}.",
    [ENT_MSG_GROUPS] = "The actors fall into {1} {1|group|groups} of two or more (method "
                       "{5}, {3} {3|run|runs}, modularity "
                       "{2}); on average an actor sits with the members of its group in {4}% of "
                       "the runs.",
    [ENT_MSG_GROUPS_DIFFER] = "{1} different divisions into groups are equally good: the borders "
                              "between groups are not settled by the data.",
    [ENT_MSG_SHARED_RANKS] = "{1} of {2} actors lie on no shortest path between others "
                             "(betweenness 0) and share the last rank.",
    [ENT_MSG_SHARED_MORE] =
        "{1} {1|pair|pairs} of members {1|shares|share} a network; {2} of them {2|shares|share} "
        "more "
        "networks than chance explains, given how many each member joins and how large each is.",
    [ENT_MSG_SHARED_BY_CHANCE] =
        "{1} {1|pair|pairs} of members {1|shares|share} a network, but none shares more networks "
        "than chance explains, given how many each member joins and how large each is.",
    [ENT_MSG_ASIDE] =
        "{1} {1|tie is|ties are} set aside and not counted: {2}. --include adds those "
        "of a status; --as-of chooses another date.",
    [ENT_MSG_ASIDE_STATUS] = "{1} {2}",
    [ENT_MSG_STATUS] = "active",
    [ENT_MSG_STATUS_PLANNED] = "planned",
    [ENT_MSG_STATUS_EXPIRED] = "expired",
    [ENT_MSG_STATUS_TERMINATED] = "terminated",
    [ENT_MSG_STATUS_WITHDRAWN] = "withdrawn",
    [ENT_MSG_STATUS_DISPUTED] = "disputed",
    [ENT_MSG_ASIDE_DATE] = "{1} not in force on the date",
    [ENT_MSG_MAYBE] =
        "{1} {1|tie counts|ties count} at {1|its|their} widest: the date is imprecise, "
        "and whether {1|it was|they were} in force depends on the exact day.",
    [ENT_MSG_CONTRADICTIONS] =
        "The sources contradict each other on {1} {1|point|points}: {2}. They "
        "are shown side by side below; none was settled.",
    [ENT_MSG_COVERAGE] = "{2} of the {3} {3|member|members} of {1} that the newest statement "
                         "counts ({4}) {2|is|are} "
                         "in this data set: {5}%.",
    [ENT_MSG_DOMINANT] =
        "{1} lies on {2}% of all shortest paths of the view whole and hides what is "
        "behind it: use --view agreements, or --without {3}.",
    [ENT_MSG_DOMINANT_ALONE] =
        "{1} lies on {2}% of all shortest paths of the view whole and hides what is "
        "behind it: use --without {3}.",
    [ENT_MSG_REJECTED] =
        "{1} input {1|row was|rows were} rejected (--keep-going): every number, table "
        "and figure here lacks {1|it|them}. The ledger names {1|it|them}.",
    [ENT_MSG_LEAD_AGREEMENTS] =
        "Findings, brokers and the first figure rest on the view agreements: "
        "the parties of agreements, tied by agreements only.",
    [ENT_MSG_LEAD_WHOLE] = "There is no agreement that counts, so findings, brokers and the first "
                           "figure rest on the view whole: all actors and all ties.",

    [ENT_MSG_AS_OF] = "Ties in force on {1}",
    [ENT_MSG_UNDATED] = "No tie has a date, so all count",
    [ENT_MSG_KEY_NUMBERS] = "Key numbers",
    [ENT_MSG_FINDINGS] = "Findings",
    [ENT_MSG_NOTES] = "What to keep in mind",
    [ENT_MSG_NO_FINDINGS] = "There are no ties to say anything about.",
    [ENT_MSG_NOTE_ASSOCIATION] = "The numbers describe the ties that the tables tell of. A tie "
                                 "that no source reported looks "
                                 "here like a tie that does not exist.",
    [ENT_MSG_FIGURES] = "Figures",
    [ENT_MSG_FIGURE_NETWORK] = "The whole network: agreements and memberships",
    [ENT_MSG_FIGURE_AGREEMENTS] = "Who has agreements with whom",
    [ENT_MSG_FIGURE_MAP] = "Who has agreements with whom, on a map",
    [ENT_MSG_FIGURE_AFFILIATIONS] = "Members and the networks that they belong to",
    [ENT_MSG_FIGURE_TIMELINE] = "When ties began, how long they run, what is planned",
    [ENT_MSG_FIGURE_MATRIX] = "Who is tied to whom, group by group",
    [ENT_MSG_FIGURE_FILES] = "View {1}. Files:",
    [ENT_MSG_FIGURE_ABSENT] = "{1}: not drawn. {2}",
    [ENT_MSG_NO_AGREEMENTS] = "There is no agreement that counts.",
    [ENT_MSG_NO_ACTORS] = "There is no actor.",
    [ENT_MSG_TITLE_FIGURE] = "{1}: {2}",
    [ENT_MSG_TITLE_REJECTED] = "{1}, without {2} rejected input {2|row|rows}",
    [ENT_MSG_NO_MEMBERSHIPS] = "There is no membership that counts.",
    [ENT_MSG_NO_COORDINATES] = "No actor has coordinates (columns latitude and longitude).",
    [ENT_MSG_NO_DATES] = "No tie and no event has a date.",
    [ENT_MSG_NO_TIES_DRAWN] = "There is no tie to draw.",
    [ENT_MSG_NO_BROKERS] = "No actor lies on a shortest path between two others.",
    [ENT_MSG_NO_GROUPS] = "No two actors are tied, so there is no group of two or more.",
    [ENT_MSG_NO_COVERAGE] = "Nothing in the tables says how much of the world they cover.",
    [ENT_MSG_RANKS] = "Who is central",
    [ENT_MSG_TOP_OF_VIEW] = "First ranks in the view {1}, by {2}; {3} of {4} {4|actor|actors}",
    [ENT_MSG_BROKERS] = "Who bridges whom",
    [ENT_MSG_BROKERS_CAPTION] =
        "Brokers in the view {1}, by betweenness; {2} of {3} {3|actor that lies|actors that lie} "
        "between others",
    [ENT_MSG_GROUPS_HEADING] = "Groups",
    [ENT_MSG_GROUPS_CAPTION] = "Groups of two or more in the view {1}",
    [ENT_MSG_GROUPS_PROVEN] =
        "It is proven that no other division of these actors has a higher modularity.",
    [ENT_MSG_CORE_TEXT] =
        "Ideally, all actors of a core are tied to each other, and no two of its periphery are. Of "
        "ties between core and periphery, the pattern core_all_ties expects all, and "
        "core_ignoring_between expects nothing (Borgatti and Everett 1999). r is the correlation "
        "of the ties with the pattern.",
    [ENT_MSG_CORE_EXACT] = "{1}: {2} of {3} actors are the core (r = {4}, the best of all cores; "
                           "{6} {6|core has|cores have} it): {5}.",
    [ENT_MSG_CORE_TRIED] = "{1}: {2} of {3} actors are the core (r = {4}, the best found, in {6} "
                           "{6|core|cores}; a better one may exist): {5}.",
    [ENT_MSG_CHANCE] = "Against chance",
    [ENT_MSG_REWIRED_TEXT] =
        "What chance would give: {1} networks of the same actors in which everybody has as many "
        "neighbours as here and as many ties join each two kinds of actors, but which is by lot "
        "({3} swaps of two ties tried for each tie, from seed {2}). z counts standard deviations "
        "from their mean; p is two-sided. A small p says that the numbers of neighbours alone do "
        "not explain what was found.",
    [ENT_MSG_REWIRED_CAPTION] = "The views beside {1} rewired networks each",
    [ENT_MSG_CHANCE_LEFT_OUT] =
        "The view {1} is too large to rewire so many times; fewer (--draws) may do.",
    [ENT_MSG_MIXING_TEXT] = "The E-I index is ties between different values less ties within one, "
                            "over both: from -1 (all within) to 1 (all between). Chance: the "
                            "values permuted {1} times over the actors that have one.",
    [ENT_MSG_MIXING_CAPTION] = "Ties within and between the values of an attribute",
    [ENT_MSG_MIXING_GROUPS_CAPTION] =
        "Ties by {1} in the view {2}: the {3} largest of {4} {4|value|values}",
    [ENT_MSG_EXPAND] = "If a network's agreement bound its members",
    [ENT_MSG_EXPAND_CAPTION] = "First ranks by degree in the view agreements under three readings",
    [ENT_MSG_EXPAND_TEXT] = "An agreement with a network is read as a tie of the network itself "
                            "(none), of its members (members), or of both (both). The rank is in "
                            "brackets before the name, the number of partners behind it.",
    [ENT_MSG_QUALITY] = "Data quality",
    [ENT_MSG_ACCOUNTS_CAPTION] = "Every input row is accounted for",
    [ENT_MSG_FAULTS_CAPTION] = "What was found in the tables",
    [ENT_MSG_NO_FAULTS] = "No fault was found in the tables.",
    [ENT_MSG_CONTRADICTIONS_HEADING] = "What the sources disagree on",
    [ENT_MSG_CONTRADICTIONS_CAPTION] =
        "{1} {1|point|points} on which claims of overlapping dates differ; none is settled here",
    [ENT_MSG_NO_CONTRADICTIONS] = "No claim contradicts another.",
    [ENT_MSG_CONTRADICTION] = "{1}: {2}",
    [ENT_MSG_COVERAGE_HEADING] = "Coverage",
    [ENT_MSG_COVERAGE_CAPTION] =
        "{1}, {2}: {3} counted here now; and on the date of each claim, beside what it says",
    [ENT_MSG_COVERAGE_SOURCES] = "The {1} {1|agreement rests|agreements rest} on {2} "
                                 "{2|source|sources} of {3} {3|publisher|publishers}. What other "
                                 "sources, in other languages, report is not in this data set.",
    [ENT_MSG_COVERAGE_UNSOURCED] = "{1} {1|agreement names|agreements name} no source.",
    [ENT_MSG_COVERAGE_ONE_SIDED] =
        "Of the agreements that say who reported them, {1}% were reported "
        "by every party.",
    [ENT_MSG_METHODS] = "Methods",
    [ENT_MSG_METHODS_TEXT] =
        "Ties are those that count on the date above; parallel ties between two actors are one "
        "tie. "
        "Values are rounded to 12 significant digits, and actors with equal values share a rank. "
        "Groups: Leiden on modularity, in two modes a climb of Barber's modularity; {1} "
        "{1|run|runs} from "
        "seed {2}, the best kept.",
    [ENT_MSG_PAPER] = "For a paper",
    [ENT_MSG_PAPER_DATA] =
        "The data set \"{1}\" has {2} input {2|row|rows}, of which {3} {3|was|were} "
        "used; the others are accounted for one by one.",
    [ENT_MSG_PAPER_AS_OF] = " Ties are those in force on {1}; parallel ties are one tie.",
    [ENT_MSG_PAPER_VIEW] =
        " The view {1} has {2} {2|actor|actors}, those without ties included, and "
        "{3} {3|tie|ties}.",
    [ENT_MSG_PAPER_MEASURES] =
        " Measures: {1}; ties are unweighted and undirected unless the name of "
        "the measure says otherwise.",
    [ENT_MSG_PAPER_GROUPS] = " Groups: {3}, the best of {1} seeded {1|run|runs} (seed {2}).",
    [ENT_MSG_PAPER_CORE] =
        " Core and periphery: {1}; all cores were compared up to 22 actors with a "
        "tie, above that the best of 100 climbs was taken.",
    [ENT_MSG_PAPER_BACKBONE] =
        " Pairs of members were tested for sharing more networks than chance "
        "explains by {1}, with p values corrected by {2} (p < 0.05).",
    [ENT_MSG_PAPER_CHANCE] =
        " The networks were held against {1} rewirings of theirs that keep everybody's number of "
        "neighbours and the number of ties between kinds of actors, {4} swaps tried a tie{2}, and "
        "ties by attribute against {1} permutations of the attribute{3}; p is two-sided.",
    [ENT_MSG_PAPER_PROGRAM] = " Values were rounded to 12 significant digits before ranking. "
                              "Computed by Entente {1} with igraph {2} (Csárdi and Nepusz 2006).",
    [ENT_MSG_METHODS_CAPTION] = "The measures of this page",
    [ENT_MSG_SOURCES] = "Sources",
    [ENT_MSG_SOURCES_CAPTION] = "Sources of the data set",
    [ENT_MSG_FILES] = "Files of this report",
    [ENT_MSG_VIEW_WHOLE] = "whole: all actors, all ties",
    [ENT_MSG_VIEW_AGREEMENTS] = "agreements: their parties, agreements only",
    [ENT_MSG_VIEW_AFFILIATIONS] = "affiliations: members and networks, memberships only",

    /* ways between two actors */
    [ENT_MSG_PATH_HEAD] = "{1} and {2}: {3} shortest {3|way|ways}, {4} {4|tie|ties} long.",
    [ENT_MSG_PATH_HEAD_DIRECTED] =
        "From {1} to {2}: {3} shortest {3|way|ways}, {4} {4|tie|ties} long.",
    [ENT_MSG_PATH_HEAD_WEIGHTED] =
        "{1} and {2}: {3} shortest {3|way|ways} by weight, of length {4} ({5}).",
    [ENT_MSG_PATH_BY_STRENGTH] = "a weight is a strength: the sum of 1/weight",
    [ENT_MSG_PATH_BY_DISTANCE] = "a weight is a length: the sum of the weights",
    [ENT_MSG_PATH_MANY] = "more than {1}",
    [ENT_MSG_PATH_VIEW] = "View {1}.",
    [ENT_MSG_PATH_LEFT_OUT] = "Left out: {1}.",
    [ENT_MSG_PATH_WHERE] = "Only actors with {1} are looked at.",
    [ENT_MSG_PATH_REST] =
        "{1} more shortest {1|way is|ways are} not listed; --max-paths lists more.",
    [ENT_MSG_PATH_ON_ALL] =
        "{1} {3|lies|lie} on every shortest way; --avoid {2} looks for ways without it.",
    [ENT_MSG_PATH_STEP_SIGNED] = "{1} signed {2} with {3}",
    [ENT_MSG_PATH_STEP_AGREED] = "{1} has {2} with {3}",
    [ENT_MSG_PATH_STEP_PLANNED] = "{1} plans {2} with {3}",
    [ENT_MSG_PATH_STEP_MEMBER] = "{1} is a member of {2}",
    [ENT_MSG_PATH_STEP_ATTENDED] = "{1} attended {2}",
    [ENT_MSG_PATH_STEP_TIED] = "{1} and {2} are tied",
    [ENT_MSG_PATH_STEP_TIED_TO] = "{1} is tied to {2}",
    [ENT_MSG_PATH_STEP_SHARE_NETWORKS] = "{1} and {2} share the {4|network|networks} {3}",
    [ENT_MSG_PATH_STEP_SHARE_MEMBERS] = "{1} and {2} share the {4|member|members} {3}",
    [ENT_MSG_PATH_STEP_BOUND] =
        "{1} and {2} are tied as members stand for their networks (--expand): {3}",
    [ENT_MSG_PATH_MOU] = "an MOU",
    [ENT_MSG_PATH_LETTER] = "a letter of intent",
    [ENT_MSG_PATH_SISTER] = "a sister-city agreement",
    [ENT_MSG_PATH_FRIENDSHIP] = "a friendship agreement",
    [ENT_MSG_PATH_AGREEMENT] = "an agreement",
    [ENT_MSG_PATH_AGREEMENT_TYPE] = "an agreement ({1})",
    [ENT_MSG_PATH_TOGETHER] = "together with {1}",
    [ENT_MSG_PATH_SINCE] = "since {1}",
    [ENT_MSG_PATH_UNTIL] = "until {1}",
    [ENT_MSG_PATH_FROM_TO] = "{1} to {2}",
    [ENT_MSG_PATH_UNDATED] = "date not stated",
    [ENT_MSG_PATH_INEXACT] = "exact day not stated",
    [ENT_MSG_PATH_MAYBE] = "whether it is in force depends on the exact day",
    [ENT_MSG_PATH_STATUS] = "active",
    [ENT_MSG_PATH_STATUS_PLANNED] = "planned",
    [ENT_MSG_PATH_STATUS_EXPIRED] = "expired",
    [ENT_MSG_PATH_STATUS_TERMINATED] = "terminated",
    [ENT_MSG_PATH_STATUS_WITHDRAWN] = "withdrawn",
    [ENT_MSG_PATH_STATUS_DISPUTED] = "disputed",
    [ENT_MSG_PATH_SOURCE] = "Source: {1}",
    [ENT_MSG_PATH_NO_SOURCE] = "no source is named",
    [ENT_MSG_PATH_SEEN] = "rows and sources as in way {1}",
    [ENT_MSG_PATH_NONE] = "{1} and {2}: no way connects them.",
    [ENT_MSG_PATH_NONE_DIRECTED] = "From {1} to {2}: no way leads in the direction of the ties.",
    [ENT_MSG_PATH_SIDE] = "{1} hangs together with {2} {2|other|others}: {3}.",
    [ENT_MSG_PATH_SIDE_FROM] = "{1} reaches {2} {2|other|others}: {3}.",
    [ENT_MSG_PATH_SIDE_TO] = "{1} is reached from {2} {2|other|others}: {3}.",
    [ENT_MSG_PATH_SIDE_ALONE] = "{1} has no tie that counts here.",
    [ENT_MSG_PATH_JOIN] = "What would join them",
    [ENT_MSG_PATH_JOIN_ASIDE] = "{1|A tie that does not count now|Ties that do not count now}:",
    [ENT_MSG_PATH_JOIN_CHAIN] = "{1} ties that do not count now, if all of them did:",
    [ENT_MSG_PATH_WHY_STATUS] = "not counted as it is {1}; --include {2} counts it",
    [ENT_MSG_PATH_WHY_BOTH] = "not counted as it is {1} and not in force on the date; "
                              "--include {2} --as-of {3} counts it",
    [ENT_MSG_PATH_WHY_OVER] = "not counted as it ended on {1}; --as-of {1} counts it",
    [ENT_MSG_PATH_WHY_EARLY] = "not counted as it begins on {1}; --as-of {1} counts it",
    [ENT_MSG_PATH_JOIN_OUTSIDE] = "What both sides have in common outside this network:",
    [ENT_MSG_PATH_SHARED] = "{1}: {2}; and {3}",
    [ENT_MSG_PATH_JOIN_CENTRAL] =
        "A new tie between {1} ({2} {2|tie|ties}) and {3} ({4} {4|tie|ties}), the best connected "
        "of each side: the two would then be {5} {5|tie|ties} apart.",
    [ENT_MSG_PATH_OUT] = "{1} (left out here)",
    [ENT_MSG_PATH_WEIGHT] = "weight {1}",
    [ENT_MSG_PATH_MORE] = "and {1} more",

    [ENT_MSG_COL_ACTORS] = "Actors",
    [ENT_MSG_COL_CITIES] = "Cities",
    [ENT_MSG_COL_NETWORKS] = "Networks",
    [ENT_MSG_COL_ORGANISATIONS] = "Organisations",
    [ENT_MSG_COL_EVENTS] = "Events",
    [ENT_MSG_COL_COUNTRIES] = "Countries",
    [ENT_MSG_COL_AGREEMENTS] = "Agreements",
    [ENT_MSG_COL_MEMBERSHIPS] = "Memberships",
    [ENT_MSG_COL_ATTENDANCES] = "Attendances",
    [ENT_MSG_COL_EDGES] = "Ties",
    [ENT_MSG_COL_RANK] = "Rank",
    [ENT_MSG_COL_NAME] = "Name",
    [ENT_MSG_COL_COUNTRY] = "Country",
    [ENT_MSG_COL_GROUP] = "Group",
    [ENT_MSG_COL_SIZE] = "Actors",
    [ENT_MSG_COL_STABILITY] = "Stability",
    [ENT_MSG_COL_MEMBERS] = "Members",
    [ENT_MSG_COL_FILE] = "File",
    [ENT_MSG_COL_LINE] = "Line",
    [ENT_MSG_COL_ROWS] = "Rows",
    [ENT_MSG_COL_USED] = "Used",
    [ENT_MSG_COL_MERGED] = "Merged",
    [ENT_MSG_COL_SET_ASIDE] = "Set aside",
    [ENT_MSG_COL_REJECTED] = "Rejected",
    [ENT_MSG_COL_BLANK] = "Blank",
    [ENT_MSG_COL_SEVERITY] = "Kind",
    [ENT_MSG_COL_MESSAGE] = "What was found",
    [ENT_MSG_COL_VALUE] = "Claimed",
    [ENT_MSG_COL_DATE] = "As of",
    [ENT_MSG_COL_SOURCE] = "Source",
    [ENT_MSG_COL_NOTE] = "Note",
    [ENT_MSG_COL_SHARE] = "Share, %",
    [ENT_MSG_COL_THEN] = "Counted here then",
    [ENT_MSG_COL_SUBJECT] = "About",
    [ENT_MSG_COL_MEASURE] = "Measure",
    [ENT_MSG_COL_DEFINITION] = "Definition",
    [ENT_MSG_COL_UNDEFINED] = "Undefined",
    [ENT_MSG_COL_REFERENCE] = "Reference",
    [ENT_MSG_COL_VIEW] = "View",
    [ENT_MSG_COL_FOUND] = "Found",
    [ENT_MSG_COL_EXPECTED] = "By chance",
    [ENT_MSG_COL_ATTRIBUTE] = "Attribute",
    [ENT_MSG_COL_MISSING] = "No value",
    [ENT_MSG_COL_WITHIN] = "Ties within",
    [ENT_MSG_COL_BETWEEN] = "Ties between",
    [ENT_MSG_COL_EI] = "E-I",
    [ENT_MSG_COL_TITLE] = "Title",
    [ENT_MSG_COL_PUBLISHER] = "Publisher",
    [ENT_MSG_VIEW_NOTE] = "{2} ({1})",
    [ENT_MSG_MORE_ROWS] = "{1} more {1|row|rows}: see {2}.",
    [ENT_MSG_EXCEL] = "The folder excel holds the same tables for spreadsheet programs.",
    [ENT_MSG_NO_SOURCES] = "The data set has no table of sources.",
    [ENT_MSG_MADE_BY] = "Made by Entente {1}; equal input, options and version give equal bytes.",
    [ENT_MSG_ALL_TABLES] = "All tables",

    [ENT_MSG_PROFILE_CITY] = "city",
    [ENT_MSG_PROFILE_NETWORK] = "network",
    [ENT_MSG_PROFILE_ORGANISATION] = "organisation",
    [ENT_MSG_PROFILE_EVENT_KIND] = "event",
    [ENT_MSG_PROFILE_ACTOR] = "actor of the ties",
    [ENT_MSG_PROFILE_ID] = "id {1}",
    [ENT_MSG_PROFILE_NAME] = "Name in the table: {1}",
    [ENT_MSG_PROFILE_NAMES] = "In other languages: {1}",
    [ENT_MSG_PROFILE_ALIASES] = "Also called: {1}",
    [ENT_MSG_PROFILE_ATTRIBUTES] = "Also in its row: {1}",
    [ENT_MSG_PROFILE_UNDESCRIBED] = "No table describes it; it is named by ties alone.",
    [ENT_MSG_PROFILE_DESCRIBED] = "Described by {1}",
    [ENT_MSG_PROFILE_REJECTED] =
        "{1} input {1|row was|rows were} rejected (--keep-going): everything here lacks "
        "{1|it|them}. 'entente check' names {1|it|them}.",
    [ENT_MSG_PROFILE_OFFICES] = "Offices",
    [ENT_MSG_PROFILE_HEAD] = "{1}: {2}",
    [ENT_MSG_PROFILE_HEAD_ASIDE] = "{1}: {2}, of which {3} {3|does|do} not count",
    [ENT_MSG_PROFILE_NAMED] = "Agreements of others that name it",
    [ENT_MSG_PROFILE_NO_TIES] = "It has no tie of any kind.",
    [ENT_MSG_PROFILE_MORE] = "and {1} more; --format json lists all",
    [ENT_MSG_PROFILE_SIGNED] = "signed {1}",
    [ENT_MSG_PROFILE_FROM] = "from {1}",
    [ENT_MSG_PROFILE_TO] = "last day in force {1}",
    [ENT_MSG_PROFILE_TERM] = "for {1} {1|month|months}, last day in force {2}",
    [ENT_MSG_PROFILE_ACTIVE] = "active",
    [ENT_MSG_PROFILE_PLANNED] = "planned",
    [ENT_MSG_PROFILE_EXPIRED] = "expired",
    [ENT_MSG_PROFILE_TERMINATED] = "terminated",
    [ENT_MSG_PROFILE_WITHDRAWN] = "withdrawn",
    [ENT_MSG_PROFILE_DISPUTED] = "disputed",
    [ENT_MSG_PROFILE_NOT_STATUS] = "does not count by its status",
    [ENT_MSG_PROFILE_NOT_DATE] = "does not count: not in force on {1}",
    [ENT_MSG_PROFILE_MAYBE] = "counts at its widest, as its date is imprecise",
    [ENT_MSG_PROFILE_ALWAYS] = "counts at every date, as it has no start",
    [ENT_MSG_PROFILE_WEIGHT] = "weight {1}",
    [ENT_MSG_PROFILE_CONFIDENCE] = "confidence {1}",
    [ENT_MSG_PROFILE_EVENT] = "at: {1}",
    [ENT_MSG_PROFILE_TOPICS] = "topics: {1}",
    [ENT_MSG_PROFILE_SIGNED_BY] = "signed by: {1}",
    [ENT_MSG_PROFILE_ON_BEHALF] = "on behalf of: {1}",
    [ENT_MSG_PROFILE_REPORTED] = "reported by: {1}",
    [ENT_MSG_PROFILE_NOTE] = "note: {1}",
    [ENT_MSG_PROFILE_ROWS] = "in ",
    [ENT_MSG_PROFILE_SOURCES] = "Sources cited: {1}",
    [ENT_MSG_PROFILE_RANKS] = "Ranks in the view {1} ({2} {2|actor|actors}, {3} {3|tie|ties})",
    [ENT_MSG_PROFILE_RANK] = "rank {1} of {2}",
    [ENT_MSG_PROFILE_RANK_SHARED] = "rank {1} of {2}, shared with {3} {3|other|others}",
    [ENT_MSG_PROFILE_UNRANKED] = "undefined, no rank",
    [ENT_MSG_PROFILE_NEIGHBOURS] = "Neighbours in the view {2}: {1}",
    [ENT_MSG_PROFILE_GROUP] = "Group {1} of the view {3}: {2} actors",
    [ENT_MSG_PROFILE_GROUP_ALONE] = "In the view {1} it is in no group with others",
    [ENT_MSG_PROFILE_STABILITY] = "It sits with these in {1}% of {2} {2|run|runs} ({4}); the "
                                  "group as a whole is {3}% stable.",
    [ENT_MSG_PROFILE_DISPUTES] = "Contradictions of the sources that touch it: {1}",
    [ENT_MSG_PROFILE_NEAR_SELF] = "About the actor itself:",
    [ENT_MSG_PROFILE_NEAR_AGREEMENT] = "About agreements of its own:",
    [ENT_MSG_PROFILE_NEAR_EVENT] = "About events where it was, or where it signed:",
    [ENT_MSG_PROFILE_NEAR_NETWORK] = "About networks that it is tied to:",
    [ENT_MSG_PROFILE_DISPUTE] = "{1}, {2}:",
    [ENT_MSG_PROFILE_CLAIM_DATE] = "as of {1}",
};
