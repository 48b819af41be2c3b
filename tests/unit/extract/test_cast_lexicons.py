"""Every family and pattern of the lexicons of this room is shown by a sentence of our own, and that sentence shows it."""

import re

import pytest

from relaas import assets, gazetteer
from relaas.extract.names import fold
from relaas.extract.nouns import lookup
from relaas.extract.references import find
from relaas.model import Passage

NOUNS = [
    (lexicon, name)
    for lexicon in ("offices", "persons", "bodies", "groups")
    for name in assets.load_yaml("data", "lexicons", f"{lexicon}.yaml")
]
PATTERNS = list(assets.load_yaml("data", "lexicons", "sources.yaml")["patterns"])


@pytest.mark.parametrize(("lexicon", "name"), NOUNS)
def test_the_example_of_a_family_holds_one_of_its_nouns(lexicon: str, name: str) -> None:
    family = assets.load_yaml("data", "lexicons", f"{lexicon}.yaml")[name]
    example = fold(family["example"]).casefold()
    forms = {fold(f).casefold() for pair in family["nouns"].items() for f in pair if f}
    plain = set(re.findall(r"[\w'.-]+", example))
    compounds = {noun.word for w in plain if (noun := lookup(w))}
    assert any(f" {f}" in f" {example}" for f in forms) or compounds & {fold(n).casefold() for n in family["nouns"]}


@pytest.mark.parametrize("name", PATTERNS)
def test_the_example_of_a_pattern_is_found_by_it(name: str) -> None:
    example = assets.load_yaml("data", "lexicons", "sources.yaml")["patterns"][name]["example"]
    found = find(Passage(example, tuple(range(len(example)))), "a1")
    assert f"sources#{name}" in {r.entry for r in found}


def test_a_word_of_two_families_means_one_kind_in_both() -> None:
    kinds: dict[str, set[str]] = {}
    for lexicon, name in NOUNS:
        for form in assets.load_yaml("data", "lexicons", f"{lexicon}.yaml")[name]["nouns"]:
            kinds.setdefault(form, set()).add(lexicon)
    # offices go before persons: a *bestuurder* of a company holds a post, the one of a car does not
    assert {f for f, k in kinds.items() if "offices" in k and len(k) > 1} <= {"bestuurder", "vertegenwoordiger"}


def test_the_chambers_point_into_the_gazetteer() -> None:
    known = gazetteer.bundled().entries
    chambers = assets.load_yaml("data", "lexicons", "chambers.yaml")
    keys = {row[k] for name, row in chambers.items() if name != "words" for k in ("state", "government", "parliament")}
    assert keys <= set(known)


def test_every_list_of_names_has_an_example() -> None:
    for lexicon in ("names", "pronouns", "chambers"):
        assert all(entry["example"] for entry in assets.load_yaml("data", "lexicons", f"{lexicon}.yaml").values())
