"""Names of the gazetteer in a text, with the words around them that belong to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.lexicon import KindWord, kinds
from claims.slots.place.names import ARTICLES, is_arabic
from claims.text.clitics import stems
from claims.text.tokens import Tokens

_FOUND_WORDS = 65_536
_SHORTEST_BARE = 4


class Head(NamedTuple):
    """One way in which a token begins a name.

    Attributes:
        word: first word of the key.
        prefix: what stands written on to it (و ف ب ل), folded.
        bare: whether the article of the name is missing.
        longest: most words of a key that begins so.
    """

    word: str
    prefix: str
    bare: bool
    longest: int


@dataclass(slots=True)
class Mention:
    """A name found in the text and what it may denote.

    Attributes:
        first: first token of the name.
        end: one past its last token.
        rows: rows of the gazetteer that have this name.
        key: the key it was found under; "" for a name in no gazetteer.
        prefix: what is written on to its first word.
        bare: whether the name's Arabic article is missing.
        article: whether a Latin name stands with its article.
        left: first token of the whole expression (relation, kind word, name).
        right: one past the last token of it.
        cut: characters of token ``left`` that do not belong to it (a prefix).
        lead: prefix written on to token ``left``.
        word: the kind word beside the name.
        base: relation without wind.
        wind: wind of the relation.
        inside: whether the wind means a part of the place.
        weight: what the words around say for a place.
        against: whether they say that it is none.
        listed: whether the name directly before belongs to the same list.
        country: ISO code that an adjective of nationality beside it names.
        best: rows that are left, best first.
        within: ids of what contains a place that is in no gazetteer.
        kind: kind of such a place.
        loose: whether its final teh marbuta is written as heh (حماه), as in a common word.
        arabic: whether the name is in Arabic letters.
        named: first token of the name to show for such a place.
        named_cut: characters of that token that do not belong to it.
    """

    first: int
    end: int
    rows: tuple[int, ...]
    key: str
    prefix: str = ""
    bare: bool = False
    article: bool = False
    left: int = 0
    right: int = 0
    cut: int = 0
    lead: str = ""
    word: KindWord | None = None
    base: str = ""
    wind: str = ""
    inside: bool = False
    weight: int = 0
    against: bool = False
    listed: bool = False
    country: str = ""
    best: tuple[int, ...] = ()
    within: tuple[str, ...] = ()
    kind: str = ""
    arabic: bool = True
    loose: bool = False
    named: int = 0
    named_cut: int = 0


@lru_cache(maxsize=_FOUND_WORDS)
def heads(word: str) -> tuple[Head, ...]:
    """All ways in which a folded word may begin a name of the gazetteer."""
    longest = gazetteer().longest
    found: list[Head] = []
    if not is_arabic(word):
        plain = word.replace("'", "")
        if plain in longest:
            found.append(Head(plain, "", False, longest[plain]))
        owner = word.removesuffix("'s").replace("'", "")
        if owner != plain and owner in longest:
            found.append(Head(owner, "", False, 1))
        return tuple(found)
    names = gazetteer().names
    for stem in stems(word):
        whole = f"ال{stem.word}" if stem.article else stem.word
        if whole in longest:
            found.append(Head(whole, stem.prefix, False, longest[whole]))
        elif not stem.article and len(whole) >= _SHORTEST_BARE and f"ال{whole}" in names:
            found.append(Head(f"ال{whole}", stem.prefix, True, 1))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=_FOUND_WORDS)
def kind_word(word: str) -> tuple[KindWord, str] | None:
    """The kind word in an Arabic token and the prefix written on to it, None when it is none."""
    if not is_arabic(word):
        return None
    for stem in stems(word):
        if not stem.article and stem.word in kinds().arabic:
            return kinds().arabic[stem.word], stem.prefix
    return None


def scan(tokens: Tokens) -> list[Mention]:
    """All names of the gazetteer, the longest at each place, in order."""
    found: list[Mention] = []
    free = 0
    for index, ways in enumerate(map(heads, tokens.words)):
        if not ways or index < free:
            continue
        mention = _arabic(tokens, index, ways) if is_arabic(tokens.words[index]) else _latin(tokens, index, ways)
        if mention is not None:
            mention.left, mention.right = mention.first, mention.end
            found.append(mention)
            free = mention.end
    return found


def _arabic(tokens: Tokens, index: int, ways: tuple[Head, ...]) -> Mention | None:
    names = gazetteer().names
    best: Mention | None = None
    for way in ways:
        reach = min(way.longest + (1 if way.longest > 1 else 0), len(tokens.words) - index)
        for size in range(reach, 0, -1):
            if best is not None and size <= best.end - best.first:
                break
            following = tokens.words[index + 1 : index + size]
            key = " ".join((way.word, *following))
            rows = names.get(key)
            if rows is None and "-" in following[:-1]:
                key = " ".join((way.word, *(word for word in following if word != "-")))
                rows = names.get(key)
            if rows is not None:
                best = Mention(index, index + size, rows, key, way.prefix, way.bare)
                written = tokens.words[index]
                best.cut = len(written) - len(way.word) if written.endswith(way.word) else 0
                if way.bare:
                    best.cut = len(way.prefix)
                best.lead = way.prefix
                break
    if best is not None and best.key.endswith("ه") and not best.key.startswith("ال"):
        best.loose = tokens.quote(best.first, best.end).endswith("ه")
    return best


def _latin(tokens: Tokens, index: int, ways: tuple[Head, ...]) -> Mention | None:
    if not _titled(tokens, index) or _in_address(tokens, index):
        return None
    names = gazetteer().names
    for way in ways:
        words, ends = [way.word], [index + 1]
        while len(words) < way.longest and (step := _next_word(tokens, ends[-1])) is not None:
            words.append(tokens.words[step].removesuffix("'s").replace("'", ""))
            ends.append(step + 1)
        for size in range(len(words), 0, -1):
            key = " ".join(words[:size])
            rows = names.get(key)
            if rows is not None:
                first = _article(tokens, index)
                return Mention(first, ends[size - 1], rows, key, article=first < index, arabic=False)
    return None


def _next_word(tokens: Tokens, index: int) -> int | None:
    """The token that goes on with a Latin name at ``index``: hyphens, apostrophes and articles are passed over."""
    words = tokens.words
    while index < len(words) and (
        (words[index] in "-'" and tokens.glued(index)) or (words[index] in ARTICLES and index + 1 < len(words))
    ):
        index += 1
    if index < len(words) and words[index][0].isalpha() and words[index].isascii() and _titled(tokens, index):
        return index
    return index if index < len(words) and words[index].isdigit() else None


def _article(tokens: Tokens, index: int) -> int:
    """Where a Latin name at ``index`` begins when its article is counted in."""
    words = tokens.words
    before = index - 1
    hyphen = before >= 1 and words[before] == "-" and tokens.glued(index) and tokens.glued(before)
    if hyphen:
        before -= 1
    if before < 0 or words[before] not in ARTICLES:
        return index
    if hyphen or _titled(tokens, before) or words[before] in ("al", "el"):
        return before
    return index


def _titled(tokens: Tokens, index: int) -> bool:
    """Whether a Latin token is written with a capital, or stands in a hashtag."""
    start = tokens.span(index, index + 1).start
    if tokens.shadow.raw[start].isupper():
        return True
    return index > 0 and tokens.words[index - 1] == "#" and tokens.glued(index)


def _in_address(tokens: Tokens, index: int) -> bool:
    """Whether a Latin token is part of an address or account name (``t.me/Raqqa``, ``@Raqqa_SL``)."""
    raw = tokens.shadow.raw
    span = tokens.span(index, index + 1)
    before = raw[span.start - 1 : span.start]
    after = raw[span.end : span.end + 2]
    if before and before in "@/_&=.":
        return True
    return after[:1] in ("_", "@") or (after[:1] == "." and after[1:].isalpha())
