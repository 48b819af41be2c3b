"""Actors, offices and places -> nodes of the content graph.

What the gazetteer knows has its labels in the registry; here it gets type and mentions only. What it does not know is called
by the words of the text. An office holder stays unnamed where the text names nobody.
"""

from __future__ import annotations

import datetime

from rdflib import URIRef

from relaas.graph.document import document_date
from relaas.graph.draft import Draft
from relaas.graph.literals import boolean, date, words
from relaas.model import Actor, Office, Place
from relaas.vocabulary import GEO, ORG, PROV, RDFS, RELAAS

_CLASSES = {"geopolitical": ("Actor", "GeopoliticalEntity", "Place"), "place": ("Place",), "office": ("Office",)}


def write_cast(draft: Draft) -> None:
    """Say which actors, offices and places the text names, and where."""
    for actor in draft.findings.actors:
        _write_actor(draft, actor)
    for office in draft.findings.offices:
        _write_office(draft, office)
    for place in draft.findings.places:
        _write_place(draft, place)


def _write_actor(draft: Draft, actor: Actor) -> None:
    node = draft.iri(actor.actor_id)
    draft.types(node, "Actor")
    if actor.geopolitical:
        draft.types(node, "GeopoliticalEntity", "Place")
    if actor.office or actor.actor_type == "office-holder":
        draft.types(node, "OfficeHolder")
    draft.code(node, RELAAS.actorType, "actor-type", actor.actor_type)
    draft.add(node, RELAAS.identified, boolean(actor.identified))
    _call(draft, actor.actor_id, actor.label)
    draft.mentions(node, actor.mentions)
    if actor.office:
        draft.refer(node, RELAAS.office, [actor.office])
        if day := _as_of(draft, actor):
            draft.add(node, RELAAS.asOf, date(day))
    if actor.on_behalf_of:
        draft.refer(node, PROV.actedOnBehalfOf, [actor.on_behalf_of])
    draft.refer(node, ORG.memberOf, actor.member_of)


def _write_office(draft: Draft, office: Office) -> None:
    node = draft.iri(office.office_id)
    draft.types(node, "Office")
    _call(draft, office.office_id, office.label)
    draft.mentions(node, office.mentions)
    if office.of:
        draft.refer(node, ORG.postIn, [office.of])


def _write_place(draft: Draft, place: Place) -> None:
    node = draft.iri(place.place_id)
    draft.types(node, "Place")
    _call(draft, place.place_id, place.label)
    draft.mentions(node, place.mentions)
    if place.within:
        draft.refer(node, GEO.sfWithin, [place.within])


def write_bystanders(draft: Draft) -> None:
    """Give a type to what the findings only point to: an actor, office or place of the gazetteer without a mention of its own.

    A city's country, the party of a member of parliament. Call it when everything else is written.
    """
    findings = draft.findings
    described = {a.actor_id for a in findings.actors} | {o.office_id for o in findings.offices}
    described |= {p.place_id for p in findings.places}
    for local in draft.keyed:
        entry = draft.entry(local)
        if entry is None or local in described:
            continue
        node = draft.iri(local)
        draft.types(node, *classes_of(entry.kind))
        if entry.kind in ("geopolitical", "actor", "person"):
            draft.code(node, RELAAS.actorType, "actor-type", entry.type or None)
            draft.add(node, RELAAS.identified, boolean(True))


def classes_of(kind: str) -> tuple[str, ...]:
    """Return the classes of an entry of the gazetteer of this kind."""
    return _CLASSES.get(kind, ("Actor",))


def _call(draft: Draft, local: str, label: str) -> URIRef:
    """Say how the text calls a node, unless the registry says how it is called."""
    node = draft.iri(local)
    if draft.entry(local) is None and label:
        draft.add(node, RDFS.label, words(label))
    return node


def _as_of(draft: Draft, actor: Actor) -> datetime.date | None:
    """Return the day on which the holder held the office: the date of the words that first mention it, where it is stated."""
    document = draft.findings.document
    first = min((mention.span for mention in actor.mentions), default=None)
    part = next((part for part in document.parts if first and part.span.contains(first)), None)
    return document_date(document, part)
