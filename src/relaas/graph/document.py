"""Document -> its node, its source text, its parts.

The content graph says what the text says about itself: a header that names no asker leaves an asker that is not identified.
What a metadata file supplies has properties of its own in `relaas.graph.metadata`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import chain

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


def voice_of(findings: Findings, part: Part) -> str | None:
    """Return the actor whose words a part holds, `asker` or `answerer`; None for a title and where there is no such actor.

    A footnote speaks with the voice of the part it belongs to.
    """
    if part.kind == "footnote":
        above = next((p for p in findings.document.parts if p.part_id == part.parent), None)
        return voice_of(findings, above) if above else None
    return part.voice if any(actor.actor_id == part.voice for actor in findings.actors) else None


def askers(findings: Findings) -> tuple[str, ...]:
    """Return who asks: the voice of the questions."""
    return _voices(findings, "question", "context")


def answerers(findings: Findings) -> tuple[str, ...]:
    """Return who answers: the voice of the answers; nobody where there are none."""
    return _voices(findings, "answer")


def addressees(findings: Findings) -> tuple[str, ...]:
    """Return who is asked: whom the header names, else whom the questions of the asker's own voice address."""
    named = tuple(_named(findings, findings.document.header.addressees))
    if named:
        return tuple(dict.fromkeys(named))
    asked = (
        addressee
        for claim in findings.claims
        if claim.speech_act in ("ask", "request") and claim.reporter == "asker" and claim.holders == ("asker",)
        for addressee in claim.addressees
    )
    return tuple(dict.fromkeys(asked))


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


def _voices(findings: Findings, *kinds: str) -> tuple[str, ...]:
    voices = (voice_of(findings, part) for part in findings.document.parts if part.kind in kinds)
    return tuple(dict.fromkeys(voice for voice in voices if voice))


def _named(findings: Findings, persons: Iterable[Person]) -> Iterator[str]:
    """Yield for each person of the header the actor of that name or office, else the one who is mentioned there.

    A party that stands beside a name is an actor too, but nobody's addressee.
    """
    offices = {office.office_id: office.label.casefold() for office in findings.offices}
    for person in persons:
        called = {name.casefold() for name in (person.name, person.office) if name}
        same = (a for a in findings.actors if a.label.casefold() in called or offices.get(a.office or "") in called)
        here = (
            actor
            for actor in findings.actors
            if actor.actor_type != "party" and any(person.span and person.span.overlap(m.span) for m in actor.mentions)
        )
        if found := next(chain(same, here), None):
            yield found.actor_id


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
