"""Figures that are somebody's age: in years, behind *aged*, or between commas behind a name."""

from __future__ import annotations

from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import Count
from claims.slots.quantity.silencers import silencers
from claims.slots.quantity.units import PEOPLE

_OLDEST = 120
_COMMAS = frozenset({"،", ","})
_APPOSED = frozenset({",", ".", ";", "\n", ""})
_WHOSE_OR_ONE = frozenset({"his", "her", "their", "my", "our", "whose", "a", "an", "another"})
_JOINTS, _MOST_AGES = frozenset({"and", ",", "و", "،"}), 6
_NAME_WORDS, _SHORTEST_NAME = 5, 2


def age(page: Page, draft: Draft) -> bool:
    """Whether years are somebody's age: العمر 11 عاما, (45 عاما), «محمد، 37 عاماً،», aged 7."""
    if draft.high is None or draft.high > _OLDEST:
        return False
    before = page.words[max(0, draft.first - 3) : draft.first]
    if any(word in silencers().ages for word in before):
        return True
    if page.word[draft.end] in {".", "\n", ""} and _short_line(page, draft):
        return True
    before, behind = page.word[draft.first - 1], page.word[draft.end]
    closed = behind in {")", "]"} and before in {"(", "[", "،", ",", "-"}
    return closed or (before == behind and before in _COMMAS)


def bare_age(page: Page, draft: Draft) -> bool:
    """Whether a figure without a noun is an age: "aged 14", «عمره 14», "Sami Odeh, 45," behind a name."""
    if _aged_between(page, draft):
        return True
    plain = draft.exact and draft.low is not None and 0 < draft.low < _OLDEST
    if not plain or not isinstance(draft.low, int) or draft.bounded:
        return False
    if _aged_at(page, draft.first) or _further_age(page, draft.first):
        return True
    apposed = page.word[draft.first - 1] == "," and page.word[draft.core_end] in _APPOSED
    if not apposed or not draft.digits:
        return False
    return _behind_kin(page, draft.first - 2) or _behind_a_name(page, draft.first - 1)


def _aged_between(page: Page, draft: Draft) -> bool:
    """Whether a range without a noun is of ages: "aged 6 to 14", "ranging in age from 6 to 14", «أعمارهم بين 6 و14»."""
    low, high = draft.low, draft.high
    if not isinstance(low, int) or not isinstance(high, int) or not 0 <= low < high < _OLDEST:
        return False
    before = page.words[max(0, draft.first - 2) : draft.first]
    return not silencers().aged.isdisjoint(before) or "age" in before


def _further_age(page: Page, at: int) -> bool:
    """Whether a figure goes on a list of ages: "aged 9, 12 and 14"."""
    if page.word[at - 1] not in _JOINTS:
        return False
    for _ in range(_MOST_AGES):
        while page.word[at - 1] in _JOINTS:
            at -= 1
        if _aged_at(page, at):
            return True
        if not page.word[at - 1].isdecimal():
            return False
        at -= 1
    return False


def _aged_at(page: Page, at: int) -> bool:
    """Whether a word of age stands right before token ``at``: "aged 9", "between the ages of 45 and 75"."""
    at -= page.word[at - 1] == "of"
    return page.word[at - 1] in silencers().aged


def _behind_kin(page: Page, at: int) -> bool:
    """Whether the word at ``at`` names one person: "her husband, 41,", "a girl, 8,"."""
    noun = page.lexicon.nouns.get(page.word[at])
    one = noun is not None and noun.counts == PEOPLE and noun.form is Count.ONE
    return one and page.word[at - 1] in _WHOSE_OR_ONE


def _behind_a_name(page: Page, at: int) -> bool:
    """Whether a person's name in Latin letters ends before token ``at``, and no place or day that a preposition leads."""
    first = at
    while first > max(0, at - _NAME_WORDS) and _capital(page, first - 1):
        first -= 1
    if first == at or not silencers().leading.isdisjoint(page.words[max(0, first - 1) : at]):
        return False
    if page.word[first - 1] == "and" and page.word[first - 2] != ",":
        return False
    return page.word[first] not in silencers().days or at - first > 1


def _capital(page: Page, at: int) -> bool:
    return page.latin(at) and page.cut.initial(at).isupper()


def _short_line(page: Page, draft: Draft) -> bool:
    """A line of a list of names: ``فلان الفلاني 17 سنة``."""
    if not draft.digits:
        return False
    for back in range(1, _NAME_WORDS + 2):
        word = page.word[draft.first - back]
        if word in {"\n", ""}:
            alone = word == "" and len(page.words) == draft.end
            return back > _SHORTEST_NAME and not alone
        arabic = "\u0620" <= word[0] <= "\u064a"
        if back > _NAME_WORDS or not arabic or word in silencers().no_names:
            return False
    return False
