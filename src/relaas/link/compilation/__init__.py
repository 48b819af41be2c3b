"""Source files and curated.tsv -> the bundled gazetteer.

    python -m relaas.link.compilation ../shared/data/wikidata

Run by hand when a source or curated.tsv changes; the result is kept under version control, so that a reader of the project
needs neither the sources nor this package. Nothing here runs when a document is read.
"""

from __future__ import annotations

from pathlib import Path

from relaas import assets
from relaas.link.compilation import bodies, curated, offices, people, places
from relaas.link.compilation.draft import Draft
from relaas.link.compilation.sources import Sources


def compile_gazetteer(folder: Path, *, room: Path | None = None) -> Draft:
    """Compile the source files in `folder` into the gazetteer files in `room` (default: that of the project)."""
    room = room or assets.folder("data", "gazetteer")
    draft, sources = Draft(room), Sources(folder)
    curated.gather(draft, sources, room)
    bodies.gather(draft, sources)
    places.gather(draft, sources)
    offices.gather(draft, sources, room)
    people.gather(draft, sources)
    draft.write(room)
    offices.holders(draft, sources, room)
    return draft
