"""Building, updating and checking a store, with graphs of a few lines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from relaas.errors import GraphError, StoreError, UsageError
from relaas.query import Table, ask, open_store
from relaas.store import build, check, live_version, open_live, read_manifest, update

_DOC = "https://w3id.org/relaas/id/doc/{0}/graph"
Write = Callable[..., Path]


def quad(subject: str, value: str, graph: str | None) -> str:
    """Return a line of N-Quads."""
    place = f" <{graph}>" if graph else ""
    return f'<http://x/{subject}> <http://x/says> "{value}"{place} .\n'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of N-Quads."""

    def write_file(name: str, *lines: str) -> Path:
        path = tmp_path / f"{name}.nq"
        path.write_text("".join(lines), encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def three(write: Write) -> list[Path]:
    """Three documents with a graph each and a registry that they share in part."""
    return [
        write(
            name,
            quad(name, f"eigen woord van {name}", _DOC.format(name)),
            quad("land", "gedeeld", _DOC.format(name)),
            quad("land", "gedeeld", "http://x/registry"),
            quad("land", f"alleen bij {name}", "http://x/registry"),
        )
        for name in ("a", "b", "c")
    ]


def content(folder: Path) -> list[str]:
    """Return every statement of the live version, the union included."""
    with open_live(folder) as live:
        return sorted(str(found) for found in live.store)


def test_a_build_holds_every_graph_and_their_union(tmp_path: Path, three: list[Path]) -> None:
    change = build(tmp_path / "s", three)
    assert change.added == ("a", "b", "c")
    assert (change.manifest.quads, change.manifest.triples) == (10, 7)
    assert change.manifest.shared == {"http://x/registry"}
    assert change.manifest.properties == {"http://x/says": 7}
    table = ask(open_store(tmp_path / "s"), 'SELECT ?s { ?s <http://x/says> "gedeeld" }')
    assert isinstance(table, Table)
    assert len(table.rows) == 1


def test_the_order_of_the_files_changes_nothing(tmp_path: Path, three: list[Path]) -> None:
    seen = set()
    for number, paths in enumerate(permutations(three)):
        build(tmp_path / f"s{number}", paths)
        version = tmp_path / f"s{number}" / "versions" / "0000000001"
        seen.add(((version / "manifest.json").read_bytes(), tuple(content(tmp_path / f"s{number}"))))
    assert len(seen) == 1


@pytest.mark.parametrize("first", [1, 2, 3])
def test_an_update_gives_the_store_that_a_build_of_all_gives(first: int, tmp_path: Path, three: list[Path], write: Write) -> None:
    """Whatever was there before: documents added, one replaced, one withdrawn, with what they share."""
    build(tmp_path / "s", three[:first])
    update(tmp_path / "s", three[first:])
    new = write("b", quad("b", "nieuw woord", _DOC.format("b2")), quad("land", "alleen bij a", "http://x/registry"))
    change = update(tmp_path / "s", [new], withdraw=["a"])
    assert (change.replaced, change.withdrawn) == (("b",), ("a",))
    build(tmp_path / "fresh", [new, three[2]])
    assert content(tmp_path / "s") == content(tmp_path / "fresh")
    assert read_manifest(tmp_path / "s").to_json() == read_manifest(tmp_path / "fresh").to_json()
    check(tmp_path / "s")


def test_what_two_documents_say_stays_until_both_are_withdrawn(tmp_path: Path, three: list[Path]) -> None:
    build(tmp_path / "s", three)
    for name, left in (("a", True), ("b", True)):
        update(tmp_path / "s", withdraw=[name])
        assert any("gedeeld" in line and "registry" in line for line in content(tmp_path / "s")) is left
        assert not any(f"alleen bij {name}" in line for line in content(tmp_path / "s"))
    update(tmp_path / "s", withdraw=["c"])
    assert content(tmp_path / "s") == []
    assert check(tmp_path / "s").inputs == ()


def test_statements_outside_a_graph_are_part_of_the_union(tmp_path: Path, write: Write) -> None:
    one = write("one", quad("s", "overal", None), quad("s", "alleen hier", None))
    two = write("two", quad("s", "overal", "http://x/g"), quad("s", "ook", None))
    build(tmp_path / "s", [one, two])
    assert read_manifest(tmp_path / "s").triples == 3
    update(tmp_path / "s", withdraw=["two"])
    assert len(content(tmp_path / "s")) == 2
    update(tmp_path / "s", [two], withdraw=["one"])
    build(tmp_path / "fresh", [two])
    assert content(tmp_path / "s") == content(tmp_path / "fresh")


def test_a_document_is_withdrawn_by_its_name_its_iri_or_its_graph(tmp_path: Path, three: list[Path]) -> None:
    for text in ("a", "https://w3id.org/relaas/id/doc/a", _DOC.format("a")):
        build(tmp_path / "s", three)
        assert update(tmp_path / "s", withdraw=[text]).withdrawn == ("a",)
    with pytest.raises(UsageError, match="2 documents hold this graph"):
        update(tmp_path / "s", withdraw=["http://x/registry"])
    with pytest.raises(UsageError, match="holds no document"):
        update(tmp_path / "s", withdraw=["weg"])
    with pytest.raises(UsageError, match="given and withdrawn at once"):
        update(tmp_path / "s", [three[1]], withdraw=["b"])


def test_a_file_that_has_not_changed_costs_nothing(tmp_path: Path, three: list[Path]) -> None:
    build(tmp_path / "s", three)
    change = update(tmp_path / "s", three)
    assert (change.same, change.version) == (("a", "b", "c"), live_version(tmp_path / "s"))
    assert change.version == "0000000001"


def test_blank_nodes_of_two_files_are_two(tmp_path: Path, write: Write) -> None:
    one = write("one", '_:b0 <http://x/p> "1" <http://x/g> .\n', '_:b0 <http://x/p> "2" _:graph .\n')
    two = write("two", '_:b0 <http://x/p> "1" <http://x/g> .\n')
    build(tmp_path / "s", [one, two])
    with open_live(tmp_path / "s") as live:
        assert len({found.subject for found in live.store}) == 2
    check(tmp_path / "s")
    update(tmp_path / "s", withdraw=["one"])
    build(tmp_path / "fresh", [two])
    assert content(tmp_path / "s") == content(tmp_path / "fresh")
    check(tmp_path / "s")


def test_what_is_no_n_quads_is_named_and_the_old_store_stays(tmp_path: Path, three: list[Path], write: Write) -> None:
    build(tmp_path / "s", three)
    before = content(tmp_path / "s")
    for name, text in (("kapot", "dit is niets\n"), ("leeg", ""), ("half", quad("s", "x", "http://x/g")[:-12])):
        with pytest.raises(GraphError, match=rf"{name}\.nq"):
            update(tmp_path / "s", [write(name, text)])
        with pytest.raises(GraphError, match=rf"{name}\.nq"):
            build(tmp_path / "s", [*three, tmp_path / f"{name}.nq"])
    with pytest.raises(GraphError, match=r"weg\.nq"):
        build(tmp_path / "s", [tmp_path / "weg.nq"])
    assert content(tmp_path / "s") == before
    assert sorted(p.name for p in (tmp_path / "s" / "versions").iterdir()) == ["0000000001"]


def test_two_files_of_one_name_are_a_mistake_before_any_work(tmp_path: Path, three: list[Path]) -> None:
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / "a.nq"
    twin.write_bytes(three[0].read_bytes())
    with pytest.raises(UsageError, match="have one name"):
        build(tmp_path / "s", [*three, twin])
    assert not (tmp_path / "s").exists()


def test_only_one_builds_at_a_time(tmp_path: Path, three: list[Path]) -> None:
    import fcntl

    build(tmp_path / "s", three)
    with (tmp_path / "s" / "lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="another build is at work"):
            update(tmp_path / "s", withdraw=["a"])
    assert update(tmp_path / "s", withdraw=["a"]).withdrawn == ("a",)


def test_a_version_that_is_read_is_kept_until_it_is_let_go(tmp_path: Path, three: list[Path]) -> None:
    build(tmp_path / "s", three)
    versions = tmp_path / "s" / "versions"
    with open_live(tmp_path / "s") as live:
        update(tmp_path / "s", withdraw=["a"])
        assert sorted(p.name for p in versions.iterdir()) == ["0000000001", "0000000002"]
        assert live.store.contains_named_graph(ox.NamedNode(_DOC.format("a")))
    update(tmp_path / "s", withdraw=["b"])
    assert [p.name for p in versions.iterdir()] == ["0000000003"]


def test_a_folder_without_a_store_is_said(tmp_path: Path, three: list[Path]) -> None:
    for action in (check, read_manifest, lambda folder: update(folder, three)):
        with pytest.raises(StoreError, match="holds no store"):
            action(tmp_path / "leeg")
    assert not (tmp_path / "leeg").exists()


@pytest.fixture
def damaged(tmp_path: Path, three: list[Path]) -> Path:
    """A sound store, to be damaged."""
    build(tmp_path / "s", three)
    return tmp_path / "s"


_NAMES = ["CURRENT", "MANIFEST-*", "*.sst", "*.log", "OPTIONS-*", "../manifest.json", "../shared.sqlite"]


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("how", ["removed", "emptied", "cut", "changed", "grown"])
def test_a_damaged_file_is_named_and_never_opened_as_an_empty_store(name: str, how: str, damaged: Path) -> None:
    version = damaged / "versions" / "0000000001"
    found = sorted((version / "rocks").glob(name) if ".." not in name else [version / name[3:]])
    path = max(found, key=lambda p: p.stat().st_size)
    data = path.read_bytes()
    if how == "removed":
        path.unlink()
    else:
        middle = len(data) // 2
        flipped = data[:middle] + bytes([data[middle] ^ 0x40]) + data[middle + 1 :] if data else b"x"
        path.write_bytes({"emptied": b"" if data else b"x", "cut": data[:-1] if data else b"x",
                          "changed": flipped, "grown": data + b"x"}[how])  # fmt: skip
    with pytest.raises(StoreError, match="damaged") as error:
        check(damaged)
    assert path.name in str(error.value)
    with pytest.raises(StoreError, match="damaged"), open_live(damaged):
        pass
    with pytest.raises(StoreError, match="damaged"):
        open_store(damaged)
    with pytest.raises(StoreError, match="damaged"):
        update(damaged, withdraw=["a"])
    assert StoreError.exit_code == 4


def test_a_foreign_file_in_the_database_is_named(damaged: Path) -> None:
    (damaged / "versions" / "0000000001" / "rocks" / "000999.log").write_bytes(b"")
    with pytest.raises(StoreError, match=r"000999\.log is a file that does not belong"):
        check(damaged)


@pytest.mark.parametrize("text", [None, "", "0000000009\n", "../..\n", "\xff"])
def test_a_pointer_that_leads_nowhere_is_said(text: str | None, damaged: Path) -> None:
    if text is None:
        (damaged / "live").unlink()
    else:
        (damaged / "live").write_text(text, encoding="latin-1")
    with pytest.raises(StoreError, match=r"is missing or empty|is not there"):
        check(damaged)


@pytest.mark.parametrize("text", ["{}", "[]", "nonsense", '{"form": 99}'])
def test_a_damaged_listing_is_said(text: str, damaged: Path) -> None:
    (damaged / "versions" / "0000000001" / "files.json").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match="damaged"):
        check(damaged)


def test_counts_that_differ_from_the_manifest_are_said(damaged: Path) -> None:
    """The files are those that were listed, and the database holds something else: listing and manifest are compared too."""
    from relaas.store.folder import write_listing

    version = damaged / "versions" / "0000000001"
    store = ox.Store(str(version / "rocks"))
    store.add(ox.Quad(ox.NamedNode("http://x/s"), ox.NamedNode("http://x/p"), ox.Literal("erbij"), ox.NamedNode("http://x/new")))
    store.flush()
    del store
    write_listing(version)
    with pytest.raises(StoreError, match="holds 18 statements where its manifest has 17"):
        check(damaged)
