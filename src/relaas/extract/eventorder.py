"""Events -> order: which event comes before which, what led to what, and which figures count which event.

Dates tell the order of neighbours in time; words tell it where there are none (*na*, *gevolgd door*, *voorafgaand aan*).
Only words tell what led to what (*legden de basis voor*, *leidde tot*). Refuses to see a cause in a sequence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from relaas import assets
from relaas.model import Analysis, Event, Figure, Sentence, Span

_CASUALTIES = frozenset(
    {"attack", "hostilities", "violence", "crime", "accident", "disaster", "outbreak", "protest", "displacement", "arrest"}
)


@cache
def _cues() -> Any:
    return assets.load_yaml("data", "lexicons", "events.yaml")["order"]


def order_events(events: tuple[Event, ...], analysis: Analysis) -> tuple[Event, ...]:
    """Return the events with what they precede and lead to."""
    precedes: dict[str, set[str]] = {e.event_id: set() for e in events}
    leads: dict[str, set[str]] = {e.event_id: set() for e in events}
    dated = sorted((e for e in events if _bounds(e)), key=lambda e: (_bounds(e), e.event_id))
    for n, event in enumerate(dated):
        later = [e for e in dated[n + 1 :] if (_end(event) or date.max) < (_start(e) or date.min)]
        nearest = min((_start(e) for e in later), default=None, key=lambda d: d or date.max)
        precedes[event.event_id] |= {e.event_id for e in later if _start(e) == nearest}
    for sentence in analysis.sentences:
        for kind, first, second in _by_words(sentence, events):
            (precedes if kind == "precedes" else leads)[first.event_id].add(second.event_id)
    order = {e.event_id: n for n, e in enumerate(events)}
    return tuple(
        replace(
            e,
            precedes=tuple(sorted(precedes[e.event_id] - {e.event_id}, key=order.__getitem__)),
            leads_to=tuple(sorted(leads[e.event_id] - {e.event_id}, key=order.__getitem__)),
        )
        for e in events
    )


def _start(event: Event) -> date | None:
    return event.when.earliest_start if event.when else None


def _end(event: Event) -> date | None:
    return event.when.latest_end if event.when else None


def _bounds(event: Event) -> tuple[date, date] | None:
    start, end = _start(event), _end(event)
    return (start, end) if start and end else None


def _by_words(sentence: Sentence, events: tuple[Event, ...]) -> list[tuple[str, Event, Event]]:
    """Return the pairs a sentence orders: the mention before a cue and the one after it."""
    here = sorted(
        ((m.span, e) for e in events for m in e.mentions if sentence.span.contains(m.span)),
        key=lambda pair: (pair[0], pair[1].event_id),
    )
    if len(here) < 2:
        return []
    out: list[tuple[str, Event, Event]] = []
    text = sentence.text.lower()
    for cue in _cues():
        for match in re.finditer(rf"(?<!\w)(?:{cue['words']})(?!\w)", text):
            at = _source_offset(sentence, match.start())
            before = [e for span, e in here if span.start < at]
            after = [e for span, e in here if span.start >= at]
            if not before or not after or before[-1] is after[0]:
                continue
            first, second = (before[-1], after[0]) if cue["order"] == "forward" else (after[0], before[-1])
            if cue.get("first"):
                first = before[0]
            out.append((cue["kind"], first, second))
    return out


def _source_offset(sentence: Sentence, offset: int) -> int:
    at = 0
    for token in sentence.tokens:
        at += len(token.text) + token.space
        if offset < at:
            return token.span.start
    return sentence.span.end


def count_events(figures: tuple[Figure, ...], events: tuple[Event, ...], analysis: Analysis) -> tuple[Figure, ...]:
    """Join each figure of casualties to the event it counts: the one of its sentence, else the nearest before it in its part.

    Other figures join an event only when its mention is what they count (*38 aanslagen*).
    """
    places = {s.index: s for s in analysis.sentences}
    return tuple(replace(f, of_event=_counted(f, events, list(places.values()))) for f in figures)


def _counted(figure: Figure, events: tuple[Event, ...], sentences: list[Sentence]) -> str | None:
    for event in events:
        if any(figure.span.overlap(m.span) for m in event.mentions):
            return event.event_id
    if figure.outcome is None:
        return None
    sentence = next((s for s in sentences if s.span.contains(figure.span)), None)
    deadly = [(m.span, e) for e in events if e.event_type in _CASUALTIES for m in e.mentions]
    inside = [(s, e) for s, e in deadly if sentence is not None and sentence.span.contains(s)]
    if inside:
        return min(inside, key=lambda pair: (_gap(pair[0], figure.span), pair[1].event_id))[1].event_id
    before = [
        (s, e)
        for s, e in deadly
        if s.end <= figure.span.start and any(x.part_id == figure.part_id and x.span.contains(s) for x in sentences)
    ]
    return max(before, key=lambda pair: (pair[0].end, pair[1].event_id))[1].event_id if before else None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
