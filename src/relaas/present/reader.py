"""Dataset -> Reader: one triple pattern at a time, with labels, codes and spans resolved. What the other modules here share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rdflib import Dataset, Graph
from rdflib.term import Node, URIRef

from relaas.vocabulary import CODE, DCTERMS, NIF, OA, RDF, RDFS, RELAAS, SKOS, schemes_graph

#: Languages of labels, best first, for a page in Dutch and in English.
PREFERENCE = {"nl": ("nl", None, "en", "fr"), "en": ("en", "nl", None, "fr")}


@cache
def _code_labels() -> dict[tuple[str, str], str]:
    """(IRI of a code, language) -> its label."""
    return {(str(s), str(o.language)): str(o) for s, o in schemes_graph().subject_objects(SKOS.prefLabel)}  # type: ignore[attr-defined]


class Name(str):
    """A label that knows what it names: text wherever text is asked for, a link where the page can link.

    >>> name = Name("Armenië", "https://w3id.org/relaas/id/actor/armenia")
    >>> name, name.iri
    ('Armenië', 'https://w3id.org/relaas/id/actor/armenia')
    """

    __slots__ = ("iri",)
    iri: str

    def __new__(cls, label: str, iri: str = "") -> Name:
        """Make the label of the node with this IRI; without one it is plain text."""
        name = super().__new__(cls, label)
        name.iri = iri
        return name


class Reader:
    """The union of a dataset's graphs, read in the order of the text."""

    def __init__(self, dataset: Dataset | Graph, language: str = "nl") -> None:
        self.language = language
        self.graph = Graph()
        self._orders: dict[Node, tuple[int, int, str]] = {}
        quads = dataset.quads((None, None, None, None)) if isinstance(dataset, Dataset) else dataset
        for quad in quads:
            self.graph.add((quad[0], quad[1], quad[2]))

    def in_language(self, language: str) -> Reader:
        """Return a reader of the same graph whose labels are in another language."""
        other = Reader(Graph(), language)
        other.graph, other._orders = self.graph, self._orders
        return other

    def all(self, subject: Node, predicate: URIRef) -> list[Node]:
        """Return the objects, in the order of the text where they have one, else by name."""
        return sorted(self.graph.objects(subject, predicate), key=self.order)

    def one(self, subject: Node | None, predicate: URIRef) -> Node | None:
        """Return the first object, or None."""
        found = self.all(subject, predicate) if subject is not None else []
        return found[0] if found else None

    def text(self, subject: Node | None, predicate: URIRef) -> str | None:
        """Return the first object as text, or None."""
        value = self.one(subject, predicate)
        return None if value is None else str(value)

    def of_type(self, *types: URIRef) -> list[Node]:
        """Return the nodes of any of these types, in the order of the text."""
        return sorted({s for t in types for s in self.graph.subjects(RDF.type, t)}, key=self.order)

    def subjects(self, predicate: URIRef, value: Node) -> list[Node]:
        """Return the subjects that have this value, in the order of the text."""
        return sorted(self.graph.subjects(predicate, value), key=self.order)

    def order(self, node: Node) -> tuple[int, int, str]:
        """Sort nodes by where they stand in the text (cue, mention, span), then by name."""
        if node not in self._orders:
            self._orders[node] = self._place(node)
        return self._orders[node]

    def _place(self, node: Node) -> tuple[int, int, str]:
        spans = [node] if (node, OA.start, None) in self.graph else []
        for predicate in (RELAAS.cue, RELAAS.span, RELAAS.evidence, RELAAS.mention):
            spans = spans or list(self.graph.objects(node, predicate))
        where = [self.offsets(s) for s in spans if (s, OA.start, None) in self.graph]
        start, end = min(where, default=(1 << 40, 0))
        return start, -end, str(node)

    def offsets(self, span: Node) -> tuple[int, int]:
        """Return the offsets of a text span."""
        return int(str(self.graph.value(span, OA.start))), int(str(self.graph.value(span, OA.end)))

    def text_of(self, span: Node) -> str:
        """Return the whole text that a span is cut from, one of several where there are several documents; empty without it."""
        source = self.one(span, OA.hasSource)
        return str(self.graph.value(source, NIF.isString) or "") if source is not None else ""

    def words(self, span: Node | None) -> str | None:
        """Return the words of a text span, lines joined."""
        if span is None:
            return None
        value = self.graph.value(span, RELAAS.normalized) or self.graph.value(span, OA.exact)
        return None if value is None else " ".join(str(value).split())

    def label(self, node: Node) -> Name:
        """Return what to call a node: its label in the language of the page, else in Dutch, else its local name."""
        return Name(self._label(node), str(node))

    def _label(self, node: Node) -> str:
        if str(node).startswith(CODE):
            return _code_labels().get((str(node), self.language)) or code_of(node) or str(node)
        labels = {getattr(o, "language", None): str(o) for o in sorted(self.graph.objects(node, RDFS.label), key=str)}
        if not labels:
            labels = {getattr(o, "language", None): str(o) for o in self.graph.objects(node, DCTERMS.title)}
        for language in PREFERENCE[self.language]:
            if language in labels:
                return labels[language]
        return next(iter(labels.values()), str(node).rsplit("/", 1)[-1])

    def labels(self, nodes: Iterable[Node]) -> tuple[Name, ...]:
        """Return the labels of the nodes, each once."""
        return tuple(dict.fromkeys(self.label(n) for n in nodes))

    def code(self, subject: Node | None, predicate: URIRef) -> str | None:
        """Return the code a property gives (`accuse`), or None."""
        value = self.one(subject, predicate)
        return None if value is None else code_of(value)


def code_of(node: Node) -> str:
    """Return the last segment of a code's IRI.

    >>> code_of(URIRef("https://w3id.org/relaas/code/verdict/partly"))
    'partly'
    """
    return str(node).rsplit("/", 1)[-1]
