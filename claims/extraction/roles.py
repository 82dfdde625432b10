"""Who does it and to whom: parties of a clause become actors and targets.

A party is what it is done to when a word of aiming stands before it (على، ضد, against), or when it follows a verb that
aims and somebody else already does it. It does it when a word of agency stands before it (من قبل, by), when it
follows a noun of action directly (غارات التحالف), or when it is the subject. What is joined by و shares the role of
what it is joined to. A party that nothing places has no role.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from claims.extraction.clauses import Clause
from claims.extraction.lexicon import kinds, load
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.triggers import Trigger
from claims.model import Party, Place
from claims.text.shadow import fold
from claims.text.tokens import tokens

_DONE_TO = frozenset({"casualties", "damage", "arrest", "displacement"})
_AIMED = frozenset({"strike", "clash", "damage"})
_MARKER_LENGTHS = (2, 1)
_LIST_GAP = 2
_WEIGHTY = 40
_REACH = 12
_BEARING = 12
_OBJECT_REACH = 6
_PLACING = frozenset({"في", "قرب", "بالقرب", "داخل", "شمال", "جنوب", "شرق", "غرب", "in", "near"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one clause by what they do."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class _Markers:
    agent: frozenset[tuple[str, ...]]
    target: frozenset[tuple[str, ...]]
    undergo: frozenset[tuple[str, ...]]
    flying: tuple[str, ...]
    agentive: frozenset[str]


@cache
def _markers() -> _Markers:
    data = load("roles.toml")

    def cut(name: str) -> frozenset[tuple[str, ...]]:
        return frozenset(
            tokens(phrase).words for lang in ("ar", "en") for phrase in data[lang][name]
        )

    flying = tuple(fold(word) for lang in ("ar", "en") for word in data[lang]["flying"])
    return _Markers(
        cut("agent"), cut("target"), cut("undergo"), flying, frozenset(data["parties"]["agentive"])
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    """One clause and the roles given out so far; the two lists grow as parties are placed."""

    mentions: Mentions
    clause: Clause
    parties: tuple[Party, ...]
    actors: list[Party]
    targets: list[Party]

    @property
    def words(self) -> tuple[str, ...]:
        return self.mentions.tokens.words


def assign(mentions: Mentions, clause: Clause, places: tuple[Place, ...]) -> Roles:
    """The roles of the parties in a clause; parties inside of place names have none."""
    taken = tuple(place.span for place in places)
    inside = within(mentions.parties, mentions.span(clause.tokens))
    parties = tuple(p for p in inside if not any(t.covers(p.span) for t in taken))
    scene = _Scene(mentions, clause, parties, [], [])
    before: tuple[Range, list[Party]] | None = None
    for party in parties:
        here = mentions.range(party.span)
        group = _joined_to(scene.words, before, here)
        if group is None:
            group = _placed(scene, party, here)
        if group is not None:
            group.append(party)
        before = (here, group) if group is not None else None
    return Roles(_once(scene.actors), _once(scene.targets))


def _once(parties: list[Party]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.id or fold(party.name), party)
    return tuple(kept.values())


def _joined_to(
    words: tuple[str, ...], before: tuple[Range, list[Party]] | None, here: Range
) -> list[Party] | None:
    if before is None:
        return None
    gap = words[before[0].end : here.first]
    joined = words[here.first].startswith("و") or (gap and gap[-1] in {"و", "and", "،", ","})
    return before[1] if joined and len(gap) <= _LIST_GAP else None


def _placed(scene: _Scene, party: Party, here: Range) -> list[Party] | None:
    """The list a party belongs to, None where nothing places it."""
    marked = _marked(scene.words, scene.clause, here, party)
    if marked:
        return scene.actors if marked == "agent" else scene.targets
    before = _triggers_before(scene.clause, here)
    if not before:
        return _subject(scene, party)
    last = max(before, key=lambda t: (kinds()[t.kind].weight >= _WEIGHTY, t.tokens.first))
    attacks = _can_attack(party) and not scene.actors and last.kind not in _DONE_TO
    if here.first - last.tokens.end <= 1 and attacks and (last.role != "verb" or not last.aims):
        return scene.actors
    if last.kind in _DONE_TO and last.role != "verb":
        return scene.targets
    return _after_verb(scene, last, party) if last.aims or last.kind in _DONE_TO else None


def _triggers_before(clause: Clause, here: Range) -> tuple[Trigger, ...]:
    """The last predicates that begin before a party, or with it; those far before it no longer bear on it."""
    end = bisect_right(clause.triggers, here.first, key=lambda trigger: trigger.tokens.first)
    return clause.triggers[max(0, end - _BEARING) : end]


def _marked(words: tuple[str, ...], clause: Clause, here: Range, party: Party) -> str:
    markers = _markers()
    start = clause.tokens.first
    for length in _MARKER_LENGTHS:
        phrase = words[max(start, here.first - length) : here.first]
        if phrase in markers.agent:
            return "agent"
        if phrase in markers.target and not _flies(party):
            return "target"
    suffered = any(
        words[i : i + len(phrase)] in markers.undergo
        for i in range(max(start, here.first - _REACH), here.first)
        for phrase in markers.undergo
    )
    return "target" if suffered and not _flies(party) else ""


def _subject(scene: _Scene, party: Party) -> list[Party] | None:
    """A party before the first predicate is its subject."""
    if not scene.clause.triggers:
        return None
    first = scene.clause.triggers[0]
    if scene.words[first.tokens.first : first.tokens.end] in _markers().undergo:
        return scene.targets
    if first.kind == "casualties" and not _kills(scene, first, party):
        return scene.targets
    if not _can_attack(party):
        return None
    return None if scene.actors else scene.actors


def _kills(scene: _Scene, verb: Trigger, party: Party) -> bool:
    """Whether the subject of قتل kills rather than dies: an attacker from the air, or somebody before a counted object."""
    if _flies(party) or party.kind == "coalition":
        return True
    after = scene.mentions.span(Range(verb.tokens.first, scene.clause.tokens.end))
    return _can_attack(party) and bool(within(scene.mentions.quantities, after))


def _after_verb(scene: _Scene, verb: Trigger, party: Party) -> list[Party]:
    """A party after a verb that aims is aimed at, unless it is the verb's own subject."""
    deed_before = any(
        t.kind in {"strike", "clash"} and t.role == "noun" and t.tokens.first < verb.tokens.first
        for t in _triggers_before(scene.clause, verb.tokens)
    )
    another = scene.parties[-1] is not party or _object_follows(scene, party)
    direct = verb.role == "verb" and scene.mentions.range(party.span).first == verb.tokens.end
    if (
        direct
        and not deed_before
        and _can_attack(party)
        and not scene.targets
        and (another or _flies(party))
    ):
        return scene.actors
    if (scene.actors or deed_before) and not (_flies(party) and not scene.actors):
        return scene.targets
    own = _flies(party) or party.kind == "coalition"
    if own or (_can_attack(party) and another and verb.kind in _AIMED):
        return scene.actors
    return scene.targets


def _object_follows(scene: _Scene, party: Party) -> bool:
    """Whether a place stands right behind a party: what it is done to (قصفت قوات النظام بلدة سرمين)."""
    end = scene.mentions.range(party.span).end
    stretch = Range(end, min(end + _OBJECT_REACH, scene.clause.tokens.end))
    if stretch.first >= stretch.end or scene.words[end] in _PLACING:
        return False
    found = within(scene.mentions.places, scene.mentions.span(stretch))
    return bool(found) and scene.mentions.range(found[0].span).first == end


def _can_attack(party: Party) -> bool:
    return party.kind in _markers().agentive or _flies(party)


def _flies(party: Party) -> bool:
    words = tokens(party.text).words
    flat = " ".join(words)
    return any(
        word in words or (" " in word and word in flat) or f"ال{word}" in words
        for word in _markers().flying
    )
