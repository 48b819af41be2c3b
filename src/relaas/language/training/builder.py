"""Words and fragments -> a sentence with its tree.

A builder places words one after another and hangs them later: a word's place in the sentence is often known before its head.
Refuses to finish a sentence in which a word hangs nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from relaas.language.training.fragments import Fragment, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_NO_SPACE_BEFORE = frozenset(".,:?!”’)")
_NO_SPACE_AFTER = frozenset("“‘(")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that reports: its forms (present and past, singular and plural, participle), particle, fixed words, person."""

    verb: str
    forms: tuple[str, ...]
    particle: str = ""
    words: tuple[tuple[str, str, str], ...] = ()
    person: str = ""

    @property
    def lemma(self) -> str:
        """Return the lemma of a joined form."""
        return self.particle + self.verb


class Builder:
    """A sentence in the making."""

    def __init__(self) -> None:
        """Begin an empty sentence."""
        self._words: list[dict[str, Any]] = []

    def count(self) -> int:
        """Return how many words were placed."""
        return len(self._words)

    def word(self, text: str, dep: str, head: int | None = None) -> int:
        """Place a word of a frame, without tags; return its place."""
        self._words.append({"text": text, "pos": "", "tag": "", "lemma": "", "morph": None, "dep": dep, "head": head})
        return len(self._words) - 1

    def place(self, fragment: Fragment, dep: str, head: int | None = None) -> int:
        """Place a fragment; return the place of its head word, which gets the label `dep`."""
        base = len(self._words)
        at = base
        for n, w in enumerate(fragment.words):
            own = w.head < 0
            at = base + n if own else at
            self._words.append({
                "text": w.text, "pos": w.pos, "tag": w.tag, "lemma": w.lemma, "morph": w.morph if w.pos else None,
                "dep": dep if own else w.dep, "head": head if own else base + w.head,
            })  # fmt: skip
        return at

    def splice(self, clause: Fragment, at: int, source: Callable[[], int]) -> int:
        """Place a fragment with another piece before its word `at`, hung on its head; return the place of that head."""
        parts = clause.words
        places: dict[int, int] = {}
        hung = None
        for n, w in enumerate(parts):
            if n == at:
                hung = source()
            places[n] = self.place(Fragment((replace(w, head=-1),)), w.dep)
        if at >= len(parts):
            hung = source()
        root = next(n for n, w in enumerate(parts) if w.head < 0)
        for n, w in enumerate(parts):
            if w.head >= 0:
                self.attach(places[n], places[w.head])
        self.hang([hung], places[root])
        return places[root]

    def attach(self, at: int, head: int, dep: str = "") -> None:
        """Hang a word on another one, under a label of its own if one is given."""
        self._words[at]["head"] = head
        if dep:
            self._words[at]["dep"] = dep

    def hang(self, places: Iterable[int | None], head: int) -> None:
        """Hang every word that is there on `head`."""
        for at in places:
            if at is not None:
                self.attach(at, head)

    def rehang(self, places: Iterable[int], old: int, new: int) -> None:
        """Hang on `new` what hung on `old` among these places."""
        for at in places:
            if self._words[at]["head"] == old:
                self.attach(at, new)

    def verb(self, cue: Cue, *, plural: bool, past: bool, joined: bool = False) -> int:
        """Place the finite form of a cue, with its particle before it in a subordinate clause."""
        form = cue.forms[2 * past + plural]
        stem_in_t = cue.verb.removesuffix("en").endswith("t") or form in {"is", "kan"}
        present = "mv" if plural else "ev" if stem_in_t else "met-t"
        tag = f"WW_pv_verl_{'mv' if plural else 'ev'}" if past else f"WW_pv_tgw_{present}"
        features = f"Number={'Plur' if plural else 'Sing'}|Tense={'Past' if past else 'Pres'}|VerbForm=Fin"
        return self._cue(cue.particle + form if joined else form, tag, cue.lemma if joined else cue.verb, features)

    def participle(self, cue: Cue) -> int:
        """Place the past participle."""
        return self._cue(cue.forms[4], "WW_vd_vrij_zonder", cue.lemma, "VerbForm=Part")

    def infinitive(self, cue: Cue, *, te: bool = False) -> int:
        """Place the infinitive, `te` before it if asked (between particle and verb: *aan te geven*)."""
        if not te:
            return self._cue(cue.lemma, "WW_inf_vrij_zonder", cue.lemma, "VerbForm=Inf")
        particle = self.word(cue.particle, "compound:prt") if cue.particle else None
        mark = self.word("te", "mark")
        verb = self._cue(cue.verb, "WW_inf_vrij_zonder", cue.verb, "VerbForm=Inf")
        self.hang([particle, mark], verb)
        return verb

    def particle(self, cue: Cue) -> int | None:
        """Place the particle of a cue that stands apart, if it has one; it is still to be hung."""
        return self.word(cue.particle, "compound:prt") if cue.particle else None

    def _cue(self, text: str, tag: str, lemma: str, morph: str) -> int:
        self._words.append({"text": text, "pos": "VERB", "tag": tag, "lemma": lemma, "morph": morph, "dep": "ROOT", "head": None})
        return len(self._words) - 1

    def stop(self, root: int, mark: str = ".") -> None:
        """Close the sentence: `root` is its root, a full stop (or another mark) at its end."""
        self._words[root]["dep"] = "ROOT"
        self._words[root]["head"] = root
        self.word(mark, "punct", root)

    def finish(self, vocab: Vocab) -> Doc:
        """Return the sentence as a Doc."""
        from spacy.tokens import Doc

        rows = self._words
        texts = [w["text"] for w in rows]
        first = next(n for n, t in enumerate(texts) if t[0].isalnum() or t[0] in "'’")
        texts[first] = texts[first][0].upper() + texts[first][1:]
        after = [*texts[1:], ""]
        spaces = [t not in _NO_SPACE_AFTER and n not in _NO_SPACE_BEFORE and n != "" for t, n in zip(texts, after, strict=True)]
        heads = [w["head"] for w in rows]
        if None in heads:
            raise ValueError(f"a word hangs nowhere: {texts}")
        doc = Doc(
            vocab, words=texts, spaces=spaces, heads=heads, deps=[w["dep"] for w in rows], pos=[w["pos"] for w in rows],
            tags=[w["tag"] for w in rows], lemmas=[w["lemma"] for w in rows], sent_starts=[n == 0 for n in range(len(rows))],
        )  # fmt: skip
        for token, row in zip(doc, rows, strict=True):
            if row["morph"] is not None:
                cast(Any, token).set_morph(row["morph"])
        return doc


def cues(table: dict[str, Any]) -> dict[str, list[Cue]]:
    """Return the verbs of `frames.yaml` by what they take."""
    out: dict[str, list[Cue]] = {}
    for kind in ("dat", "of", "acts"):
        out[kind] = [Cue(key.partition("+")[2] or key, tuple(forms), _particle(key)) for key, forms in table[kind].items()]
    for kind in ("asks", "blames"):
        out[kind] = [
            Cue(key.partition("+")[2] or key, tuple(row["forms"]), _particle(key), person=row["person"])
            for key, row in table[kind].items()
        ]
    out["phrases"] = [
        Cue(
            row["verb"], tuple(row["forms"]), row.get("particle", ""), tuple((str(w), str(d), str(h)) for w, d, h in row["words"])
        )
        for row in table["phrases"]
    ]
    return out


def _particle(key: str) -> str:
    return key.partition("+")[0] if "+" in key else ""


def phrase(text: str, *, plural: bool = False) -> Fragment:
    """Return a noun phrase `[det] [adjective] noun [van [det] ... noun]` as a fragment without tags.

    >>> [(w.text, w.dep, w.head) for w in phrase("de minister van Justitie").words]
    [('de', 'det', 1), ('minister', '', -1), ('van', 'case', 3), ('Justitie', 'nmod', 1)]
    """
    words = text.split()
    cut = words.index("van") if "van" in words else len(words)
    head = cut - 1
    out = [_part(w, head if n < head else -1) for n, w in enumerate(words[:cut])]
    last = len(words) - 1
    for n in range(cut, len(words)):
        dep = "case" if words[n] == "van" else _part(words[n], last).dep
        out.append(_bare(words[n], "nmod", head) if n == last else _bare(words[n], dep, last))
    return Fragment(tuple(out), plural)


def _part(word: str, head: int) -> Word:
    dep = "" if head < 0 else "det" if word in {"de", "het", "een", "beide"} else "amod"
    return _bare(word, dep, head)


def _bare(word: str, dep: str, head: int) -> Word:
    return Word(word, "", "", "", "", dep, head, space=True)


def holders(table: dict[str, Any]) -> list[Fragment]:
    """Return the noun phrases of `frames.yaml` that can speak."""
    singular = [phrase(t) for t in table["singular"]]
    return [*singular, *(phrase(t, plural=True) for t in table["plural"])]
