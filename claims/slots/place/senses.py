"""What a single word can be in the eyes of the place slot, worked out once per word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.lexicon import KindWord, kinds, stop, words
from claims.slots.place.names import is_arabic
from claims.slots.place.relations import relations
from claims.text.clitics import stems

_KNOWN_WORDS = 65_536
_SHORTEST_BARE = 4
DEFINITE = ("ال", "لل")
"""How definite Arabic words begin."""
CLOSING = frozenset('"»”“)]')
"""Marks that may close a name."""
_OF_VERBS = "س"
"""What is written onto verbs only, for what will be: «سحلب» is no Aleppo."""
_LIKE = "ك"
"""*As*, which no word such as *hill* carries: «كتلة» is a bloc."""
_ON = "علي"
"""Folded, the preposition *on* (على) is the given name Ali."""


@dataclass(frozen=True, slots=True)
class Head:
    """One way in which a token begins a name.

    Attributes:
        word: first word of the key.
        prefix: what stands written on to it (و ف ب ل), folded.
        bare: whether the article of the name is missing.
        longest: most words of a key that begins so.
        alone: whether the word alone is a key.
        seconds: second words of keys that begin so → most words of such a key, None when there are none.
    """

    word: str
    prefix: str
    bare: bool
    longest: int
    alone: bool
    seconds: dict[str, int] | None


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word can be.

    Attributes:
        arabic: whether it is written in Arabic letters.
        heads: ways in which it begins a name, the likeliest first.
        alone: the likeliest of them in which it is a whole name, None when there is none.
        seconds: second words of names that begin with it.
        land: ISO code of the country whose adjective of nationality it is, "" for none.
        opens: whether it is, or begins, a kind word.
        phrases: what must follow, by the next word, for it to begin a phrase in which no name is read.
        name_only: whether it can be nothing but the beginning of a name.
    """

    arabic: bool
    heads: tuple[Head, ...]
    alone: Head | None
    seconds: frozenset[str]
    land: str
    opens: bool
    phrases: dict[str, list[tuple[str, ...]]]
    name_only: bool


@lru_cache(maxsize=_KNOWN_WORDS)
def sense(word: str) -> Sense | None:
    """What a folded word can be; None for most words."""
    phrases = stop().phrases.rests(word)
    if is_arabic(word):
        heads, opens = _arabic_heads(word), kind_word(word) is not None
    else:
        heads = _latin_heads(word)
        opens = kinds().before.begins(word) or kinds().after.begins(word)
    land = words().demonyms.get(word, "") or words().at_home.get(word, "")
    if not (heads or opens or phrases or land):
        return None
    seconds = frozenset().union(*(head.seconds for head in heads if head.seconds))
    alone = next((head for head in heads if head.alone), None)
    name_only = not (land or opens or phrases)
    return Sense(is_arabic(word), heads, alone, seconds, land, opens, phrases, name_only)


@dataclass(frozen=True, slots=True)
class Role:
    """What a word before a name can say; all false for most words.

    Attributes:
        kind: it is an Arabic kind word.
        ties: it may end a relation.
        leads: it may end a preposition or the like.
        heads: it may end the head of an organisation's name.
        acts: it may end words that make a country act.
        names: it is a title or a given name.
    """

    kind: bool
    ties: bool
    leads: bool
    heads: bool
    acts: bool
    names: bool


_NONE = Role(kind=False, ties=False, leads=False, heads=False, acts=False, names=False)


def role_before(written: tuple[str, ...], index: int) -> Role:
    """The role of token ``index`` for a name that follows it; nothing at the start of a text."""
    return role(written[index]) if index >= 0 else _NONE


@lru_cache(maxsize=_KNOWN_WORDS)
def role(word: str) -> Role:
    """What a folded word before a name can say."""
    table = words()
    return Role(
        kind_word(word) is not None,
        relations().before.may_end(word) or word in ("من", "في"),
        table.strong.may_end(word),
        table.organisations.may_end(word),
        table.actors_before.may_end(word),
        word != _ON and (word in table.titles or word in table.given),
    )


@lru_cache(maxsize=_KNOWN_WORDS)
def kind_word(word: str) -> tuple[KindWord, str] | None:
    """The kind word in an Arabic token and the prefix written on to it, None when it is none."""
    if not is_arabic(word):
        return None
    for stem in stems(word):
        if _OF_VERBS in stem.prefix or _LIKE in stem.prefix or stem.article:
            continue
        if stem.word in kinds().arabic:
            return kinds().arabic[stem.word], stem.prefix
    return None


@dataclass(frozen=True, slots=True)
class Behind:
    """What a word behind a name can say; all false for most words.

    Attributes:
        closes: it may close the name: a definite Arabic word, a closing mark.
        tells: it may tell that the name is none of a place: of an organisation, a longer name, a number.
    """

    closes: bool
    tells: bool


_END = Behind(closes=False, tells=False)


def behind(written: tuple[str, ...], index: int) -> Behind:
    """What token ``index`` says of a name before it; nothing at the end of a text."""
    return behind_word(written[index]) if index < len(written) else _END


@lru_cache(maxsize=_KNOWN_WORDS)
def behind_word(word: str) -> Behind:
    """What a folded word behind a name can say."""
    table = words()
    kept = (table.talks, table.tails, table.numbers, table.colours)
    return Behind(
        word.startswith(DEFINITE) or word in CLOSING,
        word == "@" or any(word in each for each in kept),
    )


def _latin_heads(word: str) -> tuple[Head, ...]:
    longest = gazetteer().longest
    plain, owner = word.replace("'", ""), word.removesuffix("'s").replace("'", "")
    return tuple(
        _head(first, "", bare=False) for first in dict.fromkeys((plain, owner)) if first in longest
    )


def _arabic_heads(word: str) -> tuple[Head, ...]:
    places = gazetteer()
    found: list[Head] = []
    personal = word in words().given
    for stem in stems(word):
        whole = f"ال{stem.word}" if stem.article else stem.word
        if stem.prefix and (personal or _OF_VERBS in stem.prefix):
            continue
        if whole in places.longest:
            found.append(_head(whole, stem.prefix, bare=False))
        elif not stem.article and len(whole) >= _SHORTEST_BARE and f"ال{whole}" in places.names:
            found.append(_head(f"ال{whole}", stem.prefix, bare=True))
    return tuple(found)


def _head(word: str, prefix: str, *, bare: bool) -> Head:
    places = gazetteer()
    seconds = None if bare else places.seconds.get(word)
    return Head(
        word, prefix, bare, 1 if bare else places.longest[word], word in places.names, seconds
    )
