"""A bug that one document shows: the others are built, the report says what it was and where, and the exit code is true."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "1. Wanneer opent de brug?\n\nANTWOORD\n\n1. Het kabinet hoopt dat de brug op 3 mei 2023 opent.\n"

#: Every Python process of the run imports this first. It puts a bug into the real stage: a text with *tureluur* ends the way
#: that `HOW` names: an exception, no memory, or the death of the process.
_PLANTED = """
import os, signal
import relaas.structure
whole = relaas.structure.arrange
def arrange(source, *, metadata=None):
    if "tureluur" in source.text:
        how = os.environ["HOW"]
        if how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        raise {"bug": KeyError("tureluur"), "memory": MemoryError()}[how]
    return whole(source, metadata=metadata)
relaas.structure.arrange = arrange
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted" / "sitecustomize.py").write_text(_PLANTED, encoding="utf-8")
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("brug", f"brug van {name}"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("brug", "tureluur"), encoding="utf-8")
    return tmp_path


def _build(room: Path, *arguments: str, how: str) -> tuple[int, str, dict[str, dict[str, str]]]:
    environment = {**os.environ, "PYTHONPATH": str(room / "planted"), "HOW": how}
    command = [sys.executable, "-m", "relaas", "build", *arguments, "--no-validate", "--no-links"]
    done = subprocess.run(command, cwd=room, env=environment, capture_output=True, text=True, check=False, timeout=300)
    rows = json.loads((room / "graph" / "report.json").read_text(encoding="utf-8"))["documents"]
    return done.returncode, done.stderr, {row["input"]: row for row in rows}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bug_in_one_document_stops_no_other(room: Path, jobs: str) -> None:
    code, said, rows = _build(room, "a.txt", "b.txt", "c.txt", "d.txt", "--jobs", jobs, how="bug")
    assert code == 1
    assert {name: row["status"] for name, row in rows.items()} == {
        "a.txt": "built", "b.txt": "failed", "c.txt": "built", "d.txt": "built"
    }  # fmt: skip
    reason = rows["b.txt"]["reason"]
    assert reason.startswith("met a bug in relaas: KeyError in stage 'structure' (pipeline.py, line ")
    assert f"relaas: b.txt: {reason}" in said
    assert "Traceback" in said
    assert str(room) not in json.dumps(rows)
    assert sorted(path.name for path in (room / "graph").glob("*.nq")) == ["a.nq", "c.nq", "d.nq"]


def test_a_bug_and_nothing_built_is_our_bug(room: Path) -> None:
    code, said, rows = _build(room, "b.txt", how="bug")
    assert code == 70
    assert "please report it" in said
    assert rows["b.txt"]["status"] == "failed"


def test_a_document_without_room_in_memory_stops_no_other(room: Path) -> None:
    code, said, rows = _build(room, "b.txt", "c.txt", how="memory")
    assert code == 1
    assert "b.txt: needs more memory than there is" in said
    assert rows["c.txt"]["status"] == "built"


def test_a_document_that_kills_its_process_stops_no_other(room: Path) -> None:
    code, said, rows = _build(room, "a.txt", "b.txt", "c.txt", "d.txt", "--jobs", "2", how="killed")
    assert code == 1
    assert list(rows) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert [name for name, row in rows.items() if row["status"] == "failed"] == ["b.txt"]
    assert "b.txt: killed the process that read it" in said
