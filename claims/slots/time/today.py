"""Whether a word is *today* or *tomorrow* and nothing else: اليوم is "the day" as well, غدا "has become", and channels are called so."""

from __future__ import annotations

from claims.slots.time.calendar import calendar
from claims.slots.time.lexicon import ALWAYS, guards
from claims.slots.time.line import Item, Line


def trusted(line: Line, index: int) -> bool:
    """Whether اليوم is "today" and not "the day"; غدا is "tomorrow" and not "has become"."""
    item = line.items[index]
    following = line.items[index + 1]
    if following.has("comma"):
        following = line.items[index + 2]
    if following.word.weekday and not following.prefix and following.word.need == ALWAYS:
        return True
    if item.word.shift:
        return line.raw(item).endswith(("اً", "ًا", "tomorrow")) or bool(following.digits)
    if following.digits and calendar(line, index + 1):
        return True
    after = line.after(item)
    if line.before(item) in guards()["today-before"] or after in guards()["today-after"]:
        return False
    if _in_a_name(line, item):
        return False
    return after.isascii() or not _ordinal_day(line, index)


def _in_a_name(line: Line, item: Item) -> bool:
    """``قناة حلب اليوم``, ``Halab Today``."""
    words = line.source.words
    before = line.before(item)
    if not before.isascii():
        return item.token > 1 and words[item.token - 2] in guards()["today-names"]
    return before.isalpha() and before.isascii() and line.capital(item)


def _ordinal_day(line: Line, index: int) -> bool:
    following = line.items[index + 1]
    return bool(following.word.ordinal or following.word.before or following.word.bearing)
