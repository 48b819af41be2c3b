"""Offices and names of people -> who holds them, named or not.

An office phrase with a name is that person; without one it is the answerer where the office agrees, the holder already met
of the same office and state, or a holder that stays unnamed. Two adjectives of origin make two holders.
Refuses to take *de minister* for anybody when two holders of the name were met.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from relaas import gazetteer
from relaas.extract.named import Phrase, is_definite
from relaas.extract.names import alike, fold, origins, words
from relaas.extract.register import Node, Register, ends_with, plain
from relaas.extract.voices import ANSWERER, ASKER, Voices, office_key
from relaas.model import ActorType, Mention

_ADDRESS = frozenset({"persons#address", "persons#members", "persons#members-of-parliament"})


class Holders:
    """Gives people and offices their nodes. `in_question` tells of a part whether the asker speaks in it."""

    def __init__(self, register: Register, voices: Voices, chamber: dict[str, str], in_question: Callable[[str], bool]) -> None:
        self.register, self.voices, self._chamber, self._in_question = register, voices, chamber, in_question

    def of_office(self, phrase: Phrase) -> tuple[Node, ...]:
        """Return the holder or the two holders of an office phrase; none for *de ministers*, which are a group."""
        if phrase.split:
            return tuple(self.of_origin(phrase, key) for key in phrase.origins)
        noun = phrase.noun
        assert noun is not None
        if phrase.name:
            node = self._now_named(phrase) or self.person(phrase, "office-holder")
            self.hold(phrase, node, state_of(phrase))
            return (node,)
        in_question = self._in_question(phrase.sentence.part_id)
        if self.voices.is_answerer(phrase, in_question=in_question):
            self._address(phrase)
            return (self.voices.answerer,)
        if noun.plural:
            return ()
        return (self._met(phrase) or self._unnamed(phrase),)

    def _met(self, phrase: Phrase) -> Node | None:
        """Return the holder met before: of this office, state and scope, or for the bare word the only one of its name."""
        noun, state = phrase.noun, state_of(phrase)
        assert noun is not None
        found = self.register.find(*holding(phrase))
        if found or state or phrase.scope or not is_definite(phrase) or words("names", "former") & set(phrase.modifiers):
            return found
        return self._latest(noun.word)

    def _unnamed(self, phrase: Phrase) -> Node:
        noun, state = phrase.noun, state_of(phrase)
        assert noun is not None
        node = self.register.new(phrase.span, "office-holder" if noun.unique else "person", phrase.wording)
        node.identified = False
        if noun.unique:
            self.hold(phrase, node, state)
        self.register.know(node, *holding(phrase))
        return node

    def _address(self, phrase: Phrase) -> None:
        voices = self.voices
        if not voices.addressed:
            voices.take_office(phrase)
            voices.answerer.label = phrase.wording
        if voices.answerer.office is None:
            self.hold(phrase, voices.answerer, None)

    def hold(self, phrase: Phrase, node: Node, state: str | None) -> None:
        """Give a holder the office that the phrase names."""
        noun = phrase.noun
        assert noun is not None
        last = next((b for a, b, form in phrase.pieces if form == "nominal"), phrase.head)
        start = next((i for i in range(phrase.first, phrase.head + 1) if i not in determiners(phrase)), phrase.head)
        label = phrase.sentence.words(start, last)
        of = self.register.by_key(state) if state else None
        if of:
            self.by_adjective(phrase, of)
        where = self._chamber if node.actor_id == ANSWERER or self._of_here(phrase) else {}
        spot = self.register.office(
            phrase.sentence.source_span(start, last),
            label,
            key=office_key(label, state, where) or office_key(title_of(phrase), state, where),
            of=of.actor_id if of else None,
        )
        spot.mentions.append(Mention(phrase.sentence.source_span(start, last), label, "nominal"))
        if node.office is None:
            node.office = spot.local
        node.posts.add(noun.word)
        self.register.know(node, *holding(phrase))

    def _of_here(self, phrase: Phrase) -> bool:
        """Tell whether an office without its state is that of the chamber's own.

        *De premier* is; *premier Boom* is only where the gazetteer has a Boom of the own state, else it may be any other's.
        """
        if phrase.name is None:
            return True
        own = {self._chamber.get("state"), self._chamber.get("government")}
        name = plain(phrase.name)
        return any(of in own and ends_with(full, name) for full, of in _people().get(name.rsplit(" ", 1)[-1], ()))

    def _latest(self, word: str) -> Node | None:
        """Return the only other holder of an office of this name so far."""
        found = [n for n in self.register.nodes.values() if word in n.posts and n.actor_id != ANSWERER]
        return found[0] if len(found) == 1 else None

    def _now_named(self, phrase: Phrase) -> Node | None:
        """Return the holder met without a name whom this phrase names: *de Noorse premier*, then *de Noorse premier Boom*."""
        noun = phrase.noun
        assert noun is not None
        assert phrase.name is not None
        node = self.register.find(*holding(phrase)) if noun.single or state_of(phrase) else None
        if (
            node is None
            or node.identified
            or node.actor_id == ANSWERER
            or self.register.person(phrase.name)
            or self._person_key(phrase)
        ):
            return None
        node.label, node.identified, node.person = phrase.name, True, True
        node.names.add(plain(phrase.name))
        return node

    def of_origin(self, phrase: Phrase, key: str) -> Node:
        """Return one of the two actors of *de Noorse en de Deense ministers van Landbouw*."""
        noun = phrase.noun
        assert noun is not None
        found = self.register.find("holder", noun.word, key, phrase.scope) or self.register.find(
            phrase.sort, noun.word, key, "|", phrase.scope, "|"
        )
        if found:
            return found
        forms = origins().get(key, frozenset())
        adjective = next((t.text for t in phrase.sentence.tokens[phrase.first : phrase.head] if fold(t.text) in forms), "")
        scope = f" {phrase.sentence.words(phrase.head + 1, phrase.last)}" if phrase.last > phrase.head else ""
        word = noun.singular if phrase.sort == "office" else phrase.sentence.tokens[phrase.head].text
        node = self.register.new(
            phrase.span, "office-holder" if phrase.sort == "office" else noun.actor_type, f"{adjective} {word}{scope}"
        )
        node.identified = phrase.sort != "office"
        state = self.register.by_key(key)
        if state:
            self.by_adjective(phrase, state)
        if phrase.sort == "office":
            where = phrase.sentence.source_span(phrase.head, phrase.last)
            spot = self.register.office(
                where, node.label, key=office_key(title_of(phrase), key, self._chamber), of=state.actor_id if state else None
            )
            spot.mentions.append(Mention(where, phrase.sentence.words(phrase.head, phrase.last), "nominal"))
            node.office = spot.local
        elif state and noun.behalf:
            node.on_behalf_of = state.actor_id
        self.register.know(node, "holder", noun.word, key, phrase.scope)
        return node

    def by_adjective(self, phrase: Phrase, state: Node) -> None:
        """Give a state that is named by an adjective alone that mention, so that every actor leads to the text."""
        if state.mentions or state.key is None:
            return
        for t in phrase.sentence.tokens[phrase.first : phrase.last + 1]:
            if fold(t.text) in origins().get(state.key, frozenset()):
                state.mentions.append(Mention(t.span, t.text, "adjective"))
                return

    def person(self, phrase: Phrase, kind: ActorType | None) -> Node:
        """Return the person of the phrase's name, made on first use; `kind` types a new one."""
        assert phrase.name is not None
        node = self.register.person(phrase.name)
        if node is None or _somebody_else(node, phrase):
            key = self._person_key(phrase)
            node = (
                self.register.by_key(key, phrase.name) if key else self.register.new(phrase.span, kind or "person", phrase.name)
            )
            assert node is not None
            node.person = True
        if len(phrase.name) > len(node.label) and node.actor_id not in {ASKER, ANSWERER}:
            node.label = phrase.name
        node.names.add(plain(phrase.name))
        if phrase.noun and phrase.noun.sort == "person" and phrase.noun.entry not in _ADDRESS:
            node.called.add(phrase.noun.word)
        return node

    def _person_key(self, phrase: Phrase) -> str | None:
        """Return the gazetteer's person of this full name, if one alone has it or party or state tell."""
        assert phrase.name is not None
        found = {m.entry.key: m.entry for m in alike(phrase.name) if m.entry.kind == "person"}
        if len(found) > 1:
            told = {phrase.party, phrase.scope_key, *phrase.origins} - {None}
            found = {k: e for k, e in found.items() if e.of in told}
        return next(iter(found)) if len(found) == 1 and " " in phrase.name else None


@cache
def _people() -> dict[str, tuple[tuple[str, str | None], ...]]:
    """Return the plain names of the persons of the gazetteer, with their state, by their last word."""
    out: dict[str, tuple[tuple[str, str | None], ...]] = {}
    for entry in gazetteer.bundled().entries.values():
        for name in {plain(label) for _, label in entry.labels} if entry.kind == "person" else ():
            last = name.rsplit(" ", 1)[-1]
            out[last] = (*out.get(last, ()), (name, entry.of))
    return out


def _somebody_else(node: Node, phrase: Phrase) -> bool:
    """Tell whether an office before a surname is another's: *president Boom* is not the *presidentsvrouw Anna Boom* before."""
    if phrase.noun is None or phrase.noun.sort != "office" or phrase.name is None:
        return False
    return plain(phrase.name) not in node.names and node.office is None and bool(node.called)


def state_of(phrase: Phrase) -> str | None:
    """Return the gazetteer key of the state or body a phrase is of."""
    return phrase.scope_key or (phrase.origins[0] if phrase.origins else None)


def holding(phrase: Phrase) -> tuple[str, ...]:
    """Return what two office phrases of one holder share: post, state and portfolio; of a single post the post alone."""
    noun = phrase.noun
    assert noun is not None
    former = ("former",) if words("names", "former") & set(phrase.modifiers) else ()
    return ("holder", noun.word, *former) if noun.single else ("holder", noun.word, state_of(phrase) or "", phrase.scope, *former)


def title_of(phrase: Phrase) -> str:
    """Return the bare title of an office phrase: noun and portfolio, without state (*minister van landbouw*)."""
    noun = phrase.noun.word if phrase.noun else phrase.wording
    return f"{noun} van {phrase.scope}" if phrase.scope else noun


def determiners(phrase: Phrase) -> set[int]:
    """Return the token of the determiner, if the phrase begins with one."""
    return {phrase.first} if phrase.determiner else set()
