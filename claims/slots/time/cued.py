"""Whether the name of a month without day and year is meant as one: «في آذار», "March and April"; not in names, nor *may*."""

from __future__ import annotations

from claims.slots.time.lexicon import ALWAYS, CUE, guards, names_what_follows
from claims.slots.time.line import GAP, Item, Line
from claims.slots.time.month import Month

_CUES = frozenset(
    {
        "in",
        "since",
        "until",
        "from",
        "to",
        "between",
        "month",
        "of",
        "window",
        "by",
        "and",
        "approximate",
    }
)
_AND = frozenset({"and"})


def cued(line: Line, index: int, found: Month) -> bool:
    """Whether a month without day and year is meant as one."""
    first = _first(line, index)
    ahead, after = line.before(line.items[first]), line.after(line.items[index])
    if names_what_follows(ahead) or ahead in guards()["persons"]:
        return False
    if first < index and after in guards()["named-after"]:
        return False
    if found.need == ALWAYS:
        return True
    if found.need > CUE:
        return False
    before = line.items[index - 1] if index else GAP
    if before.has("dash") and before.glued and index > 1:
        before = line.items[index - 2]
    if found.naming == "egypt" and line.before(line.items[index]) == "من":
        return False
    return _followed(line, index) or _led(line, index, before)


def _first(line: Line, index: int) -> int:
    """The first item of what may be a day before a month: 17th of February, السادس من أكتوبر, Seventh October."""
    items, first = line.items, index
    while first > 0 and (
        items[first - 1].digits or items[first - 1].word.ordinal or items[first - 1].has("of")
    ):
        first -= 1
    return first


def _led(line: Line, index: int, before: Item) -> bool:
    """Whether the word before a month announces it; *and* only where a month stands before it too."""
    word = before.word
    if word.roles & _CUES == _AND:
        return index > 1 and line.items[index - 2].word.month > 0
    return bool(word.roles & _CUES or word.position or word.bearing or word.month)


def _followed(line: Line, index: int) -> bool:
    """Whether another month follows in a list or range: March and April, آب - أيلول."""
    items = line.items
    mark = items[index + 1]
    if mark.word.month:
        return mark.prefix == "و"
    joined = mark.has("and") or mark.has("slash") or mark.has("dash") or mark.has("to")
    return joined and items[index + 2].word.month > 0 and not items[index + 2].prefix
