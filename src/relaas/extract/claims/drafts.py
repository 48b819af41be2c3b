"""What is known of a claim before it gets its name and its place in the chain of voices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from relaas.extract.claims.lexicon import Entry
from relaas.extract.claims.scene import Scene
from relaas.model import Span, SpeechAct

#: How the readings that were weighed and not taken begin in a note.
MARK = "alternatives: "
SURE, LIKELY, WEAK = Decimal("0.9"), Decimal("0.75"), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Content:
    """The words of what is said: their span, the frame they were found in, the token that heads them, and any fallback taken."""

    span: Span
    frame: str
    head: int | None
    note: str | None = None


@dataclass(frozen=True)
class Cue:
    """A cue in its sentence: the entry, its tokens, the verb (or head word), and the tokens on which dependents may hang."""

    entry: Entry
    tokens: tuple[int, ...]
    verb: int
    anchors: tuple[int, ...]


@dataclass(frozen=True)
class Draft:
    """A claim in the making. `holder_token` is None for the unspoken own voice."""

    scene: Scene
    rule: str
    act: SpeechAct
    holders: tuple[str, ...]
    cue: tuple[int, ...]
    content: Content | None
    to: tuple[str, ...] = ()
    entry: Entry | None = None
    negative: bool = False
    implicit: bool = False
    holder_token: int | None = None
    verb: int | None = None
    confidence: Decimal = SURE
    note: str | None = None

    def weighed(self, *alternatives: str) -> Draft:
        """Return the draft with the readings that were weighed and not taken, after what its note says already."""
        if not alternatives:
            return self
        said, _, before = (self.note or "").partition(MARK)
        every = dict.fromkeys([*filter(None, before.split("; ")), *alternatives])
        lead = f"{said}; " if said and not said.endswith("; ") else said
        return replace(self, note=f"{lead}{MARK}{'; '.join(every)}")

    def cue_spans(self) -> tuple[Span, ...]:
        """Return the spans of the cue, adjacent words as one."""
        spans: list[Span] = []
        last = -2
        for i in self.cue:
            token = self.scene.tokens[i]
            if spans and i == last + 1:
                spans[-1] = spans[-1].cover(token.span)
            else:
                spans.append(token.span)
            last = i
        return tuple(spans)
