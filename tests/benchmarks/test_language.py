"""The language model: `pytest tests/benchmarks/test_language.py --benchmark-enable`. What it costs, in all and by component.

`extra_info` of the run over the sample gives words per second and the share of each component in percent. A benchmark, not a
timed test: nothing is asserted on time.
"""

from pathlib import Path
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from spacy.language import Language

from relaas.language import load


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def texts(sample: Path) -> list[str]:
    paragraphs = [" ".join(p.split()) for p in sample.read_text(encoding="utf-8").split("\n\n")]
    return [p for p in paragraphs if p] * 5


def test_load(benchmark: BenchmarkFixture) -> None:
    import spacy

    folder = load().path
    assert benchmark(spacy.load, folder).pipe_names


def test_pipeline(benchmark: BenchmarkFixture, nlp: Language, texts: list[str]) -> None:
    docs = benchmark(lambda: list(nlp.pipe(texts, batch_size=16)))
    words = sum(len(d) for d in docs)
    spent = {}
    for name, component in nlp.pipeline:
        if name == nlp.pipe_names[0]:
            docs = [nlp.make_doc(t) for t in texts]
        start = perf_counter()
        docs = list(component.pipe(docs, batch_size=16)) if hasattr(component, "pipe") else [component(d) for d in docs]
        spent[name] = perf_counter() - start
    benchmark.extra_info["words"] = words
    benchmark.extra_info["words per second"] = round(words / sum(spent.values()))
    benchmark.extra_info["share in percent"] = {k: round(100 * v / sum(spent.values()), 1) for k, v in spent.items()}


@pytest.mark.parametrize("name", ["tagger", "trainable_lemmatizer", "relaas_names"])
def test_component(benchmark: BenchmarkFixture, nlp: Language, texts: list[str], name: str) -> None:
    docs = list(nlp.pipe(texts, batch_size=16))
    component = nlp.get_pipe(name)
    assert benchmark(lambda: [component(d) for d in docs])
