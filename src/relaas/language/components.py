"""Doc -> Doc: what the pipeline does beside its trained parts. Sentence starts before the parser, names after it.

Both are spaCy components that spaCy finds by the entry points of this package, so `spacy.load` of the model's folder works
wherever relaas is installed. Neither holds weights or files: the rule stands in `relaas.boundaries`, the names in
`relaas.language.names`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.language import Language

from relaas import boundaries

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PARAGRAPH = re.compile(r"\n\s*\n|\r\n\s*\r\n")
_CLOSED = "'\"”’»)"


@Language.factory("relaas_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> Sentences:  # noqa: ARG001 (spaCy passes both)
    """Return the component that sets sentence starts by the plain rule."""
    return Sentences()


class Sentences:
    """Sets sentence starts where nobody has set any; what the rule cannot know it leaves to the parser."""

    def __call__(self, doc: Doc) -> Doc:
        """Set starts and non-starts of a Doc.

        A start is where the rule of `relaas.boundaries` ends a sentence, or a blank line. A capital after a word without an
        end mark may open a heading or the text below one: it stays open. Everything else is no start.
        """
        if any(token.is_sent_start is not None for token in doc[1:]):
            return doc
        due = boundaries.ends(doc.text) | {m.end() for m in _PARAGRAPH.finditer(doc.text)}
        ends = iter(sorted(due))
        end = next(ends, None)
        for token in doc:
            begins = False
            while end is not None and end <= token.idx and not token.is_space:
                begins, end = True, next(ends, None)
            if token.i > 0 and (begins or not _is_open(token)):
                token.is_sent_start = begins
        return doc


def _is_open(token: Token) -> bool:
    before = token.nbor(-1)
    if before.is_space and token.i > 1:
        before = token.nbor(-2)
    last = before.text[-1]
    return token.text[0].isupper() and (last.isalnum() or last in _CLOSED)
