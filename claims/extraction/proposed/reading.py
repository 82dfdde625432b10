"""A document as we read it ourselves: the ground that every proposal is held against."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.clauses import Clause
from claims.extraction.dateline import dated
from claims.extraction.mentions import Mentions, Range, find_mentions, within
from claims.extraction.proposed.find import Stretch, stretch
from claims.extraction.speech import Speech, chain, find_speech, own_voice
from claims.extraction.stance import stance
from claims.extraction.triggers import find_triggers, triggers_of
from claims.extraction.voice import Voice
from claims.model import (
    PLAIN,
    Attribution,
    Document,
    Modality,
    Polarity,
    Role,
    Sentence,
    Wordlist,
)
from claims.text.sentences import sentences

ASIDE = frozenset({Role.CHROME, Role.DATELINE})
"""What is neither handed out nor claimed."""

_BEFORE = 3
"""Tokens before a quote that may turn it round (*did not* | *hit the school*)."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks in one sentence: acts of saying in it, and whoever speaks where none of them reaches."""

    speeches: tuple[Speech, ...]
    standing: Attribution


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with our sentences, values and speakers.

    Attributes:
        document: with the publication date of its dateline where nobody gave one.
        parts: its sentences, in order; their numbers are what a `Proposal` names.
        mentions: every slot value in it.
        heard: who speaks, sentence by sentence.
        searched: the words, sentence by sentence, ready to be searched.
    """

    document: Document
    parts: tuple[Sentence, ...]
    mentions: Mentions
    heard: tuple[Speaking, ...]
    searched: tuple[Stretch, ...]

    @property
    def asked(self) -> tuple[int, ...]:
        """The numbers of the sentences that can be claimed."""
        return tuple(number for number, part in enumerate(self.parts) if part.role not in ASIDE)

    def at(self, offset: int) -> int:
        """The number of the first sentence that ends after ``offset``."""
        return bisect_right(self.parts, offset, key=lambda part: part.span.end)

    def tokens(self, number: int) -> Range:
        """The tokens of a sentence."""
        return self.mentions.range(self.parts[number].span)

    def said(self, number: int, quote: Range) -> tuple[tuple[Attribution, ...], Modality]:
        """Who says most of the words of ``quote``, outermost first, and how; words of saying themselves do not count."""
        heard = self.heard[number]
        heads = [speech.head for speech in heard.speeches]
        edges = {
            at
            for one in (*heads, *(s.scope for s in heard.speeches))
            for at in (one.first, one.end)
        }
        inner = sorted(at for at in edges if quote.first < at < quote.end)
        told: Counter[tuple[tuple[Attribution, ...], Modality]] = Counter()
        for first, end in pairwise([quote.first, *inner, quote.end]):
            said = any(first in head for head in heads)
            told[chain(heard.speeches, first, heard.standing)] += 0 if said else end - first
        return told.most_common(1)[0][0]

    def with_end(self, number: int, quote: Range) -> Range:
        """A quote with the marks right after it: a question stays one, though its mark is cut off."""
        words, end = self.mentions.tokens.words, quote.end
        last = self.tokens(number).end
        while end < last and not any(map(str.isalnum, words[end])):
            end += 1
        return Range(quote.first, end)

    def stance(self, number: int, quote: Range, kind: str) -> tuple[Modality, Polarity]:
        """How the words stand to the fact; what stands right before them counts, so that no *not* is cut off."""
        cut = self.mentions.tokens
        whole = Range(self._with_beginning(number, quote), quote.end)
        dates = within(self.mentions.dates, self.mentions.span(whole))
        days = frozenset(
            index
            for range_ in map(self.mentions.range, (date.span for date in dates))
            for index in range(range_.first, range_.end)
        )
        return stance(cut, Clause(whole, "main", triggers_of(cut, whole)), kind, days)

    def _with_beginning(self, number: int, quote: Range) -> int:
        """The first of up to three words right before a quote, no mark and no predicate of another clause among them."""
        words = self.mentions.tokens.words
        least = max(self.tokens(number).first, quote.first - _BEFORE)
        before = find_triggers(words, Range(least, quote.first))
        taken = max((trigger.tokens.end for trigger in before), default=least)
        first = quote.first
        while first > taken and any(map(str.isalnum, words[first - 1])):
            first -= 1
        return first


def read(document: Document, wordlist: Wordlist = PLAIN) -> Reading:
    """Read a document as far as proposals need it. Deterministic and offline."""
    parts = sentences(document)
    document = dated(document, parts)
    mentions = find_mentions(document, wordlist)
    voice, heard = Voice(), []
    for part in parts:
        tokens = mentions.range(part.span)
        standing = voice.last if part.quoted and voice.last else own_voice(mentions)
        speeches: tuple[Speech, ...] = ()
        if part.role not in ASIDE and tokens.first < tokens.end:
            speeches, voice = find_speech(mentions, tokens, voice)
        heard.append(Speaking(speeches, standing))
    searched = tuple(stretch(mentions, mentions.range(part.span)) for part in parts)
    return Reading(document, parts, mentions, tuple(heard), searched)
