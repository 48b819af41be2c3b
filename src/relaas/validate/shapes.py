"""`shapes/*.ttl` -> `Shapes`: what is checked, on which nodes; Dataset -> the one graph that is checked.

The Turtle is read with pyoxigraph, ten times faster than rdflib's parser, into an rdflib graph for pySHACL: shapes that sit in
an Oxigraph-backed graph cost ten times as much and give false violations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from rdflib import RDF, RDFS, SH, BNode, ConjunctiveGraph, Dataset, Graph, Literal, URIRef
from rdflib.term import IdentifiedNode, Identifier, Node

from relaas import assets
from relaas.validate.paths import SHAPES, PropertyPath, read_path
from relaas.vocabulary import NS, SKOS, XSD

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a shape looks: instances of a class, subjects or objects of a property, or what points at a node with one."""

    kind: str
    term: Node
    node: Node | None = None


@dataclass(frozen=True)
class Shapes:
    """The shapes graph and what is read from it once."""

    graph: Graph

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The IRIs of all named shapes, sorted."""
        typed = (s for kind in (SH.NodeShape, SH.PropertyShape) for s in self.graph.subjects(RDF.type, kind))
        return tuple(sorted(str(s) for s in typed if isinstance(s, URIRef)))

    @cached_property
    def _messages(self) -> dict[str, tuple[tuple[str, str], ...]]:
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for shape, message in self.graph.subject_objects(SH.message):
            found[str(shape)].append((getattr(message, "language", None) or "", str(message)))
        return {shape: tuple(sorted(messages)) for shape, messages in found.items()}

    def messages(self, shape: str) -> tuple[tuple[str, str], ...]:
        """Return the messages of a shape as pairs of language and text, sorted; none for an unknown shape."""
        return self._messages.get(shape, ())

    def path(self, node: Node) -> PropertyPath:
        """Return the property path at a node of the shapes graph."""
        return read_path(self.graph, node)

    @cached_property
    def _targets(self) -> dict[str, tuple[Target, ...]]:
        return {name: tuple(self._targets_of(URIRef(name))) for name in self.names}

    def _targets_of(self, shape: URIRef) -> Iterator[Target]:
        kinds = (("class", SH.targetClass), ("subjects", SH.targetSubjectsOf), ("objects", SH.targetObjectsOf))
        for kind, predicate in kinds:
            for term in self.graph.objects(shape, predicate):
                yield Target(kind, term)
        # A shape below an anonymous one is checked on what points at the target node: the claims that carry a code.
        for above in self.graph.subjects(SH.property, shape):
            path = self.graph.value(above, SH.path)
            inverse = self.graph.value(path, SH.inversePath)
            for node in self.graph.objects(above, SH.targetNode):
                if inverse is not None:
                    yield Target("pointing", inverse, node)

    def focus_counts(self, graph: Graph) -> tuple[tuple[str, int], ...]:
        """Return how many focus nodes every named shape has in a graph, sorted by shape."""
        found = _Nodes(graph)
        return tuple((name, len(set().union(*map(found.at, self._targets[name])))) for name in self.names)

    def focus_nodes(self, graph: Graph, shape: str) -> tuple[Identifier, ...]:
        """Return the focus nodes of one named shape in a graph, sorted."""
        found = _Nodes(graph)
        nodes = set[Node]().union(*map(found.at, self._targets[shape]))
        return tuple(sorted(cast("set[Identifier]", nodes)))


class _Nodes:
    """Answers which nodes a target picks; what was asked once is remembered."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._found: dict[Target, frozenset[Node]] = {}

    def at(self, target: Target) -> frozenset[Node]:
        if target not in self._found:
            self._found[target] = frozenset(self._look(target))
        return self._found[target]

    def _look(self, target: Target) -> Iterable[Node]:
        term, graph = target.term, self._graph
        if target.kind == "subjects":
            return graph.subjects(cast("IdentifiedNode", term), unique=True)
        if target.kind == "objects":
            return graph.objects(None, cast("IdentifiedNode", term), unique=True)
        if target.kind == "pointing":
            return graph.subjects(cast("IdentifiedNode", term), target.node)
        below = graph.transitive_subjects(RDFS.subClassOf, term)
        return (s for kind in below for s in graph.subjects(RDF.type, kind))


@cache
def bundled() -> Shapes:
    """Return the shapes of the package, read once per process; callers must not change them."""
    return Shapes(read(sorted(assets.folder("shapes").glob("*.ttl"))))


def read(paths: Iterable[Path]) -> Graph:
    """Return Turtle files as one graph in memory."""
    import pyoxigraph as ox

    graph = Graph(bind_namespaces="none")
    for number, path in enumerate(paths):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            subject, predicate, value = (_term(node, number) for node in (quad.subject, quad.predicate, quad.object))
            graph.add((subject, predicate, value))
    return graph


def _term(node: object, number: int) -> Identifier:
    """Return a term of pyoxigraph as one of rdflib; blank nodes of different files stay apart."""
    import pyoxigraph as ox

    match node:
        case ox.NamedNode():
            return URIRef(node.value)
        case ox.BlankNode():
            return BNode(f"{node.value}f{number}")
        case ox.Literal() if node.language:
            return Literal(node.value, lang=node.language)
        case ox.Literal():
            plain = node.datatype.value == str(XSD["string"])
            return Literal(node.value, datatype=None if plain else URIRef(node.datatype.value))
    raise TypeError(f"no term of a Turtle file: {node!r}")


def union(dataset: Dataset | Graph) -> Graph:
    """Return all graphs of a dataset as one graph in memory, with the axioms that the shapes rest on."""
    graph = Graph(bind_namespaces="none")
    add = graph.store.add
    triples: Iterable[Triple]
    if isinstance(dataset, ConjunctiveGraph):
        triples = ((s, p, o) for s, p, o, _ in dataset.quads((None, None, None, None)))
    else:
        triples = dataset.triples((None, None, None))
    for triple in triples:
        add(triple, graph)
    for triple in _axioms():
        add(triple, graph)
    return graph


@cache
def _axioms() -> tuple[Triple, ...]:
    """Return which concepts there are and which classes of relaas stand below which.

    Read here and not from the graphs of `relaas.vocabulary`: a tenth of their triples is wanted, and making the others costs
    more than a validation.
    """
    import pyoxigraph as ox

    room = assets.folder("ontology")
    found: set[tuple[URIRef, URIRef, URIRef]] = set()
    for path in (room / "relaas.ttl", *room.glob("codes/*.ttl")):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode) or not isinstance(quad.object, ox.NamedNode):
                continue
            subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object.value
            if predicate == str(SKOS.inScheme):
                found.add((URIRef(subject), RDF.type, SKOS.Concept))
            elif predicate == str(RDFS.subClassOf) and subject.startswith(NS) and value.startswith(NS):
                found.add((URIRef(subject), RDFS.subClassOf, URIRef(value)))
    return tuple(sorted(found))


def shape_iri(local: str) -> str:
    """Return the IRI of a shape by its local name.

    >>> shape_iri("Claim-holder")
    'https://w3id.org/relaas/shapes#Claim-holder'
    """
    return SHAPES + local
