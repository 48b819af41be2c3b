"""Verdicts on the sample and on the annotated documents of three parliaments, with the language model."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from relaas.extract.coverage import find_coverage
from relaas.ids import Namer
from relaas.language import analyse
from relaas.model import Document, Part, Source, Span
from relaas.structure import arrange


def read(path: Path) -> Document:
    with path.open(encoding="utf-8", newline="") as file:
        return arrange(Source(path.stem, file.read(), "00"))


def found_in(document: Document) -> dict[str, str]:
    return {c.question: c.verdict for c in find_coverage(analyse(document), Namer())}


def combined(verdicts: list[str]) -> str | None:
    """The verdict of a question from those of its sub-questions, as the scorer takes it."""
    if len(set(verdicts)) <= 1:
        return verdicts[0] if verdicts else None
    if {"answered", "partly"} & set(verdicts):
        return "partly"
    return next(v for v in ("deferred", "refused", "not-answered") if v in verdicts)


def test_the_sample(sample: Path) -> None:
    found = found_in(read(sample))
    assert (found["q1"], found["q2.1"]) == ("answered", "answered")
    assert found["q2.2"] in ("partly", "not-answered")


@pytest.fixture(scope="module")
def locators(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_locators", shared / "evaluation" / "resolve.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def judged(shared: Path, locators: ModuleType) -> Iterator[tuple[str, str | None]]:
    for path in sorted((shared / "corpus" / "gold").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        document = read(shared / "corpus" / "documents" / f"{path.stem}.txt")
        found = found_in(document)
        units = {u["id"]: u for u in gold["units"]}
        for row in gold["coverage"]:
            for q in row["q"] if isinstance(row["q"], list) else [row["q"]]:
                if "doubt" not in row:
                    span = Span(*locators.locate(document.source.text, units[q]["span"]))
                    yield row["verdict"], _given(document, found, span)


def _given(document: Document, found: dict[str, str], span: Span) -> str | None:
    question = max((p for p in document.parts if p.kind == "question"), key=lambda p: p.span.overlap(span))
    mine: list[Part] = [p for p in document.parts if p is question or p.parent == question.part_id]
    return combined([found[p.part_id] for p in mine if p.part_id in found])


def test_verdicts_against_gold(shared: Path, locators: ModuleType) -> None:
    rows = list(judged(shared, locators))
    assert len(rows) > 50
    assert sum(gold == given for gold, given in rows) / len(rows) >= 0.80
