"""Answers that no heading announces: what shows them, and what does not."""

from __future__ import annotations

import pytest

from relaas.model import Document, Source, Span
from relaas.structure import arrange


def arranged(text: str) -> Document:
    return arrange(Source("d", text, "00"))


def units(document: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(p.part_id, document.source.quote(p.span), p.answers) for p in document.parts if p.kind in ("question", "answer")]


COUNTED = "Sluizen - Onderhoud\n\nDe sluis is oud.\n\n1. Komt er een nieuwe sluis?\n\n2. Wie betaalt?\n\n"
ASKED = [("q1", "Komt er een nieuwe sluis?", ()), ("q2", "Wie betaalt?", ())]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("1. Ja, in 2031.\n\n2. De stad.\n", [("a1", "Ja, in 2031.", ("q1",)), ("a2", "De stad.", ("q2",))]),
        ("1. en 2. Dat wordt bekeken.\n", [("a1", "Dat wordt bekeken.", ("q1", "q2"))]),
        ("1. Ja, in 2031. 2. De stad.\n", [("a1", "Ja, in 2031.", ("q1",)), ("a2", "De stad.", ("q2",))]),
    ],
    ids=["in lines", "for both", "in one line"],
)
def test_numbers_that_begin_again_and_do_not_ask_are_the_answers(
    told: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    document = arranged(COUNTED + told)
    assert units(document) == ASKED + expected
    (found,) = [d for d in document.diagnostics if "where the answers begin" in d.message]
    assert (found.level, document.source.quote(found.span or Span(0, 0))) == ("info", expected[0][1])
    assert not any("may be the answer" in d.message for d in document.diagnostics)


@pytest.mark.parametrize(
    "told",
    [
        "1. Hoe duur is ze?\n\n2. Wie kiest?\n",
        "1. Graag per jaar.\n\n2. Graag per stad.\n",
        "1. de sluis van Gent;\n\n2. de sluis van Aalst.\n",
        "1 tot 3. Dat wordt bekeken.\n",
    ],
    ids=["asks", "requests", "list", "counts further"],
)
def test_a_list_that_is_no_second_count_of_answers_stays_with_the_question(told: str) -> None:
    document = arranged(COUNTED + told)
    assert not [p for p in document.parts if p.kind == "answer"]


def test_a_list_below_a_request_is_part_of_it() -> None:
    document = arranged("1. Komt er een sluis?\n2. Graag de kosten van:\n1. De sluis van Gent.\n2. De sluis van Aalst.\n")
    assert not [p for p in document.parts if p.kind == "answer"]


@pytest.mark.parametrize(("before", "after"), [("**", "**"), ("### ", ""), ("> ", ""), ("__", "__")])
def test_plain_text_below_a_question_that_is_set_off_is_its_answer(before: str, after: str) -> None:
    text = (
        f"# Sluizen\n\n{before}1. Komt er een sluis?{after}\n\nDie komt er in 2031.\n\nDe stad wacht.\n\n"
        f"{before}2. Wie betaalt?{after}\n\n{before}3. En wanneer?{after}\n\nDe stad, in 2032.\n"
    )
    assert [(i, " ".join(words.split()).strip("_*# >"), of) for i, words, of in units(arranged(text))] == [
        ("q1", "Komt er een sluis?", ()),
        ("a1", "Die komt er in 2031. De stad wacht.", ("q1",)),
        ("q2", "Wie betaalt?", ()),
        ("q3", "En wanneer?", ()),
        ("a2", "De stad, in 2032.", ("q2", "q3")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "**1. Komt er een sluis?**\n\nDe sluis is oud.\n\n**2. Wie betaalt?**\n\nDe stad is arm. Of betaalt het land?\n",
        "**1. Komt er een sluis?**\n\nDe sluis is oud en smal.\n\n2. Wie betaalt?\n\nDe stad is arm.\n",
        "1. Komt er een sluis?\n\nDe sluis is oud.\n\n2. Wie betaalt?\n\nDe stad is arm.\n",
        "**1. Komt er een sluis?**\n\n**2. Wie betaalt?**\n",
    ],
    ids=["asks on", "one of two", "plain", "nothing below"],
)
def test_text_below_questions_that_are_not_all_set_off_or_ask_on_is_no_answer(text: str) -> None:
    assert not [p for p in arranged(text).parts if p.kind == "answer"]


def test_a_line_that_says_no_below_one_question_shows_the_answers_to_all() -> None:
    text = (
        "1. Is de sluis oud?\nZo ja, hoe oud?\n\nNee, ze is nieuw. Waarom zou ze oud zijn?\nZe werkt.\n\n"
        "2. Wie betaalde\nde sluis?\n\nDe stad.\n"
    )
    assert [(i, " ".join(words.split()), of) for i, words, of in units(arranged(text))] == [
        ("q1", "Is de sluis oud? Zo ja, hoe oud?", ()),
        ("a1", "Nee, ze is nieuw. Waarom zou ze oud zijn? Ze werkt.", ("q1",)),
        ("q2", "Wie betaalde de sluis?", ()),
        ("a2", "De stad.", ("q2",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Is de sluis oud?\nJarenlang was ze dicht.\n2. Wie betaalt?\n",
        "1. Is de sluis oud? Ja of nee?\n2. Wie betaalt?\nDe stad is arm.\n",
        "1. Is de sluis oud?\nNee, zegt de bond. Klopt dat?\n2. Wie betaalt?\n",
    ],
    ids=["longer word", "asked", "asks on"],
)
def test_a_yes_or_no_that_says_nothing_shows_no_answer(text: str) -> None:
    assert not [p for p in arranged(text).parts if p.kind == "answer"]


def test_a_question_that_ends_the_text_is_only_a_question() -> None:
    assert [i for i, _, _ in units(arranged("1. Komt er een sluis?"))] == ["q1"]
