"""What a sentence says that none of its claims holds.

A quote covers what its claim states. Beside it stand who says it, and connectives of a word or two: context. Any longer
stretch is text that was not understood, and it is listed so: a claim read in a sentence is no excuse for the rest of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.mentions import Mentions, Range, indices
from claims.extraction.speech import Speech
from claims.model import Claim, Message, Problem, Span

_FEWEST = 3
"""Words from which a stretch is more than a connective."""

NOT_UNDERSTOOD = "not-understood"


def whole(document: str, span: Span) -> Problem:
    """The problem of a sentence in which no claim was read.

    Args:
        document: id of the document.
        span: the sentence.
    """
    message = Message(
        "لم يُقرأ في هذه الجملة أي ادعاء؛ راجعها بنفسك.",
        "No claim was read in this sentence; look at it yourself.",
    )
    return Problem(NOT_UNDERSTOOD, message, document, span)


def left_over(
    mentions: Mentions, tokens: Range, speeches: tuple[Speech, ...], found: list[Claim]
) -> Iterator[Problem]:
    """A problem for each stretch of a sentence that neither a claim, its speaker nor its context covers."""
    message = Message(
        "قُرئ ادعاء من هذه الجملة، لكنّ هذه الكلمات منها ليست في أي ادعاء؛ اقرأها بنفسك.",
        "A claim was read in this sentence, but these words of it are in no claim; read them yourself.",
    )
    for stretch in _stretches(mentions, tokens, _covered(mentions, speeches, found)):
        yield Problem(NOT_UNDERSTOOD, message, mentions.document.id, mentions.span(stretch))


def _covered(
    mentions: Mentions, speeches: tuple[Speech, ...], found: list[Claim]
) -> frozenset[int]:
    spans = [span for claim in found for span in (claim.span, *claim.borrowed)]
    frames = [Range(one.head.first, max(one.head.end, one.scope.first)) for one in speeches]
    return indices([*map(mentions.range, spans), *frames])


def _stretches(mentions: Mentions, tokens: Range, covered: frozenset[int]) -> Iterator[Range]:
    """Runs of tokens that are not covered and hold words enough, without marks at their edges."""
    words, first = mentions.tokens.words, tokens.first
    apart = sorted(covered.intersection(range(tokens.first, tokens.end)))
    for index in (*apart, tokens.end):
        if index - first < _FEWEST:
            first = index + 1
            continue
        last = index
        while first < last and not words[first].isalnum():
            first += 1
        while last > first and not words[last - 1].isalnum():
            last -= 1
        if sum(map(_is_word, words[first:last])) >= _FEWEST:
            yield Range(first, last)
        first = index + 1


def _is_word(word: str) -> bool:
    return word.isalpha() and len(word) > 1
