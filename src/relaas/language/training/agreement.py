"""Pipeline, annotated documents -> how well its names agree with the annotated actors that have a name.

A gold mention counts when it holds a proper name: capitalised words besides an article, a pronoun, a title or an adjective
of origin. Groups, offices and governments are left out, because what names them is a noun (*de Noorse regering*). A mention
is found when an entity covers at least half of its name words, under a label that fits its kind. The annotations give the
first mention of every form of those actors only that say, do or undergo something: entities that touch none of them are
counted apart and cannot be called right or wrong here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from relaas import gazetteer

if TYPE_CHECKING:
    from spacy.language import Language

_FITTING = {
    "person": {"PER"}, "state": {"LOC"}, "union": {"ORG", "GOV", "LOC"}, "organisation": {"ORG", "GOV"},
    "institution": {"GOV", "ORG"}, "ministry": {"GOV"}, "party": {"PARTY"}, "company": {"ORG"}, "media": {"ORG"},
    "armed-force": {"ORG"},
}  # fmt: skip
_PARAGRAPH = re.compile(r"(?:[^\S\n]*\n){2,}")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_NO_NAME = frozenset(
    "de het een ik wij ze zij mijn uw ons onze uit van lid minister staatssecretaris president premier voorzitter burgemeester "
    "hoogleraar collega hoge vertegenwoordiger hv".split()
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of one measurement: found and missed gold names, entities at gold mentions that fit none, entities elsewhere."""

    found: int
    missed: int
    wrong: int
    elsewhere: int
    by_kind: tuple[tuple[str, int, int], ...]
    misses: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall over the gold mentions with a name."""
        return 2 * self.found / (2 * self.found + self.missed + self.wrong) if self.found else 0.0


def agree(nlp: Language, gold: Path, texts: Path) -> Agreement:
    """Compare the entities of a pipeline with the annotations `gold/*.yaml` of `texts/*.txt`."""
    counts: Counter[str] = Counter()
    kinds: dict[str, list[int]] = {}
    misses: list[str] = []
    for path in sorted(gold.glob("*.yaml")):
        text = (texts / f"{path.stem}.txt").read_text(encoding="utf-8", errors="strict")
        mentions = list(_mentions(yaml.safe_load(path.read_text(encoding="utf-8")), text))
        entities = list(_entities(nlp, text))
        used: set[int] = set()
        for kind, start, end, named in mentions:
            fitting = [n for n, e in enumerate(entities) if _covers(e, named) and e[2] in _FITTING[kind]]
            used.update(fitting)
            row = kinds.setdefault(kind, [0, 0])
            row[0 if fitting else 1] += 1
            counts["found" if fitting else "missed"] += 1
            if not fitting:
                misses.append(f"{path.stem} {kind} {text[start:end]!r}")
        for n, (start, end, _) in enumerate(entities):
            touches = any(start < e and s < end for _, s, e, _ in mentions)
            counts["wrong" if touches and n not in used and not _inside(entities[n], mentions) else "elsewhere"] += n not in used
    rows = tuple((k, v[0], v[1]) for k, v in sorted(kinds.items()))
    return Agreement(counts["found"], counts["missed"], counts["wrong"], counts["elsewhere"], rows, tuple(misses))


def _mentions(annotation: Any, text: str) -> Iterator[tuple[str, int, int, tuple[tuple[int, int], ...]]]:
    origins = _origins()
    for actor in annotation["actors"]:
        if actor["kind"] not in _FITTING:
            continue
        for locator in actor.get("mentions") or ():
            start, end = locate(text, locator)
            named = tuple(
                (start + m.start(), start + m.end())
                for m in _WORD.finditer(text[start:end])
                if m[0][0].isupper() and m[0].lower() not in _NO_NAME and m[0] not in origins
            )
            if named:
                yield actor["kind"], start, end, named


def locate(text: str, locator: Any) -> tuple[int, int]:
    """Return where a locator of the annotations points: words, words and their occurrence, or words from and to."""
    if isinstance(locator, str):
        locator = {"t": locator}
    first = _nth(text, locator.get("t", locator.get("from")), locator.get("occ", 1), 0)
    if "t" in locator:
        return first
    return first[0], _nth(text, locator["to"], 1, first[0])[1]


def _nth(text: str, words: Any, occurrence: int, start: int) -> tuple[int, int]:
    pattern = re.compile(r"\s+".join(re.escape(w) for w in str(words).split()))
    return [m.span() for m in pattern.finditer(text, start)][occurrence - 1]


def _origins() -> frozenset[str]:
    known = gazetteer.bundled()
    plain = {m.surface for s in known.surfaces for m in known.lookup(s) if m.form == "adjective"}
    return frozenset(plain | {p + "e" for p in plain} | {p[:-3] + "ese" for p in plain if p.endswith("ees")})


def _entities(nlp: Language, text: str) -> Iterator[tuple[int, int, str]]:
    cuts = [0, *(m.end() for m in _PARAGRAPH.finditer(text)), len(text)]
    pieces = [(re.sub(r"\s", " ", text[a:b]), a) for a, b in pairwise(cuts) if text[a:b].strip()]
    for doc, start in nlp.pipe(pieces, as_tuples=True, batch_size=16):
        for entity in doc.ents:
            yield start + entity.start_char, start + entity.end_char, entity.label_


def _covers(entity: tuple[int, int, str], named: tuple[tuple[int, int], ...]) -> bool:
    inside = sum(entity[0] <= s and e <= entity[1] for s, e in named)
    return 2 * inside >= len(named)


def _inside(entity: tuple[int, int, str], mentions: list[tuple[str, int, int, tuple[tuple[int, int], ...]]]) -> bool:
    """Tell whether an entity is only a part of a longer mention that holds other names: *Bakoe* in *de ambassade in Bakoe*."""
    return any(s <= entity[0] and entity[1] <= e and (s, e) != entity[:2] for _, s, e, named in mentions if len(named) > 1)
