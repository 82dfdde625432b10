"""Whom the subject of an English verb of saying names: a known source in it, else its words where they are a name."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.findings import of_findings
from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import speech_words
from claims.extraction.voice import Voice
from claims.model import Party
from claims.text.shadow import fold

_TABLES = ("predicates", "clauses", "modality")
_LONGEST_NAME = 9
_LONGEST_TITLE = 12
_TITLE_AND_NAME = 2
_NEXT = 2
_QUOTES = frozenset('"“')
_NAMELESS = frozenset({"local sources"})
_OWNING = ("'s", "’s")
_ONCE = frozenset({"former", "onetime", "late", "ousted", "deposed"})
_ONCE_REACH = 2
_PERSON = "person"
_NOBODY = frozenset({"with", "one", "another", "these", "those", "both", "others"})


def speaking_in(mentions: Mentions, name: Range) -> Party | None:
    """The known source of a subject: the last one that is no place of another (*the defence ministry in Kyiv*)."""
    words = mentions.tokens.words
    found = [
        party
        for party in within(mentions.sources, mentions.span(name))
        if words[mentions.range(party.span).end] != "-" and not was_once(mentions, name, party)
    ]
    if len(found) > 1 and _in_office(mentions, name, found[0], found[1]):
        return found[1]
    for party in reversed(found):
        first = mentions.range(party.span).first
        told = first > name.first and words[first - 1] in speech_words("of another")
        passive = words[first - 1] == "by" and words[first - 2].endswith("ed")
        if first > name.first + 1 and passive:
            return None
        inside = party.kind not in _NAMELESS and words[first - 1] in {"at", "with", "from"}
        if told and inside and words[first - 2] in speech_words("office"):
            return party
        if not told or party is found[0]:
            return party if not told else None
    return None


def was_once(mentions: Mentions, name: Range, party: Party) -> bool:
    """Whether a source is only where somebody was in office before (*former Israeli Prime Minister* X): X speaks, and not the office."""
    words, first = mentions.tokens.words, mentions.range(party.span).first
    before = words[max(name.first, first - _ONCE_REACH) : first]
    named = party.kind != _PERSON and ends_in_name(mentions, name)
    return named and not _ONCE.isdisjoint(before)


def _in_office(mentions: Mentions, name: Range, office: Party, whose: Party) -> bool:
    """Whether a source is somebody in an office of the next one (*an official from Haftar's forces*)."""
    words = mentions.tokens.words
    inside = words[name.first : mentions.range(office.span).end]
    between = words[mentions.range(office.span).end : mentions.range(whose.span).first]
    told = not speech_words("office").isdisjoint(inside)
    return (
        told and len(between) <= _NEXT and between[:1] in [("from",), ("of",), ("for",), ("with",)]
    )


def is_name(mentions: Mentions, name: Range) -> bool:
    """Whether every word is written as part of a name (Christopher Stokes, Ali al-Hadi)."""
    words = [mentions.tokens.quote(i, i + 1) for i in range(name.first, name.end)]
    letters = [word for word in words if word.isalpha()]
    capital = sum(word[0].isupper() for word in letters)
    return capital > 1 and all(
        word[0].isupper() or word in {"al", "bin", "de", "van"} for word in letters
    )


def by_name(mentions: Mentions, name: Range, cue: Range, head: Range, voice: Voice) -> Heard | None:
    """The speaker whom the words of a subject name, where they are few and tell of nothing else; None for no name."""
    found = of_findings(mentions, name, cue, head)
    if found is not None:
        return found
    words = mentions.tokens.words
    stretch = words[name.first : name.end]
    manner = len(stretch) == 1 and stretch[0].endswith("ly") and not ends_in_name(mentions, name)
    if manner and words[name.first - 1] in _QUOTES and voice.last is not None:
        return Heard(voice.last, head)
    adverb = manner or (len(stretch) == 1 and stretch[0] in speech_words("between"))
    if adverb or _NOBODY.issuperset(stretch) or stretch[-1:] == ("to",):
        return None
    if len(stretch) == _TITLE_AND_NAME and stretch[0] == "the" and stretch[1].endswith(_OWNING):
        return _owner(mentions, name, cue, head)
    return _by_words_of(mentions, name, cue, head, voice)


def _by_words_of(
    mentions: Mentions, name: Range, cue: Range, head: Range, voice: Voice
) -> Heard | None:
    """The speaker whom the words of a subject name as they stand, or the person of that surname heard before."""
    words = mentions.tokens.words
    stretch = words[name.first : name.end]
    longest = _LONGEST_TITLE if ends_in_name(mentions, name) else _LONGEST_NAME
    if not 0 < sum(map(str.isalnum, stretch)) <= longest or not (
        speech_words("pronouns") - speech_words("of another")
    ).isdisjoint(stretch):
        return None
    if not any(word.isalpha() and word.isascii() for word in stretch):
        return None
    if any(word.endswith("n't") for word in stretch):
        return None
    told = [
        i
        for i in range(name.first, name.end)
        if words[i] not in speech_words("of another") and words[i - 1] != "-"
    ]
    institution = stretch[-1] in speech_words("institutions") and ends_in_name(mentions, name)
    if not (institution and is_name(mentions, name)) and any(
        match(table, words, i, name.end) for i in told for table in _TABLES
    ):
        return None
    surname = mentions.tokens.quote(name.end - 1, name.end)
    known = (
        voice.by_word(surname)
        if surname[:1].isupper() and len(stretch) <= _TITLE_AND_NAME
        else None
    )
    made = by_words(mentions, name, cue)
    if known is not None:
        made = replace(made, source=known.source, lineage=known.lineage)
    return Heard(made, head, "" if known is None else voice.kind_of(known))


def _owner(mentions: Mentions, name: Range, cue: Range, head: Range) -> Heard | None:
    """Whose assessment it is that an English possessive points back to (*the command's*): the last source named by that noun."""
    noun = mentions.tokens.words[name.first + 1][:-2]
    start = mentions.origins[name.first]
    before = (one for one in reversed(mentions.sources) if one.span.end <= start)
    party = next((one for one in before if fold(one.text).split()[-1:] == [noun]), None)
    return None if party is None else Heard(by_party(mentions, party, cue), head, party.kind)


def ends_in_name(mentions: Mentions, name: Range) -> bool:
    """Whether the last word is written with a capital."""
    return mentions.tokens.quote(name.end - 1, name.end)[:1].isupper()
