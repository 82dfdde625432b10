"""Words that point back: «التنظيم», «الوزارة», «الشبكة ذاتها», «المصدر», "the group".

The party meant is the nearest one named before whose words or caption hold the noun («الشبكة» after «شبكة فرات بوست»), else
the one that the text's theatre settles («التنظيم» in Syria), else the nearest of a fitting kind. Where nothing fits the
words mean nobody: a wrong party is worse than none. «الحكومة» and «وزارة الصحة» are the one such body that the text names
before them, else one of a state that is not said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import table
from claims.slots.party.nations import is_body
from claims.slots.party.phrases import cut
from claims.slots.party.reading import Mention, Reading, mentioned
from claims.slots.party.trie import arabic
from claims.text.shadow import fold

if TYPE_CHECKING:
    from claims.slots.party.entries import Entry
    from claims.slots.party.trie import Match, Sense

_FARTHEST = 250
_MINISTRY = "ministry"
_SEATS = frozenset({"في", "فى", "ب", "لدي", "التابعه", "بحكومه"})
_TOLD = frozenset({"told", "tells", "telling"})
_SPEAKING = frozenset({"", "role", "reference", "unlisted", "person"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One row of ``party_references.toml``, folded."""

    heads: frozenset[str]
    kinds: frozenset[str]
    otherwise: str
    theatres: tuple[str, ...]
    speaking: bool
    body: str = ""


@cache
def references() -> tuple[Reference, ...]:
    """All words that point back, in the order of the data file."""
    return tuple(
        Reference(
            heads=frozenset(form for head in row["heads"] for form in _both(fold(head))),
            kinds=frozenset(row["kinds"]),
            otherwise=row.get("else", ""),
            theatres=tuple(row.get("theatres", ())),
            speaking=row.get("speaking", False),
            body=row.get("body", ""),
        )
        for row in table("references")["reference"]
    )


@cache
def _same() -> frozenset[tuple[str, ...]]:
    return frozenset(cut(word) for word in table("references")["same"]["ar"])


def refer(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    """The mention of whom the words that begin at ``at`` point back to, None when it cannot be settled."""
    end = match.end
    if sense.case and not reading.allowed(sense, at, end):
        return None
    reference = references()[int(sense.key)]
    if _qualified(reading, end) or (reference.body and _seated(reading, at, end)):
        return None
    entry, name = _antecedent(reading, reference, at)
    if entry is None or (reading.words[at] == "the" and _of_a_name(reading, at + 1, end)):
        return None
    for length in (2, 1):
        if tuple(reading.words[end : end + length]) in _same():
            end += length
            break
    tail = reading.possessive(end)
    return mentioned(at, end, entry, match.start.cut, tail, name=name, group="reference")


def by_name_alone(sense: Sense) -> bool:
    """Whether words that point back mean nobody but a party whose name holds them: "the Coalition", not "the army"."""
    reference = references()[int(sense.key)]
    return not (reference.kinds or reference.otherwise or reference.body)


def _qualified(reading: Reading, end: int) -> bool:
    """Whether what follows makes the word the beginning of another name: «الهيئة العامة», «الحزب الشيوعي», "the army of the north", not "accused the army of shelling"."""
    word, follows = reading.words[end - 1], reading.words[end]
    if follows == "of":
        return not reading.words[end + 1].endswith("ing")
    if not follows.startswith("ال") or (follows,) in _same():
        return False
    return follows.endswith("ه") if word.endswith("ه") else follows.endswith("ي")


def _of_a_name(reading: Reading, at: int, end: int) -> bool:
    """Whether the noun behind an article begins the longer name of somebody else: "the Government Media Office"."""
    return any(match.names and match.end > end for match in reading.matches(at))


def _seated(reading: Reading, at: int, end: int) -> bool:
    """Whether a seat behind a body, or a name before it, says whose it is: «وزارة الصحة في إدلب», "Tigray Health Ministry".

    "Ministry of Health" with its capitals is a name as it stands (`claims.slots.party.unlisted_english`).
    """
    if arabic(reading.words[at]):
        return reading.words[end] in _SEATS
    before = reading.words[at - 1]
    if not reading.large(at):
        return False
    of_name = reading.large(at - 1) and before != "the"
    return of_name or reading.words[end - 1] != _MINISTRY


def _bodies(reading: Reading, reference: Reference) -> Entry | None:
    """The one body of this kind that was named before, if there is exactly one."""
    named = {
        mention.entry.id: mention.entry
        for mention in reading.found
        if mention.entry is not None and is_body(mention.entry.id, reference.body)
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _antecedent(reading: Reading, reference: Reference, at: int) -> tuple[Entry | None, str]:
    if reference.body:
        return _bodies(reading, reference) or _otherwise(reading, reference), ""
    fitting: tuple[Entry | None, str] = (None, "")
    for place in range(len(reading.found) - 1, -1, -1):
        mention = reading.found[place]
        entry = mention.entry
        if entry is None or at - mention.end > _FARTHEST:
            break
        if reference.speaking and not _speaks(reading, place):
            continue
        if _holds(reading, mention, entry, reference.heads):
            return entry, "" if entry.id else mention.name
        if fitting[0] is None and entry.kind in reference.kinds:
            fitting = entry, "" if entry.id else mention.name
    otherwise = _otherwise(reading, reference)
    return (otherwise, "") if otherwise else fitting


def _speaks(reading: Reading, place: int) -> bool:
    """Whether a mention can be a source: no thing, and not only spoken to («قال مصدر عسكري لوكالة سانا», "sources told SANA")."""
    mention = reading.found[place]
    if mention.group not in _SPEAKING:
        return False
    before = mention.first - 1 - (reading.words[mention.first - 1] == "the")
    if place > 0 and reading.words[before] in _TOLD:
        return False
    spoken_to = reading.words[mention.first].startswith("ل") and place > 0
    return not (spoken_to and mention.first - reading.found[place - 1].end <= 1)


def _holds(reading: Reading, mention: Mention, entry: Entry, heads: frozenset[str]) -> bool:
    """Whether one of ``heads`` stands in the words of a mention or in the captions of its party."""
    return not (
        heads.isdisjoint(_captions(entry.ar, entry.en))
        and heads.isdisjoint(reading.words[mention.first : mention.end])
    )


@lru_cache(maxsize=2048)
def _captions(ar: str, en: str) -> frozenset[str]:
    return frozenset([*cut(ar), *cut(en)])


def _otherwise(reading: Reading, reference: Reference) -> Entry | None:
    if not reference.otherwise or not reading.plays(reference.theatres):
        return None
    return reading.lexicon.entry(reference.otherwise)


def _both(word: str) -> tuple[str, ...]:
    return (word, word.removeprefix("ال"), "ال" + word.removeprefix("ال"))
