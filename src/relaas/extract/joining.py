"""Findings of each kind -> Findings of the document: what a claim is about, which claim a figure stands in, what is not stated.

Everything here follows from spans: a thing belongs to the innermost claim whose content holds it. Refuses to guess beyond that.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from relaas.extract.cast import Cast
from relaas.extract.events import count_events, settle
from relaas.extract.relations import find_relations
from relaas.extract.sides import give_sides
from relaas.ids import Namer
from relaas.intervals import Intervals
from relaas.model import (
    Actor,
    Analysis,
    CitedSource,
    Claim,
    Coverage,
    Document,
    Event,
    Figure,
    Findings,
    NotStated,
    Office,
    Place,
    Span,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What each finder found on its own."""

    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    sources: tuple[CitedSource, ...]
    coverage: tuple[Coverage, ...]


def join(found: Found, analysis: Analysis, cast: Cast, namer: Namer) -> Findings:
    """Tie the kinds of finding together and keep the actors, offices and places that the document names or a finding needs."""
    events = settle(found.events, found.claims)
    figures = count_events(found.figures, events, analysis)
    figures, states = give_sides(figures, analysis, cast)
    cast = replace(cast, actors=_in_order((*cast.actors, *states)))
    contents = Intervals((c.content, c) for c in found.claims if c.content is not None and c.speech_act != "ask")
    figures = tuple(replace(f, in_claim=_innermost(f.span, contents)) for f in figures)
    counted = Intervals((f.span, f) for f in figures)
    people = tuple(a for a in cast.actors if not _counted(a, counted))
    claims = _about(found.claims, events, figures, found.sources, people)
    relations = find_relations(claims, figures, events, analysis, namer)
    events = _performed(events, claims)
    used = _used(claims, events, figures, found.sources)
    actors = _kept_actors(cast, used, counted)
    places = _kept_places(cast.places, events)
    return Findings(
        document=analysis.document,
        actors=actors,
        offices=_kept_offices(cast.offices, actors),
        places=places,
        events=events,
        claims=claims,
        figures=figures,
        sources=found.sources,
        coverage=found.coverage,
        relations=relations,
        not_stated=_not_stated(analysis.document, figures),
        diagnostics=analysis.document.diagnostics,
    )


def _in_order(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the actors by their first mention, the voices first."""
    voices = {"asker": -2, "answerer": -1}

    def place(actor: Actor) -> tuple[int, str]:
        first = actor.mentions[0].span.start if actor.mentions else 0
        return voices.get(actor.actor_id, first), actor.actor_id

    return tuple(sorted(actors, key=place))


def _innermost(span: Span, contents: Intervals[Claim]) -> str | None:
    """Return the claim with the shortest content that holds the span. Claims that only repeat a question do not count."""
    holding = contents.holding(span)
    return min(holding, key=lambda c: (len(c.content or span), c.claim_id)).claim_id if holding else None


def _about(
    claims: tuple[Claim, ...],
    events: tuple[Event, ...],
    figures: tuple[Figure, ...],
    sources: tuple[CitedSource, ...],
    actors: tuple[Actor, ...],
) -> tuple[Claim, ...]:
    """Return the claims with what their contents speak of: each thing once, in the order of the document."""
    happening = Intervals((m.span, e.event_id) for e in events for m in e.mentions)
    acting = Intervals((m.span, a.actor_id) for a in actors for m in a.mentions)
    cited = Intervals((m.span, s.source_id) for s in sources for m in s.mentions)
    held: defaultdict[str | None, list[str]] = defaultdict(list)
    for figure in figures:
        held[figure.in_claim].append(figure.figure_id)
    return tuple(
        claim
        if claim.content is None
        else replace(
            claim,
            about_events=tuple(dict.fromkeys(happening.inside(claim.content))),
            about_actors=tuple(a for a in dict.fromkeys(acting.inside(claim.content)) if a not in claim.holders),
            figures=tuple(held[claim.claim_id]),
            cited_sources=claim.cited_sources or tuple(dict.fromkeys(cited.inside(claim.evidence.span))),
        )
        for claim in claims
    )


def _performed(events: tuple[Event, ...], claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    """Let an event that is an act of speech perform the claim whose cue is its trigger."""
    cues = Intervals((s, c) for c in claims for s in c.cue)
    out = []
    for event in events:
        done = next(iter(cues.meeting(event.mentions[0].span)), None)
        out.append(replace(event, performs=done.claim_id) if done is not None and event.event_type == "appeal" else event)
    return tuple(out)


def _used(
    claims: tuple[Claim, ...], events: tuple[Event, ...], figures: tuple[Figure, ...], sources: tuple[CitedSource, ...]
) -> frozenset[str]:
    ids: set[str] = set()
    for claim in claims:
        ids.update(claim.holders, claim.addressees, claim.targets, claim.about_actors, [claim.reporter])
        ids.update(a.agent_id for a in claim.attributions)
    for event in events:
        ids.update((p.actor_id for p in event.participants), event.places)
    ids.update(f.of_side for f in figures if f.of_side is not None)
    ids.update(s.attributed_to for s in sources if s.attributed_to is not None)
    return frozenset(ids)


def _kept_actors(cast: Cast, used: frozenset[str], counted: Intervals[Figure]) -> tuple[Actor, ...]:
    """Keep everyone but a group that is only counted (*202 militairen*) and in which no finding needs an actor."""
    kept = {
        a.actor_id for a in cast.actors if a.actor_id in ("asker", "answerer") or a.actor_id in used or not _counted(a, counted)
    }
    by_id = {a.actor_id: a for a in cast.actors}
    offices = {o.office_id: o for o in cast.offices}
    todo = sorted(kept)
    while todo:
        actor = by_id[todo.pop()]
        office = offices.get(actor.office) if actor.office is not None else None
        for other in (actor.on_behalf_of, *actor.member_of, office.of if office is not None else None):
            if other is not None and other in by_id and other not in kept:
                kept.add(other)
                todo.append(other)
    return tuple(a for a in cast.actors if a.actor_id in kept)


def _counted(actor: Actor, figures: Intervals[Figure]) -> bool:
    return all(figures.meeting(m.span) for m in actor.mentions)


def _kept_offices(offices: tuple[Office, ...], actors: tuple[Actor, ...]) -> tuple[Office, ...]:
    held = {a.office for a in actors}
    return tuple(o for o in offices if o.office_id in held)


def _kept_places(places: tuple[Place, ...], events: tuple[Event, ...]) -> tuple[Place, ...]:
    used = {p for e in events for p in e.places}
    kept = {p.place_id for p in places if p.place_id in used or any(m.form == "name" for m in p.mentions)}
    kept |= {p.within for p in places if p.place_id in kept and p.within is not None}
    return tuple(p for p in places if p.place_id in kept)


def _not_stated(document: Document, figures: tuple[Figure, ...]) -> tuple[NotStated, ...]:
    """Tell what a reader of a question and its answer expects and does not find."""
    header = document.header
    kinds = {p.kind for p in document.parts}
    missing: list[tuple[NotStated, bool]] = [
        ("asker", not any(p.name for p in header.askers)),
        ("answerer", not any(p.name for p in header.respondents)),
        ("number", header.number is None),
        ("date-of-question", header.submitted is None),
        ("date-of-answer", header.answered is None),
        ("answer", "answer" not in kinds),
        ("addressee", not header.addressees),
        ("side-of-figure", any(f.outcome is not None and f.of_side is None for f in figures)),
    ]
    return tuple(code for code, absent in missing if absent)
