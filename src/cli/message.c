/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/message.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/progress.h"

static struct {
    bool quiet;
    bool color;
    bool silent;
    const char *program;
    const char *about;
} say = {.program = "entente"};

static bool terminal_has_color(void)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");

    if (no_color != NULL && no_color[0] != '\0')
        return false;
    return isatty(STDERR_FILENO) && term != NULL && strcmp(term, "dumb") != 0;
}

void cli_message_setup(const cli_args_t *args)
{
    const char *color = args->value[CLI_COLOR];

    say.quiet = args->value[CLI_QUIET] != NULL;
    if (color == NULL || strcmp(color, "auto") == 0)
        say.color = terminal_has_color();
    else
        say.color = strcmp(color, "always") == 0;
}

void cli_message_program(const char *name)
{
    say.program = name;
}

bool cli_message_silence(void)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

    say.silent = true;
    return nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0 && dup2(nowhere, STDERR_FILENO) >= 0;
}

bool cli_message_silent(void)
{
    return say.silent;
}

void cli_message_about(const char *name)
{
    say.about = name;
}

ent_status_t cli_fail(ent_error_t *err, ent_status_t status, const char *format, ...)
{
    va_list arguments;

    err->status = status;
    va_start(arguments, format);
    vsnprintf(err->message, sizeof err->message, format, arguments);
    va_end(arguments);
    return status;
}

int cli_exit_code(ent_status_t status)
{
    switch (status) {
    case ENT_OK:
        return 0;
    case ENT_EDATA:
        return 1;
    case ENT_EINVAL:
        return 2;
    case ENT_EIO:
        return 3;
    default:
        return 4;
    }
}

/* Reads one character of UTF-8; returns its length, 0 where the bytes are none. */
static size_t read_character(uint32_t *character, const unsigned char *bytes)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = bytes[0] < 0x80   ? 1
                    : bytes[0] < 0xc2 ? 0
                    : bytes[0] < 0xe0 ? 2
                    : bytes[0] < 0xf0 ? 3
                    : bytes[0] < 0xf5 ? 4
                                      : 0;

    *character = length <= 1 ? bytes[0] : (uint32_t)bytes[0] & (0x7fU >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return 0;
        *character = *character << 6 | (bytes[i] & 0x3fU);
    }
    if (length == 0 || *character < least[length] || *character > 0x10ffff ||
        (*character >= 0xd800 && *character <= 0xdfff))
        return 0;
    return length;
}

static bool acts_on_terminal(uint32_t character)
{
    return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == 0x61c ||
           (character >= 0x200b && character <= 0x200f) ||
           (character >= 0x2028 && character <= 0x202e) ||
           (character >= 0x2060 && character <= 0x2069) || character == 0xfeff;
}

void cli_put_safe(FILE *file, const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;

    while (*bytes != '\0') {
        uint32_t character;
        size_t length = read_character(&character, bytes);

        if (length == 0)
            fprintf(file, "\\x%02X", *bytes);
        else if (acts_on_terminal(character))
            fprintf(file, character < 0x80 ? "\\x%02X" : "\\u{%X}", (unsigned)character);
        else
            fwrite(bytes, 1, length, file);
        bytes += length == 0 ? 1 : length;
    }
}

static void begin(ent_severity_t severity)
{
    static const char *const word[] = {"note", "warning", "error"};
    static const char *const paint[] = {"\033[1m", "\033[1;33m", "\033[1;31m"};

    cli_progress_hide();
    fflush(stdout); /* so that both streams tell their story in order */
    fprintf(stderr, "%s: %s%s:%s ", say.program, say.color ? paint[severity] : "", word[severity],
            say.color ? "\033[0m" : "");
    if (say.about != NULL) {
        cli_put_safe(stderr, say.about);
        fputs(": ", stderr);
    }
}

static void place(const char *file, uint64_t line, uint64_t column)
{
    if (file[0] == '\0')
        return;
    cli_put_safe(stderr, file);
    if (line > 0)
        fprintf(stderr, ":%llu", (unsigned long long)line);
    if (line > 0 && column > 0)
        fprintf(stderr, ":%llu", (unsigned long long)column);
    fputs(": ", stderr);
}

void cli_error(const ent_error_t *err)
{
    begin(ENT_ERROR);
    place(err->file, err->line, err->column);
    cli_put_safe(stderr, err->message);
    fputc('\n', stderr);
}

void cli_complain(const char *message)
{
    begin(ENT_ERROR);
    cli_put_safe(stderr, message);
    fputc('\n', stderr);
}

void cli_fault(const ent_fault_t *fault)
{
    begin(fault->severity);
    place(fault->file, fault->line, fault->column);
    cli_put_safe(stderr, fault->message);
    fputc('\n', stderr);
}

CLI_PRINTF(2, 0)
static void tell(ent_severity_t severity, const char *format, va_list arguments)
{
    char *text = NULL;

    if (vasprintf(&text, format, arguments) < 0)
        return; /* no memory for a remark: the result does not depend on it */
    begin(severity);
    cli_put_safe(stderr, text);
    fputc('\n', stderr);
    free(text);
}

void cli_warn(const char *format, ...)
{
    va_list arguments;

    if (say.quiet)
        return;
    va_start(arguments, format);
    tell(ENT_WARNING, format, arguments);
    va_end(arguments);
}

void cli_note(const char *format, ...)
{
    va_list arguments;

    if (say.quiet)
        return;
    va_start(arguments, format);
    tell(ENT_NOTE, format, arguments);
    va_end(arguments);
}

void cli_insist(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    tell(ENT_WARNING, format, arguments);
    va_end(arguments);
}
