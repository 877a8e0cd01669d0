/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/help.h"

#include <string.h>

enum { WIDTH = 80, TEXT_AT = 26 };

static const char *const section_titles[CLI_SECTION_COUNT] = {
    "Input", "Network", "Numbers", "Figure", "Output", "Command",
};

const char *cli_section_title(cli_section_t section)
{
    return section_titles[section];
}

const char *const *cli_exit_codes(void)
{
    static const char *const codes[] = {
        "0", "done",
        "1", "the data are at fault, or verify found a difference",
        "2", "wrong usage",
        "3", "the machine refused (cannot read or write, disk full)",
        "4", "the computation failed (memory, a stated limit)",
        NULL};

    return codes;
}

void cli_option_signature(char *text, size_t size, const cli_option_t *option)
{
    char letter[8] = "";

    if (option->letter != 0)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    snprintf(text, size, "%s--%s%s%s", letter, option->name, option->argument == NULL ? "" : "=",
             option->argument == NULL ? "" : option->argument);
}

/* Writes words from column `at` on, indenting every further line to `indent`. */
static size_t put_words(FILE *out, const char *text, size_t at, size_t indent)
{
    while (*text != '\0') {
        size_t length = strcspn(text, " ");

        if (at > indent && at + 1 + length > WIDTH) {
            fprintf(out, "\n%*s", (int)indent, "");
            at = indent;
        } else if (at > indent) {
            fputc(' ', out);
            at++;
        }
        fwrite(text, 1, length, out);
        at += length;
        text += length;
        text += strspn(text, " ");
    }
    return at;
}

/* The measures are too many for this page: their option's help says where they are. */
static void put_few_choices(FILE *out, const cli_option_t *option, size_t at)
{
    size_t count = 0;

    while (cli_option_choice(option, count) != NULL)
        count++;
    for (size_t i = 0; i < count && count < 20; i++) {
        char word[64];

        snprintf(word, sizeof word, "%s%s%s", i == 0 ? "[" : "", cli_option_choice(option, i),
                 i + 1 == count ? "]" : ",");
        at = put_words(out, word, at, TEXT_AT);
    }
}

static void put_option(FILE *out, const cli_option_t *option)
{
    char signature[80];
    int length;
    size_t at = TEXT_AT;

    cli_option_signature(signature, sizeof signature, option);
    length = fprintf(out, "%s%s", option->letter != 0 ? "  " : "      ", signature);
    if (length + 1 >= TEXT_AT)
        fprintf(out, "\n%*s", TEXT_AT, "");
    else
        fprintf(out, "%*s", TEXT_AT - length, "");
    at = put_words(out, option->help, at, TEXT_AT);
    put_few_choices(out, option, at);
    fputc('\n', out);
}

static void put_examples(FILE *out, const cli_command_t *command)
{
    for (size_t i = 0; command->examples[i] != NULL; i += 2) {
        fprintf(out, "  %s\n", command->examples[i]);
        fprintf(out, "      ");
        put_words(out, command->examples[i + 1], 6, 6);
        fputc('\n', out);
    }
}

static void put_sections(FILE *out, cli_command_id_t command)
{
    for (cli_section_t section = 0; section < CLI_SECTION_COUNT; section++) {
        size_t id = 0;
        const cli_option_t *option = cli_option_next(&id, section, command);

        if (option != NULL)
            fprintf(out, "\n%s:\n", cli_section_title(section));
        for (; option != NULL; option = cli_option_next(&id, section, command))
            put_option(out, option);
    }
}

static void put_command(FILE *out, cli_command_id_t id)
{
    const cli_command_t *command = cli_command(id);

    fprintf(out, "entente %s: %s\n\nExamples:\n", command->name, command->summary);
    put_examples(out, command);
    fprintf(out, "\nUsage: entente %s%s%s [OPTION]...\n", command->name,
            command->operands[0] == '\0' ? "" : " ", command->operands);
    put_words(out, command->description, 0, 0);
    fputs(command->description[0] == '\0' ? "" : "\n", out);
    put_sections(out, id);
}

static void put_overview(FILE *out)
{
    const char *const *code = cli_exit_codes();

    fprintf(out, "entente %s: from tables of partnerships to findings\n\nExamples:\n",
            ent_version());
    for (size_t id = 0; id < CLI_HELP; id++)
        fprintf(out, "  %s\n", cli_command((cli_command_id_t)id)->examples[0]);
    fprintf(out, "\nUsage: entente COMMAND [DATA] [OPTION]...\n\nCommands:\n");
    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++) {
        const cli_command_t *command = cli_command((cli_command_id_t)id);

        fprintf(out, "  %-12s%s\n", command->name, command->summary);
    }
    fprintf(out, "\n'entente help COMMAND' shows the examples and options of one.\n"
                 "Results go to standard output, messages to standard error.\n\nExit status:\n");
    for (; *code != NULL; code += 2)
        fprintf(out, "  %s  %s\n", code[0], code[1]);
}

void cli_help(FILE *out, cli_command_id_t command)
{
    if (command == CLI_COMMAND_COUNT)
        put_overview(out);
    else
        put_command(out, command);
}
