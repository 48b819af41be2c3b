"""Offices -> the item of the office; its unnamed holder -> who held it then, as background knowledge.

An office is resolved by its title within a state or body. A title without a state is taken for the chamber's own only where the
document itself addresses or answers in that office. Who held it is said only for a date on which every mention agrees and
the roll of holders is complete: an open end counts up to the day the roll was read, a start
known to the year from the next year on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from relaas.link.knowledge import Holding, KnowledgeBase, Option, unaccented
from relaas.link.setting import Setting, key_of
from relaas.link.wording import names, within_state, without_lead
from relaas.model import Actor, BackgroundHolding, Findings, Office

_VOICES = ("asker", "answerer")


def options(office: Office, setting: Setting) -> Iterator[Option]:
    """Return the items an office could be, with how its title was understood as `form`."""
    knowledge = setting.knowledge
    if office.key and (known := knowledge.keyed(office.key)):
        yield replace(known, form="title-of-many" if _may_be_foreign(office, setting) else "title-within")
        return
    of = key_of(office.of, setting.findings)
    for label in dict.fromkeys((office.label, *(m.text for m in office.mentions))):
        title = without_lead(label)
        if of and (found := knowledge.post(title, of)):
            yield replace(found, form="title-within")
        if (pair := within_state(label, knowledge)) and (of is None or of == pair[1]) and (found := knowledge.post(*pair)):
            yield replace(found, form="title-within")
        if of is None and pair is None:
            own = (
                [f for key in setting.home if (f := knowledge.post(title, key))] if _own(office, title, setting.findings) else []
            )
            alone = [f for f in knowledge.posts(title) if f.of in setting.home or f.of in setting.named]
            only = alone if len(knowledge.posts(title)) == 1 else []
            yield from (replace(f, form="title-at-home") for f in own or only)


def holding(office: Office, item: Option, setting: Setting) -> BackgroundHolding | None:
    """Return who held an office at the time its unnamed holder takes part in the text; None when that is not certain."""
    findings = setting.findings
    holders = {a.actor_id for a in findings.actors if a.office == office.office_id and not a.identified}
    if not holders:
        return None
    days = list(_event_days(holders, findings)) or ([setting.day] if setting.day else [])
    held = [_holder_on(setting.knowledge.holdings(item.key), d) for d in days]
    if not held or any(h is None for h in held) or len({h.qid for h in held if h}) != 1:
        return None
    found = held[0]
    assert found is not None
    source = f"{found.source}, read {found.snapshot}"
    return BackgroundHolding(office.office_id, found.qid, found.name, _day(found.start), _day(found.end), source)


def by_title_and_surname(actor: Actor, setting: Setting) -> Iterator[Option]:
    """Return the persons that *president Aliyev* or an office with a family name can mean on the date of the text."""
    if setting.day is None:
        return
    knowledge = setting.knowledge
    own = next((o for o in setting.findings.offices if o.office_id == actor.office), None)
    known = [o for o in (options(own, setting) if own else ()) if o.kind == "office"]
    for label in dict.fromkeys((actor.label, *(m.text for m in actor.mentions if m.form == "name"))):
        for office, family in _titles_and_families(label, known, knowledge):
            for held in knowledge.holdings(office.key):
                if _named_so(held, family, knowledge) and held.start[:10] <= setting.day.isoformat() and _open(held, setting.day):
                    person = knowledge.keyed(held.person)
                    if person is not None:
                        yield replace(person, form="title-and-surname")


def _titles_and_families(label: str, known: list[Option], knowledge: KnowledgeBase) -> Iterator[tuple[Option, str]]:
    words = without_lead(label).split()
    for n in range(1, len(words)):
        family = " ".join(words[n:])
        if not family[0].isupper() and not words[-1][0].isupper():
            continue
        title = " ".join(words[:n])
        pair = within_state(title, knowledge)
        found = knowledge.post(*pair) if pair else None
        for office in (found,) if found else knowledge.posts(title):
            yield office, family
    for name in names(label):
        yield from ((office, name.text) for office in known)


def _named_so(held: Holding, family: str, knowledge: KnowledgeBase) -> bool:
    person = knowledge.keyed(held.person)
    full = {held.name, person.label if person else held.name}
    return any(unaccented(" " + name).endswith(unaccented(" " + family)) for name in full)


def _may_be_foreign(office: Office, setting: Setting) -> bool:
    """Tell whether a bare title, taken for the chamber's own, may be that of another state the text names."""
    title = without_lead(office.label)
    if office.of or within_state(office.label, setting.knowledge) or _own(office, title, setting.findings):
        return False
    others = {key for key in setting.named if key not in setting.home}
    return len(setting.knowledge.posts(title)) > 1 and any(_is_state(key, setting.knowledge) for key in others)


def _is_state(key: str, knowledge: KnowledgeBase) -> bool:
    known = knowledge.keyed(key)
    return known is not None and known.type == "state"


def _own(office: Office, title: str, findings: Findings) -> bool:
    """Tell whether the document itself is addressed to, or answers in, this office."""
    if any(a.office == office.office_id and a.actor_id in _VOICES for a in findings.actors):
        return True
    header, metadata = findings.document.header, findings.document.metadata
    people = (*header.addressees, *header.respondents)
    stated = [p.office for p in people if p.office] + ([metadata.office] if metadata and metadata.office else [])
    return any(without_lead(s).casefold() == title.casefold() for s in stated)


def _event_days(holders: set[str], findings: Findings) -> Iterator[date]:
    for event in findings.events:
        if event.when and any(p.actor_id in holders for p in event.participants):
            bounds = (event.when.earliest_start, event.when.latest_end)
            yield from (d for d in dict.fromkeys(bounds) if d)


def _holder_on(held: Iterable[Holding], day: date) -> Holding | None:
    found = [h for h in held if _certainly_by(h.start, day) and _certainly_open(h, day)]
    return found[-1] if len({h.qid for h in found}) == 1 else None


def _certainly_by(start: str, day: date) -> bool:
    """Tell whether a start, known to the day, month or year, is surely not after the day."""
    shown = day.isoformat()[: len(start)]
    return start <= shown if len(start) == 10 else start < shown


def _certainly_open(held: Holding, day: date) -> bool:
    """Tell whether the office was surely held on the day: before its end, or while the roll of holders was still read."""
    return day.isoformat()[: len(held.end)] < held.end if held.end else day.isoformat() <= held.snapshot


def _open(held: Holding, day: date) -> bool:
    return not held.end or day.isoformat()[: len(held.end)] <= held.end


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == 10 else None
