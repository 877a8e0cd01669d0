/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory that runs out in src/dataset. */
#include "fault/refuse.h"

#include "base/error.h"
#include "unit/tables.h"

/* Everything but the wording of suggestions, which may do without memory. */
static ent_status_t open_all(void)
{
    ent_dataset_options_t options = {.map = "agreements.type=sort"};
    ent_dataset_t *dataset = NULL;
    ent_selection_t selection;
    ent_id_t actor;
    ent_status_t status = ent_dataset_open(&dataset, tables_dir, &options, NULL);

    if (status == ENT_OK) {
        assert_int_equal(ent_dataset_actor_count(dataset), 5);
        assert_int_equal(ent_dataset_record_count(dataset), 5);
        assert_int_equal(ent_dataset_claim_count(dataset), 2);
        assert_int_equal(ent_dataset_contradiction_count(dataset), 1);
        assert_int_equal(ent_dataset_error_count(dataset), 5);
        assert_int_equal(ent_dataset_attribute_count(dataset), 4);
        assert_string_equal(ent_dataset_record(dataset, 0)->source, "s1;s2");
        ENT_TRY(ent_selection_init(&selection, dataset, NULL, "planned", NULL));
        ENT_TRY(ent_dataset_find(dataset, &actor, "ALPHA CITY", NULL));
        status = ent_dataset_find(dataset, &actor, "Alpha Cty", NULL);
        status = status == ENT_EINVAL ? ENT_OK : status;
    }

cleanup:
    ent_dataset_free(dataset);
    return status;
}

static ent_status_t open_ties(void)
{
    ent_dataset_options_t options = {.map = "source=a+b,target=c"};
    ent_dataset_t *dataset = NULL;
    ent_status_t status = ent_dataset_open(&dataset, tables_path("ties.txt"), &options, NULL);

    if (status == ENT_OK) {
        assert_int_equal(ent_dataset_actor_count(dataset), 2);
        assert_int_equal(ent_dataset_record_count(dataset), 2);
        assert_int_equal(ent_dataset_error_count(dataset), 1);
    }
    ent_dataset_free(dataset);
    return status;
}

static ent_status_t open_placed(void)
{
    ent_dataset_t *dataset = NULL;
    ent_status_t status = ent_dataset_open(&dataset, tables_path("placed.txt"), NULL, NULL);

    if (status == ENT_OK) {
        assert_true(ent_dataset_actor(dataset, 0)->latitude == 36.45);
        assert_int_equal(ent_dataset_error_count(dataset), 0);
    }
    ent_dataset_free(dataset);
    return status;
}

static ent_status_t open_mapped(void)
{
    char map[sizeof tables_dir + 16];
    ent_dataset_options_t options = {.map = map};
    ent_dataset_t *dataset = NULL;
    ent_status_t status;

    snprintf(map, sizeof map, "%s/map.txt", tables_dir);
    status = ent_dataset_open(&dataset, tables_path("ties.txt"), &options, NULL);
    if (status == ENT_OK)
        assert_int_equal(ent_dataset_companion_count(dataset), 1);
    ent_dataset_free(dataset);
    return status;
}

static ent_status_t open_packaged(void)
{
    ent_dataset_options_t options = {.encoding = "UTF-8"};
    ent_dataset_t *dataset = NULL;
    ent_status_t status = ent_dataset_open(&dataset, tables_dir, &options, NULL);

    if (status == ENT_OK) {
        assert_int_equal(ent_dataset_actor_count(dataset), 1);
        assert_int_equal(ent_dataset_error_count(dataset), 2);
        assert_int_equal(ent_dataset_companion_count(dataset), 1);
    }
    ent_dataset_free(dataset);
    return status;
}

static ent_status_t open_matrix(void)
{
    ent_dataset_options_t options = {.matrix = true};
    ent_dataset_t *dataset = NULL;
    ent_status_t status;

    ENT_TRY(ent_dataset_open(&dataset, tables_path("plain.txt"), NULL, NULL));
    assert_string_equal(ent_dataset_table(dataset, 0)->role, "matrix");
    ent_dataset_free(dataset);
    dataset = NULL;
    status = ent_dataset_open(&dataset, tables_path("matrix.txt"), &options, NULL);
    if (status == ENT_OK) {
        assert_int_equal(ent_dataset_actor_count(dataset), 5);
        assert_int_equal(ent_dataset_record_count(dataset), 3);
        assert_int_equal(ent_dataset_error_count(dataset), 1);
    }

cleanup:
    ent_dataset_free(dataset);
    return status;
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    tables_clear();
    put("cities.csv", "id,name,name_ko,country\na,Alpha City,알파,KR\nb,Beta City,,KR\n"
                      "c,Bета City,,\na,Again,,KR\nz,Zed,,ZZ\n");
    put("networks.csv", "id,name,scope\nn,Net,world\n");
    put("events.csv", "id,name,start,end\ne,Fair,2025-04-10,2025-04-16\n");
    put("aliases.csv", "alias,id\nFirst City,a\nNone,q\n");
    put("memberships.csv", "member,network,role,source,note\na,n,member,s1,x\n"
                           "ALPHA CITY,n,member,s2,y\nb,n,,,\n");
    put("agreements.csv", "id,parties,sort,signed,event,reported_by,source\n"
                          "x,a;b,mou,2025-04,Fair,First City;nobody,s1\nx,b;n,,2025-04,,a,s2\n"
                          ",a;a,mou,2025,,,\n,\"a;b,mou,2025,,,\n");
    put("attendance.csv", "participant,event\na,e\n");
    put("edges.csv", "source,target,weight\na,b,1\n");
    put("sources.csv", "id,title\ns1,One\ns3,Three\n");
    put("claims.csv", "subject,property,value\nn,size,5\nNet,size,6\n");
    put("odd.csv", "x\n");
    put("placed.txt", "source,target,source_latitude,source_longitude\na,b,36.45,127.12\n"
                      "a,c,36.45,127.12\na,d,51,7\n");
    put("ties.txt", "a,b,c\nx,y,z\nz,,\"x, y\"\nz,,z\n");
    put("map.txt", "\ufeff# how\n[ties.csv]\nsource = a + \"b\"\r\n\n[ties]\ntarget=c\n");
    put("plain.txt", "city,N,M\na,1,0\n");
    put("matrix.txt", "city,N,M\na,1,2\nb,0,1\na,1,2\nc,0,0\nd,-1,\n");
    /* iconv_open() and scandir() say other things when memory runs out in them. */
    refuse_spared = "/libc.so";
    refuse_each(open_all, 100);
    refuse_each(open_ties, 50);
    refuse_each(open_placed, 50);
    refuse_each(open_mapped, 50);
    refuse_each(open_matrix, 50);
    tables_clear();
    put("towns.csv", "id;name;country\na;Alpha;NA\n");
    put("datapackage.json",
        "{\"resources\": [{\"name\": \"cities\", \"path\": \"towns.csv\", \"encoding\": \"latin1\","
        "\"dialect\": {\"delimiter\": \";\"}, \"schema\": {\"missingValues\": [\"NA\"]}},"
        "{\"name\": \"events\", \"path\": \"../x.csv\", \"dialect\": {\"header\": false}}]}");
    refuse_each(open_packaged, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
