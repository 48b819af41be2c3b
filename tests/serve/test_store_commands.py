"""The commands `store`, `serve` and `publish` as a script uses them: exit codes, what goes to which output."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from serve.served import EXAMPLE, serving, write_copies


def _run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "relaas", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120, check=False)


@pytest.fixture
def graphs(tmp_path: Path) -> Path:
    """A folder of two documents."""
    return write_copies(EXAMPLE.read_bytes(), tmp_path / "graph", 2)[0].parent


def test_a_store_is_made_changed_and_checked(graphs: Path, tmp_path: Path) -> None:
    built = _run("store", "build", "--store", "s", "graph", cwd=tmp_path)
    assert (built.returncode, built.stdout) == (0, "")
    assert "2 added: document-0000, document-0001" in built.stderr
    assert "2 documents, 9 graphs, 1,577 statements" in built.stderr

    update = _run("store", "update", "--store", "s", "graph", "--format", "json", cwd=tmp_path)
    assert json.loads(update.stdout)["same"] == ["document-0000", "document-0001"]

    gone = _run("store", "update", "--store", "s", "--withdraw", "document-0001", "-q", cwd=tmp_path)
    assert (gone.returncode, gone.stdout, gone.stderr) == (0, "", "")

    check = _run("store", "check", "--store", "s", cwd=tmp_path)
    assert check.returncode == 0
    assert check.stdout.startswith("document-0000  798 statements  sha256 ")
    assert "sound; 1 documents" in check.stderr
    assert json.loads(_run("store", "check", "--store", "s", "--format", "json", cwd=tmp_path).stdout)["quads"] == 798

    asked = _run("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "--store", "s", "--format", "csv", cwd=tmp_path)
    listed = json.loads((tmp_path / "s" / "versions" / "0000000002" / "manifest.json").read_text(encoding="utf-8"))
    assert asked.stdout.split() == ["n", str(listed["triples"])]


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("store", "update", "--store", "s"), 2, "what has changed"),
        (("store", "update", "--store", "weg", "graph"), 4, "holds no store"),
        (("store", "check", "--store", "weg"), 4, "holds no store"),
        (("store", "build", "--store", "s", "weg"), 3, "does not exist"),
        (("store", "build", "--store", "s", "a.ttl"), 2, "relaas export a.ttl"),
        (("store", "build", "--store", "s", "kapot.nq"), 3, "kapot.nq: it is no N-Quads"),
        (("serve", "--store", "weg"), 4, "holds no store"),
        (("publish", "http://127.0.0.1:1/store", "weg"), 3, "does not exist"),
        (("publish", "ftp://x", "graph"), 2, "begins with http"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(
    arguments: tuple[str, ...], code: int, word: str, graphs: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.ttl").write_text("<http://x/a> <http://x/b> 1 .", encoding="utf-8")
    (tmp_path / "kapot.nq").write_text("dit is niets\n", encoding="utf-8")
    done = _run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("relaas: ")
    assert done.stderr.count("\n") == 1
    assert word in done.stderr


def test_a_port_that_is_taken_is_said(graphs: Path, tmp_path: Path) -> None:
    _run("store", "build", "--store", "s", "graph", cwd=tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = _run("serve", "--store", "s", "--port", str(taken.getsockname()[1]), cwd=tmp_path)
    assert done.returncode == 2
    assert "give another --port" in done.stderr


def test_an_interrupt_ends_the_server_and_its_workers(graphs: Path, tmp_path: Path) -> None:
    _run("store", "build", "--store", "s", "graph", cwd=tmp_path)
    with serving(tmp_path / "s") as server:
        children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
        workers = children.read_text(encoding="ascii").split() if children.exists() else []
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(20) == 130
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
    assert not [line for line in server.said if "Traceback" in line]
