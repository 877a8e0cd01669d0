/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many processors control groups leave, on made-up ones. */
#include "unit.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/processors.h"

static char root[] = "/tmp/entente-processors-XXXXXX";

static void write_file(const char *name, const char *text)
{
    char path[200];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", root, name);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void make_folder(const char *name)
{
    char path[200];

    snprintf(path, sizeof path, "%s/%s", root, name);
    assert_int_equal(mkdir(path, 0777), 0);
}

static size_t left_of(size_t count)
{
    char path[200];

    snprintf(path, sizeof path, "%s/groups", root);
    return ent_i_processors_of(count, path, root);
}

static void of_both_versions(void **state)
{
    (void)state;
    assert_int_equal(left_of(8), 8); /* there is no such file */
    make_folder("outer");
    make_folder("outer/inner");
    write_file("groups", "0::/outer/inner\n");
    assert_int_equal(left_of(8), 8); /* it says nothing */
    write_file("outer/inner/cpu.max", "max 100000\n");
    assert_int_equal(left_of(8), 8);
    write_file("outer/inner/cpu.max", "300000 100000\n");
    assert_int_equal(left_of(8), 3);
    assert_int_equal(left_of(2), 2);
    write_file("outer/cpu.max", "150000 100000\n"); /* the group around it has less */
    assert_int_equal(left_of(8), 2);
    write_file("outer/cpu.max", "5000 100000\n");
    assert_int_equal(left_of(8), 1);
    write_file("groups", "12:memory:/outer\n4:cpu,cpuacct:/outer\n1:name=x:/\n");
    assert_int_equal(left_of(8), 8);
    make_folder("cpu");
    make_folder("cpu/outer");
    write_file("cpu/outer/cpu.cfs_quota_us", "-1\n");
    write_file("cpu/outer/cpu.cfs_period_us", "100000\n");
    assert_int_equal(left_of(8), 8);
    write_file("cpu/outer/cpu.cfs_quota_us", "400000\n");
    assert_int_equal(left_of(8), 4);
    write_file("groups", "garbage\n\n::\n0::");
    assert_int_equal(left_of(8), 8);
}

static void of_this_process(void **state)
{
    (void)state;
    assert_true(ent_processors() >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_both_versions),
        cmocka_unit_test(of_this_process),
    };

    if (mkdtemp(root) == NULL)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
