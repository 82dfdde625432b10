"""Arabic word forms of the nouns that figures count: dual, tanween, sound plurals, what is written onto a word."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from claims.text.tokens import tokens

_PREFIXES = ("", "و", "ف", "ب", "ل", "ول", "وب", "فب", "ك")
_ARTICLES = (
    ("ال", ""),
    ("وال", "و"),
    ("بال", "ب"),
    ("لل", "لل"),
    ("ولل", "لل"),
    ("فال", "ف"),
    ("وبال", "ب"),
)
_NO_TANWEEN = ("ه", "ا", "ء")


def folded(phrase: str) -> str:
    """A phrase as its tokens read, joined by single spaces."""
    return " ".join(tokens(phrase).words)


class Count(Enum):
    """How many a form of a noun speaks of."""

    ONE = 1
    TWO = 2
    MANY = 3
    ANY = 4
    TWO_OF = 5  # construct dual: غارتا التحالف


def arabic_forms(written: str, *, dual: bool = True) -> list[tuple[str, Count]]:
    """All folded forms of a noun given as ``one / many / many …``, without anything written onto it.

    The dual in ين is left out where a sound plural looks the same (``مدنيين``).
    """
    parts = [" ".join(tokens(part).words) for part in written.split("/")]
    one, plurals = parts[0], [part for part in parts[1:] if part]
    many = [form for plural in plurals for form in _plural_forms(plural)]
    forms = [(form, Count.ONE) for form in _singular_forms(one)] if one else []
    if one and dual:
        taken = {form for form, _ in many}
        forms += [(form, count) for form, count in _dual_forms(one) if form not in taken]
    return forms + many


def dual(one: str) -> tuple[str, str]:
    """The dual of a single Arabic word as it is written in captions, nominative and genitive."""
    stem = one[:-1] + {"ة": "ت", "ى": "ي"}.get(one[-1], one[-1])
    return f"{stem}ان", f"{stem}ين"


def accusative(one: str) -> str:
    """The form of a single Arabic word behind 11 to 99 (tanween where it is written)."""
    return one if one.endswith(("ة", "ى", "اء")) else f"{one}اً"


def written_on(word: str, *, article: bool = False) -> Iterator[tuple[str, str]]:
    """``word`` alone and with everything that is written onto an Arabic word, with the prefix that was put on."""
    if not "\u0620" <= word[0] <= "\u06ff":
        yield word, ""
        return
    for prefix in _PREFIXES:
        yield prefix + word, prefix
    if article:
        for joined, prefix in _ARTICLES:
            yield joined + word, prefix


def _singular_forms(one: str) -> list[str]:
    tanween = " ".join(
        word if word.endswith(_NO_TANWEEN) else f"{word}ا" for word in one.split(" ")
    )
    return [one] if tanween == one else [one, tanween]


def _dual_forms(one: str) -> list[tuple[str, Count]]:
    first, space, rest = one.partition(" ")
    if space:
        return _dual_phrases(first, rest)
    if one.endswith("ه"):
        stem = f"{one[:-1]}ت"
        pair = [(f"{stem}ا", Count.TWO_OF), (f"{stem}ي", Count.TWO_OF)]
    else:
        stem, pair = one, []
    return [(f"{stem}ان", Count.TWO), (f"{stem}ين", Count.TWO), *pair]


def _dual_phrases(first: str, rest: str) -> list[tuple[str, Count]]:
    """Both words of ``noun adjective`` in the dual: ميلين مربعين, طائرتان مسيرتان."""
    head, tail = (word[:-1] + "ت" if word.endswith("ه") else word for word in (first, rest))
    both = [(f"{head}{end} {tail}{end}", Count.TWO) for end in ("ان", "ين")]
    return [*both, (f"{head}ي {rest}", Count.TWO), (f"{head}ا {rest}", Count.TWO)]


def _plural_forms(many: str) -> list[tuple[str, Count]]:
    if many.endswith("ون"):
        stem = many[:-2]
        return [(f"{stem}{end}", Count.MANY) for end in ("ون", "ين", "ي")]
    return [(many, Count.MANY)]
