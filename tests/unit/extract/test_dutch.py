"""A text in another language is found in with a warning, never in silence."""

import pytest

from relaas.extract.dutch import doubt_language
from relaas.language import analyse
from relaas.model import Source
from relaas.structure import arrange

DUTCH = "De brug bij Temse wordt volgens de minister niet voor het einde van dit jaar hersteld, omdat er nog delen komen."
FRENCH = "Le pont sera ouvert au printemps, mais les travaux ont pris du retard et les gens ne savent plus comment rentrer."
ENGLISH = "The bridge will be opened in spring, but the works have been delayed and people do not know how to get home."


def notes(text: str) -> list[str]:
    return [d.message for d in doubt_language(analyse(arrange(Source("x", text, "0" * 64))))]


@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_another_language_is_noticed(text: str) -> None:
    (message,) = notes(text)
    assert message.startswith("this does not read as Dutch")


@pytest.mark.parametrize("text", [DUTCH, "hallo wereld", "Bonjour le monde"])
def test_dutch_and_a_few_words_pass(text: str) -> None:
    assert notes(text) == []
