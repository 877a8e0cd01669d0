/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory that runs out in src/base. */
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/names.h"
#include "base/unicode.h"
#include "fault/refuse.h"

static ent_status_t index_names(void)
{
    ent_i_names_t *names = NULL;
    ent_status_t status;

    ENT_TRY(ent_i_names_new(&names, NULL));
    for (int i = 0; i < 1000; i++) {
        char key[16];

        snprintf(key, sizeof key, "key %d", i);
        ENT_TRY(ent_i_names_add(names, key, i, NULL, NULL));
        assert_int_equal(ent_i_names_find(names, key), i);
    }

cleanup:
    ent_i_names_free(names);
    return status;
}

static ent_status_t write_text(void)
{
    static ent_blob_t first;
    ent_i_text_t text = {0};
    ent_blob_t blob = {0};
    ent_status_t status;

    for (int i = 0; i < 1000; i++) {
        ent_i_text_printf(&text, "%d", i);
        ent_i_text_shown(&text, "\033", 1, 0);
    }
    status = ent_i_text_finish(&text, &blob, NULL);
    assert_true(status != ENT_OK || refuse_same(&first, blob.bytes, blob.size));
    ent_blob_free(&blob);
    return status;
}

static ent_status_t fold_names(void)
{
    static char *(*const forms[])(const char *) = {ent_i_name_key, ent_i_name_fold,
                                                   ent_i_name_skeleton};
    static ent_blob_t first[3];

    for (int i = 0; i < 3; i++) {
        char *form = forms[i]("Đặng Thị Mộc a\u0323\u0301\u0302 ﷺ 서울 Моscow Gießen");

        if (form == NULL)
            return ENT_ENOMEM;
        assert_true(refuse_same(&first[i], form, strlen(form)));
        free(form);
        form = forms[i]("Plain Name");
        if (form == NULL)
            return ENT_ENOMEM;
        assert_string_equal(form, i == 0 ? "Plain Name" : "plainname");
        free(form);
    }
    return ENT_OK;
}

/* Near misses and explanations have no way to report; they do without. */
static ent_status_t find_nearest(void)
{
    static const char *const candidates[] = {"degr\u00e9", "clos\u00e9ness"};
    ent_i_date_t date;
    char why[200];
    const char *nearest = ent_i_nearest("clos\u00e9nes", candidates, 2);

    assert_false(ent_i_date_parse(&date, "11/04/2025", why, sizeof why));
    if (nearest == NULL)
        return ENT_ENOMEM;
    assert_string_equal(nearest, "clos\u00e9ness");
    return strncmp(why, "'11/04/2025'", 12) == 0 ? ENT_OK : ENT_ENOMEM;
}

static ent_status_t write_files(void)
{
    ent_i_stage_t *stage = NULL;
    ent_blob_t blob = {0};
    ent_status_t status;

    ENT_TRY(ent_i_stage_check("report", NULL));
    ENT_TRY(ent_blob_can_save("copy.csv", NULL));
    ENT_TRY(ent_i_stage_open(&stage, "report", NULL));
    ENT_TRY(ent_i_stage_add(stage, "excel/ties.csv", "a\n", 2, NULL));
    ENT_TRY(ent_i_stage_publish(stage, NULL));
    /* Once it is published, failing to remove the old one is for the next run to mend. */
    ENT_TRY(ent_i_file_read(&blob, "report/excel/ties.csv", 2, NULL));
    assert_string_equal(blob.bytes, "a\n");
    ENT_TRY(ent_blob_save(&blob, "report/copy.csv", NULL));
    assert_int_equal(access("report/copy.csv", F_OK), 0);

cleanup:
    ent_blob_free(&blob);
    ent_i_stage_free(stage);
    return status;
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    refuse_each(index_names, 10);
    refuse_each(write_text, 10);
    refuse_each(fold_names, 20);
    refuse_each(find_nearest, 10);
}

static void each_allocation_of_a_writer_may_fail(void **state)
{
    char dir[] = "/tmp/entente-fault-XXXXXX", command[100];

    (void)state;
    assert_non_null(mkdtemp(dir));
    assert_int_equal(chdir(dir), 0);
    refuse_each(write_files, 10);
    /* What the failed runs left, the last one removed. */
    assert_int_equal(system("test \"$(ls -A)\" = report"), 0);
    snprintf(command, sizeof command, "rm -rf '%s'", dir);
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_may_fail),
        cmocka_unit_test(each_allocation_of_a_writer_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
