"""Items out of the JSON of Wikidata, with its oddities."""

import json
from typing import Any

import pytest
from made_dump import item, moment, snak, statement, value

from relaas.link.dump.items import Item, NotAnItemError, entity_of, fast_loads, item_of


def read(entity: dict[str, Any]) -> Item:
    found = item_of(entity)
    assert found is not None
    return found


def test_names_come_once_each_in_their_best_form() -> None:
    found = read(
        item(
            7,
            labels={"en": "Antwerp", "nl": "Antwerpen", "de": "Antwerpen", "mul": "Antwerpen"},
            aliases={"nl": ["Antwerpen", "Sinjorenstad"], "en": ["ANR", "Antwerp"]},
        )
    )
    assert [(n.surface, n.lang, n.form) for n in found.names] == [
        ("Antwerpen", "nl", "label"),
        ("Antwerp", "en", "label"),
        ("Sinjorenstad", "nl", "alias"),
        ("ANR", "en", "abbreviation"),
    ]
    assert found.label == "Antwerpen"


def test_a_label_for_all_languages_is_a_label() -> None:
    assert read(item(7, labels={"mul": "Lena Okonjo"})).label == "Lena Okonjo"


def test_demonyms_and_short_names_of_our_languages() -> None:
    text = {"value": {"text": "Fin", "language": "nl"}}
    other = {"value": {"text": "Finne", "language": "de"}}
    short = {"value": {"text": "FI", "language": "en"}}
    claims = {
        "P1549": [statement("P1549", text), statement("P1549", other)],
        "P1813": [statement("P1813", short)],
    }
    assert [(n.surface, n.form) for n in read(item(7, "Finland", claims=claims)).names] == [
        ("Finland", "label"),
        ("FI", "abbreviation"),
        ("Fin", "demonym"),
    ]


@pytest.mark.parametrize("empty", [[], {}, None, "", 0])
def test_an_empty_map_may_be_anything(empty: Any) -> None:
    entity = item(7) | dict.fromkeys(("labels", "aliases", "claims", "sitelinks"), empty)
    found = read(entity)
    assert (found.names, found.classes, found.sitelinks, found.label) == ((), (), 0, "")


def test_missing_fields_are_no_fault() -> None:
    assert read({"id": "Q7", "type": "item"}).number == 7


@pytest.mark.parametrize(
    ("text", "precision", "shown"),
    [("2014-05-03", 11, "2014-05-03"), ("2014-05-00", 10, "2014-05"), ("2014-00-00", 9, "2014"), ("2014-00-00", 11, "2014"),
     ("1900-00-00", 7, "")],
)  # fmt: skip
def test_dates_are_as_precise_as_they_say(text: str, precision: int, shown: str) -> None:
    assert read(item(7, claims={"P571": [statement("P571", moment(text, precision))]})).start == shown


def test_dates_before_our_era_are_none() -> None:
    before = {"value": {"time": "-0044-03-15T00:00:00Z", "precision": 11}}
    assert read(item(7, claims={"P570": [statement("P570", before)]})).end == ""


def test_deprecated_statements_are_not_read_and_preferred_ones_come_first() -> None:
    claims = {
        "P31": [
            statement("P31", value(1), rank="deprecated"),
            statement("P31", value(2)),
            statement("P31", value(3), rank="preferred"),
        ]
    }
    assert read(item(7, claims=claims)).classes == (3, 2)


def test_an_older_value_has_no_id_but_a_number() -> None:
    old = {"value": {"entity-type": "item", "numeric-id": 42}}
    new = {"value": {"entity-type": "item", "id": "Q43"}}
    wrong = {"value": {"entity-type": "property", "id": "P43", "numeric-id": 43}}
    claims = {"P31": [statement("P31", old), statement("P31", new), statement("P31", wrong)]}
    assert read(item(7, claims=claims)).classes == (42, 43)


def test_unknown_values_tell_nothing() -> None:
    claims: dict[str, Any] = {"P31": [{"mainsnak": snak("P31", None, kind="somevalue")}, {"mainsnak": []}, "odd"]}
    assert read(item(7, claims=claims)).classes == ()


def test_posts_of_a_person_and_an_end_that_nobody_knows() -> None:
    claims = {
        "P39": [
            statement("P39", value(50), P580=moment("2010-01-01"), P582=moment("2012-01-01")),
            statement("P39", value(51), P580=moment("2012-01-01"), P582="novalue"),
            statement("P39", value(52), P580=moment("2012-01-01"), P582="somevalue"),
        ]
    }
    held = read(item(7, claims=claims)).held
    assert [(h.office, h.person, h.start, h.end) for h in held] == [
        (50, 7, "2010-01-01", "2012-01-01"),
        (51, 7, "2012-01-01", ""),
    ]


@pytest.mark.parametrize("odd", ["a\x00b", "x" * 300, "\ud800", "   ", 5, None])
def test_what_is_no_name_is_left_out(odd: Any) -> None:
    assert read(item(7, labels={"nl": odd})).names == ()


@pytest.mark.parametrize("other", [{"type": "property", "id": "P1"}, {"id": "Q7", "missing": ""}, {"id": "Q7", "redirects": {}}])
def test_what_is_no_item_is_none(other: dict[str, Any]) -> None:
    assert item_of(other) is None


@pytest.mark.parametrize("number", ["Q0", "Q-1", "q7", "Q7x", "Q" + "9" * 40, None, 7])
def test_an_item_without_a_number_is_refused(number: Any) -> None:
    with pytest.raises(NotAnItemError, match="without a Q-number"):
        item_of({"type": "item", "id": number})


@pytest.mark.parametrize("raw", [b"{", b"nonsense", b"[1, 2]", b"7", b"\xff\xfe{}", b"[" * 100_000])
def test_what_is_no_json_object_is_refused(raw: bytes) -> None:
    for loads in (fast_loads(), json.loads):
        with pytest.raises(NotAnItemError):
            entity_of(raw, loads)


def test_a_comma_behind_the_object_is_that_of_the_array() -> None:
    assert entity_of(b' {"id": "Q7"}, \r', json.loads) == {"id": "Q7"}
