"""Findings, base and gazetteer -> `Draft`: the graphs of one document while they are being written.

Every module of this room writes into a draft and none knows another. The draft mints IRIs, makes each TextSpan once however
many findings share it, and remembers which entries of the gazetteer were referred to. A graph is a dict of triples, so that
what is said twice is one triple and the order of writing is kept.

Refused: a base that would mint IRIs which no RDF parser reads.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from rdflib import URIRef
from rdflib.term import Node

from relaas.errors import UsageError
from relaas.gazetteer import Entry, Gazetteer
from relaas.graph.literals import decimal, integer, string
from relaas.ids import document_iri, node_iri
from relaas.intervals import Intervals
from relaas.model import Evidence, Findings, Mention, Passage, Span
from relaas.vocabulary import OA, RDF, RELAAS, code

Triples = dict[tuple[URIRef, URIRef, Node], None]

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*[/#]")
_KEYED = ("actor/", "place/", "office/")


class Draft:
    """The graphs of one document, being written: `content`, `links`, `provenance`, `metadata` and `registry`."""

    def __init__(self, findings: Findings, *, base: str, gazetteer: Gazetteer) -> None:
        if not _BASE.fullmatch(base):
            raise UsageError(f"{base!r} cannot be the base of IRIs; give an absolute IRI that ends in / or #")
        self.findings = findings
        self.base = base
        self.gazetteer = gazetteer
        self.document = URIRef(document_iri(findings.document.source.sha256, base=base))
        self.content: Triples = {}
        self.links: Triples = {}
        self.provenance: Triples = {}
        self.metadata: Triples = {}
        self.registry: Triples = {}
        #: What the run found, in order of writing: these nodes are said to be recorded by it.
        self.found: list[URIRef] = []
        self._iris: dict[str, URIRef] = {}
        self._spans: dict[Span, URIRef] = {}
        passages = sorted(
            ((part.span, part.passage) for part in findings.document.parts if part.passage), key=lambda pair: pair[0]
        )
        self._passages = Intervals(passages)

    def iri(self, local: str) -> URIRef:
        """Return the IRI of a local name of the document or the gazetteer."""
        if local not in self._iris:
            self._iris[local] = URIRef(node_iri(local, document=self.document, base=self.base))
        return self._iris[local]

    @property
    def keyed(self) -> tuple[str, ...]:
        """The local names below the gazetteer that were referred to so far, sorted."""
        return tuple(sorted(local for local in self._iris if local.startswith(_KEYED)))

    def entry(self, local: str) -> Entry | None:
        """Return what the gazetteer has under a local name; None when the name is the document's own or unknown there."""
        return self.gazetteer.entries.get(local.split("/", 1)[1]) if local.startswith(_KEYED) else None

    def add(self, subject: URIRef, predicate: URIRef, value: Node | None) -> None:
        """Say one thing in the content graph; nothing when there is no value."""
        if value is not None:
            self.content[subject, predicate, value] = None

    def types(self, subject: URIRef, *names: str) -> None:
        """Say of which classes of relaas a node is, super-classes included: a query need not reason."""
        for name in names:
            self.add(subject, RDF.type, RELAAS[name])

    def refer(self, subject: URIRef, predicate: URIRef, locals_: Iterable[str]) -> None:
        """Point to other nodes of the document or the gazetteer by their local names."""
        for local in locals_:
            self.add(subject, predicate, self.iri(local))

    def code(self, subject: URIRef, predicate: URIRef, scheme: str, name: str | None) -> None:
        """Point to a code of a concept scheme; nothing when there is none."""
        if name is not None:
            self.add(subject, predicate, code(scheme, name))

    def span(self, span: Span) -> URIRef:
        """Return the TextSpan of these characters, described once."""
        if span not in self._spans:
            node = self._spans[span] = self.iri(f"s{span.start}-{span.end}")
            exact = self.findings.document.source.quote(span)
            self.types(node, "TextSpan")
            self.add(node, OA.start, integer(span.start))
            self.add(node, OA.end, integer(span.end))
            self.add(node, OA.exact, string(exact))
            self.add(node, RELAAS.normalized, string(self.wording(span)))
            self.add(node, OA.hasSource, self.iri("text"))
        return self._spans[span]

    def spans(self, subject: URIRef, predicate: URIRef, spans: Iterable[Span]) -> None:
        """Point to characters of the text."""
        for span in spans:
            self.add(subject, predicate, self.span(span))

    def mentions(self, subject: URIRef, mentions: Iterable[Mention]) -> None:
        """Point to the words that name a node."""
        self.spans(subject, RELAAS.mention, (mention.span for mention in mentions))

    def wording(self, span: Span) -> str:
        """Return the normalised words at `span`: as its part has them, else with white space joined.

        A passage leaves out page furniture and undoes hyphenation, which the characters alone do not show.
        """
        for passage in self._passages.holding(span):
            words = _slice(passage, span)
            if words:
                return words
        exact = self.findings.document.source.quote(span)
        return " ".join(exact.split()) or exact

    def because(self, subject: URIRef, evidence: Evidence, *, passage: bool = True, confidence: bool = True) -> None:
        """Say why a finding is there: passage, confidence, rule, lexicon entry, note; and that the run recorded it."""
        if passage:
            self.add(subject, RELAAS.evidence, self.span(evidence.span))
        if confidence:
            self.add(subject, RELAAS.confidence, decimal(evidence.confidence))
        self.add(subject, RELAAS.rule, string(evidence.rule))
        if evidence.entry is not None:
            self.add(subject, RELAAS.lexiconEntry, string(evidence.entry))
        if evidence.note is not None:
            self.add(subject, RELAAS.note, string(evidence.note))
        self.found.append(subject)


def _slice(passage: Passage, span: Span) -> str:
    return passage.text[bisect_left(passage.offsets, span.start) : bisect_left(passage.offsets, span.end)].strip()
