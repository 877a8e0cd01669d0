/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What tells marks of one name apart. */
#include <stdlib.h>
#include <string.h>

#include "figure/page.h"

/* A mark by its name as it is drawn. */
typedef struct named {
    const char *name;
    size_t mark;
} named_t;

static int by_name(const void *left, const void *right)
{
    const named_t *a = left;
    const named_t *b = right;
    int order = strcmp(a->name, b->name);

    if (order != 0)
        return order;
    return a->mark < b->mark ? -1 : 1;
}

/* What may tell actors apart, from the best liked. */
typedef enum trait { COUNTRY, REGION, BOTH, ID } trait_t;

static const char *trait_of(ent_i_page_t *page, size_t mark, trait_t trait)
{
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    ent_id_t vertex = page->plan.mark[mark].vertex;
    ent_id_t actor = ent_network_actor(page->network, vertex);
    const char *id = ent_network_vertex_id(page->network, vertex);
    const ent_actor_t *known = NULL;

    if (dataset != NULL && actor != ENT_NONE)
        known = ent_dataset_actor(dataset, actor);
    if (trait == ID || known == NULL)
        return ent_i_scene_name(page->scene, id, 40);
    if (trait == COUNTRY)
        return known->country;
    if (trait == REGION || known->country[0] == '\0' || known->region[0] == '\0')
        return ent_i_scene_name(page->scene, known->region, 40);
    return ent_i_scene_printf(page->scene, "%s, %s",
                              ent_i_scene_name(page->scene, known->region, 40), known->country);
}

/* Whether a trait is known of every one of a few marks and is another for each. */
static bool tells(ent_i_page_t *page, const named_t *named, size_t count, trait_t trait)
{
    for (size_t i = 0; i < count; i++) {
        const char *own = trait_of(page, named[i].mark, trait);

        if (own[0] == '\0')
            return false;
        for (size_t k = 0; k < i; k++) {
            if (strcmp(own, trait_of(page, named[k].mark, trait)) == 0)
                return false;
        }
    }
    return true;
}

/* Of more than these of one name each is told by its id. */
enum { MOST_OF_A_NAME = 12 };

/* What a trait adds to the name: nothing if it is the name, "Australia" of "Perth, Australia". */
static const char *beyond_name(const char *trait, const char *name)
{
    size_t length = strlen(name);

    if (strncmp(trait, name, length) != 0)
        return trait;
    if (trait[length] == '\0')
        return NULL;
    return strncmp(trait + length, ", ", 2) == 0 ? trait + length + 2 : trait;
}

static void tell_apart(ent_i_page_t *page, const named_t *named, size_t count)
{
    trait_t trait = count > MOST_OF_A_NAME ? ID : COUNTRY;

    while (trait < ID && !tells(page, named, count, trait))
        trait++;
    for (size_t i = 0; i < count; i++) {
        const char *own = beyond_name(trait_of(page, named[i].mark, trait), named[i].name);

        page->apart[named[i].mark] = own != NULL ? ent_i_scene_copy(page->scene, own) : NULL;
    }
}

ent_status_t ent_i_page_tell_apart(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = page->plan.mark_count;
    named_t *named = NULL;

    ENT_TRY(ent_i_alloc(&page->apart, marks, sizeof *page->apart, err));
    ENT_TRY(ent_i_alloc(&named, marks, sizeof *named, err));
    for (size_t i = 0; i < marks; i++)
        named[i] = (named_t){ent_i_mark_name(page, &page->plan.mark[i]), i};
    qsort(named, marks, sizeof *named, by_name);
    for (size_t i = 0, end = 0; i < marks; i = end) {
        while (end < marks && strcmp(named[end].name, named[i].name) == 0)
            end++;
        if (end - i > 1 && named[i].name[0] != '\0')
            tell_apart(page, &named[i], end - i);
    }

cleanup:
    free(named);
    return status;
}
