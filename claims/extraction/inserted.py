"""Who is cited between two commas in the midst of an Arabic statement: «استهدفت مسيرة، بحسب الوكالة، سيارة على الطريق».

The words before and behind the citation are one clause. What stands in the citation itself (who is cited, from where, on which
day) has no part in what the clause tells.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from claims.extraction.mentions import Found, Mentions, Range, V
from claims.extraction.reach import behind_opening
from claims.extraction.speech import Speech
from claims.extraction.triggers import Trigger, begins

_PAUSE = "،"
_FEWEST = 2
_REST = 4


def inserted(
    mentions: Mentions,
    sentence: Range,
    triggers: tuple[Trigger, ...],
    speeches: tuple[Speech, ...],
) -> tuple[Range, ...]:
    """The citations of a sentence that part no statement: commas around them, and one side alone would tell nothing.

    Args:
        mentions: of the document.
        sentence: its tokens.
        triggers: its predicates.
        speeches: its acts of saying, in order.
    """
    words = mentions.tokens.words
    found = []
    for speech in speeches:
        cited = _between_commas(words, sentence, speech.head)
        cited = cited or _before_finite(words, sentence, speech.head)
        if cited is None or speech.scope.first >= speech.head.first:
            continue
        if _one_statement(words, sentence, triggers, cited):
            found.append(cited)
    return tuple(found)


def without(mentions: Mentions, citations: tuple[Range, ...]) -> Mentions:
    """What was found in a document but for what stands in some citations."""
    if not citations:
        return mentions
    spans = [mentions.span(one) for one in citations]

    def kept(values: Found[V]) -> Found[V]:
        return Found(one for one in values if not any(span.covers(one.span) for span in spans))

    return replace(
        mentions,
        dates=kept(mentions.dates),
        quantities=kept(mentions.quantities),
        places=kept(mentions.places),
        parties=kept(mentions.parties),
    )


def _between_commas(words: tuple[str, ...], sentence: Range, head: Range) -> Range | None:
    """A citation up to the comma behind it, at most its place or day between; None where no commas stand around it."""
    if head.first <= sentence.first + _FEWEST or words[head.first - 1] != _PAUSE:
        return None
    if words[head.end - 1] == _PAUSE:
        return Range(head.first, head.end - 1)
    end = min(head.end + _REST, sentence.end - _FEWEST)
    pause = next((i for i in range(head.end, end) if words[i] == _PAUSE), None)
    return Range(head.first, pause) if pause is not None else None


def _before_finite(words: tuple[str, ...], sentence: Range, head: Range) -> Range | None:
    """An English citation between the two halves of a statement (Among the dead, *the mayor said*, were two nurses); None for any other."""
    if head.first <= sentence.first + 1 or words[head.first - 1] != ",":
        return None
    end = head.end - (words[head.end - 1] == ",")
    verb = words[end + 1 : end + 2]
    if end + 1 >= sentence.end or words[end] != ",":
        return None
    goes_on = verb in {("were",), ("was",)} or behind_opening(words, sentence, head)
    return Range(head.first, end) if goes_on else None


def _one_statement(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...], cited: Range
) -> bool:
    """Whether the words behind a citation go on with the ones before it: they begin bare and hold no predicate, or those before hold none."""
    start = cited.end + 1
    pause = next((i for i in range(start, sentence.end) if words[i] == _PAUSE), sentence.end)
    pause = next(
        (t.tokens.first for t in triggers if start < t.tokens.first < pause and t.joined), pause
    )
    told, later = (bisect_left(triggers, at, key=begins) for at in (cited.first, start))
    closes = bisect_left(triggers, pause, key=begins)
    if start >= pause or words[start][0] in "وف" or not words[start].isalpha():
        return False
    nouns = words[cited.first].isascii() and all(t.role == "noun" for t in triggers[:told])
    return (later == closes and told > 0) or ((told == 0 or nouns) and later < closes)
