/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The manual page, in man(7) roff. */
#include <string.h>

#include "cli/help.h"

/* Text in which nothing is a request or a hyphenation. */
static void put(FILE *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", out);
    for (; *text != '\0'; text++) {
        if (*text == '\\')
            fputs("\\e", out);
        else if (*text == '-')
            fputs("\\-", out);
        else
            fputc(*text, out);
    }
}

static void put_entry(FILE *out, const char *term, const char *text)
{
    fputs(".TP\n.B ", out);
    put(out, term);
    fputc('\n', out);
    put(out, text);
    fputc('\n', out);
}

static void put_commands(FILE *out)
{
    fputs(".SH COMMANDS\n", out);
    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++) {
        const cli_command_t *command = cli_command((cli_command_id_t)id);
        char term[120];

        snprintf(term, sizeof term, "entente %s %s", command->name, command->operands);
        put_entry(out, term, command->summary);
        if (command->description[0] != '\0') {
            fputs(".br\n", out);
            put(out, command->description);
            fputc('\n', out);
        }
    }
}

static void put_takers(FILE *out, const cli_option_t *option)
{
    const char *separator = " (";

    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++)
        if (cli_option_is_for(option, (cli_command_id_t)id)) {
            fprintf(out, "%s%s", separator, cli_command_name(id));
            separator = ", ";
        }
    fputs(")\n", out);
}

static void put_options(FILE *out)
{
    fputs(".SH OPTIONS\n", out);
    for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
        const cli_option_t *option = cli_option((cli_option_id_t)id);
        char term[120];

        cli_option_signature(term, sizeof term, option);
        put_entry(out, term, option->help);
        if (cli_option_choice(option, 0) != NULL) {
            const char *choice;

            fputs(".br\nOne of", out);
            for (size_t i = 0; (choice = cli_option_choice(option, i)) != NULL; i++) {
                fputs(i == 0 ? " " : ", ", out);
                put(out, choice);
            }
            fputs(".\n", out);
        }
        put_takers(out, option);
    }
}

static void put_examples(FILE *out)
{
    fputs(".SH EXAMPLES\n", out);
    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++) {
        const char *const *example = cli_command((cli_command_id_t)id)->examples;

        for (; *example != NULL; example += 2)
            put_entry(out, example[0], example[1]);
    }
}

void cli_manual(FILE *out)
{
    const char *const *code = cli_exit_codes();

    fprintf(
        out,
        ".TH ENTENTE 1 \"\" \"entente %s\" \"User Commands\"\n.SH NAME\n"
        "entente \\- from tables of partnerships to findings\n.SH SYNOPSIS\n"
        ".B entente\n.I COMMAND\n.RI [ DATA ]\n.RI [ OPTION ]...\n.SH DESCRIPTION\n"
        "Checks tables of actors, memberships and agreements, builds the network, measures it,\n"
        "finds its groups, draws it and writes the report. Results go to standard output,\n"
        "messages to standard error.\n",
        ent_version());
    put_commands(out);
    put_options(out);
    fputs(".SH EXIT STATUS\n", out);
    for (; *code != NULL; code += 2)
        put_entry(out, code[0], code[1]);
    fputs(".SH ENVIRONMENT\n", out);
    put_entry(out, "NO_COLOR", "when set and not empty: no colour.");
    put_examples(out);
}
