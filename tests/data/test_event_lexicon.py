"""Every entry of events.yaml names the event of its example, and no near miss names one, through the real parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from relaas import assets
from relaas.extract.coreference import find_cast
from relaas.extract.dates import find_dates
from relaas.extract.events import find_events
from relaas.extract.eventwords import find_triggers, noun_of, words
from relaas.ids import Namer
from relaas.language import analyse
from relaas.model import SCHEMES, Analysis, Document, Event, Header, Part, Passage, Source, Span

LEXICON: Any = assets.load_yaml("data", "lexicons", "events.yaml")


def entries() -> Iterator[tuple[str, str, str]]:
    """Event type, key and example of every entry."""
    for name, kinds in LEXICON["types"].items():
        for kind in ("nouns", "weak", "verbs"):
            for key, value in (kinds.get(kind) or {}).items():
                options = value if isinstance(value, dict) else {"example": value}
                yield options.get("type", name), key, options["example"]


ENTRIES = list(entries())


@cache
def analysed(text: str) -> Analysis:
    passage = Passage(text, tuple(range(len(text))))
    kind: Any = "question" if text.endswith("?") else "answer"
    part = Part(
        "q1" if kind == "question" else "a1", kind, Span(0, len(text)), 0, passage=passage, sentences=(Span(0, len(text)),)
    )
    source = Source("lexicon", text, "00" * 32)
    return analyse(Document(source, "none", "unknown", "written-question", Header(submitted=date(2025, 6, 1)), (part,)))


def events_of(text: str) -> tuple[Event, ...]:
    analysis, namer = analysed(text), Namer()
    return find_events(analysis, find_cast(analysis, namer), find_dates(analysis), namer)


@pytest.mark.parametrize(("event_type", "key", "example"), ENTRIES, ids=[f"{t}-{k}" for t, k, _ in ENTRIES])
def test_an_entry_names_the_event_of_its_example(event_type: str, key: str, example: str) -> None:
    triggers = [t.word.key for t in find_triggers(analysed(example).sentences[0]) if t.word is not None]
    assert key in triggers
    assert event_type in {e.event_type for e in events_of(example)}


@pytest.mark.parametrize("text", LEXICON["near_misses"])
def test_a_near_miss_names_none(text: str) -> None:
    assert [e.mentions[0].text for e in events_of(text)] == []


@pytest.mark.parametrize("event_type", LEXICON["overruled"])
def test_the_verb_that_carries_a_noun_overrules_its_type(event_type: str) -> None:
    row = LEXICON["overruled"][event_type]
    assert {str(e.event_type) for e in events_of(row["example"])} <= set(row["by"])
    assert events_of(row["example"])


def test_every_list_of_things_tells_the_sense_of_a_verb() -> None:
    options = [o for kinds in LEXICON["types"].values() for o in (kinds.get("verbs") or {}).values() if isinstance(o, dict)]
    assert {o["of"] for o in options if isinstance(o.get("of"), str)} == set(LEXICON["things"])


def test_every_event_type_has_entries_and_no_other_type_has() -> None:
    assert set(LEXICON["types"]) == set(SCHEMES["event-type"])
    assert {w.event_type for w in words()} == set(SCHEMES["event-type"])


def test_types_roles_and_words_that_tables_name_exist() -> None:
    types, roles = set(SCHEMES["event-type"]), set(SCHEMES["role"])
    assert {key for key in LEXICON["roles"] if noun_of(key) is None} <= types | {"default"}
    assert {role for table in LEXICON["roles"].values() for role in table.values()} <= roles | {"none"}
    assert {t for row in LEXICON["kin"] for t in row} <= types
    assert {t for row in LEXICON["takes_up"].values() for t in row} <= types
    assert set(LEXICON["factuality"]) <= set(SCHEMES["factuality"])


def test_no_noun_stands_twice() -> None:
    nouns = [form for w in words() if not w.verbal for form in w.forms]
    assert sorted({n for n in nouns if nouns.count(n) > 1}) == []


@pytest.mark.parametrize("pattern", [*LEXICON["requests"], *(row["words"] for row in LEXICON["order"])])
def test_patterns_are_regular_expressions(pattern: str) -> None:
    assert re.compile(pattern).match("") is None


@pytest.mark.parametrize("row", LEXICON["order"], ids=[row["words"][:20] for row in LEXICON["order"]])
def test_words_of_order_stand_in_their_example(row: dict[str, str]) -> None:
    assert re.search(row["words"], row["example"].lower())


def test_no_example_is_a_sentence_of_the_corpus(shared: Path) -> None:
    corpus = " ".join(
        re.sub(r"\s+", " ", p.read_text(encoding="utf-8")) for p in sorted((shared / "corpus/documents").glob("*.txt"))
    )
    assert [e for _, _, e in ENTRIES if e in corpus] == []
