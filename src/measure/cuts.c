/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Articulation points and bridges, by lowpoints of a depth-first search without recursion. */
#include "measure/measure_i.h"

#include <stdlib.h>

/* One actor in the search tree. */
typedef struct node {
    size_t entered; /* order in which the search came by, from 1; 0: not yet */
    size_t low;     /* earliest actor that the subtree reaches by one tie besides the tree */
    size_t below;   /* actors in the subtree, itself counted */
    size_t cut;     /* actors in the subtrees that hang on this actor alone */
    size_t largest; /* of those subtrees */
    size_t next;    /* place in the adjacency to look at next */
    ent_id_t parent;
    bool bridge; /* the tie to the parent is one */
} node_t;

typedef struct search {
    const ent_i_adjacency_t *adjacency;
    node_t *node;
    size_t clock;
} search_t;

static void enter(search_t *search, ent_id_t actor, ent_id_t parent)
{
    search->clock++;
    search->node[actor] = (node_t){.entered = search->clock,
                                   .low = search->clock,
                                   .below = 1,
                                   .next = search->adjacency->offset[actor],
                                   .parent = parent};
}

/* Hands what the search found below `actor` up to its parent. */
static void leave(search_t *search, ent_id_t actor)
{
    const node_t *done = &search->node[actor];
    node_t *parent = &search->node[done->parent];

    parent->below += done->below;
    if (done->low < parent->low)
        parent->low = done->low;
    if (done->low < parent->entered)
        return;
    parent->cut += done->below;
    if (done->below > parent->largest)
        parent->largest = done->below;
}

/* A single tie to a subtree that has no other way out is a bridge. */
static bool is_bridge(const search_t *search, ent_id_t actor)
{
    const node_t *node = &search->node[actor];
    const ent_i_adjacency_t *adjacency = search->adjacency;

    if (node->low <= search->node[node->parent].entered)
        return false;
    for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++)
        if (adjacency->neighbour[e] == node->parent)
            return adjacency->ties == NULL || adjacency->ties[e] < 2;
    return false;
}

/* Walks the component of `root`. */
static void walk(search_t *search, ent_id_t root)
{
    ent_id_t actor = root;

    enter(search, root, ENT_NONE);
    while (actor != ENT_NONE) {
        node_t *node = &search->node[actor];
        ent_id_t next;

        if (node->next == search->adjacency->offset[actor + 1]) {
            if (node->parent != ENT_NONE) {
                node->bridge = is_bridge(search, actor);
                leave(search, actor);
            }
            actor = node->parent;
            continue;
        }
        next = search->adjacency->neighbour[node->next++];
        if (search->node[next].entered == 0) {
            enter(search, next, actor);
            actor = next;
        } else if (next != node->parent && search->node[next].entered < node->low) {
            node->low = search->node[next].entered;
        }
    }
}

static void judge(ent_i_cuts_t *cuts, const search_t *search, size_t actor, size_t component_size)
{
    const node_t *node = &search->node[actor];
    size_t rest = component_size - 1 - node->cut;
    size_t largest = rest > node->largest ? rest : node->largest;

    cuts->dependents[actor] = component_size - 1 - largest;
    cuts->articulation[actor] = cuts->dependents[actor] > 0;
    cuts->bridge_to[actor] = node->bridge ? node->parent : ENT_NONE;
    cuts->bridges += node->bridge;
}

ent_status_t ent_i_need_cuts(ent_i_context_t *context, ent_error_t *err)
{
    ent_i_cuts_t *cuts = &context->cuts;
    search_t search = {.adjacency = &context->adjacency};
    ent_status_t status = ENT_OK;

    if (cuts->dependents != NULL)
        return ENT_OK;
    ENT_TRY(ent_i_need_components(context, err));
    ENT_TRY(ent_i_alloc(&search.node, context->actors, sizeof(node_t), err));
    ENT_TRY(ent_i_alloc(&cuts->articulation, context->actors, 1, err));
    ENT_TRY(ent_i_alloc(&cuts->bridge_to, context->actors, sizeof(ent_id_t), err));
    ENT_TRY(ent_i_alloc(&cuts->dependents, context->actors, sizeof(size_t), err));
    for (size_t i = 0; i < context->actors; i++)
        if (search.node[i].entered == 0)
            walk(&search, (ent_id_t)i);
    for (size_t i = 0; i < context->actors; i++)
        judge(cuts, &search, i, context->components.size[context->components.of[i]]);

cleanup:
    free(search.node);
    return status;
}

ent_status_t ent_i_articulation(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_need_cuts(context, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] = context->cuts.articulation[i];
    return status;
}

ent_status_t ent_i_dependents(ent_i_context_t *context, double *values, ent_error_t *err)
{
    const ent_i_components_t *components = &context->components;
    ent_status_t status = ent_i_need_cuts(context, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        bool in_largest = components->size[components->of[i]] == components->largest;

        values[i] = in_largest ? (double)context->cuts.dependents[i] : 0;
    }
    return status;
}

ent_status_t ent_network_bridges(const ent_network_t *network, bool *bridge, ent_error_t *err)
{
    ent_i_context_t context;
    ent_status_t status = ENT_OK;

    ent_i_context_init(&context, network, NULL);
    ENT_TRY(ent_i_need_cuts(&context, err));
    for (size_t t = 0; t < network->tie_count; t++)
        bridge[t] = context.cuts.bridge_to[network->a[t]] == network->b[t] ||
                    context.cuts.bridge_to[network->b[t]] == network->a[t];

cleanup:
    ent_i_context_free(&context);
    return status;
}
