"""Findings -> the setting of a document: its chamber, the states it names, its date. What coherence is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from relaas.link.decisions import Rulings
from relaas.link.knowledge import KnowledgeBase, Option
from relaas.link.wording import names, rules, state_before
from relaas.model import Findings

_NAMED = ("state", "union", "government")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a name of the document is judged by.

    `home` are the keys of the chamber's own states and bodies (empty when unknown), `named` the keys the text names, `day`
    its date, `rulings` what persons decided about it.
    """

    findings: Findings
    knowledge: KnowledgeBase
    home: tuple[str, ...]
    named: frozenset[str]
    day: date | None
    rulings: Rulings


def setting_of(findings: Findings, knowledge: KnowledgeBase, rulings: Rulings) -> Setting:
    """Return the setting of a document.

    A text that does not say its chamber has one all the same when exactly one of the governments we know speaks in it.
    """
    words, document = rules(), findings.document
    keys = {a.key for a in findings.actors if a.key} | {p.key for p in findings.places if p.key}
    for actor in findings.actors:
        if actor.key is None:
            keys |= {o.key for n in names(actor.label) for o in knowledge.named(n.text) if o.type in _NAMED}
        if state := state_before(actor.label, knowledge):
            keys.add(state)
    chamber = document.chamber
    if chamber == "unknown" and document.metadata and document.metadata.chamber:
        chamber = document.metadata.chamber
    home = tuple(words["chambers"].get(chamber, ()))
    if not home:
        speaking = {words["governments"][k] for k in keys if k in words["governments"]}
        home = tuple(words["chambers"][next(iter(speaking))]) if len(speaking) == 1 else ()
    return Setting(findings, knowledge, home, frozenset(keys), day_of(findings), rulings)


def day_of(findings: Findings) -> date | None:
    """Return the date of the text: of its answer, else of its question, as the text or else a metadata file gives it."""
    header, metadata = findings.document.header, findings.document.metadata
    dates = (header.answered, header.submitted, metadata.answered if metadata else None, metadata.submitted if metadata else None)
    return next((d for d in dates if d), None)


def key_of(target: str | None, findings: Findings) -> str | None:
    """Return the gazetteer's key of an actor or place of the document; None when it has none."""
    keys = {a.actor_id: a.key for a in findings.actors} | {p.place_id: p.key for p in findings.places}
    return keys.get(target) if target else None


def belongs_to(option: Option, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Return the keys of what an item belongs to, from the nearest to the state."""
    chain: list[str] = []
    of = option.of
    while of and of not in chain:
        chain.append(of)
        above = knowledge.keyed(of)
        of = above.of if above else None
    return tuple(chain)
