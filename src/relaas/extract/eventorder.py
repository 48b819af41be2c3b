"""Events -> order: which event comes before which, what led to what, and which figures count which event.

Dates tell the order of neighbours in time; words tell it where there are none (*na*, *gevolgd door*, *voorafgaand aan*).
Only words tell what led to what (*legden de basis voor*, *leidde tot*). Refuses to see a cause in a sequence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from relaas import assets
from relaas.intervals import Intervals
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
    dated = sorted((*bounds, e.event_id) for e in events if (bounds := _bounds(e)))
    starts = [start for start, _, _ in dated]
    for n, (_, end, event_id) in enumerate(dated):
        first_later = max(n + 1, bisect_right(starts, end))
        last_later = bisect_right(starts, starts[first_later]) if first_later < len(dated) else first_later
        precedes[event_id] |= {later for _, _, later in dated[first_later:last_later]}
    mentions = Intervals((m.span, (m.span, e)) for e in events for m in e.mentions)
    for sentence in analysis.sentences:
        for kind, first, second in _by_words(sentence, mentions):
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


def _by_words(sentence: Sentence, mentions: Intervals[tuple[Span, Event]]) -> list[tuple[str, Event, Event]]:
    """Return the pairs a sentence orders: the mention before a cue and the one after it."""
    here = sorted(mentions.inside(sentence.span), key=lambda pair: (pair[0], pair[1].event_id))
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
    sentences = Intervals((s.span, s) for s in analysis.sentences)
    mentions = Intervals((m.span, e) for e in events for m in e.mentions)
    deadly = [
        (m.span, e, frozenset(s.part_id for s in sentences.holding(m.span)))
        for e in events
        if e.event_type in _CASUALTIES
        for m in e.mentions
    ]
    out = []
    for figure in figures:
        met = mentions.meeting(figure.span)
        event_id = met[0].event_id if met else None
        if not met and figure.outcome is not None:
            event_id = _counted(figure, deadly, next(iter(sentences.holding(figure.span)), None))
        out.append(replace(figure, of_event=event_id))
    return tuple(out)


def _counted(figure: Figure, deadly: list[tuple[Span, Event, frozenset[str]]], sentence: Sentence | None) -> str | None:
    inside = [(s, e) for s, e, _ in deadly if sentence is not None and sentence.span.contains(s)]
    if inside:
        return min(inside, key=lambda pair: (_gap(pair[0], figure.span), pair[1].event_id))[1].event_id
    before = [(s, e) for s, e, parts in deadly if s.end <= figure.span.start and figure.part_id in parts]
    return max(before, key=lambda pair: (pair[0].end, pair[1].event_id))[1].event_id if before else None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
