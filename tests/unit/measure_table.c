/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of measures: every row complete, every name once. */
#include "entente/measure.h"

#include "unit/unit.h"

/* Every word before the remark is the key of a reference, and there is a reference or a remark. */
static void assert_cites(const char *cite)
{
    size_t count = 0;

    for (const char *word = cite; *word != '\0' && *word != ';'; word += strspn(word, " ")) {
        word += strcspn(word, " ;");
        assert_non_null(ent_cite_at(cite, count++));
    }
    assert_true(count > 0 || strchr(cite, ';') != NULL);
    assert_null(ent_cite_at(cite, count));
}

static void every_row_is_complete(void **state)
{
    (void)state;
    for (size_t i = 0; i < ent_measure_count(); i++) {
        const ent_measure_t *row = ent_measure_at(i);
        const char *const text[] = {row->name,      row->definition, row->unit, row->range,
                                    row->undefined, row->weights,    row->cost, row->cite};

        for (size_t t = 0; t < sizeof text / sizeof text[0]; t++)
            assert_true(text[t] != NULL && text[t][0] != '\0');
        assert_cites(row->cite);
        assert_int_not_equal(row->modes, 0);
        assert_ptr_equal(ent_measure_find(row->name), row);
    }
    assert_null(ent_measure_at(ent_measure_count()));
}

static void what_is_not_there_is_not_found(void **state)
{
    (void)state;
    assert_null(ent_measure_find("closeness"));
    assert_null(ent_measure_find(""));
    assert_null(ent_measure_find(NULL));
}

static void small_is_good_for_two_only(void **state)
{
    (void)state;
    for (size_t i = 0; i < ent_measure_count(); i++) {
        const ent_measure_t *row = ent_measure_at(i);
        bool want =
            strncmp(row->name, "constraint", 10) == 0 || strcmp(row->name, "eccentricity") == 0;

        assert_int_equal(row->ascending, want);
    }
}

/* measures.md: one-mode normalisation is refused in two modes, and directed networks have but six
 * measures beside those of brokers. */
static void modes_are_those_of_the_contract(void **state)
{
    static const char *const directed[] = {
        "degree_in",   "degree_out", "closeness_harmonic_in", "closeness_harmonic_out",
        "betweenness", "pagerank"};
    size_t seen = 0;

    (void)state;
    for (size_t i = 0; i < ent_measure_count(); i++) {
        const ent_measure_t *row = ent_measure_at(i);

        if (strstr(row->name, "_normalised") != NULL)
            assert_int_equal(row->modes, ENT_FOR_ONE_MODE);
        if (strstr(row->name, "_two_mode") != NULL)
            assert_int_equal(row->modes, ENT_FOR_TWO_MODE);
        for (size_t d = 0; d < sizeof directed / sizeof directed[0]; d++)
            seen += strcmp(row->name, directed[d]) == 0 && (row->modes & ENT_FOR_DIRECTED) != 0;
        if (strncmp(row->name, "broker_", 7) == 0)
            assert_int_equal(row->modes, ENT_FOR_ONE_MODE | ENT_FOR_DIRECTED);
        else
            seen += ((row->modes & ENT_FOR_DIRECTED) != 0) * 100u;
    }
    assert_int_equal(seen, 606);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_complete),
        cmocka_unit_test(what_is_not_there_is_not_found),
        cmocka_unit_test(small_is_good_for_two_only),
        cmocka_unit_test(modes_are_those_of_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
