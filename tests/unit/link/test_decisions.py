"""Decisions of persons win over the scorer, survive rebuilds, and are lost nowhere."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rdflib import Dataset, Literal, URIRef

from relaas.errors import UsageError
from relaas.graph import Run, to_dataset
from relaas.link import link
from relaas.link.decisions import Ruling, read_rulings
from relaas.model import Actor, Document, Findings, Header, Judgement, Link, Mention, Office, Place, Source, Span
from relaas.validate import validate
from relaas.vocabulary import DCTERMS, OA, PROV, RELAAS, SCHEMA, WD, code

SPAN = Span(0, 5)
DIGEST = "0123456789abcdef" + "0" * 48
DOCUMENT = DIGEST[:16]
CONGO = Actor("ac0-5", "state", "Congo", (Mention(SPAN, "Congo"),), geopolitical=True)
ANNA = "Anna de Wit"


def findings(*actors: Actor, **found: Any) -> Findings:
    source = Source("made", "Congo en Peru", DIGEST)
    header = Header(submitted=date(2019, 6, 1))
    return Findings(Document(source, "generic", "belgische-kamer", "written-question", header, ()), actors=actors, **found)


def ruling(verdict: Any, qid: str | None, target: str = "ac0-5", **more: Any) -> Ruling:
    who, why = more.pop("who", ANNA), more.pop("why", "")
    fields = {"document": DOCUMENT, "label": "Congo", **more}
    return Ruling(target, qid, Judgement(verdict, who, date(2026, 11, 25), why), **fields)


def decided(*rulings: Ruling, actor: Actor = CONGO) -> tuple[Link, ...]:
    return link(findings(actor), rulings=rulings).links


def test_without_a_person_the_scorer_abstains() -> None:
    assert decided()[0].qid is None


def test_the_same_makes_the_link() -> None:
    (made,) = decided(ruling("same", "Q974", why="Kinshasa in the next sentence"))
    assert (made.qid, made.confidence, made.review_status) == ("Q974", Decimal(1), "confirmed")
    assert made.reason == "a person decided that this is it: Kinshasa in the next sentence"
    assert made.judgement == Judgement("same", ANNA, date(2026, 11, 25), "Kinshasa in the next sentence")
    assert {c.qid for c in made.candidates} == {"Q971", "Q974"}


def test_a_person_may_name_an_item_that_nobody_proposed() -> None:
    assert decided(ruling("same", "Q999999"))[0].qid == "Q999999"


def test_different_leaves_the_rest_to_the_scorer() -> None:
    made, rejected = decided(ruling("different", "Q971"))
    assert (made.qid, made.review_status, made.judgement) == ("Q974", "unreviewed", None)
    assert (rejected.qid, rejected.review_status, rejected.confidence) == ("Q971", "rejected", Decimal(0))
    open_link, *both = decided(ruling("different", "Q971"), ruling("different", "Q974"))
    assert (open_link.qid, open_link.candidates) == (None, ())
    assert [r.qid for r in both] == ["Q971", "Q974"]


def test_unsure_takes_a_link_away() -> None:
    peru = Actor("ac9-13", "state", "Peru", (Mention(Span(9, 13), "Peru"),), geopolitical=True)
    assert decided(actor=peru)[0].qid == "Q419"
    (made,) = decided(ruling("unsure", "Q419", "ac9-13"), actor=peru)
    assert (made.qid, made.review_status) == (None, "unreviewed")
    assert made.reason == "a person could not tell"


def test_a_later_line_replaces_an_earlier_one() -> None:
    same, other = ruling("same", "Q974"), ruling("same", "Q971", who="B. Smit")
    assert [m.qid for m in decided(same, other)] == ["Q971"]
    assert [m.qid for m in decided(same, ruling("different", "Q974"))] == ["Q971", "Q974"]
    assert [m.review_status for m in decided(ruling("different", "Q974"), same)] == ["confirmed"]
    assert [m.qid for m in decided(same, ruling("unsure", None))] == [None]
    assert [m.qid for m in decided(ruling("unsure", None), same)] == ["Q974"]


def test_a_decision_about_another_document_is_not_used() -> None:
    assert decided(ruling("same", "Q974", document="f" * 16))[0].qid is None
    assert link(findings(CONGO), rulings=[ruling("same", "Q974", document="f" * 16)]).diagnostics == ()


def test_without_document_a_decision_holds_for_a_node_that_all_share() -> None:
    place = Place("place/brussel", "Brussel", (Mention(SPAN, "Brussel"),), key="brussel")
    everywhere = ruling("same", "Q239", "place/brussel", document=None, label="Brussel")
    assert link(findings(places=(place,))).links[0].qid is None
    assert link(findings(places=(place,)), rulings=[everywhere]).links[0].qid == "Q239"
    assert link(findings(CONGO), rulings=[everywhere]).diagnostics == ()


def test_a_decision_survives_when_the_name_is_found_at_another_length() -> None:
    longer = replace(CONGO, actor_id="ac0-8")
    assert decided(ruling("same", "Q974"), actor=longer)[0].qid == "Q974"


def test_a_decision_that_fits_nothing_any_more_is_reported() -> None:
    twice = findings(replace(CONGO, actor_id="ac0-8"), replace(CONGO, actor_id="ac20-25"))
    found = link(twice, rulings=[ruling("same", "Q974")])
    assert [made.qid for made in found.links] == [None, None]
    assert [d.message for d in found.diagnostics] == [
        "the decision of Anna de Wit about ac0-5 (Congo) fits nothing in the document any more"
    ]


def test_a_person_may_link_what_the_linker_never_links() -> None:
    group = Actor("ac0-5", "armed-force", "Congo", (Mention(SPAN, "Congo"),))
    assert decided(actor=group) == ()
    (made,) = decided(ruling("same", "Q42"), actor=group)
    assert (made.qid, made.review_status) == ("Q42", "confirmed")


def test_who_held_an_office_follows_the_decision() -> None:
    office = Office("office/prime-minister-of-belgium", "de eerste minister", key="prime-minister-of-belgium")
    holder = Actor("ac0-5", "office-holder", "de eerste minister", identified=False, office=office.office_id)
    found = findings(holder, offices=(office,))
    assert [h.person_label for h in link(found).holdings] == ["Charles Michel"]
    unsure = ruling("unsure", None, office.office_id, label=office.label)
    assert link(found, rulings=[unsure]).holdings == ()


def test_giving_a_shared_node_another_item_is_reported() -> None:
    place = Place("place/brussel", "Brussel", (Mention(SPAN, "Brussel"),), key="brussel")
    found = link(findings(places=(place,)), rulings=[ruling("same", "Q240", "place/brussel", label="Brussel")])
    assert [d.message for d in found.diagnostics] == [
        "place/brussel is Q239 in the gazetteer, and Q240 by decision: other documents share the node"
    ]


def test_the_file_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    rulings = (
        ruling("same", "Q974", why='tussen "aanhalingstekens"\nen é'),
        ruling("different", "Q971"),
        ruling("unsure", None, "place/brussel", document=None),
    )
    path = tmp_path / "links.jsonl"
    path.write_text("".join(r.to_line() for r in rulings), encoding="utf-8")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
    assert read_rulings(path) == (rulings, ())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"decision": "maybe"}, "decision is none of same, different, unsure"),
        ({"qid": "P31"}, "qid P31 is no Q-number"),
        ({"qid": None}, "a decision same needs a qid"),
        ({"who": " "}, "who decided is not said"),
        ({"when": "gisteren"}, "when is no date as 2026-11-25"),
        ({"when": None}, "when is no date as 2026-11-25"),
        ({"document": None}, "ac0-5 is an id within a document, and no document is named"),
        ({"document": "xyz"}, "document is not the 16 digits behind doc/ in its IRI"),
        ({"target": ""}, "target names nothing"),
        ({"target": "ac0 5"}, "target names nothing"),
        ({"why": 7}, "why is no text"),
    ],
)
def test_a_line_that_cannot_be_understood_is_reported(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    row = json.loads(ruling("same", "Q974").to_line()) | change
    good = ruling("different", "Q971")
    (tmp_path / "l.jsonl").write_text(f"\n{json.dumps(row)}\n{good.to_line()}", encoding="utf-8")
    rulings, notes = read_rulings(tmp_path / "l.jsonl")
    assert rulings == (good,)
    assert [n.message for n in notes] == [f"l.jsonl, line 2: {reason}; the decision is not used"]


@pytest.mark.parametrize("line", ["{", "[]", "7", "[" * 100_000, "null"])
def test_a_line_that_is_no_object_is_reported(tmp_path: Path, line: str) -> None:
    (tmp_path / "l.jsonl").write_text(line + "\n", encoding="utf-8")
    rulings, notes = read_rulings(tmp_path / "l.jsonl")
    assert (rulings, len(notes)) == ((), 1)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="link review"):
        read_rulings(tmp_path / "weg.jsonl")
    (tmp_path / "odd.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        read_rulings(tmp_path / "odd.jsonl")


@pytest.fixture
def graph() -> Dataset:
    peru = Actor("ac9-13", "state", "Peru", (Mention(Span(9, 13), "Peru"),), geopolitical=True)
    rulings = [ruling("different", "Q971", why="no"), ruling("unsure", "Q419", "ac9-13"), ruling("same", "Q974", why="yes")]
    return to_dataset(link(findings(CONGO, peru), rulings=rulings), run=Run("0", "model", "ab"))


def test_the_graph_says_who_decided_what_and_when(graph: Dataset) -> None:
    document = f"https://w3id.org/relaas/id/doc/{DOCUMENT}"
    note, correction = URIRef(f"{document}/link-ac0-5"), URIRef(f"{document}/correction-link-ac0-5")
    assert validate(graph).conforms
    quads = set(graph.quads((None, None, None, None)))
    facts = {(s, p, o) for s, p, o, _ in quads}
    person = URIRef("https://w3id.org/relaas/id/reviewer/Anna%20de%20Wit")
    assert {
        (URIRef(f"{document}/ac0-5"), SCHEMA.sameAs, WD["Q974"]),
        (note, RELAAS.reviewStatus, code("review-status", "confirmed")),
        (note, RELAAS.recordedBy, correction),
        (note, RELAAS.recordedBy, URIRef(f"{document}/run")),
        (correction, PROV.wasAssociatedWith, person),
        (correction, DCTERMS.created, Literal(date(2026, 11, 25))),
        (correction, RELAAS.reason, Literal("same: yes")),
    } <= facts
    rejected = URIRef(f"{document}/link-ac0-5.2")
    assert (rejected, OA.hasBody, WD["Q971"]) in facts
    assert (rejected, RELAAS.reviewStatus, code("review-status", "rejected")) in facts
    assert {o for _, p, o in facts if p == SCHEMA.sameAs} == {WD["Q974"]}
    where = {str(g) for s, _, _, g in quads if s == correction}
    assert where == {f"{document}/graph/provenance"}
