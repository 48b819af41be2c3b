"""The actors, offices and places found so far, while they are being told apart.

The only mutable value of the room: `coreference` fills it in reading order, `closed` gives the frozen actors. Names match
without accents and case; a surname matches a full name it ends; an abbreviation matches the name that introduced it.
Refuses to merge: a name that two actors could carry makes an actor of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from relaas import gazetteer
from relaas.extract.names import fold
from relaas.gazetteer import Entry
from relaas.ids import Namer
from relaas.model import Actor, ActorType, Mention, Office, Place, Span

_ON_BEHALF = frozenset({"government", "ministry", "authorities", "armed-force"})


@dataclass(slots=True)
class Node:
    """An actor in the making."""

    actor_id: str
    actor_type: ActorType
    label: str
    mentions: list[Mention] = field(default_factory=list)
    identified: bool = True
    key: str | None = None
    geopolitical: bool = False
    office: str | None = None
    on_behalf_of: str | None = None
    member_of: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    person: bool = False

    def frozen(self) -> Actor:
        """Return the actor as it stands, mentions in the order of the text."""
        spans = {m.span: m for m in reversed(self.mentions)}
        kept, furthest = [], -1
        for span in sorted(spans, key=lambda s: (s.start, -s.end)):  # one that holds another comes before it
            if span.end > furthest:
                kept.append(spans[span])
                furthest = span.end
        return Actor(
            self.actor_id, self.actor_type, self._fullest(), tuple(kept), self.identified, self.key, self.geopolitical,
            self.office, self.on_behalf_of, tuple(sorted(set(self.member_of))),
        )  # fmt: skip

    def _fullest(self) -> str:
        """Return the fullest name of a body in the text: *Stichting Oude Molens*, not *SOM*; persons keep the label they have."""
        if self.person:
            return self.label
        names = [m.text for m in self.mentions if m.form == "name"]
        return max([self.label, *names], key=len) if names else self.label


@dataclass(slots=True)
class Spot:
    """A place or an office in the making."""

    local: str
    label: str
    key: str | None = None
    parent: str | None = None
    mentions: list[Mention] = field(default_factory=list)

    def kept(self) -> tuple[Mention, ...]:
        """Return the mentions in the order of the text, each span once."""
        return tuple(sorted({m.span: m for m in reversed(self.mentions)}.values(), key=lambda m: m.span))


def plain(name: str) -> str:
    """Return a name as it is compared: no accents, no case, hyphens as spaces.

    >>> plain("Faber-van de Klashorst")
    'faber van de klashorst'
    """
    return " ".join(fold(name).casefold().replace("-", " ").split())


def ends_with(long: str, short: str) -> bool:
    """Tell whether a plain name ends in another, whole words only."""
    return long == short or long.endswith(" " + short)


class Register:
    """Actors, offices and places of one document by what they are found by."""

    def __init__(self, namer: Namer) -> None:
        self.namer = namer
        self.nodes: dict[str, Node] = {}
        self.places: dict[str, Spot] = {}
        self.offices: dict[str, Spot] = {}
        self._by: dict[tuple[str, ...], str] = {}

    def node(self, actor_id: str) -> Node:
        """Return the node with this id; KeyError when there is none."""
        return self.nodes[actor_id]

    def find(self, *signature: str) -> Node | None:
        """Return the node found by this signature, if any."""
        actor_id = self._by.get(signature)
        return self.nodes[actor_id] if actor_id else None

    def know(self, node: Node, *signature: str) -> None:
        """Let a node be found by a signature; the first to claim it keeps it."""
        self._by.setdefault(signature, node.actor_id)

    def add(self, node: Node) -> Node:
        """Take a node in."""
        self.nodes[node.actor_id] = node
        return node

    def new(self, span: Span, actor_type: ActorType, label: str) -> Node:
        """Make a node named after the span of its first mention."""
        return self.add(Node(self.namer.name("ac", span), actor_type, label))

    def known(self, entry: Entry, label: str) -> Node:
        """Return the node of a gazetteer entry, made on first use."""
        node = self.nodes.get(entry.local) or self._bearing(entry.key)
        if node is None:
            person = entry.kind == "person"
            kind = _actor_type("person" if person else entry.type)
            node = Node(entry.local, kind, label, key=entry.key, geopolitical=entry.kind == "geopolitical", person=person)
            if kind in _ON_BEHALF and entry.of and not node.geopolitical:
                node.on_behalf_of = f"actor/{entry.of}"
            self.add(node)
        return node

    def _bearing(self, key: str) -> Node | None:
        """Return the node that has a key under another id: who asks or answers and is named again."""
        return next((n for n in self.nodes.values() if key and n.key == key), None)

    def by_key(self, key: str, label: str | None = None) -> Node | None:
        """Return the node of a gazetteer key, made on first use; None for a key that is no actor."""
        entry = gazetteer.bundled().entries.get(key)
        if entry is None or entry.kind not in {"geopolitical", "actor", "person"}:
            return None
        return self.known(entry, label or dict(entry.labels).get("nl", key))

    def person(self, name: str) -> Node | None:
        """Return the only person whose name ends in this one, or whom this longer name ends in; None when none or several."""
        short = plain(name)
        found = {
            n.actor_id: n for n in self.nodes.values() if n.person for known in sorted(n.names)
            if ends_with(known, short) or (ends_with(short, known) and len(known) > 2)
        }  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def place(self, span: Span, label: str, *, key: str | None = None, parent: str | None = None) -> Spot:
        """Return the place of this key or wording, made on first use."""
        same = key or "~" + plain(label).replace(" ", "")  # line ends take spaces away: *BlueArrow*
        if same not in self.places:
            local = f"place/{key}" if key else self.namer.name("pl", span)
            self.places[same] = Spot(local, label, key, parent)
        return self.places[same]

    def office(self, span: Span, label: str, *, key: str | None = None, of: str | None = None) -> Spot:
        """Return the office of this key, or of this wording and body, made on first use."""
        same = key or f"{plain(label)}@{of or ''}"
        if same not in self.offices:
            local = f"office/{key}" if key else self.namer.name("of", span)
            self.offices[same] = Spot(local, label, key, of)
        return self.offices[same]

    def closed(self) -> tuple[tuple[Actor, ...], tuple[Office, ...], tuple[Place, ...]]:
        """Return everything as frozen values: actors in the order of their first mention, the voices first."""
        order = {"asker": -2, "answerer": -1}
        actors = [n.frozen() for n in self.nodes.values()]
        actors = [a for a in actors if a.mentions or a.actor_id in order]
        there = {a.actor_id for a in actors}
        actors = [_only(a, there) for a in actors]
        actors.sort(key=lambda a: (order.get(a.actor_id, a.mentions[0].span.start if a.mentions else 0), a.actor_id))
        offices = tuple(
            Office(o.local, o.label, o.kept(), o.key, o.parent if o.parent in there else None) for o in self.offices.values()
        )  # fmt: skip
        places = tuple(
            Place(p.local, p.label, p.kept(), p.key, p.parent if p.parent in there else None)
            for p in self.places.values() if p.mentions
        )  # fmt: skip
        return tuple(actors), offices, places


def _only(actor: Actor, there: set[str]) -> Actor:
    """Return the actor without references to actors that no words of the document name."""
    members = tuple(m for m in actor.member_of if m in there)
    behalf = actor.on_behalf_of if actor.on_behalf_of in there else None
    return replace(actor, member_of=members, on_behalf_of=behalf)


def _actor_type(code: str) -> ActorType:
    from typing import get_args

    known: dict[str, ActorType] = {c: c for c in get_args(ActorType)}
    return known.get(code, "organisation")
