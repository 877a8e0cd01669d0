/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Completion scripts for three shells. */
#include <string.h>

#include "cli/help.h"

static const cli_option_t *option_for(size_t id, cli_command_id_t command)
{
    const cli_option_t *option = cli_option((cli_option_id_t)id);

    return cli_option_is_for(option, command) ? option : NULL;
}

static void put_commands(FILE *out, const char *separator)
{
    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++)
        fprintf(out, "%s%s", id == 0 ? "" : separator, cli_command_name(id));
}

/* In single quotes of any of the shells; zsh also gives brackets and colons a meaning. */
static void put_quoted(FILE *out, const char *text, const char *special)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs("'\\''", out);
        else if (strchr(special, *text) != NULL)
            fprintf(out, "\\%c", *text);
        else
            fputc(*text, out);
    }
}

static void bash_values(FILE *out)
{
    for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
        const cli_option_t *option = cli_option((cli_option_id_t)id);

        if (option->value == CLI_SWITCH)
            continue;
        fprintf(out, "    --%s", option->name);
        if (option->letter != 0)
            fprintf(out, " | -%c", option->letter);
        fputs(")\n", out);
        if (option->value == CLI_WORD || option->value == CLI_LIST) {
            fprintf(out, "        _entente_%s \"", option->value == CLI_LIST ? "list" : "words");
            cli_put_choices(out, option, " ");
            fputs("\"\n", out);
        }
        fputs("        return ;;\n", out);
    }
}

static void bash_options(FILE *out)
{
    for (size_t command = 0; command < CLI_COMMAND_COUNT; command++) {
        fprintf(out, "    %s) words=\"", cli_command_name(command));
        for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
            const cli_option_t *option = option_for(id, (cli_command_id_t)command);

            if (option != NULL)
                fprintf(out, " --%s%s", option->name, option->value == CLI_SWITCH ? "" : "=");
        }
        fputs("\" ;;\n", out);
    }
}

void cli_complete_bash(FILE *out)
{
    fputs("# bash completion for entente, made by 'entente completion bash'\n"
          "_entente_words() {\n"
          "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$current\")\n"
          "}\n"
          "_entente_list() {\n"
          "    local before=\"\"\n"
          "    [[ $current != *,* ]] || before=\"${current%,*},\"\n"
          "    mapfile -t COMPREPLY < <(compgen -P \"$before\" -W \"$1\" -- \"${current##*,}\")\n"
          "}\n"
          "_entente() {\n"
          "    local current=${COMP_WORDS[COMP_CWORD]} option command=\"\" word words\n"
          "    COMPREPLY=()\n"
          "    option=${COMP_WORDS[COMP_CWORD-1]}\n"
          "    if [[ $option == = ]]; then option=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
          "    if [[ $current == = ]]; then current=\"\"; fi\n"
          "    case $option in\n",
          out);
    bash_values(out);
    fputs("    esac\n"
          "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
          "        case $word in\n"
          "        ",
          out);
    put_commands(out, " | ");
    fputs(") command=$word; break ;;\n"
          "        esac\n"
          "    done\n"
          "    case $command in\n",
          out);
    bash_options(out);
    fputs("    *) words=\"", out);
    put_commands(out, " ");
    fputs("\" ;;\n"
          "    esac\n"
          "    if [[ -z $command || $current == -* ]]; then _entente_words \"$words\"; fi\n"
          "    if [[ $command == completion && $current != -* ]]; then\n"
          "        _entente_words \"bash zsh fish\"\n"
          "    elif [[ $command == help && $current != -* ]]; then\n"
          "        _entente_words \"",
          out);
    put_commands(out, " ");
    fputs("\"\n"
          "    fi\n"
          "    if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace 2>/dev/null; fi\n"
          "}\n"
          "complete -o default -F _entente entente\n",
          out);
}

static void zsh_option(FILE *out, const cli_option_t *option)
{
    fputs("            ", out);
    if (option->letter != 0 && option->value == CLI_SWITCH)
        fprintf(out, "{-%c,--%s}'[", option->letter, option->name);
    else if (option->letter != 0)
        fprintf(out, "{-%c+,--%s=}'[", option->letter, option->name);
    else
        fprintf(out, "'--%s%s[", option->name, option->value == CLI_SWITCH ? "" : "=");
    put_quoted(out, option->help, "[]:\\");
    fputc(']', out);
    if (option->value != CLI_SWITCH)
        fprintf(out, ":%s:", option->argument);
    if (option->value == CLI_FILE)
        fputs("_files", out);
    else if (option->value == CLI_WORD || option->value == CLI_LIST) {
        fputs(option->value == CLI_LIST ? "_sequence compadd - " : "(", out);
        cli_put_choices(out, option, " ");
        fputs(option->value == CLI_LIST ? "" : ")", out);
    }
    fputs("' \\\n", out);
}

static void zsh_operands(FILE *out, size_t command)
{
    if (command == CLI_HELP) {
        fputs("'*:command:(", out);
        put_commands(out, " ");
        fputs(")'", out);
    } else if (command == CLI_COMPLETION) {
        fputs("'*:shell:(bash zsh fish)'", out);
    } else if (command != CLI_MEASURES) {
        fputs("'*:DATA:_files'", out);
    }
}

void cli_complete_zsh(FILE *out)
{
    fputs("#compdef entente\n# made by 'entente completion zsh'\n"
          "_entente() {\n"
          "    local context state line\n"
          "    typeset -A opt_args\n"
          "    local -a commands\n"
          "    commands=(\n",
          out);
    for (size_t id = 0; id < CLI_COMMAND_COUNT; id++) {
        fprintf(out, "        '%s:", cli_command_name(id));
        put_quoted(out, cli_command((cli_command_id_t)id)->summary, ":\\");
        fputs("'\n", out);
    }
    fputs("    )\n"
          "    _arguments -C '1:command:->command' '*::argument:->argument'\n"
          "    case $state in\n"
          "    command) _describe command commands ;;\n"
          "    argument)\n"
          "        case $words[1] in\n",
          out);
    for (size_t command = 0; command < CLI_COMMAND_COUNT; command++) {
        fprintf(out, "        %s) _arguments \\\n", cli_command_name(command));
        for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
            const cli_option_t *option = option_for(id, (cli_command_id_t)command);

            if (option != NULL)
                zsh_option(out, option);
        }
        fputs("            ", out);
        zsh_operands(out, command);
        fputs(" ;;\n", out);
    }
    fputs("        esac ;;\n"
          "    esac\n"
          "}\n"
          "_entente \"$@\"\n",
          out);
}

static void fish_description(FILE *out, const char *text)
{
    fputs(" -d '", out);
    for (; *text != '\0'; text++)
        fprintf(out, *text == '\'' ? "\\%c" : "%c", *text);
    fputs("'\n", out);
}

static void fish_option(FILE *out, const char *command, const cli_option_t *option)
{
    fprintf(out, "complete -c entente -n '__fish_seen_subcommand_from %s' -l %s", command,
            option->name);
    if (option->letter != 0)
        fprintf(out, " -s %c", option->letter);
    if (option->value == CLI_FILE)
        fputs(" -r", out);
    else if (option->value != CLI_SWITCH)
        fputs(" -x", out);
    if (cli_option_choice(option, 0) != NULL) {
        fputs(option->value == CLI_LIST ? " -a '(__fish_append , " : " -a '", out);
        cli_put_choices(out, option, " ");
        fputs(option->value == CLI_LIST ? ")'" : "'", out);
    }
    fish_description(out, option->help);
}

void cli_complete_fish(FILE *out)
{
    fputs("# fish completion for entente, made by 'entente completion fish'\n", out);
    for (size_t command = 0; command < CLI_COMMAND_COUNT; command++) {
        const char *name = cli_command_name(command);

        fprintf(out, "complete -c entente -n __fish_use_subcommand -f -a %s", name);
        fish_description(out, cli_command((cli_command_id_t)command)->summary);
        for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
            const cli_option_t *option = option_for(id, (cli_command_id_t)command);

            if (option != NULL)
                fish_option(out, name, option);
        }
    }
    fputs("complete -c entente -n '__fish_seen_subcommand_from completion' -f "
          "-a 'bash zsh fish'\n"
          "complete -c entente -n '__fish_seen_subcommand_from help' -f -a '",
          out);
    put_commands(out, " ");
    fputs("'\n", out);
}
