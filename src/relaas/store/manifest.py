"""What a version of the store holds and what its files are, as values and as JSON.

`manifest.json` depends on the inputs alone: equal inputs give equal bytes. `files.json` lists the files of the database, which
differ from build to build.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relaas.errors import StoreError

#: Raised when a later program could not read an earlier store.
FORM = 1


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was loaded. `quads` counts its lines that say something; `graphs` are its graphs, "" for the default graph."""

    name: str
    sha256: str
    size: int
    quads: int
    graphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a version holds: every input, the graphs, and counts. `shared` are the graphs that more than one input holds.

    `quads` counts the statements of the named graphs, `triples` the different ones of all graphs together.
    `classes` counts the different subjects of each class, `properties` the different statements with each property.
    """

    inputs: tuple[Input, ...]
    graphs: frozenset[str]
    shared: frozenset[str]
    quads: int
    triples: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]

    def to_json(self) -> str:
        """Return manifest.json."""
        rows = [
            {"name": i.name, "sha256": i.sha256, "bytes": i.size, "quads": i.quads, "graphs": list(i.graphs)} for i in self.inputs
        ]
        value = {
            "form": FORM,
            "documents": len(self.inputs),
            "graphs": len(self.graphs),
            "quads": self.quads,
            "triples": self.triples,
            "shared": sorted(self.shared),
            "classes": dict(sorted(self.classes.items())),
            "properties": dict(sorted(self.properties.items())),
            "inputs": rows,
        }
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def load_manifest(path: Path) -> Manifest:
    """Read manifest.json; StoreError when it is missing, damaged, or of another form."""
    value = load_json(path)
    try:
        if value["form"] != FORM:
            raise StoreError(f"{path.name}: is of form {value['form']}, this program reads form {FORM}; build the store anew")
        inputs = tuple(Input(r["name"], r["sha256"], r["bytes"], r["quads"], tuple(r["graphs"])) for r in value["inputs"])
        graphs = frozenset(graph for entry in inputs for graph in entry.graphs if graph)
        return Manifest(
            inputs, graphs, frozenset(value["shared"]), value["quads"], value["triples"], value["classes"], value["properties"]
        )
    except (KeyError, TypeError) as error:
        raise StoreError(f"{path.name}: lacks {error}; build the store anew") from None


def load_json(path: Path) -> Any:
    """Read a JSON file of a version; StoreError when it is missing or damaged."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StoreError(f"{path.parent.name}/{path.name}: is missing; build the store anew") from None
    except (OSError, ValueError) as error:
        raise StoreError(f"{path.parent.name}/{path.name}: cannot be read ({error}); build the store anew") from None
