"""The figures of a text before it is known what they count: numbers, vague number words, duals, ranges."""

from __future__ import annotations

from functools import cache

from claims.slots.number import Form, Number, number_words, read_number
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import Count
from claims.slots.quantity.lexicon import PEOPLE, Bound, Noun, lexicon

_DIGITS = frozenset("0123456789")
_LONGEST_VAGUE = 3
_QUOTES = frozenset('"«“')


@cache
def _openers() -> frozenset[str]:
    """Every word that a figure may begin with, digits apart."""
    tables = lexicon()
    vague = {phrase.partition(" ")[0] for phrase in tables.vague}
    duals = {
        phrase.partition(" ")[0]
        for phrase, noun in tables.nouns.items()
        if noun.count in {Count.TWO, Count.TWO_OF}
    }
    return frozenset(number_words()) | vague | duals


def read_figures(page: Page) -> list[Draft]:
    """All figures in their order, none overlapping another."""
    openers, digits = _openers(), _DIGITS
    drafts: list[Draft] = []
    end = 0
    starts = [at for at, word in enumerate(page.words) if word in openers or word[0] in digits]
    for at in starts:
        if at < end:
            continue
        draft = _figure(page, at)
        if draft is not None and draft.core >= end:
            drafts.append(draft)
            end = draft.core_end
    return drafts


def _figure(page: Page, at: int) -> Draft | None:
    vague = _vague(page, at)
    if vague is not None:
        return vague
    words = page.words
    if words[at][0] in _DIGITS or words[at] in number_words():
        number = read_number(words, at)
        if number is not None:
            return _plain(page, number)
    return _dual(page, at)


def _plain(page: Page, number: Number) -> Draft:
    before = page.word(number.first - 1)
    return Draft(
        number.first,
        number.end,
        number.first,
        number.end,
        number.value,
        number.value,
        joined=number.prefix == "و" or before in {"و", "and", "&"},
        digits=number.form is Form.DIGITS,
        scale=number.scale,
        grouped=number.grouped,
        trim=len(number.prefix),
        definite=number.definite,
    )


def _vague(page: Page, at: int) -> Draft | None:
    table = page.lexicon.vague
    for size in range(_LONGEST_VAGUE, 0, -1):
        found = table.get(" ".join(page.words[at : at + size]))
        if found is not None:
            joined = page.words[at].startswith("و") or page.word(at - 1) in {"و", "and"}
            return Draft(
                at,
                at + size,
                at,
                at + size,
                found.low,
                found.high,
                approximate=found.approximate,
                joined=joined,
                vague=True,
                trim=_vague_prefix(page.words[at]),
            )
    return None


def _vague_prefix(word: str) -> int:
    return 1 if word[0] in "وفبل" else 0


def _dual(page: Page, at: int) -> Draft | None:
    found = page.lexicon.noun_at(page.words, at)
    if found is None:
        return None
    noun, end = found
    if noun.count is Count.TWO_OF:
        following = page.word(end)
        if noun.definite or not (following.startswith("ال") or following[:1] in _QUOTES):
            return None
    elif noun.count is not Count.TWO or (noun.definite and not _definite_dual(page, at, noun)):
        return None
    trim = 0 if noun.definite else len(noun.prefix)
    before = page.word(at - 1)
    return Draft(
        at,
        end,
        at,
        end,
        2,
        2,
        joined=noun.prefix[:1] == "و" or before == "و",
        trim=trim,
        definite=noun.definite,
        unit=noun.unit,
        of=noun.of,
        counts=noun.counts,
        told=noun.counts == PEOPLE and noun.unit not in {"persons", "members"},
        by_noun=noun.counts == PEOPLE and noun.unit not in {"persons", "members"},
        implied=True,
    )


def _definite_dual(page: Page, at: int, noun: Noun) -> bool:
    """الطفلين are two children; الساعتين are two hours only behind an approximator (قرابة الساعتين)."""
    return noun.counts == PEOPLE or page.lexicon.before.get(page.word(at - 1)) is Bound.ABOUT


def two_thousand(page: Page, draft: Draft) -> bool:
    """Whether ``ألفا`` right before its noun is the construct dual (ألفا قتيل) rather than one thousand."""
    word = page.words[draft.core]
    if draft.core_end - draft.core != 1 or not draft.scale or not word.endswith("ا"):
        return False
    return "\u064b" not in page.cut.quote(draft.core, draft.core_end)
