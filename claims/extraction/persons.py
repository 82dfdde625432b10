"""Which English speakers are one person, so that *he said* is of a person and *it added* of none.

A person speaks by an office (*the army's spokesman*), by a name in capitals, or as a witness. Who is named with an office as the
subject of a sentence (*the foreign minister, Amr Said, called on* …), or is a person that the lexicons know, is whom *he* means
until another one speaks.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.heard import by_party, by_words
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import speech_words
from claims.extraction.voice import Voice
from claims.model import Party

_SINGLE = frozenset({"person", "local sources"})
_NAME = 2
_LONGEST = 10
_OPENING = 6
_OFFICE = 6


def is_person(mentions: Mentions, head: Range, kind: str) -> bool:
    """Whether who speaks in a head, a party of ``kind``, is one person: by an office or a name of two words in capitals.

    Args:
        mentions: of the document.
        head: speaker and word of saying.
        kind: of the party that speaks, "" for one that no lexicon knows.
    """
    if kind in _SINGLE:
        return True
    words = mentions.tokens.words[head.first : head.end]
    if not speech_words("persons").isdisjoint(words):
        return True
    return not kind and _capitals(mentions, head.first, head.end) >= _NAME


def named_person(mentions: Mentions, sentence: Range, voice: Voice) -> Voice:
    """The memory at the head of an English sentence that has a known person, or one with an office, as its subject."""
    words, first = mentions.tokens.words, sentence.first
    if not words[first].isascii():
        return voice
    first = _behind_day(words, sentence)
    known = _known_person(mentions, sentence, first)
    if known is None and words[first + 1 : first + 2] == (",",):
        first += 2
        known = _known_person(mentions, sentence, first)
    if known is not None:
        return replace(voice, person=by_party(mentions, known, Range(first, first + 1)))
    end, titles = first, speech_words("in titles") | speech_words("persons")
    while end < min(sentence.end, first + _LONGEST) and (
        _capital(mentions, end) or words[end] in titles
    ):
        end += 1
    office = speech_words("persons")
    apposed = words[end : end + 1] == (",",)
    if end > first and apposed and words[end - 1] in office:
        first, end = end + 1, _name_end(mentions, Range(end + 1, sentence.end))
    elif office.isdisjoint((*words[first:end], *(words[end : end + _OFFICE] if apposed else ()))):
        return voice
    if end - first < _NAME or not _capital(mentions, end - 1):
        return voice
    name, cue = Range(first, end), Range(first, first + 1)
    inside = within(mentions.sources, mentions.span(name))
    whole = bool(inside) and mentions.range(inside[-1].span).end == end
    named = by_party(mentions, inside[-1], cue) if whole else by_words(mentions, name, cue)
    return replace(voice, person=named)


def _behind_day(words: tuple[str, ...], sentence: Range) -> int:
    """Where a sentence begins behind the day or place that a comma parts from it (*On Sunday,* the minister …)."""
    first = sentence.first
    if words[first] not in speech_words("opening place"):
        return first
    line = range(first + 1, min(sentence.end - 1, first + _OPENING))
    return next((i + 1 for i in line if words[i] == ","), first)


def _known_person(mentions: Mentions, sentence: Range, first: int) -> Party | None:
    """The person of a lexicon whose name begins at a token of a sentence, None for anybody else."""
    if first >= sentence.end:
        return None
    stretch = Range(first, min(sentence.end, first + _NAME))
    opening = within(mentions.sources, mentions.span(stretch))
    begins = bool(opening) and mentions.range(opening[0].span).first == first
    return opening[0] if begins and opening[0].kind == "person" else None


def _name_end(mentions: Mentions, stretch: Range) -> int:
    """Where a name in capitals ends that begins a stretch."""
    end = stretch.first
    while end < min(stretch.end, stretch.first + _LONGEST) and _capital(mentions, end):
        end += 1
    return end


def _capitals(mentions: Mentions, first: int, end: int) -> int:
    return sum(_capital(mentions, index) for index in range(first, end))


def _capital(mentions: Mentions, index: int) -> bool:
    return mentions.tokens.initial(index).isupper()
