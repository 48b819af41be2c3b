"""Words and digits -> numbers: the grammar of Dutch numbers.

    4.500   13,4 miljard   1.279,3 miljoen   13. 000   anderhalf   vijfentwintig   tweehonderd   2,5 à 3   tussen 20 en 35

A dot before three digits parts thousands, a comma parts decimals; a dot before one or two digits is a decimal of foreign
origin (1.1 miljard). *Een*, ordinals and indefinite amounts (*tientallen*) are no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from relaas import assets
from relaas.extract.timewords import either

_FOREIGN = r"\d{1,3}(?:,\d{3})+\.\d{1,2}(?![\d.])|\d+ ?[½¼¾]|\d{1,2}\^\d{1,2}"
_DIGITS = r"\d{1,3}(?:\.[  ]?\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:[  ]\d{3})+(?:,\d+)?(?!\d)|\d+,\d+|\d+\.\d{1,2}(?![\d.])|\d+"
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_MILLION_EURO = re.compile(r" ?(m|k) ?(?=€|eur\b)")  # *3,5 M€*
_WORD = re.compile(r"[a-zëéï]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a wording: characters [start, end), its value, and whether it is written in words or as *een tiental*."""

    start: int
    end: int
    value: Decimal
    in_words: bool = False
    round: bool = False


@cache
def lexicon() -> Mapping[str, Any]:
    """Return the lexicon of number words."""
    found: Mapping[str, Any] = assets.load_yaml("data", "lexicons", "numbers.yaml")
    return found


@cache
def cardinal(word: str) -> Decimal | None:
    """Return the value of a number word from two up; None for any other word.

    >>> cardinal("drieëntwintig"), cardinal("tweehonderdvijftig"), cardinal("anderhalf"), cardinal("een")
    (Decimal('23'), Decimal('250'), Decimal('1.5'), None)
    """
    words = lexicon()
    if word in words["fractions"]:
        return Decimal(words["fractions"][word])
    if len(word) > 40:
        return None
    for name, factor in (("duizend", 1000), ("honderd", 100)):
        head, found, tail = word.partition(name)
        if found:
            times = cardinal(head) if head else Decimal(1)
            rest = cardinal(tail.removeprefix("en") or "nul") if tail else Decimal(0)
            return None if times is None or rest is None or rest >= factor else times * factor + rest
    for row in ("ones", "teens", "tens"):
        if word in words[row]:
            return Decimal(words[row][word])
    for joint in re.finditer("en|ën", word):  # *zev-en-en-twintig*: the right one has a number on both sides
        head, tail = word[: joint.start()], word[joint.end() :]
        ones = 1 if head in ("een", "één") else words["ones"].get(head)
        tens = words["tens"].get(tail)
        if ones and tens:
            return Decimal(ones + tens)
    return None


def digits(text: str) -> Decimal:
    """Return the value of a number in digits as Dutch writes it.

    >>> digits("1.279,3"), digits("13. 000"), digits("1.1"), digits("158.345,56"), digits("1½"), digits("1,234.56")
    (Decimal('1279.3'), Decimal('13000'), Decimal('1.1'), Decimal('158345.56'), Decimal('1.5'), Decimal('1234.56'))
    """
    if text[-1] in _FRACTIONS:
        return Decimal(text[:-1].strip()) + _FRACTIONS[text[-1]]
    if "^" in text:
        low, _, power = text.partition("^")
        return Decimal(low) ** int(power)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+", text):
        return Decimal(text.replace(",", ""))
    plain = re.sub(r"[  ]", "", text)
    if "," in plain or re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    return Decimal(plain)


@cache
def _multiplier() -> re.Pattern[str]:
    return re.compile(rf" ?({either(lexicon()['multipliers'])})(?!\w)")


@cache
def _million() -> re.Pattern[str]:
    """Return the multipliers that *een* counts: *een miljoen*, not *een duizend*."""
    return re.compile(rf" ({either(n for n, f in lexicon()['multipliers'].items() if f > 1000)})(?!\w)")


def find_numerals(wording: str) -> Iterator[Numeral]:
    """Yield the numbers of a lower-case wording, in reading order, each with its multiplier (*13,4 miljard*)."""
    found = [*_in_digits(wording), *_in_words(wording)]
    for numeral in _spaced(wording, sorted(found, key=lambda n: n.start)):
        million = None if numeral.in_words else _MILLION_EURO.match(wording, numeral.end)
        if million:
            yield Numeral(numeral.start, million.end(1), numeral.value * (10**6 if million[1] == "m" else 1000))
            continue
        multiplier = _multiplier().match(wording, numeral.end)
        if multiplier:
            factor = lexicon()["multipliers"][multiplier[1]]
            yield Numeral(numeral.start, multiplier.end(), numeral.value * factor, numeral.in_words, numeral.round)
        else:
            yield numeral


def _spaced(wording: str, found: list[Numeral]) -> Iterator[Numeral]:
    """Join number words that stand apart: *eenentwintigduizend driehonderd*; a bare *duizend* or *honderd* joins nothing."""
    kept: Numeral | None = None
    for numeral in found:
        if kept and kept.in_words and numeral.in_words and wording[kept.end : numeral.start] == " " and not numeral.round:
            step = 1000 if kept.value > 1000 and kept.value % 1000 == 0 else 100
            if kept.value > step and kept.value % step == 0 and numeral.value < step:
                kept = Numeral(kept.start, numeral.end, kept.value + numeral.value, in_words=True)
                continue
        if kept:
            yield kept
        kept = numeral
    if kept:
        yield kept


@cache
def _digits() -> re.Pattern[str]:
    """Return digits where a number may begin, not inside a word or another number, unless its form shows a lost space."""
    words = {"en", "de", "eur", *(row["form"] for row in assets.load_yaml("data", "lexicons", "hyphenation.yaml")["unended"])}
    small = "|".join(rf"(?<=\b{word})" for word in sorted(words))
    begins = rf"(?<![\w.,»”’'\])/-])|(?<=[ (][-–−])|(?<=\d[-–])|(?<=[  ]')|{small}"
    shown = r"(?:(?<=[a-zà-ÿ])|(?<=[a-zà-ÿ][,;:.]))(?=\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:,\d+)? ?%)"
    return re.compile(rf"(?:{begins}|{shown})(?:{_FOREIGN}|{_DIGITS})")


def _in_digits(wording: str) -> Iterator[Numeral]:
    at = 0
    while match := _digits().search(wording, at):
        text = match[0]
        end = match.end()
        if re.search(r"[  ]", text) and not re.search(r"\.[  ]", text) and not _grouped(wording, match):
            text = re.split(r"[  ]", text)[0]
            end = match.start() + len(text)
        minus = bool(
            re.search(r"(?:^|[ (])[-–−]$", wording[: match.start()]) and not re.search(r"\d ?.$", wording[: match.start()])
        )
        yield Numeral(match.start() - minus, end, digits(text) * (-1 if minus else 1))
        at = end


def _grouped(wording: str, match: re.Match[str]) -> bool:
    """Tell whether spaces part thousands here, not two numbers: beside a sign of money, or before the word that is counted.

    After the word for a series (*vraag 3 250 molens*) the first number may be one of that series.
    """
    before = wording[: match.start()]
    if re.search(r"(?:€|eur|\$) ?$", before) or re.match(r" ?(?:euro|€|eur|mensen|personen)\b", wording[match.end() :]):
        return True
    following = re.match(r" (?![ivxlc]+\b)([a-zà-ÿ]{2,}|%|km|m|ha)(?!\w)", wording[match.end() :])
    return (
        following is not None
        and following[1] not in lexicon()["unparted"]["after"]
        and not re.search(rf"(?:\d,? |\b{either(lexicon()['unparted']['before'])} )$", before)
        and match[0][0] != "0"
    )


def _in_words(wording: str) -> Iterator[Numeral]:
    for match in _WORD.finditer(wording):
        word = match[0]
        before, after = wording[: match.start()][-1:], wording[match.end() :][:1]
        if before and (before.isalnum() or before == "-"):
            continue
        about = word.endswith("tal") and len(word) > 5
        value = cardinal(word.removesuffix("tal") if about else word)
        if value is None and word in ("een", "één") and _million().match(wording, match.end()):
            value = Decimal(1)
        if value is None and word == "half" and _multiplier().match(wording, match.end()):
            value = Decimal("0.5")
        if value is None or (after == "-" and not wording[match.end() :].startswith("- ")):
            continue
        if word in ("duizend", "honderd") and _indefinite().search(wording[: match.start()]):
            continue
        if value == 1000 and word == "duizend" and _inside_amount(wording[: match.start()]):
            continue
        yield Numeral(match.start(), match.end(), value, in_words=True, round=about)


@cache
def _indefinite() -> re.Pattern[str]:
    return re.compile(rf"\b{either(lexicon()['indefinite'])} $")


def _inside_amount(before: str) -> bool:
    """Tell whether the multiplier *duizend* belongs to a number that was read already (12 duizend)."""
    last = re.search(r"(\d|[a-zëéï]+) ?$", before)
    return bool(last and (last[1].isdigit() or cardinal(last[1]) is not None))
