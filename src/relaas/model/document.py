"""What a document is made of: header, parts, what its metadata file supplies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from relaas.model.codes import Chamber, DocumentType
from relaas.model.text import Diagnostic, Passage, Source, Span

PartKind = Literal["title", "context", "question", "sub-question", "answer", "footnote"]
Voice = Literal["asker", "answerer"]


@dataclass(frozen=True, slots=True)
class Part:
    """A title, context, question, sub-question, answer or footnote.

    `part_id` is the local name in the IRI: `title`, `context`, `q2`, `q2.2`, `a1`, `fn3`. `span` runs from the first to the
    last word, without heading, number and a final footnote mark. `number` is the label as printed (`4 en 5`). `passage` is
    the normalised text that is analysed, and `sentences` cut it (half-open offsets *into the passage*); a sub-question has
    none of its own, its sentences are its question's. `answers` are the part ids of the questions an answer belongs to.
    """

    part_id: str
    kind: PartKind
    span: Span
    ordinal: int
    number: str | None = None
    parent: str | None = None
    answers: tuple[str, ...] = ()
    passage: Passage | None = None
    sentences: tuple[Span, ...] = ()

    @property
    def voice(self) -> Voice | None:
        """Whose words these are; a title has no voice."""
        if self.kind == "title":
            return None
        return "answerer" if self.kind == "answer" else "asker"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a header names: name, party and office as printed, each where the text has it."""

    name: str | None = None
    party: str | None = None
    office: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the document itself says about itself; absent where it does not."""

    number: str | None = None
    subject: str | None = None
    askers: tuple[Person, ...] = ()
    addressees: tuple[Person, ...] = ()
    respondents: tuple[Person, ...] = ()
    submitted: date | None = None
    answered: date | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a metadata file supplies; never mixed with what the text says.

    Field names of the file are those of the Flemish Parliament's open data: vraagsteller, minister, datum, onderwerp, thema.
    """

    asker: str | None = None
    minister: str | None = None
    office: str | None = None
    number: str | None = None
    submitted: date | None = None
    answered: date | None = None
    subject: str | None = None
    themes: tuple[str, ...] = ()
    chamber: Chamber | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its structure. `parts` stand in reading order; a sub-question follows its question."""

    source: Source
    layout: str
    chamber: Chamber
    document_type: DocumentType
    header: Header
    parts: tuple[Part, ...]
    metadata: Metadata | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def part(self, part_id: str) -> Part:
        """Return the part with this local name; KeyError when there is none."""
        for part in self.parts:
            if part.part_id == part_id:
                return part
        raise KeyError(part_id)
