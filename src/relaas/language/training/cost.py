"""Model, texts -> what it costs: seconds to load, words per second on one core, share of each component, peak memory, size.

Runs in a process of its own (`python -m relaas.language.training.cost MODEL FOLDER`) and answers in JSON, so that peak memory is
the model's. Seconds are processor seconds. Texts are read paragraph by paragraph, in batches of 8, as relaas reads them.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 8


@dataclass(frozen=True, slots=True)
class Cost:
    """What a pipeline costs: seconds to import spaCy and to load, megabytes after loading and at the peak, shares of the time."""

    load: tuple[float, float]
    speed: float
    words: int
    memory: tuple[float, float]
    shares: tuple[tuple[str, float], ...]


def measure(model: str, texts: Path) -> Cost:
    """Measure a pipeline on the `*.txt` of a folder, in a process of its own."""
    command = [sys.executable, "-m", "relaas.language.training.cost", model, str(texts)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 (this module itself)
    row = json.loads(done.stdout)
    shares = tuple((k, v) for k, v in row["shares"].items())
    return Cost(tuple(row["load"]), row["speed"], row["words"], tuple(row["memory"]), shares)


def paragraphs(folder: Path) -> Iterator[str]:
    """Yield the paragraphs of every text, white space as single blanks."""
    for path in sorted(folder.glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            words = " ".join(paragraph.split())
            if words:
                yield words


def size(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def _timed(nlp: Language, texts: list[str]) -> dict[str, Any]:
    spent: dict[str, float] = dict.fromkeys(["tokenizer", *nlp.pipe_names], 0.0)
    words = 0
    for start in range(0, len(texts), _BATCH):
        begin = time.process_time()
        docs: list[Doc] = [nlp.make_doc(t) for t in texts[start : start + _BATCH]]
        spent["tokenizer"] += time.process_time() - begin
        for name, component in nlp.pipeline:
            begin = time.process_time()
            docs = list(component.pipe(docs, batch_size=_BATCH)) if hasattr(component, "pipe") else [component(d) for d in docs]
            spent[name] += time.process_time() - begin
        words += sum(map(len, docs))
    total = sum(spent.values())
    return {"words": words, "speed": words / total, "shares": {k: v / total for k, v in spent.items()}}


def _peak() -> float:
    """Return the most memory this process has held, in megabytes."""
    status = Path("/proc/self/status")
    if status.is_file():  # getrusage counts what the process held that started this one
        return int(status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    """Measure the pipeline and texts that the command line names; write JSON to standard output."""
    from relaas.language import load

    begin = time.process_time()
    importlib.import_module("spacy")
    imported = time.process_time()
    nlp = load(sys.argv[1])
    loaded = time.process_time()
    after = _peak()
    texts = list(paragraphs(Path(sys.argv[2])))
    _timed(nlp, texts[:_BATCH])  # what is read on first use
    row = _timed(nlp, texts)
    seconds = [imported - begin, loaded - imported]
    sys.stdout.write(json.dumps({"load": seconds, "memory": [after, _peak()], **row}) + "\n")


if __name__ == "__main__":
    main()
