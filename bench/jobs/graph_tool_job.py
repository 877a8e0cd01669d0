#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The jobs with graph-tool, as its users write them: whole|wide DATA FOLDER. Its groups are those
of a block model, another job, so they are left out."""
from job import Job

job = Job()
from graph_tool import Graph  # noqa: E402  (its import is a phase)
from graph_tool import centrality, draw, generation, topology  # noqa: E402

job.lap("import")
job.read()
job.lap("read")
graph = Graph(directed=False)
names = graph.add_edge_list(job.pairs, hashed=True, hash_type="string")
generation.remove_parallel_edges(graph)
ids = [names[vertex] for vertex in range(graph.num_vertices())]
job.lap("build")
columns = {}
if job.name == "whole":
    columns["closeness"] = centrality.closeness(graph).a
    job.lap("closeness")
    columns["harmonic"] = centrality.closeness(graph, harmonic=True).a
    job.lap("harmonic")
    columns["betweenness"] = centrality.betweenness(graph, norm=False)[0].a
    job.lap("betweenness")
columns["degree"] = graph.get_out_degrees(graph.get_vertices())
job.lap("degree")
columns["pagerank"] = centrality.pagerank(graph, epsilon=1e-14).a
job.lap("pagerank")
vector = centrality.eigenvector(graph, epsilon=1e-14)[1].a
columns["eigenvector"] = vector / vector.max()
job.lap("eigenvector")
columns["coreness"] = topology.kcore_decomposition(graph).a
job.lap("coreness")
job.write(ids, columns)
job.lap("write")
if job.name == "whole":
    layout = draw.sfdp_layout(graph)
    job.lap("layout")
    job.write_places(ids, [list(layout[vertex]) for vertex in graph.vertices()])
    job.lap("places")
    size = graph.new_vertex_property("double")
    size.a = 3 + columns["degree"] ** 0.5
    draw.graph_draw(graph, layout, output_size=(1600, 1200), vertex_size=size, edge_pen_width=0.4,
                    output=job.path("figure.svg"))
    job.lap("draw")
