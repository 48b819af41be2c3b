"""Answers of the live service on disk, each with the day on which it was given.

One small JSON file for a name and one for an item, so that documents share them whatever else they ask. A graph that is built
again from the cache says the same days and has the same bytes. A file that cannot be read counts as absent.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

#: An answer of so many days ago is asked anew, and still used where that fails.
FRESH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service answered, and on which day."""

    body: Any
    day: date

    def fresh(self, today: date) -> bool:
        """Tell whether it need not be asked anew."""
        return today - self.day <= FRESH


class Cache:
    """A folder of answers of one service."""

    def __init__(self, folder: Path, service: str) -> None:
        self._folder = folder / hashlib.sha256(service.encode()).hexdigest()[:12]

    def read(self, kind: str, key: str) -> Answer | None:
        """Return the answer about `key`, None when there is none that can be read."""
        try:
            row = json.loads(self._path(kind, key).read_text(encoding="utf-8"))
            return Answer(row["body"], date.fromisoformat(row["date"])) if row["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, kind: str, key: str, answer: Answer) -> None:
        """Keep an answer, whole or not at all. A full or read-only disk costs the cache, not the answer."""
        path = self._path(kind, key)
        row = {"key": key, "date": answer.day.isoformat(), "body": answer.body}
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(row, file, ensure_ascii=False)
            Path(name).replace(path)

    def _path(self, kind: str, key: str) -> Path:
        digest = hashlib.sha256(key.encode()).hexdigest()
        return self._folder / kind / digest[:2] / f"{digest[2:34]}.json"


def user_cache() -> Path:
    """Return the folder for caches of this user's programs, with ours in it."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "relaas"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "relaas"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "relaas"
