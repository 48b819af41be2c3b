"""The annotations that come with the project hold offsets and codes, and no words of documents that belong to others."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from relaas.model import SCHEMES

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
CHECKS = sorted((CORPUS / "crosscheck").glob("*.yaml"))
FILES = [*CHECKS, *sorted((CORPUS / "development").glob("*.yaml"))]
CODES = {c for codes in SCHEMES.values() for c in codes}
#: Values of the annotators' guide that the ontology calls otherwise.
GUIDE = {"question", "answer", "context", "title", "written-question", "actual", "claimed", "negated", "office", "document"}
FREE = {
    "id",
    "doc",
    "number",
    "in",
    "q",
    "by",
    "answers",
    "holder",
    "to",
    "holder_or",
    "claim",
    "event",
    "actor",
    "cited_in",
    "nested_in",
}
PLAIN = {"when", "date", "url", "unit"}


def test_two_documents_of_each_parliament_or_more() -> None:
    parliaments = Counter("tk" if p.stem.isdigit() else p.stem[:2] for p in CHECKS)
    assert parliaments == {"be": 3, "tk": 5, "vl": 2}


def test_no_document_is_both_developed_on_and_checked() -> None:
    assert len({p.stem for p in FILES}) == len(FILES)


def words(node: Any, key: str = "") -> list[str]:
    """Return every string that is neither a code, a reference nor a date, address or unit."""
    if isinstance(node, dict):
        return [w for k, v in node.items() for w in words(v, k)]
    if isinstance(node, list):
        return [w for v in node for w in words(v, key)]
    known = key in FREE | PLAIN or node in CODES | GUIDE
    return [] if known or not isinstance(node, str) else [node]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_offsets_and_codes_only(path: Path) -> None:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert rows["claims"]
    assert words(rows) == []
    references = [
        v
        for section in rows.values()
        if isinstance(section, list)
        for row in section
        for k, v in row.items()
        if k in FREE - {"number"}
    ]
    flat = [str(x) for v in references for x in (v if isinstance(v, list) else [v])]
    assert all(len(x) <= 10 and " " not in x for x in flat)
