"""Bounds and approximation: أكثر من, ما لا يقل عن, نحو, at least, up to, or more."""

from __future__ import annotations

from functools import cache

from claims.slots.number import number_words
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.lexicon import Bound, lexicon

_LONGEST = 4
_TIMES = 3
_PASSED = frozenset({"،", ",", "منهم", "منهن"})
"""What may stand between a figure and its bound: «قتل 118 منهم على الأقل»."""
_REASON = 9
_EXTENTS = frozenset(
    {"years", "months", "weeks", "days", "hours", "minutes", "seconds"}
    | {"areas", "cities", "villages", "states"}
)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in lexicon().before)


def bound_before(page: Page, draft: Draft) -> None:
    """Take in the phrases that stand before the number and move the draft's start there."""
    lasts, at = _last_words(), draft.first
    for _ in range(_TIMES):
        stop = _headed(page, at - 1 if page.word[at - 1] in page.lexicon.skipped else at)
        if page.word[stop - 1] not in lasts:
            return
        found = _phrase_before(page, stop)
        if found is None:
            return
        bound, at = found
        apply_bound(draft, bound)
        draft.first = at
        draft.trim = _prefix(page.words[at])


def _headed(page: Page, at: int) -> int:
    """The token before "number of …": ``تجاوز عدد الغارات خمس غارات``."""
    sizes = (2,) if page.word[at - 1] in _last_words() else (2, 3)
    for size in sizes:
        head, noun = page.word[at - size], page.lexicon.nouns.get(page.word[at - size + 1])
        if head == "عدد" and noun is not None and noun.definite:
            return at - size
    return at


def bound_after(page: Page, draft: Draft, at: int) -> int:
    """Take in a phrase that starts with token ``at``; one past what was taken in, or ``at``."""
    table = page.lexicon.after
    start = at + 1 if page.word[at] in _PASSED else at
    if page.word[start] not in _openers():
        return at
    for size in range(_LONGEST, 0, -1):
        bound = table.get(page.phrase(start, size))
        if bound is not None and start > at and _counts(page, start + size):
            return at
        if bound is not None and (size > 1 or page.words[start] != "+" or page.glued(start)):
            apply_bound(draft, bound)
            return start + size
    return at


def _counts(page: Page, at: int) -> bool:
    """Whether a number stands at ``at``, which the phrase before it then bounds: "1,429, at least 426 of them"."""
    return page.word[at][:1].isdecimal() or page.word[at] in number_words()


@cache
def _openers() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon().after)


def loosen(page: Page, draft: Draft) -> None:
    """Undo "over" before a duration or places: "over three days", "over eight regions" say when and where.

    So it does between blame and acts, and between flight or dispute and places: "jailed for life over two murders",
    "flew over nine camps".
    """
    if page.word[draft.first] != "over":
        return
    carried = page.word[draft.first - 1] in page.lexicon.over["carried"]
    if carried or draft.unit in _EXTENTS or _because(page, draft):
        draft.low_open, draft.high = False, draft.low
        draft.first = draft.core


def _because(page: Page, draft: Draft) -> bool:
    over = page.lexicon.over
    back = page.words[max(0, draft.first - _REASON) : draft.first]
    acts = draft.unit in over["acts"] or page.word[draft.end - 1] in over["killings"]
    if acts and not over["blame"].isdisjoint(back):
        return True
    return draft.unit in over["places"] and not over["above"].isdisjoint(back)


def _phrase_before(page: Page, end: int) -> tuple[Bound, int] | None:
    table = page.lexicon.before
    for size in range(min(_LONGEST, end), 0, -1):
        bound = table.get(" ".join(page.words[end - size : end]))
        if bound is not None:
            return bound, end - size
    return None


def apply_bound(draft: Draft, bound: Bound) -> None:
    """Let what a phrase says of the figure be its bound; the first one stays."""
    if bound is Bound.ABOUT:
        draft.approximate = True
        return
    if draft.bounded or not draft.exact:
        return
    draft.bounded = True
    if bound in (Bound.MORE, Bound.LEAST):
        draft.high, draft.low_open = None, bound is Bound.MORE
    else:
        draft.low, draft.high_open = None, bound is Bound.LESS


def _prefix(word: str) -> int:
    """How many letters are written onto a bound: وأكثر, وحوالي, لأكثر."""
    return 1 if word[0] in "وفلب" and word[1:] in _first_words() else 0


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon().before)
