"""The folder of a store: which version is live, opening it for reading, the list of its files, letting go of old versions.

A reader holds a shared lock on the version that it reads; a builder removes an old version only when it gets the lock alone. The
operating system lets go of the lock of a process that dies.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relaas.errors import StoreError
from relaas.store.manifest import Manifest, load_json, load_manifest

if TYPE_CHECKING:
    from pyoxigraph import Store

POINTER, LOCK, VERSIONS = "live", "lock", "versions"
ROCKS, MANIFEST, FILES, SHARED, READING = "rocks", "manifest.json", "files.json", "shared.sqlite", "reading"
#: Files of the database in which it keeps its own diary; they say nothing of the data and may change.
_DIARY = ("LOG", "LOCK", "IDENTITY")
_HELD = contextlib.ExitStack()
atexit.register(_HELD.close)
_ADVICE = "build it anew with `relaas store build`"


@dataclass(frozen=True, slots=True)
class Live:
    """An open version: the store, its manifest, its name."""

    store: Store
    manifest: Manifest
    version: str


def live_version(folder: Path) -> str | None:
    """Return the name of the live version, None when there is no store in the folder."""
    try:
        return (folder / POINTER).read_text(encoding="ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def version_folder(folder: Path, version: str | None = None) -> Path:
    """Return the folder of a version, the live one unless another is named. StoreError when there is none."""
    version = version or live_version(folder)
    if version is None:
        if (folder / VERSIONS).is_dir():
            raise StoreError(f"{folder.name}: its file `{POINTER}` is missing or empty; {_ADVICE}")
        raise StoreError(f"{folder.name}: holds no store; make one with `relaas store build --store {folder.name} GRAPH...`")
    path = folder / VERSIONS / version
    if not version.isdigit() or not path.is_dir():
        raise StoreError(f"{folder.name}: version {version[:40]!r} is not there; {_ADVICE}")
    return path


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of the live version."""
    return load_manifest(version_folder(folder) / MANIFEST)


@contextlib.contextmanager
def open_live(folder: Path, version: str | None = None) -> Iterator[Live]:
    """Open the live version, or the one that is named, for reading, and keep it from being removed meanwhile.

    StoreError when it is missing, or a file of it is missing or has another length than when it was built: the database would
    open without a complaint and be empty.
    """
    import pyoxigraph as ox

    with _reading(folder, version) as path:
        if faults := faults_of(path, whole=False):
            raise StoreError(f"{folder.name}: the store is damaged: {'; '.join(faults[:5])}; {_ADVICE}")
        manifest = load_manifest(path / MANIFEST)
        try:
            store = ox.Store.read_only(str(path / ROCKS))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{folder.name}: the store cannot be opened ({error}); {_ADVICE}") from None
        yield Live(store, manifest, path.name)


def hold_live(folder: Path) -> Store:
    """Open the live version for as long as this process lives. StoreError as `open_live`."""
    return _HELD.enter_context(open_live(folder)).store


@contextlib.contextmanager
def _reading(folder: Path, version: str | None) -> Iterator[Path]:
    """Lock the live version against removal; another look when it was swapped and removed in between."""
    import fcntl

    for _ in range(100):
        path = version_folder(folder, version)
        with contextlib.suppress(FileNotFoundError), (path / READING).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            if path.is_dir() and (version or live_version(folder)) == path.name:
                yield path
                return
        if (version or live_version(folder)) == path.name:
            break
    raise StoreError(f"{folder.name}: version {path.name} is damaged: {READING} is missing; {_ADVICE}")


@contextlib.contextmanager
def building(folder: Path) -> Iterator[Path]:
    """Hold the right to build, clear away what a build that was broken off has left, and give the folder of the next version."""
    import fcntl

    try:
        (folder / VERSIONS).mkdir(parents=True, exist_ok=True)
        with (folder / LOCK).open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreError(f"{folder.name}: another build is at work here; wait until it is done") from None
            for left in sorted((folder / VERSIONS).glob("*.part")):
                shutil.rmtree(left)
            taken = [int(path.name) for path in (folder / VERSIONS).iterdir() if path.name.isdigit()]
            part = folder / VERSIONS / f"{max(taken, default=0) + 1:010}.part"
            part.mkdir()
            try:
                yield part
            finally:
                shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"{folder.name}: cannot be written ({error.strerror or error}); the live version is as it was") from None


def make_live(folder: Path, part: Path) -> str:
    """Make a version that is complete the live one, then remove the old ones that nobody reads. Return its name."""
    write_listing(part)
    (part / READING).touch()
    for path in sorted(part.rglob("*")):
        _flush(path)
    _flush(part)
    version = part.with_suffix("")
    part.rename(version)
    _flush(version.parent)
    waiting = folder / f"{POINTER}.part"
    waiting.write_text(version.name + "\n", encoding="ascii")
    _flush(waiting)
    waiting.replace(folder / POINTER)
    _flush(folder)
    remove_old(folder)
    return version.name


def remove_old(folder: Path) -> None:
    """Remove the versions that are not live and that nobody reads."""
    import fcntl

    live = live_version(folder)
    for path in sorted((folder / VERSIONS).iterdir()):
        if not path.name.isdigit() or path.name == live:
            continue
        with contextlib.suppress(OSError), (path / READING).open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path)


def _flush(path: Path) -> None:
    """Have the operating system write a file or folder to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_listing(version: Path) -> None:
    """Write files.json: every file of the version with its length and digest."""
    rows = {name: {"bytes": path.stat().st_size, "sha256": _digest(path)} for name, path in _files(version)}
    (version / FILES).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def faults_of(version: Path, *, whole: bool) -> list[str]:
    """Return how the files of a version differ from files.json, one clause each; with `whole` every byte is compared."""
    try:
        rows = load_json(version / FILES)
        expected = {str(name): (int(row["bytes"]), str(row["sha256"])) for name, row in rows.items()}
    except StoreError as error:
        return [str(error)]
    except (AttributeError, KeyError, TypeError, ValueError):
        return [f"{FILES} is damaged"]
    found = dict(_files(version))
    faults = [f"{name} is missing" for name in sorted(expected.keys() - found.keys())]
    faults += [f"{name} is a file that does not belong here" for name in sorted(found.keys() - expected.keys())]
    for name in sorted(expected.keys() & found.keys()):
        size, digest = expected[name]
        length = found[name].stat().st_size
        if length != size:
            faults.append(f"{name} has {length:,} bytes where {size:,} were written")
        elif (whole or size < 1024 * 1024) and _digest(found[name]) != digest:
            faults.append(f"{name} is not what was written")
    return faults


def _files(version: Path) -> list[tuple[str, Path]]:
    kept = [version / MANIFEST, version / SHARED]
    rocks = [p for p in (version / ROCKS).glob("*") if p.name.split(".")[0] not in _DIARY]
    return sorted((str(p.relative_to(version)), p) for p in (*kept, *rocks) if p.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
