"""Whose words an English preposition of citing tells: the words behind it, up to the day, or to the news itself."""

from __future__ import annotations

from claims.extraction.findings import of_findings
from claims.extraction.heard import Heard, by_words
from claims.extraction.lexicon import look_up
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import numbers, speech_words

_LONGEST_NAME = 6
_REACH_NAME = 8
_SHORT_TITLE = 4
_SPOKEN_ON = frozenset({"on", "late", "early", "the", "a", "an", "at", "of", "from", "due", "to"})
_TWO = 2


def cited(mentions: Mentions, sentence: Range, cue: Range) -> Heard:
    """The words behind an English preposition of citing as the source (*according to medical records*)."""
    words = mentions.tokens.words
    first = cue.end + (words[cue.end : cue.end + 1] in [("a",), ("an",), ("the",), ("@",)])
    end = first
    while end < min(sentence.end, first + _REACH_NAME) and (
        (_in_name(words[end], at_head=end == first) and not _told_of(mentions, first, end))
        or _joins(mentions, first, end)
        or (first < end < sentence.end - 1 and ends_title(mentions, end))
    ):
        end += 1
    end = before_date(mentions, Range(first, end)) if end > first else end
    while end > first and words[end - 1] in _SPOKEN_ON:
        end -= 1
    if end == first + 1 and look_up("predicates", words[first]):
        return Heard(None, cue)
    if end == first or not speech_words("no sources").isdisjoint(
        words[first : min(end, first + _TWO)]
    ):
        return Heard(None, cue)
    named = _apposed_name(mentions, sentence, Range(first, end)) or Range(first, end)
    head = Range(cue.first, max(end, named.end))
    found = of_findings(mentions, Range(first, end), cue, head)
    return found or Heard(by_words(mentions, named, cue), head)


def _apposed_name(mentions: Mentions, sentence: Range, office: Range) -> Range | None:
    """The name behind a comma of who holds an office (according to the governor, *Pavlo Kyrylenko*)."""
    words, first = mentions.tokens.words, office.end + 1
    if mentions.tokens.quote(office.first, office.first + 1)[:1].isupper():
        return None
    if first >= sentence.end or words[office.end] != ",":
        return None
    end = first
    while end < sentence.end and mentions.tokens.quote(end, end + 1)[:1].isupper():
        end += 1
    closed = end >= sentence.end or not words[end].isalnum()
    return Range(first, end) if _TWO <= end - first <= _LONGEST_NAME and closed else None


def _in_name(word: str, *, at_head: bool) -> bool:
    """Whether a word may stand in the words of a cited source: no mark, no verb, no pronoun at its head."""
    if at_head and word in speech_words("pronouns"):
        return False
    if word == "as" and not at_head:
        return False
    return word.replace("'", "").replace("’", "").isalnum() and word not in speech_words(
        "finite"
    ) | speech_words("relative")


def _told_of(mentions: Mentions, first: int, index: int) -> bool:
    """Whether a number or people that open what is said stand behind the words of a cited source (according to reports *tens of* …, to Ali *women* …)."""
    word = mentions.tokens.words[index]
    if index == first:
        return False
    if word in numbers() or word[0].isdecimal():
        return True
    named = mentions.tokens.quote(index - 1, index)[:1].isupper()
    return named and word in speech_words("told of")


def _joins(mentions: Mentions, first: int, index: int) -> bool:
    """Whether a hyphen stands inside of a word of a name (the Houthi-run agency)."""
    inside = first < index < len(mentions.tokens.words) - 1 and mentions.tokens.words[index] == "-"
    return inside and mentions.tokens.glued(index) and mentions.tokens.glued(index + 1)


def before_date(mentions: Mentions, name: Range) -> int:
    """Where a name ends that is followed by the day of the saying."""
    dates = within(mentions.dates, mentions.span(name))
    return mentions.range(dates[0].span).first if dates else name.end


def ends_title(mentions: Mentions, index: int) -> bool:
    """Whether a full stop ends a short title before a name (Dr. Nabil Saleh, Lt. Gen. Townsend)."""
    words = mentions.tokens.words
    if words[index] != "." or index + 1 >= len(words) or len(words[index - 1]) > _SHORT_TITLE:
        return False
    around = (mentions.tokens.quote(i, i + 1)[:1] for i in (index - 1, index + 1))
    return all(letter.isupper() for letter in around)
