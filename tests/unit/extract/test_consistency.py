"""Dates and sums that do not fit together are told, with the place, and change nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from plain_examples import analysis

from relaas.extract.consistency import find_inconsistencies
from relaas.extract.dates import find_dates
from relaas.extract.edtf import date_range
from relaas.model import Analysis, Diagnostic, Event, Evidence, Figure, Findings, Mention, Span, Unit


def told(found: Analysis, findings: Findings | None = None) -> list[tuple[str, str, str]]:
    diagnostics: tuple[Diagnostic, ...] = find_inconsistencies(found, find_dates(found), findings or Findings(found.document))
    source = found.document.source
    return [(d.level, d.message, source.quote(d.span) if d.span else "") for d in diagnostics]


def test_a_weekday_that_the_day_was_not() -> None:
    (odd,) = told(analysis("De sluis sloot op maandag 3 mei 2023."))
    assert odd == ("warning", "2023-05-03 was a woensdag, not a maandag", "maandag 3 mei 2023")


@pytest.mark.parametrize(
    "text",
    [
        "De sluis sloot op woensdag 3 mei 2023.",
        "De sluis sloot op maandag 3 mei.",
        "De sluis sloot op 3 mei 2023.",
        "De sluis was maandag dicht; op 3 mei 2023 kwam de brief.",
        "Er zijn 3 + 5 = 8 molens.",
        "Er zijn 1.200 + 300,5 = 1.500,5 ton stenen.",
        "De code A3 + 5 = 9x werkt.",
    ],
)
def test_what_fits_is_not_told(text: str) -> None:
    assert told(analysis(text, submitted=date(2023, 6, 1))) == []


def test_a_sum_that_does_not_add_up() -> None:
    assert told(analysis("Samen zijn dat 3 + 5 = 9 molens.")) == [("warning", "3 + 5 is 8, not 9", "3 + 5 = 9")]


def test_an_answer_before_its_question() -> None:
    (odd,) = told(analysis("Ja.", submitted=date(2023, 5, 3), answered=date(2022, 5, 20)))
    assert odd[0] == "warning"
    assert odd[1].startswith("the answer is dated 2022-05-20, before its question of 2023-05-03")
    assert told(analysis("Ja.", submitted=date(2023, 5, 3), answered=date(2023, 5, 3))) == []


TEXT = "De storm kwam twee weken na het feest."


def happenings(first: str, second: str, *, length: str = "2", unit: Unit = "weeks", text: str = TEXT) -> Findings:
    found = analysis(text)

    def happening(word: str, day: str) -> Event:
        at = text.index(word)
        span = Span(at, at + len(word))
        return Event(
            f"ev{at}", "disaster", "attested", (Mention(span, word),), "p", Evidence("event-noun", span), when=date_range(day)
        )

    start = text.index("twee weken")
    span = Span(start, start + len("twee weken"))
    figure = Figure("fig", span, "p", unit, Evidence("figure", span), value=Decimal(length))
    return Findings(found.document, events=(happening("storm", first), happening("feest", second)), figures=(figure,))


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("2022-09-13", "2022-08-31", "info"),
        ("2022-09-30", "2022-08-31", "warning"),
        ("2022-09-13/2022-09-14", "2022-08-30", None),
        ("2022-09", "2022-08-31", None),
    ],
)
def test_a_length_between_two_dated_happenings(first: str, second: str, level: str | None) -> None:
    odd = told(analysis(TEXT), happenings(first, second))
    assert [o[0] for o in odd] == ([level] if level else [])
    assert all(o[2] == "twee weken" for o in odd)


def test_the_length_is_given_in_days_beside_the_days_that_lie_between() -> None:
    (odd,) = told(analysis(TEXT), happenings("2022-09-13", "2022-08-31"))
    assert odd[1] == "“twee weken” is 14 days, but 13 days lie between the dates of the two happenings"


def test_before_turns_the_two_around_and_a_fronted_length_looks_ahead() -> None:
    text = "De storm kwam twee weken voor het feest."
    assert told(analysis(text), happenings("2022-08-17", "2022-08-31", text=text)) == []
    fronted = "En twee weken na het feest kwam de storm."
    assert told(analysis(fronted), happenings("2022-09-14", "2022-08-31", text=fronted)) == []
    assert len(told(analysis(fronted), happenings("2022-09-24", "2022-08-31", text=fronted))) == 1


def test_a_length_of_another_thing_is_no_distance() -> None:
    text = "De storm duurde twee weken en bedierf het feest."
    assert told(analysis(text), happenings("2022-09-24", "2022-08-31", text=text)) == []


def test_a_bound_is_no_length() -> None:
    findings = happenings("2022-09-30", "2022-08-31")
    bound = replace(findings, figures=(replace(findings.figures[0], approximation="at-least"),))
    assert told(analysis(TEXT), bound) == []
