"""RDF of any origin is read, or refused with one line that helps; nothing in it is fetched, expanded or run."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest
from rdflib import Literal

from relaas.errors import GraphError, UsageError
from relaas.serialize import read_dataset, serialize

TRIPLE = b"<http://v.be/a> <http://v.be/b> <http://v.be/c> ."
BOMB = (
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9))
    + "]><x>&j;</x>"
)


def test_formats_without_graphs_come_back_in_the_default_graph() -> None:
    for data in (TRIPLE, b'{"@id": "http://v.be/a", "http://v.be/b": {"@id": "http://v.be/c"}}'):
        dataset = read_dataset(data)
        assert len(dataset.default_graph) == 1
        assert serialize(dataset, "nquads") == TRIPLE + b"\n"


@pytest.mark.parametrize(
    "data",
    [
        b"# opmerking\n@prefix v: <http://v.be/> .\nv:a v:b v:c .",
        b"<http://v.be/a>\n    <http://v.be/b> <http://v.be/c> .",
        b"{ <http://v.be/a> <http://v.be/b> <http://v.be/c> }",
        b'[{"@id": "http://v.be/a", "http://v.be/b": [{"@id": "http://v.be/c"}]}]',
        b"\xef\xbb\xbf" + TRIPLE,
        b"\n\n" + TRIPLE,
    ],
)
def test_bytes_without_a_name_tell_their_format(data: bytes) -> None:
    assert serialize(read_dataset(data), "ntriples") == TRIPLE + b"\n"


def test_a_turtle_list_is_not_taken_for_json() -> None:
    assert len(read_dataset(b"[] <http://v.be/b> <http://v.be/c> .")) == 1


def test_the_ending_goes_before_the_content(tmp_path: Path) -> None:
    path = tmp_path / "graaf.jsonld"
    path.write_bytes(TRIPLE)
    with pytest.raises(GraphError, match=r"^graaf.jsonld: it is no JSON-LD: .*; give a file in one of the formats turtle"):
        read_dataset(path)
    assert len(read_dataset(path, format="ntriples")) == 1


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"hallo daar", None),
        (b"<html><body></body></html>", None),
        (b"", None),
        (b"  \n", "turtle"),
        (b"<a> <b> <c> .", "turtle"),
        (b'<http://v.be/a> <http://v.be/b> "\xff" .', "nquads"),
        (TRIPLE.decode().encode("utf-16"), None),
        (b'{"@context": "http://v.be/context.jsonld", "@id": "http://v.be/a"}', "jsonld"),
        (b"<http://v.be/a> <http://v.be/b> <<( <http://v.be/a> <http://v.be/b> <http://v.be/c> )>> .", "turtle"),
        (b'<http://v.be/a> <http://v.be/b> "a"@nl--ltr .', "turtle"),
        (b"<http://v.be/a> <http://v.be/b> " + b"(" * 100_000, "turtle"),
        (b'{"@id": "http://v.be/a", "http://v.be/b": ' * 50_000 + b"1" + b"}" * 50_000, "jsonld"),
        (b'{"a":' * 50_000, "jsonld"),
        (b'{"a": 1', "jsonld"),
        (b"PK\x03\x04\x00\x00", None),
    ],
)
def test_what_is_no_rdf_is_refused_in_one_line(data: bytes, format: str | None) -> None:
    with pytest.raises(GraphError) as refusal:
        read_dataset(data, format=format)
    assert refusal.value.name == "stdin"
    assert refusal.value.reason
    assert refusal.value.advice
    assert "\n" not in str(refusal.value)


def test_marks_inside_strings_are_no_depth() -> None:
    data = b'{"@id": "http://v.be/a", "http://v.be/b": "' + b"[{" * 1000 + b'\\""}'
    assert len(read_dataset(data, format="jsonld")) == 1


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"^weg.nq: there is no such file"):
        read_dataset(tmp_path / "weg.nq")
    with pytest.raises(GraphError, match="cannot be read"):
        read_dataset(tmp_path)


def test_an_unknown_format_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="rdfxml"):
        read_dataset(TRIPLE, format="rdfxml")


@pytest.mark.parametrize("kind", ["XMLLiteral", "HTML"])
def test_the_text_of_a_literal_is_not_parsed(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    datatype = f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{kind}"
    line = f'<http://v.be/a> <http://v.be/b> "{BOMB}"^^<{datatype}> .\n'
    start = time.perf_counter()
    with caplog.at_level(logging.DEBUG):
        dataset = read_dataset(line.encode())
    assert time.perf_counter() - start < 2
    assert caplog.records == []
    assert serialize(dataset, "ntriples").decode() == line
    [value] = [o for _, _, o, _ in dataset.quads()]
    assert isinstance(value, Literal)
    assert value.value is None


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("x", "integer"),
        ("9" * 5000, "integer"),
        ("1e400", "decimal"),
        ("2022-02-30", "date"),
        ("ja", "boolean"),
        ("+01", "integer"),
        ("1.50", "decimal"),
    ],
)
def test_a_literal_keeps_its_form_and_nothing_is_logged(value: str, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    line = f'<http://v.be/a> <http://v.be/b> "{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}> .\n'
    with caplog.at_level(logging.DEBUG):
        dataset = read_dataset(line.encode())
    assert caplog.records == []
    for format in ("ntriples", "turtle", "trig", "jsonld"):
        assert serialize(read_dataset(serialize(dataset, format)), "ntriples").decode() == line


def test_values_of_known_types_can_be_compared() -> None:
    dataset = read_dataset(
        b'<http://v.be/a> <http://v.be/b> 1, 2.5, true, "2022-02-03"^^<http://www.w3.org/2001/XMLSchema#date> .', format="turtle"
    )
    assert all(isinstance(o, Literal) and o.value is not None for _, _, o, _ in dataset.quads())


def test_blank_nodes_are_named_by_their_order() -> None:
    data = b"_:zz <http://v.be/b> _:aa .\n_:aa <http://v.be/b> _:zz ."
    assert serialize(read_dataset(data), "ntriples") == b"_:b1 <http://v.be/b> _:b2 .\n_:b2 <http://v.be/b> _:b1 .\n"
