"""Analysis, dates -> Figure: every number with what it counts.

Numbers are found by the grammar of `numerals`; what is a date, the number of an article, a file or a name, or a mark of
layout is left out by the patterns of `units.yaml`. What is left gets its unit from the word beside it, what it counts from
the noun phrase it stands in, its outcome (casualties only) from its noun or clause. *Tientallen*, *een*, ordinals are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from relaas.extract.counted import Counted, counted, is_counted, outcomes
from relaas.extract.dates import DateMention
from relaas.extract.numerals import Numeral, cardinal, find_numerals, lexicon
from relaas.extract.tables import cells
from relaas.extract.timewords import either
from relaas.extract.unitwords import ending_of, opaque, sign_before, unit_after, units
from relaas.extract.wording import Wording
from relaas.ids import Namer
from relaas.model import Analysis, Approximation, Evidence, Figure, Outcome, Sentence, Unit

_CERTAIN, _BARE = Decimal("0.9"), Decimal("0.7")
_RUNNING = frozenset({"context", "question", "answer"})
_PARTED_NUMBER = re.compile(r"\b(?:nrs?\.?|nummers?|art(?:ikel(?:en|s)?|\.)?|arrest|advies) $")
_TOLD = re.compile(r"\d|\buitgedrukt\b")
_THOUSANDS = re.compile(r"\d\.\d{3}(?!\d)")
#: *Tussen 20 en 30*, *tussen een leeftijd van 20 en 30*, *tussen de leeftijd van ongeveer 20 en 30*.
_BETWEEN = re.compile(r"\btussen (?:(?:de|het|een) (?:[a-zà-ÿ-]+ ){1,2}van )?(?:de |ongeveer |circa |naar schatting |zo'n )?$")
_PER = re.compile(r"(?:\bper |/ ?)$")
_REACH, _LONGEST_LIST = 200, 1000  # characters of a sentence in which the cues of a number stand


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number or range of a sentence with its unit, still in characters of the wording."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit | None
    unit_text: str | None
    numeral: Numeral
    compound: bool = False
    cell: bool = False


def find_figures(analysis: Analysis, dates: tuple[DateMention, ...], namer: Namer) -> tuple[Figure, ...]:
    """Find the figures of a document, in reading order.

    `dates` are those of `find_dates`: their digits are no figures. Values are in full units (13,4 miljoen is 13400000); a
    range has a minimum and a maximum instead of a value.
    """
    found: list[Figure] = []
    source = analysis.document.source.text
    tables = {p.part_id: cells(p, source) for p in analysis.document.parts if p.kind in _RUNNING}
    dated: dict[int, list[tuple[int, int]]] = {}
    for date in dates:
        dated.setdefault(date.sentence, []).append((date.first, date.last))
    for sentence in analysis.sentences:
        taken = dated.get(sentence.index, [])
        table = tables.get(sentence.part_id, {})
        if table:
            taken = [t for t in taken if sentence.tokens[t[0]].span.start not in table]
        found.extend(_of_sentence(sentence, taken, table, namer))
    return tuple(found)


def _of_sentence(
    sentence: Sentence, taken: list[tuple[int, int]], table: Mapping[int, str | None], namer: Namer
) -> Iterator[Figure]:
    wording = Wording(sentence)
    dated = frozenset(last for _, last in taken)
    found = sorted(_amounts(wording, taken, table), key=lambda a: a.start)
    amounts = [a for a in found if a.unit or a.cell or _quantity(wording, a, dated)]
    things = [_counted(wording, a, table) for a in amounts]
    things = _shared(wording.lower, amounts, things)
    edges = [(a.start, t.end if t else a.end) for a, t in zip(amounts, things, strict=True)]
    fates = outcomes(wording, edges, [t.noun if t else a.unit_text for a, t in zip(amounts, things, strict=True)])
    for amount, thing, fate in zip(amounts, things, fates, strict=True):
        yield _figure(wording, amount, thing, fate, namer)


def _shared(text: str, amounts: list[_Amount], things: list[Counted | None]) -> list[Counted | None]:
    """Give a bare number the noun it shares: with the next one (6, 24 en 189 aanvragen), with the last (waarvan er 12)."""
    out = list(things)
    for n in reversed(range(len(amounts) - 1)):
        following = out[n + 1]
        between = text[amounts[n].end : amounts[n + 1].start]
        if out[n] is None and amounts[n].unit is None and following and re.fullmatch(r" ?,? ?(?:en|of)? ?", between):
            out[n] = replace(following, adjacent=False, end=amounts[n].end)
    for n in range(1, len(amounts)):
        before = out[n - 1]
        between = text[amounts[n - 1].end : amounts[n].start]
        if out[n] is None and amounts[n].unit is None and before and "waarvan" in between:
            out[n] = replace(before, adjacent=False, end=amounts[n].end)
    return out


def _figure(wording: Wording, amount: _Amount, thing: Counted | None, fate: Outcome | None, namer: Namer) -> Figure:
    unit: Unit = amount.unit or (thing.unit if thing else "other")
    end = thing.end if thing and thing.adjacent and not amount.unit else amount.end
    approximation = _approximation(wording, amount, end)
    span = wording.span(amount.start, end)
    evidence = Evidence("figure", wording.sentence.span, _CERTAIN if amount.unit or thing else _BARE, entry=f"units#{unit}")
    unit_text = amount.unit_text if unit == "other" and amount.unit_text else (thing.noun if unit == "other" and thing else None)
    return Figure(
        namer.name("fig", span), span, wording.sentence.part_id, unit, evidence,
        value=_plain(amount.low) if amount.high is None else None,
        minimum=None if amount.high is None else _plain(amount.low),
        maximum=None if amount.high is None else _plain(amount.high),
        unit_text=unit_text,
        counted=thing.text if thing else None,
        outcome=fate if unit in ("people", "soldiers", "civilians", "other") else None,
        approximation=approximation,
    )  # fmt: skip


def _plain(value: Decimal) -> Decimal:
    """Write a whole number without decimals, so that 13,4 miljard and 13400000000 are the same value and the same words."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


# --- numbers and ranges ---


def _amounts(wording: Wording, taken: list[tuple[int, int]], table: Mapping[int, str | None]) -> Iterator[_Amount]:
    """Yield the numbers that may count something, ranges joined and units read."""
    text = wording.lower
    every = list(find_numerals(text))
    in_table = [n for n in every if _label(wording, n, table)]
    yield from (replace(_single(text, n), cell=True) for n in in_table)
    shut = [
        (wording.offset_of(first), wording.offset_of(last) + len(wording.sentence.tokens[last].text)) for first, last in taken
    ]
    shut += opaque(text)
    numerals = [
        n
        for n in every
        if n not in in_table and not any(n.start < end and start < n.end for start, end in shut) and _is_number(wording, n)
    ]
    skip = False
    for numeral, following in zip_longest(numerals, numerals[1:]):
        if skip:
            skip = False
            continue
        joined = _range(text, numeral, following) if following else None
        glued = following is not None and following.start == numeral.end + 1 and text[numeral.end] in "-–"
        if joined and not (glued and joined.high is not None and _counts_nothing(joined)):
            yield joined
            skip = True
        else:
            skip = glued  # *22-3*, *2018-2021*: no quantity
            if not _is_rate(text, numeral):
                yield _single(text, numeral)
    yield from _compounds(wording, shut)


def _label(wording: Wording, numeral: Numeral, table: Mapping[int, str | None]) -> tuple[str | None] | None:
    """Return the label of the row of a number that stands in a table, None when it stands in none."""
    if not table or numeral.in_words:
        return None
    start = wording.span(numeral.start, numeral.end).start
    at = next((i for i in range(start, start + 3) if i in table), None)
    return None if at is None else (table[at],)


def _quantity(wording: Wording, amount: _Amount, dated: frozenset[int]) -> bool:
    """Tell whether a number without a unit counts something; one with its thousands parted always does."""
    parted = _THOUSANDS.search(wording.text[amount.start : amount.end]) is not None
    return parted or is_counted(wording, amount.start, amount.end, in_words=amount.numeral.in_words, dated=dated)


def _counted(wording: Wording, amount: _Amount, table: Mapping[int, str | None]) -> Counted | None:
    row = _label(wording, amount.numeral, table)
    if row is None:
        return counted(wording, amount.start, amount.end, unit=amount.unit)
    label = row[0]
    return Counted(label, label.split()[-1].lower(), "other", 0, adjacent=False) if label else None


def _counts_nothing(amount: _Amount) -> bool:
    """Tell whether two glued numbers are years (2018-2021), or too far apart to be a range (12-1117): they count nothing."""
    if amount.unit is not None or amount.high is None:
        return False
    return (amount.low >= 1900 and amount.high <= 2100) or amount.high > 20 * amount.low


def _is_rate(text: str, numeral: Numeral) -> bool:
    """Tell whether a round number is only what a rate is counted by: *4 per 1.000 inwoners*, *DDD/1.000 inwoners*.

    Where no number is told before it, it is the only one (*het aantal branden per 1.000 woningen*); not where it is a measure
    (*uitgedrukt per 1.000 woningen*).
    """
    by = _PER.search(text, max(0, numeral.start - _REACH), numeral.start)
    told = by is not None and ("/" in by[0] or _TOLD.search(text, 0, by.start()) is not None)
    return told and numeral.value >= 100 and set(str(int(numeral.value))[1:]) == {"0"}


def _is_number(wording: Wording, numeral: Numeral) -> bool:
    """Refuse number words that are other words here (acht het kabinet), idioms, and numbers of a series (fase 2)."""
    text = wording.lower
    word = text[numeral.start : numeral.end]
    token = wording.sentence.tokens[wording.token_at(numeral.start)]
    if word in lexicon()["doubtful"] and token.pos != "NUM":
        return False
    around = text[max(0, numeral.start - 20) : numeral.end + 20]
    if any(idiom in around and word in idiom for idiom in lexicon()["idioms"]):
        return False
    if _THOUSANDS.search(text[numeral.start : numeral.end]):
        return _PARTED_NUMBER.search(text, max(0, numeral.start - _REACH), numeral.start) is None
    return not _numbered().search(text, max(0, numeral.start - _LONGEST_LIST), numeral.start)


@cache
def _numbered() -> re.Pattern[str]:
    one = r"[\d.:/-]+[a-z]?"
    return re.compile(
        rf"(?:^|[\s(§\"“«]){either(units()['numbered'])}\s*(?:{one}(?:,| en| of|,? tot(?: en met)?| t/m| [-–]) ?(?:de )?)*$"
    )


def _single(text: str, numeral: Numeral) -> _Amount:
    sign = sign_before(text, numeral.start)
    if sign:
        return _Amount(sign.start, numeral.end, numeral.value, None, sign.unit, sign.text, numeral)
    unit = unit_after(text, numeral.end)
    if unit:
        return _Amount(numeral.start, unit.end, numeral.value, None, unit.unit, unit.text, numeral)
    return _Amount(numeral.start, numeral.end, numeral.value, None, None, None, numeral)


def _range(text: str, low: Numeral, high: Numeral) -> _Amount | None:
    """Join *2,5 à 3 procent*, *3.000 tot 4.000*, *tussen 20% en 35%*; None when the two numbers are no range."""
    first, last = _single(text, low), _single(text, high)
    between = text[first.end : last.start].strip().removeprefix("- ").removesuffix("+").strip()
    before = text[max(0, first.start - _REACH) : first.start]
    gap = between in ("à", "a", "-", "–", "—", "tot", "of", "à ") or (
        between in ("en", "en de") and _BETWEEN.search(before) is not None
    )
    if not gap or (between == "tot" and re.search(r"\bvan (?:de )?$", before) and _changes(text)):
        return None
    if first.unit and last.unit and first.unit != last.unit:
        return None
    lowest = low.value
    if not first.unit and high.value >= 1000 and low.value < 1000 and re.search("[a-z]", text[high.start : high.end]):
        factor = next((f for name, f in lexicon()["multipliers"].items() if text[high.start : high.end].endswith(name)), 1)
        lowest *= factor
    hundreds = text.startswith("- ", first.end) and text[high.start : high.end].endswith("honderd")  # *twee- à driehonderd*
    thousands = between == "à" and high.value % 1000 == 0 and low.value < high.value / 1000 < 100 and not low.in_words
    if lowest == low.value and (hundreds or thousands):
        lowest *= 100 if hundreds else 1000
    if lowest >= high.value:
        return None
    return _Amount(first.start, last.end, lowest, high.value, last.unit or first.unit, last.unit_text or first.unit_text, high)


def _changes(text: str) -> bool:
    """Tell whether a sentence speaks of a rise or fall, so that *van 3 tot 5* is two values and no range."""
    return re.search("|".join(word for word in lexicon()["change"] if word != "van"), text) is not None


def _compounds(wording: Wording, shut: list[tuple[int, int]]) -> Iterator[_Amount]:
    """Yield numbers inside an adjective of time: tienjarig, vijfjarige, driemaal."""
    for match in re.finditer(r"[a-zëéï]+", wording.lower):
        ending = ending_of(match[0])
        value = cardinal(match[0][: -len(ending[0])]) if ending else None
        if ending and value is not None and not any(match.start() < end and start < match.end() for start, end in shut):
            numeral = Numeral(match.start(), match.end(), value, in_words=True)
            yield _Amount(match.start(), match.end(), value, None, ending[1], match[0], numeral, compound=True)


# --- how sure ---


@cache
def _before() -> re.Pattern[str]:
    rows = [(form, name) for name, forms in lexicon()["before"].items() for form in forms]
    ordered = sorted(rows, key=lambda row: (-len(row[0]), row[0]))
    return re.compile("(?:^|[\\s(])(" + "|".join(re.escape(form) for form, _ in ordered) + r") ?(?:de |het )?(?:€ ?|eur )?$")


@cache
def _sureness(form: str) -> Approximation:
    found: Approximation = next(name for name, forms in lexicon()["before"].items() if form in forms)
    return found


def _approximation(wording: Wording, amount: _Amount, end: int) -> Approximation:
    text = wording.lower
    after: dict[Approximation, list[str]] = lexicon()["after"]
    for name, forms in after.items():
        if text[end : end + _REACH].lstrip().startswith(tuple(forms)):
            return name
    cue = _before().search(text, max(0, amount.start - _REACH), amount.start)
    if cue is None:
        return "about" if amount.numeral.round else "exact"
    form = cue[1]
    if form == "een":
        return "about" if amount.numeral.round else "exact"
    if form == "tot" and re.search("|".join(lexicon()["change"]), text[max(0, cue.start() - 80) : cue.start()]):
        return "exact"
    return _sureness(form)
