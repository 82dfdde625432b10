"""Where a comma and و, or a new subject, open a further statement of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.given_names import is_given
from claims.extraction.lexicon import match
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import auxiliaries, elsewhere_words, going_on, newcomers
from claims.extraction.triggers import Trigger, begins
from claims.text.tokens import where

_DEEDS = frozenset({"strike", "clash"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_LISTED_REACH = 3
_PLAIN_LENGTH = 3
_PLACE_REACH = 3
_VERB_REACH = 6
_DEED_REACH = 8
_ELSEWHERE_REACH = 12
_PARTING = frozenset({",", ";"})
_AND = frozenset({"and"})
_AT = frozenset({"in", "near", "at", "outside"})
_OPENING = frozenset("؛;،,")
_COMMAS = frozenset("،,")
_CONJOINED = frozenset({"وعلي"})
"""And on, which is written like and Ali."""
_AS_OBJECT = "ا"
"""How an indefinite noun that a verb carries ends (شن غارات، وقصفا على …)."""


def parted(
    mentions: Mentions, sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where a comma and و open a statement that is joined to the one before it."""
    openings = [*_openings(mentions, sentence), sentence.end]
    for index, following in pairwise(openings):
        low, high = (bisect_left(triggers, at, key=begins) for at in (index, following))
        stretch = Range(index, following)
        verb = low < high or _finite(mentions.tokens.words, stretch)
        if verb or not _goes_on_listing(mentions, stretch):
            yield index, "joined"


def turns(
    mentions: Mentions, sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where an Arabic sentence turns to another event: at another place, by another subject, or by a further deed told by its noun.

    Nothing but the speaker is shared with what stands before: who did it, and on which day, is left to its own words.
    """
    if len(triggers) <= 1 or mentions.tokens.words[triggers[0].tokens.first].isascii():
        return
    yield from _at_another_place(mentions, sentence, triggers)
    yield from _by_another(mentions, sentence, triggers)
    yield from _further_deeds(mentions, sentence, triggers)


def _at_another_place(
    mentions: Mentions, sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where a comma, و, a place and a verb behind it tell of another place (، وفي نوى انفجرت عبوة), in a gazetteer or not."""
    words = mentions.tokens.words
    for verb in triggers[1:]:
        if verb.role != "verb" or verb.joined:
            continue
        low = max(sentence.first + 1, verb.tokens.first - _VERB_REACH)
        opens = (i for i in range(verb.tokens.first - 1, low - 1, -1) if words[i - 1] == "،")
        index = next(opens, None)
        if index is None or words[index] not in elsewhere_words():
            continue
        ahead = within(mentions.places, mentions.span(Range(index, verb.tokens.first)))
        placed = bool(ahead) and mentions.token_at(ahead[0].span.start) - index <= _PLACE_REACH
        if placed or verb.tokens.first - index <= _PLACE_REACH:
            yield index, "contrast"


def elsewhere_in_english(
    mentions: Mentions, sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where *and* and a place behind a comma or a semicolon tell of another event (…, *and in Tikrit* tanks destroyed 15 houses)."""
    words = mentions.tokens.words
    for index in where(words, _AND, sentence.first + 1, sentence.end - 2):
        if words[index - 1] not in _PARTING:
            continue
        if words[index + 1] not in _AT or not any(t.tokens.end <= index for t in triggers):
            continue
        verb = next((t for t in triggers if t.tokens.first > index + 1 and t.role == "verb"), None)
        if verb is None or verb.tokens.first - index > _ELSEWHERE_REACH:
            continue
        ahead = within(mentions.places, mentions.span(Range(index, verb.tokens.first)))
        if ahead and mentions.token_at(ahead[0].span.start) - index <= _PLACE_REACH:
            yield index, "contrast"


def _by_another(
    mentions: Mentions, sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where و and a subject of its own stand before a verb behind another deed (تقتحم بلدة … والاحتلال يهدم منزلاً)."""
    words = mentions.tokens.words
    for verb in triggers[1:]:
        if verb.role != "verb" or verb.joined or verb.tokens.first - 1 <= triggers[0].tokens.first:
            continue
        first = _subject_before(mentions, sentence, verb.tokens.first)
        if first is None or not words[first].startswith("و"):
            continue
        before = within(mentions.parties, mentions.span(Range(sentence.first, first)))
        listed = bool(before) and mentions.range(before[-1].span).end == first
        if not (
            listed or words[first - 1] in markers().nameless or first <= triggers[0].tokens.first
        ):
            yield first, "contrast"


def _subject_before(mentions: Mentions, sentence: Range, verb: int) -> int | None:
    """The token at which the party right before a verb begins whose و is no letter of its name, None where none stands there."""
    words = mentions.tokens.words
    if words[verb - 1].removeprefix("و") in markers().nameless and words[verb - 1][0] == "و":
        return verb - 1
    low = max(sentence.first, verb - _VERB_REACH)
    found = within(mentions.parties, mentions.span(Range(low, verb)))
    last = found[-1] if found else None
    if last is None or mentions.range(last.span).end != verb:
        return None
    first = mentions.token_at(last.span.start)
    return first if last.span.start > mentions.origins[first] else None


def _further_deeds(
    mentions: Mentions, sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where a comma and و add a deed told by its noun with a place of its own (، وغارة على أرض شرق رفح)."""
    words = mentions.tokens.words
    for deed in triggers[1:]:
        first = deed.tokens.first
        fresh = deed.kind in _DEEDS and deed.role in _DEED_NOUNS and not deed.known
        if not fresh or words[first - 1] != "،" or words[first][0] != "و":
            continue
        end = min(sentence.end, deed.tokens.end + _DEED_REACH)
        pause = next((i for i in range(deed.tokens.end, end) if words[i] == "،"), end)
        if within(mentions.places, mentions.span(Range(first, pause))):
            yield first, "joined" if words[deed.tokens.end - 1].endswith(_AS_OBJECT) else "contrast"


def _openings(mentions: Mentions, sentence: Range) -> Iterator[int]:
    """Where a comma and و may open a further statement; lists of names, days and figures are not parted."""
    words = mentions.tokens.words
    pauses = where(words, _OPENING, sentence.first, sentence.end - 2)
    listed = _begun_by_values(mentions, sentence) if pauses else frozenset()
    for pause in pauses:
        index = pause + 1
        word, comma = words[index], words[pause] in _COMMAS
        if not comma or word in newcomers():
            yield index
        if comma and word[0] == "و" and len(word) > _PLAIN_LENGTH:
            known = match("predicates", words, index, sentence.end)
            named = is_given(words, index, sentence.end, listed=True) and word not in _CONJOINED
            if word in going_on():
                continue
            if index not in listed and not named and (known is None or known[0].role == "verb"):
                yield index


def _begun_by_values(mentions: Mentions, sentence: Range) -> frozenset[int]:
    """The tokens with which names, days and figures of a sentence begin."""
    span = mentions.span(sentence)
    spans = [one.span for one in within(mentions.places, span)]
    spans += [one.span for one in within(mentions.parties, span)]
    spans += [one.span for one in within(mentions.dates, span)]
    spans += [one.span for one in within(mentions.quantities, span)]
    return frozenset([mentions.token_at(one.start) for one in spans])


def _finite(words: tuple[str, ...], stretch: Range) -> bool:
    """Whether an English stretch behind a semicolon has a verb of its own."""
    inside = words[stretch.first : stretch.end]
    return words[stretch.first - 1] == ";" and any(
        word.isascii() and (word in auxiliaries() or word.endswith("ed")) for word in inside
    )


def _goes_on_listing(mentions: Mentions, stretch: Range) -> bool:
    """Whether a stretch without a predicate only adds a place to those before (، ومحيط بلدة سفوهن)."""
    places = within(mentions.places, mentions.span(stretch))
    return bool(places) and mentions.token_at(places[0].span.start) - stretch.first < _LISTED_REACH
