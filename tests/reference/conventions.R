# SPDX-License-Identifier: GPL-2.0-or-later
# What R igraph and R sna print of a network: conventions.R NODES EDGES, to standard output as
# program, call, actor, value. NODES has a column id, EDGES source, target, weight.
suppressMessages({
    library(igraph)
    library(sna)
})
files <- commandArgs(trailingOnly = TRUE)
nodes <- read.csv(files[1], colClasses = "character")
edges <- read.csv(files[2], colClasses = c("character", "character", "numeric"))
g <- graph_from_data_frame(edges[, 1:2], directed = FALSE, vertices = nodes)
weight <- edges$weight
x <- as.matrix(as_adjacency_matrix(g, sparse = FALSE))

say <- function(program, call, values) {
    cat(paste(program, call, nodes$id, format(values, digits = 17, trim = TRUE), sep = "\t"),
        sep = "\n")
}
ig <- "igraph"
say(ig, "degree()", igraph::degree(g))
say(ig, "strength(weights=weight)", strength(g, weights = weight))
say(ig, "betweenness()", igraph::betweenness(g))
say(ig, "betweenness(weights=weight)", igraph::betweenness(g, weights = weight))
say(ig, "eccentricity()", eccentricity(g))
say(ig, "eigenvector_centrality()", eigen_centrality(g)$vector)
say(ig, "pagerank()", page_rank(g)$vector)
say(ig, "eigenvector_centrality(weights=weight)", eigen_centrality(g, weights = weight)$vector)
say(ig, "pagerank(weights=weight)", page_rank(g, weights = weight)$vector)
say(ig, "coreness()", coreness(g))
say(ig, "transitivity_local_undirected()", transitivity(g, type = "local"))
say(ig, "constraint()", constraint(g))
say(ig, "constraint(weights=weight)", constraint(g, weights = weight))
say("R igraph", "betweenness(g, normalized=TRUE)", igraph::betweenness(g, normalized = TRUE))
say("R igraph", "harmonic_centrality(g)", harmonic_centrality(g))
say("R igraph from 1.3", "closeness(g, normalized=TRUE)", igraph::closeness(g, normalized = TRUE))
say("R igraph from 1.3", "closeness(g)", igraph::closeness(g))
say("R igraph from 1.3", "closeness(g, weights=weight, normalized=TRUE)",
    igraph::closeness(g, weights = weight, normalized = TRUE))
r <- "R sna"
say(r, "degree(x, gmode=\"graph\")", sna::degree(x, gmode = "graph"))
say(r, "degree(x)", sna::degree(x))
say(r, "betweenness(x, gmode=\"graph\")", sna::betweenness(x, gmode = "graph"))
say(r, "betweenness(x)", sna::betweenness(x))
say(r, "closeness(x, gmode=\"graph\")", sna::closeness(x, gmode = "graph"))
say(r, "closeness(x, cmode=\"suminvundir\")", sna::closeness(x, cmode = "suminvundir"))
say(r, "kcores(x, mode=\"graph\")", kcores(x, mode = "graph"))
say(r, "kcores(x)", kcores(x))
say(r, "evcent(x)", evcent(x))
