# SPDX-License-Identifier: GPL-2.0-or-later
# Compares `entente rank` with R sna on random networks: Rscript sna.R COMMAND SCRATCH SOURCE
suppressMessages(library(sna))

arguments <- commandArgs(TRUE)
command <- arguments[1]
scratch <- arguments[2]
source <- arguments[3]
compared <- 0
failures <- 0

# w_I, w_O, b_IO, b_OI, b_O, t
roles <- paste0("broker_", c("coordinator", "consultant", "representative", "gatekeeper", "liaison", "total"))

rank <- function(data, measures, ...) {
  out <- file.path(scratch, "out.csv")
  status <- system2(command, c("rank", data, "--quiet", "--format", "csv", "-o", out,
                               "--measure", paste(measures, collapse = ","), ...))
  if (status != 0) stop("rank ", data, " failed with ", status)
  table <- read.csv(out, colClasses = c(id = "character"))
  rownames(table) <- table$id
  table
}

compare <- function(what, got, want) {
  compared <<- compared + length(want)
  undefined <- is.nan(want) | is.na(want)
  same <- ifelse(undefined, is.na(got), abs(got - want) <= 1e-9 * pmax(1, abs(want)))
  if (!all(!is.na(same) & same)) {
    failures <<- failures + 1
    cat(what, ": ", paste(got, collapse = " "), ", not ", paste(want, collapse = " "), "\n", sep = "")
  }
}

brokers <- function(what, data, actors, matrix, classes, ...) {
  want <- brokerage(matrix, classes)
  got <- rank(data, c(roles, paste0(roles, "_expected"), paste0(roles, "_z")), ...)[actors, ]
  for (r in seq_along(roles)) {
    compare(paste(what, roles[r]), got[[roles[r]]], unname(want$raw.nli[, r]))
    compare(paste(what, roles[r], "expected"), got[[paste0(roles[r], "_expected")]], unname(want$exp.nli[, r]))
    compare(paste(what, roles[r], "z"), got[[paste0(roles[r], "_z")]], unname(want$z.nli[, r]))
  }
}

random_network <- function(seed) {
  set.seed(seed)
  directed <- seed %% 2 == 0
  n <- sample(4:24, 1)
  actors <- sprintf("n%02d", seq_len(n))
  matrix <- matrix(as.numeric(runif(n * n) < runif(1, 0.03, 0.6)), n, n, dimnames = list(actors, actors))
  diag(matrix) <- 0
  if (!directed) matrix[lower.tri(matrix)] <- t(matrix)[lower.tri(matrix)]
  classes <- sample(c("A", "B", "C", "D")[seq_len(sample(1:4, 1))], n, replace = TRUE)
  ends <- which(if (directed) matrix > 0 else matrix > 0 & upper.tri(matrix), arr.ind = TRUE)
  data <- file.path(scratch, seed)
  dir.create(data)
  write.csv(data.frame(Id = actors, Label = actors, class = classes), file.path(data, "nodes.csv"),
            row.names = FALSE, quote = FALSE)
  write.csv(data.frame(Source = actors[ends[, 1]], Target = actors[ends[, 2]],
                       Type = rep(if (directed) "Directed" else "Undirected", nrow(ends))),
            file.path(data, "edges.csv"), row.names = FALSE, quote = FALSE)
  options <- c("--by", "class", if (directed) "--directed")
  brokers(paste("network", seed), data, actors, matrix, classes, options)
  shared(paste("network", seed), data, actors, matrix, directed)
}

# What sna has under one convention or another; the eigenvector is R's own, of one component.
shared <- function(what, data, actors, matrix, directed) {
  if (directed) {
    want <- list(degree_in = degree(matrix, cmode = "indegree"), degree_out = degree(matrix, cmode = "outdegree"),
                 betweenness = betweenness(matrix), closeness_harmonic_out = closeness(matrix, cmode = "suminvdir"),
                 closeness_harmonic_in = closeness(t(matrix), cmode = "suminvdir"))
  } else {
    want <- list(degree = degree(matrix, gmode = "graph"), betweenness = betweenness(matrix, gmode = "graph"),
                 closeness_freeman = closeness(matrix, gmode = "graph"),
                 closeness_harmonic = closeness(matrix, cmode = "suminvundir"),
                 coreness = kcores(matrix, mode = "graph"))
    if (is.connected(matrix)) {
      vector <- abs(eigen(matrix, symmetric = TRUE)$vectors[, 1])
      want$eigenvector <- vector / max(vector)
    }
  }
  got <- rank(data, names(want), if (directed) "--directed")[actors, ]
  for (measure in names(want)) compare(paste(what, measure), got[[measure]], unname(want[[measure]]))
}

# The shipped families: the Pucci have no value and are left out.
florentine <- function() {
  data <- file.path(source, "datasets", "florentine")
  nodes <- read.csv(file.path(data, "nodes.csv"))
  edges <- read.csv(file.path(data, "edges.csv"))
  nodes <- nodes[nodes$split != "", ]
  n <- nrow(nodes)
  matrix <- matrix(0, n, n, dimnames = list(nodes$Id, nodes$Id))
  matrix[cbind(edges$Source, edges$Target)] <- 1
  matrix <- matrix + t(matrix)
  brokers("florentine", data, nodes$Id, matrix, nodes$split, c("--by", "split"))
}

florentine()
for (seed in 1:200) random_network(seed)
cat(compared, "values compared,", failures, "columns differ\n")
quit(status = if (failures > 0 || compared < 40000) 1 else 0)
