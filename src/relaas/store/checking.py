"""A store folder -> its manifest when the store is what was built, else a StoreError that names what is wrong."""

from __future__ import annotations

from pathlib import Path

from relaas.errors import StoreError
from relaas.store.building import graph_name
from relaas.store.folder import faults_of, open_live, version_folder
from relaas.store.manifest import Manifest

_ADVICE = "build it anew from the files with `relaas store build`"


def check(folder: Path, *, whole: bool = True) -> Manifest:
    """Compare the live version with what was written: every byte of every file, then the counts of statements and graphs.

    Notices a missing CURRENT or write-ahead log, with which the database would open and be empty. StoreError (exit code 4) names
    at most ten faults. Without `whole` the bytes of large files are not read.
    """
    faults = faults_of(version_folder(folder), whole=whole)
    if faults:
        more = f"; and {len(faults) - 10} more" if len(faults) > 10 else ""
        raise StoreError(f"{folder.name}: the store is damaged: {'; '.join(faults[:10])}{more}; {_ADVICE}")
    with open_live(folder) as live:
        manifest = live.manifest
        try:
            quads = len(live.store)
            graphs = {graph_name(graph) for graph in live.store.named_graphs()}
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{folder.name}: the store cannot be read ({error}); {_ADVICE}") from None
    expected = manifest.quads + manifest.triples
    if quads != expected:
        raise StoreError(f"{folder.name}: holds {quads:,} statements where its manifest has {expected:,}; {_ADVICE}")
    if missing := sorted(manifest.graphs - graphs):
        raise StoreError(f"{folder.name}: lacks {len(missing)} graphs of its manifest, {missing[0]} the first; {_ADVICE}")
    if foreign := sorted(graphs - manifest.graphs):
        raise StoreError(f"{folder.name}: holds {len(foreign)} graphs that no file has, {foreign[0]} the first; {_ADVICE}")
    return manifest
