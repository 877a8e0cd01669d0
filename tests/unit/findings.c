/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings are made from the data: each changes when they are edited, and is gone when its
 * condition is. Expected values are counted by hand on tables of a few rows. */
#include "unit/reports.h"

static const char cities[] = "id,name,country,region\n"
                             "a,Ash,KR,Asia\nb,Birch,KR,Asia\nc,Cedar,MX,America\n"
                             "d,Date,MX,America\ne,Elm,IE,Europe\nf,Fir,IE,Europe\n";

static json_t *findings_from(const char *agreements)
{
    tables_clear();
    put("cities.csv", cities);
    put("agreements.csv", agreements);
    must_report("out");
    return read_findings();
}

static void check_finding(const json_t *findings, const char *key, const char *part,
                          const char *measure, const char *view, double value)
{
    const json_t *finding = finding_of(findings, key);

    if (finding == NULL) {
        print_error("no finding '%s'\n", key);
        fail();
        return;
    }
    if (strstr(json_string_value(json_object_get(finding, "text")), part) == NULL) {
        print_error("'%s' is not in: %s\n", part,
                    json_string_value(json_object_get(finding, "text")));
        fail();
    }
    assert_string_equal(json_string_value(json_object_get(finding, "measure")), measure);
    assert_string_equal(json_string_value(json_object_get(finding, "view")), view);
    assert_near(json_number_value(json_object_get(finding, "value")), value, 1e-9, key);
}

static void who_has_most_partners(void **state)
{
    json_t *findings = findings_from("party_a,party_b\na,b\na,c\nd,e\n");

    (void)state;
    check_finding(findings, "partners", "Ash has the most agreement partners: 2.", "degree",
                  "agreements", 2);
    json_decref(findings);
    findings = findings_from("party_a,party_b\na,b\na,c\nd,e\nd,f\nd,b\n");
    check_finding(findings, "partners", "Date has the most agreement partners: 3.", "degree",
                  "agreements", 3);
    json_decref(findings);
    findings = findings_from("party_a,party_b\na,b\na,c\nd,e\nd,f\n");
    check_finding(findings, "partners", "Ash and Date have the most agreement partners: 2 each.",
                  "degree", "agreements", 2);
    json_decref(findings);
    findings = findings_from("party_a,party_b\na,b\nd,e\n");
    assert_null(finding_of(findings, "partners"));
    assert_null(finding_of(findings, "bridge"));
    json_decref(findings);
}

/* On the path b-a-c-d: a lies on b-c, b-d; c on a-d, b-d. On the star all but its centre end. */
static void who_bridges(void **state)
{
    json_t *findings = findings_from("party_a,party_b\nb,a\na,c\nc,d\n");

    (void)state;
    check_finding(findings, "bridge", "Ash and Cedar bridge most: the shortest paths between 67%",
                  "betweenness", "agreements", 2);
    check_finding(findings, "shared-ranks", "2 of 4 actors lie on no shortest path", "betweenness",
                  "agreements", 2);
    json_decref(findings);
    findings = findings_from("party_a,party_b\nb,a\na,c\na,d\n");
    check_finding(findings, "bridge", "Ash bridges most: the shortest paths between 100%",
                  "betweenness", "agreements", 3);
    json_decref(findings);
}

static void counting_agreements_may_differ(void **state)
{
    json_t *findings = findings_from("party_a,party_b,type\na,b,mou\na,c,mou\nd,e,mou\n"
                                     "d,e,friendship\nd,e,letter-of-intent\n");

    (void)state;
    check_finding(findings, "partners", "Ash has", "degree", "agreements", 2);
    check_finding(findings, "agreements", "most belong to Date and Elm: 3.", "agreements",
                  "agreements", 3);
    json_decref(findings);
    findings = findings_from("party_a,party_b,type\na,b,mou\na,c,mou\nd,e,mou\n");
    assert_null(finding_of(findings, "agreements"));
    json_decref(findings);
}

static void pieces_and_actors_alone(void **state)
{
    json_t *findings = findings_from("party_a,party_b,status\na,b,\nc,d,\nd,e,\na,f,planned\n");

    (void)state;
    check_finding(findings, "pieces",
                  "The 5 actors with ties fall into 2 separate pieces; the largest holds 3 of them "
                  "(60%).",
                  "components of two or more", "agreements", 2);
    check_finding(findings, "isolates", "1 actor has no tie that counts here: Fir.", "degree 0",
                  "agreements", 1);
    check_finding(findings, "aside", "1 tie is set aside and not counted: 1 planned.",
                  "ties set aside", "", 1);
    json_decref(findings);
    findings = findings_from("party_a,party_b,status\na,b,\nc,d,\nd,e,\na,f,\nb,c,\n");
    check_finding(findings, "pieces", "The 6 actors with ties hang together in one piece.",
                  "components of two or more", "agreements", 1);
    assert_null(finding_of(findings, "isolates"));
    assert_null(finding_of(findings, "aside"));
    json_decref(findings);
}

/* a-b within Asia, a-c and b-d to America, c-e to Europe: 3 of 4 cross, E-I (3 - 1) / 4. */
static void ties_across_regions(void **state)
{
    json_t *findings = findings_from("party_a,party_b\na,b\na,c\nb,d\nc,e\n");

    (void)state;
    check_finding(findings, "regions", "3 of the 4 ties whose ends both have a region", "ei_region",
                  "agreements", 0.5);
    check_finding(findings, "region-pair", "most ties between them, 2, are America and Asia.",
                  "ties between two regions", "agreements", 2);
    check_finding(findings, "countries", "3 of the 4 ties", "ei_country", "agreements", 0.5);
    check_finding(findings, "abroad", "Cedar, with 2 in all.", "ties to other regions",
                  "agreements", 2);
    json_decref(findings);
    findings = findings_from("party_a,party_b\na,b\nc,d\n");
    assert_null(finding_of(findings, "regions"));
    assert_null(finding_of(findings, "region-pair"));
    assert_null(finding_of(findings, "countries"));
    assert_null(finding_of(findings, "abroad"));
    json_decref(findings);
}

/* On the path b-a-c-d-e the loss of c leaves two halves, that of a cuts off b alone. */
static void whose_loss_cuts_off_whom(void **state)
{
    json_t *findings = findings_from("party_a,party_b\nb,a\na,c\nc,d\nd,e\n");

    (void)state;
    check_finding(findings, "cut-off",
                  "Without Cedar, 2 actors would be cut off from the rest of the largest piece: "
                  "Date and Elm.",
                  "dependents", "agreements", 2);
    json_decref(findings);
    findings = findings_from("party_a,party_b\nb,a\na,c\nc,d\nd,e\ne,b\n");
    assert_null(finding_of(findings, "cut-off"));
    json_decref(findings);
}

/* On a path of six the loss of either middle one cuts off two, that of the next ones one: four
 * actors, of whom the two last are equals and told together. */
static void equals_cut_off_alike(void **state)
{
    json_t *findings = findings_from("party_a,party_b\na,b\nb,c\nc,d\nd,e\ne,f\n");
    size_t told = 0;
    size_t i;
    json_t *finding;

    (void)state;
    json_array_foreach(findings, i, finding)
    {
        told += strcmp(json_string_value(json_object_get(finding, "key")), "cut-off") == 0;
    }
    assert_int_equal(told, 4);
    json_decref(findings);
}

/* One network with six members lies on all their shortest paths; without it nothing does. */
static void a_network_in_the_way(void **state)
{
    json_t *findings;

    (void)state;
    tables_clear();
    put("cities.csv", cities);
    put("networks.csv", "id,name\nn,\"The \"\"Net\"\"\"\nm,Small\n");
    put("memberships.csv", "member,network\na,n\nb,n\nc,n\nd,n\ne,n\nf,m\ne,m\n");
    put("agreements.csv", "party_a,party_b\na,b\n");
    must_report("out");
    findings = read_findings();
    check_finding(findings, "dominant", "--without n.", "betweenness_normalised", "whole",
                  17.0 / 21);
    check_finding(findings, "joiner", "The \"Net\" joins the most members: 5 of 6.", "degree",
                  "affiliations", 5);
    json_decref(findings);
    put("memberships.csv", "member,network\na,n\nf,m\n");
    must_report("out");
    findings = read_findings();
    assert_null(finding_of(findings, "dominant"));
    assert_null(finding_of(findings, "joiner"));
    json_decref(findings);

    /* without agreements there is no view of them to look at */
    put("memberships.csv", "member,network\na,n\nb,n\nc,n\nd,n\ne,n\nf,n\n");
    put("agreements.csv", "party_a,party_b\n");
    must_report("out");
    findings = read_findings();
    check_finding(findings, "dominant", "behind it: use --without n.", "betweenness_normalised",
                  "whole", 15.0 / 21);
    json_decref(findings);
}

static void coverage_beside_the_newest_claim(void **state)
{
    json_t *findings;

    (void)state;
    tables_clear();
    put("cities.csv", cities);
    put("networks.csv", "id,name\nn,Net\n");
    put("memberships.csv", "member,network,from\na,n,2020\nb,n,2021-05\nc,n,2024\n");
    put("claims.csv", "subject,property,value,as_of,source\nn,member_count,2,2021-06,s\n"
                      "Net,member_count,6,2025-02,s\nn,member_count,9,2020,t\n");
    put("sources.csv",
        "id,title,url\ns,\"S & <i>\",javascript:alert(1)\nt,T,https://t.example/?a&b\n");
    must_report("out");
    findings = read_findings();
    check_finding(findings, "coverage", "3 of the 6 members of Net", "member_count", "", 3);
    assert_null(finding_of(findings, "contradictions"));
    json_decref(findings);
    /* newest first, each beside what was counted on its own date */
    assert_says("index.html",
                "<td class=\"n\">3</td><td class=\"n\">50</td><th scope=\"row\"><bdi>6<");
    assert_says("index.html",
                "<td class=\"n\">2</td><td class=\"n\">100</td><th scope=\"row\"><bdi>2<");
    assert_says("index.html",
                "<td class=\"n\">1</td><td class=\"n\">11</td><th scope=\"row\"><bdi>9<");
    assert_says("index.html", "<a href=\"https://t.example/?a&amp;b\"");
    assert_false(output_says("index.html", "href=\"javascript"));

    put("claims.csv", "subject,property,value,as_of,source\nn,member_count,6,2025,s\n"
                      "n,member_count,7,2025-02,t\n");
    must_report("out");
    findings = read_findings();
    check_finding(findings, "contradictions", "on 1 point: Net (member_count).", "contradictions",
                  "", 1);
    json_decref(findings);
    assert_says("contradictions.csv", "1,n,Net,member_count,6,2025,s,S & <i>,");

    /* A claim may rest on several sources; one that no table describes adds nothing. */
    put("claims.csv", "subject,property,value,as_of,source\nn,member_count,6,2025,s; u ;t\n"
                      "n,member_count,7,2025-02,t\n");
    put("sources.csv", "id,title,publisher,date,url\ns,S,P,2024,https://s.example/\n"
                       "t,T,,2025,https://t.example/\n");
    must_report("out");
    assert_says("contradictions.csv", "6,2025,s; u ;t,S; T,P,2024; 2025,"
                                      "https://s.example/; https://t.example/,");
    assert_says("index.html", ">S</a>, 2024; u; <a href=\"https://t.example/\"");
}

/* What is counted on an earlier day is held against what was said of that day, and a later claim
 * against what is counted on its own. */
static void coverage_of_an_earlier_day(void **state)
{
    json_t *findings;

    (void)state;
    tables_clear();
    put("cities.csv", cities);
    put("networks.csv", "id,name\nn,Net\n");
    put("memberships.csv", "member,network,from\na,n,2020\nb,n,2021-05\nc,n,2024\n");
    put("claims.csv", "subject,property,value,as_of\nn,member_count,4,2020-03\n"
                      "n,member_count,many,2021-06\nn,member_count,6,2025-02\n");
    reports_as_of = "2022";
    must_report("out");
    findings = read_findings();
    check_finding(findings, "coverage", "2 of the 4 members of Net", "member_count", "", 2);
    json_decref(findings);
    assert_says("index.html",
                "<td class=\"n\">3</td><td class=\"n\">50</td><th scope=\"row\"><bdi>6<");
    reports_as_of = "2019";
    must_report("out");
    findings = read_findings();
    assert_null(finding_of(findings, "coverage"));
    json_decref(findings);
}

/* Without agreements the findings rest on the view `whole`, and say so. */
/* Ten couples of cities, each alone in six networks: as each city is in 6 of 60 and each network
 * has 2 of 20, two share 0.6 on average, and 6 less than once in 10,000 times. In one network that
 * has everybody there is no more to share. */
static void sharing_more_than_chance(void **state)
{
    ent_i_text_t members = {0};
    ent_i_text_t rows = {0};
    ent_i_text_t networks = {0};
    json_t *findings;

    (void)state;
    tables_clear();
    ent_i_text_puts(&members, "id,name\n");
    ent_i_text_puts(&networks, "id,name\n");
    ent_i_text_puts(&rows, "member,network\n");
    for (int i = 0; i < 20; i++) {
        ent_i_text_printf(&members, "c%02d,City %02d\n", i, i);
        for (int k = 0; k < 6; k++)
            ent_i_text_printf(&rows, "c%02d,n%02d\n", i, 6 * (i / 2) + k);
    }
    for (int k = 0; k < 60; k++)
        ent_i_text_printf(&networks, "n%02d,Network %02d\n", k, k);
    put("cities.csv", members.bytes);
    put("networks.csv", networks.bytes);
    put("memberships.csv", rows.bytes);
    ent_i_text_free(&members);
    ent_i_text_free(&networks);
    ent_i_text_free(&rows);
    must_report("out");
    findings = read_findings();
    check_finding(findings, "shared", "10 pairs of members share a network; 10 of them share more",
                  "pairs with p_bh < 0.05 by sdsm-ec", "cities", 10);
    json_decref(findings);

    tables_clear();
    put("cities.csv", cities);
    put("networks.csv", "id,name\nn,Net\n");
    put("memberships.csv", "member,network\na,n\nb,n\nc,n\n");
    must_report("out");
    findings = read_findings();
    check_finding(findings, "shared", "3 pairs of members share a network, but none shares more",
                  "pairs with p_bh < 0.05 by sdsm-ec", "cities", 0);
    json_decref(findings);

    findings = findings_from("party_a,party_b\na,b\n");
    assert_null(finding_of(findings, "shared"));
    json_decref(findings);
}

static void without_agreements(void **state)
{
    json_t *findings;

    (void)state;
    tables_clear();
    put("edges.csv", "Source,Target\na,b\na,c\na,d\n");
    must_report("out");
    findings = read_findings();
    check_finding(findings, "partners", "a has the most neighbours: 3.", "degree", "whole", 3);
    json_decref(findings);
    assert_says("index.html", "rest on the view whole");
    assert_says("index.html", "There is no agreement that counts.");
    assert_says("index.html", "There is no membership that counts.");
    assert_says("index.html", "No actor has coordinates");
    assert_int_equal(access(report_path("out/network.svg"), F_OK), 0);
    assert_int_not_equal(access(report_path("out/map.svg"), F_OK), 0);
    assert_int_not_equal(access(report_path("out/affiliations.png"), F_OK), 0);
    assert_says("index.html", "No tie and no event has a date.");
    assert_int_not_equal(access(report_path("out/timeline.svg"), F_OK), 0);
    assert_int_equal(access(report_path("out/matrix.svg"), F_OK), 0);
}

/* What is said of ties is said of those between the actors of the report. */
static void a_part_of_the_actors(void **state)
{
    json_t *findings;

    (void)state;
    tables_clear();
    put("cities.csv", cities);
    put("agreements.csv", "party_a,party_b,status\na,b,\na,c,\nb,c,planned\na,b,planned\n");
    reports_where = "country=KR";
    must_report("out");
    findings = read_findings();
    check_finding(findings, "aside", "1 tie is set aside and not counted: 1 planned.",
                  "ties set aside", "", 1);
    json_decref(findings);
    assert_says("index.html", "<dt>Cities</dt><dd>2</dd>");
    assert_says("index.html", "<dt>Agreements</dt><dd>1</dd>");
    assert_says("manifest.json", "\"where\": \"country=KR\"");
}

/* a -> b -> c: b is on the one way from a to c, of the two pairs of a and c. */
static void directions_are_kept(void **state)
{
    json_t *findings;

    (void)state;
    tables_clear();
    put("edges.csv", "Source,Target,Type\na,b,Directed\nb,c,Directed\n");
    reports_directed = true;
    must_report("out");
    findings = read_findings();
    check_finding(findings, "bridge", "the shortest paths between 50% of all pairs", "betweenness",
                  "whole", 1);
    assert_null(finding_of(findings, "partners"));
    json_decref(findings);
    assert_says("centrality.csv", "degree_in,degree_out");
    assert_says("manifest.json", "\"directed\": true");
}

static void nothing_at_all(void **state)
{
    json_t *findings;

    (void)state;
    tables_clear();
    put("cities.csv", "id,name\n");
    must_report("out");
    findings = read_findings();
    assert_int_equal(json_array_size(findings), 0);
    json_decref(findings);
    assert_says("index.html", "There are no ties to say anything about.");
    assert_says("index.html", "<h2>Who is central</h2>\n<p>There is no actor.</p>");
    assert_says("index.html", "<p>No actor lies on a shortest path between two others.</p>");
    assert_says("index.html", "<p>No two actors are tied, so there is no group of two or more.");
    assert_says("index.html", "<p>Nothing in the tables says how much of the world they cover.");
    assert_false(output_says("index.html", "Key numbers"));

    put("cities.csv", "id,name\na,Ash\nb,Birch\nc,Cedar\n");
    must_report("out");
    findings = read_findings();
    check_finding(findings, "isolates", "3 actors have no tie that counts here", "degree 0",
                  "whole", 3);
    assert_null(finding_of(findings, "shared-ranks"));
    json_decref(findings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(who_has_most_partners, clear_error),
        cmocka_unit_test_setup(who_bridges, clear_error),
        cmocka_unit_test_setup(counting_agreements_may_differ, clear_error),
        cmocka_unit_test_setup(pieces_and_actors_alone, clear_error),
        cmocka_unit_test_setup(ties_across_regions, clear_error),
        cmocka_unit_test_setup(whose_loss_cuts_off_whom, clear_error),
        cmocka_unit_test_setup(equals_cut_off_alike, clear_error),
        cmocka_unit_test_setup(a_network_in_the_way, clear_error),
        cmocka_unit_test_setup(coverage_beside_the_newest_claim, clear_error),
        cmocka_unit_test_setup(coverage_of_an_earlier_day, clear_error),
        cmocka_unit_test_setup(sharing_more_than_chance, clear_error),
        cmocka_unit_test_setup(without_agreements, clear_error),
        cmocka_unit_test_setup(a_part_of_the_actors, clear_error),
        cmocka_unit_test_setup(directions_are_kept, clear_error),
        cmocka_unit_test_setup(nothing_at_all, clear_error),
    };
    return cmocka_run_group_tests(tests, reports_begin, reports_end);
}
