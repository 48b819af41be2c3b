"""The real documents of three parliaments, where they are present: units against gold, and no text that breaks it."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from relaas.model import Document, Source
from relaas.structure import arrange

SHARED = Path(__file__).resolve().parents[4] / "shared"
DOCUMENTS = sorted((SHARED / "corpus" / "documents").glob("*.txt"))
GOLD = sorted((SHARED / "corpus" / "gold").glob("*.yaml"))
pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="the corpus is not beside this checkout (../shared/corpus)")


def document(name: str) -> Document:
    with (SHARED / "corpus" / "documents" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        return arrange(Source(name, file.read(), "00"))


@pytest.fixture(scope="module")
def locators() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_locators", SHARED / "evaluation" / "resolve.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def units(found: Document) -> list[tuple[str, tuple[str, ...], tuple[int, int]]]:
    return [
        (p.kind, tuple(re.findall(r"\d+", p.number or "")), (p.span.start, p.span.end))
        for p in found.parts
        if p.kind in ("question", "answer")
    ]


def same(a: tuple[str, tuple[str, ...], tuple[int, int]], b: tuple[str, tuple[str, ...], tuple[int, int]]) -> bool:
    (s, e), (t, f) = a[2], b[2]
    shared = max(0, min(e, f) - max(s, t))
    return a[:2] == b[:2] and shared >= 0.9 * (e - s + f - t - shared)


def test_units_against_gold(locators: ModuleType) -> None:
    right = missed = false = 0
    for path in GOLD:
        found = document(path.stem)
        predicted = units(found)
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))["units"]:
            if row["kind"] not in ("question", "answer"):
                continue
            gold = (row["kind"], tuple(re.findall(r"\d+", row["number"] or "")), locators.locate(found.source.text, row["span"]))
            hit = next((u for u in predicted if same(gold, u)), None)
            if hit is None:
                missed += 1
            else:
                predicted.remove(hit)
                right += 1
        false += len(predicted)
    assert 2 * right / (2 * right + missed + false) >= 0.98


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_every_document_has_questions_and_answers(path: Path) -> None:
    found = document(path.stem)
    kinds = {p.kind for p in found.parts}
    assert {"title", "question", "answer"} <= kinds
    assert found.layout != "generic"
    assert all(p.answers for p in found.parts if p.kind == "answer")
