"""One document, or a folder of them -> a Sheet each: counts per kind, and every mistake with the words it covers.

units       questions and answers: kind, digits of the number, overlap over union of the span at least 0.9
claims      found: near cue, or content overlap at least 0.5; `claims` only those with the right holders, `claims_detected` all
holders, acts, contents, addressees      over found claims, then over claims with the right holders
events      found: the event stands for the annotated one (`events_detected`); `events` those whose type is in a common group
event_*     types, dates, places, participants over events with the right group
figures     span near and the same number          sources   same page, near span, or title
coverage    verdict per question; `coverage_doubtful` the same for rows in doubt
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rdflib import Dataset

from relaas.errors import InputError
from relaas.evaluate.actors import Actors
from relaas.evaluate.annotations import Row, doubtful, listed, read_annotations
from relaas.evaluate.counts import Found, Mean
from relaas.evaluate.geometry import Offsets
from relaas.evaluate.pairing import assign
from relaas.evaluate.predictions import Predictions, read_predictions

KEYS = (
    "units", "claims", "claims_detected", "holders", "acts", "contents", "addressees", "events", "events_detected", "event_types",
    "event_dates", "event_dated", "event_start", "event_places", "event_participants", "figures", "sources", "coverage",
    "coverage_doubtful",
)  # fmt: skip
ENDINGS = (".nq", ".trig", ".ttl", ".nt", ".jsonld")
Pair = tuple[int, int]
Shown = tuple[str, list[Offsets]]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A miss, a false find or a wrong value: of which kind, what, where, its words, and what the graph says instead."""

    row: str
    kind: str
    name: str
    at: Offsets | None
    words: str
    note: str = ""


@dataclass
class Sheet:
    """The counts and mistakes of one document, while they are gathered."""

    text: str
    gold: dict[str, Any]
    found: Predictions
    actors: Actors
    counts: dict[str, Found | Mean] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def mistake(self, row: str, kind: str, name: str, spans: Iterable[Offsets | None], note: str = "") -> None:
        """Note a mistake."""
        given = [s for s in spans if s]
        words = " … ".join(_excerpt(self.text, s) for s in given)
        self.mistakes.append(Mistake(row, kind, name, given[0] if given else None, words, note))

    def count(self, row: str, kinds: tuple[Sequence[Row], Sequence[Row]], pairs: list[Pair], good: list[Pair] | None = None,
              show: Callable[[Row], Shown] | None = None) -> list[Pair]:  # fmt: skip
        """Count the `good` pairs of `pairs` (all when None) and return those of rows not in doubt."""
        golds, founds = kinds
        good = pairs if good is None else good
        right, used = {i for i, _ in good}, {j for _, j in pairs}
        wrong = [(i, j) for i, j in pairs if (i, j) not in good and not doubtful(golds[i])]
        missed = [i for i, a in enumerate(golds) if i not in right and not doubtful(a)]
        false = [j for j in range(len(founds)) if j not in used]
        self.counts[row] = Found(len(good), len(false) + len(wrong), len(missed))
        if show is not None:
            for i, j in wrong:
                self.mistake(row, "wrong", *show(golds[i]), note=f"graph: {show(founds[j])[0]}")
            for i in missed:
                if i not in {w for w, _ in wrong}:
                    self.mistake(row, "missed", *show(golds[i]))
            for j in false:
                self.mistake(row, "false", *show(founds[j]))
        return [(i, j) for i, j in good if not doubtful(golds[i])]

    def mean(self, row: str, values: Iterable[float], due: object) -> None:
        """Take the mean of the values as the score of a row."""
        given = [float(v) for v in values]
        self.counts[row] = Mean(sum(given), len(given), bool(due))

    def pair(self, golds: Sequence[Row], founds: Sequence[Row], rank: Callable[[Row, Row], float]) -> list[Pair]:
        """Pair rows and finds one to one by rank."""
        return assign([doubtful(a) for a in golds], len(founds), lambda i, j: rank(golds[i], founds[j]))

    def firm(self, rows: Iterable[Row], key: str | None = None) -> bool:
        """Tell whether some row not in doubt has something under the key."""
        return any(not doubtful(a) and (key is None or a.get(key)) for a in rows)

    def who(self, nodes: Iterable[Any]) -> str:
        """Name the nodes."""
        return ", ".join(self.found.nodes[n]["name"] if n in self.found.nodes else str(n) for n in nodes) or "none"

    def shown(self) -> dict[str, Any]:
        """Return the scores of every row, rounded."""
        return {key: self.counts[key].shown() for key in KEYS}


def _excerpt(text: str, span: Offsets) -> str:
    begin, end = span
    words = text[begin:end] if end - begin <= 120 else text[begin : begin + 60] + " [...] " + text[end - 50 : end]
    return re.sub(r"\s+", " ", words)


def score_document(dataset: Dataset | None, annotation: Path, text: Path) -> Sheet:
    """Score one document; None is an empty graph. InputError for an annotation or a text that cannot be read."""
    from relaas.evaluate import content, structure

    try:
        with text.open(encoding="utf-8", newline="") as file:
            words = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(text.name, f"cannot be read ({error})", "give the folder of the texts") from None
    found, gold = read_predictions(dataset, words), read_annotations(annotation, words)
    sheet = Sheet(words, gold, found, Actors(gold, found, words))
    structure.score_units(sheet)
    content.score_claims(sheet)
    content.score_events(sheet)
    content.score_figures(sheet)
    content.score_sources(sheet)
    structure.score_coverage(sheet)
    return sheet


def graph_of(graphs: Path, name: str) -> Path | None:
    """Return the graph of this name in a folder: NAME.nq, else .trig .ttl .nt .jsonld; None when there is none."""
    return next((graphs / (name + e) for e in ENDINGS if (graphs / (name + e)).exists()), None)


def score_folder(graphs: Path, annotations: Path, texts: Path) -> dict[str, Sheet]:
    """Score every NAME.yaml with NAME.txt and the graph of that name; no graph is an empty one."""
    from relaas.serialize import read_dataset

    sheets = {}
    for path in sorted(annotations.glob("*.yaml")):
        at = graph_of(graphs, path.stem)
        sheets[path.stem] = score_document(read_dataset(at) if at is not None else None, path, texts / (path.stem + ".txt"))
    if not sheets:
        raise InputError(annotations.name, "holds no annotations (*.yaml)", "give the folder that holds them")
    return sheets


def total(sheets: Iterable[Sheet]) -> dict[str, Any]:
    """Return the micro-averages: counts summed, means weighted by their counts."""
    given = list(sheets)
    out = {}
    for key in KEYS:
        first, *others = (s.counts[key] for s in given)
        for other in others:
            first = first + other  # type: ignore[operator]  # one kind of count a row
        out[key] = first.shown()
    return out


__all__ = ["KEYS", "Mistake", "Sheet", "graph_of", "listed", "score_document", "score_folder", "total"]
