"""Graph in memory -> what differs from the text, or within the graph, where SHACL Core cannot compare.

A span must be the slice of its source at its offsets, a quotation must stand in the span it is said to come from, the length
and the digest must be those of the text, and a chain of voices must end at the holders. Targets and messages stand in `shapes/`.

Words are compared, not characters: white space, line breaks, hyphens at line ends and punctuation make no difference, a word
more or less does. A span's normalised wording leaves out what a page puts between its lines, so it is held against the text
letter by letter, and quotations may keep to it. What lacks a property is left to the shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from rdflib import RDF, Graph, Literal
from rdflib.term import IdentifiedNode, Identifier, Node, URIRef

from relaas.validate.paths import PropertyPath, short
from relaas.validate.report import Result
from relaas.validate.shapes import Shapes, shape_iri
from relaas.vocabulary import NIF, OA, PROV, RELAAS

COMPONENT = shape_iri("ComparisonConstraintComponent")

_HYPHEN = re.compile("(?<=\\w)[-\u00ad\u2010\u2011]+\\s*(?=\\w)")
_WORD = re.compile(r"\w+")
_DOCUMENT = re.compile(r"/doc/([0-9a-f]{16})$")
_LONGEST = 120
#: Line ends and tabs as signs: a message is one line, and a span may differ from its text in white space only.
_SHOWN = str.maketrans({"\n": "⏎", "\r": "␍", "\t": "⇥"})


class _Reader:
    """A graph with the one question asked of it here: the values of a property, and the shapes that give results their words."""

    def __init__(self, graph: Graph, shapes: Shapes) -> None:
        self.graph, self._shapes = graph, shapes

    def instances(self, kind: URIRef) -> Iterator[IdentifiedNode]:
        yield from cast("Iterator[IdentifiedNode]", self.graph.subjects(RDF.type, kind))

    def text(self, node: Node | None, predicate: URIRef) -> str | None:
        """Return the one literal of a property as text; None when there is none or more than one."""
        found = list(self.graph.objects(cast("IdentifiedNode", node), predicate)) if node is not None else []
        return str(found[0]) if len(found) == 1 and isinstance(found[0], Literal) else None

    def number(self, node: Node, predicate: URIRef) -> int | None:
        text = self.text(node, predicate)
        return int(text) if text is not None and re.fullmatch(r"[+-]?[0-9]{1,18}", text) else None

    def result(self, shape: str, focus: Node, predicate: URIRef | None, value: Node | None, **details: object) -> Result:
        """Return a result of a shape with the details filled into its messages."""
        iri = shape_iri(shape)
        messages = tuple((lang, _fill(text, details)) for lang, text in self._shapes.messages(iri))
        path = PropertyPath("iri", iri=str(predicate)) if predicate is not None else None
        return Result(
            focus_node=cast("Identifier", focus),
            shape=iri,
            component=COMPONENT,
            severity="Violation",
            messages=messages,
            path=path,
            value=cast("Identifier | None", value),
        )


def compare(graph: Graph, shapes: Shapes) -> Iterator[Result]:
    """Yield what differs, in no order."""
    reader = _Reader(graph, shapes)
    yield from _compare_documents(reader)
    yield from _compare_spans(reader)
    yield from _compare_wordings(reader, "QuoteIsInText", RELAAS.quotedText, RELAAS.quoteSpan)
    yield from _compare_wordings(reader, "ContentIsInText", RELAAS.contentText, RELAAS.contentSpan)
    yield from _compare_chains(reader)


def _compare_documents(reader: _Reader) -> Iterator[Result]:
    for text in reader.instances(RELAAS.SourceText):
        string, count = reader.text(text, NIF.isString), reader.number(text, RELAAS.charCount)
        if string is not None and count is not None and count != len(string):
            value = reader.graph.value(text, RELAAS.charCount)
            yield reader.result("CharCountIsLength", text, RELAAS.charCount, value, expected=count, found=len(string))
    for document in reader.instances(RELAAS.Document):
        named = _DOCUMENT.search(str(document))
        digest = reader.text(reader.graph.value(document, RELAAS.text), RELAAS.sha256)
        if named and digest and not digest.startswith(named[1]):
            yield reader.result("DigestNamesDocument", document, None, document, expected=named[1], found=digest[:16])


def _compare_spans(reader: _Reader) -> Iterator[Result]:
    strings: dict[Node | None, str | None] = {}
    for span in reader.instances(RELAAS.TextSpan):
        source = reader.graph.value(span, OA.hasSource)
        if source not in strings:
            strings[source] = reader.text(source, NIF.isString)
        yield from _compare_span(reader, span, strings[source])


def _compare_span(reader: _Reader, span: IdentifiedNode, string: str | None) -> Iterator[Result]:
    start, end, exact = reader.number(span, OA.start), reader.number(span, OA.end), reader.text(span, OA.exact)
    if string is not None and start is not None and end is not None and 0 <= start < end:
        if end > len(string):
            yield reader.result("SpanWithinText", span, OA.end, reader.graph.value(span, OA.end), end=end, length=len(string))
        elif exact is not None and exact != string[start:end]:
            value, found = reader.graph.value(span, OA.exact), string[start:end]
            yield reader.result("SpanIsSlice", span, OA.exact, value, start=start, end=end, expected=exact, found=found)
    normalized = reader.text(span, RELAAS.normalized)
    if normalized is not None and exact is not None and normalized != exact and not _letters_in_order(normalized, exact):
        value = reader.graph.value(span, RELAAS.normalized)
        yield reader.result("NormalizedIsInText", span, RELAAS.normalized, value, expected=normalized, found=exact)


def _compare_wordings(reader: _Reader, shape: str, wording: URIRef, place: URIRef) -> Iterator[Result]:
    """Hold each wording of a claim against the spans it is said to come from: it must stand in one of them."""
    for claim, value in reader.graph.subject_objects(wording):
        spans = sorted(cast("Iterator[Identifier]", reader.graph.objects(claim, place)))
        exact = [text for span in spans if (text := reader.text(span, OA.exact)) is not None]
        normalized = [text for span in spans if (text := reader.text(span, RELAAS.normalized)) is not None]
        if exact and not any(words_in(str(value), text) for text in [*exact, *normalized]):
            yield reader.result(shape, claim, wording, value, expected=str(value), found=" … ".join(exact))


def _compare_chains(reader: _Reader) -> Iterator[Result]:
    for claim in reader.instances(RELAAS.Claim):
        holders = set(reader.graph.objects(claim, RELAAS.holder))
        links = list(reader.graph.objects(claim, RELAAS.attribution))
        levels = {link: reader.number(link, RELAAS.level) for link in links}
        if not holders or not links or None in levels.values():
            continue
        highest = max(level for level in levels.values() if level is not None)
        ends = {a for link in links if levels[link] == highest for a in reader.graph.objects(link, PROV.agent)}
        if ends and ends != holders:
            yield reader.result(
                "ChainEndsAtHolder", claim, RELAAS.attribution, None, expected=_named(holders), found=_named(ends)
            )


def words_in(wording: str, text: str) -> bool:
    r"""Tell whether the words of `wording` stand in `text`, one after the other and whole.

    >>> words_in("een positief teken", "een posi-\ntief teken,"), words_in("een teken", "geen teken")
    (True, False)
    """
    words, among = (_WORD.findall(_HYPHEN.sub("", string)) for string in (wording, text))
    if not words:
        return wording.strip() in text
    return f" {' '.join(words)} " in f" {' '.join(among)} "


def _letters_in_order(wording: str, text: str) -> bool:
    remaining = iter(text)
    return all(letter in remaining for letter in wording if letter.isalnum())


def _named(nodes: set[Node]) -> str:
    return ", ".join(sorted(short(str(node)) if isinstance(node, URIRef) else "[]" for node in nodes))


def _fill(message: str, details: dict[str, object]) -> str:
    for name, detail in details.items():
        text = str(detail).translate(_SHOWN)
        message = message.replace(f"{{{name}}}", text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
    return message
