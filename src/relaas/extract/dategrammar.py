"""Words of a date -> EDTF: the grammar of Dutch dates, rule by rule.

    13 en 14 september 2022   van 3 tot 5 mei 2022   maart 2021   zomer 2024   derde kwartaal 2023   2019-2021
    1.12.2022   27 maart jl.   november vorig jaar   vorige week   gisteren

A rule is a pattern over the lower-case wording and a reading of its match. What is relative, or lacks its year, is read
against a `Calendar`: the date of the words and the full dates the document gives. Where that does not tell, a rule gives
None: a date that may be wrong is worse than none. Refuses days the calendar does not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache

from relaas.extract import bynow
from relaas.extract.calendars import Calendar
from relaas.extract.edtf import limits
from relaas.extract.timewords import either, shift_of, words

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:e|ste|de)?"
YEAR = r"(?:19|20)\d\d"
SHORT_YEAR = r"['’‘](?P<short_year>\d\d)"
NUMERIC = r"(?:[12]\d|3[01]|0?[1-9])[./-](?:1[0-2]|0?[1-9])[./-](?:19|20)\d\d"


# A date stands free; but text that was set in columns glues words together (op4 november, 2013jaarlijks).
_LEFT = (
    "(?:"
    + "|".join(
        [r"(?<![\w.,/§-])", *(rf"(?<=\b{w})(?=\d)" for w in ("van", "op", "en", "in", "tot", "per", "sinds", "vanaf", "tussen"))]
    )
    + ")"
)
_RIGHT = r"(?:(?!\w)|(?<=\d)(?=[a-z]{3}))"

_DIGIT = re.compile(r"\d")
#: Rules of which every match holds a digit.
_IN_DIGITS = frozenset({"range", "between", "years", "days", "numeric", "iso", "last day", "night", "year"})
Reading = Callable[["re.Match[str]", Calendar], "str | None"]
Found = tuple[str, "re.Match[str]", Reading]


@cache
def _pieces() -> dict[str, str]:
    lexicon = words()
    shift = {key: either(lexicon[key]) for key in ("this", "previous", "next")}
    return {
        "month": either(lexicon["months"]),
        "short": either(lexicon["short_months"]) + r"\.?",
        "weekday": either(lexicon["weekdays"]),
        "season": either(lexicon["seasons"]),
        "nth": either(lexicon["ordinals"]),
        "third": either(lexicon["thirds"]),
        "shift": "(?:" + "|".join(shift.values()) + ")",
        "mark": either([*lexicon["past_marks"], *lexicon["future_marks"]]),
        "days": either(lexicon["days"]),
        "number": either(lexicon["numbers"]),
        "back": either(lexicon["back"]),
    }


def _month(word: str) -> int:
    lexicon = words()
    return int(lexicon["months"].get(word) or lexicon["short_months"][word.rstrip(".")])


def _full(year: int | None, month: int, day: int = 0) -> str | None:
    if year is None:
        return None
    expression = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    return expression if limits(expression) else None


def _number(text: str) -> int:
    found = re.match(r"\d+", text)
    return int(found[0]) if found else 0


def _year(match: re.Match[str], calendar: Calendar, month: int, day: int) -> int | None:
    """Return the year of a matched day or month: as written, by *vorig jaar*, by *jl.*, or as the document tells."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("short_year"):
        return calendar.century_of(int(groups["short_year"]))
    if groups.get("moved"):
        return calendar.now.year + shift_of(groups["moved"]) if calendar.now else None
    if groups.get("mark"):
        return calendar.nearest(month, day, side=-1 if groups["mark"] in words()["past_marks"] else 1)
    return calendar.year_of(month, day) if day else (calendar.nearby[-1] if calendar.nearby else calendar.on_side(month, 0))


def _days(match: re.Match[str], calendar: Calendar) -> str | None:
    month = _month(match["month"])
    days = [_number(d) for d in re.findall(DAY, match["days"])]
    year = _year(match, calendar, month, days[-1])
    ends = [_full(year, month, day) for day in (min(days), max(days))]
    if None in ends:
        return None
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}/{ends[1]}"


def _numeric(match: re.Match[str], _: Calendar) -> str | None:
    day, month, year = (int(n) for n in re.findall(r"\d+", match[0]))
    return _full(year, month, day)


def _iso(match: re.Match[str], _: Calendar) -> str | None:
    return match[0] if limits(match[0]) else None


def _one_month(match: re.Match[str], calendar: Calendar) -> str | None:
    month = _month(match["month"])
    return _full(_year(match, calendar, month, 0), month)


def _month_by_now(match: re.Match[str], calendar: Calendar) -> str | None:
    month, moved = _month(match["month"]), shift_of(match["moved"])
    year = calendar.now.year if calendar.now and moved == 0 else calendar.nearest(month, 0, side=moved or -1)
    return _full(year, month)


def _two_months(match: re.Match[str], calendar: Calendar) -> str | None:
    first, last = _month(match["from"]), _month(match["month"])
    year = _year(match, calendar, last, 0)
    if year is None:
        return None
    return f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}"


def _point(text: str, calendar: Calendar, *, year: int | None = None) -> str | None:
    """Read one end of a range; a day without a year takes `year`."""
    for pattern, reading in _point_rules():
        match = pattern.fullmatch(text)
        if match:
            if year is not None and reading is _days and not match["year"]:
                return _full(year, _month(match["month"]), _number(match["days"]))
            return reading(match, calendar)
    return None


def _range(match: re.Match[str], calendar: Calendar) -> str | None:
    last = _point(match["to"], calendar)
    first = _point(match["from"], calendar, year=int(last[:4]) if last else None)
    if not first or not last:
        return None
    low, high = limits(first.split("/")[0]), limits(last.split("/")[0])
    return f"{first}/{last}" if low and high and low[0] <= high[0] else None


def _years(match: re.Match[str], _: Calendar) -> str | None:
    first, last = match["from"], match["to"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if int(first) < int(last) <= int(first) + 60 else None


def _listed_years(match: re.Match[str], _: Calendar) -> str | None:
    """Read *2022, 2023 en 2024*: from the first to the last."""
    years = re.findall(YEAR, match[0])
    return f"{years[0]}/{years[-1]}" if years == sorted(set(years)) else None


def _part_of_year(match: re.Match[str], calendar: Calendar) -> str | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    if year is None and calendar.now is not None and groups.get("moved"):
        year = calendar.now.year + shift_of(groups["moved"])
    if year is None:
        return None
    if groups.get("season"):
        return f"{year:04}-{words()['seasons'][groups['season']]}"
    nth = int(words()["ordinals"].get(groups.get("nth") or "", groups.get("quarter") or 0))
    halves = groups.get("unit") in ("helft", "halfjaar", "semester")
    if not 1 <= nth <= (2 if halves else 4):
        return None
    return f"{year:04}-{39 + nth if halves else 32 + nth}"


def _week_of(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *de week van 12 mei*: the week, Monday to Sunday, in which that day falls."""
    found = _days(match, calendar)
    bounds = limits(found) if found and "/" not in found else None
    if bounds is None:
        return found
    monday = bounds[0] - timedelta(days=bounds[0].weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def _night(match: re.Match[str], calendar: Calendar) -> str | None:
    """Read *de nacht van 3 op 4 mei*."""
    month, last = _month(match["month"]), _number(match["to"])
    year = _year(match, calendar, month, last)
    ends = _full(year, month, _number(match["from"])), _full(year, month, last)
    return f"{ends[0]}/{ends[1]}" if None not in ends else None


def _last_day(match: re.Match[str], _: Calendar) -> str | None:
    return f"{match['year']}-12-31"


def _bare_year(match: re.Match[str], _: Calendar) -> str | None:
    return match["year"]


_SEP = r" ?(?:,|en/of|en|tot en met|tot|t/m|of|[-–—+&]|à) ?(?:op )?"
_TO = r" ?(?:tot en met|tot|t/m|[-–—]|en met) ?(?:op )?"


@cache
def _day_pattern() -> str:
    p = _pieces()
    moved = rf"(?: (?:van )?(?P<moved>{p['shift']}) jaar)?"
    month = rf"(?P<month>{p['month']}|{p['short']}(?= {YEAR}))"
    days = rf"(?:{p['weekday']} )?(?P<days>{DAY}(?:{_SEP}(?:{p['weekday']} )?{DAY})*)"
    year = rf"(?:(?:,? ?| van )(?P<year>{YEAR})| {SHORT_YEAR})?(?:,? ?(?P<mark>{p['mark']})(?!\w))?"
    return rf"{days} ?{month}{year}{moved}"


@cache
def _point_rules() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    p = _pieces()
    return (
        (re.compile(_day_pattern()), _days),
        (re.compile(NUMERIC), _numeric),
        (re.compile(rf"(?P<month>{p['month']}) (?P<year>{YEAR})"), _one_month),
        (re.compile(rf"(?P<year>{YEAR})"), _bare_year),
    )


@cache
def rules() -> tuple[tuple[str, re.Pattern[str], Reading], ...]:
    """Return the rules: name, pattern over the lower-case wording, reading. Of matches that meet, the longest counts."""
    p = _pieces()
    point = rf"(?:(?:{p['weekday']} )?{DAY} {p['month']}(?: {YEAR})?|{NUMERIC}|{p['month']} {YEAR}|{YEAR})"
    moved = rf"(?P<moved>{p['shift']})"
    last = rf" (?:van )?{moved} jaar"
    end = rf"(?: (?P<year>{YEAR})|{last})?"
    told = rf"(?: van)? ?(?P<year>{YEAR})| {SHORT_YEAR}|{last}|,? (?P<mark>{p['mark']})(?!\w)"
    exact = "".join(rf"(?<!{w} )" for w in ("dan", "met", "ruim", "bijna", "tegenover"))
    in_the, on = "(?:(?<=in de )|(?<=in het )|(?<=tijdens de ))", rf"(?:{p['weekday']} )?"
    of_year = rf"(?:(?: van| in|,)? (?:het jaar )?(?P<year>{YEAR})|{last})"
    grammar: tuple[tuple[str, str, Reading], ...] = (
        ("range", rf"(?P<from>{point}){_TO}(?P<to>{point})", _range),
        ("between", rf"(?<=tussen )(?P<from>{point}) en (?P<to>{point})", _range),
        ("years", rf"(?P<from>{YEAR}) ?(?:[-–—/]|t/m) ?(?P<to>{YEAR}|\d\d)(?!\d|[./-]\d)", _years),
        ("years", rf"(?<!tussen )(?P<from>{YEAR}) en (?P<to>{YEAR})", _years),
        ("years", rf"{YEAR}(?:, {YEAR})+,? en {YEAR}", _listed_years),
        ("week", rf"(?<=week van ){_day_pattern()}", _week_of),
        ("days", _day_pattern(), _days),
        ("numeric", NUMERIC, _numeric),
        ("iso", r"(?:19|20)\d\d-\d\d-\d\d", _iso),
        ("months", rf"(?P<from>{p['month']})(?:{_TO}| ?(?:en|/) ?)(?:{p['third']} )?(?P<month>{p['month']}){end}", _two_months),
        ("month", rf"(?P<month>{p['month']})(?:{told})", _one_month),
        ("month by now", rf"{moved} (?P<month>{p['month']})", _month_by_now),
        ("month without year", rf"(?P<month>{p['month']})", _one_month),
        ("last day", rf"(?:ultimo|per ultimo) (?P<year>{YEAR})", _last_day),
        ("season", rf"(?P<season>{p['season']}){of_year}", _part_of_year),
        ("season by now", rf"{moved} (?P<season>{p['season']})", bynow.season_by_now),
        ("season told", rf"{in_the}(?P<season>{p['season']})(?! van|,? {YEAR})", bynow.season_told),
        ("quarter", rf"(?P<nth>{p['nth']}) (?P<unit>kwartaal|trimester|halfjaar|semester|helft){of_year}", _part_of_year),
        ("quarter", rf"(?:q|k)(?P<quarter>[1-4])(?: | van )(?P<year>{YEAR})", _part_of_year),
        ("year by now", rf"(?<!het ){moved} jaar", bynow.whole_year),
        ("month by now", rf"{moved} maand", bynow.whole_month),
        ("week", rf"{moved} week", bynow.week),
        ("weekend", rf"{moved} weekend", bynow.weekend),
        ("weekday", rf"{moved} (?P<weekday>{p['weekday']})", bynow.weekday),
        ("weekday", rf"{moved} week (?P<weekday>{p['weekday']})", bynow.weekday_of_week),
        ("weekday", rf"(?P<weekday>{p['weekday']}) {moved} week", bynow.weekday_of_week),
        ("weekday", rf"(?P<weekday>{p['weekday']}),? (?P<mark>{p['mark']})(?!\w)", bynow.weekday),
        ("day by now", p["days"], bynow.near_day),
        ("back", rf"{exact}(?P<count>{p['number']}|[1-9]\d?) (?P<unit>{p['back']}) geleden", bynow.back),
        ("night", rf"(?<=nacht van ){on}(?P<from>{DAY}) op {on}(?P<to>{DAY}) (?P<month>{p['month']}){end}", _night),
        ("year", rf"(?P<year>{YEAR})(?![.,]?\d|%)", _bare_year),
    )  # fmt: skip
    return tuple((name, re.compile(rf"{_LEFT}(?:{pattern}){_RIGHT}"), reading) for name, pattern, reading in grammar)


def matches(wording: str) -> Iterator[Found]:
    """Yield what the rules match in a lower-case wording, in reading order; of matches that meet, the longest."""
    digits = _DIGIT.search(wording) is not None
    found = [
        (m.start(), -m.end(), n, name, m, reading)
        for n, (name, pattern, reading) in enumerate(rules())
        if digits or name not in _IN_DIGITS
        for m in pattern.finditer(wording)
    ]
    end = 0
    for start, _, _, name, match, reading in sorted(found, key=lambda f: f[:3]):
        if start >= end:
            end = match.end()
            yield name, match, reading
