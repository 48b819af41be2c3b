"""rdflib Dataset -> Turtle or TriG, as a person would write it.

Prefixes that are used and no others, the document's own names under a prefix of their own, subjects in reading order, lists of
values on lines of their own. Written by ourselves because the bytes must depend on the graph alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rdflib import Dataset, URIRef
from rdflib.term import BNode, Literal, Node

from relaas.serialize.lines import quoted
from relaas.serialize.order import Properties, described, natural
from relaas.vocabulary import PREFIXES, RDF, RELAAS, XSD

#: Local names that need no escape in any parser. A point may stand inside, never at an end.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE = {
    XSD.integer: re.compile(r"[+-]?[0-9]+"),
    XSD.decimal: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD.boolean: re.compile(r"true|false"),
}


def write_turtle(dataset: Dataset, *, base: str) -> bytes:
    """Return Turtle: the union of the graphs."""
    names = Names(dataset, base=base)
    body = names.block(((s, p, o) for s, p, o, _ in dataset.quads()), indent="")
    return f"{names.header()}\n{body}".encode() if body else names.header().encode()


def write_trig(dataset: Dataset, *, base: str) -> bytes:
    """Return TriG: the default graph bare, then each named graph in a block."""
    names = Names(dataset, base=base)
    default = dataset.default_graph.identifier
    graphs: dict[Node, list[tuple[Node, Node, Node]]] = {}
    for s, p, o, g in dataset.quads():
        graphs.setdefault(default if g is None else g, []).append((s, p, o))
    blocks = []
    for graph in sorted(graphs, key=lambda name: (name != default, "registry" in str(name), natural(str(name)))):
        if graph == default:
            blocks.append(names.block(graphs[graph], indent=""))
        else:
            blocks.append(f"{names.node(graph)} {{\n{names.block(graphs[graph], indent='    ')}}}\n")
    return "\n".join([names.header(), *blocks]).encode()


class Names:
    """Short names for the IRIs of one dataset; remembers which prefixes were used."""

    def __init__(self, dataset: Dataset, *, base: str) -> None:
        documents = sorted({str(s) for s, _, _, _ in dataset.quads((None, RDF.type, RELAAS.Document, None))}, key=natural)
        own = {"doc" if len(documents) == 1 else f"doc{n}": f"{iri}/" for n, iri in enumerate(documents, 1)}
        below = {name: f"{base}{name}/" for name in ("actor", "place", "office")}
        self._prefixes: Mapping[str, str] = {**PREFIXES, **below, **own}
        self._by_namespace = {namespace: prefix for prefix, namespace in self._prefixes.items()}
        self._used: set[str] = set()
        self._known: dict[str, str] = {}

    def header(self) -> str:
        """Return the lines that declare the prefixes used; call it when everything else is written."""
        return "".join(f"@prefix {prefix}: <{self._prefixes[prefix]}> .\n" for prefix in self._prefixes if prefix in self._used)

    def iri(self, iri: str) -> str:
        """Return a prefixed name where there is one, else the IRI itself."""
        if iri not in self._known:
            self._known[iri] = self._shorten(iri)
        return self._known[iri]

    def _shorten(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._by_namespace.get(iri[:cut])
        if prefix is None or not _LOCAL.fullmatch(iri[cut:]):
            return f"<{iri}>"
        self._used.add(prefix)
        return f"{prefix}:{iri[cut:]}"

    def node(self, node: Node) -> str:
        """Return any term."""
        if isinstance(node, URIRef):
            return self.iri(node)
        if isinstance(node, Literal):
            return self._literal(node)
        if isinstance(node, BNode):
            return f"_:{node}"
        raise TypeError(f"no RDF term: {node!r}")

    def _literal(self, literal: Literal) -> str:
        text = str(literal)
        if literal.language:
            return f"{quoted(text)}@{literal.language}"
        if literal.datatype is None or literal.datatype == XSD.string:
            return quoted(text)
        bare = _BARE.get(literal.datatype)
        return text if bare and bare.fullmatch(text) else f"{quoted(text)}^^{self.iri(literal.datatype)}"

    def block(self, triples: Iterable[tuple[Node, Node, Node]], *, indent: str) -> str:
        """Return the triples of one graph, a paragraph for each subject."""
        said = described(triples)
        return "\n".join(self._paragraph(subject, properties, indent) for subject, properties in said.items())

    def _paragraph(self, subject: Node, properties: Properties, indent: str) -> str:
        lines = []
        for predicate, values in properties.items():
            name = "a" if predicate == RDF.type else self.iri(predicate)
            terms = [self.node(value) for value in values]
            plain = len(terms) == 1 or (sum(map(len, terms)) < 80 and not any(isinstance(value, Literal) for value in values))
            glue = ", " if plain else f",\n{indent}        "
            lines.append(f"{indent}    {name} {glue.join(terms)}")
        return f"{indent}{self.node(subject)}\n" + " ;\n".join(lines) + " .\n"
