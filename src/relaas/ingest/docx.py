"""Bytes of a Word document -> text: paragraphs and table cells in reading order, then the footnotes. Runs in the worker.

Looks at the archive before anything is unpacked. Refuses encrypted and old binary documents, archives that unpack to more
than they may, XML with a document type (where entity bombs live), and archives that are no Word document.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from relaas.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MOST_BYTES = 100_000_000
_MOST_RATIO = 200
_MOST_MEMBERS = 5_000
_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def extract(data: bytes) -> str:
    """Return the text: an empty line between paragraphs, list items and cells a line each.

    Footnotes stand at the end, each on a line that begins with its number.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError("docx", "is an encrypted or old (.doc) Word document", "save it as .docx without a password")
    _refuse_bombs(data)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        lines = [*_body(document), *_footnotes(document)]
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile):
        raise InputError("docx", "is a damaged Word document", "open it in a word processor and save it again") from None
    return "\n".join(lines).strip("\n")


def _refuse_bombs(data: bytes) -> None:
    damaged = InputError("docx", "is a damaged archive, no Word document", "open it in a word processor and save it again")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            size = sum(m.file_size for m in members)
            if size > _MOST_BYTES or len(members) > _MOST_MEMBERS or size > _MOST_RATIO * max(len(data), 50_000):
                raise InputError(
                    "docx",
                    f"unpacks to {size / 1e6:.0f} MB in {len(members)} files (a zip bomb?)",
                    "save it again without attachments",
                )
            if _MAIN not in archive.namelist():
                raise InputError("docx", "is an archive, but no Word document", "give a .docx file")
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    with archive.open(member) as file:
                        if b"<!DOCTYPE" in file.read(4096):
                            raise InputError("docx", "declares a document type in its XML", "save it again in a word processor")
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, NotImplementedError):
        raise damaged from None


def _body(document: WordDocument) -> Iterator[str]:
    formats = _number_formats(document)
    counts: Counter[tuple[str, str]] = Counter()
    apart = False
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from (cell.text for cell in dict.fromkeys(row.cells) if cell.text)
            apart = False
            continue
        number = _number(block, formats, counts)
        if block.text and not number and apart:
            yield ""
        yield number + block.text
        apart = bool(block.text)


def _number_formats(document: WordDocument) -> dict[tuple[str, str], str]:
    """(numId, level) -> number format, for lists whose numbers Word counts and does not write into the text."""
    try:
        root: Any = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {
        (a.get(f"{_W}abstractNumId"), lvl.get(f"{_W}ilvl")): lvl.find(f"{_W}numFmt").get(f"{_W}val")
        for a in root.findall(f"{_W}abstractNum")
        for lvl in a.findall(f"{_W}lvl")
        if lvl.find(f"{_W}numFmt") is not None
    }
    out = {}
    for num in root.findall(f"{_W}num"):
        link = num.find(f"{_W}abstractNumId")
        if link is not None:
            for (number, level), form in abstract.items():
                if number == link.get(f"{_W}val"):
                    out[num.get(f"{_W}numId"), level] = form
    return out


def _number(paragraph: Any, formats: dict[tuple[str, str], str], counts: Counter[tuple[str, str]]) -> str:
    numbering = None
    for holder in (paragraph._p, paragraph.style.element):  # a paragraph's own numbering goes before that of its style
        if numbering is None and holder.pPr is not None:
            numbering = holder.pPr.numPr
    if numbering is None or numbering.numId is None:
        return ""
    where = (str(numbering.numId.val), str(numbering.ilvl.val if numbering.ilvl is not None else 0))
    if formats.get(where) != "decimal":
        return "- " if formats.get(where) == "bullet" else ""
    counts[where] += 1
    return f"{counts[where]}. "


def _footnotes(document: WordDocument) -> Iterator[str]:
    from lxml import etree

    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            notes = [n for n in root.findall(f"{_W}footnote") if n.get(f"{_W}type") is None]
            for i, note in enumerate(notes, start=1):
                yield f"{i} " + "".join(t.text or "" for t in note.iter(f"{_W}t")).strip()
