/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mapping files: every form of a line, every fault at its place. */
#include "unit/tables.h"

static ent_status_t open_with(const char *map, size_t size, ent_dataset_t **dataset,
                              ent_error_t *err)
{
    char path[sizeof tables_dir + 16];
    ent_dataset_options_t options = {.map = path};

    put_bytes("x.map", map, size);
    snprintf(path, sizeof path, "%s/x.map", tables_dir);
    return ent_dataset_open(dataset, tables_dir, &options, err);
}

static void put_tables(void)
{
    tables_clear();
    put("cities.csv", "도시,Nom complet,a+b\na,Alpha,KR\nb,Beta,KR\n");
    put("agreements.csv", "id,갑,을,when\n1,a,b,2025\n");
}

static const char whole[] = "\xef\xbb\xbf# of the ministry\r\n"
                            "\r\n"
                            "  [cities.csv] \n"
                            "id=도시\n"
                            "\tname = nom COMPLET\t\n"
                            "country = \"a+b\"\n"
                            "[agreements]\n"
                            "party_a=갑\n"
                            "party_b = \"을\" \n"
                            "signed=when";

static void tables_are_mapped_by_section(void **state)
{
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};

    (void)state;
    put_tables();
    assert_ok(open_with(whole, sizeof whole - 1, &dataset, &err));
    assert_clean(dataset);
    assert_string_equal(actor_of(dataset, "a")->country, "KR");
    assert_string_equal(ent_dataset_record(dataset, 0)->signed_text, "2025");
    assert_int_equal(ent_dataset_companion_count(dataset), 1);
    assert_string_equal(ent_dataset_companion(dataset, 0)->file, tables_path("x.map"));
    assert_string_equal(ent_dataset_companion(dataset, 0)->role, "map");
    assert_int_equal(ent_dataset_companion(dataset, 0)->bytes, sizeof whole - 1);
    assert_int_equal(strlen(ent_dataset_companion(dataset, 0)->sha256), 64);
    ent_dataset_free(dataset);
}

static void faults_have_their_place(void **state)
{
    static const struct {
        const char *map;
        uint64_t line;
        uint64_t column;
        const char *says;
    } cases[] = {
        {"id=도시\nname\n", 2, 1, "found 'name' without '='"},
        {"\n[cities.csv]\n  naem=x\n", 3, 3, "cities has a column 'naem', did you mean 'name'"},
        {"[citis.csv]\n", 1, 1, "there is no table 'citis', did you mean cities"},
        {"[cities.csv\n", 1, 1, "a bracket without its pair"},
        {"[cities.csv] x\n", 1, 1, "a bracket without its pair"},
        {"id=\n", 1, 4, "'id' has no column behind it"},
        {"id=a+\n", 1, 6, "'id' has no column behind it"},
        {"=x\n", 1, 1, "without '='"},
        {"[cities.csv]\nid=도시\n[cities]\nid=a\n", 4, 1, "'id' is named twice"},
        {"[cities.csv]\nsigned=x\n", 2, 1, "cities has a column 'signed'"},
        {"id=도시\nname=M\xe9xico\n", 2, 7, "byte 0xE9 is not UTF-8"},
        {"[cities.csv]\nid=도시\nname=Nom complt\n", 3, 1, "did you mean 'Nom complet'"},
        {"[networks.csv]\nid=x\n", 2, 1, "no table of this data set can have a column 'id'"},
    };

    (void)state;
    put_tables();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_dataset_t *dataset = NULL;
        ent_error_t err = {0};

        assert_int_equal(open_with(cases[i].map, strlen(cases[i].map), &dataset, &err), ENT_EINVAL);
        if (strstr(err.message, cases[i].says) == NULL || err.line != cases[i].line ||
            err.column != cases[i].column) {
            print_error("%s: %d:%d: %s\n", cases[i].map, (int)err.line, (int)err.column,
                        err.message);
            fail();
        }
        assert_string_equal(err.file, tables_path("x.map"));
    }
}

static void a_nul_byte_is_none_of_a_text(void **state)
{
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};

    (void)state;
    put_tables();
    assert_int_equal(open_with("id=x\n\0name=y", 12, &dataset, &err), ENT_EINVAL);
    assert_int_equal(err.line, 2);
    assert_non_null(strstr(err.message, "byte 0x00"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_mapped_by_section),
        cmocka_unit_test(faults_have_their_place),
        cmocka_unit_test(a_nul_byte_is_none_of_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
