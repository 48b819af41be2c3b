"""Trigger -> Participations: with whom, as the clause of the trigger says.

A preposition or a function names the role, by event type (`roles` of events.yaml). Only who is named counts: a name, a
pronoun that was resolved, a definite group; never a bare plural.
"""

from __future__ import annotations

from collections.abc import Iterator

from relaas.extract.cast import Cast
from relaas.extract.clauses import case_of, is_definite, is_nominal, own_words, predicate, relatives, subjects
from relaas.extract.eventwords import Trigger, lexicon
from relaas.gazetteer import bundled
from relaas.model import EventType, Participation, Role, Sentence, Token

_GIVEN = frozenset({"funding", "decision", "trade"})
_LED = frozenset({"leiding", "auspiciën", "bemiddeling", "voorzitterschap", "geleide", "bemiddelde"})


def participations(found: list[tuple[str, Role]]) -> tuple[Participation, ...]:
    """Return those found, each once, in the role found first."""
    roles: dict[str, Role] = {}
    for actor_id, role in found:
        roles.setdefault(actor_id, role)
    return tuple(Participation(a, r) for a, r in roles.items())


class People:
    """One sentence with the cast of its document: answers who takes part in what its triggers name."""

    def __init__(self, sentence: Sentence, cast: Cast) -> None:
        self.sentence, self.cast = sentence, cast
        self._known = {a.actor_id for a in cast.actors}

    def ids(self, token: Token) -> tuple[str, ...]:
        """Return the actors a phrase stands for, coordinated ones too, when they are named well enough to take part."""
        out: list[str] = []
        for one in self.sentence.conjuncts(token.i):
            such = [c for c in self.sentence.children(one.i, "nmod") if case_of(self.sentence, c) == "zoals"]
            spots = (one, *self.sentence.children(one.i, "flat", "appos"), *such)
            found = [tuple(a for a in self.cast.at(self.sentence.index, s.i) if self._is_named(a, s, one)) for s in spots]
            named = [ids for spot, ids in zip(spots, found, strict=True) if ids and spot.pos == "PROPN"]
            out += next(iter(named or [ids for ids in found if ids]), ())  # *een bedrijf, Woosh*: the name goes before
        return tuple(dict.fromkeys(out))

    def _is_named(self, actor_id: str, token: Token, head: Token) -> bool:
        if actor_id not in self._known:
            return False
        if actor_id.startswith("actor/") or actor_id in ("asker", "answerer") or token.pos in ("PRON", "PROPN"):
            return True
        actor = self.cast.actor(actor_id)
        if actor.actor_type != "group" and any(m.form in ("name", "abbreviation") for m in actor.mentions):
            return True
        below = (self.sentence.tokens[i] for i in own_words(self.sentence, head.i) if 0 < i != head.i)
        return is_definite(self.sentence, head.i) or any(t.text[0].isupper() for t in below)

    def _role(self, event_type: EventType, function: str, noun: str = "") -> Role | None:
        table = lexicon()["roles"]
        role = table.get(noun, {}).get(function) or table.get(event_type, {}).get(function, table["default"].get(function))
        return None if role in (None, "none") else role

    def from_phrases(self, trigger: Trigger, scope: frozenset[int], event_type: EventType) -> Iterator[tuple[str, Role]]:
        """Yield those whom a prepositional phrase or an adjective of nationality in the scope names."""
        first, dash, _ = self.sentence.tokens[trigger.index].text.partition("-")
        compounded = self._role(event_type, "adjective") if dash and first[:1].isupper() else None
        if compounded:  # *EU-sancties*, *VN-missie*
            yield from ((a, compounded) for a in self._named_in_gazetteer(first, ("label", "alias", "abbreviation")))
        for i in sorted(scope):
            token = self.sentence.tokens[i]
            if trigger.first <= i <= trigger.last:
                continue
            if token.head == trigger.index and token.dep == "nmod:poss":
                owner = self._role(event_type, "van")
                yield from ((a, owner) for a in self.ids(token) if owner)
            if token.head == trigger.index and token.i < trigger.index and token.pos in ("ADJ", "PROPN"):
                role = self._role(event_type, "adjective")
                if role:
                    yield from ((a, role) for a in self._of_nationality(token))
            case = case_of(self.sentence, token)
            if not case or not (is_nominal(token) or self.cast.at(self.sentence.index, i)):
                continue
            role = self._role(event_type, case, trigger.noun)
            if role and self._attached(token, trigger):
                ids = self.ids(token) or (self._inside(token) if case in ("op", "tegen") else ())
                yield from ((a, role) for a in ids)

    def _attached(self, token: Token, trigger: Trigger) -> bool:
        """Tell whether a phrase hangs on the trigger, on a verb that carries it, or on a word right below the trigger."""
        heads = {
            trigger.index,
            predicate(self.sentence, trigger.index).i,
            *(r.i for r in relatives(self.sentence, trigger.index)),
        }
        above = [t.i for t in self.sentence.ancestors(token.i)]
        return (
            above[0] in heads if len(above) < 2 else above[0] in heads or above[1] == trigger.index or trigger.index in above[:1]
        )

    def _inside(self, token: Token) -> tuple[str, ...]:
        """Return whom the phrase inside a phrase names: *op de integriteit van Armenië*."""
        return tuple(a for child in self.sentence.children(token.i, "nmod") for a in self.ids(child))

    def _of_nationality(self, token: Token) -> tuple[str, ...]:
        return self._named_in_gazetteer(token.text, ("adjective", "demonym"))

    def _named_in_gazetteer(self, form: str, forms: tuple[str, ...]) -> tuple[str, ...]:
        """Return the actor of the document that a word, or the first part of one, stands for in the gazetteer."""
        ids = [m.entry.local for m in bundled().lookup(form) if m.form in forms and m.entry.local in self._known]
        return tuple(dict.fromkeys(ids))[:1]

    def mediators(self, scope: frozenset[int], carriers: set[int]) -> Iterator[tuple[str, Role]]:
        """Yield who leads: *onder leiding van X*, *onder auspiciën van X*, *door X geleide gesprekken*."""
        for i in sorted(scope):
            token = self.sentence.tokens[i]
            if token.lower not in _LED:
                continue
            while token.dep in ("case", "fixed") and token.head != token.i:
                token = self.sentence.tokens[token.head]  # *onder leiding van* read as one preposition
            if token.head not in carriers:
                continue
            doers = [self.sentence.tokens[below] for below in self.sentence.subtree(token.i)]
            if token.dep == "amod":  # *door de EU geleide*: the doer hangs on the noun beside it
                doers += [c for c in self.sentence.children(token.head) if case_of(self.sentence, c) == "door"]
            for doer in doers:
                if doer.lower not in _LED:
                    yield from ((a, "mediator") for a in self.ids(doer))

    def from_verb(self, verb: Token, event_type: EventType, role_of_subject: Role) -> Iterator[tuple[str, Role]]:
        """Yield the subject, the object and the *door* phrase of a verb that is the trigger."""
        passive = bool(self.sentence.children(verb.i, "aux:pass", "nsubj:pass")) and not self.sentence.children(verb.i, "obj")
        as_subject = self._role(event_type, "subject") if role_of_subject == "agent" else role_of_subject
        as_object = self._role(event_type, "object")
        for subject in subjects(self.sentence, verb.i):
            role = as_object if passive or subject.dep == "nsubj:pass" else as_subject
            if role:
                yield from ((a, role) for a in self.ids(subject))
        for thing in self.sentence.children(verb.i, "obj", "iobj"):
            if as_object:
                yield from ((a, as_object) for a in self.ids(thing))
        for agent in self.sentence.children(verb.i, "obl"):
            if case_of(self.sentence, agent) == "door":
                yield from ((a, as_subject or "agent") for a in self.ids(agent))

    def performers(self, verb: Token, noun: Token, event_type: EventType) -> Iterator[tuple[str, Role]]:
        """Yield who performs a noun by a light verb: *België sloot een verdrag*, *brachten de leiders bij elkaar*."""
        passive = bool(self.sentence.children(verb.i, "aux:pass"))
        receives = verb.lemma in ("krijgen", "ontvangen", "verkrijgen")
        role = "beneficiary" if receives and event_type in _GIVEN else self._role(event_type, "subject")
        for subject in subjects(self.sentence, verb.i):
            if subject.i != noun.i and role and not passive:
                yield from ((a, role) for a in self.ids(subject))
        for thing in self.sentence.children(verb.i, "obj", "iobj"):
            if thing.i != noun.i and not receives:
                other = self._role(event_type, "object") or "participant"
                yield from ((a, other) for a in self.ids(thing))
