"""N-Quads files -> an Oxigraph store that is served, and the same store later with a document replaced, added or withdrawn.

The files are the truth, the store is a cache: `build` makes it anew from all of them at any time, and `update` of some files
gives exactly the store that `build` of all would give. Neither touches the store that is live. A new version is made beside it,
flushed, and made live by replacing one small file, so a reader sees the old version or the new one, whenever the machine stops.
A version is never written again, so what it must hold is known to the byte: `check` compares.

    DIR/live                    the name of the version that is served
    DIR/lock                    held by whoever builds
    DIR/versions/0000000001/    rocks/ (Oxigraph), manifest.json, files.json, shared.sqlite, reading (locked by readers)
    DIR/versions/0000000002.part/   being built

The default graph of the database holds each statement of all graphs once. An endpoint whose default graph is the union needs
that: the engine, told to look into every graph, finds a statement as often as there are graphs that hold it, and a query over
what many documents say of one actor then multiplies (docs/decisions/0013).

Refused: what is no N-Quads, two files of one name, a build while another runs, a store of which a file is missing or changed. A
graph that several files hold (the registry) is kept as their union, and what each of them says of it is remembered, so that a
document that is withdrawn takes along exactly what no other says. A file is held in memory while it is loaded.
"""

from relaas.store.building import Change, build, read_input, update
from relaas.store.checking import check
from relaas.store.folder import Live, hold_live, live_version, open_live, read_manifest
from relaas.store.manifest import Input, Manifest

__all__ = [
    "Change",
    "Input",
    "Live",
    "Manifest",
    "build",
    "check",
    "hold_live",
    "live_version",
    "open_live",
    "read_input",
    "read_manifest",
    "update",
]
