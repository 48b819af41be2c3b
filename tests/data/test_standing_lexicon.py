"""Every word of standing.yaml leaves open or denies what Unicef says in its example, by the real parser; no near miss does."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from relaas import assets
from relaas.extract.claims import find_claims
from relaas.extract.coreference import find_cast
from relaas.ids import Namer
from relaas.language import analyse
from relaas.model import Document, Header, Part, Passage, Source, Span

LEXICON: Any = assets.load_yaml("data", "lexicons", "standing.yaml")
KINDS = ("thought", "denying", "granting", "knowing")
ENTRIES = [(kind, word, example) for kind in KINDS for word, example in LEXICON[kind].items()]


@cache
def polarities(text: str) -> frozenset[str]:
    """Return the polarity of what Unicef says in a text."""
    passage = Passage(text, tuple(range(len(text))))
    part = Part("a1", "answer", Span(0, len(text)), 0, passage=passage, sentences=(Span(0, len(text)),))
    analysis = analyse(Document(Source("lexicon", text, "00" * 32), "none", "unknown", "written-question", Header(), (part,)))
    cast, namer = find_cast(analysis, Namer()), Namer()
    unicef = {a.actor_id for a in cast.actors if a.label == "Unicef"}
    assert unicef
    return frozenset(c.polarity for c in find_claims(analysis, cast, (), namer) if unicef & set(c.holders))


def test_the_lexicon_has_nothing_else() -> None:
    assert set(LEXICON) == {*KINDS, "near_misses"}
    examples = [example for _, _, example in ENTRIES]
    assert len(set(examples)) == len(examples)


@pytest.mark.parametrize(("kind", "word", "example"), ENTRIES, ids=lambda value: value[:20])
def test_the_word_decides_for_what_stands_below_it(kind: str, word: str, example: str) -> None:
    assert polarities(example) == (frozenset({"negative"}) if kind in ("denying", "granting") else frozenset())


@pytest.mark.parametrize("sentence", LEXICON["near_misses"])
def test_near_miss(sentence: str) -> None:
    assert polarities(sentence) == {"positive"}
