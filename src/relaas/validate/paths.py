"""SHACL property path -> `PropertyPath`, which prints as a SPARQL path and as Turtle.

A report must say on which path a value is wrong without pointing into the shapes: `^relaas:text`, `relaas:inPart/relaas:voice`.
Refused: a node that is no path raises ValueError.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from relaas.vocabulary import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

Kind = Literal["iri", "sequence", "alternative", "inverse", "zeroOrMore", "oneOrMore", "zeroOrOne"]
SHAPES = "https://w3id.org/relaas/shapes#"
SH = "http://www.w3.org/ns/shacl#"

_MARKS = {"zeroOrMore": "*", "oneOrMore": "+", "zeroOrOne": "?"}
_NAMESPACES = sorted(((ns, prefix) for prefix, ns in {**PREFIXES, "sps": SHAPES}.items()), reverse=True)


def short(iri: str) -> str:
    """Return an IRI with its prefix where one is known, else as it is.

    >>> short("https://w3id.org/relaas/ns#holder"), short("https://example.org/x")
    ('relaas:holder', 'https://example.org/x')
    """
    for namespace, prefix in _NAMESPACES:
        local = iri.removeprefix(namespace)
        if local != iri and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return iri


@dataclass(frozen=True, slots=True)
class PropertyPath:
    """A property path: an IRI, or a kind of path over others."""

    kind: Kind
    iri: str = ""
    parts: tuple[PropertyPath, ...] = ()

    def __str__(self) -> str:
        """Return the path in SPARQL, with prefixes."""
        return self._sparql(inside=False)

    def _sparql(self, *, inside: bool) -> str:
        if self.kind == "iri":
            return short(self.iri)
        parts = [part._sparql(inside=True) for part in self.parts]
        if self.kind == "inverse":
            return f"^{parts[0]}"
        if self.kind in _MARKS:
            return parts[0] + _MARKS[self.kind]
        joined = ("/" if self.kind == "sequence" else "|").join(parts)
        return f"({joined})" if inside else joined

    def turtle(self) -> str:
        """Return the path as SHACL writes it in Turtle, with full IRIs."""
        if self.kind == "iri":
            return f"<{self.iri}>"
        parts = [part.turtle() for part in self.parts]
        if self.kind == "sequence":
            return f"( {' '.join(parts)} )"
        if self.kind == "alternative":
            return f"[ sh:alternativePath ( {' '.join(parts)} ) ]"
        return f"[ sh:{self.kind}Path {parts[0]} ]"


def read_path(graph: Graph, node: Node) -> PropertyPath:
    """Return the path at a node of a shapes graph."""
    from rdflib import RDF, URIRef

    if isinstance(node, URIRef):
        return PropertyPath("iri", iri=str(node))
    if (node, RDF.first, None) in graph:
        return PropertyPath("sequence", parts=tuple(read_path(graph, item) for item in graph.items(node)))
    listed = graph.value(node, URIRef(SH + "alternativePath"))
    if listed is not None:
        return PropertyPath("alternative", parts=tuple(read_path(graph, item) for item in graph.items(listed)))
    kinds: tuple[Kind, ...] = ("inverse", "zeroOrMore", "oneOrMore", "zeroOrOne")
    for kind in kinds:
        below = graph.value(node, URIRef(f"{SH}{kind}Path"))
        if below is not None:
            return PropertyPath(kind, parts=(read_path(graph, below),))
    raise ValueError(f"{node!r} is no property path")
