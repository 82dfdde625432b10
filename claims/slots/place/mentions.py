"""Names of the gazetteer in a text, with the words around them that belong to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.slots.place.denoted import denoted
from claims.slots.place.entries import Entry
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.lexicon import KindWord
from claims.slots.place.names import ARTICLES
from claims.slots.place.relations import winds
from claims.slots.place.senses import Head, Sense, kind_word, sense
from claims.slots.triggers import Kind
from claims.text.tokens import Tokens

_CONFUSABLE = 5
"""Letters up to which a name's folded spelling may be that of a common word."""
_CARRIERS = frozenset("أإؤئ")
_MARKS = frozenset('-#(«"“')
"""Marks that may stand between the words of a name."""


@dataclass
class Mention:
    """A name found in the text and what it may denote.

    Without slots, so that what is not set yet costs nothing.

    Attributes:
        first: first token of the name.
        end: one past its last token.
        entries: places of the gazetteer that have this name.
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
        levels: evidence that the name needs, for each of them.
        holds: whether it says where the name before it lies (X بريف Y).
        around: ids of the divisions that the names next to it can mean, where it can mean several places.
        under: ids of the divisions whose countryside is named directly before it (ريف الرقة قرية X).
        beside: how many names of its list are places.
        country: ISO code that an adjective of nationality beside it names.
        best: places that are left, best first.
        power: whether a country or a capital is among them, of which texts say that it acts.
        within: ids of what contains a place that is in no gazetteer.
        kind: kind of such a place.
        loose: whether it is written as a common word is (حماه, وأنه).
        arabic: whether the name is in Arabic letters.
        named: first token of the name to show for such a place.
        named_cut: characters of that token that do not belong to it.
    """

    first: int
    end: int
    entries: tuple[Entry, ...]
    key: str
    prefix: str = ""
    bare: bool = False
    article: bool = False
    left: int = 0
    right: int = 0
    cut: int = field(default=0, init=False)
    lead: str = field(default="", init=False)
    word: KindWord | None = None
    base: str = field(default="", init=False)
    wind: str = field(default="", init=False)
    inside: bool = field(default=False, init=False)
    weight: int = field(default=0, init=False)
    against: bool = field(default=False, init=False)
    listed: bool = field(default=False, init=False)
    beside: int = field(default=0, init=False)
    around: frozenset[str] = field(default=frozenset(), init=False)
    under: frozenset[str] = field(default=frozenset(), init=False)
    holds: bool = field(default=False, init=False)
    alone: bool = field(default=False, init=False)
    abroad: bool = field(default=False, init=False)
    levels: tuple[int, ...] = field(default=(), init=False)
    country: str = field(default="", init=False)
    best: tuple[Entry, ...] = field(default=(), init=False)
    power: bool = field(default=False, init=False)
    within: tuple[str, ...] = field(default=(), init=False)
    kind: str = ""
    arabic: bool = True
    loose: bool = field(default=False, init=False)
    named: int = field(default=0, init=False)
    named_cut: int = field(default=0, init=False)


def kind_at(tokens: Tokens, index: int) -> tuple[KindWord, str] | None:
    """The kind word that token ``index`` is; *it led to* (وأدى), which folds to *valley*, is none."""
    found = kind_word(tokens.words[index])
    if (
        found is not None
        and tokens.words[index].startswith("واد")
        and "أ" in tokens.quote(index, index + 1)
    ):
        return None
    return found


@dataclass(slots=True)
class Scan:
    """What one pass over the words of a text found.

    Attributes:
        mentions: names of the gazetteer, the longest at each place, in order.
        openers: tokens that are, or begin, a kind word.
        lands: ISO codes of countries that adjectives of nationality speak of, once for each.
        closed: token → bounds of the phrase around it in which no name is read.
        tanween: whether the text writes tanween, which tells adjectives from names.
    """

    mentions: list[Mention]
    openers: list[int]
    lands: list[str]
    closed: dict[int, tuple[int, int]]
    tanween: bool


_SENSES = Kind(sense)


def scan(tokens: Tokens) -> Scan:
    """Read every word of the text that can be, begin or end a name."""
    words = tokens.words
    found = Scan([], [], [], {}, "\u064b" in tokens.shadow.raw)
    free = 0
    for index, read in _SENSES.starts(tokens):
        if not read.name_only:
            _note(words, index, read, found)
        if not read.heads or index < free:
            continue
        if not read.arabic:
            mention = _latin(tokens, index, read.heads)
        else:
            mention = _arabic(tokens, index, read)
        if mention is not None:
            mention.left, mention.right = mention.first, mention.end
            found.mentions.append(mention)
            free = mention.end
    return found


def _note(words: tuple[str, ...], index: int, read: Sense, found: Scan) -> None:
    """Note what else a word is than the beginning of a name."""
    if read.land:
        found.lands.append(read.land)
    if read.opens:
        found.openers.append(index)
    if read.phrases:
        _close(words, index, read.phrases, found.closed)


def _goes_on(words: tuple[str, ...], index: int, seconds: frozenset[str]) -> bool:
    """Whether the word behind token ``index``, or behind a mark there, is one of ``seconds``."""
    behind = index + 1
    if behind == len(words):
        return False
    following = words[behind]
    if following in seconds:
        return True
    return following in _MARKS and words[behind : behind + 2][-1] in seconds


def _close(
    words: tuple[str, ...],
    index: int,
    phrases: dict[str, list[tuple[str, ...]]],
    closed: dict[int, tuple[int, int]],
) -> None:
    """Note the longest phrase without names that begins at a token."""
    following = words[index + 1] if index + 1 < len(words) else ""
    for rest in (*phrases.get(following, ()), *phrases.get("", ())):
        end = index + 1 + len(rest)
        if words[index + 1 : end] == rest:
            closed.update(dict.fromkeys(range(index, end), (index, end)))
            return


def _arabic(tokens: Tokens, index: int, read: Sense) -> Mention | None:
    words = tokens.words
    if read.seconds and _goes_on(words, index, read.seconds):
        best, size, key = _longest_way(words, index, read)
    else:
        best, size, key = read.alone, 1, read.alone.word if read.alone else ""
    if best is None:
        return None
    mention = Mention(index, index + size, denoted(key).entries, key, best.prefix, best.bare)
    mention.cut = len(best.prefix) if best.bare or words[index].endswith(best.word) else 0
    mention.lead = best.prefix
    if size == 1 and len(key) <= _CONFUSABLE:
        mention.loose = _loose(tokens.quote(index, index + 1), mention)
    return mention


def _longest_way(words: tuple[str, ...], index: int, read: Sense) -> tuple[Head | None, int, str]:
    """The way in which the longest name begins at a token, its number of tokens and its key."""
    following = words[index + 1 : index + 3]
    second = following[-1] if following[0] in _MARKS else following[0]
    best, most, found = read.alone, 1, read.alone.word if read.alone else ""
    for way in read.heads:
        if way.seconds is not None and second in way.seconds:
            marked = not _MARKS.isdisjoint(words[index + 1 : index + 1 + way.longest])
            longest = way.longest if marked else way.seconds[second]
            size, key = _longest(words, index, way.word, longest)
            if size > most:
                best, most, found = way, size, key
    return best, most, found


def _loose(written: str, mention: Mention) -> bool:
    """Whether a name is written as a common word is: حماه for حماة, وأنه for وانة."""
    arabic = mention.entries[0].ar
    if written.endswith("ه") and not arabic.endswith("ه"):
        return True
    if _CARRIERS.isdisjoint(written):
        return False
    carried = _CARRIERS.intersection(written[mention.cut :])
    return bool(carried) and carried.isdisjoint(arabic)


def _longest(words: tuple[str, ...], index: int, first: str, most: int) -> tuple[int, str]:
    """Number of tokens and key of the longest name that begins so; marks between its words are passed over.

    Args:
        words: of the text.
        index: of the token that the name begins with.
        first: first word of the key.
        most: words of the longest name that can stand here.
    """
    names = gazetteer().names
    for size in range(min(most + 1, len(words) - index), 1, -1):
        following = words[index + 1 : index + size]
        key = " ".join((first, *following))
        if key in names:
            return size, key
        if following[-1] not in _MARKS and not _MARKS.isdisjoint(following):
            key = " ".join((first, *(word for word in following if word not in _MARKS)))
            if key in names:
                return size, key
    return 1, first


def _latin(tokens: Tokens, index: int, ways: tuple[Head, ...]) -> Mention | None:
    if not (_titled(tokens, index) or _wind(tokens, index)) or _in_address(tokens, index):
        return None
    names = gazetteer().names
    for way in ways:
        words, ends = [way.word], [index + 1]
        while len(words) < way.longest and (step := _next_word(tokens, ends[-1])) is not None:
            words.append(tokens.words[step].removesuffix("'s").replace("'", ""))
            ends.append(step + 1)
        for size in range(len(words), 0, -1):
            key = " ".join(words[:size])
            if key in names and (size > 1 or _titled(tokens, index)):
                first, entries = _article(tokens, index), denoted(key).entries
                return Mention(
                    first, ends[size - 1], entries, key, article=first < index, arabic=False
                )
    return None


def _next_word(tokens: Tokens, index: int) -> int | None:
    """The token that goes on with a Latin name at ``index``: hyphens, apostrophes and articles are passed over."""
    words = tokens.words
    last = len(words) - 1
    while index < last and (
        words[index] in ARTICLES
        or (words[index] in "-'" and (tokens.glued(index) or tokens.glued(index + 1)))
    ):
        index += 1
    if index < len(words) and words[index].isascii() and words[index][0].isalnum():
        return index
    return None


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


def _wind(tokens: Tokens, index: int) -> bool:
    """Whether a lower-case wind begins the name of an area (*northwest Syria*)."""
    words = tokens.words
    following = index + 1
    if following < len(words) and words[following] == "-" and tokens.glued(following):
        following += 2
    if following >= len(words) or words[index] not in winds():
        return False
    return (
        words[following].isascii() and words[following][0].isalpha() and _titled(tokens, following)
    )


def _titled(tokens: Tokens, index: int) -> bool:
    """Whether a Latin token is written with a capital, or stands in a hashtag."""
    if tokens.initial(index).isupper():
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
