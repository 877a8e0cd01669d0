/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What no relabelling and no bystander may change, for every measure of the table, on random
 * networks of one mode, of two, and directed, with weights. */
#include "base/number.h"
#include "unit/reference.h"

enum { MOST = 36, MOST_TIES = MOST * MOST, ROUNDS = 12 };

/* A network in the making, that can be written down in another order or with one actor more. */
typedef struct draft {
    size_t actors;
    size_t ties;
    ent_tie_t tie[MOST_TIES];
    unsigned char mode[MOST + 1];
    ent_id_t group[MOST + 1];
    unsigned form; /* ENT_FOR_* */
} draft_t;

static void draw(draft_t *draft, unsigned form, uint64_t seed)
{
    ent_i_random_t random;
    size_t kept = 0;

    ent_i_random_init(&random, seed, 7);
    draft->form = form;
    draft->actors = 5 + ent_i_random_below(&random, MOST - 5);
    for (size_t i = 0; i <= draft->actors; i++) {
        draft->mode[i] = (unsigned char)ent_i_random_below(&random, 2);
        draft->group[i] = (ent_id_t)(i % 3);
    }
    draft->ties = ref_random(draft->tie, draft->actors, 0.02 * (double)seed, true,
                             form == ENT_FOR_DIRECTED, seed);
    for (size_t t = 0; t < draft->ties; t++) {
        const ent_tie_t *tie = &draft->tie[t];

        if (form != ENT_FOR_TWO_MODE || draft->mode[tie->a] != draft->mode[tie->b])
            draft->tie[kept++] = *tie;
    }
    draft->ties = kept;
}

static ent_network_t *build(const draft_t *draft)
{
    return ref_build(draft->actors, draft->tie, draft->ties,
                     draft->form == ENT_FOR_TWO_MODE ? draft->mode : NULL,
                     draft->form == ENT_FOR_DIRECTED);
}

/* Values in the 12 digits that are ranked. */
static double *compute(const draft_t *draft, const ent_network_t *network, const char *measure)
{
    ent_measure_options_t options;
    double *values;

    ent_measure_options_init(&options);
    options.group = draft->group;
    values = ref_compute_with(network, measure, &options);
    for (size_t i = 0; i < draft->actors; i++)
        values[i] = ent_i_number_round(values[i]);
    return values;
}

static void shuffle(draft_t *to, const draft_t *from, ent_id_t *order, uint64_t seed)
{
    ent_i_random_t random;

    ent_i_random_init(&random, seed, 1);
    for (size_t i = 0; i < from->actors; i++)
        order[i] = (ent_id_t)i;
    for (size_t i = from->actors; i > 1; i--) {
        size_t j = ent_i_random_below(&random, i);
        ent_id_t kept = order[i - 1];

        order[i - 1] = order[j];
        order[j] = kept;
    }
    *to = *from;
    for (size_t i = 0; i < from->actors; i++) {
        to->mode[order[i]] = from->mode[i];
        to->group[order[i]] = from->group[i];
    }
    for (size_t t = 0; t < from->ties; t++) {
        ent_tie_t tie = from->tie[t];
        bool turn = from->form != ENT_FOR_DIRECTED;

        to->tie[from->ties - 1 - t] =
            (ent_tie_t){order[turn ? tie.b : tie.a], order[turn ? tie.a : tie.b], tie.weight};
    }
}

/* New names for the actors give the same values to the same actors, to the last digit shown but
 * for what may round either way. */
static void check_relabelled(const draft_t *draft, uint64_t seed)
{
    static draft_t renamed;
    ent_id_t order[MOST];
    ent_network_t *before = build(draft);
    ent_network_t *after;

    shuffle(&renamed, draft, order, seed);
    after = build(&renamed);
    for (size_t m = 0; m < ent_measure_count(); m++) {
        const ent_measure_t *measure = ent_measure_at(m);
        double *old;
        double *new;

        if ((measure->modes & draft->form) == 0)
            continue;
        old = compute(draft, before, measure->name);
        new = compute(&renamed, after, measure->name);
        for (size_t i = 0; i < draft->actors; i++)
            assert_near(new[order[i]], old[i], 2e-12 * fmax(1, fabs(old[i])), measure->name);
        free(old);
        free(new);
    }
    ent_network_free(before);
    ent_network_free(after);
}

/* Measures that an actor out of reach enters, alike for all of one component only. */
static bool within_component_only(const char *measure)
{
    return strcmp(measure, "closeness_unreachable_n") == 0 ||
           strcmp(measure, "closeness_freeman") == 0;
}

static void find_components(const draft_t *draft, ent_id_t *of)
{
    bool again = true;

    for (size_t i = 0; i < draft->actors; i++)
        of[i] = (ent_id_t)i;
    while (again) {
        again = false;
        for (size_t t = 0; t < draft->ties; t++) {
            ent_id_t *a = &of[draft->tie[t].a];
            ent_id_t *b = &of[draft->tie[t].b];

            again = again || *a != *b;
            *a = *b = *a < *b ? *a : *b;
        }
    }
}

static int compare(double a, double b)
{
    if (isnan(a) || isnan(b))
        return 2;
    return (a > b) - (a < b);
}

/* Nobody passes anybody: what was larger is not smaller now, and what was equal is equal. */
static void check_order(const draft_t *draft, const double *old, const double *new,
                        const ent_id_t *component, const char *measure)
{
    for (size_t i = 0; i < draft->actors; i++)
        for (size_t j = 0; j < i; j++) {
            int was = compare(old[i], old[j]);
            int is = compare(new[i], new[j]);

            if (draft->form == ENT_FOR_TWO_MODE && draft->mode[i] != draft->mode[j])
                continue; /* the modes are normalised by their sizes */
            if (within_component_only(measure) && component[i] != component[j])
                continue;
            /* Freeman's closeness is 0 for all once anybody is out of reach. */
            if (was != is && strcmp(measure, "closeness_freeman") != 0)
                fail_msg("%s: %g and %g became %g and %g", measure, old[i], old[j], new[i], new[j]);
        }
}

/* One isolate more, of either mode. */
static void check_bystander(draft_t *draft)
{
    ent_id_t component[MOST];
    ent_network_t *before = build(draft);
    ent_network_t *after;

    find_components(draft, component);
    draft->actors++;
    after = build(draft);
    draft->actors--;
    for (size_t m = 0; m < ent_measure_count(); m++) {
        const ent_measure_t *measure = ent_measure_at(m);
        double *old;
        double *new;

        if ((measure->modes & draft->form) == 0)
            continue;
        old = compute(draft, before, measure->name);
        new = compute(draft, after, measure->name);
        check_order(draft, old, new, component, measure->name);
        free(old);
        free(new);
    }
    ent_network_free(before);
    ent_network_free(after);
}

static void check_all(unsigned form)
{
    static draft_t draft;

    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        draw(&draft, form, seed);
        check_relabelled(&draft, seed);
        check_bystander(&draft);
    }
}

static void one_mode(void **state)
{
    (void)state;
    check_all(ENT_FOR_ONE_MODE);
}

static void two_modes(void **state)
{
    (void)state;
    check_all(ENT_FOR_TWO_MODE);
}

static void directed(void **state)
{
    (void)state;
    check_all(ENT_FOR_DIRECTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_mode),
        cmocka_unit_test(two_modes),
        cmocka_unit_test(directed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
