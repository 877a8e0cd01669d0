/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Hands a network to igraph, for what Entente does not compute: how many triangles go through each
 * actor.
 *   cc triangles.c $(pkg-config --cflags --libs entente igraph) -o triangles */
#include <stdio.h>

#include <entente/entente.h>
#include <entente/igraph.h>

static void print_triangles(const ent_network_t *network, const igraph_t *graph)
{
    igraph_vector_t triangles;

    igraph_vector_init(&triangles, 0);
    igraph_adjacent_triangles(graph, &triangles, igraph_vss_all());
    for (igraph_integer_t i = 0; i < igraph_vector_size(&triangles); i++)
        if (VECTOR(triangles)[i] > 0)
            printf("%s %.0f\n", ent_network_vertex_name(network, (ent_id_t)i),
                   VECTOR(triangles)[i]);
    igraph_vector_destroy(&triangles);
}

int main(int argc, char **argv)
{
    ent_error_t err = {0};
    ent_dataset_t *dataset = NULL;
    ent_network_t *network = NULL;
    ent_network_options_t options;
    igraph_t graph;
    ent_status_t status;

    if (argc != 2)
        return fprintf(stderr, "usage: triangles DATA\n"), 2;
    status = ent_dataset_open(&dataset, argv[1], NULL, &err);
    if (status == ENT_OK)
        status = ent_network_options_init(&options, dataset, &err);
    if (status == ENT_OK)
        status = ent_network_new(&network, dataset, &options, &err);
    if (status == ENT_OK)
        status = ent_network_to_igraph(network, &graph, NULL, &err);
    if (status == ENT_OK) {
        print_triangles(network, &graph);
        igraph_destroy(&graph);
    } else {
        fprintf(stderr, "%s: %s: %s\n", argv[1], ent_status_name(status), err.message);
    }
    ent_network_free(network);
    ent_dataset_free(dataset);
    return status == ENT_OK ? 0 : 1;
}
