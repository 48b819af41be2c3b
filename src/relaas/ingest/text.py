"""Bytes -> text: the encoding by a rule, not by statistics (statistics fail on one Dutch text in three).

BOM, then UTF-16 by its pattern of NULs, then UTF-8, then Windows-1252. Refuses what is binary or holds NULs.
"""

from __future__ import annotations

import codecs
import re

from relaas.errors import InputError
from relaas.model import Diagnostic, Span

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\ufffe\uffff]")
#: Share of control characters above which a file is no text. Form feeds, tabs and line ends are not counted.
_MOST_CONTROLS = 0.005
_BINARY = 0.1  # share of control characters that no text with a few stray ones has
#: UTF-8 read as Windows-1252 (*Ã«*, *â€™*), and what a program put where it could not read a letter.
_BROKEN = re.compile("Ã[\u0080-\u00bfŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€.|\ufffd")
_ADVICE_BINARY = "give a text, Markdown, HTML, PDF or Word file"


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and the name of its encoding; a BOM is no part of the text. InputError when the bytes are no text.

    >>> decode("België".encode("cp1252"), "x.txt")
    ('België', 'windows-1252')
    """
    text, encoding = _decode(data, name)
    if "\0" in text:
        raise InputError(name, "holds NUL characters", "save it again as UTF-8 text")
    found = list(_CONTROL.finditer(text))
    if len(found) > max(1, _MOST_CONTROLS * len(text)):
        if len(found) > _BINARY * len(text):
            raise InputError(name, "is binary, no text", _ADVICE_BINARY)
        first = found[0]
        line = text.count("\n", 0, first.start()) + 1
        told = f"holds {len(found)} control characters, the first (U+{ord(first[0]):04X}) on line {line}"
        raise InputError(name, told, "take them out, or save it again as UTF-8 text")
    return text, encoding


def doubt(text: str) -> tuple[Diagnostic, ...]:
    """Return a warning where the letters of a text show that it was not decoded as it was written.

    >>> [d.message for d in doubt("BelgiÃ« en Curaçao")]
    ['letters are broken (Ã«), as in a text of two encodings; save it again as UTF-8']
    """
    found = _BROKEN.search(text)
    if found is None:
        return ()
    message = f"letters are broken ({found[0]}), as in a text of two encodings; save it again as UTF-8"
    return (Diagnostic("warning", "ingest", message, Span(*found.span())),)


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, name), encoding
    if (pattern := _utf16_pattern(data)) is not None:
        return _strict(data, pattern, name), pattern
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "windows-1252"
    except UnicodeDecodeError:
        raise InputError(name, "is binary, no text", _ADVICE_BINARY) from None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(name, f"begins as {encoding} but breaks off at byte {error.start}", "save it again as UTF-8") from None


def _utf16_pattern(data: bytes) -> str | None:
    """UTF-16 without BOM: in Latin text almost every second byte is NUL, and only there."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 2:
        return None
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None
