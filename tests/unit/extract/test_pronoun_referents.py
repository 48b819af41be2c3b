"""Whom *zij*, *hij* and *deze* mean where gender or number leaves out the subject."""

from typing import Any

import pytest
from cast_examples import analysis_of

from relaas import assets
from relaas.extract.coreference import find_cast
from relaas.extract.genders import find_genders
from relaas.ids import Namer
from relaas.language import analyse
from relaas.model import Analysis, Source
from relaas.structure import arrange

FIN = "VerbForm=Fin|Number="
GENDERS: Any = assets.load_yaml("data", "lexicons", "genders.yaml")


def meant(analysis: Analysis, word: str) -> list[str]:
    cast = find_cast(analysis, Namer())
    (place,) = [(s.index, t.i) for s in analysis.sentences for t in s.tokens if t.text == word]
    return [cast.actor(i).label for i in cast.at(*place)]


def said(subject: str, verb: str, other: str, pronoun: str, *, number: str = "Sing") -> Analysis:
    """*SUBJECT VERB OTHER. PRONOUN zweeg.*, the verb of the second sentence in the number asked for."""
    return analysis_of(("context", f"{subject} {verb} {other}\n{pronoun}/PRON/nsubj/1 zwegen/VERB/ROOT/1/{FIN}{number}"))


HE = "De/DET/det/1 heer/NOUN/nsubj/3 Molenaar/PROPN/appos/1"
SHE = "mevrouw/NOUN/obj/3 Verhulst/PROPN/appos/4"
MET = f"ontving/VERB/ROOT/3/{FIN}Sing"


def test_zij_is_the_woman_and_hij_the_man() -> None:
    assert meant(said(HE, MET, SHE, "Zij"), "Zij") == ["Verhulst"]
    assert meant(said(HE, MET, SHE, "Hij"), "Hij") == ["Molenaar"]


def test_who_says_ik_is_no_hij() -> None:
    met = f"sprak/VERB/ROOT/1/{FIN}Sing"
    for other, whom in (("een/DET/det/3 schipper/NOUN/obl/1", []), ("Dirk/PROPN/obl/1 Molenaar/PROPN/flat/2", ["Dirk Molenaar"])):
        lines = f"Ik/PRON/nsubj/1 {met} {other}\nHij/PRON/nsubj/1 zweeg/VERB/ROOT/1/{FIN}Sing"
        assert meant(analysis_of(("answer", lines)), "Hij") == whom


def test_given_names_tell_as_well() -> None:
    he, she = "Dirk/PROPN/nsubj/2 Molenaar/PROPN/flat/0", "Femke/PROPN/obj/2 Verhulst/PROPN/flat/3"
    assert meant(said(he, f"ontving/VERB/ROOT/2/{FIN}Sing", she, "Zij"), "Zij") == ["Femke Verhulst"]


def test_where_nothing_tells_the_gender_zij_is_neither_of_two() -> None:
    one, other = "Minister/NOUN/nsubj/2 Molenaar/PROPN/appos/0", "minister/NOUN/obj/2 Verhulst/PROPN/appos/3"
    verb = f"ontving/VERB/ROOT/2/{FIN}Sing"
    assert meant(said(one, verb, other, "Zij"), "Zij") == []
    assert meant(said(one, verb, "gisteren/ADV/advmod/2", "Zij"), "Zij") == ["Molenaar"]


def test_deze_is_who_was_named_after_the_subject() -> None:
    union, verb = "De/DET/det/1 vakbond/NOUN/nsubj/2", f"sprak/VERB/ROOT/2/{FIN}Sing"
    head = "met/ADP/case/5 de/DET/det/5 directeur/NOUN/obl/2"
    assert meant(said(union, verb, head, "Deze"), "Deze") == ["directeur"]
    assert meant(said(union, verb, f"{head} over/ADP/case/8 de/DET/det/8 dijk/NOUN/obl/2", "Deze"), "Deze") == []
    assert meant(said(union, verb, "gisteren/ADV/advmod/2", "Deze"), "Deze") == ["vakbond"]
    thing = "De/DET/det/1 klacht/NOUN/nsubj/2"
    assert meant(said(thing, f"bereikte/VERB/ROOT/2/{FIN}Sing", "de/DET/det/4 directeur/NOUN/obj/2", "Deze"), "Deze") == []


def test_a_body_with_a_singular_verb_is_no_plural() -> None:
    body, verb = "De/DET/det/1 VN/PROPN/nsubj/2/Number=Plur", f"sprak/VERB/ROOT/2/{FIN}Sing"
    two = "met/ADP/case/4 Zweden/PROPN/obl/2 en/CCONJ/cc/6 Malta/PROPN/conj/4"
    assert meant(said(body, verb, two, "Zij", number="Plur"), "Zij") == ["Zweden", "Malta"]
    assert meant(said(body, verb, "met/ADP/case/4 Zweden/PROPN/obl/2", "Zij", number="Plur"), "Zij") == []


@pytest.mark.parametrize(("row", "gender"), [(r, g) for r in ("nouns", "given") for g in ("f", "m")])
def test_every_word_tells_its_gender(row: str, gender: str) -> None:
    for word in GENDERS[row][gender]:
        text = f"{word}/PROPN Verhulst/PROPN" if row == "given" else f"{word}/NOUN Verhulst/PROPN"
        analysis = analysis_of(("context", text))
        assert find_genders(analysis, {(0, 0): ("one",), (0, 1): ("one",)}) == {"one": gender}
        assert find_genders(analysis, {(0, 1): ("one",)}) == {}


def test_no_name_is_of_both_genders() -> None:
    for row in GENDERS["nouns"], GENDERS["given"]:
        assert not set(row["f"]) & set(row["m"])


def test_words_against_each_other_tell_nothing() -> None:
    analysis = analysis_of(("context", "mevrouw/NOUN heer/NOUN"))
    assert find_genders(analysis, {(0, 0): ("one",), (0, 1): ("one",)}) == {}


@pytest.mark.parametrize(("row", "gender"), [(r, g) for r in ("nouns", "given") for g in ("f", "m")])
def test_the_examples_show_their_class(row: str, gender: str) -> None:
    analysis = analyse(arrange(Source("example", GENDERS["examples"][row][gender], "0" * 64)))
    (label,) = meant(analysis, {"f": "Zij", "m": "Hij"}[gender])
    assert label.endswith({"f": "Verhulst", "m": "Molenaar"}[gender])
