"""Whose words an English quotation is that is named only behind it, or that goes on behind its speaker.

*"The bridge was hit. Two boats sank," the mayor said.* names the mayor in its last sentence: the sentences before it are his, too.
*"…," the mayor said. "We saw …"* goes on with the same speaker where no other one is named. A sentence that is nothing but a
quotation, or opens one of several sentences, at the head of a paragraph is of the only one who speaks in the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.headed import Told
from claims.extraction.mentions import Mentions
from claims.model import Attribution, Role

_OPENING = frozenset('"“')
_CLOSING = frozenset('"”')
_REACH = 4


def spoken(mentions: Mentions, told: Sequence[Told]) -> list[Told]:
    """Sentences in order, those of a quotation that name nobody with the speaker who stands behind it or before it."""
    found = list(told)
    speaking: Attribution | None = None
    for number, one in enumerate(found):
        if one.speeches or one.begins or one.part.role is Role.HEADLINE:
            speaking = _alone(one)
            continue
        if not _begins_quoted(mentions, one):
            speaking = speaking if one.part.quoted else None
            continue
        ending = _ending(found, number) if not _closes(mentions, one) else None
        if ending is not None:
            speaker = _trailing(found[ending])
            last = ending
        else:
            follows = one.part.paragraph - found[number - 1].part.paragraph <= 1
            going_on = speaking if follows and _all_quoted(mentions, one) else None
            speaker = _before(mentions, found, number) or going_on
            last = number + 1
        if speaker is not None:
            for index in range(number, last):
                found[index] = _said_by(found[index], speaker)
        speaking = speaker
    return found


def _alone(one: Told) -> Attribution | None:
    """The only one who speaks in a sentence of the text, None where several do or nobody that is known."""
    if one.part.role is Role.HEADLINE or any(speech.nested for speech in one.speeches):
        return None
    speakers = {speech.speaker.source if speech.speaker else "": speech for speech in one.speeches}
    return one.speeches[0].speaker if len(speakers) == 1 else None


def _all_quoted(mentions: Mentions, one: Told) -> bool:
    """Whether no word of a sentence stands behind the marks of the quotation that it begins with."""
    words = mentions.tokens.words
    behind = range(one.tokens.first + 1, one.tokens.end)
    close = next((i for i in behind if words[i] in _CLOSING), one.tokens.end)
    return not any(words[i].isalnum() for i in range(close, one.tokens.end))


def _begins_quoted(mentions: Mentions, one: Told) -> bool:
    words = mentions.tokens.words
    return not one.part.quoted and words[one.tokens.first] in _OPENING and one.part.language == "en"


def _closes(mentions: Mentions, one: Told) -> bool:
    """Whether a mark that may close the quotation stands behind the one that opens it."""
    return not _CLOSING.isdisjoint(mentions.tokens.words[one.tokens.first + 1 : one.tokens.end])


def _ending(told: list[Told], number: int) -> int | None:
    """The sentence of the same quotation that first names a speaker, behind the words; None where none does."""
    for index in range(number + 1, min(len(told), number + 1 + _REACH)):
        one = told[index]
        if not one.part.quoted or one.begins or one.part.paragraph != told[number].part.paragraph:
            return None
        if one.speeches:
            return index if _trailing(one) is not None else None
    return None


def _trailing(one: Told) -> Attribution | None:
    """Who is named behind the words of the first speech of a sentence."""
    first = one.speeches[0]
    return first.speaker if first.scope.end <= first.head.first else None


def _before(mentions: Mentions, told: list[Told], number: int) -> Attribution | None:
    """Who said the quotation that the sentence right before closes (*"…," he said.*), in the same paragraph."""
    if not number or told[number].begins:
        return None
    before = told[number - 1]
    if before.part.paragraph != told[number].part.paragraph or not before.speeches:
        return None
    words = mentions.tokens.words[before.tokens.first : before.tokens.end]
    return _trailing(before) if not _CLOSING.isdisjoint(words) else None


def _said_by(one: Told, speaker: Attribution) -> Told:
    """A sentence with a speaker for all that it states, where it names none itself."""
    if one.speeches:
        return one
    return replace(one, drafts=tuple(replace(each, attribution=(speaker,)) for each in one.drafts))
