"""Who speaks at an English verb of saying: the subject before it.

The subject runs back from the verb to a pause or a connective (*…, the hospital's volunteers* said). A known source in it
speaks; where none is known its words are the name. A surname alone is the person of that name heard before. What stands between
commas behind the name is read in `appositions`.
"""

from __future__ import annotations

from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import speech_words
from claims.extraction.subject_names import by_name, speaking_in
from claims.extraction.subject_reach import (
    acts,
    before_brackets,
    before_statement,
    behind_time,
    subject_start,
    tells_finite,
    without_adverbs,
    without_opening,
)
from claims.extraction.unpaused import behind_statement
from claims.extraction.voice import Voice
from claims.model import Party

_MARKS = frozenset(',"”»:;()\n«“')
_RELATIVE = frozenset({"who", "which", "whose"})
_OPENING = 2
_LONGEST_MEMBER = 8
_JOINING = frozenset({"and", "but"})
_ORGANISED = frozenset({"monitor", "ngo", "media", "local network", "international organisation"})
_NAMELESS = frozenset({"local sources"})


def known_before(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The known source right before an English verb of saying, None where its subject holds none."""
    head, name = _subject(mentions, sentence, cue)
    party = speaking_in(mentions, name) if name.first < name.end else None
    if party is not None and _listens(mentions, party):
        return None
    party = _apposed_to(mentions, name, party) if party is not None else None
    if party is not None and _is_media_of(mentions, name, party):
        return Heard(by_words(mentions, name, cue), head, "media")
    return None if party is None else Heard(by_party(mentions, party, cue), head, party.kind)


def _apposed_to(mentions: Mentions, name: Range, party: Party) -> Party:
    """The organisation that unnamed people only tell what it is, no comma between (*the Observatory* a monitoring group said)."""
    words, first = mentions.tokens.words, mentions.range(party.span).first
    if party.kind not in _NAMELESS | {"monitor", "ngo"} or not party.text.islower():
        return party
    article = next((i for i in range(first, name.first, -1) if words[i] in {"a", "an"}), first)
    before = (
        within(mentions.sources, mentions.span(Range(name.first, article)))
        if article > name.first
        else ()
    )
    ends = bool(before) and mentions.range(before[-1].span).end == article
    return before[-1] if ends and before[-1].kind in _ORGANISED else party


def _is_media_of(mentions: Mentions, name: Range, party: Party) -> bool:
    """Whether a subject is the media of a party that fights, not that party (*Houthi media* say)."""
    after = mentions.range(party.span).end
    behind = mentions.tokens.words[after : name.end]
    return 0 < len(behind) <= _OPENING and behind[-1] in speech_words("media of")


def named_before(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """The words of the subject of an English verb of saying as the source, None where they name nobody."""
    head, name = _subject(mentions, sentence, cue)
    return by_name(mentions, name, cue, head, voice) if name.first < name.end else None


def same_subject(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The last known source since the last pause, before a verb joined to another (*the spokesman* denied it *and said*)."""
    words = mentions.tokens.words
    first = cue.first - 1
    while first > sentence.first and words[first - 1] not in _MARKS:
        first -= 1
    end = next((i for i in range(first, cue.first) if words[i] == "that"), cue.first)
    if end <= first:
        return None
    found = [
        party
        for party in within(mentions.sources, mentions.span(Range(first, end)))
        if words[mentions.range(party.span).end] != "-" and not _listens(mentions, party)
    ]
    if not found:
        return None
    end = mentions.range(found[0].span).end
    name = Range(mentions.range(found[0].span).first, min(cue.first, end + 1))
    if _is_media_of(mentions, name, found[0]):
        return Heard(by_words(mentions, name, cue), cue, "media")
    return Heard(by_party(mentions, found[0], cue), cue, found[0].kind)


def _listens(mentions: Mentions, party: Party) -> bool:
    """Whether a party is only told something (he *told the BBC* that the army withdrew and denied …)."""
    words, first = mentions.tokens.words, mentions.range(party.span).first
    return "told" in words[max(0, first - 1 - (words[first - 1] == "the")) : first]


def joined_at(words: tuple[str, ...], sentence: Range, cue: Range) -> int | None:
    """Where *and* or *but* joins a verb of saying to the one before it, adverbs between (, *but* had earlier accused …)."""
    index = cue.first - 1
    while index > sentence.first and words[index] in speech_words("between"):
        index -= 1
    return index if index > sentence.first and words[index] in _JOINING else None


def opening_subject(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """The subject of the first verb of the sentence, for a verb joined to it (the RSF did not reply, *but accused* …)."""
    words = mentions.tokens.words
    ends = (
        i for i in range(sentence.first + 1, cue.first) if words[i] in speech_words("opening verb")
    )
    end = next(ends, None)
    if end is None:
        return None
    name = Range(subject_start(mentions, sentence, end), end)
    party = speaking_in(mentions, name) if name.first < name.end else None
    if party is not None:
        return Heard(by_party(mentions, party, cue), cue, party.kind)
    return by_name(mentions, name, cue, cue, voice) if name.first < name.end else None


def _subject(mentions: Mentions, sentence: Range, cue: Range) -> tuple[Range, Range]:
    """The subject with its verb, and the bare name in it."""
    verb = before_statement(mentions.tokens.words, sentence, cue.first)
    whole, verb = verb, before_brackets(mentions.tokens.words, sentence, verb)
    first = subject_start(mentions, sentence, verb)
    if first == verb:
        return cue, Range(first, first)
    first = behind_statement(mentions, first, verb)
    end = without_adverbs(mentions, Range(first, verb))
    name = Range(without_opening(mentions, Range(first, end)), end)
    name = Range(behind_time(mentions.tokens.words, name), end)
    words = mentions.tokens.words
    if words[name.first : name.first + 1] == ("with",) and name.first + 1 < name.end:
        name = Range(name.first + 1, name.end)
    gerund = words[name.first : name.first + 1]
    if gerund and gerund[0].endswith("ing") and not mentions.tokens.initial(name.first).isupper():
        name = Range(name.first + 1, name.end)
    told = (
        i
        for i in range(name.first + 1, name.end)
        if (words[i] in _RELATIVE and words[i - 1] != "the")
        or (words[i] in speech_words("asked") and words[i + 1] == "by")
    )
    name = Range(name.first, next(told, name.end))
    joint = _first_of_several(mentions, sentence, name)
    if verb < whole and joint.end == verb and _over(mentions, verb):
        joint = Range(joint.first, whole)
    return Range(min(first, joint.first), cue.end), joint


def _first_of_several(mentions: Mentions, sentence: Range, name: Range) -> Range:
    """The first of those who say it together (*the government*, a rescuer and the site X said); ``name`` where one speaks."""
    words = mentions.tokens.words
    last = next((i for i in range(name.end - 1, name.first, -1) if words[i] == "and"), None)
    if last is None or not _is_member(mentions, Range(last + 1, name.end)):
        return name
    if any(party.span.end > mentions.origins[last + 1] for party in _over(mentions, last)):
        return name
    first = Range(name.first, last - (words[last - 1] == ","))
    while first.first - 1 > sentence.first and words[first.first - 1] == ",":
        comma = first.first - 1
        low = max(sentence.first, comma - _LONGEST_MEMBER - 1)
        begins = next((i + 1 for i in range(comma - 1, low - 1, -1) if words[i] in _MARKS), low)
        if not _is_member(mentions, Range(begins, comma)) or _told_in(mentions, begins, comma):
            break
        first = Range(begins, comma)
    told = _told_in(mentions, first.first, first.end)
    return name if told or not _is_member(mentions, first) else first


def _over(mentions: Mentions, index: int) -> tuple[Party, ...]:
    """The sources whose names hold the token at ``index``."""
    at = mentions.origins[index]
    return tuple(one for one in mentions.sources if one.span.start < at < one.span.end)


def _is_member(mentions: Mentions, name: Range) -> bool:
    """Whether words may name one of several who speak: they begin with an article or a capital, or are a known source."""
    if not 0 < name.end - name.first <= _LONGEST_MEMBER:
        return False
    word = mentions.tokens.words[name.first]
    capital = mentions.tokens.quote(name.first, name.first + 1)[:1].isupper()
    known = within(mentions.sources, mentions.span(name))
    return word in speech_words("members") or capital or bool(known)


def _told_in(mentions: Mentions, first: int, end: int) -> bool:
    """Whether words tell something and so name nobody."""
    words = mentions.tokens.words
    if tells_finite(mentions, Range(first, end)):
        return True
    days = within(mentions.dates, mentions.span(Range(first, end)))
    past = any(
        words[i].endswith("ed") and words[i - 1] not in speech_words("members") | {"-"}
        for i in range(first + 1, end)
    )
    return bool(days) or past or any(acts(words, index, end) for index in range(first, end))
