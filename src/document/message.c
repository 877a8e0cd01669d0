/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Filling the templates of what the report says. */
#include "document/message.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

enum { MOST_ARGUMENTS = 6 };

/* Whether a BCP 47 tag is of a language, whatever its region: "es" or "es-MX". */
static bool is_language(const char *tag, const char *language)
{
    size_t size = strlen(language);

    return strncmp(tag, language, size) == 0 && (tag[size] == '\0' || tag[size] == '-');
}

static const char *template_of(const char *language, ent_i_message_t message)
{
    const char *found = NULL;

    if (is_language(language, "es"))
        found = ent_i_messages_es[message];
    else if (is_language(language, "ko"))
        found = ent_i_messages_ko[message];
    return found != NULL ? found : ent_i_messages_en[message];
}

/* Appends what one {…} stands for; returns what follows it. */
static const char *fill(ent_i_text_t *text, const char *brace, const char *const *argument,
                        size_t count)
{
    size_t index = (size_t)(brace[1] - '1');
    const char *end = strchr(brace, '}');
    const char *middle;

    assert(index < count && end != NULL);
    (void)count;
    if (brace[2] == '}') {
        ent_i_text_puts(text, argument[index]);
        return end + 1;
    }
    middle = strchr(brace + 3, '|');
    assert(brace[2] == '|' && middle != NULL && middle < end);
    if (strcmp(argument[index], "1") == 0)
        ent_i_text_add(text, brace + 3, (size_t)(middle - brace - 3));
    else
        ent_i_text_add(text, middle + 1, (size_t)(end - middle - 1));
    return end + 1;
}

void ent_i_message_put_arguments(ent_i_text_t *text, const char *language, ent_i_message_t message,
                                 va_list arguments)
{
    const char *argument[MOST_ARGUMENTS];
    const char *rest = template_of(language, message);
    const char *brace;
    size_t count = 0;

    while (count < MOST_ARGUMENTS && (argument[count] = va_arg(arguments, const char *)) != NULL)
        count++;
    while ((brace = strchr(rest, '{')) != NULL) {
        ent_i_text_add(text, rest, (size_t)(brace - rest));
        rest = fill(text, brace, argument, count);
    }
    ent_i_text_puts(text, rest);
}

void ent_i_message_put(ent_i_text_t *text, const char *language, ent_i_message_t message, ...)
{
    va_list arguments;

    va_start(arguments, message);
    ent_i_message_put_arguments(text, language, message, arguments);
    va_end(arguments);
}

void ent_i_message_put_list(ent_i_text_t *text, const char *language, const char *const *names,
                            size_t count, size_t shown)
{
    ent_i_text_t head = {0};
    ent_i_text_t more = {0};
    size_t first = count > shown ? shown : count > 0 ? count - 1 : 0;
    const char *last = count > 0 && count <= shown ? names[count - 1] : "";

    for (size_t i = 0; i < first; i++) {
        if (i > 0)
            ent_i_message_put(&head, language, ENT_MSG_COMMA, (char *)NULL);
        ent_i_text_puts(&head, names[i]);
    }
    if (count > shown) {
        ent_i_message_put(&more, language, ENT_MSG_MORE, ent_i_count_text(count - shown).text,
                          (char *)NULL);
        last = more.bytes != NULL ? more.bytes : "";
    }
    if (first == 0)
        ent_i_text_puts(text, last);
    else
        ent_i_message_put(text, language, ENT_MSG_AND, head.bytes != NULL ? head.bytes : "", last,
                          (char *)NULL);
    text->failed = text->failed || head.failed || more.failed;
    ent_i_text_free(&head);
    ent_i_text_free(&more);
}

ent_i_digits_t ent_i_count_text(size_t count)
{
    ent_i_digits_t digits;

    snprintf(digits.text, sizeof digits.text, "%zu", count);
    return digits;
}

ent_i_digits_t ent_i_number_text(double number, int significant)
{
    ent_i_digits_t digits = {{0}};

    if (fabs(number) >= pow(10, significant)) {
        number = round(number);
        significant = 15; /* all digits before the point, never an exponent */
    }
    ent_i_number_format_digits(digits.text, number, significant);
    return digits;
}

ent_i_digits_t ent_i_percent_text(double share)
{
    double percent = 100 * share;

    return ent_i_number_text(percent >= 10 ? round(percent) : percent, 2);
}
