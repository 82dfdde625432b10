"""Two numbers that are one range: بين 200 و250, 20-30, five or six, from 5 to 10."""

from __future__ import annotations

from claims.slots.number import number_words, read_number
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.noun_phrase import SIGNS

_AND = frozenset({"و", "and"})
_LOOK_BACK = 7
_PERCENT = frozenset({"%", "٪"})


def join_ranges(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The figures with those that name both ends of one range put together."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last is not None and _joins(page, last, draft):
            _widen(last, draft)
            _take_between(page, last)
        else:
            found.append(draft)
    for draft in found:
        if draft.exact and page.word[draft.core - 1] in page.lexicon.between:
            _split(page, draft)
            _take_between(page, draft)
    return found


def _take_between(page: Page, draft: Draft) -> None:
    first = draft.core - (page.word[draft.core - 1] in SIGNS)
    if not draft.exact and page.word[first - 1] in page.lexicon.between:
        draft.first = first - 1
        draft.trim = 0


def _joins(page: Page, one: Draft, other: Draft) -> bool:
    gap = page.words[one.core_end : other.core]
    first = one.core
    if len(gap) > 1 and gap[-1] in SIGNS and page.word[first - 1] == gap[-1]:
        gap, first = gap[:-1], first - 1
    if len(gap) > 1 and gap[0] in _PERCENT and page.word[other.core_end] in _PERCENT:
        gap = gap[1:]
    if len(gap) > 1 or not _can_join(one, other):
        return False
    mark = gap[0] if gap else ("و" if other.joined and other.trim else "")
    lexicon, before = page.lexicon, page.word[first - 1]
    if before in lexicon.between:
        return mark in _AND or mark in lexicon.to
    if mark == "-":
        digits = one.digits and page.words[other.core][0].isdecimal()
        return digits and not _chained(page, one, other)
    if mark in lexicon.to:
        return not (before in lexicon.since and _changes(page, one.core))
    return mark in lexicon.either


def _can_join(one: Draft, other: Draft) -> bool:
    if one.implied or other.implied or one.definite or not (one.exact and other.exact):
        return False
    return _ascending(one, other)


def _ascending(one: Draft, other: Draft) -> bool:
    low, high = one.low, other.high
    return low is not None and high is not None and low < high


def _chained(page: Page, one: Draft, other: Draft) -> bool:
    """Whether a dash goes on at either side: 25-3-2018 is no range."""
    left = page.word[one.core - 1] == "-" and page.glued(one.core)
    return left or (page.word[other.core_end] == "-" and page.glued(other.core_end))


def _changes(page: Page, at: int) -> bool:
    """Whether a verb of change stands before: "rose from 5 to 10" gives two figures."""
    back = page.words[max(0, at - _LOOK_BACK) : at]
    return any(word in page.lexicon.change for word in back)


def _widen(one: Draft, other: Draft) -> None:
    low, high = one.low, other.high
    if other.scale and not one.scale and low is not None and high is not None:
        shared = low * other.scale
        low = shared if shared < high else low
    one.low, one.high = low, high
    one.end = one.core_end = other.core_end
    one.scale = other.scale
    one.grouped = None


def _split(page: Page, draft: Draft) -> None:
    """بين خمسة وعشرين: behind "between" the last "and" of a number word parts two numbers."""
    words = page.words[draft.core : draft.core_end]
    for cut in range(len(words) - 1, 0, -1):
        word = number_words().get(words[cut])
        if word is None or not word.joined:
            continue
        left, right = read_number(words[:cut], 0), read_number(words, cut)
        if (
            left
            and right
            and left.end == cut
            and right.end == len(words)
            and left.value < right.value
        ):
            draft.low, draft.high = left.value, right.value
        return
