"""Look-ups in the bundled gazetteer and in one made by hand."""

import pytest

from relaas.gazetteer import Entry, Gazetteer, Match, bundled


def entry(key: str, *, kind: str = "actor", type_: str = "ministry", of: str | None = None) -> Entry:
    return Entry(key, None, kind, type_, (("nl", key),), of, "test")  # type: ignore[arg-type]


def keys(surface: str) -> list[str]:
    return [m.entry.key for m in bundled().lookup(surface)]


@pytest.mark.parametrize(
    ("surface", "key", "form"),
    [
        ("Armenië", "armenia", "label"),
        ("Armeense", "armenia", "adjective"),
        ("Armeens", "armenia", "adjective"),
        ("Armeniërs", "armenia", "demonym"),
        ("Wit-Russische", "belarus", "adjective"),
        ("Birma", "myanmar", "alias"),
        ("EU", "european-union", "abbreviation"),
        ("OVSE", "osce", "abbreviation"),
        ("CSTO", "csto", "abbreviation"),
        ("Europese Raad", "european-council", "label"),
        ("Vlaamse regering", "flemish-government", "alias"),
        ("Tweede Kamer", "dutch-house-of-representatives", "label"),
        ("Kamer van Volksvertegenwoordigers", "chamber-of-representatives", "alias"),
        ("Bakoe", "baku", "label"),
        ("Vladimir Poetin", "vladimir-putin", "label"),
    ],
)
def test_a_known_surface_names_one_entry(surface: str, key: str, form: str) -> None:
    assert [(m.entry.key, m.form) for m in bundled().lookup(surface)] == [(key, form)]


def test_shared_surfaces_name_several_entries() -> None:
    assert keys("Congo") == ["democratic-republic-of-the-congo", "republic-of-the-congo"]
    assert {"dutch-council-of-state", "belgian-council-of-state"} == set(keys("Raad van State"))
    ministries = bundled().lookup("Ministerie van Buitenlandse Zaken")
    assert len({m.entry.of for m in ministries}) == len(ministries) > 10


def test_lookup_is_exact_unless_folding_is_asked_for() -> None:
    assert bundled().lookup("europese unie") == ()
    assert [m.entry.key for m in bundled().lookup("europese unie", fold=True)] == ["european-union"]


def test_words_of_every_day_and_short_abbreviations_are_marked() -> None:
    cautions = {s: {m.caution for m in bundled().lookup(s)} for s in ("Groen", "Vooruit", "Volt", "Denk", "Lier", "SP", "EU")}
    assert cautions["SP"] == {"abbreviation"}
    assert cautions["EU"] == {""}
    assert all(cautions[s] == {"common-word"} for s in ("Groen", "Vooruit", "Volt", "Denk", "Lier"))


@pytest.mark.parametrize(
    ("title", "of", "key"),
    [
        ("eerste minister", "armenia", "prime-minister-of-armenia"),
        ("premier", "armenia", "prime-minister-of-armenia"),
        ("Premier", "netherlands", "prime-minister-of-netherlands"),
        ("minister-president", "netherlands", "prime-minister-of-netherlands"),
        ("minister-president", "flanders", "minister-president-of-flanders"),
        ("bondskanselier", "germany", "prime-minister-of-germany"),
        ("minister van Buitenlandse Zaken", "azerbaijan", "minister-of-foreign-affairs-of-azerbaijan"),
        ("minister van Onderwijs, Cultuur en Wetenschap", "netherlands", "dutch-minister-of-education-culture-and-science"),
        ("ministerie van Defensie", "netherlands", "dutch-ministry-of-defence"),
    ],
)
def test_a_title_within_a_state_names_one_office_or_body(title: str, of: str, key: str) -> None:
    found = bundled().within(title, of)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("title", "of"), [("minister-president", "armenia"), ("bondskanselier", "france"), ("tuinman", "france")]
)
def test_a_title_that_a_state_does_not_have_names_nothing(title: str, of: str) -> None:
    assert bundled().within(title, of) is None


def test_posts_of_a_title_are_those_of_all_states_that_have_it() -> None:
    chancellors = [e.key for e in bundled().posts("bondskanselier")]
    assert chancellors == ["prime-minister-of-austria", "prime-minister-of-germany"]
    assert len(bundled().posts("premier")) > 100
    assert bundled().posts("tuinman") == ()


def test_local_names_stand_under_the_kind() -> None:
    found = {k: bundled().entries[k].local for k in ("armenia", "baku", "president-of-france", "mark-rutte")}
    assert found["armenia"] == "actor/armenia"
    assert found["baku"] == "place/baku"
    assert found["president-of-france"] == "office/president-of-france"
    assert found["mark-rutte"] == "actor/mark-rutte"


def test_two_bodies_of_one_name_in_one_state_are_not_told_apart() -> None:
    one, two = entry("one", of="x"), entry("two", of="x")
    made = Gazetteer({"one": one, "two": two}, {"Dienst": (Match(one, "Dienst", "label"), Match(two, "Dienst", "label"))})
    assert made.within("dienst", "x") is None
    assert made.surfaces == {"Dienst"}
    assert one.label == "one"
