"""Links of the whole program on the annotated documents: precision and recall, and what two baselines reach on the same names."""

from pathlib import Path

import pytest

from relaas.link.evaluation import Result, evaluate, render
from relaas.pipeline import Options, build_one


@pytest.fixture(scope="module")
def result(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Result:
    from relaas.ingest import expand

    corpus, out = shared / "corpus", tmp_path_factory.mktemp("graphs")
    texts = [str(corpus / "documents" / f"{gold.stem}.txt") for gold in sorted((corpus / "gold").glob("*.yaml"))]
    for item in expand(texts):
        assert build_one(item, out, "nquads", Options(validate=False)).status == "built"
    return evaluate(out, corpus / "gold", corpus / "documents")


def test_links_are_right_and_most_are_made(result: Result) -> None:
    print(render(result))  # noqa: T201 - the figures are what one runs this for: pytest -s
    tally = result.tallies["relaas"]["all"]
    assert tally.due >= 60
    assert tally.precision is not None
    assert tally.recall is not None
    assert tally.precision >= 0.98
    assert tally.recall >= 0.85


@pytest.mark.parametrize("baseline", ["exact label", "highest prior"])
def test_the_baselines_find_less(result: Result, baseline: str) -> None:
    own, other = result.tallies["relaas"]["all"], result.tallies[baseline]["all"]
    assert own.right > other.right
    assert own.wrong <= other.wrong
