"""What the user names (files, folders, globs, `-`) -> the inputs, in a stable order.

A metadata file beside a document is no input of its own. Two inputs of one stem are not read, since their graphs would
overwrite each other: each gets its line of error, and the others are built; where there are no others, the call is refused.
What does not exist stays in the list and gets its line of error when it is read.
"""

from __future__ import annotations

import glob
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from relaas.errors import UsageError
from relaas.ingest.reading import ENDINGS, printable

METADATA_ENDING = ".metadata.json"
#: What relaas itself writes, which may stand in the same folder.
_OURS = frozenset({".ttl", ".trig", ".nq", ".nt", ".jsonld", ".json", ".jsonl"})


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read: its path (None for standard input), stem, the metadata file beside it, and what it clashes with."""

    path: Path | None
    stem: str
    metadata: Path | None = None
    clashes: tuple[str, ...] = ()  # labels of the other inputs of this stem

    @property
    def label(self) -> str:
        """The name that messages and report.json use: the file's name, never its path."""
        return printable(self.path.name) if self.path is not None else "-"


def expand(names: Sequence[str]) -> tuple[Input, ...]:
    """Return the inputs that `names` stand for: each once, sorted by stem. UsageError for none, or for nothing but clashes."""
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
    if all(len(same) > 1 for same in by_stem.values()):
        stem, same = min(by_stem.items())
        names_of = ", ".join(sorted(str(i.path or "-") for i in same))
        raise UsageError(f"two inputs are named {stem!r} ({names_of}); rename one or build them apart")
    return tuple(item for _, same in sorted(by_stem.items()) for item in _marked(same))


def _marked(same: Sequence[Input]) -> Iterator[Input]:
    """Yield the inputs of one stem, each with the others that clash with it."""
    for item in sorted(same, key=lambda i: str(i.path or "-")):
        yield replace(item, clashes=tuple(sorted(_told_apart(other, item) for other in same if other is not item)))


def _told_apart(other: Input, item: Input) -> str:
    """Return how another input is called beside this one: with its folder where both files have one name."""
    if other.path is None or other.label != item.label:
        return other.label
    return f"{other.path.resolve().parent.name}/{other.label}"


def left_out(names: Sequence[str]) -> tuple[str, ...]:
    """Return a line for what stands in the named folders and is not read: metadata of no document, files of other kinds."""
    lines: list[str] = []
    endings: Counter[str] = Counter()
    for folder in (Path(name) for name in names if _holds(Path(name).is_dir)):
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and not _hidden(p.relative_to(folder))):
            if path.name.endswith(METADATA_ENDING):
                stem = path.name.removesuffix(METADATA_ENDING)
                if not any(_holds(path.with_name(stem + ending).exists) for ending in ENDINGS):
                    lines.append(f"{path.name}: there is no document of this name beside it")
            elif path.suffix.lower() not in ENDINGS and path.suffix.lower() not in _OURS:
                endings[path.suffix.lower() or "(no ending)"] += 1
    if endings:
        kinds = ", ".join(f"{count} {ending}" for ending, count in sorted(endings.items()))
        lines.append(f"not read, for they are of other kinds: {kinds}; documents are {' '.join(ENDINGS)}")
    return tuple(lines)


def _paths(name: str) -> list[Path]:
    path = Path(name)
    if _holds(path.is_dir):
        return sorted(
            p
            for p in path.rglob("*")
            if (p.is_file() or (p.is_symlink() and not p.exists()))  # a link to nothing gets its line of error
            and p.suffix.lower() in ENDINGS
            and not _hidden(p.relative_to(path))
        )
    if not _holds(path.exists) and glob.has_magic(name):
        found = sorted(Path(p) for p in glob.glob(name, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        return [p for p in found if p.is_file()] or [path]
    return [path]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def metadata_beside(path: Path) -> Path | None:
    """Return the metadata file that stands beside a document, or None."""
    candidate = path.with_name(path.stem + METADATA_ENDING)
    return candidate if _holds(candidate.is_file) else None


def _holds(test: Callable[[], bool]) -> bool:
    """Tell what a question about a path says; a name that is too long for the file system names nothing."""
    try:
        return test()
    except OSError:
        return False
