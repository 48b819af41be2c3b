"""The figures on links, on a graph and annotations made by hand."""

from pathlib import Path

import pytest

from relaas.errors import UsageError
from relaas.link.evaluation import Result, evaluate, main, render

TEXT = "Jan vraagt of Peru, het leger van Peru en Georgië  gaan praten met de Raad.\n"
GOLD = """
doc: made
actors:
  - {id: asker, label: Jan, kind: person, qid: null, mentions: [Jan]}
  - {id: peru, label: Peru, kind: state, qid: Q419, mentions: [{t: Peru, occ: 1}]}
  - {id: leger, label: leger, kind: armed-force, qid: null, mentions: [{from: het leger, to: van Peru}]}
  - {id: georgie, label: Georgië, kind: state, qid: Q230, mentions: ["Georgië gaan"]}
  - {id: raad, label: de Raad, kind: institution, qid: Q8896, mentions: ["de Raad"]}
  - {id: weg, label: Weg, kind: state, qid: Q1, mentions: ["nergens"]}
"""
NS, OA, BASE = "https://w3id.org/relaas/ns#", "http://www.w3.org/ns/oa#", "https://example.org/id/"


def triple(subject: str, predicate: str, value: str | int) -> str:
    shown = f'"{value}"' if isinstance(value, int) or not value.startswith("http") else f"<{value}>"
    return f"<{BASE}{subject}> <{predicate}> {shown} <{BASE}g> .\n"


def node(name: str, words: str, qid: str | None, *, nth: int = 0) -> str:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    span = f"{name}-span"
    return (
        triple(name, NS + "mention", BASE + span)
        + triple(span, OA + "start", start)
        + triple(span, OA + "end", start + len(words))
        + triple(span, OA + "exact", words)
        + (triple(name, "http://schema.org/sameAs", f"http://www.wikidata.org/entity/{qid}") if qid else "")
    )


def judged(tmp_path: Path, *nodes: str) -> Result:
    (tmp_path / "made.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "made.yaml").write_text(GOLD, encoding="utf-8")
    (tmp_path / "made.nq").write_text("".join(nodes), encoding="utf-8")
    return evaluate(tmp_path, tmp_path, tmp_path)


def counts(result: Result, way: str, kind: str = "all") -> tuple[int, int, int]:
    tally = result.tallies[way][kind]
    return tally.due, tally.right, tally.wrong


def test_right_wrong_and_missing(tmp_path: Path) -> None:
    result = judged(tmp_path, node("a", "Peru", "Q419"), node("b", "Georgië", "Q999"), node("c", "de Raad", None))
    assert counts(result, "relaas") == (4, 1, 1)
    assert counts(result, "relaas", "state") == (3, 1, 1)
    assert counts(result, "relaas", "institution") == (1, 0, 0)
    assert result.missing == 1
    assert result.errors == [
        "made georgie (state, 'Georgië'): linked to Q999, gold Q230",
        "made raad (institution, 'de Raad'): not linked, gold Q8896",
        "made weg (state, 'Weg'): not found, gold Q1",
    ]


def test_a_link_on_what_was_not_looked_up_is_wrong_only_where_it_must_be(tmp_path: Path) -> None:
    asker = triple("d", NS + "asker", BASE + "j") + node("j", "Jan", "Q555")
    assert counts(judged(tmp_path, asker), "relaas", "person") == (0, 0, 0)
    asker = triple("d", NS + "asker", BASE + "j") + node("j", "Jan", "Q419")
    assert counts(judged(tmp_path, asker), "relaas", "person") == (0, 0, 1)
    army = node("l", "het leger van Peru", "Q555")
    assert counts(judged(tmp_path, army), "relaas", "armed-force") == (0, 0, 1)


def test_links_without_a_row_are_counted_and_not_judged(tmp_path: Path) -> None:
    result = judged(tmp_path, node("x", "praten", "Q7"))
    assert (result.unjudged, counts(result, "relaas")) == (1, (4, 0, 0))


def test_the_baselines_look_at_names_only(tmp_path: Path) -> None:
    result = judged(tmp_path, node("a", "Peru", None), node("b", "Georgië", None), node("c", "de Raad", None))
    assert counts(result, "exact label", "state") == (3, 2, 0)
    assert counts(result, "highest prior", "state") == (3, 2, 0)
    assert counts(result, "relaas", "state") == (3, 0, 0)


def test_the_table_has_a_row_for_each_type(tmp_path: Path) -> None:
    shown = render(judged(tmp_path, node("a", "Peru", "Q419")))
    assert [line.split()[0] for line in shown.splitlines()[2:-1]] == ["armed-force", "institution", "person", "state", "all"]
    assert "1.000    0.250" in shown


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judged(tmp_path, node("a", "Peru", "Q419"))
    assert main([str(tmp_path)] * 3 + ["--errors"]) == 0
    assert "made georgie" in capsys.readouterr().out
    assert main(["one"]) == 2
    assert main([str(tmp_path / "weg")] * 3) == 2


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    judged(tmp_path)
    (tmp_path / "made.nq").unlink()
    with pytest.raises(UsageError, match="relaas build"):
        evaluate(tmp_path, tmp_path, tmp_path)
