"""Where who speaks begins behind a statement that no comma parts from it (*nine people were killed in Taiz residents said*).

Text that lost its commas is read like any other: the words before a verb of saying are only a subject as long as they tell
nothing. Where they tell something, the subject is what stands right before the verb: a known source, a pronoun, or a noun with
its article that hangs on no word before it.
"""

from __future__ import annotations

from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import speech_words
from claims.extraction.subject_reach import FARTHEST, without_adverbs

_VERBS = frozenset({"verb", "light"})
_ARTICLES = frozenset({"a", "an", "the"})
_PRONOUNS = frozenset({"he", "she", "they"})
_FARTHEST = 8
_EPITHETS = 4
_TITLE = 3
_GERUND = ("ing", "ed")


def behind_statement(mentions: Mentions, first: int, verb: int) -> int:
    """Where the subject before a verb of saying begins, behind what is said where no comma parts the two.

    Args:
        mentions: of the document.
        first: where the words between the last pause and the verb begin.
        verb: the verb of saying, or the first of its auxiliaries.

    Returns:
        ``first`` where those words tell nothing and so are all subject.
    """
    end = without_adverbs(mentions, Range(first, verb))
    words = mentions.tokens.words
    closes = not words[verb + 1 : verb + 2] or not words[verb + 1].isalnum()
    joint = _joint(mentions, first) if closes else 0
    if joint:
        return joint
    begin = _pronoun(mentions, first, end) or _known(mentions, first, end, closes=closes)
    begin = begin or _medium(words, first, end) or _article(mentions, first, end)
    told = begin > first and (verb - first >= FARTHEST or tells(words, first, begin))
    return begin if told else first


def unparted(words: tuple[str, ...], sentence: Range, head: Range) -> bool:
    """Whether a speaker closes a statement, or one part of it, with no pause and no connective between."""
    after = words[head.end] if head.end < sentence.end else ""
    going_on = after.endswith("ing") or after in speech_words("adverbial") | speech_words(
        "going on"
    )
    if after.isalnum() and not going_on:
        return False
    if not tells(words, sentence.first, head.first):
        return False
    before = words[head.first - 1] if head.first > sentence.first else ""
    return (
        before.isalnum()
        and before not in speech_words("ties")
        and before not in speech_words("before subject")
    )


def _joint(mentions: Mentions, first: int) -> int:
    """Where the first of two known sources begins that close a statement together (… killing 14 people *police and medics* said), 0 for none."""
    words = mentions.tokens.words
    if first <= 1 or words[first - 1] != "and":
        return 0
    begin = _source(mentions, max(0, first - 1 - _EPITHETS), first - 1)
    return 0 if words[begin - 1] in speech_words("ties") | _ARTICLES else begin


def _pronoun(mentions: Mentions, first: int, end: int) -> int:
    """Where a pronoun stands alone before the verb (two were killed *he* said), 0 for none."""
    return end - 1 if end - 1 > first and mentions.tokens.words[end - 1] in _PRONOUNS else 0


def _known(mentions: Mentions, first: int, end: int, *, closes: bool) -> int:
    """Where a known source begins that ends right before the verb, with article and epithets, 0 for none.

    Args:
        mentions: of the document.
        first: where to look from.
        end: one past the last word of the subject.
        closes: whether the verb closes what is said, so that *and* before the source joins two who say it.
    """
    begin = _source(mentions, first, end)
    words = mentions.tokens.words
    if begin and words[begin] not in _ARTICLES and not mentions.tokens.initial(begin).isupper():
        begin = _source(mentions, first, begin) or begin
    if begin and words[begin - 1] == "and":
        if not closes:
            return begin
        begin = _source(mentions, first, begin - 1) or begin
    while begin > first + 1 and words[begin - 1] in speech_words("attributive"):
        begin -= 1
    if not begin or words[begin - 1] in speech_words("ties"):
        return 0
    for index in range(begin - 1, max(first, begin - _EPITHETS - 1), -1):
        if words[index] in speech_words("members"):
            joined = closes and words[index - 1] == "and"
            other = _source(mentions, first, index - 1) if joined else 0
            return other or (begin if _hangs(words, index) else index)
        if not (words[index].isalpha() or mentions.tokens.glued(index)) or words[
            index
        ] in speech_words("ties"):
            break
    return begin


def _source(mentions: Mentions, first: int, end: int) -> int:
    """Where the known source, or the media of one, begins that ends at ``end``, 0 for none."""
    words = mentions.tokens.words
    media = words[end - 1] in speech_words("media of")
    for party in within(mentions.sources, mentions.span(Range(first, end))):
        name = mentions.range(party.span)
        if name.end == end or (media and name.end == end - 1):
            return name.first if name.first > first else 0
    return 0


def _medium(words: tuple[str, ...], first: int, end: int) -> int:
    """Where a medium begins that nobody names and only adjectives describe (… in Homs *state television* reported), 0 for none."""
    begin = end - 1
    if words[begin] not in speech_words("media of"):
        return 0
    while begin > first + 1 and words[begin - 1] in speech_words("attributive"):
        begin -= 1
    return begin if begin < end - 1 and words[begin - 1] not in _ARTICLES else 0


def _article(mentions: Mentions, first: int, end: int) -> int:
    """Where a noun with an article begins that hangs on nothing before it and goes up to the verb, 0 for none."""
    words = mentions.tokens.words
    if not speech_words("relative").isdisjoint(words[first:end]):
        return 0
    for index in range(end - 2, max(first, end - _FARTHEST - 1), -1):
        if words[index] not in _ARTICLES:
            continue
        before = words[index - 1]
        if _hangs(words, index) or before.endswith(_GERUND) or not before.isalnum():
            continue
        whole = _placing().isdisjoint(words[index + 1 : end])
        return index if whole or _titled(words, Range(index + 1, end)) else 0
    return 0


def _hangs(words: tuple[str, ...], index: int) -> bool:
    """Whether a noun that begins at ``index`` hangs on the word before it: a preposition, or the verb whose object it is (*hit* the depot)."""
    hit = match("predicates", words, index - 1, index)
    return words[index - 1] in speech_words("ties") or (hit is not None and hit[0].role in _VERBS)


def _titled(words: tuple[str, ...], name: Range) -> bool:
    """Whether the place behind a noun is that of somebody who speaks (*a doctor in Taiz* said)."""
    at = next(i for i in range(name.first, name.end) if words[i] in _placing())
    return words[at - 1] in speech_words("speaking person") and at - name.first <= _TITLE


def _placing() -> frozenset[str]:
    """English words behind which a place, or somebody else, stands."""
    return speech_words("ties") - speech_words("of a title")


def tells(words: tuple[str, ...], first: int, end: int) -> bool:
    """Whether words tell something; those that only open a sentence with when, where or in what do by a verb alone."""
    opening = words[first] in speech_words("ties")
    if opening and not speech_words("saying noun").isdisjoint(words[first:end]):
        return False
    if not speech_words("finite").isdisjoint(words[first:end]):
        return True
    for index in range(first, end):
        hit = match("predicates", words, index, end)
        if hit is not None and (not opening or hit[0].role in _VERBS):
            return True
    return False
