"""The command line's contract: what goes where, and with which exit code. Every call is the real program."""

import functools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXT = "1. Wanneer opent de brug?\n\nANTWOORD\n\n1. Het kabinet hoopt dat de brug op 3 mei 2023 opent.\n"


def run(*arguments: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "relaas", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **(env or {})},
    )


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "brug.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "leeg.txt").write_text("", encoding="utf-8")
    return tmp_path


def test_the_last_line_of_many_documents_says_how_many_have_notes(tmp_path: Path) -> None:
    for n in range(11):  # more than are told of one by one
        text = "1. Opent brug A?\n2. Wanneer?\n\n1. Neen.\n2. Nooit.\n" if n < 2 else TEXT.replace("3 mei", f"{n} mei")
        (tmp_path / f"brug{n}.txt").write_text(text.replace("brug A", f"brug {'AB'[n % 2]}"), encoding="utf-8")
    done = run("build", ".", "--no-validate", "--no-links", cwd=tmp_path)
    assert b"11 of 11 documents built, 0 do not conform, 2 have notes; see graph/report.json" in done.stderr
    assert b"may be the answer" not in done.stderr


def test_a_bad_file_never_stops_the_others(room: Path) -> None:
    done = run("build", ".", cwd=room)
    assert done.returncode == 1
    assert b"leeg.txt: is empty; give a file with text in it" in done.stderr
    assert done.stdout == b""
    rows = {r["input"]: r for r in json.loads((room / "graph" / "report.json").read_text(encoding="utf-8"))["documents"]}
    assert rows["leeg.txt"]["status"] == "failed"
    assert rows["leeg.txt"]["reason"].startswith("is empty")
    assert rows["brug.txt"]["conforms"] is True
    assert {"read", "structure", "analyse", "extract", "graph", "validate", "serialize"} <= set(rows["brug.txt"]["seconds"])
    assert (room / "graph" / "brug.nq").is_file()


def test_two_of_one_name_never_stop_the_others(room: Path) -> None:
    for name in ("sluis.txt", "sluis.md"):
        (room / name).write_text(TEXT, encoding="utf-8")
    done = run("build", "brug.txt", "sluis.txt", "sluis.md", "--no-validate", cwd=room)
    assert done.returncode == 1
    assert b"sluis.md: has the name of sluis.txt" in done.stderr
    rows = json.loads((room / "graph" / "report.json").read_text(encoding="utf-8"))["documents"]
    assert [(r["input"], r["status"]) for r in rows] == [("brug.txt", "built"), ("sluis.md", "failed"), ("sluis.txt", "failed")]
    assert rows[2]["reason"] == "has the name of sluis.md, and so would its graph; rename one or build them apart"
    assert [p.name for p in (room / "graph").glob("*.nq")] == ["brug.nq"]


def test_no_input_could_be_read(room: Path) -> None:
    done = run("build", "leeg.txt", "weg.txt", cwd=room)
    assert done.returncode == 3
    assert b"weg.txt: does not exist" in done.stderr


def test_wrong_usage(room: Path) -> None:
    (room / "brug.md").write_text(TEXT, encoding="utf-8")
    for arguments in (
        ["build", "brug.md", "brug.txt"],
        ["build"],
        ["nonsense"],
        ["build", "brug.txt", "--base", "geen iri"],
        ["query"],
        ["query", "weg"],
    ):
        assert run(*arguments, cwd=room).returncode == 2, arguments
    assert not (room / "graph").exists()


def test_a_pipe_is_no_document(room: Path) -> None:
    os.mkfifo(room / "pijp.txt")
    done = run("build", "pijp.txt", cwd=room)
    assert done.returncode == 3
    assert b"pijp.txt: is no regular file" in done.stderr


def test_nothing_to_check_is_no_conforming_graph(room: Path) -> None:
    (room / "niets.jsonld").write_text('{"een": "ding"}', encoding="utf-8")
    done = run("validate", "niets.jsonld", cwd=room)
    assert done.returncode == 3
    assert b"holds no statements" in done.stderr


def test_a_full_disk_is_no_bug(room: Path) -> None:
    assert run("build", "brug.txt", "-q", cwd=room).returncode == 0
    command = f"{sys.executable} -m relaas show graph/brug.nq > /dev/full"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=room, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"could not be written" in done.stderr


def test_an_interrupted_build_reports_what_it_did(room: Path) -> None:
    for number in range(40):
        (room / f"brug{number:02}.txt").write_text(TEXT + f"\n{number} bruggen\n", encoding="utf-8")
    command = [sys.executable, "-m", "relaas", "build", ".", "-v"]
    # a program that a shell started in the background ignores SIGINT, and so do its children
    heeding = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=room, stderr=subprocess.PIPE, preexec_fn=heeding) as build:  # noqa: PLW1509
        assert build.stderr is not None
        while b"conforms" not in build.stderr.readline():
            pass
        build.send_signal(signal.SIGINT)
        build.stderr.read()
    assert build.returncode == 130
    rows = json.loads((room / "graph" / "report.json").read_text(encoding="utf-8"))["documents"]
    assert 1 <= len(rows) < 40
    assert not [p.name for p in (room / "graph").iterdir() if p.name.startswith(".")]


def test_metadata_that_is_wrong_is_named(room: Path) -> None:
    (room / "brug.metadata.json").write_text("[]", encoding="utf-8")
    done = run("build", "brug.txt", cwd=room)
    assert done.returncode == 3
    assert b"brug.txt: brug.metadata.json: holds no JSON object" in done.stderr


@pytest.mark.parametrize("command", ["show", "validate", "export"])
def test_a_graph_that_is_not_there(room: Path, command: str) -> None:
    done = run(command, "weg.nq", *(["--format", "turtle"] if command == "export" else []), cwd=room)
    assert done.returncode == 3
    assert done.stderr.decode().startswith("relaas: weg.nq: ")


def test_standard_input_to_standard_output(room: Path) -> None:
    done = run("build", "-", "--out", "-", "--format", "turtle", cwd=room, stdin=TEXT.encode())
    assert done.returncode == 0
    assert done.stdout.startswith(b"@prefix")
    assert b"conforms" in done.stderr
    assert run("build", "-", "--out", "-", cwd=room).returncode == 3


def test_validate_query_export_show_explain(room: Path) -> None:
    assert run("build", "brug.txt", "-q", cwd=room).returncode == 0
    assert run("validate", "graph/brug.nq", cwd=room).returncode == 0
    asked = run("query", "SELECT ?c WHERE { ?c a <https://w3id.org/relaas/ns#Claim> }", "--format", "csv", cwd=room)
    assert asked.returncode == 0
    claims = asked.stdout.decode().split()[1:]
    assert claims
    assert run("export", "graph/brug.nq", "--out", "brug.jsonld", cwd=room).returncode == 0
    json.loads((room / "brug.jsonld").read_text(encoding="utf-8"))
    assert run("export", "graph/brug.nq", "--out", "brug.xyz", cwd=room).returncode == 2
    assert "brug" in run("show", "graph/brug.nq", cwd=room).stdout.decode()
    why = run("explain", claims[-1], cwd=room)
    assert why.returncode == 0, why.stderr
    assert "hoopt" in why.stdout.decode()


def test_a_graph_that_does_not_conform(room: Path) -> None:
    assert run("build", "brug.txt", "-q", cwd=room).returncode == 0
    graph = (room / "graph" / "brug.nq").read_text(encoding="utf-8")
    kept = [line for line in graph.splitlines() if "<https://w3id.org/relaas/ns#holder>" not in line]
    (room / "stuk.nq").write_text("\n".join(kept) + "\n", encoding="utf-8")
    done = run("validate", "stuk.nq", cwd=room)
    assert done.returncode == 1
    assert b"holder" in done.stdout


def test_no_colour_and_help_at_once(room: Path) -> None:
    assert b"\x1b[" not in run("query", "--list", cwd=room, env={"NO_COLOR": "1"}).stdout
    for arguments in (["--version"], ["--help"]):
        best = min(_seconds(arguments, room) for _ in range(3))
        assert best < 0.5


def _seconds(arguments: list[str], room: Path) -> float:
    begin = time.perf_counter()
    assert run(*arguments, cwd=room).returncode == 0
    return time.perf_counter() - begin


def test_a_query_that_takes_too_long(room: Path) -> None:
    (room / "graph").mkdir()
    (room / "graph" / "brug.nq").write_text("".join(f"<x:{n}> <x:p> <x:o> .\n" for n in range(650)), encoding="utf-8")
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }"
    done = run("query", endless, "--timeout", "2", cwd=room)
    assert done.returncode == 2
    assert done.stderr.startswith(b"relaas: there was no answer within 2 seconds")
    assert done.stdout == b""
    assert run("query", "ASK { ?s ?p ?o }", "--timeout", "60", "--format", "csv", cwd=room).stdout.split() == [b"answer", b"true"]
    assert run("query", "ASK { ?s ?p ?o }", "--timeout", "0", cwd=room).returncode == 2


def test_odd_names_and_twins_are_built_and_told(room: Path) -> None:
    (room / "leeg.txt").unlink()
    for name in (b"\xff.txt", b"regel\neinde.txt", b"l" * 251 + b".txt", b"naam met spatie.txt"):
        Path(os.fsdecode(os.fsencode(room) + b"/" + name)).write_text(TEXT, encoding="utf-8")
    (room / "vraag.odt").write_bytes(b"PK")
    done = run("build", ".", "--no-validate", "--no-links", cwd=room)
    assert done.returncode == 0, done.stderr.decode()
    rows = json.loads((room / "graph" / "report.json").read_text(encoding="utf-8"))["documents"]
    assert {"brug.txt", "regel\ufffdeinde.txt", "\ufffd.txt"} <= {row["input"] for row in rows}
    assert rows[0]["input"] == "brug.txt"
    assert all("input: has the bytes of brug.txt; both graphs describe one document" in row["diagnostics"] for row in rows[1:])
    assert b"not read, for they are of other kinds: 1 .odt; " in done.stderr
    assert len(list((room / "graph").glob("*.nq"))) == 5
