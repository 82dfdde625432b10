"""Where one post ends and the next begins, in a text that holds several of them.

Networks and threads come as one text: each post behind a sign, a tag, *عاجل*, a number (2/), a time or the name of the network.
Nothing is carried over such a border. A line of tags, or the name that stands above each post, is a heading of its post alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from claims.extraction.draft import Draft
from claims.extraction.lexicon import kinds, load, look_up
from claims.extraction.mentions import Mentions, within
from claims.extraction.pointers import local_places
from claims.model import Attribution, Lineage, Place, Role, Sentence, Span
from claims.text.phrases import marks

_STOPPED = tuple('.!?؟…:،,؛;”"»)')
_FEWEST = 2
_LONGEST_NAME = 6
_NUMBER = re.compile(r"\d{1,2}/(?:\d{1,2})?\s|\d{1,2}:\d\d\b")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Post:
    """What a sentence has from the post that it stands in.

    Attributes:
        begins: whether it begins a post.
        heads: whether it is no more than a heading of its post.
        places: of the tags above the post.
        by: the network whose name stands above the post, None for none.
    """

    begins: bool = False
    heads: bool = False
    places: tuple[Place, ...] = ()
    by: Attribution | None = None

    def over(self, one: Draft) -> Draft:
        """A draft of an event with the places of the tags above its post, where it states none and points to none."""
        if one.places or not self.places or not one.kind or not kinds()[one.kind].event:
            return one
        return replace(one, places=self.places)


_NONE = Post()


def posts(mentions: Mentions, parts: Sequence[Sentence]) -> tuple[Post, ...]:
    """For each sentence what it has from its post; a text that is one post has nothing."""
    text = mentions.document.text
    lines = [part.span.of(text) for part in parts]
    names = _names(mentions, parts, lines)
    opens = [_opens(line) for line in lines]
    several = sum(opens) + sum(line in names for line in lines) >= _FEWEST
    if not several and not any(map(_parts, lines)):
        return (_NONE,) * len(lines)
    leading = _leading(parts, lines, names)
    found: list[Post] = []
    now, fresh = _NONE, False
    for index, (part, line) in enumerate(zip(parts, lines, strict=True)):
        head = line in names or _is_tags(line)
        begins = several and _begins(parts, lines, index, opens[index], head=head)
        if _parts(line) or line in names or (begins and not fresh):
            now, fresh = _NONE, True
        if head:
            now = _headed(mentions, part, line, now, leading=leading, named=line in names)
            found.append(Post(heads=True))
            continue
        first = fresh and _LETTER.search(line) is not None
        found.append(Post(first, places=now.places, by=now.by))
        fresh = fresh and not first
    return tuple(found)


def _leading(parts: Sequence[Sentence], lines: list[str], names: frozenset[str]) -> bool:
    """Whether tags stand above what they tell of, as the first line of the text does, and not below it."""
    own = (line for part, line in zip(parts, lines, strict=True) if part.role is not Role.CHROME)
    return next((_is_tags(line) for line in own if line not in names), False)


def _headed(
    mentions: Mentions, part: Sentence, line: str, now: Post, *, leading: bool, named: bool
) -> Post:
    """A post with the name or the places of a line that heads it."""
    if named:
        return Post(by=_named(mentions, line, part.span))
    places = local_places(within(mentions.places, part.span)) if leading else ()
    return Post(places=now.places or places, by=now.by)


def _begins(
    parts: Sequence[Sentence], lines: list[str], index: int, opens: bool, *, head: bool
) -> bool:
    """Whether a sentence of a text of several posts begins one: by its first sign, as a heading, or behind a line that just ends."""
    if opens or head or index == 0:
        return True
    before = parts[index - 1]
    apart = before.paragraph != parts[index].paragraph and before.role is not Role.HEADLINE
    return apart and not lines[index - 1].endswith(_STOPPED)


def _opens(line: str) -> bool:
    """Whether a sentence opens as a post does: with a sign, a tag, a number, a time or a word for news."""
    first = line.split(maxsplit=1)[0].strip("|:!") if line else ""
    return line[:1] in _signs() or first.casefold() in _urgent() or _NUMBER.match(line) is not None


@cache
def _signs() -> frozenset[str]:
    return frozenset(("#", *marks().bullets))


@cache
def _urgent() -> frozenset[str]:
    data = load("sections.toml")
    return frozenset(word for language in ("ar", "en") for word in data[language]["urgent"])


def _parts(line: str) -> bool:
    """Whether a line is nothing but signs that part what is above from what is below (---)."""
    return (
        len(line) > _FEWEST and _LETTER.search(line) is None and not any(map(str.isdecimal, line))
    )


def _is_tags(line: str) -> bool:
    return line[:1] == "#" and all(word.startswith("#") for word in line.split())


def _names(mentions: Mentions, parts: Sequence[Sentence], lines: list[str]) -> frozenset[str]:
    """Short lines that stand above posts again and again and tell nothing: names of who posts."""
    at: dict[str, list[int]] = {}
    for index, (part, line) in enumerate(zip(parts, lines, strict=True)):
        short = len(line.split()) <= _LONGEST_NAME and line[:1] not in _signs()
        if short and part.role is not Role.CHROME:
            at.setdefault(line, []).append(index)
    return frozenset(
        line
        for line, here in at.items()
        if len(here) >= _FEWEST
        and all(any(_told(parts[i], lines[i]) for i in range(a + 1, b)) for a, b in pairwise(here))
        and _tells_nothing(mentions, parts[here[0]].span)
    )


def _told(part: Sentence, line: str) -> bool:
    return part.role is not Role.CHROME and len(line.split()) > _LONGEST_NAME


def _tells_nothing(mentions: Mentions, span: Span) -> bool:
    here = mentions.range(span)
    told = any(look_up("predicates", word) for word in mentions.tokens.words[here.first : here.end])
    return not told and here.first < here.end and not within(mentions.dates, span)


def _named(mentions: Mentions, line: str, span: Span) -> Attribution:
    """Who posts, as the name above the post says it."""
    known = within(mentions.sources, span)
    if known:
        return Attribution(known[0].name, known[0].lineage, "", known[0].text, known[0].span)
    return Attribution(line, Lineage.UNKNOWN, "", line, span)
