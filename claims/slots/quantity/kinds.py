"""Of whom a figure speaks, from the words around its noun."""

from __future__ import annotations

from claims.slots.number import number_words
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import Count
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.units import PEOPLE, kinds

_PAIR = 2
_FEW = 10
"""Up to this many are counted in the plural; a singular behind them is one more."""
TOLLS = frozenset({"killed", "injured", "casualties", "missing"})
"""What one figure may count together, *dead and wounded*, *killed or missing*: casualties, not told apart."""
JOINING = frozenset({"and", "or", "/", "او"})
_OWN = frozenset(
    {"another", "several", "many", "some", "at", "more", "dozens", "hundreds", "scores"}
)
_BROAD = frozenset({"", "fighter"})


def refine(page: Page, draft: Draft, at: int) -> int:
    """Let the words behind the noun say of whom: ``اشخاص مدنيين``, ``قتلى من المدنيين``, ``طفلان مصابان``.

    Returns:
        One past the last word taken in.
    """
    if not draft.people:
        return at
    if page.word[at] in page.lexicon.others:
        draft.others, at = True, at + 1
    found = page.lexicon.noun_at(page.words, at)
    if found is not None:
        return _second_noun(page, draft, *found, at)
    if page.word[at] in page.lexicon.either:
        return both_tolls(page, draft, at)
    if page.word[at] == "من" and draft.of == "":
        return _of_whom(page, draft, at)
    return at


_SERVED_REACH = 4
_LOOSE = frozenset({"", "fighter", "worker", "man", "civilian"})


def served(page: Page, draft: Draft) -> None:
    """Narrow the kind by the body that the people belong to: ``3 من متطوعي الدفاع المدني``."""
    if not draft.people or draft.of not in _LOOSE:
        return
    for at in range(draft.end, min(draft.end + _SERVED_REACH, len(page.words))):
        for phrase in (page.words[at], f"{page.words[at]} {page.word[at + 1]}"):
            kind = page.lexicon.served.get(phrase)
            if kind is not None:
                if draft.of != "civilian" or kind != "soldier":
                    draft.of = kind
                return
        if page.words[at] not in page.lexicon.through:
            return


def _second_noun(page: Page, draft: Draft, noun: Noun, end: int, at: int) -> int:
    if noun.counts != PEOPLE:
        return at
    alike = noun.definite == draft.vague or not noun.definite
    if noun.prefix == "و" and alike and noun.form is not Count.TWO:
        return _and_noun(page, draft, noun, end, at)
    if noun.prefix or noun.definite != draft.definite:
        return at
    both = noun.form is not Count.TWO or (draft.implied and draft.low == _PAIR)
    if not draft.told and noun.unit in TOLLS and both:
        draft.unit, draft.told, draft.by_noun = noun.unit, True, True
        return end
    if draft.of in _BROAD and noun.of:
        draft.of = noun.of
        return end
    return end if noun.of == draft.of and noun.of else at


def _and_noun(page: Page, draft: Draft, noun: Noun, end: int, at: int) -> int:
    """``40 قتيلا وجريحا`` are casualties; ``5 نساء وأطفال`` are five of both together."""
    if noun.form is Count.ONE and draft.unit in {"persons", "members"}:
        return at
    told = {draft.unit, noun.unit}
    if _own_number(draft, noun):
        return at
    if told <= TOLLS and len(told) > 1:
        draft.unit = "casualties"
        return refine(page, draft, end)
    if noun.form is Count.MANY and noun.of and noun.of != draft.of and not draft.told:
        draft.of = common(draft.of, noun.of)
        return end
    return at


def both_tolls(page: Page, draft: Draft, at: int) -> int:
    """Dead and wounded that one figure counts are casualties: "50 dead and wounded", "300 killed/missing", ``50 قتيلا أو جريحا``.

    Returns:
        One past the second word, or ``at`` where a word with a figure or people of its own stands there.
    """
    if draft.unit not in TOLLS or page.word[at] not in JOINING:
        return at
    found = page.lexicon.noun_at(page.words, at + 1)
    if found is None or found[0].unit not in TOLLS or found[0].unit == draft.unit:
        return at
    noun, end = found
    word, own = page.word[end], page.lexicon.noun_at(page.words, end)
    counted = word[:1].isdecimal() or word in number_words() or word in _OWN
    if counted or noun.definite or (own is not None and own[0].counts == PEOPLE):
        return at
    draft.unit = "casualties"
    return end


def _own_number(draft: Draft, noun: Noun) -> bool:
    """Whether the form of the second noun says that it has a number of its own: «قتيلان وجرحى», «3 قتلى وجريح»."""
    few = draft.low is not None and draft.low <= _FEW
    return draft.implied or (noun.arabic and noun.form is Count.ONE and few)


def _of_whom(page: Page, draft: Draft, at: int) -> int:
    found = page.lexicon.noun_at(page.words, at + 1)
    if found is not None and found[0].of and found[0].form is Count.MANY:
        draft.of = found[0].of
        return found[1]
    draft.of = of_word(page, at + 1) or ""
    return at


def of_word(page: Page, at: int) -> str | None:
    """The kind that the words behind "من" tell, "" for people of no stated kind, None where they tell nothing."""
    table = page.lexicon.of
    word = page.word[at]
    return table.get(f"{word} {page.word[at + 1]}", table.get(word))


def shared_kind(page: Page, draft: Draft, at: int) -> str:
    """The kind of an English figure when a second noun shares it: "five women and children"."""
    if page.word[at] not in {"and", "or"} or not draft.people:
        return draft.of
    found = page.lexicon.noun_at(page.words, at + 1)
    if found is None or found[0].form is not Count.MANY or found[0].counts != PEOPLE:
        return draft.of
    draft.end = found[1]
    return common(draft.of, found[0].of) if found[0].of else draft.of


def common(one: str, other: str) -> str:
    """The narrowest kind that includes both, "" when only people at large do."""
    if one == other:
        return one
    shared = [kind for kind in wider(one) if kind in wider(other)]
    return shared[0] if shared else ""


def wider(kind: str) -> tuple[str, ...]:
    """``kind`` and all kinds that include it, nearest first."""
    found = [kind] if kind else []
    for parent in kinds()[kind].within if kind else ():
        found.extend(wider(parent))
    return tuple(dict.fromkeys(found))
