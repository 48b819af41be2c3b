"""The checks of style, types and architecture, as tests: one command runs everything."""

import subprocess
import sys
from pathlib import Path

import pytest


def run(checkout: Path, *command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", [("ruff", "check", "."), ("ruff", "format", "--check", ".")])
def test_style(checkout: Path, command: tuple[str, ...]) -> None:
    run(checkout, *command)


def test_types(checkout: Path) -> None:
    run(checkout, "mypy")


def test_rooms_keep_their_walls(checkout: Path) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


LARGEST_ROOM = 400


def test_no_room_is_too_large(checkout: Path) -> None:
    large = {
        p.name: n
        for p in (checkout / "src").rglob("*.py")
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > LARGEST_ROOM
    }
    assert not large
