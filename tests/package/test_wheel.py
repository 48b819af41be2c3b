"""The wheel, installed into an empty environment without the checkout, does the main job."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def installed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `relaas` script of an environment that holds the wheel and what it depends on, and nothing else."""
    room = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(room), str(checkout)],
        check=True,
    )
    (wheel,) = room.glob("*.whl")
    assert wheel.stat().st_size < 40_000_000
    venv.create(room / "env", with_pip=True)
    scripts = room / "env" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel)], check=True, cwd=room)
    return scripts / "relaas"


def test_the_wheel_builds_and_answers(installed: Path, sample: Path, tmp_path: Path) -> None:
    subprocess.run([str(installed), "build", str(sample), "-q"], check=True, cwd=tmp_path)
    (row,) = json.loads((tmp_path / "graph" / "report.json").read_text(encoding="utf-8"))["documents"]
    assert row["status"] == "built"
    assert row["conforms"] is True
    assert row["counts"]["claims"] > 10
    listing = subprocess.run([str(installed), "query", "--list"], check=True, cwd=tmp_path, capture_output=True, text=True).stdout
    assert "timeline" in listing
    asked = subprocess.run(
        [str(installed), "query", "timeline", "--format", "csv"], check=True, cwd=tmp_path, capture_output=True, text=True
    ).stdout
    assert "2022-08-31" in asked
