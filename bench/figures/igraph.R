# SPDX-License-Identifier: GPL-2.0-or-later
# A network as users of R igraph draw it.
# usage: Rscript igraph.R LAYOUT(fr|kk) NODES.csv TIES.csv FIGURE.svg WIDTH HEIGHT TYPE [PLACES.json]
# WIDTH and HEIGHT in inches, TYPE in points; PLACES says where everything stands, in points.
suppressPackageStartupMessages(library(igraph))
argument <- commandArgs(TRUE)
width <- as.numeric(argument[5])
height <- as.numeric(argument[6])
type <- as.numeric(argument[7])
text <- function(file) read.csv(file, colClasses = "character", encoding = "UTF-8")
nodes <- text(argument[2])
graph <- simplify(graph_from_data_frame(text(argument[3]), directed = FALSE, vertices = nodes))
set.seed(1)
places <- if (argument[1] == "kk") layout_with_kk(graph) else layout_with_fr(graph)
radius <- 4
svg(argument[4], width, height, pointsize = 12)
par(mar = c(0, 0, 0, 0))
plot(graph, layout = places, vertex.size = radius, vertex.label = nodes$label,
     vertex.label.cex = type / 12, vertex.label.family = "sans", vertex.label.color = "black")
if (length(argument) >= 8) {
  at <- norm_coords(places, -1, 1, -1, 1)
  x <- 72 * grconvertX(at[, 1], "user", "inches")
  y <- 72 * (height - grconvertY(at[, 2], "user", "inches"))
  wide <- 72 * strwidth(nodes$label, units = "inches", cex = type / 12, family = "sans")
  disc <- 72 * (grconvertX(radius / 200, "user", "inches") - grconvertX(0, "user", "inches"))
  quoted <- function(s) paste0('"', gsub('(["\\\\])', "\\\\\\1", s), '"')
  items <- sprintf('{"id": %s, "at": [%.3f, %.3f], "radius": [%.3f, %.3f], "label": %s}',
                   quoted(nodes$id), x, y, disc, disc,
                   sprintf("[%.3f, %.3f, %.3f, %.3f]", x - wide / 2, y - type / 2, wide, type))
  writeLines(c(sprintf('{"type": %.3f, "nodes": [', type), paste(items, collapse = ",\n"), "]}"),
             argument[8])
}
invisible(dev.off())
