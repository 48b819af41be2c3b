"""What several rooms' tests need: the checkout, the shared material beside it, the sample, built once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from rdflib import Dataset

    from relaas.model import Findings
    from relaas.pipeline import Build

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"
SAMPLE = CHECKOUT / "data" / "documents" / "vijandelijkheden-armenie-azerbeidzjan.txt"

# `from example_findings import EXAMPLE` in any test: findings made by hand, with every kind of value.
sys.path.insert(0, str(CHECKOUT / "tests" / "unit" / "graph"))
sys.path.insert(0, str(CHECKOUT / "tests"))  # `from debian import install`


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents, gold annotations and data that may stand beside a checkout and is never part of it."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("the shared corpus is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample document."""
    return SAMPLE


@pytest.fixture(scope="session")
def sample_build() -> Build:
    """The sample, built once for all tests."""
    from relaas import build

    return build(SAMPLE)


@pytest.fixture(scope="session")
def example_findings() -> Findings:
    """Findings made by hand in which every kind of value occurs."""
    from example_findings import EXAMPLE

    return EXAMPLE


@pytest.fixture
def example_dataset(example_findings: Findings) -> Dataset:
    """The dataset of those findings, made anew for each test."""
    from example_findings import GAZETTEER, RUN

    from relaas.graph import to_dataset

    return to_dataset(example_findings, run=RUN, gazetteer=GAZETTEER)
