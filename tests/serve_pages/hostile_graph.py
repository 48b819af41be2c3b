"""A graph in which every name, quote, title, text and address is out to do harm, made from a harmless one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rdflib import Dataset
from rdflib.term import Literal, URIRef

from relaas.vocabulary import DCTERMS, FOAF, NIF, OA, RDF, RDFS, RELAAS, SCHEMA

if TYPE_CHECKING:
    from rdflib.term import Node

#: Each calls `hurt` when it is run as a script; a test looks whether it ever was.
STRINGS = (
    "<script>window.hurt=1</script>",
    "</title><script>window.hurt=1</script>",
    "</textarea><script>window.hurt=1</script>",
    "</style><script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=1>",
    "<img src='http://198.51.100.7/spy.png'>",
    "<svg onload=window.hurt=1>",
    "<svg><script>window.hurt=1</script></svg>",
    '" onmouseover=window.hurt=1 autofocus onfocus=window.hurt=1 x="',
    "' onmouseover=window.hurt=1 autofocus onfocus=window.hurt=1 x='",
    "javascript:window.hurt=1",
    "JaVaScRiPt:window.hurt=1//http://",
    "data:text/html,<script>window.hurt=1</script>",
    "{{ 7 * 7 }}{% raw %}{{ config }}",
    "<a href='javascript:window.hurt=1'>klik</a>",
    "<iframe src='http://198.51.100.7/'></iframe>",
    "<base href='http://198.51.100.7/'><link rel=stylesheet href='http://198.51.100.7/x.css'>",
    "<meta http-equiv=refresh content='0;url=http://198.51.100.7/'>",
    "<!--<script>window.hurt=1//--><style>@import'http://198.51.100.7/x.css';</style>",
    "\u202ekcatta\u202c &lt;script&gt;window.hurt=1&lt;/script&gt; \\u003cscript>",
)
#: IRIs that are legal and should never become the address of a link, or only a harmless one.
IRIS = (
    "javascript:window.hurt=1",
    "JAVASCRIPT:window.hurt=1//https://example.org/",
    "data:text/html,%3Cscript%3Ewindow.hurt=1%3C/script%3E",
    "vbscript:window.hurt=1",
    "https://w3id.org/relaas/id/'onmouseover=window.hurt=1'",
    "https://w3id.org/relaas/id/a%22%3E%3Cscript%3Ewindow.hurt=1%3C/script%3E",
    "https://w3id.org/relaas/id/..//198.51.100.7/",
    "https://w3id.org/relaas/ns#'onfocus=window.hurt=1'",
    "http://198.51.100.7/?'onfocus='window.hurt=1",
)
_WORDS = (
    RDFS.label, DCTERMS.title, DCTERMS.identifier, RELAAS.contentText, RELAAS.quotedText, RELAAS.counted, RELAAS.rule,
    RELAAS.note, RELAAS.lexiconEntry, RELAAS.numberLabel, RELAAS.edtf, RELAAS.aspect, RELAAS.reason, RELAAS.suppliedSubject,
    OA.exact, RELAAS.normalized, RELAAS.unitText,
)  # fmt: skip


def hostile(dataset: Dataset) -> Dataset:
    """Return a copy whose words are hostile strings, one after the other, with a source and links to hostile IRIs."""
    out = Dataset()
    turns = _turns()
    for subject, predicate, value, graph in sorted(dataset.quads((None, None, None, None)), key=str):
        changed: Node = value
        if predicate in _WORDS:
            changed = (
                Literal(next(turns), lang=value.language)
                if isinstance(value, Literal) and value.language
                else Literal(next(turns))
            )
        elif predicate == NIF.isString:
            # as long as the text was, so that every offset stays within it
            changed = Literal((" \n".join(STRINGS) + "\n\n") * (len(str(value)) // 900 + 1))
        out.graph(graph).add((subject, predicate, changed))
    _add_iris(out)
    return out


def _turns() -> Iterator[str]:
    while True:
        yield from STRINGS


def _add_iris(dataset: Dataset) -> None:
    document = next(s for s, _, _, _ in dataset.quads((None, RDF.type, RELAAS.Document, None)))
    graph = dataset.graph(URIRef(f"{document}/graph"))
    actors = sorted((s for s, _, _, _ in dataset.quads((None, RDF.type, RELAAS.Actor, None))), key=str)
    for number, iri in enumerate(IRIS):
        source, node = URIRef(f"{document}/src{number}-{number + 1}"), URIRef(iri)
        graph.add((source, RDF.type, RELAAS.CitedSource))
        graph.add((source, DCTERMS.title, Literal(STRINGS[number], lang="nl")))
        graph.add((source, FOAF.page, node))
        graph.add((node, RDF.type, RELAAS.Actor))
        graph.add((node, RDFS.label, Literal(STRINGS[number], lang="nl")))
        graph.add((actors[0], SCHEMA.sameAs, node))
        graph.add((actors[0], RELAAS.aboutActor, node))
        graph.add((document, RELAAS.notStated, URIRef(f"{iri}x")))
