"""Bytes of a PDF -> text, page after page. Runs in the worker.

pypdf looks first (encrypted? any page?), PDFium reads. Refuses encrypted files and files of images.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from relaas.errors import InputError

_MOST_PAGES = 2000
#: Between paragraphs lies the usual step from line to line and half a line or more.
_WIDE = 1.3
#: Headings and footnotes are set in larger and smaller type than the lines beside them.
_OTHER_TYPE = 1.12


class _Line(NamedTuple):
    """A line of a page: its text, the height of its foot above that of the page, and the size of its type, in points."""

    text: str
    foot: float
    size: float


def extract(data: bytes) -> str:
    """Return the text of all pages, lines ended by a line feed, paragraphs and pages by an empty line."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    broken = InputError("pdf", "is a damaged PDF", "open it in a reader and print it to a new file")
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise InputError("pdf", "is an encrypted PDF", "save it without a password")
        pages = len(reader.pages)
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError):
        raise broken from None
    if pages > _MOST_PAGES:
        raise InputError("pdf", f"has {pages} pages (the limit is {_MOST_PAGES})", "split it into one document a file")
    text = "\n\n".join(_pages(data, broken)).strip("\n")
    if not text.strip():
        raise InputError("pdf", "holds images and no text", "run text recognition (OCR) on it first")
    return text


def _pages(data: bytes, broken: InputError) -> list[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise broken from None
    pages = [_lines(page.get_textpage()) for page in document]
    steps = [_step(a, b) for lines in pages for a, b in pairwise(lines) if a.foot > b.foot]
    usual = median(steps) if steps else 0.0
    return [_spaced(lines, usual) for lines in pages]


def _lines(page: Any) -> list[_Line]:
    out, at, end = [], 0, page.count_chars()
    for words in page.get_text_range().split("\r\n"):
        shown = [at + n for n, mark in enumerate(words) if not mark.isspace() and at + n < end]
        # The first, middle and last mark, for one of them may be a raised number of a footnote.
        boxes = [page.get_charbox(i, loose=True) for i in dict.fromkeys(shown[:1] + shown[len(shown) // 2 :][:1] + shown[-1:])]
        at += len(words) + 2
        if boxes:
            size, foot = max((top - foot, foot) for _, foot, _, top in boxes)
            out.append(_Line(_written(words), foot, size))
        elif out:
            out.append(out[-1]._replace(text=""))
    return out


def _written(words: str) -> str:
    """Return the words of a line; PDFium gives U+FFFE (or U+0002) for a hyphen at its end, and may leave out its line break."""
    words = words.removesuffix("\ufffe") + "-" if words.endswith("\ufffe") else words
    return words.replace("\ufffe", "-\n").replace("\x02", "-\n").replace("\r", "\n").replace("\0", "")


def _step(above: _Line, below: _Line) -> float:
    return (above.foot - below.foot) / max(above.size, below.size, 1.0)


def _spaced(lines: Sequence[_Line], usual: float) -> str:
    """Join lines; where the step is clearly wider than the usual one, or the size of type changes, goes an empty line."""
    out = [line.text for line in lines[:1]]
    for above, below in pairwise(lines):
        sizes = sorted((above.size, below.size))
        parted = sizes[1] > _OTHER_TYPE * sizes[0] or (usual and _step(above, below) > _WIDE * usual)
        out.append(("\n" if parted and above.text.strip() and below.text.strip() else "") + below.text)
    return "\n".join(out)
