"""rdflib Dataset -> N-Quads or N-Triples: one canonical line for each quad, sorted.

Lines are those of RDF 1.1 canonical N-Quads, so two graphs are the same when their files are, and the lines of many files can
be merged with `sort -u`.
"""

from __future__ import annotations

from rdflib import Dataset, URIRef
from rdflib.term import BNode, Literal, Node

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_ESCAPES = {ord("\b"): "\\b", ord("\t"): "\\t", ord("\n"): "\\n", ord("\f"): "\\f", ord("\r"): "\\r"}
_ESCAPES |= {number: f"\\u{number:04X}" for number in (*range(0x20), 0x7F) if number not in _ESCAPES}
_ESCAPES |= {ord('"'): '\\"', ord("\\"): "\\\\"}


def write_quads(dataset: Dataset) -> bytes:
    """Return N-Quads; a triple of the default graph has no fourth term."""
    names: dict[Node | None, str] = {graph.identifier: f"{_node(graph.identifier)} " for graph in dataset.graphs()}
    names |= {None: "", dataset.default_graph.identifier: ""}
    lines = {f"{_node(s)} {_node(p)} {_node(o)} {names[g]}.\n" for s, p, o, g in dataset.quads()}
    return "".join(sorted(lines)).encode()


def write_triples(dataset: Dataset) -> bytes:
    """Return N-Triples: the union of the graphs."""
    lines = {f"{_node(s)} {_node(p)} {_node(o)} .\n" for s, p, o, _ in dataset.quads()}
    return "".join(sorted(lines)).encode()


def quoted(text: str) -> str:
    r"""Return a string between quotation marks with the canonical escapes.

    >>> print(quoted('„stop”, zei hij\nen vertrok'))
    "„stop”, zei hij\nen vertrok"
    """
    return f'"{text.translate(_ESCAPES)}"'


def _node(node: Node) -> str:
    return f"<{node}>" if isinstance(node, URIRef) else _other(node)


def _other(node: Node) -> str:
    if isinstance(node, Literal):
        if node.language:
            return f"{quoted(str(node))}@{node.language}"
        if node.datatype is None or str(node.datatype) == _XSD_STRING:
            return quoted(str(node))
        return f"{quoted(str(node))}^^<{node.datatype}>"
    if isinstance(node, BNode):
        return f"_:{node}"
    raise TypeError(f"no RDF term: {node!r}")
