r"""Text of a query -> nothing, or a Refusal before any engine sees it.

The engine really fetches what SERVICE and LOAD name and cannot be told not to, so a query that holds them is not given to it;
updates are refused here too. Strings, IRIs and comments are blanked first: a word inside them is no keyword. An engine may undo
\uXXXX before it reads, so the text is looked at both as it came and with these undone.
FROM may pass: the engine takes it to choose graphs of the store and fetches nothing.
"""

from __future__ import annotations

import re

from relaas.serve.limits import Limits, Refusal

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
_CHANGING = re.compile(_WORD.format("(LOAD|INSERT|DELETE|CLEAR|DROP|CREATE|COPY|MOVE|ADD)"), re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_BRACKETS = re.compile(r"[][(){}]")


def admit(text: str, limits: Limits) -> None:
    """Let a query pass. Refusal 413 when it is too long, 400 when it may not be asked."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limits.query:
        raise Refusal(413, f"the query has {size:,} bytes; at most {limits.query:,} are taken")
    for form in {text, _ESCAPE.sub(_unescaped, text)}:
        plain = _OPAQUE.sub(" ", form)
        if found := _FETCHING.search(plain):
            raise Refusal(400, f"{found[1].upper()} is refused: a query reads this store and nothing else")
        if found := _CHANGING.search(plain):
            raise Refusal(400, f"{found[1].upper()} is refused: this endpoint only reads")
        if _depth(plain) > limits.depth:
            raise Refusal(400, f"the query is nested more than {limits.depth} levels deep")


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code < 0x110000 else found[0]


def _depth(plain: str) -> int:
    depth = deepest = 0
    for mark in _BRACKETS.findall(plain):
        depth += 1 if mark in "([{" else -1
        deepest = max(deepest, depth)
    return deepest
