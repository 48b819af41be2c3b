"""Wording, number -> Counted: what a number counts, and for casualties what became of them.

The noun right after the number (with its adjectives) is what is counted; after a measure it is the phrase that hangs on
it (*4% van het verbruik*), the noun the measure hangs on (*een schade van 3 miljoen euro*) or the subject of *bedragen* and
its kind. A bare number after a noun is a name (fase 2), elsewhere it counts something said before: then nothing is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from relaas.extract.timewords import either
from relaas.extract.unitwords import unit_of, units
from relaas.extract.wording import Wording
from relaas.model import Outcome, Sentence, Token, Unit

_OPEN = ("ADJ", "NUM", "ADV")
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "times"})
_CLOSING = frozenset("»”’\"')]")
_OF_THEM = re.compile(r" (?:(?:daarvan|hiervan|ervan|van hen)\b|van (?:de|die|deze|onze|hun) \d)")
_ANY_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_LONGEST_CLAUSE = 2000  # characters
_PREPOSITIONS = frozenset({"van", "aan", "voor", "op", "uit"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: its words, head noun in lower case, unit, and the end of the phrase in the wording.

    `adjacent` tells that the noun follows the number, so that both are one phrase.
    """

    text: str
    noun: str
    unit: Unit
    end: int
    adjacent: bool


def counted(wording: Wording, start: int, end: int, *, unit: Unit | None) -> Counted | None:
    """Return what the number at [start, end) of the wording counts, None when the sentence does not say.

    A length of time counts only what is said right after it: the verb it hangs on takes that long, it is not counted.
    """
    first, last = wording.tokens(start, end)
    if unit is None:
        return _next_noun(wording, last)
    return _after_measure(wording, first, last, timed=unit in _TIMES)


def _next_noun(wording: Wording, last: int) -> Counted | None:
    tokens = wording.sentence.tokens
    at = last + 1
    while at < len(tokens) and at - last <= 4 and tokens[at].pos in _OPEN and tokens[at].text[0].isalpha():
        at += 1
    if last + 1 < len(tokens) and unit_of(tokens[last + 1].lower):
        at = last + 1
    elif at >= len(tokens) or tokens[at].pos not in ("NOUN", "PROPN", "X", "SYM") or not tokens[at].text[0].isalpha():
        return None
    if (
        at + 1 < len(tokens)
        and tokens[at + 1].pos == "NOUN"
        and tokens[at].pos == "NOUN"
        and tokens[at + 1].lower in ("leden", "doden", "slachtoffers")
    ):
        at += 1
    words = wording.sentence.words(last + 1, at)
    noun = tokens[at].lower
    return Counted(words, noun, unit_of(noun) or "other", wording.offset_of(at) + len(tokens[at].text), adjacent=True)


def _after_measure(wording: Wording, first: int, last: int, *, timed: bool) -> Counted | None:
    sentence = wording.sentence
    tokens = sentence.tokens
    if last + 1 < len(tokens) and tokens[last + 1].lower in _PREPOSITIONS:
        phrase = _phrase(sentence, last + 2)
        if phrase:
            return Counted(sentence.words(last + 2, phrase), tokens[phrase].lower, "other", 0, adjacent=False)
    follows = _next_noun(wording, last)
    if follows and tokens[last + 1].pos == "NOUN":
        return Counted(follows.text, follows.noun, follows.unit, 0, adjacent=False)
    return None if timed else _governor(sentence, first, last)


def _phrase(sentence: Sentence, at: int) -> int | None:
    """Return the last token of the plain noun phrase that starts here."""
    tokens = sentence.tokens
    end = at
    while end < len(tokens) and end - at < 6 and tokens[end].pos in ("DET", "PRON", *_OPEN):
        end += 1
    if end >= len(tokens) or tokens[end].pos not in ("NOUN", "PROPN"):
        return None
    while end + 1 < len(tokens) and tokens[end + 1].pos == "PROPN" and tokens[end].pos == "PROPN":
        end += 1
    return end


def _governor(sentence: Sentence, first: int, last: int) -> Counted | None:
    inside = range(first, last + 1)
    head = next((sentence.tokens[t].head for t in reversed(inside) if sentence.tokens[t].head not in inside), None)
    if head is None:
        return None
    token = sentence.tokens[head]
    if token.pos in ("VERB", "AUX"):
        subjects = sentence.children(head, *(("nsubj", "nsubj:pass") if _is_sized(sentence, token) else ("nsubj:pass",)))
        noun = next((s for s in subjects if s.i not in inside and s.pos in ("NOUN", "PROPN")), None)
    else:
        noun = token if token.pos in ("NOUN", "PROPN") else None
    return Counted(noun.text, noun.lower, "other", 0, adjacent=False) if noun else None


def _is_sized(sentence: Sentence, verb: Token) -> bool:
    """Tell whether the subject of a verb has the size that is given: *bedraagt 3 euro*, *loopt op tot 3 euro*."""
    sized = units()["sized"]
    particles = (p.lower + verb.lemma.lower() for p in sentence.children(verb.i, "compound:prt"))
    return verb.lemma.lower() in sized or any(p in sized for p in particles)


def is_counted(wording: Wording, start: int, end: int, *, in_words: bool, dated: frozenset[int] = frozenset()) -> bool:
    """Tell whether a number without a unit is a quantity: not one that stands as a name after a noun (fase 2, Rutte 3).

    `dated` are the last tokens of dates: a number right after one belongs to what follows it (*in 2013 250 aanvragen*).
    """
    tokens = wording.sentence.tokens
    first, last = wording.tokens(start, end)
    thing = _next_noun(wording, last)
    if in_words:
        return True
    if re.fullmatch(r"(?:19|20)\d\d", wording.text[start:end]):
        return thing is not None
    if first == 0:
        return (thing is not None and _is_common(thing)) or _OF_THEM.match(wording.lower, end) is not None
    previous = tokens[first - 1]
    if first - 1 in dated:
        return _ANY_YEAR.fullmatch(wording.text[start:end]) is None
    capitals = len(previous.text) > 1 and previous.text.isupper()  # a name (*het boek DIJK 2*)
    if (previous.pos == "NUM" and previous.text.isdigit()) or (thing is None and (capitals or previous.text in _CLOSING)):
        return False
    return thing is not None or previous.pos not in ("NOUN", "PROPN", "X", "SYM") or not previous.text[0].isalpha()


def _is_common(thing: Counted) -> bool:
    """Tell whether the noun is a common one (*9 Belgische boten*), no name that goes on after a number (*1 Telegraaf*)."""
    return thing.text.split()[-1][:1].islower()


# --- casualties ---


@cache
def _fate_words() -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"(?<!\w){either(forms)}(?!\w)")) for name, forms in units()["outcomes"]["words"].items())


def outcomes(wording: Wording, edges: list[tuple[int, int]], nouns: list[str | None]) -> list[Outcome | None]:
    """Return what became of those each number counts, from its noun, else from the words of its clause.

    The words after a number speak of it up to the next number; where nothing parts two numbers but a conjunction, they
    share what follows (*202 soldaten en 5 agenten sneuvelden*).
    """
    text = wording.lower
    found: list[Outcome | None] = [None] * len(edges)
    for n in reversed(range(len(edges))):
        noun = nouns[n]
        if noun in units()["outcomes"]["nouns"]:
            found[n] = units()["outcomes"]["nouns"][noun]
            continue
        stop = edges[n + 1][0] if n + 1 < len(edges) else len(text)
        after = re.split(r"[;:.]", text[edges[n][1] : min(stop, edges[n][1] + _LONGEST_CLAUSE)])[0]
        found[n] = _fate(after)
        if found[n] is None and n + 1 < len(edges) and re.fullmatch(r"(?: \w+){0,3},?(?: en| of)? ?", after):
            found[n] = found[n + 1] if nouns[n + 1] not in units()["outcomes"]["nouns"] else None
        if found[n] is None:
            start = max(edges[n - 1][1] if n else 0, edges[n][0] - _LONGEST_CLAUSE)
            found[n] = _fate(re.split(r"[;:.,]", text[start : edges[n][0]])[-1])
    return found


def _fate(clause: str) -> Outcome | None:
    hits = [name for name, pattern in _fate_words() if pattern.search(clause)]
    if "killed" in hits and "missing" in hits:
        return "killed-or-missing"
    return hits[0] if hits else None
