"""Names that several things have, or that are words of every day: none may get a wrong link.

`None` means the linker must abstain; a Q-number is the one right item. What matters most is the last column of each case: a
missing link costs less than a wrong one.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from relaas.link import BundledKnowledge, link
from relaas.link.knowledge import Holding, Option
from relaas.model import Actor, Document, Findings, Header, Mention, Office, Place, Source, Span

SPAN = Span(0, 1)

ACTORS = [
    # label, type as found, chamber, item
    ("Georgië", "state", "tweede-kamer", "Q230"),
    ("Georgia", "state", "tweede-kamer", None),
    ("Jordanië", "state", "tweede-kamer", "Q810"),
    ("Jordaan", "state", "tweede-kamer", None),
    ("Congo", "state", "belgische-kamer", None),
    ("DR Congo", "state", "belgische-kamer", "Q974"),
    ("Congo-Brazzaville", "state", "belgische-kamer", "Q971"),
    ("Korea", "state", "tweede-kamer", None),
    ("Noord-Korea", "state", "tweede-kamer", "Q423"),
    ("Zuid-Korea", "state", "tweede-kamer", "Q884"),
    ("Luxemburg", "state", "belgische-kamer", "Q32"),
    ("Holland", "state", "tweede-kamer", None),
    ("Nederland", "state", "tweede-kamer", "Q55"),
    ("Koninkrijk der Nederlanden", "state", "tweede-kamer", "Q29999"),
    ("Denemarken", "state", "tweede-kamer", "Q35"),
    ("Guinee", "state", "tweede-kamer", "Q1006"),
    ("Nieuw-Guinea", "state", "tweede-kamer", None),
    ("Dominica", "state", "tweede-kamer", "Q784"),
    ("Niger", "state", "tweede-kamer", "Q1032"),
    ("Nigeria", "state", "tweede-kamer", "Q1033"),
    ("Sint-Maarten", "state", "tweede-kamer", "Q26273"),
    ("Soedan", "state", "tweede-kamer", "Q1049"),
    ("Raad van State", "institution", "tweede-kamer", "Q1155243"),
    ("Raad van State", "institution", "belgische-kamer", "Q1761425"),
    ("Raad van State", "institution", "unknown", None),
    ("Hof van Cassatie", "institution", "tweede-kamer", None),
    ("Ministerie van Buitenlandse Zaken", "ministry", "tweede-kamer", "Q1037495"),
    ("Ministerie van Buitenlandse Zaken", "ministry", "belgische-kamer", None),
    ("Ministerie van Buitenlandse Zaken", "ministry", "unknown", None),
    ("Ministerie van Financiën", "ministry", "belgische-kamer", None),
    ("FOD Financiën", "ministry", "belgische-kamer", None),
    ("Groen", "party", "belgische-kamer", "Q513521"),
    ("Groen", "organisation", "belgische-kamer", None),
    ("Groen", "person", "tweede-kamer", None),
    ("Groen", "party", "tweede-kamer", None),
    ("Vooruit", "party", "vlaams-parlement", "Q939354"),
    ("Vooruit", "organisation", "vlaams-parlement", None),
    ("Volt", "party", "tweede-kamer", None),
    ("Denk", "organisation", "tweede-kamer", None),
    ("DENK", "party", "tweede-kamer", "Q28147283"),
    ("Mei", "person", "tweede-kamer", None),
    ("IS", "organisation", "belgische-kamer", None),
    ("VB", "organisation", "belgische-kamer", None),
    ("SP", "party", "tweede-kamer", "Q849580"),
    ("PVDA", "party", "belgische-kamer", "Q925616"),
    ("PvdA", "party", "tweede-kamer", "Q275441"),
    ("NAM", "organisation", "vlaams-parlement", None),
    ("Jan Jansen", "person", "tweede-kamer", None),
    ("de heer Jansen", "person", "tweede-kamer", None),
    ("Van Dijk", "member-of-parliament", "tweede-kamer", None),
    ("minister De Vries", "person", "tweede-kamer", None),
    ("Europa", "union", "tweede-kamer", None),
    ("Rode Kruis", "organisation", "tweede-kamer", None),
    ("Zwitserse Raad van State", "institution", "tweede-kamer", None),
]

PLACES = [
    ("Brussel", "vlaams-parlement", None),
    ("Brussels Hoofdstedelijk Gewest", "vlaams-parlement", "Q240"),
    ("Bergen", "tweede-kamer", None),
    ("Bergen", "belgische-kamer", "Q83407"),
    ("Bergen", "unknown", None),
    ("Hoorn", "vlaams-parlement", None),
    ("Heemskerk", "tweede-kamer", None),
    ("gemeente Heemskerk", "tweede-kamer", "Q9926"),
    ("Halle", "unknown", None),
    ("Lier", "vlaams-parlement", "Q12460"),
    ("Lier", "unknown", None),
    ("Limburg", "unknown", None),
    ("Limburg", "tweede-kamer", "Q1093"),
    ("Limburg", "vlaams-parlement", "Q1095"),
    ("Utrecht", "tweede-kamer", None),
    ("provincie Utrecht", "tweede-kamer", "Q776"),
    ("Groningen", "tweede-kamer", None),
    ("Antwerpen", "vlaams-parlement", None),
    ("stad Antwerpen", "vlaams-parlement", "Q12892"),
    ("provincie Antwerpen", "vlaams-parlement", "Q1116"),
    ("Luxemburg", "belgische-kamer", None),
    ("provincie Luxemburg", "belgische-kamer", "Q1126"),
    ("stad Luxemburg", "belgische-kamer", None),
    ("Luxemburg-Stad", "belgische-kamer", "Q1842"),
    ("Georgia", "tweede-kamer", None),
    ("Jordaan", "tweede-kamer", None),
    ("Mei", "tweede-kamer", None),
    ("Volt", "tweede-kamer", None),
    ("Denk", "tweede-kamer", None),
    ("Vooruit", "vlaams-parlement", None),
    ("Halle", "vlaams-parlement", "Q210003"),
    ("Holland", "tweede-kamer", None),
    ("Odessa", "tweede-kamer", None),
    ("Tripoli", "tweede-kamer", None),
    ("Best", "unknown", None),
    ("Leiden", "vlaams-parlement", None),
]


def document(chamber: Any, *, day: date | None = date(2019, 6, 1)) -> Document:
    return Document(Source("made", "x", "0" * 64), "generic", chamber, "written-question", Header(submitted=day), ())


@pytest.mark.parametrize(("label", "actor_type", "chamber", "qid"), ACTORS)
def test_actors(label: str, actor_type: Any, chamber: str, qid: str | None) -> None:
    found = Actor("ac", actor_type, label, (Mention(SPAN, label),), geopolitical=actor_type == "state")
    (decision,) = link(Findings(document(chamber), actors=(found,))).links
    assert decision.qid == qid


@pytest.mark.parametrize(("label", "chamber", "qid"), PLACES)
def test_places(label: str, chamber: str, qid: str | None) -> None:
    (decision,) = link(Findings(document(chamber), places=(Place("pl", label, (Mention(SPAN, label),)),))).links
    assert decision.qid == qid


def test_an_abstention_between_namesakes_lists_them() -> None:
    (decision,) = link(Findings(document("belgische-kamer"), actors=(Actor("ac", "state", "Congo"),))).links
    assert {c.qid for c in decision.candidates} == {"Q971", "Q974"}
    assert decision.reason == "several items fit equally well"


def test_a_place_that_a_person_of_the_text_is_called_after_is_not_linked() -> None:
    member = Actor("ac", "member-of-parliament", "Lotte van Zutphen")
    town = Place("pl", "Zutphen", (Mention(SPAN, "Zutphen"),))
    alone = link(Findings(document("tweede-kamer"), places=(town,))).links
    assert alone[0].qid == "Q15858232"
    assert link(Findings(document("tweede-kamer"), actors=(member,), places=(town,))).links[-1].qid is None


def test_several_names_are_no_person() -> None:
    (decision,) = link(
        Findings(document("belgische-kamer"), actors=(Actor("ac", "person", "Charles Michel en Jan Jambon"),))
    ).links
    assert (decision.qid, decision.reason) == (None, "the name is that of several persons")


def test_a_place_known_by_key_keeps_the_caution_of_its_wording() -> None:
    city = Place("place/brussel", "Brussel", (Mention(SPAN, "Brussel"),), key="brussel")
    (decision,) = link(Findings(document("belgische-kamer"), places=(city,))).links
    assert decision.qid is None
    stated = Place("place/brussel", "stad Brussel", (Mention(SPAN, "stad Brussel"),), key="brussel")
    assert link(Findings(document("belgische-kamer"), places=(stated,))).links[0].qid == "Q239"


@pytest.mark.parametrize(
    ("title", "key", "qid"),
    [
        ("de eerste minister", "prime-minister-of-belgium", "Q213107"),
        ("de minister van Justitie", "minister-of-justice-of-belgium", "Q168589"),
    ],
)
def test_a_bare_title_is_doubtful_where_another_state_is_named(title: str, key: str, qid: str) -> None:
    office = Office("of", title, key=key)
    serbia = Actor("actor/serbia", "state", "Servië", key="serbia", geopolitical=True)
    assert link(Findings(document("belgische-kamer"), offices=(office,))).links[0].qid == qid
    assert link(Findings(document("belgische-kamer"), actors=(serbia,), offices=(office,))).links[-1].qid is None


def test_a_title_that_one_state_alone_has_is_not_doubtful() -> None:
    germany = Actor("actor/germany", "state", "Duitsland", key="germany", geopolitical=True)
    key = "dutch-minister-of-public-health-welfare-and-sport"
    office = Office("of", "de Minister van Volksgezondheid, Welzijn en Sport", key=key)
    assert link(Findings(document("tweede-kamer"), actors=(germany,), offices=(office,))).links[-1].qid == "Q15726205"


def test_another_state_in_the_text_makes_a_shared_name_doubtful() -> None:
    ministry = Actor("ac", "ministry", "het Ministerie van Buitenlandse Zaken")
    czech = Actor("x", "government", "de Tsjechische regering")
    decisions = {d.target_id: d.qid for d in link(Findings(document("tweede-kamer"), actors=(ministry, czech))).links}
    assert decisions["ac"] is None


def test_what_an_actor_acts_for_settles_a_shared_name() -> None:
    czech = Actor("actor/czech-republic", "state", "Tsjechië", key="czech-republic", geopolitical=True)
    ministry = Actor("ac", "ministry", "het Ministerie van Buitenlandse Zaken", on_behalf_of="actor/czech-republic")
    decisions = {d.target_id: d.qid for d in link(Findings(document("tweede-kamer"), actors=(czech, ministry))).links}
    assert decisions["ac"] == "Q6867005"


def test_a_ministry_of_a_state_without_item_is_not_the_chambers_own() -> None:
    baku = Actor("actor/azerbaijan", "state", "Azerbeidzjan", key="azerbaijan", geopolitical=True)
    ministry = Actor("ac", "ministry", "het Ministerie van Buitenlandse Zaken", on_behalf_of="actor/azerbaijan")
    decisions = {d.target_id: d.qid for d in link(Findings(document("tweede-kamer"), actors=(baku, ministry))).links}
    assert decisions["ac"] is None


_NOBODY: tuple[Holding, ...] = ()


@dataclass(frozen=True)
class TwoJansens:
    """A knowledge base with two members of parliament of one name, three decades apart."""

    name: str = "made by hand"
    snapshot: str = "2020-01-01"

    def named(self, surface: str) -> tuple[Option, ...]:
        if surface != "Jan Jansen":
            return ()
        old = Option("jan-jansen", "Q1", "Jan Jansen", "person", "person", "label", of="nl", start="1961", end="1965")
        new = Option("jan-jansen-person", "Q2", "Jan Jansen", "person", "person", "label", of="nl", start="2017-03-23", end="")
        return old, new

    def keyed(self, key: str) -> Option | None:
        return Option("nl", "Q3", "Nederland", "geopolitical", "state", "label") if key == "nl" else None

    def post(self, title: str, of: str) -> Option | None:
        return self.keyed(f"{title} {of}")

    def posts(self, title: str) -> tuple[Option, ...]:
        return tuple(o for o in self.named(title) if o.kind == "office")

    def holdings(self, office: str) -> tuple[Holding, ...]:
        return tuple(h for h in _NOBODY if h.office == office)


@pytest.mark.parametrize(("day", "qid"), [(date(2018, 1, 1), "Q2"), (date(1970, 1, 1), "Q1"), (None, None)])
def test_dates_tell_namesakes_apart(day: date | None, qid: str | None) -> None:
    people = (Actor("ac", "person", "Jan Jansen"), Actor("nl", "state", "Nederland", key="nl"))
    found = Findings(document("unknown", day=day), actors=people)
    decisions = {d.target_id: d for d in link(found, knowledge_base=TwoJansens()).links}
    assert decisions["ac"].qid == qid
    assert decisions["ac"].knowledge_base == "made by hand"


def test_the_bundled_knowledge_base_is_the_default() -> None:
    found = Findings(document("unknown"), actors=(Actor("ac", "state", "Portugal"),))
    assert link(found) == link(found, knowledge_base=BundledKnowledge())
