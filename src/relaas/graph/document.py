"""Document -> its node, its source text, its parts.

The content graph says what the text says about itself: a header that names no asker leaves an asker that is not identified.
What a metadata file supplies has properties of its own in `relaas.graph.metadata`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from relaas.graph.draft import Draft
from relaas.graph.literals import date, integer, string, words
from relaas.model import Document, Findings, Part, Person
from relaas.vocabulary import DCTERMS, LANG, NIF, RELAAS

_CLASSES = {
    "title": "Title",
    "context": "QuestionContext",
    "question": "Question",
    "sub-question": "SubQuestion",
    "answer": "Answer",
    "footnote": "Footnote",
}


def write_document(draft: Draft) -> None:
    """Say what the document is, who asks whom, when, and which parts it has."""
    findings, document, node = draft.findings, draft.findings.document, draft.document
    draft.types(node, "Document")
    if title := _title(draft):
        draft.add(node, DCTERMS.title, words(title))
    header = document.header
    if header.number is not None:
        draft.add(node, DCTERMS.identifier, string(header.number))
    draft.add(node, DCTERMS.language, LANG.NLD)
    draft.code(node, RELAAS.documentType, "document-type", document.document_type)
    draft.code(node, RELAAS.chamber, "chamber", document.chamber)
    draft.add(node, RELAAS.text, draft.iri("text"))
    draft.refer(node, RELAAS.asker, askers(findings))
    draft.refer(node, RELAAS.addressedTo, addressees(findings))
    draft.refer(node, RELAAS.answerer, answerers(findings))
    if header.submitted:
        draft.add(node, RELAAS.submitted, date(header.submitted))
    if header.answered:
        draft.add(node, RELAAS.answered, date(header.answered))
    elif after := terminus_post_quem(findings):
        draft.add(node, RELAAS.terminusPostQuem, date(after))
    for name in findings.not_stated:
        draft.code(node, RELAAS.notStated, "not-stated", name)
    _write_text(draft)
    for part in document.parts:
        _write_part(draft, part)


def askers(findings: Findings) -> tuple[str, ...]:
    """Return the actor ids of who asks: those the header names, else the voice of the questions."""
    return _people(findings, findings.document.header.askers, "question", "context")


def answerers(findings: Findings) -> tuple[str, ...]:
    """Return the actor ids of who answers: the voice of the answers and those the header names."""
    return _people(findings, findings.document.header.respondents, "answer")


def addressees(findings: Findings) -> tuple[str, ...]:
    """Return the actor ids of who is asked: those the header names, else whom the questions of the asker's own voice address."""
    named = tuple(_named(findings, findings.document.header.addressees))
    if named:
        return named
    askers_ = set(askers(findings))
    asked = (
        addressee
        for claim in findings.claims
        if claim.speech_act in ("ask", "request") and askers_.intersection(claim.holders) and claim.reporter in askers_
        for addressee in claim.addressees
    )
    return tuple(dict.fromkeys(asked))


def voice_of(findings: Findings, part: Part) -> str | None:
    """Return the actor id of whose words a part holds; None for a title and where nobody can be told.

    The extraction says so (`Findings.voices`); findings made without it show it by the reporter of the claims of the part,
    then of parts of the same voice, then by the actors that stand for a voice without a mention.
    """
    stated = dict(findings.voices)
    if part.part_id in stated:
        return stated[part.part_id]
    if part.kind == "footnote":
        above = next((p for p in findings.document.parts if p.part_id == part.parent), None)
        return voice_of(findings, above) if above else None
    if part.voice is None:
        return None
    if part.kind == "sub-question" and part.parent in stated:
        return stated[part.parent]
    alike = {p.part_id for p in findings.document.parts if p.voice == part.voice and p.kind != "footnote"}
    for among in ({part.part_id}, alike):
        reporter = next((claim.reporter for claim in findings.claims if claim.part_id in among), None)
        if reporter:
            return reporter
    return part.voice if any(actor.actor_id == part.voice for actor in findings.actors) else None


def terminus_post_quem(findings: Findings) -> datetime.date | None:
    """Return the date that the text must be younger than: the latest day on which something it narrates as done began."""
    begun = (
        event.when.earliest_start
        for event in findings.events
        if event.factuality == "attested" and event.when and event.when.earliest_start
    )
    return max(begun, default=None)


def _title(draft: Draft) -> str | None:
    part = next((part for part in draft.findings.document.parts if part.kind == "title"), None)
    return draft.wording(part.span) if part else draft.findings.document.header.subject


def _people(findings: Findings, persons: tuple[Person, ...], *kinds: str) -> tuple[str, ...]:
    """Return the voices of parts of these kinds and the actors that stand for the persons of the header, each once."""
    voices = (voice_of(findings, part) for part in findings.document.parts if part.kind in kinds)
    return tuple(dict.fromkeys([*(voice for voice in voices if voice), *_named(findings, persons)]))


def _named(findings: Findings, persons: Iterable[Person]) -> Iterator[str]:
    """Yield the actors whose mentions stand where the header names these persons, else that are called the same."""
    for person in persons:
        here = [
            actor.actor_id
            for actor in findings.actors
            if person.span and any(person.span.overlap(mention.span) for mention in actor.mentions)
        ]
        called = {name.casefold() for name in (person.name, person.office) if name}
        yield from here or [actor.actor_id for actor in findings.actors if actor.label.casefold() in called][:1]


def _write_text(draft: Draft) -> None:
    source, node = draft.findings.document.source, draft.iri("text")
    draft.types(node, "SourceText")
    draft.add(node, RELAAS.sha256, string(source.sha256))
    draft.add(node, RELAAS.charCount, integer(len(source.text)))
    draft.add(node, DCTERMS.format, string(source.media_type))
    draft.add(node, NIF.isString, string(source.text))


def _write_part(draft: Draft, part: Part) -> None:
    node = draft.iri(part.part_id)
    above = draft.iri(part.parent) if part.parent else draft.document
    draft.types(node, "DocumentPart", _CLASSES[part.kind])
    draft.add(node, DCTERMS.isPartOf, above)
    draft.add(above, DCTERMS.hasPart, node)
    if voice := voice_of(draft.findings, part):
        draft.refer(node, RELAAS.voice, [voice])
    draft.add(node, RELAAS.span, draft.span(part.span))
    draft.add(node, RELAAS.ordinal, integer(part.ordinal))
    if part.number is not None:
        draft.add(node, RELAAS.numberLabel, string(part.number))
    draft.refer(node, RELAAS.answers, part.answers)


def document_date(document: Document, part: Part | None) -> datetime.date | None:
    """Return the date of the words of a part: that of the answer for an answer, else that of the question, where stated."""
    if part is not None and part.voice == "answerer":
        return document.header.answered
    return document.header.submitted
