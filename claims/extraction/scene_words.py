"""Where something was, in the words that an Arabic statement adds: «في مدينة سرمين، شرقي إدلب»، «على الطريق الواصل بين الحسكة وتل تمر»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claims.extraction.lexicon import load
from claims.model import Place
from claims.text.shadow import fold

_BETWEEN = "between"
_AND = "و"


def scene_words(places: Sequence[Place], inside: str, whereto: frozenset[str]) -> Iterator[str]:
    """Each place as its text says it; *in* before the first that has no word of its own, and both ends of a road as one.

    Args:
        places: of a claim, in order.
        inside: the word for *in*.
        whereto: folded first words of a place that need none.
    """
    led = False
    for words, bare in _told(places, whereto):
        yield f"{inside} {words}" if bare and not led else words
        led = led or bare


def _told(places: Sequence[Place], whereto: frozenset[str]) -> list[tuple[str, bool]]:
    """The words of each place, those of several between which something lies together, and whether they need an *in*."""
    found: list[tuple[str, bool]] = []
    before: Place | None = None
    for place in places:
        text = place.text.removeprefix("#")
        if before is not None and before.relation == place.relation == _BETWEEN:
            found[-1] = (f"{found[-1][0]} {_AND}{text}", found[-1][1])
        else:
            found.append((_on_road(text), _bare(place, text, whereto)))
        before = place
    return found


def _on_road(text: str) -> str:
    """The words of a place, with the road before them that an adjective of it leaves in the text (*على الطريق* الواصل بين …)."""
    joining, road = _road()
    return f"{road} {text}" if text.startswith(joining) else text


@cache
def _road() -> tuple[tuple[str, ...], str]:
    """The adjectives of a road between two places, each with the space behind it, and the words for the road."""
    data = load("statement.toml")
    return tuple(f"{word} " for word in data["joining"]), data["road"]


def _bare(place: Place, text: str, whereto: frozenset[str]) -> bool:
    """Whether a place has neither an adverb nor a preposition of its own."""
    first = fold(text).split()[0] if text.split() else ""
    return first not in whereto and not (first.startswith("ب") and place.relation != "in")
