"""Figures, Analysis, Cast -> whose losses a number counts, where the words say so.

Three ways of saying it count: an adjective of origin within the counted phrase (*twaalf Noorse soldaten*), a side named beside it
(*aan Noorse zijde*, *aan de kant van Noorwegen*), and the state right behind it (*twaalf soldaten van Noorwegen*). Who gives the
number, or where people died, does not tell whose they were: then no side is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relaas.extract.cast import Cast
from relaas.extract.names import Hit, hits
from relaas.gazetteer import Entry
from relaas.intervals import Intervals
from relaas.model import Actor, Analysis, Figure, Mention, Sentence

_SIDES = frozenset({"zijde", "kant", "zijden"})
_STOPS = frozenset({",", ";", ":", ".", "(", ")", "?", "!", "en", "maar", "terwijl"})
_REACH = 7
Named = tuple[Entry, Mention]


def give_sides(figures: tuple[Figure, ...], analysis: Analysis, cast: Cast) -> tuple[tuple[Figure, ...], tuple[Actor, ...]]:
    """Return the figures of casualties with their side, and the states that only an adjective names, as actors."""
    known = {a.actor_id for a in cast.actors}
    sentences = Intervals((s.span, s) for s in analysis.sentences)
    out: list[Figure] = []
    more: dict[str, Actor] = {}
    for figure in figures:
        sentence = next(iter(sentences.holding(figure.span)), None)
        found = _side(figure, sentence) if figure.outcome is not None and sentence is not None else None
        if found is None:
            out.append(figure)
            continue
        entry, mention = found
        out.append(replace(figure, of_side=entry.local))
        if entry.local not in known:
            actor = more.get(entry.local) or Actor(
                entry.local, "state", dict(entry.labels).get("nl", entry.key), key=entry.key, geopolitical=True
            )
            more[entry.local] = replace(actor, mentions=(*actor.mentions, mention))
    return tuple(out), tuple(more.values())


def _side(figure: Figure, sentence: Sentence) -> Named | None:
    inside = [t.i for t in sentence.tokens if figure.span.overlap(t.span)]
    if not inside:
        return None
    found = {h.first: h for h in hits(sentence)}
    first, last = inside[0], inside[-1]
    for i in inside:
        if i in found and (named := _named(sentence, found[i], adjective=True)):
            return named
    after = range(last + 1, _clear(sentence, last, 1) + 1)
    before = range(_clear(sentence, first, -1), first)
    for window in (after, before):
        for named in _beside(sentence, found, window):
            return named
    owner = found.get(last + 2)
    of_state = owner is not None and last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].lower == "van"
    return _named(sentence, owner, adjective=False) if of_state and owner is not None else None


def _clear(sentence: Sentence, edge: int, step: int) -> int:
    """Return how far words stand beside a figure before a stop or another number."""
    i = edge
    while 0 <= i + step < len(sentence.tokens) and abs(i + step - edge) <= _REACH:
        token = sentence.tokens[i + step]
        if token.text.lower() in _STOPS or token.pos == "NUM":
            break
        i += step
    return i


def _beside(sentence: Sentence, found: dict[int, Hit], window: range) -> Iterator[Named]:
    """Yield the states whose side the words name: *aan Noorse zijde*, *aan de kant van Noorwegen*."""
    for i in window:
        if sentence.tokens[i].lower not in _SIDES:
            continue
        adjective = next((h for h in found.values() if h.last == i - 1), None)
        state = found.get(i + 2) if i + 2 in window and sentence.tokens[i + 1].lower == "van" else None
        for hit, form in ((adjective, True), (state, False)):
            named = _named(sentence, hit, adjective=form) if hit is not None else None
            if named is not None:
                yield named


def _named(sentence: Sentence, hit: Hit, *, adjective: bool) -> Named | None:
    """Return the one state that a name, or an adjective of origin, stands for."""
    states = {m.entry.key: m.entry for m in hit.matches if m.entry.type == "state" and (m.form == "adjective") == adjective}
    if len(states) != 1 or hit.part:
        return None
    span, text = sentence.source_span(hit.first, hit.last), sentence.words(hit.first, hit.last)
    return next(iter(states.values())), Mention(span, text, "adjective" if adjective else "name")
