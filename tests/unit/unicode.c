/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/unicode.h"

#include <glib.h>
#include <stdlib.h>

#include "base/random.h"
#include "unit/unit.h"

typedef char *form_t(const char *name);

static void check_form(form_t *form, const char *name, const char *want)
{
    char *got = form(name);

    assert_non_null(got);
    assert_string_equal(got, want);
    free(got);
}

static bool same(form_t *form, const char *a, const char *b)
{
    char *x = form(a), *y = form(b);
    bool equal = strcmp(x, y) == 0;

    free(y);
    free(x);
    return equal;
}

static void keys_are_canonical(void **state)
{
    (void)state;
    check_form(ent_i_name_key, "", "");
    check_form(ent_i_name_key, "Sa\u0303o Tome\u0301", "São Tomé");
    check_form(ent_i_name_key, "\u1109\u1165\u110b\u116e\u11af", "서울");
    check_form(ent_i_name_key, "\u00a0 A\u3000 \t B\r\n", "A B");
    check_form(ent_i_name_key, "\ufeff\u200bSeoul\u200d \u200e", "Seoul");
    check_form(ent_i_name_key, " \u200b\u00a0\u3164", "");
    /* A joiner within a name (an emoji family) and case stay. */
    check_form(ent_i_name_key, "\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469");
    assert_false(same(ent_i_name_key, "Seoul", "seoul"));
    assert_false(same(ent_i_name_key, "Seoul", "Ｓｅｏｕｌ"));
}

static void folding_forgets_what_people_forget(void **state)
{
    (void)state;
    assert_true(same(ent_i_name_fold, "Bogotá", "BOGOTA"));
    assert_true(same(ent_i_name_fold, "Ｓｅｏｕｌ", "seoul "));
    assert_true(same(ent_i_name_fold, "Łódź", "LODZ"));
    assert_true(same(ent_i_name_fold, "Gießen", "GIESSEN"));
    assert_true(same(ent_i_name_fold, "İstanbul", "istanbul"));
    assert_true(same(ent_i_name_fold, "Πάτρας", "ΠΑΤΡΑΣ"));
    assert_true(same(ent_i_name_fold, "San Luis Potosí", "sanluispotosi"));
    assert_true(same(ent_i_name_fold, "서 울", "서울"));
    assert_false(same(ent_i_name_fold, "かわ", "がわ"));
    assert_false(same(ent_i_name_fold, "서울", "수원"));
    assert_false(same(ent_i_name_fold, "Моscow", "Moscow"));
    check_form(ent_i_name_fold, "Ｂｏｇｏｔá D.C.", "bogotad.c.");
}

static void look_alikes_share_a_skeleton(void **state)
{
    (void)state;
    assert_true(same(ent_i_name_skeleton, "Моscow", "Moscow"));
    assert_true(same(ent_i_name_skeleton, "ΑΘHNA", "AΘΗΝΑ"));
    assert_true(same(ent_i_name_skeleton, "Сасак", "Cacak"));
    assert_false(same(ent_i_name_skeleton, "Москва", "Moscow"));
    assert_false(same(ent_i_name_skeleton, "Lima", "Lina"));
}

/* Witness: GLib's own normalisation, on every character and on random strings of letters and
 * marks. The key differs from NFC only in blanks and invisible ends, so an 'x' stands at each. */
static void keys_are_nfc(void **state)
{
    static const gunichar alphabet[] = {'a',    'o',    0x0301, 0x0323, 0x0302, 0x0327, 0x0345,
                                        0x1100, 0x1161, 0x11a8, 0xac00, 0x03b1, 0x0313, 0x0f71,
                                        0x0f72, 0x0f74, 0x3099, 0x304b, 0x1e69, 0x0344, 0x212b};
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 1, 0);
    for (gunichar c = 0x80; c < 0x11000 + 100000; c++) {
        char text[128] = "x";
        size_t length = 1;
        char *want, *got;

        if (c < 0x11000 && (!g_unichar_validate(c) || g_unichar_isspace(c) || c == 0x85))
            continue;
        for (int i = 0; i < (c < 0x11000 ? 1 : 12); i++)
            length += (size_t)g_unichar_to_utf8(
                c < 0x11000 ? c : alphabet[ent_i_random_below(&random, G_N_ELEMENTS(alphabet))],
                text + length);
        memcpy(text + length, "x", 2);
        want = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
        got = ent_i_name_key(text);
        if (strcmp(want, got) != 0)
            fail_msg("U+%04X: '%s' gives '%s', not '%s'", c, text, got, want);
        free(got);
        g_free(want);
    }
}

/* 30,000 marks in the worst order: a sort by exchange would take minutes. */
static void many_marks_take_no_time(void **state)
{
    ent_i_text_t text = {0};
    char *key;

    (void)state;
    ent_i_text_putc(&text, 'a');
    for (int i = 0; i < 15000; i++)
        ent_i_text_puts(&text, "\u0301");
    for (int i = 0; i < 15000; i++)
        ent_i_text_puts(&text, "\u0323");
    key = ent_i_name_key(text.bytes);
    assert_int_equal(strlen(key), 3 + 29999 * 2);
    assert_memory_equal(key, "ạ\u0323", 5);
    free(key);
    ent_i_text_free(&text);
}

static void bytes_that_are_no_utf8_are_found(void **state)
{
    static const struct {
        const char *bytes;
        size_t size, valid;
    } cases[] = {{"", 0, 0},
                 {"plain text of sixteen+", 22, 22},
                 {"12345678\0abcdefg", 16, 8},
                 {"abc\0", 4, 3},
                 {"서울", 6, 6},
                 {"\xc0\x80", 2, 0},
                 {"a\xed\xa0\x80", 4, 1},
                 {"\xf4\x90\x80\x80", 4, 0},
                 {"\xf4\x8f\xbf\xbf", 4, 4},
                 {"\xe0\x9f\xbf", 3, 0},
                 {"\xf0\x8f\xbf\xbf", 4, 0},
                 {"ab\xec\x84", 4, 2},
                 {"\x80", 1, 0},
                 {"M\xe9xico", 6, 1},
                 {"\xef\xbf\xbf", 3, 3}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(ent_i_utf8_valid_prefix(cases[i].bytes, cases[i].size), cases[i].valid);
}

/* Witness: g_utf8_validate_len() on every pair and on random strings of telling bytes. */
static void validity_is_as_glibs(void **state)
{
    static const unsigned char telling[] = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0,
                                            0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee,
                                            0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff};
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 2, 0);
    for (int i = 0; i < 300000; i++) {
        char text[12];
        const char *end;
        size_t size = ent_i_random_below(&random, sizeof text + 1);

        for (size_t k = 0; k < size; k++)
            text[k] = (char)telling[ent_i_random_below(&random, sizeof telling)];
        (void)g_utf8_validate_len(text, size, &end);
        assert_int_equal(ent_i_utf8_valid_prefix(text, size), end - text);
    }
}

static void near_misses_are_near(void **state)
{
    static const char *const candidates[] = {"betweenness", "closeness", "degree"};

    (void)state;
    assert_true(ent_i_one_edit_apart("seoul", "seoul"));
    assert_true(ent_i_one_edit_apart("seoul", "soul"));
    assert_true(ent_i_one_edit_apart("seoul", "seooul"));
    assert_true(ent_i_one_edit_apart("seoul", "saoul"));
    assert_true(ent_i_one_edit_apart("seoul", "esoul"));
    assert_true(ent_i_one_edit_apart("aab", "aba"));
    assert_true(ent_i_one_edit_apart("서울", "서"));
    assert_true(ent_i_one_edit_apart("", "a"));
    assert_false(ent_i_one_edit_apart("seoul", "seo"));
    assert_false(ent_i_one_edit_apart("abcd", ""));
    assert_false(ent_i_one_edit_apart("서울", "수원"));
    assert_false(ent_i_one_edit_apart("abc", "cba"));

    assert_int_equal(ent_i_edit_distance("kitten", "sitting", 9), 3);
    assert_int_equal(ent_i_edit_distance("kitten", "sitting", 2), 3);
    assert_int_equal(ent_i_edit_distance("ca", "abc", 9), 3);
    assert_int_equal(ent_i_edit_distance("abcdef", "badcfe", 9), 3);
    assert_int_equal(ent_i_edit_distance("", "서울", 5), 2);
    assert_int_equal(ent_i_edit_distance("aaaaaaaaaa", "bbbbbbbbbb", 3), 4);
    assert_int_equal(ent_i_edit_distance("a", "aaaaaaaaaa", 3), 4);

    assert_string_equal(ent_i_nearest("Betweeness", candidates, 3), "betweenness");
    assert_string_equal(ent_i_nearest("degre", candidates, 3), "degree");
    assert_null(ent_i_nearest("pagerank", candidates, 3));
    assert_null(ent_i_nearest("", candidates, 3));
    assert_null(ent_i_nearest("x", candidates, 0));
}

static void check_shown(const char *name, size_t size, size_t columns, const char *want)
{
    ent_i_text_t text = {0};

    ent_i_text_shown(&text, name, size, columns);
    assert_string_equal(text.bytes, want);
    ent_i_text_free(&text);
}

static void nothing_reaches_the_terminal_raw(void **state)
{
    (void)state;
    check_shown("a\033[1m\n\x7f", 7, 0, "a\\x1B[1m\\x0A\\x7F");
    check_shown("a\0b", 3, 0, "a\\x00b");
    check_shown("M\xe9xico", 6, 0, "M\\xE9xico");
    check_shown("\u202eevil\u2028\xc2\x85", 12, 0, "\\u{202E}evil\\u{2028}\\u{85}");
    check_shown("서울특별시", 15, 10, "서울특별시");
    check_shown("서울특별시", 15, 9, "서울특별…");
    check_shown("서울특별시", 15, 8, "서울특…");
    check_shown("abcdef", 6, 6, "abcdef");
    check_shown("abcdef", 6, 5, "abcd…");
    check_shown("e\u0301e\u0301", 6, 2, "e\u0301e\u0301");
}

static void columns_are_counted(void **state)
{
    (void)state;
    assert_int_equal(ent_i_columns("Bogotá"), 6);
    assert_int_equal(ent_i_columns("e\u0301"), 1);
    assert_int_equal(ent_i_columns("서울"), 4);
    assert_int_equal(ent_i_columns(""), 0);
    assert_true(ent_i_is_rtl("القاهرة"));
    assert_true(ent_i_is_rtl("Haifa חיפה"));
    assert_false(ent_i_is_rtl("Seoul 서울"));
}

static bool in_simple_form(const char *name)
{
    size_t size = strlen(name);

    return strstr(name, "  ") == NULL && name[0] != ' ' && (size == 0 || name[size - 1] != ' ');
}

/* Plain letters take a short way; what it gives is held against GLib's own. */
static void plain_ascii_is_as_glibs(void **state)
{
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 20240607, 1);
    for (int i = 0; i < 20000; i++) {
        static const char letters[] = "aZ m~-'\"0 ";
        char name[8] = "";
        size_t size = (size_t)ent_i_random_below(&random, sizeof name);
        gchar **word, *joined, *folded;

        for (size_t at = 0; at < size; at++)
            name[at] = letters[ent_i_random_below(&random, sizeof letters - 1)];
        assert_int_equal(ent_i_name_is_key(name), in_simple_form(name));
        word = g_strsplit(name, " ", -1);
        joined = g_strjoinv("", word);
        folded = g_ascii_strdown(joined, -1);
        check_form(ent_i_name_fold, name, folded);
        check_form(ent_i_name_skeleton, name, folded);
        g_strfreev(word);
        g_free(joined);
        g_free(folded);
    }
    assert_false(ent_i_name_is_key("cafe\u0301"));
    assert_false(ent_i_name_is_key("a\tb"));
    assert_false(ent_i_name_is_key("a\x7f"));
    assert_false(ent_i_name_is_key("a\u00ad"));
    assert_false(ent_i_name_is_key("a\u0180"));
}

/* What is made of a name in front of a letter that takes the long way, as all of the name then
 * does; the letter stays as it is. */
static char *form_the_long_way(char *form(const char *name), const char *name)
{
    gchar *longer = g_strconcat(name, "서", NULL);
    char *made = form(longer);

    assert_non_null(made);
    assert_true(g_str_has_suffix(made, "서"));
    made[strlen(made) - strlen("서")] = '\0';
    g_free(longer);
    return made;
}

/* Latin letters take a short way, too: they are their own canonical form by GLib's tables, and are
 * folded as the long way folds them. */
static void latin_letters_are_as_glibs(void **state)
{
    (void)state;
    for (gunichar letter = 0xc0; letter < 0x180; letter++) {
        gunichar letters[] = {'A', letter, letter, ' ', letter, 'b', '\0'};
        gchar *name = g_ucs4_to_utf8(letters, -1, NULL, NULL, NULL);
        gchar *composed = g_utf8_normalize(name, -1, G_NORMALIZE_NFC);
        char *fold = form_the_long_way(ent_i_name_fold, name);
        char *skeleton = form_the_long_way(ent_i_name_skeleton, name);

        assert_true(ent_i_name_is_key(name));
        assert_string_equal(composed, name);
        check_form(ent_i_name_key, name, name);
        check_form(ent_i_name_fold, name, fold);
        check_form(ent_i_name_skeleton, name, skeleton);
        assert_string_equal(fold, skeleton);
        free(fold);
        free(skeleton);
        g_free(composed);
        g_free(name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_canonical),
        cmocka_unit_test(folding_forgets_what_people_forget),
        cmocka_unit_test(look_alikes_share_a_skeleton),
        cmocka_unit_test(keys_are_nfc),
        cmocka_unit_test(plain_ascii_is_as_glibs),
        cmocka_unit_test(latin_letters_are_as_glibs),
        cmocka_unit_test(many_marks_take_no_time),
        cmocka_unit_test(bytes_that_are_no_utf8_are_found),
        cmocka_unit_test(validity_is_as_glibs),
        cmocka_unit_test(near_misses_are_near),
        cmocka_unit_test(nothing_reaches_the_terminal_raw),
        cmocka_unit_test(columns_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
