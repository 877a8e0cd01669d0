/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts that stand on one another or on a mark, and what the page's edge cuts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/quality.h"

/* What may meet by the rounding of fonts before it is seen, in points. */
static const double hair = 0.5;
static const double hair_of_texts = 0.8; /* boxes of letters have room above and below */

/* A text's box in its own directions. */
typedef struct slab {
    ent_i_point_t middle;
    ent_i_point_t along; /* unit */
    double half_width;
    double half_height;
} slab_t;

static slab_t slab_of(const ent_i_item_t *item)
{
    const ent_i_box_t *box = &item->box;
    double angle = item->turn / 180 * 3.14159265358979323846;
    double x = fabs(cos(angle)), y = fabs(sin(angle));
    slab_t slab = {.middle = {box->x + box->width / 2, box->y + box->height / 2},
                   .along = {cos(angle), sin(angle)},
                   .half_width = item->text_width / 2};

    /* the box is of the turned text: its height follows from the larger share of the turn */
    if (item->turn == 0)
        slab.half_height = box->height / 2;
    else if (x > y)
        slab.half_height = (box->height - item->text_width * y) / 2 / x;
    else
        slab.half_height = (box->width - item->text_width * x) / 2 / y;
    return slab;
}

/* Half of what a slab covers of a line in a direction. */
static double shadow(const slab_t *slab, ent_i_point_t way)
{
    return slab->half_width * fabs(slab->along.x * way.x + slab->along.y * way.y) +
           slab->half_height * fabs(slab->along.x * way.y - slab->along.y * way.x);
}

/* Whether two slabs share more than `gap` in each of their directions. */
static bool slabs_meet(const slab_t *a, const slab_t *b, double gap)
{
    const ent_i_point_t way[4] = {
        a->along, {-a->along.y, a->along.x}, b->along, {-b->along.y, b->along.x}};

    for (int i = 0; i < 4; i++) {
        double apart =
            fabs((b->middle.x - a->middle.x) * way[i].x + (b->middle.y - a->middle.y) * way[i].y);

        if (apart >= shadow(a, way[i]) + shadow(b, way[i]) - gap)
            return false;
    }
    return true;
}

static bool slab_meets_disc(const slab_t *slab, ent_i_point_t center, double radius)
{
    double x = center.x - slab->middle.x;
    double y = center.y - slab->middle.y;
    ent_i_box_t box = {-slab->half_width, -slab->half_height, 2 * slab->half_width,
                       2 * slab->half_height};
    ent_i_point_t own = {x * slab->along.x + y * slab->along.y,
                         y * slab->along.x - x * slab->along.y};

    return ent_i_box_meets_disc(&box, own, radius, -hair);
}

static bool same_actor(const ent_i_item_t *a, const ent_i_item_t *b)
{
    return a->actor != NULL && b->actor != NULL && a->actor[0] != '\0' &&
           strcmp(a->actor, b->actor) == 0;
}

/* Two lines of one label follow each other, and may touch. */
static bool is_one_label(const ent_i_scene_t *scene, size_t a, size_t b)
{
    for (size_t i = a; i < b; i++) {
        if (scene->item[i + 1].shape != ENT_SHAPE_TEXT ||
            !same_actor(&scene->item[i], &scene->item[i + 1]))
            return false;
    }
    return true;
}

/* The texts of a scene, by index. */
typedef struct texts {
    const ent_i_scene_t *scene;
    size_t *at;
    size_t count;
} texts_t;

static size_t count_texts(const texts_t *texts)
{
    const ent_i_item_t *item = texts->scene->item;
    size_t overlaps = 0;

    for (size_t i = 0; i < texts->count; i++) {
        const ent_i_item_t *one = &item[texts->at[i]];
        slab_t own = slab_of(one);

        for (size_t k = i + 1; k < texts->count; k++) {
            const ent_i_item_t *other = &item[texts->at[k]];
            slab_t slab;

            if (!ent_i_boxes_meet(&one->box, &other->box, -hair_of_texts))
                continue;
            slab = slab_of(other);
            overlaps += slabs_meet(&own, &slab, hair_of_texts) &&
                        !is_one_label(texts->scene, texts->at[i], texts->at[k]);
        }
    }
    return overlaps;
}

/* Whether a convex shape reaches less far along a line than a slab begins, or the other way round.
 */
static bool is_apart(const slab_t *slab, const ent_i_item_t *shape, ent_i_point_t way)
{
    double middle = slab->middle.x * way.x + slab->middle.y * way.y;
    double low = INFINITY, high = -INFINITY;

    for (size_t i = 0; i < shape->point_count; i++) {
        double at = shape->point[i].x * way.x + shape->point[i].y * way.y;

        low = fmin(low, at);
        high = fmax(high, at);
    }
    return low >= middle + shadow(slab, way) - hair || high <= middle - shadow(slab, way) + hair;
}

static bool slab_meets_shape(const slab_t *slab, const ent_i_item_t *shape)
{
    if (is_apart(slab, shape, slab->along) ||
        is_apart(slab, shape, (ent_i_point_t){-slab->along.y, slab->along.x}))
        return false;
    for (size_t i = 0; i < shape->point_count; i++) {
        ent_i_point_t a = shape->point[i];
        ent_i_point_t b = shape->point[(i + 1) % shape->point_count];
        double length = hypot(b.x - a.x, b.y - a.y);

        if (length > 0 &&
            is_apart(slab, shape, (ent_i_point_t){(b.y - a.y) / length, (a.x - b.x) / length}))
            return false;
    }
    return true;
}

/* A circle, or a regular shape of few corners. */
static bool is_mark(const ent_i_item_t *item)
{
    return item->filled &&
           (item->shape == ENT_SHAPE_CIRCLE ||
            (item->shape == ENT_SHAPE_PATH && item->closed && item->run_count == 1 &&
             item->point_count >= 3 && item->point_count <= 8));
}

/* Texts on one mark of another actor. */
static size_t count_on(const texts_t *texts, const ent_i_item_t *mark)
{
    size_t overlaps = 0;
    ent_i_box_t around = ent_i_item_box(mark);

    for (size_t i = 0; i < texts->count; i++) {
        const ent_i_item_t *text = &texts->scene->item[texts->at[i]];
        slab_t slab;

        if (!ent_i_boxes_meet(&text->box, &around, 0) || same_actor(text, mark))
            continue;
        slab = slab_of(text);
        overlaps += mark->shape == ENT_SHAPE_CIRCLE
                        ? slab_meets_disc(&slab, mark->center, mark->radius)
                        : slab_meets_shape(&slab, mark);
    }
    return overlaps;
}

/* Texts on the marks of other actors, on folded members and on the legend's swatches. */
static size_t count_marks(const texts_t *texts)
{
    const ent_i_scene_t *scene = texts->scene;
    size_t overlaps = 0;
    bool legend = false;

    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *mark = &scene->item[i];

        if (mark->shape == ENT_SHAPE_GROUP)
            legend = mark->class != NULL && strcmp(mark->class, "legend") == 0;
        if (is_mark(mark) && (mark->actor != NULL || legend ||
                              (mark->class != NULL && strcmp(mark->class, "folded") == 0)))
            overlaps += count_on(texts, mark);
    }
    return overlaps;
}

ent_status_t ent_i_scene_overlaps(size_t *overlaps, const ent_i_scene_t *scene, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    texts_t texts = {.scene = scene};

    ENT_TRY(ent_i_alloc(&texts.at, scene->item_count, sizeof *texts.at, err));
    for (size_t i = 0; i < scene->item_count; i++) {
        if (scene->item[i].shape == ENT_SHAPE_TEXT)
            texts.at[texts.count++] = i;
    }
    *overlaps = count_texts(&texts) + count_marks(&texts);

cleanup:
    free(texts.at);
    return status;
}

size_t ent_i_scene_clipped(const ent_i_scene_t *scene)
{
    size_t clipped = 0;

    for (size_t i = 0; i < scene->item_count; i++) {
        ent_i_box_t box = ent_i_item_box(&scene->item[i]);

        if (scene->item[i].shape == ENT_SHAPE_GROUP || scene->item[i].shape == ENT_SHAPE_GROUP_END)
            continue;
        clipped += box.x < -0.01 || box.y < -0.01 || box.x + box.width > scene->width + 0.01 ||
                   box.y + box.height > scene->height + 0.01;
    }
    return clipped;
}
