"""Occurrences -> events: which words of a document name one happening.

Reading order. A mention that is dated, placed or peopled by its own clause can open an event; any other can only join. A
mention joins the nearest event it does not conflict with: of the same or a kindred type, with no other date, no other agent
or target. *Deze actie* joins whatever of its kind stands nearest before it; what is named indefinitely opens a new event
unless date and participants are the same. Two happenings in one are worse than one in two, so in doubt they stay apart.
Title mentions are joined last and open an event only where nothing in the text takes them up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from relaas.extract.eventwords import lexicon, noun_of
from relaas.model import DateRange, EventType, Factuality, Mention, Participation, Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention of a happening, with what its clause says. `order` counts through the document.

    `opens` tells that it may open an event; `weight` how much its clause says; `takes_up` the types a word without a type
    of its own can stand for.
    """

    order: int
    sentence: int
    part_id: str
    span: Span
    text: str
    noun: str
    event_type: EventType | None
    opens: bool
    definite: bool = False
    demonstrative: bool = False
    in_title: bool = False
    takes_up: tuple[str, ...] = ()
    when: DateRange | None = None
    places: tuple[str, ...] = ()
    participants: tuple[Participation, ...] = ()
    factuality: Factuality = "attested"
    ordinal: int | None = None
    verbal: bool = False
    weak: bool = False
    partly: bool = False
    plural: bool = False
    entry: str | None = None
    also: tuple[Mention, ...] = ()

    @property
    def weight(self) -> int:
        """How much the clause says: date, place, participants."""
        return 2 * (self.when is not None) + 2 * bool(self.places) + len(self.participants)


@dataclass(slots=True)
class Happening:
    """The mentions joined so far; `add` takes one more in."""

    members: list[Occurrence] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    _known: dict[str, set[str]] = field(default_factory=dict)
    _fullest: Occurrence | None = None

    def add(self, occurrence: Occurrence) -> None:
        """Take a mention in."""
        self.members.append(occurrence)
        self._known.clear()
        self._fullest = None

    def _once(self, what: str, values: Callable[[Occurrence], Iterable[str]]) -> set[str]:
        """Return what the mentions give, gathered once for each state of them."""
        if what not in self._known:
            self._known[what] = {value for m in self.members for value in values(m)}
        return self._known[what]

    @property
    def fullest(self) -> Occurrence:
        """Return the mention that says most; of equals the first with a type."""
        if self._fullest is None:
            typed = [m for m in self.members if m.event_type is not None and not m.in_title] or self.members
            self._fullest = max(typed, key=lambda m: (m.weight, not m.verbal, -m.order))
        return self._fullest

    @property
    def event_type(self) -> EventType:
        """Return the type of the fullest mention; talks that no mention tells to be one session are a series."""
        series = lexicon()["series"]
        typed = {m.noun for m in self.members if m.event_type is not None}
        if typed <= series.keys() and not any(_DAY.fullmatch(d) for d in self.dates):
            return cast(EventType, series[self.fullest.noun])
        return self.fullest.event_type or "other"

    @property
    def dates(self) -> set[str]:
        """Return the dates its mentions give."""
        return self._once("dates", lambda m: [m.when.edtf] if m.when is not None else [])

    @property
    def types(self) -> set[str]:
        """Return the types its mentions have."""
        return self._once("types", lambda m: [m.event_type] if m.event_type is not None else [])

    def of_role(self, role: str) -> set[str]:
        """Return the participants with this role."""
        return self._once(role, lambda m: [p.actor_id for p in m.participants if p.role == role])

    @property
    def people(self) -> set[str]:
        """Return all participants."""
        return self._once("people", lambda m: [p.actor_id for p in m.participants])

    @property
    def places(self) -> set[str]:
        """Return all places."""
        return self._once("places", lambda m: m.places)


def join_occurrences(occurrences: Iterable[Occurrence]) -> list[Happening]:
    """Join mentions to happenings, in the order of their first mention outside the title."""
    happenings: list[Happening] = []
    waiting: list[Occurrence] = []
    titles: list[Occurrence] = []
    for occurrence in occurrences:
        if occurrence.in_title:
            titles.append(occurrence)
            continue
        target, others = _target(occurrence, happenings)
        if target is not None:
            target.add(occurrence)
            target.alternatives += [f"“{occurrence.text}” as a word for “{o.fullest.text}”" for o in others]
        elif occurrence.opens:
            near = [h for h in happenings if _fits(occurrence, h)]
            apart = [f"the same happening as “{h.fullest.text}”" for h in near[-1:]]
            happenings.append(Happening([occurrence], apart))
        elif occurrence.event_type is not None:
            waiting.append(occurrence)
    for occurrence in (*titles, *waiting):
        target, _ = _target(occurrence, happenings, later=True)
        if target is not None:
            target.add(occurrence)
        elif occurrence.in_title and occurrence.opens and not occurrence.weak:
            happenings.append(Happening([occurrence]))
    return happenings


def _target(
    occurrence: Occurrence, happenings: list[Happening], *, later: bool = False
) -> tuple[Happening | None, list[Happening]]:
    """Return the happening a mention joins, None for a new one, and the others that it could have joined."""
    fitting = [h for h in happenings if _fits(occurrence, h)]
    if not occurrence.opens or later:
        fitting = [h for h in fitting if _taken_up(occurrence, h)]
    elif occurrence.demonstrative or not occurrence.weight:  # *na de ontmoeting*
        fitting = [h for h in fitting if _taken_up(occurrence, h) or _same(occurrence, h)]
    else:
        fitting = [h for h in fitting if _same(occurrence, h) or _resumed(occurrence, h)]
    unsure = occurrence.weak and not (occurrence.opens or occurrence.definite or occurrence.demonstrative or occurrence.in_title)
    if not fitting or (unsure and occurrence.places and len(fitting) > 1):  # *vluchten naar Malta*, of several flights
        return None, []
    best = min(fitting, key=lambda h: _distance(occurrence, h))
    return best, [h for h in fitting if h is not best]


def _taken_up(occurrence: Occurrence, happening: Happening) -> bool:
    """Tell whether a mention without circumstances of its own can be this happening: it repeats its word, or one like it."""
    if occurrence.event_type is None:
        return True
    if occurrence.in_title and any(_same_word(occurrence.noun, m.noun) for m in happening.members):
        return True
    people = {p.actor_id for p in occurrence.participants} - {"answerer", "asker"}
    if people and happening.people and not people <= happening.people:
        return False
    pointing = occurrence.definite or occurrence.demonstrative or occurrence.in_title
    if any(_same_word(occurrence.noun, m.noun) for m in happening.members):
        return pointing or not occurrence.weak or bool(occurrence.places)
    return (pointing or occurrence.event_type == "hostilities") and any(
        _alike(occurrence.noun, m.noun) for m in happening.members
    )


@cache
def _same_word(one: str, other: str) -> bool:
    """Tell whether two nouns are the same but for number, or one is the last part of the other (akkoord, vredesakkoorden)."""
    (first, before), (second, prior) = _parts(one), _parts(other)
    return first == second and (before == prior or not before or not prior)


@cache
def _parts(noun: str) -> tuple[str, str]:
    """Return the lexicon's key for a noun and what stands before it in a compound; a word of no entry is its own key."""
    word = noun_of(noun)
    if word is None:
        return noun, ""
    ending = max((form for form in word.forms if noun.endswith(form)), key=len, default=noun)
    return word.key, noun.removesuffix(ending)


def _singular(noun: str) -> str:
    """Cut a plural ending, well enough to compare."""
    return noun.removesuffix("en").removesuffix("s") if len(noun) > 5 else noun


_UNCOUNTED = frozenset({"meeting", "negotiation", "consultation", "hostilities", "displacement", "disaster", None})
_GATHERINGS = frozenset({"meeting", "consultation", "visit"})
_TALKS = _GATHERINGS | {"negotiation"}


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_singular(w) for w in row) for row in lexicon()["alike"])


@cache
def _alike(one: str, other: str) -> bool:
    first, second = _singular(one), _singular(other)
    return any(first.endswith(row) and second.endswith(row) for row in _rows())


def _resumed(occurrence: Occurrence, happening: Happening) -> bool:
    """Tell whether a definite mention with circumstances takes up a happening.

    The same noun does where nothing speaks against it (`_fits`), but not for talks with others; another word of its type needs
    somebody or some place in common.
    """
    definite = occurrence.definite or _parts(occurrence.noun)[0] in lexicon()["once"]
    again = definite and not occurrence.verbal and any(_same_word(occurrence.noun, m.noun) for m in happening.members)
    if again and not (occurrence.event_type in _TALKS and _strangers(occurrence, happening)):
        return True
    types = {m.event_type for m in happening.members}
    near = min(abs(occurrence.sentence - m.sentence) for m in happening.members) <= 1
    if not occurrence.definite and not (occurrence.verbal and near):
        return False
    if occurrence.event_type in _GATHERINGS and types & _GATHERINGS and occurrence.when is None:
        return _shared(occurrence, happening)  # a visit and the talks of that day are one meeting
    if occurrence.event_type not in types or not occurrence.definite:
        return False
    if occurrence.when is not None and happening.dates:
        return any(_within(occurrence.when.edtf, d) for d in happening.dates)
    return _shared(occurrence, happening)


def _distance(occurrence: Occurrence, happening: Happening) -> tuple[bool, int, bool, int]:
    """Rank what a mention can join: the same date, the same type, dated ones first (unless it points back), then the nearest."""
    dated = occurrence.when is not None and occurrence.when.edtf in happening.dates
    same_type = occurrence.event_type in {m.event_type for m in happening.members}
    gap = min(abs(occurrence.order - m.order) for m in happening.members)
    undated = not happening.dates and not occurrence.demonstrative
    return (not dated, 0 if occurrence.demonstrative or same_type else 1, undated, gap)


def _fits(occurrence: Occurrence, happening: Happening) -> bool:
    """Tell whether nothing a mention says speaks against its being this happening."""
    if not _kin(occurrence, happening):
        return False
    if occurrence.when is not None and happening.dates and not any(_within(occurrence.when.edtf, d) for d in happening.dates):
        return False
    if (occurrence.factuality == "denied") != (happening.fullest.factuality == "denied"):
        return False
    if occurrence.in_title and occurrence.when is None:
        return True  # a title says in other words where it was and who was there
    elsewhere = occurrence.opens and occurrence.places and happening.places and not set(occurrence.places) & happening.places
    return not elsewhere and _same_number(occurrence, happening) and _same_people(occurrence, happening)


def _same_number(occurrence: Occurrence, happening: Happening) -> bool:
    """Tell whether one thing is not taken for many (de overeenkomst, de vier overeenkomsten); talks and fights are both."""
    if occurrence.verbal or occurrence.event_type in _UNCOUNTED:
        return True
    same = [m for m in happening.members if not m.verbal and _same_word(occurrence.noun, m.noun)]
    return not same or any(m.plural == occurrence.plural for m in same)


def _same_people(occurrence: Occurrence, happening: Happening) -> bool:
    """Tell whether no role is filled by others; a treaty with other parties is another treaty."""
    for role in ("agent", "target", "victim", "beneficiary", "participant"):
        voices = {"answerer", "asker"} if role == "participant" else set()
        own = {p.actor_id for p in occurrence.participants if p.role == role} - voices
        theirs = happening.of_role(role) - voices
        if own and theirs and not own & theirs and not (role == "participant" and occurrence.partly):
            return False
        parted = len(own) > 1 and len(theirs) > 1 and not (own <= theirs or theirs <= own)
        if parted and len(own & theirs) < 2 and occurrence.event_type == "agreement":
            return False
    leaders = {p.actor_id for p in occurrence.participants if p.role == "mediator"}
    return not leaders or not happening.people or bool(leaders & happening.people)


def _within(one: str, other: str) -> bool:
    """Tell whether two dates are the same, or one is the month or year of the other."""
    return one == other or one.startswith(other + "-") or other.startswith(one + "-")


def _strangers(occurrence: Occurrence, happening: Happening) -> bool:
    """Tell whether both name people, and none in common: talks with others are other talks."""
    own = {p.actor_id for p in occurrence.participants}
    return bool(own and happening.people) and not own & happening.people and not occurrence.partly


def _shared(occurrence: Occurrence, happening: Happening) -> bool:
    own = {p.actor_id for p in occurrence.participants} - {"answerer", "asker"}
    return bool(own & happening.people) or bool(set(occurrence.places) & happening.places and not own)


def _same(occurrence: Occurrence, happening: Happening) -> bool:
    """Tell whether an indefinite mention says the same again: date and a participant, or the same word with the same people."""
    dated = occurrence.when is not None and any(_within(occurrence.when.edtf, d) for d in happening.dates)
    people = {p.actor_id for p in occurrence.participants}
    if dated and (not people or not happening.people or people & happening.people):
        return True
    names = {m.noun for m in happening.members}
    return occurrence.noun in names and bool(people) and people <= happening.people


def _kin(occurrence: Occurrence, happening: Happening) -> bool:
    if occurrence.event_type is None:
        return not happening.types.isdisjoint(occurrence.takes_up) and (occurrence.demonstrative or occurrence.definite)
    return not happening.types.isdisjoint(_kindred(occurrence.event_type))


@cache
def _kindred(event_type: str) -> frozenset[str]:
    """Return the types that one happening of this type may also be called by, its own among them."""
    return frozenset({event_type}.union(*(row for row in lexicon()["kin"] if event_type in row)))


def mention_of(occurrence: Occurrence) -> Mention:
    """Return the mention of an occurrence."""
    return Mention(occurrence.span, occurrence.text, "nominal")
