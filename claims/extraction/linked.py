"""Lines of other articles inside of an article: *read also* links that stand as paragraphs of their own.

In an article whose paragraphs end in full stops, a line below the first two of them that ends in none, is a paragraph by itself and
shares no two words with the one below it, heads another article. What it tells has no day here, and what follows it goes on with the paragraph above.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from claims.model import Document, Role, Sentence
from claims.text.shadow import fold

_STOPS = ".؟?!…:؛"
_CLOSING = "\"”»'’)] \n\t"
_FEWEST = 4
_MOST = 16
_SHARE = 0.75
_ENOUGH = 4
_LONG = 4
_SHARED = 2
_TITLES = frozenset({Role.BODY, Role.HEADLINE})


def without_links(document: Document, parts: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a document, Arabic lines that only link to other articles as page chrome."""
    text = document.text
    alone = Counter(part.paragraph for part in parts)
    body = [part for part in parts if part.role is Role.BODY and part.language == "ar"]
    last = {part.paragraph: part for part in body}
    closed = [one for one in last.values() if _closes(one.span.of(text))]
    if len(closed) < _ENOUGH or len(closed) < _SHARE * len(last):
        return parts
    first = closed[1].span.start
    aside = {
        part.span
        for part, below in pairwise((*parts, None))
        if part is not None
        and part.role in _TITLES
        and part.span.start > first
        and alone[part.paragraph] == 1
        and not part.quoted
        and part.language == "ar"
        and _is_title(part.span.of(text), titled=part.role is Role.HEADLINE)
        and not _heads(part, below, text)
    }
    return tuple(replace(one, role=Role.CHROME) if one.span in aside else one for one in parts)


def _heads(part: Sentence, below: Sentence | None, text: str) -> bool:
    """Whether a line names what the paragraph below it tells: two words of it stand there."""
    if below is None:
        return False
    told = {fold(word) for word in below.span.of(text).split()}
    return len({fold(w) for w in part.span.of(text).split() if len(w) >= _LONG} & told) >= _SHARED


def _closes(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith(tuple(_STOPS))


def _is_title(line: str, *, titled: bool) -> bool:
    """Whether a line may be the title of an article: a few words, no full stop behind them, no bullet or colon before."""
    words = line.split()
    bare = line.lstrip(_CLOSING)
    plain = bare[:1].isalpha() and ":" not in bare[:-1]
    return titled or (plain and _FEWEST <= len(words) <= _MOST and not _closes(line))
