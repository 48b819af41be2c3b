"""Hand-made trees for the tests of events.

A sentence is written as `word|lemma|POS|label|head|features` with blanks between the tokens and commas between features;
what is left out is the word in lower case, X, dep, the first token, nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from relaas.extract.cast import Cast
from relaas.extract.dates import find_dates
from relaas.extract.events import find_events
from relaas.ids import Namer
from relaas.model import Actor, Analysis, Document, Event, Header, Part, PartKind, Passage, Place, Sentence, Source, Span, Token

Rows = tuple[PartKind, str]


def sentence(notation: str, *, index: int, part_id: str, start: int) -> Sentence:
    """Return the sentence that the notation describes, in the source from `start` on."""
    rows = [[*t.split("|"), "", "", "", "", ""][:6] for t in notation.split()]
    tokens: list[Token] = []
    at = start
    for i, (word, lemma, pos, dep, head, morph) in enumerate(rows):
        space = i + 1 < len(rows) and rows[i + 1][0] not in ".,?"
        base = lemma or word.lower()
        tokens.append(
            Token(
                i,
                word,
                base,
                pos or "X",
                "",
                morph.replace(",", "|"),
                dep or "dep",
                int(head or 0),
                Span(at, at + len(word)),
                space,
            )
        )
        at += len(word) + space
    return Sentence(index, part_id, tuple(tokens))


def document(*rows: Rows, submitted: date | None = None) -> Analysis:
    """Return a document with one part for each sentence: title, context, q1, a1 and so on."""
    text, parts, sentences = "", [], []
    counts: dict[str, int] = {}
    for ordinal, (kind, notation) in enumerate(rows):
        counts[kind] = counts.get(kind, 0) + 1
        part_id = kind if kind in ("title", "context") and counts[kind] == 1 else f"{kind[0]}{counts[kind]}"
        made = sentence(notation, index=ordinal, part_id=part_id, start=len(text))
        body = made.text
        passage = Passage(body, tuple(range(len(text), len(text) + len(body))))
        parts.append(Part(part_id, kind, made.span, ordinal, passage=passage, sentences=(Span(0, len(body)),)))
        sentences.append(made)
        text += body + " "
    header = Header(submitted=submitted)
    source = Source("example", text, "0" * 64)
    return Analysis(Document(source, "none", "unknown", "written-question", header, tuple(parts)), tuple(sentences))


def cast_of(analysis: Analysis, actors: Mapping[str, str], places: Mapping[str, str] | None = None) -> Cast:
    """Return a cast in which each word of `actors` stands for that actor id, each of `places` for that place id."""
    named, located = {}, {}
    for made in analysis.sentences:
        for token in made.tokens:
            if token.text in actors:
                named[made.index, token.i] = (actors[token.text],)
            if places and token.text in places:
                located[made.index, token.i] = (places[token.text],)
    known = tuple(Actor(a, "state", a, geopolitical=True) for a in sorted({*actors.values(), "asker", "answerer"}))
    spots = tuple(Place(p, p) for p in sorted(set((places or {}).values())))
    return Cast(known, (), spots, {}, named, located)


def events(analysis: Analysis, actors: Mapping[str, str], places: Mapping[str, str] | None = None) -> tuple[Event, ...]:
    """Return the events of a document."""
    return find_events(analysis, cast_of(analysis, actors, places), find_dates(analysis), Namer())


def shape(event: Event) -> tuple[str, str | None, list[tuple[str, str]], list[str]]:
    """Return type, date, participants with role, and places."""
    people: list[tuple[str, str]] = [(p.actor_id, p.role) for p in event.participants]
    return str(event.event_type), event.when.edtf if event.when else None, people, list(event.places)
