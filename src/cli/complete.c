/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente completion words -- WORD...: what the last word may become, a line each, with a tab and
 * what it means. The scripts of the shells ask this, so that they know all that the tables know,
 * and the actors of the data set. A line that begins with a tab says that files may stand there. It
 * never fails: who presses a key asked for no message. */
#include <stdlib.h>
#include <string.h>

#include "cli/help.h"

/* A command line that is being typed, up to the cursor. */
typedef struct typed {
    cli_command_id_t command;
    bool misspelt;              /* there is no such command */
    const char *data;           /* the first operand */
    size_t operands;            /* complete ones, the command not counted */
    bool options_end;           /* `--` was typed */
    const cli_option_t *option; /* the last word is its value, or NULL */
    const char *word;           /* the last one … */
    const char *value;          /* … and the part of it that is to be completed */
    ent_dataset_options_t read; /* how the data set is to be read */
} typed_t;

static const cli_option_t *find_option(const char *name, size_t length)
{
    for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
        const cli_option_t *option = cli_option((cli_option_id_t)id);

        if (strlen(option->name) == length && memcmp(option->name, name, length) == 0)
            return option;
    }
    return NULL;
}

/* The last of the letters, where it still waits for its value. */
static const cli_option_t *find_letter(const char *letters)
{
    for (; *letters != '\0'; letters++)
        for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
            const cli_option_t *option = cli_option((cli_option_id_t)id);

            if (option->letter == *letters && option->value != CLI_SWITCH)
                return letters[1] == '\0' ? option : NULL;
        }
    return NULL;
}

static void keep_value(typed_t *typed, const cli_option_t *option, const char *value)
{
    if (option == cli_option(CLI_ENCODING))
        typed->read.encoding = value;
    else if (option == cli_option(CLI_MAP))
        typed->read.map = value;
    else if (option == cli_option(CLI_DECIMAL))
        typed->read.decimal = value;
}

static void keep_switch(typed_t *typed, const cli_option_t *option)
{
    if (option == cli_option(CLI_MATRIX))
        typed->read.matrix = true;
    else if (option == cli_option(CLI_LAX_QUOTES))
        typed->read.lax_quotes = true;
    else if (option == cli_option(CLI_DIRECTED))
        typed->read.directed = true;
}

static void read_operand(typed_t *typed, const char *word)
{
    if (typed->command == CLI_COMMAND_COUNT) {
        typed->command = cli_command_find(word);
        typed->misspelt = typed->command == CLI_COMMAND_COUNT;
    } else if (typed->operands++ == 0) {
        typed->data = word;
    }
}

/* A word in front of the last. */
static void read_word(typed_t *typed, const char *word)
{
    const cli_option_t *waiting = typed->option;

    typed->option = NULL;
    if (waiting != NULL) {
        keep_value(typed, waiting, word);
    } else if (typed->options_end || word[0] != '-' || word[1] == '\0') {
        read_operand(typed, word);
    } else if (word[1] != '-') {
        typed->option = find_letter(word + 1);
    } else if (word[2] == '\0') {
        typed->options_end = true;
    } else {
        size_t length = strcspn(word + 2, "=");
        const cli_option_t *option = find_option(word + 2, length);

        if (option == NULL)
            return;
        if (option->value == CLI_SWITCH)
            keep_switch(typed, option);
        else if (word[2 + length] == '=')
            keep_value(typed, option, word + 2 + length + 1);
        else
            typed->option = option;
    }
}

static void read_last(typed_t *typed, const char *word)
{
    size_t length = strcspn(word, "=");

    typed->word = word;
    typed->value = word;
    if (typed->option == NULL && !typed->options_end && strncmp(word, "--", 2) == 0 &&
        word[length] == '=') {
        typed->option = find_option(word + 2, length - 2);
        typed->value = typed->option != NULL ? word + length + 1 : word;
    }
}

/* What is answered goes into a shell and onto a terminal, a line each. */
static bool is_plain(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7f ||
            ((unsigned char)text[0] == 0xc2 && (unsigned char)text[1] < 0xa0))
            return false;
    return true;
}

static void put_answer(const typed_t *typed, const char *text, const char *end, const char *meaning)
{
    if (!is_plain(text))
        return;
    printf("%.*s%s%s", (int)(typed->value - typed->word), typed->word, text, end);
    if (meaning != NULL && meaning[0] != '\0' && strcmp(meaning, text) != 0 && is_plain(meaning))
        printf("\t%s", meaning);
    putchar('\n');
}

static bool begins(const char *text, const typed_t *typed)
{
    return strncmp(text, typed->value, strlen(typed->value)) == 0;
}

static void put_files(void)
{
    puts("\tfiles");
}

static void put_commands(const typed_t *typed)
{
    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++)
        if (begins(cli_command_name(id), typed))
            put_answer(typed, cli_command_name(id), "", cli_command((cli_command_id_t)id)->summary);
}

static void put_options(const typed_t *typed)
{
    for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
        const cli_option_t *option = cli_option((cli_option_id_t)id);
        char name[80];

        snprintf(name, sizeof name, "--%s", option->name);
        if (cli_option_is_for(option, typed->command) && begins(name, typed))
            put_answer(typed, name, option->value == CLI_SWITCH ? "" : "=", option->help);
    }
}

static bool is_in_list(const char *list, const char *end, const char *word)
{
    size_t length = strlen(word);

    for (const char *item = list; item < end; item += strcspn(item, ",") + 1)
        if (strcspn(item, ",") == length && strncmp(item, word, length) == 0)
            return true;
    return false;
}

/* Moves to what stands behind the last comma. */
static void skip_list(typed_t *typed)
{
    const char *comma = strrchr(typed->value, ',');

    if (comma != NULL)
        typed->value = comma + 1;
}

static void put_choices(typed_t *typed)
{
    const char *list = typed->value;
    const char *choice;

    if (typed->option->value == CLI_LIST)
        skip_list(typed);
    for (size_t i = 0; (choice = cli_option_choice(typed->option, i)) != NULL; i++)
        if (begins(choice, typed) && !is_in_list(list, typed->value, choice))
            put_answer(typed, choice, "", NULL);
}

/* Opens the data set that the command line names; NULL where that cannot be. Standard input is for
 * the command that is being typed. */
static ent_dataset_t *open_data(const typed_t *typed)
{
    const char *home = getenv("HOME");
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};
    char path[4096];

    if (typed->data == NULL || strcmp(typed->data, "-") == 0)
        return NULL;
    /* The shell would have expanded the tilde. */
    if (strncmp(typed->data, "~/", 2) == 0 && home != NULL)
        snprintf(path, sizeof path, "%s%s", home, typed->data + 1);
    else
        snprintf(path, sizeof path, "%s", typed->data);
    return ent_dataset_open(&dataset, path, &typed->read, &err) == ENT_OK ? dataset : NULL;
}

typedef struct called {
    const char *text;
    ent_id_t actor;
} called_t;

static int compare_called(const void *left, const void *right)
{
    const called_t *a = left;
    const called_t *b = right;
    int order = strcmp(a->text, b->text);

    return order != 0 ? order : (a->actor > b->actor) - (a->actor < b->actor);
}

/* What the actor may be called here: ids, and where a name was begun, names in all languages. A
 * name that another bears too would be refused: the id stands for it. */
static const char *offered(const typed_t *typed, const ent_dataset_t *dataset, const char *text,
                           ent_id_t actor)
{
    /* Where options may stand, a dash in front would pass for one. */
    bool dashes = typed->value[0] == '-' || typed->options_end || typed->option != NULL;
    ent_id_t found = ENT_NONE;
    ent_error_t err = {0};
    const char *id;

    if (actor == ENT_NONE || !begins(text, typed))
        return NULL;
    id = ent_dataset_actor(dataset, actor)->id;
    if (strcmp(text, id) != 0) {
        if (typed->value[0] == '\0')
            return NULL;
        if (ent_dataset_find(dataset, &found, text, &err) != ENT_OK || found != actor)
            text = id;
    }
    return text[0] == '-' && !dashes ? NULL : text;
}

static void put_actors(const typed_t *typed, const ent_dataset_t *dataset)
{
    size_t names = ent_dataset_called_count(dataset);
    called_t *called = calloc(names + 1, sizeof *called);
    size_t count = 0;

    for (size_t i = 0; called != NULL && i < names; i++) {
        const char *text = ent_dataset_called_at(dataset, i, &called[count].actor);

        called[count].text = offered(typed, dataset, text, called[count].actor);
        if (called[count].text != NULL)
            count++;
    }
    if (count > 0)
        qsort(called, count, sizeof *called, compare_called);
    for (size_t i = 0; i < count; i++) {
        const ent_actor_t *facts = ent_dataset_actor(dataset, called[i].actor);

        if (i == 0 || strcmp(called[i].text, called[i - 1].text) != 0)
            put_answer(typed, called[i].text, "",
                       strcmp(called[i].text, facts->id) == 0 ? facts->name : facts->id);
    }
    free(called);
}

static void put_attributes(const typed_t *typed, const ent_dataset_t *dataset, const char *end)
{
    static const char *const columns[] = {"id", "name", "kind", "country", "region"};

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (begins(columns[i], typed))
            put_answer(typed, columns[i], end, NULL);
    for (size_t i = 0; i < ent_dataset_attribute_count(dataset); i++)
        if (begins(ent_dataset_attribute_name(dataset, i), typed))
            put_answer(typed, ent_dataset_attribute_name(dataset, i), end, NULL);
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The values of a column, each once. A comma would end the value. */
static void put_values(const typed_t *typed, const ent_dataset_t *dataset, const char *column)
{
    ent_id_t actors = (ent_id_t)ent_dataset_actor_count(dataset);
    const char **values = calloc((size_t)actors + 1, sizeof *values);
    size_t count = 0;

    for (ent_id_t actor = 0; values != NULL && actor < actors; actor++) {
        const char *value = ent_dataset_attribute(dataset, actor, column);

        if (value != NULL && value[0] != '\0' && strchr(value, ',') == NULL && begins(value, typed))
            values[count++] = value;
    }
    if (count > 0)
        qsort(values, count, sizeof *values, compare_texts);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(values[i], values[i - 1]) != 0)
            put_answer(typed, values[i], "", NULL);
    free(values);
}

/* kind=city,country=K */
static void put_filter(typed_t *typed, const ent_dataset_t *dataset)
{
    const char *equals;
    char column[200];

    skip_list(typed);
    equals = strchr(typed->value, '=');
    if (equals == NULL) {
        put_attributes(typed, dataset, "=");
        return;
    }
    snprintf(column, sizeof column, "%.*s", (int)(equals - typed->value), typed->value);
    typed->value = equals + 1;
    put_values(typed, dataset, column);
}

static bool is_actor(const char *what)
{
    return strcmp(what, "ACTOR") == 0 || strcmp(what, "A") == 0 || strcmp(what, "B") == 0;
}

/* What the data set has: `what` is the name of an argument or operand. */
static void put_data(typed_t *typed, const char *what)
{
    bool filter = typed->option != NULL && typed->option->value == CLI_FILTER;
    ent_dataset_t *dataset = NULL;

    if (!filter && !is_actor(what) && strcmp(what, "ATTRIBUTE") != 0)
        return;
    dataset = open_data(typed);
    if (dataset == NULL)
        return;
    if (filter)
        put_filter(typed, dataset);
    else if (is_actor(what))
        put_actors(typed, dataset);
    else
        put_attributes(typed, dataset, "");
    ent_dataset_free(dataset);
}

static void put_value(typed_t *typed)
{
    if (typed->option->value == CLI_FILE)
        put_files();
    else if (cli_option_choice(typed->option, 0) != NULL)
        put_choices(typed);
    else
        put_data(typed, typed->option->argument);
}

/* Whether an option of a synopsis, "-o" or "--within", has its argument behind it. */
static bool takes_argument(const char *word, size_t length)
{
    char letter[2] = {word[1], '\0'};
    const cli_option_t *option = NULL;

    if (word[1] != '-')
        return find_letter(letter) != NULL;
    option = find_option(word + 2, length - 2);
    return option != NULL && option->value != CLI_SWITCH;
}

/* The name of operand `index` in the synopsis, "" where no more may stand: options and their
 * arguments, which stand there too, are passed over. */
static void operand_name(char *name, size_t size, const char *synopsis, size_t index)
{
    bool option = false;

    name[0] = '\0';
    while (*synopsis != '\0') {
        size_t length;

        synopsis += strspn(synopsis, " []");
        length = strcspn(synopsis, " []");
        if (option) {
            option = false;
        } else if (synopsis[0] == '-') {
            option = takes_argument(synopsis, length);
        } else if (length > 0) {
            bool many = length > 3 && strncmp(synopsis + length - 3, "...", 3) == 0;

            snprintf(name, size, "%.*s", (int)(many ? length - 3 : length), synopsis);
            if (many || index-- == 0)
                return;
            name[0] = '\0';
        }
        synopsis += length;
    }
}

static void put_operand(typed_t *typed)
{
    char name[80];

    operand_name(name, sizeof name, cli_command(typed->command)->operands, typed->operands);
    if (strcmp(name, "COMMAND") == 0) {
        put_commands(typed);
    } else if (strchr(name, '|') != NULL) {
        for (char *choice = strtok(name, "|"); choice != NULL; choice = strtok(NULL, "|"))
            if (begins(choice, typed))
                put_answer(typed, choice, "", NULL);
    } else if (is_actor(name)) {
        put_data(typed, name);
    } else if (name[0] != '\0') {
        put_files();
    }
}

void cli_complete(const char *const *words, size_t count)
{
    typed_t typed = {.command = CLI_COMMAND_COUNT};

    if (count == 0)
        return;
    ent_dataset_options_init(&typed.read);
    for (size_t i = 0; i + 1 < count; i++)
        read_word(&typed, words[i]);
    if (typed.misspelt)
        return;
    read_last(&typed, words[count - 1]);
    if (typed.option != NULL)
        put_value(&typed);
    else if (!typed.options_end && typed.word[0] == '-')
        put_options(&typed);
    else if (typed.command == CLI_COMMAND_COUNT)
        put_commands(&typed);
    else
        put_operand(&typed);
}
