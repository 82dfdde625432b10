"""The words that carry events, speech and clause ends, made ready for look-up.

The data files beside this module are what a fact-checker reads and extends. Here each dictionary form becomes all
the written forms that news text uses (persons, genders, numbers, attached pronouns), folded as the tokens are.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import compress
from typing import Any

from claims.model import Message
from claims.text.clitics import Stem, stems
from claims.text.shadow import fold
from claims.text.tokens import Tokens, tokens

_MOST_WORDS = 65_536
_ROOT = 3
_REACH = 4
_OBJECTS = ("", "ه", "ها", "هم", "هما", "نا")
_PAST = ("", "ت", "وا", "ا", "تا", "ن")
_PRESENT = {"ي": ("", "ون", "ان", "وا"), "ت": ("", "ون", "ان"), "ن": ("",)}
"""Endings of the present by prefix letter; commands to many (تذكروا) are none of these."""
_PARTICIPLE = ("", "ا", "ه", "ين", "ون", "ات")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim.

    Attributes:
        id: as in `Claim.kind`.
        event: whether it has a time and a place.
        weight: the heaviest kind names a clause that holds several.
        caption: its name in both languages.
        definition: what it covers.
    """

    id: str
    event: bool
    weight: int
    caption: Message
    definition: Message


@dataclass(frozen=True, slots=True)
class Word:
    """One entry of a lexicon, reached by a written form.

    Attributes:
        role: ``verb``, ``masdar``, ``participle``, ``noun``, ``light``, ``cue``, ``preposition``, ``effect`` …
        kind: kind of claim for predicates, modality for cues, "" otherwise.
        tail: further folded words that must follow, for entries of several words.
        aims: whether the party after it is what it is aimed at.
        needs: one of these must stand within ``reach`` words after it.
        reach: how far that is.
        that: whether it counts only where a clause with أن / that follows.
        never_after: it does not count right after one of these.
        never_before: it does not count right before one of these; a letter stands for words that it is written on to.
        only_after: it counts only right after one of these, where there are any.
        unless: it does not count where one of these stands within eight words before it or three behind it.
        any_arm: whether it names attacks of every arm, from the air as well.
        persons: whether it names people, and so tells an event only where they are counted or indefinite.
        counted: whether it tells an event only where a figure counts it.
        launched: whether it names a munition, and so tells a strike only where it is fired, falls or hits.
        bare_tail: the words of ``tail`` without the article.
    """

    role: str
    kind: str = ""
    tail: tuple[str, ...] = ()
    aims: bool = False
    needs: frozenset[str] = frozenset()
    reach: int = _REACH
    that: bool = False
    persons: bool = False
    counted: bool = False
    unless: frozenset[str] = frozenset()
    never_after: frozenset[str] = frozenset()
    never_before: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    any_arm: bool = False
    launched: bool = False
    bare_tail: tuple[str, ...] = ()


LINKS = (
    "effect",
    "uneventful",
    "cause",
    "joined",
    "elaboration",
    "contrast",
    "purpose",
    "relative",
    "total",
)
"""What opens a clause, as named in the data file."""

Entries = dict[str, tuple[Word, ...]]


def load(name: str) -> dict[str, Any]:
    """The content of a data file of this room."""
    return tomllib.loads((files(__package__) / "data" / name).read_text(encoding="utf-8"))


@cache
def kinds() -> dict[str, Kind]:
    """All kinds of claims by id, in the order of the data file."""
    return {
        name: Kind(
            name,
            entry["event"],
            entry["weight"],
            Message(entry["ar"], entry["en"]),
            Message(entry["definition_ar"], entry["definition_en"]),
        )
        for name, entry in load("kinds.toml").items()
        if isinstance(entry, dict)
    }


def past_forms(past: str, pronouns: tuple[str, ...] = _OBJECTS) -> Iterator[str]:
    """Written forms of an Arabic past verb, given in the third person singular, with each attached pronoun."""
    base = fold(past)
    weak = base.endswith(("ي", "ا")) and len(base) > _ROOT - 1
    for suffix in _PAST:
        for pronoun in pronouns:
            if weak and suffix:
                yield base[:-1] + suffix + pronoun
            elif weak and pronoun:
                yield base[:-1] + "ا" + pronoun
            elif suffix == "وا" and pronoun:
                yield base + "و" + pronoun
            else:
                yield base + suffix + pronoun


def present_forms(present: str, pronouns: tuple[str, ...] = _OBJECTS) -> Iterator[str]:
    """Written forms of an Arabic present verb, given as its stem without the prefix letter."""
    base = fold(present)
    for letter, suffixes in _PRESENT.items():
        for suffix in suffixes:
            for pronoun in pronouns:
                yield letter + base + suffix + pronoun


def noun_forms(noun: str) -> Iterator[str]:
    """A noun with the endings that are written in letters; its ة is a ت before a pronoun only (إصابته; أصابت is a verb)."""
    base = fold(noun)
    yield base
    if " " in base:
        return
    if base.endswith("ه"):
        yield from (base[:-1] + "ت" + pronoun for pronoun in _OBJECTS if pronoun)
        return
    yield base + "ا"
    yield from (base + pronoun for pronoun in _OBJECTS)


def _verb_entries(entry: dict[str, Any], kind: str) -> Iterator[tuple[str, Word]]:
    aims, that = entry.get("aims", False), entry.get("that", False)
    needs = frozenset(map(fold, entry.get("needs", ())))
    never_after = frozenset(map(fold, entry.get("never_after", ())))
    role = "verb"
    if entry.get("cue"):
        role = "documents" if entry.get("documents") else "cue"
    word = Word(
        role,
        kind,
        aims=aims,
        needs=needs,
        reach=entry.get("reach", _REACH),
        that=that,
        unless=frozenset(map(fold, entry.get("unless", ()))),
        never_after=never_after,
        never_before=frozenset(map(fold, entry.get("never_before", ()))),
        only_after=frozenset(map(fold, entry.get("only_after", ()))),
    )
    pronouns = ("",) if entry.get("cue") else _OBJECTS
    for form in entry.get("forms", ()):
        yield fold(form), word
    if not entry.get("masdar_only") and "past" in entry:
        for form in [
            *past_forms(entry["past"], pronouns),
            *present_forms(entry["present"], pronouns),
        ]:
            yield form, word
    for noun in entry.get("masdar", ()):
        for form in noun_forms(noun):
            yield form, replace(word, role="masdar", that=False, never_before=frozenset())
    for participle in entry.get("participle", ()):
        for suffix in _PARTICIPLE:
            yield fold(participle) + suffix, Word("participle", kind, aims=aims, that=that)


def _index(pairs: Iterable[tuple[str, Word]]) -> Entries:
    found: dict[str, list[Word]] = {}
    for form, word in pairs:
        first, *tail = tokens(form).words
        bare = tuple(each.removeprefix("ال") for each in tail)
        whole = replace(word, tail=tuple(tail), bare_tail=bare)
        if whole not in found.setdefault(first, []):
            found[first].append(whole)
    return {
        form: tuple(sorted(words, key=lambda w: (-len(w.tail), not w.only_after, not w.needs)))
        for form, words in found.items()
    }


def _predicate_pairs(name: str) -> Iterator[tuple[str, Word]]:
    data = load(name)
    for entry in data.get("noun", ()):
        needs = frozenset(map(fold, entry.get("needs", ())))
        persons, any_arm = entry.get("persons", False), entry.get("any_arm", False)
        never_after = frozenset(map(fold, entry.get("never_after", ())))
        word = Word(
            "noun",
            entry["kind"],
            needs=needs,
            persons=persons,
            any_arm=any_arm,
            never_after=never_after,
            never_before=frozenset(map(fold, entry.get("never_before", ()))),
            counted=entry.get("counted", False),
            launched=entry.get("launched", False),
            unless=frozenset(map(fold, entry.get("unless", ()))),
        )
        for form in entry["forms"]:
            for written in noun_forms(form) if name.endswith("ar.toml") else (fold(form),):
                yield written, word
    for entry in data.get("verb", ()):
        yield from _verb_entries(entry, entry["kind"])
    for entry in data.get("light", ()):
        for form in entry["forms"]:
            yield fold(form), Word("light back" if entry.get("back") else "light", entry["kind"])


def _cue_pairs() -> Iterator[tuple[str, Word]]:
    data = load("cues.toml")
    for language in ("ar", "en"):
        for entry in data[language]["verb"]:
            modality = entry.get("modality", "asserted")
            yield from _verb_entries({**entry, "cue": True}, modality)
        for phrase in data[language]["preposition"]["words"]:
            yield fold(phrase), Word("preposition", "asserted")
        for modality, phrases in data[language]["impersonal"].items():
            for phrase in phrases:
                yield fold(phrase), Word("impersonal", modality)


def _clause_pairs() -> Iterator[tuple[str, Word]]:
    data = load("clauses.toml")
    for language in ("ar", "en"):
        for link in LINKS:
            for phrase in data[language].get(link, ()):
                yield fold(phrase), Word(link)


def _modality_pairs() -> Iterator[tuple[str, Word]]:
    data = load("clauses.toml")
    for language in ("ar", "en"):
        for modality, phrases in data[language]["modality"].items():
            for phrase in phrases:
                yield fold(phrase), Word("modality", modality)


@cache
def table(name: str) -> Entries:
    """One lexicon: ``predicates``, ``cues``, ``clauses`` or ``modality``; first folded word → entries."""
    if name == "predicates":
        return _index(
            [*_predicate_pairs("predicates_ar.toml"), *_predicate_pairs("predicates_en.toml")]
        )
    makers = {"cues": _cue_pairs, "clauses": _clause_pairs, "modality": _modality_pairs}
    return _index(makers[name]())


@cache
def _whole() -> frozenset[str]:
    """Words onto which nothing is written, though they look it (فيصل is a name, not "and he arrives")."""
    return frozenset(map(fold, load("predicates_ar.toml")["whole"]))


@lru_cache(maxsize=_MOST_WORDS)
def look_up(name: str, word: str) -> tuple[Word, ...]:
    """The entries of a folded word in a lexicon, as written or without what is written onto its front.

    An Arabic word that as written only begins phrases (الهجوم الجوي) has the entries of its stem behind them.
    """
    entries = table(name)
    direct = entries.get(word, ())
    if word.isascii() or any(not entry.tail for entry in direct) or word in _whole():
        return direct
    for stem in stems(word)[1:]:
        found = tuple(entry for entry in entries.get(stem.word, ()) if _may_carry(entry.role, stem))
        if found:
            return (*direct, *found)
    return direct


class _Known(dict[str, bool]):
    """Which folded words have entries in one lexicon, of those seen so far; forgets everything when it is full."""

    def __init__(self, name: str) -> None:
        """Begin without any word."""
        super().__init__()
        self.name = name

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = known = bool(look_up(self.name, word))
        return known


_known = cache(_Known)


def known_in(name: str, words: tuple[str, ...], first: int, end: int) -> list[int]:
    """The tokens of a stretch whose words have entries in a lexicon: nowhere else does any `match` begin."""
    known = map(_known(name).__getitem__, words[first:end])
    return list(compress(range(first, end), known))


def spots_of(name: str, cut: Tokens, first: int, end: int) -> tuple[int, ...]:
    """The tokens of a stretch at which a `match` may begin; their words are looked up once for the whole document."""
    spots = cut.once((spots_of, name), lambda cut: _spots(name, cut.words))
    return spots[bisect_left(spots, first) : bisect_left(spots, end)]


def _spots(name: str, words: tuple[str, ...]) -> tuple[int, ...]:
    """The tokens whose words have entries; behind those that only begin phrases (من قبل) stands a word that goes on with one."""
    known = known_in(name, words, 0, len(words) - 1)
    last = known_in(name, words, len(words) - 1, len(words)) if words else []
    going_on = [(at, _second_words(name, words[at])) for at in known]
    return (*(at for at, some in going_on if some is None or words[at + 1] in some), *last)


@lru_cache(maxsize=_MOST_WORDS)
def _second_words(name: str, word: str) -> frozenset[str] | None:
    """The words one of which follows a word wherever an entry begins with it; None where any may."""
    found: set[str] = set()
    for one in look_up(name, word):
        if not one.tail or len(one.tail[0]) == 1:
            return None
        found |= {one.tail[0], one.bare_tail[0], f"ال{one.bare_tail[0]}"}
    return frozenset(found)


def _may_carry(role: str, stem: Stem) -> bool:
    """A verb carries و, ف and the س of the future, never the article or a preposition."""
    if role in {"verb", "cue", "documents", "light", "light back"}:
        return not stem.article and stem.prefix in {"و", "ف", "س", "وس"}
    return True


def match(name: str, words: tuple[str, ...], index: int, end: int) -> tuple[Word, int] | None:
    """The longest entry that begins at token ``index`` and what token it ends before, or None."""
    for word in look_up(name, words[index]):
        tail = word.tail
        after = index + 1 + len(tail)
        if after > end:
            continue
        if tail and not (words[index + 1].endswith(word.bare_tail[0]) or len(tail[0]) == 1):
            continue
        if tail and not _follows(words, index + 1, word):
            continue
        if word.needs and word.needs.isdisjoint(
            _behind(words, after, min(end, after + word.reach))
        ):
            continue
        if word.only_after and (index == 0 or words[index - 1] not in word.only_after):
            continue
        if word.never_before and after < end and _parts_from(word, words[index], words[after]):
            continue
        return word, after
    return None


def _behind(words: tuple[str, ...], first: int, end: int) -> tuple[str, ...]:
    """The words behind an entry, up to an English *but* (caused damage *but* no injuries)."""
    found = words[first:end]
    return found[: found.index("but")] if "but" in found else found


def _parts_from(word: Word, written: str, behind: str) -> bool:
    """Whether the word behind is one that this one never stands before.

    A single letter stands for words that it is written on to («عقيد تابع للجيش» continues nothing), where nothing joins
    this one to what was said before («وتابع لافروف»).
    """
    if behind in word.never_before:
        return True
    return len(behind) > 1 and behind[0] in word.never_before and written[0] not in "وف"


def _follows(words: tuple[str, ...], start: int, word: Word) -> bool:
    """Whether the further words of an entry stand from token ``start`` on, each with the article or without."""
    tail = word.tail
    for offset, bare in enumerate(word.bare_tail):
        given = words[start + offset]
        if given != bare and given.removeprefix("ال") != bare and given != tail[offset]:
            written_on = len(tail[offset]) == 1 and given.startswith(tail[offset])
            if not written_on:
                return False
    return True
