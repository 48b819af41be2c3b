"""Lines -> the marks that point to footnotes, set in the mask.

`[3 ]` is a mark; so is a number that touches a closing mark (`vergoeding.3`, `vergoeding.3Ook`) or a word (`leakage1`), when a
footnote has that number; and a number that begins a line, when its footnote has no other mark and stands below (`/3 In de`).
Refuses a number after a decimal comma or point, and one before a month or a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from relaas import assets
from relaas.structure.lines import FURNITURE, MARK, TEXT, Line, Mask

_BRACKETED = re.compile(r"\[(?P<number>\d{1,3})(?: \d{1,3})* ?\]")
_GLUED = re.compile(
    r"(?:(?<=[a-zà-ÿ]{3})|(?<=[?!»”’)\]])|(?<=[^\d\W][.,:;])|(?<=[»”’)%\]][.,:;]))"
    r"(?P<number>\d{1,3})(?P<more>(?:, ?\d{1,3}(?![\d%.,]?\d))*)(?![\d%.,]\d|[\w%])"
)
_AFTER_YEAR = re.compile(r"(?<=\b(?:19|20)\d\d)(?P<number>\d{1,2})(?P<more>)(?![\d%.,]\d|[\w%])")
_STUCK = re.compile(r"(?<=[a-zà-ÿ]{2}[.?!»”)])(?P<number>\d{1,3})(?P<more>)(?=[A-Z][a-zà-ÿ])")
_SLIPPED = re.compile(r"(?P<number>\d{1,3})(?: \d{1,3})*(?=[ ,;:?!]|\.?$)")
_UNITS = re.compile(
    r" ?(?:%|procent|miljoen|miljard|duizend|euro|jaar|jaren|maanden|weken|dagen|uur|km|kilometer|meter|ton|keer|personen|mensen"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|tot\b|à\b)"
)
_BACK, _AHEAD = 3, 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, or what looks like one: the numbers it shows, where it stands, how sure its form is."""

    numbers: tuple[int, ...]
    start: int
    end: int
    form: str

    @property
    def number(self) -> int:
        """The first number."""
        return self.numbers[0]


def clear(lines: Iterable[Line], mask: Mask) -> tuple[Mark, ...]:
    """Return the marks that show themselves, in order; those in brackets are set in the mask."""
    out: list[Mark] = []
    for line in lines:
        for form, pattern in (("bracketed", _BRACKETED), ("glued", _GLUED), ("glued", _STUCK), ("after-year", _AFTER_YEAR)):
            for match in pattern.finditer(line.text):
                start, end = line.start + match.start(), line.start + match.end()
                if mask[start] != TEXT:
                    continue
                if form == "glued" and _follows_small_word(line.text, match.start()):
                    continue
                numbers = tuple(int(n) for n in re.findall(r"\d+", match[0]))
                out.append(Mark(numbers, start, end, form))
                if form == "bracketed":
                    mask.set(start, end, MARK)
    return tuple(sorted(out, key=lambda m: m.start))


def _follows_small_word(text: str, at: int) -> bool:
    """Tell whether a number is glued to a word that no mark follows, because more must come: *sinds1 januari*, *van3 meter*."""
    word = re.search(r"[^\W\d_]+$", text[:at])
    return word is not None and word[0].casefold() in _small_words()


@cache
def _small_words() -> frozenset[str]:
    return frozenset(row["form"] for row in assets.load_yaml("data", "lexicons", "hyphenation.yaml")["unended"])


def settle(lines: Sequence[Line], mask: Mask, pointing: Sequence[Mark], notes: Mapping[int, int]) -> dict[int, int]:
    """Return where the mark of each footnote stands; `notes` gives where each begins. Marks are set in the mask."""
    places: dict[int, int] = {}
    due = 1
    for mark in pointing:
        first = mark.number
        if mark.form != "bracketed":
            near = first == due if mark.form == "after-year" else due - _BACK <= first <= due + _AHEAD
            if first not in notes or mask[mark.start] != TEXT or not near or mark.start > notes[first]:
                continue
            mask.set(mark.start, mark.end, MARK)
        for number in mark.numbers:
            places.setdefault(number, mark.start)
        due = max(due, mark.numbers[-1] + 1)
    begins = [(line, m) for line in lines if mask[line.start] in (TEXT, FURNITURE) and (m := _SLIPPED.match(line.text))]
    for number in sorted(set(notes) - set(places)):
        earlier = max((at for n, at in places.items() if n < number), default=0)
        for line, match in begins:
            if int(match["number"]) != number or not earlier < line.start < notes[number] or _UNITS.match(line.text, match.end()):
                continue
            mask.set(line.start, line.start + match.end(), MARK)
            places[number] = line.start
            break
    return places
