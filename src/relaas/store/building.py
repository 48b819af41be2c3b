"""Files -> a new live version: `build` from nothing, `update` from a copy of the live one.

A copy costs next to nothing: the sorted tables of the database are never changed once written, so they are linked, and only its
small files are copied. Documents are loaded about a hundred at a time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relaas.errors import GraphError, StoreError, UsageError
from relaas.store.folder import MANIFEST, ROCKS, SHARED, building, faults_of, make_live, remove_old, version_folder
from relaas.store.manifest import Input, Manifest, load_manifest
from relaas.store.shares import Shares, digest

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store, Triple

BATCH = 100
_MOST_QUADS = 1_000_000
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Change:
    """What a build or an update has done: the new manifest, and the names it added, replaced, withdrew, left as they are."""

    manifest: Manifest
    version: str
    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


def build(folder: Path, paths: Sequence[Path], *, progress: Progress | None = None) -> Change:
    """Make a store of these N-Quads files and make it live; what was live before is served until then.

    Raises GraphError for a file that is missing or no N-Quads, UsageError for two files of one name, StoreError when the folder
    cannot be written. Then the store is as it was before.
    """
    named = _named(paths)
    with building(folder) as part:
        draft = _Draft(part, {})
        for done, (name, path) in enumerate(named.items(), 1):
            draft.add(name, path)
            if progress is not None:
                progress(done)
        manifest = draft.close()
        return Change(manifest, make_live(folder, part), added=tuple(named))


def update(folder: Path, paths: Sequence[Path] = (), *, withdraw: Sequence[str] = (), progress: Progress | None = None) -> Change:
    """Replace the documents of these names, add those that are new, withdraw others.

    `withdraw` names inputs, or IRIs of documents or graphs that exactly one input holds. Equal files change nothing. Raises
    what `build` raises, and StoreError when the live version is damaged: then nothing can be taken over from it.
    """
    named = _named(paths)
    version_folder(folder)  # a folder without a store is said before anything is made there
    with building(folder) as part:
        live = version_folder(folder)
        if faults := faults_of(live, whole=False):
            raise StoreError(f"{folder.name}: the store is damaged: {'; '.join(faults[:5])}; build it anew from all files")
        known = {entry.name: entry for entry in load_manifest(live / MANIFEST).inputs}
        gone = tuple(dict.fromkeys(_withdrawn(text, known) for text in withdraw))
        if both := sorted(set(gone) & set(named)):
            raise UsageError(f"{both[0]}: is given and withdrawn at once")
        same = tuple(name for name, path in named.items() if name in known and _digest_of(path) == known[name].sha256)
        fresh = {name: path for name, path in named.items() if name not in same}
        if not fresh and not gone:
            remove_old(folder)
            return Change(load_manifest(live / MANIFEST), live.name, same=same)
        _copy(live, part)
        draft = _Draft(part, known)
        for name in (*gone, *(name for name in fresh if name in known)):
            draft.remove(name)
        for done, (name, path) in enumerate(fresh.items(), 1):
            draft.add(name, path)
            if progress is not None:
                progress(done)
        manifest = draft.close()
        return Change(
            manifest,
            make_live(folder, part),
            added=tuple(name for name in fresh if name not in known),
            replaced=tuple(name for name in fresh if name in known),
            withdrawn=gone,
            same=same,
        )


def _named(paths: Sequence[Path]) -> dict[str, Path]:
    """Return the files by name, in the order of their names, so that the order in which they are given does not matter."""
    named: dict[str, Path] = {}
    for path in paths:
        if path.stem in named:
            raise UsageError(f"{path} and {named[path.stem]} have one name; rename one of them")
        named[path.stem] = path
    return dict(sorted(named.items()))


def _withdrawn(text: str, known: Mapping[str, Input]) -> str:
    if text in known:
        return text
    holders = [e.name for e in known.values() if text in e.graphs or any(g.startswith(f"{text}/graph") for g in e.graphs)]
    if len(holders) == 1:
        return holders[0]
    if holders:
        raise UsageError(f"{text}: {len(holders)} documents hold this graph ({', '.join(holders[:3])} ...); name one of them")
    raise UsageError(f"{text}: the store holds no document and no graph of this name; `relaas store check` lists them")


def _copy(live: Path, part: Path) -> None:
    (part / ROCKS).mkdir()
    for path in sorted((live / ROCKS).iterdir()):
        target = part / ROCKS / path.name
        if path.suffix == ".sst":
            try:
                os.link(path, target)
                continue
            except OSError:  # a file system without links
                pass
        if path.name != "LOCK":
            shutil.copyfile(path, target)
    shutil.copyfile(live / SHARED, part / SHARED)


class _Draft:
    """A version that is being made."""

    def __init__(self, part: Path, inputs: Mapping[str, Input]) -> None:
        import pyoxigraph as ox

        self._part, self._inputs = part, dict(inputs)
        self._store: Store | None = ox.Store(str(part / ROCKS))
        self._shares = Shares(part / SHARED)
        self._holders: dict[str, list[str]] = defaultdict(list)
        for entry in inputs.values():
            for graph in entry.graphs:
                self._holders[graph].append(entry.name)
        self._shared = self._shares.graphs()
        self._waiting: list[Quad] = []
        self._documents = 0

    def add(self, name: str, path: Path) -> None:
        """Take a file in."""
        import pyoxigraph as ox

        entry, quads = read_input(name, path)
        for graph in entry.graphs:
            if graph == "" or self._holders[graph]:
                self._share(graph)
                self._shares.add(graph, name, quads[graph])
            self._holders[graph].append(name)
            self._waiting.extend(quads[graph])
            if graph:
                self._waiting.extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads[graph])
        self._inputs[name] = entry
        self._documents += 1
        if self._documents >= BATCH or len(self._waiting) > _MOST_QUADS:
            self._load()

    def remove(self, name: str) -> None:
        """Take out what only this input says."""
        assert self._store is not None
        gone: set[Triple] = set()
        for graph in self._inputs.pop(name).graphs:
            term = graph_term(graph)
            self._holders[graph].remove(name)
            found = self._store.quads_for_pattern(None, None, None, term)
            if graph in self._shared:
                alone = self._shares.withdraw(graph, name)
                found = (quad for quad in found if digest(quad) in alone)
            doomed = list(found)
            gone.update(quad.triple for quad in doomed)
            if graph and not self._holders[graph]:
                self._store.remove_graph(term)
                self._shared.discard(graph)
            elif graph:
                for quad in doomed:
                    self._store.remove(quad)
        self._forget(gone)

    def _forget(self, triples: set[Triple]) -> None:
        """Take statements that no graph holds any more out of the union."""
        import pyoxigraph as ox

        assert self._store is not None
        union = ox.DefaultGraph()
        for triple in triples:
            copy = ox.Quad(triple.subject, triple.predicate, triple.object)
            held = self._store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
            if all(quad.graph_name == union for quad in held) and not self._shares.holds("", copy):
                self._store.remove(copy)

    def close(self) -> Manifest:
        """Load what is waiting, write the manifest, close the database."""
        self._load()
        assert self._store is not None
        self._store.optimize()
        manifest = _described(self._store, self._inputs, self._holders)
        (self._part / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
        self._shares.close()
        self._store.flush()
        self._store = None  # the database is closed when nothing refers to it
        return manifest

    def _share(self, graph: str) -> None:
        """Remember what the only holder of a graph says of it, before another joins."""
        if graph and graph not in self._shared:
            self._load()
            assert self._store is not None
            found = self._store.quads_for_pattern(None, None, None, graph_term(graph))
            self._shares.add(graph, self._holders[graph][0], found)
        self._shared.add(graph)

    def _load(self) -> None:
        assert self._store is not None
        if self._waiting:
            self._store.bulk_extend(self._waiting)
        self._waiting, self._documents = [], 0


def read_input(name: str, path: Path) -> tuple[Input, dict[str, list[Quad]]]:
    """Read a file: what it is, and its statements by graph. GraphError when it is missing or no N-Quads."""
    try:
        data = path.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        quads: dict[str, list[Quad]] = defaultdict(list)
        count = 0
        for quad in _parsed(data, sha256):
            quads[graph_name(quad.graph_name)].append(quad)
            count += 1
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise GraphError(path.name, f"it is no N-Quads ({reason})", "write it with `relaas export --format nquads`") from None
    except OSError as error:
        raise GraphError(path.name, f"it cannot be read ({error.strerror})", "check the path") from None
    if not count:
        raise GraphError(path.name, "it holds no statement", "leave it out, or build it again")
    return Input(name, sha256, len(data), count, tuple(sorted(quads))), quads


def _parsed(data: bytes, sha256: str) -> Iterator[Quad]:
    """Yield the statements; a blank node, whose name holds in one file only, is named after the file's content too."""
    import pyoxigraph as ox

    for quad in ox.parse(data, format=ox.RdfFormat.N_QUADS):
        terms = (quad.subject, quad.object, quad.graph_name)
        if any(isinstance(term, ox.BlankNode) for term in terms):
            s, o, g = (ox.BlankNode(f"f{sha256[:16]}{t.value}") if isinstance(t, ox.BlankNode) else t for t in terms)
            yield ox.Quad(s, quad.predicate, o, g)
        else:
            yield quad


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise GraphError(path.name, f"it cannot be read ({error.strerror})", "check the path") from None


_PROPERTIES = "SELECT ?key (COUNT(*) AS ?count) WHERE { ?s ?key ?o } GROUP BY ?key"
_CLASSES = "SELECT ?key (COUNT(DISTINCT ?s) AS ?count) WHERE { ?s a ?key FILTER(isIRI(?key)) } GROUP BY ?key"


def _described(store: Store, inputs: Mapping[str, Input], holders: Mapping[str, list[str]]) -> Manifest:
    entries = tuple(inputs[name] for name in sorted(inputs))
    properties = _counted(store, _PROPERTIES)
    triples = sum(properties.values())
    return Manifest(
        inputs=entries,
        graphs=frozenset(graph for entry in entries for graph in entry.graphs if graph),
        shared=frozenset(graph for graph, names in holders.items() if len(names) > 1),
        quads=len(store) - triples,
        triples=triples,
        classes=_counted(store, _CLASSES),
        properties=properties,
    )


def _counted(store: Store, query: str) -> dict[str, int]:
    import pyoxigraph as ox

    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    return {row["key"].value: int(row["count"].value) for row in rows if row["key"] is not None}


def graph_term(name: str) -> NamedNode | BlankNode | DefaultGraph:
    """Return the graph that a name of the manifest stands for."""
    import pyoxigraph as ox

    if name.startswith("_:"):
        return ox.BlankNode(name[2:])
    return ox.NamedNode(name) if name else ox.DefaultGraph()


def graph_name(term: NamedNode | BlankNode | DefaultGraph) -> str:
    """Return the name of a graph in the manifest: its IRI, _:label for a blank node, "" for the default graph."""
    import pyoxigraph as ox

    if isinstance(term, ox.DefaultGraph):
        return ""
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else term.value
