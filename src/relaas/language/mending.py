"""Doc -> Doc: words that ran together where a line or a sentence ended are tokens of their own again.

Texts taken from pages lose the space at the end of a line (*hetRIVM*, *dekosten*, *vande*) or after a sentence
(*week).De*). Where `structure` saw a sentence begin inside a token, it is cut there; else by its letters: a small word before a
capital, a word of the same document before or behind the seam, an abbreviation before a word of the same document, a small
word before one of the same document when the whole is written nowhere else. Not a letter is added or lost, and offsets stay.
Refuses capitals inside names (*PostNL*, *eHealth*): what stands before them must be a word of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from relaas import assets

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_WORD = re.compile(r"[^\W\d_]+")
_INNER = re.compile(r"([a-zà-ÿ]{2,})([A-ZÀ-Þ][\w’'*&-]*)")
_SHORT = re.compile(r"([A-Z*&]{3,})([a-zà-ÿ]{4,})")
_SMALL = {"de": 4, "het": 4, "een": 4, "en": 5, "van": 5, "met": 5, "dat": 5}  # with the letters that must follow
_OPENERS = re.compile(r"([A-ZÀ-Þ][a-zà-ÿ]{3,})(De|Het|We|Wij|Ik|Dit|Deze|Er|Een|In|Op|Volgens|Zoals)")
#: A preposition or conjunction before an article or *er*; *een* ends whole words (*meteen*), a capital begins names (*Vande*).
_PAIR = re.compile(r"(?:van|op|aan|voor|bij|met|uit|naar|over|door|tot|dat|onder|tegen|in|om)(?=(?:de|het|deze|dit)$)|dat(?=er$)")
_LONGER = 4  # letters of a word that is believed because the document has it elsewhere
Words = Counter[str]


@cache
def _small() -> frozenset[str]:
    return frozenset(assets.load_yaml("data", "lexicons", "tokens.yaml")["swallowing"]["words"])


@cache
def _whole() -> frozenset[str]:
    return frozenset(assets.load_yaml("data", "lexicons", "tokens.yaml")["whole"]["words"])


def words_of(text: str) -> Words:
    """Count the words of a document, in lower case."""
    return Counter(m[0] for m in _WORD.finditer(text.lower()))


def seam(token: str, words: Words) -> int | None:
    """Return where a token falls apart into two words; None for a word that is whole.

    >>> seam("hetRIVM", Counter()), seam("PostNL", Counter()), seam("dekosten", Counter(dekosten=1, kosten=3))
    (3, None, 2)
    """
    inner = _INNER.fullmatch(token)
    if inner:
        known = inner[1] in _small() or (len(inner[1]) >= _LONGER and (words[inner[1]] > 0 or words[inner[2].lower()] > 0))
        return inner.end(1) if known else None
    opener = _OPENERS.fullmatch(token)  # *ConclusieHet*: a heading before a sentence
    if opener:
        return opener.end(1) if words[opener[1].lower()] else None
    short = _SHORT.fullmatch(token)
    if short:
        return short.end(1) if words[short[2]] else None
    pair = _PAIR.match(token)
    if pair:
        return pair.end()
    lower = token.lower()
    if lower in _whole() or not token[1:].islower() or words[lower] > 1:
        return None
    return next(
        (len(w) for w, n in _SMALL.items() if lower.startswith(w) and len(lower) - len(w) >= n and words[lower[len(w) :]]), None
    )


def mend(nlp: Language, doc: Doc, starts: Iterable[int], words: Words) -> Doc:
    """Return the Doc with tokens cut where sentences begin inside them and where words ran together.

    `starts` are offsets in the text of the Doc, `words` those of the whole document. Returns the same Doc where nothing is cut.
    """
    begins = frozenset(starts)
    texts: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        pieces = [p for piece in _cut(token.text, token.idx, begins) for p in _parts(nlp, piece, token.text, words)]
        texts.extend(pieces)
        spaces.extend([*([False] * (len(pieces) - 1)), bool(token.whitespace_)])
    if len(texts) == len(doc):
        return doc
    from spacy.tokens import Doc as New

    return New(nlp.vocab, words=texts, spaces=spaces)


def _cut(text: str, begin: int, starts: frozenset[int]) -> list[str]:
    """Cut the text of a token where a sentence begins inside it."""
    at = [0, *(i for i in range(1, len(text)) if begin + i in starts), len(text)]
    return [text[a:b] for a, b in pairwise(at)]


def _parts(nlp: Language, piece: str, token: str, words: Words) -> list[str]:
    """Return the words of a piece; one that was cut is read anew, so that its marks are tokens of their own."""
    pieces = [t.text for t in nlp.tokenizer(piece)] if piece != token else [piece]
    out: list[str] = []
    for part in pieces:
        at = seam(part, words)
        out.extend([part] if at is None else [part[:at], part[at:]])
    return out
