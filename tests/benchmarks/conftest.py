"""Benchmarks run once each as tests, but for the load on a server: that takes minutes and runs when benchmarks are asked for."""

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the load test out of a run of tests."""
    asked = config.getoption("benchmark_enable") or config.getoption("benchmark_only")
    return True if collection_path.name == "test_serving.py" and not asked else None
