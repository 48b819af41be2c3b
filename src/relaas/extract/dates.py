"""Analysis -> DateMention: where a sentence says when, as EDTF with its bounds.

Every sentence is read with the grammar of `dategrammar`; the matches are then weighed by what stands around them: a year in
the name of a law is no date, a date after *brief van* is that of a document, *sinds* and *tot* make a bound of it. Relative
dates count from the date of the question, in answers from that of the answer. A date that cannot be placed is kept without
a range, so that its digits are no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from relaas.extract.calendars import Calendar
from relaas.extract.dategrammar import YEAR, Found, matches
from relaas.extract.edtf import date_range, third
from relaas.extract.eventwords import noun_of
from relaas.extract.tenses import side_of
from relaas.extract.timewords import either, words
from relaas.extract.wording import Wording
from relaas.model import Analysis, DateRange, Document, Sentence

Relation = Literal["at", "since", "after", "by", "until", "term", "document"]

_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|sinds|vanaf|tot|begin|eind|einde|medio|half|van|tussen|per|uiterlijk|na|voor|vóór|rond|tegen) (?:de maand )?$"
)
_DOCUMENT = re.compile(
    r"(?P<noun>[\w-]+)(?: (?P<last>[\w-]+))?,? (?:van|d\.d\.|dd\.|d\.d|dd|uit)(?: de)? $|(?P<bare>[\w-]+),? \(?$"
)
_REACH = 200  # characters
_GLUED = ("brief", "rapport", "nota", "verslag", "bericht", "wet", "decreet", "verordening", "omzendbrief")
#: The date of a law stands after its long name (*de wet op de post van*), of a decision only after that of a king or minister.
_LAW = re.compile(
    r"\b(?:\w*wet|wetten|decreet|(?:koninklijk|ministerieel) besluit|verordening|richtlijn|ordonnantie)(?: \([^)]*\))?"
    r"(?: nr\.? ?[\d./]+)?"
    r"(?: (?:betreffende|houdende|tot|inzake|op|over|voor|ter|met betrekking tot|aangaande) [^.;:?(]{2,120}?(?P<last>[\w-]+))?,? "
    r"(?:van|d\.d\.|dd\.|dd) (?:de )?$"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as a sentence names it: sentence index, first and last token (inclusive), and the range it stands for.

    `when` is None where the document does not tell the year or day. `relation` says how the date bounds what it dates:
    *sinds* since, *na* after, *uiterlijk* by, *tot* until, *voor de periode* term; `document` marks the date of a document that
    is cited.
    """

    sentence: int
    first: int
    last: int
    when: DateRange | None
    relation: Relation = "at"
    rule: str = "days"


def find_dates(analysis: Analysis) -> tuple[DateMention, ...]:
    """Find the dates of a document, in reading order.

    Days without a year take that of the nearest full date of the same day, else of their sentence, else the one nearest to
    the date of the words, before it where the verb tells a past. Nothing is read in footnotes, which are not analysed.
    """
    matched = [tuple(matches(Wording(sentence).lower)) for sentence in analysis.sentences]
    known = _known_days(analysis, matched)
    found: list[DateMention] = []
    for sentence, there in zip(analysis.sentences, matched, strict=True):
        if not there:
            continue
        now = reference_date(analysis.document, sentence.part_id)
        calendar = Calendar(now, sentence.index, known, late=is_late(analysis.document, sentence.part_id))
        found.extend(_of_sentence(sentence, there, calendar))
    return tuple(found)


def reference_date(document: Document, part_id: str) -> date | None:
    """Return the day relative dates in a part count from: of the answer in answers, else of the question; None if unknown."""
    header, metadata = document.header, document.metadata
    submitted = header.submitted or (metadata.submitted if metadata else None)
    answered = header.answered or (metadata.answered if metadata else None)
    return (answered or submitted) if document.part(part_id).voice == "answerer" else submitted


def is_late(document: Document, part_id: str) -> bool:
    """Tell whether the words of a part are later than the day they count from: an answer of which only the question is dated."""
    answered = document.header.answered or (document.metadata.answered if document.metadata else None)
    return document.part(part_id).voice == "answerer" and answered is None


def _known_days(analysis: Analysis, matched: Sequence[Sequence[Found]]) -> dict[tuple[int, int], tuple[tuple[int, int], ...]]:
    """Collect the days that are given with their year, (month, day) -> (sentence, year)."""
    known: dict[tuple[int, int], list[tuple[int, int]]] = {}
    nowhere = Calendar()
    for sentence, there in zip(analysis.sentences, matched, strict=True):
        for _, match, reading in there:
            for year, month, day in _FULL.findall(reading(match, nowhere) or ""):
                known.setdefault((int(month), int(day)), []).append((sentence.index, int(year)))
    return {key: tuple(pairs) for key, pairs in known.items()}


def _of_sentence(sentence: Sentence, found: Sequence[Found], calendar: Calendar) -> Iterator[DateMention]:
    wording = Wording(sentence)
    nearby: list[int] = []
    for (name, match, reading), later in zip(found, _later_years(found), strict=True):
        if not _is_date(name, match, wording):
            continue
        years = tuple(nearby) or later
        expression = reading(match, replace(calendar, nearby=years, side=_side(wording, match)))
        start, when = match.start(), date_range(expression) if expression else None
        told = any(match.groupdict().get(group) for group in ("year", "short_year", "moved")) or re.search(YEAR, match[0])
        if when and told and (full := _FULL.findall(when.edtf)):
            nearby.append(int(full[-1][0]))
        part = _third_before(_before(wording, start))
        if part:
            start -= len(part) + 1
            when = third(when, int(words()["thirds"][part.split()[0]])) if when else None
        relation = _relation(_before(wording, start), part or match[0])
        if _before(wording, start).endswith("van ") and wording.lower.startswith(" naar ", match.end()):
            relation = "term"  # *verschoven van 2026 naar 2028*
        if when:
            when = _bounded(when, relation)
        first, last = wording.tokens(start, match.end())
        yield DateMention(
            sentence.index, first, last, replace(when, span=wording.span(start, match.end())) if when else None, relation, name
        )


def _side(wording: Wording, match: re.Match[str]) -> int:
    """Return on which side of now a date lies: documents and what befalls are past, else as its verb tells."""
    before = _before(wording, match.start())
    relation = _relation(before, match[0])
    if relation == "document" or _befalling().search(before):
        return -1
    aside = before.endswith("(") and wording.lower.startswith(")", match.end())  # *een ronde (26-29 juni)*
    if aside or relation in {"by", "until", "term", "after"} or re.search(r"\b(?:voor|naar) $", before):
        return 0
    return side_of(wording.sentence, *wording.tokens(match.start(), match.end()))


@cache
def _befalling() -> re.Pattern[str]:
    return re.compile(rf"{either(words()['sides']['befalling'])} (?:van|op|in) (?:de nacht van )?$")


def _later_years(found: Sequence[Found]) -> tuple[tuple[int, ...], ...]:
    """Return for every match the year of the next full date after it: *op 3 maart en op 5 mei 2022* has one year."""
    out: list[tuple[int, ...]] = []
    later: tuple[int, ...] = ()
    for _, match, reading in reversed(found):
        out.append(later)
        full = _FULL.findall(reading(match, Calendar()) or "")
        later = (int(full[0][0]),) if full else later
    return tuple(reversed(out))


def _before(wording: Wording, offset: int) -> str:
    """Return the words before an offset, as far back as any cue of a date reaches."""
    return wording.lower[max(0, offset - _REACH) : offset]


def _is_date(name: str, match: re.Match[str], wording: Wording) -> bool:
    before, text = _before(wording, match.start()), match[0]
    if name == "month without year":
        return bool(_BEFORE_MONTH.search(before))
    if name == "years" or (name == "range" and re.fullmatch(r"\d{4} ?\D ?\d{4}", text)):
        return not _after_session(before)
    if name == "year":
        return _is_year(match, wording)
    return not (name == "days" and re.match(r"\d", text) and re.search(r"(?:artikel|artikelen|lid|nr\.) $", before))


@cache
def _session() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W){either(words()['sessions'])},? \(?$")


def _after_session(before: str) -> bool:
    return bool(_session().search(before))


def _is_year(match: re.Match[str], wording: Wording) -> bool:
    """Tell a year from a quantity (2000 woningen) and from a part of a name (Huisvestingswet 2014)."""
    tokens, at = wording.sentence.tokens, wording.token_at(match.start())
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    round_number = int(match["year"]) % 100 == 0
    if following and round_number and following.pos in ("NOUN", "SYM", "ADJ") and following.text[0].islower():
        return False
    upto = re.compile(r" ?(?:à|tot|of|[-–]) ?(\d+)\b").match(wording.lower, match.end())
    if round_number and upto and not re.fullmatch(YEAR, upto[1]) and len(upto[1]) >= len(match["year"]):
        return False  # *2000 à 3000*
    if at == 0:
        return True
    previous = tokens[at - 1]
    if previous.pos in ("NOUN", "PROPN", "X", "SYM") and previous.text[0].isalnum():
        return previous.lower in words()["year_nouns"] or previous.lower in words()["thirds"]
    return not re.search(r"(?:artikel|nr\.?|nummer|pagina|p\.|blz\.|[a-z]{2,}[-/]) ?$", _before(wording, match.start()))


def _third_before(before: str) -> str | None:
    found = re.search(rf"(?:^|\W)({either(words()['thirds'])}(?: van| in)?) $", before)
    return found[1] if found else None


def _relation(before: str, text: str) -> Relation:
    cue = re.search(rf"(?:^|\W)(?:{_relation_pattern()}) (?:in |op |het |de |de maand )?$", before)
    if cue:
        return next(name for name in ("term", "since", "after", "by", "until") if cue[name])
    if re.search(r"(?:^|\W)voor $", before) and re.match(r"\d|eind|begin", text) and not re.fullmatch(r"\d{4}", text):
        return "by"
    noun = _DOCUMENT.search(before)
    if noun:
        forms = [w for w in noun.group("noun", "last") if w]
        forms.append(" ".join(forms))
        if noun["bare"] in words()["documents"] or any(w in words()["documents"] or w.endswith(_GLUED) for w in forms):
            return "document"
    law = _LAW.search(before)
    if law is None or (law["last"] not in (None, "besluit") and noun_of(law["last"]) is not None):
        return "at"  # *de wet over de aanslag van 3 mei*
    return "document"


@cache
def _relation_pattern() -> str:
    return "|".join(f"(?P<{name}>{either(forms)})" for name, forms in words()["relations"].items())


def _bounded(when: DateRange, relation: Relation) -> DateRange:
    """Open the side that a bound leaves open."""
    if "/" in when.edtf:
        return when
    if relation in ("since", "after"):
        return replace(when, edtf=f"{when.edtf}/..", earliest_end=None, latest_end=None)
    if relation in ("by", "until"):
        return replace(when, edtf=f"../{when.edtf}", earliest_start=None, latest_start=None)
    return when
