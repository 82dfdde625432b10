"""What somebody denies that others have said: the noun for it stands between the verb and the words.

*Dismissed claims* that …, *rejected accusations by the union* that …, «رفضت الوزارة *الاتهامات* بأن …»: what follows is said by nobody
there, and denied by the subject of the verb.
"""

from __future__ import annotations

from claims.extraction.lexicon import Word
from claims.extraction.mentions import Range
from claims.extraction.smallwords import speech_words
from claims.text.tokens import where

_BETWEEN = 3
"""English words between a verb of denying and the noun for what is denied (denied *all the earlier* claims)."""
_RELATIVE_REACH = 2
_DENIED = "denied"
_FEWEST = 3
_PARTING = frozenset({",", "–", "—"})
_PAUSES = frozenset({",", ";", ".", "\n"})
_ARTICLES = frozenset({"a", "an"})
_OBJECT_REACH = 5
"""Words behind a verb of denying in which its object stands, in Arabic behind who denies it."""
_CLOSING = frozenset(
    {"،", "؛", ",", ";", ".", "and", "but", "while", "after", "when", "فيما", "بينما"}
)


def over_hearsay(words: tuple[str, ...], end: int, last: int, word: Word) -> int:
    """Where a verb of denying that ends before ``end`` ends together with the English noun for what it denies; ``end`` without one."""
    if word.kind != _DENIED:
        return end
    for index in range(end, min(last, end + _BETWEEN + 1)):
        if words[index] in speech_words("hearsay"):
            return index + 1
        if not words[index].isalpha() or words[index] == "that":
            break
    return end


def denies_only(words: tuple[str, ...], end: int, last: int, word: Word) -> bool:
    """Whether what is denied closes its statement (denied *the report*, and three soldiers were killed): what follows was not denied."""
    if word.kind != _DENIED:
        return False
    for index in range(end, min(last, end + _OBJECT_REACH)):
        if not words[index].isalpha() or words[index] in speech_words("that"):
            return False
        if words[index] in speech_words("hearsay") | speech_words("denied alone"):
            return index + 1 >= last or words[index + 1] in _CLOSING
    return False


def answers(words: tuple[str, ...], sentence: Range) -> tuple[Range, ...]:
    """Where an English sentence only adds who denies what it told before (…, *a claim the mayor denied on Friday*), up to the next pause."""
    found = []
    for comma in where(words, _PARTING, sentence.first + 1, sentence.end - _FEWEST):
        noun = comma + 1 + (words[comma + 1] in _ARTICLES)
        if words[noun] in speech_words("answered"):
            line = range(comma + _FEWEST, sentence.end)
            end = next((i for i in line if words[i] in _PAUSES), sentence.end)
            if not speech_words("denying").isdisjoint(words[comma + _FEWEST : end]):
                found.append(Range(comma, end))
    return tuple(found)


def told_by_hearsay(words: tuple[str, ...], index: int, before: Word | None) -> bool:
    """Whether a word of saying at ``index`` only tells what the denied hearsay before it says (نفت مزاعم *تفيد* بأن …)."""
    ahead = words[max(0, index - _RELATIVE_REACH) : index]
    denied = before is not None and before.kind == _DENIED
    return denied and not speech_words("hearsay").isdisjoint(ahead)


def before_hearsay(words: tuple[str, ...], name: Range) -> int:
    """Where the name of who denies ends before the noun for what is denied (رفضت وزارة الدفاع *مزاعم* بأن)."""
    line = range(name.first + 1, name.end)
    return next((i for i in line if words[i] in speech_words("hearsay")), name.end)
