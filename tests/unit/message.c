/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the report says: templates are whole in every language, and are filled as they should. */
#include "document/message.h"

#include "unit/unit.h"

static const char *const *const languages[] = {ent_i_messages_en, ent_i_messages_es,
                                               ent_i_messages_ko};

/* Reads the place holders of a template: which arguments it uses, as bits. */
static unsigned arguments_of(const char *template)
{
    unsigned used = 0;

    for (const char *at = template; *at != '\0'; at++) {
        const char *end;

        assert_int_not_equal(*at, '}');
        if (*at != '{')
            continue;
        assert_in_range(at[1], '1', '6');
        used |= 1U << (at[1] - '1');
        end = at + 2;
        if (*end == '|') {
            size_t bars = 1;

            for (end++; *end != '}'; end++) {
                assert_true(*end != '\0' && *end != '{');
                bars += *end == '|';
            }
            assert_int_equal(bars, 2);
        }
        assert_int_equal(*end, '}');
        at = end;
    }
    return used;
}

/* No translation uses an argument that the English does not have. */
static void templates_are_whole(void **state)
{
    (void)state;
    for (size_t m = 0; m < ENT_MSG_COUNT; m++) {
        unsigned most;

        if (ent_i_messages_en[m] == NULL)
            print_error("message %zu is missing\n", m);
        assert_non_null(ent_i_messages_en[m]);
        most = arguments_of(ent_i_messages_en[m]);
        assert_int_equal(most & (most + 1), 0); /* all arguments up to the last */
        for (size_t l = 1; l < 3; l++) {
            if (languages[l][m] == NULL)
                print_error("message %zu is missing in language %zu\n", m, l);
            assert_non_null(languages[l][m]);
            assert_int_equal(arguments_of(languages[l][m]) & ~most, 0);
        }
    }
}

static void check_said(const char *language, ent_i_message_t message, const char *first,
                       const char *second, const char *want)
{
    ent_i_text_t text = {0};

    ent_i_message_put(&text, language, message, first, second, "3", "1", (char *)NULL);
    assert_string_equal(text.bytes, want);
    ent_i_text_free(&text);
}

static void one_and_many(void **state)
{
    (void)state;
    check_said("en", ENT_MSG_ISOLATES, "1", "A", "1 actor has no tie that counts here: A.");
    check_said("en", ENT_MSG_ISOLATES, "2", "A {1}",
               "2 actors have no tie that counts here: A {1}.");
    check_said("es-MX", ENT_MSG_MORE, "4", "", "4 m\303\241s");
    check_said("fr", ENT_MSG_MORE, "1", "", "1 other");
    check_said("es\303\251", ENT_MSG_MORE, "1", "", "1 other");
}

static void check_list(size_t count, size_t shown, const char *want)
{
    static const char *const names[] = {"A", "B", "C", "D"};
    ent_i_text_t text = {0};

    ent_i_message_put_list(&text, "en", names, count, shown);
    assert_string_equal(text.bytes != NULL ? text.bytes : "", want);
    ent_i_text_free(&text);
}

static void lists_of_names(void **state)
{
    (void)state;
    check_list(0, 3, "");
    check_list(1, 3, "A");
    check_list(2, 3, "A and B");
    check_list(3, 3, "A, B and C");
    check_list(4, 3, "A, B, C and 1 other");
    check_list(4, 1, "A and 3 others");
    check_list(99, 3, "A, B, C and 96 others"); /* of which no more than three are read */
}

static void numbers_for_people(void **state)
{
    static const struct {
        double number;
        const char *four;
        const char *percent; /* of it as a share */
    } cases[] = {
        {0, "0", "0"},
        {0.5, "0.5", "50"},
        {0.974, "0.974", "97"},
        {0.00421, "0.00421", "0.42"},
        {1, "1", "100"},
        {12.3456, "12.35", "1235"},
        {85884.4, "85884", "8588440"},
        {NAN, "", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(ent_i_number_text(cases[i].number, 4).text, cases[i].four);
        assert_string_equal(ent_i_percent_text(cases[i].number).text, cases[i].percent);
    }
    assert_string_equal(ent_i_count_text(0).text, "0");
    assert_string_equal(ent_i_count_text(SIZE_MAX).text, "18446744073709551615");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_are_whole),
        cmocka_unit_test(one_and_many),
        cmocka_unit_test(lists_of_names),
        cmocka_unit_test(numbers_for_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
