"""Those who are alike but not the same: former ministers, a part of a group, somebody and the one who speaks."""

import pytest
from cast_examples import analysis_of

from relaas.extract.coreference import find_cast
from relaas.extract.voices import office_key
from relaas.ids import Namer
from relaas.model import Header, Person

FIN = "VerbForm=Fin|Number="
MINISTER = Header(respondents=(Person("De Wilg", None, "Minister van Landbouw"),))


def ids(text: str, *, header: Header | None = None) -> dict[str, tuple[str, ...]]:
    """What each token of an answer stands for; the first of equal tokens counts."""
    analysis = analysis_of(("answer", text), chamber="tweede-kamer", header=header)
    cast = find_cast(analysis, Namer())
    return {t.text: cast.at(s.index, t.i) for s in reversed(analysis.sentences) for t in reversed(s.tokens)}


@pytest.mark.parametrize("word", ["toenmalige", "voormalige", "vorige", "volgende"])
def test_who_held_the_office_before_or_after_is_not_who_answers(word: str) -> None:
    found = ids(f"De/DET {word}/ADJ minister/NOUN/nsubj/5 van/ADP Landbouw/PROPN schreef/VERB", header=MINISTER)
    assert found["minister"] not in (("answerer",), ())


@pytest.mark.parametrize("word", ["huidige", "bevoegde"])
def test_who_holds_the_office_now_is_who_answers(word: str) -> None:
    found = ids(f"De/DET {word}/ADJ minister/NOUN/nsubj/5 van/ADP Landbouw/PROPN schreef/VERB", header=MINISTER)
    assert found["minister"] == ("answerer",)


def test_a_former_minister_is_not_the_one_of_today() -> None:
    found = ids(
        "De/DET minister/NOUN/nsubj/4 van/ADP Natuur/PROPN schrijft/VERB\n"
        "De/DET toenmalige/ADJ Minister/PROPN/nsubj/5 van/ADP Natuur/PROPN schreef/VERB"
    )
    assert found["minister"] != found["Minister"]


def test_a_portfolio_is_no_mention_of_the_ministry() -> None:
    assert ids("De/DET minister/NOUN/nsubj/4 van/ADP LNV/PROPN schrijft/VERB", header=MINISTER)["LNV"] == ()
    assert ids("De/DET ambtenaren/NOUN/nsubj/4 van/ADP LNV/PROPN schrijven/VERB")["LNV"] != ()


@pytest.mark.parametrize(("tag", "word"), [("ADV", "meeste"), ("DET", "andere")])
def test_a_part_of_a_group_is_another_group(tag: str, word: str) -> None:
    found = ids(f"De/DET gemeenten/NOUN/nsubj/2 bouwen/VERB\nDe/DET {word}/{tag}/amod/2 Gemeenten/NOUN/nsubj/3 wachten/VERB")
    assert found["gemeenten"] != found["Gemeenten"] != ()


def test_somebody_and_the_speaker_are_both_where_the_verb_is_plural() -> None:
    pair = f"De/DET minister/NOUN van/ADP Natuur/PROPN en/CCONJ ik/PRON/nsubj/6 hopen/VERB/ROOT/6/{FIN}Plur"
    found = ids(pair, header=MINISTER)
    assert found["ik"] == (*found["minister"], "answerer")


def test_the_speaker_of_a_second_clause_stands_alone() -> None:
    text = f"Dat/PRON zegt/VERB de/DET minister/NOUN van/ADP Natuur/PROPN en/CCONJ ik/PRON/nsubj/8 hoop/VERB/ROOT/8/{FIN}Sing"
    assert ids(text, header=MINISTER)["ik"] == ("answerer",)


SAYS = "meldt/VERB/ROOT/1/VerbForm=Fin dat/SCONJ/mark/6 het/PRON/nsubj/6 de/DET/det/5 tunnel/NOUN/obj/6 sluit/VERB/ccomp/1"


def test_a_state_is_it_within_the_sentence() -> None:
    found = ids(f"Zwitserland/PROPN/nsubj/1 {SAYS}")
    assert found["het"] == found["Zwitserland"] != ()


@pytest.mark.parametrize(
    "text",
    [
        f"Zwitserse/PROPN/nsubj/1 {SAYS}",  # nobody
        "De/DET/det/1 bond/NOUN/nsubj/2 meldt/VERB/ROOT/2 dat/SCONJ/mark/5 het/PRON/nsubj/5 sluit/VERB/ccomp/2",  # *de bond*
        "Zwitserland/PROPN/nsubj/1 meldt/VERB/ROOT/1 dat/SCONJ/mark/4 het/PRON/nsubj/4 regent/VERB/ccomp/1 .",  # nobody rains
        "Zwitserland/PROPN/nsubj/1 meldt/VERB/ROOT/1 dat/SCONJ/mark/4 het/PRON/nsubj/4 mooi/ADJ/ccomp/1 is/AUX/cop/4",
        "Zwitserland/PROPN/nsubj/1 bouwt/VERB/ROOT/1\nhet/PRON/nsubj/1 sluit/VERB/ROOT/1",  # not across sentences
    ],
)
def test_it_is_nobody_elsewhere(text: str) -> None:
    assert ids(text.replace("regent/VERB", "regenen/VERB"))["het"] == ()


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Riek/PROPN/nsubj/2 Molens/PROPN/flat/0 vertrekt/VERB/ROOT/2", "Riek"),  # nothing but the pronoun says who that is
        ("Volgens/ADP/case/1 Riek/PROPN/obl/5 Molens/PROPN/flat/1 is/AUX/cop/5 dit/PRON/nsubj/5 goed/ADJ/ROOT/5", "Riek"),
    ],
)
def test_he_is_who_was_named_or_quoted_before(before: str, name: str) -> None:
    analysis = analysis_of(("answer", f"{before}\nHij/PRON/nsubj/1 wacht/VERB/ROOT/1/VerbForm=Fin|Number=Sing"))
    cast = find_cast(analysis, Namer())
    found = {t.text: cast.at(s.index, t.i) for s in reversed(analysis.sentences) for t in reversed(s.tokens)}
    assert found["Hij"] == found[name] != ()
    assert cast.actor(found["Hij"][0]).actor_type == "person"


@pytest.mark.parametrize(
    "before", ["NWO/PROPN/nsubj/1 wacht/VERB/ROOT/1", "Zeewind/PROPN/nsubj/2 NV/PROPN/flat/0 wacht/VERB/ROOT/2"]
)
def test_he_is_no_company_and_no_letters(before: str) -> None:
    assert ids(f"{before}\nHij/PRON/nsubj/1 rust/VERB/ROOT/1/VerbForm=Fin|Number=Sing")["Hij"] == ()


def test_who_answers_and_is_named_in_a_list_is_one_actor() -> None:
    header = Header(respondents=(Person("Hilde Crevits", None, "Vlaams minister van Bruggen"),))
    text = "De/DET/det/1 vraag/NOUN/nsubj/4 ging/VERB/ROOT/2 naar/ADP/case/4 Hilde/PROPN/obl/2 Crevits/PROPN/flat/4"
    found = ids(text, header=header)
    assert found["Crevits"] == ("answerer",)


@pytest.mark.parametrize(
    ("title", "where", "key"),
    [
        ("minister van Defensie", {}, None),
        ("minister van Defensie", {"state": "belgium"}, "minister-of-defence-of-belgium"),
        ("Minister van Binnenlandse Zaken en Koninkrijksrelaties", {}, "minister-of-the-interior-of-netherlands"),
    ],
)
def test_a_post_of_many_states_is_nobodys_where_no_state_is_known(title: str, where: dict[str, str], key: str | None) -> None:
    assert office_key(title, None, where) == key
