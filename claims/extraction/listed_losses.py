"""Lists of the dead and hurt by whose they were: their items only count, the line above them says what befell these.

«والقتلى والشهداء هم: – 60 من هيئة … – عنصر من لواء …» are sixty killed and one more. A figure of persons or members becomes one of
the killed or injured, a bare person at the head of an item counts one, and a predicate stands where the figure does.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import takewhile

from claims.extraction.lexicon import load
from claims.extraction.mentions import Found, Mentions, Range, within
from claims.extraction.single import one_person
from claims.extraction.triggers import Trigger, begins, triggers_of
from claims.model import Quantity, Role, Sentence
from claims.slots.quantity import find_quantities
from claims.text.shadow import fold

_TAIL = 8
_PEOPLE = frozenset({"persons", "members"})
_LOST = {"killed": "مقتل", "injured": "إصابة"}
"""Nouns behind which one person is counted."""
_PAUSES = frozenset("،,؛;")


def with_listed_losses(mentions: Mentions, parts: tuple[Sentence, ...]) -> Mentions:
    """The mentions of a document with the figures in lists of the dead and hurt as counts of these."""
    units: dict[int, str] = {}
    under = ""
    for number, part in enumerate(parts):
        if part.role is Role.LIST_ITEM and under:
            units[number] = under
        elif part.role is not Role.CHROME:
            under = _announced(mentions, part)
    if not units:
        return mentions
    read = {id(one): one for one in mentions.quantities}
    further: list[Quantity] = []
    for number, unit in units.items():
        item = mentions.range(parts[number].span)
        counted = within(mentions.quantities, parts[number].span)
        read |= {id(one): replace(one, unit=unit) for one in counted if one.unit in _PEOPLE}
        further += _one_at(mentions, item, unit, counted)
    figures = sorted((*read.values(), *further), key=lambda one: one.span)
    return replace(mentions, quantities=Found(figures))


def with_counted(
    mentions: Mentions, tokens: Range, triggers: tuple[Trigger, ...]
) -> tuple[Trigger, ...]:
    """The predicates of a sentence, with one where a figure of the dead or hurt opens it and no word for them does."""
    if tokens.first >= tokens.end:
        return triggers
    figure = _at(
        mentions, _head(mentions, tokens), within(mentions.quantities, mentions.span(tokens))
    )
    if figure is None or figure.unit not in _LOST:
        return triggers
    here = mentions.range(figure.span)
    if any(one.kind == "casualties" and one.tokens.first in here for one in triggers):
        return triggers
    told = Trigger("casualties", "noun", Range(here.first, here.first + 1), False, False)
    return tuple(sorted((told, *triggers), key=begins))


def befell(mentions: Mentions, kept: Range, quantities: tuple[Quantity, ...]) -> str:
    """What befell those whom a statement opens with, in brackets, where it counts them without saying so; "" elsewhere."""
    figure = _at(mentions, _head(mentions, kept), quantities[:1])
    if figure is None or figure.unit not in _LOST:
        return ""
    triggers = triggers_of(mentions.tokens, kept)
    alone = find_quantities(figure.text)
    said = any(one.kind == "casualties" for one in triggers) or (
        bool(alone) and alone[0].unit in _LOST
    )
    return "" if said else f"[{load('listed_losses.toml')['befell'][figure.unit]}] "


def _announced(mentions: Mentions, part: Sentence) -> str:
    """What befell those in the list that an Arabic line announces: ``killed`` or ``injured``, "" where it announces none."""
    if part.language != "ar" or not part.span.of(mentions.document.text).rstrip().endswith(":"):
        return ""
    here = mentions.range(part.span)
    words = [one for one in mentions.tokens.words[here.first : here.end] if one != ":"][-_TAIL:]
    data = _data()
    if not words or words[-1].removeprefix("و") not in data["ends"]:
        return ""
    tail = {*takewhile(lambda word: word not in _PAUSES, reversed(words))}
    bare = {form for word in tail for form in (word, word.removeprefix("و"))}
    told = [unit for unit in _LOST if not data[unit].isdisjoint(bare)]
    return told[0] if len(told) == 1 else ""


@cache
def _data() -> dict[str, frozenset[str]]:
    data = load("listed_losses.toml")["ar"]
    return {name: frozenset(map(fold, words)) for name, words in data.items()}


def _head(mentions: Mentions, item: Range) -> int:
    """The first word of an item, behind its sign."""
    words, first = mentions.tokens.words, item.first
    while first < item.end - 1 and not words[first].isalnum():
        first += 1
    return first


def _at(mentions: Mentions, index: int, figures: tuple[Quantity, ...]) -> Quantity | None:
    """The figure that begins at a token."""
    return next((one for one in figures if mentions.token_at(one.span.start) == index), None)


def _one_at(
    mentions: Mentions, item: Range, unit: str, counted: tuple[Quantity, ...]
) -> tuple[Quantity, ...]:
    """The figure *one* of a person without a number at the head of an item (– *عنصر* من لواء …), () for none."""
    head = _head(mentions, item)
    if _at(mentions, head, counted) is not None:
        return ()
    read = one_person(_LOST[unit], mentions.tokens.words[head])
    if read is None:
        return ()
    text, span = mentions.tokens.quote(head, head + 1), mentions.tokens.span(head, head + 1)
    return (Quantity(1, 1, False, False, False, unit, read[1], text, span),)
