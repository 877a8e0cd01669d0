/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ways between actors, and what would join them, when memory runs out at each allocation in turn.
 * What gets through is the same as without a fault. */
#include "fault/refuse.h"

#include "entente/path.h"
#include "unit/scratch.h"

static ent_dataset_t *dataset;
static ent_blob_t want[3];
static ent_view_t view;
static const char *ends[2];

static ent_status_t write_sheet(ent_blob_t *blob, const ent_path_t *path)
{
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_path_sheet(&sheet, path, NULL);

    if (status == ENT_OK)
        status = ent_sheet_write(sheet, blob, ENT_FORMAT_CSV, NULL);
    ent_sheet_free(sheet);
    return status;
}

static ent_status_t tell(const ent_path_t *path)
{
    ent_status_t status = ENT_OK;

    for (int form = 0; form < 3 && status == ENT_OK; form++) {
        ent_blob_t blob = {0};

        status = form == 0   ? ent_path_text(&blob, path, NULL)
                 : form == 1 ? ent_path_json(&blob, path, NULL)
                             : write_sheet(&blob, path);
        if (status == ENT_OK)
            assert_true(refuse_same(&want[form], blob.bytes, blob.size));
        ent_blob_free(&blob);
    }
    return status;
}

static ent_status_t find(void)
{
    ent_network_options_t network_options;
    ent_path_options_t options;
    ent_network_t *network = NULL;
    ent_path_t *path = NULL;
    ent_id_t end[2] = {0, 0};
    ent_status_t status = ent_network_options_init(&network_options, dataset, NULL);

    ent_path_options_init(&options);
    options.weighted = view == ENT_VIEW_CITIES;
    network_options.view = view;
    for (int i = 0; i < 2 && status == ENT_OK; i++)
        status = ent_dataset_find(dataset, &end[i], ends[i], NULL);
    if (status == ENT_OK)
        status = ent_network_new(&network, dataset, &network_options, NULL);
    if (status == ENT_OK)
        status = ent_path_find(&path, network, end[0], end[1], &options, NULL);
    if (status == ENT_OK)
        status = tell(path);
    ent_path_free(path);
    ent_network_free(network);
    return status;
}

static void refuse(ent_view_t in, const char *a, const char *b, bool some)
{
    view = in;
    ends[0] = a;
    ends[1] = b;
    for (int form = 0; form < 3; form++) {
        __libc_free(want[form].bytes);
        want[form] = (ent_blob_t){0};
    }
    refuse_each(find, 60);
    assert_true((strstr(want[0].bytes, "no way") == NULL) == some);
}

static void ways(void **state)
{
    (void)state;
    refuse(ENT_VIEW_WHOLE, "a", "d", true);
    refuse(ENT_VIEW_CITIES, "a", "c", true);
}

/* e hangs on a planned tie, f on two in a row; in the view agreements a network is shared. */
static void joins(void **state)
{
    (void)state;
    refuse(ENT_VIEW_WHOLE, "a", "e", false);
    refuse(ENT_VIEW_WHOLE, "a", "f", false);
    refuse(ENT_VIEW_AGREEMENTS, "a", "c", false);
}

static int open_data(void **state)
{
    static scratch_t tables;

    (void)state;
    scratch_open(&tables);
    scratch_write(&tables, "cities.csv", "id,name\na,A\nb,B\nc,C\nd,D\ne,E\nf,F\n");
    scratch_write(&tables, "networks.csv", "id,name\nn,N\n");
    scratch_write(&tables, "memberships.csv",
                  "member,network,role,from,source\na,n,president,2020,s;t\nb,n,,,\nc,n,,,\n");
    scratch_write(&tables, "agreements.csv",
                  "parties,type,status,signed,source\na;b,mou,,2024,s\nc;d,charter,,,s\n"
                  "b;d;c,mou,withdrawn,2024,s\na;e,mou,planned,,s\ne;f,mou,disputed,2023,\n");
    scratch_write(&tables, "sources.csv", "id,title,publisher,date,url\ns,S,P,2024,https://s/\n");
    dataset = scratch_dataset(&tables, NULL);
    scratch_close(&tables);
    return 0;
}

static int close_data(void **state)
{
    (void)state;
    ent_dataset_free(dataset);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(ways), cmocka_unit_test(joins)};

    return cmocka_run_group_tests(tests, open_data, close_data);
}
