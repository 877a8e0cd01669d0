/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who bears a name: exact, folded, in other languages, through aliases; and near misses. */
#include "unit/tables.h"

/* "gongju", "Gongju", "공주시", "Gongju City" and folded spellings lead to one city. */
static void ties_name_actors_by_id_name_or_alias(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name,name_ko\ngongju,Gongju,공주시\nbogota,Bogotá,\nx,Other,\n");
    put("aliases.csv", "alias,id\nGongju City,gongju\n꽁주,gongju\n");
    put("agreements.csv", "party_a,party_b,note\n"
                          "gongju,x,1\n"
                          "Gongju,x,2\n"
                          "Gongju City,x,3\n"
                          "꽁주,x,4\n"
                          "공주시,x,5\n"
                          "GONGJU CITY,x,6\n"
                          "ＢＯＧＯＴＡ,x,7\n"
                          "Bogota\xCC\x81,x,8\n");
    dataset = open_tables();
    assert_int_equal(ent_dataset_error_count(dataset), 0);
    assert_note(dataset, "agreements.csv", 0, 0, "2 names were found by ignoring case");
    assert_note(dataset, "agreements.csv", 0, 0, "1 spelling of names was read in canonical");
    assert_int_equal(ent_dataset_fault_count(dataset), 2);
    /* Rows that differ only in their note state the same: two agreements. */
    assert_int_equal(ent_dataset_record_count(dataset), 2);
    assert_account(dataset, "agreements.csv", 2, 6, 0, 0);
    assert_account(dataset, "aliases.csv", 2, 0, 0, 0);
    assert_string_equal(ent_dataset_record(dataset, 0)->note, "7 / 8");
    assert_string_equal(ent_dataset_record(dataset, 1)->note, "1 / 2 / 3 / 4 / 5 / 6");
    ent_dataset_free(dataset);
}

static void an_id_wins_over_a_name(void **state)
{
    ent_dataset_t *dataset;
    ent_id_t actor;
    ent_error_t err = {0};

    (void)state;
    tables_clear();
    put("cities.csv", "id,name\nLima,Lima (Peru)\nohio,Lima\n");
    put("agreements.csv", "party_a,party_b\nLima,ohio\n");
    dataset = open_tables();
    assert_int_equal(ent_dataset_error_count(dataset), 0);
    assert_ok(ent_dataset_find(dataset, &actor, "Lima", &err));
    assert_string_equal(ent_dataset_actor(dataset, actor)->id, "Lima");
    /* Folded, nothing says which of the two is meant. */
    assert_int_equal(ent_dataset_find(dataset, &actor, "LIMA", &err), ENT_EINVAL);
    assert_int_equal(actor, ENT_NONE);
    assert_non_null(strstr(err.message, "'Lima' and 'ohio'"));
    ent_dataset_free(dataset);
}

static void a_name_of_two_lists_both_ids(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name\nslp,San Luis Potosí\nslp-m,San Luis Potosí\nslp-s,San Luis "
                      "Potosí\na,Alpha\n");
    put("agreements.csv", "party_a,party_b\nSan Luis Potosí,a\nSAN LUIS POTOSI,a\nslp,a\n");
    dataset = open_tables();
    assert_error(dataset, "agreements.csv", 2, 1, "'slp', 'slp-m' and 'slp-s'");
    assert_error(dataset, "agreements.csv", 3, 1, "'slp', 'slp-m' and 'slp-s'");
    assert_account(dataset, "agreements.csv", 1, 0, 2, 0);
    ent_dataset_free(dataset);
}

static void find_says_whom_one_may_have_meant(void **state)
{
    ent_dataset_t *dataset;
    ent_error_t err = {0};
    ent_id_t actor;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name,name_es\nmx-slp,San Luis Potosí,\nkr-suwon,Suwon,Suwón\n");
    dataset = open_tables();
    assert_ok(ent_dataset_find(dataset, &actor, "  san luis  potosi", &err));
    assert_int_equal(actor, 1);
    assert_int_equal(ent_dataset_find(dataset, &actor, "San Luis Potsi", &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "did you mean 'San Luis Potosí'?"));
    err = (ent_error_t){0};
    assert_int_equal(ent_dataset_find(dataset, &actor, "Reykjavik", &err), ENT_EINVAL);
    assert_null(strstr(err.message, "did you mean"));
    ent_dataset_free(dataset);
}

static void an_alias_leads_to_one_actor(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name\na,Alpha\nb,Beta\n");
    put("aliases.csv", "alias,id\n"
                       "First,a\n"      /* 2 */
                       "First,a\n"      /* 3 again */
                       "First,b\n"      /* 4 of two */
                       "Beta,a\n"       /* 5 a name of another */
                       "b,a\n"          /* 6 an id of another */
                       "Second,alhpa\n" /* 7 unknown */
                       "Third,Alpha\n"  /* 8 a name, not an id */
                       "Alpha,a\n");    /* 9 its own name */
    dataset = open_tables();
    assert_error(dataset, "aliases.csv", 4, 1, "of 'b' is also a name of 'a' at aliases.csv:2");
    assert_error(dataset, "aliases.csv", 5, 1, "of 'a' is also a name of 'b' at cities.csv:3");
    assert_error(dataset, "aliases.csv", 6, 1, "of 'a' is also a name of 'b'");
    assert_error(dataset, "aliases.csv", 7, 8, "did you mean 'a'");
    assert_error(dataset, "aliases.csv", 8, 7, "did you mean 'a'");
    assert_account(dataset, "aliases.csv", 2, 1, 5, 0);
    ent_dataset_free(dataset);
}

/* Without a table of actors an alias unites two names of the ties. */
static void aliases_unite_names_of_ties(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("edges.csv", "source,target\nYangcheon,Suwon\nAngcheon,Osan\n");
    put("aliases.csv", "alias,id\nAngcheon,Yangcheon\nSeoul,Gangnam\n");
    dataset = open_tables();
    assert_int_equal(ent_dataset_actor_count(dataset), 3);
    assert_string_equal(ent_dataset_actor(dataset, 0)->id, "Osan");
    assert_string_equal(ent_dataset_actor(dataset, 2)->id, "Yangcheon");
    assert_error(dataset, "aliases.csv", 3, 1, "'Gangnam' is named by no tie");
    assert_int_equal(ent_dataset_record_count(dataset), 2);
    assert_int_equal(ent_dataset_record(dataset, 0)->party[1], 2);
    ent_dataset_free(dataset);
}

/* 서울 composed and decomposed are one; so is a name with other blanks around it. */
static void canonically_equal_names_are_one(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("ties.csv", "source,target\n서울,Suwon\n"
                    "\xE1\x84\x89\xE1\x85\xA5\xE1\x84\x8B\xE1\x85\xAE\xE1\x86\xAF,Osan\n"
                    "\u00A0Suwon,Osan\nsuwon,Osan\n");
    dataset = must_open(tables_path("ties.csv"), NULL);
    assert_int_equal(ent_dataset_actor_count(dataset), 4);
    actor_of(dataset, "서울");
    actor_of(dataset, "Suwon");
    actor_of(dataset, "suwon");
    ent_dataset_free(dataset);
}

/* Whether two names are told to be near, in either order. */
static bool told(const ent_dataset_t *dataset, const char *a, const char *b)
{
    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++) {
        const ent_fault_t *fault = ent_dataset_fault(dataset, i);

        if (fault->severity == ENT_WARNING && strstr(fault->message, a) != NULL &&
            strstr(fault->message, b) != NULL)
            return true;
    }
    return false;
}

static void near_duplicates_are_suggested_never_merged(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name,country,latitude,longitude\n"
                      "1,Seoul,KR,,\n"
                      "2,SEOUL,KR,,\n"
                      "3,Ｓｅｏｕｌ,KR,,\n"
                      "4,Moscow,RU,,\n"
                      "5,\u041C\u043Escow,RU,,\n" /* Cyrillic М and о */
                      "6,Yangcheon,KR,,\n"
                      "7,Angcheon,KR,,\n"
                      "8,Yangchon,JP,,\n" /* another country */
                      "9,Osan,KR,,\n"
                      "10,Asan,KR,,\n" /* too short */
                      "11,District 1,KR,,\n"
                      "12,District 2,KR,,\n" /* a series */
                      "13,Springfield,US,39.8,-89.6\n"
                      "14,Springfielt,US,42.1,-72.6\n" /* far apart */
                      "15,Nam-gu (Busan),KR,,\n"
                      "16,Busan – Nam-gu,KR,,\n"
                      "17,Leon,ES,,\n"
                      "18,Leon,ES,,\n"
                      "19,Leon,MX,,\n");
    put("networks.csv", "id,name\nn1,Yangcheonn\n");
    dataset = open_tables();
    assert_int_equal(ent_dataset_error_count(dataset), 0);
    assert_int_equal(ent_dataset_actor_count(dataset), 20);
    assert_true(told(dataset, "'Seoul'", "'SEOUL'"));
    assert_true(told(dataset, "'SEOUL'", "'Ｓｅｏｕｌ'"));
    assert_true(told(dataset, "'Moscow'", "different scripts"));
    assert_true(told(dataset, "'Yangcheon'", "'Angcheon'"));
    assert_false(told(dataset, "'Yangcheon'", "'Yangchon'"));
    assert_false(told(dataset, "'Osan'", "'Asan'"));
    assert_false(told(dataset, "'District 1'", "'District 2'"));
    assert_false(told(dataset, "'Springfield'", "'Springfielt'"));
    assert_true(told(dataset, "'Nam-gu (Busan)'", "'Busan – Nam-gu'"));
    assert_true(told(dataset, "'17'", "'18'"));
    assert_false(told(dataset, "'18'", "'19'"));
    assert_false(told(dataset, "'Yangcheon'", "'Yangcheonn'"));
    assert_warning(dataset, "cities.csv", 8, 1, "aliases.csv");
    ent_dataset_free(dataset);
}

/* A thousand names that share all but one letter must neither be listed nor be slow. */
static void a_series_of_names_is_no_list_of_slips(void **state)
{
    static char text[60000];
    size_t size = (size_t)snprintf(text, sizeof text, "source,target\n");
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    for (int i = 0; i < 1000; i++) {
        char a = (char)('a' + i / 26 % 26);
        char b = (char)('a' + i % 26);

        size += (size_t)snprintf(text + size, sizeof text - size, "quartier %c%c,hub%d\n", a, b, i);
    }
    put_bytes("ties.csv", text, size);
    dataset = must_open(tables_path("ties.csv"), NULL);
    assert_true(ent_dataset_fault_count(dataset) <= 21);
    ent_dataset_free(dataset);
}

/* Thirty pairs of twins: twenty are listed, the rest is counted. */
static void suggestions_are_capped(void **state)
{
    char text[4000];
    size_t size = (size_t)snprintf(text, sizeof text, "source,target\n");
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    for (int i = 0; i < 30; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "Place%c%c,PLACE%c%c\n",
                                 'A' + i / 26, 'A' + i % 26, 'A' + i / 26, 'A' + i % 26);
    put_bytes("ties.csv", text, size);
    dataset = must_open(tables_path("ties.csv"), NULL);
    assert_int_equal(ent_dataset_fault_count(dataset), 21);
    assert_warning(dataset, "ties.csv", 0, 0, "more pairs of names");
    ent_dataset_free(dataset);
}

/* Each by each of its names; a name of two, twice; one that only a rejected row bears, nobody's. */
static void all_that_actors_are_called_is_listed(void **state)
{
    static const char *const wanted[][2] = {{"a", "a"},    {"Alpha", "a"}, {"알파", "a"},
                                            {"Also", "a"}, {"b", "b"},     {"Alpha", "b"},
                                            {"c", NULL},   {"Gamma", NULL}};
    ent_dataset_t *dataset;
    size_t found[8] = {0};

    (void)state;
    tables_clear();
    put("cities.csv", "id,name,name_ko,latitude\na,Alpha,알파,\nb,Alpha,,\nc,Gamma,,north\n");
    put("aliases.csv", "alias,id\nAlso,a\n");
    dataset = open_tables();
    assert_int_equal(ent_dataset_called_count(dataset), 8);
    for (size_t i = 0; i < 8; i++) {
        ent_id_t actor;
        const char *text = ent_dataset_called_at(dataset, i, &actor);
        const char *id = actor == ENT_NONE ? NULL : ent_dataset_actor(dataset, actor)->id;

        for (size_t k = 0; k < 8; k++)
            if (strcmp(wanted[k][0], text) == 0 &&
                (id == NULL ? wanted[k][1] == NULL
                            : wanted[k][1] != NULL && strcmp(id, wanted[k][1]) == 0))
                found[k]++;
    }
    for (size_t k = 0; k < 8; k++)
        assert_int_equal(found[k], 1);
    ent_dataset_free(dataset);
}

/* Letters of the number, each thrice: no two such names are one edit apart. */
static size_t put_name(char *out, int number)
{
    size_t size = 0;

    for (int i = 0; i < 4; i++, number /= 20)
        for (int times = 0; times < 3; times++)
            out[size++] = (char)('a' + number % 20);
    return size;
}

/* So many that they are searched in parts, by threads where there are any. */
static void near_names_are_found_among_many(void **state)
{
    enum { NAMES = 70000 };
    char *table = malloc(40 * NAMES + 200);

    (void)state;
    for (int threads = 0; threads < 4; threads += 3) {
        ent_dataset_options_t options = {.threads = threads};
        size_t size = (size_t)sprintf(table, "id,name\n");
        ent_dataset_t *dataset;

        for (int i = 0; i < NAMES; i++) {
            size += (size_t)sprintf(table + size, "%d,", i);
            size += put_name(table + size, i);
            table[size++] = '\n';
        }
        size += (size_t)sprintf(table + size, "x,Wyszkowice\ny,Wyszkovice\n");
        tables_clear();
        put_bytes("cities.csv", table, size);
        dataset = must_open(tables_path(""), &options);
        assert_int_equal(ent_dataset_error_count(dataset), 0);
        assert_warning(dataset, "cities.csv", NAMES + 3, 1, "'Wyszkowice' and 'Wyszkovice'");
        assert_int_equal(ent_dataset_fault_count(dataset), 1);
        ent_dataset_free(dataset);
    }
    free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_names_are_found_among_many),
        cmocka_unit_test(ties_name_actors_by_id_name_or_alias),
        cmocka_unit_test(an_id_wins_over_a_name),
        cmocka_unit_test(a_name_of_two_lists_both_ids),
        cmocka_unit_test(find_says_whom_one_may_have_meant),
        cmocka_unit_test(an_alias_leads_to_one_actor),
        cmocka_unit_test(aliases_unite_names_of_ties),
        cmocka_unit_test(canonically_equal_names_are_one),
        cmocka_unit_test(near_duplicates_are_suggested_never_merged),
        cmocka_unit_test(a_series_of_names_is_no_list_of_slips),
        cmocka_unit_test(suggestions_are_capped),
        cmocka_unit_test(all_that_actors_are_called_is_listed),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
