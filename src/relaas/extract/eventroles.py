"""Trigger -> Circumstances: when, where and with whom, as the clause of the trigger says.

What hangs on the trigger counts; what hangs on its verb counts where that verb is the trigger or only performs it (*vond
plaats*, *ondertekende*). Who takes part tells `eventpeople`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relaas.extract.carrying import company, decision, is_carried
from relaas.extract.cast import Cast
from relaas.extract.clauses import (
    case_of,
    is_bare,
    is_light,
    own_words,
    performs_antecedent,
    phrase_words,
    predicate,
    relatives,
)
from relaas.extract.dates import DateMention
from relaas.extract.edtf import date_range
from relaas.extract.eventpeople import People, participations
from relaas.extract.eventplaces import Places, stands_beside
from relaas.extract.eventwords import Trigger, is_apart, lexicon
from relaas.extract.factuality import is_purpose
from relaas.model import DateRange, EventType, Participation, Sentence, Token

_INSIDE = frozenset({"tijdens", "in", "bij", "op"})
#: What is published or decided is about places; it does not happen there.
_OF_PAPERS = frozenset({"publication", "decision", "legislation", "policy-measure", "appointment", "vote"})
_BESIDE = frozenset({"sinds", "sedert", "na", "vóór", "tijdens", "vanaf", "tot", "wegens", "naast", "ondanks"})
_GATHERINGS = frozenset({"meeting", "negotiation", "consultation", "visit"})
_AND_THEN = frozenset({",", ";", "en", "maar"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a clause says of an event.

    `performed` tells that a verb carries the noun, `partly` that those who take part are some of many, `named` that its
    phrase holds a name, `made` what is set up or signed: it does not take part, but places the happening as well as if it did;
    `loose` those who take part but are not named well enough to tell a happening by.
    """

    when: DateRange | None = None
    places: tuple[str, ...] = ()
    participants: tuple[Participation, ...] = ()
    performed: bool = False
    partly: bool = False
    named: bool = False
    scope: frozenset[int] = frozenset()
    made: tuple[Participation, ...] = ()
    loose: frozenset[str] = frozenset()

    @property
    def present(self) -> tuple[Participation, ...]:
        """Return those who take part, named well enough to make a happening, and what is set up."""
        return tuple(p for p in self.participants + self.made if p.actor_id not in self.loose)


class Stage:
    """One sentence with the cast and the dates of its document: answers who, where and when for its triggers."""

    def __init__(self, sentence: Sentence, cast: Cast, dates: tuple[DateMention, ...], triggers: Sequence[Trigger]) -> None:
        self.sentence, self.cast = sentence, cast
        self.dates = tuple(d for d in dates if d.sentence == sentence.index)
        self._carriers = frozenset(t.index for t in triggers if t.word is not None and t.word.verbal and not is_apart(t))
        self._verbs = tuple(t for t in triggers if t.word is not None and t.word.verbal)
        self._nouns = tuple(t for t in triggers if t.word is not None and not t.word.verbal)
        self.people = People(sentence, cast)
        self.places = Places(sentence, cast)

    def circumstances(self, trigger: Trigger, event_type: EventType) -> Circumstances:
        """Return what the clause of a trigger says of it."""
        sentence, people = self.sentence, self.people
        people.loose.clear()
        verbal = trigger.word is not None and trigger.word.verbal
        token = sentence.tokens[trigger.index]
        verb = token if verbal else predicate(sentence, trigger.index)
        own = own_words(sentence, token.i) if verbal else phrase_words(sentence, token.i, carriers=self._carriers)
        performed = verbal or self._performs(verb, token)
        inside = not performed and self._is_inside(verb, token)
        scope = own | own_words(sentence, verb.i) if performed or inside else own
        scope = scope - self._topic(verb) if verbal and event_type in _OF_PAPERS else scope | self._topic_of(token)
        if performed and (decided := decision(sentence, verb)):
            scope |= own_words(sentence, decided.i)
        if verbal:
            scope |= self._before_subject(token)
        carriers = {token.i, verb.i} if performed else {token.i}
        found = [*people.companions(scope, carriers), *people.from_phrases(trigger, own, event_type)]
        found += people.together(carriers | {r.i for r in relatives(sentence, token.i) if performs_antecedent(sentence, r)})
        if verbal:
            found += people.from_verb(token, event_type, trigger.word.subject if trigger.word else "agent")
            found += people.from_phrases(trigger, scope - own, event_type)
        elif performed or (inside and self._may_join(token, event_type) and self._takes_part(verb)):
            found += people.performers(verb, token, event_type, inside=not performed)
            found += people.from_phrases(trigger, scope - own, event_type)
        if not verbal:
            alike = {t.index for t in self._verbs if t.word is not None and t.word.event_type == event_type}
            found += people.doers(trigger, event_type, self._carriers | alike)
        if not performed:
            by_it = tuple(people.means(token, event_type))
            found += [*by_it, *people.headline(trigger, event_type), *(people.together({verb.i}) if by_it else ())]
        if not (performed or verbal or participations(found)):
            found += people.at_work(token, event_type)
        if event_type in _GATHERINGS and not performed:
            guests = (*people.settings(token), *people.invited(verb, token), *people.told(verb, token))
            found += [(a, "participant") for a in guests]
        made = tuple(p for p in participations(found) if people.is_made(p.actor_id, trigger, verb))
        participants = tuple(p for p in participations(found) if p not in made)
        there = self._placing(scope, own, verb, inside=inside, papers=verbal and event_type in _OF_PAPERS)
        loose = performed and not verbal and verb.lemma in lexicon()["happens"]
        beside = () if verbal else self.places.beside(trigger, self._nouns, loose=loose)
        places = tuple(dict.fromkeys((*self.places.of_clause(there, event_type, loose=loose), *beside)))
        if not (places or verbal or participants or made):
            places = tuple(dict.fromkeys(self.places.above(token)))
        when, named = self._when(trigger, scope), self._has_name(token.i)
        return Circumstances(when, places, participants, performed, inside, named, scope, made, frozenset(people.loose))

    def _placing(self, scope: frozenset[int], own: frozenset[int], verb: Token, *, inside: bool, papers: bool) -> frozenset[int]:
        """Return the words that may say where: of papers what hangs on the verb, around a gathering its own phrases besides."""
        direct = frozenset(t.i for t in self.sentence.children(verb.i))
        if papers:
            return scope & direct
        return own | (scope & direct) if inside else scope

    def _topic(self, verb: Token) -> frozenset[int]:
        """Return the phrases of place and years behind what a paper is about: *publiceerde een studie over X, in Y in 2016*.

        The parser may hang them on the verb.
        """
        below = [c for c in self.sentence.children(verb.i, "obl", "nmod") if c.i > verb.i]
        about = next((c for c in below if case_of(self.sentence, c) == "over"), None)
        later = [c for c in below if about is not None and c.i > about.i and case_of(self.sentence, c) in ("in", "te", "tussen")]
        exact = [d for d in self.dates if d.when is not None and re.search(r"\d{4}-\d", d.when.edtf)]
        words = [own_words(self.sentence, c.i) for c in later]
        return frozenset(i for own in words if not any(d.first in own for d in exact) for i in own)

    def _topic_of(self, noun: Token) -> frozenset[int]:
        """Return the phrases that belong to a noun as what a paper is about, though they hang on its verb."""
        first = noun
        while first.dep == "conj":
            first = self.sentence.tokens[first.head]
        verb = self.sentence.tokens[first.head]
        word = next((t for t in self._verbs if t.index == verb.i), None)
        papers = word is not None and word.word is not None and word.word.event_type in _OF_PAPERS
        return self._topic(verb) if papers and case_of(self.sentence, first) == "over" else frozenset()

    # --- where and when ---

    def _before_subject(self, participle: Token) -> frozenset[int]:
        """Return the phrases that open a passive whose subject the parser took for the predicate.

        In *op 3 mei is het plan, na overleg, goedgekeurd* the plan is nothing: *is* helps the participle.
        """
        noun = self.sentence.tokens[participle.head]
        helper = next((t for t in self.sentence.children(noun.i, "cop") if t.i < noun.i), None)
        if participle.dep != "acl" or helper is None or self.sentence.children(noun.i, "nsubj", "expl"):
            return frozenset()
        before = [c for c in self.sentence.children(noun.i, "obl") if c.i < helper.i]
        return frozenset(i for c in before for i in own_words(self.sentence, c.i))

    def _performs(self, verb: Token, noun: Token) -> bool:
        """Tell whether a verb only performs a noun that is its subject or object (*hield een top*, *startte met een proef*)."""
        if noun.i in (verb.i, verb.head):
            return False
        carries = verb.i in self._carriers or is_light(self.sentence, verb, noun)
        function = noun.dep.split(":")[0] in ("nsubj", "obj", "iobj", "conj", "ROOT", "csubj") or is_bare(self.sentence, noun)
        carried = is_carried(self.sentence, verb, noun)
        beside = case_of(self.sentence, noun) in _BESIDE  # *sinds het aantreden*, read as an object
        return self._hangs_on(noun, verb) and ((function and carries and not beside) or carried)

    def _hangs_on(self, noun: Token, verb: Token) -> bool:
        """Tell whether a noun hangs on a verb or on its auxiliary."""
        return noun.head in {verb.i, *(t.i for t in self.sentence.children(verb.i, "aux", "aux:pass"))}

    def _is_inside(self, verb: Token, noun: Token) -> bool:
        """Tell whether a clause takes place inside the happening (*in het debat van 3 mei zei ik*, *deelnemen aan de top*)."""
        case = case_of(self.sentence, noun)
        present = verb.lower in company()["present"]["words"]
        takes_part = case in ("aan", "op", "bij") and (present or verb.lemma in lexicon()["taking_part"])
        below = self.sentence.children(verb.i, "obl", "advmod")
        there = any(case_of(self.sentence, t) in ("in", "te", "naar") or t.lower in ("er", "daar", "hier") for t in below)
        comes = case == "voor" and there and verb.lemma in lexicon()["coming"]  # *was op 3 mei in Rome voor een overleg*
        frame = any(self.sentence.children(t.i, "fixed") for t in self.sentence.children(noun.i, "case"))  # *in het kader van*
        inside = (case in _INSIDE and not frame and verb.lemma not in lexicon()["lasting"]) or takes_part or comes
        return inside and self._hangs_on(noun, verb) and verb.i != noun.i and not self._is_pointed_at(verb, noun)

    def _may_join(self, noun: Token, event_type: EventType) -> bool:
        """Tell whether who acts inside a happening takes part: in gatherings, or *aan* anything (*deelnemen aan een proef*)."""
        return event_type in _GATHERINGS or case_of(self.sentence, noun) == "aan"

    def _takes_part(self, verb: Token) -> bool:
        """Tell whether somebody does take part: not where it is denied or only urged (*niet deelnemen*, *om deel te nemen*)."""
        denied = any(t.lower in lexicon()["factuality"]["denied"] for t in self.sentence.children(verb.i))
        return not denied and not is_purpose(self.sentence, verb.i)

    def _is_pointed_at(self, verb: Token, noun: Token) -> bool:
        """Tell whether somebody only points at what was said inside the happening (*ik verwijs naar zijn woorden op de top*)."""
        things = (t for t in self.sentence.children(verb.i, "obl", "obj") if case_of(self.sentence, t) in ("naar", "aan", ""))
        return verb.lemma in lexicon()["pointing"] and any(verb.i < t.i < noun.i for t in things)

    def _has_name(self, index: int) -> bool:
        """Tell whether a noun phrase holds a proper name, resolved or not."""
        inside = (self.sentence.tokens[i] for i in own_words(self.sentence, index) if i not in (0, index))
        return any(any(c.isupper() for c in t.text) and t.pos in ("PROPN", "NOUN", "ADJ") for t in inside)

    def _when(self, trigger: Trigger, scope: frozenset[int]) -> DateRange | None:
        """Return the date of the clause nearest to the trigger; a date right after a noun counts wherever it hangs.

        Where the nearest cannot be told (*begin dit jaar*, of a document without a date), no other takes its place.
        """
        near: list[tuple[int, DateMention]] = []
        for mention in self.dates:
            bound = mention.relation in ("document", "until", "after", "term")
            if bound and not (self._is_by_law(mention, trigger) or self._lasts_until(mention, trigger)):
                continue
            gap = mention.first - trigger.last if mention.first > trigger.last else trigger.first - mention.last
            inside = any(i in scope for i in range(mention.first, mention.last + 1)) and not self._of_another(mention, trigger)
            behind = 0 < mention.first - trigger.last <= 10 and not self._of_next(mention, trigger)
            beside = behind and stands_beside(self.sentence, self._nouns, trigger.last, mention.first)
            if (inside or beside) and not self._of_ellipsis(mention, trigger):
                near.append((gap - 3 if beside else gap, mention))
        if not near:
            return self._when_of(scope)
        mention = min(near, key=lambda pair: pair[0])[1]
        return self._with_the_others(mention) or _started(mention.when)

    def _is_by_law(self, mention: DateMention, trigger: Trigger) -> bool:
        """Tell whether a date is that of the law by which something was done: one act (*opgericht bij decreet van 3 mei*)."""
        law = self.sentence.tokens[self.sentence.tokens[mention.first].head]
        by = mention.relation == "document" and law.i < mention.first and case_of(self.sentence, law) == "bij"
        return by and law.head == trigger.index and trigger.word is not None and trigger.word.verbal

    def _lasts_until(self, mention: DateMention, trigger: Trigger) -> bool:
        """Tell whether a clause only says till when its subject lasts (*de raadpleging loopt tot 3 mei*)."""
        verb = self.sentence.tokens[self.sentence.tokens[mention.first].head]
        subject = self.sentence.tokens[trigger.index]
        lasts = verb.lemma in lexicon()["running"] and subject.head == verb.i and subject.dep.startswith("nsubj")
        return mention.relation == "until" and lasts

    def _with_the_others(self, mention: DateMention) -> DateRange | None:
        """Return the interval of days joined by commas and *en*, from the first to the last (*op 2 mei, op 9 mei en op 6 juni*).

        None where one day stands alone.
        """
        first = last = self.dates.index(mention)
        while first > 0 and self._are_joined(self.dates[first - 1], self.dates[first]):
            first -= 1
        while last + 1 < len(self.dates) and self._are_joined(self.dates[last], self.dates[last + 1]):
            last += 1
        listed = [d.when for d in self.dates[first : last + 1] if d.when is not None]
        days = [when.edtf for when in listed]
        if len(days) < 2:
            return None
        return date_range(f"{min(days)}/{max(days)}", listed[0].span)

    def _are_joined(self, one: DateMention, other: DateMention) -> bool:
        """Tell whether two days stand in one list, the earlier first."""
        between = [t.lower for t in self.sentence.tokens[one.last + 1 : other.first]]
        joined = 1 <= len(between) <= 2 and between != ["op"] and set(between) <= {"en", "op", ",", "alsook", "alsmede"}
        days = [d.when.edtf for d in (one, other) if d.when is not None and _DAY.fullmatch(d.when.edtf)]
        return joined and len(days) == 2 and days[0] < days[1]

    def _of_ellipsis(self, mention: DateMention, trigger: Trigger) -> bool:
        """Tell whether a date is that of a clause that leaves its verb out: *in 2021 sloten er 31, in 2022 44*."""
        tokens, at = self.sentence.tokens, mention.first - 1
        at -= at >= 0 and tokens[at].pos == "ADP"
        if at <= trigger.last:
            return False
        if tokens[at].lower == "dan" or any(t.lower in lexicon()["comparing"] for t in tokens[trigger.last + 1 : at + 1]):
            return True  # *meer dan in 2020*, *tegenover 30 in 2020*
        own = mention.when.edtf if mention.when else ""
        apart = any(d.last < at and d.relation == "at" and d.when and not own.startswith(d.when.edtf) for d in self.dates)
        rest = tokens[mention.last + 1 : self._clause_end(mention.last)]
        counts = any((t.pos == "NUM" or t.lower == "een") and tokens[t.i - 1].pos != "ADP" for t in rest)
        return apart and counts and tokens[at].lower in _AND_THEN and not any(t.pos in ("VERB", "AUX") for t in rest)

    def _clause_end(self, at: int) -> int:
        """Return where the next mark or joint behind a word stands."""
        ends = (t.i for t in self.sentence.tokens[at + 1 :] if t.lower in _AND_THEN or t.text in (".", ":", "?"))
        return next(ends, len(self.sentence.tokens))

    def _when_of(self, scope: frozenset[int]) -> DateRange | None:
        """Return the date that the clause says more of: *vóór 6 mei, wanneer de top plaatsvindt*."""
        tokens = self.sentence.tokens
        for mention in self.dates:
            at = mention.last + 1 + (mention.last + 1 < len(tokens) and tokens[mention.last + 1].text == ",")
            opened = at < len(tokens) and tokens[at].lower in ("wanneer", "toen", "waarop")
            if opened and at in scope and mention.when is not None:
                return date_range(mention.when.edtf.strip("./"), mention.when.span)
        return None

    def _of_next(self, mention: DateMention, trigger: Trigger) -> bool:
        """Tell whether a date behind a verb belongs to the verb joined to it (*is in mei gedrukt en op 3 juni verstuurd*)."""
        verbal = trigger.word is not None and trigger.word.verbal
        joined = any(t.pos == "CCONJ" for t in self.sentence.tokens[trigger.last + 1 : mention.first])
        above = {t.i for t in self.sentence.ancestors(mention.first)}
        return verbal and joined and any(v.index in above for v in self._verbs if v.index > mention.last)

    def _of_another(self, mention: DateMention, trigger: Trigger) -> bool:
        """Tell whether a date hangs on another noun that names a happening (*publiceerde een studie over de brand van 3 mei*)."""
        others = (t for t in self._nouns if t.index != trigger.index and not self._is_setting(t, trigger))
        own = own_words(self.sentence, trigger.index) if trigger.word and not trigger.word.verbal else frozenset()
        return any(mention.first in own_words(self.sentence, t.index) and mention.first not in own for t in others)

    def _is_setting(self, other: Trigger, trigger: Trigger) -> bool:
        """Tell whether another noun is the gathering at which the trigger takes place (*genomen op de top van 3 mei*)."""
        token = self.sentence.tokens[other.index]
        gathers = other.word is not None and other.word.event_type in _GATHERINGS
        carriers = (predicate(self.sentence, trigger.index), *relatives(self.sentence, trigger.index))
        heads = {trigger.index, *(t.i for t in carriers)}
        return gathers and case_of(self.sentence, token) in _INSIDE and token.head in heads


def _started(when: DateRange | None) -> DateRange | None:
    """Return the date on which what goes on began: *sinds 3 mei* dates a happening by its start."""
    if when is None or not when.edtf.endswith("/.."):
        return when
    return date_range(when.edtf.removesuffix("/.."), when.span) or when
