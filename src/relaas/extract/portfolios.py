"""Reading, its phrases -> the same, with the names of ministries whole: *de FOD Water, Wegen en Bruggen* is one body, not three.

The names of ministries are lists of what they deal with. What follows a comma belongs to the name when capitalised words stand
there and an *en* closes the list. Refuses lists in which a person or an office stands.
"""

from __future__ import annotations

from dataclasses import replace

from relaas import gazetteer
from relaas.extract.named import Phrase, Piece
from relaas.extract.nouns import ending_at
from relaas.extract.phrases import Reading, capital_run


def with_portfolios(reading: Reading, found: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each ministry's name to its end; those inside a name are left out."""
    out: list[Phrase] = []
    within = -1
    for phrase in sorted(found, key=lambda p: p.first):
        if phrase.first <= within:
            continue
        end = _end(reading, phrase.last) if _is_ministry(phrase) and phrase.pieces[0][1] == phrase.last else None
        if end is None:
            out.append(phrase)
            continue
        first, _, form = phrase.pieces[0]
        pieces: tuple[Piece, ...] = ((first, end, form), *phrase.pieces[1:])
        out.append(replace(phrase, last=end, pieces=pieces, wording=phrase.sentence.words(first, end)))
        within = end
    return out


def _is_ministry(phrase: Phrase) -> bool:
    if phrase.noun is not None:
        return phrase.noun.actor_type == "ministry"
    entry = gazetteer.bundled().entries.get(phrase.keys[0]) if len(phrase.keys) == 1 else None
    return phrase.cue == "ministry" or (entry is not None and entry.type == "ministry")


def _end(reading: Reading, last: int) -> int | None:
    """Return the last token of the list behind token `last`; None when no list follows, or none that *en* closes."""
    at = last
    while (
        reading.lower(at + 1) == "," and (run := capital_run(reading, at + 2)) is not None and not _holds_office(reading, at + 2)
    ):
        at = run
    closed = at > last and reading.lower(at + 1) == "en" and not _holds_office(reading, at + 2)
    return capital_run(reading, at + 2) if closed else None


def _holds_office(reading: Reading, i: int) -> bool:
    """Tell whether a person or an office begins at token `i`."""
    found = ending_at(reading.sentence, i) if i < len(reading.tokens) else None
    return found is not None and found.noun.sort in {"office", "person"} and found.exact
