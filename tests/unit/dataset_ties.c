/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From rows to records: what is merged, united, repeated or made; the one-file forms. */
#include "base/date.h"
#include "unit/tables.h"

static void put_actors(void)
{
    tables_clear();
    put("cities.csv", "id,name\na,Alpha\nb,Beta\nc,Gamma\n");
    put("networks.csv", "id,name,parent\nn,Net,\nm,Subnet,n\n");
    put("events.csv", "id,name,start,end\ne,Fair,2025-04-10,2025-04-16\n");
    put("sources.csv", "id,title\ns1,One\ns2,Two\ns3,Three\n");
}

static void a_row_said_twice_is_one_record(void **state)
{
    ent_dataset_t *dataset;
    const ent_record_t *record;

    (void)state;
    put_actors();
    put("memberships.csv", "member,network,role,from,source,note\n"
                           "a,n,member,2019,s2,later\n"
                           "Alpha,Net,member,2019,s1; s2,early\n"
                           "a,n,president,2019,s3,\n"
                           "a,n,member,2020,s3,\n");
    dataset = open_tables();
    assert_clean(dataset);
    assert_int_equal(ent_dataset_record_count(dataset), 3);
    assert_account(dataset, "memberships.csv", 3, 1, 0, 0);
    record = ent_dataset_record(dataset, 0);
    assert_string_equal(record->role, "member");
    assert_string_equal(record->source, "s1;s2");
    assert_string_equal(record->note, "early / later");
    assert_int_equal(record->row_count, 2);
    assert_int_equal(ent_dataset_row(dataset, record->row[0]).record, 0);
    assert_int_equal(ent_dataset_row(dataset, record->row[1]).record, 0);
    ent_dataset_free(dataset);
}

/* Told once a table, whatever the order of the rows. */
static void pairs_of_two_weights_are_told(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("t.csv", "source,target,weight\na,b,1\nb,a,1\na,c,1\nc,a,2\nc,a,1\na,d,\na,d,3\n");
    dataset = must_open(tables_path("t.csv"), NULL);
    assert_warning(dataset, "t.csv", 0, 0, "2 pairs of actors have more than one weight");
    assert_int_equal(ent_dataset_fault_count(dataset), 1);
    ent_dataset_free(dataset);
}

/* Values decide what is said twice, not how they are written; the least text stands. */
static void values_are_compared(void **state)
{
    static const char *const rows[] = {
        "a,b,2,2025-04,active,0.50,fair,b\n",
        "Beta,alpha,2.0,2025-04-01/2025-04-30,,0.5,e,Beta\n",
        "a,b,2.5,2025-04,active,0.50,fair,b\n",
    };

    (void)state;
    for (int swapped = 0; swapped < 2; swapped++) {
        char text[400];
        ent_dataset_t *dataset;

        put_actors();
        snprintf(text, sizeof text,
                 "party_a,party_b,weight,signed,status,confidence,event,"
                 "on_behalf_of\n%s%s%s",
                 rows[swapped], rows[1 - swapped], rows[2]);
        put("agreements.csv", text);
        dataset = open_tables();
        assert_account(dataset, "agreements.csv", 2, 1, 0, 0);
        assert_int_equal(ent_dataset_record(dataset, 0)->row_count, 2);
        assert_string_equal(ent_dataset_record(dataset, 0)->signed_text, "2025-04");
        ent_dataset_free(dataset);
    }
}

/* Agreements without an id: the pair may stand either way round. */
static void parties_have_no_order(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_actors();
    put("agreements.csv",
        "party_a,party_b,type,signed\nb,a,mou,2025\na,b,mou,2025\na,b,mou,2024\n");
    dataset = open_tables();
    assert_clean(dataset);
    assert_int_equal(ent_dataset_record_count(dataset), 2);
    assert_account(dataset, "agreements.csv", 2, 1, 0, 0);
    assert_int_equal(ent_dataset_record(dataset, 0)->party[0], 0);
    assert_string_equal(ent_dataset_record(dataset, 0)->signed_text, "2024");
    ent_dataset_free(dataset);
}

static void rows_of_one_id_are_one_agreement(void **state)
{
    ent_dataset_t *dataset;
    const ent_record_t *record;

    (void)state;
    put_actors();
    put("agreements.csv", "id,party_a,party_b,type,signed,status,topics,reported_by,source,url\n"
                          "x,c,a,charter,2025-04,,reading; work,Alpha,s2,\n"
                          "x,a,b,,2025-04,planned,work;health,c,s1,u\n"
                          "x,a,n,mou,2025-04,,,,s3,\n"
                          "y,a,b,mou,2025,,,nobody,s4,\n");
    dataset = open_tables();
    assert_error(dataset, "agreements.csv", 4, 7,
                 "has the type 'mou' here and 'charter' at line 2");
    assert_warning(dataset, "agreements.csv", 5, 18, "'nobody' in 'reported_by'");
    assert_warning(dataset, "agreements.csv", 5, 1, "'s4' is not in sources.csv");
    assert_int_equal(ent_dataset_fault_count(dataset), 3);
    assert_account(dataset, "agreements.csv", 2, 1, 1, 0);
    record = ent_dataset_record(dataset, 1);
    assert_string_equal(record->id, "x");
    assert_int_equal(record->party_count, 3);
    assert_int_equal(record->party[0], 0);
    assert_int_equal(record->party[1], 1);
    assert_int_equal(record->party[2], 2);
    assert_string_equal(record->type, "charter");
    assert_int_equal(record->status, ENT_STATUS_PLANNED);
    assert_string_equal(record->topics, "health;reading;work");
    assert_string_equal(record->reported_by, "a;c");
    assert_string_equal(record->source, "s1;s2");
    assert_string_equal(ent_dataset_record_attribute(dataset, 1, "URL"), "u");
    assert_null(ent_dataset_record_attribute(dataset, 1, "page"));
    ent_dataset_free(dataset);
}

/* One row gives the start, another an end before it. */
static void united_rows_are_judged_together(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_actors();
    put("agreements.csv", "id,parties,from,to\nx,a;b,2025,\nx,a;b,,2024\n");
    dataset = open_tables();
    assert_error(dataset, "agreements.csv", 3, 8, "before it starts");
    assert_account(dataset, "agreements.csv", 1, 0, 1, 0);
    assert_false(ent_dataset_record(dataset, 0)->end.known);
    ent_dataset_free(dataset);
}

/* Start = from, else signed; end = to, else start + term_months, else open. */
static void dates_follow_the_rule(void **state)
{
    static const struct {
        const char *cells; /* signed,from,to,term_months */
        int start[3], start_last[3], end[3], end_last[3];
    } cases[] = {
        {"2025-04,,,", {2025, 4, 1}, {2025, 4, 30}, {0}, {0}},
        {"2025-04-11,2026,,", {2026, 1, 1}, {2026, 12, 31}, {0}, {0}},
        {"2025-04-11,,2027,", {2025, 4, 11}, {2025, 4, 11}, {2027, 1, 1}, {2027, 12, 31}},
        {"2025-04-11,,,36", {2025, 4, 11}, {2025, 4, 11}, {2028, 4, 11}, {2028, 4, 11}},
        {"2024-01-31,,,1", {2024, 1, 31}, {2024, 1, 31}, {2024, 2, 29}, {2024, 2, 29}},
        {"2025-04-10/2025-04-16,,,", {2025, 4, 10}, {2025, 4, 16}, {0}, {0}},
        {",,,12", {0}, {0}, {0}, {0}},
    };

    (void)state;
    put_actors();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const ent_record_t *record;
        ent_dataset_t *dataset;
        char text[200];

        snprintf(text, sizeof text, "party_a,party_b,signed,from,to,term_months\na,b,%s\n",
                 cases[i].cells);
        put("agreements.csv", text);
        dataset = open_tables();
        assert_clean(dataset);
        record = ent_dataset_record(dataset, 0);
#define CIVIL(day) ent_i_day_from_civil((day)[0], (day)[1], (day)[2])
        assert_int_equal(record->start.known, cases[i].start[0] != 0);
        assert_int_equal(record->end.known, cases[i].end[0] != 0);
        if (record->start.known) {
            assert_int_equal(record->start.first, CIVIL(cases[i].start));
            assert_int_equal(record->start.last, CIVIL(cases[i].start_last));
        }
        if (record->end.known) {
            assert_int_equal(record->end.first, CIVIL(cases[i].end));
            assert_int_equal(record->end.last, CIVIL(cases[i].end_last));
        }
        ent_dataset_free(dataset);
    }
}

static void kinds_are_checked(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_actors();
    put("memberships.csv", "member,network\na,b\na,n\nm,n\ne,n\nn,n\n");
    put("attendance.csv", "participant,event\na,e\na,n\n");
    put("agreements.csv", "party_a,party_b,event\na,e,\na,n,Fair\na,b,Fairs\na,c,n\n");
    dataset = open_tables();
    assert_error(dataset, "memberships.csv", 2, 3, "'b' is of kind city; expected a network");
    assert_error(dataset, "memberships.csv", 5, 1, "'e' is an event");
    assert_error(dataset, "memberships.csv", 6, 3, "to itself");
    assert_error(dataset, "attendance.csv", 3, 3, "'n' is of kind network; expected an event");
    assert_error(dataset, "agreements.csv", 2, 3, "'e' is an event");
    assert_error(dataset, "agreements.csv", 4, 5, "did you mean 'Fair' (id 'e')");
    assert_error(dataset, "agreements.csv", 5, 5, "'n' is of kind network; expected an event");
    assert_int_equal(ent_dataset_error_count(dataset), 7);
    assert_string_equal(ent_dataset_record(dataset, 2)->event, "e");
    ent_dataset_free(dataset);
}

/* Without networks.csv the networks are made; the members must be in their table. */
static void networks_without_a_table_are_made(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name\na,Alpha\nb,Beta\n");
    put("memberships.csv", "member,network\na,GNLC\nb,GNLC\nz,GNLC\n");
    dataset = open_tables();
    assert_note(dataset, "memberships.csv", 0, 0, "1 actor of kind network was made");
    assert_error(dataset, "memberships.csv", 4, 1, "'z' is no actor's");
    assert_int_equal(actor_of(dataset, "GNLC")->kind, ENT_KIND_NETWORK);
    assert_int_equal(actor_of(dataset, "GNLC")->table, ENT_NONE);
    assert_null(ent_dataset_attribute(dataset, 0, "country"));
    assert_string_equal(ent_dataset_attribute(dataset, 0, "kind"), "network");
    ent_dataset_free(dataset);
}

static void gephi_edges_with_nodes(void **state)
{
    ent_dataset_options_t options;
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("nodes.csv", "Id,Label\n1,Ann\n2,Bob\n3,\n4,Ann\n");
    put("edges.csv", "Source,Target,Type,Id,Label,Weight\n"
                     "1,2,Directed,0,,2\n"
                     "2,1,Directed,1,,0.5\n"
                     "2,3,Undirected,2,,1\n"
                     "Bob,9,Undirected,3,,1\n"
                     "Ann,2,,4,,1\n");
    dataset = open_tables();
    assert_note(dataset, "edges.csv", 0, 0, "2 ties of type Directed were read as undirected");
    assert_error(dataset, "edges.csv", 5, 5, "'9' is no actor's");
    assert_error(dataset, "edges.csv", 6, 1, "'1' and '4'");
    assert_account(dataset, "edges.csv", 2, 1, 2, 0);
    assert_int_equal(ent_dataset_record_count(dataset), 3);
    assert_int_equal(ent_dataset_record(dataset, 1)->repeats, 0);
    assert_string_equal(actor_of(dataset, "3")->name, "3");
    assert_string_equal(actor_of(dataset, "1")->name, "Ann");
    assert_int_equal(actor_of(dataset, "1")->kind, ENT_KIND_ACTOR);
    ent_dataset_free(dataset);

    ent_dataset_options_init(&options);
    options.directed = true;
    dataset = must_open(tables_dir, &options);
    assert_account(dataset, "edges.csv", 3, 0, 2, 0);
    assert_true(ent_dataset_record(dataset, 0)->directed);
    assert_near(ent_dataset_record(dataset, 0)->weight, 2, 0, "1 to 2");
    assert_near(ent_dataset_record(dataset, 1)->weight, 0.5, 0, "2 to 1");
    assert_int_equal(ent_dataset_record(dataset, 1)->repeats, ENT_NONE);
    assert_false(ent_dataset_record(dataset, 2)->directed);
    ent_dataset_free(dataset);
}

static void mapped_columns_are_joined(void **state)
{
    ent_dataset_options_t options;
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("towns.csv", "City 1,country1,city2,country2,Strength\n"
                     "Berat,Albania,Amasya,Turkey,3\n"
                     "Berat,,Berat,Albania,1\n");
    ent_dataset_options_init(&options);
    options.map = "source=city 1+country1, target=city2+country2,weight=Strength";
    dataset = must_open(tables_path("towns.csv"), &options);
    assert_clean(dataset);
    assert_int_equal(ent_dataset_actor_count(dataset), 3);
    actor_of(dataset, "Berat");
    actor_of(dataset, "Berat, Albania");
    actor_of(dataset, "Amasya, Turkey");
    assert_near(ent_dataset_record(dataset, 0)->weight, 3, 0, "weight");
    assert_string_equal(ent_dataset_record_attribute(dataset, 0, "city2"), "Amasya");
    ent_dataset_free(dataset);
}

static void maps_are_checked(void **state)
{
    static const struct {
        const char *map;
        const char *says;
    } cases[] = {
        {"source=city,target=place", "no column 'place', did you mean 'plaze'"},
        {"source=city,target=Xyzzy", "the columns are 'city', 'plaze', 'n'"},
        {"source=city+,target=plaze", "has no column behind it"},
        {"source", "without '='"},
        {"source=city,targte=plaze", "did you mean 'target'"},
        {"source=city,source=plaze,target=n", "twice"},
        {"source=city,target=plaze,latitude=n", "can have a column 'latitude'"},
        {"", "without '='"},
    };

    (void)state;
    tables_clear();
    put("t.csv", "city,plaze,n\nx,y,1\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_dataset_options_t options = {.map = cases[i].map};
        ent_dataset_t *dataset = NULL;
        ent_error_t err = {0};

        assert_int_equal(ent_dataset_open(&dataset, tables_path("t.csv"), &options, &err),
                         ENT_EINVAL);
        if (strstr(err.message, cases[i].says) == NULL) {
            print_error("%s: %s\n", cases[i].map, err.message);
            fail();
        }
    }
}

static void maps_reach_the_tables_of_a_folder(void **state)
{
    ent_dataset_options_t options = {.map = "cities.id=key,member=who"};
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("cities.csv", "key,name\na,Alpha\n");
    put("networks.csv", "id,name\nn,Net\n");
    put("memberships.csv", "who,network\na,n\n");
    dataset = must_open(tables_dir, &options);
    assert_clean(dataset);
    assert_int_equal(ent_dataset_record_count(dataset), 1);
    ent_dataset_free(dataset);
}

/* One file may be any table of ties: its columns say which. */
static void one_file_is_what_its_columns_say(void **state)
{
    static const struct {
        const char *text;
        const char *role;
        ent_tie_kind_t kind;
        ent_kind_t second;
    } cases[] = {
        {"member;network\na;n\n", "memberships", ENT_TIE_MEMBERSHIP, ENT_KIND_NETWORK},
        {"participant\tevent\na\tn\n", "attendance", ENT_TIE_ATTENDANCE, ENT_KIND_EVENT},
        {"party_b|party_a|type\na|n|mou\n", "agreements", ENT_TIE_AGREEMENT, ENT_KIND_ACTOR},
        {"id,parties\n1,a;n\n", "agreements", ENT_TIE_AGREEMENT, ENT_KIND_ACTOR},
        {"Weight,Target,Source\n2,n,a\n", "ties", ENT_TIE_EDGE, ENT_KIND_ACTOR},
        {"x,y\na,n\n", "ties", ENT_TIE_EDGE, ENT_KIND_ACTOR},
        {"\xEF\xBB\xBFx,y\r\na,n\r\n", "ties", ENT_TIE_EDGE, ENT_KIND_ACTOR},
    };

    (void)state;
    tables_clear();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_dataset_t *dataset;

        put("t.csv", cases[i].text);
        dataset = must_open(tables_path("t.csv"), NULL);
        assert_clean(dataset);
        assert_string_equal(ent_dataset_table(dataset, 0)->role, cases[i].role);
        assert_int_equal(ent_dataset_record(dataset, 0)->kind, cases[i].kind);
        assert_int_equal(ent_dataset_actor(dataset, 1)->kind, cases[i].second);
        ent_dataset_free(dataset);
    }
    put("t.csv", "a,b,c\n1,2,3\n");
    {
        ent_dataset_t *dataset = must_open(tables_path("t.csv"), NULL);

        assert_error(dataset, "t.csv", 1, 1, "found the columns 'a', 'b', 'c'");
        assert_error(dataset, "t.csv", 1, 1, "--map source=");
        assert_account(dataset, NULL, 0, 0, 1, 0);
        ent_dataset_free(dataset);
    }
}

/* What only a rejected row names is left out with it. */
static void rejected_rows_make_nobody(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("t.csv", "source,target,weight\na,b,1\nb,c,-1\nd,d,1\n");
    dataset = must_open(tables_path("t.csv"), NULL);
    assert_int_equal(ent_dataset_error_count(dataset), 2);
    assert_int_equal(ent_dataset_actor_count(dataset), 2);
    ent_dataset_free(dataset);
}

static void names_of_parents_are_checked(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_actors();
    put("networks.csv", "id,name,parent\nn,Net,\nm,Subnet,Nett\n");
    put("organisations.csv", "id,name,city\no,Office,Alpha\np,Post,Nowhere\n");
    dataset = open_tables();
    assert_warning(dataset, "networks.csv", 3, 10, "'Nett' in 'parent'");
    assert_warning(dataset, "organisations.csv", 3, 8, "'Nowhere' in 'city'");
    assert_int_equal(ent_dataset_fault_count(dataset), 2);
    ent_dataset_free(dataset);
}

static void a_tie_taken_for_a_header_is_told(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    tables_clear();
    put("t.csv", "Medici,Ridolfi\nMedici,Pazzi\n");
    dataset = must_open(tables_path("t.csv"), NULL);
    assert_warning(dataset, "t.csv", 1, 1, "'Medici' was read as the header");
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_said_twice_is_one_record),
        cmocka_unit_test(values_are_compared),
        cmocka_unit_test(pairs_of_two_weights_are_told),
        cmocka_unit_test(parties_have_no_order),
        cmocka_unit_test(rows_of_one_id_are_one_agreement),
        cmocka_unit_test(united_rows_are_judged_together),
        cmocka_unit_test(dates_follow_the_rule),
        cmocka_unit_test(kinds_are_checked),
        cmocka_unit_test(networks_without_a_table_are_made),
        cmocka_unit_test(gephi_edges_with_nodes),
        cmocka_unit_test(mapped_columns_are_joined),
        cmocka_unit_test(maps_are_checked),
        cmocka_unit_test(maps_reach_the_tables_of_a_folder),
        cmocka_unit_test(one_file_is_what_its_columns_say),
        cmocka_unit_test(rejected_rows_make_nobody),
        cmocka_unit_test(names_of_parents_are_checked),
        cmocka_unit_test(a_tie_taken_for_a_header_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
