"""Analysis -> a Diagnostic when the text is not Dutch: everything found in it would be an accident.

A share of frequent words decides; it needs no model and never refuses a text, since a reader may know better.
"""

from __future__ import annotations

from relaas import assets
from relaas.model import Analysis, Diagnostic

#: Dutch parliamentary papers have 0.19 (tables) to 0.32; texts in French, English and German under 0.07.
LEAST_SHARE = 0.12
#: Words below which a share says nothing.
LEAST_WORDS = 20


def doubt_language(analysis: Analysis) -> tuple[Diagnostic, ...]:
    """Return a warning when too few of the words are frequent Dutch ones; nothing for a text of a few words."""
    frequent = frozenset(assets.load_yaml("data", "lexicons", "dutch.yaml")["frequent"])
    words = [t.lower for s in analysis.sentences for t in s.tokens if t.text.isalpha()]
    share = sum(w in frequent for w in words) / max(1, len(words))
    if len(words) < LEAST_WORDS or share >= LEAST_SHARE:
        return ()
    message = (
        f"this does not read as Dutch ({share:.0%} of its words are frequent Dutch words): do not trust what was found in it"
    )
    return (Diagnostic("warning", "language", message),)
