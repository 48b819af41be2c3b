"""Claims, figures, sentences -> how claims stand to each other.

Two kinds, never mixed. What the document itself says (*houdt het vager*, *de convergentie in de boodschappen*, *ontkent dit*)
has basis text and is asserted by the voice of the part. What follows from comparing claims has basis inferred and a
confidence: figures of two holders about one happening, and claims that say the same again. A contradiction of figures is only
inferred where both count the same outcome of the same side; else the claims possibly contradict. Nothing is summed and none is
called right.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from heapq import merge
from math import ceil
from typing import Any

from relaas import assets
from relaas.ids import Namer
from relaas.intervals import Intervals
from relaas.model import Analysis, Claim, ClaimRelation, Event, Evidence, Figure, RelationType, Sentence, Span

_REACH = 2
_ALIKE = Decimal("0.8")
_MEANINGFUL = 3
_SIDE_BY_SIDE = 40  # characters: less than a sentence between them


@dataclass(frozen=True)
class _Found:
    """A relation before it gets its name."""

    kind: RelationType
    one: Claim
    other: Claim
    aspect: str
    evidence: Evidence
    asserted_by: str | None = None


def find_relations(
    claims: tuple[Claim, ...], figures: tuple[Figure, ...], events: tuple[Event, ...], analysis: Analysis, namer: Namer
) -> tuple[ClaimRelation, ...]:
    """Return the relations between the claims of a document, those the text states before those that are inferred.

    `figures` and `events` tell which numbers count the same happening. A relation that holds both ways is given once, from the
    earlier claim to the later.
    """
    said = [c for c in claims if c.speech_act != "ask"]
    found = [*_stated(said, analysis), *_denied(said, figures, analysis), *_counted(said, figures, events), *_repeated(said)]
    out, seen = [], set()
    for relation in found:
        key = (frozenset((relation.one.claim_id, relation.other.claim_id)), relation.aspect)
        if key in seen:
            continue
        seen.add(key)
        out.append(_named(relation, namer))
    return tuple(out)


def _named(found: _Found, namer: Namer) -> ClaimRelation:
    return ClaimRelation(
        relation_id=namer.name("rel", found.evidence.span),
        from_claim=found.one.claim_id,
        to_claim=found.other.claim_id,
        relation_type=found.kind,
        basis="inferred" if found.asserted_by is None else "text",
        aspect=found.aspect,
        evidence=found.evidence,
        asserted_by=found.asserted_by,
    )


def _words() -> Any:
    return assets.load_yaml("data", "lexicons", "reporting.yaml")["comparisons"]


def _before(claims: list[Claim], sentence: Sentence) -> list[Claim]:
    """Return the claims of the part that end before the sentence begins, the nearest last."""
    return [c for c in claims if c.part_id == sentence.part_id and c.evidence.span.end <= sentence.span.start]


def _stated(claims: list[Claim], analysis: Analysis) -> Iterator[_Found]:
    """Yield what a word of comparison says: one side is vaguer than the one before, or both sides say alike."""
    vaguer, alike = frozenset(_words()["vaguer"]), frozenset(_words()["alike"])
    for sentence in analysis.sentences:
        words = {t.lower for t in sentence.tokens} | {t.lemma.lower() for t in sentence.tokens}
        holding = (c for c in claims if c.part_id == sentence.part_id and sentence.span.contains(_place(c)))
        one = next(holding, None) if words & vaguer else None
        if one is not None:
            earlier = [
                c for c in _before(claims, sentence) if not set(c.holders) & set(one.holders) and c.holders != (c.reporter,)
            ]
            if earlier and _near(earlier[-1], sentence, analysis):
                yield _Found("vaguer-than", one, earlier[-1], "specificity", _evidence("relation/vaguer", sentence), one.reporter)
        if words & alike:
            pair = _last_two_sides(_before(claims, sentence))
            if pair is not None and _near(pair[1], sentence, analysis):
                yield _Found("agrees-with", pair[0], pair[1], "message", _evidence("relation/alike", sentence), pair[1].reporter)


def _last_two_sides(earlier: list[Claim]) -> tuple[Claim, Claim] | None:
    """Return the last claim of each of the last two holders that are not the own voice."""
    others = [c for c in earlier if c.holders != (c.reporter,) and c.nested_in is None]
    if not others:
        return None
    last = others[-1]
    first = next((c for c in reversed(others) if not set(c.holders) & set(last.holders)), None)
    return None if first is None else (first, last)


def _near(claim: Claim, sentence: Sentence, analysis: Analysis) -> bool:
    """Tell whether the claim stands at most two sentences before this one."""
    before = analysis.sentences[max(0, sentence.index - _REACH) : sentence.index]
    return any(s.part_id == sentence.part_id and s.span.overlap(_place(claim)) for s in before)


def _place(claim: Claim) -> Span:
    return claim.cue[0].cover(*claim.cue[1:]) if claim.cue else claim.evidence.span


def _evidence(rule: str, sentence: Sentence) -> Evidence:
    return Evidence(rule, sentence.span, Decimal("0.75"))


def _denied(claims: list[Claim], figures: tuple[Figure, ...], analysis: Analysis) -> Iterator[_Found]:
    """Yield contradictions: a denial right behind the claim of another holder, of the same words or of *dit*.

    A claim that holds a number is only possibly contradicted: *dat* may mean the number, or all that was said.
    """
    counted = {c.claim_id for c in claims if c.figures} | {f.in_claim for f in figures if f.in_claim}
    for claim in claims:
        if claim.speech_act != "deny" or claim.polarity == "negative":
            continue
        sentence = next((s for s in analysis.sentences if s.span.contains(_place(claim))), None)
        if sentence is None:
            continue
        earlier = [
            c
            for c in claims
            if c.part_id == claim.part_id and _place(c).end <= _place(claim).start and not set(c.holders) & set(claim.holders)
        ]
        same = [
            c
            for c in earlier
            if c.nested_in is None
            and (_likeness(c, claim) >= Decimal("0.5") or (claim.content is None and _near(c, sentence, analysis)))
        ]
        if same:
            kind: RelationType = "possibly-contradicts" if {same[-1].claim_id, claim.claim_id} & counted else "contradicts"
            yield _Found(kind, same[-1], claim, "truth", _evidence("relation/denial", sentence), claim.reporter)


def _counted(claims: list[Claim], figures: tuple[Figure, ...], events: tuple[Event, ...]) -> Iterator[_Found]:
    """Yield comparisons of numbers of two holders about one happening: the same corroborate, others possibly contradict."""
    held = [(c, f) for c, f in _holding(claims, figures) if f]
    for n, k in _comparable([f for _, f in held]):
        (one, first), (other, second) = held[n], held[k]
        if set(one.holders) & set(other.holders):
            continue
        lost = [f for f in first if f.outcome], [f for f in second if f.outcome]
        if lost[0] and lost[1] and _one_happening(one, other, (*lost[0], *lost[1]), events):
            compared = _compared(one, other, lost[0], lost[1])
            if compared is not None:
                yield compared
            continue
        if any(_same_thing(a, b) for a in first for b in second):
            yield _Found("corroborates", one, other, "number", _inferred("relation/number", one, other, "0.7"))


def _holding(claims: list[Claim], figures: tuple[Figure, ...]) -> Iterator[tuple[Claim, list[Figure]]]:
    """Yield the claims with the figures that each holds itself, not one nested in it."""
    places = Intervals((f.span, f) for f in figures)
    nested: defaultdict[str | None, list[Span]] = defaultdict(list)
    for claim in claims:
        if claim.content is not None:
            nested[claim.nested_in].append(claim.content)
    for claim in claims:
        within = places.inside(claim.content) if claim.content is not None else []
        yield claim, [f for f in within if not any(n.contains(f.span) for n in nested[claim.claim_id])]


def _comparable(held: list[list[Figure]]) -> list[tuple[int, int]]:
    """Return, in order, which two may be compared: both tell of casualties, or both give one number of one thing."""
    by_sign: defaultdict[object, list[int]] = defaultdict(list)
    for n, figures in enumerate(held):
        signs = {("casualties",) if f.outcome else None for f in figures} | {_sign(f) for f in figures}
        for sign in signs - {None}:
            by_sign[sign].append(n)
    return sorted({(n, k) for group in by_sign.values() for i, n in enumerate(group) for k in group[i + 1 :]})


def _one_happening(one: Claim, other: Claim, counted: tuple[Figure, ...], events: tuple[Event, ...]) -> bool:
    known = {f.of_event for f in counted}
    if None not in known:
        return len(known) == 1
    if one.part_id != other.part_id:
        return False
    shared = set(one.about_events) & set(other.about_events)
    deadly = [
        e
        for e in events
        if e.part_id == one.part_id and e.event_type in ("attack", "hostilities", "violence", "accident", "disaster", "crime")
    ]
    return bool(shared) or len(deadly) <= 1 or _neighbours(one, other)


def _neighbours(one: Claim, other: Claim) -> bool:
    """Tell whether two claims stand side by side, so that they are about one happening unless something says otherwise."""
    gap = max(one.evidence.span.start, other.evidence.span.start) - min(one.evidence.span.end, other.evidence.span.end)
    return gap <= _SIDE_BY_SIDE


def _compared(one: Claim, other: Claim, first: list[Figure], second: list[Figure]) -> _Found | None:
    """Return how the best comparable counts of two claims stand to each other; None where they count different sides."""
    verdicts = [v for a in first for b in second if (v := _verdict(a, b)) is not None]
    if not verdicts:
        return None
    kind, sure, note = min(verdicts, key=lambda v: _VERDICTS.index(v[0]))
    return _Found(kind, one, other, "casualties", _inferred("relation/casualties", one, other, sure, note))


_VERDICTS: tuple[RelationType, ...] = ("corroborates", "contradicts", "possibly-contradicts")


def _verdict(one: Figure, other: Figure) -> tuple[RelationType, str, str] | None:
    """Return the relation of two counts, how sure it is, and the reason: whether they can be compared, and why."""
    if one.of_side and other.of_side and one.of_side != other.of_side:
        return None  # each counts its own
    said = f"both count {one.outcome}" if one.outcome == other.outcome else f"one counts {one.outcome}, the other {other.outcome}"
    if one.outcome != other.outcome:
        return "possibly-contradicts", "0.6", f"not comparable: {said}"
    sides = "of the same side" if one.of_side and other.of_side else "but the text does not say that it is of the same side"
    if _number(one) == _number(other):
        return "corroborates", "0.7", f"comparable: {said} {sides}, and the number is the same"
    if _allows(one, other) or _allows(other, one):
        return "corroborates", "0.6", f"comparable: {said} {sides}, and one number is a bound that the other keeps"
    if one.of_side and other.of_side:
        return "contradicts", "0.7", f"comparable: {said} {sides}, and the numbers differ"
    return "possibly-contradicts", "0.6", f"comparable only in part: {said}, {sides}"


def _allows(bound: Figure, count: Figure) -> bool:
    """Tell whether a number with *minstens* or *hoogstens* leaves room for the other."""
    if bound.value is None or count.value is None:
        return False
    least = bound.approximation == "at-least" and count.value >= bound.value
    return least or (bound.approximation == "at-most" and count.value <= bound.value)


def _inferred(rule: str, one: Claim, other: Claim, sure: str, note: str | None = None) -> Evidence:
    return Evidence(rule, one.evidence.span.cover(other.evidence.span), Decimal(sure), note=note)


def _number(figure: Figure) -> tuple[Decimal | None, ...]:
    return figure.value, figure.minimum, figure.maximum


def _same_thing(one: Figure, other: Figure) -> bool:
    return _sign(one) is not None and _sign(one) == _sign(other)


def _sign(figure: Figure) -> object:
    """Return number, unit and what is counted, which two figures of the same have in common; None where nothing is counted."""
    return None if figure.counted is None else (_number(figure), figure.unit, figure.counted.casefold())


def _repeated(claims: list[Claim]) -> Iterator[_Found]:
    """Yield repetitions: claims of the same holder and act with nearly the same content as an earlier one."""
    words = [_long_words(c.content_text) for c in claims]
    usual = Counter(word for content in words for word in content)
    rare = [_rarest(content, usual) for content in words]
    by_word: defaultdict[object, list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        for word in rare[n]:
            by_word[_voice(claim), word].append(n)
    places = [_place(c) for c in claims]
    for n, later in enumerate(claims):
        for k in merge(*(by_word[_voice(later), word] for word in rare[n])):
            if places[k].end <= places[n].start and _alikeness(words[k], words[n]) >= _ALIKE:
                yield _Found("repeats", later, claims[k], "content", _inferred("relation/repetition", claims[k], later, "0.8"))
                break


def _voice(claim: Claim) -> tuple[object, ...]:
    return claim.holders, claim.speech_act, claim.polarity


def _rarest(words: frozenset[str], usual: Counter[str]) -> list[str]:
    """Return so many of the rarest words that two contents which are alike enough have one of them in common."""
    if len(words) < _MEANINGFUL:
        return []
    shared = ceil(len(words) * _ALIKE)  # with a content that is alike enough, at the least
    return sorted(words, key=lambda w: (usual[w], w))[: len(words) - shared + 1]


def _likeness(one: Claim, other: Claim) -> Decimal:
    """Return the share of longer words two contents have in common; 0 when there are too few to tell."""
    return _alikeness(_long_words(one.content_text), _long_words(other.content_text))


def _alikeness(first: frozenset[str], second: frozenset[str]) -> Decimal:
    if min(len(first), len(second)) < _MEANINGFUL:
        return Decimal(0)
    return Decimal(len(first & second)) / Decimal(len(first | second))


def _long_words(text: str | None) -> frozenset[str]:
    return frozenset(_meaningful(re.findall(r"\w+", (text or "").casefold())))


def _meaningful(words: Iterable[str]) -> Iterator[str]:
    return (w for w in words if len(w) > _MEANINGFUL)
