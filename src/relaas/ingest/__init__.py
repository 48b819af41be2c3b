"""File or bytes -> Source: the decoded text of one document, and the digest of its bytes.

One module per media type; what can be hostile (PDF, DOCX, HTML) is read in a worker process with limits of memory and time.
Refuses, each with one line that says what is wrong and what to do: what is missing, unreadable, too large, empty, binary,
encrypted, made of images, mislabelled, or a bomb.
"""

from relaas.ingest.inputs import Input, expand, left_out, metadata_beside
from relaas.ingest.metadata import read_metadata
from relaas.ingest.reading import ENDINGS, MAX_BYTES, printable, read, read_bytes
from relaas.ingest.text import doubt

__all__ = [
    "ENDINGS", "MAX_BYTES", "Input", "doubt", "expand", "left_out", "metadata_beside", "printable", "read", "read_bytes",
    "read_metadata",
]  # fmt: skip
