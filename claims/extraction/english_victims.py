"""Whom an English loss befell where the figures alone do not say it.

*Thirty children were among those killed* counts thirty killed, not thirty persons; *a 61-year-old woman died* and *among the dead was
a nurse* count one. What a person is (*a boy*: a child) is read as the quantity module reads it. Lists of single persons are left
uncounted.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from claims.extraction.clauses import Clause
from claims.extraction.lexicon import load, look_up
from claims.extraction.mentions import Mentions
from claims.extraction.triggers import Trigger
from claims.model import Party, Quantity, Span
from claims.slots.quantity import find_quantities
from claims.text.shadow import fold

_UNTOLD = frozenset({"persons", "members"})
_BESIDE = 3
_HURT = frozenset({"killed", "injured", "casualties"})
_DEEDS = frozenset({"strike", "clash"})
_TELLING = frozenset({"verb", "light", "noun"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_LONGEST = 8
_AMONG_REACH = 6
_SIDE_REACH = 2
_OTHERS = frozenset({"them", "whom", "those", "and", ","})
"""Words behind *among* by which the figure behind it is no whole of who stands before."""
_ORIGIN = 4
_BY_LAST = frozenset({"among", "shot"})
_AGED = (("in", "his"), ("in", "her"), ("in", "their"))
_AGE = ("-", "year", "old", "month", "week", "day")


def fated(
    mentions: Mentions, clause: Clause, kind: str, found: tuple[Quantity, ...]
) -> tuple[Quantity, ...]:
    """The figures of an English clause of loss: persons counted as what befell them all, () left as they are elsewhere."""
    if kind == "displacement" and _english(mentions, clause):
        moved = _words("moved").intersection(
            mentions.tokens.words[t.tokens.first] for t in clause.triggers
        )
        return tuple(_moved(one) for one in found) if moved else found
    if kind != "casualties" or not _english(mentions, clause):
        return found
    fates = {fate for trigger in _losses(clause) if (fate := _fate(mentions, trigger))}
    if len(fates) != 1:
        return found
    fate = next(iter(fates))
    read: list[Quantity] = []
    for one in found:
        if one.unit in _UNTOLD and _does_it(mentions, clause, one, found):
            read.append(one)
        elif one.unit in _UNTOLD or (
            one.unit == "displaced" and _beside_loss(mentions, clause, one)
        ):
            whole = _whole(mentions, read, one, fate)
            read.append(replace(one, unit=fate, total=one.total or whole))
        else:
            read.append(one)
    return tuple(read)


def in_english_loss(
    mentions: Mentions, kind: str, targets: tuple[Party, ...], counted: tuple[Quantity, ...]
) -> tuple[Party, ...]:
    """Whom an English loss befell: nobody loses a vehicle's life, and who was *among* a figure is not all of it (children were *among 14* killed)."""
    if kind != "casualties":
        return targets
    words = mentions.tokens.words
    return tuple(
        one
        for one in targets
        if not words[mentions.token_at(one.span.start)].isascii()
        or not (one.kind == "object" or _part_of(mentions, one, counted))
    )


def one_sided(mentions: Mentions, kind: str, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who brought an English loss about: nobody by name where only one side of a fight is told (fighting *between the army* and gunmen has left dozens dead)."""
    words = mentions.tokens.words
    if kind != "casualties" or len(actors) != 1:
        return actors
    first = mentions.token_at(actors[0].span.start)
    return () if "between" in words[max(0, first - _SIDE_REACH) : first] else actors


def _part_of(mentions: Mentions, one: Party, counted: tuple[Quantity, ...]) -> bool:
    """Whether *among* stands between people and the figure that counts them with others."""
    here = mentions.range(one.span)
    behind = (mentions.token_at(q.span.start) for q in counted if q.span.start >= one.span.end)
    between = mentions.tokens.words[here.end : min(behind, default=here.end)]
    told = len(between) <= _AMONG_REACH and "among" in between
    return told and _OTHERS.isdisjoint(between[between.index("among") :])


def counts_deed(one: Quantity) -> bool:
    """Whether a figure of people counts an English deed that hurt them (*one strike killed* 18)."""
    if one.unit not in _HURT or one.low != 1:
        return False
    words = fold(one.text).split()
    nouns = (look_up("predicates", word) for word in words[1:] if word.isascii())
    return any(each.role == "noun" and each.kind in _DEEDS for found in nouns for each in found)


def _beside_loss(mentions: Mentions, clause: Clause, one: Quantity) -> bool:
    """Whether a figure stands right before or right behind a verb of loss (*three displaced people* were shot dead)."""
    here = mentions.range(one.span)
    return any(
        0 <= t.tokens.first - here.end <= _BESIDE or 0 <= here.first - t.tokens.end <= 1
        for t in _losses(clause)
        if t.role != "noun"
    )


def _does_it(
    mentions: Mentions, clause: Clause, one: Quantity, found: tuple[Quantity, ...]
) -> bool:
    """Whether those counted right before a verb of loss did it to others counted behind it (*two bombers* killed 43)."""
    end = mentions.range(one.span).end
    verb = next((t for t in _losses(clause) if t.role == "verb" and t.tokens.first == end), None)
    return verb is not None and any(
        q.unit in _HURT and mentions.range(q.span).first >= verb.tokens.end for q in found
    )


def _whole(mentions: Mentions, read: list[Quantity], one: Quantity, fate: str) -> Span | None:
    """The total that a figure behind a colon breaks down (15 people were killed: *6 men*, …), None where it is none."""
    before = next((q for q in reversed(read) if q.unit == fate and q.total is None), None)
    if before is None:
        return None
    gap = mentions.document.text[before.span.end : one.span.start]
    return before.span if ":" in gap and "." not in gap else None


def _moved(one: Quantity) -> Quantity:
    return replace(one, unit="displaced") if one.unit in _UNTOLD | {"", "killed"} else one


def english_single(mentions: Mentions, clause: Clause, kind: str) -> tuple[Quantity, ...]:
    """The figure *one* for a single person right before or behind an English verb of loss, () for none."""
    if kind != "casualties" or not _english(mentions, clause):
        return ()
    for trigger in _losses(clause):
        fate = _fate(mentions, trigger)
        found = fate and (_behind(mentions, clause, trigger) or _ahead(mentions, clause, trigger))
        if fate and found:
            first, end, of = found
            text, span = mentions.tokens.quote(first, end), mentions.tokens.span(first, end)
            return (Quantity(1, 1, False, False, False, fate, of, text, span),)
    return ()


def _english(mentions: Mentions, clause: Clause) -> bool:
    words = mentions.tokens.words[clause.tokens.first : clause.tokens.end]
    return next((word.isascii() for word in words if word.isalpha()), False)


def _losses(clause: Clause) -> tuple[Trigger, ...]:
    return tuple(t for t in clause.triggers if t.kind == "casualties" and t.role in _TELLING)


def _fate(mentions: Mentions, trigger: Trigger) -> str:
    """The unit that a verb of loss counts in (``killed``), "" where it may be several."""
    words = mentions.tokens.words[trigger.tokens.first : trigger.tokens.end]
    last, first = words[-1], words[0]
    for fate, forms in _fates().items():
        if (last if first in _BY_LAST else first) in forms:
            return fate
    return ""


@cache
def _fates() -> dict[str, frozenset[str]]:
    return {fate: frozenset(forms) for fate, forms in load("figures.toml")["fates"].items()}


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("figures.toml")["english"][group])


def _behind(mentions: Mentions, clause: Clause, trigger: Trigger) -> tuple[int, int, str] | None:
    """A person right behind the verb (killing *a 10-year-old boy*; among the dead was *a nurse*)."""
    words, first = mentions.tokens.words, trigger.tokens.end
    while first < clause.tokens.end and words[first] in _words("between"):
        first += 1
    if first >= clause.tokens.end or words[first] not in _INDEFINITE | _words("definite"):
        return None
    return _person(words, first, min(clause.tokens.end, first + _LONGEST))


def _ahead(mentions: Mentions, clause: Clause, trigger: Trigger) -> tuple[int, int, str] | None:
    """A person right before the verb (*a 7-year-old girl* was killed; *a girl of nine* died)."""
    words, end = mentions.tokens.words, trigger.tokens.first
    while end > clause.tokens.first and words[end - 1] in _words("between"):
        end -= 1
    low = max(clause.tokens.first, end - _LONGEST)
    for first in range(end - 1, low - 1, -1):
        if words[first] in {"and", ",", "or"}:
            return None
        if words[first - 1 : first + 1] in _AGED or words[first - 2 : first] == ("one", "of"):
            continue
        if words[first : first + 2] == ("one", "of"):
            passive = end < trigger.tokens.first or words[end] == "died"
            return (first, end, "") if passive and all(map(str.isalpha, words[first:end])) else None
        if words[first] in _INDEFINITE | _words("definite"):
            found = _person(words, first, end)
            joined = first > clause.tokens.first and words[first - 1] in {"and", "or"}
            whole = found is not None and _closes(words, found[1], end)
            return found if whole and not joined else None
    return None


def _closes(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether nothing but an age or where somebody is from stands between a person and the verb (a girl *of nine*, a man *in his forties*)."""
    rest = words[index:end]
    if not rest or (rest[0] in {"of", "aged"} and len(rest) <= len(("of", "nine"))):
        return True
    from_there = rest[0] == "from" or rest[:2] in _AGED
    return from_there and len(rest) <= _ORIGIN and all(map(str.isalpha, rest))


def _person(words: tuple[str, ...], first: int, end: int) -> tuple[int, int, str] | None:
    """The noun of a person behind an article, with what it is; adjectives and an age may stand between."""
    for index in range(first + 1, end):
        word = words[index]
        if not (word.isalnum() or word == "-"):
            return None
        if index + 1 < end and words[index + 1] == "-":
            continue
        of = _kind_of(word) if word.isalpha() and word not in _AGE else None
        if of is None:
            if word in _words("never"):
                return None
            continue
        after = index + 1
        if after < len(words) and words[after].isalpha() and _kind_of(words[after]) is not None:
            continue
        return first, after, of
    return None


@lru_cache(maxsize=4096)
def _kind_of(noun: str) -> str | None:
    """What one person of a noun is counted as (``child`` for *girl*), None where it names no one person."""
    found = find_quantities(f"one {noun} was killed")
    alone = len(found) == 1 and found[0].low == 1 and found[0].high == 1
    whole = alone and found[0].unit == "killed" and found[0].text.endswith(noun)
    if whole:
        return found[0].of
    return "" if noun in _words("persons") else None
