"""People who are named behind a word of loss or arrest: each name counts one (مقتل خالد العلي وسمير الأحمد).

A list of names goes on over commas and و; it ends at anything that is neither a name, a title nor a part of a name. What
the words count otherwise (مقتل خالد العلي وثلاثة آخرين) stays a figure of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.extraction.clauses import Clause
from claims.extraction.given_names import given, is_given, names_of
from claims.extraction.lexicon import load, match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.single import behind_subject
from claims.extraction.triggers import Trigger
from claims.model import Quantity
from claims.text.shadow import fold

_COUNTING = frozenset({"casualties", "arrest"})
_ROLES = frozenset({"verb", "masdar", "noun"})
_MARKS = frozenset("\"'“”«»()[]#-–")
_COMMAS = frozenset("،,")
_ARTICLE = "ال"
_PARTS = 6
_LONGEST_OPENING = 3
_UNCERTAIN = frozenset({"علي"})
"""Folded names that are a preposition as well: no first name behind an arrest (القبض على)."""


@dataclass(frozen=True, slots=True)
class _List:
    """People named one after the other, and whether nothing unread goes on behind the last."""

    people: tuple[Range, ...]
    closed: bool


def _people_named(mentions: Mentions, clause: Clause, kind: str) -> _List:
    """The persons named behind the first word of loss or arrest of a clause, each from title or name to its last part."""
    for trigger in clause.triggers:
        if kind in _COUNTING and trigger.kind == kind and trigger.role in _ROLES:
            found = _names(mentions, trigger, clause.tokens.end)
            if found.people:
                return found
    return _List((), closed=True)


def counted_names(mentions: Mentions, clause: Clause, kind: str, unit: str) -> tuple[Quantity, ...]:
    """The figure that the names behind a word of loss or arrest make, () for none.

    Args:
        mentions: of the document.
        clause: with the word.
        kind: of the claim.
        unit: what befell one person there (``killed``), "" where that is unknown: then nothing is counted.
    """
    named = _people_named(mentions, clause, kind)
    free = [one for one in named.people if not _counted(mentions, one)]
    if not free or not unit:
        return ()
    words = mentions.tokens.words
    whom = {_whom(words[one.first].removeprefix("و")) for one in free}
    of = whom.pop() if len(whom) == 1 else ""
    span = mentions.tokens.span(free[0].first, free[-1].end)
    number = len(free)
    text = span.of(mentions.document.text)
    high = number if named.closed else None
    return (Quantity(number, high, False, False, False, unit, of, text, span),)


def _counted(mentions: Mentions, one: Range) -> bool:
    """Whether a figure counts the person already (الطفل … by its title)."""
    found = within(mentions.quantities, mentions.span(one))
    return any(figure.unit.partition("/")[0] not in _ages() for figure in found)


@cache
def _ages() -> frozenset[str]:
    return frozenset(load("figures.toml")["measures"])


def _names(mentions: Mentions, trigger: Trigger, end: int) -> _List:
    words = mentions.tokens.words
    index = _opened(words, behind_subject(mentions, trigger, end), end)
    found: list[Range] = []
    last = index
    while index < end:
        name = _titled(words, index, end, listed=bool(found))
        if name is None and found and words[index - 1] in _COMMAS:
            name = index if _reads_as_name(words, index, end) else None
        if name is None or (
            not found and name == index and words[name] in _UNCERTAIN and words[name - 1] != ":"
        ):
            break
        last = _last_part(words, name, end)
        found.append(Range(index, last))
        index = _next_name(words, last, end)
        if index == last and not _joined(words, last, end):
            break
    return _List(tuple(found), _closed(mentions, Range(last, index), end))


def _next_name(words: tuple[str, ...], index: int, end: int) -> int:
    """Behind the marks and the comma or و that stand before a further name."""
    while index < end and (words[index] in _MARKS | _COMMAS or words[index] == "و"):
        index += 1
    return index


def _joined(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether و is written onto the next name of a list (وسمير)."""
    return index < end and words[index].startswith("و")


def _reads_as_name(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether a stretch up to a comma or و in a list of names is one that no list of names knows: two to five bare words."""
    last = _last_part(words, index, end)
    parted = last >= end or words[last] in _COMMAS or words[last].startswith("و")
    return parted and 1 < last - index < _PARTS and not _no_name(words, index, end)


def _closed(mentions: Mentions, marks: Range, end: int) -> bool:
    """Whether a list of names ends where reading it ended: no comma or و with an unread word behind it."""
    words, index = mentions.tokens.words, marks.end
    if index >= end or not words[index].isalpha():
        return True
    joined = words[index].startswith("و") or not _COMMAS.isdisjoint(words[marks.first : index])
    figures = within(mentions.quantities, mentions.span(Range(index, end)))
    counted = bool(figures) and mentions.token_at(figures[0].span.start) <= index
    return not joined or counted or _no_name(words, index, end)


def _opened(words: tuple[str, ...], index: int, end: int) -> int:
    """Behind the words that only open a list of names (كل من، على)."""
    last = min(end, index + _LONGEST_OPENING)
    colon = next((i for i in range(index, last) if words[i] == ":"), None)
    if colon is not None:
        return colon + 1
    while index < last and words[index] in names_of("first") | _MARKS:
        index += 1
    return index


def _titled(words: tuple[str, ...], index: int, end: int, *, listed: bool) -> int | None:
    """Where the given name stands that begins at ``index``, titles before it or not, None where none does."""
    while index < end:
        word = words[index]
        bare = word.removeprefix("و") if listed and word not in given() else word
        if is_given(words, index, end, listed=listed):
            return index
        if bare not in names_of("titles") and word not in _MARKS:
            return None
        listed = listed and word in _MARKS
        index += 1
    return None


def _last_part(words: tuple[str, ...], index: int, end: int) -> int:
    """One past the last part of a name: father, family, a nickname in marks; no و, predicate or small word."""
    last = index + 1
    while last < end and last - index < _PARTS:
        word = words[last]
        behind = words[last + 1] if last + 1 < end else ""
        if word in names_of("ends") or (word in _UNCERTAIN and behind in names_of("upon")):
            break
        joined = word.startswith("و") and word not in given()
        if word in _MARKS and last + 1 < end and words[last + 1].isalpha():
            last += 1
            continue
        family = word.startswith(_ARTICLE) and word not in names_of("titles") | _small()
        if not word.isalpha() or joined or (not family and _no_name(words, last, end)):
            break
        last += 1
    while words[last - 1] in _MARKS and last - 1 > index:
        last -= 1
    return last


def _no_name(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether a word is a title, a small word or a predicate, and so no part of a name."""
    word = words[index]
    other = any(match(table, words, index, end) for table in ("predicates", "clauses"))
    return word in _small() or word in names_of("titles") or (other and word not in given())


def _whom(title: str) -> str:
    return next((whom for whom in ("child", "woman", "man") if title in names_of(whom)), "")


@cache
def _small() -> frozenset[str]:
    data = load("roles.toml")["ar"]
    small = {fold(word) for name in ("breaking", "based") for word in data[name]}
    return frozenset(small | {"من"} | names_of("further"))
