"""Ways to write a number: spaces and signs within it, words apart, ranges that share their thousands."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plain_examples import analysis

from relaas.extract.dates import find_dates
from relaas.extract.figures import find_figures
from relaas.extract.numerals import cardinal
from relaas.ids import Namer


def read(text: str) -> list[tuple[Decimal | None, ...]]:
    example = analysis(text, pos={"Er": "ADV", "twee": "NUM", "vielen": "VERB"})
    found = find_figures(example, find_dates(example), Namer())
    return [(f.value,) if f.value is not None else (f.minimum, f.maximum) for f in found]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Er vielen 12 345 dakpannen.", ["12345"]),
        ("Er vielen 12\u00a0345 dakpannen.", ["12345"]),
        ("Er vielen 2 300 dakpannen.", ["2300"]),
        ("De dijk is 45 000 meter lang.", ["45000"]),
        ("De kade kostte 1,234.56 dollar.", ["1234.56"]),
        ("De sluis was 1½ uur dicht.", ["1.5"]),
        ("De kade kostte 3,5 M€ in totaal.", ["3500000"]),
        ("De kade kostte 20 k€ in totaal.", ["20000"]),
        ("De pijp is 3,5 m lang.", ["3.5"]),
        ("Er waren 10^6 korrels.", ["1000000"]),
        ("Er vielen eenentwintigduizend driehonderd dakpannen.", ["21300"]),
        ("Er vielen tweeduizend dakpannen.", ["2000"]),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, values: list[str]) -> None:
    assert read(text) == [(Decimal(v),) for v in values]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Er vielen 3 à 4 000 dakpannen.", 3000, 4000),
        ("Er vielen 500 à 4 000 dakpannen.", 500, 4000),
        ("Er vielen twee- à drieduizend dakpannen.", 2000, 3000),
        ("Er vielen twee- à driehonderd dakpannen.", 200, 300),
        ("Er vielen twee tot tweehonderd dakpannen.", 2, 200),
        ("Er vielen 2000 à 3000 dakpannen.", 2000, 3000),
        ("Het peil wijzigt met -10 tot +5 procent.", -10, 5),
    ],
)
def test_a_range_shares_what_is_said_once(text: str, low: int, high: int) -> None:
    assert read(text) == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize(
    "text",
    [
        "Er vielen een paar duizend dakpannen.",
        "Op 0 januari was de sluis dicht.",
        "Op 1 jan. 2022 was de sluis dicht.",
        "In 44 v.Chr. was de sluis dicht.",
    ],
)
def test_what_looks_like_a_number_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_years_stay_years() -> None:
    example = analysis("Van 2000 tot 2010 was de sluis dicht.")
    assert [d.when.edtf for d in find_dates(example) if d.when] == ["2000/2010"]


def test_tens_after_a_number_that_ends_like_and() -> None:
    assert [cardinal(w) for w in ("zevenentwintig", "eenenzeventig", "negenennegentig", "tweeëntachtig")] == [27, 71, 99, 82]
