"""Tokens -> the gazetteer's names among them.

Names are found on the tokens of a sentence, by longest match, not on its tree. Accents do not count (Belgian texts lost
them), case does: *IS* is no *is*. A compound with a hyphen gives the name in its first part (*EU-landen*).
Refuses nothing: what stands for several entries keeps all of them, `pick` decides by kind or not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from relaas import assets, gazetteer
from relaas.gazetteer import Match
from relaas.model import Sentence, Token

_WORDS = re.compile(r"\w+(?:['’.+&*-]\w+)*[’'-]?|\S")
_SWALLOWED = re.compile(r"([a-z]{2,8})([A-Z].+)")
_MAX_WORDS = 9
_Index = dict[str, tuple[tuple[tuple[str, ...], tuple[Match, ...]], ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first` to `last` (inclusive) that are a name of the gazetteer; `part` when it is only the first part of a word."""

    first: int
    last: int
    matches: tuple[Match, ...]
    part: bool = False

    def pick(self, *kinds: str) -> Match | None:
        """Return the match that is the only one of these kinds (all kinds when none is given), else None."""
        found = {m.entry.key: m for m in self.matches if not kinds or m.entry.kind in kinds}
        return next(iter(found.values())) if len(found) == 1 else None


def fold(text: str) -> str:
    """Return the text without accents, straight quotes, in its own case.

    >>> fold("Oekraïne"), fold("’s-Gravenhage")
    ('Oekraine', "'s-Gravenhage")
    """
    if text.isascii():
        return text
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.replace("’", "'").replace("‘", "'").replace("¸", "")


def inflect(adjective: str) -> str:
    """Return the inflected form of an adjective of origin.

    >>> inflect("Turks"), inflect("Albanees"), inflect("Keniaans")
    ('Turkse', 'Albanese', 'Keniaanse')
    """
    if adjective.endswith("ees"):
        return adjective[:-3] + "ese"
    return adjective if adjective.endswith("e") else adjective + "e"


@cache
def words(lexicon: str, entry: str, field: str = "words") -> frozenset[str]:
    """Return a list of a lexicon as a set."""
    found: Any = assets.load_yaml("data", "lexicons", f"{lexicon}.yaml")[entry][field]
    return frozenset(found)


@cache
def _index() -> _Index:
    known = gazetteer.bundled()
    rows: dict[tuple[str, ...], dict[str, Match]] = defaultdict(dict)
    for surface in sorted(known.surfaces):
        for match in known.lookup(surface):
            titled = match.entry.type == "ministry" and surface.casefold().startswith("ministerie ")
            if match.entry.kind == "office" or titled or match.caution == "shared" or not match.entry.key:
                continue  # offices and ministries are read as phrases: the words before and after them tell whose they are
            forms = {surface, inflect(surface)} if match.form == "adjective" else {surface}
            if "-" in surface and match.form in {"label", "alias"}:
                forms.add(surface.replace("-", ""))  # a hyphen at a line's end is often lost
            for form in forms:
                key = tuple(_WORDS.findall(fold(form)))
                if key:
                    rows[key].setdefault(match.entry.key, match)
    first: dict[str, list[tuple[tuple[str, ...], tuple[Match, ...]]]] = defaultdict(list)
    for key, matches in rows.items():
        if len(key) <= _MAX_WORDS:
            first[key[0].casefold()].append((key, tuple(matches.values())))
    return {k: tuple(sorted(v, key=lambda row: (-len(row[0]), row[0]))) for k, v in first.items()}


@cache
def _plain() -> dict[str, tuple[Match, ...]]:
    out: dict[str, list[Match]] = defaultdict(list)
    known = gazetteer.bundled()
    for surface in sorted(known.surfaces):
        out[fold(surface).casefold()].extend(known.lookup(surface))
    return {k: tuple(v) for k, v in out.items()}


def alike(name: str) -> tuple[Match, ...]:
    """Return what a name can stand for in the gazetteer when neither case nor accents count; for names read as names."""
    return _plain().get(" ".join(fold(name).casefold().split()), ())


@cache
def origins() -> dict[str, frozenset[str]]:
    """Return the adjectives of origin, without accents, by gazetteer key."""
    out: dict[str, set[str]] = defaultdict(set)
    known = gazetteer.bundled()
    for surface in known.surfaces:
        for match in known.lookup(surface):
            if match.form == "adjective":
                out[match.entry.key] |= {fold(surface), fold(inflect(surface))}
    return {k: frozenset(v) for k, v in out.items()}


@cache
def first_names() -> frozenset[str]:
    """Return the first words of the full names of the gazetteer's persons."""
    out = set()
    for entry in gazetteer.bundled().entries.values():
        if entry.kind == "person":
            for _, label in entry.labels:
                parts = label.split()
                if len(parts) > 1 and len(parts[0]) > 2 and parts[0][0].isupper() and "." not in parts[0]:
                    out.add(fold(parts[0]))
    return frozenset(out)


def _same(surface: tuple[str, ...], found: tuple[str, ...]) -> bool:
    if surface == found:
        return True
    if len(surface) == 1:
        return False
    # a longer name may differ in the case of its inner words, but is written as a name: *de Tweede kamer*
    return any(w[0].isupper() for w in found) and tuple(w.casefold() for w in surface) == tuple(w.casefold() for w in found)


def hits(sentence: Sentence) -> tuple[Hit, ...]:
    """Return the names of the gazetteer in a sentence, the longest where they overlap, in reading order."""
    index = _index()
    plain = [fold(t.text) for t in sentence.tokens]
    out: list[Hit] = []
    i = 0
    while i < len(plain):
        hit = _at(index, plain, i) or _glued(index, plain, i)
        if hit and (hit.last > hit.first or _believed(hit, sentence.tokens[i]) or _is_where(hit, sentence, i)):
            out.append(hit)
            i = hit.last + 1
        else:
            i += 1
    return tuple(out)


def _glued(index: _Index, plain: list[str], i: int) -> Hit | None:
    """Return the name in a word that swallowed the small word before it: *voorOekraïne*."""
    match = _SWALLOWED.match(plain[i])
    if match is None or match[1] not in words("names", "swallowed"):
        return None
    return _at(index, [*plain[:i], match[2], *plain[i + 1 :]], i)


def _believed(hit: Hit, token: Token) -> bool:
    """Tell whether a single word that is also a common word or a small place is a name here."""
    if token.text.isupper() and any(m.form == "abbreviation" for m in hit.matches) and token.pos in {"PROPN", "NOUN", "X", "SYM"}:
        return True  # *het OM*: the word of every day is written small
    careful = all(m.caution == "common-word" or m.entry.kind in {"place", "person"} for m in hit.matches)
    return not careful or (token.pos == "PROPN" and (token.i > 0 or not all(m.caution for m in hit.matches)))


def _is_where(hit: Hit, sentence: Sentence, i: int) -> bool:
    """Tell whether a capital behind *in* shows a place, whatever the tagger takes the word for (*in Purmerend*)."""
    place = all(m.entry.kind == "place" and m.caution != "common-word" for m in hit.matches)
    return place and i > 0 and sentence.tokens[i].text[0].isupper() and sentence.tokens[i - 1].text == "in"


def _at(index: _Index, plain: list[str], i: int) -> Hit | None:
    for surface, matches in index.get(plain[i].casefold(), ()):
        written = tuple(plain[i : i + len(surface)])
        common = len(surface) > 1 and all(m.caution == "common-word" for m in matches)
        if _same(surface, written) and (surface == written or not common):  # *De lijn* is no *De Lijn*
            return Hit(i, i + len(surface) - 1, matches)
    head, dash, tail = plain[i].partition("-")
    if dash and len(head) > 1 and len(tail) > 2:
        for surface, matches in index.get(head.casefold(), ()):
            if surface == (head,):
                return Hit(i, i, matches, part=True)
    return None
