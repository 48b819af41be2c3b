"""Linking against an index: beside the gazetteer, by type through the classes of the dump, by date, by how known an item is."""

import shutil
import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from made_dump import MARE, MINISTRY, TOWN, WORLD, dump, is_a, item, statement, value

from relaas.errors import StoreError, UsageError
from relaas.link import Ruling, link
from relaas.link.dump import index_dump
from relaas.link.indexed import IndexedKnowledge
from relaas.model import Actor, Document, Findings, Header, Judgement, Link, Mention, Office, Place, Source, Span

SPAN = Span(0, 1)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("index")
    more = [
        item(900_000_020, "Vaar", labels={"en": "Vaar"}, sitelinks=50, claims=is_a(6256)),
        item(900_000_021, "Anna Pieterse", sitelinks=50, claims=is_a(5)),
        item(900_000_022, labels={"en": "Anna"}, sitelinks=60, claims=is_a(5)),
        item(900_000_023, "Halte", aliases={"nl": ["HLT"]}, sitelinks=20, claims=is_a(783794)),
        # the gazetteer has Georgië; here is a company of that name, little known
        item(900_000_024, "Georgië", sitelinks=2, claims=is_a(6256)),
        item(230, "Georgië", sitelinks=300, claims=is_a(6256)),
    ]
    (room / "dump.json").write_bytes(dump([*WORLD, *more]))
    return index_dump(room / "dump.json", room / "w.index").path


@pytest.fixture(scope="module")
def knowledge(index: Path) -> IndexedKnowledge:
    return IndexedKnowledge(index)


def findings(day: date | None = date(2024, 5, 1), chamber: Any = "unknown", **found: Any) -> Findings:
    return Findings(
        Document(Source("made", "x", "0" * 64), "generic", chamber, "written-question", Header(submitted=day), ()), **found
    )


def decided(knowledge: IndexedKnowledge, label: str, kind: str, **more: Any) -> Link:
    if kind == "place":
        found = findings(places=(Place("x", label, (Mention(SPAN, label),)),), **more)
    else:
        actor = Actor("x", kind, label, (Mention(SPAN, label),), geopolitical=kind == "state")  # type: ignore[arg-type]
        found = findings(actors=(actor,), **more)
    return next(each for each in link(found, knowledge_base=knowledge).links if each.target_id == "x")


def test_a_name_that_the_gazetteer_does_not_have(knowledge: IndexedKnowledge) -> None:
    found = decided(knowledge, "Maregonië", "state")
    assert (found.qid, found.knowledge_base, found.snapshot) == (f"Q{MARE}", "Wikidata dump", "2024-02-03")
    features = dict(found.candidates[0].features)
    assert (features["form"], features["type"], features["sitelinks"]) == ("label", "state", "180")


def test_the_type_is_a_hard_filter_through_the_classes_of_the_dump(knowledge: IndexedKnowledge) -> None:
    assert decided(knowledge, "Maregonië", "person").qid is None
    assert decided(knowledge, "Velmaar", "company").qid == "Q900000004"
    assert decided(knowledge, "Velmaar", "place").qid == f"Q{TOWN}"


def test_of_namesakes_the_well_known_one_leads(knowledge: IndexedKnowledge) -> None:
    found = decided(knowledge, "Velmaar", "place")
    assert [c.qid for c in found.candidates] == [f"Q{TOWN}", "Q900000008"]
    assert found.candidates[0].score - found.candidates[1].score >= Decimal("0.1")


def test_equally_known_namesakes_stay_open(knowledge: IndexedKnowledge) -> None:
    found = decided(knowledge, "Twinstad", "place")
    assert (found.qid, found.reason) == (None, "several items fit equally well")
    assert decided(knowledge, "Twinstad", "place", chamber="belgische-kamer").qid == "Q900000025"


def test_what_nobody_has_a_page_on_is_not_linked_by_its_name_alone(knowledge: IndexedKnowledge) -> None:
    found = decided(knowledge, "premier van Maregonië", "institution")
    assert found.qid is None
    assert decided(knowledge, "Lena Okonjo", "person").candidates[-1].qid == "Q900000006"
    assert decided(knowledge, "Lena Okonjo", "person").qid == "Q900000002"


def test_a_first_name_alone_is_anybodys(knowledge: IndexedKnowledge) -> None:
    assert decided(knowledge, "Anna Pieterse", "person").qid == "Q900000021"
    found = decided(knowledge, "Anna", "person")
    assert found.qid is None
    assert dict(found.candidates[0].features)["caution"].startswith("namesake")


def test_dates_are_a_hard_filter(knowledge: IndexedKnowledge) -> None:
    assert decided(knowledge, "Velmaar", "company", day=date(2014, 1, 1)).qid is None
    assert decided(knowledge, "Velmaar", "company", day=date(2016, 1, 1)).qid == "Q900000004"
    assert decided(knowledge, "Lena Okonjo", "person", day=date(1950, 1, 1)).qid is None


def test_a_short_abbreviation_needs_its_very_type(knowledge: IndexedKnowledge) -> None:
    assert decided(knowledge, "HLT", "company").qid == "Q900000023"
    assert decided(knowledge, "HLT", "media").qid is None


def test_the_gazetteer_goes_first(knowledge: IndexedKnowledge) -> None:
    found = decided(knowledge, "Georgië", "state")
    assert (found.qid, found.knowledge_base) == ("Q230", "relaas gazetteer")
    assert [c.qid for c in found.candidates] == ["Q230", "Q900000024"]


def test_an_item_fills_in_where_the_gazetteer_knows_a_name_only(knowledge: IndexedKnowledge) -> None:
    found = decided(knowledge, "FOD Financiën", "ministry", chamber="belgische-kamer")
    assert (found.qid, found.knowledge_base) == (f"Q{MINISTRY}", "Wikidata dump")


def test_accents_are_forgiven_only_where_nothing_is_written_so(knowledge: IndexedKnowledge) -> None:
    assert decided(knowledge, "Maregonie", "state").qid == f"Q{MARE}"
    assert knowledge.named("maregonië") == ()


@pytest.mark.parametrize("surface", ['"', 'a" OR surface : *', "NEAR(", "*", "'; DROP TABLE name; --", "", "\x00", "﷽" * 300])
def test_no_name_is_an_operator(knowledge: IndexedKnowledge, surface: str) -> None:
    assert knowledge.named(surface) == ()


def test_holders_of_an_office_of_the_dump(knowledge: IndexedKnowledge) -> None:
    held = knowledge.holdings("Q900000005")
    assert [(h.qid, h.name, h.start, h.end, h.snapshot) for h in held] == [
        ("Q900000002", "Lena Okonjo", "2019-05", "2022-03-01", "2024-02-03"),
        ("Q900000002", "Lena Okonjo", "2023-01-01", "", "2024-02-03"),
    ]


def test_the_dump_tells_who_held_an_office_of_the_gazetteer_after_its_roll_ends(tmp_path: Path) -> None:
    person = item(900_000_030, "Nora Sahakjan", sitelinks=20, claims={**is_a(5), "P39": [statement("P39", value(1_123_764), P580={
        "value": {"time": "+2024-01-01T00:00:00Z", "precision": 11}})]})  # fmt: skip
    (tmp_path / "d").write_bytes(dump([item(5, labels={"en": "human"}), person]))
    knowledge = IndexedKnowledge(index_dump(tmp_path / "d", tmp_path / "i", snapshot="2024-12-31").path)
    office = Office("office/prime-minister-of-armenia", "de Armeense eerste minister", key="prime-minister-of-armenia")
    holder = Actor("ac", "office-holder", "de Armeense eerste minister", identified=False, office=office.office_id)
    found = link(findings(day=date(2024, 6, 1), actors=(holder,), offices=(office,)), knowledge_base=knowledge)
    assert [(h.person_qid, h.start, h.source) for h in found.holdings] == [
        ("Q900000030", date(2024, 1, 1), "Wikidata dump Q1123764, read 2024-12-31")
    ]


def test_words_find_items(knowledge: IndexedKnowledge) -> None:
    assert [o.qid for o in knowledge.search("okonjo")] == ["Q900000002", "Q900000006"]


def test_what_is_no_index_is_refused(tmp_path: Path, index: Path) -> None:
    with pytest.raises(UsageError, match="index-wikidata"):
        IndexedKnowledge(tmp_path / "weg")
    (tmp_path / "odd").write_bytes(b"no database, but long enough to be looked at. " * 50)
    with pytest.raises(StoreError, match="no index"):
        IndexedKnowledge(tmp_path / "odd")
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(StoreError):
        IndexedKnowledge(tmp_path / "empty")
    shutil.copy(index, tmp_path / "other")
    with sqlite3.connect(tmp_path / "other") as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    connection.close()
    with pytest.raises(StoreError, match="of another version"):
        IndexedKnowledge(tmp_path / "other")
    raw = bytearray(index.read_bytes())
    raw[8192:] = bytes(len(raw) - 8192)
    (tmp_path / "torn").write_bytes(bytes(raw))
    with pytest.raises(StoreError):
        IndexedKnowledge(tmp_path / "torn").named("Velmaar")


def test_a_node_that_all_documents_share_is_its_own_item_or_none(knowledge: IndexedKnowledge) -> None:
    place = Place("place/luxemburg", "Luxemburg", (Mention(SPAN, "Luxemburg"),), key="luxemburg")
    not_the_province = Ruling("place/luxemburg", "Q1126", Judgement("different", "Anna", date(2026, 1, 1)), label="Luxemburg")
    made, _ = link(findings(places=(place,)), knowledge_base=knowledge, rulings=[not_the_province]).links
    assert [c.qid for c in made.candidates] == ["Q32"]
    assert (made.qid, made.reason) == (None, "the item that fits best is another than the one known under this key")
