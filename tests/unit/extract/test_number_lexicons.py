"""Every class of the lexicons of units, numbers and time is shown by a sentence of our own, and that sentence shows it."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from plain_examples import analysis

from relaas import assets
from relaas.extract.dates import DateMention, find_dates
from relaas.extract.figures import find_figures
from relaas.ids import Namer
from relaas.model import Figure

UNITS: Any = assets.load_yaml("data", "lexicons", "units.yaml")
NUMBERS: Any = assets.load_yaml("data", "lexicons", "numbers.yaml")
TIME: Any = assets.load_yaml("data", "lexicons", "time.yaml")
NOW = date(2022, 6, 15)
DATED = [name for name, row in TIME["examples"].items() if isinstance(row, dict) and "text" in row]


def figures(text: str) -> tuple[Figure, ...]:
    found = analysis(text, submitted=NOW, answered=NOW)
    return find_figures(found, find_dates(found), Namer())


def dated(text: str) -> tuple[DateMention, ...]:
    return find_dates(analysis(text, submitted=NOW, answered=NOW))


@pytest.mark.parametrize("name", UNITS["units"])
def test_a_unit_is_read_in_its_example(name: str) -> None:
    assert [f.unit for f in figures(UNITS["examples"]["units"][name])] == [name]


@pytest.mark.parametrize("name", UNITS["before"])
def test_a_sign_before_a_number_is_its_unit(name: str) -> None:
    (figure,) = figures(UNITS["examples"]["before"][name])
    assert figure.unit == UNITS["before"][name]
    assert figure.value == 300


@pytest.mark.parametrize("name", UNITS["endings"])
def test_an_ending_makes_a_number_of_an_adjective(name: str) -> None:
    found = figures(UNITS["examples"]["endings"][name])
    assert UNITS["endings"][name] in {f.unit for f in found}


@pytest.mark.parametrize("name", {*UNITS["outcomes"]["words"], *UNITS["outcomes"]["nouns"].values()} - {None})
def test_an_outcome_is_read_in_its_example(name: str) -> None:
    assert [f.outcome for f in figures(UNITS["examples"]["outcomes"][name])] == [name]


@pytest.mark.parametrize("text", UNITS["examples"]["numbered"])
def test_the_number_of_something_is_no_quantity(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(("pattern", "text"), list(zip(UNITS["opaque"], UNITS["examples"]["opaque"], strict=True)))
def test_digits_of_something_else_are_no_quantity(pattern: str, text: str) -> None:
    assert re.search(pattern, text.lower())
    assert figures(text) == ()


@pytest.mark.parametrize("row", NUMBERS["examples"]["values"], ids=lambda row: str(row["value"]))
def test_a_number_word_has_its_value(row: dict[str, Any]) -> None:
    assert [f.value for f in figures(row["text"])] == [Decimal(str(row["value"]))]


@pytest.mark.parametrize("place", ["before", "after"])
def test_words_beside_a_number_say_how_sure_it_is(place: str) -> None:
    examples = NUMBERS["examples"]["sureness" if place == "before" else "after"]
    assert set(examples) == set(NUMBERS[place])
    assert {name: [f.approximation for f in figures(text)] for name, text in examples.items()} == {n: [n] for n in examples}


def test_after_a_word_of_change_tot_is_no_bound() -> None:
    (figure,) = figures(NUMBERS["examples"]["change"])
    assert figure.approximation == "exact"


@pytest.mark.parametrize("text", NUMBERS["examples"]["idioms"])
def test_an_idiom_counts_nothing(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize("name", DATED)
def test_a_class_of_time_words_is_read_in_its_example(name: str) -> None:
    row = TIME["examples"][name]
    assert [m.when.edtf for m in dated(row["text"]) if m.when] == [row["date"]]


def test_a_third_of_a_year_narrows_its_bounds() -> None:
    (mention,) = dated(TIME["examples"]["thirds"]["text"])
    assert mention.when is not None
    assert mention.when.earliest_start == date(2021, 9, 1)


@pytest.mark.parametrize("name", TIME["relations"])
def test_what_stands_before_a_date_bounds_it(name: str) -> None:
    assert [m.relation for m in dated(TIME["examples"]["relations"][name])] == [name]


def test_the_date_of_a_paper_is_that_of_the_paper_and_a_session_is_none() -> None:
    assert [m.relation for m in dated(TIME["examples"]["documents"])] == ["document"]
    assert dated(TIME["examples"]["sessions"]) == ()


def test_every_class_has_an_example() -> None:
    assert set(TIME) - {"examples"} == set(TIME["examples"])
    assert (
        set(UNITS["examples"])
        == {"units", "before", "endings", "outcomes", "numbered", "sized", "opaque"}
        == (set(UNITS) - {"examples"})
    )


def test_an_indefinite_amount_is_no_figure() -> None:
    assert figures(NUMBERS["examples"]["indefinite"]) == ()
    assert figures("Er draaiden vier duizend molens.")[0].value == 4000


@pytest.mark.parametrize("name", ["before", "after"])
def test_a_space_beside_these_words_parts_two_numbers(name: str) -> None:
    assert Decimal(12345) not in {f.value for f in figures(NUMBERS["examples"]["unparted"][name])}
    assert Decimal(12345) not in {f.value for f in figures("Zie 12 345 xii daarover.")}
    assert [f.value for f in figures("Er draaiden 12 345 molens.")] == [Decimal(12345)]
