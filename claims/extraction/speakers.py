"""Who speaks at a word of saying.

The speaker stands after it (*وقال المرصد*, *وفق المرصد*), in English mostly before it, or is pointed back to (*the same
network*, *وأضاف*). Where no lexicon knows the words between the cue and أن they are the speaker's name as they stand. An
organisation that is pointed to and was never named stays what the words say (*the ministry*); a person or a pronoun that
nobody can be found for is nobody.
"""

from __future__ import annotations

from claims.extraction.accounts import account, accuser, of_nobody, shown
from claims.extraction.appositions import (
    before_relative,
    behind_apposition,
    behind_auxiliary,
    behind_relative,
    with_members,
)
from claims.extraction.arabic_names import (
    before_verb,
    its_subject,
    onto,
    raw_name,
    told_by,
)
from claims.extraction.called import by_pronoun, called, of_media, opening_source
from claims.extraction.cited import cited, ends_title
from claims.extraction.correspondents import of_unknown_medium
from claims.extraction.cues import tells_at_once
from claims.extraction.elided import going_on
from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.lexicon import Word
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.pointed import pointing_back
from claims.extraction.quoted_names import CLOSING, QUOTES, named_in_marks, quoted_name
from claims.extraction.smallwords import accusing, speech_words
from claims.extraction.subject_names import was_once
from claims.extraction.subjects import (
    joined_at,
    known_before,
    named_before,
    opening_subject,
    same_subject,
)
from claims.extraction.unpaused import tells
from claims.extraction.voice import Voice
from claims.model import Party

_ABOUT = "عن"
_ARTICLES = frozenset({"a", "an", "the", "one"})
_PRONOUNS = frozenset({("they",), ("he",), ("she",), ("it",)})
"""Words right behind a gerund of saying that begin what is said (…, saying *they were aged* ten)."""
_PAUSES = frozenset(',"”»')
_MARKS = frozenset('("«“”»)')
_HEARING = frozenset({"media", "agency", "local network"})
"""Kinds of party to whom something is told."""
_REACH_THAT = 14
_REACH_VERB = 6
_REACH_SUBJECT = 3
_SHORTEST = 3
_LONGEST_NAME = 6


def speaker_at(mentions: Mentions, sentence: Range, cue: Range, word: Word, voice: Voice) -> Heard:
    """Who speaks at ``cue``, an entry ``word`` of the cues; whoever spoke last where nobody is named."""
    words = mentions.tokens.words
    unsaid = of_nobody(words, cue, word, voice)
    if unsaid is not None:
        return unsaid
    english = words[cue.first].isascii()
    if word.role == "participle" or (not english and _quotes_at_once(mentions, cue, sentence)):
        opening = opening_source(mentions, sentence, cue, voice) if english else None
        return opening or Heard(going_on(words[cue.first], voice), cue)
    if word.role != "preposition" and english:
        if _quotes_at_once(mentions, cue, sentence):
            return _quoting(mentions, sentence, cue, voice)
        named = _english(mentions, sentence, cue, voice) or opening_source(
            mentions, sentence, cue, voice
        )
        if named is None and not words[cue.first].endswith("ing"):
            return Heard(None, cue)
    else:
        named = (
            account(mentions, sentence, cue)
            or accuser(mentions, sentence, cue)
            or named_after(mentions, sentence, cue, cites=word.role == "preposition")
            or pointing_back(mentions, sentence, cue, voice, (cue.end, cue.end + 1))
            or quoted_name(mentions, sentence, cue)
            or shown(mentions, sentence, cue)
            or told_by(mentions, sentence, cue, voice)
            or its_subject(mentions, sentence, cue, voice)
            or (before_verb(mentions, sentence, cue) if _may_follow(words, cue, word) else None)
            or onto(mentions, sentence, cue)
            or raw_name(mentions, sentence, cue, voice)
        )
        if named is None and english:
            return by_pronoun(mentions, cue, voice) or cited(mentions, sentence, cue)
    return named or Heard(voice.last if english else going_on(words[cue.first], voice), cue)


def _may_follow(words: tuple[str, ...], cue: Range, word: Word) -> bool:
    """Whether who speaks may stand before a cue: not before a preposition, nor where nameless information is its subject (تشير *المعلومات* إلى)."""
    behind = words[cue.end : cue.end + 1]
    return word.role != "preposition" and speech_words("anonymous").isdisjoint(behind)


def _english(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """In English the speaker stands before the verb (*the ministry said*), after it only behind a quotation."""
    before = mentions.tokens.words[cue.first - 1] if cue.first > sentence.first else ","
    starts = (cue.first - 2, cue.first - 1)
    joint = joined_at(mentions.tokens.words, sentence, cue)
    if joint is not None:
        verb = Range(joint + 1, cue.end)
        return (
            same_subject(mentions, sentence, verb)
            or opening_subject(mentions, sentence, verb, voice)
            or Heard(voice.last, verb)
        )
    if before == "," and _accuses(mentions, cue) and voice.last is not None:
        return Heard(voice.last, cue)
    if _adds(mentions, sentence, cue, voice):
        return Heard(voice.last, cue)
    if mentions.tokens.words[max(sentence.first, cue.first - 2) : cue.first] == ("the", "group"):
        pointed = pointing_back(mentions, sentence, cue, voice, starts)
        if pointed is not None:
            return pointed
    if before not in _PAUSES:
        return (
            behind_auxiliary(mentions, sentence, cue, voice)
            or before_relative(mentions, sentence, cue, voice)
            or _closing(mentions, sentence, cue)
            or known_before(mentions, sentence, cue)
            or pointing_back(mentions, sentence, cue, voice, starts)
            or named_before(mentions, sentence, cue, voice)
        )
    theirs = mentions.tokens.words[cue.first].endswith("ing")
    follows = theirs and _goes_on_behind(mentions, cue)
    theirs = theirs and mentions.tokens.words[cue.end : cue.end + 1] in _PRONOUNS
    return (
        with_members(mentions, sentence, cue, voice)
        or behind_relative(mentions, sentence, cue)
        or behind_apposition(mentions, sentence, cue, voice)
        or (None if follows else named_after(mentions, sentence, cue))
        or (None if theirs else pointing_back(mentions, sentence, cue, voice, (cue.end,)))
        or (None if follows else _raw_after(mentions, sentence, cue))
    )


def _goes_on_behind(mentions: Mentions, cue: Range) -> bool:
    """Whether a party behind a gerund of saying is what is spoken of (…, saying *the rebels would* not stop): a finite verb follows it."""
    words, first = (
        mentions.tokens.words,
        cue.end + (mentions.tokens.words[cue.end : cue.end + 1] == ("the",)),
    )
    line = words[first : first + _REACH_VERB]
    return not speech_words("finite").isdisjoint(line) or "that" in line[:1]


def _closing(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The known source that ends a sentence behind a verb of saying, no comma before that (… hit the depot *said the observatory*)."""
    words, begin = mentions.tokens.words, cue.end
    says = words[cue.first] in speech_words("closing verbs")
    if not says or begin >= sentence.end or not tells(words, sentence.first, cue.first):
        return None
    after = within(mentions.sources, mentions.span(Range(begin, sentence.end)))[:1]
    name = mentions.range(after[0].span) if after else cue
    near = name.first == begin + (words[begin] in _ARTICLES)
    if not after or not near or any(map(str.isalnum, words[name.end : sentence.end])):
        return None
    found = by_party(mentions, after[0], cue)
    return Heard(found, Range(cue.first, name.end), after[0].kind)


def _quoting(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard:
    """Who is quoted right behind an English verb; of a gerund the subject of its sentence (the mayor condemned it, *saying: "…"*)."""
    named = _english(mentions, sentence, cue, voice)
    if named is None and mentions.tokens.words[cue.first].endswith("ing"):
        named = opening_subject(mentions, sentence, cue, voice)
    return named or Heard(voice.last, cue)


def _adds(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> bool:
    """Whether an English gerund before *that* goes on with who spoke in the sentence already (he said it served the rebels *adding that* …)."""
    words, last = mentions.tokens.words, voice.last
    if not words[cue.first].endswith("ing") or words[cue.end : cue.end + 1] != ("that",):
        return False
    start = mentions.origins[sentence.first]
    return last is not None and last.span is not None and last.span.start >= start


def _accuses(mentions: Mentions, cue: Range) -> bool:
    """Whether a gerund blames somebody (…, *accusing* Armenia of an attack): who is blamed does not say so."""
    word = mentions.tokens.words[cue.first]
    return word in accusing() and word.endswith("ing")


def _raw_after(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The capitalised name after an English verb of saying that stands behind a quotation (*"…," said Fatima Ali*)."""
    end = cue.end
    while end < sentence.end and (
        mentions.tokens.quote(end, end + 1)[:1].isupper()
        or ends_title(mentions, end)
        or (end > cue.end and _ties_name(mentions, end))
    ):
        end += 1
    end = _common_name(mentions.tokens.words, cue.end, sentence.end) if end == cue.end else end
    if not 0 < end - cue.end <= _LONGEST_NAME:
        return None
    return Heard(by_words(mentions, Range(cue.end, end), cue), Range(cue.first, end))


def _ties_name(mentions: Mentions, index: int) -> bool:
    """Whether an article, a hyphen or *of* inside of a name or title stands there (Amin *al-*Hashemi, Secretary *of* State Sam Reed)."""
    words = mentions.tokens.words
    if index + 2 >= len(words):
        return False
    if words[index] in {"-", "of"}:
        return mentions.tokens.quote(index + 1, index + 2)[:1].isupper()
    return words[index].isalpha() and words[index + 1] == "-" and len(words[index]) <= _SHORTEST


def _common_name(words: tuple[str, ...], first: int, end: int) -> int:
    """Where *the alliance* or *a doctor at the hospital* ends before a mark, behind a verb of saying; ``first`` for none."""
    if first >= end or words[first] not in _ARTICLES:
        return first
    last = next((i for i in range(first, end) if not words[i].isalpha()), end)
    finite = speech_words("finite") | speech_words("pronouns")
    plain = finite.isdisjoint(words[first:last]) and last - first > 1
    return last if plain and (last == end or words[last] in {",", "."}) else first


def _quotes_at_once(mentions: Mentions, cue: Range, sentence: Range) -> bool:
    """Whether the words of the speaker follow the cue directly (وأضاف "…"); a name may stand in marks (قالت "قسد" إن)."""
    words = mentions.tokens.words
    if cue.end >= sentence.end or words[cue.end] not in QUOTES | {":"}:
        return False
    for index in range(cue.end + 1, min(sentence.end - 1, cue.end + 1 + _LONGEST_NAME)):
        if words[index] in CLOSING or words[index] == words[cue.end]:
            inside = within(mentions.sources, mentions.span(Range(cue.end, index + 1)))
            return not inside and quoted_name(mentions, sentence, cue) is None
    return True


def named_after(
    mentions: Mentions, sentence: Range, cue: Range, *, cites: bool = False
) -> Heard | None:
    """The known source that follows a cue within three words."""
    words = mentions.tokens.words
    limit = min(sentence.end, cue.end + _REACH_THAT)
    stops = speech_words("stop") - _MARKS - speech_words("nameless")
    stop = next((i for i in range(cue.end, limit) if words[i] in stops), limit)
    if stop <= cue.end or tells_at_once(words, cue.end, limit):
        return None
    for party in within(mentions.sources, mentions.span(Range(cue.end, sentence.end))):
        place = mentions.range(party.span)
        reach = sum(word not in _MARKS for word in words[cue.end : place.first])
        if place.first >= stop or reach > _REACH_SUBJECT or _addressed(mentions, cue, party):
            break
        if not cites and _announced(words, cue, place):
            break
        if words[place.end - 1] == "official" and of_media(mentions, place.end):
            continue
        if of_unknown_medium(words, place, sentence.end):
            return named_in_marks(mentions, sentence, cue, party)
        marked = named_in_marks(mentions, sentence, cue, party)
        if marked is not None:
            return marked
        name = called(mentions, sentence, party) or _once_behind(mentions, sentence, cue, party)
        if name is not None:
            return Heard(by_words(mentions, name, cue), Range(cue.first, name.end), party.kind)
        return Heard(by_party(mentions, party, cue), Range(cue.first, place.end), party.kind)
    return None


def _announced(words: tuple[str, ...], cue: Range, name: Range) -> bool:
    """Whether *about* stands between an Arabic verb of saying, that relays nobody, and a party: it is what is told of (أعلنت *عن* قيام الطيران بـ…)."""
    said = words[cue.first : cue.end]
    relays = any(word.endswith(form) for word in said for form in speech_words("relaying"))
    return not relays and _ABOUT in words[cue.end : name.first]


def _once_behind(mentions: Mentions, sentence: Range, cue: Range, party: Party) -> Range | None:
    """Who stands behind an English verb of saying and the office that he had before (said *former US Secretary of State* Sam Reed), None for who has it."""
    end = mentions.range(party.span).end
    while end < sentence.end and mentions.tokens.initial(end).isupper():
        end += 1
    name = Range(cue.end, end)
    return name if was_once(mentions, name, party) else None


def _addressed(mentions: Mentions, cue: Range, party: Party) -> bool:
    """Whether somebody else, named between, tells it *to* a party (وأوضح فلان لبلدي نيوز أن …)."""
    first, words = mentions.token_at(party.span.start), mentions.tokens.words
    if party.kind not in _HEARING or first <= cue.end:
        return False
    told = words[first] in speech_words("said in") or words[first].startswith("ل")
    return told and words[first - 1] not in speech_words("of whom")
