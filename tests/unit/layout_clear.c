/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Marks that step out from under ties. */
#include "layout/clear.h"

#include "unit/unit.h"

#include "base/random.h"

enum { COUNT = 40, TIES = 90 };

static const ent_i_box_t page = {0, 0, 480, 400};
static const double radius = 6;

/* A connected graph at random places, with rooms wider than the discs. */
typedef struct drawing {
    ent_i_point_t position[COUNT];
    double radius[COUNT];
    ent_i_box_t room[COUNT];
    ent_id_t from[TIES], to[TIES];
    size_t a[TIES], b[TIES];
    ent_i_adjacency_t graph;
    ent_i_components_t components;
    ent_i_spans_t spans;
} drawing_t;

static void draw(drawing_t *drawing, uint64_t seed)
{
    ent_i_random_t random;
    ent_error_t err = {0};
    size_t index[COUNT];

    memset(drawing, 0, sizeof *drawing);
    ent_i_random_init(&random, seed, 0);
    for (int t = 0; t < TIES; t++) { /* a tree, then more */
        drawing->to[t] = t < COUNT - 1 ? t + 1 : 1 + (ent_id_t)(t * 17 % (COUNT - 1));
        drawing->from[t] = (ent_id_t)(ent_i_random_unit(&random) * drawing->to[t]);
    }
    assert_ok(ent_i_adjacency_init(&drawing->graph, COUNT, TIES, drawing->from, drawing->to, &err));
    assert_ok(ent_i_components_init(&drawing->components, &drawing->graph, &err));
    assert_ok(ent_i_spans_init(&drawing->spans, &drawing->graph, &drawing->components, &err));
    for (size_t i = 0; i < COUNT; i++) {
        index[drawing->components.member[i]] = i;
        drawing->position[i] = (ent_i_point_t){20 + 440 * ent_i_random_unit(&random),
                                               20 + 360 * ent_i_random_unit(&random)};
        drawing->radius[i] = radius;
        drawing->room[i] = (ent_i_box_t){-14, -6, 28, 16};
    }
    for (size_t t = 0; t < TIES; t++) {
        drawing->a[t] = index[drawing->from[t]];
        drawing->b[t] = index[drawing->to[t]];
    }
}

static void let_go(drawing_t *drawing)
{
    ent_i_spans_free(&drawing->spans);
    ent_i_components_free(&drawing->components);
    ent_i_adjacency_free(&drawing->graph);
}

/* Passages, by the distance from each middle to each tie. */
static size_t passages(const drawing_t *drawing)
{
    size_t count = 0;

    for (size_t t = 0; t < TIES; t++) {
        ent_i_point_t a = drawing->position[drawing->a[t]], b = drawing->position[drawing->b[t]];
        double length = hypot(b.x - a.x, b.y - a.y);

        for (size_t i = 0; i < COUNT; i++) {
            ent_i_point_t at = drawing->position[i];
            double along = ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length;
            double aside = fabs((at.x - a.x) * (b.y - a.y) - (at.y - a.y) * (b.x - a.x)) / length;

            count += i != drawing->a[t] && i != drawing->b[t] && along > 0 && along < length &&
                     aside < 0.8 * radius;
        }
    }
    return count;
}

static double shared(const drawing_t *drawing)
{
    double sum = 0;

    for (size_t i = 0; i < COUNT; i++) {
        for (size_t k = i + 1; k < COUNT; k++) {
            double x = 28 - fabs(drawing->position[i].x - drawing->position[k].x);
            double y = 16 - fabs(drawing->position[i].y - drawing->position[k].y);

            sum += fmax(x, 0) * fmax(y, 0);
        }
    }
    return sum;
}

static void fewer_passages_for_little_stress(void **state)
{
    drawing_t drawing;
    ent_error_t err = {0};

    (void)state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        double stress = 0, room = 0;
        size_t before = 0;
        const ent_i_clearing_t clearing = {
            drawing.position,    drawing.radius, drawing.room, COUNT, drawing.a, drawing.b, TIES,
            &drawing.components, &drawing.spans, &page,        0};

        draw(&drawing, seed);
        before = passages(&drawing);
        stress = ent_i_spans_stress(&drawing.spans, drawing.position, &drawing.components);
        room = shared(&drawing);
        assert_ok(ent_i_clear(&clearing, &err));
        assert_true(2 * passages(&drawing) < before);
        assert_true(ent_i_spans_stress(&drawing.spans, drawing.position, &drawing.components) <
                    1.0151 * stress);
        assert_true(shared(&drawing) <= room + 1e-6);
        let_go(&drawing);
    }
}

static void a_passage_is_well_within_the_rim(void **state)
{
    const ent_i_point_t a = {0, 0}, b = {100, 0};

    (void)state;
    assert_true(ent_i_is_pierced(a, b, (ent_i_point_t){50, 7.9}, 10));
    assert_false(ent_i_is_pierced(a, b, (ent_i_point_t){50, 8.1}, 10));
    assert_false(ent_i_is_pierced(a, b, (ent_i_point_t){-1, 0}, 10));
    assert_false(ent_i_is_pierced(a, b, (ent_i_point_t){101, 0}, 10));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fewer_passages_for_little_stress),
        cmocka_unit_test(a_passage_is_well_within_the_rim),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
