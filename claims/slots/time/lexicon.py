"""The words of time, loaded once from the data files beside the slots.

`claims/slots/data/time_*.toml` say in words a fact-checker can read what each spelling means; here they become one
dictionary from a folded token to what it can say, with conjunctions and prepositions already written onto it, so that
reading a text costs one look-up per token.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from claims.slots.tables import data
from claims.text.tokens import tokens

ALWAYS, CUE, BESIDE = 0, 1, 2
"""How much has to stand beside a name before it counts as one: nothing, a preposition, another part of a date."""

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك", "وب", "ول", "فب", "فل")
_JOINED = {"none": (), "and": _CONJUNCTIONS, "all": _CONJUNCTIONS + _PREPOSITIONS}
_MARKS = {
    ",": "comma",
    "،": "comma",
    "/": "slash",
    "\\": "slash",
    "-": "dash",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    ".": "dot",
    ":": "colon",
    "·": "bullet",
    "|": "bullet",
    "'": "apostrophe",
}


@dataclass(frozen=True, slots=True)
class Word:
    """Everything a word or phrase of the lexicon can say about time; what it does not say is 0, "" or None.

    Attributes:
        cardinal: its value as a cardinal number.
        ordinal: its value as a day of the month (1–10, 20, 30; compounds are put together by the grammar).
        hour: its value as an hour, 1–12.
        thousand: the year that it begins when years are written in words (2000).
        month: Gregorian month, 1–12.
        hijri: Hijri month, 1–12.
        naming: family of the month's name (``levant``, ``egypt``, ``maghreb``, ``english``).
        weekday: ISO weekday, 1–7.
        need: `ALWAYS`, `CUE` or `BESIDE`, for months and weekdays.
        spelt: raw spelling that lowers a month's need to `CUE` (آب with its madda).
        part: part of the day.
        shift: days from the day of publication.
        guarded: whether the shift has to be checked against its neighbours.
        bearing: ``last``, ``before-last``, ``next``, ``this``, ``same`` behind (in English: before) its noun.
        before: the same before an Arabic noun (هذا، نفس).
        unit: ``day``, ``week``, ``month`` …
        count: how many units the form itself says: 1, 2 (dual) or 0 (plural).
        position: ``early``, ``mid``, ``late``, or a fraction such as ``1/2``.
        season: EDTF season, 21–24.
        decade: EDTF decade, such as ``199X``.
        vague: least and most of a vague count.
        roles: what else it does (``since``, ``of``, ``comma`` …), as named in ``time_words.toml``.
    """

    cardinal: int = 0
    ordinal: int = 0
    hour: int = 0
    thousand: int = 0
    month: int = 0
    hijri: int = 0
    naming: str = ""
    weekday: int = 0
    need: int = ALWAYS
    spelt: str = ""
    part: str = ""
    shift: int | None = None
    guarded: bool = False
    bearing: str = ""
    before: str = ""
    unit: str = ""
    count: int = 0
    position: str = ""
    season: int = 0
    decade: str = ""
    vague: tuple[int, int] | None = None
    roles: frozenset[str] = frozenset()

    __hash__ = object.__hash__
    """By identity, at once: words live as long as the lexicon, and what is known of one is kept by it."""

    def merged(self, other: Word) -> Word:
        """Both words in one; where both say something else, ``self`` prevails."""
        changes: dict[str, Any] = {
            name: getattr(other, name)
            for name in Word.__slots__
            if getattr(self, name) == getattr(_NOTHING, name)
        }
        changes["roles"] = self.roles | other.roles
        if self.month and other.month:
            changes["need"] = self.need
        return replace(self, **changes)


_NOTHING = Word()


@dataclass(frozen=True, slots=True)
class Reading:
    """A form as it is written: what it says, the letters before it, and the words that must follow.

    Attributes:
        word: what it says.
        prefix: conjunction or preposition written onto it, "" when none.
        rest: the folded tokens that follow the first one, () for a single word.
    """

    word: Word
    prefix: str
    rest: tuple[str, ...]


Lexicon = dict[str, tuple[Reading, ...]]
"""First token of a form to its readings, longest first."""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Every form that speaks of time, by its first token."""
    forms: dict[tuple[str, tuple[str, ...]], dict[str, Word]] = {}
    for form, word, joined in _entries():
        first, *rest = tokens(form).words
        for prefix in ("", *_JOINED[joined]):
            key = (_written(prefix, first), tuple(rest))
            held = forms.setdefault(key, {})
            held[prefix] = held[prefix].merged(word) if prefix in held else word
    found: dict[str, list[Reading]] = {}
    for (first, rest_words), by_prefix in forms.items():
        prefix = min(by_prefix, key=len)
        found.setdefault(first, []).append(Reading(by_prefix[prefix], prefix, rest_words))
    return {
        first: tuple(sorted(readings, key=lambda reading: -len(reading.rest)))
        for first, readings in found.items()
    }


@lru_cache(maxsize=1)
def carriers() -> frozenset[str]:
    """Tokens that can carry a date; of a phrase its longest token. Without one of them there is no date but in figures."""
    found: set[str] = set()
    for first, readings in lexicon().items():
        for reading in readings:
            if _carries(reading.word):
                found.add(max((first, *reading.rest), key=len))
    return frozenset(found)


def _carries(word: Word) -> bool:
    named = word.month or word.hijri or word.weekday or word.season or word.decade
    return bool(named or word.shift is not None or word.unit or "past-century" in word.roles)


@lru_cache(maxsize=1)
def touching() -> frozenset[str]:
    """Every token of every form: what may stand beside a carrier; and the mark of a hashtag."""
    found = {"#"}
    for first, readings in lexicon().items():
        found.add(first)
        for reading in readings:
            found.update(reading.rest)
    return frozenset(found)


@lru_cache(maxsize=1)
def behind_numbers() -> frozenset[str]:
    """Tokens that make a date of a bare number before them: 27 الجاري, 15 منه, the 23rd."""
    return frozenset(
        first
        for first, readings in lexicon().items()
        for reading in readings
        if reading.word.bearing or reading.word.roles & {"thereof", "nth"}
    )


@lru_cache(maxsize=1)
def led() -> dict[str, frozenset[str]]:
    """Words that make a date of the word before them, with those words: الثامن عشر *منه*, the following *night*."""
    table = data("time_words")
    firsts = {first for first, found in lexicon().items() for each in found if each.word.ordinal}
    lists = table["led"]
    days = frozenset(firsts | {tokens(word).words[0] for word in lists["teens"]})
    return {tokens(word).words[0]: days for word in lists["thereof"]} | {
        word: frozenset(lists["steps"]) for word in lists["parts"]
    }


@lru_cache(maxsize=1)
def guards() -> dict[str, frozenset[str]]:
    """The lists of ``time_guards.toml`` by name, folded."""
    return {
        name: frozenset(tokens(word).words[0] for word in table["words"])
        for name, table in data("time_guards").items()
    }


@lru_cache(maxsize=1)
def named_figures() -> frozenset[str]:
    """Figures like ``9/11`` that are names."""
    return frozenset(data("time_guards")["named-figures"]["words"])


def names_what_follows(word: str) -> bool:
    """Whether a day behind a folded word is part of a name (شارع 29 أيار), with و written onto it too."""
    return not guards()["names"].isdisjoint((word, word.removeprefix("و")))


def _written(prefix: str, form: str) -> str:
    if prefix.endswith("ل") and form.startswith("ال"):
        return prefix + form[1:]
    return prefix + form


_Entry = tuple[str, Word, str]


def _entries() -> list[_Entry]:
    found = [*_months(), *_days(), *_periods(), *_numbers(), *_roles()]
    owned = [(f"{form}'s", word, joined) for form, word, joined in found if _owns(form, word)]
    return found + owned


def _owns(form: str, word: Word) -> bool:
    """Whether English may write a genitive: Friday's strike, last week's report."""
    noun = word.weekday or word.unit or word.season or word.shift is not None
    return form.isascii() and bool(noun or word.naming == "english")


def _months() -> list[_Entry]:
    table = data("time_months")
    found: list[_Entry] = []
    for row in table["months"]:
        word = Word(month=row["number"], naming=row["naming"])
        found += [(form, word, "all") for form in row.get("always", ())]
        spelt = row["cue"][0] if row["naming"] == "levant" and "cue" in row else ""
        if spelt:
            found += [(form, replace(word, need=BESIDE, spelt=spelt), "and") for form in row["cue"]]
        else:
            found += [(form, replace(word, need=CUE), "all") for form in row.get("cue", ())]
        found += [(form, replace(word, need=BESIDE), "and") for form in row.get("beside", ())]
    for row in table["hijri"]:
        word = Word(hijri=row["number"])
        found += [(form, word, "all") for form in row.get("always", ())]
        found += [(form, replace(word, need=BESIDE), "and") for form in row.get("cue", ())]
    return found


def _days() -> list[_Entry]:
    table = data("time_days")
    found: list[_Entry] = []
    for row in table["weekdays"]:
        word = Word(weekday=row["number"])
        found += [(form, word, "all") for form in row["always"]]
        found += [(form, replace(word, need=BESIDE), "and") for form in row["beside"]]
    for row in table["parts"]:
        found += [(form, Word(part=row["name"]), "all") for form in row["words"]]
    for row in table["shifts"]:
        word = Word(shift=row["days"], part=row.get("part", ""))
        found += [(form, word, "and") for form in row.get("trusted", ())]
        found += [(form, replace(word, guarded=True), "and") for form in row.get("guarded", ())]
        begun = replace(word, guarded=True, roles=frozenset({"begun"}))
        found += [(form, begun, "and") for form in row.get("since", ())]
    return found


def _periods() -> list[_Entry]:
    table = data("time_words")
    found: list[_Entry] = []
    for row in table["units"]:
        for count, name in ((1, "one"), (2, "two"), (0, "many")):
            word = Word(unit=row["name"], count=count)
            found += [(form, word, "and") for form in row.get(name, ())]
    kinds: dict[str, Callable[[dict[str, Any]], Word]] = {
        "bearings": lambda row: Word(bearing=row["name"]),
        "before": lambda row: Word(before=row["name"]),
        "heads": lambda row: Word(roles=frozenset({"head", row["name"]})),
        "positions": lambda row: Word(position=row["name"]),
        "fractions": lambda row: Word(position=f"{row['part']}/{row['of']}"),
        "seasons": lambda row: Word(season=row["number"]),
        "decades": lambda row: Word(decade=row["digits"]),
        "vague": lambda row: Word(vague=(row["low"], row["high"])),
    }
    for name, make in kinds.items():
        for row in table[name]:
            word = make(row)
            found += [(form, word, row.get("joined", "and")) for form in row["words"]]
    return found


def _numbers() -> list[_Entry]:
    table = data("time_numbers")
    found: list[_Entry] = []
    for value, forms in table["ordinals"].items():
        found += [(form, Word(ordinal=int(value)), "and") for form in forms]
        found += [
            (f"لل{form[2:]}", Word(ordinal=int(value)), "none")
            for form in forms
            if form[:2] == "ال"
        ]
    for value, forms in table["hours"].items():
        found += [(form, Word(hour=int(value)), "none") for form in forms]
    for value, forms in table["cardinals"].items():
        found += [(form, Word(cardinal=int(value)), "and") for form in forms]
    for value, forms in table["years"].items():
        found += [(form, Word(thousand=int(value)), "none") for form in forms]
    return found


def _roles() -> list[_Entry]:
    found: list[_Entry] = []
    for name, forms in data("time_words")["roles"].items():
        found += [(form, Word(roles=frozenset({name})), "and") for form in forms]
    found += [(mark, Word(roles=frozenset({name})), "none") for mark, name in _MARKS.items()]
    return found
