"""Treebank sentences -> fragments (clauses, noun phrases, main clauses) that other sentences can be put together from.

A fragment is a run of words that hang together: every head lies inside it but one. It keeps the treebank's tags, lemmas,
features and arcs, so a sentence put together from fragments is as good as gold wherever the frame itself is right.
Refuses discontinuous pieces, pieces with quotation marks or brackets and pieces that are too long to vary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_MARKS = frozenset("\"'“”„‘’()[]«»:;–-")
_LONGEST_CLAUSE = 22
_LONGEST_PHRASE = 7


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a fragment; `head` counts from the fragment's first word, -1 says that the word is its head."""

    text: str
    pos: str
    tag: str
    lemma: str
    morph: str
    dep: str
    head: int
    space: bool


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that hang together; `plural` tells how a verb agrees with it, `subject` and `finite` where a main clause has them."""

    words: tuple[Word, ...]
    plural: bool = False
    subject: int = 0
    finite: int = 0

    def inserted(self, at: int, word: Word) -> Fragment:
        """Return the fragment with a word before its word `at`, hung on that word."""
        moved = [replace(w, head=w.head + (w.head >= at), space=True) for w in self.words]
        words = (*moved[:at], replace(word, head=at + 1), *moved[at:])
        return replace(self, words=words)

    def reordered(self, order: list[int]) -> Fragment:
        """Return the fragment with its words in another order."""
        place = {old: new for new, old in enumerate(order)}
        moved = (replace(self.words[old], space=True) for old in order)
        return Fragment(tuple(replace(w, head=place[w.head] if w.head >= 0 else -1) for w in moved), self.plural)

    @property
    def text(self) -> str:
        """Return the words as they are written."""
        return "".join(w.text + " " * w.space for w in self.words).strip()


@dataclass(slots=True)
class Bank:
    """The fragments of a treebank by kind, each in the order of the treebank."""

    dat: list[Fragment] = field(default_factory=list)
    of: list[Fragment] = field(default_factory=list)
    te: list[Fragment] = field(default_factory=list)
    main: list[Fragment] = field(default_factory=list)
    names: list[Fragment] = field(default_factory=list)
    speakers: list[Fragment] = field(default_factory=list)


def collect(sentences: Iterable[Sentence]) -> Bank:
    """Return what the sentences have to offer; a text that comes twice is taken once."""
    bank = Bank()
    seen: set[str] = set()
    for sentence in sentences:
        for kind, fragment in _pieces(sentence):
            if fragment.text not in seen:
                seen.add(fragment.text)
                getattr(bank, kind).append(fragment)
    return bank


def _pieces(sentence: Sentence) -> Iterator[tuple[str, Fragment]]:
    for token in sentence:
        if token.dep_ == "ccomp" and token.head.i < token.i:
            first = token.left_edge
            if first.lower_ in {"dat", "of"} and first.dep_ == "mark" and first.head.i == token.i:
                yield from _clause(token, first.lower_)
        elif token.dep_ == "xcomp" and any(c.dep_ == "mark" and c.lower_ == "te" for c in token.children):
            if token.left_edge.i > token.head.i and token.left_edge.lower_ != "om":
                yield from _clause(token, "te")
        elif token.dep_ == "nsubj":
            yield from _phrase(token)
    yield from _main_clause(sentence)


def _clause(token: Token, kind: str) -> Iterator[tuple[str, Fragment]]:
    words = _cut(token, _LONGEST_CLAUSE)
    if words is not None and len(words) > 3:
        yield kind, Fragment(words)


def _phrase(token: Token) -> Iterator[tuple[str, Fragment]]:
    words = _cut(token, _LONGEST_PHRASE)
    if words is None or any(w.text == "," or w.dep in {"acl:relcl", "mark"} for w in words) or not words[0].text[0].isalpha():
        return
    plural = "Number=Plur" in str(token.morph) or any(w.dep == "conj" for w in words)
    if token.pos_ == "PROPN" and not any(w.dep == "case" for w in words):
        yield "names", Fragment(words, plural)
    elif token.pos_ == "NOUN" and any(c.dep_ == "ccomp" for c in token.head.children):
        yield "speakers", Fragment(words, plural)


def _main_clause(sentence: Sentence) -> Iterator[tuple[str, Fragment]]:
    """Offer a plain main clause: the subject first, the finite verb after it, a full stop at the end (which is left out)."""
    root = sentence.root
    subjects = [c for c in root.children if c.dep_ in {"nsubj", "nsubj:pass"}]
    if len(subjects) != 1 or sentence[-1].text != "." or not root.pos_:
        return
    subject = subjects[0]
    edge = subject.right_edge.i + 1
    if subject.left_edge.i != sentence.start or edge >= sentence.end:
        return
    finite = sentence.doc[edge]
    if finite.pos_ not in {"VERB", "AUX"} or "VerbForm=Fin" not in str(finite.morph) or root.i not in {finite.i, finite.head.i}:
        return
    words = _cut(root, _LONGEST_CLAUSE, leave=sentence[-1].i)
    if words is not None and len(words) == len(sentence) - 1 and len(words) > 3:
        yield "main", Fragment(words, subject=edge - sentence.start, finite=finite.i - sentence.start)


def _cut(token: Token, longest: int, leave: int = -1) -> tuple[Word, ...] | None:
    tokens = sorted((t for t in token.subtree if t.i != leave), key=lambda t: t.i)
    first = tokens[0].i
    whole = tokens[-1].i - first + 1 == len(tokens)
    if not whole or len(tokens) > longest or any(t.text in _MARKS or not t.pos_ for t in tokens):
        return None
    return tuple(
        Word(
            _lowered(t), t.pos_, t.tag_, t.lemma_, str(t.morph), t.dep_,
            -1 if t.i == token.i else t.head.i - first, bool(t.whitespace_),
        )
        for t in tokens
    )  # fmt: skip


def _lowered(token: Token) -> str:
    """Return the text as it stands inside a sentence: a capital that only opens one goes."""
    opens = token.is_sent_start and token.pos_ not in {"PROPN", "X", "SYM"} and token.text[1:].islower()
    return token.text.lower() if opens or (token.is_sent_start and token.lower_ in {"u", "'t", "’t"}) else token.text
