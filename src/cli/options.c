/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of options, from which the parser, the help, the manual page and the completions are
 * made. A new option is one row here and one line in cli_option_id_t. */
#include <float.h>

#include "cli/cli.h"
#include "cli/core.h"

#define FOR(command) (1U << CLI_##command)
#define REPORTS (FOR(REPORT) | FOR(BATCH))
#define NETWORKS                                                                                   \
    (REPORTS | FOR(RANK) | FOR(GROUPS) | FOR(DRAW) | FOR(PROFILE) | FOR(PATH) | FOR(MEASURES))
#define READERS (NETWORKS | FOR(CHECK))
#define TABLES                                                                                     \
    (FOR(CHECK) | FOR(VERIFY) | FOR(RANK) | FOR(GROUPS) | FOR(PROFILE) | FOR(PATH) | FOR(MEASURES))
#define SPEAKERS (READERS | FOR(VERIFY))
#define ALL (SPEAKERS | FOR(HELP) | FOR(COMPLETION))
#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static const char *view_choice(size_t index)
{
    return index < ENT_VIEW_COUNT ? ent_view_name((ent_view_t)index) : NULL;
}

static const char *status_choice(size_t index)
{
    return index < ENT_TIE_STATUS_COUNT ? ent_tie_status_name((ent_tie_status_t)index) : NULL;
}

static const char *measure_choice(size_t index)
{
    return index < ent_measure_count() ? ent_measure_at(index)->name : NULL;
}

static const char *method_choice(size_t index)
{
    if (index == ENT_GROUP_METHOD_COUNT)
        return CLI_CORE_METHOD;
    return index < ENT_GROUP_METHOD_COUNT ? ent_group_method_name((ent_group_method_t)index) : NULL;
}

/* Behind "none", which is what no --backbone is. */
static const char *backbone_choice(size_t index)
{
    return index + 1 < ENT_BACKBONE_MODEL_COUNT
               ? ent_backbone_model_name((ent_backbone_model_t)(index + 1))
               : NULL;
}

static const char *correction_choice(size_t index)
{
    return index < ENT_CORRECTION_COUNT ? ent_correction_name((ent_correction_t)index) : NULL;
}

static const char *layout_choice(size_t index)
{
    return index < ENT_LAYOUT_COUNT ? ent_layout_name((ent_layout_t)index) : NULL;
}

static const char *preset_choice(size_t index)
{
    return index < ENT_PRESET_COUNT ? ent_preset_name((ent_preset_t)index) : NULL;
}

static const char *legend_choice(size_t index)
{
    return index < ENT_LEGEND_COUNT ? ent_legend_name((ent_legend_t)index) : NULL;
}

static const char *theme_choice(size_t index)
{
    return index < ENT_THEME_COUNT ? ent_theme_name((ent_theme_t)index) : NULL;
}

static const char *palette_choice(size_t index)
{
    return index < ENT_PALETTES ? ent_palette_name((ent_palette_t)index) : NULL;
}

static const cli_option_t options[CLI_OPTION_COUNT] = {
    [CLI_MAP] =
        {"map", 0, CLI_TEXT, CLI_ON_INPUT, READERS, "COLUMNS",
         "name the columns of a table of ties, whatever its headers: "
         "source=city1+country1,target=city2+country2 (joined columns make one name); or a file "
         "of such lines below [cities.csv]",
         NULL, NULL, 0, 0},
    [CLI_ENCODING] = {"encoding", 0, CLI_TEXT, CLI_ON_INPUT, READERS, "NAME",
                      "encoding of tables that are not UTF-8, such as CP949 or windows-1252; "
                      "it is never guessed",
                      NULL, NULL, 0, 0},
    [CLI_MATRIX] = {"matrix", 0, CLI_SWITCH, CLI_ON_INPUT, READERS, NULL,
                    "the CSV file has a member in each row, a network in each column and 0, 1 or a "
                    "grade in each cell",
                    NULL, NULL, 0, 0},
    [CLI_DECIMAL] = {"decimal", 0, CLI_TEXT, CLI_ON_INPUT, READERS, "MARK",
                     "the decimal mark of numbers in the tables: , or . (default: .)", NULL, NULL,
                     0, 0},
    [CLI_LAX_QUOTES] = {"lax-quotes", 0, CLI_SWITCH, CLI_ON_INPUT, READERS, NULL,
                        "take a quote inside a field that does not begin with one as text", NULL,
                        NULL, 0, 0},
    [CLI_DIRECTED] = {"directed", 0, CLI_SWITCH, CLI_ON_INPUT,
                      FOR(CHECK) | FOR(RANK) | FOR(DRAW) | FOR(PROFILE) | FOR(PATH), NULL,
                      "keep the direction of edges.csv", NULL, NULL, 0, 0},
    [CLI_DATA] = {"data", 0, CLI_FILE, CLI_ON_INPUT, FOR(VERIFY), "DATA",
                  "the data, where they are no longer where the manifest has them", NULL, NULL, 0,
                  0},
    [CLI_KEEP_GOING] = {"keep-going", 0, CLI_SWITCH, CLI_ON_INPUT, NETWORKS, NULL,
                        "work on data with rejected rows, without those rows", NULL, NULL, 0, 0},
    [CLI_VIEW] = {"view", 0, CLI_WORD, CLI_ON_NETWORK,
                  FOR(RANK) | FOR(GROUPS) | FOR(DRAW) | FOR(PROFILE) | FOR(PATH) | FOR(MEASURES),
                  "VIEW",
                  "which actors and ties make the network (default: whole; profile: of neighbours "
                  "and group, agreements where it has such a tie)",
                  NULL, view_choice, 0, 0},
    [CLI_AS_OF] = {"as-of", 0, CLI_TEXT, CLI_ON_NETWORK, READERS, "DATE",
                   "ties in force on this date, 2025-04-11, 2025-04 or 2025 (default: the newest "
                   "first day among ties and claims)",
                   NULL, NULL, 0, 0},
    [CLI_INCLUDE] = {"include", 0, CLI_LIST, CLI_ON_NETWORK, READERS, "STATUS",
                     "count ties of these statuses beside the active ones", NULL, status_choice, 0,
                     0},
    [CLI_WHERE] = {"where", 0, CLI_FILTER, CLI_ON_NETWORK, NETWORKS, "FILTER",
                   "only actors with these values: kind=city,country=KR", NULL, NULL, 0, 0},
    [CLI_WITHOUT] = {"without", 0, CLI_TEXT, CLI_ON_NETWORK, NETWORKS, "ACTOR",
                     "leave an actor out; may be given more than once", NULL, NULL, 0, 0},
    [CLI_AVOID] = {"avoid", 0, CLI_TEXT, CLI_ON_NETWORK, FOR(PATH), "ACTOR",
                   "ways that do not pass this actor; may be given more than once", NULL, NULL, 0,
                   0},
    [CLI_FOCUS] = {"focus", 0, CLI_TEXT, CLI_ON_NETWORK, NETWORKS & ~FOR(PROFILE), "ACTOR",
                   "only this actor and those near it (see --hops)", NULL, NULL, 0, 0},
    [CLI_HOPS] = {"hops", 0, CLI_COUNT, CLI_ON_NETWORK, NETWORKS, "K",
                  "how many ties from the --focus (default: 1), or from the actor of a profile in "
                  "its figure (default there: 2 in the view agreements)",
                  NULL, NULL, 0, 1000000},
    [CLI_PARALLEL] = {"parallel", 0, CLI_WORD, CLI_ON_NETWORK, NETWORKS, "RULE",
                      "what parallel ties become: one tie with the sum of their weights or with "
                      "their count, or each its own (default: sum where there are weights, "
                      "else count)",
                      WORDS("sum", "count", "keep"), NULL, 0, 0},
    [CLI_MULTIPARTY] = {"multiparty", 0, CLI_WORD, CLI_ON_NETWORK, NETWORKS, "RULE",
                        "an agreement of more than two parties links each pair, or is a vertex of "
                        "its own (default: clique)",
                        WORDS("clique", "star"), NULL, 0, 0},
    [CLI_EXPAND] = {"expand", 0, CLI_WORD, CLI_ON_NETWORK, NETWORKS, "RULE",
                    "an agreement with a network links the network itself, its members, or both "
                    "(default: none)",
                    WORDS("none", "members", "both"), NULL, 0, 0},
    [CLI_PROJECTION] = {"projection", 0, CLI_WORD, CLI_ON_NETWORK, NETWORKS, "WEIGHT",
                        "weight of a tie in the views cities and networks (default: count)",
                        WORDS("count", "newman", "jaccard"), NULL, 0, 0},
    [CLI_BACKBONE] = {"backbone", 0, CLI_WORD, CLI_ON_NETWORK, FOR(RANK) | FOR(GROUPS) | FOR(DRAW),
                      "MODEL",
                      "in the views cities and networks keep only ties that are more than chance "
                      "under this model, each with weight 1",
                      NULL, backbone_choice, 0, 0},
    [CLI_ALPHA] = {"alpha", 0, CLI_REAL, CLI_ON_NETWORK, FOR(RANK) | FOR(GROUPS) | FOR(DRAW),
                   "LEVEL", "a --backbone keeps pairs with p below this (default: 0.05)", NULL,
                   NULL, 0, 1},
    [CLI_CORRECTION] = {"correction", 0, CLI_WORD, CLI_ON_NETWORK,
                        FOR(RANK) | FOR(GROUPS) | FOR(DRAW), "METHOD",
                        "what a --backbone does about testing many pairs: nothing, Holm's or "
                        "Benjamini and Hochberg's correction (default: none)",
                        NULL, correction_choice, 0, 0},
    [CLI_MAX_PROJECTED_EDGES] = {"max-projected-edges", 0, CLI_COUNT, CLI_ON_NETWORK, NETWORKS, "N",
                                 "refuse a larger projection (default: 20000000)", NULL, NULL, 1,
                                 2147483647},
    [CLI_MEASURE] = {"measure", 0, CLI_LIST, CLI_ON_NUMBERS,
                     FOR(RANK) | FOR(PROFILE) | FOR(MEASURES), "LIST",
                     "the measures to compute, sorted by the first; 'entente measures' defines "
                     "them (default: degree, betweenness, closeness_harmonic, eigenvector, "
                     "pagerank, coreness, constraint)",
                     NULL, measure_choice, 0, 0},
    [CLI_BY] = {"by", 0, CLI_TEXT, CLI_ON_NUMBERS, FOR(RANK) | REPORTS | FOR(PROFILE), "ATTRIBUTE",
                "the column of actors that ei_index and broker_* compare; group: the groups found "
                "(default: country)",
                NULL, NULL, 0, 0},
    [CLI_WEIGHT] = {"weight", 0, CLI_WORD, CLI_ON_NUMBERS,
                    FOR(RANK) | REPORTS | FOR(PROFILE) | FOR(PATH), "MEANING",
                    "a weight is the strength of a tie, or its length (default: strength)",
                    WORDS("strength", "distance"), NULL, 0, 0},
    [CLI_WEIGHTED] =
        {"weighted", 0, CLI_SWITCH, CLI_ON_NUMBERS, FOR(PATH) | FOR(GROUPS), NULL,
         "go by the weights of the ties, not by their number: ways by length (--weight "
         "says so too), groups by strength",
         NULL, NULL, 0, 0},
    [CLI_MAX_PATHS] = {"max-paths", 0, CLI_COUNT, CLI_ON_NUMBERS, FOR(PATH), "N",
                       "list so many shortest ways and count the rest (default: 20)", NULL, NULL, 1,
                       100000},
    [CLI_METHOD] =
        {"method", 0, CLI_WORD, CLI_ON_NUMBERS, FOR(GROUPS), "METHOD",
         "how groups are found, or core-periphery (default: leiden; barber in two modes)", NULL,
         method_choice, 0, 0},
    [CLI_RUNS] = {"runs", 0, CLI_COUNT, CLI_ON_NUMBERS, FOR(GROUPS) | REPORTS | FOR(PROFILE), "N",
                  "seeded runs of which the best counts (default: 100)", NULL, NULL, 1, 100000},
    [CLI_DRAWS] = {"draws", 0, CLI_COUNT, CLI_ON_NUMBERS, REPORTS, "N",
                   "rewired networks and permuted attributes that numbers are held against "
                   "(default: 1000)",
                   NULL, NULL, 1, 1000000},
    [CLI_SAMPLE] =
        {"sample", 0, CLI_COUNT, CLI_ON_NUMBERS, FOR(RANK), "K",
         "estimate betweenness from K drawn sources of paths, with a column that says how "
         "far it may be off (default: exact)",
         NULL, NULL, 2, 1000000000},
    [CLI_RESOLUTION] = {"resolution", 0, CLI_REAL, CLI_ON_NUMBERS, FOR(GROUPS), "GAMMA",
                        "of modularity: higher gives smaller groups (default: 1)", NULL, NULL, 1e-6,
                        1e6},
    [CLI_CONSENSUS] = {"consensus", 0, CLI_SWITCH, CLI_ON_NUMBERS, FOR(GROUPS), NULL,
                       "the partition that the runs agree on, in place of the best run", NULL, NULL,
                       0, 0},
    [CLI_AGAINST] = {"against", 0, CLI_TEXT, CLI_ON_NUMBERS, FOR(GROUPS), "WITH",
                     "hold the groups against another method, a column of the actors' tables, or "
                     "a .csv file of id and group",
                     NULL, NULL, 0, 0},
    [CLI_SEED] = {"seed", 0, CLI_COUNT, CLI_ON_NUMBERS, NETWORKS, "N",
                  "of everything that is drawn by lot (default: 1)", NULL, NULL, 0,
                  9007199254740992.0},
    [CLI_LAYOUT] =
        {"layout", 0, CLI_WORD, CLI_ON_FIGURE, FOR(DRAW), "LAYOUT",
         "where actors stand (default: force); ego puts the --focus in the middle, concentric "
         "the highest --size-by, circle "
         "and chord put together those of one --color-by",
         NULL, layout_choice, 0, 0},
    [CLI_LAYOUT_FROM] = {"layout-from", 0, CLI_TEXT, CLI_ON_FIGURE, FOR(DRAW), "FILE",
                         "leave actors where they stood: in a scene (.json) of an earlier figure, "
                         "or a table of id, x, y (.csv); new ones stand beside their neighbours",
                         NULL, NULL, 0, 0},
    [CLI_PRESET] = {"preset", 0, CLI_WORD, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "PRESET",
                    "what the figure is for: its size and type (default: report)", NULL,
                    preset_choice, 0, 0},
    [CLI_THEME] = {"theme", 0, CLI_WORD, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "THEME",
                   "light or dark paper (default: light)", NULL, theme_choice, 0, 0},
    [CLI_PALETTE] =
        {"palette", 0, CLI_WORD, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "PALETTE",
         "colours of --color-by, told apart by colour-blind readers too; grey for print "
         "without colour (default: okabe-ito)",
         NULL, palette_choice, 0, 0},
    [CLI_TIES] = {"ties", 0, CLI_WORD, CLI_ON_FIGURE, FOR(DRAW), "RULE",
                  "draw all ties or their backbone, the quadrilateral Simmelian one (default: "
                  "auto, the backbone of more than 2,000 ties and 12 an actor)",
                  WORDS("auto", "backbone", "all"), NULL, 0, 0},
    [CLI_HULL] = {"hull", 0, CLI_TEXT, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "ATTRIBUTE",
                  "outlines about the actors of each group, network, country or value of any "
                  "attribute",
                  NULL, NULL, 0, 0},
    [CLI_COLOR_BY] =
        {"color-by", 0, CLI_TEXT, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "ATTRIBUTE",
         "kind, group, country, region or any attribute (default: kind; of the layouts "
         "circle and chord country, else group)",
         NULL, NULL, 0, 0},
    [CLI_SIZE_BY] = {"size-by", 0, CLI_WORD, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "MEASURE",
                     "the measure that sizes the marks (default: degree)", NULL, measure_choice, 0,
                     0},
    [CLI_LEGEND] = {"legend", 0, CLI_WORD, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "PLACE",
                    "below the picture, beside it, or none (default: auto, which puts it beside "
                    "on a wide page)",
                    NULL, legend_choice, 0, 0},
    [CLI_SIZE] = {"size", 0, CLI_SIDES, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "WxH",
                  "a page of so many mm, such as 85x70 for a column of a journal, with the "
                  "preset's type; at least 60x50",
                  NULL, NULL, 50, 2000},
    [CLI_TITLE] = {"title", 0, CLI_PROSE, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE) | REPORTS, "TEXT",
                   "title in place of the one made from the data set's name", NULL, NULL, 0, 0},
    [CLI_SUBTITLE] = {"subtitle", 0, CLI_PROSE, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "TEXT",
                      "line below the title in place of date and counts", NULL, NULL, 0, 0},
    [CLI_NOTE] = {"note", 0, CLI_PROSE, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "TEXT",
                  "a sentence for the foot of the figure; may be given more than once", NULL, NULL,
                  0, 0},
    [CLI_SOURCE] = {"source", 0, CLI_PROSE, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "TEXT",
                    "source line in place of the data set's name and number of sources", NULL, NULL,
                    0, 0},
    [CLI_PENDANTS] = {"pendants", 0, CLI_WORD, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "RULE",
                      "members tied to one network alone: folded into a count, a fan, or all drawn "
                      "(default: auto, which folds above a dozen, above two in a crowded "
                      "slide)",
                      WORDS("auto", "fold", "fan", "all"), NULL, 0, 0},
    [CLI_HUB] = {"hub", 0, CLI_TEXT, CLI_ON_FIGURE, FOR(DRAW), "ACTOR",
                 "draw this network although more than half of the actors belong to it", NULL, NULL,
                 0, 0},
    [CLI_CENTER] = {"center", 0, CLI_REAL, CLI_ON_FIGURE, FOR(DRAW), "DEGREES",
                    "central meridian of the map (default: where the fewest ties are cut)", NULL,
                    NULL, -180, 180},
    [CLI_BORDERS] = {"borders", 0, CLI_SWITCH, CLI_ON_FIGURE, FOR(DRAW), NULL,
                     "draw the borders between countries on the map (default: coasts only)", NULL,
                     NULL, 0, 0},
    [CLI_DPI] = {"dpi", 0, CLI_REAL, CLI_ON_FIGURE, FOR(DRAW) | FOR(PROFILE), "N",
                 "dots an inch of a PNG (default: the preset's)", NULL, NULL, 1, 2400},
    [CLI_ALT] = {"alt", 0, CLI_FILE, CLI_ON_FIGURE, FOR(DRAW), "FILE",
                 "write the figure in words, a short and a long description, for those who do not "
                 "see it; - is standard output",
                 NULL, NULL, 0, 0},
    [CLI_SCENE] = {"scene", 0, CLI_FILE, CLI_ON_FIGURE, FOR(DRAW), "FILE",
                   "write the shapes and texts of the figure as JSON; - is standard output", NULL,
                   NULL, 0, 0},
    [CLI_QUALITY] = {"quality", 0, CLI_SWITCH, CLI_ON_FIGURE, FOR(DRAW), NULL,
                     "print how well it is drawn: overlaps, crossings, stress", NULL, NULL, 0, 0},
    [CLI_OUTPUT] = {"output", 'o', CLI_FILE, CLI_ON_OUTPUT, SPEAKERS, "FILE",
                    "write here, whole or not at all; the suffix picks the format (report, batch: "
                    "the folder)",
                    NULL, NULL, 0, 0},
    [CLI_FORMAT] = {"format", 0, CLI_WORD, CLI_ON_OUTPUT, TABLES | FOR(DRAW), "FORMAT",
                    "form of tables (default: table on a terminal, else csv; check, profile, path "
                    "and verify print "
                    "text)",
                    WORDS("csv", "json", "table"), NULL, 0, 0},
    [CLI_EXCEL] = {"excel", 0, CLI_SWITCH, CLI_ON_OUTPUT, TABLES, NULL,
                   "CSV for spreadsheet programs: byte-order mark, CRLF, formulas defused", NULL,
                   NULL, 0, 0},
    [CLI_PAIRS] = {"pairs", 0, CLI_FILE, CLI_ON_OUTPUT, FOR(RANK), "FILE",
                   "write the pairs that a --backbone tested with their p values; the suffix picks "
                   "the format",
                   NULL, NULL, 0, 0},
    [CLI_SHOW] = {"show", 0, CLI_FILTER, CLI_ON_OUTPUT, FOR(RANK), "FILTER",
                  "list only actors with these values, ranked among all: kind=city", NULL, NULL, 0,
                  0},
    [CLI_LANG] = {"lang", 0, CLI_WORD, CLI_ON_OUTPUT,
                  FOR(DRAW) | REPORTS | FOR(PROFILE) | FOR(PATH), "LANGUAGE",
                  "language of names and of the text about them (default: en)",
                  WORDS("en", "es", "ko"), NULL, 0, 0},
    [CLI_COMPARE] = {"compare", 0, CLI_SWITCH, CLI_ON_OUTPUT, FOR(MEASURES), NULL,
                     "one actor of a network (DATA ACTOR) as other programs would measure it, each "
                     "under its own convention",
                     NULL, NULL, 0, 0},
    [CLI_CITE] = {"cite", 0, CLI_SWITCH, CLI_ON_OUTPUT, FOR(RANK) | FOR(GROUPS) | FOR(MEASURES),
                  NULL,
                  "in place of the table, BibTeX entries of the measures or the method, of igraph "
                  "and of Entente",
                  NULL, NULL, 0, 0},
    [CLI_MARKDOWN] = {"markdown", 0, CLI_SWITCH, CLI_ON_OUTPUT, FOR(MEASURES), NULL,
                      "in place of the table, a section a measure, in Markdown", NULL, NULL, 0, 0},
    [CLI_MAN] = {"man", 0, CLI_SWITCH, CLI_ON_OUTPUT, FOR(HELP), NULL,
                 "print the manual page, of a command or of all, for man -l", NULL, NULL, 0, 0},
    [CLI_JOBS] = {"jobs", 'j', CLI_COUNT, CLI_ON_COMMAND, FOR(BATCH), "N",
                  "data sets at once (default: as many as there are processors); the result does "
                  "not depend on it",
                  NULL, NULL, 1, 1024},
    [CLI_FORCE] = {"force", 0, CLI_SWITCH, CLI_ON_COMMAND, FOR(BATCH), NULL,
                   "write every report, changed or not", NULL, NULL, 0, 0},
    [CLI_DRY_RUN] = {"dry-run", 'n', CLI_SWITCH, CLI_ON_COMMAND, FOR(BATCH), NULL,
                     "say which reports would be written, and write nothing", NULL, NULL, 0, 0},
    [CLI_THREADS] =
        {"threads", 0, CLI_COUNT, CLI_ON_COMMAND, NETWORKS & ~FOR(PATH), "N",
         "threads to compute with (default: one for each processor that may be used; in a batch, "
         "those by the number of jobs); the result does not depend on it",
         NULL, NULL, 1, 1024},
    [CLI_QUIET] = {"quiet", 'q', CLI_SWITCH, CLI_ON_COMMAND, SPEAKERS, NULL,
                   "no notes and no warnings", NULL, NULL, 0, 0},
    [CLI_VERBOSE] = {"verbose", 'v', CLI_SWITCH, CLI_ON_COMMAND, SPEAKERS, NULL,
                     "every fault and note, however many", NULL, NULL, 0, 0},
    [CLI_COLOR] = {"color", 0, CLI_WORD, CLI_ON_COMMAND, ALL, "WHEN",
                   "colour in messages (default: auto; NO_COLOR is honoured)",
                   WORDS("auto", "always", "never"), NULL, 0, 0},
    [CLI_HELP_OPTION] = {"help", 'h', CLI_SWITCH, CLI_ON_COMMAND, ALL, NULL, "show this help", NULL,
                         NULL, 0, 0},
    [CLI_VERSION] = {"version", 0, CLI_SWITCH, CLI_ON_COMMAND, ALL, NULL, "show the version", NULL,
                     NULL, 0, 0},
};

const cli_option_t *cli_option(cli_option_id_t id)
{
    return &options[id];
}

const char *cli_option_choice(const cli_option_t *option, size_t index)
{
    if (option->choice != NULL)
        return option->choice(index);
    return option->words != NULL ? option->words[index] : NULL;
}

bool cli_option_is_for(const cli_option_t *option, cli_command_id_t command)
{
    return command == CLI_COMMAND_COUNT || (option->commands >> command & 1U) != 0;
}

const cli_option_t *cli_option_next(size_t *id, cli_section_t section, cli_command_id_t command)
{
    while (*id < CLI_OPTION_COUNT) {
        const cli_option_t *option = cli_option((cli_option_id_t)(*id)++);

        if (option->section == section && cli_option_is_for(option, command))
            return option;
    }
    return NULL;
}
