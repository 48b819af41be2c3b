"""Events -> nodes, dates, places, participations.

An event is called by its type and date: never by the words of one side. The words of each voice are its mentions.
"""

from __future__ import annotations

from functools import cache

from rdflib import Literal

from relaas.graph.dates import dutch_date
from relaas.graph.draft import Draft
from relaas.graph.literals import date, integer, string, words
from relaas.model import DateRange, Event
from relaas.vocabulary import RDFS, RELAAS, SEM, SKOS, code, schemes_graph

_BOUNDS = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")


def write_events(draft: Draft) -> None:
    """Say what happens in the text, when, where, with whom, and how the text supports it."""
    for event in draft.findings.events:
        _write_event(draft, event)


def event_label(event: Event) -> str:
    """Return the neutral Dutch name of an event: type and date, as *vergadering, 31 augustus 2022*."""
    kind = _type_label(event.event_type)
    when = dutch_date(event.when.edtf) if event.when else None
    return f"{kind}, {when}" if when else kind


def _write_event(draft: Draft, event: Event) -> None:
    node = draft.iri(event.event_id)
    draft.types(node, "Event")
    draft.add(node, RDFS.label, words(event_label(event)))
    draft.code(node, RELAAS.eventType, "event-type", event.event_type)
    draft.code(node, RELAAS.factuality, "factuality", event.factuality)
    draft.mentions(node, event.mentions)
    draft.refer(node, RELAAS.inPart, [event.part_id])
    draft.because(node, event.evidence)
    if event.when:
        _write_date(draft, event, event.when)
    draft.refer(node, SEM.hasPlace, event.places)
    for number, participation in enumerate(event.participants, 1):
        part = draft.iri(f"{event.event_id}.p{number}")
        draft.add(node, RELAAS.participation, part)
        draft.types(part, "Participation")
        draft.refer(part, RELAAS.participant, [participation.actor_id])
        draft.code(part, RELAAS.role, "role", participation.role)
    draft.refer(node, RELAAS.precedes, event.precedes)
    draft.refer(node, RELAAS.leadsTo, event.leads_to)
    draft.refer(node, SEM.hasSubEvent, event.sub_events)
    if event.ordinal is not None:
        draft.add(node, RELAAS.ordinalInSeries, integer(event.ordinal))
    if event.performs:
        draft.refer(node, RELAAS.performs, [event.performs])


def _write_date(draft: Draft, event: Event, when: DateRange) -> None:
    """Say when, and where the text says so: the words of a date outside the passage are evidence too."""
    node = draft.iri(event.event_id)
    draft.add(node, RELAAS.edtf, string(when.edtf))
    for name, bound in zip(_BOUNDS, (when.earliest_start, when.latest_start, when.earliest_end, when.latest_end), strict=True):
        if bound:
            draft.add(node, RELAAS[name], date(bound))
    if when.span and not event.evidence.span.contains(when.span):
        draft.add(node, RELAAS.evidence, draft.span(when.span))


@cache
def _type_label(event_type: str) -> str:
    """Return the Dutch label of an event type."""
    labels = schemes_graph().objects(code("event-type", event_type), SKOS.prefLabel)
    return next(str(label) for label in labels if isinstance(label, Literal) and label.language == "nl")
