# SPDX-License-Identifier: GPL-2.0-or-later
# The jobs with R igraph, as its users write them: Rscript igraph.R whole|wide DATA FOLDER
start <- proc.time()[[3]]
lap <- function(phase) {
    now <- proc.time()[[3]]
    cat(sprintf("{\"phase\": \"%s\", \"seconds\": %.6f}\n", phase, now - start), file = stderr())
    start <<- proc.time()[[3]]
}
argument <- commandArgs(TRUE)
job <- argument[1]
path <- function(name) file.path(argument[3], name)
rows <- function(name) read.csv(file.path(argument[2], name), stringsAsFactors = FALSE)
suppressPackageStartupMessages(library(igraph))
lap("import")
cities <- rows("cities.csv")
networks <- rows("networks.csv")
memberships <- rows("memberships.csv")
agreements <- rows("agreements.csv")
lap("read")
graph <- simplify(graph_from_data_frame(agreements[, 1:2], directed = FALSE))
lap("build")
ids <- V(graph)$name
result <- cities[match(ids, cities$id), c("id", "name", "country")]
result$memberships <- as.integer(table(factor(memberships$member, ids)))
if (job == "whole") {
    result$closeness <- closeness(graph, normalized = TRUE)
    lap("closeness")
    result$harmonic <- harmonic_centrality(graph, normalized = TRUE)
    lap("harmonic")
    result$betweenness <- betweenness(graph)
    lap("betweenness")
}
result$degree <- degree(graph)
lap("degree")
result$pagerank <- page_rank(graph)$vector
lap("pagerank")
result$eigenvector <- eigen_centrality(graph)$vector
lap("eigenvector")
result$coreness <- coreness(graph)
lap("coreness")
result$louvain <- as.integer(membership(cluster_louvain(graph)))
lap("louvain")
leiden <- cluster_leiden(graph, objective_function = "modularity", n_iterations = 2)
result$leiden <- as.integer(membership(leiden))
lap("leiden")
write.csv(result, path("result.csv"), row.names = FALSE, na = "")
lap("write")
if (job == "whole") {
    place <- layout_with_fr(graph)
    lap("layout")
    write.csv(data.frame(id = ids, x = place[, 1], y = place[, 2]), path("places.csv"),
              row.names = FALSE)
    lap("places")
    svg(path("figure.svg"), 16, 12)
    plot(graph, layout = place, vertex.size = 0.5 + sqrt(result$degree) / 4,
         vertex.color = result$leiden %% 12 + 1, vertex.label = NA, vertex.frame.color = NA,
         edge.width = 0.4, edge.color = "#00000040")
    invisible(dev.off())
    lap("draw")
}
