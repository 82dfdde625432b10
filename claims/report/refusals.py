"""What the engine says when it refuses, in the reader's language: one table for the command line and the screens.

The engine speaks English. Each of its sentences is known by its form in ``data/refusals.toml``; its values are put into the
same form in the reader's words. A screen and a terminal may say it differently: a terminal names options, a screen
its fields. A sentence of no known form is None here, so that whoever asks can show it word for word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from claims.extraction.lexicon import kinds
from claims.model import Apparent, Lineage, Modality, Relation, Slot
from claims.report.wording import Wording, wording
from claims.review.roles import TeamRole

_VALUE: Final = re.compile(r"\{(\w+)\}")
_LISTED: Final = re.compile(r", (?=\S)")
_LETTERS: Final = re.compile(r"[a-z]+(?:_[a-z]+)+")
_FREE: Final = frozenset(
    [
        "who",
        "another",
        "first",
        "name",
        "word",
        "words",
        "text",
        "tag",
        "said",
        "folder",
        "path",
        "table",
        "where",
    ]
)
"""Names of values that people gave, and of tables and files; no word of ours is looked for in them."""
_PEOPLE: Final = frozenset(["admins", "people"])
"""Names of values that are several people."""
_TYPED: Final = frozenset(["names", "option"])
"""Names of values that somebody types on the command line, which stay as they are typed there."""
_REASON: Final = "why"
"""The name of a value that says why, in a sentence of its own."""
_SPOKEN: Final = frozenset([_REASON, "fault", "line"])
"""Names of values that the engine says in words of its own: each has a form, or is quoted whole."""
_WHOLE: Final = frozenset(["error", "reason"])
"""Names of values that other programs say, such as a database: known whole, or quoted whole."""
_VOCABULARIES: Final = {
    "slot": Slot,
    "relation": Relation,
    "apparent": Apparent,
    "lineage": Lineage,
    "modality": Modality,
    "role": TeamRole,
}
"""The engine's codes that have a name, by the vocabulary that holds it."""
_ISOLATE, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Form:
    """One sentence of the engine.

    Attributes:
        says: as the engine says it, values as names in braces.
        pattern: finds the values in such a sentence.
        names: of the values, in their order.
        shown: the sentence of the screens, by language.
        typed: the sentence of the command line, by language.
    """

    says: str
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    shown: dict[str, str]
    typed: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Reader:
    """To whom a sentence is told.

    Attributes:
        words: those of their language.
        typed: whether as the command line says it.
        arabic: the Arabic of what the error brings along in both languages, by the English.
    """

    words: Wording
    typed: bool
    arabic: Mapping[str, str]


@cache
def forms() -> tuple[Form, ...]:
    """Every known sentence: those that hold a reason first, for it is a sentence itself, then those with the most words of their own, as the more exact ones."""
    found = map(_form, (*_file()["sentence"], *_file()["part"], *_file()["usage"]))
    return tuple(sorted(found, key=_exactness))


def _exactness(form: Form) -> tuple[bool, int]:
    return _REASON not in form.names, -len(_VALUE.sub("", form.says))


def sentences() -> tuple[str, ...]:
    """The form of each sentence of the engine, as it says it; without those of the library of the command line."""
    return tuple(entry["says"] for entry in _file()["sentence"])


def told_in(
    sentence: str, language: str, *, typed: bool = False, arabic: Mapping[str, str] | None = None
) -> str | None:
    """``sentence`` in the reader's language; None when its form is not known.

    Args:
        sentence: a message or a next step of an error; a next step may begin by saying that nothing was touched.
        language: ``ar`` or ``en``.
        typed: as the command line says it, with its options; else as the screens do.
        arabic: the Arabic of sentences within this one, by their English, as the error brings them.
    """
    safe, rest = safe_and_step(sentence)
    if not rest:
        return _safe(safe, language)
    found = _said(rest, _Reader(wording(language), typed, arabic or {}))
    return None if found is None else f"{_safe(safe, language)} {found}".strip()


def safe_and_step(step: str) -> tuple[str, str]:
    """How a next step begins by saying that nothing was touched ("" where it does not), and what there is to do."""
    for safe in _file()["safe"]:
        if step == f"{safe}.":
            return safe, ""
        for mark in (". ", "; "):
            if step.startswith(safe + mark):
                return safe, step.removeprefix(safe + mark)
    return "", step


def isolated(text: str) -> str:
    """``text`` between bidi isolates, so that it keeps its own direction inside a sentence."""
    return f"{_ISOLATE}{text}{_POP}"


def _safe(safe: str, language: str) -> str:
    if not safe:
        return ""
    return f"{_file()['safe'][safe] if language == 'ar' else safe}."


def _said(sentence: str, to: _Reader) -> str | None:
    for form in forms():
        found = form.pattern.fullmatch(sentence)
        if found:
            return _filled(form, found.groups(), to)
    return None


def _filled(form: Form, values: Iterable[str], to: _Reader) -> str:
    """The sentence with its values; within a command they stand as they are typed."""
    named = dict(zip(form.names, values, strict=True))
    text = (form.typed if to.typed else form.shown)[to.words.language]

    def value(hole: re.Match[str]) -> str:
        if text.count("`", 0, hole.start()) % 2:
            return _bare(named[hole[1]])
        return _shown(hole[1], named[hole[1]], to)

    return _VALUE.sub(value, text)


def _shown(name: str, value: str, to: _Reader) -> str:
    """A value as it stands in a sentence; a reason is a sentence of the engine itself."""
    words = to.words
    if name in _SPOKEN:
        return _spoken(value, to)
    if name in _WHOLE:
        return _word(value, words)
    if to.typed and name in _TYPED:
        return words.text("comma").join(isolated(_bare(one)) for one in _LISTED.split(value))
    if name in _PEOPLE:
        return words.text("comma").join(isolated(_bare(one)) for one in _LISTED.split(value))
    return isolated(_bare(value)) if name in _FREE else _value(value, words)


def _spoken(value: str, to: _Reader) -> str:
    """A sentence within another one: in the Arabic that came along, by its own form, or else whole."""
    if value in to.arabic and to.words.language == "ar":
        return to.arabic[value]
    told = told_in(value, to.words.language, typed=to.typed, arabic=to.arabic)
    return told or _word(value, to.words)


def _form(entry: dict[str, str]) -> Form:
    says, arabic = entry["says"], entry["ar"]
    parts = _VALUE.split(says)
    pattern = "".join("(.*?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return Form(
        says,
        re.compile(pattern, re.DOTALL),
        tuple(parts[1::2]),
        {"en": entry.get("en", says), "ar": arabic},
        {"en": says, "ar": entry.get("ar_typed", arabic)},
    )


def _value(value: str, words: Wording) -> str:
    """A value, each of a list by itself unless the whole is known; the engine's words become the reader's."""
    if value in _file()["words"]:
        return _word(value, words)
    return words.text("comma").join(_word(one, words) for one in _LISTED.split(value))


def _word(value: str, words: Wording) -> str:
    bare = _bare(value)
    named = _named(words.language)
    if bare in named:
        return named[bare]
    if bare in _file()["words"]:
        return str(_file()["words"][bare]) if words.language == "ar" else bare.replace("_", " ")
    return isolated(bare.replace("_", " ") if _LETTERS.fullmatch(bare) else bare)


def _bare(value: str) -> str:
    """A value without the quotation marks that the engine puts around what somebody wrote."""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value


@cache
def _named(language: str) -> dict[str, str]:
    """The name of each code of the engine."""
    words = wording(language)
    codes = {
        each.value: words.word(vocabulary, each.value)
        for vocabulary, every in _VOCABULARIES.items()
        for each in every
    }
    return codes | {code: kind.caption.within(language) for code, kind in kinds().items()}


@cache
def _file() -> dict[str, Any]:
    source = files("claims.report") / "data" / "refusals.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
