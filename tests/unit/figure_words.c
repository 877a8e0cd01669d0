/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words and numbers on figures: plain numbers, names in the language that is asked for. */
#include <stdlib.h>

#include "entente/figure.h"
#include "figure/words.h"
#include "unit/scratch.h"
#include "unit/unit.h"

static ent_error_t err;

/* Expected by hand. */
static void numbers_are_plain(void **state)
{
    static const struct {
        double number;
        int digits;
        const char *english;
        const char *spanish;
    } cases[] = {
        {0, 3, "0", "0"},
        {312, 2, "312", "312"}, /* whole numbers are never rounded */
        {1250, 3, "1,250", "1250"},
        {12500, 2, "12,500", "12\302\240500"},
        {312.4, 2, "312", "312"},
        {2.346, 3, "2.35", "2.35"},
        {0.00031, 2, "0.00031", "0.00031"},
        {0.000012345, 3, "0.0000123", "0.0000123"},
        {9.9e-10, 2, "0.00000000099", "0.00000000099"},
        {-0.00004, 2, "-0.00004", "-0.00004"},
        {-40, 2, "-40", "-40"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_scene_t scene = {.language = "en"};

        assert_string_equal(ent_i_say_number(&scene, cases[i].number, cases[i].digits),
                            cases[i].english);
        scene.language = "es";
        assert_string_equal(ent_i_say_number(&scene, cases[i].number, cases[i].digits),
                            cases[i].spanish);
        ent_i_scene_free(&scene);
    }
}

/* By any dictionary; what is no attribute or measure that figures show as a rule stays. */
static void what_colors_and_sizes_mean_is_translated(void **state)
{
    static const char *const cases[][3] = {{"country", "país", "국가"},
                                           {"region", "región", "지역"},
                                           {"degree", "grado", "연결 정도"},
                                           {"betweenness", "intermediación", "매개 중심성"}};
    ent_i_scene_t scene = {.language = "en"};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        scene.language = "en";
        assert_string_equal(ent_i_say_named(&scene, cases[i][0]), cases[i][0]);
        scene.language = "es";
        assert_string_equal(ent_i_say_named(&scene, cases[i][0]), cases[i][1]);
        scene.language = "ko";
        assert_string_equal(ent_i_say_named(&scene, cases[i][0]), cases[i][2]);
    }
    assert_null(ent_i_say_named(&scene, "founded"));
}

static bool says(const ent_network_t *network, ent_layout_t layout, const char *by,
                 const char *language, const char *name)
{
    ent_figure_options_t options;
    ent_figure_t *figure = NULL;
    ent_blob_t svg = {0};
    char text[100];
    bool found;

    ent_figure_options_init(&options);
    options.layout = layout;
    options.language = language;
    options.color_by = by;
    assert_ok(ent_figure_new(&figure, network, &options, &err));
    assert_ok(ent_figure_write(figure, &svg, ENT_FIGURE_SVG, &err));
    snprintf(text, sizeof text, ">%s<", name);
    found = strstr(svg.bytes, text) != NULL;
    ent_blob_free(&svg);
    ent_figure_free(figure);
    return found;
}

/* What is drawn from two tables. */
typedef struct told {
    scratch_t folder;
    ent_dataset_t *dataset;
    ent_network_t *network;
} told_t;

static void told_open(told_t *told, const char *cities, const char *agreements)
{
    ent_network_options_t how;

    scratch_open(&told->folder);
    scratch_write(&told->folder, "cities.csv", cities);
    scratch_write(&told->folder, "agreements.csv", agreements);
    told->dataset = scratch_dataset(&told->folder, NULL);
    assert_ok(ent_network_options_init(&how, told->dataset, &err));
    assert_ok(ent_network_new(&told->network, told->dataset, &how, &err));
}

static void told_close(told_t *told)
{
    ent_network_free(told->network);
    ent_dataset_free(told->dataset);
    scratch_close(&told->folder);
}

/* Who has no name in a language keeps the one that everybody has; an empty cell is no name. */
static void a_name_that_is_not_translated_stays(void **state)
{
    static const ent_layout_t layouts[] = {ENT_LAYOUT_FORCE, ENT_LAYOUT_CIRCLE, ENT_LAYOUT_ARC,
                                           ENT_LAYOUT_MATRIX, ENT_LAYOUT_CONCENTRIC};
    told_t told;

    (void)state;
    told_open(&told, "id,name,name_ko,name_es\ngo,Gongju,공주,\nse,Seville,,Sevilla\nco,Cork,,\n",
              "id,parties,signed\na,go;se,2024\nb,se;co,2024\nc,go;co,2024\n");
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        static const char *const wanted[3][4] = {{"en", "Gongju", "Seville", "Cork"},
                                                 {"es", "Gongju", "Sevilla", "Cork"},
                                                 {"ko", "공주", "Seville", "Cork"}};

        for (size_t k = 0; k < 3; k++) {
            for (size_t n = 1; n < 4; n++)
                assert_true(says(told.network, layouts[i], NULL, wanted[k][0], wanted[k][n]));
            assert_int_equal(says(told.network, layouts[i], NULL, wanted[k][0], "Sevilla"), k == 1);
            assert_int_equal(says(told.network, layouts[i], NULL, wanted[k][0], "공주"), k == 2);
        }
    }
    told_close(&told);
}

/* Countries by ISO 3166-1; what the tables say in a language comes first, and what they say in none
 * stays. */
static void countries_and_regions_are_translated(void **state)
{
    static const struct {
        const char *by;
        const char *language;
        const char *name;
        bool said;
    } cases[] = {
        {"country", "en", "South Korea", true}, {"country", "es", "Corea del Sur", true},
        {"country", "es", "España", true},      {"country", "es-MX", "España", true},
        {"country", "ko", "스페인", true},      {"country", "ko", "남한", true},
        {"country", "ko", "대한민국", false},   {"country", "fr", "ES", true},
        {"region", "en", "Europe", true},       {"region", "es", "Europa", true},
        {"region", "ko", "Europe", true},       {"region", "es", "Asia and the Pacific", true},
    };
    told_t told;

    (void)state;
    told_open(&told,
              "id,name,country,country_ko,region,region_es\n"
              "go,Gongju,KR,,Asia and the Pacific,\nos,Osan,KR,남한,Asia and the Pacific,\n"
              "se,Seville,ES,,Europe,Europa\nca,Cádiz,ES,,Europe,\n",
              "id,parties,signed\na,go;se,2024\nb,se;ca,2024\nc,go;os,2024\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool said =
            says(told.network, ENT_LAYOUT_CHORD, cases[i].by, cases[i].language, cases[i].name);

        if (said != cases[i].said)
            print_error("%s %s: %s\n", cases[i].by, cases[i].language, cases[i].name);
        assert_int_equal(said, cases[i].said);
    }
    told_close(&told);
}

/* Two words that do not fit one line take two of unlike lengths rather than two torn ones. */
static void words_are_whole_where_lines_hold_them(void **state)
{
    told_t told;

    (void)state;
    told_open(&told, "id,name\nma,\"Maasmechelen, Belgium\"\nb,Llanfairpwllgwyngyllgogerychwyrn\n",
              "id,parties,signed\na,ma;b,2024\n");
    assert_true(says(told.network, ENT_LAYOUT_FORCE, NULL, "en", "Maasmechelen,"));
    assert_true(says(told.network, ENT_LAYOUT_FORCE, NULL, "en", "Belgium"));
    assert_false(
        says(told.network, ENT_LAYOUT_FORCE, NULL, "en", "Llanfairpwllgwyngyllgogerychwyrn"));
    told_close(&told);
}

/* Of very many without a tie, rows of dots show how many they are; their names would hide the rest.
 */
static void many_without_ties_are_counted(void **state)
{
    char cities[1000] = "id,name\n", agreements[300] = "id,parties,signed\n";
    told_t told;

    (void)state;
    for (int i = 0; i < 62; i++)
        sprintf(cities + strlen(cities), "c%02d,City %02d\n", i, i);
    for (int i = 1; i < 12; i++)
        sprintf(agreements + strlen(agreements), "a%d,c00;c%02d,2024\n", i, i);
    told_open(&told, cities, agreements);
    assert_true(says(told.network, ENT_LAYOUT_FORCE, NULL, "en", "no tie in force"));
    assert_true(says(told.network, ENT_LAYOUT_FORCE, NULL, "en", "50"));
    assert_true(says(told.network, ENT_LAYOUT_FORCE, NULL, "en", "City 11"));
    assert_false(says(told.network, ENT_LAYOUT_FORCE, NULL, "en", "City 40"));
    told_close(&told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_plain),
        cmocka_unit_test(what_colors_and_sizes_mean_is_translated),
        cmocka_unit_test(a_name_that_is_not_translated_stays),
        cmocka_unit_test(countries_and_regions_are_translated),
        cmocka_unit_test(words_are_whole_where_lines_hold_them),
        cmocka_unit_test(many_without_ties_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
