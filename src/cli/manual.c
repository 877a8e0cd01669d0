/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The manual pages, in mdoc(7): from the tables of commands and options, and from manual/NAME.txt
 * (what the page says beyond them) and manual/NAME-N.txt (what its example N prints). */
#include <ctype.h>
#include <string.h>

#include "cli/embedded.h"
#include "cli/help.h"
#include "cli/mdoc.h"

/* The day that the head of a page asks for; `git log src/cli/manual` knows better. */
#define PAGES_DATE "November 21, 2026"

/* More choices than this are left to the page that defines them. */
enum { CHOICES_SHOWN = 20 };

/* The file of a page (0) or of what its example prints; NULL where there is none. */
static const char *const *page_file(const char *page, size_t example)
{
    char name[80];

    if (example == 0)
        snprintf(name, sizeof name, "%s.txt", page);
    else
        snprintf(name, sizeof name, "%s-%zu.txt", page, example);
    return cli_embedded(name);
}

/* "* term: what it is" */
static void put_item(FILE *out, const char *line)
{
    const char *colon = strstr(line, ": ");
    size_t length = colon == NULL ? strlen(line) : (size_t)(colon - line);
    char term[80];

    snprintf(term, sizeof term, "%.*s", (int)length, line);
    fputs(".It Sy ", out);
    mdoc_argument(out, term);
    fputc('\n', out);
    mdoc_text(out, colon == NULL ? "" : colon + 2);
}

/* Paragraphs between blank lines and items that begin with "* ", up to the next "# TITLE" or the
 * "See: " of the last line; answers where that is. `begun`: something stands above already. */
static const char *const *put_prose(FILE *out, const char *const *line, bool begun)
{
    bool listing = false;
    bool parted = true; /* a blank line stands above */

    for (; *line != NULL && strncmp(*line, "# ", 2) != 0 && strncmp(*line, "See: ", 5) != 0;
         line++) {
        bool item = strncmp(*line, "* ", 2) == 0;

        if (listing && parted && !item) {
            fputs(".El\n", out);
            listing = false;
        }
        if (item && !listing)
            fputs(".Bl -tag -width Ds\n", out);
        else if (parted && !item && begun && **line != '\0')
            fputs(".Pp\n", out);
        if (item)
            put_item(out, *line + 2);
        else
            mdoc_text(out, *line);
        listing = listing || item;
        parted = **line == '\0';
        begun = true;
    }
    if (listing)
        fputs(".El\n", out);
    return line;
}

/* The sections that the page's file has beside its description. */
static void put_sections(FILE *out, const char *const *line)
{
    while (line != NULL && *line != NULL && strncmp(*line, "# ", 2) == 0) {
        fprintf(out, ".Sh %s\n", *line + 2);
        line = put_prose(out, line + 1, false);
    }
}

static void put_option_line(FILE *out, const cli_option_t *option)
{
    fputs(".It ", out);
    if (option->letter != 0)
        fprintf(out, "Fl %c , ", option->letter);
    fputs("Fl -", out);
    mdoc_argument(out, option->name);
    if (option->argument != NULL)
        fprintf(out, " Ns = Ns Ar %s", option->argument);
    fputc('\n', out);
}

static void put_choices(FILE *out, const cli_option_t *option, cli_command_id_t command)
{
    bool list = option->value == CLI_LIST;
    char text[1000];
    size_t used = (size_t)snprintf(text, sizeof text, "%s", list ? "Any of" : "One of");
    size_t count = 0;

    while (cli_option_choice(option, count) != NULL)
        count++;
    if (count > CHOICES_SHOWN) {
        snprintf(text + used, sizeof text - used, "%s%s",
                 command == CLI_MEASURES ? " those that this command lists"
                                         : " those of entente-measures(1)",
                 list ? ", separated by commas" : "");
        mdoc_sentence(out, text, '.');
        return;
    }
    for (size_t i = 0; i < count && used < sizeof text; i++) {
        int length = snprintf(text + used, sizeof text - used, "%s%s",
                              i == 0          ? " "
                              : i + 1 < count ? ", "
                              : list          ? " and "
                                              : " or ",
                              cli_option_choice(option, i));

        used += length < 0 ? 0 : (size_t)length;
    }
    if (list && used < sizeof text)
        snprintf(text + used, sizeof text - used, ", separated by commas");
    if (count > 0)
        mdoc_sentence(out, text, '.');
}

static void put_options(FILE *out, cli_command_id_t command)
{
    fputs(".Sh OPTIONS\n", out);
    for (cli_section_t section = 0; section < CLI_SECTION_COUNT; section++) {
        size_t id = 0;
        const cli_option_t *option = cli_option_next(&id, section, command);

        if (option == NULL)
            continue;
        fprintf(out, ".Ss %s\n.Bl -tag -width Ds\n", cli_section_title(section));
        for (; option != NULL; option = cli_option_next(&id, section, command)) {
            put_option_line(out, option);
            mdoc_sentence(out, option->help, '.');
            put_choices(out, option, command);
        }
        fputs(".El\n", out);
    }
}

/* "Undefined: never.", after a line of its own. */
static void put_fact(FILE *out, const char *what, const char *fact)
{
    char text[600];

    snprintf(text, sizeof text, "%s: %s", what, fact);
    mdoc_sentence(out, text, '.');
}

/* The page of `measures` has the table itself. */
static void put_measures(FILE *out)
{
    fputs(".Sh MEASURES\n.Bl -tag -width Ds\n", out);
    for (size_t i = 0; i < ent_measure_count(); i++) {
        const ent_measure_t *measure = ent_measure_at(i);
        ent_blob_t cite = {0};

        fputs(".It Sy ", out);
        mdoc_argument(out, measure->name);
        fputc('\n', out);
        put_fact(out, "Definition", measure->definition);
        put_fact(out, "Range", measure->range);
        put_fact(out, "Undefined", measure->undefined);
        put_fact(out, "Weights", measure->weights);
        /* A line as it is: the stop of "et al." ends no sentence. */
        if (ent_cite_short(&cite, measure->cite, NULL) == ENT_OK && cite.size > 0) {
            fputs("Reference: ", out);
            mdoc_literal(out, cite.bytes);
        }
        ent_blob_free(&cite);
    }
    fputs(".El\n", out);
}

static void put_exit_status(FILE *out)
{
    fputs(".Sh EXIT STATUS\n.Bl -tag -width Ds\n", out);
    for (const char *const *code = cli_exit_codes(); *code != NULL; code += 2) {
        fprintf(out, ".It %s\n", code[0]);
        mdoc_sentence(out, code[1], '.');
    }
    fputs(".El\n", out);
}

static void put_examples(FILE *out, const cli_command_t *command)
{
    fputs(".Sh EXAMPLES\n", out);
    for (size_t i = 0; command->examples[i] != NULL; i += 2) {
        const char *const *line = page_file(command->name, i / 2 + 1);

        fputs(i == 0 ? "" : ".Pp\n", out);
        mdoc_sentence(out, command->examples[i + 1], ':');
        fputs(".Bd -literal -offset indent\n$ ", out);
        mdoc_literal(out, command->examples[i]);
        for (; line != NULL && *line != NULL; line++)
            mdoc_literal(out, *line);
        fputs(".Ed\n", out);
    }
}

static void put_head(FILE *out, const char *name, const char *summary)
{
    fputs(".Dd " PAGES_DATE "\n.Dt ", out);
    for (const char *letter = name; *letter != '\0'; letter++)
        fputc(toupper((unsigned char)*letter), out);
    fprintf(out, " 1\n.Os\n.Sh NAME\n.Nm %s\n.Nd ", name);
    mdoc_argument(out, summary);
    fputs("\n.Sh SYNOPSIS\n", out);
}

/* "See: check, report" names other commands. */
static void put_related(FILE *out, const char *names)
{
    while (names != NULL && *names != '\0') {
        size_t length = strcspn(names, ", ");

        fprintf(out, " ,\n.Xr entente-%.*s 1", (int)length, names);
        names += length;
        names += strspn(names, ", ");
    }
}

static void put_page(FILE *out, cli_command_id_t id)
{
    const cli_command_t *command = cli_command(id);
    const char *const *line = page_file(command->name, 0);
    const char *related = NULL;
    char name[80];

    snprintf(name, sizeof name, "entente-%s", command->name);
    put_head(out, name, command->summary);
    fprintf(out, ".Nm entente %s\n", command->name);
    mdoc_operands(out, command->operands);
    fputs(".Op Ar option ...\n.Sh DESCRIPTION\n", out);
    mdoc_text(out, command->description);
    for (size_t i = 0; line != NULL && line[i] != NULL; i++)
        if (strncmp(line[i], "See: ", 5) == 0)
            related = line[i] + 5;
    if (line != NULL)
        line = put_prose(out, line, command->description[0] != '\0');
    put_options(out, id);
    put_sections(out, line);
    if (id == CLI_MEASURES)
        put_measures(out);
    put_exit_status(out);
    put_examples(out, command);
    fputs(".Sh SEE ALSO\n.Xr entente 1", out);
    put_related(out, related);
    fputc('\n', out);
}

/* The name of the command that comes behind `last` in order, NULL behind the last. */
static const char *next_name(const char *last)
{
    const char *next = NULL;

    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++) {
        const char *name = cli_command_name(id);

        if ((last == NULL || strcmp(name, last) > 0) && (next == NULL || strcmp(name, next) < 0))
            next = name;
    }
    return next;
}

static void put_commands(FILE *out)
{
    fputs(".Sh COMMANDS\n.Bl -tag -width Ds\n", out);
    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++) {
        const cli_command_t *command = cli_command((cli_command_id_t)id);

        fprintf(out, ".It Xr entente-%s 1\n", command->name);
        mdoc_sentence(out, command->summary, '.');
    }
    fputs(".El\n", out);
}

static void put_overview(FILE *out)
{
    const char *const *line = page_file("entente", 0);
    const char *separator = "";

    put_head(out, "entente", "from tables of partnerships to findings");
    fputs(".Nm\n.Ar command\n.Op Ar DATA\n.Op Ar option ...\n.Sh DESCRIPTION\n", out);
    line = put_prose(out, line, false);
    put_commands(out);
    put_sections(out, line);
    put_exit_status(out);
    fputs(".Sh EXAMPLES\nThe first example of each command.\n"
          "Its own page has more, and shows what goes to standard output;\n"
          "notes on standard error are left out there.\n"
          ".Bd -literal -offset indent\n",
          out);
    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++) {
        fputs("$ ", out);
        mdoc_literal(out, cli_command((cli_command_id_t)id)->examples[0]);
    }
    fputs(".Ed\n.Sh SEE ALSO\n", out);
    for (const char *name = NULL; (name = next_name(name)) != NULL; separator = " ,\n")
        fprintf(out, "%s.Xr entente-%s 1", separator, name);
    fputc('\n', out);
}

void cli_manual_program(FILE *out, const char *name, const char *summary, const char *launch)
{
    const char *const *line = page_file(name, 0);
    const char *related = NULL;

    put_head(out, name, summary);
    fprintf(out, ".Nm %s\n.Ar command\n.Ar DATA\n.Op Ar option ...\n.Sh DESCRIPTION\n", launch);
    for (size_t i = 0; line != NULL && line[i] != NULL; i++)
        if (strncmp(line[i], "See: ", 5) == 0)
            related = line[i] + 5;
    if (line != NULL)
        line = put_prose(out, line, false);
    put_exit_status(out);
    put_sections(out, line);
    fputs(".Sh SEE ALSO\n.Xr entente 1", out);
    put_related(out, related);
    fputc('\n', out);
}

void cli_manual(FILE *out, cli_command_id_t command)
{
    if (command == CLI_COMMAND_COUNT)
        put_overview(out);
    else
        put_page(out, command);
}
