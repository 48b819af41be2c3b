"""A day without a year lies before the words that tell it as past, and behind those that tell it as to come."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from plain_examples import analysis

from relaas import assets
from relaas.extract.calendars import Calendar
from relaas.extract.dates import find_dates
from relaas.language import analyse
from relaas.model import Source
from relaas.structure import arrange

SIDES: Any = assets.load_yaml("data", "lexicons", "time.yaml")["examples"]["sides"]
PAST = "VerbForm=Fin|Tense=Past"


def dates(text: str, now: date) -> list[str | None]:
    found = analyse(arrange(Source("example", text, "0" * 64)))
    header = replace(found.document.header, submitted=now)
    return [d.when.edtf if d.when else None for d in find_dates(replace(found, document=replace(found.document, header=header)))]


@pytest.mark.parametrize("name", SIDES)
def test_a_class_of_words_puts_a_day_on_its_side(name: str) -> None:
    assert dates(SIDES[name]["text"], date(2022, 6, 15)) == [SIDES[name]["date"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 5 mei overstroomde de polder.", "2023-05-05"),
        ("Op 5 mei is de sluis ingestort.", "2023-05-05"),
        ("In april brak de dijk door.", "2023-04"),
        ("De kademuurbrand van 2 februari in Hoorn is geblust.", "2023-02-02"),
        ("Ik verwijs naar mijn brief van 5 mei.", "2023-05-05"),
        ("Op 5 juli zal de sluis opengaan.", "2024-07-05"),
        # near misses: what is planned, and a present, keep the nearest day
        ("De opening was op 5 mei voorzien.", "2024-05-05"),
        ("De molenaar meldde dat de sluis op 5 mei opengaat.", "2024-05-05"),
        ("De sluis zou op 5 mei opengaan.", "2024-05-05"),
        ("De molenaar kreeg uitstel tot 5 mei.", "../2024-05-05"),
        ("Op 20 november zal de sluis opengaan.", "2023-11-20"),
        ("De molenaar besloot een keuring in te lassen (5 mei).", "2024-05-05"),
        # a year of two digits
        ("Op 5 mei '45 stond de molen er nog.", "1945-05-05"),
        ("In mei '21 stond de molen er nog.", "2021-05"),
    ],
)
def test_the_verb_tells_the_year(text: str, expected: str) -> None:
    assert dates(text, date(2023, 11, 26)) == [expected]


def test_two_digits_are_the_last_such_year() -> None:
    now = Calendar(date(2023, 11, 26))
    assert [now.century_of(n) for n in (23, 24, 0, 99)] == [2023, 1924, 2000, 1999]


def test_a_day_without_a_year_gives_none_to_another() -> None:
    text = "Op 5 mei was er overleg over de sluis die op 5 januari opengaat."
    assert dates(text, date(2023, 11, 26)) == ["2023-05-05", "2024-01-05"]
    assert dates("Op 5 mei 2021 was er overleg en op 5 juni ook.", date(2023, 11, 26)) == ["2021-05-05", "2021-06-05"]


@pytest.mark.parametrize(("answered", "expected"), [(date(2024, 1, 9), "2023-05-05"), (None, "2024-05-05")])
def test_an_answer_without_a_date_may_tell_of_days_after_its_question(answered: date | None, expected: str) -> None:
    found = analysis("Op 5 mei was de sluis dicht.", submitted=date(2023, 11, 26), answered=answered)
    first = found.sentences[0]
    on = [replace(t, head=3, pos="VERB" if t.i == 3 else t.pos, morph=PAST if t.i == 3 else "") for t in first.tokens]
    (found_date,) = find_dates(replace(found, sentences=(replace(first, tokens=tuple(on)),)))
    assert found_date.when is not None
    assert found_date.when.edtf == expected
