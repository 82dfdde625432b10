"""The word lists of the place slot, read from TOML and folded once per process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from claims.slots.place.names import arabic_key, is_arabic
from claims.slots.tables import data
from claims.slots.verbs import conjugated
from claims.text.clitics import stems
from claims.text.tokens import tokens

T = TypeVar("T")

_READ = 65_536


def phrase(words: str) -> tuple[str, ...]:
    """Folded tokens of a word or phrase of a list."""
    return tokens(words).words


def folded(words: Iterable[str]) -> frozenset[str]:
    """A list of single words or phrases, folded, as joined by spaces."""
    return frozenset(" ".join(phrase(word)) for word in words)


class Term(NamedTuple):
    """A word in both languages."""

    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of place: see ``place_kinds.toml``; ``reach`` in km."""

    specificity: float
    reach: float
    term: Term


@dataclass(frozen=True, slots=True)
class KindWord:
    """What a word such as *village* says about the name beside it.

    Attributes:
        fits: kinds of the gazetteer that it lets through.
        opens: kind of a place in no gazetteer that it announces, "" for none.
        keep: whether the word belongs to such a place's name.
        many: whether a list of names may follow.
        dual: whether it is the dual, so that two names follow.
        headed: kind of a place that it announces only where the name begins with a word such as تل.
        tail: folded adjectives that close the name.
        tied: whether ``headed`` also holds for a quoted name, or one right before words that say where it lies.
    """

    fits: frozenset[str]
    opens: str
    keep: bool
    many: bool
    tail: frozenset[str]
    dual: bool = False
    headed: str = ""
    tied: bool = False


class Hit(NamedTuple, Generic[T]):
    """A phrase found in a text: token bounds, what it means, and its first word without prefixes."""

    first: int
    end: int
    value: T
    word: str


class _Ends(NamedTuple, Generic[T]):
    """The phrases that may end in one written word.

    Attributes:
        longer: those of three words and more, by the word before the last, longest first.
        pairs: those of two, by the first.
        single: the one of a single word.
    """

    longer: dict[str, list[tuple[tuple[str, ...], T]]]
    pairs: dict[str, tuple[tuple[str, ...], T]]
    single: tuple[tuple[str, ...], T] | None


_PAIR = 2


class Phrases(Generic[T]):
    """Word sequences with a meaning, looked up by their first or their last token.

    The first word of an Arabic phrase may carry و ف ب ل ك.
    """

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._known: dict[str, _Ends[T]] = {}
        for words, value in sorted(phrases, key=lambda pair: -len(pair[0])):
            self._last.setdefault(words[-1], []).append((words, value))
            self._first.setdefault(words[0], []).append((words, value))

    def begins(self, word: str) -> bool:
        """Whether a phrase begins with that very word."""
        return word in self._first

    def rests(self, word: str) -> dict[str, list[tuple[str, ...]]]:
        """What may follow a word, read with or without prefixes, by the next word; "" when nothing need follow."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for reading in _readings(word):
            for sequence, _ in self._first.get(reading, ()):
                found.setdefault(sequence[1] if len(sequence) > 1 else "", []).append(sequence[1:])
        return found

    def ending(self, words: tuple[str, ...], last: int) -> Hit[T] | None:
        """The longest phrase whose last word is token ``last``."""
        if last < 0:
            return None
        longer, pairs, single = self._known.get(words[last]) or self._ends(words[last])
        if last and (longer or pairs):
            for sequence, value in longer.get(words[last - 1], ()):
                first = last - len(sequence) + 1
                if (
                    first >= 0
                    and words[first + 1 : last] == sequence[1:-1]
                    and sequence[0] in _readings(words[first])
                ):
                    return Hit(first, last + 1, value, sequence[0])
            for reading in _readings(words[last - 1]):
                if reading in pairs:
                    return Hit(last - 1, last + 1, pairs[reading][1], reading)
        return None if single is None else Hit(last, last + 1, single[1], single[0][0])

    def may_end(self, word: str) -> bool:
        """Whether a phrase may end in that word."""
        return any(self._ends(word))

    def _ends(self, word: str) -> _Ends[T]:
        """Phrases that may end in a word: of several words when it is their very last, of one in any reading."""
        found = _Ends[T]({}, {}, self._alone(word))
        for sequence, value in self._last.get(word, ()):
            if len(sequence) > _PAIR:
                found.longer.setdefault(sequence[-2], []).append((sequence, value))
            elif len(sequence) == _PAIR:
                found.pairs.setdefault(sequence[0], (sequence, value))
        if len(self._known) > _READ:
            self._known.clear()
        self._known[word] = found
        return found

    def _alone(self, word: str) -> tuple[tuple[str, ...], T] | None:
        read = (self._last.get(reading, ()) for reading in _readings(word))
        return next((one for each in read for one in each if len(one[0]) == 1), None)

    def starting(self, words: tuple[str, ...], first: int) -> Hit[T] | None:
        """The longest phrase whose first word is token ``first``."""
        if first >= len(words):
            return None
        for reading in _readings(words[first]):
            for sequence, value in self._first.get(reading, ()):
                end = first + len(sequence)
                if words[first + 1 : end] == sequence[1:] and end <= len(words):
                    return Hit(first, end, value, sequence[0])
        return None


@lru_cache(maxsize=_READ)
def _readings(word: str) -> tuple[str, ...]:
    """A word as written and, in Arabic, without its prefixes."""
    if not is_arabic(word):
        return (word,)
    return tuple(
        dict.fromkeys(("ال" + stem.word) if stem.article else stem.word for stem in stems(word))
    )


@dataclass(frozen=True, slots=True)
class Kinds:
    """``place_kinds.toml``."""

    kinds: dict[str, Kind]
    divisions: dict[str, Term]
    arabic: dict[str, KindWord]
    before: Phrases[KindWord]
    after: Phrases[KindWord]

    def division(self, country: str) -> Term:
        """What a first-level division of that country (ISO code) is called."""
        return self.divisions.get(country, self.divisions["*"])


@cache
def kinds() -> Kinds:
    """Kinds and kind words."""
    table = data("place_kinds")
    arabic: dict[str, KindWord] = {}
    before: list[tuple[tuple[str, ...], KindWord]] = []
    after: list[tuple[tuple[str, ...], KindWord]] = []
    for row in table["word"]:
        many, singular = folded(row.get("many", ())), folded(row["ar"])
        for word in singular:
            dual = word in many and (word.endswith(("تي", "تا")) or word[:-1] in singular)
            arabic[word] = _kind_word(row, many=word in many, dual=dual)
        one = _kind_word(row, many=False)
        before += [
            (phrase(words), _kind_word(row, many="s" in words.split()[0][-1:]))
            for words in row["before"]
        ]
        after += [(phrase(words), one) for words in row["after"]]
    return Kinds(
        {
            name: Kind(row["specificity"], row["reach"], Term(row["ar"], row["en"]))
            for name, row in table["kind"].items()
        },
        {code: Term(row["ar"], row["en"]) for code, row in table["division"].items()},
        arabic,
        Phrases(before),
        Phrases(after),
    )


def _kind_word(row: dict[str, Any], *, many: bool, dual: bool = False) -> KindWord:
    return KindWord(
        frozenset(row["fits"]),
        row["opens"],
        row.get("keep", False),
        many,
        folded(row.get("tail", ())),
        dual,
        row.get("headed", ""),
        tied=row.get("tied", False),
    )


@dataclass(frozen=True, slots=True)
class Stop:
    """``place_stop.toml`` and the countries of ``place_coverage.toml`` whose small places are read easily."""

    core: frozenset[str]
    wordlike: frozenset[str]
    never: frozenset[str]
    strong: frozenset[str]
    cautious: frozenset[str]
    steady: frozenset[str]
    adjective: frozenset[str]
    phrases: Phrases[None]


@cache
def stop() -> Stop:
    """Words that are also places."""
    table, coverage = data("place_stop"), data("place_coverage")
    return Stop(
        frozenset(coverage["full"]["countries"] + coverage["also"]["countries"]),
        frozenset(coverage["wordlike"]["countries"]),
        frozenset(map(arabic_key, table["never"])) | frozenset(table["english_never"]),
        frozenset(map(arabic_key, table["strong"])) | frozenset(table["english_strong"]),
        frozenset(map(arabic_key, table["cautious"])),
        frozenset(map(arabic_key, table["steady"])),
        frozenset(map(arabic_key, table["adjective"])),
        Phrases((phrase(words), None) for words in table["phrases_ar"] + table["phrases_en"]),
    )


@dataclass(frozen=True, slots=True)
class Words:
    """``place_words.toml``."""

    strong: Phrases[int]
    organisations: Phrases[None]
    tails: frozenset[str]
    talks: frozenset[str]
    tied: frozenset[str]
    numbers: frozenset[str]
    centre_tails: frozenset[str]
    papers: frozenset[str]
    actors_before: Phrases[None]
    actors_after: Phrases[None]
    doing: frozenset[str]
    loyal: frozenset[str]
    striking: frozenset[str]
    telling: frozenset[str]
    accusing: frozenset[str]
    meanwhile: frozenset[str]
    idle: frozenset[str]
    bodies: frozenset[str]
    persons_accusative: frozenset[str]
    titles: frozenset[str]
    given: frozenset[str]
    styles: frozenset[str]
    banks: frozenset[str]
    rivers: frozenset[str]
    other_banks: frozenset[str]
    joints: frozenset[str]
    unknown_never: frozenset[str]
    never_first: frozenset[str]
    befell: frozenset[str]
    heads: frozenset[str]
    epithets: frozenset[str]
    colours: frozenset[str]
    demonyms: dict[str, str]
    at_home: dict[str, str]
    abroad: frozenset[str]
    attacks_after: Phrases[None]


@cache
def words() -> Words:
    """Words for and against a place."""
    table = data("place_words")
    before, organisation, actor = table["before"], table["organisation"], table["actor"]
    person, unknown = table["person"], table["unknown"]
    weights = [(word, 2) for word in before["ar_strong"] + before["en_strong"]]
    weights += [(word, 1) for word in before["ar_weak"] + before["en_weak"]]
    return Words(
        Phrases((phrase(word), weight) for word, weight in weights),
        Phrases(
            (phrase(word), None)
            for word in organisation["ar"] + organisation["ar_far"] + organisation["en"]
        ),
        folded(organisation["tail_ar"] + organisation["tail_en"]),
        folded(organisation["tail_talks"]),
        folded(organisation["tied_en"]),
        folded(organisation["tail_numbers"]),
        folded(organisation["centre_tails"]),
        folded(organisation["papers"]),
        Phrases(
            (phrase(word), None)
            for word in (*actor["ar_before"], *actor["en_before"], *_verbs_of_acting())
        ),
        Phrases((phrase(word), None) for word in actor["ar_after"] + actor["en_after"]),
        folded(actor["en_doing"]),
        folded(actor["ar_loyal"]),
        folded(actor["ar_striking"]),
        frozenset(_verbs_of_acting()),
        frozenset(form for verb in folded(actor["ar_accusing"]) for form in (verb, f"و{verb}")),
        folded(actor["ar_meanwhile"]),
        folded(actor["ar_not_doing"] + data("party_cues")["not_verbs"]),
        folded(actor["bodies_en"]),
        folded(person["ar_accusative"]),
        folded(person["ar_titles"] + person["en_titles"]),
        folded(person["ar_given"]),
        folded(person["styles"]),
        folded(table["bank"]["ar"]),
        folded(table["bank"]["rivers"]),
        frozenset(arabic_key(bank) for bank in table["bank"]["others"]),
        folded(table["list"]["ar"] + table["list"]["en"]),
        folded(unknown["ar_never"] + unknown["ar_never_definite"] + unknown["en_never"]),
        folded(unknown["ar_never_first"]),
        folded(unknown["ar_befell"]),
        folded(unknown["ar_heads"]),
        folded(unknown["ar_epithets"]),
        folded(unknown["ar_colours"]),
        dict(_demonyms(table["demonym"])),
        dict(_at_home(table["at home"])),
        frozenset(table["abroad"]["countries"]),
        Phrases((phrase(word), None) for word in actor["en_attacks"]),
    )


def _verbs_of_acting() -> Iterator[str]:
    """Verbs behind which a state is who says or does it: their object is never a place."""
    cues = data("party_cues")
    for pair in cues["verbs_ar_say"] + cues["verbs_ar_sole"]:
        yield from (form for form, _ in conjugated(pair))


def _at_home(table: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Words that name who fights in one country only, also with *and* written onto them."""
    for country, listed in table.items():
        for word in folded(listed):
            yield word, country
            yield f"و{word}", country


def _demonyms(table: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for country, (arabic, english) in table.items():
        word = arabic_key(arabic)
        for form in (word, f"{word}ه"):
            yield form, country
            yield f"ال{form}", country
        yield english, country
