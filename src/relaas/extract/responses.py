"""Sentences of a question and of its answer -> what is asked, and what each sentence of the answer does.

`Asked` is a sub-question with its terms (lemmas of content words, those that other sub-questions or the title share weighing
less) and what its words lead a reader to expect; `Said` is a sentence of an answer: whether it refuses, says not to know,
points elsewhere, promises, or only adds where more is to be found; whether it says yes or no; and its terms. All by the
lexicon `coverage`.
Refuses to weigh words that carry no topic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal, cast

from relaas import assets
from relaas.model import Sentence, Span, Token

Doing = Literal["refuse", "ignore", "point", "promise", "also"]
Stance = Literal["yes", "no"]
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_SHARED = 0.4
_STEM = 5
_CLAUSE_TERMS = 2
_LABEL = re.compile(r"([a-z])\)")
_STEM_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Asked:
    """A sub-question: its terms with their weights, the answer on which it depends, whether it only asks for more words.

    `clauses` are the terms of further questions that the same sentence joins to its first (`..., en welke ...`).
    """

    text: str
    terms: tuple[tuple[str, float], ...]
    holds: Stance | None
    elaborates: bool
    expects: tuple[str, ...]
    clauses: tuple[tuple[str, ...], ...] = ()

    def share(self, terms: Iterable[str]) -> float:
        """Return which part of the weight of this sub-question's terms (0 to 1) other terms speak of."""
        other = frozenset(terms)
        whole = sum(w for _, w in self.terms)
        return sum(w for t, w in self.terms if any(alike(t, o) for o in other)) / whole if whole else 0.0

    def own(self, terms: Iterable[str]) -> int:
        """Count the terms that only this sub-question has and that others speak of."""
        other = frozenset(terms)
        return sum(1 for t, w in self.terms if w == 1 and any(alike(t, o) for o in other))


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an answer: what it does instead of telling something, the words that show it, yes or no, its terms."""

    span: Span
    text: str
    does: Doing | None
    shown: Span | None
    entry: str | None
    stance: Stance | None
    terms: frozenset[str]


@cache
def _lexicon() -> dict[str, list[tuple[str, str, re.Pattern[str]]]]:
    """Return the patterns of each list: key, value, compiled pattern."""
    lexicon = assets.load_yaml("data", "lexicons", "coverage.yaml")
    values = {"signals": "does", "conditions": "holds", "elaborations": "key", "stances": "says"}
    out = {name: [(r["key"], r[value], re.compile(r["pattern"])) for r in lexicon[name]] for name, value in values.items()}
    out["asked"] = [(r["key"], r["key"], re.compile(r["asked"])) for r in lexicon["expectations"]]
    out["clauses"] = [("joined", "", re.compile(lexicon["joined_questions"]["pattern"]))]
    for name in ("closed_questions", "general_answers"):
        out[name] = [(name, "", re.compile(lexicon[name]["pattern"]))]
    out["unmeant"] = [(r["key"], r["key"], re.compile(r["unmeant"])) for r in lexicon["expectations"] if "unmeant" in r]
    out["several"] = [(r["key"], "", re.compile("")) for r in lexicon["expectations"] if r.get("several")]
    out["met"] = [(r["key"], r["key"], re.compile(r["met"])) for r in lexicon["expectations"]]
    return out


@cache
def _generic() -> frozenset[str]:
    lexicon: dict[str, Any] = assets.load_yaml("data", "lexicons", "coverage.yaml")
    return frozenset(lexicon["generic"]["lemmas"])


def asked(subs: Sequence[Sequence[Sentence]], title: Iterable[Token]) -> list[Asked]:
    """Return what each sub-question asks, given its sentences; terms of the title and of other sub-questions weigh less."""
    terms = [tuple(dict.fromkeys(_terms(t for s in sentences for t in _outside_brackets(s.tokens)))) for sentences in subs]
    count = Counter(term for row in terms for term in row)
    named = frozenset(_terms(title))
    out: list[Asked] = []
    for sentences, row in zip(subs, terms, strict=True):
        text = " ".join(s.text for s in sentences)
        lower = text.lower()
        weighed = tuple((t, _SHARED if count[t] > 1 or any(alike(t, n) for n in named) else 1.0) for t in row)
        holds = next((value for _, value, pattern in _lexicon()["conditions"] if pattern.search(lower)), None)
        elaborates = any(pattern.search(lower) for _, _, pattern in _lexicon()["elaborations"])
        expects = tuple(key for key, _, pattern in _lexicon()["asked"] if pattern.search(lower))
        clauses = tuple(c for sentence in sentences for c in _clauses(sentence))
        out.append(Asked(text, weighed, cast("Stance | None", holds), elaborates, expects, clauses))
    return out


def _clauses(sentence: Sentence) -> list[tuple[str, ...]]:
    """Return the terms of each question that a sentence joins with *en* to the one before it, where both have some."""
    starts = [m.start() for m in _lexicon()["clauses"][0][2].finditer(sentence.text.lower())]
    at, cuts = 0, []
    for token in sentence.tokens:
        if any(at <= s < at + len(token.text) + 1 for s in starts):
            cuts.append(token.i)
        at += len(token.text) + token.space
    bounds = [*cuts, len(sentence.tokens)]
    pieces = [tuple(_terms(sentence.tokens[a:b])) for a, b in pairwise(bounds)]
    first = _terms(sentence.tokens[: bounds[0]])
    return [p for p in pieces if len(p) >= _CLAUSE_TERMS] if len(first) >= _CLAUSE_TERMS else []


def said(sentence: Sentence) -> Said:
    """Return what a sentence of an answer does. Words between brackets do nothing: *(zie vraag 4)* points beside the answer."""
    text = sentence.text
    lower = re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), text.lower())
    stance = next((value for _, value, p in _lexicon()["stances"] if p.search(lower)), None)
    terms = frozenset(_terms(sentence.tokens))
    for key, does, pattern in _lexicon()["signals"]:
        if found := pattern.search(lower):
            shown = _source(sentence, *found.span())
            return Said(sentence.span, text, cast(Doing, does), shown, f"coverage#{key}", cast("Stance | None", stance), terms)
    return Said(sentence.span, text, None, None, None, cast("Stance | None", stance), terms)


def meets(expectation: str, text: str) -> bool:
    """Tell whether words give what an expectation leads to."""
    lower = text.lower()
    for key, _, pattern in _lexicon()["unmeant"]:
        if key == expectation:
            lower = pattern.sub(" ", lower)
    return any(key == expectation and pattern.search(lower) is not None for key, _, pattern in _lexicon()["met"])


def holds_alone(expectation: str) -> bool:
    """Tell whether an expectation holds for a question that is asked alone, not only among others."""
    return all(key != expectation for key, _, _ in _lexicon()["several"])


def alike(a: str, b: str) -> bool:
    """Tell whether two lemmas are of one word or one is in the compound of the other.

    >>> alike("onderhandeling", "onderhandelingstafel"), alike("kans", "kansspel"), alike("kans", "kans")
    (True, False, True)
    """
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < _STEM:
        return False
    stem = short[: max(_STEM, int(len(short) * _STEM_SHARE))]
    return stem in long


def is_closed(question: str) -> bool:
    """Tell whether a question asks for a yes, a no or a judgement.

    >>> is_closed("Was u op de hoogte?"), is_closed("Hoeveel schapen zijn er?")
    (True, False)
    """
    return _lexicon()["closed_questions"][0][2].search(question.lower()) is not None


def is_general(sentence: str) -> bool:
    """Tell whether a sentence says that it speaks of the general case."""
    return _lexicon()["general_answers"][0][2].search(sentence.lower()) is not None


def label(text: str) -> str | None:
    """Return the letter with which a list item begins.

    >>> label("b) De brug is oud."), label("De brug (b) is oud.")
    ('b', None)
    """
    found = _LABEL.match(text)
    return found[1] if found else None


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Leave out what stands between brackets, which asks for a form or explains; all of it when a bracket is left open."""
    out: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if depth == 0:
            out.append(token)
        depth -= token.text == ")" and depth > 0
    return out if depth == 0 else list(tokens)


def _terms(tokens: Iterable[Token]) -> list[str]:
    return [
        lemma
        for t in tokens
        if t.pos in _CONTENT
        and len(lemma := (t.lemma or t.text).lower()) > 2
        and lemma not in _generic()
        and t.lower not in _generic()
    ]


def _source(sentence: Sentence, start: int, end: int) -> Span:
    """Return where characters `start` to `end` of the sentence's text stand in the source."""
    at, found = 0, []
    for token in sentence.tokens:
        if at < end and at + len(token.text) > start:
            found.append(token.i)
        at += len(token.text) + token.space
    return sentence.source_span(found[0], found[-1]) if found else sentence.span
