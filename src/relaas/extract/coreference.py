"""Analysis -> Cast: which words stand for whom.

One actor, one node: the same name, a surname after the full name, an abbreviation after its introduction, the same
office, the same body of the same state. Ids are the gazetteer's where the name has one meaning there, else they come from
the first mention. Pronouns and *beide partijen* are resolved last, when every name has its node (`pronouns`).
Refuses to merge on likeness: what could be two actors stays two, what fits two actors equally names nobody.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from relaas import assets, gazetteer
from relaas.extract import pronouns, territories
from relaas.extract.cast import Cast
from relaas.extract.holders import Holders, state_of
from relaas.extract.listing import listed
from relaas.extract.mentions import find_phrases
from relaas.extract.named import Phrase, is_definite, signature
from relaas.extract.names import alike, fold, words
from relaas.extract.pairs import Pairs
from relaas.extract.proper import abbreviates
from relaas.extract.register import Node, Register, plain
from relaas.extract.takingup import fits, noun_of, opens_name, trade_name
from relaas.extract.voices import ANSWERER, ASKER, Voices, chamber, of_header
from relaas.ids import Namer
from relaas.model import ActorType, Analysis, Mention

Key = tuple[int, int]
_SHORT = 3
_ROLES = ("government", "parliament", "state")


def find_cast(analysis: Analysis, namer: Namer) -> Cast:
    """Return the actors, offices and places of a document and the tokens that stand for them.

    The voices `asker` and `answerer` are always there, mentioned or not. Ids follow the order of the text.
    """
    register = Register(namer)
    caster = Caster(analysis, register, of_header(analysis.document, register))
    for phrase in listed(find_phrases(analysis)):
        caster.take(phrase)
    pronouns.resolve(analysis, caster.named, register, caster.voices, government=caster.government)
    pronouns.join(analysis, caster.named, caster.ends)
    territories.find(analysis, register, caster.named, caster.located)
    actors, offices, places = register.closed()
    voices = {p.part_id: ASKER if p.voice == "asker" else ANSWERER for p in analysis.document.parts if p.voice}
    return Cast(actors, offices, places, voices, caster.named, caster.located)


@cache
def _chambers() -> Any:
    return assets.load_yaml("data", "lexicons", "chambers.yaml")


class Caster:
    """Gives each phrase its node, in reading order."""

    def __init__(self, analysis: Analysis, register: Register, voices: Voices) -> None:
        self.register, self.voices = register, voices
        self.named: dict[Key, tuple[str, ...]] = {}
        self.located: dict[Key, tuple[str, ...]] = {}
        self.ends: dict[Key, tuple[str, ...]] = {}
        self.government: str | None = None
        self._pairs = Pairs()
        self._before: Phrase | None = None
        self._recent: dict[tuple[str, str], Node] = {}
        self._others: set[str] = set()
        self._bearers: dict[str, set[str]] = {}
        self._parts = {p.part_id: p for p in analysis.document.parts}
        self._chamber = chamber(analysis.document)
        self._holders = Holders(register, voices, self._chamber, lambda part: self._parts[part].voice == "asker")

    def take(self, phrase: Phrase) -> None:
        """Find or make the node of a phrase and note its mentions."""
        if phrase.sort == "place":
            self._place(phrase)
            return
        if phrase.listed:
            self._list(phrase)
            return
        pair = self._pairs.resolve(phrase)
        if pair:
            self.named[phrase.sentence.index, phrase.head] = pair
            return
        before, self._before = self._before, phrase
        nodes = self._apposed(phrase, before) or self._called(phrase) or self._nodes(phrase)
        self._pairs.note(phrase, tuple(n.actor_id for n in nodes if n.geopolitical))
        for node in nodes:
            self._mention(phrase, node)
        ids = tuple(n.actor_id for n in nodes)
        if ids:
            self._name(phrase, ids)
            self.ends[phrase.sentence.index, phrase.last] = ids
        if len(nodes) == 1:
            self._remember(phrase, nodes[0])
        if len(nodes) == 1 and nodes[0].geopolitical:
            self.located[phrase.sentence.index, phrase.head] = ids
        if len(nodes) == 1 and nodes[0].actor_type == "government" and phrase.sort in {"known", "body"}:
            self._note_government(phrase, nodes[0])

    def _list(self, phrase: Phrase) -> None:
        """Let a plural noun stand for the bodies named behind it, each of which has its own mention there."""
        ids: list[str] = []
        for member in phrase.listed:
            for node in self._nodes(member):
                if member.name:
                    self.register.know(node, "name", plain(member.name))
                ids.append(node.actor_id)
        self._name(phrase, tuple(ids))

    def _remember(self, phrase: Phrase, node: Node) -> None:
        """Note who was last called by this noun in this part: *de regering* after *de Noorse regering* is the Norwegian one."""
        word = noun_of(phrase)
        if word:
            self._recent[phrase.sentence.part_id, word] = node
            self._bearers.setdefault(word, set()).add(node.actor_id)

    def _taken_up(self, phrase: Phrase) -> Node | None:
        """Return whom a bare definite noun takes up: the last in its part, else the only one of the document."""
        if not is_definite(phrase) or phrase.origins or phrase.scope or phrase.scope_key or phrase.modifiers:
            return None
        own = phrase.determiner in words("names", "owners")
        if (own and not (phrase.noun and phrase.noun.entry == "bodies#ministries")) or opens_name(phrase):
            return None
        word = noun_of(phrase)
        recent = self._recent.get((phrase.sentence.part_id, word))
        bearers = self._bearers.get(word, set())
        node = recent or (self.register.node(next(iter(bearers))) if len(bearers) == 1 else None)
        return node if node is None or fits(phrase, node) else None

    def _apposed(self, phrase: Phrase, before: Phrase | None) -> tuple[Node, ...]:
        """Return the person just named, for an office between commas after the name: *Jan Peeters, voorzitter van de bond,*."""
        if before is None or before.sentence is not phrase.sentence or phrase.sort not in {"office", "person"} or phrase.name:
            return ()
        noun, tokens = phrase.noun, phrase.sentence.tokens
        if noun is None or noun.plural or phrase.split or phrase.first != before.last + 2 or tokens[before.last + 1].text != ",":
            return ()
        closed = phrase.last + 1 >= len(tokens) or tokens[phrase.last + 1].text in {",", ".", ")", ";", "(", ":"}
        ids = self.named.get((before.sentence.index, before.pieces[0][1]), ())
        if not closed or len(ids) != 1:
            return ()
        node = self.register.node(ids[0])
        if before.sort == "name" and before.cue is None and " " in before.wording and not node.key:
            node.person, node.actor_type = True, "person"  # whoever holds an office is a person
        if not node.person:
            return ()
        if phrase.sort == "office" and noun.unique:
            self._holders.hold(phrase, node, state_of(phrase))
        return (node,)

    def _called(self, phrase: Phrase) -> tuple[Node, ...]:
        """Return the actor that an apposition with *een* says something of: *Malta, een bondgenoot van Italië, zweeg*."""
        tokens = phrase.sentence.tokens
        head = tokens[phrase.head]
        if phrase.determiner != "een" or phrase.name or head.dep != "appos" or head.head >= phrase.first:
            return ()
        ids = self.named.get((phrase.sentence.index, head.head), ())
        comma = any(t.text == "," for t in tokens[head.head + 1 : phrase.first])
        return (self.register.node(ids[0]),) if len(ids) == 1 and comma else ()

    def _note_government(self, phrase: Phrase, node: Node) -> None:
        """Remember the government an answer speaks for: the chamber's own, else the first one named without a foreign state."""
        part = self._parts[phrase.sentence.part_id]
        own = node.key == self._chamber.get("government") if self._chamber else not phrase.origins
        if part.kind == "answer" and own and self.government is None:
            self.government = node.actor_id

    def _nodes(self, phrase: Phrase) -> tuple[Node, ...]:
        if phrase.sort == "office":
            return self._holders.of_office(phrase) or (self._nominal(phrase),)
        if phrase.split:
            return tuple(self._holders.of_origin(phrase, key) for key in phrase.origins)
        node = self._known(phrase) if phrase.sort == "known" else self._one(phrase)
        return (node,) if node else ()

    def _one(self, phrase: Phrase) -> Node:
        if phrase.sort == "name":
            return self._named(phrase)
        if phrase.sort == "body":
            return self._body(phrase)
        if phrase.name:
            known = self.register.find("name", plain(phrase.name))
            if known is not None and not known.person:
                return known  # *de nieuwe eigenaar Zeewind*
            return self._holders.person(
                phrase, "member-of-parliament" if phrase.noun and phrase.noun.word in _members() else None
            )
        return self._nominal(phrase)

    def _mention(self, phrase: Phrase, node: Node) -> None:
        described = (
            phrase.sort in {"person", "office"} and not node.person
        )  # *nieuwe eigenaar Zeewind* is no longer name of Zeewind
        for first, last, form in phrase.pieces:
            span, text = phrase.sentence.source_span(first, last), phrase.sentence.words(first, last)
            node.mentions.append(Mention(span, text, "nominal" if described and form == "name" else form))
        for name in (phrase.name, phrase.abbreviation):
            if name and not (phrase.sort == "body" and name == phrase.name and _is_local(phrase)):
                node.names.add(plain(name))
                self.register.know(node, "name", plain(name))
        if phrase.party:
            party = self.register.by_key(phrase.party)
            if party:
                node.member_of.append(party.actor_id)

    def _name(self, phrase: Phrase, ids: tuple[str, ...]) -> None:
        index = phrase.sentence.index
        for i in (phrase.head, *phrase.heads):
            self.named[index, i] = ids
        for first, last, form in phrase.pieces:
            if form in {"name", "abbreviation"}:
                for i in range(first, last + 1):
                    self.named[index, i] = ids
        if phrase.split:
            for i in range(phrase.first, phrase.head):
                if phrase.sentence.tokens[i].text[0].isupper() and phrase.sentence.tokens[i].pos != "DET":
                    self.named[index, i] = ids

    # kinds of phrase

    def _known(self, phrase: Phrase) -> Node | None:
        own = {*self._chamber.values(), *(_of(k) for k in self._chamber.values())}
        if plain(phrase.wording) in self._others and (other := self.register.find("name", plain(phrase.wording))):
            return other
        keys = phrase.keys[:1] if len(phrase.keys) == 1 else [k for k in phrase.keys if _of(k) in own]
        if len(keys) != 1:  # two states have a body of this name, and nothing tells whose it is
            return self._named(replace(phrase, name=phrase.wording, cue="institution"))
        node = self.register.by_key(keys[0], phrase.wording)
        if node and node.person:
            node.names.add(plain(phrase.wording))
        return node

    def _named(self, phrase: Phrase) -> Node:
        assert phrase.name is not None
        kind: ActorType = phrase.cue if phrase.cue and phrase.cue != "place" else "organisation"  # type: ignore[assignment]
        node = self.register.find("name", plain(phrase.name)) or self.register.find("name", trade_name(phrase.name))
        node = node or self.register.person(phrase.name)
        if node is None and kind == "person":
            return self._holders.person(phrase, None)
        node = node or self._abbreviated(phrase) or self.register.new(phrase.span, kind, phrase.wording)
        self.register.know(node, "name", trade_name(phrase.name))
        return node

    def _body(self, phrase: Phrase) -> Node:
        noun = phrase.noun
        assert noun is not None
        own = self._chamber_body(phrase)
        if own:
            return own
        if phrase.name and _is_local(phrase):  # *de gemeente Hoorn* is not *de politie Hoorn*
            sign = ("local", noun.word, plain(phrase.name))
            local = self.register.find(*sign) or self.register.new(phrase.span, noun.actor_type, phrase.name)
            self.register.know(local, *sign)
            return local
        if phrase.name:
            node = self.register.find("name", plain(phrase.name))
            key = self._single_key(phrase.name)
            if key and self._may_be_another(phrase, key):
                self._others.add(plain(phrase.name))
                key = None
            return (
                node
                or (self.register.by_key(key) if key else None)
                or self._abbreviated(phrase)
                or self.register.new(phrase.span, noun.actor_type, phrase.name)
            )
        return self._nominal(phrase)

    def _abbreviated(self, phrase: Phrase) -> Node | None:
        """Return the gazetteer's body of the abbreviation in brackets: of a long one, or of a short one whose letters fit."""
        short = phrase.abbreviation
        key = self._single_key(short) if short else None
        if short is None or key is None or not (len(short) > _SHORT or abbreviates(short, phrase.wording)):
            return None
        return self.register.by_key(key, phrase.wording)

    def _single_key(self, name: str) -> str | None:
        keys = {m.entry.key for m in alike(name) if m.entry.kind == "actor"}
        return next(iter(keys)) if len(keys) == 1 else None

    def _may_be_another(self, phrase: Phrase, key: str) -> bool:
        """Tell whether a noun and three letters name another body than the foreign one that these letters are short for.

        *De vakbond COC* in a Flemish document: short words there are of bodies of the own state, unless an adjective or the
        full name says otherwise (*de vakbond FNV*, of *Vakbeweging*).
        """
        name, entry, state = phrase.name or "", gazetteer.bundled().entries[key], self._chamber.get("state")
        if not state or not name.isupper() or len(name) > _SHORT or phrase.origins or entry.type != "organisation":
            return False
        foreign = entry.of is not None and not {entry.of, _of(entry.of)}.intersection(filter(None, (state, _of(state))))
        stem = phrase.noun.word[:_SHORT] if phrase.noun else ""
        return foreign and not any(word.startswith(stem) for _, label in entry.labels for word in plain(label).split())

    def _chamber_body(self, phrase: Phrase) -> Node | None:
        """Return the government or the chamber that bare words stand for in this chamber's documents."""
        noun = phrase.noun
        if noun is None or noun.plural or phrase.name or phrase.scope or phrase.determiner == "een":
            return None
        head = fold(phrase.sentence.tokens[phrase.head].lower)
        if head == "staat" and len(phrase.origins) == 1:
            return self.register.by_key(phrase.origins[0])
        role = next((r for r in _ROLES if head in _chambers()["words"][r]), None)
        if role is None or set(phrase.origins) - {self._chamber.get("state")}:
            return None
        recent = self._recent.get((phrase.sentence.part_id, noun_of(phrase)))
        if recent and not phrase.origins and phrase.determiner != "uw":
            return recent
        return self.register.by_key(self._chamber[role], phrase.wording) if self._chamber else None

    def _nominal(self, phrase: Phrase) -> Node:
        """Return the node of a phrase without a name: same words, same actor; a bare definite one takes up the one before."""
        sign = signature(phrase)
        if self._is_asker(phrase):
            return self.voices.asker
        another = phrase.determiner == "een" and phrase.noun is not None and not phrase.noun.plural
        same = self._taken_up(phrase) or self.register.find(*sign) or self._ministry(phrase) or self._abbreviated(phrase)
        node = None if another else same
        if node is None:
            noun = phrase.noun
            kind: ActorType = noun.actor_type if noun and not (noun.plural and noun.sort == "office") else "group"
            node = self.register.new(phrase.span, kind, phrase.wording)
            node.identified = kind != "person"
            state = self.register.by_key(state_of(phrase) or "")
            if state and noun and noun.behalf:
                node.on_behalf_of = state.actor_id
                self._holders.by_adjective(phrase, state)
        self.register.know(node, *sign)
        return node

    def _ministry(self, phrase: Phrase) -> Node | None:
        """Return the ministry of the gazetteer: of the state that the phrase names, else of the chamber's own state."""
        noun = phrase.noun
        if noun is None or noun.actor_type != "ministry" or not phrase.scope:
            return None
        state = state_of(phrase) or self._chamber.get("state")
        found = {m.entry.key for m in alike(f"ministerie van {phrase.scope}") if m.entry.of == state}
        node = self.register.by_key(next(iter(found)), phrase.wording) if len(found) == 1 else None
        if node is not None and len(phrase.wording) > len(node.label):
            node.label = phrase.wording  # *het ministerie van Landbouw*, after *LNV*
        return node

    def _is_asker(self, phrase: Phrase) -> bool:
        if self._parts[phrase.sentence.part_id].voice != "answerer":
            return False
        text = fold(phrase.wording).casefold()
        return any(text == p or text.startswith(p + " ") for p in words("pronouns", "asker-nouns", "phrases"))

    def _place(self, phrase: Phrase) -> None:
        known = self.register.find("name", plain(phrase.name)) if phrase.name else None
        if known is not None and known.actor_type not in {"government", "state"}:  # a government's name is that of its area too
            self._mention(phrase, known)
            self._name(phrase, (known.actor_id,))
            return
        entry = gazetteer.bundled().entries[phrase.keys[0]] if phrase.keys else None
        parent = gazetteer.bundled().entries.get(entry.of) if entry and entry.of else None
        spot = self.register.place(
            phrase.span, phrase.wording, key=entry.key if entry else None, parent=self._parent(parent.key if parent else None)
        )
        first, last, form = phrase.pieces[0]
        spot.mentions.append(Mention(phrase.span, phrase.sentence.words(first, last), form))
        for i in range(first, last + 1):
            self.located[phrase.sentence.index, i] = (spot.local,)

    def _parent(self, key: str | None) -> str | None:
        """Return the state a place lies in, where the document names that state."""
        node = self.register.nodes.get(f"actor/{key}") if key else None
        return node.actor_id if node else None


def _is_local(phrase: Phrase) -> bool:
    """Tell whether a body has the name of a place, so that its noun belongs to its name."""
    return phrase.name is not None and any(m.entry.kind in {"place", "geopolitical"} for m in alike(phrase.name))


def _of(key: str) -> str | None:
    entry = gazetteer.bundled().entries.get(key)
    return entry.of if entry else None


@cache
def _members() -> frozenset[str]:
    families: Any = assets.load_yaml("data", "lexicons", "persons.yaml")
    return frozenset(n for f in ("members-of-parliament", "members") for n in families[f]["nouns"])
