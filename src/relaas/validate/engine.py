"""Graph in memory + `Shapes` -> results of the SHACL engine, pySHACL.

No inference, no advanced features, no check of the shapes by shapes: those are checked by tests. The engine's report is read
back into plain values; what it writes about shapes without a name of their own (the members of sh:or) never gets here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from rdflib import RDF, SH, Graph
from rdflib.term import Identifier, Node

from relaas.errors import RelaasError
from relaas.validate.report import Result, Severity
from relaas.validate.shapes import Shapes


def run_shapes(graph: Graph, shapes: Shapes) -> Iterator[Result]:
    """Yield what the shapes find in a graph, in no order. RelaasError when the engine gives up."""
    from pyshacl import validate as check

    _, found, text = check(graph, shacl_graph=shapes.graph, inplace=True, advanced=False, inference="none", meta_shacl=False)
    if not isinstance(found, Graph):
        raise RelaasError(f"the shapes cannot be checked: {text}")
    for node in found.subjects(RDF.type, SH.ValidationResult):
        if (None, SH.detail, node) not in found:
            yield _read(found, node, shapes)


def _read(found: Graph, node: Node, shapes: Shapes) -> Result:
    def the(predicate: Node) -> Identifier | None:
        return cast("Identifier | None", found.value(node, predicate))

    shape, focus = the(SH.sourceShape), the(SH.focusNode)
    path = shapes.graph.value(shape, SH.path)
    if shape is None or focus is None:
        raise RelaasError("the engine reports a result without a shape or a focus node")
    return Result(
        focus_node=focus,
        shape=str(shape),
        component=str(the(SH.sourceConstraintComponent)),
        severity=cast("Severity", str(the(SH.resultSeverity)).rpartition("#")[2]),
        messages=shapes.messages(str(shape)),
        path=shapes.path(path) if path is not None else None,
        value=the(SH.value),
    )
