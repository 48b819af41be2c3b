"""Bytes of JSON -> how deep they are nested, without parsing them.

Oxigraph's parser of JSON-LD ends the process on some thousand levels, so every room that reads RDF from outside asks here
first.
"""

from __future__ import annotations

import re

from relaas.errors import GraphError

#: JSON-LD that relaas writes has about ten levels.
DEEPEST = 200
_MARK = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_STEP = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


def depth_of(data: bytes) -> int:
    """Return the deepest level of brackets in JSON; those in strings do not count.

    >>> depth_of(b'{"a": ["[["]}')
    2
    """
    depth = deepest = 0
    for mark in _MARK.finditer(data):
        depth += _STEP.get(mark[0], 0)
        deepest = max(deepest, depth)
    return deepest


def refuse_deep(name: str, data: bytes) -> None:
    """Raise GraphError for JSON of more than `DEEPEST` levels; `name` is the file that the error names."""
    deepest = depth_of(data)
    if deepest > DEEPEST:
        raise GraphError(name, f"its JSON is nested {deepest} levels deep", f"give JSON-LD of at most {DEEPEST} levels")
