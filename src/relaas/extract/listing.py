"""Phrases -> the same, with places and names read as the bodies that a noun before them says they are.

*De provincie Zeeland* is a government, not an area, though the gazetteer has a place of that name. A plural noun with names
behind it (*de gemeenten Hoorn en Edam*, *de ministeries van LNV en VWS*) is not a group beside them: it stands for each of them.
Refuses a noun in the singular before several names, and names that no comma or *en* joins.
"""

from __future__ import annotations

from dataclasses import replace

from relaas import gazetteer
from relaas.extract.named import Phrase
from relaas.extract.nouns import Noun, lookup

_LOCAL = "bodies#municipalities"
_MINISTRY = "bodies#ministries"
_JOINTS = frozenset({",", "en", "of", "&", "de", "het", "van", "gemeente", "provincie", "alsook", "alsmede"})


def listed(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Return the phrases with lists of bodies resolved; order and number stay."""
    found = [_as_government(p) for p in phrases]
    for n, phrase in enumerate(found):
        noun = phrase.noun
        if noun is None or not noun.plural or phrase.name or noun.entry not in {_LOCAL, _MINISTRY}:
            continue
        members = _members(phrase, found[n + 1 :])
        if len(members) < 2 and noun.entry == _LOCAL:
            continue
        for m, member in members:
            found[n + 1 + m] = _as_body(member, noun)
        if members:
            found[n] = replace(phrase, listed=tuple(_as_body(p, noun) for _, p in members))
    return tuple(found)


def _members(phrase: Phrase, after: list[Phrase]) -> list[tuple[int, Phrase]]:
    """Return the names right behind a plural noun, with their place among the phrases after it."""
    kinds = {"place"} if phrase.noun is not None and phrase.noun.entry == _LOCAL else {"known"}
    out: list[tuple[int, Phrase]] = []
    end = phrase.head
    for n, candidate in enumerate(after):
        if candidate.sentence is not phrase.sentence:
            break
        if candidate.first <= end:
            continue
        between = [t.lower for t in phrase.sentence.tokens[end + 1 : candidate.first]]
        fits = candidate.sort in kinds and (candidate.sort == "place" or _is_ministry(candidate))
        if not fits or len(between) > 3 or not set(between) <= _JOINTS or (out and not between):
            break
        out.append((n, candidate))
        end = candidate.last
    return out


def _is_ministry(phrase: Phrase) -> bool:
    entry = gazetteer.bundled().entries.get(phrase.keys[0]) if phrase.keys else None
    return entry is not None and entry.type == "ministry"


def _as_body(member: Phrase, noun: Noun) -> Phrase:
    """Return a place of a list of municipalities as the government of that name."""
    if member.sort != "place":
        return member
    one = lookup(noun.singular) or noun
    return replace(member, sort="body", noun=one, keys=(), name=_called(member, member.wording), cue=None)


def _called(phrase: Phrase, wording: str) -> str:
    """Return the Dutch name of a place of the gazetteer (*Fryslân* is *Friesland*), else the words of the text."""
    entry = gazetteer.bundled().entries.get(phrase.keys[0]) if len(phrase.keys) == 1 else None
    return entry.label.removeprefix("provincie ") if entry else wording


def _as_government(phrase: Phrase) -> Phrase:
    """Return a place whose name was read with its noun (*provincie Zeeland*) as the government of that place."""
    words = phrase.wording.split()
    noun = lookup(words[0]) if phrase.sort == "place" and len(words) > 1 and words[0].islower() else None
    if noun is None or noun.entry != _LOCAL or noun.plural:
        return phrase
    return replace(phrase, sort="body", noun=noun, keys=(), name=_called(phrase, " ".join(words[1:])), head=phrase.pieces[0][0])
