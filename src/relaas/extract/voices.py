"""Document header -> the two voices, `asker` and `answerer`, and which words of the text stand for them.

The voices always exist. Several askers are one asker with all names. The answerer is who signs, else the office
addressed; without a name it stays an unnamed office holder. What a metadata file supplies is not used: it is not in the text.
Refuses an office that differs from the answerer's: *de minister van Landbouw* is not the minister of Finance who answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from relaas import assets, gazetteer
from relaas.extract.named import Phrase
from relaas.extract.names import alike, fold, words
from relaas.extract.nouns import lookup
from relaas.extract.register import Node, Register, plain
from relaas.model import Document, Mention, Person, Span

_PARTY_WITHIN = 60
ASKER, ANSWERER = "asker", "answerer"
_SMALL = frozenset("van voor de het en der den een met belast".split())


@dataclass(slots=True)
class Voices:
    """The two voices. `offices` are the answerer's office nouns, `words` those of its portfolios, `own` the chamber's keys."""

    asker: Node
    answerer: Node
    offices: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    own: frozenset[str] = frozenset()
    addressed: bool = False

    def is_answerer(self, phrase: Phrase, *, in_question: bool) -> bool:
        """Tell whether an office without a name, as in *de minister*, is the answerer's."""
        noun = phrase.noun
        if noun is None or noun.sort != "office" or noun.plural or not noun.unique or phrase.origins or phrase.split:
            return False
        if words("names", "former") & set(phrase.modifiers):
            return False
        if phrase.determiner not in {"de", "deze", "", "onze"} or (phrase.scope_key and not self._scope_fits(phrase)):
            return False
        if not phrase.scope and not phrase.scope_key:
            return in_question and (
                noun.word in self.offices or (not self.addressed and noun.entry.split("#")[1] in _addressable())
            )
        return noun.word in self.offices and self._scope_fits(phrase)

    def _scope_fits(self, phrase: Phrase) -> bool:
        if phrase.scope_key and phrase.scope_key not in self.own:
            return False
        told = {w for w in re.findall(r"\w+", phrase.scope) if w not in _SMALL}
        return told <= self.words

    def take_office(self, phrase: Phrase) -> None:
        """Remember the office under which a question without header addresses the answerer."""
        assert phrase.noun is not None
        if not self.addressed:
            self.offices.add(phrase.noun.word)
            self.addressed = True


def chamber(document: Document) -> dict[str, str]:
    """Return what bare words stand for in this document's chamber: `state`, `government`, `parliament`; empty when unknown."""
    found: dict[str, str] = assets.load_yaml("data", "lexicons", "chambers.yaml").get(document.chamber, {})
    return found


def office_key(title: str, state: str | None, where: dict[str, str]) -> str | None:
    """Return the gazetteer's office of this title: of the state named, else of the chamber's own, when it is one alone."""
    own = {state} if state else {where.get("state"), where.get("government")} - {None}
    named = {m.entry.key: m.entry for m in alike(title) if m.entry.kind == "office"}
    near = {k for k, e in named.items() if e.of in own} or {
        k for s in sorted(own, key=str) for k in _posts().get((s, plain(title)), ())
    }
    if len(near) == 1:
        return next(iter(near))
    posts = {s for s, post in _posts() if post == plain(title)}
    anywhere = not own and len(posts) > 1  # *de minister van Defensie*, and nothing tells of which state
    return next(iter(named)) if len(named) == 1 and not state and not anywhere else None


@cache
def _posts() -> dict[tuple[str | None, str], tuple[str, ...]]:
    """Return the offices that many states have, by state and plain title (*premier*, *minister van Defensie*)."""
    out: dict[tuple[str | None, str], tuple[str, ...]] = {}
    offices = [e for e in gazetteer.bundled().entries.values() if e.kind == "office" and e.type]
    roles: Any = assets.load_yaml("data", "gazetteer", "roles.yaml")
    for role, entry in roles.items():
        for title in entry.get("titles", ()):
            for office in offices:
                if office.type == role and office.of in title.get("in", (office.of,)):
                    key = (office.of, plain(title["title"]))
                    out[key] = (*out.get(key, ()), office.key)
    return out


@cache
def _addressable() -> frozenset[str]:
    found: Any = assets.load_yaml("data", "lexicons", "chambers.yaml")["words"]["addressable"]
    return frozenset(found)


def of_header(document: Document, register: Register) -> Voices:
    """Return the voices of a document, entered in the register."""
    header = document.header
    asker = register.add(Node(ASKER, "member-of-parliament", "vraagsteller", identified=False, person=True))
    _name(asker, header.askers, document, register)
    answerer = register.add(Node(ANSWERER, "office-holder", "antwoordgever", identified=False, person=True))
    people = header.respondents or header.addressees
    _name(answerer, tuple(p for p in people if p.name), document, register)
    voices = Voices(asker, answerer, own=frozenset(v for v in chamber(document).values() if v))
    if people:
        _read_office(people[0], voices, document)
    voices.addressed = bool(voices.offices)
    office = next((p.office for p in people if p.office), None)
    if office and people[0].span:
        label = " ".join(office.split())
        spot = register.office(people[0].span, label, key=office_key(label, None, chamber(document)))
        answerer.office = spot.local
        where = _locate(document, people[0].span, office)
        if where:
            spot.mentions.append(Mention(where, label, "nominal"))
        if not answerer.identified:
            answerer.label = label
            answerer.mentions.append(Mention(where or people[0].span, answerer.label, "nominal"))
    return voices


def _locate(document: Document, span: Span, words: str) -> Span | None:
    """Return where words of a header stand within its span; None when they do not stand there as one run."""
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    match = re.compile(pattern, re.IGNORECASE).search(document.source.text, span.start, span.end)
    return Span(match.start(), match.end()) if match else None


def _after(document: Document, span: Span) -> Span:
    """Return the span with the brackets or the comma that may follow a name: there stands the party."""
    return Span(span.start, min(span.end + _PARTY_WITHIN, len(document.source.text)))


def _name(node: Node, people: tuple[Person, ...], document: Document, register: Register) -> None:
    named = [p for p in people if p.name]
    if not named:
        return
    labels = [titled(" ".join((p.name or "").split())) for p in named]
    node.label, node.identified = ", ".join(labels), True
    node.names |= {plain(label) for label in labels}
    for person, label in zip(named, labels, strict=True):
        where = _locate(document, person.span, person.name or "") if person.span else None
        if where:
            node.mentions.append(Mention(where, label, "name"))
        if person.party:
            party = _party(person.party)
            member = register.by_key(party) if party else None
            if member and person.span:
                node.member_of.append(member.actor_id)
                at = _locate(document, _after(document, person.span), person.party)
                if at:
                    member.mentions.append(Mention(at, document.source.quote(at), "abbreviation"))
    if len(named) == 1:
        node.key = _person_key(labels[0], named[0].party)


def titled(name: str) -> str:
    """Return a name printed in capitals as names are written.

    >>> titled("JANNE VAN DEN BERG"), titled("Van Molen")
    ('Janne van den Berg', 'Van Molen')
    """
    if not name.isupper():
        return name
    small = {"van", "de", "der", "den", "ter", "ten", "het", "te"}
    parts = [
        w.lower() if i and w.lower() in small else "-".join(p.capitalize() for p in w.split("-"))
        for i, w in enumerate(name.split())
    ]
    return " ".join(parts)


def _party(surface: str) -> str | None:
    keys = {m.entry.key for m in alike(surface) if m.entry.type == "party"}
    return next(iter(keys)) if len(keys) == 1 else None


def _person_key(name: str, party: str | None) -> str | None:
    """Return the key of the only person of this full name; a single surname is nobody's key."""
    if " " not in name:
        return None
    keys = sorted({m.entry.key for m in alike(name) if m.entry.kind == "person"})
    if len(keys) > 1 and party:
        member = _party(party)
        keys = [k for k in keys if gazetteer.bundled().entries[k].of == member]
    return keys[0] if len(keys) == 1 else None


def _read_office(person: Person, voices: Voices, document: Document) -> None:
    text = person.office or (document.source.quote(person.span) if person.span and not person.name else "")
    for word in re.findall(r"[\w-]+", fold(text).casefold()):
        noun = lookup(word)
        if noun and noun.sort == "office" and noun.unique:
            voices.offices.add(noun.word)
        voices.words.add(word)
