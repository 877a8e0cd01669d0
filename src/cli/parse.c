/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command line, judged by the tables. getopt_long() would take abbreviations, which freeze
 * names for ever, and keep back what a suggestion needs. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/message.h"
#include "cli/suggest.h"

typedef struct reader {
    cli_args_t *args;
    char **argv;
    int argc;
    int next;
    ent_error_t *err;
} reader_t;

static const char *command_candidate(const void *context, size_t index)
{
    (void)context;
    return cli_command_name(index);
}

static const char *choice_candidate(const void *context, size_t index)
{
    return cli_option_choice(context, index);
}

/* Options of the command (of any, where none is named yet) are candidates for a misspelt one. */
static const char *option_candidate(const void *context, size_t index)
{
    const cli_args_t *args = context;

    for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
        const cli_option_t *option = cli_option((cli_option_id_t)id);

        if (cli_option_is_for(option, args->command) && index-- == 0)
            return option->name;
    }
    return NULL;
}

ent_status_t cli_unknown_command(const char *word, ent_error_t *err)
{
    const char *near = cli_nearest(word, strlen(word), command_candidate, NULL);

    if (near != NULL)
        return cli_fail(err, ENT_EINVAL, "'%s' is not a command; did you mean '%s'?", word, near);
    return cli_fail(err, ENT_EINVAL, "'%s' is not a command; 'entente help' lists them", word);
}

/* Lists the choices in `text`, or nothing where they are too many to read. */
static void list_choices(char *text, size_t size, const cli_option_t *option)
{
    const char *choice;
    size_t used = 0;

    text[0] = '\0';
    for (size_t i = 0; (choice = cli_option_choice(option, i)) != NULL; i++) {
        int length = snprintf(text + used, size - used, "%s%s", i == 0 ? "" : ", ", choice);

        if (length < 0 || (size_t)length >= size - used) {
            snprintf(text, size, "see 'entente measures'");
            return;
        }
        used += (size_t)length;
    }
}

static bool is_choice(const cli_option_t *option, const char *word, size_t length)
{
    const char *choice;

    for (size_t i = 0; (choice = cli_option_choice(option, i)) != NULL; i++)
        if (strlen(choice) == length && memcmp(choice, word, length) == 0)
            return true;
    return false;
}

static ent_status_t check_word(const cli_option_t *option, const char *word, size_t length,
                               ent_error_t *err)
{
    char choices[240];
    const char *near;

    if (is_choice(option, word, length))
        return ENT_OK;
    list_choices(choices, sizeof choices, option);
    near = cli_nearest(word, length, choice_candidate, option);
    if (near != NULL)
        return cli_fail(err, ENT_EINVAL, "--%s: there is no '%.*s'; did you mean '%s'? (%s)",
                        option->name, (int)length, word, near, choices);
    return cli_fail(err, ENT_EINVAL, "--%s: there is no '%.*s' (%s)", option->name, (int)length,
                    word, choices);
}

static ent_status_t check_list(const cli_option_t *option, const char *list, ent_error_t *err)
{
    for (;;) {
        size_t length = strcspn(list, ",");
        ent_status_t status = check_word(option, list, length, err);

        if (status != ENT_OK || list[length] == '\0')
            return status;
        list += length + 1;
    }
}

static bool read_number(double *number, const char *text, cli_value_t value)
{
    char *end;

    /* Only plain decimals: no blanks, no hexadecimal, no nan, no infinity. */
    if (text[0] == '\0' ||
        text[strspn(text, value == CLI_COUNT ? "0123456789" : "0123456789.-+eE")] != '\0')
        return false;
    errno = 0;
    *number = strtod(text, &end);
    return *end == '\0' && errno == 0;
}

static ent_status_t check_number(const cli_option_t *option, const char *text, ent_error_t *err)
{
    double number;

    if (!read_number(&number, text, option->value))
        return cli_fail(err, ENT_EINVAL, "--%s: '%s' is not a %snumber", option->name, text,
                        option->value == CLI_COUNT ? "whole " : "");
    if (number < option->least || number > option->most)
        return cli_fail(err, ENT_EINVAL, "--%s: %s is not between %.15g and %.16g", option->name,
                        text, option->least, option->most);
    return ENT_OK;
}

/* Two numbers with an x, or a multiplication sign, between. */
static bool read_sides(double side[2], const char *text)
{
    size_t length = strspn(text, "0123456789.");
    size_t sign = text[length] == 'x' ? 1 : strncmp(text + length, "×", 2) == 0 ? 2 : 0;
    char first[24];

    if (sign == 0 || length >= sizeof first)
        return false;
    snprintf(first, sizeof first, "%.*s", (int)length, text);
    return read_number(&side[0], first, CLI_REAL) &&
           read_number(&side[1], text + length + sign, CLI_REAL);
}

static ent_status_t check_sides(const cli_option_t *option, const char *text, ent_error_t *err)
{
    /* width and height, as ent_figure_new() takes them */
    static const double least[2] = {60, 50};
    double side[2];

    if (!read_sides(side, text))
        return cli_fail(err, ENT_EINVAL, "--%s: '%s' is not WIDTHxHEIGHT, such as 85x60",
                        option->name, text);
    for (int i = 0; i < 2; i++) {
        if (side[i] < least[i] || side[i] > option->most)
            return cli_fail(err, ENT_EINVAL,
                            "--%s: %.12g is not between %.15g and %.16g mm; a page is %.15g to "
                            "%.16g mm wide and %.15g to %.16g mm high",
                            option->name, side[i], least[i], option->most, least[0], option->most,
                            least[1], option->most);
    }
    return ENT_OK;
}

static ent_status_t check_text(const cli_option_t *option, const char *text, ent_error_t *err)
{
    size_t valid = ent_utf8_prefix(text);

    if (text[0] == '\0')
        return cli_fail(err, ENT_EINVAL, "--%s: its %s is empty", option->name, option->argument);
    if (option->value == CLI_PROSE && text[valid] != '\0')
        return cli_fail(err, ENT_EINVAL,
                        "--%s: byte %zu of its %s, \\x%02X, is not UTF-8; give the text in UTF-8",
                        option->name, valid + 1, option->argument, (unsigned char)text[valid]);
    return ENT_OK;
}

static ent_status_t check_value(const cli_option_t *option, const char *value, ent_error_t *err)
{
    switch (option->value) {
    case CLI_WORD:
        return check_word(option, value, strlen(value), err);
    case CLI_LIST:
        return check_list(option, value, err);
    case CLI_COUNT:
    case CLI_REAL:
        return check_number(option, value, err);
    case CLI_SIDES:
        return check_sides(option, value, err);
    case CLI_FILTER:
        if (value[0] == '=' || strchr(value, '=') == NULL)
            return cli_fail(err, ENT_EINVAL, "--%s: '%s' is not COLUMN=VALUE, such as country=KR",
                            option->name, value);
        return ENT_OK;
    case CLI_TEXT:
    case CLI_PROSE:
    case CLI_FILE:
        return check_text(option, value, err);
    case CLI_SWITCH:
        break;
    }
    return ENT_OK;
}

static ent_status_t take_value(reader_t *reader, cli_option_id_t id, const char *attached)
{
    const cli_option_t *option = cli_option(id);
    const char *value = attached;

    if (option->value == CLI_SWITCH) {
        if (attached != NULL)
            return cli_fail(reader->err, ENT_EINVAL, "--%s takes no argument, got '%s'",
                            option->name, attached);
        value = "";
    } else if (value == NULL) {
        if (reader->next >= reader->argc)
            return cli_fail(reader->err, ENT_EINVAL, "--%s needs its %s", option->name,
                            option->argument);
        value = reader->argv[reader->next++];
    }
    reader->args->value[id] = value;
    if (id == CLI_WITHOUT || id == CLI_AVOID)
        reader->args->without[reader->args->without_count++] = value;
    if (id == CLI_NOTE)
        reader->args->note[reader->args->note_count++] = value;
    return check_value(option, value, reader->err);
}

static ent_status_t read_long(reader_t *reader, const char *word)
{
    size_t length = strcspn(word, "=");
    const char *near;

    for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
        const char *name = cli_option((cli_option_id_t)id)->name;

        if (strlen(name) == length && memcmp(name, word, length) == 0)
            return take_value(reader, (cli_option_id_t)id,
                              word[length] == '=' ? word + length + 1 : NULL);
    }
    near = cli_nearest(word, length, option_candidate, reader->args);
    if (near != NULL)
        return cli_fail(reader->err, ENT_EINVAL, "'--%.*s' is not an option; did you mean '--%s'?",
                        (int)length, word, near);
    return cli_fail(reader->err, ENT_EINVAL, "'--%.*s' is not an option", (int)length, word);
}

/* `-qo FILE`, `-oFILE`: letters of switches, and at the end one that may have its argument. */
static ent_status_t read_letters(reader_t *reader, const char *letters)
{
    for (; *letters != '\0'; letters++) {
        size_t id = 0;
        ent_status_t status;

        while (id < CLI_OPTION_COUNT && cli_option((cli_option_id_t)id)->letter != *letters)
            id++;
        if (id == CLI_OPTION_COUNT)
            return cli_fail(reader->err, ENT_EINVAL, "'-%c' is not an option", *letters);
        if (cli_option((cli_option_id_t)id)->value != CLI_SWITCH)
            return take_value(reader, (cli_option_id_t)id, letters[1] == '\0' ? NULL : letters + 1);
        status = take_value(reader, (cli_option_id_t)id, NULL);
        if (status != ENT_OK)
            return status;
    }
    return ENT_OK;
}

static ent_status_t read_operand(reader_t *reader, const char *word)
{
    cli_args_t *args = reader->args;

    if (args->command != CLI_COMMAND_COUNT) {
        args->operand[args->operand_count++] = word;
        return ENT_OK;
    }
    args->command = cli_command_find(word);
    return args->command == CLI_COMMAND_COUNT ? cli_unknown_command(word, reader->err) : ENT_OK;
}

static ent_status_t read_words(reader_t *reader)
{
    bool options_end = false;
    ent_status_t status = ENT_OK;

    while (status == ENT_OK && reader->next < reader->argc) {
        const char *word = reader->argv[reader->next++];

        if (options_end || word[0] != '-' || word[1] == '\0')
            status = read_operand(reader, word);
        else if (word[1] != '-')
            status = read_letters(reader, word + 1);
        else if (word[2] != '\0')
            status = read_long(reader, word + 2);
        else
            options_end = true;
    }
    return status;
}

static ent_status_t check_backbone(const cli_args_t *args, ent_error_t *err)
{
    static const cli_option_id_t needy[] = {CLI_ALPHA, CLI_CORRECTION, CLI_PAIRS};
    size_t view = cli_word(args, CLI_VIEW, ENT_VIEW_WHOLE);
    const char *pairs = args->value[CLI_PAIRS];
    const char *output = args->value[CLI_OUTPUT];

    for (size_t i = 0; i < sizeof needy / sizeof needy[0]; i++)
        if (args->value[needy[i]] != NULL && args->value[CLI_BACKBONE] == NULL)
            return cli_fail(err, ENT_EINVAL, "--%s is about a backbone: give --backbone too",
                            cli_option(needy[i])->name);
    if (args->value[CLI_BACKBONE] != NULL && view != ENT_VIEW_CITIES && view != ENT_VIEW_NETWORKS)
        return cli_fail(err, ENT_EINVAL,
                        "--backbone is of a projection: give --view cities or --view networks");
    if (pairs != NULL && strcmp(pairs, output != NULL ? output : "-") == 0)
        return cli_fail(err, ENT_EINVAL,
                        "--pairs and the ranks would both go to %s; give one of them another file",
                        output != NULL ? output : "standard output");
    return ENT_OK;
}

static ent_status_t check_options_belong(const cli_args_t *args, ent_error_t *err)
{
    for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
        const cli_option_t *option = cli_option((cli_option_id_t)id);

        if (args->value[id] != NULL && !cli_option_is_for(option, args->command))
            return cli_fail(err, ENT_EINVAL, "--%s is not an option of '%s'", option->name,
                            cli_command_name(args->command));
    }
    if (args->value[CLI_HOPS] != NULL && args->value[CLI_FOCUS] == NULL &&
        args->command != CLI_PROFILE)
        return cli_fail(err, ENT_EINVAL, "--hops counts ties from an actor: give it by --focus");
    return check_backbone(args, err);
}

ent_status_t cli_parse(cli_args_t *args, int argc, char **argv, ent_error_t *err)
{
    reader_t reader = {args, argv, argc, 1, err};
    size_t words = argc > 0 ? (size_t)argc : 1;
    ent_status_t status;

    *args = (cli_args_t){.command = CLI_COMMAND_COUNT};
    args->without = calloc(words, sizeof *args->without);
    args->note = calloc(words, sizeof *args->note);
    args->operand = calloc(words, sizeof *args->operand);
    if (args->without == NULL || args->note == NULL || args->operand == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for the command line");
    /* The command is nearly always the first word: its options are then the ones to suggest. */
    status = read_words(&reader);
    return status == ENT_OK ? check_options_belong(args, err) : status;
}

void cli_args_free(cli_args_t *args)
{
    free(args->without);
    free(args->note);
    free(args->operand);
}

uint64_t cli_count(const cli_args_t *args, cli_option_id_t id, uint64_t fallback)
{
    return args->value[id] == NULL ? fallback : strtoull(args->value[id], NULL, 10);
}

void cli_sides(const cli_args_t *args, cli_option_id_t id, double *width, double *height)
{
    double side[2];

    if (args->value[id] == NULL || !read_sides(side, args->value[id]))
        return;
    *width = side[0];
    *height = side[1];
}

double cli_real(const cli_args_t *args, cli_option_id_t id, double fallback)
{
    return args->value[id] == NULL ? fallback : strtod(args->value[id], NULL);
}

size_t cli_word(const cli_args_t *args, cli_option_id_t id, size_t fallback)
{
    const char *choice;

    if (args->value[id] == NULL)
        return fallback;
    for (size_t i = 0; (choice = cli_option_choice(cli_option(id), i)) != NULL; i++)
        if (strcmp(choice, args->value[id]) == 0)
            return i;
    return fallback;
}
