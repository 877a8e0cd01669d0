#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The jobs with python-igraph, as its users write them: whole|wide DATA FOLDER."""
from job import Job

job = Job()
import igraph  # noqa: E402  (its import is a phase)

job.lap("import")
job.read()
job.lap("read")
graph = igraph.Graph.TupleList(job.pairs, directed=False)
graph.simplify()
job.lap("build")
columns = {}
if job.name == "whole":
    columns["closeness"] = graph.closeness()
    job.lap("closeness")
    columns["harmonic"] = graph.harmonic_centrality()
    job.lap("harmonic")
    columns["betweenness"] = graph.betweenness()
    job.lap("betweenness")
columns["degree"] = graph.degree()
job.lap("degree")
columns["pagerank"] = graph.pagerank()
job.lap("pagerank")
columns["eigenvector"] = graph.eigenvector_centrality()
job.lap("eigenvector")
columns["coreness"] = graph.coreness()
job.lap("coreness")
columns["louvain"] = graph.community_multilevel().membership
job.lap("louvain")
columns["leiden"] = graph.community_leiden("modularity", n_iterations=2).membership
job.lap("leiden")
job.write(graph.vs["name"], columns)
job.lap("write")
if job.name == "whole":
    layout = graph.layout("fr")
    job.lap("layout")
    job.write_places(graph.vs["name"], layout.coords)
    job.lap("places")
    colors = igraph.RainbowPalette(12)
    igraph.plot(graph, job.path("figure.svg"), layout=layout, bbox=(1600, 1200),
                vertex_size=[3 + degree**0.5 for degree in columns["degree"]],
                vertex_color=[colors[group % 12] for group in columns["leiden"]],
                vertex_label=None, vertex_frame_width=0, edge_width=0.4, edge_color="#00000040")
    job.lap("draw")
