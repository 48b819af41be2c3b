"""One body, one node: by its abbreviation, by the list it stands in, by the chamber whose documents name it."""

import pytest
from cast_examples import analysis_of, sentence_of

from relaas.extract.coreference import find_cast
from relaas.extract.introducing import long_form
from relaas.extract.names import hits
from relaas.extract.nouns import ending_at
from relaas.extract.phrases import Reading
from relaas.ids import Namer
from relaas.model import Chamber


def ids(text: str, *, chamber: Chamber = "tweede-kamer") -> dict[str, tuple[str, ...]]:
    """What each token of an answer stands for; the first of equal tokens counts."""
    analysis = analysis_of(("answer", text), chamber=chamber)
    cast = find_cast(analysis, Namer())
    return {t.text: cast.at(s.index, t.i) for s in reversed(analysis.sentences) for t in reversed(s.tokens)}


def test_a_ministry_is_one_by_name_and_by_short_name() -> None:
    found = ids(
        "Het/DET ministerie/NOUN van/ADP Landbouw/PROPN ,/PUNCT Natuur/PROPN en/CCONJ Voedselkwaliteit/PROPN schrijft/VERB\n"
        "LNV/PROPN/nsubj zwijgt/VERB\nHet/DET Ministerie/PROPN van/ADP LNV/PROPN wacht/VERB"
    )
    assert found["ministerie"] == found["LNV"] == found["Ministerie"] == ("actor/dutch-ministry-of-agriculture",)


def test_a_minister_of_a_short_name_is_the_one_of_the_long_name() -> None:
    found = ids(
        "De/DET minister/NOUN van/ADP Justitie/PROPN en/CCONJ Veiligheid/PROPN schrijft/VERB\n"
        "De/DET Minister/PROPN van/ADP JenV/PROPN wacht/VERB\nDe/DET staatssecretaris/NOUN van/ADP OCW/PROPN wacht/VERB"
    )
    assert found["minister"] == found["Minister"] != ()
    assert found["staatssecretaris"] not in (found["minister"], ())


@pytest.mark.parametrize(
    ("text", "noun", "names"),
    [
        ("De/DET gemeenten/NOUN/nsubj/5 Hoorn/PROPN en/CCONJ Den/PROPN Haag/PROPN bouwen/VERB", "gemeenten", ("Hoorn", "Haag")),
        ("De/DET ministeries/NOUN/nsubj/5 van/ADP LNV/PROPN en/CCONJ VWS/PROPN bouwen/VERB", "ministeries", ("LNV", "VWS")),
    ],
)
def test_a_plural_noun_before_names_stands_for_each(text: str, noun: str, names: tuple[str, str]) -> None:
    found = ids(text)
    assert found[noun] == (*found[names[0]], *found[names[1]])
    assert len(set(found[noun])) == 2


def test_a_plural_noun_with_one_place_is_a_group() -> None:
    found = ids("De/DET gemeenten/NOUN/nsubj/4 bij/ADP Hoorn/PROPN bouwen/VERB")
    assert found["gemeenten"] != ()
    assert found["Hoorn"] == ()


def test_the_name_of_a_town_right_behind_a_minister_is_a_family_name() -> None:
    found = ids("Minister/NOUN/nsubj/2 Helder/PROPN/flat/0 wacht/VERB\nDe/DET minister/NOUN/nsubj/2 zwijgt/VERB")
    assert found["Minister"] == found["Helder"] != ()
    mayor = ids("Burgemeester/NOUN/nsubj/2 Leiden/PROPN/flat/0 wacht/VERB")
    assert mayor["Leiden"] == ()
    assert (
        ids("Minister/NOUN/nsubj/2 Nederland/PROPN/flat/0 wacht/VERB")["Nederland"]
        != ids("Minister/NOUN/nsubj/2 Nederland/PROPN/flat/0 wacht/VERB")["Minister"]
    )


def test_a_province_that_the_gazetteer_knows_as_a_place_can_act() -> None:
    found = ids("De/DET provincie/NOUN/nsubj/3 Friesland/PROPN/flat/1 bouwt/VERB")
    assert found["provincie"] == found["Friesland"] != ()
    assert ids("In/ADP Friesland/PROPN/obl/2 regent/VERB het/PRON")["Friesland"] == ()


@pytest.mark.parametrize(
    ("chamber", "whose"), [("tweede-kamer", "dutch"), ("belgische-kamer", "belgian"), ("vlaams-parlement", "belgian")]
)
def test_a_council_of_two_states_is_that_of_the_chamber(chamber: Chamber, whose: str) -> None:
    found = ids("De/DET Raad/PROPN/nsubj/4 van/ADP State/PROPN zwijgt/VERB", chamber=chamber)
    assert found["Raad"] == found["State"] == (f"actor/{whose}-council-of-state",)


def test_a_body_of_two_states_stays_open_where_no_chamber_tells() -> None:
    (found,) = ids("De/DET Raad/PROPN/nsubj/4 van/ADP State/PROPN zwijgt/VERB", chamber="unknown")["Raad"]
    assert not found.startswith("actor/")


def test_words_of_every_day_are_no_name_unless_written_as_it() -> None:
    assert [h.last for h in hits(sentence_of("De/DET Lijn/PROPN rijdt/VERB"))] == [1]
    assert hits(sentence_of("De/DET lijn/NOUN loopt/VERB")) == ()


def test_letters_in_brackets_tell_how_far_the_name_reaches() -> None:
    found = ids(
        "Het/DET Rijksbureau/PROPN/nsubj/9 voor/ADP wind-/X en/CCONJ watermolens/NOUN (/PUNCT RWM/PROPN )/PUNCT zwijgt/VERB\n"
        "Het/DET RWM/PROPN/nsubj/2 wacht/VERB"
    )
    assert found["Rijksbureau"] == found["watermolens"] == found["RWM"] != ()


@pytest.mark.parametrize(
    ("text", "short", "first"),
    [
        ("de/DET Partij/PROPN van/ADP Molenaars/PROPN (/PUNCT PvM/PROPN )/PUNCT", "PvM", 1),
        ("het/DET Bureau/PROPN Noordelijke/ADJ Molens/PROPN (/PUNCT BNM/PROPN )/PUNCT", "BNM", 1),
        ("het/DET Bureau/PROPN voor/ADP Molens/PROPN (/PUNCT XYZ/PROPN )/PUNCT", "XYZ", None),
        ("de/DET Waterwet/PROPN (/PUNCT WW/PROPN )/PUNCT", "WW", None),
    ],
)
def test_the_long_form_begins_at_a_capital_with_the_first_letter(text: str, short: str, first: int | None) -> None:
    sentence = sentence_of(text)
    bracket = next(t.i for t in sentence.tokens if t.text == "(")
    assert long_form(Reading.of(sentence, ()), bracket, short) == first


def test_a_ministry_has_its_full_name_as_label() -> None:
    text = "LNV/PROPN/nsubj/1 zwijgt/VERB\n"
    text += "Het/DET ministerie/NOUN van/ADP Landbouw/PROPN ,/PUNCT Natuur/PROPN en/CCONJ Voedselkwaliteit/PROPN"
    cast = find_cast(analysis_of(("answer", text), chamber="tweede-kamer"), Namer())
    assert cast.actor("actor/dutch-ministry-of-agriculture").label == "ministerie van Landbouw, Natuur en Voedselkwaliteit"


def test_a_word_with_a_capital_inside_is_no_compound() -> None:
    assert ending_at(sentence_of("MijnOverheid/NOUN"), 0) is None
    assert ending_at(sentence_of("rijksoverheid/NOUN"), 0) is not None


def test_a_law_with_its_short_name_is_no_actor() -> None:
    found = ids("De/DET Algemene/ADJ Molenwet/PROPN/nsubj/6 (/PUNCT AMW/PROPN )/PUNCT geldt/VERB")
    assert found["Molenwet"] == ()


def test_a_declaration_with_its_short_name_is_no_actor() -> None:
    found = ids("De/DET Verklaring/PROPN/nsubj/7 omtrent/ADP het/DET Water/PROPN (/PUNCT VOW/PROPN )/PUNCT geldt/VERB")
    assert found["Water"] == found["Verklaring"] == ()


def test_a_noun_that_the_tagger_takes_for_a_sign_is_believed() -> None:
    assert ids("De/DET ngo’s/SYM/nmod/2 schrijven/VERB")["ngo’s"] != ()
    assert ids("De/DET x’s/SYM/nmod/2 staan/VERB")["x’s"] == ()


@pytest.mark.parametrize(
    ("text", "chamber", "known"),
    [
        ("De/DET vakbond/NOUN/nsubj/3 COC/PROPN/appos/1 zwijgt/VERB\nCOC/PROPN/nsubj/1 wacht/VERB", "vlaams-parlement", False),
        ("De/DET vakbond/NOUN/nsubj/3 COC/PROPN/appos/1 zwijgt/VERB\nCOC/PROPN/nsubj/1 wacht/VERB", "tweede-kamer", True),
        ("De/DET Nederlandse/ADJ vakbond/NOUN/nsubj/4 COC/PROPN/appos/2 zwijgt/VERB", "vlaams-parlement", True),
        ("De/DET vakbond/NOUN/nsubj/3 FNV/PROPN/appos/1 zwijgt/VERB", "vlaams-parlement", True),
        ("De/DET vereniging/NOUN/nsubj/3 BBL/PROPN/appos/1 zwijgt/VERB", "belgische-kamer", True),
    ],
    ids=["another", "own", "said to be foreign", "in the full name", "of a region of the state"],
)
def test_letters_behind_a_noun_are_no_foreign_body_that_the_noun_does_not_fit(text: str, chamber: Chamber, known: bool) -> None:
    found = ids(text, chamber=chamber)
    name = next(word for word in ("COC", "FNV", "BBL") if word in found)
    assert [i.startswith("actor/") for i in found[name]] == [known]
    analysis = analysis_of(("answer", text), chamber=chamber)
    assert len({a.actor_id for a in find_cast(analysis, Namer()).actors if any(name in m.text for m in a.mentions)}) == 1


def test_an_adjective_of_belief_begins_the_name_of_a_body_that_ends_in_a_state() -> None:
    body = "Katholiek/ADJ/nsubj/3 Sluiswezen/NOUN/flat/0 Vlaanderen/PROPN/flat/0 wacht/VERB/ROOT/3"
    cast = find_cast(analysis_of(("answer", body), chamber="vlaams-parlement"), Namer())
    assert [(a.label, a.actor_type) for a in cast.actors if a.mentions] == [("Katholiek Sluiswezen Vlaanderen", "organisation")]


def test_a_persons_noun_before_a_given_name_begins_no_name_of_a_body() -> None:
    person = "Katholiek/NOUN/nsubj/3 Jan/PROPN/flat/0 Vlaanderen/PROPN/flat/0 wacht/VERB/ROOT/3"
    cast = find_cast(analysis_of(("answer", person), chamber="vlaams-parlement"), Namer())
    assert "organisation" not in {a.actor_type for a in cast.actors if a.mentions}
