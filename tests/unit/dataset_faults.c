/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Faults: each is named with file, line and column, and none hides the next. */
#include "unit/tables.h"

/* The twelve faults of the contract, planted in two tables. Lines and columns counted by hand. */
static void twelve_planted_faults_are_named_in_one_run(void **state)
{
    static const char cities[] = "id,name,country,latitude,longitude\n"    /* 1 */
                                 "gongju,Gongju,KR,36.45,127.12\n"         /* 2 */
                                 "slp,San Luis Potosí,MX,22.15,-100.98\n"  /* 3 */
                                 "slp-2,San Luis Potosí,MX,22.6,-100.43\n" /* 4 */
                                 "gongju,Gongju again,KR,,\n"              /* 5 duplicate id */
                                 "far,Farville,MX,95,10\n"                 /* 6 latitude */
                                 "zed,Zedtown,ZZ,,\n"                      /* 7 country */
                                 "short,Shorty,KR\n"                       /* 8 short row */
                                 "nul,N\0ul,KR,,\n"                        /* 9 NUL byte */
                                 "cp,\xBC\xAD\xBF\xEF,KR,,\n"              /* 10 CP949 */
                                 "suwon,Suwon,KR,37.26,127.03\n";          /* 11 */
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put_bytes("cities.csv", cities, sizeof cities - 1);
    put("agreements.csv", "party_a,party_b,signed,note\n"
                          "Gongju,Gonju,2025,\n"               /* 2 unknown party */
                          "Gongju,Suwon,2025-02-30,\n"         /* 3 impossible date */
                          "Gongju,Suwon,11/04/2025,\n"         /* 4 ambiguous date */
                          "Gongju,gongju,2025,\n"              /* 5 self-agreement */
                          "Gongju,Suwon,2025,\"never closed\n" /* 6 quote */
                          "San Luis Potosí,Suwon,2025,\n"      /* 7 a name of two */
                          "Gongju,Suwon,2025,good\n");         /* 8 */
    dataset = open_tables();
    assert_error(dataset, "cities.csv", 5, 1, "taken by cities.csv:2");
    assert_error(dataset, "cities.csv", 6, 17, "'95'");
    assert_error(dataset, "cities.csv", 7, 13, "'ZZ'");
    assert_error(dataset, "cities.csv", 8, 14, "3 fields, the header 5");
    assert_error(dataset, "cities.csv", 9, 6, "NUL");
    assert_error(dataset, "cities.csv", 10, 4, "서울");
    assert_error(dataset, "agreements.csv", 2, 8, "did you mean 'Gongju'");
    assert_error(dataset, "agreements.csv", 3, 14, "2025-02-30");
    assert_error(dataset, "agreements.csv", 4, 14, "2025-04-11");
    assert_error(dataset, "agreements.csv", 5, 8, "to itself");
    assert_error(dataset, "agreements.csv", 6, 19, "quote");
    assert_error(dataset, "agreements.csv", 7, 1, "'slp' and 'slp-2'");
    assert_int_equal(ent_dataset_error_count(dataset), 12);
    assert_account(dataset, "cities.csv", 4, 0, 6, 0);
    assert_account(dataset, "agreements.csv", 1, 0, 6, 0);
    ent_dataset_free(dataset);
}

/* One cell of a one-row table, and what is said of it ("" when it is good). */
typedef struct {
    const char *header;
    const char *row;
    const char *says;
} cell_case_t;

static void check_cells(const char *file, const cell_case_t *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char text[512];
        ent_dataset_t *dataset;
        bool good = *cases[i].says == '\0';

        snprintf(text, sizeof text, "%s\n%s\n", cases[i].header, cases[i].row);
        put(file, text);
        dataset = open_tables();
        if (ent_dataset_error_count(dataset) != (good ? 0 : 1) ||
            (!good && strstr(ent_dataset_fault(dataset, 0)->message, cases[i].says) == NULL)) {
            print_error("%s: expected: %s; found:\n", text, cases[i].says);
            print_faults(dataset);
            fail();
        }
        assert_account(dataset, file, good ? 1 : 0, 0, good ? 0 : 1, 0);
        ent_dataset_free(dataset);
    }
}

#define CHECK_CELLS(file, cases) check_cells(file, cases, sizeof(cases) / sizeof *(cases))

static void actors_are_judged(void **state)
{
    static const cell_case_t cases[] = {
        {"id,name", ",Gongju", "'id' is empty"},
        {"id,name", "g,", "'name' is empty"},
        {"id,name", "g,\u00A0\u3000", "no visible character"},
        {"id,name", "g,\u200B\u200B", "no visible character"},
        {"id,name", "g,NULL", ""},
        {"id,name", "007,1E5", ""},
        {"id,name", "g\x1B[1m,Gongju", "control character"},
        {"id,name", "\"g\nh\",Gongju", "line break"},
        {"id,name", "g,\"Gong\nju\"", ""},
        {"id,name", "g,\U0001F1F0\U0001F1F7 \U0001F468\u200D\U0001F469\u200D\U0001F467", ""},
        {"id,name", "g,a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A",
         "combining marks"},
        {"id,name,country", "g,Gongju,KR", ""},
        {"id,name,country", "g,Gongju,kr", "write 'KR'"},
        {"id,name,country", "g,Gongju,KOR", "write 'KR'"},
        {"id,name,country", "g,Gongju,South Korea", "write 'KR'"},
        {"id,name,country", "g,Gongju,UK", "write 'GB'"},
        {"id,name,country", "g,Gongju,Q", "two capital letters"},
        {"id,name,latitude,longitude", "g,Gongju,90,-180", ""},
        {"id,name,latitude,longitude", "g,Gongju,1,180.01", "outside of -180 to 180"},
        {"id,name,latitude,longitude", "g,Gongju,36.4,", "a latitude without longitude"},
        {"id,name,latitude,longitude", "g,Gongju,,127", "a longitude without latitude"},
        {"id,name,latitude,longitude", "g,Gongju,north,127", "not a plain number"},
        {"id,name,latitude,longitude", "g,Gongju,nan,127", "not a plain number"},
    };

    (void)state;
    tables_clear();
    CHECK_CELLS("cities.csv", cases);
}

static void a_key_has_at_most_1024_bytes(void **state)
{
    char text[1200];
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    for (int size = 1024; size <= 1025; size++) {
        snprintf(text, sizeof text, "id,name\n%0*d,Gongju\n", size, 7);
        put("cities.csv", text);
        dataset = open_tables();
        assert_int_equal(ent_dataset_error_count(dataset), size - 1024);
        ent_dataset_free(dataset);
    }
}

static void ties_are_judged(void **state)
{
    static const cell_case_t cases[] = {
        {"party_a,party_b,weight", "a,b,0.5", ""},
        {"party_a,party_b,weight", "a,b,1e-3", ""},
        {"party_a,party_b,weight", "a,b,0", "not above 0"},
        {"party_a,party_b,weight", "a,b,-1", "not above 0"},
        {"party_a,party_b,weight", "a,b,nan", "not a plain number"},
        {"party_a,party_b,weight", "a,b,inf", "not a plain number"},
        {"party_a,party_b,weight", "a,b,1e400", "not a plain number"},
        {"party_a,party_b,weight", "a,b,1e-400", "not a plain number"},
        {"party_a,party_b,weight", "a,b,0x10", "not a plain number"},
        {"party_a,party_b,weight", "a,b,\"1,5\"", "not a plain number"},
        {"party_a,party_b,weight", "a,b,\"1.234,56\"", "not a plain number"},
        {"party_a,party_b,weight", "a,b,１２", "not a plain number"},
        {"party_a,party_b,weight", "a,b,\u22121", "not a plain number"},
        {"party_a,party_b,weight", "a,b,\" 1 \"", "not a plain number"},
        {"party_a,party_b,weight", "a,b,1e-13", "outside of 1e-12 to 1e+15"},
        {"party_a,party_b,weight", "a,b,", ""},
        {"party_a,party_b,confidence", "a,b,0", ""},
        {"party_a,party_b,confidence", "a,b,1", ""},
        {"party_a,party_b,confidence", "a,b,1.01", "outside of 0 to 1"},
        {"party_a,party_b,confidence", "a,b,90%", "not a plain number"},
        {"party_a,party_b,term_months", "a,b,36", ""},
        {"party_a,party_b,term_months", "a,b,0", "whole number of months"},
        {"party_a,party_b,term_months", "a,b,1.5", "whole number of months"},
        {"party_a,party_b,status", "a,b,Active", ""},
        {"party_a,party_b,status", "a,b,actve", "did you mean 'active'"},
        {"party_a,party_b,status", "a,b,signed", "expected active, planned"},
        {"party_a,party_b,signed", "a,b,2025-04-10/2025-04-16", ""},
        {"party_a,party_b,signed", "a,b,2025~", ""},
        {"party_a,party_b,signed", "a,b,44927", "44927"},
        {"party_a,party_b,from,to", "a,b,2025-04,2025", ""},
        {"party_a,party_b,from,to", "a,b,2025-04,2025-03", "before it starts"},
        {"party_a,party_b,signed,to", "a,b,2025-04,2024", "before it starts"},
        {"party_a,party_b", "a,", "'party_b' is empty"},
        {"parties", "a;b;c", ""},
        {"parties", "a;", "names one party"},
        {"parties", "a;b;a", "to itself"},
        {"parties,party_a,party_b", ",a,b", ""},
        {"parties,party_a,party_b", "a;b,a,b", "either the list or the pair"},
        {"parties,party_a,party_b", "\"\",,", "'parties' is empty"},
    };

    (void)state;
    tables_clear();
    put("cities.csv", "id,name\na,Alpha\nb,Beta\nc,Gamma\n");
    CHECK_CELLS("agreements.csv", cases);
}

static void a_row_has_as_many_fields_as_the_header(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name\n"
                      "a,Alpha\n"
                      "b\n"
                      "c,Gamma,extra\n"
                      "\n"
                      ",\n"
                      " \n"
                      "id,name\n"
                      "d,Delta\n");
    dataset = open_tables();
    assert_error(dataset, "cities.csv", 3, 1, "1 field, the header 2; add");
    assert_error(dataset, "cities.csv", 4, 9, "3 fields, the header 2; remove");
    assert_error(dataset, "cities.csv", 8, 1, "header is repeated");
    assert_account(dataset, NULL, 2, 0, 3, 3);
    assert_string_equal(ent_dataset_row(dataset, 6).reason,
                        find_fault(dataset, ENT_ERROR, "cities.csv", 8, 1, "")->message);
    ent_dataset_free(dataset);
}

/* A table without a usable header gives up its rows, and only its own. */
static void a_faulty_header_rejects_its_table(void **state)
{
    static const struct {
        const char *text;
        uint32_t line, column;
        const char *says;
        size_t rows;
    } cases[] = {
        {"id,nmae\na,Alpha\nb,Beta\n", 1, 1, "did you mean 'nmae'", 2},
        {"id,title\na,Alpha\n", 1, 1, "the columns are 'id', 'title'", 1},
        {"id,name,Name\na,Alpha,Beta\n", 1, 9, "twice", 1},
        {"id,na\"me\na,Alpha\n", 1, 6, "header cannot be read", 1},
        {"", 1, 1, "empty", 0},
        {"\xEF\xBB\xBF", 1, 1, "empty", 0},
        {"\n\n\n", 1, 1, "blank", 0},
    };

    (void)state;
    tables_clear();
    put("networks.csv", "id,name\nn,Net\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_dataset_t *dataset;
        ent_account_t account;

        put("cities.csv", cases[i].text);
        dataset = open_tables();
        assert_error(dataset, "cities.csv", cases[i].line, cases[i].column, cases[i].says);
        account = account_of(dataset, "cities.csv", NULL);
        assert_int_equal(account.state[ENT_ROW_REJECTED], cases[i].rows);
        assert_int_equal(account.state[ENT_ROW_USED], 0);
        assert_account(dataset, "networks.csv", 1, 0, 0, 0);
        assert_int_equal(ent_dataset_actor_count(dataset), 1);
        ent_dataset_free(dataset);
    }
}

static void odd_columns_are_told(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", " ID ,NAME,Contry,Mayor,\na,Alpha,KR,Kim,\n");
    dataset = open_tables();
    assert_warning(dataset, "cities.csv", 1, 11, "if you mean 'country'");
    assert_warning(dataset, "cities.csv", 1, 24, "column 5 has no name");
    assert_int_equal(ent_dataset_fault_count(dataset), 2);
    assert_string_equal(ent_dataset_attribute(dataset, 0, "mayor"), "Kim");
    assert_account(dataset, NULL, 1, 0, 0, 0);
    ent_dataset_free(dataset);
}

static void a_table_without_rows_is_valid(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name");
    dataset = open_tables();
    assert_warning(dataset, "cities.csv", 1, 1, "no rows");
    assert_int_equal(ent_dataset_error_count(dataset), 0);
    assert_int_equal(ent_dataset_actor_count(dataset), 0);
    ent_dataset_free(dataset);
}

/* A tie that names an actor whose row is rejected points at that row. */
static void a_rejected_actor_is_pointed_at(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name,country\na,Alpha,KR\nb,Beta,ZZ\n");
    put("agreements.csv", "party_a,party_b\na,Beta\na,b\n");
    dataset = open_tables();
    assert_error(dataset, "agreements.csv", 2, 3, "described by cities.csv:3, which is rejected");
    assert_error(dataset, "agreements.csv", 3, 3, "described by cities.csv:3, which is rejected");
    ent_dataset_free(dataset);
}

/* No byte of a name reaches a message raw that a terminal would obey. */
static void messages_are_safe_to_print(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name,country\na,Alpha,\x1B]0;x\x07\nb\x1B[2J,\u202EBeta,KR\n");
    put("\x1B[31m.csv", "x\n");
    dataset = open_tables();
    assert_int_equal(ent_dataset_error_count(dataset), 2);
    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++) {
        const char *message = ent_dataset_fault(dataset, i)->message;

        for (const char *at = message; *at != '\0'; at++)
            assert_true((unsigned char)*at >= 0x20 && *at != 0x7F);
        assert_null(strstr(message, "\u202E"));
    }
    unlink(tables_path("\x1B[31m.csv"));
    ent_dataset_free(dataset);
}

static void folders_without_tables_are_refused(void **state)
{
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};

    (void)state;
    tables_clear();
    put("data.csv", "a,b\n1,2\n");
    put("sources.csv", "id\ns\n");
    assert_int_equal(ent_dataset_open(&dataset, tables_dir, NULL, &err), ENT_EDATA);
    assert_non_null(strstr(err.message, "'data.csv'"));
    assert_null(dataset);
    err = (ent_error_t){0};
    assert_int_equal(ent_dataset_open(&dataset, tables_path("none.csv"), NULL, &err), ENT_EIO);
}

/* A row is counted once and all that is wrong with it is told. */
static void every_fault_of_a_row_is_told(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name,country,latitude,longitude\na,Alpha,KR,36,127\na,,XX,95,\n");
    put("networks.csv", "id,name\nn,Net\n");
    put("events.csv", "id,name,start,end\ne,Fair,2025-13,2024-14\n");
    put("aliases.csv", "alias,id\n,q\n");
    put("sources.csv", "id,date\ns;t,2025-13\n");
    put("claims.csv", "subject,property,value,as_of\n,,1,2025-13\n");
    put("memberships.csv", "member,network,from,to,confidence\n,Nett,2025,2024,2\n");
    put("agreements.csv", "id,party_a,party_b,parties,signed,to,weight,event\n"
                          "1,,,a;x;y;a,11/04/2025,,-1,Fiar\n2,zz,,,2025,2024,0,\n"
                          "3,a,n,,2025,,1,\n3,a,n,,2024,,2,\n");
    dataset = open_tables();
    assert_error(dataset, "cities.csv", 3, 1, "the id 'a' is taken");
    assert_error(dataset, "cities.csv", 3, 1, "a latitude without longitude");
    assert_error(dataset, "cities.csv", 3, 3, "'name' is empty");
    assert_error(dataset, "cities.csv", 3, 4, "country 'XX'");
    assert_error(dataset, "cities.csv", 3, 7, "latitude '95'");
    assert_error(dataset, "events.csv", 2, 8, "month 13");
    assert_error(dataset, "events.csv", 2, 16, "month 14");
    assert_error(dataset, "aliases.csv", 2, 1, "'alias' is empty");
    assert_error(dataset, "aliases.csv", 2, 2, "the id 'q' is no actor's");
    assert_error(dataset, "sources.csv", 2, 1, "semicolon");
    assert_error(dataset, "sources.csv", 2, 5, "month 13");
    assert_error(dataset, "claims.csv", 2, 1, "'subject' is empty");
    assert_error(dataset, "claims.csv", 2, 2, "'property' is empty");
    assert_error(dataset, "claims.csv", 2, 5, "month 13");
    assert_error(dataset, "memberships.csv", 2, 1, "'member' is empty");
    assert_error(dataset, "memberships.csv", 2, 2, "the network 'Nett'");
    assert_error(dataset, "memberships.csv", 2, 12, "before it starts");
    assert_error(dataset, "memberships.csv", 2, 17, "confidence '2'");
    assert_error(dataset, "agreements.csv", 2, 5, "the party 'x'");
    assert_error(dataset, "agreements.csv", 2, 5, "the party 'y'");
    assert_error(dataset, "agreements.csv", 2, 5, "joins 'Alpha' to itself");
    assert_error(dataset, "agreements.csv", 2, 13, "11 April or 4 November");
    assert_error(dataset, "agreements.csv", 2, 25, "weight '-1'");
    assert_error(dataset, "agreements.csv", 2, 28, "the event 'Fiar'");
    assert_error(dataset, "agreements.csv", 3, 1, "'party_b' is empty");
    assert_error(dataset, "agreements.csv", 3, 3, "the party_a 'zz'");
    assert_error(dataset, "agreements.csv", 3, 13, "before it starts");
    assert_error(dataset, "agreements.csv", 3, 18, "weight '0'");
    assert_error(dataset, "agreements.csv", 5, 8, "the agreement has the signed '2024' here");
    assert_error(dataset, "agreements.csv", 5, 14, "the agreement has the weight '2' here");
    assert_int_equal(ent_dataset_error_count(dataset), 30);
    assert_account(dataset, NULL, 3, 0, 9, 0);
    ent_dataset_free(dataset);
}

static void strange_files_are_left_out(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("network.csv", "id,name\na,Alpha\n");
    put("Networks.CSV", "id,name\nn,Net\n");
    put("datapackage.json", "{\"resources\": []}");
    put("README.md", "");
    dataset = open_tables();
    assert_warning(dataset, "network.csv", 0, 0, "did you mean networks.csv");
    assert_int_equal(ent_dataset_fault_count(dataset), 1);
    assert_string_equal(ent_dataset_table(dataset, 0)->file, "Networks.CSV");
    assert_string_equal(ent_dataset_table(dataset, 0)->role, "networks");
    ent_dataset_free(dataset);
    put("networks.csv", "id,name\nm,Other\n");
    dataset = open_tables();
    assert_error(dataset, "Networks.CSV", 0, 0, "second table of networks");
    assert_string_equal(ent_dataset_actor(dataset, 0)->id, "m");
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twelve_planted_faults_are_named_in_one_run),
        cmocka_unit_test(actors_are_judged),
        cmocka_unit_test(a_key_has_at_most_1024_bytes),
        cmocka_unit_test(ties_are_judged),
        cmocka_unit_test(a_row_has_as_many_fields_as_the_header),
        cmocka_unit_test(a_faulty_header_rejects_its_table),
        cmocka_unit_test(odd_columns_are_told),
        cmocka_unit_test(a_table_without_rows_is_valid),
        cmocka_unit_test(a_rejected_actor_is_pointed_at),
        cmocka_unit_test(messages_are_safe_to_print),
        cmocka_unit_test(folders_without_tables_are_refused),
        cmocka_unit_test(every_fault_of_a_row_is_told),
        cmocka_unit_test(strange_files_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
