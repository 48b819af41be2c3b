"""A build that is killed at any point, a disk that is full, files that rot below a server: nothing lost, nothing half visible."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from relaas.store import build, check, live_version, read_manifest, update
from serve.served import EXAMPLE, serving, write_copies

#: Runs a command of relaas and kills its own process, as `kill -9` does, at the n-th step that touches the store: a file or
#: folder opened, made, renamed, linked, removed, a database opened. The steps are those that Python audits. With 0 it counts.
_KILLED = """
import os, signal, sys
folder, at = sys.argv[1], int(sys.argv[2])
sys.argv = ["relaas", *sys.argv[3:]]
from relaas.__main__ import main
import relaas.store, pyoxigraph, sqlite3, fcntl, shutil
steps = 0
def hook(event, details):
    global steps
    if event.partition(".")[0] in ("open", "os", "shutil", "sqlite3") and folder in " ".join(map(str, details)):
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
try:
    main()
finally:
    print("steps", steps, file=sys.stderr)
"""
_POINTS = 25


def _killed(folder: Path, at: int, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _KILLED, str(folder), str(at), *command],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def _steps(folder: Path, *command: str) -> int:
    done = _killed(folder, 0, *command)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.rpartition("steps ")[2])


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Four documents."""
    return write_copies(EXAMPLE.read_bytes(), tmp_path_factory.mktemp("faults") / "graph", 4)


def _state(folder: Path) -> str | None:
    """Return what is live, after a check of every byte; None when nothing is."""
    return check(folder).to_json() if live_version(folder) is not None else None


def test_kill_at_25_points_of_an_update_leaves_the_old_store_or_the_new_one(tmp_path: Path, documents: list[Path]) -> None:
    command = ("store", "update", "--store", str(tmp_path / "s"), str(documents[3]), "--withdraw", documents[0].stem)
    build(tmp_path / "s", documents[:3])
    shutil.copytree(tmp_path / "s", tmp_path / "kept")
    old = _state(tmp_path / "s")
    steps = _steps(tmp_path / "s", *command)
    new = _state(tmp_path / "s")
    assert old != new
    # most of them where versions change places, the others over the whole of it
    points = sorted({*range(steps - _POINTS * 3 // 5, steps + 1), *range(1, steps, max(1, steps * 5 // (_POINTS * 2)))})
    assert len(points) >= _POINTS
    seen = set()
    for at in points:
        shutil.rmtree(tmp_path / "s")
        shutil.copytree(tmp_path / "kept", tmp_path / "s")
        before = live_version(tmp_path / "s")
        done = _killed(tmp_path / "s", at, *command)
        assert done.returncode == -9, done.stderr
        state = _state(tmp_path / "s")
        assert state in (old, new), at
        assert (live_version(tmp_path / "s") == before) == (state == old)
        seen.add(state == new)
        if at % 3:
            continue
        # whoever comes next finds nothing in the way, and clears away what was left
        update(tmp_path / "s", [documents[3]], withdraw=[documents[0].stem] if state == old else [])
        assert _state(tmp_path / "s") == new
        assert len(list((tmp_path / "s" / "versions").iterdir())) == 1
    assert seen == {True, False}, "the points reach to both sides of the swap"


def test_kill_of_a_first_build_leaves_no_store_or_a_whole_one(tmp_path: Path, documents: list[Path]) -> None:
    build(tmp_path / "whole", documents)
    whole = _state(tmp_path / "whole")
    command = [sys.executable, "-m", "relaas", "store", "build", "--store", str(tmp_path / "s"), *map(str, documents)]
    for pause in (0.05, 0.15, 0.25, 0.35, 0.5, 0.8):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(pause)
        process.kill()
        process.wait()
        assert _state(tmp_path / "s") in (None, whole)
    build(tmp_path / "s", documents)
    assert _state(tmp_path / "s") == whole


@pytest.mark.parametrize("limit", [1_000, 60_000, 400_000])
def test_a_full_disk_is_said_and_the_old_store_is_served_on(limit: int, tmp_path: Path, documents: list[Path]) -> None:
    """The limit on the length of a file stands in for a disk that is full: writes fail in the same way."""
    build(tmp_path / "s", documents[:1])
    old = _state(tmp_path / "s")
    many = write_copies(EXAMPLE.read_bytes(), tmp_path / "graph", 60)

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    with serving(tmp_path / "s") as server:
        for action in ("build", "update"):
            done = subprocess.run(
                [sys.executable, "-m", "relaas", "store", action, "--store", str(tmp_path / "s"), *map(str, many)],
                preexec_fn=small_disk, capture_output=True, text=True, timeout=120, check=False,
            )  # fmt: skip
            assert done.returncode == 4, done.stderr
            assert done.stderr.count("\n") == 1
            assert "cannot be written" in done.stderr
            assert _state(tmp_path / "s") == old
            query = {"query": "ASK { ?d a <https://w3id.org/relaas/ns#Document> }"}
            assert httpx.get(server.sparql, params=query).json()["boolean"] is True
    assert [p.name for p in (tmp_path / "s" / "versions").iterdir()] == [live_version(tmp_path / "s")]


@pytest.mark.parametrize("name", ["CURRENT", "*.sst", "*.log", "MANIFEST-*"])
def test_a_server_never_starts_on_a_damaged_store(name: str, tmp_path: Path, documents: list[Path]) -> None:
    build(tmp_path / "s", documents[:1])
    for path in (tmp_path / "s" / "versions" / "0000000001" / "rocks").glob(name):
        path.unlink()
    for command in (("serve", "--port", "0"), ("store", "check"), ("query", "timeline")):
        done = subprocess.run(
            [sys.executable, "-m", "relaas", *command, "--store", str(tmp_path / "s")],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 4, (command, done.stderr)
        assert "damaged" in done.stderr


def test_files_that_rot_below_a_server_give_no_empty_answer(tmp_path: Path, documents: list[Path]) -> None:
    build(tmp_path / "s", documents)
    statements = read_manifest(tmp_path / "s").quads
    query = {"query": "SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"}
    with serving(tmp_path / "s", "--seconds", "2") as server:
        for path in (tmp_path / "s" / "versions" / "0000000001" / "rocks").glob("*.sst"):
            with path.open("r+b") as file:
                file.write(b"\0" * (path.stat().st_size - 100))
        for _ in range(4):
            response = httpx.get(server.sparql, params=query, timeout=30)
            if response.status_code == 200:  # from what was read before
                assert len(response.json()["results"]["bindings"]) == statements
            else:
                assert response.status_code == 503
        # a new version brings it back
        build(tmp_path / "s", documents[:2])
        for _ in range(100):
            response = httpx.get(server.sparql, params=query, timeout=30)
            if response.status_code == 200 and len(response.json()["results"]["bindings"]) < statements:
                break
            time.sleep(0.1)
        assert len(response.json()["results"]["bindings"]) == read_manifest(tmp_path / "s").quads


def test_a_new_version_that_is_damaged_leaves_the_old_one_served(tmp_path: Path, documents: list[Path]) -> None:
    build(tmp_path / "s", documents[:1])
    query = {"query": "SELECT (COUNT(*) AS ?n) { ?d a <https://w3id.org/relaas/ns#Document> }"}
    with serving(tmp_path / "s") as server:
        bad = tmp_path / "s" / "versions" / "0000000002"
        (bad / "rocks").mkdir(parents=True)
        (bad / "files.json").write_text(json.dumps({"rocks/CURRENT": {"bytes": 1, "sha256": ""}}), encoding="utf-8")
        (bad / "reading").touch()
        (tmp_path / "s" / "live").write_text("0000000002\n", encoding="ascii")
        for _ in range(20):
            response = httpx.get(server.sparql, params=query, timeout=30)
            assert response.status_code == 200, response.text
            assert response.json()["results"]["bindings"][0]["n"]["value"] == "1"
            time.sleep(0.05)
        # what describes the store is read from its manifest, which is missing: said, and no crash
        assert httpx.get(server.sparql, timeout=30).status_code == 503
