"""Words of a header -> the persons it names: members with party, ministers with office, addressees.

Names, parties and offices keep the words of the text; only capitals are lowered (`HIBA FARAJI`), and an office that shares
its head with others gets it back ("de Ministers van X en van Y" -> "Minister van X", "Minister van Y").
Refuses to split an office at an *en* that may belong to its name (`Onderwijs, Cultuur en Wetenschap`).
"""

from __future__ import annotations

import re

from relaas.model import Passage, Person, Span

_HEAD = r"(?:vice)?minister-president|minister|staatssecretaris"
_NEXT = re.compile(rf"(?:(?<!resident),| en) (?:de |het )?(?=(?:{_HEAD})|(?:van|voor) [A-Z])", re.IGNORECASE)
_MEMBER = re.compile(r"(?P<name>[^(),]{2,60}?) ?(?:\((?P<party>[^()]{1,40})\)|(?=,| en |$))")
_FEW_SMALL = 20  # capitals for one small letter
_PARTICLES = frozenset(
    {"de", "van", "der", "den", "het", "en", "in", "voor", "met", "te", "ten", "ter", "belast", "of", "la", "le", "du", "des"}
)


def in_capitals(words: str) -> bool:
    """Tell whether words are set in capitals: letters, none of them small."""
    return words.upper() == words and sum(c.isalpha() for c in words) > 3


def mostly_capitals(text: str) -> bool:
    r"""Tell whether a whole text is set in capitals, so that capitals say nothing of a line.

    >>> mostly_capitals("DE BUS RIJDT NIET. WAAROM?"), mostly_capitals("VAN JAN PEETERS\nDe bus rijdt niet.")
    (True, False)
    """
    small = sum(c.islower() for c in text)
    return small * _FEW_SMALL < sum(c.isupper() for c in text)


def cased(name: str) -> str:
    """Return a name set in capitals as it is usually written.

    >>> cased("SANNE VAN LOOY"), cased("Jo Brouns")
    ('Sanne Van Looy', 'Jo Brouns')
    """
    if not in_capitals(name):
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), " ".join(name.split()))


def cased_office(office: str) -> str:
    """Return an office set in capitals as it is usually written.

    >>> cased_office("VLAAMS MINISTER VAN OMGEVING EN LANDBOUW")
    'Vlaams minister van Omgeving en Landbouw'
    """
    office = " ".join(office.split())
    if not in_capitals(office):
        return office
    lowered = re.sub(
        r"[^\W\d_]+",
        lambda m: m[0].lower() if m[0].lower() in _PARTICLES | {"minister", "president", "viceminister"} else m[0].capitalize(),
        office,
    )
    return lowered[0].upper() + lowered[1:]


def author(value: str, start: int) -> tuple[Person, ...]:
    """Return the person of "Name, PARTY", where `start` is the offset of the value."""
    name, comma, party = value.rpartition(",")
    if not comma:
        name, party = value, ""
    name = name.strip()
    return (Person(name, party.strip() or None, span=Span(start, start + len(name))),) if name else ()


def members(passage: Passage, start: int, end: int) -> tuple[Person, ...]:
    """Return the members in "het lid X (P)" or "de leden X (P), Y (Q) en Z (R)"; "(beiden P)" counts for all before it."""
    words = passage.text[start:end]
    lead = re.match(r"(?:het lid|de leden) ", words)
    at = lead.end() if lead else 0
    out: list[Person] = []
    pending: list[tuple[str, Span]] = []
    while at < len(words):
        glue = re.compile(r"[ ,]*(?:en (?=[^a-z]|[a-z]{1,3} ))?").match(words, at)
        at = glue.end() if glue else at
        match = _MEMBER.match(words, at)
        if match is None or match.end() == at:
            break
        name = match["name"].strip()
        if name:
            pending.append(
                (name, passage.span(start + match.start("name"), start + match.start("name") + len(match["name"].rstrip())))
            )
        party = match["party"]
        if party:
            shared = re.match(r"(?:beiden|allen) (?:van )?", party)
            party = party[shared.end() :] if shared else party
            out.extend(Person(n, party.strip(), span=s) for n, s in pending)
            pending = []
        at = match.end()
    out.extend(Person(n, span=s) for n, s in pending)
    return tuple(out)


def addressees(passage: Passage, start: int, end: int) -> tuple[Person, ...]:
    """Return the offices addressed in "de Ministers van X en van Y", "de Staatssecretaris en de Minister van Z"."""
    words = passage.text[start:end]
    pieces: list[tuple[int, int]] = []
    at = 0
    for match in _NEXT.finditer(words):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, len(words)))
    out: list[Person] = []
    head = "Minister"
    rest = ""
    for first, last in reversed(pieces):
        words_of = re.sub(r"^(?:de|het) ", "", words[first:last])
        skipped = last - first - len(words_of)
        if re.fullmatch(rf"(?:{_HEAD})", words_of, re.IGNORECASE) and rest and "president" not in words_of.lower():
            words_of_full = f"{words_of} {rest}"
        else:
            words_of_full = words_of
            found = re.match(rf"(?:{_HEAD})(?:s|sen)? (?P<rest>(?:van|voor) .*)", words_of, re.IGNORECASE)
            rest = found["rest"] if found else rest
        out.append(Person(office=words_of_full, span=passage.span(start + first + skipped, start + last)))
    full: list[Person] = []
    for person in reversed(out):
        office = person.office or ""
        found = re.match(rf"(?P<head>{_HEAD})(?P<many>s|sen)? (?=van|voor)", office, re.IGNORECASE)
        if found:
            head = found["head"].removesuffix("s") if found["many"] else found["head"]
            head = {"staatssecretari": "staatssecretaris", "Staatssecretari": "Staatssecretaris"}.get(head, head)
            office = head + office[found.end() - 1 :]
        elif office.startswith(("van ", "voor ")):
            office = f"{head} {office}"
        full.append(Person(office=office, span=person.span))
    return tuple(full)


def ministers(passage: Passage, start: int, end: int, *, addressed: tuple[Person, ...] = ()) -> tuple[Person, ...]:
    """Return who answers in "Minister X (Y), mede namens de Minister van Z": the signer by name, the others by office.

    The text gives the signer's field only; where an office addressed has that field, it tells *van* from *voor*.
    """
    words = passage.text[start:end]
    match = re.match(rf"(?P<head>{_HEAD}) (?P<name>[^()]{{2,60}}?) ?\((?P<field>[^()]{{2,160}})\)", words, re.IGNORECASE)
    if match is None:
        return ()
    known = {re.sub(r"^(?:van|voor) ", "", (p.office or "").partition(" ")[2]): p.office for p in addressed}
    office = f"{match['head']} van {match['field']}"
    same = known.get(match["field"])
    if same and re.match(rf"{match['head']} (?:van|voor) ", same, re.IGNORECASE):
        office = same
    out = [Person(match["name"], office=office, span=passage.span(start + match.start("name"), start + match.end("name")))]
    also = re.search(r"(?:mede|ook) namens (?P<others>.+)$", words)
    if also:
        out += addressees(passage, start + also.start("others"), end)
    return tuple(out)
