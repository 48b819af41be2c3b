"""Hand-made analyses of plain sentences, for the tests of dates and figures, which read wording and parts of speech only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from relaas.model import Analysis, Document, Header, Part, PartKind, Passage, Sentence, Source, Span, Token

_TOKEN = re.compile(r"[\d.,:/–-]*\d[\w.,:/'’–-]*\w|\d+%|\w[\w'’.-]*\w|\w|[^\w\s]")
_CLASSES = {
    "DET": "de het een dat deze",
    "ADP": "in op van tot met na voor sinds sedert vanaf tussen uiterlijk om",
    "CCONJ": "en of",
    "VERB": "is was viel kwam geldt werd waren zijn staan duurde kostte daalde begon",
    "ADV": "er zo stil",
}
_KNOWN = {word: kind for kind, words in _CLASSES.items() for word in words.split()}


def tokens_of(text: str, *, start: int = 0, pos: Mapping[str, str] | None = None) -> tuple[Token, ...]:
    """Cut a text into tokens; numbers are NUM, words with a capital PROPN (but the first), others what `pos` says or NOUN."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        kind = (pos or {}).get(word) or _KNOWN.get(word.lower())
        if kind is None:
            kind = (
                "NUM"
                if word[0].isdigit()
                else "PUNCT"
                if not word[0].isalnum()
                else "PROPN"
                if word[0].isupper() and found
                else "NOUN"
            )
        space = match.end() < len(text) and text[match.end()] == " "
        at = len(found)
        found.append(
            Token(at, word, word.lower(), kind, "", "", "dep", 0, Span(start + match.start(), start + match.end()), space)
        )
    return tuple(found)


def analysis(
    *sentences: str,
    kind: PartKind = "answer",
    submitted: date | None = None,
    answered: date | None = None,
    pos: Mapping[str, str] | None = None,
) -> Analysis:
    """Return one part with these sentences."""
    text = " ".join(sentences)
    made, spans, at = [], [], 0
    for index, sentence in enumerate(sentences):
        made.append(Sentence(index, "p", tokens_of(sentence, start=at, pos=pos)))
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    part = Part("p", kind, Span(0, len(text)), 0, passage=Passage(text, tuple(range(len(text)))), sentences=tuple(spans))
    header = Header(submitted=submitted, answered=answered)
    return Analysis(
        Document(Source("example", text, "0" * 64), "none", "unknown", "written-question", header, (part,)), tuple(made)
    )
