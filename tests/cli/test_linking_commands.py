"""The commands around linking: an index is made and used, decisions are asked and kept, an outage says so."""

import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from relaas.cli import relaas
from relaas.errors import RelaasError
from relaas.link.dump import index_dump

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "link"))

from made_dump import MARE, TOWN, WORLD, dump
from recorded_wikidata import RecordedWikidata

TEXT = """SCHRIFTELIJKE VRAAG nr. 12
van AN PEETERS
datum: 3 maart 2021
aan de minister van Mobiliteit

Een brug

1. Hoe lang duurt het werk in Velmaar? Gaat in Dubbeldorp alles goed?

ANTWOORD

1. Portugal hoopt dat de brug op 3 mei 2023 opent.
"""


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(relaas, list(arguments), input=stdin, standalone_mode=False, catch_exceptions=True)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "brug.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dump.json").write_bytes(dump(WORLD))
    index_dump(tmp_path / "dump.json", tmp_path / "made.index")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RELAAS_WHO", raising=False)
    return tmp_path


def built(*options: str) -> tuple[Result, set[str]]:
    """Build the text; return the result and the items that were linked."""
    done = run("build", "brug.txt", "--no-validate", *options)
    assert isinstance(done.return_value, int), done.exception
    graph = Path("graph/brug.nq").read_text(encoding="utf-8")
    lines = [line for line in graph.splitlines() if "<http://schema.org/sameAs>" in line]
    return done, {line.split("> <")[2].partition(">")[0].rsplit("/", 1)[-1] for line in lines}


def test_an_index_is_made_and_used(room: Path) -> None:
    done = run("index-wikidata", "dump.json", "--out", "w.index", "--format", "json")
    assert done.return_value == 0
    made = json.loads(done.stdout)
    assert (made["complete"], made["faults"], made["snapshot"], made["out"]) == (True, [], "2024-02-03", "w.index")
    assert made["rows"]["item"] > 5
    without = built()[1]
    assert built("--index", "w.index")[1] == without | {f"Q{TOWN}"}
    assert not list(room.glob("*.part*"))


def test_an_index_changes_the_digest_of_the_run(room: Path) -> None:
    def digest(*options: str) -> str:
        built(*options)
        return next(line for line in Path("graph/brug.nq").read_text(encoding="utf-8").splitlines() if "configDigest" in line)

    run("index-wikidata", "dump.json", "--out", "w.index", "-q")
    assert digest() != digest("--index", "w.index")
    assert digest("--index", "w.index") == digest("--index", "w.index")


def test_a_dump_that_breaks_off_is_told(room: Path) -> None:
    (room / "half.json").write_bytes((room / "dump.json").read_bytes()[:-300] + b"\n\x00,\n")
    done = run("index-wikidata", "half.json", "--out", "w.index")
    assert done.return_value == 1
    assert "no JSON" in done.stderr
    assert "the dump is not whole" in done.stderr
    assert done.stdout == ""
    assert (room / "w.index").is_file()


def test_a_dump_comes_through_a_pipe(room: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "relaas", "index-wikidata", "-", "--out", "w.index"],
        input=(room / "dump.json").read_bytes(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    assert b"closing the classes" in done.stderr
    assert str(MARE).encode() not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["index-wikidata", "weg.json", "--out", "w.index"], 3, "cannot be opened"),
        (["index-wikidata", "dump.json", "--out", "w.index", "--snapshot", "gisteren"], 2, "write a date"),
        (["index-wikidata", "dump.json", "--out", "dump.json"], 2, "exists"),
        (["build", "brug.txt", "--index", "weg.index"], 2, "does not exist"),
        (["build", "brug.txt", "--index", "dump.json"], 4, "no index"),
        (["build", "brug.txt", "--decisions", "weg.jsonl"], 2, "cannot be read"),
        (["build", "brug.txt", "--index", "a", "--live"], 2, "not both"),
        (["build", "brug.txt", "--cache", "a"], 2, "give --live too"),
        (["build", "brug.txt", "--no-links", "--live"], 2, "makes no links"),
        (["link", "review", "graph"], 3, "does not exist"),
    ],
)
def test_what_cannot_be_done_is_said_before_any_work(room: Path, arguments: list[str], code: int, message: str) -> None:
    done = run(*arguments)
    assert isinstance(done.exception, RelaasError)
    assert done.exception.exit_code == code
    assert message in str(done.exception)
    assert not (room / "graph").exists()


INDEX = ("--index", "made.index")


def review(*arguments: str, stdin: str) -> Result:
    return run("link", "review", "graph", *arguments, stdin=stdin)


def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path("links.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_person_is_shown_sentence_candidates_and_features(room: Path) -> None:
    built(*INDEX)
    done = review("--who", "Anna", stdin="q\n")
    assert done.return_value == 0, done.exception
    assert "Gaat in Dubbeldorp alles goed?" in done.stdout.replace("\n", " ")
    assert "not linked: several items fit equally well" in done.stdout
    assert "form=label" in done.stdout
    assert {"Q900000027", "Q900000028"} <= set(done.stdout.split())
    assert not Path("links.jsonl").exists()


def test_a_decision_wins_and_survives_rebuilds(room: Path) -> None:
    before = built(*INDEX)[1]
    done = review("--who", "Anna", stdin="watte\n9\nq900000028\nde grote\n")
    assert done.return_value == 0, done.exception
    assert done.stdout.count("a number of the list") == 2
    (row,) = lines()
    assert (row["qid"], row["decision"], row["who"], row["why"], row["label"]) == (
        "Q900000028",
        "same",
        "Anna",
        "de grote",
        "Dubbeldorp",
    )
    for _ in range(2):
        assert built(*INDEX, "--decisions", "links.jsonl")[1] == before | {"Q900000028"}
    first = Path("graph/brug.nq").read_bytes()
    built(*INDEX, "--decisions", "links.jsonl")
    assert Path("graph/brug.nq").read_bytes() == first
    assert run("validate", "graph/brug.nq").return_value == 0
    again = review("--who", "Anna", stdin="")
    assert "nothing to decide" in again.stderr
    assert run("link", "review", "graph", "--decisions", "other.jsonl", "--who", "B", stdin="").return_value == 0


def test_every_answer(room: Path) -> None:
    built(*INDEX)
    asked = json.loads(run("link", "review", "graph", "--made", "--format", "json").stdout)
    made = [q for q in asked if q["qid"]]
    assert asked[0]["label"] == "Dubbeldorp"
    assert "Portugal" in [q["label"] for q in made]
    answers = ["d 2", "niet deze"] + [""] * (len(asked) - 1 - len(made)) + ["d", "", *["u", "geen idee"] * (len(made) - 1)]
    assert review("--made", "--who", "Anna", stdin="\n".join(answers) + "\n").return_value == 0
    first, second, *rest = lines()
    second_candidate = sorted(asked[0]["candidates"], key=lambda c: (-float(c["score"]), c["qid"]))[1]["qid"]
    assert (first["decision"], first["qid"]) == ("different", second_candidate)
    assert (second["decision"], second["qid"]) == ("different", made[0]["qid"])
    assert {r["decision"] for r in rest} <= {"unsure"}
    linked = built(*INDEX, "--decisions", "links.jsonl")[1]
    assert not linked & {q["qid"] for q in made}


def test_a_number_chooses_a_candidate_and_the_end_of_input_stops(room: Path) -> None:
    built(*INDEX)
    assert review("--who", "Anna", stdin="1").return_value == 0
    assert [r["qid"] for r in lines()] == ["Q900000027"]


def test_who_decides_must_be_known(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(*INDEX)
    assert "who decides?" in str(review(stdin="1\n\n").exception)
    monkeypatch.setenv("RELAAS_WHO", "Bea")
    assert review(stdin="1\n\n").return_value == 0
    assert lines()[0]["who"] == "Bea"


def test_a_torn_line_does_not_swallow_the_next(room: Path) -> None:
    built(*INDEX)
    Path("links.jsonl").write_text('{"target": "ac', encoding="utf-8")
    done = review("--who", "Anna", stdin="1\n\n")
    assert "line 1: no JSON" in done.stderr
    assert len(Path("links.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    told, linked = built(*INDEX, "--decisions", "links.jsonl")
    assert "line 1: no JSON" in told.stderr
    assert "Q900000027" in linked


def test_an_outage_removes_no_link_and_is_told(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("RELAAS_WIKIDATA_API", f"http://127.0.0.1:{closed.getsockname()[1]}/w/api.php")
    monkeypatch.setattr("relaas.link.live.service.time.sleep", lambda _: None)
    before = built()[1]
    done, after = built("--live", "--cache", "cache")
    assert done.return_value == 5
    assert after == before
    assert "link: Wikidata cannot be reached" in done.stderr
    (row,) = json.loads(Path("graph/report.json").read_text(encoding="utf-8"))["documents"]
    assert row["status"] == "built"
    assert any("Wikidata cannot be reached" in note for note in row["diagnostics"])


def test_names_are_looked_up_live(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = RecordedWikidata()
    try:
        monkeypatch.setenv("RELAAS_WIKIDATA_API", server.api)
        server.searches = {"Velmaar": [TOWN], "Dubbeldorp": [], "An Peeters": []}
        server.items = {int(i["id"][1:]): i for i in WORLD if i["type"] == "item"}
        before = built()[1]
        done, linked = built("--live", "--cache", "cache")
        assert (done.return_value, linked) == (0, before | {f"Q{TOWN}"})
        first = Path("graph/brug.nq").read_bytes()
        asked = len(server.asked)
        built("--live", "--cache", "cache")
        assert (Path("graph/brug.nq").read_bytes(), len(server.asked)) == (first, asked)
    finally:
        server.close()


def test_explain_shows_the_features_of_a_decision(room: Path) -> None:
    built(*INDEX)
    (open_link,) = json.loads(run("link", "review", "graph", "--format", "json").stdout)
    shown = run("explain", open_link["target"], "graph/brug.nq", "--no-tree").stdout
    assert "several items fit equally well" in shown
    for candidate in open_link["candidates"]:
        assert candidate["qid"] in shown
        assert all(feature in shown for feature in candidate["features"])
