"""Text -> units: the words and signs beside a number that say what it is measured in, and what holds digits but no number.

Everything comes from `data/lexicons/units.yaml`; this module knows where a unit may stand (*€ 50.000*, *EUR 12 miljoen*,
*4 %*, *13,4 miljard euro*, *tienjarig*).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from relaas import assets
from relaas.extract.timewords import either
from relaas.model import MEASURES, Unit

_REACH = 200  # characters before a number in which its sign stands
_JOINED = re.compile(r"- (?:en|of) (?:een )?\d+-jarig")
_NUMBER = re.compile(r" *\d")


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit beside a number: its code, its words, and where they start and end in the wording."""

    unit: Unit
    text: str
    start: int
    end: int


@cache
def units() -> Mapping[str, Any]:
    """Return the lexicon of units."""
    found: Mapping[str, Any] = assets.load_yaml("data", "lexicons", "units.yaml")
    return found


@cache
def _by_word() -> dict[str, Unit]:
    return {str(word): cast(Unit, code) for code, forms in units()["units"].items() for word in forms}


def unit_of(word: str) -> Unit | None:
    """Return the unit a noun stands for, None when it is none of the list.

    >>> unit_of("militairen"), unit_of("luiers")
    ('soldiers', None)
    """
    return _by_word().get(word)


@cache
def _after() -> re.Pattern[str]:
    measures = [word for word, code in _by_word().items() if code in MEASURES or code == "other"]  # *km per uur*: a rate
    return re.compile(rf" ?({either(measures)})(?![\w])(?!-[a-z])")


def unit_after(text: str, end: int) -> UnitWord | None:
    """Return the measure that follows a number, None when none does."""
    joined = re.compile(rf"-?({either(units()['endings'])})(?!\w)").match(text, end)
    if joined:
        return UnitWord(units()["endings"][joined[1]], joined[1], joined.start(), joined.end())
    if _JOINED.match(text, end):
        return UnitWord("years", "jarig", end, end + 1)
    found = _after().match(text, end)
    if found is None or (found[1] in units()["before"] and _NUMBER.match(text, found.end())):
        return None  # the sign belongs to the number that follows (2020 € 14.282)
    return UnitWord(_by_word()[found[1]], found[1], found.start(1), found.end(1))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(±]))({either(units()['before'])}) ?$|(€|\$|£) ?$")


def sign_before(text: str, start: int) -> UnitWord | None:
    """Return the sign of money before a number, None when there is none."""
    found = _before().search(text, max(0, start - _REACH), start)
    if not found:
        return None
    sign = found[1] or found[2]
    return UnitWord(units()["before"][sign], sign, found.start(1) if found[1] else found.start(2), start)


def ending_of(word: str) -> tuple[str, Unit] | None:
    """Return the ending that makes an adjective of time of a number word, with its unit.

    >>> ending_of("vijfjarige")
    ('jarige', 'years')
    """
    for ending, unit in sorted(units()["endings"].items(), key=lambda row: (-len(row[0]), row[0])):
        if word.endswith(ending) and len(word) > len(ending):
            return ending, unit
    return None


@cache
def _opaque() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in units()["opaque"]))


def opaque(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a lower-case wording whose digits are no quantities."""
    return [match.span() for match in _opaque().finditer(text)]
