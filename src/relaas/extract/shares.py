"""Reading, its phrases -> the same phrases with the parts of groups among them: *een aantal gemeenten*, *een van de artsen*.

A word that counts a part (*aantal*, *merendeel*, *tientallen*, *procent*, a number) before a group makes a group of its own, as
does *een van* before several people. Right before a bare plural the two are one phrase; before *van de* the whole stays a
phrase beside its part. Refuses parts of things: what follows must be a group that the cast knows.
"""

from __future__ import annotations

from dataclasses import replace

from relaas.extract.named import Phrase
from relaas.extract.names import words
from relaas.extract.nouns import Noun
from relaas.extract.phrases import Reading, left_of

_ONE = frozenset({"een", "één", "eén", "geen"})
_LINKS = frozenset({"van", "op", "onder"})


def with_shares(reading: Reading, found: list[Phrase]) -> list[Phrase]:
    """Return the phrases with those that a word for a part begins, in no order."""
    out: list[Phrase] = []
    for phrase in found:
        many = phrase.sort == "group" or (phrase.sort == "office" and phrase.noun is not None and phrase.noun.plural)
        if not many or phrase.name:
            out.append(phrase)
            continue
        joined = _joined(reading, phrase)
        part = None if joined else _part(reading, phrase)
        out.append(joined or phrase)
        if part:
            out.append(part)
    return out


def _joined(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return the phrase of a bare plural with the word that counts it: *tal van organisaties*, *honderden boeren*."""
    shares = words("names", "shares")
    first = phrase.first
    inside = [i for i in range(first, phrase.head) if reading.lower(i) in shares]
    if inside:  # the word was read as a number before the noun
        return replace(phrase, heads=tuple(inside))
    at = first - 2 if reading.lower(first - 1) == "van" else first - 1
    if phrase.determiner or reading.lower(at) not in shares or (at == first - 2 and reading.lower(at) != "tal"):
        return None
    start = _start(reading, at)
    return replace(
        phrase, first=start, pieces=((start, phrase.last, "nominal"),), wording=reading.sentence.words(at, phrase.last),
        modifiers=(reading.lower(at), *phrase.modifiers), determiner="een", heads=(at,),
    )  # fmt: skip


def _part(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return the part that *van* and a group with its determiner follow: *de helft van de leden*, *een van de artsen*."""
    left = left_of(reading, phrase.first) if phrase.noun is None else None  # *drie van de vijf Belgen*
    first, determiner = (left.first, left.determiner) if left else (phrase.first, phrase.determiner)
    modifiers = left.modifiers if left else phrase.modifiers
    at = first - 2
    numbered = reading.lower(at) in _ONE or (at >= 0 and reading.tokens[at].pos == "NUM" and reading.lower(at) != "hoeveel")
    share = reading.lower(at) in words("names", "shares")
    link = reading.lower(first - 1)
    if link not in _LINKS or not (numbered or share) or not (determiner or phrase.origins):
        return None
    if link == "op" and not (numbered and determiner and modifiers):
        return None
    one = reading.lower(at) in _ONE
    noun = Noun(reading.lower(at), not one, "group", "person" if one and _is_people(phrase) else "group", "names#shares")
    start = at if one else _start(reading, at)
    return Phrase(
        reading.sentence, start, phrase.last, at, "group", ((start, phrase.last, "nominal"),),
        reading.sentence.words(start if one else at, phrase.last), noun, scope=phrase.wording, determiner="een",
    )  # fmt: skip


def _is_people(phrase: Phrase) -> bool:
    return phrase.noun is not None and phrase.noun.entry.startswith(("persons#", "offices#"))


def _start(reading: Reading, at: int) -> int:
    """Return where the phrase of a word for a part begins: at its article, its adjective or its number."""
    tokens, first = reading.tokens, at
    while first > 0 and tokens[first - 1].pos in {"DET", "ADJ", "NUM"} and tokens[first - 1].dep not in {"nsubj", "obl", "ROOT"}:
        first -= 1
    return first
