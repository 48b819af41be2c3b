"""The time words of Dutch, and patterns of them.

The words themselves are data (data/lexicons/time.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from relaas import assets


@cache
def words() -> Mapping[str, Any]:
    """Return the lexicon of time words."""
    lexicon: Mapping[str, Any] = assets.load_yaml("data", "lexicons", "time.yaml")
    return lexicon


def either(forms: Any) -> str:
    """Return a pattern for any of these forms, the longest first."""
    return "(?:" + "|".join(re.escape(str(f)) for f in sorted(forms, key=lambda f: (-len(str(f)), str(f)))) + ")"


def shift_of(word: str) -> int:
    """Return how far a word such as *vorig*, *dit* or *volgend* moves from now: -1, 0 or 1."""
    lexicon = words()
    return -1 if word in lexicon["previous"] else 1 if word in lexicon["next"] else 0
