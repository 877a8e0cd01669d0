/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Publishing a folder: all old or all new, whatever happened before. */
#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/folder.h"

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_holds(const char *path, const char *text)
{
    char got[64] = "";
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    assert_true(fread(got, 1, sizeof got - 1, file) < sizeof got);
    assert_int_equal(fclose(file), 0);
    assert_string_equal(got, text);
}

/* Entries of the folder that holds the target, hidden ones too. */
static size_t entries(const char *path)
{
    DIR *dir = opendir(path);
    size_t count = 0;

    assert_non_null(dir);
    while (readdir(dir) != NULL)
        count++;
    closedir(dir);
    return count - 2;
}

static void publish(const char *dir, const char *text)
{
    ent_error_t err = {0};
    ent_i_stage_t *stage = NULL;

    assert_ok(ent_i_stage_open(&stage, dir, &err));
    assert_ok(ent_i_stage_add(stage, "a.csv", text, strlen(text), &err));
    assert_ok(ent_i_stage_add(stage, "excel/a.csv", text, strlen(text), &err));
    assert_ok(ent_i_stage_add(stage, "excel/b.csv", "b", 1, &err));
    assert_ok(ent_i_stage_publish(stage, &err));
    ent_i_stage_free(stage);
}

static void a_new_folder_takes_its_place(void **state)
{
    struct stat made;
    mode_t mask = umask(027);

    (void)state;
    publish("report", "first");
    umask(mask);
    assert_holds("report/a.csv", "first");
    assert_holds("report/excel/a.csv", "first");
    assert_int_equal(entries("."), 1);
    assert_int_equal(stat("report", &made), 0);
    assert_int_equal(made.st_mode & 0777, 0750);
    assert_int_equal(stat("report/a.csv", &made), 0);
    assert_int_equal(made.st_mode & 0777, 0640);
}

static void an_old_folder_is_replaced_whole(void **state)
{
    (void)state;
    publish("report/", "first");
    put("report/old.csv", "gone after the next");
    publish("./report", "second");
    assert_holds("report/a.csv", "second");
    assert_int_equal(access("report/old.csv", F_OK), -1);
    assert_int_equal(entries("."), 1);
}

static void giving_up_leaves_the_old_one(void **state)
{
    ent_error_t err = {0};
    ent_i_stage_t *stage = NULL;

    (void)state;
    publish("report", "first");
    assert_ok(ent_i_stage_open(&stage, "report", &err));
    assert_ok(ent_i_stage_add(stage, "a.csv", "half", 4, &err));
    ent_i_stage_free(stage);
    assert_holds("report/a.csv", "first");
    assert_int_equal(entries("."), 1);
}

static void what_a_killed_run_left_is_cleared(void **state)
{
    (void)state;
    publish("report", "first");
    assert_int_equal(mkdir(".report.entente-abc123", 0700), 0);
    put(".report.entente-abc123/a.csv", "half");
    put(".report.entente.lock", "");
    put(".report.entente-notes.txt", "somebody's");
    publish("report", "second");
    assert_holds("report/a.csv", "second");
    assert_holds(".report.entente-notes.txt", "somebody's");
    assert_int_equal(entries("."), 2);
}

static void an_interrupted_fallback_is_undone(void **state)
{
    ent_error_t err = {0};
    ent_i_stage_t *stage = NULL;

    (void)state;
    publish("report", "first");
    assert_int_equal(rename("report", ".report.entente-old"), 0);
    assert_ok(ent_i_stage_open(&stage, "report", &err));
    ent_i_stage_free(stage);
    assert_holds("report/a.csv", "first");
    assert_int_equal(entries("."), 1);
}

static void a_second_run_is_refused(void **state)
{
    ent_error_t err = {0};
    ent_i_stage_t *first = NULL;
    ent_i_stage_t *second = NULL;

    (void)state;
    assert_ok(ent_i_stage_open(&first, "report", &err));
    assert_int_equal(ent_i_stage_open(&second, "report", &err), ENT_EIO);
    assert_non_null(strstr(err.message, "another run"));
    assert_null(second);
    ent_i_stage_free(first);
}

static void what_is_no_folder_is_left_alone(void **state)
{
    static const char *const targets[] = {"file", "link"};

    (void)state;
    put("file", "mine");
    assert_int_equal(mkdir("real", 0777), 0);
    assert_int_equal(symlink("real", "link"), 0);
    for (size_t i = 0; i < 2; i++) {
        ent_error_t err = {0};
        ent_i_stage_t *stage = NULL;

        assert_ok(ent_i_stage_open(&stage, targets[i], &err));
        assert_int_equal(ent_i_stage_publish(stage, &err), ENT_EIO);
        assert_string_equal(err.file, targets[i]);
        ent_i_stage_free(stage);
    }
    assert_holds("file", "mine");
    assert_int_equal(entries("real"), 0);
    assert_int_equal(entries("."), 3);
}

static void a_missing_parent_is_named(void **state)
{
    ent_error_t err = {0};
    ent_i_stage_t *stage = NULL;

    (void)state;
    assert_int_equal(ent_i_stage_open(&stage, "nowhere/report", &err), ENT_EIO);
    assert_string_equal(err.file, "nowhere/report");
    assert_non_null(strstr(err.message, "No such file"));
}

#define SCRATCH_TEST(name) cmocka_unit_test_setup_teardown(name, make_scratch, remove_scratch)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH_TEST(a_new_folder_takes_its_place),
        SCRATCH_TEST(an_old_folder_is_replaced_whole),
        SCRATCH_TEST(giving_up_leaves_the_old_one),
        SCRATCH_TEST(what_a_killed_run_left_is_cleared),
        SCRATCH_TEST(an_interrupted_fallback_is_undone),
        SCRATCH_TEST(a_second_run_is_refused),
        SCRATCH_TEST(what_is_no_folder_is_left_alone),
        SCRATCH_TEST(a_missing_parent_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
