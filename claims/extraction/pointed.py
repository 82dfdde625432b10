"""Sources that words point back to: *the ministry*, *the same network*, a spokesman *of it*, the statement *of the command*.

An organisation that is pointed to and was never named stays what the words say; a person nobody can be found for is nobody.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from claims.extraction.heard import Heard, by_party
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import generics, speech_words
from claims.extraction.voice import Voice
from claims.model import Attribution, Lineage
from claims.text.shadow import fold

ORGANISED = frozenset(
    {
        "ministry",
        "local network",
        "media",
        "agency",
        "monitor",
        "ngo",
        "international organisation",
        "military",
        "armed group",
        "coalition",
        "government",
    }
)
"""Kinds of party that speak as a body."""
_TWO = 2
_OF_A_PERSON = frozenset({("he",), ("she",)})
_OF_A_GROUP = frozenset(
    {("the", "group"), ("the", "organisation"), ("the", "organization"), ("the", "charity")}
)
_GROUPS = frozenset(
    {
        "international",
        "group",
        "relief",
        "watch",
        "organisation",
        "organization",
        "coalition",
        "charity",
    }
)
"""Words of names that groups have, besides those of institutions."""
_OF_A_BODY = frozenset({("it",), ("the", "statement")})


def pointing_back(
    mentions: Mentions, sentence: Range, cue: Range, voice: Voice, starts: tuple[int, ...]
) -> Heard | None:
    """The source that a generic noun or pronoun at one of ``starts`` points back to."""
    words = mentions.tokens.words
    for start in starts:
        known = _generics_by_first_word().get(words[start], ()) if start in sentence else ()
        for phrase, kinds_meant in known:
            end = start + len(phrase)
            if end > sentence.end or words[start:end] != phrase:
                continue
            head = Range(min(cue.first, start), max(cue.end, end))
            meant = voice.headed(words[start]) if len(phrase) == 1 else None
            meant = meant or _meant(phrase, voice, kinds_meant)
            found = pointed(mentions, cue, Range(start, end), meant, kinds_meant)
            if found is not None:
                return Heard(found, head, _kind(voice, meant, kinds_meant))
    return None


@cache
def _generics_by_first_word() -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for phrase, kinds_meant in generics().items():
        found.setdefault(phrase[0], []).append((phrase, kinds_meant))
    return found


def _kind(voice: Voice, meant: Attribution | None, kinds_meant: frozenset[str]) -> str:
    """The kind of who is meant where the words can mean that, else the first of those that they can mean."""
    kind = voice.kind_of(meant) if meant else ""
    return kind if kind in kinds_meant or not kinds_meant else min(kinds_meant)


def _meant(
    phrase: tuple[str, ...], voice: Voice, kinds_meant: frozenset[str]
) -> Attribution | None:
    """The newest source that an English pronoun or *the statement* can mean, of one of ``kinds_meant`` for any other words."""
    if phrase in _OF_A_PERSON:
        return voice.person or voice.somebody() or voice.meant(kinds_meant)
    if phrase in _OF_A_GROUP:
        return voice.organised(kinds_meant, speech_words("institutions") | _GROUPS)
    return voice.body() if phrase in _OF_A_BODY else voice.meant(kinds_meant)


def pointed(
    mentions: Mentions,
    cue: Range,
    name: Range,
    meant: Attribution | None,
    kinds_meant: frozenset[str],
) -> Attribution | None:
    """The source that ``name`` points back to, or its own words where an organisation was never named."""
    text, span = mentions.tokens.quote(name.first, name.end), mentions.span(name)
    said = mentions.tokens.quote(cue.first, cue.end)
    if meant is not None:
        return replace(meant, cue=said, text=text, span=span, cue_span=mentions.span(cue))
    unnamed = not speech_words("anonymous").isdisjoint(fold(text).split())
    if unnamed or (kinds_meant and kinds_meant <= ORGANISED):
        return Attribution(text, Lineage.UNKNOWN, said, text, span, mentions.span(cue))
    return None


def issued_by(mentions: Mentions, name: Range, cue: Range, voice: Voice) -> Attribution | None:
    """The speaker named before whose statement or report it is (ذكر بيان *للقيادة*), None for any other name."""
    words = mentions.tokens.words
    if words[name.first] not in speech_words("of whom") or name.end - name.first != _TWO:
        return None
    noun = words[name.first + 1]
    meant = voice.headed(f"ال{noun[2:]}") if noun.startswith("لل") else None
    return pointed(mentions, cue, name, meant, frozenset()) if meant else None


def in_the_name_of(
    mentions: Mentions, sentence: Range, name: Range, cue: Range
) -> Attribution | None:
    """The first party of the sentence for a spokesman *of it* (متحدث باسمه), None for any other name."""
    if speech_words("of it").isdisjoint(mentions.tokens.words[name.first : name.end]):
        return None
    before = within(mentions.sources, mentions.span(Range(sentence.first, cue.first)))
    if not before:
        return None
    pointed = by_party(mentions, before[0], cue)
    text, span = mentions.tokens.quote(name.first, name.end), mentions.span(name)
    return replace(pointed, text=text, span=span)
