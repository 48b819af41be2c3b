"""Graphs, gold annotations and texts -> how right the links are, by type, beside two baselines on the same names.

    relaas build TEXTS --out GRAPHS
    python -m relaas.link.evaluation GRAPHS GOLD TEXTS [--errors]

The graphs are those of the whole program: an actor that was not found counts as a missing link. A gold row and a node are one
where most of their mentions overlap; the asker and the answerer are those of the document. A row without item was not looked up:
a link on it is wrong only where it is the item of another row, or where the row is a group, a document or an armed force. Links
on nodes that have no row are counted and not judged.

The baselines look the same names up in the gazetteer without context: *exact label* links where exactly one item has the name as
its label; *highest prior* takes of all items with the name the one that is best known.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from relaas.errors import UsageError
from relaas.link.knowledge import KnowledgeBase, Option, bundled_knowledge
from relaas.link.wording import names

_NS = "https://w3id.org/relaas/ns#"
_OA = "http://www.w3.org/ns/oa#"
_SAME_AS = "http://schema.org/sameAs"
_NEVER = ("group", "document", "armed-force")
_VOICES = {"asker": "asker", "respondent": "answerer"}
_PROPER = ("label", "alias", "abbreviation")
Span = tuple[int, int]


@dataclass(slots=True)
class Node:
    """An actor, office or place of a graph: its mentions with their words, and the item it is linked to."""

    iri: str
    spans: list[Span] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    qid: str | None = None
    office: str | None = None


@dataclass(slots=True)
class Tally:
    """Counts for one type and one way of linking."""

    due: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the judged links that are right; None without links."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Share of the rows with an item that are linked to it; None without such rows."""
        return self.right / self.due if self.due else None


@dataclass(slots=True)
class Result:
    """What a run gives: `tallies` by way of linking and type, errors as sentences, links nobody can judge, rows not found."""

    tallies: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    errors: list[str] = field(default_factory=list)
    unjudged: int = 0
    missing: int = 0


def evaluate(graphs: Path, gold: Path, texts: Path, *, knowledge: KnowledgeBase | None = None) -> Result:
    """Judge the links of every gold file against the graph of its name. UsageError when there is no gold, or no graph for one."""
    result = Result()
    files = sorted(gold.glob("*.yaml"))
    if not files:
        raise UsageError(f"{gold}: holds no gold files (*.yaml)")
    known = knowledge or bundled_knowledge()
    ways: dict[str, Callable[[Node], str | None]] = {
        "relaas": lambda node: node.qid,
        "exact label": lambda node: _exact_label(node, known),
        "highest prior": lambda node: _highest_prior(node, known),
    }
    for path in files:
        graph = graphs / f"{path.stem}.nq"
        if not graph.is_file():
            raise UsageError(f"{graph}: does not exist; make it with `relaas build {texts} --out {graphs}`")
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))["actors"]
        nodes, voices = _read(graph)
        paired = dict(_pairs(rows, nodes, voices, (texts / f"{path.stem}.txt").read_text(encoding="utf-8")))
        for way, item_of in ways.items():
            _judge(result, way, path.stem, rows, paired, item_of)
        taken = {node.iri for node in paired.values()}
        result.unjudged += sum(node.qid is not None and iri not in taken for iri, node in nodes.items())
        result.missing += sum(row.get("qid") is not None and row["id"] not in paired for row in rows)
    return result


def _judge(
    result: Result,
    way: str,
    name: str,
    rows: list[dict[str, Any]],
    paired: dict[str, Node],
    item_of: Callable[[Node], str | None],
) -> None:
    items = {row["qid"] for row in rows if row.get("qid")}
    for row in rows:
        qid, node = row.get("qid"), paired.get(row["id"])
        tallies = [result.tallies[way][kind] for kind in (row["kind"], "all")]
        given = item_of(node) if node is not None else None
        wrong = given is not None and given != qid and (qid or given in items or row["kind"] in _NEVER)
        for tally in tallies:
            tally.due += qid is not None
            tally.right += qid is not None and given == qid
            tally.wrong += bool(wrong)
        if way == "relaas" and (wrong or (qid and given != qid)):
            what = f"linked to {given}" if given else "not linked" if node else "not found"
            result.errors.append(f"{name} {row['id']} ({row['kind']}, {row['label']!r}): {what}, gold {qid}")


def _read(graph: Path) -> tuple[dict[str, Node], dict[str, Node]]:
    """Return the nodes of a graph by IRI, and the nodes that speak in it by voice."""
    import pyoxigraph

    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in pyoxigraph.parse(path=str(graph), format=pyoxigraph.RdfFormat.N_QUADS):
        facts[str(quad.subject.value)][quad.predicate.value].append(str(quad.object.value))
    nodes: dict[str, Node] = {}
    voices: dict[str, Node] = {}
    for iri in sorted(facts):
        said = facts[iri]
        if _NS + "mention" in said or _SAME_AS in said or _NS + "actorType" in said:
            node = nodes[iri] = Node(iri)
            spans = [s for s in sorted(said[_NS + "mention"]) if _OA + "start" in facts[s]]
            node.spans = [(int(facts[s][_OA + "start"][0]), int(facts[s][_OA + "end"][0])) for s in spans]
            node.words = [" ".join(facts[s][_OA + "exact"][0].split()) for s in spans]
            node.words += [label for label in said["http://www.w3.org/2000/01/rdf-schema#label"] if not spans]
            node.qid = next((o.rsplit("/", 1)[-1] for o in said[_SAME_AS]), None)
            node.office = next(iter(said[_NS + "office"]), None)
    for said in list(facts.values()):
        for gold, voice in _VOICES.items():
            speakers = said.get(_NS + voice, [])
            if len(speakers) == 1 and speakers[0] in nodes:
                voices[gold] = nodes[speakers[0]]
    return nodes, voices


def _pairs(rows: list[dict[str, Any]], nodes: dict[str, Node], voices: dict[str, Node], text: str) -> Iterator[tuple[str, Node]]:
    """Pair rows with nodes, one to one, the pairs that share most mentions first."""
    fits: list[tuple[float, int, str, Node]] = []
    for place, row in enumerate(rows):
        voice = voices.get(row["id"])
        office = nodes.get(voice.office) if voice is not None and voice.office and row["kind"] == "office" else None
        if office is not None and office.qid and voice is not None and not voice.qid:
            voice = office
        if voice is not None:
            fits.append((-99.0, place, row["id"], voice))
        spans = [s for locator in row.get("mentions") or [] if (s := _locate(text, locator))]
        for node in nodes.values():
            share = sum(max((_overlap(s, n) for n in node.spans), default=0.0) for s in spans)
            if share >= 0.5:
                extra = 0.25 if row["kind"] == "office" and node.iri.rsplit("/", 1)[-1].startswith("of") else 0.0
                extra += 0.25 if row["kind"] == "office" and "/office/" in node.iri else 0.0
                fits.append((-share - extra, place, row["id"], node))
    taken: set[str] = set()
    for _, _, row_id, node in sorted(fits, key=lambda f: (f[0], f[1], f[3].iri)):
        if row_id not in taken and node.iri not in taken:
            taken |= {row_id, node.iri}
            yield row_id, node


def _overlap(a: Span, b: Span) -> float:
    """Return the share of two spans that is common, 0 below a half."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    share = both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0
    return share if share >= 0.5 else 0.0


def _locate(text: str, locator: Any) -> Span | None:
    """Return where a locator of the annotations stands: words, the nth of them, or from the first words to the last."""
    wanted = {"t": locator} if isinstance(locator, str) else locator
    found = _occurrences(text, str(wanted.get("t", wanted.get("from", ""))))
    place = int(wanted.get("occ", 1)) - 1
    if place >= len(found):
        return None
    start, end = found[place]
    if "to" in wanted:
        end = next((e for s, e in _occurrences(text, str(wanted["to"])) if s >= start), end)
    return start, end


def _occurrences(text: str, words: str) -> list[Span]:
    return [m.span() for m in re.finditer(r"\s+".join(map(re.escape, words.split())), text)] if words.split() else []


def _options(node: Node, known: KnowledgeBase) -> list[Option]:
    return [o for words in node.words for name in names(words) for o in known.named(name.text) if o.qid]


def _exact_label(node: Node, known: KnowledgeBase) -> str | None:
    found = {o.qid for o in _options(node, known) if o.form == "label"}
    return next(iter(found)) if len(found) == 1 else None


def _highest_prior(node: Node, known: KnowledgeBase) -> str | None:
    """Return the best known item: by its pages where they are counted, else what the gazetteer curates before the rest."""
    found = [o for o in _options(node, known) if o.form in _PROPER]
    counts = Counter(o.qid for o in found)
    best = max(found, key=lambda o: (o.sitelinks or 0, o.prominent, counts[o.qid], o.key), default=None)
    return best.qid if best else None


def render(result: Result) -> str:
    """Return the table: a row for each type, precision and recall of each way."""
    ways = list(result.tallies)
    kinds = sorted(result.tallies["relaas"], key=lambda k: (k == "all", k))
    lines = [
        f"{'type':14}{'due':>5}" + "".join(f"{way:>22}" for way in ways),
        f"{'':19}" + f"{'precision   recall':>22}" * len(ways),
    ]
    for kind in kinds:
        cells = ""
        for way in ways:
            tally = result.tallies[way][kind]
            shown = ["-" if value is None else f"{value:.3f}" for value in (tally.precision, tally.recall)]
            cells += f"{shown[0]:>13}{shown[1]:>9}"
        lines.append(f"{kind:14}{result.tallies['relaas'][kind].due:>5}{cells}")
    lines.append(f"{result.missing} rows with an item were not found; {result.unjudged} links stand on nodes without a row")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Print the figures; with --errors every wrong and every missing link as well."""
    errors = "--errors" in arguments
    folders = [Path(a) for a in arguments if a != "--errors"]
    if len(folders) != 3:
        sys.stderr.write("usage: python -m relaas.link.evaluation GRAPHS GOLD TEXTS [--errors]\n")
        return 2
    try:
        result = evaluate(*folders)
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stdout.write(render(result))
    if errors:
        sys.stdout.write("".join(f"{line}\n" for line in result.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
