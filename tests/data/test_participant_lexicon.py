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
from relaas.extract.verbforms import weak_forms
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


@pytest.mark.parametrize("row", LEXICON["together"]["examples"], ids=lambda row: row["text"][:30])
def test_company_beside_an_adverb_takes_part(row: dict[str, str]) -> None:
    assert any(word in row["text"].lower() for word in LEXICON["together"]["words"])
    assert row["who"] in participants_of(row["text"])


@pytest.mark.parametrize("word", LEXICON["together"]["words"])
def test_every_adverb_of_company_has_an_example(word: str) -> None:
    assert any(word in row["text"].lower().split() for row in LEXICON["together"]["examples"])


def participle(verb: str) -> str:
    """The past participle of a verb of `made`, as the list gives it or as weak verbs form it."""
    infinitive, *more = verb.split("|")
    particle, _, base = infinitive.rpartition("+")
    return more[0] if more else particle + weak_forms(base)[3]


@pytest.mark.parametrize("verb", LEXICON["made"]["verbs"])
def test_what_is_set_up_takes_no_part(verb: str) -> None:
    found = participants_of(LEXICON["made"]["example"].format(verb=participle(verb)))
    assert "Unicef" not in found


@pytest.mark.parametrize("noun", LEXICON["made"]["nouns"])
def test_what_a_noun_of_setting_up_is_of_takes_no_part(noun: str) -> None:
    assert "Unicef" not in participants_of(LEXICON["made"]["noun_example"].format(noun=noun))


def test_who_sets_something_up_does_take_part() -> None:
    assert "Greenpeace" in participants_of(LEXICON["made"]["example"].format(verb="opgericht"))


@pytest.mark.parametrize("noun", LEXICON["acting"]["nouns"])
def test_the_means_of_a_state_act_for_it(noun: str) -> None:
    found = participants_of(LEXICON["acting"]["example"].format(noun=noun))
    assert any("Portug" in label for label in found)


def test_who_comes_from_a_state_does_not_act_for_it() -> None:
    assert "Portugal" not in participants_of(LEXICON["acting"]["example"].format(noun="vakbonden"))


@pytest.mark.parametrize("ending", LEXICON["counted"]["endings"])
def test_counted_bodies_take_part_and_bare_ones_do_not(ending: str) -> None:
    counted, bare = (LEXICON["counted"][key].format(noun=ending) for key in ("example", "near_miss"))
    assert any(label.endswith(ending) for label in participants_of(counted)) or ending not in known(counted)
    assert not any(label == ending for label in participants_of(bare))


@pytest.mark.parametrize("noun", LEXICON["kinds"]["nouns"])
def test_anyone_of_a_kind_makes_no_happening_and_one_of_somebody_may(noun: str) -> None:
    anyone, one = (LEXICON["kinds"][key].format(noun=noun) for key in ("example", "near_miss"))
    assert not participants_of(anyone)
    assert participants_of(one) or noun not in known(one)


def known(text: str) -> str:
    """The labels of everybody in the cast of a text, in one string."""
    return " ".join(a.label for a in read(text)[0].actors)


@pytest.mark.parametrize("verb", LEXICON["telling"]["verbs"])
def test_who_is_told_something_at_a_gathering_takes_part(verb: str) -> None:
    assert "Unicef" in participants_of(LEXICON["telling"]["example"].format(verb=participle(verb)))


@pytest.mark.parametrize("word", LEXICON["present"]["words"])
def test_who_is_at_a_gathering_takes_part(word: str) -> None:
    assert "Unicef" in participants_of(LEXICON["present"]["example"].format(word=word))


@pytest.mark.parametrize("ending", LEXICON["judging"]["endings"])
def test_a_court_gives_the_ruling_in_which_it_says_something(ending: str) -> None:
    text = LEXICON["judging"]["example"].format(noun=ending)
    assert any(label.endswith(ending) for label in participants_of(text)) or ending not in known(text)
    assert not any(label.endswith("minister") for label in participants_of(LEXICON["judging"]["example"].format(noun="minister")))
