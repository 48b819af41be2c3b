"""How spans, names, numbers and addresses compare: the ruler's smallest marks.

A span is *near* a gold span when they share at least half of the shorter one and it is at most three times as long as gold's, or
at most `slack` characters. Several spans for one thing (a discontinuous cue) are taken together, as one set of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

Offsets = tuple[int, int]
_ARTICLE = re.compile(r"^(de|het|een) ")
_NUMBER = re.compile(r"(?<![\w.,])-?\d+(?:[.,]\d+)*|(?<=\d-)\d+(?:[.,]\d+)*")


def overlap(a: Offsets, b: Offsets) -> int:
    """Count the characters both spans hold."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def merged(spans: Iterable[Offsets]) -> list[Offsets]:
    """Return the spans as disjoint ones, in order.

    >>> merged([(5, 9), (0, 3), (8, 12)])
    [(0, 3), (5, 12)]
    """
    out: list[Offsets] = []
    for begin, end in sorted(spans):
        if out and begin <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out


def _sizes(gold: Offsets, spans: Sequence[Offsets]) -> tuple[int, int, int]:
    return gold[1] - gold[0], sum(e - b for b, e in spans), sum(overlap(gold, s) for s in spans)


def agreement(gold: Offsets, spans: Sequence[Offsets]) -> float:
    """Return overlap over union of the characters.

    >>> agreement((0, 10), [(5, 15)])
    0.3333333333333333
    """
    wanted, given, shared = _sizes(gold, spans)
    return shared / (wanted + given - shared) if shared else 0.0


def near(gold: Offsets, spans: Sequence[Offsets], slack: int = 60) -> bool:
    """Tell whether the found spans are near the gold span."""
    wanted, given, shared = _sizes(gold, spans)
    return shared > 0 and 2 * shared >= min(wanted, given) and given <= max(3 * wanted, slack)


def plain(name: object) -> str:
    """Return a name for comparison: lower case, words only, without a leading article.

    >>> plain("De Vlaamse  Regering (2024)")
    'vlaamse regering 2024'
    """
    return _ARTICLE.sub("", re.sub(r"[\W_]+", " ", str(name).lower()).strip())


def likeness(a: str, b: str) -> float:
    """Return 1 for the same plain name, at least 0.5 for one within the other, else 0."""
    if a == b:
        return float(bool(a))
    short, long = sorted((a, b), key=len)
    inside = bool(short) and f" {short} " in f" {long} " and 2 * len(short) >= len(long)
    return len(short) / len(long) if inside else 0.0


def numbers(value: Any) -> set[float]:
    """Return the numbers of an annotated value: a number, a list, a range as text; none for null.

    >>> sorted(numbers("2,5 tot 3")), numbers([4500])
    ([2.5, 3.0], {4500.0})
    """
    if isinstance(value, int | float):
        return {float(value)}
    if isinstance(value, list | tuple):
        return set().union(*map(numbers, value))
    if isinstance(value, dict):
        return set().union(*map(numbers, value.values()))
    return {float(_english(n)) for n in _NUMBER.findall(str(value if value is not None else ""))}


def _english(number: str) -> str:
    dutch = "," in number or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", number)
    return number.replace(".", "").replace(",", ".") if dutch else number


def same_numbers(a: set[float], b: set[float]) -> bool:
    """Tell whether both hold the same numbers, within rounding."""
    return len(a) == len(b) and all(abs(x - y) <= 1e-9 * max(1, abs(x)) for x, y in zip(sorted(a), sorted(b), strict=True))


def page(address: object) -> str:
    """Return an address for comparison: without scheme, www and final slash."""
    return re.sub(r"^(https?://)?(www\.)?", "", str(address).strip().lower()).rstrip("/")


def same_page(gold: str, found: str) -> bool:
    """Tell whether two addresses are one page; a gold address without a path takes any page of that host."""
    return bool(found) and (gold == found or ("/" not in gold and found.startswith(gold + "/")))


def start(edtf: object) -> str:
    """Return the first date of an EDTF expression, without marks of doubt."""
    return re.sub(r"[?~%]", "", str(edtf or "").split("/", maxsplit=1)[0])
