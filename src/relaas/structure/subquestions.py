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
from relaas.structure.sentences import is_item

_LONGEST_QUOTATION = 12


@cache
def _requests() -> re.Pattern[str]:
    lexicon = assets.load_yaml("data", "lexicons", "requests.yaml")
    return re.compile("|".join(f"(?:{row['pattern']})" for row in lexicon["requests"]), re.IGNORECASE)


def find(passage: Passage, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sub-questions (spans into the passage), in order; empty when fewer than two sentences ask.

    A question that is a list is one: from its first words (`... met betrekking tot:`) to the last item. A question that ends
    with a quotation of several sentences begins where the quotation does.
    """
    out: list[Span] = []
    n = 0
    while n < len(sentences):
        last = _list_end(passage, sentences, n)
        first = _quotation_start(passage, sentences, n)
        if asks(passage.text[sentences[n].start : sentences[last].end]):
            start = max(sentences[first].start, out[-1].end if out else 0)
            out.append(Span(start, sentences[last].end))
        n = last + 1
    return tuple(out) if len(out) > 1 else ()


def first_asking(passage: Passage, sentences: tuple[Span, ...]) -> int | None:
    """Return from which sentence on at least half of the sentences ask; None when none asks."""
    asking = [asks(passage.text[s.start : s.end]) for s in sentences]
    found, count = None, 0
    for n in range(len(asking) - 1, -1, -1):
        count += asking[n]
        if asking[n] and 2 * count >= len(asking) - n:
            found = n
    return found


def _list_end(passage: Passage, sentences: tuple[Span, ...], n: int) -> int:
    """Return the last item of the list that sentence `n` opens with a colon, or `n`."""
    text = passage.text
    last = n
    if text[sentences[n].end - 1] == ":":
        while last + 1 < len(sentences) and is_item(text[sentences[last + 1].start :][:8]):
            last += 1
    return last


def _quotation_start(passage: Passage, sentences: tuple[Span, ...], n: int) -> int:
    """Return the sentence in which the quotation begins that sentence `n` closes, or `n`."""
    text = passage.text
    for opening, closing in ("«»", "“”"):
        words = text[sentences[n].start : sentences[n].end]
        k = n
        while k > 0 and n - k < _LONGEST_QUOTATION and words.count(closing) > words.count(opening):
            k -= 1
            words = text[sentences[k].start : sentences[n].end]
        if k < n and words.count(closing) == words.count(opening):
            return k
    return n


def asks(sentence: str) -> bool:
    """Tell whether a sentence asks or requests something.

    >>> asks("Hoeveel dossiers zijn er?"), asks("Graag een overzicht per jaar."), asks("Er zijn veel dossiers.")
    (True, True, False)
    """
    return bool(re.search(r"\?[\"'’”»)\]\s]*$", sentence[-12:])) or bool(_requests().match(sentence))
