"""Trigger, the words of its clause -> where it happened.

A phrase of place counts where it says where the happening was. What talks, papers and agreements are about lies elsewhere
(*overleg over de toestand in Jemen*), the seat of a court is part of its name, and where somebody comes from places only what
moves (*een arts uit Malta*). Refuses what stands in the clause in which a gathering is only mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relaas.extract.carrying import company
from relaas.extract.cast import Cast
from relaas.extract.clauses import case_of
from relaas.extract.eventwords import Trigger
from relaas.model import EventType, Sentence, Token

_PLACE = frozenset({"in", "te", "op", "nabij", "bij", "rond"})
_WAYS = frozenset({"naar", "uit", "vanuit"})
#: Types of what moves or is sent: where it comes from and goes to is where it is.
_MOVES = frozenset({"displacement", "mobilisation", "mission", "visit", "attack", "trade", "arrest", "other", "hostilities"})
#: *Over de grens* is where troops go, *over Jemen* what talks are about; *aan Jemen* is where one pays a visit.
_PLACE_BY_TYPE = {"over": ("attack", "hostilities", "displacement", "mobilisation", "mission"), "aan": ("visit",)}
_BY = frozenset({"door", "na", "wegens", "vanwege", "naar", "sinds", "ten"})  # *naar aanleiding van*, *ten gevolge van*
_ABOUT = frozenset({"over", "betreffende", "inzake", "omtrent", "aangaande"})


class Places:
    """One sentence with the cast of its document: answers where its triggers took place."""

    def __init__(self, sentence: Sentence, cast: Cast) -> None:
        self.sentence, self.cast = sentence, cast

    def of_clause(self, scope: frozenset[int], event_type: EventType, *, loose: bool = False) -> Iterator[str]:
        """Yield the places that the words of a clause name for a happening of this type.

        `loose`: the parser may have hung them below what it is about (*het overleg over de wet in Brussel vond plaats*).
        """
        for i in sorted(scope):
            token = self.sentence.tokens[i]
            case = case_of(self.sentence, token)
            if not self._places_it(token, case, event_type) or (not loose and self._is_topic(token, scope, event_type)):
                continue
            for one in self.sentence.conjuncts(i):
                found = self._region(one) or self._located(one)
                yield from (p for p in found if case != "van" or not p.startswith("actor/"))

    def _places_it(self, token: Token, case: str, event_type: EventType) -> bool:
        """Tell whether a phrase with this preposition can say where a happening of this type was."""
        if case == "te" and self._is_seat(token):
            return False
        if case in _WAYS:
            return event_type in _MOVES
        return case in _PLACE or case == "van" or event_type in _PLACE_BY_TYPE.get(case, ())

    def _is_seat(self, token: Token) -> bool:
        """Tell whether a place is part of the name of a body (*de rechtbank te Luik*)."""
        head = token.head
        return token.dep == "nmod" and head != token.i and bool(self.cast.at(self.sentence.index, head))

    def _is_topic(self, token: Token, scope: frozenset[int], event_type: EventType) -> bool:
        """Tell whether a place lies below what a happening is about (*een gesprek over de toestand in Jemen*)."""
        above = [t for t in self.sentence.ancestors(token.i) if t.i in scope]
        return event_type not in _PLACE_BY_TYPE["over"] and any(
            self._is_about(t) and (t is token or t.pos != "PROPN") for t in (token, *above)
        )

    def _is_about(self, token: Token) -> bool:
        first = next((c for c in self.sentence.children(token.i, "case") if c.i < token.i), None)
        if first is None:
            return False
        after = [t.lower for t in self.sentence.tokens[first.i : first.i + 3]]
        return first.lower in _ABOUT or after == ["met", "betrekking", "tot"]

    def _located(self, token: Token) -> tuple[str, ...]:
        """Return the place a phrase names itself, or by the name beside its noun (*in het dorpje Ulft*)."""
        names = self.sentence.children(token.i, "appos", "flat")
        found = self.cast.place_at(self.sentence.index, token.i)
        return found or next((p for n in names if (p := self.cast.place_at(self.sentence.index, n.i))), ())

    def _region(self, token: Token) -> tuple[str, ...]:
        """Return the state or town of which a phrase names a part: *in het noorden van Jemen*."""
        if token.lower not in company()["regions"]["words"]:
            return ()
        below = (c for c in self.sentence.children(token.i, "nmod") if case_of(self.sentence, c) == "van")
        return tuple(p for c in below for one in self.sentence.conjuncts(c.i) for p in self._located(one))

    def above(self, token: Token) -> Iterator[str]:
        """Yield where the state of things is that a happening brought about (*de nood in Jemen door de oorlog*)."""
        head = self.sentence.tokens[token.head]
        if not token.dep.startswith(("nmod", "obl")) or head.pos != "NOUN" or case_of(self.sentence, token) not in _BY:
            return
        for beside in self.sentence.children(head.i, "nmod"):
            if beside.i < token.i and case_of(self.sentence, beside) in ("in", "op", "te"):
                yield from self._located(beside)

    def beside(self, trigger: Trigger, nouns: Sequence[Trigger], *, loose: bool = False) -> Iterator[str]:
        """Yield the places of the phrases right after a noun, wherever the parser hung them (*de orkaan in 2017 op Saba*)."""
        tokens = self.sentence.tokens
        for i in range(trigger.last + 2, min(trigger.last + 9, len(tokens))):
            if not loose and tokens[i - 1].lower in _ABOUT and tokens[i].pos != "PROPN":
                return  # but *de besprekingen over Jemen in Rabat* were there
            before = next((t.lower for t in reversed(tokens[trigger.last + 1 : i]) if t.pos not in ("DET", "ADJ")), "")
            if before in ("in", "op", "te", "bij", "nabij") and stands_beside(self.sentence, nouns, trigger.last, i):
                yield from self.cast.place_at(self.sentence.index, i)


def stands_beside(sentence: Sentence, nouns: Sequence[Trigger], first: int, last: int) -> bool:
    """Tell whether only prepositional phrases part a noun and a date (*de wateroverlast in Luik en Namen in juli 2021*)."""
    between = sentence.tokens[first + 1 : last]
    if any(t.text == "(" for t in between) and any(t.pos == "NUM" for t in between):
        return False
    plain = all(t.pos in ("ADP", "DET", "PROPN", "NOUN", "ADJ", "ADV", "CCONJ", "NUM") or t.text in ("(", ")") for t in between)
    return plain and not any(first < t.index < last for t in nouns)
