/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The report's folder: its files agree with each other and with the input; names that would be
 * markup or formulas stay text. */
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "unit/reports.h"

/* Names that a careless writer would let through as something else. */
static const char *const nasty[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title><h1>x",
    "]]>",
    "&#x0;&amp;",
    "' onmouseover='alert(1)",
    "=HYPERLINK(\"http://x\",\"y\")",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\357\274\2351+1",  /* full-width = */
    "\342\200\256evil", /* right-to-left override */
    "{{7*7}} ${x}",
};
enum { NASTY = sizeof nasty / sizeof nasty[0] };

/* Appends a quoted CSV field. */
static size_t put_field(char *out, const char *text)
{
    size_t size = 0;

    out[size++] = '"';
    for (; *text != '\0'; text++) {
        if (*text == '"')
            out[size++] = '"';
        out[size++] = *text;
    }
    out[size++] = '"';
    out[size] = '\0';
    return size;
}

/* Every nasty name in every column that a report shows. */
static void put_nasty_tables(void)
{
    char cities[8000] = "id,name,country,region,custom\n";
    char agreements[8000] = "party_a,party_b,type,topics,note,source,signed_by\n";
    char sources[8000] = "id,title,publisher,url,note\n";
    char claims[8000] = "subject,property,value,source,note\n";
    char field[400];

    tables_clear();
    for (size_t i = 0; i < NASTY; i++) {
        size_t other = (i + 1) % NASTY;

        put_field(field, nasty[i]);
        snprintf(cities + strlen(cities), sizeof cities - strlen(cities), "c%zu,%s,KR,%s,%s\n", i,
                 field, field, field);
        snprintf(agreements + strlen(agreements), sizeof agreements - strlen(agreements),
                 "c%zu,c%zu,%s,%s,%s,s%zu,%s\n", i, other, field, field, field, i, field);
        snprintf(sources + strlen(sources), sizeof sources - strlen(sources), "s%zu,%s,%s,%s,%s\n",
                 i, field, field, field, field);
        snprintf(claims + strlen(claims), sizeof claims - strlen(claims),
                 "c%zu,%s,%s,s%zu,%s\nc%zu,%s,other,s0,\n", i, field, field, i, field, i, field);
    }
    put("cities.csv", cities);
    put("agreements.csv", agreements);
    put("sources.csv", sources);
    put("claims.csv", claims);
}

/* Walks the page: only elements that we write, no attribute that runs, links to the web only. */
static size_t check_node(const xmlNode *node)
{
    static const char *const known[] = {
        "html",       "head",   "meta",    "title", "style", "body",    "header", "h1",
        "p",          "bdi",    "nav",     "ul",    "li",    "a",       "main",   "h2",
        "dl",         "div",    "dt",      "dd",    "small", "section", "h3",     "figure",
        "figcaption", "table",  "caption", "thead", "tbody", "tr",      "th",     "td",
        "wbr",        "footer", "svg",     "desc",  "path",  "circle",  "g",      "text"};
    size_t elements = 0;

    for (; node != NULL; node = node->next) {
        bool found = false;

        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
            found = found || strcmp((const char *)node->name, known[i]) == 0;
        if (!found)
            print_error("an element <%s>\n", node->name);
        assert_true(found);
        for (const xmlAttr *attribute = node->properties; attribute != NULL;
             attribute = attribute->next) {
            const char *value = (const char *)attribute->children->content;

            assert_int_not_equal(strncmp((const char *)attribute->name, "on", 2), 0);
            assert_string_not_equal((const char *)attribute->name, "style");
            assert_string_not_equal((const char *)attribute->name, "src");
            if (strcmp((const char *)attribute->name, "href") == 0)
                assert_true(strncmp(value, "https://", 8) == 0 || value[0] == '#' ||
                            strpbrk(value, ":<>\"'") == NULL);
        }
        elements += 1 + check_node(node->children);
    }
    return elements;
}

static void markup_in_names_stays_text(void **state)
{
    ent_blob_t blob;
    xmlDoc *page;
    xmlChar *text;

    (void)state;
    put_nasty_tables();
    must_report("out");
    blob = read_output("index.html");
    page = xmlReadMemory(blob.bytes, (int)blob.size, "index.html", NULL, XML_PARSE_NONET);
    assert_non_null(page);
    assert_true(check_node(xmlDocGetRootElement(page)) > 200);
    text = xmlNodeGetContent(xmlDocGetRootElement(page));
    for (size_t i = 0; i < NASTY; i++) {
        if (strstr((const char *)text, nasty[i]) == NULL)
            print_error("not shown: %s\n", nasty[i]);
        assert_non_null(strstr((const char *)text, nasty[i]));
    }
    xmlFree(text);
    xmlFreeDoc(page);
    assert_non_null(strstr(blob.bytes,
                           "http-equiv=\"Content-Security-Policy\" content=\"default-src "
                           "'none'; style-src 'sha256-"));
    assert_null(strstr(blob.bytes, "<script"));
    ent_blob_free(&blob);
}

/* The plain table has the text as it is, the one for spreadsheets an apostrophe before it. */
static void check_guard(const char *table, const char *text)
{
    char field[400];
    char part[420];
    char name[60];

    put_field(field, text);
    snprintf(part, sizeof part, ",%s,", text); /* where it needs no quotes */
    snprintf(name, sizeof name, "%s.csv", table);
    assert_says(name, strpbrk(text, "\",") == NULL ? part : field);
    snprintf(part, sizeof part, "\"'%s", field + 1);
    snprintf(name, sizeof name, "excel/%s.csv", table);
    assert_says(name, part);
}

static void formulas_are_guarded_for_excel_only(void **state)
{
    static const char *const tables[] = {"actors", "ties", "centrality", "groups"};
    ent_blob_t blob;

    (void)state;
    put_nasty_tables();
    must_report("out");
    for (size_t t = 0; t < 4; t++) {
        for (size_t i = 6; i < 11; i++) {
            if (t == 1 && i != 7) /* names stand in lists there */
                continue;
            check_guard(tables[t], nasty[i]);
        }
    }
    blob = read_output("excel/actors.csv");
    assert_memory_equal(blob.bytes, "\357\273\277", 3);
    assert_non_null(strstr(blob.bytes, "\r\n"));
    ent_blob_free(&blob);
    assert_says("manifest.json", "\"excel_rule\": \"In excel/, text whose first character");
}

static void put_plain_tables(void)
{
    tables_clear();
    put("cities.csv", "id,name,name_ko,country,latitude,longitude,population\n"
                      "a,Ash,\354\226\264\354\211\254,KR,37.5,127,100\nb,Birch,,MX,22.1,-101,\n"
                      "c,Cedar,,MX,,,7\n");
    put("networks.csv", "id,name\nn,Net\n");
    put("memberships.csv", "member,network,role\na,n,president\na,n,member\nb,n,\n");
    put("agreements.csv", "id,party_a,party_b,status,signed,source\nx,a,b,,2024,s\nx,a,b,,,t\n"
                          "y,b,c,planned,,s\n\nz,a,c,,2019,\n");
    put("sources.csv", "id,title,url\ns,S,https://s.example/\nt,T,\n");
}

static void the_manifest_lists_what_is_there(void **state)
{
    json_t *manifest;
    json_t *item;
    size_t i;

    (void)state;
    put_plain_tables();
    must_report("out");
    manifest = read_json("manifest.json");
    assert_string_equal(json_string_value(json_object_get(manifest, "schema")),
                        "entente/manifest/1");
    json_array_foreach(json_object_get(manifest, "outputs"), i, item)
    {
        ent_blob_t blob = read_output(json_string_value(json_object_get(item, "file")));
        char sha256[ENT_SHA256_SIZE];

        ent_i_sha256(sha256, blob.bytes, blob.size);
        assert_string_equal(json_string_value(json_object_get(item, "sha256")), sha256);
        assert_int_equal(json_integer_value(json_object_get(item, "bytes")), blob.size);
        ent_blob_free(&blob);
    }
    assert_true(i > 25);
    json_array_foreach(json_object_get(manifest, "inputs"), i, item)
    {
        json_int_t sum = 0;
        static const char *const states[] = {"used", "merged", "set_aside", "rejected", "blank"};

        for (size_t k = 0; k < 5; k++)
            sum += json_integer_value(json_object_get(item, states[k]));
        assert_int_equal(json_integer_value(json_object_get(item, "rows")), sum);
        assert_int_equal(strlen(json_string_value(json_object_get(item, "sha256"))), 64);
    }
    assert_int_equal(i, 5);
    json_decref(manifest);
    assert_false(output_says("manifest.json", "\"/"));
    assert_false(output_says("manifest.json", "/tmp/ent-reports"));
}

/* From DIR the stored way leads to DATA, wherever the run began. */
static void the_way_to_the_data_is_relative(void **state)
{
    json_t *manifest;
    const char *way;
    char path[500];
    char *there;
    char *data;

    (void)state;
    put_plain_tables();
    must_report("out");
    manifest = read_json("manifest.json");
    way = json_string_value(json_object_get(manifest, "data"));
    assert_int_not_equal(way[0], '/');
    snprintf(path, sizeof path, "%s/%s", report_path("out"), way);
    there = realpath(path, NULL);
    data = realpath(tables_dir, NULL);
    assert_non_null(there);
    assert_string_equal(there, data);
    free(there);
    free(data);
    json_decref(manifest);
}

static void every_tie_has_its_rows_and_sources(void **state)
{
    (void)state;
    put_plain_tables();
    must_report("out");
    assert_says("ties.csv", "agreement,x,a,b,a;b,Ash; Birch,,,active,yes,");
    assert_says("ties.csv", "agreements.csv:2; agreements.csv:3,s;t,https://s.example/,");
    assert_says("ties.csv", "agreement,y,b,c,b;c,Birch; Cedar,,,planned,no,planned,");
    assert_says("ledger.csv", "agreements.csv,4,agreements,set aside,planned,,agreement: b;c,");
    assert_says("ledger.csv", "agreements.csv,5,agreements,blank,");
    assert_says("ledger.csv", "agreements.csv,2,agreements,used,,,agreement: a;b,");
    assert_says("ledger.csv", "cities.csv,4,cities,used,,c,,");
    assert_says("actors.csv", "president of Net");
}

/* By hand: a has two agreements and one membership, b one each, c one agreement that counts. */
static void actors_have_their_ties_by_kind(void **state)
{
    ent_blob_t blob;

    (void)state;
    put_plain_tables();
    must_report("out");
    blob = read_output("actors.csv");
    assert_memory_equal(blob.bytes,
                        "id,name,kind,country,region,latitude,longitude,source,name_ko,population,"
                        "ties_membership,ties_agreement,ties_attendance,ties_edge,group,",
                        100);
    assert_non_null(
        strstr(blob.bytes, "\na,Ash,city,KR,,37.5,127,,\354\226\264\354\211\254,100,1,2,0,0,"));
    assert_non_null(strstr(blob.bytes, "\nb,Birch,city,MX,,22.1,-101,,,,1,1,0,0,"));
    assert_non_null(strstr(blob.bytes, "\nc,Cedar,city,MX,,,,,,7,0,1,0,0,"));
    ent_blob_free(&blob);
    assert_says("centrality.csv", "\nagreements,1,a,Ash,city,KR,2,2,");
    assert_says("centrality.csv", "\naffiliations,1,n,Net,network,,2,");
}

static void another_language(void **state)
{
    (void)state;
    put_plain_tables();
    assert_ok(try_report("out", "ko"));
    assert_says("index.html", "lang=\"ko\"");
    assert_says("index.html", "<bdi>\354\226\264\354\211\254</bdi>");
    assert_says("agreements.svg", "\354\226\264\354\211\254");
    assert_says("centrality.csv", ",a,\354\226\264\354\211\254,city,KR,");
}

/* Rejected rows: refused, or said so in every file that has room for it. */
static void rejected_rows_are_never_silent(void **state)
{
    static const char *const tables[] = {"actors", "brokers", "centrality", "contradictions",
                                         "groups", "ledger",  "ties"};
    char name[60];

    (void)state;
    put_plain_tables();
    put("memberships.csv", "member,network\na,n\nzz,n\nb,n,\n");
    assert_int_equal(try_report("refused", "en"), ENT_EDATA);
    assert_non_null(strstr(err.message, "2 input rows are rejected"));
    assert_int_not_equal(access(report_path("refused"), F_OK), 0);
    err = (ent_error_t){0};
    reports_keep_going = true;
    must_report("out");
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        ent_blob_t blob;
        char *end;

        snprintf(name, sizeof name, "%s.csv", tables[i]);
        blob = read_output(name);
        end = strchr(blob.bytes, '\n');
        assert_memory_equal(end - 14, ",rejected_rows", 14);
        assert_true(end[1] == '\0' || strstr(end, ",2\n") != NULL);
        ent_blob_free(&blob);
    }
    assert_says("index.html", "2 input rows were rejected");
    assert_says("summary.json", "\"rejected\": 2");
    assert_says("manifest.json", "\"keep_going\": true");
    assert_says("agreements.svg", "without 2 rejected input rows");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(markup_in_names_stays_text, clear_error),
        cmocka_unit_test_setup(formulas_are_guarded_for_excel_only, clear_error),
        cmocka_unit_test_setup(the_manifest_lists_what_is_there, clear_error),
        cmocka_unit_test_setup(the_way_to_the_data_is_relative, clear_error),
        cmocka_unit_test_setup(every_tie_has_its_rows_and_sources, clear_error),
        cmocka_unit_test_setup(actors_have_their_ties_by_kind, clear_error),
        cmocka_unit_test_setup(another_language, clear_error),
        cmocka_unit_test_setup(rejected_rows_are_never_silent, clear_error),
    };
    return cmocka_run_group_tests(tests, reports_begin, reports_end);
}
