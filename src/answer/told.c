/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a text calls an actor: its name, and its id behind it where another has the same name. */
#include "answer/told.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

typedef struct named {
    const char *name;
    ent_id_t actor;
} named_t;

static int by_name(const void *left, const void *right)
{
    const named_t *x = left;
    const named_t *y = right;

    return strcmp(x->name, y->name);
}

static ent_status_t add_twin(ent_i_told_t *told, const named_t *named, ent_error_t *err)
{
    ent_i_text_t text = {0};

    ent_i_text_printf(&text, "%s (%s)", named->name,
                      ent_dataset_actor(told->dataset, named->actor)->id);
    if (!text.failed)
        told->twin[named->actor] = ent_i_arena_text(&told->arena, text.bytes, text.size);
    ent_i_text_free(&text);
    return told->twin[named->actor] != NULL ? ENT_OK : ent_i_no_memory(err);
}

ent_status_t ent_i_told_init(ent_i_told_t *told, const ent_dataset_t *dataset, const char *language,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = ent_dataset_actor_count(dataset);
    named_t *named = NULL;

    *told = (ent_i_told_t){.dataset = dataset, .language = language};
    ENT_TRY(ent_i_alloc(&told->twin, count, sizeof *told->twin, err));
    ENT_TRY(ent_i_alloc(&named, count, sizeof *named, err));
    for (size_t i = 0; i < count; i++)
        named[i] = (named_t){ent_dataset_name(dataset, (ent_id_t)i, language), (ent_id_t)i};
    if (count > 1)
        qsort(named, count, sizeof *named, by_name);
    for (size_t i = 0; i < count; i++) {
        if ((i > 0 && strcmp(named[i - 1].name, named[i].name) == 0) ||
            (i + 1 < count && strcmp(named[i + 1].name, named[i].name) == 0))
            ENT_TRY(add_twin(told, &named[i], err));
    }

cleanup:
    free(named);
    return status;
}

const char *ent_i_told_name(const ent_i_told_t *told, ent_id_t actor)
{
    if (told->twin[actor] != NULL)
        return told->twin[actor];
    return ent_dataset_name(told->dataset, actor, told->language);
}

void ent_i_told_free(ent_i_told_t *told)
{
    ent_i_arena_free(&told->arena);
    free(told->twin);
    *told = (ent_i_told_t){0};
}
