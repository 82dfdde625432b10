"""Nouns and the words around figures, as tables for look-ups.

Built once from ``quantity_nouns.toml`` and ``quantity_words.toml``. Keys are folded (see `claims.text.shadow`); phrases of several
words are joined by single spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from claims.slots.quantity.forms import folded, written_on
from claims.slots.quantity.nouns import Noun, read_nouns
from claims.slots.tables import data

_LONGEST_PHRASE = 4
_ATTEMPT = 2
VERDICT_REACH = 12
"""Words before an execution among which a verdict is looked for."""


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
        openers: first words of phrases in ``nouns`` → second words.
        before: phrase before a number → bound.
        after: phrase behind a number → bound.
        vague: word or phrase → vague number.
        shares: phrase for a share of a whole → hundredths and whether they are approximate.
        theirs: the same for a share of what was counted before.
        fifths: wholes behind which خمس is a fifth.
        wholes: words for a whole that are not counted nouns.
        peoples: singulars of peoples, persons behind millions.
        money: words near which they may be a currency.
        outof: phrases between a part and its total.
        wholly: those of them behind which the total needs no noun.
        construct: indefinite words that a construct dual may stand before.
        unread: words that state a number nobody can know.
        befell: word that governs people → unit.
        near: the same for words that tell only right before a figure.
        taking: words that say of lives or kin that they were lost → whom.
        fallen: words that tell of fighters that they were killed.
        risen: words behind them that say otherwise.
        over: words behind which "over" is no bound, and what they blame or fly over.
        denied: words that deny what follows.
        save: words that affirm it again.
        paired: phrases before a second figure of the same thing.
        attempts: words that say it did not come to pass.
        verdicts: words that say people were sentenced.
        executions: words for what they were sentenced to.
        penalties: English phrases for the sentence itself.
        carried: words that say the sentence was carried out.
        fell: words behind which a lone singular of a victim is one.
        lone: words around a lone singular: whose subject it is (``died``), that make it everyone (``every``), before «أم» as
            *or* (``he was``).
        behind: word behind people → unit.
        markers: phrases that open the parts of a total.
        marker_openers: their first words → how many words they have, the most first.
        of: word behind "من" → kind, "" for people of no stated kind.
        served: phrase behind people → kind.
        through: words between people and such a phrase.
        rates: phrase behind a unit → suffix.
        skipped: words that may stand between a bound and its number.
        passed: words that may stand between people and what tells of them.
        between: words that open a range whose ends "and" joins.
        since: words that open a range whose ends "to" joins.
        to: words between the ends of such a range.
        either: words between alternatives.
        phrase_ends: English words that end the noun phrase behind a number.
        change: verbs that make "from … to" two figures.
        front: words between a noun and the figure behind it.
        designators: letters of a munition's designator → unit.
        plurals: letters of the designator of an aircraft or a vehicle, which count in the plural only → unit.
        shares_of: those of them behind which a figure is a share, not a count.
        heads: words that say no more than "number".
        others: "others", in both languages.
        another: "another", in both languages.
        groups: English words behind which "of six" counts people.
        sets: words before a figure that only tells the size of a whole: a ``part`` of it or none, ``of``, ``determiners``,
            and what says its size (``sized``); what people are still said to be or not known to be (``still``, ``fate``).
        joints: words between figures that share a predicate.
        ends: marks beyond which nothing is looked for.
        clauses: words that open another clause.
        and_words: words that begin with و and open none.
    """

    nouns: Mapping[str, Noun]
    openers: Mapping[str, frozenset[str]]
    before: Mapping[str, Bound]
    after: Mapping[str, Bound]
    vague: Mapping[str, Vague]
    shares: Mapping[str, tuple[int, bool]]
    theirs: Mapping[str, tuple[int, bool]]
    fifths: frozenset[str]
    wholes: frozenset[str]
    peoples: frozenset[str]
    money: frozenset[str]
    outof: frozenset[str]
    wholly: frozenset[str]
    construct: frozenset[str]
    designators: Mapping[str, str]
    plurals: Mapping[str, str]
    unread: frozenset[str]
    befell: Mapping[str, str]
    near: Mapping[str, str]
    taking: Mapping[str, frozenset[str]]
    fallen: frozenset[str]
    risen: frozenset[str]
    over: Mapping[str, frozenset[str]]
    denied: frozenset[str]
    save: frozenset[str]
    paired: frozenset[str]
    attempts: frozenset[str]
    verdicts: frozenset[str]
    executions: frozenset[str]
    penalties: frozenset[str]
    carried: frozenset[str]
    fell: frozenset[str]
    lone: Mapping[str, frozenset[str]]
    behind: Mapping[str, str]
    markers: frozenset[str]
    marker_openers: Mapping[str, tuple[int, ...]]
    of: Mapping[str, str]
    served: Mapping[str, str]
    through: frozenset[str]
    rates: Mapping[str, str]
    skipped: frozenset[str]
    between_more: frozenset[str]
    passed: frozenset[str]
    between: frozenset[str]
    since: frozenset[str]
    to: frozenset[str]
    either: frozenset[str]
    phrase_ends: frozenset[str]
    change: frozenset[str]
    front: frozenset[str]
    shares_of: frozenset[str]
    heads: frozenset[str]
    others: frozenset[str]
    another: frozenset[str]
    groups: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    joints: frozenset[str]
    ends: frozenset[str]
    clauses: frozenset[str]
    and_words: frozenset[str]

    def fails(self, word: str, before: Sequence[str]) -> bool:
        """Whether the words before ``word`` say that what it tells did not come to pass (an attempt, a verdict)."""
        if any(each in self.attempts for each in before[-_ATTEMPT:]):
            return True
        if word not in self.executions or not self.carried.isdisjoint(before):
            return False
        return not self.verdicts.isdisjoint(before)

    def noun_at(self, words: Sequence[str], at: int) -> tuple[Noun, int] | None:
        """The noun that starts with token ``at`` (longest phrase first) and one past its end."""
        if at >= len(words):
            return None
        word = words[at]
        seconds = self.openers.get(word)
        if seconds is not None and words[at + 1 : at + 2] and words[at + 1] in seconds:
            for size in range(min(_LONGEST_PHRASE, len(words) - at), 1, -1):
                noun = self.nouns.get(" ".join(words[at : at + size]))
                if noun is not None:
                    return noun, at + size
        noun = self.nouns.get(word)
        return None if noun is None else (noun, at + 1)


@cache
def lexicon() -> Lexicon:
    """The tables of both languages."""
    words = data("quantity_words")
    nouns = read_nouns()
    markers = frozenset(_phrases(words["part"]["markers"]))
    return Lexicon(
        nouns=nouns,
        openers=_openers(nouns),
        before=_bounds(words["before"]),
        after=_bounds(words["after"]),
        vague=_vague(words["vague"]),
        shares=_shares(words["share"], "exact", "about"),
        theirs=_shares(words["share"], "theirs", "theirs-about"),
        fifths=frozenset(map(folded, words["share"]["fifths"])),
        wholes=frozenset(map(folded, words["share"]["wholes"])),
        peoples=frozenset(map(folded, words["peoples"]["words"])),
        money=frozenset(_phrases(words["peoples"]["money"])),
        outof=frozenset(map(folded, words["outof"]["words"] + words["outof"]["wholly"])),
        wholly=frozenset(map(folded, words["outof"]["wholly"])),
        construct=frozenset(map(folded, words["construct"]["words"])),
        designators=_letters(words["designators"]),
        plurals=_letters(words["plurals"]),
        unread=frozenset(_phrases(words["unread"]["words"])),
        befell=_befell(words["befell"], "ar", "en"),
        near={form: unit for unit, listed in words["near"].items() for form in _definite(listed)},
        taking=_taking(words["taking"], words["bereft"], words["bereft of its own"]),
        fallen=frozenset(words["fallen"]["words"]),
        risen=frozenset(words["fallen"]["otherwise"]),
        over={name: frozenset(listed) for name, listed in words["over"].items()},
        denied=frozenset(_phrases(words["denied"]["words"])),
        save=frozenset(_phrases(words["denied"]["save"])),
        paired=frozenset(_phrases(words["paired"]["words"])),
        attempts=frozenset(_phrases(words["attempt"]["words"])),
        verdicts=frozenset(_phrases(words["verdict"]["words"])),
        executions=frozenset(_definite(words["verdict"]["executions"])),
        penalties=frozenset(words["verdict"]["penalties"]),
        carried=frozenset(_phrases(words["verdict"]["carried"])),
        fell=frozenset(_phrases(words["fell"]["words"])),
        lone={name: frozenset(map(folded, found)) for name, found in words["single"].items()},
        behind=_befell(words["befell"], "after_ar", "after_en"),
        markers=markers,
        marker_openers=_sizes(markers),
        of=_kinds(words["of"]),
        served=_served(words["served"]),
        through=frozenset(map(folded, words["served"]["through"])),
        rates={folded(word): rate for rate, listed in words["rates"].items() for word in listed},
        skipped=frozenset(map(folded, words["skip"]["before"])),
        between_more=frozenset(words["skip"]["more"]),
        passed=frozenset(map(folded, words["skip"]["behind"])),
        between=frozenset(_phrases(words["range"]["between"])),
        since=frozenset(_phrases(words["range"]["from"])),
        to=frozenset(map(folded, words["range"]["to"])),
        either=frozenset(map(folded, words["range"]["or"])),
        phrase_ends=frozenset(words["phrase"]["ends"]),
        change=frozenset(_phrases(words["range"]["change"])),
        front=frozenset(_phrases(words["front"]["words"])),
        shares_of=frozenset(_definite(words["front"]["shares"])),
        heads=frozenset(_definite(words["front"]["heads"])),
        others=frozenset(map(folded, words["others"]["ar"] + words["others"]["en"])),
        another=frozenset(map(folded, words["another"]["words"])),
        groups=frozenset(words["groups"]["words"]),
        sets={name: frozenset(map(folded, listed)) for name, listed in words["set"].items()},
        joints=frozenset(map(folded, words["joint"]["words"])),
        ends=frozenset(words["ends"]["marks"]),
        and_words=frozenset(map(folded, words["ends"]["and_words"])),
        clauses=frozenset(_phrases(words["ends"]["clauses"])),
    )


def _letters(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Letters of designators → unit."""
    return {letters: unit for unit, listed in table.items() for letters in listed}


def _openers(nouns: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for first, second, *_ in (key.split(" ") for key in nouns if " " in key):
        found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


def _phrases(listed: Iterable[str]) -> Iterator[str]:
    """Each phrase as it stands and, if Arabic, with conjunctions and prepositions on its first word."""
    for phrase in listed:
        key = folded(phrase)
        yield from (form for form, _ in written_on(key))


def _shares(table: Mapping[str, Any], exact: str, about: str) -> dict[str, tuple[int, bool]]:
    return {
        form: (int(hundredths), name == about)
        for name in (exact, about)
        for hundredths, listed in table[name].items()
        for phrase in listed
        for form, _ in written_on(folded(phrase))
    }


def _definite(listed: Iterable[str]) -> Iterator[str]:
    """Each word with all that is written onto it, the article too."""
    for word in listed:
        yield from (form for form, _ in written_on(folded(word), article=True))


def _kinds(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {
        folded(word): "" if kind == "people" else kind
        for kind, listed in table.items()
        for word in listed
    }


def _taking(*tables: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Verb → the nouns behind which it tells of deaths."""
    verbs = {verb for table in tables for verb in table["words"]}
    return {
        folded(verb): frozenset(
            folded(noun) for table in tables if verb in table["words"] for noun in table["of"]
        )
        for verb in verbs
    }


def _sizes(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


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
