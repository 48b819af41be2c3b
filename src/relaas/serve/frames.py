"""What passes between the web process and a worker: a JSON object <-> a frame of bytes.

A frame is four bytes of length, a JSON object of that length, and as many bytes more as the object's `size` says.
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO


def read_frame(stream: BinaryIO) -> dict[str, Any] | None:
    """Read one frame without a body, None at the end."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    frame: dict[str, Any] = json.loads(stream.read(int.from_bytes(head)))
    return frame


def frame_of(header: dict[str, Any], body: bytes = b"") -> bytes:
    """Return the bytes of a frame."""
    raw = json.dumps({**header, "size": len(body)}).encode()
    return len(raw).to_bytes(4) + raw + body
