"""Trigger -> Participations: with whom, as the clause of the trigger says.

A preposition or a function names the role, by event type (`roles` of events.yaml). Only who is named counts: a name, a
pronoun that was resolved, a definite group; never a bare plural.
"""

from __future__ import annotations

from collections.abc import Iterator

from relaas.extract.carrying import company, is_one_of
from relaas.extract.cast import Cast
from relaas.extract.clauses import (
    case_of,
    is_definite,
    is_nominal,
    opening,
    own_words,
    performs_antecedent,
    predicate,
    relatives,
    subjects,
)
from relaas.extract.eventwords import Trigger, lexicon
from relaas.gazetteer import bundled
from relaas.model import EventType, Participation, Role, Sentence, Token

_SCOPED = frozenset({"van", "uit", "bij", "voor", "in", "vanuit", "der"})
_OWNERS = frozenset({"zijn", "haar", "hun", "diens"})
_SIDES = frozenset({"tussen", "vanuit", "namens"})
_SETTINGS = frozenset({"tijdens", "in", "op", "bij"})
_RELATIVES = frozenset({"die", "dat", "welke", "wat"})
_COUNTS = frozenset({"deel", "helft", "aantal", "merendeel", "tientallen", "honderden", "duizenden"})
_GATHERINGS = frozenset({"meeting", "negotiation", "consultation", "visit"})
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
            if self._named_after(one):
                continue
            if listed := self._listed(one):
                out += listed
                continue
            such = [c for c in self.sentence.children(one.i, "nmod", "obl") if self._opener(c) in ("zoals", "als")]
            spots = (one, *self.sentence.children(one.i, "flat", "appos"), *such)
            found = [tuple(a for a in self.cast.at(self.sentence.index, s.i) if self._is_named(a, s, one)) for s in spots]
            named = [ids for spot, ids in zip(spots, found, strict=True) if ids and spot.pos == "PROPN"]
            out += next(iter(named or [ids for ids in found if ids]), ())  # *een bedrijf, Woosh*: the name goes before
            for other in (*self._included(one), *self._whole(one)):
                out += self.ids(other)
        return tuple(dict.fromkeys(out))

    def _named_after(self, token: Token) -> bool:
        """Tell whether a name between commas says who a noun with *een* is, read as one more: *een bedrijf, Woosh, begon*."""
        tokens = self.sentence.tokens
        comma = token.i + 2 < len(tokens) and tokens[token.i + 1].text == ","
        name = tokens[token.i + 2] if comma else None
        if name is None or name.pos != "PROPN" or name.dep != "conj" or self.sentence.children(name.i, "cc"):
            return False
        last = self.sentence.subtree(name.i)[-1]
        closed = any(t.text == "," for t in tokens[max(last, name.i + 1) : last + 2])
        return closed and any(d.lower == "een" for d in self.sentence.children(token.i, "det"))

    def _listed(self, token: Token) -> tuple[str, ...]:
        """Return those whose names follow a plural noun, wherever the parser hung them: *de leden Peeters en Maes*."""
        first = self.sentence.tokens[token.i + 1] if token.i + 1 < len(self.sentence.tokens) else None
        if first is None or "Number=Plur" not in token.morph or not first.text[0].isupper():
            return ()
        found = [self.cast.at(self.sentence.index, t.i) for t in self.sentence.conjuncts(first.i) if t.i > token.i]
        own = self.cast.at(self.sentence.index, token.i)
        return tuple(dict.fromkeys(a for ids in found for a in ids if a in self._known and a not in own))

    def _whole(self, token: Token) -> tuple[Token, ...]:
        """Return those of whom a count is some: *een van de leden*, *de helft van de leden*."""
        counts = token.pos in ("NUM", "DET", "PRON") or token.lower in _COUNTS
        if not counts or self.cast.at(self.sentence.index, token.i):
            return ()
        below = self.sentence.children(token.i, "nmod", "obl")
        return tuple(c for c in below if c.i > token.i and case_of(self.sentence, c) == "van")[:1]

    def _opener(self, token: Token) -> str:
        """Return the word that joins a phrase to the one above it, whatever the parser takes it for (*zoals*, *waaronder*)."""
        return next((c.lower for c in self.sentence.children(token.i, "case", "mark", "advmod", "cc") if c.i < token.i), "")

    def _included(self, token: Token) -> Iterator[Token]:
        """Yield those who are named as some of a phrase, hung on it or beside it: *de partners, waaronder de gemeente Hoorn*."""
        words = {row["word"] for row in company()["including"]}
        after = [c for c in self.sentence.children(token.head) if c.i > token.i and token.head != token.i]
        beside = after[: next((n + 1 for n, c in enumerate(after) if is_nominal(c)), len(after))]
        for child in (*self.sentence.children(token.i), *beside):
            if child.i <= token.i or child.dep == "conj":
                continue
            if child.lower in words:  # *inclusief* read as an adjective
                yield from self.sentence.children(child.i, "obj", "nmod", "obl")
            elif is_nominal(child) and (self._opener(child) in words or self._goes_on(child)):
                yield child

    def _goes_on(self, token: Token) -> bool:
        """Tell whether a list goes on in a phrase that the parser set beside it: *X, inclusief Y, de gemeente Hoorn en Z*."""
        first = self.sentence.subtree(token.i)[0]
        comma = first > 0 and self.sentence.tokens[first - 1].text == ","
        own = self.sentence.children(token.i, "case", "mark", "nsubj", "cop")
        return comma and not own and token.dep == "parataxis" and bool(self.sentence.children(token.i, "conj"))

    def _is_named(self, actor_id: str, token: Token, head: Token) -> bool:
        if actor_id not in self._known:
            return False
        if actor_id.startswith("actor/") or actor_id in ("asker", "answerer") or token.pos in ("PRON", "PROPN"):
            return True
        if token.i > 0 and token.text[0].isupper():
            return True  # *Defensie*
        actor = self.cast.actor(actor_id)
        if actor.actor_type != "group" and any(m.form in ("name", "abbreviation") for m in actor.mentions):
            return True
        below = (self.sentence.tokens[i] for i in own_words(self.sentence, head.i) if 0 < i != head.i)
        if is_definite(self.sentence, head.i) or any(t.text[0].isupper() for t in below):
            return True
        here = (m.text for m in actor.mentions if m.span.start <= token.span.start and token.span.end <= m.span.end)
        return any(w[0].isupper() for text in here for w in text.split()[1:])  # *vertegenwoordigers van de VNG*

    def _role(self, event_type: EventType, function: str, noun: str = "") -> Role | None:
        table = lexicon()["roles"]
        by_noun = table.get(noun, {}) if noun not in lexicon()["types"] else {}  # *arrest* is a ruling, and a type of another
        role = by_noun.get(function) or table.get(event_type, {}).get(function, table["default"].get(function))
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
                yield from ((a, owner) for a in self.ids(token) or self._owner(token) if owner)
            if token.head == trigger.index and token.i < trigger.index and token.pos in ("ADJ", "PROPN"):
                role = self._role(event_type, "adjective")
                if role:
                    yield from ((a, role) for a in self._of_nationality(token))
            case = "" if self._in_fixed(token) else case_of(self.sentence, token)
            if not case or not (is_nominal(token) or self.ids(token)):
                continue
            role = self._role_of_phrase(token, case, trigger, event_type)
            of_another = case == "door" and self._attribute(token) is not None
            if role and not of_another and self._attached(token, trigger):
                ids = self.ids(token) or (self._inside(token) if case in ("op", "tegen") else ())
                yield from ((a, role) for a in ids)

    def _owner(self, token: Token) -> tuple[str, ...]:
        """Return whose a happening is by *zijn*, *haar*, *hun*: the subject of the clause, if it is somebody."""
        if token.lower not in _OWNERS:
            return ()
        subject = next(iter(subjects(self.sentence, predicate(self.sentence, token.head).i)), None)
        if subject is None or subject.i > token.i or subject.pos == "PRON":
            return ()
        ids = self.ids(subject)
        many = len(ids) > 1 or "Number=Plur" in subject.morph
        return ids if many == (token.lower == "hun") else ()

    def means(self, noun: Token, event_type: EventType) -> Iterator[tuple[str, Role]]:
        """Yield who does something by the happening: *met een missie brengt de EU dat in kaart*, *via een subsidie helpt X Y*."""
        role, verb = self._role(event_type, "subject"), predicate(self.sentence, noun.i)
        fixed = [c.lower for case in self.sentence.children(noun.i, "case") for c in self.sentence.children(case.i)]
        by_it = "middel" in fixed or (noun.dep == "obl" and case_of(self.sentence, noun) in ("met", "via", "middels"))
        done = "middel" in fixed or self.sentence.children(verb.i, "obj", "ccomp")
        if role is None or not by_it or not done:
            return
        for subject in self.sentence.children(verb.i, "nsubj"):
            yield from ((a, role) for a in self.ids(subject))

    def invited(self, verb: Token, noun: Token) -> Iterator[str]:
        """Yield who is asked to a gathering: *X wordt uitgenodigd voor de top*, *X nodigt Y uit op een overleg*."""
        to_it = noun.head == verb.i and case_of(self.sentence, noun) in ("voor", "op", "bij")
        if not to_it or not is_one_of(self.sentence, verb, (row["verb"] for row in company()["inviting"])):
            return
        for guest in self.sentence.children(verb.i, "obj", "nsubj:pass"):
            yield from self.ids(guest)

    def headline(self, trigger: Trigger, event_type: EventType) -> Iterator[tuple[str, Role]]:
        """Yield who is named right after a bare noun, as headlines do: *Besluit gemeente Hoorn valt slecht*."""
        tokens, after = self.sentence.tokens, trigger.last + 1
        role = self._role(event_type, "van", trigger.noun)
        if role is None or after >= len(tokens) or self.sentence.children(trigger.index, "det", "nmod:poss", "amod"):
            return
        ids = self.cast.at(self.sentence.index, after)
        if case_of(self.sentence, tokens[after]) or len(ids) != 1 or tokens[after].pos not in ("NOUN", "PROPN"):
            return
        if ids[0] in ("asker", "answerer") or not self._is_named(ids[0], tokens[after], tokens[after]):
            return
        own = tokens[trigger.index].span
        if not any(m.span.contains(own) for m in self.cast.actor(ids[0]).mentions):  # *de Conferentie Volksgezondheid*
            yield ids[0], role

    def settings(self, noun: Token) -> Iterator[str]:
        """Yield who does at a gathering what the noun above it says: *mijn woorden in het debat*, *de vraag van X op de top*."""
        above = self.sentence.tokens[noun.head]
        if noun.dep != "nmod" or above.pos != "NOUN" or case_of(self.sentence, noun) not in _SETTINGS:
            return
        for child in self.sentence.children(above.i, "nmod", "nmod:poss"):
            if child.i < noun.i and (child.dep == "nmod:poss" or case_of(self.sentence, child) == "van"):
                yield from self.ids(child)

    def _in_fixed(self, token: Token) -> bool:
        """Tell whether the preposition of a phrase is one of several words (*op basis van*, *naar aanleiding van*)."""
        return any(self.sentence.children(c.i, "fixed") for c in self.sentence.children(token.i, "case"))

    def _role_of_phrase(self, token: Token, case: str, trigger: Trigger, event_type: EventType) -> Role | None:
        """Return the role of a phrase; what only says of what the phrase above it is has the role of that one.

        *Met de leiding van X* brings X in, *in het kantoor van X* does not.
        """
        above = self.sentence.tokens[token.head]
        if case in _SCOPED and above.i != trigger.index and above.head == trigger.index and is_nominal(above):
            case = case_of(self.sentence, above)
        return self._role(event_type, case, trigger.noun) if case else None

    def _attached(self, token: Token, trigger: Trigger) -> bool:
        """Tell whether a phrase hangs on the trigger, on a verb that carries it, or on a word right below the trigger."""
        heads = {
            trigger.index,
            predicate(self.sentence, trigger.index).i,
            *(r.i for r in relatives(self.sentence, trigger.index)),
        }
        above = [t.i for t in self.sentence.ancestors(token.i) if t.lower not in ("samen", "tezamen")]  # *samen met X*
        if not above or above[0] in heads:
            return bool(above)
        if len(above) > 1 and above[1] in heads and case_of(self.sentence, token) in _SIDES:  # *in Rome tussen X en Y om ...*
            place = case_of(self.sentence, self.sentence.tokens[above[0]]) in ("in", "op", "te")
            if place or token.i < opening(self.sentence, above[0]):
                return True
        verbal = trigger.word is not None and trigger.word.verbal
        if verbal and case_of(self.sentence, token) in ("aan", "naar") and predicate(self.sentence, token.i).i == trigger.index:
            return True  # *ter kennisname aan de Kamer aangeboden*
        owned = verbal and case_of(self.sentence, token) in _SCOPED
        return len(above) > 1 and above[1] == trigger.index and not owned and not self._below_actor(token, trigger.index)

    def _inside(self, token: Token) -> tuple[str, ...]:
        """Return whom the phrase inside a phrase names: *op de integriteit van Armenië*."""
        return tuple(a for child in self.sentence.children(token.i, "nmod") for a in self.ids(child))

    def _of_nationality(self, token: Token) -> tuple[str, ...]:
        return self._named_in_gazetteer(token.text, ("adjective", "demonym"))

    def _named_in_gazetteer(self, form: str, forms: tuple[str, ...]) -> tuple[str, ...]:
        """Return the actor of the document that a word, or the first part of one, stands for in the gazetteer."""
        ids = [m.entry.local for m in bundled().lookup(form) if m.form in forms and m.entry.local in self._known]
        return tuple(dict.fromkeys(ids))[:1]

    def companions(self, scope: frozenset[int], carriers: set[int]) -> Iterator[tuple[str, Role]]:
        """Yield whom a phrase brings in: *in samenwerking met X*, *in opdracht van X*, *onder leiding van X*, *door X geleid*."""
        nouns = company()["company"]
        for i in sorted(scope):
            token = self.sentence.tokens[i]
            role: Role | None = (
                "mediator" if token.lower in _LED else nouns[token.lower]["role"] if token.lower in nouns else None
            )
            if role is None:
                continue
            while token.dep in ("case", "fixed") and token.head != token.i:
                token = self.sentence.tokens[token.head]  # *in samenwerking met* read as one preposition
            if token.head not in carriers or (token.i == i and role != "mediator" and not case_of(self.sentence, token)):
                continue
            doers = [self.sentence.tokens[below] for below in self.sentence.subtree(token.i)]
            if token.dep == "amod":  # *door de EU geleide*: the doer hangs on the noun beside it
                doers += [c for c in self.sentence.children(token.head) if case_of(self.sentence, c) == "door"]
                doers += [
                    t for t in self.sentence.tokens[:i] if case_of(self.sentence, t) == "door" and self._attribute(t) == token
                ]
            for doer in doers:
                other = (
                    doer.lower in _LED or doer.lower in nouns or (role != "mediator" and case_of(self.sentence, doer) == "door")
                )
                if not other and not self._below_actor(doer, token.i):
                    yield from ((a, role) for a in self.ids(doer))

    def _attribute(self, token: Token) -> Token | None:
        """Return the participle before a noun that a *door* phrase belongs to, wherever the parser hung it: *door X geleide*."""
        at = self.sentence.subtree(token.i)[-1] + 1
        after = self.sentence.tokens[at] if at < len(self.sentence.tokens) else None
        if after is None or after.dep != "amod" or after.head <= at:
            return None
        return after if after.pos == "VERB" or "VerbForm=Part" in after.morph else None

    def _below_actor(self, token: Token, top: int) -> bool:
        """Tell whether a phrase only says of what an actor is, below `top` (*de voorzitter van de bond*)."""
        if case_of(self.sentence, token) not in _SCOPED:
            return False
        above = (t for t in self.sentence.ancestors(token.i) if t.i != top)
        return any(self.cast.at(self.sentence.index, t.i) for t in list(above)[:1])

    def from_verb(self, verb: Token, event_type: EventType, role_of_subject: Role) -> Iterator[tuple[str, Role]]:
        """Yield the subject, the object and the *door* phrase of a verb that is the trigger."""
        passive = bool(self.sentence.children(verb.i, "aux:pass", "nsubj:pass")) and not self.sentence.children(verb.i, "obj")
        as_subject = self._role(event_type, "subject") if role_of_subject == "agent" else role_of_subject
        as_object = self._role(event_type, "object")
        swapped = self._swapped(verb)
        if swapped is not None:
            yield from ((a, as_subject) for a in self.ids(swapped) if as_subject)
            return
        agents = [a for a in self.sentence.children(verb.i, "obl") if case_of(self.sentence, a) == "door"]
        bare = not self.sentence.children(verb.i, "nsubj", "aux") and "VerbForm=Part" in verb.morph
        # *gebruikte gegevens, verzameld door X*: the subject above did not gather them
        for subject in subjects(self.sentence, verb.i) if not (agents and bare) else ():
            role = as_object if passive or subject.dep == "nsubj:pass" else as_subject
            if role:
                yield from ((a, role) for a in self.ids(subject))
        for thing in self.sentence.children(verb.i, "obj", "iobj"):
            if as_object:
                yield from ((a, as_object) for a in self.ids(thing))
        for agent in agents:
            if self._attribute(agent) is None:
                yield from ((a, as_subject or "agent") for a in self.ids(agent))

    def _swapped(self, clause: Token) -> Token | None:
        """Return the subject that the parser took for the object of a relative clause: *het rapport dat de raad publiceerde*.

        What the pronoun stands for is nobody, so somebody beside it does what the verb says.
        """
        if clause.dep != "acl:relcl" or self.sentence.children(clause.i, "aux:pass"):
            return None
        parts = self.sentence.children(clause.i, "nsubj", "nsubj:pass", "obj")
        pronouns = [t for t in parts if t.lower in _RELATIVES]
        told = any(t.dep != "obj" and t not in pronouns for t in parts)
        if not pronouns or told or self.ids(pronouns[0]) or self.cast.at(self.sentence.index, clause.head):
            return None
        others = (t for t in self.sentence.children(clause.i, "obj", "iobj") if t not in pronouns and self.ids(t))
        return next(others, None)

    def doers(self, trigger: Trigger, event_type: EventType) -> Iterator[tuple[str, Role]]:
        """Yield who performs a noun in its relative clause: *het onderzoek dat de inspectie uitvoerde*."""
        role = self._role(event_type, "subject")
        for clause in relatives(self.sentence, trigger.index) if role else ():
            relative = clause.dep == "acl:relcl" and performs_antecedent(self.sentence, clause)
            if not relative or self.sentence.children(clause.i, "aux:pass"):
                continue
            swapped = self._swapped(clause)
            own = [swapped] if swapped else [t for t in self.sentence.children(clause.i, "nsubj") if t.lower not in _RELATIVES]
            yield from ((a, role) for t in own for a in self.ids(t) if role)

    def performers(self, verb: Token, noun: Token, event_type: EventType, *, inside: bool = False) -> Iterator[tuple[str, Role]]:
        """Yield who performs a noun by a light verb: *België sloot een verdrag*, *brachten de leiders bij elkaar*.

        `inside` a gathering only the subject takes part: *op de top prees België Malta*.
        """
        passive = bool(self.sentence.children(verb.i, "aux:pass"))
        receives = verb.lemma in ("krijgen", "ontvangen", "verkrijgen")
        role = "beneficiary" if receives and event_type in _GIVEN else self._role(event_type, "subject")
        for subject in subjects(self.sentence, verb.i):
            if subject.i != noun.i and role and not passive:
                yield from ((a, role) for a in self.ids(subject))
        for thing in self.sentence.children(verb.i, "obj", "iobj"):
            if thing.i != noun.i and not receives and not inside:
                other = self._role(event_type, "object") or "participant"
                yield from ((a, other) for a in self.ids(thing))
