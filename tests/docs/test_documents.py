"""What the README and the docs say is what happens."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from relaas.cli import relaas
from relaas.cli.options import ENDINGS
from relaas.pipeline import Build
from relaas.serialize import FORMATS


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_readme_leads_with_two_commands_of_one_line(checkout: Path) -> None:
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", (checkout / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    (first, build), (second, test) = fences[:2]
    assert (first, second) == ("sh", "sh")
    assert len(build.strip().splitlines()) == len(test.strip().splitlines()) == 1
    assert "relaas build data/documents" in build
    assert "pytest" in test
    assert "clone" not in build + test


def test_the_command_reference_is_what_the_program_says(checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(checkout / "docs" / "commands.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_command_has_help_with_an_example() -> None:
    for name, command in relaas.commands.items():
        result = CliRunner().invoke(relaas, [name, "--help"])
        assert result.exit_code == 0
        assert command.help
        assert f"relaas {name}" in result.output.split("Example")[-1], name


def test_the_formats_of_the_command_line_are_those_of_the_serializer() -> None:
    assert {form.ending: name for name, form in FORMATS.items()} == ENDINGS


def test_the_changelog_is_of_this_version(checkout: Path) -> None:
    import importlib.metadata

    newest = re.search(r"^## (\d+\.\d+\.\d+)", (checkout / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == importlib.metadata.version("relaas")


def test_the_turtle_of_the_readme_is_in_the_graph(checkout: Path, sample_build: Build) -> None:
    from rdflib import Graph

    (turtle,) = blocks(checkout / "README.md", "turtle")
    shown = Graph().parse(data=turtle, format="turtle")
    assert len(shown) > 4
    stated = {(s, p, o) for s, p, o, _ in sample_build.dataset.quads((None, None, None, None))}
    assert set(shown) - stated == set()


def test_the_python_of_the_readme_runs(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    for block in blocks(checkout / "README.md", "python"):
        exec(compile(block, "README.md", "exec"), {})


def _commands_of_readme() -> list[str]:
    readme = Path(__file__).resolve().parents[2] / "README.md"
    lines = [line.strip() for block in blocks(readme, "console") for line in block.splitlines() if line.startswith("$ relaas ")]
    return [line.removeprefix("$ relaas ") for line in lines]


@pytest.mark.parametrize("line", _commands_of_readme())
def test_every_console_line_of_the_readme_runs(line: str, readme_room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shlex

    monkeypatch.chdir(readme_room)
    try:
        code = relaas.main(shlex.split(line), standalone_mode=False)
    except click.exceptions.Exit as error:
        code = error.exit_code
    assert code in (0, None)


@pytest.fixture(scope="module")
def readme_room(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample's documents and its graph, as the README's first command leaves them."""
    room = tmp_path_factory.mktemp("readme")
    (room / "data").symlink_to(checkout / "data")
    subprocess.run([sys.executable, "-m", "relaas", "build", "data/documents", "-q"], cwd=room, check=True)
    return room
