"""A parsed document: tokens with heads and labels, sentence by sentence.

Plain values: the only room that knows the language library is `language`, which makes these.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from relaas.model.document import Document
from relaas.model.text import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `i` and `head` are indexes in its sentence; the root is its own head. `span` is where it stands in the source.

    `pos` is a Universal Dependencies part of speech, `tag` the CGN tag, `morph` features as `Number=Plur|Tense=Past`,
    `dep` a UD relation (`nsubj:pass`), `space` whether white space follows in the normalised text.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    dep: str
    head: int
    span: Span
    space: bool

    @property
    def lower(self) -> str:
        """The form in lower case."""
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    """A sentence of a part with its dependency tree. `index` counts through the document; equality is identity of content."""

    index: int
    part_id: str
    tokens: tuple[Token, ...]
    span: Span = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", Span(self.tokens[0].span.start, self.tokens[-1].span.end))

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(c) for c in below)

    @cached_property
    def _by_label(self) -> dict[tuple[int, tuple[str, ...]], tuple[Token, ...]]:
        return {}  # filled by `children`, which every rule asks again

    @property
    def root(self) -> Token:
        """The token that is its own head (the first, should the parser give several)."""
        return next(t for t in self.tokens if t.head == t.i)

    def children(self, i: int, *deps: str) -> tuple[Token, ...]:
        """Return the dependents of token `i` in reading order; with `deps` only those labels (`obl` also takes `obl:arg`)."""
        known = self._by_label.get((i, deps))
        if known is None:
            below = (self.tokens[c] for c in self._children[i])
            known = tuple(t for t in below if not deps or t.dep in deps or t.dep.split(":")[0] in deps)
            self._by_label[i, deps] = known
        return known

    def subtree(self, i: int) -> tuple[int, ...]:
        """Return token `i` and all that hangs below it, as sorted indexes."""
        found, todo = {i}, [i]
        while todo:
            for c in self._children[todo.pop()]:
                if c not in found:
                    found.add(c)
                    todo.append(c)
        return tuple(sorted(found))

    def ancestors(self, i: int) -> tuple[Token, ...]:
        """Return the heads above token `i`, nearest first."""
        out: list[Token] = []
        while self.tokens[i].head != i and len(out) <= len(self.tokens):
            i = self.tokens[i].head
            out.append(self.tokens[i])
        return tuple(out)

    def conjuncts(self, i: int) -> tuple[Token, ...]:
        """Return token `i` and those coordinated with it below it, in reading order."""
        out, todo = {i}, [i]
        while todo:
            for t in self.children(todo.pop(), "conj"):
                if t.i not in out:
                    out.add(t.i)
                    todo.append(t.i)
        return tuple(self.tokens[j] for j in sorted(out))

    def source_span(self, first: int, last: int) -> Span:
        """Return where tokens `first` to `last` (inclusive) stand in the source."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def within(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that stand in a span of the source."""
        first, last = (bisect_left(self.tokens, edge, key=lambda t: t.span.start) for edge in (span.start, span.end))
        return tuple(t for t in self.tokens[first:last] if span.contains(t.span))

    def words(self, first: int, last: int) -> str:
        """Return the normalised wording of tokens `first` to `last` (inclusive)."""
        return "".join(t.text + (" " if t.space else "") for t in self.tokens[first : last + 1]).strip()

    @cached_property
    def text(self) -> str:
        """The normalised wording of the sentence."""
        return self.words(0, len(self.tokens) - 1)


@dataclass(frozen=True)
class Analysis:
    """A document with its parsed sentences, in reading order (title, context, questions, answers; no footnotes)."""

    document: Document
    sentences: tuple[Sentence, ...]

    @cached_property
    def _by_part(self) -> dict[str, tuple[Sentence, ...]]:
        out: dict[str, list[Sentence]] = {}
        for sentence in self.sentences:
            out.setdefault(sentence.part_id, []).append(sentence)
        return {k: tuple(v) for k, v in out.items()}

    def of_part(self, part_id: str) -> tuple[Sentence, ...]:
        """Return the sentences of a part; none for a footnote or an unknown part."""
        return self._by_part.get(part_id, ())
