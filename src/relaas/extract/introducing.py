"""Phrases of a sentence -> the same, with the whole name before an abbreviation in brackets as one phrase.

*Het Rijksbureau voor wind- en watermolens (RWWM)*: the letters in the brackets tell how far the name before them reaches, also
over small letters, commas and words that no lexicon knows. The letters must occur in order from the right, the first at the start
of a capitalised word.
Refuses names of one word, names in which no body, organisation or abbreviated name was read before (*Waterwet (WW)* is a law).
"""

from __future__ import annotations

from relaas.extract.named import Phrase, Piece
from relaas.extract.names import fold, words
from relaas.extract.phrases import Reading
from relaas.extract.proper import is_acronym, names_paper

_FURTHEST = 14
_STOPS = frozenset(';:.?!()«»“”"')


def introduced(reading: Reading, found: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each name before its abbreviation made whole; those inside it are left out."""
    tokens = reading.tokens
    for at in range(2, len(tokens) - 2):
        short = tokens[at + 1].text
        if tokens[at].text != "(" or tokens[at + 2].text != ")" or not is_acronym(short) or _is_party(reading, at + 1):
            continue
        first = long_form(reading, at, short)
        if first is None or names_paper(reading, at - 1):
            continue
        if tokens[first].text in words("names", "papers"):  # *de Verklaring Omtrent Water (VOW)*
            found = [p for p in found if p.sort != "name" or p.abbreviation != short]
        else:
            found = _with_name(reading, found, first, at)
    return found


def _is_party(reading: Reading, i: int) -> bool:
    hit = reading.name_at(i)
    return hit is not None and any(m.entry.type == "party" for m in hit.matches)


def long_form(reading: Reading, bracket: int, short: str) -> int | None:
    """Return the first token of the name before the bracket that the short form abbreviates; None when the letters do not fit."""
    letters = [c for c in fold(short).casefold() if c.isalpha()]
    i, position = bracket - 1, len(letters) - 1
    at = len(fold(reading.tokens[i].text))
    while i >= 0 and i >= bracket - _FURTHEST and reading.tokens[i].text not in _STOPS:
        text = fold(reading.tokens[i].text).casefold()
        while position >= 0:
            lowest = 0 if position else -1
            place = text.rfind(letters[position], 0, at) if lowest == 0 else (0 if text[:1] == letters[0] and at > 0 else -1)
            if place < 0:
                break
            at, position = place, position - 1
        if position < 0:
            return i if reading.tokens[i].text[0].isupper() and bracket - i > 1 else None
        i -= 1
        at = len(reading.tokens[i].text) if i >= 0 else 0
    return None


def _with_name(reading: Reading, found: list[Phrase], first: int, bracket: int) -> list[Phrase]:
    short = reading.tokens[bracket + 1].text
    inside = [p for p in found if first <= p.head < bracket or p.head == bracket + 1 or first <= p.first < bracket]
    whole = any(p.pieces[0][0] <= first and p.pieces[0][1] >= bracket - 1 and (p.keys or p.abbreviation) for p in found)
    seeds = [p for p in inside if first <= p.head < bracket and _seeds(p, short)]
    if whole or not seeds:
        return found
    seed = min(seeds, key=lambda p: (p.sort != "body", p.head))
    name = reading.sentence.words(first, bracket - 1)
    pieces: tuple[Piece, ...] = ((first, bracket - 1, "name"), (bracket + 1, bracket + 1, "abbreviation"))
    head = _head(reading, first, bracket - 1)
    phrase = Phrase(
        seed.sentence, first, bracket + 2, head, "body" if seed.sort == "body" else "name", pieces, name,
        noun=seed.noun if seed.sort == "body" else None, name=name, abbreviation=short, cue=seed.cue,
    )  # fmt: skip
    return [*(p for p in found if p not in inside), phrase]


def _seeds(phrase: Phrase, short: str) -> bool:
    """Tell whether a phrase inside the name says that it names an actor."""
    if phrase.abbreviation == short:
        return True
    if phrase.sort == "body":
        return phrase.sentence.tokens[phrase.head].text[0].isupper()
    return phrase.sort == "name" and phrase.cue is not None and phrase.cue not in {"person", "place"}


def _head(reading: Reading, first: int, last: int) -> int:
    """Return the token of the name that hangs on a word outside it."""
    inside = range(first, last + 1)
    tops = [
        i
        for i in inside
        if reading.tokens[i].head not in inside and reading.tokens[i].text.lower() not in words("names", "particles")
    ]
    return tops[0] if tops else last
