"""Dataset -> `Report`: whether the graph keeps the contract, and if not, what is to be mended.

The shapes (`shapes/*.ttl`) are SHACL Core and are parsed once per process. They are checked on an in-memory union of the
dataset's graphs, to which the concept schemes (a code must be in its scheme) and the sub-class axioms (a state is an actor)
are added. What Core cannot compare, offsets and quotations with the text, is compared here and stands in the same report.

Refused: nothing is repaired or inferred, and a graph that names no node of a shape is not called good for it: the report says
how many focus nodes every shape had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaas.validate.report import Report, Result

if TYPE_CHECKING:
    from rdflib import Dataset, Graph

__all__ = ["Report", "Result", "validate"]


def validate(dataset: Dataset | Graph) -> Report:
    """Validate a graph against the application profile.

    All graphs of a dataset are seen as one. The dataset is not changed. Warnings do not keep a graph from conforming.
    """
    from relaas.validate.comparison import compare
    from relaas.validate.engine import run_shapes
    from relaas.validate.shapes import bundled, union

    shapes = bundled()
    graph = union(dataset)
    results = {*run_shapes(graph, shapes), *compare(graph, shapes)}
    return Report(
        conforms=not any(result.severity == "Violation" for result in results),
        results=tuple(sorted(results, key=Result.order)),
        focus_nodes=shapes.focus_counts(graph),
    )
