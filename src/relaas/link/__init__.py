"""Findings -> Findings with links: which item of a knowledge base each named actor, place and office is.

Candidates come from a `KnowledgeBase`, type and dates filter them, form and coherence with the document score them; below the
threshold, or with a rival close behind, the linker abstains and says why. An unnamed office holder stays unnamed: the link
goes on the office, and who held it is background knowledge beside it.
Refuses to link groups, armed forces and documents, and a noun phrase by its adjective: *het Azerbeidzjaanse leger* is not
Azerbaijan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from relaas.link.decisions import Ruling, rulings_on
from relaas.link.knowledge import BundledKnowledge, Fetching, Holding, KnowledgeBase, Option, bundled_knowledge
from relaas.link.posts import by_title_and_surname, holding, options
from relaas.link.scoring import Scored, Wanted, decide, score
from relaas.link.setting import Setting, key_of, setting_of
from relaas.link.wording import names, rules, state_itself, within_state
from relaas.model import Actor, BackgroundHolding, Diagnostic, Findings, Link, Mention, Office, Place

__all__ = ["BundledKnowledge", "Holding", "KnowledgeBase", "Option", "Ruling", "link"]

_UNKNOWN = "no item has this name and a type that fits"
_OTHER = "the item that fits best is another than the one known under this key"
_PROPER = ("name", "abbreviation")


def link(findings: Findings, *, knowledge_base: KnowledgeBase | None = None, rulings: Iterable[Ruling] = ()) -> Findings:
    """Return the findings with a decision for every actor, place and office that has a name, and with background holdings.

    `knowledge_base` is the bundled gazetteer when it is not given. `rulings` are the decisions of persons, of this and of other
    documents: they win. Links and holdings that are there already are replaced. An actor that is named nowhere (the asker of a
    text without header, an unnamed minister) gets no decision. What a knowledge base could not do becomes a diagnostic.
    """
    knowledge = knowledge_base or bundled_knowledge()
    if isinstance(knowledge, Fetching):
        knowledge.fetch(_asked(findings))
    setting = setting_of(findings, knowledge, rulings_on(findings, rulings))
    links: list[Link] = []
    holdings: list[BackgroundHolding] = []
    for actor in findings.actors:
        if (decision := _actor(actor, setting)) is not None:
            links.append(setting.rulings.settled(decision))
    for office in findings.offices:
        decision = setting.rulings.settled(_office(office, setting))
        if decision.judgement or decision.candidates or any(c.isupper() for c in office.label[1:]):
            links.append(decision)
        if decision.qid and (held := _held(office, decision.qid, setting)):
            holdings.append(held)
    named = (p for p in findings.places if p.key or not p.mentions or any(m.form in _PROPER for m in p.mentions))
    links.extend(setting.rulings.settled(_place(place, setting)) for place in named)
    links.extend(_ruled_only(links, setting))
    links.extend([rejected for made in links for rejected in setting.rulings.rejected(made)])
    notes = knowledge.noted() if isinstance(knowledge, Fetching) else ()
    diagnostics = (*findings.diagnostics, *setting.rulings.diagnostics, *_rekeyed(links, knowledge), *notes)
    return replace(findings, links=tuple(links), holdings=tuple(holdings), diagnostics=diagnostics)


def _rekeyed(links: list[Link], knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Tell where a person gave a node that all documents share another item than the gazetteer does."""
    for made in links:
        own = _own_item(made.target_id, knowledge)
        if made.review_status == "confirmed" and own not in (None, made.qid):
            message = f"{made.target_id} is {own} in the gazetteer, and {made.qid} by decision: other documents share the node"
            yield Diagnostic("warning", "link", message)


def _ruled_only(links: list[Link], setting: Setting) -> Iterator[Link]:
    """Return the links of what only a person gave a decision: a group, an actor without a name."""
    made = {link.target_id for link in links}
    for target in setting.rulings.targets:
        if target not in made:
            open_link = decide(target, (), setting.knowledge, nothing="the linker does not link this by itself")
            yield setting.rulings.settled(open_link)


def _asked(findings: Findings) -> tuple[str, ...]:
    """Return every name that the linker may look up in a document, in order: what a remote knowledge base can ask at once."""
    fits = rules()["fits"]
    actors = (a for a in findings.actors if a.actor_type in fits and (a.identified or a.key) and _is_named(a))
    places = (p for p in findings.places if p.key or any(m.form in _PROPER for m in p.mentions))
    labels = [t for a in actors for t in _labels(a.label, a.mentions)] + [t for p in places for t in _labels(p.label, p.mentions)]
    return tuple(dict.fromkeys(name.text for label in labels for name in names(label)))


def _decide(target: str, found: Iterable[Scored], setting: Setting, *, nothing: str) -> Link:
    """Decide over the candidates that no person has refused.

    A node that all documents share is the gazetteer's entry. Where another item fits the wording better, the node is not it.
    """
    refused = setting.rulings.refused(target)
    made = decide(target, (s for s in found if s.option.qid not in refused), setting.knowledge, nothing=nothing)
    own = _own_item(target, setting.knowledge)
    return replace(made, qid=None, reason=_OTHER) if made.qid and own and made.qid != own else made


def _own_item(target: str, knowledge: KnowledgeBase) -> str | None:
    """Return the item that the gazetteer gives the node of this name, None for a node of the document."""
    kind, slash, key = target.partition("/")
    known = knowledge.keyed(key) if slash and kind in ("actor", "place", "office") else None
    return known.qid if known else None


def _actor(actor: Actor, setting: Setting) -> Link | None:
    knowledge = setting.knowledge
    fits = tuple(rules()["fits"].get(actor.actor_type, ()))
    if actor.geopolitical:
        fits = (*fits, "state", "union", "government")
    if not fits or not (actor.identified or actor.key) or not _is_named(actor):
        return None
    if "person" in fits and sum(part[:1].isupper() for part in re.split(r", | en ", actor.label)) > 1:
        return _decide(actor.actor_id, (), setting, nothing="the name is that of several persons")
    wanted = Wanted(fits, actor.actor_type, of=key_of(actor.on_behalf_of, setting.findings))
    found = [s for o in _actor_options(actor, knowledge) if (s := score(o, wanted, setting))]
    if "person" in fits and not any(s.score >= Decimal(rules()["threshold"]) for s in found):
        found += [s for o in by_title_and_surname(actor, setting) if (s := score(o, wanted, setting))]
    for label in _labels(actor.label, actor.mentions):
        for name in names(label):
            hinted = replace(wanted, hint=name.hint)
            found += [s for o in knowledge.named(name.text) if _proper(o) and (s := score(o, hinted, setting))]
    return _decide(actor.actor_id, found, setting, nothing=_UNKNOWN)


def _actor_options(actor: Actor, knowledge: KnowledgeBase) -> Iterator[Option]:
    """Return the items that are known by key, by *de Franse staat*, or by a title within a state."""
    if actor.key and (known := knowledge.keyed(actor.key)):
        yield _worded(known, actor.label, actor.mentions, knowledge)
    if (state := state_itself(actor.label, knowledge)) and (known := knowledge.keyed(state)):
        yield known
    if (pair := within_state(actor.label, knowledge)) and (body := knowledge.post(*pair)):
        yield body


def _worded(known: Option, label: str, mentions: tuple[Mention, ...], knowledge: KnowledgeBase) -> Option:
    """Return an option known by key with the form and caution its wording in this text has."""
    texts = [n.text for each in _labels(label, mentions) for n in names(each)]
    found = [o for t in texts for o in knowledge.named(t) if o.key == known.key and _proper(o)]
    if found:
        return found[0]
    adjectives = any(o.key == known.key for m in mentions for o in knowledge.named(m.text) if m.form == "adjective")
    return replace(known, form="adjective") if adjectives else known


def _office(office: Office, setting: Setting) -> Link:
    found = []
    for option in options(office, setting):
        wanted = Wanted((option.type,), option.type)
        if option.kind == "office" and (scored := score(option, wanted, setting)):
            found.append(scored)
    return _decide(office.office_id, found, setting, nothing="no office of this title is known in a state that the text gives")


def _held(office: Office, qid: str, setting: Setting) -> BackgroundHolding | None:
    item = next((o for o in options(office, setting) if o.qid == qid), None)
    return holding(office, item, setting) if item else None


def _place(place: Place, setting: Setting) -> Link:
    knowledge = setting.knowledge
    types = tuple(rules()["place_types"])
    wanted = Wanted(types, "", of=key_of(place.within, setting.findings))
    found = []
    if _is_family_name(place.label, setting):
        return _decide(place.place_id, (), setting, nothing="a person of the text has this name")
    if place.key and (known := knowledge.keyed(place.key)):
        worded = _worded(known, place.label, place.mentions, knowledge)
        found += [s for s in (score(worded, replace(wanted, hint=_hint(place.label)), setting),) if s]
    for label in _labels(place.label, place.mentions):
        for name in names(label):
            hinted = replace(wanted, hint=name.hint)
            named = (o for o in knowledge.named(name.text) if _proper(o) and o.kind in ("place", "geopolitical"))
            found += [s for o in named if (s := score(o, hinted, setting))]
    return _decide(place.place_id, found, setting, nothing=_UNKNOWN)


def _hint(label: str) -> tuple[str, ...]:
    return next((n.hint for n in names(label)), ())


def _is_family_name(label: str, setting: Setting) -> bool:
    """Tell whether a person of the document is called like this place."""
    persons = {kind for kind, types in rules()["fits"].items() if "person" in types}
    actors, askers = setting.findings.actors, setting.findings.document.header.askers
    people = [t for a in actors if a.actor_type in persons for t in (a.label, *(m.text for m in a.mentions if m.form == "name"))]
    people += [p.name for p in askers if p.name]
    return any(re.search(rf"(^|\s){re.escape(label)}($|,)", text) for text in people)


def _labels(label: str, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((label, *(m.text for m in mentions if m.form in _PROPER))))


def _is_named(actor: Actor) -> bool:
    """Tell whether an actor has a name: a known one, one in the text, or one that only a header gives."""
    return bool(actor.key) or any(m.form in _PROPER for m in actor.mentions) or not actor.mentions


def _proper(option: Option) -> bool:
    return option.form in ("label", "alias", "abbreviation")
