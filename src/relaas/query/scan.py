r"""Text of a query -> which words in it an engine would act on, and how deep it is nested, before any engine sees it.

An engine that really fetches what SERVICE and LOAD name, and that a nesting of thousands of brackets brings down, must not get
such a query. Strings, IRIs and comments are blanked first: a word inside them is no keyword. An engine may undo \uXXXX before it
reads, so the text is looked at both as it came and with these undone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>|#[^\n\r]*",
    re.DOTALL,
)
_WORD = r"(?<![\w:?$@-])(?:{})(?![\w:-])"
_FETCHING = re.compile(_WORD.format("(SERVICE)"), re.IGNORECASE)
_CHOOSING = re.compile(_WORD.format("(FROM)"), re.IGNORECASE)
_CHANGING = re.compile(_WORD.format("(LOAD|INSERT|DELETE|CLEAR|DROP|CREATE|COPY|MOVE|ADD)"), re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_BRACKETS = re.compile(r"[][(){}]")


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in a query: the keyword that fetches, that chooses graphs, that changes; and the deepest nesting."""

    fetching: str | None
    choosing: str | None
    changing: str | None
    depth: int


def scan(text: str) -> Scan:
    """Look at a query without parsing it.

    >>> scan("SELECT * { SERVICE <http://x/> { ?s ?p 'LOAD' } }")
    Scan(fetching='SERVICE', choosing=None, changing=None, depth=2)
    """
    forms = [_OPAQUE.sub(" ", form) for form in sorted({text, _ESCAPE.sub(_unescaped, text)})]
    return Scan(_first(_FETCHING, forms), _first(_CHOOSING, forms), _first(_CHANGING, forms), max(map(_depth, forms)))


def _first(pattern: re.Pattern[str], forms: list[str]) -> str | None:
    return next((found[1].upper() for form in forms if (found := pattern.search(form))), None)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code < 0x110000 else found[0]


def _depth(plain: str) -> int:
    depth = deepest = 0
    for mark in _BRACKETS.findall(plain):
        depth += 1 if mark in "([{" else -1
        deepest = max(deepest, depth)
    return deepest
