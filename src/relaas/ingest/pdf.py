"""Bytes of a PDF -> text, page after page. Runs in the worker.

pypdf looks first (encrypted? any page?), PDFium reads. Refuses encrypted files and files of images.
"""

from __future__ import annotations

import io

from relaas.errors import InputError

_MOST_PAGES = 2000


def extract(data: bytes) -> str:
    """Return the text of all pages, lines ended by a line feed, pages by an empty line."""
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
    out = []
    for page in document:
        words = page.get_textpage().get_text_bounded()
        # PDFium gives U+FFFE (or U+0002) for a hyphen at the end of a line; the line break is kept after it.
        words = words.replace("\ufffe\r\n", "-\n").replace("\ufffe", "-\n").replace("\x02", "-\n")
        out.append(words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))
    return out
