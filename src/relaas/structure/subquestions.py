"""The sentences of a question -> its sub-questions: sentences that ask or request, when there are two or more.

A sentence asks when it ends in a question mark, and requests when it begins as requests do (`Graag een overzicht`), by
the lexicon. Statements between them belong to the question alone.
Refuses to cut a sentence: two interrogatives joined by *en* in one sentence are one sub-question.
"""

from __future__ import annotations

import re
from functools import cache

from relaas import assets
from relaas.model import Passage, Span


@cache
def _requests() -> re.Pattern[str]:
    lexicon = assets.load_yaml("data", "lexicons", "requests.yaml")
    return re.compile("|".join(f"(?:{row['pattern']})" for row in lexicon["requests"]), re.IGNORECASE)


def find(passage: Passage, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences (spans into the passage) that are sub-questions; empty when fewer than two ask."""
    asking = tuple(s for s in sentences if asks(passage.text[s.start : s.end]))
    return asking if len(asking) > 1 else ()


def asks(sentence: str) -> bool:
    """Tell whether a sentence asks or requests something.

    >>> asks("Hoeveel dossiers zijn er?"), asks("Graag een overzicht per jaar."), asks("Er zijn veel dossiers.")
    (True, True, False)
    """
    return bool(re.search(r"\?[\"'’”»)\]\s]*$", sentence)) or bool(_requests().match(sentence))
