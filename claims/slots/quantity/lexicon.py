"""Units, kinds, nouns and the words around figures, as tables for look-ups.

Built once from ``claims/slots/data/quantity_*.toml``. Keys are folded (see `claims.text.shadow`); phrases of several
words are joined by single spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from claims.model import Message
from claims.slots.number import data
from claims.slots.quantity.forms import Count, accusative, arabic_forms, dual, written_on
from claims.text.tokens import tokens

PEOPLE, THINGS, MEASURE = "people", "things", "measure"
_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Words:
    """How a caption names what is counted.

    Attributes:
        one: Arabic singular.
        many: Arabic genitive plural.
        two: Arabic dual, nominative and genitive.
        eleven: Arabic form behind 11 to 99.
        feminine: whether the Arabic word is feminine.
        en: English singular and plural.
    """

    one: str
    many: str
    two: tuple[str, str]
    eleven: str
    feminine: bool
    en: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts or measures (``quantity_units.toml``).

    Attributes:
        id: as in `claims.model.Quantity.unit`.
        counts: "people", "things" or "measure".
        words: caption words.
        definition: in both languages.
        within: id of the wider unit, "" when there is none.
        base: for a measure that converts, the base it converts to; else "".
        factor: how many of ``base`` one of this unit is.
    """

    id: str
    counts: str
    words: Words
    definition: Message
    within: str = ""
    base: str = ""
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Kind:
    """Of whom a figure speaks (``quantity_kinds.toml``).

    Attributes:
        id: as in `claims.model.Quantity.of`.
        words: caption words.
        all: Arabic plural with the article.
        definition: in both languages.
        within: ids of the kinds that include it.
    """

    id: str
    words: Words
    all: str
    definition: Message
    within: tuple[str, ...] = ()


class Noun(NamedTuple):
    """One reading of a token or phrase as something that is counted.

    Attributes:
        unit: id of the unit.
        of: id of the kind of people, "" when the word does not say.
        counts: "people", "things" or "measure".
        form: singular, dual, plural or construct dual.
        prefix: what is written onto it besides the article.
        definite: whether the Arabic article is written onto it.
        bare: whether it may stand for one in a list of people.
        arabic: whether the word is Arabic.
    """

    unit: str
    of: str
    counts: str
    form: Count
    prefix: str
    definite: bool
    bare: bool
    arabic: bool


class Bound(Enum):
    """What a phrase beside a number does to it."""

    MORE = "more"
    LEAST = "least"
    LESS = "less"
    MOST = "most"
    ABOUT = "about"


class Vague(NamedTuple):
    """A number word that says only how many at least."""

    low: int
    high: int | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables that the finder looks words up in.

    Attributes:
        nouns: word or phrase → noun.
        openers: first words of phrases in ``nouns``.
        before: phrase before a number → bound.
        after: phrase behind a number → bound.
        vague: word or phrase → vague number.
        unread: words that state a number nobody can know.
        befell: word that governs people → unit.
        near: the same for words that tell only right before a figure.
        attempts: words that say it did not come to pass.
        fell: words behind which a lone singular of a victim is one.
        behind: word behind people → unit.
        markers: phrases that open the parts of a total.
        marker_openers: their first words.
        of: word behind "من" → kind, "" for people of no stated kind.
        served: phrase behind people → kind.
        through: words between people and such a phrase.
        rates: phrase behind a unit → suffix.
        change: verbs that make "from … to" two figures.
        front: words between a noun and the figure behind it.
        heads: words that say no more than "number".
        others: "others", in both languages.
        joints: words between figures that share a predicate.
        ends: marks beyond which nothing is looked for.
        clauses: words that open another clause.
    """

    nouns: Mapping[str, Noun]
    openers: frozenset[str]
    before: Mapping[str, Bound]
    after: Mapping[str, Bound]
    vague: Mapping[str, Vague]
    unread: frozenset[str]
    befell: Mapping[str, str]
    near: Mapping[str, str]
    attempts: frozenset[str]
    fell: frozenset[str]
    behind: Mapping[str, str]
    markers: frozenset[str]
    marker_openers: frozenset[str]
    of: Mapping[str, str]
    served: Mapping[str, str]
    through: frozenset[str]
    rates: Mapping[str, str]
    change: frozenset[str]
    front: frozenset[str]
    heads: frozenset[str]
    others: frozenset[str]
    joints: frozenset[str]
    ends: frozenset[str]
    clauses: frozenset[str]

    def noun_at(self, words: Sequence[str], at: int) -> tuple[Noun, int] | None:
        """The noun that starts with token ``at`` (longest phrase first) and one past its end."""
        if at >= len(words):
            return None
        word = words[at]
        if word in self.openers:
            for size in range(min(_LONGEST_PHRASE, len(words) - at), 1, -1):
                noun = self.nouns.get(" ".join(words[at : at + size]))
                if noun is not None:
                    return noun, at + size
        noun = self.nouns.get(word)
        return None if noun is None else (noun, at + 1)


@cache
def units() -> Mapping[str, Unit]:
    """All units by id."""
    return {name: _unit(name, entry) for name, entry in data("quantity_units").items()}


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds of people by id."""
    return {name: _kind(name, entry) for name, entry in data("quantity_kinds").items()}


@cache
def lexicon() -> Lexicon:
    """The tables of both languages."""
    words = data("quantity_words")
    nouns = _nouns()
    markers = frozenset(_phrases(words["part"]["markers"]))
    return Lexicon(
        nouns=nouns,
        openers=frozenset(key.partition(" ")[0] for key in nouns if " " in key),
        before=_bounds(words["before"]),
        after=_bounds(words["after"]),
        vague=_vague(words["vague"]),
        unread=frozenset(_phrases(words["unread"]["words"])),
        befell=_befell(words["befell"], "ar", "en"),
        near={
            form: unit
            for unit, listed in words["near"].items()
            for word in listed
            for form, _ in written_on(folded(word), article=True)
        },
        attempts=frozenset(_phrases(words["attempt"]["words"])),
        fell=frozenset(_phrases(words["fell"]["words"])),
        behind=_befell(words["befell"], "after_ar", "after_en"),
        markers=markers,
        marker_openers=frozenset(marker.partition(" ")[0] for marker in markers),
        of={
            folded(word): "" if kind == "people" else kind
            for kind, listed in words["of"].items()
            for word in listed
        },
        served=_served(words["served"]),
        through=frozenset(map(folded, words["served"]["through"])),
        rates={folded(word): rate for rate, listed in words["rates"].items() for word in listed},
        change=frozenset(_phrases(words["range"]["change"])),
        front=frozenset(_phrases(words["front"]["words"])),
        heads=frozenset(form for w in words["front"]["heads"] for form, _ in written_on(folded(w), article=True)),
        others=frozenset(map(folded, words["others"]["ar"] + words["others"]["en"])),
        joints=frozenset(map(folded, words["joint"]["words"])),
        ends=frozenset(words["ends"]["marks"]),
        clauses=frozenset(_phrases(words["ends"]["clauses"])),
    )


def folded(phrase: str) -> str:
    """A phrase as its tokens read, joined by single spaces."""
    return " ".join(tokens(phrase).words)


def _unit(name: str, entry: Mapping[str, Any]) -> Unit:
    return Unit(
        name,
        entry["counts"],
        _words(entry),
        Message(**entry["define"]),
        entry.get("within", ""),
        entry.get("base", ""),
        float(entry.get("factor", 1)),
    )


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    words = _words(entry)
    whole = entry.get("all", f"ال{words.many}")
    return Kind(name, words, whole, Message(**entry["define"]), tuple(entry["within"]))


def _words(entry: Mapping[str, Any]) -> Words:
    one, many = _pair(entry["ar"])
    feminine = entry.get("gender", "") == "f" or one.partition(" ")[0].endswith("ة")
    two = _pair(entry["two"]) if "two" in entry else dual(one)
    return Words(one, many, two, entry.get("eleven") or accusative(one), feminine, _pair(entry["en"]))


def _pair(words: str) -> tuple[str, str]:
    one, many = (part.strip() for part in words.split(" / "))
    return one, many


def _phrases(listed: Iterable[str]) -> Iterator[str]:
    """Each phrase as it stands and, if Arabic, with conjunctions and prepositions on its first word."""
    for phrase in listed:
        key = folded(phrase)
        yield from (form for form, _ in written_on(key))


def _bounds(table: Mapping[str, Sequence[str]]) -> dict[str, Bound]:
    return {phrase: Bound(name) for name, listed in table.items() for phrase in _phrases(listed)}


def _vague(entries: Sequence[Mapping[str, Any]]) -> dict[str, Vague]:
    found: dict[str, Vague] = {}
    for entry in entries:
        value = Vague(entry["low"], entry.get("high"), entry.get("approximate", "high" in entry))
        for phrase in entry["words"]:
            key = folded(phrase)
            found |= {form: value for form, _ in written_on(key, article=True)}
    return found


def _befell(entries: Sequence[Mapping[str, Any]], arabic: str, english: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        for word in (*entry[arabic], *entry[english]):
            for form, _ in written_on(folded(word), article=True):
                found.setdefault(form, entry["unit"])
    return found


def _served(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Phrase → kind, the first word also with ب and ل written onto it."""
    return {
        form: kind
        for kind, listed in table.items()
        if kind != "through"
        for phrase in listed
        for form in _with_prepositions(folded(phrase))
    }


def _with_prepositions(key: str) -> tuple[str, ...]:
    return (key, f"ب{key}", f"لل{key[2:]}") if key.startswith("ال") else (key, f"ب{key}", f"ل{key}")


def _nouns() -> dict[str, Noun]:
    plain: dict[str, Noun] = {}
    joined: dict[str, Noun] = {}
    for entry in data("quantity_nouns")["noun"]:
        base = (entry["unit"], entry.get("of", ""), units()[entry["unit"]].counts)
        bare = entry.get("bare", False)
        for written in entry["ar"]:
            for form, count in arabic_forms(written, dual=entry.get("dual", True)):
                plain.setdefault(form, Noun(*base, count, "", False, bare, True))
                for word, prefix in written_on(form, article=True):
                    definite = "ال" in word[: len(word) - len(form)] or prefix == "لل"
                    joined.setdefault(word, Noun(*base, count, prefix, definite, bare, True))
        for written in entry["en"]:
            for form, count in _english_forms(written):
                plain.setdefault(form, Noun(*base, count, "", False, bare, False))
    return joined | plain


def _english_forms(written: str) -> Iterator[tuple[str, Count]]:
    one, *many = (folded(part) for part in written.split("/"))
    if one and one in many:
        yield one, Count.ANY
    elif one:
        yield one, Count.ONE
    for form in many:
        yield form, Count.MANY
