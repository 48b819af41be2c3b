"""Quotation marks are paired on the text: every kind, nested, over sentences, and no apostrophe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaas.extract.claims.quotes import MARKS, paired
from relaas.model import Passage


def quoted(text: str) -> list[str]:
    return [q.text for q in paired(Passage(text, tuple(range(len(text)))))]


@pytest.mark.parametrize("marks", ["“”", "‘’", "«»", "„”", "„“", '""', "''", "‹›", "””", "’’"])
def test_every_pair_of_marks_quotes(marks: str) -> None:
    assert quoted(f"Hij sprak van {marks[0]}een misdaad{marks[1]}, en ging.") == ["een misdaad"]


@pytest.mark.parametrize(
    "text",
    [
        "Foto's van 's avonds tonen d'r niet.",
        "De regio's rond 's-Hertogenbosch en Iran's grens.",
        "De EU’s plannen voor de jaren ’90 en ’s winters.",
        "Zij zei “ja en bleef.",
        "Het stond er ook ' zo los.",
    ],
)
def test_an_apostrophe_or_a_lone_mark_quotes_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_inside_does_not_close() -> None:
    assert quoted("Hij noemt het 'een ramp voor foto's en auto's' en zwijgt.") == ["een ramp voor foto's en auto's"]


def test_one_inside_another_comes_after_it() -> None:
    assert quoted("Zij schrijft \"dat hij 'nooit' kwam\" en gaat.") == ["dat hij 'nooit' kwam", "nooit"]


def test_a_quotation_may_run_over_sentences() -> None:
    assert quoted("«De brug sluit. Wij wachten.» Dat was alles.") == ["De brug sluit. Wij wachten."]


def test_spans_are_those_of_the_source() -> None:
    text = "De «lange\nbrug» sluit."
    passage = Passage(text.replace("\n", " "), tuple(range(len(text))))
    (found,) = paired(passage)
    assert text[found.span.start : found.span.end] == "lange\nbrug"
    assert found.text == "lange brug"


@given(st.text(alphabet="ab .,'\"“”‘’«»„", max_size=40))
def test_a_stretch_lies_between_two_marks_and_has_no_space_at_its_edge(text: str) -> None:
    for q in paired(Passage(text, tuple(range(len(text))))):
        assert q.text == text[q.start : q.end] == q.text.strip() != ""
        assert any(c in MARKS for c in text[: q.start])
        assert any(c in MARKS for c in text[q.end :])
