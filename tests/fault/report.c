/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Documents, and all of a report but its figures, when memory runs out at each allocation in turn.
 * What gets through is the same as without a fault. Figures are left out: pango ends the program
 * when memory runs out. */
#include "fault/refuse.h"

#include <sys/stat.h>
#include <unistd.h>

#include "answer/profile_i.h"
#include "base/file.h"
#include "proof/verify_i.h"
#include "report/folder.h"
#include "report/report_i.h"
#include "unit/scratch.h"

static ent_dataset_t *dataset;
static ent_network_t *network;
static ent_groups_t *groups;
static char want[ENT_SHA256_SIZE]; /* of what the task makes; empty before the first time */

/* Whatever gets through must be what came out the first time. */
static void check_same(const char *bytes, size_t size)
{
    char got[ENT_SHA256_SIZE];

    ent_i_sha256(got, bytes, size);
    if (want[0] == '\0')
        strcpy(want, got);
    assert_string_equal(got, want);
}

static ent_status_t finish(ent_status_t status, ent_blob_t *blob)
{
    if (status == ENT_OK)
        check_same(blob->bytes, blob->size);
    ent_blob_free(blob);
    return status;
}

static ent_status_t check_json(void)
{
    ent_blob_t blob = {0};

    return finish(ent_check_json(&blob, dataset, NULL, NULL), &blob);
}

static ent_status_t check_text(void)
{
    ent_blob_t blob = {0};

    return finish(ent_check_text(&blob, dataset, NULL, NULL), &blob);
}

static ent_status_t groups_json(void)
{
    ent_blob_t blob = {0};

    return finish(ent_groups_json(&blob, network, groups, 1, NULL), &blob);
}

static ent_status_t network_words(void)
{
    ent_blob_t blob = {0};

    return finish(ent_network_describe(&blob, network, groups, "es", NULL), &blob);
}

static ent_status_t write_sheet(ent_status_t status, ent_sheet_t *sheet)
{
    ent_blob_t blob = {0};

    if (status == ENT_OK)
        status = ent_sheet_write(sheet, &blob, ENT_FORMAT_CSV, NULL);
    ent_sheet_free(sheet);
    return finish(status, &blob);
}

static ent_status_t groups_sheet(void)
{
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_groups_sheet(&sheet, network, groups, NULL);

    return write_sheet(status, sheet);
}

static ent_status_t check_sheet(void)
{
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_check_sheet(&sheet, dataset, NULL);

    return write_sheet(status, sheet);
}

static ent_status_t measures_sheet(void)
{
    const ent_measure_t *measures[100];
    ent_sheet_t *sheet = NULL;
    size_t count;
    ent_status_t status = ent_measure_list(measures, &count, NULL, NULL, NULL);

    if (status == ENT_OK)
        status = ent_measures_sheet(&sheet, measures, count, NULL);
    return write_sheet(status, sheet);
}

static ent_status_t measures_markdown(void)
{
    const ent_measure_t *measure = ent_measure_at(0);
    ent_blob_t blob = {0};
    ent_status_t status = ent_measures_markdown(&blob, &measure, 1, NULL);

    ent_blob_free(&blob);
    return status;
}

static ent_status_t conventions_sheet(void)
{
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_conventions_sheet(&sheet, network, 0, NULL);

    return write_sheet(status, sheet);
}

static ent_status_t bibtex(void)
{
    const char *cite = "freeman1978 brandes2001; as it was";
    ent_blob_t blob = {0};
    ent_status_t status = ent_cite_bibtex(&blob, &cite, 1, NULL);

    ent_blob_free(&blob);
    return status;
}

static ent_status_t rank(void)
{
    const ent_measure_t *measures[100];
    ent_sheet_t *sheet = NULL;
    size_t count;
    ent_status_t status = ent_measure_list(measures, &count, "degree,constraint", network, NULL);

    if (status == ENT_OK)
        status = ent_rank_sheet(&sheet, network, measures, count, NULL, "kind=city", NULL);
    return write_sheet(status, sheet);
}

static ent_status_t rank_written(void)
{
    const ent_measure_t *degree = ent_measure_find("degree");
    ent_blob_t blob = {0};
    ent_status_t status =
        ent_rank_write(&blob, network, &degree, 1, NULL, NULL, ENT_FORMAT_CSV, NULL);

    ent_blob_free(&blob);
    return status;
}

/* A misspelt measure is told as such, or memory ran out. */
static ent_status_t misspelt(void)
{
    const ent_measure_t *measures[100];
    size_t count;
    ent_status_t status = ent_measure_list(measures, &count, "degre", network, NULL);

    return status == ENT_EINVAL ? ENT_OK : status;
}

/* The views, computed once: measure.c and network.c refuse what they take. */
static ent_i_report_t computed;

/* All of a report but its views, figures and manifest, in memory. */
static ent_status_t report(void)
{
    ent_status_t status = ENT_OK;
    ent_i_report_t made = computed;

    made.lead = &made.view[ENT_VIEW_AGREEMENTS];
    ENT_TRY(ent_i_report_find(&made, NULL));
    ENT_TRY(ent_i_report_tables(&made, NULL));
    ENT_TRY(ent_i_report_summary(&made, NULL));
    ENT_TRY(ent_i_report_paper(&made, NULL));
    ENT_TRY(ent_i_report_page(&made, NULL));
    for (size_t i = 0; i < made.output_count; i++) {
        if (strcmp(made.output[i].name, "index.html") == 0)
            check_same(made.output[i].blob.bytes, made.output[i].blob.size);
    }

cleanup:
    memset(made.view, 0, sizeof made.view); /* they are those of `computed` */
    ent_i_report_free(&made);
    return status;
}

/* A profile is made once, as the views of a report are. */
static ent_profile_t *profiled;

static ent_status_t profile_text(void)
{
    ent_blob_t blob = {0};

    return finish(ent_profile_text(profiled, &blob, NULL), &blob);
}

static ent_status_t profile_json(void)
{
    ent_blob_t blob = {0};

    return finish(ent_profile_json(profiled, &blob, NULL), &blob);
}

static ent_status_t profile_sheet(void)
{
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_profile_sheet(&sheet, profiled, NULL);

    return write_sheet(status, sheet);
}

/* What it gathers from the tables. */
static ent_status_t profile_facts(void)
{
    ent_status_t status = ENT_OK;
    ent_profile_t made = *profiled;

    made.tie = NULL;
    made.alias = NULL;
    made.dispute = NULL;
    made.tie_count = made.alias_count = made.dispute_count = 0;
    ENT_TRY(ent_i_profile_aliases(&made, NULL));
    ENT_TRY(ent_i_profile_ties(&made, NULL));
    ENT_TRY(ent_i_profile_disputes(&made, NULL));
    assert_int_equal(made.tie_count, profiled->tie_count);
    assert_int_equal(made.alias_count, profiled->alias_count);
    assert_int_equal(made.dispute_count, profiled->dispute_count);

cleanup:
    free(made.tie);
    free(made.alias);
    free(made.dispute);
    return status;
}

static const char manifest[] = "{\"schema\": \"entente/manifest/1\", \"outputs\": "
                               "[{\"file\": \"a.csv\"}]}";
static scratch_t folder;

/* jansson does not tell a manifest that it has no memory for from one that is broken; either way
 * the folder is not taken. */
static ent_status_t own_folder(void)
{
    ent_i_text_t way = {0};
    ent_status_t status = ent_i_folder_ours(folder.dir, NULL);

    if (status == ENT_EIO && refuse_count > 0)
        status = ENT_ENOMEM;
    if (status == ENT_OK)
        status = ent_i_folder_apart("/nowhere", folder.dir, NULL);
    if (status == ENT_OK)
        status = ent_i_folder_way(&way, "/tmp/none", folder.dir, NULL);
    if (status == ENT_OK && way.failed)
        status = ENT_ENOMEM;
    ent_i_text_free(&way);
    return status;
}

/* Somebody's folder is never taken for ours, whatever fails. */
static ent_status_t foreign_folder(void)
{
    ent_status_t status = ent_i_folder_ours(folder.dir, NULL);

    assert_true(status == ENT_EIO || status == ENT_ENOMEM);
    return status == ENT_EIO ? ENT_OK : status;
}

static ent_status_t find_cores(ent_core_t **cores)
{
    ent_core_options_t options;
    ent_status_t status = ENT_OK;

    ent_core_options_init(&options);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT && status == ENT_OK; p++) {
        options.pattern = (ent_core_pattern_t)p;
        status = ent_core_find(&cores[p], network, &options, NULL);
    }
    return status;
}

static void free_cores(ent_core_t **cores)
{
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        ent_core_free(cores[p]);
}

static ent_status_t core_sheet(void)
{
    ent_core_t *cores[ENT_CORE_PATTERN_COUNT] = {NULL};
    ent_sheet_t *sheet = NULL;
    ent_status_t status = find_cores(cores);

    if (status == ENT_OK)
        status = ent_core_sheet(&sheet, network, cores, NULL);
    free_cores(cores);
    return write_sheet(status, sheet);
}

static ent_status_t core_json(void)
{
    ent_core_t *cores[ENT_CORE_PATTERN_COUNT] = {NULL};
    ent_blob_t blob = {0};
    ent_status_t status = find_cores(cores);

    if (status == ENT_OK)
        status = ent_core_json(&blob, network, cores, 1, NULL);
    free_cores(cores);
    return finish(status, &blob);
}

static const char whole_manifest[] =
    "{\"schema\": \"entente/manifest/1\", \"data\": \"../x\", \"options\": {\"encoding\": null, "
    "\"map\": null, \"decimal\": null, \"lax_quotes\": false, \"matrix\": false, \"as_of\": "
    "\"2024\", \"as_of_given\": true, \"include\": "
    "[\"planned\"], \"parallel\": \"sum\", \"multiparty\": \"star\", \"expand\": \"both\", "
    "\"projection\": \"count\", \"max_projected_edges\": 9, \"where\": null, \"without\": "
    "[\"a\"], \"focus\": \"b\", \"hops\": 2, \"directed\": false, \"weight\": \"strength\", "
    "\"by\": null, \"runs\": 5, \"draws\": 9, \"seed\": 7, \"source_date_epoch\": 0, \"lang\": "
    "\"es\", "
    "\"title\": null, \"keep_going\": false}, \"inputs\": [], \"outputs\": [{\"file\": "
    "\"a.csv\", \"sha256\": "
    "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\", \"bytes\": 1}]}";

/* A manifest that there is no memory for may look broken, as above. */
static ent_status_t read_back(void)
{
    ent_i_manifest_t read;
    ent_status_t status =
        ent_i_manifest_parse(&read, whole_manifest, sizeof whole_manifest - 1, "m", NULL);

    if (status == ENT_EDATA && refuse_count > 0)
        return ENT_ENOMEM;
    if (status == ENT_OK)
        status = ent_i_manifest_apply(&read, dataset, NULL);
    if (status == ENT_OK)
        assert_int_equal(read.report.network.focus, 1);
    ent_i_manifest_free(&read);
    return status;
}

/* One difference of each kind of file, written in each form. A document that there is no memory for
 * may look broken; its lines are then compared, which is right as well. */
static ent_status_t compare(void)
{
    static char texts[][2][40] = {{"id,n\na,1\n", "id,n\na,2\n"},
                                  {"{\"a\": [1, {\"key\": \"k\"}]}", "{\"a\": [2, {}], \"b\": 1}"},
                                  {"<p>one</p>", "<p>two</p>"}};
    static const char *const files[] = {"t.csv", "t.json", "t.html"};
    ent_verification_t *made = NULL;
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, NULL));
    made->dir = "d";
    for (size_t i = 0; i < 3; i++) {
        const ent_blob_t stored = {texts[i][0], strlen(texts[i][0])};
        const ent_blob_t now = {texts[i][1], strlen(texts[i][1])};

        ENT_TRY(ent_i_compare(made, ENT_DIFFERENCE_CHANGED, files[i], &stored, &now, NULL));
    }
    ENT_TRY(ent_i_verify_reason(made, NULL, "because of %d", 1));
    ENT_TRY(ent_verification_json(made, &blob, NULL));
    ent_blob_free(&blob);
    ENT_TRY(ent_verification_sheet(made, &sheet, NULL));
    ENT_TRY(ent_verification_text(made, &blob, NULL));
    if (refuse_count == 0)
        check_same(blob.bytes, blob.size);

cleanup:
    ent_blob_free(&blob);
    ent_sheet_free(sheet);
    ent_verification_free(made);
    return status;
}

static scratch_t divided;

/* The groups against a column and against a file, read and written. */
static ent_status_t compare_by(bool file)
{
    ent_compared_t compared = {.with = "kind"};
    ent_partition_t *found = NULL;
    ent_partition_t *other = NULL;
    ent_blob_t blob = {0};
    ent_status_t status = ent_partition_of_groups(&found, groups, NULL);

    if (status == ENT_OK)
        status = file ? ent_partition_read(&other, network, divided.path[0], NULL)
                      : ent_partition_by(&other, network, "kind", NULL);
    if (status == ENT_OK)
        status = ent_partition_compare(&compared.agreement, found, other, NULL);
    if (status == ENT_OK)
        status = ent_partition_score(&compared.score, network, other, false, NULL);
    compared.found = found;
    compared.other = other;
    if (status == ENT_OK)
        status = ent_compared_json(&blob, network, groups, &compared, 1, NULL);
    ent_partition_free(found);
    ent_partition_free(other);
    return finish(status, &blob);
}

static ent_status_t compared_with_column(void)
{
    return compare_by(false);
}

static ent_status_t compared_with_file(void)
{
    return compare_by(true);
}

static void refuse(ent_status_t (*task)(void), long least)
{
    want[0] = '\0';
    refuse_each(task, least);
}

static int open_data(void **state)
{
    static scratch_t tables;
    ent_network_options_t options;
    ent_group_options_t group;
    ent_error_t err = {0};

    (void)state;
    scratch_open(&tables);
    scratch_write(&tables, "cities.csv",
                  "id,name,country,region\na,A,KR,Asia\nb,B,MX,America\nc,C,MX,America\n");
    scratch_write(&tables, "networks.csv", "id,name\nn,Net\n");
    scratch_write(&tables, "aliases.csv", "alias,id\nAh,a\n");
    scratch_write(&tables, "memberships.csv", "member,network,role\na,n,president\nb,n,\n");
    scratch_write(&tables, "agreements.csv",
                  "party_a,party_b,status,signed,source\na,b,,2024,s\nb,c,,,s\na,c,planned,,\n"
                  "n,c,,2023,\n");
    scratch_write(&tables, "claims.csv",
                  "subject,property,value,source\nn,member_count,3,s\n"
                  "n,member_count,4,\n");
    scratch_write(&tables, "sources.csv", "id,title,url\ns,S,https://s.example/\n");
    dataset = scratch_dataset(&tables, NULL);
    scratch_close(&tables);
    assert_ok(ent_network_options_init(&options, dataset, &err));
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    ent_group_options_init(&group);
    group.runs = 2;
    assert_ok(ent_groups_find(&groups, network, &group, &err));
    return 0;
}

static int close_data(void **state)
{
    (void)state;
    ent_groups_free(groups);
    ent_network_free(network);
    ent_dataset_free(dataset);
    return 0;
}

static void documents(void **state)
{
    (void)state;
    refuse(check_json, 20);
    refuse(check_text, 2);
    refuse(check_sheet, 3);
    refuse(groups_json, 10);
    refuse(network_words, 20);
    refuse(groups_sheet, 5);
    refuse(compared_with_column, 20);
    scratch_open(&divided);
    scratch_write(&divided, "groups.csv", "id,group\na,x\nb,y\nn,x\nnobody,y\n");
    refuse(compared_with_file, 20);
    scratch_close(&divided);
    refuse(core_json, 10);
    refuse(core_sheet, 10);
    refuse(measures_sheet, 20);
    refuse(measures_markdown, 3);
    refuse(conventions_sheet, 20);
    refuse(bibtex, 3);
    refuse(rank, 10);
    refuse(rank_written, 10);
    refuse(misspelt, 3);
}

static void a_report_in_memory(void **state)
{
    ent_report_options_t options;
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_report_options_init(&options, dataset, &err));
    options.runs = 2;
    options.measure.draws = 2;
    computed = (ent_i_report_t){.dataset = dataset,
                                .language = "es",
                                .title = "T",
                                .as_of = "2025",
                                .options = &options,
                                .selection = &options.network.selection};
    assert_ok(ent_i_report_compute(&computed, &err));
    refuse(report, 500);
    ent_i_report_free(&computed);
}

static void a_profile(void **state)
{
    ent_profile_options_t options;
    ent_error_t err = {0};
    ent_id_t actor;

    (void)state;
    assert_ok(ent_profile_options_init(&options, dataset, &err));
    options.runs = 2;
    assert_ok(ent_dataset_find(dataset, &actor, "Ah", &err));
    assert_ok(ent_profile_new(&profiled, dataset, actor, &options, &err));
    refuse(profile_text, 20);
    refuse(profile_json, 50);
    refuse(profile_sheet, 20);
    refuse(profile_facts, 5);
    ent_profile_free(profiled);
}

static void manifests(void **state)
{
    (void)state;
    refuse(read_back, 20);
    refuse(compare, 30);
}

static void folders(void **state)
{
    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "manifest.json", manifest);
    scratch_write(&folder, "a.csv", "a\n");
    refuse(own_folder, 10);
    scratch_write(&folder, "b.csv", "b\n");
    refuse(foreign_folder, 10);
    scratch_close(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents), cmocka_unit_test(a_report_in_memory),
        cmocka_unit_test(a_profile), cmocka_unit_test(manifests),
        cmocka_unit_test(folders),
    };
    return cmocka_run_group_tests(tests, open_data, close_data);
}
