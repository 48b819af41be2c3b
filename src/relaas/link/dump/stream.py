"""A dump (file or standard input, plain or compressed) -> its lines, each with where the next one begins.

The first bytes tell the compression, so a pipe may carry any of them. Offsets count bytes of the uncompressed text: they mean the
same in the .gz and in the .bz2 of one dump, which is what resuming rests on. Memory stays bounded by one line, and a line may not
grow beyond a limit. isal and zstandard are used where they are installed; without isal the standard library reads gzip, slower.
Refused: zstd without the package that reads it. A stream that breaks off gives what it had, and says so.
"""

from __future__ import annotations

import bz2
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

from relaas.errors import InputError, UsageError


def _optional_errors() -> Iterator[type[Exception]]:
    """Return how the optional packages say that a stream is broken."""
    for module, name in (("zstandard", "ZstdError"), ("isal.isal_zlib", "error")):
        try:
            yield getattr(import_module(module), name)
        except ImportError:
            continue


_BROKEN: tuple[type[Exception], ...] = (EOFError, OSError, zlib.error, *_optional_errors())
#: Read this much at a time.
CHUNK = 1 << 20
#: No line of Wikidata comes near this (the longest are about 5 MB); a longer one is noise.
LONGEST = 64 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line end; `end` is where the next one begins. `fault` says why it cannot be read (empty: it can)."""

    raw: bytes
    end: int
    fault: str = ""


class Dump:
    """A dump, open for reading. `read_bytes` counts what was taken from the file, `size` is all there is (None for a pipe)."""

    def __init__(self, source: Path | BinaryIO) -> None:
        self.size: int | None = None
        if isinstance(source, Path):
            try:
                raw: BinaryIO = source.open("rb")
                self.size = source.stat().st_size
            except OSError as error:
                raise InputError(source.name, f"cannot be opened ({error.strerror})", "check the path") from None
            self.name = source.name
        else:
            raw, self.name = source, "standard input"
        self._owned = raw if isinstance(source, Path) else None
        self._counted = _Counted(raw)
        buffered = io.BufferedReader(self._counted, CHUNK)
        self.compression = _compression(buffered.peek(4)[:4])
        try:
            self._text = _opened(buffered, self.compression)
        except UsageError:
            self.close()
            raise
        self._seekable = isinstance(source, Path) and self.compression == "none"
        #: Why the stream ended before its end; empty while it did not.
        self.broken = ""

    def close(self) -> None:
        """Close the file; a stream that was given stays open."""
        if self._owned is not None:
            self._owned.close()

    @property
    def read_bytes(self) -> int:
        """How many bytes were taken from the file so far."""
        return self._counted.count

    def head(self) -> bytes:
        """Return the first bytes of the text, which tell one dump from another. Reading starts behind them: see `lines`."""
        self._head = self._read(CHUNK)
        return self._head

    def lines(self, *, start: int = 0) -> Iterator[Line]:
        """Return the lines from byte `start` of the uncompressed text; call `head` first.

        In a compressed file everything before `start` is decompressed once more, and not parsed.
        """
        rest, position = self._skip(start)
        pending: list[bytes] = []
        held, dropping = 0, False
        while True:
            chunk = rest or self._read(CHUNK)
            rest = b""
            if not chunk:
                break
            pieces = chunk.split(b"\n")
            for piece in pieces[:-1]:
                pending.append(piece)
                position += held + len(piece) + 1
                yield Line(b"", position, f"longer than {LONGEST >> 20} MiB") if dropping else Line(b"".join(pending), position)
                pending, held, dropping = [], 0, False
            held += len(pieces[-1])
            if held > LONGEST:
                dropping, pending = True, []
            elif pieces[-1]:
                pending.append(pieces[-1])
        if held:
            yield Line(b"".join(pending), position + held, f"longer than {LONGEST >> 20} MiB" if dropping else "")

    def _skip(self, start: int) -> tuple[bytes, int]:
        """Go to byte `start`; return what of the head lies behind it, and the position."""
        if start <= len(self._head):
            return self._head[start:], start
        if self._seekable:
            self._text.seek(start)
            return b"", start
        passed = len(self._head)
        while passed < start:
            chunk = self._read(min(CHUNK, start - passed))
            if not chunk:
                return b"", passed
            passed += len(chunk)
        return b"", passed

    def _read(self, size: int) -> bytes:
        """Read up to `size` bytes; a stream that breaks off ends here."""
        if self.broken:
            return b""
        pieces: list[bytes] = []
        got = 0
        try:
            while got < size:
                # not read(): of a stream that breaks off, it would lose what came before the break
                piece = self._text.read1(size - got)
                if not piece:
                    break
                pieces.append(piece)
                got += len(piece)
        except _BROKEN as error:
            self.broken = f"the {self.compression} stream breaks off ({error})"
        return b"".join(pieces)


class _Counted(io.RawIOBase):
    """A raw stream that counts what is read from it."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw, self.count = raw, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._raw.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        self.count = self._raw.seek(offset, whence)
        return self.count

    def tell(self) -> int:
        return self._raw.tell()

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self._raw.read(len(view))
        view[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Gunzipped:
    """A gzip stream of any number of members. Unlike the readers there are, it gives all that came before a break."""

    def __init__(self, raw: Any) -> None:
        try:
            quick: Any = import_module("isal.isal_zlib")
        except ImportError:
            quick = zlib
        self._raw = raw
        self._new: Callable[..., Any] = quick.decompressobj
        self._member: Any = None
        self._packed = b""

    def read1(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end. EOFError where a member breaks off."""
        while True:
            self._packed = self._packed or self._raw.read1(CHUNK)
            if not self._packed:
                if self._member is not None:
                    raise EOFError("it ends within a member")
                return b""
            if self._member is None:
                self._packed = self._packed.lstrip(b"\0")  # padding between members
                self._member = self._new(wbits=31) if self._packed else None
                continue
            member = self._member
            out: bytes = member.decompress(self._packed, size)
            self._packed = member.unused_data if member.eof else member.unconsumed_tail
            self._member = None if member.eof else member
            if out:
                return out


def _compression(magic: bytes) -> str:
    if magic.startswith(b"\x1f\x8b"):
        return "gzip"
    if magic.startswith(b"BZh"):
        return "bzip2"
    return "zstd" if magic == b"\x28\xb5\x2f\xfd" else "none"


def _opened(raw: Any, compression: str) -> Any:
    if compression == "gzip":
        return _Gunzipped(raw)
    if compression == "bzip2":
        return bz2.BZ2File(raw)
    if compression == "zstd":
        try:
            import zstandard
        except ImportError:
            raise UsageError(
                "reading zstd needs the package zstandard; install relaas[index], or give - and pipe zstd -dc DUMP"
            ) from None
        return zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    return raw


def fast_parts() -> tuple[tuple[str, bool], ...]:
    """Return the optional packages that make this fast, each with whether it is installed."""
    return tuple((name, find_spec(name) is not None) for name in ("isal", "orjson", "zstandard"))
