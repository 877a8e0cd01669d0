/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose the folder is: a report replaces its own and nothing else. */
#include "report/folder.h"
#include "unit/reports.h"

static void put_in(const char *name, const char *text)
{
    FILE *file = fopen(report_path(name), "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void put_tables(void)
{
    tables_clear();
    put("ties.csv", "source,target\na,b\n");
    put("edges.csv", "Source,Target\na,b\nb,c\n");
    unlink(tables_path("ties.csv"));
}

/* The report is refused with the file named, and the file is as it was. */
static void check_refused(const char *name, const char *foreign)
{
    ent_blob_t blob = {0};

    err = (ent_error_t){0};
    assert_int_equal(try_report(name, "en"), ENT_EIO);
    if (strstr(err.file, foreign) == NULL)
        print_error("%s: %s\n", err.file, err.message);
    assert_non_null(strstr(err.file, foreign));
    err = (ent_error_t){0};
    assert_ok(ent_i_file_read(&blob, report_path(foreign), 100, &err));
    assert_string_equal(blob.bytes, "mine");
    ent_blob_free(&blob);
}

static void its_own_report_is_replaced(void **state)
{
    ent_blob_t before;
    ent_blob_t after;

    (void)state;
    put_tables();
    assert_int_equal(mkdir(report_path("out"), 0777), 0);
    must_report("out"); /* into an empty folder */
    before = read_output("manifest.json");
    must_report("out"); /* over an earlier one */
    after = read_output("manifest.json");
    assert_string_equal(before.bytes, after.bytes);
    ent_blob_free(&before);
    ent_blob_free(&after);
    assert_int_equal(unlink(report_path("out/actors.csv")), 0);
    must_report("out"); /* over what is left of one */
    assert_int_equal(access(report_path("out/actors.csv"), F_OK), 0);
}

static void a_foreign_file_survives(void **state)
{
    (void)state;
    put_tables();
    must_report("own");
    put_in("own/thesis.docx", "mine");
    put_in("own/zzz.txt", "mine");
    check_refused("own", "own/thesis.docx");
    assert_int_equal(unlink(report_path("own/thesis.docx")), 0);
    check_refused("own", "own/zzz.txt");
    assert_int_equal(unlink(report_path("own/zzz.txt")), 0);
    put_in("own/excel/notes.csv", "mine");
    check_refused("own", "own/excel/notes.csv");
    assert_int_equal(unlink(report_path("own/excel/notes.csv")), 0);
    assert_int_equal(mkdir(report_path("own/drafts"), 0777), 0);
    err = (ent_error_t){0};
    assert_int_equal(try_report("own", "en"), ENT_EIO);
    assert_non_null(strstr(err.file, "own/drafts"));
    assert_int_equal(rmdir(report_path("own/drafts")), 0);
    err = (ent_error_t){0};
    must_report("own");
}

static void without_our_manifest_nothing_is_ours(void **state)
{
    static const char *const manifests[] = {
        "",
        "{}",
        "[]",
        "{\"schema\": \"other/1\", \"outputs\": [{\"file\": \"notes.txt\"}]}",
        "{\"schema\": \"entente/manifest/1\", \"outputs\": [{\"file\": \"a\"}]}",
        "{\"schema\": \"entente/manifest/1\", \"outputs\": 7}"};

    (void)state;
    put_tables();
    assert_int_equal(mkdir(report_path("other"), 0777), 0);
    put_in("other/notes.txt", "mine");
    check_refused("other", "other/notes.txt");
    for (size_t i = 0; i < sizeof manifests / sizeof manifests[0]; i++) {
        put_in("other/manifest.json", manifests[i]);
        err = (ent_error_t){0};
        assert_int_equal(try_report("other", "en"), ENT_EIO);
        assert_non_null(
            strstr(err.file, i < 4 || i == 5 ? "other/manifest.json" : "other/notes.txt"));
        assert_int_equal(access(report_path("other/notes.txt"), F_OK), 0);
    }
}

static void links_and_files_are_no_folders(void **state)
{
    (void)state;
    put_tables();
    put_in("plain", "mine");
    check_refused("plain", "plain");
    assert_int_equal(mkdir(report_path("real"), 0777), 0);
    assert_int_equal(symlink("real", report_path("link")), 0);
    err = (ent_error_t){0};
    assert_int_equal(try_report("link", "en"), ENT_EIO);
    assert_non_null(strstr(err.message, "symbolic link"));
    assert_int_equal(rmdir(report_path("real")), 0);
    /* a listed name that has become a link is not ours either */
    must_report("linked");
    assert_int_equal(unlink(report_path("linked/actors.csv")), 0);
    assert_int_equal(symlink("../plain", report_path("linked/actors.csv")), 0);
    err = (ent_error_t){0};
    assert_int_equal(try_report("linked", "en"), ENT_EIO);
    assert_non_null(strstr(err.file, "linked/actors.csv"));
}

static void the_data_stay_apart(void **state)
{
    static const struct {
        const char *dir;
        const char *data;
        ent_status_t status;
    } cases[] = {
        {"d", "d", ENT_EINVAL},       {"d/", "d", ENT_EINVAL},      {"d/../d", "d", ENT_EINVAL},
        {"d", "d/t", ENT_EINVAL},     {"d", "d/t.csv", ENT_EINVAL}, {".", "d", ENT_EINVAL},
        {"d/report", "d", ENT_OK},    {"dd", "d", ENT_OK},          {"e", "d", ENT_OK},
        {"d/t/x", "d/t.csv", ENT_OK}, {"d", "-", ENT_OK},
    };
    char dir[500];
    char data[500];

    (void)state;
    assert_int_equal(mkdir(report_path("d"), 0777), 0);
    assert_int_equal(mkdir(report_path("d/t"), 0777), 0);
    put_in("d/t.csv", "a,b\n");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        snprintf(dir, sizeof dir, "%s", report_path(cases[i].dir));
        snprintf(data, sizeof data, "%s",
                 cases[i].data[0] == '-' ? "-" : report_path(cases[i].data));
        err = (ent_error_t){0};
        if (ent_i_folder_apart(dir, data, &err) != cases[i].status)
            print_error("%s, %s\n", cases[i].dir, cases[i].data);
        err = (ent_error_t){0};
        assert_int_equal(ent_i_folder_apart(dir, data, &err), cases[i].status);
    }
}

static void the_way_from_dir_to_data(void **state)
{
    static const struct {
        const char *dir;
        const char *data;
        const char *way;
    } cases[] = {
        {"w/out", "w/data", "../data"},
        {"w/data/report", "w/data", "../../data"},
        {"w/out", "w/data/t.csv", "../data/t.csv"},
        {"out", "w/data", "../w/data"},
        {"w/out", "w/outer", "../outer"},
    };

    (void)state;
    assert_int_equal(mkdir(report_path("w"), 0777), 0);
    assert_int_equal(mkdir(report_path("w/data"), 0777), 0);
    assert_int_equal(mkdir(report_path("w/outer"), 0777), 0);
    put_in("w/data/t.csv", "a,b\n");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_i_text_t way = {0};
        const char *dir = report_path(cases[i].dir);

        assert_ok(ent_i_folder_way(&way, dir, report_path(cases[i].data), &err));
        assert_string_equal(way.bytes, cases[i].way);
        ent_i_text_free(&way);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(its_own_report_is_replaced, clear_error),
        cmocka_unit_test_setup(a_foreign_file_survives, clear_error),
        cmocka_unit_test_setup(without_our_manifest_nothing_is_ours, clear_error),
        cmocka_unit_test_setup(links_and_files_are_no_folders, clear_error),
        cmocka_unit_test_setup(the_data_stay_apart, clear_error),
        cmocka_unit_test_setup(the_way_from_dir_to_data, clear_error),
    };
    return cmocka_run_group_tests(tests, reports_begin, reports_end);
}
