"""`relaas evaluate` gives the same figures as the scorer that stands beside the corpus, on the same files."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TEXT = """1. Wanneer opent de brug?

ANTWOORD

1. Het kabinet hoopt dat de brug op 3 mei 2023 opent. Volgens de burgemeester zijn 12 aannemers gevraagd.
"""
GOLD = """
doc: brug
header: {kind: written-question}
units:
  - {id: Q1, kind: question, number: "1", span: {from: "Wanneer", to: "brug?"}, sub: 1}
  - {id: A1, kind: answer, number: "1", answers: [Q1], span: {from: "Het kabinet", to: "gevraagd."}}
coverage: [{q: Q1, by: A1, verdict: answered}]
actors:
  - {id: kabinet, label: "kabinet", kind: government, mentions: ["Het kabinet"]}
  - {id: burgemeester, label: "burgemeester", kind: office, mentions: ["de burgemeester"]}
events: [{id: e1, trigger: "opent.", type: closure, when: 2023-05-03, where: [], participants: [], status: planned, in: A1}]
claims:
  - {id: c1, in: A1, holder: kabinet, holder_text: "Het kabinet", cue: "hoopt", act: hope,
     content: {from: "de brug op 3", to: "2023 opent"}, to: []}
  - {id: c2, in: A1, holder: burgemeester, holder_text: "de burgemeester", cue: "Volgens", act: assert,
     content: {from: "zijn 12", to: "gevraagd"}, to: []}
figures: [{value: 12, unit: people, text: "12 aannemers", of: aannemers, approx: exact, in: A1, claim: c2, event: null}]
sources: []
"""


@pytest.fixture(scope="module")
def graphs(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graphs of the annotated documents of three parliaments, and a folder without one of them."""
    out = tmp_path_factory.mktemp("graphs")
    texts = [shared / "corpus" / "documents" / f"{p.stem}.txt" for p in sorted((shared / "corpus" / "gold").glob("*.yaml"))]
    done = subprocess.run([sys.executable, "-m", "relaas", "build", *map(str, texts), "--out", str(out), "-q"], check=False)
    assert done.returncode in (0, 1)
    (out / "vl04.nq").unlink()  # a missing graph counts as an empty one
    return out


def ours(*arguments: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "relaas", "evaluate", *map(str, arguments), "--format", "json", "--errors"]
    result: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return result


def theirs(scorer: Path, *arguments: Path) -> dict[str, Any]:
    command = [sys.executable, str(scorer), "--json", "--errors", "--all", *map(str, arguments)]
    result: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return result


def test_the_same_figures_on_the_corpus(shared: Path, graphs: Path) -> None:
    arguments = (graphs, shared / "corpus" / "gold", shared / "corpus" / "documents")
    mine, other = ours(*arguments), theirs(shared / "evaluation" / "score.py", *arguments)
    assert mine["micro"] == other["micro"]
    assert mine["documents"] == other["documents"]
    for name, errors in other["errors"].items():
        rows = [
            {"row": m["row"], "kind": m["kind"], "name": m["name"], "at": m["at"], "note": m["note"], "text": m["words"]}
            for m in mine["mistakes"][name]
        ]
        assert rows == errors, name


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A small document of our own with its annotation."""
    for folder in ("texts", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "texts" / "brug.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold" / "brug.yaml").write_text(GOLD, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "relaas", "build", "texts", "-q"], cwd=tmp_path, check=True)
    return tmp_path


def test_our_own_document(room: Path) -> None:
    micro = ours(room / "graph", room / "gold", room / "texts")["micro"]
    assert micro["units"]["F1"] == micro["figures"]["F1"] == micro["sources"]["F1"] == 1.0
    assert micro["claims"]["tp"] >= 1


def test_a_table_with_every_mistake_for_people(room: Path) -> None:
    (room / "graph" / "brug.nq").unlink()
    command = [sys.executable, "-m", "relaas", "evaluate", "graph", "gold", "texts", "--errors"]
    page = subprocess.run(command, cwd=room, capture_output=True, check=True, text=True).stdout
    assert "claims             missed" in page
    assert "c1 hope by kabinet: “hoopt … de brug op 3 mei 2023 opent”" in page


def test_an_annotation_that_does_not_fit_its_text(room: Path) -> None:
    (room / "gold" / "brug.yaml").write_text(GOLD.replace("12 aannemers", "13 aannemers"), encoding="utf-8")
    command = [sys.executable, "-m", "relaas", "evaluate", "graph", "gold", "texts"]
    done = subprocess.run(command, cwd=room, capture_output=True, check=False, text=True)
    assert done.returncode == 3
    assert "brug.yaml: has a locator that is not in the text" in done.stderr


def test_a_missing_graph_is_told(room: Path) -> None:
    (room / "leeg").mkdir()
    command = [sys.executable, "-m", "relaas", "evaluate", "leeg", "gold", "texts"]
    loud, quiet = (
        subprocess.run([*command, *flags], cwd=room, capture_output=True, text=True, check=True) for flags in ([], ["-q"])
    )
    assert loud.stderr == "relaas: brug: no graph of this name in leeg; it counts as an empty one\n"
    assert (quiet.stderr, quiet.stdout) == ("", loud.stdout)
