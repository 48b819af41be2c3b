"""Live look-up against a recorded server: what is asked, how politely, and that an outage takes nothing away."""

import json
import socket
from collections.abc import Iterator
from datetime import date, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from made_dump import below, is_a, statement, value
from recorded_wikidata import RecordedWikidata, Reply

from relaas.link import link
from relaas.link.live import Limits, LiveKnowledge
from relaas.link.live.answers import FRESH, Answer, Cache, user_cache
from relaas.link.live.service import Service, UnavailableError
from relaas.model import Actor, Document, Findings, Header, Link, Mention, Place, Source, Span

SPAN = Span(0, 1)
DAY = date(2026, 11, 20)
SHORT = Limits(deadline=5, timeout=2, tries=3)
ONCE = Limits(deadline=5, timeout=2, tries=1)


@pytest.fixture
def wikidata() -> Iterator[RecordedWikidata]:
    server = RecordedWikidata()
    server.searches = {"Maregonië": [901, 902], "Velmaar": [903]}
    server.record(901, "Maregonië", sitelinks=120, claims=is_a(911))
    server.record(902, "Maregonië (film)", sitelinks=3, claims=is_a(912))
    server.record(903, "Velmaar", sitelinks=80, claims={**is_a(515), "P17": [statement("P17", value(901))]})
    server.record(911, labels={"en": "island state"}, claims=below(913))
    server.record(912, labels={"en": "film"})
    server.record(913, labels={"en": "kind of state"}, claims=below(6256, 911))
    server.record(6256, labels={"en": "country"})
    server.record(515, labels={"en": "city"})
    yield server
    server.close()


def knowledge(server: RecordedWikidata, cache: Path, *, today: date = DAY, limits: Limits = SHORT) -> LiveKnowledge:
    return LiveKnowledge(Service(server.api, limits=limits), Cache(cache, server.api), today=today)


def linked(known: LiveKnowledge, *labels: str) -> Findings:
    actors = tuple(Actor(f"ac{n}", "state", text, (Mention(SPAN, text),), geopolitical=True) for n, text in enumerate(labels))
    document = Document(Source("made", "x", "0" * 64), "generic", "unknown", "written-question", Header(submitted=DAY), ())
    place = Place("pl", "Velmaar", (Mention(SPAN, "Velmaar"),))
    return link(Findings(document, actors=actors, places=(place,)), knowledge_base=known)


def of(found: Findings, target: str) -> Link:
    return next(each for each in found.links if each.target_id == target)


def test_a_name_that_the_gazetteer_does_not_have_is_looked_up(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    found = linked(knowledge(wikidata, tmp_path), "Maregonië", "Portugal")
    made = of(found, "ac0")
    assert (made.qid, made.knowledge_base, made.snapshot) == ("Q901", "Wikidata live", "2026-11-20")
    assert [c.qid for c in made.candidates] == ["Q901"]  # the film is no state, and is not called so
    assert (of(found, "ac1").qid, of(found, "ac1").knowledge_base) == ("Q45", "relaas gazetteer")
    assert of(found, "pl").qid == "Q903"
    assert found.diagnostics == ()


def test_only_unknown_names_leave_the_machine(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    linked(knowledge(wikidata, tmp_path), "Maregonië", "Portugal", "Georgië")
    assert {q["search"] for q in wikidata.asked if q["action"] == "wbsearchentities"} == {"Maregonië", "Velmaar"}


def test_it_is_polite(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    linked(knowledge(wikidata, tmp_path), "Maregonië")
    assert all(q["maxlag"] == "5" for q in wikidata.asked)
    (agent,) = wikidata.agents
    assert agent.startswith("relaas/")
    assert "https://" in agent
    entities = [q["ids"] for q in wikidata.asked if q["action"] == "wbgetentities"]
    assert entities[0] == "Q901|Q902|Q903"
    assert len(entities) == len(set(entities)) <= 4


def test_fifty_items_at_a_time(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    wikidata.searches |= {f"Naam {n}": [2000 + n] for n in range(60)}
    for n in range(60):
        wikidata.record(2000 + n, f"Naam {n}", claims=is_a(6256))
    linked(knowledge(wikidata, tmp_path), *(f"Naam {n}" for n in range(60)))
    sizes = [q["ids"].count("|") + 1 for q in wikidata.asked if q["action"] == "wbgetentities"]
    assert max(sizes) == 50


def test_what_is_in_the_cache_is_not_asked_again_and_keeps_its_day(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    first = linked(knowledge(wikidata, tmp_path), "Maregonië")
    count = len(wikidata.asked)
    again = linked(knowledge(wikidata, tmp_path, today=DAY + FRESH), "Maregonië")
    assert len(wikidata.asked) == count
    assert again.links == first.links
    linked(knowledge(wikidata, tmp_path, today=DAY + FRESH + timedelta(days=1)), "Maregonië")
    assert len(wikidata.asked) == 2 * count


def test_the_documents_before_change_nothing(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    wikidata.searches["Onbekend"] = []
    cache = tmp_path / "cache"
    linked(knowledge(wikidata, cache, today=DAY - timedelta(days=3)), "Onbekend")
    one = knowledge(wikidata, cache)
    linked(one, "Maregonië")
    assert linked(one, "Onbekend").links == linked(knowledge(wikidata, cache), "Onbekend").links


@pytest.mark.parametrize(
    "busy",
    [
        Reply(429, {"Retry-After": "0"}),
        Reply(503, {"Retry-After": "0"}),
        Reply(200, {"Retry-After": "0"}, json.dumps({"error": {"code": "maxlag", "info": "Waiting"}}).encode()),
        Reply(200, {"Retry-After": "0"}, json.dumps({"error": {"code": "ratelimited"}}).encode()),
    ],
)
def test_a_busy_service_is_asked_again_when_it_says(wikidata: RecordedWikidata, tmp_path: Path, busy: Reply) -> None:
    wikidata.first.extend([busy, busy])
    assert of(linked(knowledge(wikidata, tmp_path), "Maregonië"), "ac0").qid == "Q901"


def test_it_waits_as_long_as_it_is_told(wikidata: RecordedWikidata, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("relaas.link.live.service.time.sleep", slept.append)
    from datetime import UTC, datetime

    at = format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
    wikidata.first.extend([Reply(429, {"Retry-After": "2"}), Reply(429, {"Retry-After": at}), Reply(500), Reply(500)])
    Service(wikidata.api, limits=Limits(deadline=60)).ask({"action": "wbgetentities", "ids": "Q515"})
    assert slept[0] == 2
    assert 1 < slept[1] <= 3
    assert slept[2:] == [4, 8]  # and without being told, longer each time


def test_an_outage_removes_no_link(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    wikidata.stop()
    found = linked(knowledge(wikidata, tmp_path, limits=ONCE), "Maregonië", "Portugal")
    assert (of(found, "ac0").qid, of(found, "ac1").qid) == (None, "Q45")
    (note,) = found.diagnostics
    assert (note.level, note.stage) == ("warning", "link")
    assert note.message.startswith("Wikidata cannot be reached (ConnectError")
    assert "2 look-ups missing" in note.message


def test_in_an_outage_an_old_answer_serves(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    before = linked(knowledge(wikidata, tmp_path), "Maregonië")
    wikidata.stop()
    found = linked(knowledge(wikidata, tmp_path, today=DAY + timedelta(days=400), limits=ONCE), "Maregonië")
    assert found.links == before.links
    assert len(found.diagnostics) == 1


def test_after_an_outage_nothing_more_is_waited_for(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        api = f"http://127.0.0.1:{closed.getsockname()[1]}/"
    service = Service(api, limits=Limits(deadline=0.3, timeout=1, tries=5))
    with pytest.raises(UnavailableError):
        service.ask({"action": "x"})
    assert service.down
    service._get = pytest.fail  # type: ignore[method-assign, assignment]
    with pytest.raises(UnavailableError, match="cannot be reached"):
        service.ask({"action": "x"})


def test_the_deadline_is_for_everything(wikidata: RecordedWikidata) -> None:
    wikidata.first.append(Reply(429, {"Retry-After": "3600"}))
    service = Service(wikidata.api, limits=Limits(deadline=1))
    with pytest.raises(UnavailableError, match="answers 429"):
        service.ask({"action": "wbgetentities", "ids": "Q515"})
    assert len(wikidata.asked) == 1


def test_an_answer_that_is_too_large_is_cut(wikidata: RecordedWikidata) -> None:
    wikidata.first.append(Reply(body=b" " * 3_000_000))
    with pytest.raises(UnavailableError, match="more than 1 MiB"):
        Service(wikidata.api, limits=Limits(largest=1 << 20)).ask({"action": "wbgetentities", "ids": "Q515"})


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(body=b"<html>"), "no JSON"),
        (Reply(body=b"[]"), "no JSON object"),
        (Reply(403), "answers 403"),
        (Reply(302, {"Location": "http://127.0.0.1/"}), "answers 302"),
        (Reply(body=b'{"error": {"code": "badvalue"}}'), "refuses .badvalue."),
    ],
)
def test_another_answer_is_no_answer(wikidata: RecordedWikidata, reply: Reply, reason: str) -> None:
    wikidata.first.append(reply)
    service = Service(wikidata.api, limits=SHORT)
    with pytest.raises(UnavailableError, match=reason):
        service.ask({"action": "wbgetentities", "ids": "Q515"})
    assert "entities" in service.ask({"action": "wbgetentities", "ids": "Q515"})  # the next one is asked again


@pytest.mark.parametrize("odd", [{"search": 7}, {"search": [1, {"id": 5}, {"id": "P31"}]}, {}])
def test_odd_hits_are_none(wikidata: RecordedWikidata, tmp_path: Path, odd: dict[str, Any]) -> None:
    wikidata.first.extend([Reply(body=json.dumps(odd).encode()), Reply(body=b'{"search": []}')])
    assert of(linked(knowledge(wikidata, tmp_path), "Maregonië"), "ac0").qid is None


def test_a_damaged_cache_is_as_none(wikidata: RecordedWikidata, tmp_path: Path) -> None:
    first = linked(knowledge(wikidata, tmp_path), "Maregonië")
    for path in tmp_path.rglob("*.json"):
        path.write_text("{", encoding="utf-8")
    assert linked(knowledge(wikidata, tmp_path), "Maregonië").links == first.links


def test_a_cache_that_cannot_be_written_costs_nothing_but_itself(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "file", "api")
    cache.write("item", "Q1", Answer({}, DAY))
    assert cache.read("item", "Q1") is None


def test_the_cache_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache() == tmp_path / "relaas"
