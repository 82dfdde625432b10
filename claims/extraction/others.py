"""Whom a figure counts that leaves it to the figure before: *three civilians were killed and five others injured*."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from claims.extraction.laid import Laid
from claims.extraction.lexicon import load
from claims.model import Quantity, Span
from claims.slots.quantity import find_quantities
from claims.text.shadow import fold
from claims.text.tokens import Tokens, where

_REACH = 60
_FARTHER = 90
_AT = frozenset({"in", "near", "at"})
_JOINING = frozenset({"and", ","})
_ENDS = frozenset(".\n؛;")
_SUMS = frozenset({"total", "toll", "number", "tally", "count"})
_BRINGING = frozenset(
    {
        "bringing",
        "brings",
        "brought",
        "put",
        "puts",
        "putting",
        "taking",
        "takes",
        "raising",
        "raises",
        "pushing",
    }
)
_ADJECTIVES = 3
_LISTED = 2
_SINCE = 12
_BEFALLEN = frozenset({"killed", "injured", "wounded", "hurt"})
_OF_WOMEN = "اخريات"
"""How others are written who are women as those before them are: *others* behind one woman are people."""
_ADDED_UP = frozenset({"to", "at"})
_OF_SEX_OR_AGE = frozenset({"woman", "child"})
_MIXED = frozenset({"others", "other"})
"""English words that count people of either sex and any age: *others* hurt beside two women may be men."""


def others_of(cut: Tokens, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures with *others* counted as those of the last full figure before them in the sentence.

    Only people hurt are counted so, and only within 60 characters without a full stop between. Where parts of a figure say of whom
    it is (six others, *among them two civilians*), the figure before does not.
    """
    found: list[Quantity] = []
    before: Quantity | None = None
    mixed = False
    parted = {one.total for one in quantities if one.of}
    for quantity in quantities:
        one = quantity
        if (
            before is not None
            and not mixed
            and _continues(cut, before, quantity)
            and quantity.span not in parted
        ):
            one = replace(quantity, of=before.of)
        if one.unit in _people() and one.of and one.total is None:
            mixed = before is not None and _listed(cut, before, one)
            before = one
        found.append(one)
    return tuple(found)


def with_noun_behind(cut: Tokens, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The English figures that leave their noun to the one behind *and* (killed 3 *and injured 15 civilians*), with whom it counts."""
    if not any(one.of and one.unit in _people() for one in quantities):
        return quantities
    found = list(quantities)
    for index, (one, after) in enumerate(pairwise(quantities)):
        bare = one.unit in _people() and not one.of and one.total is None
        if not (bare and after.of and after.unit in _people() and after.unit != one.unit):
            continue
        gap = cut.shadow.raw[one.span.end : after.span.start].lower().split()
        number = len(one.text.split()) == 1 and one.text.isascii()
        if number and len(gap) == _LISTED and gap[0] == "and" and gap[1] in _BEFALLEN:
            found[index] = replace(one, of=after.of)
    return tuple(found)


def _listed(cut: Tokens, before: Quantity, one: Quantity) -> bool:
    """Whether two English figures of different people stand together (*a woman and her three children*): others are of neither."""
    gap = cut.shadow.raw[before.span.end : one.span.start].split()
    joined = 0 < len(gap) <= _LISTED and gap[0] in _JOINING
    return joined and before.of != one.of and before.unit == one.unit


def with_places(cut: Tokens, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures with the English numbers that count the same elsewhere (70 were killed in Homs *and 30 in Hama*)."""
    words = cut.words
    found: list[Quantity] = []
    known = Laid(quantities)
    for index in where(words, _AT, 2, len(words) - 1):
        if words[index - 2] not in _JOINING or not _number(words[index - 1]):
            continue
        number, span = _number(words[index - 1]), cut.span(index - 1, index)
        last = (one for one in (known.closed_before(span.start), *found[-1:]) if one is not None)
        counted = max(last, key=lambda q: q.span.end, default=None)
        taken = bool(known.over(span))
        named = cut.quote(index + 1, index + 2)[:1].isupper() or words[index + 1] == "the"
        if counted is None or taken or not named or counted.unit not in _people():
            continue
        gap = cut.shadow.raw[counted.span.end : span.start]
        if len(gap) <= _FARTHER and _ENDS.isdisjoint(gap):
            text = cut.quote(index - 1, index)
            found.append(
                replace(
                    counted,
                    low=number,
                    high=number,
                    low_open=False,
                    high_open=False,
                    approximate=False,
                    text=text,
                    span=span,
                    total=None,
                )
            )
    return tuple(sorted((*quantities, *found), key=lambda q: q.span)) if found else quantities


def with_totals(cut: Tokens, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures with the bare number that a toll has been brought to (killed 12, *bringing the total since May to 340*).

    It counts whom the last figure before it counted that is no part of another; of whom stays open, for the total may be wider.
    """
    words = cut.words
    if _BRINGING.isdisjoint(words) or _SUMS.isdisjoint(words):
        return quantities
    known = Laid(quantities)
    hurt = Laid([one for one in quantities if one.unit in _people() and one.total is None])
    added: list[Quantity] = []
    dropped: set[Span] = set()
    for index in range(1, len(words) - 1):
        if words[index] not in _SUMS or not _brought(words, index):
            continue
        number = _behind_to(words, index + 1)
        here = cut.span(number, number + 1)
        over = known.over(here)
        before = _latest(hurt, added, cut.span(index, index + 1).start)
        unit = "killed" if words[index - 1] == "death" else before.unit if before else ""
        read = any(one.unit for one in over) or (added and added[-1].span == here)
        if number and unit and not read:
            dropped.update(one.span for one in over)
            value, text = _number(words[number]), cut.quote(number, number + 1)
            added.append(Quantity(value, value, False, False, False, unit, "", text, here))
    kept = [one for one in quantities if one.span not in dropped] if dropped else quantities
    return tuple(sorted((*kept, *added), key=lambda q: q.span))


def _latest(hurt: Laid, added: list[Quantity], offset: int) -> Quantity | None:
    """The last figure of people hurt before ``offset``, among them the totals read so far."""
    before = next((one for one in reversed(added) if one.span.end <= offset), None)
    known = hurt.begun_before(offset)
    if before is None or known is None:
        return before or known
    return max(known, before, key=lambda q: q.span)


def _brought(words: tuple[str, ...], index: int) -> bool:
    """Whether a verb of adding up stands shortly before the noun of a total (*bringing* the overall *toll*)."""
    return not _BRINGING.isdisjoint(words[max(0, index - _ADJECTIVES - 1) : index])


def _behind_to(words: tuple[str, ...], first: int) -> int:
    """The token of the number behind *to* or *at*, within what may say since when and where it counts; 0 for none."""
    for index in range(first, min(len(words) - 1, first + _SINCE)):
        if words[index] in _ADDED_UP and _number(words[index + 1]):
            return index + 1
        if words[index] in _ENDS and not words[index + 1].isdecimal():
            return 0
    return 0


@lru_cache(maxsize=1024)
def _number(word: str) -> int:
    """The whole number that an English word or figures say, 0 for none."""
    if not word.replace(",", "").isalnum():
        return 0
    read = find_quantities(f"{word} people")
    return int(read[0].low or 0) if len(read) == 1 and read[0].low == read[0].high else 0


def _continues(cut: Tokens, before: Quantity, quantity: Quantity) -> bool:
    if quantity.unit not in _people() or quantity.of or quantity.total is not None:
        return False
    said = fold(quantity.text).split()
    women = before.of == "woman" and (before.high == 1 or not quantity.text.isascii())
    if not _anybody().isdisjoint(said) or (women and _OF_WOMEN not in said):
        return False
    if before.of in _OF_SEX_OR_AGE and not _MIXED.isdisjoint(said):
        return False
    gap = cut.shadow.raw[before.span.end : quantity.span.start]
    near = len(gap) <= _REACH and _ENDS.isdisjoint(gap)
    return near and (not _others().isdisjoint(said) or _elliptic(gap, said))


def _elliptic(gap: str, said: list[str]) -> bool:
    """Whether a figure leaves out its noun behind *and* (two civilians were killed *and nine injured*)."""
    return gap.endswith(" and ") and said[-1] in _BEFALLEN


@cache
def _people() -> frozenset[str]:
    return frozenset(load("figures.toml")["units"]["casualties"])


@cache
def _anybody() -> frozenset[str]:
    return frozenset(map(fold, load("figures.toml")["anybody"]))


@cache
def _others() -> frozenset[str]:
    return frozenset(map(fold, load("figures.toml")["others"]))
