"""The example findings as sorted N-Quads: a change of the mapping shows here, statement by statement.

When a change is meant, write the file anew and read the difference:
`python tests/golden/test_example_findings.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rdflib import Dataset

from relaas.serialize import serialize

EXPECTED = Path(__file__).parent / "example-findings" / "expected.nq"


def test_the_example_is_mapped_as_before(example_dataset: Dataset) -> None:
    found = serialize(example_dataset, "nquads").decode().splitlines()
    expected = EXPECTED.read_text(encoding="utf-8").splitlines()
    assert sorted(set(found) - set(expected)) == []
    assert sorted(set(expected) - set(found)) == []
    assert found == expected


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "graph"))
    from example_findings import EXAMPLE, GAZETTEER, RUN

    from relaas.graph import to_dataset

    EXPECTED.write_bytes(serialize(to_dataset(EXAMPLE, run=RUN, gazetteer=GAZETTEER), "nquads"))
