"""Each stage on the sample: `pytest tests/benchmarks --benchmark-enable`. Nothing is asserted about time."""

from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from relaas.extract import extract
from relaas.graph import to_dataset
from relaas.ingest import read
from relaas.language import analyse
from relaas.link import link
from relaas.model import Analysis, Document, Findings, Source
from relaas.pipeline import Build, run_of
from relaas.serialize import FORMATS, serialize
from relaas.structure import arrange
from relaas.validate import validate


@pytest.fixture(scope="module")
def source(sample: Path) -> Source:
    return read(sample)


@pytest.fixture(scope="module")
def document(source: Source) -> Document:
    return arrange(source)


@pytest.fixture(scope="module")
def analysis(document: Document) -> Analysis:
    return analyse(document)


@pytest.fixture(scope="module")
def findings(analysis: Analysis) -> Findings:
    return extract(analysis)


def test_structure(benchmark: BenchmarkFixture, source: Source) -> None:
    assert benchmark(arrange, source).parts


def test_analyse(benchmark: BenchmarkFixture, document: Document) -> None:
    assert benchmark(analyse, document).sentences


def test_extract(benchmark: BenchmarkFixture, analysis: Analysis) -> None:
    assert benchmark(extract, analysis).claims


def test_link(benchmark: BenchmarkFixture, findings: Findings) -> None:
    assert benchmark(link, findings).links


def test_graph(benchmark: BenchmarkFixture, findings: Findings) -> None:
    assert len(benchmark(to_dataset, findings, run=run_of()))


def test_validate(benchmark: BenchmarkFixture, sample_build: Build) -> None:
    assert benchmark(validate, sample_build.dataset).conforms


@pytest.mark.parametrize("form", list(FORMATS))
def test_serialize(benchmark: BenchmarkFixture, sample_build: Build, form: str) -> None:
    result: Any = benchmark(serialize, sample_build.dataset, form)
    assert result
