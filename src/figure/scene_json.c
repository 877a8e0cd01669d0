/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scene as JSON: what is on the page, for programs that check or redraw it. */
#include <jansson.h>
#include <math.h>

#include "figure/draw.h"

enum { DIGITS = 12 };

/* jansson answers -1 where memory ran out; one such answer spoils the document. */
typedef struct writer {
    bool failed;
} writer_t;

static void add(writer_t *writer, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        writer->failed = true;
}

static void set(writer_t *writer, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        writer->failed = true;
}

/* To a thousandth of a point, so that the last digits of the machine do not show. */
static json_t *number(double value)
{
    return json_real(round(value * 1000) / 1000);
}

static json_t *color(ent_i_color_t c)
{
    char text[32];

    snprintf(text, sizeof text, "#%02x%02x%02x%02x", (unsigned)lround(c.red * 255),
             (unsigned)lround(c.green * 255), (unsigned)lround(c.blue * 255),
             (unsigned)lround(c.alpha * 255));
    return json_string(text);
}

static json_t *pair(double x, double y)
{
    return json_pack("[o, o]", number(x), number(y));
}

static json_t *box(ent_i_box_t b)
{
    return json_pack("[o, o, o, o]", number(b.x), number(b.y), number(b.width), number(b.height));
}

/* The runs of points of a path. */
static json_t *runs(writer_t *writer, const ent_i_item_t *item)
{
    json_t *all = json_array();
    size_t from = 0;

    for (size_t run = 0; run < item->run_count; run++) {
        json_t *one = json_array();

        for (size_t i = from; i < item->end[run]; i++)
            add(writer, one, pair(item->point[i].x, item->point[i].y));
        from = item->end[run];
        add(writer, all, one);
    }
    return all;
}

static json_t *dash(writer_t *writer, const ent_i_item_t *item)
{
    json_t *all = json_array();

    for (int i = 0; i < 4; i++)
        add(writer, all, number(item->dash[i]));
    return all;
}

static void set_text(writer_t *writer, json_t *object, const char *key, const char *text)
{
    if (text != NULL)
        set(writer, object, key, json_string(text));
}

static const char *shape_name(const ent_i_item_t *item)
{
    static const char *const names[] = {
        [ENT_SHAPE_CIRCLE] = "circle", [ENT_SHAPE_PATH] = "path",   [ENT_SHAPE_CURVE] = "curve",
        [ENT_SHAPE_TEXT] = "text",     [ENT_SHAPE_GROUP] = "group", [ENT_SHAPE_GROUP_END] = "end"};

    return names[item->shape];
}

static void set_shape(writer_t *writer, json_t *object, const ent_i_item_t *item)
{
    static const char *const anchor[] = {
        [ENT_ANCHOR_START] = "start", [ENT_ANCHOR_MIDDLE] = "middle", [ENT_ANCHOR_END] = "end"};

    if (item->shape == ENT_SHAPE_TEXT) {
        set_text(writer, object, "text", item->text);
        set_text(writer, object, "language", item->language);
        set_text(writer, object, "anchor", anchor[item->anchor]);
        set(writer, object, "at", pair(item->center.x, item->center.y));
        set(writer, object, "size", number(item->font_size));
        set(writer, object, "bold", json_boolean(item->bold));
        if (item->turn != 0)
            set(writer, object, "turn", number(item->turn));
        set(writer, object, "box", box(item->box));
    } else if (item->shape == ENT_SHAPE_CIRCLE) {
        set(writer, object, "center", pair(item->center.x, item->center.y));
        set(writer, object, "radius", number(item->radius));
    } else if (item->shape == ENT_SHAPE_PATH || item->shape == ENT_SHAPE_CURVE) {
        set(writer, object, "closed", json_boolean(item->closed));
        set(writer, object, "runs", runs(writer, item));
    }
}

static json_t *item_json(writer_t *writer, const ent_i_item_t *item)
{
    json_t *object = json_object();

    set_text(writer, object, "shape", shape_name(item));
    set_text(writer, object, "id", item->id);
    set_text(writer, object, "class", item->class);
    set_text(writer, object, "title", item->title);
    set_text(writer, object, "actor", item->actor);
    set_shape(writer, object, item);
    if (item->filled)
        set(writer, object, "fill", color(item->fill));
    if (item->stroked) {
        set(writer, object, "stroke", color(item->stroke));
        set(writer, object, "width", number(item->line_width));
    }
    if (item->dash[0] > 0)
        set(writer, object, "dash", dash(writer, item));
    return object;
}

/* jansson overlooks some refusals of its own memory; ours are sticky. */
static int append(const char *bytes, size_t size, void *text)
{
    ent_i_text_add(text, bytes, size);
    return 0;
}

ent_status_t ent_i_draw_json(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    writer_t writer = {false};
    json_t *items = json_array();
    json_t *root = NULL;
    ent_i_text_t text = {0};

    for (size_t i = 0; i < scene->item_count; i++)
        add(&writer, items, item_json(&writer, &scene->item[i]));
    root = json_pack("{s:s, s:s, s:s, s:s, s:s, s:o, s:o, s:o}", "schema", "entente/scene/1",
                     "title", scene->title, "description", scene->description, "brief",
                     scene->brief, "language", scene->language, "width", number(scene->width),
                     "height", number(scene->height), "items", items);
    if (root == NULL || writer.failed ||
        json_dump_callback(root, append, &text, JSON_COMPACT | JSON_REAL_PRECISION(DIGITS)) != 0)
        ENT_TRY(ent_i_no_memory(err));
    ENT_TRY(ent_i_text_finish(&text, blob, err));

cleanup:
    json_decref(root);
    ent_i_text_free(&text);
    return status;
}
