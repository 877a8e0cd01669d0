/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Backbones: Davis's women as published, corrections and pairs a second time and slowly, and what
 * an isolate, another order, or the edge of the domain may and may not change. */
#include "entente/backbone.h"
#include "base/number.h"
#include "unit/classics.h"
#include "unit/reference.h"
#include "unit/scratch.h"

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

static ent_backbone_t *find(const ent_network_t *network, ent_backbone_model_t model,
                            ent_correction_t correction)
{
    ent_backbone_options_t options;
    ent_backbone_t *backbone = NULL;

    ent_backbone_options_init(&options);
    options.model = model;
    options.correction = correction;
    assert_ok(ent_backbone_find(&backbone, network, &options, &err));
    return backbone;
}

static const ent_pair_t *pair_of(const ent_backbone_t *backbone, ent_id_t a, ent_id_t b)
{
    for (size_t i = 0; i < backbone->pair_count; i++)
        if (backbone->pair[i].a == a && backbone->pair[i].b == b)
            return &backbone->pair[i];
    fail_msg("no pair %d, %d", a, b);
    return NULL;
}

/* 139 of 153 pairs met; 17 of them more than by chance if one tests each by itself. Evelyn (8
 * events) and Theresa (8) shared 7 of 14: (C(8,7) C(6,1) + 1) / C(14,8) = 49 / 3003. */
static void davis_is_as_published(void **state)
{
    ent_network_t *network =
        ref_build(DAVIS_ACTORS, davis, CLASSICS_COUNT(davis), davis_modes, false);
    ent_backbone_t *backbone = find(network, ENT_BACKBONE_HYPERGEOMETRIC, ENT_CORRECTION_NONE);
    const ent_pair_t *pair = pair_of(backbone, 0, 2);

    (void)state;
    assert_int_equal(backbone->pair_count, 139);
    assert_int_equal(backbone->tests, 153);
    assert_int_equal(backbone->actors, 18);
    assert_int_equal(backbone->middles, 14);
    assert_int_equal(backbone->kept, 17);
    assert_int_equal(pair->shared, 7);
    assert_near(pair->p, 49. / 3003, 1e-16, "Evelyn and Theresa");
    assert_near(pair->expected, 64. / 14, 1e-15, "Evelyn and Theresa");
    assert_true(pair->kept);
    pair = pair_of(backbone, 11, 12);
    assert_near(pair->p, 0.002331, 5e-7, "Katherina and Sylvia");
    assert_near(pair->p_holm, 153 * pair->p, 1e-13, "the least p, by Bonferroni's rule");
    ent_backbone_free(backbone);

    backbone = find(network, ENT_BACKBONE_HYPERGEOMETRIC, ENT_CORRECTION_HOLM);
    assert_int_equal(backbone->kept, 0);
    ent_backbone_free(backbone);
    backbone = find(network, ENT_BACKBONE_SDSM, ENT_CORRECTION_NONE);
    assert_int_equal(backbone->pair_count, 139);
    assert_int_equal(backbone->kept, 0);
    ent_backbone_free(backbone);
    ent_network_free(network);
}

/* The tests of R backbone (zpneal/backbone, test-backbone.R): fixedrow() gives .5 for the first and
 * the third row of this matrix, and 1 where nothing is shared. */
static void as_r_backbone(void **state)
{
    static const ent_tie_t ties[] = {{0, 3, 1}, {0, 5, 1}, {0, 6, 1},
                                     {1, 4, 1}, {2, 3, 1}, {2, 6, 1}};
    static const unsigned char mode[] = {0, 0, 0, 1, 1, 1, 1};
    ent_network_t *network = ref_build(7, ties, 6, mode, false);
    ent_backbone_t *backbone = find(network, ENT_BACKBONE_HYPERGEOMETRIC, ENT_CORRECTION_NONE);

    (void)state;
    assert_int_equal(backbone->pair_count, 1);
    assert_int_equal(backbone->tests, 3);
    assert_near(pair_of(backbone, 0, 2)->p, .5, 1e-15, "fixedrow");
    ent_backbone_free(backbone);
    ent_network_free(network);
}

enum { MEMBERS = 14, OTHERS = 7, MOST = MEMBERS + OTHERS + 2 };

typedef struct draft {
    ent_tie_t tie[MOST * MOST];
    size_t ties;
    unsigned char mode[MOST];
} draft_t;

/* The other mode's numbers lie among the members'. */
static void draw(draft_t *draft, uint64_t seed)
{
    ent_i_random_t random;

    ent_i_random_init(&random, seed, 11);
    *draft = (draft_t){0};
    for (size_t i = 0; i < MOST; i++)
        draft->mode[i] = i % 3 == 2;
    for (size_t a = 0; a < MOST - 2; a++)
        for (size_t b = 0; b < MOST - 2; b++)
            if (draft->mode[a] == 0 && draft->mode[b] == 1 &&
                ent_i_random_unit(&random) < 0.03 * (double)seed)
                draft->tie[draft->ties++] = (ent_tie_t){(ent_id_t)a, (ent_id_t)b, 1};
}

static bool is_tied(const draft_t *draft, size_t a, size_t b)
{
    for (size_t t = 0; t < draft->ties; t++)
        if (draft->tie[t].a == (ent_id_t)a && draft->tie[t].b == (ent_id_t)b)
            return true;
    return false;
}

static void check_pairs(const draft_t *draft, const ent_backbone_t *backbone)
{
    size_t found = 0;

    for (size_t a = 0; a < MOST; a++)
        for (size_t b = a + 1; b < MOST; b++) {
            size_t shared = 0;

            for (size_t k = 0; k < MOST; k++)
                shared += is_tied(draft, a, k) && is_tied(draft, b, k);
            if (shared == 0)
                continue;
            assert_int_equal(backbone->pair[found].a, a);
            assert_int_equal(backbone->pair[found].b, b);
            assert_int_equal(backbone->pair[found++].shared, shared);
        }
    assert_int_equal(backbone->pair_count, found);
}

/* Holm: the largest over all p no larger of how many there are from there on, times it; Benjamini
 * and Hochberg: the least over all p no smaller of tests over rank, times it. */
static void check_corrections(const ent_backbone_t *backbone)
{
    double tests = (double)backbone->tests;
    size_t kept = 0;

    for (size_t i = 0; i < backbone->pair_count; i++) {
        const ent_pair_t *pair = &backbone->pair[i];
        double holm = 0;
        double bh = 1;

        for (size_t j = 0; j < backbone->pair_count; j++) {
            double p = backbone->pair[j].p;
            double smaller = 0;
            double no_larger = 0;

            for (size_t k = 0; k < backbone->pair_count; k++) {
                smaller += backbone->pair[k].p < p;
                no_larger += backbone->pair[k].p <= p;
            }
            if (p <= pair->p)
                holm = fmax(holm, (tests - smaller) * p);
            if (p >= pair->p)
                bh = fmin(bh, tests / no_larger * p);
        }
        assert_near(pair->p_holm, fmin(1, holm), 1e-14, "Holm");
        assert_near(pair->p_bh, bh, 1e-14, "Benjamini and Hochberg");
        assert_true(pair->p > 0 && pair->p <= pair->p_bh && pair->p_bh <= pair->p_holm);
        kept += pair->kept;
    }
    assert_int_equal(backbone->kept, kept);
}

static void random_networks(void **state)
{
    static draft_t draft;

    (void)state;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        ent_network_t *network;

        draw(&draft, seed);
        network = ref_build(MOST, draft.tie, draft.ties, draft.mode, false);
        for (int model = ENT_BACKBONE_HYPERGEOMETRIC; model <= ENT_BACKBONE_SDSM; model++) {
            ent_backbone_t *backbone =
                find(network, (ent_backbone_model_t)model, ENT_CORRECTION_BH);

            check_pairs(&draft, backbone);
            check_corrections(backbone);
            for (size_t i = 0; i < backbone->pair_count; i++)
                assert_int_equal(backbone->pair[i].kept,
                                 ent_i_number_round(backbone->pair[i].p_bh) < 0.05);
            ent_backbone_free(backbone);
        }
        ent_network_free(network);
    }
}

static void assert_same(const ent_backbone_t *x, const ent_backbone_t *y)
{
    assert_int_equal(x->actors, y->actors);
    assert_int_equal(x->middles, y->middles);
    assert_int_equal(x->tests, y->tests);
    assert_int_equal(x->kept, y->kept);
    assert_int_equal(x->pair_count, y->pair_count);
}

/* Two isolates more, one of either mode, change nothing; other names give the same to the same. */
static void bystanders_and_names_change_nothing(void **state)
{
    static draft_t draft;
    static ent_tie_t turned[MOST * MOST];
    static unsigned char mode[MOST];

    (void)state;
    for (uint64_t seed = 5; seed <= 25; seed += 5)
        for (int model = ENT_BACKBONE_HYPERGEOMETRIC; model <= ENT_BACKBONE_SDSM; model++) {
            ent_network_t *network, *more, *other;
            ent_backbone_t *x, *y, *z;

            draw(&draft, seed);
            for (size_t t = 0; t < draft.ties; t++)
                turned[t] = (ent_tie_t){MOST - 1 - draft.tie[t].b, MOST - 1 - draft.tie[t].a, 2.5};
            for (size_t i = 0; i < MOST; i++)
                mode[MOST - 1 - i] = draft.mode[i];
            network = ref_build(MOST - 2, draft.tie, draft.ties, draft.mode, false);
            more = ref_build(MOST, draft.tie, draft.ties, draft.mode, false);
            other = ref_build(MOST, turned, draft.ties, mode, false);
            x = find(network, (ent_backbone_model_t)model, ENT_CORRECTION_NONE);
            y = find(more, (ent_backbone_model_t)model, ENT_CORRECTION_NONE);
            z = find(other, (ent_backbone_model_t)model, ENT_CORRECTION_NONE);
            assert_same(x, y);
            assert_same(x, z);
            for (size_t i = 0; i < x->pair_count; i++) {
                const ent_pair_t *pair =
                    pair_of(z, MOST - 1 - x->pair[i].b, MOST - 1 - x->pair[i].a);

                assert_memory_equal(&x->pair[i], &y->pair[i], sizeof x->pair[i]);
                assert_near(pair->p, x->pair[i].p, 0, "p");
                assert_near(pair->p_holm, x->pair[i].p_holm, 0, "p_holm");
                assert_near(pair->expected, x->pair[i].expected, 0, "expected");
            }
            ent_backbone_free(x);
            ent_backbone_free(y);
            ent_backbone_free(z);
            ent_network_free(network);
            ent_network_free(more);
            ent_network_free(other);
        }
}

/* The smallest networks, and those that leave no room for chance. */
static void edges_of_the_domain(void **state)
{
    static const ent_tie_t star[] = {{0, 3, 1}, {1, 3, 1}, {2, 3, 1}};
    static const ent_tie_t complete[] = {{0, 2, 1}, {0, 3, 1}, {1, 2, 1}, {1, 3, 1}};
    static const ent_tie_t path[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
    static const ent_tie_t apart[] = {{0, 1, 1}, {1, 2, 1}, {3, 4, 1}, {4, 5, 1}};
    static const unsigned char ends[] = {0, 0, 0, 1};
    static const unsigned char halves[] = {0, 0, 1, 1};
    static const unsigned char turns[] = {0, 1, 0, 1, 0, 1};
    static const unsigned char twice[] = {0, 1, 0, 0, 1, 0};
    const struct {
        size_t actors;
        const ent_tie_t *ties;
        size_t count;
        const unsigned char *mode;
        size_t pairs;
        double p[2]; /* hypergeometric, sdsm: of every pair */
    } cases[] = {
        {0, NULL, 0, ends, 0, {0, 0}},
        {1, NULL, 0, ends, 0, {0, 0}},
        {4, NULL, 0, ends, 0, {0, 0}},
        {2, path, 1, turns, 0, {0, 0}},
        {4, star, 3, ends, 3, {1, 1}},
        {4, complete, 4, halves, 1, {1, 1}},
        /* Degrees 1, 2 and 2, 1: nested, so that no other network has them. */
        {4, path, 3, turns, 1, {1, 1}},
        /* Each member in one of 2 networks of 2: (1/2)^2 twice. 1 - (1 - 1/4)^2. */
        {6, apart, 4, twice, 2, {.5, .4375}},
    };

    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        ent_network_t *network =
            ref_build(cases[c].actors, cases[c].ties, cases[c].count, cases[c].mode, false);

        for (int model = 0; model < 2; model++) {
            ent_backbone_t *backbone =
                find(network, model == 0 ? ENT_BACKBONE_HYPERGEOMETRIC : ENT_BACKBONE_SDSM, 0);

            assert_int_equal(backbone->pair_count, cases[c].pairs);
            for (size_t i = 0; i < backbone->pair_count; i++)
                assert_near(backbone->pair[i].p, cases[c].p[model], 1e-12, "p");
            assert_int_equal(backbone->kept, 0);
            ent_backbone_free(backbone);
        }
        ent_network_free(network);
    }
}

/* 0, 1, 2 at home and 3 abroad, each in one network: 4 is for those at home and has 0 and 1, 5 has
 * 2 and 3. Without realms each tie is as likely as not; with them 3 can only be in 5, so that those
 * at home share two places in 4 and one in 5: 2/3 and 1/3 each. */
static void realms_by_hand(void **state)
{
    static const ent_tie_t ties[] = {{0, 4, 1}, {1, 4, 1}, {2, 5, 1}, {3, 5, 1}};
    static const unsigned char mode[] = {0, 0, 0, 0, 1, 1};
    static const ent_id_t realm[] = {82, 82, 82, 353, 82, ENT_NONE};
    ent_network_t *network = ref_build(6, ties, 4, mode, false);
    ent_backbone_options_t options;
    ent_backbone_t *backbone = NULL;

    (void)state;
    ent_backbone_options_init(&options);
    options.realm = realm;
    options.model = ENT_BACKBONE_SDSM;
    assert_ok(ent_backbone_find(&backbone, network, &options, &err));
    assert_near(pair_of(backbone, 0, 1)->p, 7. / 16, 1e-13, "without realms");
    ent_backbone_free(backbone);
    options.model = ENT_BACKBONE_SDSM_EC;
    assert_ok(ent_backbone_find(&backbone, network, &options, &err));
    assert_near(pair_of(backbone, 0, 1)->p, 41. / 81, 1e-13, "at home");
    assert_near(pair_of(backbone, 0, 1)->expected, 5. / 9, 1e-13, "at home");
    assert_near(pair_of(backbone, 2, 3)->p, 1. / 3, 1e-13, "home and abroad");
    ent_backbone_free(backbone);
    ent_network_free(network);
}

static void what_cannot_be_is_refused(void **state)
{
    static const ent_tie_t tie = {0, 1, 1};
    static const unsigned char mode[] = {0, 1};
    static const ent_id_t realm[] = {1, 2};
    static const ent_id_t wild[] = {-7, 2};
    ent_network_t *one_mode = ref_build(2, &tie, 1, NULL, false);
    ent_network_t *two_modes = ref_build(2, &tie, 1, mode, false);
    ent_backbone_options_t good, bad;
    ent_backbone_t *backbone = NULL;

    (void)state;
    ent_backbone_options_init(&good);
    assert_int_equal(ent_backbone_find(&backbone, one_mode, &good, NULL), ENT_EINVAL);
    bad = good;
    bad.model = ENT_BACKBONE_NONE;
    assert_int_equal(ent_backbone_find(&backbone, two_modes, &bad, NULL), ENT_EINVAL);
    bad = good;
    bad.alpha = NAN;
    assert_int_equal(ent_backbone_find(&backbone, two_modes, &bad, NULL), ENT_EINVAL);
    bad = good;
    bad.mode = 2;
    assert_int_equal(ent_backbone_find(&backbone, two_modes, &bad, NULL), ENT_EINVAL);
    bad = good;
    bad.correction = ENT_CORRECTION_COUNT;
    assert_int_equal(ent_backbone_find(&backbone, two_modes, &bad, NULL), ENT_EINVAL);
    bad = good;
    bad.realm = wild;
    assert_int_equal(ent_backbone_find(&backbone, two_modes, &bad, NULL), ENT_EINVAL);
    bad.model = ENT_BACKBONE_SDSM_EC;
    bad.realm = realm;
    assert_int_equal(ent_backbone_find(&backbone, two_modes, &bad, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "realms"));
    assert_null(backbone);
    assert_ok(ent_backbone_find(&backbone, two_modes, NULL, NULL));
    ent_backbone_free(backbone);
    ent_backbone_free(NULL);
    ent_network_free(one_mode);
    ent_network_free(two_modes);
}

static ent_network_t *view(const ent_dataset_t *dataset, ent_view_t which,
                           ent_backbone_model_t model, const char *where)
{
    ent_network_options_t options;
    ent_network_t *network = NULL;

    assert_ok(ent_network_options_init(&options, dataset, &err));
    options.view = which;
    options.backbone = model;
    options.where = where;
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    return network;
}

static bool notes_say(const ent_network_t *network, const char *text)
{
    for (size_t i = 0; i < ent_network_note_count(network); i++)
        if (strstr(ent_network_note(network, i), text) != NULL)
            return true;
    return false;
}

static void the_women_as_a_view(void **state)
{
    ent_network_options_t options;
    ent_dataset_t *dataset = NULL;
    ent_network_t *network;

    (void)state;
    assert_ok(ent_dataset_open(&dataset, ENT_SOURCE_DIR "/datasets/davis", NULL, &err));
    network = view(dataset, ENT_VIEW_CITIES, ENT_BACKBONE_HYPERGEOMETRIC, NULL);
    assert_int_equal(ent_network_actor_count(network), 18);
    assert_int_equal(ent_network_tie_count(network), 17);
    for (size_t i = 0; i < 17; i++) {
        ent_tie_t tie = ent_network_tie(network, i);

        assert_near(tie.weight, 1, 0, "weight");
        assert_true(ent_network_tie_record_count(network, i) >= 2);
    }
    assert_true(notes_say(network, "17 of the 139 pairs"));
    ent_network_free(network);
    network = view(dataset, ENT_VIEW_NETWORKS, ENT_BACKBONE_SDSM, NULL);
    assert_int_equal(ent_network_actor_count(network), 14);
    assert_int_equal(ent_network_backbone(network)->pair_count, 66);
    ent_network_free(network);
    /* A focus is taken of the backbone: all pairs are tested, few actors are left. */
    assert_ok(ent_network_options_init(&options, dataset, &err));
    options.view = ENT_VIEW_CITIES;
    options.backbone = ENT_BACKBONE_HYPERGEOMETRIC;
    assert_ok(ent_dataset_find(dataset, &options.focus, "Dorothy Murchison", &err));
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    assert_int_equal(ent_network_backbone(network)->pair_count, 139);
    assert_in_range(ent_network_actor_count(network), 1, 5);
    ent_network_free(network);
    network = view(dataset, ENT_VIEW_CITIES, ENT_BACKBONE_NONE, NULL);
    assert_null(ent_network_backbone(network));
    ent_network_free(network);
    ent_dataset_free(dataset);
}

/* Cities a to d in Korea, e and f in Ireland; k is Korea's own network, m calls itself national and
 * has a foreign member, o is open. */
static void countries_and_scopes_make_realms(void **state)
{
    ent_network_options_t options;
    ent_dataset_t *dataset;
    ent_network_t *network = NULL;
    const ent_backbone_t *backbone;
    scratch_t folder;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv",
                  "id,name,country\na,A,KR\nb,B,KR\nc,C,KR\nd,D,KR\ne,E,IE\nf,F,IE\ng,G,\n");
    scratch_write(&folder, "networks.csv",
                  "id,name,scope,country\nk,K,National,KR\nm,M,national,IE\no,O,global,IE\n"
                  "p,P,national,\n");
    scratch_write(&folder, "memberships.csv",
                  "member,network\na,k\nb,k\nc,k\na,o\ne,o\nf,o\ng,o\na,m\ne,m\nd,p\nf,p\n");
    scratch_write(&folder, "agreements.csv", "party_a,party_b\na,e\nb,f\n");
    dataset = scratch_dataset(&folder, NULL);
    network = view(dataset, ENT_VIEW_CITIES, ENT_BACKBONE_SDSM_EC, NULL);
    backbone = ent_network_backbone(network);
    assert_int_equal(backbone->actors, 7);
    assert_int_equal(backbone->middles, 4);
    assert_true(notes_say(network, "1 national network is closed"));
    assert_true(notes_say(network, "1 national network has a foreign member"));
    assert_true(notes_say(network, "1 member has no country"));
    assert_true(notes_say(network, "2 agreements are left out"));
    assert_int_equal(ent_network_tie_count(network), backbone->kept);
    ent_network_free(network);

    /* From the other side, and with nobody of another country in sight. */
    network = view(dataset, ENT_VIEW_NETWORKS, ENT_BACKBONE_SDSM_EC, NULL);
    assert_true(notes_say(network, "1 national network is closed"));
    ent_network_free(network);
    network = view(dataset, ENT_VIEW_CITIES, ENT_BACKBONE_SDSM_EC, "country=IE");
    assert_int_equal(ent_network_backbone(network)->middles, 3);
    assert_true(notes_say(network, "1 national network is closed"));
    ent_network_free(network);

    assert_ok(ent_network_options_init(&options, dataset, &err));
    options.backbone = ENT_BACKBONE_SDSM;
    network = NULL;
    assert_int_equal(ent_network_new(&network, dataset, &options, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "views cities"));
    ent_dataset_free(dataset);
    scratch_close(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(davis_is_as_published, clear_error),
        cmocka_unit_test_setup(as_r_backbone, clear_error),
        cmocka_unit_test_setup(random_networks, clear_error),
        cmocka_unit_test_setup(bystanders_and_names_change_nothing, clear_error),
        cmocka_unit_test_setup(edges_of_the_domain, clear_error),
        cmocka_unit_test_setup(realms_by_hand, clear_error),
        cmocka_unit_test_setup(what_cannot_be_is_refused, clear_error),
        cmocka_unit_test_setup(the_women_as_a_view, clear_error),
        cmocka_unit_test_setup(countries_and_scopes_make_realms, clear_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
