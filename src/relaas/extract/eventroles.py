"""Trigger -> Circumstances: when, where and with whom, as the clause of the trigger says.

What hangs on the trigger counts; what hangs on its verb counts where that verb is the trigger or only performs it (*vond
plaats*, *ondertekende*). A preposition or a function names the role, by event type (`roles` of events.yaml). Only who is
named counts as participant: a name, a pronoun that was resolved, a definite group; never a bare plural.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from relaas.extract.cast import Cast
from relaas.extract.clauses import (
    case_of,
    is_definite,
    is_light,
    is_nominal,
    own_words,
    phrase_words,
    predicate,
    relatives,
    subjects,
)
from relaas.extract.dates import DateMention
from relaas.extract.edtf import date_range
from relaas.extract.eventwords import Trigger, lexicon
from relaas.extract.factuality import is_purpose
from relaas.gazetteer import bundled
from relaas.model import DateRange, EventType, Participation, Role, Sentence, Token

_PLACE = frozenset({"in", "te", "op", "nabij", "bij", "naar", "uit", "vanuit", "over", "rond"})
_INSIDE = frozenset({"tijdens", "in", "bij", "op"})
#: What is published or decided is about places; it does not happen there.
_OF_PAPERS = frozenset({"publication", "decision", "legislation", "policy-measure", "appointment", "vote"})
_BY = frozenset({"door", "na", "wegens", "vanwege", "naar", "sinds", "ten"})  # *naar aanleiding van*, *ten gevolge van*
_GATHERINGS = frozenset({"meeting", "negotiation", "consultation", "visit"})
_GIVEN = frozenset({"funding", "decision", "trade"})
_LED = frozenset({"leiding", "auspiciën", "bemiddeling", "voorzitterschap", "geleide", "bemiddelde"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a clause says of an event.

    `performed` tells that a verb carries the noun, `partly` that those who take part are some of many, `named` that its
    phrase holds a name.
    """

    when: DateRange | None = None
    places: tuple[str, ...] = ()
    participants: tuple[Participation, ...] = ()
    performed: bool = False
    partly: bool = False
    named: bool = False
    scope: frozenset[int] = frozenset()


class Stage:
    """One sentence with the cast and the dates of its document: answers who, where and when for its triggers."""

    def __init__(self, sentence: Sentence, cast: Cast, dates: tuple[DateMention, ...], triggers: Sequence[Trigger]) -> None:
        self.sentence, self.cast = sentence, cast
        self.dates = tuple(d for d in dates if d.sentence == sentence.index and d.when is not None)
        silent = ("publication",)  # publishing a study is not doing it
        verbs = (t for t in triggers if t.word is not None and t.word.verbal and t.word.event_type not in silent)
        self._carriers = frozenset(t.index for t in verbs)
        self._nouns = tuple(t for t in triggers if t.word is not None and not t.word.verbal)
        self._known = {a.actor_id for a in cast.actors}

    def circumstances(self, trigger: Trigger, event_type: EventType) -> Circumstances:
        """Return what the clause of a trigger says of it."""
        sentence = self.sentence
        verbal = trigger.word is not None and trigger.word.verbal
        token = sentence.tokens[trigger.index]
        verb = token if verbal else predicate(sentence, trigger.index)
        own = own_words(sentence, token.i) if verbal else phrase_words(sentence, token.i, carriers=self._carriers)
        performed = verbal or self._performs(verb, token)
        inside = not performed and self._is_inside(verb, token)
        scope = own | own_words(sentence, verb.i) if performed or inside else own
        carriers = {token.i, verb.i} if performed else {token.i}
        found = [*self._mediators(scope, carriers), *self._from_phrases(trigger, own, event_type)]
        if verbal:
            found += self._from_verb(token, event_type, trigger.word.subject if trigger.word else "agent")
            found += self._from_phrases(trigger, scope - own, event_type)
        elif performed or (inside and event_type in _GATHERINGS and self._takes_part(verb)):
            found += self._performers(verb, token, event_type)
            found += self._from_phrases(trigger, scope - own, event_type)
        participants = self._unique(found)
        direct = verb.i if verbal and event_type in _OF_PAPERS else None
        places = tuple(dict.fromkeys((*self._places(scope, direct), *(() if verbal else self._places_beside(trigger)))))
        if not (places or verbal or participants):
            places = tuple(dict.fromkeys(self._places_above(token)))
        return Circumstances(self._when(trigger, scope), places, participants, performed, inside, self._has_name(token.i), scope)

    # --- who ---

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

    def _unique(self, found: list[tuple[str, Role]]) -> tuple[Participation, ...]:
        roles: dict[str, Role] = {}
        for actor_id, role in found:
            roles.setdefault(actor_id, role)
        return tuple(Participation(a, r) for a, r in roles.items())

    def _role(self, event_type: EventType, function: str, noun: str = "") -> Role | None:
        table = lexicon()["roles"]
        role = table.get(noun, {}).get(function) or table.get(event_type, {}).get(function, table["default"].get(function))
        return None if role in (None, "none") else role

    def _from_phrases(self, trigger: Trigger, scope: frozenset[int], event_type: EventType) -> Iterator[tuple[str, Role]]:
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

    def _mediators(self, scope: frozenset[int], carriers: set[int]) -> Iterator[tuple[str, Role]]:
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

    def _from_verb(self, verb: Token, event_type: EventType, role_of_subject: Role) -> Iterator[tuple[str, Role]]:
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

    def _performers(self, verb: Token, noun: Token, event_type: EventType) -> Iterator[tuple[str, Role]]:
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

    # --- where and when ---

    def _performs(self, verb: Token, noun: Token) -> bool:
        """Tell whether a verb only performs a noun that is its subject or object (*hield een top*, *startte met een proef*)."""
        if noun.i in (verb.i, verb.head):
            return False
        carries = verb.i in self._carriers or is_light(self.sentence, verb, noun)
        function = noun.dep.split(":")[0] in ("nsubj", "obj", "iobj", "conj", "ROOT", "csubj")
        begins = case_of(self.sentence, noun) == "met" and verb.lemma in ("starten", "beginnen", "komen")
        return noun.head == verb.i and ((function and carries) or begins)

    def _is_inside(self, verb: Token, noun: Token) -> bool:
        """Tell whether a clause takes place inside the happening (*in het debat van 3 mei zei ik*, *deelnemen aan de top*)."""
        case = case_of(self.sentence, noun)
        takes_part = case in ("aan", "op", "bij") and verb.lemma in lexicon()["taking_part"]
        return noun.head == verb.i and verb.i != noun.i and (case in _INSIDE or takes_part)

    def _takes_part(self, verb: Token) -> bool:
        """Tell whether somebody does take part: not where it is denied or only urged (*niet deelnemen*, *om deel te nemen*)."""
        denied = any(t.lower in lexicon()["factuality"]["denied"] for t in self.sentence.children(verb.i))
        return not denied and not is_purpose(self.sentence, verb.i)

    def _has_name(self, index: int) -> bool:
        """Tell whether a noun phrase holds a proper name, resolved or not."""
        inside = (self.sentence.tokens[i] for i in own_words(self.sentence, index) if i not in (0, index))
        return any(any(c.isupper() for c in t.text) and t.pos in ("PROPN", "NOUN", "ADJ") for t in inside)

    def _places(self, scope: frozenset[int], direct: int | None) -> Iterator[str]:
        """Yield the places of a clause; with `direct` only those that hang on that verb, not on what it is about."""
        for i in sorted(scope):
            token = self.sentence.tokens[i]
            if direct is not None and token.head != direct:
                continue
            case = case_of(self.sentence, token)
            if case in _PLACE or case == "van":
                for one in self.sentence.conjuncts(i):
                    found = self._located(one)
                    yield from (p for p in found if case != "van" or not p.startswith("actor/"))

    def _located(self, token: Token) -> tuple[str, ...]:
        """Return the place a phrase names itself, or by the name beside its noun (*in het dorpje Ulft*)."""
        names = self.sentence.children(token.i, "appos", "flat")
        found = self.cast.place_at(self.sentence.index, token.i)
        return found or next((p for n in names if (p := self.cast.place_at(self.sentence.index, n.i))), ())

    def _places_above(self, token: Token) -> Iterator[str]:
        """Yield where the state of things is that a happening brought about (*de nood in Jemen door de oorlog*)."""
        head = self.sentence.tokens[token.head]
        if not token.dep.startswith(("nmod", "obl")) or head.pos != "NOUN" or case_of(self.sentence, token) not in _BY:
            return
        for beside in self.sentence.children(head.i, "nmod"):
            if beside.i < token.i and case_of(self.sentence, beside) in ("in", "op", "te"):
                yield from self._located(beside)

    def _places_beside(self, trigger: Trigger) -> Iterator[str]:
        """Yield the places of the phrases right after a noun, wherever the parser hung them (*de orkaan in 2017 op Saba*)."""
        tokens = self.sentence.tokens
        for i in range(trigger.last + 2, min(trigger.last + 9, len(tokens))):
            before = next((t.lower for t in reversed(tokens[trigger.last + 1 : i]) if t.pos not in ("DET", "ADJ")), "")
            if before in ("in", "op", "te", "bij", "nabij") and self._beside(trigger.last, i):
                yield from self.cast.place_at(self.sentence.index, i)

    def _when(self, trigger: Trigger, scope: frozenset[int]) -> DateRange | None:
        """Return the date of the clause nearest to the trigger; a date right after a noun counts wherever it hangs."""
        near: list[tuple[int, DateRange]] = []
        for mention in self.dates:
            if mention.relation in ("document", "until", "after", "term") or mention.when is None:
                continue
            gap = mention.first - trigger.last if mention.first > trigger.last else trigger.first - mention.last
            inside = any(i in scope for i in range(mention.first, mention.last + 1)) and not self._of_another(mention, trigger)
            beside = 0 < mention.first - trigger.last <= 10 and self._beside(trigger.last, mention.first)
            if inside or beside:
                near.append((gap - 3 if beside else gap, mention.when))
        if not near:
            return None
        when = min(near, key=lambda pair: pair[0])[1]
        if when.edtf.endswith("/.."):
            started = date_range(when.edtf.removesuffix("/.."), when.span)
            return started or when
        return when

    def _of_another(self, mention: DateMention, trigger: Trigger) -> bool:
        """Tell whether a date hangs on another noun that names a happening (*publiceerde een studie over de brand van 3 mei*)."""
        others = (t for t in self._nouns if t.index != trigger.index)
        own = own_words(self.sentence, trigger.index) if trigger.word and not trigger.word.verbal else frozenset()
        return any(mention.first in own_words(self.sentence, t.index) and mention.first not in own for t in others)

    def _beside(self, first: int, last: int) -> bool:
        """Tell whether only prepositional phrases part a noun and a date (*de wateroverlast in Luik en Namen in juli 2021*)."""
        between = self.sentence.tokens[first + 1 : last]
        if any(t.text == "(" for t in between) and any(t.pos == "NUM" for t in between):
            return False
        plain = all(t.pos in ("ADP", "DET", "PROPN", "NOUN", "ADJ", "CCONJ", "NUM") or t.text in ("(", ")") for t in between)
        return plain and not any(first < t.index < last for t in self._nouns)
