"""Every named query runs on every format with the same rows, and has the columns its head names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from relaas.query import named_queries

from .conftest import asker

NAMES = [q.name for q in named_queries()]


def test_there_are_enough() -> None:
    assert len(NAMES) >= 15


@pytest.mark.parametrize("name", NAMES)
def test_a_query_answers_the_same_in_every_format(name: str, graph_file: Path, rows: Callable[..., list[dict[str, str]]]) -> None:
    assert asker(graph_file)(name) == rows(name)


EMPTY = {"cited-sources"}


@pytest.mark.parametrize("name", [n for n in NAMES if n not in EMPTY])
def test_a_query_finds_something_in_the_sample(name: str, rows: Callable[..., list[dict[str, str]]]) -> None:
    assert rows(name)


PARAMETERS = [
    ("claims-per-holder", {"holder": "turkije"}, 1, 3),
    ("claims-per-holder", {"act": "speech-act/hope"}, 1, 3),
    ("timeline", {"since": "2022-09-01", "until": "2022-09-30"}, 1, 1),
    ("timeline", {"type": "event-type/ceasefire"}, 1, 3),
    ("coverage", {"verdict": "verdict/answered"}, 2, 2),
    ("figures", {"unit": "unit/weeks"}, 1, 1),
    ("accusations", {"accused": "Azerbeidzjan"}, 1, 2),
    ("attribution-chains", {"length": "3"}, 1, 2),
    ("actors", {"type": "actor-type/state"}, 4, 4),
    ("document", {"title": "armenië"}, 1, 1),
    ("document", {"title": "brug"}, 0, 0),
    ("cited-sources", {"kind": "source-type/letter"}, 0, 0),
]


@pytest.mark.parametrize(("name", "values", "least", "most"), PARAMETERS)
def test_parameters_select(
    name: str, values: dict[str, str], least: int, most: int, rows: Callable[..., list[dict[str, str]]]
) -> None:
    assert least <= len(rows(name, **values)) <= most


def test_every_parameter_is_tried() -> None:
    tried = {(name, p) for name, values, _, _ in PARAMETERS for p in values}
    assert tried == {(q.name, p.name) for q in named_queries() for p in q.parameters}
