"""Words, numbers and marks of a text, each with its place in the raw text.

One pass of one pattern over the shadow; every finder of `claims.slots` works on the same tokens, so a document is
cut once. A token is a run of digits with inner points or commas (``13.6``, ``23,922``), a run of letters of one
script (so ``مدار11`` is two tokens and ``23مارس`` too), or a single other character. Line feeds are tokens. The tag of urgent
news that lost its space stands alone (``#عاجلغارة``), and a tag ends where a word of news is glued to it, a word that ends in ta
marbuta where a verb that opens news is (``النبطيةاستهدفت``).

Nothing but spaces stands between tokens. The pattern therefore takes the spaces behind a token along, and the offsets are
sums of lengths.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, compress, repeat
from operator import add
from typing import TYPE_CHECKING, Any, TypeVar

from claims.model.span import Span
from claims.text.phrases import marks
from claims.text.shadow import Shadow, shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Sequence

_LETTER = r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]"
_TOKEN = (
    rf"{_LETTER}+ *"
    r"|\d+(?:[.,]\d+)* *"
    r"|[a-z]+(?:'[a-z]+)* *"
    r"|[^ ] *"
)
_LONGEST_TAG = 24
_SHORTEST_VERB = 3
_END = "ه"
"""A folded ta marbuta; no word goes on behind it."""

_NOT_YET: Any = object()

T = TypeVar("T")


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
    _made: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The raw span of tokens ``first`` up to, not including, ``end``; at least one token."""
        return self.shadow.span(self.starts[first], self.ends[end - 1])

    def quote(self, first: int, end: int) -> str:
        """The raw words of tokens ``first`` up to, not including, ``end``."""
        return self.shadow.quote(self.starts[first], self.ends[end - 1])

    def initial(self, index: int) -> str:
        """The raw character that token ``index`` begins with."""
        return self.shadow.initial(self.starts[index])

    def marked(self, first: int, end: int) -> bool:
        """Whether the raw words of tokens ``first`` up to ``end`` hold anything that folding removed."""
        return self.shadow.marked(self.starts[first], self.ends[end - 1])

    def glued(self, index: int) -> bool:
        """Whether no space stands between token ``index`` and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def once(self, key: Hashable, work: Callable[[Tokens], T]) -> T:
        """What ``work`` makes of these tokens: worked out for the first who asks, kept for the others.

        Args:
            key: what stands for ``work`` and its arguments.
            work: a pure function; its result is not changed by anybody.
        """
        made: T = self._made.get(key, _NOT_YET)
        if made is _NOT_YET:
            self._made[key] = made = work(self)
        return made


def tokens(text: str | Tokens) -> Tokens:
    """Cut a raw text into tokens; tokens come back as they are."""
    if isinstance(text, Tokens):
        return text
    folded = shadow(text)
    pattern = _parting() if _opened().search(folded.text) else _pattern()
    spaced = pattern.findall(folded.text)
    words = tuple(map(str.rstrip, spaced, repeat(" ")))
    indent = len(folded.text) - len(folded.text.lstrip(" "))
    starts = tuple(accumulate(map(len, spaced), initial=indent))[:-1]
    return Tokens(folded, words, starts, tuple(map(add, starts, map(len, words))))


def where(words: Sequence[str], group: Container[str], first: int, end: int) -> list[int]:
    """The tokens from ``first`` up to, not including, ``end`` whose words are in a group: most stretches have none, and cost no loop."""
    return list(compress(range(first, end), map(group.__contains__, words[first:end])))


@cache
def _pattern() -> re.Pattern[str]:
    """One token with the spaces behind it; a word of urgent news, or a tag, ends before a word of news that is glued to it."""
    return re.compile(f"{_glued()}|{_TOKEN}")


@cache
def _parting() -> re.Pattern[str]:
    """The same for a text with words to which a verb that opens news is glued: they end before it."""
    headed = rf"{_LETTER}{{1,{_LONGEST_TAG}}}?{_END}(?={_verbs()}(?!{_LETTER}))"
    return re.compile(f"{_glued()}|{headed}|{_TOKEN}")


@cache
def _opened() -> re.Pattern[str]:
    """A verb that opens news, glued to a word that ends like one with ta marbuta."""
    return re.compile(rf"{_END}{_verbs()}(?!{_LETTER})")


def _verbs() -> str:
    return f"(?:{'|'.join(sorted(one for one in marks().opens if len(one) >= _SHORTEST_VERB))})"


def _glued() -> str:
    urgent, begins = "|".join(marks().urgent), "|".join(marks().begins)
    return (
        rf"(?:{urgent})(?={_LETTER}{{3}})"
        rf"|(?<=[#_]){_LETTER}{{3,{_LONGEST_TAG}}}?(?=(?:{begins})(?!{_LETTER}))"
    )
