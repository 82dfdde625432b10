"""The figures of a text before it is known what they count: numbers, vague number words, duals, ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from claims.slots.number import Form, Number, number_words, read_number
from claims.slots.quantity.draft import Draft, Page, tells
from claims.slots.quantity.forms import Count
from claims.slots.quantity.lexicon import Bound, lexicon
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.units import MEASURE, PEOPLE
from claims.slots.triggers import Kind
from claims.text.tokens import Tokens

_DIGITS = frozenset("0123456789")
_LONGEST_VAGUE = 3
_LONGEST_SHARE = 4
_FIFTH = 20
_MARKED_DUAL = re.compile("\u064e\u0651?\u064a\u0652?\u0646")
_ONE_OF = frozenset({"احد", "احدي", "بعض", "كل", "باحد", "لاحد", "واحد"})
_QUOTES = frozenset('"«“')


# What a token may set off: a figure, a list of parts, a word that tells what befell people, a number nobody can know.
_FIGURE, _MARKER, _TELLS, _UNREAD = 1, 2, 4, 8


@cache
def triggers() -> Mapping[str, int]:
    """Every word at which reading starts (digits apart), with what it may set off."""
    tables = lexicon()
    figures = set(number_words()) | {phrase.partition(" ")[0] for phrase in tables.vague}
    figures |= _share_openers()
    figures |= {
        phrase.partition(" ")[0]
        for phrase, noun in tables.nouns.items()
        if noun.form in (Count.TWO, Count.TWO_OF)
    }
    found: dict[str, int] = {}
    for words, trigger in (
        (figures, _FIGURE),
        (tables.marker_openers, _MARKER),
        (set(tables.befell) | tables.fell, _TELLS),
        ({phrase.partition(" ")[0] for phrase in tables.unread}, _UNREAD),
    ):
        for word in words:
            found[word] = found.get(word, 0) | trigger
    return found


@cache
def _vague_openers() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon().vague)


@cache
def _share_openers() -> frozenset[str]:
    tables = lexicon()
    return frozenset(phrase.partition(" ")[0] for phrase in (*tables.shares, *tables.theirs))


class Starts(NamedTuple):
    """The tokens at which reading starts, ascending.

    Attributes:
        figures: where a figure may begin.
        markers: where the parts of a total may be opened.
        tells: where a word may tell what befell people.
        unread: where words may begin that state a number nobody can know.
    """

    figures: list[int]
    markers: list[int]
    tells: list[int]
    unread: list[int]


def _sets_off(word: str) -> int | None:
    return triggers().get(word) or (_FIGURE if "/" < word < ":" else None)


_STARTS = Kind(_sets_off)


def find_starts(cut: Tokens) -> Starts:
    """Where reading starts in a text, from the pass that all kinds of values share."""
    starts = Starts([], [], [], [])
    for at, hit in _STARTS.starts(cut):
        if hit & _FIGURE:
            starts.figures.append(at)
            if hit == _FIGURE:
                continue
        if hit & _MARKER:
            starts.markers.append(at)
        if hit & _TELLS:
            starts.tells.append(at)
        if hit & _UNREAD:
            starts.unread.append(at)
    return starts


def read_figures(page: Page, starts: Sequence[int]) -> list[Draft]:
    """All figures that begin at some of ``starts``, none overlapping another."""
    pairs = _marked_pairs(page) if _MARKED_DUAL.search(page.cut.shadow.raw) else {}
    drafts: list[Draft] = []
    end = 0
    for at in sorted({*starts, *pairs}) if pairs else starts:
        if at < end:
            continue
        draft = _figure(page, at) if at not in pairs else _pair(page, at, pairs[at])
        if draft is not None and draft.core >= end:
            drafts.append(draft)
            end = draft.core_end
    return drafts


def _marked_pairs(page: Page) -> dict[int, Noun]:
    """Nouns in ين that a written fatha makes dual: مدنيَّين are two, مدنيِّين are civilians."""
    found: dict[int, Noun] = {}
    for at, word in enumerate(page.words):
        noun = page.lexicon.nouns.get(word)
        plural = noun is not None and noun.form is Count.MANY and word.endswith("ين")
        if noun is not None and plural and _MARKED_DUAL.search(page.cut.quote(at, at + 1)):
            found[at] = noun
    return found


def _pair(page: Page, at: int, noun: Noun) -> Draft:
    return _two(page, at, at + 1, noun)


def _figure(page: Page, at: int) -> Draft | None:
    words = page.words
    vague = _vague(page, at) if words[at] in _vague_openers() else None
    share = _share(page, at) if words[at] in _share_openers() else None
    if vague is not None or share is not None:
        return vague or share
    if words[at][0] in _DIGITS or words[at] in number_words():
        number = read_number(words, at)
        if number is not None and (number.end - number.first > 1 or not one_of(page, at)):
            return _plain(page, number)
    return _dual(page, at)


def one_of(page: Page, at: int) -> bool:
    """Whether the word at ``at`` is *one of* those named behind it (أحد أطفالها، وأحد أبنائه), which folded looks like واحد."""
    word = page.word[at]
    if word in {"احد", "احدي", "واحدي"}:
        return True
    return word == "واحد" and _and_one(page, at)


def _and_one(page: Page, at: int) -> bool:
    """Whether what folded looks like واحد is written «وأحد»."""
    return page.cut.quote(at, at + 1).startswith("وأ")


def _plain(page: Page, number: Number) -> Draft:
    before = page.word[number.first - 1]
    first, value = number.first, number.value
    carried = page.words[first] == "واحد" and number.end - first > 1 and _and_one(page, first)
    decimal = page.words[first][0] in _DIGITS and page.words[first].isdecimal()
    if decimal and before == "." and page.glued(first) and not page.glued(first - 1):
        first, value = first - 1, float(f"0.{page.words[first]}")
    return Draft(
        first,
        number.end,
        first,
        number.end,
        value,
        value,
        joined=carried or number.prefix == "و" or before in {"و", "and", "&"},
        digits=number.form is Form.DIGITS,
        scale=number.scale,
        grouped=number.grouped,
        trim=len(number.prefix) or int(carried),
        definite=number.definite,
    )


def _share(page: Page, at: int) -> Draft | None:
    """A half or a third of something definite, in hundredths: ``ثلثا المباني``, "half of the population"."""
    for size in range(_LONGEST_SHARE, 0, -1):
        phrase = page.phrase(at, size)
        theirs = page.lexicon.theirs.get(phrase)
        found = theirs or page.lexicon.shares.get(phrase)
        if found is None or not (theirs or _definite_whole(page, at + size)):
            continue
        hundredths, about = found
        if hundredths == _FIFTH and not _is_fifth(page, at, size):
            continue
        return Draft(
            at,
            at + size,
            at,
            at + size,
            hundredths,
            hundredths,
            approximate=about,
            trim=_vague_prefix(page.words[at]),
            unit="%",
            counts=MEASURE,
            implied=True,
            theirs=theirs is not None,
        )
    return None


def _is_fifth(page: Page, at: int, size: int) -> bool:
    """Whether خمس is a fifth rather than five: by its vowel, or by the whole that follows."""
    if page.latin(at) or "\u064f" in page.cut.quote(at, at + 1):
        return True
    return page.word[at + size] in page.lexicon.fifths


def _definite_whole(page: Page, at: int) -> bool:
    start = at + 1 if page.word[at] in {"the", "its", "their", "all"} else at
    if page.word[start].endswith("'s"):
        start += 1
    if start > at and (page.word[start][:1] in _DIGITS or page.word[start] in number_words()):
        number = read_number(page.words, start)
        start = number.end if number is not None else start
    if page.word[start] in page.lexicon.wholes:
        return True
    noun = page.lexicon.nouns.get(page.word[start])
    definite = noun is not None and (noun.definite or start > at or not noun.arabic)
    return noun is not None and definite and noun.form is Count.MANY and noun.counts != MEASURE


def _vague(page: Page, at: int) -> Draft | None:
    table = page.lexicon.vague
    for size in range(_LONGEST_VAGUE, 0, -1):
        found = table.get(page.phrase(at, size))
        if found is not None:
            joined = page.words[at].startswith("و") or page.word[at - 1] in {"و", "and"}
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
    """How many letters are written onto a vague word: one in وعشرات, none in بضعة."""
    plain = word[1:] in _vague_openers() or word[1:] in _share_openers()
    return 1 if word[0] in "وفبل" and plain else 0


def _dual(page: Page, at: int) -> Draft | None:
    found = page.lexicon.noun_at(page.words, at)
    if found is None:
        return None
    noun, end = found
    if noun.form is Count.TWO_OF:
        following = page.word[end]
        named = following.startswith("ال") or following[:1] in _QUOTES
        if noun.definite or not (named or following in page.lexicon.construct):
            return None
    elif noun.form is not Count.TWO or (noun.definite and not _definite_dual(page, at, noun)):
        return None
    return _two(page, at, end, noun)


def _two(page: Page, at: int, end: int, noun: Noun) -> Draft:
    trim = 0 if noun.definite else len(noun.prefix)
    before = page.word[at - 1]
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
        told=tells(noun.unit, noun.counts),
        by_noun=tells(noun.unit, noun.counts),
        implied=True,
    )


def _definite_dual(page: Page, at: int, noun: Noun) -> bool:
    """الطفلين are two children; الساعتين are two hours only behind an approximator (قرابة الساعتين)."""
    if page.word[at - 1] in _ONE_OF:
        return False
    return noun.counts == PEOPLE or page.lexicon.before.get(page.word[at - 1]) is Bound.ABOUT


def two_thousand(page: Page, draft: Draft) -> bool:
    """Whether ``ألفا`` right before its noun is the construct dual (ألفا قتيل) rather than one thousand."""
    word = page.words[draft.core]
    if draft.core_end - draft.core != 1 or not draft.scale or not word.endswith("ا"):
        return False
    return "\u064b" not in page.cut.quote(draft.core, draft.core_end)
