"""Who speaks at an English verb of saying: the subject before it.

The subject runs back from the verb to a pause or a connective (*…, the hospital's volunteers* said). A known source in it
speaks; where none is known its words are the name. Behind an apposition (*Igor Strelkov, their commander,* said) it is who
stands before the comma, unless the apposition is the name (*its director, Ali Hadi,*) or the office of an organisation
(*…, a spokesman for the mission,*). A surname alone is the person of that name heard before.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.lexicon import match, speech_words
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.voice import Voice
from claims.model import Party

_MARKS = frozenset(',"”»:;()\n«“')
_RELATIVE = frozenset({"who", "which", "whose"})
_TABLES = ("predicates", "clauses", "modality")
_LONGEST_NAME = 9
_FARTHEST = 16
_APPOSED = 14
_LONGEST_TITLE = 12
_TITLE_AND_NAME = 2
_OPENING = 2


def known_before(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The known source right before an English verb of saying, None where its subject holds none."""
    head, name = _subject(mentions, sentence, cue)
    party = _speaking(mentions, name) if name.first < name.end else None
    return None if party is None else Heard(by_party(mentions, party, cue), head, party.kind)


def named_before(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """The words of the subject of an English verb of saying as the source, None where they name nobody."""
    head, name = _subject(mentions, sentence, cue)
    return _by_name(mentions, name, cue, head, voice) if name.first < name.end else None


def same_subject(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The last known source since the last pause, before a verb joined to another (*the spokesman* denied it *and said*)."""
    words = mentions.tokens.words
    first = cue.first - 1
    while first > sentence.first and words[first - 1] not in _MARKS:
        first -= 1
    found = within(mentions.sources, mentions.span(Range(first, cue.first)))
    return Heard(by_party(mentions, found[0], cue), cue, found[0].kind) if found else None


def _subject(mentions: Mentions, sentence: Range, cue: Range) -> tuple[Range, Range]:
    """The subject with its verb, and the bare name in it."""
    first = subject_start(mentions, sentence, cue.first)
    if first == cue.first:
        return cue, Range(first, first)
    end = _without_adverbs(mentions, Range(first, cue.first))
    name = Range(_without_opening(mentions, Range(first, end)), end)
    told = (i for i in range(name.first + 1, name.end) if mentions.tokens.words[i] in _RELATIVE)
    return Range(first, cue.end), Range(name.first, next(told, name.end))


def behind_apposition(
    mentions: Mentions, sentence: Range, cue: Range, voice: Voice
) -> Heard | None:
    """The source with an apposition between commas before an English verb of saying (*MSF, which runs the clinic, said*)."""
    words = mentions.tokens.words
    if cue.first - 1 <= sentence.first or words[cue.first - 1] != ",":
        return None
    low = max(sentence.first, cue.first - _APPOSED)
    comma = next((i for i in range(cue.first - 2, low, -1) if words[i] == ","), None)
    if comma is None or comma + 1 >= cue.first - 1:
        return None
    first = subject_start(mentions, sentence, comma)
    told, name = Range(comma + 1, cue.first - 1), Range(first, comma)
    head = Range(first, cue.end)
    office = within(mentions.sources, mentions.span(told))
    if office and not speech_words("office").isdisjoint(words[told.first : told.end]):
        return Heard(by_party(mentions, office[-1], cue), head, office[-1].kind)
    party = _speaking(mentions, name) if name.first < name.end else None
    if party is not None:
        return Heard(by_party(mentions, party, cue), head, party.kind)
    if _is_name(mentions, told):
        return Heard(by_words(mentions, told, cue), head)
    return _by_name(mentions, name, cue, head, voice)


def subject_start(mentions: Mentions, sentence: Range, end: int) -> int:
    """Where the subject of a verb at ``end`` begins: behind a pause, a connective or another predicate."""
    words = mentions.tokens.words
    first = end
    low = max(sentence.first, end - _FARTHEST)
    while first > low:
        before = words[first - 1]
        if before in _MARKS or before in speech_words("before subject"):
            break
        if before == "-" and not _hyphen(mentions, first - 1):
            break
        if before == "." and not _abbreviates(mentions, first - 1):
            break
        first -= 1
    joined = [i for i in range(first, end) if words[i] == "and"]
    for index in reversed(joined):
        if any(_acts(words, at, index) for at in range(first, index)):
            return index + 1
    return first + (first < end and words[first] in {"and", "but"})


def _acts(words: tuple[str, ...], index: int, end: int) -> bool:
    found = match("predicates", words, index, end)
    return found is not None and found[0].role in {"verb", "light"}


def _hyphen(mentions: Mentions, index: int) -> bool:
    """Whether a dash is written inside of a word (al-Maliki)."""
    return mentions.origins[index] == mentions.origins[index - 1] + len(
        mentions.tokens.quote(index - 1, index)
    )


def _abbreviates(mentions: Mentions, index: int) -> bool:
    """Whether a full stop ends a short form inside of a name (U.S., Dr., Lt. Gen.)."""
    return index > 0 and mentions.tokens.quote(index - 1, index)[:1].isupper()


def _without_adverbs(mentions: Mentions, name: Range) -> int:
    """Where a subject ends before its auxiliaries, adverbs and the day of the saying (the army *later on Monday* said)."""
    words, end = mentions.tokens.words, name.end
    dates = {
        mentions.range(d.span).end: d.span for d in within(mentions.dates, mentions.span(name))
    }
    while end > name.first:
        if end in dates:
            end = max(name.first, mentions.range(dates[end]).first)
        elif words[end - 1] in speech_words("between"):
            end -= 1
        else:
            break
    return end


def _without_opening(mentions: Mentions, name: Range) -> int:
    """Where a subject begins behind the day or place that opens its sentence (*On Tuesday* the ministry said)."""
    words = mentions.tokens.words
    if name.first >= name.end or words[name.first] not in speech_words("opening place"):
        return name.first
    span = mentions.span(name)
    dates, places = within(mentions.dates, span), within(mentions.places, span)
    opening = [one.span for one in dates] + [one.span for one in places]
    ends = [
        found.end for found in map(mentions.range, opening) if found.first <= name.first + _OPENING
    ]
    return max(ends, default=name.first)


def _speaking(mentions: Mentions, name: Range) -> Party | None:
    """The known source of a subject: the last one that is no place of another (*the defence ministry in Kyiv*)."""
    words = mentions.tokens.words
    found = [
        party
        for party in within(mentions.sources, mentions.span(name))
        if words[mentions.range(party.span).end] != "-"
    ]
    if len(found) > 1 and _in_office(mentions, name, found[0], found[1]):
        return found[1]
    for party in reversed(found):
        first = mentions.range(party.span).first
        told = first > name.first and words[first - 1] in speech_words("of another")
        if not told or party is found[0]:
            return party if not told else None
    return None


def _in_office(mentions: Mentions, name: Range, office: Party, whose: Party) -> bool:
    """Whether a source is somebody in an office of the next one (*an official from Haftar's forces*)."""
    words = mentions.tokens.words
    inside = words[name.first : mentions.range(office.span).end]
    between = words[mentions.range(office.span).end : mentions.range(whose.span).first]
    told = not speech_words("office").isdisjoint(inside)
    return (
        told
        and len(between) <= _OPENING
        and between[:1] in [("from",), ("of",), ("for",), ("with",)]
    )


def _is_name(mentions: Mentions, name: Range) -> bool:
    """Whether every word is written as part of a name (Christopher Stokes, Ali al-Hadi)."""
    words = [mentions.tokens.quote(i, i + 1) for i in range(name.first, name.end)]
    letters = [word for word in words if word.isalpha()]
    capital = sum(word[0].isupper() for word in letters)
    return capital > 1 and all(
        word[0].isupper() or word in {"al", "bin", "de", "van"} for word in letters
    )


def _by_name(
    mentions: Mentions, name: Range, cue: Range, head: Range, voice: Voice
) -> Heard | None:
    words = mentions.tokens.words
    stretch = words[name.first : name.end]
    longest = _LONGEST_TITLE if _ends_in_name(mentions, name) else _LONGEST_NAME
    if not 0 < len(stretch) <= longest or not (
        speech_words("pronouns") - speech_words("of another")
    ).isdisjoint(stretch):
        return None
    if not any(word.isalpha() and word.isascii() for word in stretch):
        return None
    told = [
        i
        for i in range(name.first, name.end)
        if words[i] not in speech_words("of another") and words[i - 1] != "-"
    ]
    if any(match(table, words, i, name.end) for i in told for table in _TABLES):
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


def _ends_in_name(mentions: Mentions, name: Range) -> bool:
    return mentions.tokens.quote(name.end - 1, name.end)[:1].isupper()
