/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The five actors of a data set with the highest betweenness.
 *   cc rank.c $(pkg-config --cflags --libs entente) -o rank && ./rank datasets/florentine */
#include <stdio.h>
#include <stdlib.h>

#include <entente/entente.h>

/* Prints the largest value that is left and takes it out; the first of equals in order of id. */
static void print_best(const ent_network_t *network, double *values)
{
    size_t best = 0;

    for (size_t i = 1; i < ent_network_actor_count(network); i++)
        if (values[i] > values[best])
            best = i;
    printf("%s %.3f\n", ent_network_vertex_name(network, (ent_id_t)best), values[best]);
    values[best] = -1;
}

static ent_status_t print_top(const ent_network_t *network, ent_error_t *err)
{
    const ent_measure_t *betweenness = ent_measure_find("betweenness");
    size_t count = ent_network_actor_count(network);
    double *values = calloc(count + 1, sizeof *values);
    ent_status_t status;

    if (values == NULL)
        return ENT_ENOMEM;
    status = ent_measure_compute(network, values, &betweenness, 1, NULL, err);
    for (size_t i = 0; i < count && i < 5 && status == ENT_OK; i++)
        print_best(network, values);
    free(values);
    return status;
}

int main(int argc, char **argv)
{
    ent_error_t err = {0};
    ent_dataset_t *dataset = NULL;
    ent_network_t *network = NULL;
    ent_network_options_t options;
    ent_status_t status;

    if (argc != 2)
        return fprintf(stderr, "usage: rank DATA\n"), 2;
    status = ent_dataset_open(&dataset, argv[1], NULL, &err);
    if (status == ENT_OK)
        status = ent_network_options_init(&options, dataset, &err);
    if (status == ENT_OK)
        status = ent_network_new(&network, dataset, &options, &err);
    if (status == ENT_OK)
        status = print_top(network, &err);
    if (status != ENT_OK)
        fprintf(stderr, "%s: %s: %s\n", argv[1], ent_status_name(status), err.message);
    ent_network_free(network);
    ent_dataset_free(dataset);
    return status == ENT_OK ? 0 : 1;
}
