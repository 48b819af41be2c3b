"""The gazetteer's files: columns, order, keys, types and licences, and that every Q-number comes from a source."""

import csv
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml

from relaas.model.codes import SCHEMES

ROOT = Path(__file__).resolve().parents[2]
ROOM = ROOT / "data" / "gazetteer"
SOURCES = ROOT.parent / "shared" / "data" / "wikidata"
ENTITY_COLUMNS = ["key", "qid", "kind", "type", "nl", "en", "fr", "of", "gender", "start", "end", "source", "licence"]
SURFACE_COLUMNS = ["key", "surface", "form", "lang", "source", "caution"]
PLACE_TYPES = {"city", "municipality", "province", "region", "continent"}
FORMS = ["label", "alias", "abbreviation", "adjective", "demonym"]
LICENCES = {
    "Apache-2.0", "CC0", "MIT", "BSD-3-Clause", "Unicode-3.0", "WOF licence (attribution)", "facts of Wikidata, CC0",
}  # fmt: skip

needs_sources = pytest.mark.skipif(not SOURCES.is_dir(), reason="the source files are not beside this checkout (../shared)")


def rows(name: str) -> list[dict[str, str]]:
    with (ROOM / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ENTITIES = rows("entities.tsv") + rows("entities_persons.tsv")
SURFACES = rows("surfaces.tsv") + rows("surfaces_persons.tsv")
BY_KEY = {e["key"]: e for e in ENTITIES}


@pytest.mark.parametrize("ending", ["", "_persons"])
def test_the_columns_are_those_of_the_contract(ending: str) -> None:
    assert list(rows(f"entities{ending}.tsv")[0]) == ENTITY_COLUMNS
    assert list(rows(f"surfaces{ending}.tsv")[0]) == SURFACE_COLUMNS


def test_persons_and_only_persons_stand_in_their_own_files() -> None:
    assert {e["kind"] for e in rows("entities_persons.tsv")} == {"person"}
    assert "person" not in {e["kind"] for e in rows("entities.tsv")}


def test_every_field_is_clean_text() -> None:
    for path in sorted(ROOM.glob("*.tsv")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\ufeff\ufffd]", text), path.name
        assert text.endswith("\n"), path.name
        assert not re.search(r"(^|\t) | (\t|$)", text, re.MULTILINE), f"{path.name}: space at the edge of a field"
        assert len({line.count("\t") for line in text.splitlines()}) == 1, f"{path.name}: a line with another number of fields"


def test_every_entry_has_a_dutch_name() -> None:
    assert [e["key"] for e in ENTITIES if not e["nl"]] == []


def test_keys_are_unique_slugs_and_never_q_numbers() -> None:
    assert [k for k, n in Counter(e["key"] for e in ENTITIES).items() if n > 1] == []
    assert [k for k in BY_KEY if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", k) or re.fullmatch(r"q\d+", k)] == []


def test_no_item_has_two_keys() -> None:
    assert [q for q, n in Counter(e["qid"] for e in ENTITIES if e["qid"]).items() if n > 1] == []
    assert [e["qid"] for e in ENTITIES if e["qid"] and not re.fullmatch(r"Q[1-9]\d*", e["qid"])] == []


def test_files_are_sorted_and_without_duplicates() -> None:
    for ending in ("", "_persons"):
        keys = [e["key"] for e in rows(f"entities{ending}.tsv")]
        assert keys == sorted(keys)
        order = [(s["key"], FORMS.index(s["form"]), s["surface"]) for s in rows(f"surfaces{ending}.tsv")]
        assert order == sorted(order)
    assert [p for p, n in Counter((s["key"], s["surface"]) for s in SURFACES).items() if n > 1] == []


def test_every_surface_belongs_to_an_entity_and_every_actor_has_one() -> None:
    assert [s for s in SURFACES if s["key"] not in BY_KEY] == []
    named = {s["key"] for s in SURFACES}
    assert [e["key"] for e in ENTITIES if e["kind"] in ("geopolitical", "place", "person") and e["key"] not in named] == []


def test_kinds_and_types_are_known() -> None:
    roles = set(yaml.safe_load((ROOM / "roles.yaml").read_text(encoding="utf-8")))
    allowed = {
        "geopolitical": {"state", "union", "government"},
        "actor": set(SCHEMES["actor-type"]),
        "place": PLACE_TYPES,
        "office": roles | {""},
        "person": {"person"},
    }
    assert [(e["key"], e["kind"], e["type"]) for e in ENTITIES if e["type"] not in allowed[e["kind"]]] == []
    assert {s["form"] for s in SURFACES} <= set(FORMS)
    assert {s["caution"] for s in SURFACES} <= {"", "common-word", "abbreviation", "shared", "namesake"}


def test_what_something_belongs_to_is_an_entity() -> None:
    assert [e["key"] for e in ENTITIES if e["of"] and e["of"] not in BY_KEY] == []


def test_dates_are_dates() -> None:
    pattern = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")
    assert [e["key"] for e in ENTITIES if not (pattern.fullmatch(e["start"]) and pattern.fullmatch(e["end"]))] == []
    assert [e["key"] for e in ENTITIES if e["start"] and e["end"] and e["start"] > e["end"]] == []


def test_every_row_has_a_source_and_a_licence_that_allows_passing_on() -> None:
    assert [e["key"] for e in ENTITIES if not e["source"]] == []
    assert {e["licence"] for e in ENTITIES} <= LICENCES
    assert [s for s in SURFACES if not s["source"]] == []


def test_the_readme_names_every_licence() -> None:
    text = (ROOM / "README.md").read_text(encoding="utf-8")
    assert [licence for licence in sorted(LICENCES) if licence not in text] == []


def test_every_caution_is_used_and_has_an_example() -> None:
    marked = {s["surface"] for s in SURFACES if s["caution"] in ("common-word", "namesake")}
    cautions = rows("cautions.tsv")
    assert [c["surface"] for c in cautions if c["surface"] not in marked] == []
    assert [
        c for c in cautions if c["surface"].lower() not in c["example"].lower() and c["surface"] not in ("IS", "WMO", "ERA")
    ] == []


def test_states_have_their_adjectives() -> None:
    forms = {(s["surface"], s["form"]): s["key"] for s in SURFACES if s["form"] in ("adjective", "demonym")}
    for surface, key in (("Armeens", "armenia"), ("Armeense", "armenia"), ("Chinese", "china"), ("Portugees", "portugal")):
        assert forms[surface, "adjective"] == key
    assert forms["Armeniër", "demonym"] == forms["Armeniërs", "demonym"] == "armenia"
    states = {e["key"] for e in ENTITIES if e["type"] == "state"}
    assert len(states - {s["key"] for s in SURFACES if s["form"] == "adjective"}) <= 22


def test_kingdoms_are_not_their_countries() -> None:
    keys = ("netherlands", "kingdom-of-the-netherlands", "denmark", "kingdom-of-denmark")
    assert [BY_KEY[k]["qid"] for k in keys] == ["Q55", "Q29999", "Q35", "Q756617"]


def test_an_item_that_a_source_gets_wrong_stands_without_it() -> None:
    assert BY_KEY["belgian-finance-service"]["qid"] == ""


def test_holders_are_persons_of_the_gazetteer_in_its_offices() -> None:
    holders = rows("holders.tsv")
    assert [h for h in holders if BY_KEY[h["office"]]["kind"] != "office" or BY_KEY[h["person"]]["qid"] != h["qid"]] == []
    assert [h for h in holders if h["end"] and h["start"] > h["end"]] == []
    order = [tuple(h.values()) for h in holders]
    assert order == sorted(set(order))


def test_titles_confined_to_places_name_entities() -> None:
    roles = yaml.safe_load((ROOM / "roles.yaml").read_text(encoding="utf-8"))
    places = [key for spec in roles.values() for title in spec["titles"] for key in title.get("in", ())]
    assert [key for key in places if key not in BY_KEY] == []


def test_the_whole_stays_small() -> None:
    assert sum(p.stat().st_size for p in ROOM.iterdir()) < 6_000_000


def test_curated_rows_hold_no_q_number() -> None:
    assert not re.search(r"\bQ\d{2,}\b", (ROOM / "curated.tsv").read_text(encoding="utf-8"))


@needs_sources
def test_every_q_number_occurs_in_a_source() -> None:
    given: set[str] = set()
    for path in sorted(SOURCES.glob("*.tsv")):
        given |= set(re.findall(r"\bQ\d+\b", path.read_text(encoding="utf-8")))
    assert {e["qid"] for e in ENTITIES if e["qid"]} - given == set()
    assert {h["qid"] for h in rows("holders.tsv")} - given == set()


@needs_sources
def test_compiling_again_gives_the_same_bytes(tmp_path: Path) -> None:
    from relaas.link.compilation import compile_gazetteer

    for path in ROOM.iterdir():
        shutil.copy(path, tmp_path / path.name)
    compile_gazetteer(SOURCES, room=tmp_path)
    assert [p.name for p in sorted(ROOM.glob("*.tsv")) if p.read_bytes() != (tmp_path / p.name).read_bytes()] == []
