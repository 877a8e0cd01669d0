/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of subcommands. A new one is a row here, a line in cli_command_id_t, its bit in the
 * table of options, a file that runs it, and manual/NAME.txt. The tests run the examples; example N
 * prints manual/NAME-N.txt. */
#include <string.h>

#include "cli/cli.h"

#define EXAMPLES(...) ((const char *const[]){__VA_ARGS__, NULL})
#define DATA_IS                                                                                    \
    "DATA is a folder of CSV tables, one CSV file of ties, or - for one on standard input."

static const cli_command_t commands[CLI_COMMAND_COUNT] = {
    [CLI_CHECK] = {"check", "validate; list every fault and every contradiction", "DATA",
                   DATA_IS " Exit status 1 says that rows were rejected.",
                   EXAMPLES("entente check datasets/learning-cities",
                            "every fault by file, line and column, and what became of each row",
                            "entente check datasets/learning-cities --format json -o check.json",
                            "the same for a program"),
                   cli_run_check},
    [CLI_REPORT] = {"report", "findings, figures and tables, into one folder (the main job)",
                    "DATA -o DIR",
                    DATA_IS " DIR is replaced as a whole, and only where it is empty or holds an "
                            "earlier report and nothing of anybody else's.",
                    EXAMPLES("entente report datasets/learning-cities -o output/learning-cities",
                             "then open output/learning-cities/index.html",
                             "entente report datasets/learning-cities --as-of 2024 "
                             "-o output/end-of-2024",
                             "the ties in force at the end of 2024"),
                    cli_run_report},
    [CLI_RANK] = {"rank", "centralities, as a table", "DATA", DATA_IS,
                  EXAMPLES(
                      "entente rank datasets/florentine --measure betweenness,degree",
                      "the families of Florence, by how often they lie between others",
                      "entente rank datasets/learning-cities --view agreements --show kind=city "
                      "--measure degree",
                      "who signs with whom: cities only, ranked among all",
                      "entente rank datasets/davis --view affiliations --measure "
                      "closeness_two_mode,degree_two_mode --format csv",
                      "two-mode centrality, by closeness, as CSV"),
                  cli_run_rank},
    [CLI_GROUPS] = {"groups", "communities, and how stable each is", "DATA", DATA_IS,
                    EXAMPLES("entente groups datasets/karate",
                             "the best of 100 seeded Leiden runs, each member with its stability",
                             "entente groups datasets/karate --method walktrap --format json",
                             "another method, for a program"),
                    cli_run_groups},
    [CLI_DRAW] = {"draw", "one diagram: .svg, .pdf or .png", "DATA -o FIGURE",
                  DATA_IS " FIGURE ends in .svg, .pdf or .png; - writes SVG to standard output.",
                  EXAMPLES(
                      "entente draw datasets/learning-cities --view agreements -o network.svg",
                      "who signed with whom",
                      "entente draw datasets/learning-cities --layout map -o map.png --dpi 150",
                      "on a map of the world"),
                  cli_run_draw},
    [CLI_PROFILE] = {"profile", "one actor: its ties, ranks, group, and what is behind them",
                     "DATA ACTOR", DATA_IS " ACTOR is an id, a name in any language, or an alias.",
                     EXAMPLES("entente profile datasets/learning-cities 공주",
                              "all that is known of Gongju, with the rows and sources behind it",
                              "entente profile datasets/florentine Medici -o medici.json",
                              "the same of another actor, for a program",
                              "entente profile datasets/learning-cities Cork -o cork.csv",
                              "its ties, in the columns of a report's ties.csv",
                              "entente profile datasets/learning-cities Gongju -o gongju.svg",
                              "the actor in the middle, its partners on rings about it"),
                     cli_run_profile},
    [CLI_PATH] = {"path", "how two actors are connected", "DATA A B",
                  DATA_IS " A and B are ids, names or aliases. Each step of every shortest way is "
                          "told with the tie, date, rows and sources that make it; where there is "
                          "no way, what would join the two.",
                  EXAMPLES("entente path datasets/florentine Acciaiuoli Peruzzi",
                           "all shortest ways, and who lies on each of them",
                           "entente path datasets/learning-cities Cork \"San Luis Potosí\"",
                           "each step with its date, row and source",
                           "entente path datasets/learning-cities Cork \"San Luis Potosí\" "
                           "--avoid gnlc -o around-gnlc.json",
                           "around the network that joins nearly everybody, for a program"),
                  cli_run_path},
    [CLI_BATCH] =
        {"batch", "reports for many data sets, only where something changed", "DATA... -o DIR",
         "Each DATA is a folder of CSV tables or one CSV file of ties, and its report goes to "
         "DIR/NAME, NAME being the folder's, or the file's without its suffix. A report is written "
         "again where a table, an option, the program, a library or a font differs from what its "
         "manifest says, or where one of its files is damaged. A data set that fails stops no "
         "other, and the report that it had stays as it was. DIR/batch.csv and DIR/batch.jsonl "
         "say what became of each. The exit status is the highest of all.",
         EXAMPLES("entente batch datasets/karate datasets/davis -o output/all",
                  "two reports; run it again, and there is nothing to do",
                  "entente batch datasets/karate datasets/davis -o output/all --dry-run",
                  "which reports would be written"),
         cli_run_batch},
    [CLI_VERIFY] =
        {"verify", "compute a report again from its manifest, and compare every byte", "DIR",
         "DIR is the folder of a report. What differs is named, and why it may; exit status 1 says "
         "that something does.",
         EXAMPLES("entente verify output/all/karate", "whether a report is what its data give",
                  "entente verify output/all/davis --data datasets/davis --format json",
                  "where the data have moved; for a program"),
         cli_run_verify},
    [CLI_MEASURES] =
        {"measures", "every measure with its definition and reference", "[--compare DATA ACTOR]",
         "The names are those of --measure and of the columns of every table. With "
         "--compare: what igraph, NetworkX, R sna, Gephi and UCINET print of one actor "
         "under those names, to recognise a table from elsewhere.",
         EXAMPLES("entente measures", "all of them, as a table",
                  "entente measures --format json -o measures.json", "for a program",
                  "entente measures --compare datasets/florentine Medici",
                  "whose closeness is 0.56, and whose is 0.52",
                  "entente measures --cite --measure betweenness,constraint",
                  "their references, as BibTeX"),
         cli_run_measures},
    [CLI_HELP] = {"help", "the help of a command", "[COMMAND]", "",
                  EXAMPLES("entente help rank", "what rank does, with its options",
                           "entente help --man rank", "its manual page, for man -l"),
                  cli_run_help},
    [CLI_COMPLETION] =
        {"completion", "completions for a shell", "bash|zsh|fish",
         "Prints a script that completes commands, options, their choices, and the actors and "
         "attributes of the data set.",
         EXAMPLES("entente completion bash",
                  "for ~/.local/share/bash-completion/completions/entente",
                  "entente completion fish", "for ~/.config/fish/completions/entente.fish"),
         cli_run_completion},
};

const cli_command_t *cli_command(cli_command_id_t id)
{
    return &commands[id];
}

const char *cli_command_name(size_t index)
{
    return index < CLI_COMMAND_COUNT ? commands[index].name : NULL;
}

cli_command_id_t cli_command_find(const char *name)
{
    size_t id = 0;

    while (id < CLI_COMMAND_COUNT && strcmp(name, commands[id].name) != 0)
        id++;
    return (cli_command_id_t)id;
}
