"""Bytes of any origin -> rdflib Dataset, through pyoxigraph.

Files from outside are not trusted. The parser expands no entity and fetches no context; what would still hurt is refused
before it (JSON nested so deep that the stack of the process ends) or kept from rdflib (it parses the text of XML and HTML
literals when it makes one, and logs what it cannot convert). Values keep their lexical form.

Refused, as GraphError: what is no RDF, relative IRIs, remote contexts, triple terms and directions of text (RDF 1.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pyoxigraph as ox
from rdflib import Dataset, Graph, URIRef
from rdflib.term import BNode, IdentifiedNode, Literal, Node

from relaas.errors import GraphError, UsageError
from relaas.nesting import refuse_deep
from relaas.serialize.formats import FORMATS, format_of
from relaas.vocabulary import XSD

_PARSERS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_BOM = b"\xef\xbb\xbf"
_ADVICE = f"give a file in one of the formats {', '.join(FORMATS)}, with the ending of its format"
_CONVERTED = {
    str(XSD.integer): re.compile(r"[+-]?[0-9]{1,400}"),
    str(XSD.decimal): re.compile(r"[+-]?[0-9]{1,400}(\.[0-9]{1,400})?"),
    str(XSD.boolean): re.compile(r"true|false"),
    str(XSD.date): re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}


def read(source: Path | str | bytes, *, format: str | None) -> Dataset:
    """Read a file, or the bytes of one."""
    if format is not None and format not in FORMATS:
        raise UsageError(f"unknown format {format!r}; use one of {', '.join(FORMATS)}")
    name, data = _load(source)
    data = data.removeprefix(_BOM)
    known = format or (found.name if (found := format_of(name)) else None)
    quads = _parse(name, data, known or _guess(data))
    dataset = Dataset()
    try:
        dataset.addN(_convert(dataset, name, quads))
    except (SyntaxError, ValueError) as error:
        raise GraphError(name, f"it is no {FORMATS[known].title if known else 'RDF'}: {_reason(error)}", _ADVICE) from error
    return dataset


def merged(datasets: Iterable[Dataset]) -> Dataset:
    """Put datasets together; a blank node is named after its dataset too, for its name holds in one file only."""
    together = Dataset()
    for number, dataset in enumerate(datasets, 1):

        def term(node: Node, number: int = number) -> Node:
            return BNode(f"d{number}_{node}") if isinstance(node, BNode) else node

        for graph in dataset.graphs():
            default = graph.identifier == dataset.default_graph.identifier
            target = together.default_graph if default else together.graph(cast(IdentifiedNode, term(graph.identifier)))
            together.addN((term(s), term(p), term(o), target) for s, p, o in graph)
    return together


def _load(source: Path | str | bytes) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        return "stdin", source
    path = Path(source)
    try:
        return path.name, path.read_bytes()
    except FileNotFoundError as error:
        raise GraphError(path.name, "there is no such file", "look at the spelling of its name") from error
    except OSError as error:
        raise GraphError(path.name, f"it cannot be read ({error.strerror})", "give a file that you may read") from error


def _guess(data: bytes) -> str:
    """Tell the format of bytes without a name: JSON by its first mark, lines by their first line, else TriG (Turtle is TriG)."""
    start = data[:4096].lstrip()
    if re.match(rb'\[\s*([\[{]|\]\s*$)|\{\s*["}]', start):
        return "jsonld"
    line = start.partition(b"\n")[0]
    return "nquads" if re.match(rb'(<[^>]*>|_:\S+)\s+<[^>]*>\s+[<"_].*\.\s*$', line) else "trig"


def _parse(name: str, data: bytes, format: str) -> Iterator[ox.Quad]:
    if not data.strip():
        raise GraphError(name, "it is empty", _ADVICE)
    if format == "jsonld":
        refuse_deep(name, data)
    return ox.parse(data, format=_PARSERS[format])


def _convert(dataset: Dataset, name: str, quads: Iterator[ox.Quad]) -> Iterator[tuple[Node, Node, Node, Graph]]:
    """Yield quads of rdflib; blank nodes are named by their order in the file, so equal files give equal graphs."""
    terms: dict[object, Node] = {}
    graphs: dict[object, Graph] = {ox.DefaultGraph(): dataset.default_graph}
    blanks = 0

    def term(node: object) -> Node:
        nonlocal blanks
        found = terms.get(node)
        if found is None:
            if isinstance(node, ox.BlankNode):
                blanks += 1
                found = BNode(f"b{blanks}")
            else:
                found = _term(name, node)
            terms[node] = found
        return found

    for quad in quads:
        graph = graphs.get(quad.graph_name)
        if graph is None:
            graph = graphs[quad.graph_name] = dataset.graph(cast(IdentifiedNode, term(quad.graph_name)))
        yield term(quad.subject), term(quad.predicate), term(quad.object), graph


def _term(name: str, node: object) -> Node:
    match node:
        case ox.NamedNode():
            return URIRef(node.value)
        case ox.Literal() if node.direction is None:
            return _literal(node)
    raise GraphError(name, "it holds terms of RDF 1.2 (a triple as a term, a direction of text)", "give RDF 1.1")


def _literal(node: ox.Literal) -> Literal:
    """Return a literal of the same lexical form; only types whose conversion is harmless and certain are given to rdflib."""
    if node.language:
        return Literal(node.value, lang=node.language)
    datatype = node.datatype.value
    if datatype == str(XSD.string):
        return Literal(node.value)
    shape = _CONVERTED.get(datatype)
    if shape and shape.fullmatch(node.value) and (datatype != str(XSD.date) or _is_day(node.value)):
        return Literal(node.value, datatype=URIRef(datatype), normalize=False)
    literal = Literal(node.value)
    literal._datatype, literal._value = URIRef(datatype), None
    return literal


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _reason(error: Exception) -> str:
    """Return the parser's message on one line."""
    return " ".join(str(error).split())[:200]
