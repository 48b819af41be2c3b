"""A label of a heading or item -> the numbers it stands for.

`4 en 5`, `1. tot 3.`, `8, 9`, `4 t/m 7`, `2a`. A part keeps its label as printed; the numbers serve to bring answers
to their questions. Refuses a label with a word that joins no numbers.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"(\d+)([a-z]?(?![a-z]))|t/m|[a-z]+|[^\s\da-z]", re.IGNORECASE)
_JOINS = frozenset({",", ".", "en", "&", "/", "e", "°", ")", "(", ":", ";", "alsook", "alsmede"})
_RANGES = frozenset({"tot", "t/m", "tem", "-", "–"})
_LONGEST_RANGE = 60
_HIGHEST = 999


def read(label: str) -> tuple[int, ...] | None:
    """Return the numbers of a label in order; None when it is no label.

    >>> read("4 en 5"), read("1. tot 3."), read("2a"), read("12 mei")
    ((4, 5), (1, 2, 3), (2,), None)
    """
    numbers: list[int] = []
    ranged = False
    for match in _TOKEN.finditer(label):
        word = match[0].lower()
        if match[1]:
            number = int(match[1]) if len(match[1]) <= 3 else 0
            if not 0 < number <= _HIGHEST:
                return None
            if ranged and numbers and 0 < number - numbers[-1] <= _LONGEST_RANGE:
                numbers.extend(range(numbers[-1] + 1, number))
            numbers.append(number)
            ranged = False
        elif word in _RANGES:
            ranged = True
        elif (word == "met" and ranged) or (word == "en" and ranged):
            continue
        elif word not in _JOINS:
            return None
    return tuple(dict.fromkeys(numbers)) or None
