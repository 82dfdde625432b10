"""Figures of a toll that says no more than that it is one: ``ارتفعت الحصيلة إلى 58`` · ``حصيلة الغارة بلغت 12 بينهم طفلان``.

They count those whom an event befell, killed or hurt, without telling them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import folded, written_on
from claims.slots.quantity.nouns import Noun
from claims.slots.tables import data

_REACH = 14
_VICTIMS = "ضحايا"
_TO = "الي"


def bare_toll(page: Page, draft: Draft, stop: int) -> tuple[Noun, str] | None:
    """The victims that a figure behind a bare toll counts; None where the toll is of something else or a noun follows."""
    if page.latin(draft.core) or not _ends(page, draft):
        return None
    before = page.word[draft.first - 1]
    near = before in page.lexicon.front or before in _words("heads") or before in _words("new")
    if not (near or draft.bounded):
        return None
    head = toll_before(page.words, draft.first, max(stop, draft.first - _REACH))
    return None if head is None else (page.lexicon.nouns[_VICTIMS], "")


def toll_before(words: Sequence[str], first: int, low: int) -> int | None:
    """The token of the word for a toll of losses that stands before token ``first``, not before ``low``; None for none."""
    for at in range(first - 1, low - 1, -1):
        if words[at] in _words("heads"):
            return at if _of_losses(words, at, first) else None
        if words[at] in _words("ends"):
            return None
    return None


def is_deed(word: str) -> bool:
    """Whether a word names what a toll may be of (غارة، بقصف، الانفجار)."""
    return word in _words("deeds")


def _of_losses(words: Sequence[str], at: int, first: int) -> bool:
    """Whether a toll is one of losses: it has the article and nothing else is named, or what brought it about is."""
    if at + 1 == first:
        return True
    behind = words[at + 1]
    if behind in _words("new") or behind in _words("deeds"):
        return True
    named = behind.startswith("ال") and behind != _TO
    return words[at] in _words("the toll") and not named


def _ends(page: Page, draft: Draft) -> bool:
    """Whether no noun that the figure could count stands behind it."""
    behind = page.word[draft.end]
    if not behind.isalpha() or behind in page.lexicon.marker_openers:
        return True
    return behind.startswith("و") or behind in _words("behind")


@cache
def _words(name: str) -> frozenset[str]:
    """The folded words of one list, those of ``heads``, ``new`` and ``deeds`` with all that is written onto them."""
    listed = data("quantity_words")["toll"][name]
    if name in {"behind", "ends", "the toll"}:
        return frozenset(map(folded, listed))
    return frozenset(
        form for word in listed for form, _ in written_on(folded(word), article=name != "new")
    )
