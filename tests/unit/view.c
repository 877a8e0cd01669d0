/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The six views of a small data set, by hand. */
#include "entente/group.h"
#include "entente/network.h"
#include "unit/scratch.h"
#include "unit/unit.h"

static ent_error_t err;
static scratch_t folder;
static ent_dataset_t *dataset;
static ent_network_options_t options;

/* Seven cities, two networks (the first a member of the second), an organisation, an event. Ansan
 * is in North twice, with two offices. Dates are such that on 2025-06-30 everything counts but what
 * is planned, disputed or over. */
static void write_world(scratch_t *scratch)
{
    scratch_write(scratch, "cities.csv",
                  "id,name,country,region,population\n"
                  "ansan,Ansan,KR,Asia,700000\n"
                  "busan,Busan,KR,Asia,3400000\n"
                  "cork,\"Cork, Munster\",IE,Europe,220000\n"
                  "derry,Derry,GB,Europe,85000\n"
                  "espoo,Espoo,FI,Europe,300000\n"
                  "fes,Fès,MA,Africa,1200000\n"
                  "gent,Gent,BE,Europe,260000\n");
    scratch_write(scratch, "networks.csv", "id,name,country\nnorth,North,\nsouth,South,KR\n");
    scratch_write(scratch, "organisations.csv", "id,name,country\nuni,University,IE\n");
    scratch_write(scratch, "events.csv", "id,name\nforum,Forum\nsummit,Summit\n");
    scratch_write(scratch, "memberships.csv",
                  "member,network,role,from,to\n"
                  "ansan,north,member,2015,\n"
                  "ansan,north,president,2020,\n"
                  "busan,north,member,2015,\n"
                  "cork,north,member,2016,\n"
                  "cork,south,member,,\n"
                  "busan,south,member,2017,\n"
                  "uni,south,member,2018,\n"
                  "derry,south,member,2001,2010\n"
                  "north,south,member,2019,\n");
    scratch_write(scratch, "agreements.csv",
                  "id,parties,type,signed,to,status\n"
                  "m1,ansan;cork,mou,2024-05-01,,\n"
                  "m2,ansan;cork,friendship,2025,,\n"
                  "m3,cork;derry;espoo,charter,2024-01-15,,\n"
                  "m4,ansan;north,mou,2024-02-01,,\n"
                  "m5,busan;gent,mou,2025-07,,planned\n"
                  "m6,derry;gent,mou,2010,2020-12-31,\n"
                  "m7,espoo;south,mou,2024-03-01,,\n");
    scratch_write(scratch, "attendance.csv",
                  "participant,event,role\nansan,forum,host\nansan,forum,speaker\n"
                  "fes,forum,attendee\nuni,summit,speaker\n");
}

static int open_world(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    scratch_open(&folder);
    write_world(&folder);
    dataset = scratch_dataset(&folder, NULL);
    assert_ok(ent_network_options_init(&options, dataset, &err));
    assert_ok(ent_selection_init(&options.selection, dataset, "2025-06-30", NULL, &err));
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    ent_dataset_free(dataset);
    scratch_close(&folder);
    return 0;
}

static ent_network_t *build(ent_view_t view)
{
    ent_network_t *network = NULL;

    options.view = view;
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    return network;
}

static void refused(ent_view_t view, ent_status_t status, const char *message)
{
    ent_network_t *network = NULL;
    ent_error_t why = {0};

    options.view = view;
    assert_int_equal(ent_network_new(&network, dataset, &options, &why), status);
    if (strstr(why.message, message) == NULL)
        print_error("'%s' is not in '%s'\n", message, why.message);
    assert_non_null(strstr(why.message, message));
    assert_null(network);
}

/* "a b c", the ids of the vertices in order. */
static void assert_vertices(const ent_network_t *network, const char *want)
{
    char got[500] = "";

    for (size_t i = 0; i < ent_network_actor_count(network); i++) {
        strcat(got, i > 0 ? " " : "");
        strcat(got, ent_network_vertex_id(network, (ent_id_t)i));
    }
    assert_string_equal(got, want);
}

/* "a-b:weight[records] …", with the ids of agreements; other records show as their kind. */
static void assert_ties(const ent_network_t *network, const char *want)
{
    char got[2000] = "";

    for (size_t i = 0; i < ent_network_tie_count(network); i++) {
        ent_tie_t tie = ent_network_tie(network, i);
        char part[200];

        snprintf(part, sizeof part, "%s%s-%s:%.6g[", i > 0 ? " " : "",
                 ent_network_vertex_id(network, tie.a), ent_network_vertex_id(network, tie.b),
                 tie.weight);
        strcat(got, part);
        for (size_t j = 0; j < ent_network_tie_record_count(network, i); j++) {
            const ent_record_t *record =
                ent_dataset_record(dataset, ent_network_tie_record(network, i, j));

            strcat(got, j > 0 ? "," : "");
            strcat(got, record->id[0] != '\0' ? record->id : ent_tie_kind_name(record->kind));
        }
        strcat(got, "]");
    }
    assert_string_equal(got, want);
}

static bool has_note(const ent_network_t *network, const char *part)
{
    for (size_t i = 0; i < ent_network_note_count(network); i++) {
        if (strstr(ent_network_note(network, i), part) != NULL)
            return true;
    }
    return false;
}

static void assert_note(const ent_network_t *network, const char *part)
{
    if (!has_note(network, part)) {
        for (size_t i = 0; i < ent_network_note_count(network); i++)
            print_error("note: %s\n", ent_network_note(network, i));
        fail_msg("no note says '%s'", part);
    }
}

static void agreements_are_among_their_parties(void **state)
{
    ent_network_t *network = build(ENT_VIEW_AGREEMENTS);

    (void)state;
    assert_vertices(network, "ansan busan cork derry espoo gent north south");
    assert_ties(network, "ansan-cork:2[m1,m2] ansan-north:1[m4] cork-derry:1[m3] cork-espoo:1[m3] "
                         "derry-espoo:1[m3] espoo-south:1[m7]");
    assert_int_equal(ent_network_view(network), ENT_VIEW_AGREEMENTS);
    assert_false(ent_network_is_two_mode(network));
    assert_ptr_equal(ent_network_dataset(network), dataset);
    assert_int_equal(ent_network_vertex_kind(network, 6), ENT_KIND_NETWORK);
    assert_string_equal(ent_network_vertex_name(network, 2), "Cork, Munster");
    for (size_t i = 0; i < ent_network_actor_count(network); i++)
        assert_int_equal(ent_network_vertex(network, ent_network_actor(network, (ent_id_t)i)), i);
    assert_int_equal(ent_network_vertex(network, 5), ENT_NONE); /* fes signed nothing */
    ent_network_free(network);
}

static void what_does_not_count_is_set_aside(void **state)
{
    ent_network_t *network = build(ENT_VIEW_AGREEMENTS);

    (void)state;
    assert_int_equal(ent_network_aside_count(network), 2);
    assert_string_equal(ent_dataset_record(dataset, ent_network_aside(network, 0))->id, "m5");
    assert_string_equal(ent_dataset_record(dataset, ent_network_aside(network, 1))->id, "m6");
    assert_note(network, "2 agreements between these actors are set aside");
    assert_note(network, "Ties count as of 2025-06-30, as asked for.");
    assert_note(network, "1 agreement counts, but whether it does depends on an imprecise date");
    ent_network_free(network);
    assert_ok(ent_selection_init(&options.selection, dataset, "2015-06-30", "planned", &err));
    network = build(ENT_VIEW_AGREEMENTS);
    assert_ties(network, "busan-gent:1[m5] derry-gent:1[m6]"); /* what is planned begins later */
    assert_note(network, "also those count that are planned.");
    ent_network_free(network);
}

static void the_whole_holds_everything(void **state)
{
    ent_network_t *network = build(ENT_VIEW_WHOLE);

    (void)state;
    assert_vertices(network, "ansan busan cork derry espoo fes forum gent north south summit uni");
    assert_ties(network, "ansan-cork:2[m1,m2] ansan-forum:1[attendance,attendance] "
                         "ansan-north:2[membership,membership,m4] busan-north:1[membership] "
                         "busan-south:1[membership] cork-derry:1[m3] cork-espoo:1[m3] "
                         "cork-north:1[membership] cork-south:1[membership] derry-espoo:1[m3] "
                         "espoo-south:1[m7] fes-forum:1[attendance] north-south:1[membership] "
                         "south-uni:1[membership] summit-uni:1[attendance]");
    assert_note(network, "1 membership, 4 attendances without a start count at every date");
    ent_network_free(network);
}

static void affiliations_have_two_modes(void **state)
{
    ent_network_t *network = build(ENT_VIEW_AFFILIATIONS);

    (void)state;
    assert_vertices(network, "ansan busan cork derry north south uni");
    assert_true(ent_network_is_two_mode(network));
    assert_int_equal(ent_network_mode(network, 3), 0);
    assert_int_equal(ent_network_mode(network, 4), 1);
    assert_int_equal(ent_network_mode(network, 6), 0);
    assert_int_equal(ent_network_tie_count(network), 6);
    assert_note(network, "1 membership joins a network to a network and is left out");
    assert_int_equal(ent_network_aside_count(network), 1); /* derry left in 2010 */
    ent_network_free(network);
}

static void events_have_two_modes(void **state)
{
    ent_network_t *network = build(ENT_VIEW_EVENTS);

    (void)state;
    assert_vertices(network, "ansan fes forum summit uni");
    assert_ties(network, "ansan-forum:1[attendance,attendance] fes-forum:1[attendance] "
                         "summit-uni:1[attendance]");
    assert_int_equal(ent_network_mode(network, 2), 1);
    ent_network_free(network);
}

static void cities_share_networks(void **state)
{
    ent_network_t *network = build(ENT_VIEW_CITIES);

    (void)state;
    assert_vertices(network, "ansan busan cork derry espoo fes gent");
    assert_ties(network, "ansan-busan:1[membership,membership,membership] "
                         "ansan-cork:3[membership,membership,membership,m1,m2] "
                         "busan-cork:2[membership,membership,membership,membership] "
                         "cork-derry:1[m3] cork-espoo:1[m3] derry-espoo:1[m3]");
    ent_network_free(network);
    options.projection = ENT_PROJECTION_NEWMAN; /* north has 3 cities, south 2 */
    network = build(ENT_VIEW_CITIES);
    assert_near(ent_network_tie(network, 0).weight, 1.0 / 2, 1e-15, "ansan-busan");
    assert_near(ent_network_tie(network, 1).weight, 1.0 / 2 + 2, 1e-15, "ansan-cork");
    assert_near(ent_network_tie(network, 2).weight, 1.0 / 2 + 1, 1e-15, "busan-cork");
    ent_network_free(network);
    options.projection = ENT_PROJECTION_JACCARD;
    network = build(ENT_VIEW_CITIES);
    assert_near(ent_network_tie(network, 0).weight, 1.0 / 2, 1e-15, "ansan-busan");
    assert_near(ent_network_tie(network, 2).weight, 1, 1e-15, "busan-cork");
    ent_network_free(network);
    options.projection = ENT_PROJECTION_COUNT;
    options.parallel = ENT_PARALLEL_KEEP;
    network = build(ENT_VIEW_CITIES);
    assert_int_equal(ent_network_tie_count(network), 8);
    assert_int_equal(ent_network_tie_record_count(network, 1), 3);
    assert_int_equal(ent_network_tie_record_count(network, 2), 1);
    ent_network_free(network);
}

static void networks_share_members(void **state)
{
    ent_network_t *network = build(ENT_VIEW_NETWORKS);

    (void)state;
    assert_vertices(network, "north south");
    assert_ties(network, "north-south:2[membership,membership,membership,membership]");
    assert_note(network, "1 membership joins a network to a network");
    ent_network_free(network);
}

static void parallel_agreements(void **state)
{
    ent_network_t *network;

    (void)state;
    options.parallel = ENT_PARALLEL_KEEP;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_ties(network, "ansan-cork:1[m1] ansan-cork:1[m2] ansan-north:1[m4] cork-derry:1[m3] "
                         "cork-espoo:1[m3] derry-espoo:1[m3] espoo-south:1[m7]");
    ent_network_free(network);
    network = build(ENT_VIEW_WHOLE);
    assert_int_equal(ent_network_tie_count(network), 17); /* all offices are still one tie */
    ent_network_free(network);
}

/* To the methods that find groups, ties side by side are one tie of their joint weight. */
static void groups_take_parallel_ties_together(void **state)
{
    ent_network_t *merged = build(ENT_VIEW_AGREEMENTS);
    ent_network_t *kept;
    ent_group_options_t how;
    ent_groups_t *of_merged = NULL;
    ent_groups_t *of_kept = NULL;

    (void)state;
    options.parallel = ENT_PARALLEL_KEEP;
    kept = build(ENT_VIEW_AGREEMENTS);
    ent_group_options_init(&how);
    how.method = ENT_GROUP_FAST_GREEDY; /* which refuses parallel ties */
    how.weighted = true;
    assert_ok(ent_groups_find(&of_merged, merged, &how, &err));
    how.weighted = false;
    assert_ok(ent_groups_find(&of_kept, kept, &how, &err));
    assert_near(of_kept->modularity, of_merged->modularity, 1e-15, "modularity");
    assert_memory_equal(of_kept->of, of_merged->of, of_kept->actor_count * sizeof(ent_id_t));
    ent_groups_free(of_merged);
    ent_groups_free(of_kept);
    ent_network_free(merged);
    ent_network_free(kept);
}

static void an_agreement_of_many_may_be_a_star(void **state)
{
    ent_network_t *network;

    (void)state;
    options.multiparty = ENT_MULTIPARTY_STAR;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_vertices(network, "ansan busan cork derry espoo gent m3 north south");
    assert_ties(network, "ansan-cork:2[m1,m2] ansan-north:1[m4] cork-m3:1[m3] derry-m3:1[m3] "
                         "espoo-m3:1[m3] espoo-south:1[m7]");
    assert_int_equal(ent_network_actor(network, 6), ENT_NONE);
    assert_int_equal(ent_network_vertex_kind(network, 6), ENT_KIND_AGREEMENT);
    assert_string_equal(ent_network_vertex_name(network, 6), "m3");
    ent_network_free(network);
    network = build(ENT_VIEW_CITIES);
    assert_int_equal(ent_network_tie_count(network), 6);
    assert_note(network, "1 agreement of more than two parties links each pair");
    ent_network_free(network);
}

static void agreements_with_a_network_expand(void **state)
{
    ent_network_t *network;

    (void)state;
    options.expand = ENT_EXPAND_MEMBERS;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_vertices(network, "ansan busan cork derry espoo gent north south uni");
    assert_ties(network, "ansan-busan:1[m4] ansan-cork:3[m1,m2,m4] busan-espoo:1[m7] "
                         "cork-derry:1[m3] cork-espoo:2[m3,m7] derry-espoo:1[m3] "
                         "espoo-north:1[m7] espoo-uni:1[m7]");
    ent_network_free(network);
    options.expand = ENT_EXPAND_BOTH;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_ties(network, "ansan-busan:1[m4] ansan-cork:3[m1,m2,m4] ansan-north:1[m4] "
                         "busan-espoo:1[m7] cork-derry:1[m3] cork-espoo:2[m3,m7] "
                         "derry-espoo:1[m3] espoo-north:1[m7] espoo-south:1[m7] espoo-uni:1[m7]");
    ent_network_free(network);
    assert_ok(ent_selection_init(&options.selection, dataset, "2014", NULL, &err));
    options.expand = ENT_EXPAND_MEMBERS;
    network = build(ENT_VIEW_CITIES);
    assert_ties(network, "derry-gent:1[m6]"); /* nobody was in a network with a date yet */
    ent_network_free(network);
}

static void a_network_without_members_stands_for_itself(void **state)
{
    ent_network_t *network;
    ent_id_t without[3];

    (void)state;
    assert_ok(ent_dataset_find(dataset, &without[0], "ansan", &err));
    assert_ok(ent_dataset_find(dataset, &without[1], "busan", &err));
    assert_ok(ent_dataset_find(dataset, &without[2], "cork", &err));
    options.without = without;
    options.without_count = 3;
    options.expand = ENT_EXPAND_MEMBERS;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_vertices(network, "derry espoo gent north south uni");
    assert_ties(network, "derry-espoo:1[m3] espoo-north:1[m7] espoo-uni:1[m7]");
    assert_note(network, "1 agreement names a network of which no member is known");
    assert_note(network, "Left out: Ansan, Busan, Cork, Munster.");
    without[0] = 0; /* the options are copied */
    assert_ptr_not_equal(ent_network_options(network)->without, without);
    ent_network_free(network);
}

static void filters_choose_actors(void **state)
{
    ent_network_t *network;

    (void)state;
    options.where = "country=KR";
    network = build(ENT_VIEW_WHOLE);
    assert_vertices(network, "ansan busan south");
    assert_ties(network, "busan-south:1[membership]");
    assert_note(network, "Only actors with country=KR are looked at.");
    ent_network_free(network);
    network = build(ENT_VIEW_CITIES); /* north still joins them, though it is not in Korea */
    assert_ties(network, "ansan-busan:1[membership,membership,membership]");
    ent_network_free(network);
    options.where = "kind=city,country=KR,country=IE";
    network = build(ENT_VIEW_WHOLE);
    assert_vertices(network, "ansan busan cork");
    ent_network_free(network);
    options.where = "name=Cork, Munster";
    network = build(ENT_VIEW_WHOLE);
    assert_vertices(network, "cork");
    ent_network_free(network);
    options.where = " population = 85000 ";
    network = build(ENT_VIEW_WHOLE);
    assert_vertices(network, "derry");
    ent_network_free(network);
    options.where = "country=XX";
    network = build(ENT_VIEW_WHOLE);
    assert_int_equal(ent_network_actor_count(network), 0);
    ent_network_free(network);
}

static void wrong_filters_are_explained(void **state)
{
    (void)state;
    options.where = "contry=KR";
    refused(ENT_VIEW_WHOLE, ENT_EINVAL, "did you mean 'country'?");
    options.where = "populaton=1";
    refused(ENT_VIEW_WHOLE, ENT_EINVAL, "did you mean 'population'?");
    options.where = "colour=red";
    refused(ENT_VIEW_WHOLE, ENT_EINVAL, "No actor has a column 'colour'");
    options.where = "KR";
    refused(ENT_VIEW_WHOLE, ENT_EINVAL, "COLUMN=VALUE");
    options.where = "=KR";
    refused(ENT_VIEW_WHOLE, ENT_EINVAL, "COLUMN=VALUE");
}

static void a_focus_leaves_what_is_near(void **state)
{
    ent_network_t *network;

    (void)state;
    assert_ok(ent_dataset_find(dataset, &options.focus, "derry", &err));
    network = build(ENT_VIEW_AGREEMENTS);
    assert_vertices(network, "cork derry espoo");
    assert_ties(network, "cork-derry:1[m3] cork-espoo:1[m3] derry-espoo:1[m3]");
    assert_note(network, "Only what lies within 1 tie of Derry is looked at.");
    assert_int_equal(ent_network_aside_count(network), 0);
    assert_int_equal(ent_network_vertex(network, ent_network_actor(network, 1)), 1);
    ent_network_free(network);
    options.hops = 2;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_vertices(network, "ansan cork derry espoo south");
    ent_network_free(network);
    options.hops = 0;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_vertices(network, "derry");
    ent_network_free(network);
    refused(ENT_VIEW_NETWORKS, ENT_EINVAL, "Derry is not among the actors of the view 'networks'");
    options.hops = -1;
    refused(ENT_VIEW_WHOLE, ENT_EINVAL, "--hops");
    options.focus = 1000;
    refused(ENT_VIEW_WHOLE, ENT_EINVAL, "not in the data set");
    options.focus = ENT_NONE;
    options.without = &(ent_id_t){1000};
    options.without_count = 1;
    refused(ENT_VIEW_WHOLE, ENT_EINVAL, "to leave out is not in the data set");
}

/* m5 is planned: it does not count, and leads on only where that is asked for; m6 is over. */
static void a_focus_may_follow_doubtful_ties(void **state)
{
    ent_network_t *network;

    (void)state;
    assert_ok(ent_dataset_find(dataset, &options.focus, "busan", &err));
    options.hops = 2;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_vertices(network, "busan");
    ent_network_free(network);
    options.hops_doubtful = true;
    network = build(ENT_VIEW_AGREEMENTS);
    assert_vertices(network, "busan gent");
    assert_int_equal(ent_network_tie_count(network), 0);
    assert_int_equal(ent_network_aside_count(network), 1);
    ent_network_free(network);
    network = build(ENT_VIEW_AFFILIATIONS); /* of which m5 is none */
    assert_int_equal(ent_network_vertex(network, options.focus) == ENT_NONE, 0);
    assert_int_equal(ent_network_aside_count(network), 0);
    ent_network_free(network);
}

static void a_focus_keeps_modes_and_directions(void **state)
{
    ent_network_t *network;

    (void)state;
    assert_ok(ent_dataset_find(dataset, &options.focus, "uni", &err));
    network = build(ENT_VIEW_AFFILIATIONS);
    assert_vertices(network, "south uni");
    assert_int_equal(ent_network_mode(network, 0), 1);
    assert_int_equal(ent_network_mode(network, 1), 0);
    ent_network_free(network);
    options.directed = true; /* nothing here has a direction: each tie goes both ways */
    network = build(ENT_VIEW_WHOLE);
    assert_vertices(network, "south summit uni");
    assert_ties(network, "south-uni:1[membership] summit-uni:1[attendance] "
                         "uni-south:1[membership] uni-summit:1[attendance]");
    ent_network_free(network);
}

static void projections_have_a_limit(void **state)
{
    ent_network_t *network;

    (void)state;
    options.max_projected_edges = 3; /* north makes 3 pairs, south 1 */
    refused(ENT_VIEW_CITIES, ENT_ELIMIT, "up to 4 ties, past the limit of 3; North alone makes 3");
    options.max_projected_edges = 4;
    network = build(ENT_VIEW_CITIES);
    assert_int_equal(ent_network_tie_count(network), 6);
    ent_network_free(network);
    options.max_projected_edges = 2;
    refused(ENT_VIEW_AGREEMENTS, ENT_ELIMIT, "--max-projected-edges");
}

static void a_network_that_makes_a_projection_is_named(void **state)
{
    ent_id_t without;
    ent_network_t *network;

    (void)state;
    options.where = "country=KR";
    network = build(ENT_VIEW_CITIES);
    assert_note(network, "North alone makes 1 of the 1 tie of this projection; --without north");
    ent_network_free(network);
    options.where = NULL;
    network = build(ENT_VIEW_CITIES); /* 3 of 6 is not over half */
    assert_false(has_note(network, "alone makes"));
    ent_network_free(network);
    assert_ok(ent_dataset_find(dataset, &without, "north", &err));
    options.without = &without;
    options.without_count = 1;
    network = build(ENT_VIEW_CITIES);
    assert_ties(network, "ansan-cork:2[m1,m2] busan-cork:1[membership,membership] "
                         "cork-derry:1[m3] cork-espoo:1[m3] derry-espoo:1[m3]");
    ent_network_free(network);
}

static void directions_need_the_whole(void **state)
{
    (void)state;
    options.directed = true;
    refused(ENT_VIEW_CITIES, ENT_EINVAL, "no directions");
    options.directed = false;
    refused(ENT_VIEW_COUNT, ENT_EINVAL, "no such view");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(agreements_are_among_their_parties, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(what_does_not_count_is_set_aside, open_world, close_world),
        cmocka_unit_test_setup_teardown(the_whole_holds_everything, open_world, close_world),
        cmocka_unit_test_setup_teardown(affiliations_have_two_modes, open_world, close_world),
        cmocka_unit_test_setup_teardown(events_have_two_modes, open_world, close_world),
        cmocka_unit_test_setup_teardown(cities_share_networks, open_world, close_world),
        cmocka_unit_test_setup_teardown(networks_share_members, open_world, close_world),
        cmocka_unit_test_setup_teardown(parallel_agreements, open_world, close_world),
        cmocka_unit_test_setup_teardown(groups_take_parallel_ties_together, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(an_agreement_of_many_may_be_a_star, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(agreements_with_a_network_expand, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_network_without_members_stands_for_itself, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(filters_choose_actors, open_world, close_world),
        cmocka_unit_test_setup_teardown(wrong_filters_are_explained, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_focus_leaves_what_is_near, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_focus_may_follow_doubtful_ties, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_focus_keeps_modes_and_directions, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(projections_have_a_limit, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_network_that_makes_a_projection_is_named, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(directions_need_the_whole, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
