"""A stretch of running text -> Passage: its words on one line, each character with its offset in the source.

Line breaks and runs of white space become one space, a word that was hyphenated at a line end becomes whole, page furniture,
footnotes and footnote marks are left out. Nothing is put in: what has no offset cannot stand in a passage.
A hyphen at a line end stays where it belongs to the word: before a capital or a digit (`Noord-/Holland`), before *en* or
*of* (`zorg- en`), and where the document writes the word with its hyphen elsewhere. A hyphen left in the middle of a line goes
only where the document has the whole word elsewhere, or where what follows is an ending that is no word (`teit`).
"""

from __future__ import annotations

import re

from relaas import assets
from relaas.model import Passage
from relaas.structure.lines import MARK, Mask, is_break

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_WORD = 60
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Joiner:
    """Joins the lines of one document; knows the words that the document itself writes."""

    def __init__(self, text: str, mask: Mask) -> None:
        self._text = text
        self._mask = mask
        self._words = frozenset(m[0] for m in _WORD.finditer(text.lower()))
        lexicon = assets.load_yaml("data", "lexicons", "hyphenation.yaml")
        self._endings = frozenset(row["form"] for row in lexicon["endings"])
        self._kept_before = frozenset(row["form"] for row in lexicon["kept_before"])

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage of [start, end)."""
        text, mask = self._text, self._mask
        characters: list[str] = []
        offsets: list[int] = []
        space = broken = -1
        for i in range(start, end):
            c = text[i]
            if mask[i] or c.isspace() or c in _INVISIBLE:
                if c in _INVISIBLE and not mask[i]:
                    continue
                if c.isspace() and not mask[i]:
                    space = i if space < 0 else space
                    broken = i if broken < 0 and is_break(c) else broken
                elif mask[i] and space < 0 and not c.isspace() and mask[i] != MARK:  # a mark joins nothing and parts nothing
                    space = i
                continue
            if space >= 0 and characters:
                self._join(characters, offsets, i, space if broken < 0 else broken, broken >= 0)
            elif characters and characters[-1] == "-" and c.islower():
                self._mend(characters, offsets, i)
            space = broken = -1
            characters.append(c)
            offsets.append(i)
        return Passage("".join(characters), tuple(offsets))

    def _join(self, characters: list[str], offsets: list[int], i: int, space: int, broken: bool) -> None:
        """Put the space before the word at `i`, or undo the hyphen that the line break made."""
        if broken and characters[-1] in "-/" and self._address(characters):
            return
        hyphenated = broken and characters[-1] == "-" and len(characters) > 1 and characters[-2].isalpha()
        if hyphenated:
            left, right = self._left(characters), self._right(i)
            if (right and right[0].isupper()) or self._text[i].isdigit() or left.isupper():
                return
            if right.lower() not in self._kept_before:
                if not self._kept(left, right):
                    characters.pop()
                    offsets.pop()
                return
        characters.append(" ")
        offsets.append(max(space, offsets[-1] + 1))

    def _address(self, characters: list[str]) -> bool:
        """Tell whether the last word is a web address, which a line break cut after a hyphen or a slash that belongs to it."""
        word = "".join(characters[-200:]).rsplit(" ", 1)[-1]
        return "://" in word or "www." in word or word.count("/") > 1

    def _mend(self, characters: list[str], offsets: list[int], i: int) -> None:
        left, right = self._left(characters), self._right(i)
        if len(left) < 2 or not left[-1].islower():
            return
        if right.lower() in self._endings or ((left + right).lower() in self._words and len(right) > 1):
            characters.pop()
            offsets.pop()

    def _kept(self, left: str, right: str) -> bool:
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        return whole not in self._words and parted in self._words

    def _left(self, characters: list[str]) -> str:
        k = len(characters) - 1
        while k > 0 and len(characters) - k < _LONGEST_WORD and characters[k - 1].isalpha():
            k -= 1
        return "".join(characters[k:-1])

    def _right(self, i: int) -> str:
        text, k = self._text, i
        while k < min(len(text), i + _LONGEST_WORD) and text[k].isalpha():
            k += 1
        return text[i:k]
