"""Words, numbers and marks of a text, each with its place in the raw text.

One pass of one pattern over the shadow; every finder of `claims.slots` works on the same tokens, so a document is
cut once. A token is a run of digits with inner points or commas (``13.6``, ``23,922``), a run of letters of one
script (so ``مدار11`` is two tokens and ``23مارس`` too), or a single other character. Line feeds are tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.model.span import Span
from claims.text.shadow import Shadow, shadow

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|[a-z]+(?:'[a-z]+)*|[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]+|[^ ]"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, as parallel tuples of equal length.

    Attributes:
        shadow: the folded text and the way back to the raw one.
        words: folded token texts.
        starts: offset of each token in the *shadow's* text.
        ends: one past the last offset of each token in the *shadow's* text.
    """

    shadow: Shadow
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The raw span of tokens ``first`` up to, not including, ``end``; at least one token."""
        return self.shadow.span(self.starts[first], self.ends[end - 1])

    def quote(self, first: int, end: int) -> str:
        """The raw words of tokens ``first`` up to, not including, ``end``."""
        return self.span(first, end).of(self.shadow.raw)

    def glued(self, index: int) -> bool:
        """Whether no space stands between token ``index`` and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


def tokens(text: str | Tokens) -> Tokens:
    """Cut a raw text into tokens; tokens come back as they are."""
    if isinstance(text, Tokens):
        return text
    folded = shadow(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(folded.text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(folded, tuple(words), tuple(starts), tuple(ends))
