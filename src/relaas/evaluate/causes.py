"""Scored document, its analysis -> why each mistake was made, as far as a program can tell.

A miss is followed back to the first thing that was lacking: the actor, the word in the lexicon, the frame. Causes are named in
words, so that they can be counted and shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from relaas.evaluate.annotations import Row, listed
from relaas.evaluate.geometry import Offsets, overlap

if TYPE_CHECKING:
    from relaas.evaluate.scoring import Mistake, Sheet
    from relaas.model import Analysis, Sentence, Token

Cause = tuple[str, str]


def count_causes(sheet: Sheet, analysis: Analysis) -> Counter[Cause]:
    """Count the mistakes of a document by kind (*claims*, *events* ...) and cause; `analysis` is that of the same text."""
    return Counter((m.row, _JUDGES.get(m.row, _plain)(m, sheet, analysis)) for m in sheet.mistakes)


def _claim(mistake: Mistake, sheet: Sheet, analysis: Analysis) -> str:
    if mistake.kind == "wrong":
        return "found with another holder"
    if mistake.kind == "false":
        return "found where the annotators count no claim"
    row = _row(sheet.gold["claims"], mistake)
    known = set().union(*sheet.actors.actor.values()) if sheet.actors.actor else set()
    if not set(listed(row["holder"])) <= known:
        return "the holder was not recognised as an actor"
    if not any(_is_cue(t) for t in _tokens(analysis, row.get("cue") or mistake.at)):
        return "the expression is not in the lexicon"
    return "the expression is known, its frame was not recognised"


def _is_cue(token: Token) -> bool:
    from relaas.extract.claims.lexicon import reporting

    lexicon = reporting()
    tables = (lexicon.verbs, lexicon.nouns, lexicon.prepositions, lexicon.predicates)
    return any(form in table for table in tables for form in (token.lower, token.lemma))


def _event(mistake: Mistake, sheet: Sheet, analysis: Analysis) -> str:
    from relaas.extract.eventwords import find_triggers

    if mistake.kind == "wrong":
        return "found as another kind of happening"
    if mistake.kind == "false":
        return "found where the annotators count no event"
    if any(overlap(mistake.at, span) for event in sheet.found.events for span in event["mentions"] if mistake.at):
        return "taken for a mention of another event"
    words = {t.i for t in _tokens(analysis, mistake.at)}
    sentence = _sentence(analysis, mistake.at)
    triggers = find_triggers(sentence) if sentence else ()
    if not any(words & set(range(t.first, t.last + 1)) for t in triggers if t.word is not None):
        return "the word is not in the lexicon"
    return "the word is known, its clause was not taken for a happening"


def _source(mistake: Mistake, sheet: Sheet, _: Analysis) -> str:
    if mistake.kind == "false":
        return "found where the annotators count no document"
    row: Row = next((r for r in sheet.gold["sources"] if r.get("text") == mistake.at), {})
    return f"{row.get('kind', 'document')} not found"


def _verdict(mistake: Mistake, _sheet: Sheet, _analysis: Analysis) -> str:
    return f"{mistake.name.split()[-1]} read as {mistake.note.removeprefix('graph: ')}"


def _plain(mistake: Mistake, _sheet: Sheet, _analysis: Analysis) -> str:
    return {"wrong": "not as annotated", "missed": "not found", "false": "found where the annotators count none"}[mistake.kind]


def _row(rows: Iterable[Row], mistake: Mistake) -> Row:
    name = mistake.name.split()[0]
    return next(row for row in rows if row["id"] == name)


def _sentence(analysis: Analysis, at: Offsets | None) -> Sentence | None:
    return next((s for s in analysis.sentences if at and s.span.start <= at[0] < s.span.end), None)


def _tokens(analysis: Analysis, at: Offsets | None) -> tuple[Token, ...]:
    sentence = _sentence(analysis, at)
    if sentence is None or at is None:
        return ()
    return tuple(t for t in sentence.tokens if overlap(at, (t.span.start, t.span.end)))


_JUDGES: dict[str, Callable[[Mistake, Sheet, Analysis], str]] = {
    "claims": _claim,
    "events": _event,
    "sources": _source,
    "coverage": _verdict,
}
