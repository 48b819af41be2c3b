"""The report: one order, three renderings, two languages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from relaas.validate import Report, Result
from relaas.validate.paths import PropertyPath

EX = "https://example.org/"
SHAPE = "https://w3id.org/relaas/shapes#Claim-holder"
HOLDER = PropertyPath("iri", iri="https://w3id.org/relaas/ns#holder")
ROOT = Path(__file__).parents[3]


def result(**changes: object) -> Result:
    values: dict[str, object] = {
        "focus_node": URIRef(EX + "claim"),
        "shape": SHAPE,
        "component": "http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        "severity": "Violation",
        "messages": (("en", "Name the holder."), ("nl", "Noem de houder.")),
        "path": HOLDER,
    }
    return Result(**{**values, **changes})  # type: ignore[arg-type]


REPORT = Report(
    conforms=False,
    results=(result(), result(severity="Warning", value=Literal('een "naam"', lang="nl"))),
    focus_nodes=((SHAPE, 2),),
)


def test_text_in_english() -> None:
    assert REPORT.to_text() == (
        "does not conform (1 violation, 1 warning)\n"
        "\n"
        "Violation: Name the holder.\n"
        "  at    https://example.org/claim\n"
        "  path  relaas:holder\n"
        "  shape sps:Claim-holder\n"
        "\n"
        "Warning: Name the holder.\n"
        "  at    https://example.org/claim\n"
        "  path  relaas:holder\n"
        '  value "een \\"naam\\""@nl\n'
        "  shape sps:Claim-holder\n"
    )


def test_text_in_dutch() -> None:
    text = REPORT.to_text(language="nl")
    assert text.startswith("voldoet niet (1 overtreding, 1 waarschuwing)\n\nOvertreding: Noem de houder.\n  bij    https://")


def test_text_of_a_good_graph_is_one_line() -> None:
    assert Report(conforms=True, focus_nodes=((SHAPE, 1),)).to_text(language="nl") == "voldoet (0 overtredingen)\n"


def test_text_says_when_nothing_was_checked() -> None:
    assert "Nothing was checked" in Report(conforms=True, focus_nodes=((SHAPE, 0),)).to_text()


def test_long_value_is_shortened_to_one_line() -> None:
    report = Report(conforms=False, results=(result(value=Literal("woord\n" * 100)),), focus_nodes=((SHAPE, 1),))
    (line,) = [line for line in report.to_text().splitlines() if "value" in line]
    assert len(line) < 120
    assert line.endswith("…")


def test_value_that_is_the_node_itself_is_not_repeated() -> None:
    same = result(value=URIRef(EX + "claim"), path=None)
    text = Report(conforms=False, results=(same,), focus_nodes=((SHAPE, 1),)).to_text()
    assert "value" not in text
    assert text.count(EX + "claim") == 1


def test_json() -> None:
    content = json.loads(REPORT.to_json())
    assert (content["conforms"], content["violations"], content["warnings"]) == (False, 1, 1)
    assert content["focusNodes"] == {SHAPE: 2}
    assert content["results"][1] == {
        "severity": "Warning",
        "focusNode": EX + "claim",
        "path": "relaas:holder",
        "value": 'een "naam"',
        "shape": SHAPE,
        "component": "http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        "messages": {"en": "Name the holder.", "nl": "Noem de houder."},
    }


def test_turtle_is_a_validation_report() -> None:
    graph = Graph().parse(data=REPORT.to_turtle(), format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == Literal(False)
    results = list(graph.objects(report, SH.result))
    assert {graph.value(r, SH.resultSeverity) for r in results} == {SH.Violation, SH.Warning}
    for node in results:
        assert graph.value(node, RDF.type) == SH.ValidationResult
        assert graph.value(node, SH.focusNode) == URIRef(EX + "claim")
        assert graph.value(node, SH.resultPath) == URIRef(HOLDER.iri)
        assert graph.value(node, SH.sourceShape) == URIRef(SHAPE)
        assert set(graph.objects(node, SH.resultMessage)) == {
            Literal("Name the holder.", lang="en"),
            Literal("Noem de houder.", lang="nl"),
        }
    assert {graph.value(r, SH.value) for r in results} == {None, Literal('een "naam"', lang="nl")}


def test_turtle_of_a_good_graph() -> None:
    graph = Graph().parse(data=Report(conforms=True).to_turtle(), format="turtle")
    assert len(graph) == 2


def test_blank_node_has_no_label_of_this_run() -> None:
    report = Report(conforms=False, results=(result(focus_node=BNode("n123")),), focus_nodes=((SHAPE, 1),))
    for text in (report.to_text(), report.to_json(), report.to_turtle()):
        assert "n123" not in text
        assert "[]" in text


def test_message_falls_back_to_english_then_to_any() -> None:
    assert result().message("fr") == "Name the holder."
    assert result(messages=(("de", "Nenne ihn."), ("en", "Name the holder."))).message("fr") == "Name the holder."
    assert result(messages=(("nl", "Noem de houder."),)).message("fr") == "Noem de houder."
    assert result(messages=()).message("nl") == ""


def test_order_puts_violations_first_then_the_node_then_the_shape() -> None:
    first, second = result(focus_node=URIRef(EX + "a")), result(focus_node=URIRef(EX + "b"))
    odd, other = result(focus_node=URIRef(EX + "a"), severity="Warning"), result(focus_node=URIRef(EX + "b"), shape=SHAPE + "2")
    assert sorted([odd, other, second, first], key=Result.order) == [first, second, other, odd]


@pytest.mark.parametrize("form", ["to_text", "to_json", "to_turtle"])
def test_same_bytes_for_every_hash_seed(form: str) -> None:
    program = (
        "from rdflib import Graph\n"
        "from relaas.validate import validate\n"
        "g = Graph().parse(data='''@prefix r: <https://w3id.org/relaas/ns#> . @prefix e: <https://example.org/> .\n"
        "e:c a r:Claim ; r:holder e:h , e:i ; r:contradicts e:d . e:d a r:Claim . [] a r:Event . [] a r:Place .''')\n"
        f"print(validate(g).{form}())\n"
    )

    def run(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environment, cwd=ROOT).stdout

    assert run("1") == run("2")
