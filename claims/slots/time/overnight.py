"""*Overnight*: the night before publication, or only a part of the day that stands beside it.

"Overnight, five drones were shot down" and "overnight strikes" are of last night; "overnight on Tuesday" is of that day;
"they stayed overnight" is of no day that is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.time.lexicon import guards

if TYPE_CHECKING:
    from claims.slots.time.lexicon import Word
    from claims.slots.time.line import Line

_BESIDE = 6
_OPENINGS = frozenset({"", "\n", ".", ":", "-", "!", "?"})


def part_only(line: Line, index: int) -> bool:
    """Whether a word that can be *last night* is here no more than a part of a day."""
    word = line.items[index].word
    return word.guarded and bool(word.shift) and not last_night(line, index)


def last_night(line: Line, index: int) -> bool:
    """Whether *overnight* is the night before publication: at the head of a sentence, or before what happened."""
    item = line.items[index]
    if line.after(item) in guards()["overnight-after"]:
        return True
    if line.before(item) not in _OPENINGS or line.after(item) != ",":
        return False
    return not any(_dates(each.word) for each in line.items[index + 1 : index + _BESIDE])


def _dates(word: Word) -> bool:
    return bool(word.weekday or word.month or word.shift is not None)
