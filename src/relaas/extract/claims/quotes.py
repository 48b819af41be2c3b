"""Passage -> the stretches it puts between quotation marks.

Marks are paired on the text of the whole passage, never on the tree, because the parser misses them and a quotation can run over
lines and sentences. An apostrophe (*'s avonds*, *foto's*, *Iran's*) opens and closes nothing: a single mark opens only before a
word and after white space or a bracket, and closes only after a word and before white space or punctuation. A mark without a
partner is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from relaas.model import Passage, Span

MARKS = frozenset("“”„\"‘’‚'«»‹›`´")
_PAIRS = {"“": '”"', "„": '”“"', "«": "»", "‹": "›", "‘": "’'", "‚": "’‘'", '"': '"”', "”": "”", "'": "'’", "’": "’", "`": "'´`"}
_CLIPPED = re.compile(r"[''’‘][a-z](?![a-zé])|[''’‘](?:\d\d\b|er\b|em\b|ie\b)")
_SINGLE = frozenset("‘’‚'`")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch: its words (without the marks) in the source, and in the passage."""

    span: Span
    text: str
    start: int
    end: int


def paired(passage: Passage) -> tuple[Quoted, ...]:
    """Return the quoted stretches of a passage in reading order; one inside another comes after the one around it.

    >>> text = "Zij noemde het 'een ramp' voor foto's van 's avonds."
    >>> [q.text for q in paired(Passage(text, tuple(range(len(text)))))]
    ['een ramp']
    """
    text = passage.text
    found: list[Quoted] = []
    open_marks: list[tuple[int, str]] = []
    for at, char in enumerate(text):
        if char not in MARKS:
            continue
        level = next((n for n in range(len(open_marks) - 1, -1, -1) if char in _PAIRS[open_marks[n][1]]), None)
        if level is not None and _closes(text, at):
            start = open_marks[level][0] + 1
            del open_marks[level:]
            words = text[start:at]
            left = start + len(words) - len(words.lstrip())
            right = start + len(words.rstrip())
            if left < right:
                found.append(Quoted(passage.span(left, right), text[left:right], left, right))
        elif char in _PAIRS and _opens(text, at):
            open_marks.append((at, char))
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _opens(text: str, at: int) -> bool:
    if text[at] in "“„«‹":
        return True
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if not (before.isspace() or before in "([{-–—:/“«‘\"'") or after.isspace():
        return False
    return not (text[at] in _SINGLE and _CLIPPED.match(text, at))


def _closes(text: str, at: int) -> bool:
    if text[at] in "»›":
        return True
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and not (text[at] in _SINGLE and after.isalnum()) and not (after.isalnum() and before.isspace())
