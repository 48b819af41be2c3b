"""Characters and where they stand: Span, Source, Passage, Diagnostic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets [start, end) into `Source.text`, in Unicode code points.

    >>> Span(0, 7).overlap(Span(5, 9))
    2
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Tell whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """Count the characters both spans hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def cover(self, *others: Span) -> Span:
        """Return the shortest span that holds this one and all `others`."""
        return Span(min(self.start, *(s.start for s in others)), max(self.end, *(s.end for s in others))) if others else self


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was read, before anything is made of it.

    `name` is the input's file name without its ending (`stdin` for standard input), never a path. `sha256` is the digest of
    the *bytes*, so the identity of the document does not depend on how they were decoded.
    """

    name: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"

    def quote(self, span: Span) -> str:
        """Return the exact characters at `span`."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Passage:
    """A normalised wording beside the source: lines joined, hyphenation undone, page furniture left out.

    `offsets[i]` is the offset in `Source.text` of character `i` of `text`; strictly increasing. A space that stands for a
    line break has the offset of the break's first character.
    """

    text: str
    offsets: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            raise ValueError("a passage needs one offset for each character")

    def span(self, start: int, end: int) -> Span:
        """Return where characters `start` to `end` of the passage stand in the source."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something a reader of the report must know: what was skipped, guessed or odd, and what to do about it."""

    level: Literal["info", "warning", "error"]
    stage: str
    message: str
    span: Span | None = None
