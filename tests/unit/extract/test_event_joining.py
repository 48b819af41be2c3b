"""Joining: which mentions name one happening, each with a near miss."""

from __future__ import annotations

import pytest
from event_examples import document, events

from relaas.model import PartKind

ACTORS = {"Malta": "actor/malta", "Oman": "actor/oman", "Chili": "actor/chile", "Peru": "actor/peru", "Cuba": "actor/cuba"}
TOWNS = {"Rabat": "place/rabat", "Doha": "place/doha"}

RAID = (
    "De|de|DET|det|1 aanval|aanval|NOUN|nsubj|6|Number=Sing van|van|ADP|case|3 Malta|Malta|PROPN|nmod|1 in|in|ADP|case|5 "
    "Rabat|Rabat|PROPN|nmod|1 mislukte|mislukken|VERB|ROOT|6|Tense=Past,VerbForm=Fin"
)
PACT = (
    "Malta|Malta|PROPN|nsubj|5 ,|,|PUNCT|punct|2 Oman|Oman|PROPN|conj|0 en|en|CCONJ|cc|4 Peru|Peru|PROPN|conj|0 "
    "sloten|sluiten|VERB|ROOT|5|Tense=Past,VerbForm=Fin {} akkoord|akkoord|NOUN|obj|5|Number=Sing"
)


def count(*notations: str, title: str | None = None) -> int:
    rows: list[tuple[PartKind, str]] = [("title", title)] if title else []
    return len(events(document(*rows, *(("context", n) for n in notations)), ACTORS, TOWNS))


@pytest.mark.parametrize(("article", "expected"), [("De|de", 1), ("Een|een", 2)])
def test_a_definite_noun_takes_up_what_it_named_before_whoever_is_named_beside_it(article: str, expected: int) -> None:
    again = (
        f"{article}|DET|det|1 aanval|aanval|NOUN|nsubj|4|Number=Sing op|op|ADP|case|3 Oman|Oman|PROPN|nmod|1 "
        "mislukte|mislukken|VERB|ROOT|4|Tense=Past,VerbForm=Fin"
    )
    assert count(RAID, again) == expected


def test_the_same_noun_with_another_doer_is_another_happening() -> None:
    assert count(RAID, RAID.replace("Malta|Malta", "Chili|Chili")) == 2


@pytest.mark.parametrize(("noun", "expected"), [("Aanval|aanval", 1), ("Sancties|sanctie", 2)])
def test_a_title_names_what_the_text_tells_though_it_places_it_elsewhere(noun: str, expected: int) -> None:
    title = f"{noun}|NOUN|ROOT|0|Number=Sing door|door|ADP|case|2 Cuba|Cuba|PROPN|nmod|0 in|in|ADP|case|4 Doha|Doha|PROPN|nmod|0"
    assert count(RAID, title=title) == expected


@pytest.mark.parametrize(("other", "expected"), [("Peru|Peru", 2), ("Oman|Oman", 1)])
def test_a_pact_with_two_of_its_parties_and_another_is_that_pact(other: str, expected: int) -> None:
    again = PACT.format("het|het|DET|det|7").replace("Peru|Peru", "Cuba|Cuba")
    first = PACT.format("een|een|DET|det|7")
    if other == "Peru|Peru":
        again = again.replace("Oman|Oman", "Chili|Chili")
    assert count(first, again) == expected


@pytest.mark.parametrize(("guest", "expected"), [("Cuba", 2), ("Oman", 1)])
def test_talks_with_others_are_other_talks(guest: str, expected: int) -> None:
    def talks(led: str, name: str) -> str:
        return (
            "De|de|DET|det|1 gesprekken|gesprek|NOUN|nsubj|5|Number=Plur onder|onder|ADP|case|4 leiding|leiding|NOUN|nmod|1 "
            f"{led}|{led}|PROPN|nmod|3 mislukten|mislukken|VERB|ROOT|5|Tense=Past,VerbForm=Fin"
            if led
            else "De|de|DET|det|1 gesprekken|gesprek|NOUN|nsubj|4|Number=Plur met|met|ADP|case|3 "
            f"{name}|{name}|PROPN|nmod|1 mislukten|mislukken|VERB|ROOT|4|Tense=Past,VerbForm=Fin"
        )

    assert count(talks("Oman", ""), talks("", guest)) == expected


def test_what_something_came_after_is_what_was_told_before() -> None:
    after = (
        "Men|men|PRON|nsubj|1 vertrok|vertrekken|X|ROOT|1|Tense=Past,VerbForm=Fin na|na|ADP|case|4 "
        "{}|{}|DET|det|4 {}|{}|NOUN|obl|1|Number=Sing"
    )
    first = (
        "Malta|Malta|PROPN|nsubj|1 hield|houden|VERB|ROOT|1|Tense=Past,VerbForm=Fin met|met|ADP|case|3 Oman|Oman|PROPN|obl|1 "
        "gesprekken|gesprek|NOUN|obj|1|Number=Plur"
    )
    assert count(first, after.format("de", "de", "ontmoeting", "ontmoeting")) == 1
    assert count(first, after.format("een", "een", "staking", "staking")) == 2


@pytest.mark.parametrize(("second", "places"), [(False, ["place/rabat"]), (True, [])])
def test_a_weak_word_with_a_place_tells_where_the_only_such_happening_was(second: bool, places: list[str]) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 organiseerde|organiseren|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 {}|{}|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 wedstrijden|wedstrijd|NOUN|obj|1|Number=Plur"
    )
    again = (
        "Oman|Oman|PROPN|nsubj|1 houdt|houden|VERB|ROOT|1|Tense=Pres,VerbForm=Fin van|van|ADP|case|3 "
        "wedstrijden|wedstrijd|NOUN|obl|1|Number=Plur in|in|ADP|case|5 Rabat|Rabat|PROPN|nmod|3"
    )
    rows: list[tuple[PartKind, str]] = [("context", notation.format(n, n)) for n in (("3", "9") if second else ("3",))]
    found = events(document(*rows, ("context", again)), ACTORS, TOWNS)
    assert [p for e in found for p in e.places] == places
