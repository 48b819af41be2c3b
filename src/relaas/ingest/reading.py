"""Path or bytes -> Source: chooses the reader by ending and content, checks size, computes the digest.

Refuses a file whose content contradicts its ending rather than guess which of the two is right.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Literal

from relaas.errors import InputError
from relaas.ingest.text import decode
from relaas.ingest.worker import extract_apart
from relaas.model import Source

Kind = Literal["text", "pdf", "docx", "html"]

#: Ending of a file -> how it is read.
ENDINGS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
#: Largest file that is read, in bytes. The longest paper in the three parliaments' archives is under 2 MB of text.
MAX_BYTES = {"text": 16_000_000, "html": 16_000_000, "pdf": 200_000_000, "docx": 100_000_000}
_MEDIA_TYPES = {
    "text": "text/plain",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
}
_NAMES = {"text": "plain text", "pdf": "a PDF", "docx": "a Word document", "html": "HTML"}
_WORD = re.compile(r"[^\W\d_]{3}")
_HTML_START = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
#: How text begins that is made of marks for a program, and what it is; read as plain text, the marks would be words.
_MARKED = ((re.compile(rb"\s*\{\\rtf\d"), "RTF"), (re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml\b"), "XML"))


def printable(name: str) -> str:
    r"""Return a file's name as messages and reports give it: a character that cannot be shown is a question mark in a diamond.

    >>> printable("vraag\n2.txt")
    'vraag\ufffd2.txt'
    """
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def read(path: Path) -> Source:
    """Read one file. `Source.name` is the file's name without its ending.

    Raises InputError, whose message is one line: file name, reason, what to do.
    """
    name = printable(path.name)
    try:
        if path.is_dir():
            raise InputError(name, "is a folder", "give the files in it, or a folder to `relaas build`")
        if not path.is_file() and path.stat():
            raise InputError(name, "is no regular file", "save it as a file first, or pipe it into `relaas build -`")
        ending = path.suffix.lower()
        if ending not in ENDINGS:
            raise InputError(
                name, f"has the ending {ending or '(none)'}, which relaas does not read", f"use one of {' '.join(ENDINGS)}"
            )
        _refuse_large(name, path.stat().st_size, ENDINGS[ending])
        data = path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            raise InputError(name, "is a link to a file that is not there", "mend the link, or leave it out") from None
        raise InputError(name, "does not exist", "check the path") from None
    except PermissionError:
        raise InputError(name, "may not be read", "check its permissions") from None
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror or error})", "check the file and its disk") from None
    return read_bytes(data, name=path.stem, label=name, kind=ENDINGS[ending])


def read_bytes(data: bytes, *, name: str, label: str | None = None, kind: Kind | None = None) -> Source:
    """Read a document from its bytes; without `kind` the content tells what it is. `label` names it in messages."""
    label = label or name
    seen = _sniff(data)
    if kind is None:
        kind = seen
    elif seen != kind and (seen, kind) != ("text", "html"):
        raise InputError(label, f"is {_NAMES[seen]} by its content, {_NAMES[kind]} by its ending", "rename it to what it is")
    _refuse_large(label, len(data), kind)
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise InputError(label, "is empty", "give a file with text in it")
    if kind == "text":
        if marked := next((name for pattern, name in _MARKED if pattern.match(data[:1024])), None):
            raise InputError(label, f"is {marked}, which relaas does not read", "save it as plain text, HTML, Word or PDF")
        text, encoding = decode(data, label)
    else:
        text, encoding = extract_apart(kind, data, label), "utf-8"
    if not _WORD.search(text):
        raise InputError(label, "has no word of three letters", "give a file with text in it")
    return Source(name, text, hashlib.sha256(data).hexdigest(), _MEDIA_TYPES[kind], encoding)


def _sniff(data: bytes) -> Kind:
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return "docx"
    return "html" if _HTML_START.match(head) else "text"


def _refuse_large(label: str, size: int, kind: Kind) -> None:
    if size > MAX_BYTES[kind]:
        limit = MAX_BYTES[kind] // 1_000_000
        raise InputError(
            label, f"is too large ({size / 1e6:.0f} MB; the limit is {limit} MB)", "split it into one document a file"
        )
