"""`relaas show --format html`: one file with everything in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from relaas.present.hypertext import is_web, when

if TYPE_CHECKING:
    from rdflib import Dataset


def test_show_writes_a_page_that_needs_nothing_else(example_dataset: Dataset, tmp_path: Path) -> None:
    from relaas.cli import relaas
    from relaas.serialize import serialize

    path = tmp_path / "example.nq"
    path.write_bytes(serialize(example_dataset, "nquads"))
    result = CliRunner().invoke(relaas, ["show", str(path), "--format", "html"])
    assert result.exit_code == 0, result.output
    page = BeautifulSoup(result.output, "html.parser")
    assert [tag.name for tag in page.find_all(["script", "img", "iframe", "link"])] == []
    ids = {str(tag["id"]) for tag in page.find_all(id=True)}
    inside = [str(a["href"]) for a in page.find_all("a", href=True) if str(a["href"]).startswith("#")]
    assert len(inside) > 20
    assert [a for a in inside if a[1:] not in ids] == []
    assert result.output == CliRunner().invoke(relaas, ["show", str(path), "--format", "html"]).output


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//example.org", "/id/x", "ftp://example.org/",
        "https://example.org/a b", "https://example.org/'x", 'https://example.org/"x', "https://example.org/<x>", "https://", "",
        " https://example.org/", "https://example.org/\n",
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_never_linked(address: str) -> None:
    assert not is_web(address)


@pytest.mark.parametrize(
    ("edtf", "dutch"),
    [
        ("2022-09-13/2022-09-14", "13–14 september 2022"),
        ("2022-09-30/2022-10-02", "30 september 2022 – 2 oktober 2022"),
        ("2021-03", "maart 2021"),
        ("2020", "2020"),
        ("2021-13-01", "2021-13-01"),
        ("2021-03-01/..", "2021-03-01/.."),
        ("<b>", "<b>"),
    ],
)
def test_a_date_is_written_as_it_is_said(edtf: str, dutch: str) -> None:
    assert when(edtf, "nl") == dutch
