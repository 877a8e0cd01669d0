#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The jobs with NetworkX, as its users write them: whole|wide DATA FOLDER. It has no Leiden."""
from job import Job

job = Job()
import networkx  # noqa: E402  (its import is a phase)

job.lap("import")
job.read()
job.lap("read")
graph = networkx.Graph()
graph.add_edges_from(job.pairs)
job.lap("build")
columns = {}
if job.name == "whole":
    columns["closeness"] = networkx.closeness_centrality(graph, wf_improved=False)
    job.lap("closeness")
    total = networkx.harmonic_centrality(graph)
    columns["harmonic"] = {key: value / (len(graph) - 1) for key, value in total.items()}
    job.lap("harmonic")
    columns["betweenness"] = networkx.betweenness_centrality(graph, normalized=False)
    job.lap("betweenness")
columns["degree"] = dict(graph.degree())
job.lap("degree")
# The tolerances are those at which 9 digits agree with the others; the defaults are looser.
columns["pagerank"] = networkx.pagerank(graph, tol=1e-13 / len(graph), max_iter=1000)
job.lap("pagerank")
vector = networkx.eigenvector_centrality(graph, tol=1e-15, max_iter=10000)
largest = max(vector.values())
columns["eigenvector"] = {key: value / largest for key, value in vector.items()}
job.lap("eigenvector")
columns["coreness"] = networkx.core_number(graph)
job.lap("coreness")
groups = networkx.community.louvain_communities(graph, seed=1)
columns["louvain"] = {key: number for number, group in enumerate(groups) for key in group}
job.lap("louvain")
job.write(graph, {name: [column[key] for key in graph] for name, column in columns.items()})
job.lap("write")
if job.name == "whole":
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    job.lap("import")
    layout = networkx.spring_layout(graph, seed=1)
    job.lap("layout")
    job.write_places(graph, [layout[key] for key in graph])
    job.lap("places")
    pyplot.figure(figsize=(16, 12), dpi=100)
    networkx.draw_networkx_edges(graph, layout, width=0.4, alpha=0.25)
    networkx.draw_networkx_nodes(
        graph, layout, node_size=[3 + graph.degree[key] for key in graph], cmap="hsv",
        node_color=[columns["louvain"][key] % 12 for key in graph])
    pyplot.axis("off")
    pyplot.savefig(job.path("figure.svg"))
    job.lap("draw")
