"""Sentences -> places that common nouns name: the territory of a state is that state, a border or a region is a place.

*Op het grondgebied van Slovenië*, *de grens*, *in de westerse landen*. Comes last, when every actor has its node.
Refuses nouns that stand for an actor already.
"""

from __future__ import annotations

from relaas.extract.names import words
from relaas.extract.register import Register
from relaas.model import Analysis, Mention, Sentence

Taken = dict[tuple[int, int], tuple[str, ...]]


def find(analysis: Analysis, register: Register, named: Taken, located: Taken) -> None:
    """Add to `located` the places that nouns name: the territory of a state is the state, a border is a place of its own."""
    territory, nouns = words("names", "territory"), words("names", "place-nouns")
    for sentence in analysis.sentences:
        for t in sentence.tokens:
            key = (sentence.index, t.i)
            if region := _region(sentence, t.i):
                _spot((register, located), sentence, region, t.i)
                continue
            if t.pos not in {"NOUN", "PROPN"} or key in located or key in named:
                continue
            state = _state_below(sentence, t.i, located)
            if t.lower in territory and state:
                located[key] = (state,)
            elif t.text[0].isupper() and t.lower.rpartition("-")[2] in nouns and "-" in t.text:
                _spot((register, located), sentence, t.i, t.i)
            elif t.lower in nouns and t.i > 0 and sentence.tokens[t.i - 1].lower in {"de", "het", "deze", "dit"}:
                _spot((register, located), sentence, t.i - 1, t.i)


def _region(sentence: Sentence, last: int) -> int | None:
    """Return where a phrase for the area of several countries begins after *in* (*in de westerse landen*); None for any other."""
    tokens = sentence.tokens
    if last < 2 or not tokens[last].lower.endswith("landen") or tokens[last - 1].pos != "ADJ":
        return None
    if tokens[last - 1].lower in words("names", "indefinite") | words("names", "passing-modifiers"):
        return None
    first = last - 1
    before = tokens[first - 1].lower
    return first if before == "in" or (before == "de" and first > 1 and tokens[first - 2].lower == "in") else None


def _spot(room: tuple[Register, Taken], sentence: Sentence, first: int, last: int) -> None:
    register, located = room
    span = sentence.source_span(first, last)
    name = sentence.words(first, last) if sentence.tokens[first].pos == "ADJ" else sentence.tokens[last].text
    spot = register.place(span, name)
    spot.mentions.append(Mention(span, sentence.words(first, last), "nominal"))
    located[sentence.index, last] = (spot.local,)


def _state_below(sentence: Sentence, i: int, located: Taken) -> str | None:
    for j in range(i + 1, min(i + 4, len(sentence.tokens))):
        ids = located.get((sentence.index, j), ())
        if len(ids) == 1 and ids[0].startswith("actor/") and sentence.tokens[i + 1].lower == "van":
            return ids[0]
    return None
