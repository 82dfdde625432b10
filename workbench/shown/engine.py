"""The engine's English sentences, known by their form and said in the reader's language.

Each is held against the forms of ``wording/messages/engine.toml``; its values are put into the same form in the
reader's words. A sentence of no known form is None here, so that whoever asks can show it word for word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from workbench.shown import names
from workbench.shown.team import ROLES
from workbench.wording import Language, Words, isolate

_VALUE: Final = re.compile(r"\{(\w+)\}")
_LISTED: Final = re.compile(r", (?=\S)")
_LETTERS: Final = re.compile(r"[a-z]+(?:_[a-z]+)+")
_FREE: Final = frozenset(
    [
        "who",
        "admins",
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
    ]
)
"""Names of values that people gave; no word of ours is looked for in them."""
_REASON: Final = "why"
"""The name of a value that says why, in a sentence of its own."""

_NAMED: Final[dict[str, str]] = {
    key.value: name
    for named in (
        names.SLOTS,
        names.RELATIONS,
        names.GATES,
        names.APPARENT,
        names.LINEAGES,
        names.MODALITIES,
        ROLES,
    )
    for key, name in named.items()
} | dict(names.KINDS)
"""The engine's codes that have a name on the screens."""


@dataclass(frozen=True, slots=True)
class Form:
    """One sentence of the engine.

    Attributes:
        says: as the engine says it, values as names in braces.
        pattern: finds the values in such a sentence.
        names: of the values, in their order.
        said: the sentence of the screens, by language.
    """

    says: str
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    said: dict[Language, str]


@cache
def forms() -> tuple[Form, ...]:
    """Every known sentence; those with the most words of their own first, as the more exact ones."""
    found = [
        _form(entry["says"], entry.get("en", entry["says"]), entry["ar"])
        for entry in _file()["sentence"]
    ]
    return tuple(sorted(found, key=lambda form: -len(_VALUE.sub("", form.says))))


def said(sentence: str, words: Words) -> str | None:
    """``sentence`` in the reader's language; None when its form is not known."""
    for form in forms():
        found = form.pattern.fullmatch(sentence)
        if found:
            return _filled(form, found.groups(), words)
    return None


def _filled(form: Form, values: Iterable[str], words: Words) -> str:
    named = zip(form.names, values, strict=True)
    shown = {name: _shown(name, value, words) for name, value in named}
    return _VALUE.sub(lambda hole: shown[hole[1]], form.said[words.language])


def _shown(name: str, value: str, words: Words) -> str:
    """A value as it stands in a sentence; a reason is a sentence of the engine itself."""
    if name == _REASON:
        return said(value, words) or _value(value, words)
    return isolate(_bare(value)) if name in _FREE else _value(value, words)


def _form(says: str, english: str, arabic: str) -> Form:
    parts = _VALUE.split(says)
    pattern = "".join("(.*?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    said: dict[Language, str] = {"en": english, "ar": arabic}
    return Form(says, re.compile(pattern, re.DOTALL), tuple(parts[1::2]), said)


def _value(value: str, words: Words) -> str:
    """A value, each of a list by itself unless the whole is known; the engine's words become the reader's."""
    if value in _file()["words"]:
        return _word(value, words)
    return words(", ").join(_word(one, words) for one in _LISTED.split(value))


def _word(value: str, words: Words) -> str:
    bare = _bare(value)
    if bare in _NAMED:
        return words(_NAMED[bare])
    if bare in _file()["words"]:
        return str(_file()["words"][bare]) if words.language == "ar" else bare.replace("_", " ")
    return isolate(bare.replace("_", " ") if _LETTERS.fullmatch(bare) else bare)


def _bare(value: str) -> str:
    """A value without the quotation marks that the engine puts around what somebody wrote."""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value


@cache
def _file() -> dict[str, Any]:
    source = files("workbench.wording") / "messages" / "engine.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
