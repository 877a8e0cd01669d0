/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "dataset/schema.h"
#include "unit/unit.h"

/* ISO 3166-1 has 249 codes; the table is in order, or its search would miss some. */
static void there_are_249_codes(void **state)
{
    int known = 0;

    (void)state;
    for (char a = 'A'; a <= 'Z'; a++)
        for (char b = 'A'; b <= 'Z'; b++) {
            const char code[] = {a, b, '\0'};

            known += ent_i_country_known(code);
            if (ent_i_country_known(code))
                assert_string_equal(ent_i_country_meant(code), code);
        }
    assert_int_equal(known, 249);
}

static void what_is_no_code(void **state)
{
    static const char *const words[] = {"ZZ",  "UK", "EU", "XK",  "kr",
                                        "KOR", "K",  "",   "KR ", "한국"};

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_false(ent_i_country_known(words[i]));
}

static void what_was_meant(void **state)
{
    static const char *const cases[][2] = {
        {"kr", "KR"},       {"KOR", "KR"},      {"South Korea", "KR"}, {"korea", "KR"},
        {"한국", "KR"},     {"Mexico", "MX"},   {"México", "MX"},      {"MEX", "MX"},
        {"UK", "GB"},       {"Scotland", "GB"}, {"Ivory Coast", "CI"}, {"Côte d'Ivoire", "CI"},
        {"U S A", "US"},    {"Türkiye", "TR"},  {"Turkey", "TR"},      {"Timor-Leste", "TL"},
        {"Viet Nam", "VN"}, {"Vietnam", "VN"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(ent_i_country_meant(cases[i][0]), cases[i][1]);
    assert_null(ent_i_country_meant("ZZ"));
    assert_null(ent_i_country_meant("Atlantis"));
    assert_null(ent_i_country_meant(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_249_codes),
        cmocka_unit_test(what_is_no_code),
        cmocka_unit_test(what_was_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
