"""Findings of each kind -> Findings of the document: what a claim is about, which claim a figure stands in, what is not stated.

Everything here follows from spans: a thing belongs to the innermost claim whose content holds it. Refuses to guess beyond that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from relaas.extract.cast import Cast
from relaas.extract.events import count_events, settle
from relaas.extract.relations import find_relations
from relaas.extract.sides import give_sides
from relaas.ids import Namer
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
    figures = tuple(replace(f, in_claim=_innermost(f.span, found.claims)) for f in figures)
    people = tuple(a for a in cast.actors if not _counted(a, figures))
    claims = tuple(_about(c, events, figures, found.sources, people) for c in found.claims)
    relations = find_relations(claims, figures, events, analysis, namer)
    events = _performed(events, claims)
    used = _used(claims, events, figures, found.sources)
    actors = _kept_actors(cast, used, figures)
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


def _innermost(span: Span, claims: Iterable[Claim]) -> str | None:
    """Return the claim with the shortest content that holds the span. Claims that only repeat a question do not count."""
    holding = [c for c in claims if c.content is not None and c.speech_act != "ask" and c.content.contains(span)]
    return min(holding, key=lambda c: (len(c.content or span), c.claim_id)).claim_id if holding else None


def _about(
    claim: Claim,
    events: tuple[Event, ...],
    figures: tuple[Figure, ...],
    sources: tuple[CitedSource, ...],
    actors: tuple[Actor, ...],
) -> Claim:
    content = claim.content
    if content is None:
        return claim
    return replace(
        claim,
        about_events=tuple(e.event_id for e in events if any(content.contains(m.span) for m in e.mentions)),
        about_actors=tuple(
            a.actor_id for a in actors if a.actor_id not in claim.holders and any(content.contains(m.span) for m in a.mentions)
        ),
        figures=tuple(f.figure_id for f in figures if f.in_claim == claim.claim_id),
        cited_sources=claim.cited_sources
        or tuple(s.source_id for s in sources if any(claim.evidence.span.contains(m.span) for m in s.mentions)),
    )


def _performed(events: tuple[Event, ...], claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    """Let an event that is an act of speech perform the claim whose cue is its trigger."""
    out = []
    for event in events:
        done = next((c for c in claims if any(s.overlap(event.mentions[0].span) for s in c.cue)), None)
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


def _kept_actors(cast: Cast, used: frozenset[str], figures: tuple[Figure, ...]) -> tuple[Actor, ...]:
    """Keep everyone but a group that is only counted (*202 militairen*) and in which no finding needs an actor."""
    kept = {
        a.actor_id for a in cast.actors if a.actor_id in ("asker", "answerer") or a.actor_id in used or not _counted(a, figures)
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


def _counted(actor: Actor, figures: tuple[Figure, ...]) -> bool:
    return all(any(f.span.overlap(m.span) for f in figures) for m in actor.mentions)


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
