"""The documents of three parliaments that stand beside a checkout: every graph conforms, and the scores hold.

The scorer is the one beside the corpus, run as it stands; the bars are those the project set itself.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def graphs(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every document of the corpus, built; report.json beside the graphs."""
    out = tmp_path_factory.mktemp("graphs")
    documents = str(shared / "corpus" / "documents")
    done = subprocess.run(
        [sys.executable, "-m", "relaas", "build", documents, "--out", str(out), "--jobs", "2", "-q"], check=False
    )
    assert done.returncode in (0, 1), "the build itself failed"
    return out


@pytest.fixture(scope="module")
def scores(graphs: Path, shared: Path) -> dict[str, Any]:
    command = [
        str(shared / "evaluation" / "score.py"),
        "--json",
        "--all",
        str(graphs),
        str(shared / "corpus" / "gold"),
        str(shared / "corpus" / "documents"),
    ]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_every_document_is_built_and_conforms(graphs: Path, shared: Path) -> None:
    rows = json.loads((graphs / "report.json").read_text(encoding="utf-8"))["documents"]
    assert len(rows) == len(list((shared / "corpus" / "documents").glob("*.txt")))
    assert [r["input"] for r in rows if r["status"] != "built" or r["conforms"] is not True] == []


def test_units_over_all_gold(scores: dict[str, Any]) -> None:
    assert scores["micro"]["units"]["F1"] >= 0.95


@pytest.mark.parametrize(("kind", "bar"), [("units", 1.0), ("claims", 0.80), ("events", 0.75), ("figures", 0.90)])
def test_the_sample(scores: dict[str, Any], kind: str, bar: float) -> None:
    assert scores["documents"]["seed"][kind]["F1"] >= bar
