"""Same input, same bytes: whatever the hash seed, the time zone, the order of the files, the number of processes."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

TEXTS = {
    "brug.txt": """De sluiting van de brug

1. Wanneer wordt de brug bij Temse hersteld?

2. Deelt de minister de kritiek van de burgemeester?

ANTWOORD

1. De minister-president beloofde op 3 mei 2023 dat 12 aannemers worden aangezocht.

2. De burgemeester noemde de sluiting “een schande”. Ik betreur die uitspraak.
""",
    "haven.txt": """Vraag
Klopt het dat Duitsland de haven van Hamburg in maart 2021 heeft gesloten?
Antwoord
Duitsland heeft laten weten dat 250 schepen zijn omgeleid. Wij steunen Duitsland daarin.
""",
    "kort.txt": "hallo wereld\n",
}


def build(inputs: Sequence[Path], out: Path, *options: str, seed: str = "0", zone: str = "UTC") -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-m", "relaas", "build", "-q", *map(str, inputs), "--out", str(out), *options],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
    )
    return {p.name: p.read_bytes() for p in sorted(out.iterdir()) if p.name != "report.json"}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> list[Path]:
    room = tmp_path_factory.mktemp("documents")
    paths = [sample]
    for name, text in TEXTS.items():
        (room / name).write_text(text, encoding="utf-8")
        paths.append(room / name)
    return paths


@pytest.fixture(scope="module")
def expected(documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(documents, tmp_path_factory.mktemp("expected"))


@pytest.mark.parametrize(("seed", "zone"), [("1", "UTC"), ("2", "Pacific/Auckland"), ("3", "UTC"), ("4", "America/Lima")])
def test_hash_seed_and_time_zone(documents: list[Path], expected: dict[str, bytes], tmp_path: Path, seed: str, zone: str) -> None:
    assert len(expected) == 4
    assert build(documents, tmp_path, seed=seed, zone=zone) == expected


def test_order_and_processes(documents: list[Path], expected: dict[str, bytes], tmp_path: Path) -> None:
    assert build(documents[::-1], tmp_path, "--jobs", "2") == expected


@pytest.mark.parametrize("form", ["turtle", "trig", "ntriples", "jsonld"])
def test_every_format(sample: Path, tmp_path: Path, form: str) -> None:
    first = build([sample], tmp_path / "a", "--format", form, seed="1")
    assert build([sample], tmp_path / "b", "--format", form, seed="2", zone="Asia/Tokyo") == first


def test_where_the_file_lies_changes_nothing(sample: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    copy = tmp_path / "elders" / "andere naam.txt"
    copy.parent.mkdir()
    copy.write_bytes(sample.read_bytes())
    metadata = sample.with_name(sample.stem + ".metadata.json")
    copy.with_name("andere naam.metadata.json").write_bytes(metadata.read_bytes())
    assert build([copy], tmp_path / "out") == {"andere naam.nq": expected[sample.stem + ".nq"]}
