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
_FAR = 40
_ENDS = frozenset({".", ";", ":", "!", "?", "\n"})
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
    opens = line.before(item) in _OPENINGS and line.after(item) == ","
    if not opens and not _behind_a_deed(line, item.token):
        return False
    stop = _sentence_end(line, item.token)
    beside = line.items[index + 1 : index + _BESIDE]
    return not any(_dates(each.word) for each in beside if each.token < stop)


def _sentence_end(line: Line, token: int) -> int:
    """The token that closes the sentence of ``token``, as far as a day named beside it may stand."""
    words = line.source.words
    last = min(len(words), token + _FAR)
    return next((i for i in range(token + 1, last) if words[i] in _ENDS), last)


def _behind_a_deed(line: Line, token: int) -> bool:
    """Whether a word of attack stands shortly before, in the same stretch (shelled the town *overnight*)."""
    words = line.source.words
    for index in range(token - 1, max(-1, token - _FAR), -1):
        if words[index] in guards()["overnight-before"]:
            return True
        if words[index] in _ENDS:
            return False
    return False


def _dates(word: Word) -> bool:
    return bool(word.weekday or word.month or word.shift is not None)
