"""A dump becomes an index: every compression, broken off, with hostile lines, twice the same item, killed and resumed."""

import bz2
import gzip
import io
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest
from made_dump import HAMLET_A, HAMLET_B, LENA, MARE, PREMIER, WORLD, below, dump, is_a, item

import relaas.link.dump as dumping
from relaas.errors import InputError, StoreError, UsageError
from relaas.link.dump import Indexed, Progress, index_dump
from relaas.link.dump.closure import roots
from relaas.link.dump.items import Item, item_of

TABLES = ("item", "name", "instance", "subclass", "holder", "post", "class_type", "meta")


def made(tmp_path: Path, items: list[dict[str, Any]] | bytes, name: str = "dump.json", **options: Any) -> Indexed:
    path = tmp_path / name
    path.write_bytes(items if isinstance(items, bytes) else dump(items))
    return index_dump(path, tmp_path / f"{name}.index", **options)


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def every_row(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {table: rows(path, f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}


def test_what_has_a_type_is_kept_with_its_names(tmp_path: Path) -> None:
    index = made(tmp_path, WORLD)
    assert index.complete
    assert (index.faults, index.notes) == ((), ())
    assert index.snapshot == "2024-02-03"
    kept = {n for (n,) in rows(index.path, "SELECT id FROM item")}
    assert {MARE, LENA, PREMIER} <= kept
    assert 900_000_009 not in kept  # no class
    assert 900_000_010 not in kept  # an article
    names = rows(index.path, f"SELECT surface, lang, form FROM name WHERE id / 1000 = {MARE} ORDER BY id")
    assert names == [
        ("Maregonië", "nl", "label"),
        ("Maregonia", "en", "label"),
        ("Marégonie", "fr", "label"),
        ("Republiek Maregonië", "nl", "alias"),
        ("MRG", "en", "abbreviation"),
        ("Maregoniër", "nl", "demonym"),
    ]
    assert not list(tmp_path.glob("*.part*"))


def test_classes_are_closed_from_the_dump_and_a_cycle_ends(tmp_path: Path) -> None:
    found = {(c, t): d for c, t, d in rows(made(tmp_path, WORLD).path, "SELECT class, type, depth FROM class_type")}
    assert found[900_000_101, "state"] == 1
    assert (found[HAMLET_A, "city"], found[HAMLET_B, "city"]) == (1, 2)


def test_a_class_has_the_type_of_its_nearest_root(tmp_path: Path) -> None:
    items = [item(900_000_200, labels={"en": "people's party"}, claims=below(7278)), item(7278, labels={"en": "political party"},
             claims=below(43229)), item(43229, labels={"en": "organization"})]  # fmt: skip
    found = rows(made(tmp_path, items).path, "SELECT type FROM class_type WHERE class = 900000200")
    assert found == [("party",)]


def test_a_root_that_the_dump_calls_otherwise_is_left_out_and_reported(tmp_path: Path) -> None:
    items = [item(6256, labels={"en": "sort of cheese"}), item(900_000_001, "Brie", claims=is_a(6256))]
    index = made(tmp_path, items)
    assert index.notes == ("Q6256 is 'sort of cheese' in this dump, not 'country': nothing gets the type state by it",)
    assert rows(index.path, "SELECT * FROM item") == []


def test_who_leads_a_state_holds_the_office_that_the_state_names(tmp_path: Path) -> None:
    held = rows(made(tmp_path, WORLD).path, 'SELECT office, person, start, "end" FROM holder ORDER BY start')
    assert held == [(PREMIER, LENA, "2019-05", "2022-03-01"), (PREMIER, LENA, "2023-01-01", "")]


def test_words_are_found_without_accents(tmp_path: Path) -> None:
    found = rows(made(tmp_path, WORLD).path, "SELECT surface FROM words WHERE words MATCH '\"maregonie\"' ORDER BY rowid")
    assert ("Maregonië",) in found


def packed(name: str, raw: bytes) -> bytes:
    if name == "zst":
        import zstandard

        return zstandard.ZstdCompressor().compress(raw)
    return gzip.compress(raw) if name == "gz" else bz2.compress(raw) if name == "bz2" else raw


@pytest.mark.parametrize("compression", ["gz", "bz2", "zst"])
def test_every_compression_gives_the_same_rows(tmp_path: Path, compression: str) -> None:
    plain = made(tmp_path, WORLD)
    # two members in one file, as parallel compressors write them
    whole = dump(WORLD)
    raw = packed(compression, whole[:5000]) + packed(compression, whole[5000:])
    assert every_row(made(tmp_path, raw, f"d.json.{compression}").path) == every_row(plain.path)


def test_a_pipe_may_carry_a_compressed_dump(tmp_path: Path) -> None:
    plain = made(tmp_path, WORLD)
    index = index_dump(io.BytesIO(gzip.compress(dump(WORLD))), tmp_path / "piped.index")
    assert every_row(index.path) == every_row(plain.path)


@pytest.mark.parametrize("missing", ["isal", "orjson"])
def test_without_the_fast_packages_the_rows_are_the_same(tmp_path: Path, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = gzip.compress(dump(WORLD))
    fast = made(tmp_path, raw, "fast.json.gz")
    monkeypatch.setitem(sys.modules, missing, None)
    assert every_row(made(tmp_path, raw, "slow.json.gz").path) == every_row(fast.path)


def test_without_its_package_zstd_is_refused_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = packed("zst", dump(WORLD))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(UsageError, match=r"relaas\[index\]"):
        made(tmp_path, raw, "d.json.zst")


def test_hostile_lines_are_reported_and_stop_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relaas.link.dump.stream.LONGEST", 3 << 20)
    lines = [
        b"[", b'{"type": "item", "id": "Q1", ', b"\x00\xff\xfe rubbish",
        json.dumps(item(42, "Zee", claims=is_a(515))).encode() + b",",
        b'{"type": "item", "id": "nobody"},', b"x" * (4 << 20), b"null,", json.dumps(item(43, "Meer", claims=is_a(515))).encode(),
        b"]",
    ]  # fmt: skip
    index = made(tmp_path, b"\n".join(lines) + b"\n")
    assert [n for (n,) in rows(index.path, "SELECT id FROM item ORDER BY id")] == [42, 43]
    assert [reason.split(" (")[0] for _, reason in index.faults] == [
        "no JSON", "no JSON", "an item without a Q-number", "longer than 3 MiB", "no JSON object",
    ]  # fmt: skip
    ends = [sum(len(raw) + 1 for raw in lines[: n + 1]) for n in range(len(lines))]
    assert [position for position, _ in index.faults] == [ends[n] for n in (1, 2, 4, 5, 6)]
    assert index.complete


def test_of_an_item_that_comes_twice_the_newest_revision_stays(tmp_path: Path) -> None:
    old, new = (item(42, name, claims=is_a(515), lastrevid=n) for n, name in ((5, "Oud"), (6, "Nieuw")))
    same = item(42, "Gelijk", claims=is_a(515), lastrevid=6)
    for order in ([old, new, same], [new, old, same]):
        index = made(tmp_path, order, f"d{order[0]['lastrevid']}.json")
        assert rows(index.path, "SELECT surface FROM name") == [("Nieuw",)]
        assert index.rows["item"] == 1


@pytest.mark.parametrize("compression", ["gz", "zst", "json"])
def test_a_dump_that_breaks_off_gives_what_it_had_and_says_so(tmp_path: Path, compression: str) -> None:
    many = [item(n, f"Plaats {n * 7919}", claims=is_a(515)) for n in range(1, 2000)]
    raw = packed(compression, dump(many))
    index = made(tmp_path, raw[: len(raw) * 2 // 3], f"d.{compression}")
    assert not index.complete
    assert index.faults
    assert 500 < index.rows["item"] < 2000


def test_a_dump_that_breaks_off_before_anything_can_be_read_is_refused(tmp_path: Path) -> None:
    # bzip2 gives whole blocks only: of a dump that fits in one, nothing
    with pytest.raises(UsageError, match="breaks off"):
        made(tmp_path, bz2.compress(dump(WORLD))[:-200], "d.json.bz2")


def test_lines_without_an_array_around_them_are_a_whole_dump(tmp_path: Path) -> None:
    raw = b"\n".join(json.dumps(i).encode() for i in WORLD)
    assert made(tmp_path, raw).complete


class KilledError(Exception):
    """The run is killed."""


@pytest.mark.parametrize("name", ["d.json", "d.json.gz"])
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [*WORLD, *(item(n, f"Plaats {n}", claims=is_a(515)) for n in range(1000, 12_000)), *WORLD]
    raw = packed(name.rpartition(".")[2], dump(many))
    whole = made(tmp_path, raw, f"whole.{name}")
    monkeypatch.setattr(dumping, "_STEP_BYTES", 300_000)
    (tmp_path / name).write_bytes(raw)
    read: list[int] = []

    def kill(progress: Progress) -> None:
        read.append(progress.text_bytes)
        raise KilledError

    for _ in range(2):
        with pytest.raises(KilledError):
            index_dump(tmp_path / name, tmp_path / "resumed.index", tell=kill)
    assert not (tmp_path / "resumed.index").exists()
    assert read[0] > 300_000
    parsed: list[dict[str, Any]] = []

    def counted(entity: dict[str, Any]) -> Item | None:
        parsed.append(entity)
        return item_of(entity)

    monkeypatch.setattr(dumping, "item_of", counted)
    resumed = index_dump(tmp_path / name, tmp_path / "resumed.index")
    assert 0 < len(parsed) < len(many) - 1500  # what the killed runs had read was not read again
    assert every_row(resumed.path) == every_row(whole.path)


def test_a_run_that_is_killed_while_it_closes_classes_begins_that_anew(tmp_path: Path) -> None:
    def kill(progress: Progress) -> None:
        if progress.stage == "dropping what has no type":
            raise KilledError

    with pytest.raises(KilledError):
        made(tmp_path, WORLD, tell=kill)
    assert every_row(made(tmp_path, WORLD).path) == every_row(made(tmp_path, WORLD, "again.json").path)


def test_another_dump_does_not_go_on_with_a_killed_run(tmp_path: Path) -> None:
    def kill(_: Progress) -> None:
        raise KilledError

    with pytest.raises(KilledError):
        made(tmp_path, WORLD, tell=kill)
    with pytest.raises(UsageError, match="another dump"):
        made(tmp_path, WORLD[::-1])


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    made(tmp_path, WORLD)
    with pytest.raises(UsageError, match="exists"):
        made(tmp_path, WORLD)


def test_no_dump(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        index_dump(tmp_path / "weg.json", tmp_path / "i")
    with pytest.raises(UsageError, match="is empty"):
        made(tmp_path, b"")
    (tmp_path / "odd.index.part").write_bytes(b"no database at all, " * 500)
    (tmp_path / "odd").write_bytes(dump(WORLD))
    with pytest.raises(StoreError, match="damaged"):
        index_dump(tmp_path / "odd", tmp_path / "odd.index")


@pytest.mark.parametrize(
    ("name", "given", "date"),
    [("wikidata-20240513-all.json", None, "2024-05-13"), ("d.json", "2023-01-01", "2023-01-01"), ("d.json", None, "unknown")],
)
def test_the_date_of_the_dump(tmp_path: Path, name: str, given: str | None, date: str) -> None:
    undated = [{k: v for k, v in i.items() if k != "modified"} for i in WORLD]
    assert made(tmp_path, undated, name, snapshot=given).snapshot == date


def test_progress_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[Progress] = []
    made(tmp_path, WORLD, tell=told.append)
    assert [p.stage for p in told] == ["read", "closing the classes", "dropping what has no type", "packing"]
    assert told[0].share == 1.0
    assert told[0].text_bytes == len(dump(WORLD))
    assert told[0].rate > 0


def test_the_types_of_the_roots_are_those_the_linker_knows() -> None:
    from relaas.link.wording import rules

    known = {t for types in rules()["fits"].values() for t in types} | set(rules()["place_types"]) | {"office"}
    assert {root.type for root in roots()} <= known


def test_real_items(tmp_path: Path, shared: Path) -> None:
    room = shared / "data" / "wikidata" / "samples" / "opentapioca"
    index = index_dump(room / "sample_wikidata_items.json.bz2", tmp_path / "sample.index")
    assert index.complete
    assert index.faults == ()
    belgium = dict(rows(index.path, "SELECT surface, form FROM name WHERE id / 1000 = 31"))
    assert (belgium["België"], belgium["Belg"]) == ("label", "demonym")
    assert rows(index.path, "SELECT sitelinks FROM item WHERE id = 31")[0][0] > 200
    stream = index_dump(room / "short_stream.json.bz2", tmp_path / "stream.index")
    assert stream.rows["item"] == len(set(rows(stream.path, "SELECT id FROM item")))


def test_gzip_padded_with_zeros_and_a_broken_checksum(tmp_path: Path) -> None:
    many = dump([item(n, f"Plaats {n * 7919}", claims=is_a(515)) for n in range(1, 9000)])
    raw = gzip.compress(many)
    padded = made(tmp_path, raw + bytes(700), "padded.json.gz")
    assert padded.complete
    assert padded.rows["item"] == 8999
    wrong = bytearray(raw)
    wrong[-6] ^= 0xFF
    broken = made(tmp_path, bytes(wrong), "wrong.json.gz")
    assert not broken.complete
    assert any("breaks off" in reason for _, reason in broken.faults)
    assert 3000 < broken.rows["item"] <= 8999


@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": ")])
def test_an_article_is_passed_over_only_where_it_is_nothing_else(tmp_path: Path, separators: tuple[str, str]) -> None:
    items = [item(42, "Artikel", claims=is_a(13442814)), item(43, "Ook stad", claims=is_a(13442814, 515))]
    raw = b"\n".join(json.dumps(i, separators=separators).encode() for i in items)
    assert [n for (n,) in rows(made(tmp_path, raw).path, "SELECT id FROM item")] == [43]
