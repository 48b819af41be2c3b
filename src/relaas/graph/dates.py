"""EDTF -> a date as a Dutch reader writes it.

Only for labels: the expression itself stands in the graph. What is not known here comes back as it is.
"""

from __future__ import annotations

import re

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_SEASONS = {21: "voorjaar", 22: "zomer", 23: "najaar", 24: "winter"}
_POINT = re.compile(r"(?P<year>\d{4}|XXXX)(-(?P<month>\d\d|XX)(-(?P<day>\d\d|XX))?)?(?P<mark>[?~%])?")
_DECADE = re.compile(r"(\d{3})X")


def dutch_date(edtf: str) -> str:
    """Return an EDTF date or interval in Dutch words.

    >>> dutch_date("2022-08-31"), dutch_date("2022-09-13/2022-09-14"), dutch_date("2022-03~")
    ('31 augustus 2022', '13–14 september 2022', 'omstreeks maart 2022')
    >>> dutch_date("2021/.."), dutch_date("../2024-05"), dutch_date("2022-21"), dutch_date("[2021,2022]")
    ('vanaf 2021', 'tot mei 2024', 'voorjaar 2022', '[2021,2022]')
    """
    if "/" not in edtf:
        return _point(edtf) or edtf
    start, _, end = edtf.partition("/")
    first, last = _point(start), _point(end)
    if first and last:
        return _joined(first, last)
    if first and end in ("..", ""):
        return f"vanaf {first}"
    if last and start in ("..", ""):
        return f"tot {last}"
    return edtf


def _point(edtf: str) -> str | None:
    if decade := _DECADE.fullmatch(edtf):
        return f"jaren {decade[1]}0"
    found = _POINT.fullmatch(edtf)
    if found is None:
        return None
    year = "" if found["year"] == "XXXX" else found["year"]
    month = _month(found["month"])
    if month is None:
        return None
    day = "" if found["day"] in (None, "XX") or not month else str(int(found["day"]))
    plain = " ".join(word for word in (day, month, year) if word)
    about = {"~": "omstreeks ", "?": "mogelijk ", "%": "mogelijk omstreeks "}.get(found["mark"] or "", "")
    return f"{about}{plain}" if plain else None


def _month(digits: str | None) -> str | None:
    """Return the name of a month or season; empty where none is given, None where there is no such month."""
    if digits in (None, "XX"):
        return ""
    number = int(digits)
    return _MONTHS[number - 1] if 1 <= number <= 12 else _SEASONS.get(number)


def _joined(first: str, last: str) -> str:
    """Join two dates and say month and year once where both share them."""
    left, right = first.split(), last.split()
    while len(left) > 1 and len(right) > 1 and left[-1] == right[-1]:
        left.pop()
        right.pop()
    shared = last.split()[len(right) :]
    dash = "–" if len(left) == len(right) == 1 else " – "
    return " ".join([" ".join(left) + dash + " ".join(right), *shared])
