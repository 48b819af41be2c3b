"""Analysis, dates, Findings -> Diagnostics: where what a document says about dates and sums does not fit together.

A weekday that the day is not (*maandag 3 mei 2023*), a length of time that two dated happenings do not have (*twee weken na*), a
sum written out that does not add up (*3 + 5 = 9*), an answer dated before its question. They are told to the reader with the
place and both values; nothing in the findings changes, since which of the two is the slip nobody can tell. Refuses what rests on
a reading: a year that the text does not give, a date of more than a few days, a sum in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from relaas.extract.dates import DateMention
from relaas.extract.numerals import digits
from relaas.extract.timewords import either, words
from relaas.extract.wording import Wording
from relaas.intervals import Intervals
from relaas.model import Analysis, Diagnostic, Event, Figure, Findings, Sentence, Span

STAGE = "consistency"
_DAYS = {"days": Decimal(1), "weeks": Decimal(7), "months": Decimal("30.44"), "years": Decimal("365.25")}
#: How far a round length of time may be off and still be only rounded, in days.
_ROUNDED = {"days": 0, "weeks": 3, "months": 15, "years": 183}
_LONGEST_DATE = timedelta(days=3)
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_TERM = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_SUM = re.compile(rf"(?<![\w.,+/-])({_TERM}(?: ?\+ ?{_TERM})+) ?= ?({_TERM})(?![\w/%+-]|[.,]\d)")
_AFTER = re.compile(r" ?(na|nadat|voor|vóór|voordat)(?!\w)")


def find_inconsistencies(analysis: Analysis, dates: tuple[DateMention, ...], findings: Findings) -> tuple[Diagnostic, ...]:
    """Return what does not fit together, in reading order; level `info` where a rounded length may explain it."""
    found = [*_weekdays(analysis, dates), *_lengths(analysis, findings), *_sums(analysis)]
    found.sort(key=lambda d: (d.span or Span(0, 0), d.message))
    return (*_answered_too_early(analysis), *found)


def _answered_too_early(analysis: Analysis) -> Iterator[Diagnostic]:
    header = analysis.document.header
    if header.submitted and header.answered and header.answered < header.submitted:
        message = f"the answer is dated {header.answered}, before its question of {header.submitted}; check the header"
        yield Diagnostic("warning", STAGE, message)


# --- weekdays ---


@cache
def _weekday_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({either(words()['weekdays'])}),? (?:de |den )?$")


def _weekdays(analysis: Analysis, dates: tuple[DateMention, ...]) -> Iterator[Diagnostic]:
    for mention in dates:
        when = mention.when
        if when is None or when.span is None or not _FULL.fullmatch(when.edtf):
            continue
        sentence = analysis.sentences[mention.sentence]
        text = sentence.words(mention.first, mention.last).lower()
        before = Wording(sentence).lower[: Wording(sentence).offset_of(mention.first)]
        named = re.match(either(words()["weekdays"]) + r"(?!\w)", text)
        beside = _weekday_pattern().search(before)
        weekday = named[0] if named else beside[1] if beside else None
        if weekday is None or when.edtf[:4] not in text:  # a year that was worked out proves nothing
            continue
        day = date.fromisoformat(when.edtf)
        if day.weekday() != words()["weekdays"][weekday]:
            right = next(name for name, n in words()["weekdays"].items() if n == day.weekday())
            yield Diagnostic("warning", STAGE, f"{when.edtf} was a {right}, not a {weekday}", when.span)


# --- lengths of time ---


def _lengths(analysis: Analysis, findings: Findings) -> Iterator[Diagnostic]:
    """Yield the lengths between two happenings (*twee weken na de storm*) that their dates do not have."""
    sentences = Intervals((s.span, s) for s in analysis.sentences)
    for figure in findings.figures:
        sentence = next(iter(sentences.holding(figure.span)), None)
        if sentence is None or figure.value is None or figure.unit not in _DAYS or figure.approximation not in ("exact", "about"):
            continue
        direction = _direction(analysis, sentence, figure)
        pair = _happenings_beside(figure, sentence, findings.events) if direction else None
        if pair is None:
            continue
        later, earlier = pair if direction == "na" else (pair[1], pair[0])
        lying = _between(earlier, later)
        if lying is not None:
            yield from _compared(analysis, figure, lying)


def _direction(analysis: Analysis, sentence: Sentence, figure: Figure) -> str | None:
    text = analysis.document.source.text[figure.span.end : sentence.span.end].lower()
    following = _AFTER.match(" ".join(text.split()))
    if following is None:
        return None
    return "na" if following[1].startswith("na") else "voor"


def _happenings_beside(figure: Figure, sentence: Sentence, events: tuple[Event, ...]) -> tuple[Event, Event] | None:
    """Return the happening the length is said of and the one it is counted from."""
    here = sorted(((m.span, e) for e in events for m in e.mentions if sentence.span.contains(m.span)), key=lambda pair: pair[0])
    before = [e for span, e in here if span.end <= figure.span.start]
    after = [e for span, e in here if span.start >= figure.span.end]
    if not after:
        return None
    said_of = before[-1] if before else after[1] if len(after) > 1 else None
    return (said_of, after[0]) if said_of is not None and said_of is not after[0] else None


def _between(earlier: Event, later: Event) -> int | None:
    """Return the days from the end of one happening to the start of another; None where a date is missing or wide."""
    ends, starts = (_short(e) for e in (earlier, later))
    return (starts[0] - ends[1]).days if ends and starts else None


def _short(event: Event) -> tuple[date, date] | None:
    when = event.when
    first, last = (when.earliest_start, when.latest_end) if when else (None, None)
    return (first, last) if first and last and last - first <= _LONGEST_DATE else None


def _compared(analysis: Analysis, figure: Figure, lying: int) -> Iterator[Diagnostic]:
    said = (figure.value or Decimal(0)) * _DAYS[figure.unit]
    off = abs(said - lying)
    if off < 1:
        return
    quote = " ".join(analysis.document.source.quote(figure.span).split())
    message = f"“{quote}” is {said.quantize(Decimal(1))} days, but {lying} days lie between the dates of the two happenings"
    yield Diagnostic("info" if off <= _ROUNDED[figure.unit] else "warning", STAGE, message, figure.span)


# --- sums ---


def _sums(analysis: Analysis) -> Iterator[Diagnostic]:
    for sentence in analysis.sentences:
        wording = Wording(sentence)
        for match in _SUM.finditer(wording.text):
            total = sum((digits(term) for term in re.findall(_TERM, match[1])), Decimal(0))
            if total != digits(match[2]):
                span = wording.span(match.start(), match.end())
                yield Diagnostic("warning", STAGE, f"{match[1]} is {total}, not {match[2]}", span)
