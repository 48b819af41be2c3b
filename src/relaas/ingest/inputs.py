"""What the user names (files, folders, globs, `-`) -> the inputs, in a stable order.

A metadata file beside a document is no input of its own. Two inputs of one stem are refused before any work: their graphs
would overwrite each other. What does not exist stays in the list and gets its line of error when it is read.
"""

from __future__ import annotations

import glob
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from relaas.errors import UsageError
from relaas.ingest.reading import ENDINGS

METADATA_ENDING = ".metadata.json"


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read: its path (None for standard input), its stem, and the metadata file beside it when there is one."""

    path: Path | None
    stem: str
    metadata: Path | None = None

    @property
    def label(self) -> str:
        """The name that messages and report.json use: the file's name, never its path."""
        return self.path.name if self.path is not None else "-"


def expand(names: Sequence[str]) -> tuple[Input, ...]:
    """Return the inputs that `names` stand for: each once, sorted by stem. UsageError for two of one stem, or for none."""
    paths: dict[Path, None] = {}
    stdin = False
    for name in names:
        if name == "-":
            stdin = True
            continue
        for path in _paths(name):
            if not path.name.endswith(METADATA_ENDING):
                paths.setdefault(path)
    inputs = [Input(p, p.stem, metadata_beside(p)) for p in paths]
    if stdin:
        inputs.append(Input(None, "stdin"))
    if not inputs:
        raise UsageError(f"nothing to read in {' '.join(names)}: give files, folders or globs with {' '.join(ENDINGS)}")
    by_stem: dict[str, list[Input]] = defaultdict(list)
    for item in inputs:
        by_stem[item.stem].append(item)
    for stem, same in sorted(by_stem.items()):
        if len(same) > 1:
            names_of = ", ".join(sorted(str(i.path or "-") for i in same))
            raise UsageError(f"two inputs are named {stem!r} ({names_of}); rename one or build them apart")
    return tuple(sorted(inputs, key=lambda i: i.stem))


def _paths(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        return sorted(
            p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in ENDINGS and not _hidden(p.relative_to(path))
        )
    if not path.exists() and glob.has_magic(name):
        found = sorted(Path(p) for p in glob.glob(name, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        return [p for p in found if p.is_file()] or [path]
    return [path]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def metadata_beside(path: Path) -> Path | None:
    """Return the metadata file that stands beside a document, or None."""
    candidate = path.with_name(path.stem + METADATA_ENDING)
    return candidate if candidate.is_file() else None
