"""The sample's graph, for tests of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from rdflib import Dataset

    from relaas.pipeline import Build


@pytest.fixture(scope="session")
def sample_dataset(sample_build: Build) -> Dataset:
    """The graph of the sample."""
    return sample_build.dataset
