"""Who and what the sentences name: the result of mention finding and coreference that the other finders ask.

Built once per document by `coreference`; claims, events and figures ask `at` which actors a noun phrase stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from relaas.model import Actor, Office, Place


@dataclass(frozen=True)
class Cast:
    """The actors, offices and places of a document, and which token (sentence index, token index) heads a mention of which.

    `named` gives for the head token of each mention the ids it stands for: usually one; several for a phrase that is two
    actors (*de Armeense en de Azerbeidzjaanse ministers*) or a group resolved to its members (*beide landen*); pronouns that
    could be resolved stand there too. `located` gives the same for places: place ids, or actor ids of states used as territory.
    `voices` maps a part id to the id of its voice (`asker`, `answerer`).
    """

    actors: tuple[Actor, ...]
    offices: tuple[Office, ...]
    places: tuple[Place, ...]
    voices: Mapping[str, str]
    named: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    located: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)

    def at(self, sentence: int, token: int) -> tuple[str, ...]:
        """Return the ids of the actors that the noun phrase headed by this token stands for; empty when it names none."""
        return self.named.get((sentence, token), ())

    def place_at(self, sentence: int, token: int) -> tuple[str, ...]:
        """Return the ids of the places (or states as territory) that the phrase headed by this token names."""
        return self.located.get((sentence, token), ())

    def actor(self, actor_id: str) -> Actor:
        """Return the actor with this id; KeyError when there is none."""
        for actor in self.actors:
            if actor.actor_id == actor_id:
                return actor
        raise KeyError(actor_id)
