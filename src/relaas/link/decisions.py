"""`links.jsonl`, the decisions of persons -> rulings that win over the scorer and survive every rebuild.

A line is one decision, and the file only grows: a later line about the same thing replaces an earlier one.

    {"document": "0123456789abcdef", "target": "ac12-20", "label": "de Raad", "qid": "Q1155243", "decision": "same",
     "who": "A. Jansen", "when": "2026-11-25", "why": "the Dutch one"}

`same`: it is this item. `different`: it is not; another candidate may still win. `unsure`: no link until somebody knows. Ids
rest on offsets, so a decision fits as long as the text stays; where a rebuild finds the name at another length, the label
brings it back.
Without `document` a decision holds in every document, for a target that all share (`actor/…`, `place/…`, `office/…`).
A line that cannot be understood, or that fits nothing any more, is reported and never dropped in silence.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from relaas.errors import UsageError
from relaas.model import Diagnostic, Findings, Judgement, Link

_DOCUMENT = re.compile(r"[0-9a-f]{16}")
_QID = re.compile(r"Q[1-9][0-9]*")
_SHARED = ("actor/", "place/", "office/")
_VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision of a person about one target. `document` is the first 16 digits of its digest, None for every document."""

    target: str
    qid: str | None
    judgement: Judgement
    document: str | None = None
    label: str = ""

    def to_line(self) -> str:
        """Return the ruling as a line of links.jsonl, with its line end."""
        row = {
            "document": self.document, "target": self.target, "label": self.label, "qid": self.qid,
            "decision": self.judgement.verdict, "who": self.judgement.who, "when": self.judgement.day.isoformat(),
            "why": self.judgement.why,
        }  # fmt: skip
        return json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings about one document, by target: the item that it is, those that it is not, and whether a person was unsure."""

    same: dict[str, Ruling] = field(default_factory=dict)
    different: dict[str, dict[str, Ruling]] = field(default_factory=dict)
    unsure: dict[str, Ruling] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def refused(self, target: str) -> frozenset[str]:
        """Return the items that a person said this is not."""
        return frozenset(self.different.get(target, ()))

    @property
    def targets(self) -> tuple[str, ...]:
        """Every target with a ruling, sorted."""
        return tuple(sorted({*self.same, *self.different, *self.unsure}))

    def settled(self, link: Link) -> Link:
        """Return the link as a person decided it; as the scorer did where nobody decided."""
        target = link.target_id
        if (ruling := self.same.get(target)) is not None:
            reason = _said("a person decided that this is it", ruling)
            return replace(
                link, qid=ruling.qid, confidence=Decimal(1), reason=reason, review_status="confirmed", judgement=ruling.judgement
            )
        if (ruling := self.unsure.get(target)) is not None:
            return replace(link, qid=None, reason=_said("a person could not tell", ruling), judgement=ruling.judgement)
        return link

    def rejected(self, link: Link) -> Iterator[Link]:
        """Return a rejected link for each item that a person said this is not."""
        for qid, ruling in sorted(self.different.get(link.target_id, {}).items()):
            reason = _said("a person decided that this is not it", ruling)
            yield replace(
                link, qid=qid, confidence=Decimal(0), reason=reason, candidates=(), review_status="rejected",
                judgement=ruling.judgement,
            )  # fmt: skip


def rulings_on(findings: Findings, rulings: Iterable[Ruling]) -> Rulings:
    """Return the rulings that are about this document, with what to tell of those that no longer fit."""
    document = findings.document.source.sha256[:16]
    labels: dict[str, list[str]] = defaultdict(list)
    known = {a.actor_id: a.label for a in findings.actors} | {p.place_id: p.label for p in findings.places}
    known |= {o.office_id: o.label for o in findings.offices}
    for target, label in known.items():
        labels[label].append(target)
    found, notes = Rulings(), []
    for ruling in rulings:
        if ruling.document not in (None, document) or (ruling.document is None and ruling.target not in known):
            continue
        target = ruling.target
        if target not in known:
            named_so = labels.get(ruling.label, []) if ruling.label else []
            if len(named_so) != 1:
                shown = f"{ruling.target} ({ruling.label or 'without label'})"
                message = f"the decision of {ruling.judgement.who} about {shown} fits nothing in the document any more"
                notes.append(Diagnostic("warning", "link", message))
                continue
            target = named_so[0]
        _note(found, target, ruling)
    return replace(found, diagnostics=tuple(notes))


def _note(found: Rulings, target: str, ruling: Ruling) -> None:
    """Take a ruling over what was decided before about the same target and item."""
    refused = found.different.setdefault(target, {})
    if ruling.qid:
        refused.pop(ruling.qid, None)
    if ruling.judgement.verdict == "different":
        refused[cast(str, ruling.qid)] = ruling
        if target in found.same and found.same[target].qid == ruling.qid:
            del found.same[target]
    else:
        chosen, other = (found.same, found.unsure) if ruling.judgement.verdict == "same" else (found.unsure, found.same)
        chosen[target] = ruling
        other.pop(target, None)
    if not refused:
        del found.different[target]


def read_rulings(path: Path) -> tuple[tuple[Ruling, ...], tuple[Diagnostic, ...]]:
    """Read links.jsonl. A line that cannot be understood is a diagnostic. UsageError when the file cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"{path}: cannot be read ({why}); `relaas link review GRAPH --decisions FILE` writes one") from None
    rulings, notes = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            rulings.append(_ruling(json.loads(line)))
        except (ValueError, RecursionError) as error:
            why = "no JSON" if isinstance(error, json.JSONDecodeError | RecursionError) else str(error)
            notes.append(Diagnostic("warning", "link", f"{path.name}, line {number}: {why}; the decision is not used"))
    return tuple(rulings), tuple(notes)


def _ruling(row: Any) -> Ruling:
    """Return the ruling of a line. ValueError says what is wrong with it."""
    if not isinstance(row, dict):
        raise ValueError("no JSON object")
    texts = {k: row.get(k) for k in ("document", "target", "label", "qid", "decision", "who", "when", "why")}
    if odd := [k for k, v in texts.items() if v is not None and not isinstance(v, str)]:
        raise ValueError(f"{odd[0]} is no text")
    target, qid, verdict, who = (texts[k] or "" for k in ("target", "qid", "decision", "who"))
    if not target or any(c.isspace() for c in target):
        raise ValueError("target names nothing")
    if verdict not in _VERDICTS:
        raise ValueError(f"decision is none of {', '.join(_VERDICTS)}")
    if qid and not _QID.fullmatch(qid):
        raise ValueError(f"qid {qid} is no Q-number")
    if not qid and verdict != "unsure":
        raise ValueError(f"a decision {verdict} needs a qid")
    if not who.strip():
        raise ValueError("who decided is not said")
    document = texts["document"]
    if document is None and not target.startswith(_SHARED):
        raise ValueError(f"{target} is an id within a document, and no document is named")
    if document is not None and not _DOCUMENT.fullmatch(document):
        raise ValueError("document is not the 16 digits behind doc/ in its IRI")
    try:
        day = date.fromisoformat((texts["when"] or "")[:10])
    except ValueError:
        raise ValueError("when is no date as 2026-11-25") from None
    judgement = Judgement(cast(Any, verdict), who.strip(), day, (texts["why"] or "").strip())
    return Ruling(target, qid or None, judgement, document, texts["label"] or "")


def _said(what: str, ruling: Ruling) -> str:
    return f"{what}: {ruling.judgement.why}" if ruling.judgement.why else what
