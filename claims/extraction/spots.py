"""Which place *the town*, «البلدة» or *there* means: the one candidate that stands near and is of that kind.

Where two towns were named, *the town* is neither. *The area* may be any place, and is one only where nothing else was named
last; what is told of a whole country or region is not told of the village before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from claims.extraction.draft import Draft
from claims.extraction.lexicon import load
from claims.extraction.mentions import Mentions, within
from claims.extraction.pointers import bare_kind, is_spot, kind_words, words_of
from claims.model import Place, Span

_NEAR = 2
_SITES = frozenset(
    {
        "مستشفى",
        "مشفى",
        "مستشفي",
        "مشفي",
        "مسجد",
        "جامع",
        "سوق",
        "شارع",
        "سجن",
        "كنيسة",
        "محطة",
        "جسر",
        "فندق",
    }
)
_FLED = ("نازح", "نزح", "مهجر", "لاجئ", "فار", "قادم")
"""Beginnings of words for people who left a place."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place that was named where something may have happened.

    Attributes:
        place: the place.
        number: of its sentence.
        kinds: the kinds of place in its words (بلدة سرمين).
        spot: whether it is narrower than a province.
    """

    place: Place
    number: int
    kinds: tuple[str, ...]
    spot: bool


def named(places: tuple[Place, ...], number: int) -> tuple[Named, ...]:
    """Places of a sentence as they are remembered."""
    return tuple(Named(one, number, kind_words(one), is_spot(one)) for one in places)


def outside_of_names(places: tuple[Place, ...], drafts: Iterable[Draft]) -> tuple[Place, ...]:
    """The places that stand neither in the name of who says some drafts nor right before it (the *Abu Shouk* resistance committee)."""
    names = {link.span for one in drafts for link in one.attribution if link.span}
    if not names:
        return places
    ordered = sorted(names)
    starts = [name.start for name in ordered]
    reach = list(accumulate((name.end for name in ordered), max))

    def named(span: Span) -> bool:
        behind = bisect_left(starts, span.end)
        if behind < len(starts) and starts[behind] <= span.end + 1:
            return True
        before = bisect_right(starts, span.start)
        return before > 0 and span.end <= reach[before - 1]

    return tuple([place for place in places if not named(place.span)])


def meant(words: tuple[str, ...], told: tuple[Named, ...], number: int) -> Place | None:
    """The place that a phrase for a kind of place points back to, None where none or several may be meant.

    Args:
        words: of the phrase (*the same town*, «البلدة»).
        told: the places named so far, those before it in its own sentence among them, in order.
        number: of its sentence.
    """
    kinds = [bare_kind(word) for word in words]
    if not words_of("anywhere").isdisjoint(kinds):
        return _anywhere(told, number)
    wide = not words_of("provinces").isdisjoint(kinds)
    spots = [one for one in told if one.spot or (wide and one.place.relation == "in")]
    exact = [one for one in spots if not set(kinds).isdisjoint(one.kinds)]
    bare = words_of("by kind alone").isdisjoint(kinds)
    fitting = exact or [one for one in spots if bare and not one.kinds]
    near = [one for one in fitting if number - one.number <= _NEAR] or fitting
    return None if any(map(_of_two, near)) or _is_site(near) else _only(near)


def home(mentions: Mentions, one: Draft, words: tuple[str, ...], start: int) -> Place | None:
    """The one village of its sentence that people are said to be of, which a phrase names by its kind (من أهالي قرية … بقصف على *القرية*).

    Args:
        mentions: of the document.
        one: the draft.
        words: of the phrase.
        start: offset at which its sentence begins.
    """
    kinds = {bare_kind(word) for word in words} - words_of("anywhere")
    stretch = Span(start, max(start, mentions.span(one.tokens).end))
    told = [
        place
        for place in within(mentions.places, stretch)
        if not kinds.isdisjoint(kind_words(place)) and not _left(mentions, place)
    ]
    return told[0] if len({place.id or place.name for place in told}) == 1 else None


def home_of_people(mentions: Mentions, one: Draft, words: tuple[str, ...]) -> bool:
    """Whether an Arabic phrase for a kind of place only tells of where people are (شبان *من البلدة*): they may be elsewhere."""
    return _word_before(mentions, one, words) in words_of("people of")


def headed_for(mentions: Mentions, one: Draft, words: tuple[str, ...]) -> bool:
    """Whether an Arabic phrase for a kind of place only tells where somebody was going (تعزيزات في طريقها *إلى المنطقة*)."""
    return _word_before(mentions, one, words) in words_of("headed for")


def _word_before(mentions: Mentions, one: Draft, words: tuple[str, ...]) -> str:
    """The word of a draft right before a phrase, "" for none."""
    first, told = one.tokens.first, mentions.tokens.words
    at = next((i for i in range(first, one.tokens.end) if told[i] == words[0]), first)
    return told[at - 1] if at > first else ""


def _left(mentions: Mentions, place: Place) -> bool:
    """Whether people are said to have fled from a place (نازحون من بلدة …): what befell them was elsewhere."""
    first = mentions.token_at(place.span.start)
    ahead = mentions.tokens.words[max(0, first - _NEAR) : first]
    return any(word.removeprefix("ال").startswith(_FLED) for word in ahead)


def _is_site(near: list[Named]) -> bool:
    """Whether all that may be meant is a building or a site, which no word for a town or a province points back to."""
    return bool(near) and all(
        one.place.text.split(" ", 1)[0].removeprefix("ال") in _SITES and not one.kinds
        for one in near
    )


def _of_two(one: Named) -> bool:
    """Whether a place was named as one of two, of which the other is in no gazetteer (بلدتي الهبيط وكفرنبودة)."""
    return one.place.text.split(" ", 1)[0] in _pairs()


@cache
def _pairs() -> frozenset[str]:
    return frozenset(load("discourse.toml")["ar"]["kinds of two"])


def _anywhere(told: tuple[Named, ...], number: int) -> Place | None:
    """The one narrow place of the last sentence that names any, where the wider ones beside it hold it."""
    last = max((one.number for one in told), default=-1)
    if number - last > _NEAR:
        return None
    here = [one for one in told if one.number == last]
    found = _only([one for one in here if one.spot])
    others = (one.place for one in here if not one.spot)
    return found if found and all(_around(other, found) for other in others) else None


def _only(candidates: list[Named]) -> Place | None:
    """The one place among some; the inner one where they lie in each other."""
    distinct = {one.place.id or one.place.name: one.place for one in candidates}
    inner = [
        place
        for key, place in distinct.items()
        if not any(key in other.within for other in distinct.values())
    ]
    return inner[-1] if len(inner) == 1 else None


def _around(other: Place, found: Place) -> bool:
    """Whether a wider place holds a narrow one, as far as that is known."""
    return not found.within or not other.id or other.id in found.within or not other.within
