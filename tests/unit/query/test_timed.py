"""Queries with a limit of time: the same answers and errors as without, and none that comes late."""

import time
from pathlib import Path

import pytest

from relaas.errors import QueryError, RelaasError
from relaas.query import Table, ask, ask_within, load_graphs
from relaas.store import build

#: Counts the ways to choose five statements: a hundred million million.
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }"
ROWS = "SELECT ?s ?o WHERE { ?s <x:p> ?o } ORDER BY ?s"


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "brug.nq"
    path.write_text("".join(f'<x:{n}> <x:p> "dijk {n}"@nl <x:g> .\n' for n in range(650)), encoding="utf-8")
    return path


def test_an_answer_in_time_is_the_same(graph: Path, tmp_path: Path) -> None:
    expected = ask(load_graphs([graph]), ROWS)
    assert isinstance(expected, Table)
    assert len(expected.rows) == 650
    assert ask_within(60, ROWS, graphs=[graph]) == expected
    build(tmp_path / "store", [graph])
    assert ask_within(60, ROWS, store=tmp_path / "store") == expected


def test_no_answer_in_time_is_an_error(graph: Path) -> None:
    begin = time.monotonic()
    with pytest.raises(QueryError, match=r"no answer within 1\.5 seconds; give a longer --timeout"):
        ask_within(1.5, ENDLESS, graphs=[graph])
    assert time.monotonic() - begin < 10


@pytest.mark.parametrize(
    ("text", "name", "code", "message"),
    [("SELECT ?x", "brug.nq", 2, "is no SPARQL"), (ROWS, "weg.nq", 3, "weg.nq: cannot be read")],
)
def test_what_is_wrong_is_told_as_without_a_limit(graph: Path, text: str, name: str, code: int, message: str) -> None:
    with pytest.raises(RelaasError, match=message) as error:
        ask_within(60, text, graphs=[graph.with_name(name)])
    assert error.value.exit_code == code
