"""Compiling a gazetteer from source files made by hand."""

import csv
from pathlib import Path

import pytest

from relaas.errors import InputError
from relaas.link.compilation import compile_gazetteer
from relaas.link.compilation.__main__ import main
from relaas.link.compilation.curated import inflected
from relaas.link.compilation.draft import Draft, Entity, Surface, slug_of
from relaas.link.compilation.offices import with_article
from relaas.link.compilation.sources import Sources, in_order, licence_of

HEADERS = {
    "gazetteer_draft.tsv": "qid surface lang kind type source licence",
    "bodies_nl.tsv": "qid surface lang kind type source licence",
    "bodies_foreign_en.tsv": "qid surface lang kind type country source licence",
    "places_be.tsv": "qid surface lang kind type source licence",
    "places_nl.tsv": "qid surface lang kind type source licence",
    "cabinets.tsv": "qid label lang jurisdiction_qid start end source",
    "positions.tsv": "position_qid position_label lang jurisdiction_qid source",
    "officeholders.tsv": "person_qid person position_qid position jurisdiction_qid jurisdiction start end source snapshot_date",
    "members_nl.tsv": "person_qid surface lang kind party party_qid position_qid start end source licence snapshot_date",
    "members_be.tsv": "person_qid surface lang kind party party_qid position_qid start end source licence snapshot_date",
}
ROWS = {
    "gazetteer_draft.tsv": [
        "Q1\tLilliput\ten\tlabel\tcountry\tmade\tCC0",
        "Q1\tLilliput\tnl\tlabel\tcountry\tmade\tCC0",
        "Q2\tSpringfield\ten\tlabel\tcity\tmade\tCC0",
        "Q3\tSpringfield\ten\tlabel\tcity\tmade\tCC0",
        "Q3\tPré-la-Source\tfr\tlabel\tcity\tmade\tCC0",
    ],
    "bodies_nl.tsv": [
        "Q10\tDienst Eieren\tnl\tlabel\tgovernment\tmade\tMIT",
        "Q10\tDE\tnl\tabbreviation\tgovernment\tmade\tMIT",
        "Q11\tBureau Onbekend\tnl\tlabel\tgovernment\tmade\tnot stated in the fork",
    ],
    "cabinets.tsv": ["Q20\tGovernment of Lilliput\ten\tQ1\t\t\tmade (standing body)"],
    "positions.tsv": [
        "Q30\tPrime Minister of Lilliput\ten\tQ1\tmade",
        "Q31\tKeeper of the Shears\ten\tQ1\tmade",
    ],
    "officeholders.tsv": [
        "Q40\tFlimnap Reldresal\tQ30\tPrime Minister\tQ1\tLilliput\t2001-02-03\t2005-06-07\tmade\t2020-01-01",
        "Q41\tBolgolam\tQ30\tPrime Minister\tQ1\tLilliput\t2005-06-07\t\tmade\t2020-01-01",
        "Q42\tEarly Quinbus\tQ30\tPrime Minister\tQ1\tLilliput\t1955-01-01\t1956-01-01\tmade\t2020-01-01",
        "Q43\tTurned Around\tQ30\tPrime Minister\tQ1\tLilliput\t2010-01-01\t2009-01-01\tmade\t2020-01-01",
    ],
}
CURATED = "key\tlookup\tkind\ttype\tof\tnl\talias\tabbreviation\tadjective\tdemonym\tcaution"
ROLES = """
prime-minister:
  nl: eerste minister
  titles: [{title: premier}]
  english: Prime Minister
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    sources, room = tmp_path / "sources", tmp_path / "gazetteer"
    sources.mkdir()
    room.mkdir()
    for name, header in HEADERS.items():
        (sources / name).write_text("\n".join([header.replace(" ", "\t"), *ROWS.get(name, [])]) + "\n", encoding="utf-8")
    curate(
        room, "lilliput\tcountry:Lilliput\tgeopolitical\tstate\t\tLilliput\t\tLL\tLilliputs\tLilliputter\tLilliputter=common-word"
    )
    (room / "roles.yaml").write_text(ROLES, encoding="utf-8")
    (room / "cautions.tsv").write_text("surface\tcaution\texample\nDE\tcommon-word\tDe hond.\n", encoding="utf-8")
    return sources, room


def curate(room: Path, *rows: str) -> None:
    (room / "curated.tsv").write_text("\n".join([CURATED, *rows]) + "\n", encoding="utf-8")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_states_bodies_offices_and_holders_are_compiled(folders: tuple[Path, Path]) -> None:
    sources, room = folders
    compile_gazetteer(sources, room=room)
    entities = {e["key"]: e for e in table(room / "entities.tsv")}
    assert {k: (e["qid"], e["kind"], e["of"]) for k, e in entities.items()} == {
        "lilliput": ("Q1", "geopolitical", ""),
        "dienst-eieren": ("Q10", "actor", ""),
        "government-of-lilliput": ("Q20", "actor", "lilliput"),
        "prime-minister-of-lilliput": ("Q30", "office", "lilliput"),
    }
    assert entities["prime-minister-of-lilliput"]["nl"] == "eerste minister van Lilliput"
    surfaces = [(s["surface"], s["form"], s["caution"]) for s in table(room / "surfaces.tsv") if s["key"] == "lilliput"]
    assert surfaces == [
        ("Lilliput", "label", ""),
        ("LL", "abbreviation", "abbreviation"),
        ("Lilliputs", "adjective", ""),
        ("Lilliputse", "adjective", ""),
        ("Lilliputter", "demonym", "common-word"),
    ]
    assert [(h["office"], h["person"], h["start"]) for h in table(room / "holders.tsv")] == [
        ("prime-minister-of-lilliput", "flimnap-reldresal", "2001-02-03")
    ]


def test_persons_need_two_names_and_a_life_after_1990(folders: tuple[Path, Path]) -> None:
    sources, room = folders
    compile_gazetteer(sources, room=room)
    people = table(room / "entities_persons.tsv")
    assert [(p["key"], p["qid"], p["start"], p["end"]) for p in people if p["start"]] == [
        ("flimnap-reldresal", "Q40", "2001-02-03", "2005-06-07")
    ]
    assert "Q41" not in {p["qid"] for p in people}
    assert "Q42" not in {p["qid"] for p in people}


def test_cautions_reach_their_surfaces(folders: tuple[Path, Path]) -> None:
    sources, room = folders
    compile_gazetteer(sources, room=room)
    assert {s["surface"]: s["caution"] for s in table(room / "surfaces.tsv")}["DE"] == "common-word"


def test_a_key_once_given_stays(folders: tuple[Path, Path]) -> None:
    sources, room = folders
    compile_gazetteer(sources, room=room)
    path = sources / "bodies_nl.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("Dienst Eieren", "Agentschap Eieren"), encoding="utf-8")
    compile_gazetteer(sources, room=room)
    entity = next(e for e in table(room / "entities.tsv") if e["qid"] == "Q10")
    assert (entity["key"], entity["nl"]) == ("dienst-eieren", "Agentschap Eieren")


@pytest.mark.parametrize(
    ("lookup", "problem"),
    [
        ("city:Springfield", "names 2 items"),
        ("city:Nergenshuizen", "names nothing"),
        ("planet:Mars", "unknown lookup"),
        ("body:Bureau Onbekend", "names nothing"),
    ],
)
def test_a_lookup_that_names_no_one_thing_stops_the_compilation(folders: tuple[Path, Path], lookup: str, problem: str) -> None:
    sources, room = folders
    curate(room, f"x\t{lookup}\tplace\tcity\t\tX\t\t\t\t\t")
    with pytest.raises(InputError, match=problem):
        compile_gazetteer(sources, room=room)


def test_two_labels_or_a_word_of_the_source_tell_namesakes_apart(folders: tuple[Path, Path]) -> None:
    found = Sources(folders[0])
    assert found.find("city:Springfield+Pré-la-Source").qid == "Q3"
    assert found.find("country:Lilliput@made").qid == "Q1"
    with pytest.raises(InputError):
        found.find("country:Lilliput@elsewhere")


def test_no_item_gets_two_keys(folders: tuple[Path, Path]) -> None:
    draft = Draft(folders[1])
    draft.add(Entity("one", "actor", "party", qid="Q9"))
    with pytest.raises(InputError, match="drop one"):
        draft.add(Entity("two", "actor", "party", qid="Q9"))
    with pytest.raises(InputError, match="twice"):
        draft.add(Entity("one", "actor", "party"))


def test_of_two_forms_the_better_one_stays(folders: tuple[Path, Path]) -> None:
    draft = Draft(folders[1])
    draft.add(Entity("one", "actor", "party"))
    for form in ("demonym", "label", "alias"):
        draft.name(Surface("one", "Een", form, "nl", "made"))
    draft.write(folders[1])
    assert [s["form"] for s in table(folders[1] / "surfaces.tsv")] == ["label"]


def test_a_new_key_gives_way_to_those_there_are(folders: tuple[Path, Path]) -> None:
    draft = Draft(folders[1])
    draft.add(Entity("rome", "place", "city", qid="Q5"))
    assert draft.key_for("Q6", "Rome", kind="party") == "rome-party"
    draft.add(Entity("rome-party", "actor", "party", qid="Q6"))
    assert draft.key_for("Q7", "Rome", kind="party") == "rome-party-2"


@pytest.mark.parametrize(
    ("stated", "short"),
    [
        ("CC0/PD", "CC0"),
        ("MIT (repository)", "MIT"),
        ("repository LICENSE file: MIT; curated form", "MIT"),
        ("WOF licence (credit recommended, link back required)", "WOF licence (attribution)"),
        ("none stated; facts exported from Wikidata, CC0", "facts of Wikidata, CC0"),
        ("not stated in the fork", None),
        ("ODbL", None),
    ],
)
def test_only_rows_under_a_known_licence_are_read(stated: str, short: str | None) -> None:
    assert licence_of({"licence": stated}) == short


def test_small_words() -> None:
    assert [inflected(a) for a in ("Frans", "Chinees", "Iers", "Indiaas")] == ["Franse", "Chinese", "Ierse", "Indiase"]
    assert slug_of("Côte d'Ivoire") == "cote-d-ivoire"
    assert with_article("Filipijnen") == "de Filipijnen"
    assert in_order({"start": "2001", "end": ""})
    assert not in_order({"start": "", "end": "2001"})
    assert not in_order({"start": "2002", "end": "2001"})


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert main([str(tmp_path)]) == 3
    said = capsys.readouterr().err
    assert "usage: python -m relaas.link.compilation FOLDER" in said
    assert "gazetteer_draft.tsv: is not in" in said
