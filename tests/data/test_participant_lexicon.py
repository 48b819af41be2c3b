"""Every entry of participants.yaml brings in whom its example names, and no near miss does, through the real parser."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from relaas import assets
from relaas.extract.cast import Cast
from relaas.extract.coreference import find_cast
from relaas.extract.dates import find_dates
from relaas.extract.events import find_events
from relaas.ids import Namer
from relaas.language import analyse
from relaas.model import SCHEMES, Document, Event, Header, Part, Passage, Source, Span

LEXICON: Any = assets.load_yaml("data", "lexicons", "participants.yaml")


def read(text: str) -> tuple[Cast, tuple[Event, ...]]:
    """The cast and the events of a text."""
    passage = Passage(text, tuple(range(len(text))))
    part = Part("a1", "answer", Span(0, len(text)), 0, passage=passage, sentences=(Span(0, len(text)),))
    header = Header(submitted=date(2025, 6, 1))
    analysis = analyse(Document(Source("lexicon", text, "00" * 32), "none", "unknown", "written-question", header, (part,)))
    cast, namer = find_cast(analysis, Namer()), Namer()
    return cast, find_events(analysis, cast, find_dates(analysis), namer)


def participants_of(text: str) -> dict[str, str]:
    """Role by label of everybody who takes part in an event of the text."""
    cast, found = read(text)
    return {cast.actor(p.actor_id).label: p.role for e in found for p in e.participants}


@pytest.mark.parametrize("noun", LEXICON["company"])
def test_a_phrase_of_company_brings_in_whom_it_names(noun: str) -> None:
    row = LEXICON["company"][noun]
    assert row["role"] in SCHEMES["role"]
    assert (noun in row["example"].lower(), participants_of(row["example"]).get(row["who"])) == (True, row["role"])


@pytest.mark.parametrize(
    "row", [*LEXICON["carried"], *LEXICON["including"], *LEXICON["inviting"]], ids=lambda row: row["example"][:30]
)
def test_an_entry_brings_in_whom_its_example_names(row: dict[str, str]) -> None:
    assert row["who"] in participants_of(row["example"])


@pytest.mark.parametrize("word", LEXICON["regions"]["words"])
def test_a_part_of_a_place_is_in_that_place(word: str) -> None:
    example = LEXICON["regions"]["example"].replace("het noorden", word)
    cast, found = read(example)
    assert LEXICON["regions"]["place"] in {cast.actor(p).label for e in found for p in e.places if p.startswith("actor/")}


@pytest.mark.parametrize("row", LEXICON["near_misses"], ids=lambda row: row["text"][:30])
def test_a_near_miss_brings_in_nobody(row: dict[str, str]) -> None:
    found = participants_of(row["text"])
    assert row["but"] in found
    assert row["not"] not in found
