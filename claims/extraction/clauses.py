"""Where one clause ends and the next begins.

A sentence of news strings several statements together. It is cut at words that open an effect (ما أدى إلى), an effect
that stayed away (دون وقوع), a cause (جراء), a contrast (بينما), an elaboration (حيث) or a relative clause (التي), before a
verb or verbal noun that is joined by و to another predicate, and where somebody begins to speak. Each clause knows how
it hangs on the one before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.causing import (
    answering,
    beside_deed,
    by_deed,
    earlier_deed,
    led_to,
    pointing,
    set_beside,
)
from claims.extraction.connectives import links, only_meant
from claims.extraction.elided_losses import elided
from claims.extraction.joining import further_strikes, joined
from claims.extraction.mentions import Mentions, Range, indices, ranged, within
from claims.extraction.parting import elsewhere_in_english, parted, turns
from claims.extraction.smallwords import framing
from claims.extraction.speech import Speech
from claims.extraction.therein import therein
from claims.extraction.triggers import Trigger, begins
from claims.extraction.went_before import went_before
from claims.model.quick import quick

_LONGEST_FRAME = 16


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with its predicates.

    Attributes:
        tokens: where it stands.
        link: ``main``, ``joined``, ``again`` (joined with an auxiliary of its own), ``moment`` (what happened on the day before it), ``said`` or one of `claims.extraction.lexicon.LINKS`.
        triggers: its predicates, in order.
        reach: one past the last token of the words after it that only tell about one of its nouns or why it was done.
    """

    tokens: Range
    link: str
    triggers: tuple[Trigger, ...]
    reach: int = 0

    @property
    def whole(self) -> Range:
        """The clause with what only tells about its nouns."""
        own = self.tokens
        return ranged(own.first, self.reach) if self.reach > own.end else own


_DONE_FIRST = {("after",), ("before",)}
"""Words before a gerund that opens an English sentence with what was done at another time (*After taking* Khartoum in March, …)."""

_clause = quick(Clause)


def cut(
    mentions: Mentions,
    sentence: Range,
    triggers: tuple[Trigger, ...],
    speeches: tuple[Speech, ...],
    whole: tuple[Range, ...] = (),
) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; heads of speech belong to none, and what is ``whole`` opens none."""
    words = mentions.tokens.words
    cuts = dict(_said(sentence, speeches))
    for index, link in [
        *_framed(mentions, sentence),
        *_moments(mentions, sentence),
        *links(
            mentions.tokens, sentence, triggers, (frozenset(cuts), _whereabouts(mentions, sentence))
        ),
        *only_meant(words, sentence, triggers),
        *further_strikes(words, triggers),
        *therein(words, triggers),
        *elided(words, triggers),
        *joined(words, sentence, triggers),
        *by_deed(words, triggers),
        *led_to(words, sentence, triggers),
        *pointing(words, sentence, triggers),
        *beside_deed(words, sentence, triggers),
        *answering(words, sentence, triggers),
        *earlier_deed(words, triggers),
        *set_beside(words, sentence, triggers),
    ]:
        cuts.setdefault(index, link)
    for index, link in (
        *turns(mentions, sentence, triggers),
        *elsewhere_in_english(mentions, sentence, triggers),
        *parted(mentions, sentence, triggers),
        *(back for back in went_before(words, sentence, triggers) if back[0] - 1 not in cuts),
    ):
        cuts.setdefault(index, link)
    inner = _in_brackets(words, sentence) | indices(whole)
    cuts = {index: link for index, link in cuts.items() if index not in inner or link == "head"}
    heads = [speech.head for speech in speeches]
    bounds = sorted({sentence.first, *cuts, sentence.end})
    ends = {head.first: head.end for head in reversed(heads)}
    found = []
    starts = [begins(trigger) for trigger in triggers]
    for first, end in pairwise(bounds):
        if cuts.get(first) == "head":
            continue
        begin = ends.get(first, first)
        if begin < end:
            inside = triggers[bisect_left(starts, begin) : bisect_left(starts, end)]
            found.append(_clause(ranged(begin, end), cuts.get(first, "main"), inside))
    return tuple(found)


def _in_brackets(words: tuple[str, ...], sentence: Range) -> frozenset[int]:
    """The tokens inside of closed round brackets: what stands there opens no clause of its own."""
    found: set[int] = set()
    opened = -1
    if ")" not in words[sentence.first : sentence.end]:
        return frozenset()
    for index in range(sentence.first, sentence.end):
        if words[index] == "(":
            opened = index
        elif words[index] == ")" and opened >= 0:
            found.update(range(opened + 1, index))
            opened = -1
    return frozenset(found)


def _said(sentence: Range, speeches: tuple[Speech, ...]) -> Iterator[tuple[int, str]]:
    for speech in speeches:
        yield speech.head.first, "head"
        begins = max(speech.scope.first, speech.head.end)
        if begins < sentence.end:
            yield begins, "elaboration" if speech.goes_on else "said"


def _framed(mentions: Mentions, sentence: Range) -> Iterator[tuple[int, str]]:
    """Where the main clause begins behind an opening *since* or *when* clause of English, which only says when."""
    words = mentions.tokens.words
    done = words[sentence.first : sentence.first + 1] in _DONE_FIRST
    done = done and words[sentence.first + 1].endswith("ing")
    if words[sentence.first] not in framing() and not done:
        return
    line = range(sentence.first + 2, min(sentence.end - 2, sentence.first + _LONGEST_FRAME))
    days = [mentions.range(d.span) for d in within(mentions.dates, mentions.span(sentence))]
    marks = (i for i in line if words[i] == ",")
    comma = next((i for i in marks if not any(i in day for day in days)), None)
    if comma is not None and words[comma + 1] not in {"and", "or"} and words[comma + 1].isalnum():
        yield comma + 1, "contrast" if done else "elaboration"


def _moments(mentions: Mentions, sentence: Range) -> Iterator[tuple[int, str]]:
    """Where an English clause tells what happened on the day that something goes on since (closed since 7 May, *when* forces took …)."""
    words = mentions.tokens.words
    if "when" not in words[sentence.first : sentence.end]:
        return
    for index in range(sentence.first + 1, sentence.end - 1):
        if words[index] == "when" and words[index - 1] == ",":
            days = within(mentions.dates, mentions.span(Range(sentence.first, index)))
            since = bool(days) and days[-1].edtf.endswith("/..")
            if since and mentions.range(days[-1].span).end == index - 1:
                yield index, "moment"


def _whereabouts(mentions: Mentions, sentence: Range) -> frozenset[int]:
    """Where the days and places of a sentence begin that stand behind an English comma (near Jilib, *Somalia, Jan. 3*)."""
    words, span = mentions.tokens.words, mentions.span(sentence)
    if "," not in words[sentence.first : sentence.end]:
        return frozenset()
    spans = [one.span for one in within(mentions.dates, span)]
    spans += [one.span for one in within(mentions.places, span)]
    starts = (mentions.token_at(one.start) for one in spans)
    return frozenset(at for at in starts if at > sentence.first and words[at - 1] == ",")
