"""The nouns that figures count, in all their forms, from ``quantity_nouns.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.slots.quantity.forms import Count, arabic_forms, folded, written_on
from claims.slots.quantity.units import units
from claims.slots.tables import data


@dataclass(frozen=True, slots=True)
class Noun:
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


def read_nouns() -> dict[str, Noun]:
    """Word or phrase → what it counts, Arabic words with all that is written onto them."""
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
        for written in entry.get("two", []):
            for word, prefix in written_on(folded(written)):
                plain.setdefault(word, Noun(*base, Count.TWO, prefix, False, bare, True))
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
