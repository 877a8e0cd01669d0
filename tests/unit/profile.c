/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Profiles of one actor, against tables small enough to do by hand. */
#include "entente/profile.h"

#include <jansson.h>

#include "unit/tables.h"

static ent_error_t err;
static ent_profile_options_t options;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

/* Gongju (g) signed with Anyang (a) at the festival (f), which is not over for Suwon (s); it is
 * president of the council (k), whose plain member Suwon is. Taxco (t) has no tie. */
static ent_dataset_t *council(void)
{
    tables_clear();
    put("cities.csv", "id,name,name_ko,country,source,latitude,longitude,province\n"
                      "g,Gongju,공주시,KR,one;two,36.5,127.1,South Chungcheong\n"
                      "a,Anyang,안양시,KR,,,,\ns,Suwon,,KR,,,,\nt,Taxco,,MX,,,,\n"
                      "t2,Taxco,,MX,,,,\n");
    put("networks.csv", "id,name\nk,Council\n");
    put("organisations.csv", "id,name\no,Office\n");
    put("events.csv", "id,name\nf,Festival\n");
    put("aliases.csv", "alias,id\n꽁주,g\nGongju City,g\n");
    put("agreements.csv",
        "id,party_a,party_b,type,signed,to,status,event,on_behalf_of,source,note\n"
        "m1,a,g,mou,2025-04-11,,,f,,one;two,first\n"
        "m2,g,s,mou,2024-01-01,2024-12-31,,,,two,over\n"
        "m3,g,s,friendship,2025-05,,planned,,,,\n"
        "m4,a,s,mou,2025-04-12,,,f,o,,\n");
    put("memberships.csv", "member,network,role,from,source\ng,k,president,2023,one\n"
                           "s,k,member,2024,\n");
    put("attendance.csv", "participant,event,role\ng,f,speaker\n");
    put("sources.csv", "id,title,publisher,date,url\none,First page,Daily,2025-04-14,"
                       "https://one.example/\ntwo,Second page,,,https://two.example/\n");
    put("claims.csv", "subject,property,value,source\nk,founded,2001,one\nk,founded,2002,two\n"
                      "f,start,2025-04-10,one;two\nf,start,2025-04-11,two\n"
                      "m1,day,11,one\nm1,day,12,two\ng,people,100,one\ng,people,200,two\n"
                      "a,people,1,one\na,people,2,two\n");
    return open_tables();
}

static ent_id_t find(const ent_dataset_t *dataset, const char *name)
{
    ent_id_t actor;

    assert_ok(ent_dataset_find(dataset, &actor, name, &err));
    return actor;
}

static json_t *describe(const ent_dataset_t *dataset, const char *name)
{
    ent_profile_t *profile = NULL;
    ent_blob_t blob = {0};
    json_t *root;

    assert_ok(ent_profile_new(&profile, dataset, find(dataset, name), &options, &err));
    assert_ok(ent_profile_json(profile, &blob, &err));
    root = json_loadb(blob.bytes, blob.size, 0, NULL);
    assert_non_null(root);
    ent_blob_free(&blob);
    ent_profile_free(profile);
    return root;
}

/* The value at a path such as "ties/agreements/0/id". */
static json_t *at(json_t *root, const char *path)
{
    char copy[200];
    char *rest = copy;
    char *part;

    snprintf(copy, sizeof copy, "%s", path);
    while (root != NULL && (part = strsep(&rest, "/")) != NULL)
        root = json_is_array(root) ? json_array_get(root, (size_t)atoi(part))
                                   : json_object_get(root, part);
    if (root == NULL)
        print_error("nothing at %s\n", path);
    assert_non_null(root);
    return root;
}

static const char *text_at(json_t *root, const char *path)
{
    const char *text = json_string_value(at(root, path));

    assert_non_null(text);
    return text;
}

static double number_at(json_t *root, const char *path)
{
    return json_number_value(at(root, path));
}

static void who_it_is(void **state)
{
    ent_dataset_t *dataset = council();
    json_t *root = NULL;

    (void)state;
    assert_ok(ent_profile_options_init(&options, dataset, &err));
    root = describe(dataset, "공주시");
    assert_string_equal(text_at(root, "schema"), "entente/profile/1");
    assert_string_equal(text_at(root, "actor/id"), "g");
    assert_string_equal(text_at(root, "actor/kind"), "city");
    assert_string_equal(text_at(root, "actor/names/ko"), "공주시");
    assert_string_equal(text_at(root, "actor/attributes/province"), "South Chungcheong");
    assert_string_equal(text_at(root, "actor/row"), "cities.csv:2");
    assert_string_equal(text_at(root, "actor/aliases/0/alias"), "Gongju City");
    assert_string_equal(text_at(root, "actor/aliases/0/row"), "aliases.csv:3");
    assert_string_equal(text_at(root, "actor/aliases/1/alias"), "꽁주");
    assert_int_equal(json_array_size(at(root, "actor/aliases")), 2);
    assert_string_equal(text_at(root, "actor/sources/1/url"), "https://two.example/");
    json_decref(root);
    ent_dataset_free(dataset);
}

/* Those that count first, then the newest; the others say why not. */
static void its_ties(void **state)
{
    ent_dataset_t *dataset = council();
    json_t *root = NULL;

    (void)state;
    assert_ok(ent_profile_options_init(&options, dataset, &err));
    root = describe(dataset, "g");
    assert_int_equal(json_array_size(at(root, "ties/agreements")), 3);
    assert_string_equal(text_at(root, "ties/agreements/0/id"), "m1");
    assert_true(json_is_true(at(root, "ties/agreements/0/counts")));
    assert_string_equal(text_at(root, "ties/agreements/0/rows/0"), "agreements.csv:2");
    assert_string_equal(text_at(root, "ties/agreements/0/sources/0/title"), "First page");
    assert_string_equal(text_at(root, "ties/agreements/0/event"), "f");
    assert_true(json_is_null(at(root, "ties/agreements/0/last_day")));
    assert_string_equal(text_at(root, "ties/agreements/1/id"), "m3");
    assert_true(json_is_false(at(root, "ties/agreements/1/counts")));
    assert_string_equal(text_at(root, "ties/agreements/1/why"), "planned");
    assert_string_equal(text_at(root, "ties/agreements/2/id"), "m2");
    assert_string_equal(text_at(root, "ties/agreements/2/why"), "not in force on the date");
    assert_string_equal(text_at(root, "ties/agreements/2/last_day"), "2024-12-31");
    assert_string_equal(text_at(root, "ties/memberships/0/role"), "president");
    assert_string_equal(text_at(root, "ties/attendance/0/role"), "speaker");
    assert_string_equal(text_at(root, "offices/0/role"), "president");
    assert_string_equal(text_at(root, "offices/0/network"), "k");
    assert_int_equal(json_array_size(at(root, "offices")), 1);
    assert_int_equal(json_array_size(at(root, "named_in")), 0);
    json_decref(root);

    /* An event is named by the agreements signed there, an organisation by those on its behalf. */
    root = describe(dataset, "Festival");
    assert_int_equal(json_array_size(at(root, "named_in")), 2);
    json_decref(root);
    root = describe(dataset, "Office");
    assert_string_equal(text_at(root, "named_in/0/id"), "m4");
    json_decref(root);
    ent_dataset_free(dataset);
}

/* Whole: g has a, k and f; a has g and s; s has a and k: 3, 2, 2, 2, 1, and 0 thrice. */
static void its_ranks_and_neighbours(void **state)
{
    ent_dataset_t *dataset = council();
    json_t *root = NULL;

    (void)state;
    assert_ok(ent_profile_options_init(&options, dataset, &err));
    options.measures = "degree";
    root = describe(dataset, "s");
    assert_near(number_at(root, "views/whole/ranks/degree/value"), 2, 0, "degree");
    assert_near(number_at(root, "views/whole/ranks/degree/rank"), 2, 0, "rank");
    assert_near(number_at(root, "views/whole/ranks/degree/sharing"), 3, 0, "sharing");
    assert_near(number_at(root, "views/whole/ranks/degree/of"), 8, 0, "of");
    assert_near(number_at(root, "views/agreements/ranks/degree/value"), 1, 0, "agreements");
    assert_near(number_at(root, "views/agreements/ranks/degree/of"), 3, 0, "of parties");
    assert_string_equal(text_at(root, "neighbours_view"), "agreements");
    assert_int_equal(json_array_size(at(root, "neighbours")), 1);
    assert_string_equal(text_at(root, "neighbours/0/id"), "a");
    assert_string_equal(text_at(root, "neighbours/0/by/0"), "agreement");
    assert_near(number_at(root, "group/size"), 3, 0, "group");
    json_decref(root);

    options.view_given = true;
    options.network.view = ENT_VIEW_WHOLE;
    root = describe(dataset, "s");
    assert_int_equal(json_array_size(at(root, "neighbours")), 2);
    json_decref(root);

    /* A network is in no agreement: that view is left out. */
    options.view_given = false;
    root = describe(dataset, "k");
    assert_null(json_object_get(at(root, "views"), "agreements"));
    assert_string_equal(text_at(root, "neighbours_view"), "whole");
    json_decref(root);
    ent_dataset_free(dataset);
}

/* The nearest first: itself, its agreement, its event, its network; nothing of its partner. */
static void what_contradicts(void **state)
{
    static const char *const about[] = {"actor", "agreement", "event", "network"};
    static const char *const subject[] = {"g", "m1", "f", "k"};
    ent_dataset_t *dataset = council();
    json_t *root = NULL;

    (void)state;
    assert_ok(ent_profile_options_init(&options, dataset, &err));
    root = describe(dataset, "g");
    assert_int_equal(json_array_size(at(root, "contradictions")), 4);
    for (size_t i = 0; i < 4; i++) {
        json_t *one = json_array_get(at(root, "contradictions"), i);

        assert_string_equal(text_at(one, "about"), about[i]);
        assert_string_equal(text_at(one, "subject"), subject[i]);
        assert_int_equal(json_array_size(at(one, "claims")), 2);
    }
    assert_string_equal(text_at(root, "contradictions/2/claims/0/row"), "claims.csv:4");
    assert_int_equal(json_array_size(at(root, "contradictions/2/claims/0/sources")), 2);
    json_decref(root);
    ent_dataset_free(dataset);
}

static ent_blob_t tell(const ent_dataset_t *dataset, const char *name)
{
    ent_profile_t *profile = NULL;
    ent_blob_t blob = {0};

    assert_ok(ent_profile_new(&profile, dataset, find(dataset, name), &options, &err));
    assert_ok(ent_profile_text(profile, &blob, &err));
    ent_profile_free(profile);
    return blob;
}

static size_t longest_line(const char *text)
{
    size_t longest = 0;

    while (*text != '\0') {
        size_t size = strcspn(text, "\n");

        longest = size > longest ? size : longest;
        text += size + (text[size] == '\n');
    }
    return longest;
}

static void text_in_three_languages(void **state)
{
    ent_dataset_t *dataset = council();
    ent_blob_t text;

    (void)state;
    assert_ok(ent_profile_options_init(&options, dataset, &err));
    text = tell(dataset, "t2");
    assert_non_null(strstr(text.bytes, "It has no tie of any kind."));
    assert_true(longest_line(text.bytes) <= 80);
    ent_blob_free(&text);
    text = tell(dataset, "g");
    assert_non_null(strstr(text.bytes, "Agreements: 3, of which 2 do not count\n"));
    assert_non_null(strstr(text.bytes, "  * mou: Anyang\n      signed 2025-04-11; active\n"));
    assert_non_null(strstr(text.bytes, "last day in force 2024-12-31; active; does not"));
    assert_non_null(strstr(text.bytes, "in agreements.csv:2 [1] [2]\n"));
    assert_non_null(strstr(text.bytes, "[2] Second page\n    https://two.example/\n"));
    ent_blob_free(&text);
    options.language = "es";
    text = tell(dataset, "g");
    assert_non_null(strstr(text.bytes, "Acuerdos: 3, de los que 2 no cuentan\n"));
    ent_blob_free(&text);
    options.language = "ko";
    text = tell(dataset, "g");
    assert_memory_equal(text.bytes, "공주시\n", strlen("공주시\n"));
    assert_non_null(strstr(text.bytes, "표의 이름: Gongju\n"));
    ent_blob_free(&text);
    ent_dataset_free(dataset);
}

/* Two cities are called Taxco: a name is not a key. */
static void what_is_refused(void **state)
{
    ent_dataset_t *dataset = council();
    ent_profile_t *profile = NULL;
    ent_id_t actor;

    (void)state;
    assert_int_equal(ent_dataset_find(dataset, &actor, "Taxco", &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "'t' and 't2'"));
    assert_ok(ent_profile_options_init(&options, dataset, &err));
    err = (ent_error_t){0};
    options.measures = "degree_two_mode,closness";
    assert_int_equal(ent_profile_new(&profile, dataset, find(dataset, "g"), &options, &err),
                     ENT_OK);
    ent_profile_free(profile);
    options.measures = "closness";
    assert_int_equal(ent_profile_new(&profile, dataset, find(dataset, "g"), &options, &err),
                     ENT_EINVAL);
    assert_null(profile);
    assert_non_null(strstr(err.message, "There is no measure 'closness'"));
    err = (ent_error_t){0};
    options.measures = NULL;
    options.network.where = "country=MX";
    assert_int_equal(ent_profile_new(&profile, dataset, find(dataset, "g"), &options, &err),
                     ENT_EINVAL);
    assert_non_null(strstr(err.message, "'g' is left out"));
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(who_it_is, clear_error),
        cmocka_unit_test_setup(its_ties, clear_error),
        cmocka_unit_test_setup(its_ranks_and_neighbours, clear_error),
        cmocka_unit_test_setup(what_contradicts, clear_error),
        cmocka_unit_test_setup(text_in_three_languages, clear_error),
        cmocka_unit_test_setup(what_is_refused, clear_error),
    };

    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
