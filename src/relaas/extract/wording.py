"""Sentence -> Wording: the text of a sentence as one string, with the way back to its tokens and to the source.

Dates and numbers are written signs, not syntax: their grammars read characters. What they find is given back as tokens
(for the tree) and as a span of the source (for the reader).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from relaas.model import Sentence, Span


@dataclass(frozen=True)
class Wording:
    """A sentence with the offset of each token in its text."""

    sentence: Sentence

    @cached_property
    def _laid_out(self) -> tuple[str, tuple[int, ...]]:
        pieces: list[str] = []
        starts: list[int] = []
        at = 0
        for token in self.sentence.tokens:
            starts.append(at)
            piece = token.text + (" " if token.space else "")
            pieces.append(piece)
            at += len(piece)
        return "".join(pieces), tuple(starts)

    @property
    def text(self) -> str:
        """The normalised wording, token by token."""
        return self._laid_out[0]

    @cached_property
    def lower(self) -> str:
        """The wording in lower case, character for character."""
        folded = self.text.lower()
        return folded if len(folded) == len(self.text) else self.text

    def token_at(self, offset: int) -> int:
        """Return the index of the token that holds this character (the one before it, for a space)."""
        return max(0, bisect_right(self._laid_out[1], offset) - 1)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last token (inclusive) that the characters [start, end) touch."""
        return self.token_at(start), self.token_at(end - 1)

    def offset_of(self, token: int) -> int:
        """Return where a token begins in the wording."""
        return self._laid_out[1][token]

    def span(self, start: int, end: int) -> Span:
        """Return where the characters [start, end) stand in the source.

        Exact inside a token whose source has as many characters; a token that is broken over lines is taken whole.
        """
        first, last = self.tokens(start, end)
        return Span(self._edge(first, start, ending=False), self._edge(last, end, ending=True))

    def _edge(self, index: int, offset: int, *, ending: bool) -> int:
        token = self.sentence.tokens[index]
        if len(token.text) != len(token.span):
            return token.span.end if ending else token.span.start
        return token.span.start + min(offset - self._laid_out[1][index], len(token.text))
