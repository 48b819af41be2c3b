"""Trigger -> Participations: with whom, as the clause of the trigger says.

A preposition or a function names the role, by event type (`roles` of events.yaml). Only who is named counts: a name, a
pronoun that was resolved, a definite group; never a bare plural.
"""

from __future__ import annotations

from collections.abc import Iterator

from relaas.extract.acting import acting
from relaas.extract.carrying import company, is_one_of
from relaas.extract.clauses import (
    case_of,
    is_light,
    is_nominal,
    opening,
    performs_antecedent,
    predicate,
    relatives,
    subjects,
)
from relaas.extract.eventwords import Trigger, lexicon
from relaas.extract.presence import Presence
from relaas.model import EventType, Participation, Role, Token

_SCOPED = frozenset({"van", "uit", "bij", "voor", "in", "vanuit", "der"})
_OWNERS = frozenset({"zijn", "haar", "hun", "diens"})
_SIDES = frozenset({"tussen", "vanuit", "namens"})
_SETTINGS = frozenset({"tijdens", "in", "op", "bij"})
_RELATIVES = frozenset({"die", "dat", "welke", "wat"})
_GIVEN = frozenset({"funding", "decision", "trade"})
#: Who gets one of these is not who does it: *kreeg een boete*, *kreeg een celstraf*.
_UNDERGONE = frozenset({"sanction", "ruling", "prosecution", "inspection", "complaint", "violence", "arrest", "visit"})
_LED = frozenset({"leiding", "auspiciën", "bemiddeling", "voorzitterschap", "geleide", "bemiddelde"})


def participations(found: list[tuple[str, Role]]) -> tuple[Participation, ...]:
    """Return those found, each once, in the role found first."""
    roles: dict[str, Role] = {}
    for actor_id, role in found:
        roles.setdefault(actor_id, role)
    return tuple(Participation(a, r) for a, r in roles.items())


class People(Presence):
    """One sentence with the cast of its document: answers who takes part in what its triggers name."""

    def _role(self, event_type: EventType, function: str, noun: str = "") -> Role | None:
        table = lexicon()["roles"]
        by_noun = table.get(noun, {}) if noun not in lexicon()["types"] else {}  # *arrest* is a ruling, and a type of another
        role = by_noun.get(function) or table.get(event_type, {}).get(function, table["default"].get(function))
        return None if role in (None, "none") else role

    def is_made(self, actor_id: str, trigger: Trigger, verb: Token) -> bool:
        """Tell whether somebody named is what is set up, signed or adopted: *de oprichting van het centrum*, *richtte het op*."""
        if trigger.word is not None and not trigger.word.verbal:
            below = self.sentence.children(trigger.index, "nmod") if trigger.noun in company()["made"]["nouns"] else ()
            below = tuple(t for t in below if case_of(self.sentence, t) in ("van", "der"))
        elif is_one_of(self.sentence, verb, company()["made"]["verbs"]) and len(self._particles(verb)) < 2:
            swapped = self._swapped(verb, papers=True)
            below = (*self.sentence.children(verb.i, "obj", "nsubj:pass"), *self._patients(verb))
            below = tuple(t for t in below if t is not swapped)
        else:
            return False
        return any(actor_id in self.ids(t) for t in below)

    def _particles(self, verb: Token) -> tuple[Token, ...]:
        return self.sentence.children(verb.i, "compound:prt")  # *in gebreke stellen* is not *instellen*

    def _patients(self, verb: Token) -> tuple[Token, ...]:
        """Return the subject of a passive, and what the parser took for a second subject."""
        passive = bool(self.sentence.children(verb.i, "aux:pass"))
        doing, done = acting(self.sentence, verb)
        return (*done, *(doing if passive else ()))

    def from_phrases(self, trigger: Trigger, scope: frozenset[int], event_type: EventType) -> Iterator[tuple[str, Role]]:
        """Yield those whom a prepositional phrase or an adjective of nationality in the scope names."""
        compounded, forms = self._role(event_type, "adjective"), ("label", "alias", "abbreviation")
        for first in self.sentence.tokens[trigger.index].text.split("-")[:-1]:
            if compounded and first[:1].isupper():  # *EU-sancties*, *EU-Mercosur-akkoord*
                yield from ((a, compounded) for a in self._named_in_gazetteer(first, forms))
        for i in sorted(scope):
            token = self.sentence.tokens[i]
            if trigger.first <= i <= trigger.last:
                continue
            if token.head == trigger.index and token.dep == "nmod:poss":
                owner = self._role(event_type, "van")
                yield from ((a, owner) for a in self.ids(token) or self._owner(token) if owner)
            if token.head == trigger.index and token.i < trigger.index and token.pos in ("ADJ", "PROPN"):
                role = self._role(event_type, "adjective")
                states = self._of_nationality(token)
                if role and not (len(states) > 1 and self._by_whom(trigger)):  # the signers of a *Frans-Duits akkoord* are told
                    yield from ((a, role) for a in states)
            case = "" if self._in_fixed(token) else self.case(token)
            if not case or not (is_nominal(token) or self.ids(token)):
                continue
            role = self._role_of_phrase(token, case, trigger, event_type)
            of_another = case == "door" and self._attribute(token) is not None
            if role and not of_another and self._attached(token, trigger):
                ids = self.ids(token) or (self._inside(token) if case in ("op", "tegen") else ())
                self.loose |= set(ids) if self._agreed(token, trigger) else set()
                yield from ((a, role) for a in ids)

    def _by_whom(self, trigger: Trigger) -> bool:
        above = predicate(self.sentence, trigger.index)
        return any(case_of(self.sentence, t) == "door" for t in self.sentence.children(above.i, "obl", "obl:agent"))

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
        thanks = event_type in _GIVEN and noun.dep == "obl" and case_of(self.sentence, noun) == "dankzij"
        fixed = [c.lower for case in self.sentence.children(noun.i, "case") for c in self.sentence.children(case.i)]
        by_it = "middel" in fixed or (noun.dep == "obl" and case_of(self.sentence, noun) in ("met", "via", "middels"))
        done = "middel" in fixed or self.sentence.children(verb.i, "obj", "ccomp")
        if role is None or not (thanks or (by_it and done)):
            return
        for subject in self.sentence.children(verb.i, "nsubj"):
            yield from ((a, "beneficiary" if thanks else role) for a in self.ids(subject))

    def at_work(self, noun: Token, event_type: EventType) -> Iterator[tuple[str, Role]]:
        """Yield who does something while busy with it: *X hield bij de opmaak rekening met*, *de rechter stelt in het vonnis*."""
        verb, case = predicate(self.sentence, noun.i), case_of(self.sentence, noun)
        role = self._role(event_type, "subject")
        own = any(case_of(self.sentence, t) in ("van", "door") and self.ids(t) for t in self.sentence.children(noun.i, "nmod"))
        if noun.dep != "obl" or noun.head != verb.i or role is None or own:
            return
        for subject in acting(self.sentence, verb)[0] if not self.sentence.children(verb.i, "aux:pass") else ():
            judges = subject.lower.endswith(tuple(company()["judging"]["endings"]))
            if case == "bij" or (case == "in" and event_type == "ruling" and judges):
                ids = self.ids(subject)
                self.loose |= set(ids)
                yield from ((a, role) for a in ids)

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
        """Yield who does at a gathering what the noun above it says: *mijn woorden in het debat*, *de vraag van X op de top*.

        Behind a verb that only points at the noun, the parser may hang the gathering on the verb.
        """
        above = self.sentence.tokens[noun.head]
        if noun.dep == "obl" and above.lemma in lexicon()["pointing"]:
            before = [t for t in self.sentence.children(above.i, "obl", "obl:arg", "obj") if above.i < t.i < noun.i]
            first = self.sentence.subtree(noun.i)[0]
            above = next((t for t in before if self.sentence.subtree(t.i)[-1] == first - 1), noun)
        elif noun.dep != "nmod":
            return
        if above.pos != "NOUN" or case_of(self.sentence, noun) not in _SETTINGS or above.i == noun.i:
            return
        for child in self.sentence.children(above.i, "nmod", "nmod:poss"):
            if child.i < noun.i and (child.dep == "nmod:poss" or case_of(self.sentence, child) == "van"):
                yield from self.ids(child)

    def told(self, verb: Token, noun: Token) -> Iterator[str]:
        """Yield who is told something at a gathering: *deelde dat op de top aan X mee*, *werd mij op het overleg gezegd*."""
        there = case_of(self.sentence, noun) in _SETTINGS - {"bij"}
        if not there or not is_one_of(self.sentence, verb, company()["telling"]["verbs"]):
            return
        helpers = self.sentence.children(verb.i, "aux", "aux:pass")
        for spot in (verb, *helpers):
            yield from (a for t in self.sentence.children(spot.i, "iobj") for a in self.ids(t))
        for spot in (verb, noun):
            below = [t for t in self.sentence.children(spot.i, "obl", "obl:arg", "nmod") if case_of(self.sentence, t) == "aan"]
            yield from (a for t in below if t.i != noun.i for a in self.ids(t))

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
            if case in ("van", "der"):
                return None  # *de analyse van de verplichtingen van X* is no analysis by X
        return self._role(event_type, case, trigger.noun) if case else None

    def _attached(self, token: Token, trigger: Trigger) -> bool:
        """Tell whether a phrase hangs on the trigger, on a verb that carries it, or on a word right below the trigger."""
        heads = {
            trigger.index,
            predicate(self.sentence, trigger.index).i,
            *(r.i for r in relatives(self.sentence, trigger.index)),
        }
        above = [  # *samen met X*, *vond plaats tussen X en Y*
            t.i for t in self.sentence.ancestors(token.i) if t.lower not in ("samen", "tezamen") and t.dep != "compound:prt"
        ]
        if not above or above[0] in heads:
            return bool(above)
        if self._in_fixed(self.sentence.tokens[above[0]]):  # *met betrekking tot de doorsteek tussen X en Y*
            return False
        if case_of(self.sentence, token) in ("vanuit", "namens") and len(above) > 1 and above[1] in heads:
            return True  # *aan X toegekend vanuit Y*
        if len(above) > 1 and above[1] in heads and case_of(self.sentence, token) in _SIDES:  # *in Rome tussen X en Y om ...*
            place = case_of(self.sentence, self.sentence.tokens[above[0]]) in ("in", "op", "te")
            if place or token.i < opening(self.sentence, above[0]):
                return True
        verbal = trigger.word is not None and trigger.word.verbal
        if verbal and case_of(self.sentence, token) in ("aan", "naar") and predicate(self.sentence, token.i).i == trigger.index:
            return True  # *ter kennisname aan de Kamer aangeboden*
        owned = verbal and case_of(self.sentence, token) in _SCOPED and not self._agreed(token, trigger)
        return len(above) > 1 and above[1] == trigger.index and not owned and not self._below_actor(token, trigger.index)

    def _agreed(self, token: Token, trigger: Trigger) -> bool:
        """Tell whether a phrase says whose the thing is that somebody agrees with: *instemmen met de oproep van X*."""
        agrees = trigger.word is not None and trigger.word.event_type == "agreement"
        scoped = case_of(self.sentence, token) in _SCOPED
        return agrees and scoped and case_of(self.sentence, self.sentence.tokens[token.head]) == "met"

    def _inside(self, token: Token) -> tuple[str, ...]:
        """Return whom the phrase inside a phrase names: *op de integriteit van Armenië*."""
        return tuple(a for child in self.sentence.children(token.i, "nmod") for a in self.ids(child))

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
            opened = nouns.get(token.lower, {}).get("after") if token.i == i else None
            if opened and case_of(self.sentence, token) not in opened:
                continue
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
                top = i if token.i == i else -1  # *in overleg met de voorzitter van X*: the token is an actor by now
                if not other and not self._below_actor(doer, top):
                    yield from ((a, role) for a in self.ids(doer))

    def together(self, carriers: set[int]) -> Iterator[tuple[str, Role]]:
        """Yield with whom somebody does something, wherever the parser hung it: *samen met X*."""
        tokens = self.sentence.tokens
        for i, token in enumerate(tokens[:-1]):
            joins = token.lower in company()["together"]["words"] and tokens[i + 1].lower == "met"
            if joins and tokens[i + 1].dep == "case" and predicate(self.sentence, i).i in carriers:
                yield from ((a, "participant") for a in self.ids(tokens[tokens[i + 1].head]))

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
        done_to = self.sentence.children(verb.i, "aux:pass", "nsubj:pass") and not self.sentence.children(verb.i, "obj")
        perfect = any(t.lemma == "hebben" for t in self.sentence.children(verb.i, "aux"))  # *heeft X gepubliceerd* is active
        passive = bool(done_to) and not (perfect and not self.sentence.children(verb.i, "aux:pass"))
        as_subject = self._role(event_type, "subject") if role_of_subject == "agent" else role_of_subject
        as_object = self._role(event_type, "object")
        made = is_one_of(self.sentence, verb, company()["made"]["verbs"])
        swapped = self._swapped(verb, papers=made or as_object is None)
        if swapped is not None:
            yield from ((a, as_subject) for a in self.ids(swapped) if as_subject)
            return
        agents = [a for a in self.sentence.children(verb.i, "obl") if case_of(self.sentence, a) == "door"]
        bare = not self.sentence.children(verb.i, "nsubj", "aux") and "VerbForm=Part" in verb.morph
        # *gebruikte gegevens, verzameld door X*: the subject above did not gather them
        doing, done = ((), ()) if agents and bare else acting(self.sentence, verb)
        for subject in doing:
            role = as_object if passive or subject.dep == "nsubj:pass" else as_subject
            if role:
                yield from ((a, role) for a in self.ids(subject))
        for thing in (*(t for t in self.sentence.children(verb.i, "obj", "iobj") if t not in doing), *done):
            if as_object:
                yield from ((a, as_object) for a in self.ids(thing))
        for agent in agents:
            if self._attribute(agent) is None:
                yield from ((a, as_subject or "agent") for a in self.ids(agent))

    def _swapped(self, clause: Token, *, papers: bool = False) -> Token | None:
        """Return the subject that the parser took for the object of a relative clause: *het rapport dat de raad publiceerde*.

        What the pronoun stands for is nobody, so somebody beside it does what the verb says; `papers` tells that its object
        never is somebody.
        """
        if clause.dep != "acl:relcl" or self.sentence.children(clause.i, "aux:pass"):
            return None
        parts = self.sentence.children(clause.i, "nsubj", "nsubj:pass", "obj")
        pronouns = [t for t in parts if t.lower in _RELATIVES]
        told = any(t.dep != "obj" and t not in pronouns for t in parts)
        somebody = pronouns and (self.ids(pronouns[0]) or self.cast.at(self.sentence.index, clause.head))
        if not pronouns or told or (somebody and not papers):
            return None
        others = (t for t in self.sentence.children(clause.i, "obj", "iobj") if t not in pronouns and self.ids(t))
        if somebody:  # *de FOD die ons de tabellen bezorgde* is no other than it seems
            others = (t for t in others if t.pos != "PRON" and t.dep == "obj")
        return next(others, None)

    def doers(self, trigger: Trigger, event_type: EventType, carriers: frozenset[int]) -> Iterator[tuple[str, Role]]:
        """Yield who performs a noun in its relative clause: *het onderzoek dat de inspectie uitvoerde*."""
        role = self._role(event_type, "subject")
        for clause in relatives(self.sentence, trigger.index) if role else ():
            relative = clause.dep == "acl:relcl" and (clause.i in carriers or performs_antecedent(self.sentence, clause))
            if not (relative or self._has_gap(clause, trigger, carriers)) or self.sentence.children(clause.i, "aux:pass"):
                continue
            swapped = self._swapped(clause)
            own = [swapped] if swapped else [t for t in self.sentence.children(clause.i, "nsubj") if t.lower not in _RELATIVES]
            yield from ((a, role) for t in own for a in self.ids(t) if role)

    def _has_gap(self, clause: Token, trigger: Trigger, carriers: frozenset[int]) -> bool:
        """Tell whether a clause with *dat* lacks the object that the noun before it is: *het beroep dat X had ingesteld*."""
        marks = self.sentence.children(clause.i, "mark")
        lacks = not self.sentence.children(clause.i, "obj", "ccomp", "xcomp", "cop")
        opened = clause.dep in ("acl", "acl:relcl") and [m.lower for m in marks] == ["dat"] and marks[0].i == trigger.last + 1
        return lacks and opened and (clause.i in carriers or is_light(self.sentence, clause, marks[0]))

    def performers(self, verb: Token, noun: Token, event_type: EventType, *, inside: bool = False) -> Iterator[tuple[str, Role]]:
        """Yield who performs a noun by a light verb: *België sloot een verdrag*, *brachten de leiders bij elkaar*.

        `inside` a gathering only the subject takes part: *op de top prees België Malta*.
        """
        present = verb.lower in company()["present"]["words"]  # *was vertegenwoordigd op de top* is no passive
        passive = bool(self.sentence.children(verb.i, "aux:pass")) and not present
        receives = verb.lemma in ("krijgen", "ontvangen", "verkrijgen")
        undergoes = event_type in _UNDERGONE and (receives or verb.lemma == "betalen")  # *betaalde een boete*
        role = self._role(event_type, "object" if undergoes else "subject")
        role = "beneficiary" if receives and event_type in _GIVEN else role
        for subject in acting(self.sentence, verb)[0]:
            if subject.i != noun.i and role and not passive:
                yield from ((a, role) for a in self.ids(subject))
        for thing in self.sentence.children(verb.i, "obj", "iobj"):
            if thing.i != noun.i and not receives and not inside:
                other = self._role(event_type, "object") or "participant"
                yield from ((a, other) for a in self.ids(thing))
