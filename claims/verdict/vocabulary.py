"""The words that grades, verdicts and ways to resolve a disagreement are chosen from: data, in both languages.

A file of a vocabulary is TOML: ``id`` (name and version), ``scale``, ``source``, ``name`` and ``[[term]]`` tables with
``id``, ``name``, ``definition`` and, where wanted, ``stands_for`` (labels of a policy for which the word is proposed)
and ``in_words`` (whoever chooses it gives a reason), of a resolution ``slots`` (on which it can resolve a contradiction). ``name`` and ``definition`` are tables with ``ar`` and ``en``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

from claims.errors import InputError
from claims.model import Matter, Message, Scale, Slot, Term, Vocabulary

BUILT_IN: Final[Mapping[Scale, str]] = {
    Scale.GRADE: "airwars/1",
    Scale.VERDICT: "averitec/1",
    Scale.RESOLUTION: "every-casualty/1",
}
"""The vocabulary of each scale, unless a case brings its own."""

SCALES: Final = {Matter.INCIDENT: Scale.GRADE, Matter.CLAIM: Scale.VERDICT}
"""From which scale a word is said of what."""
LARGEST: Final = 100_000
"""Characters of a vocabulary, at most."""

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*/[0-9]+")
_CODE: Final = re.compile(r"[a-z0-9_]{1,60}")
_FORM: Final = "See docs/verdicts.md for the form of a vocabulary."


@cache
def built_in(scale: Scale) -> Vocabulary:
    """The vocabulary that comes with the program."""
    name = BUILT_IN[scale].replace("/", "-")
    file = resources.files("claims.verdict").joinpath(f"data/vocabularies/{name}.toml")
    return vocabulary_of(file.read_text("utf-8"))


def policy_word(matter: Matter, label: str) -> Message:
    """What a label of a policy is called where a case has no word of its own for it."""
    term = built_in(SCALES[matter]).proposed_for(label)
    return Message(label, label) if term is None else term.name


def vocabulary_of(text: str) -> Vocabulary:
    """The vocabulary in a file.

    Raises:
        InputError: it is none, or lacks a word in one of both languages.
        Refused: it has no words, or one of them twice.
    """
    if len(text) > LARGEST:
        raise InputError(
            f"A vocabulary of {len(text)} characters is too long.",
            next_step=f"Use at most {LARGEST}.",
        )
    try:
        data = tomllib.loads(text)
        return Vocabulary(
            id=_matching(_ID, data["id"]),
            scale=Scale(data["scale"]),
            name=_message(data["name"]),
            source=_text(data["source"]),
            terms=tuple(_term(each) for each in data["term"]),
        )
    except KeyError as error:
        raise InputError(f"The vocabulary has no {error}.", next_step=_FORM) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"That is no vocabulary: {error}.", next_step=_FORM) from error


def _term(data: Mapping[str, Any]) -> Term:
    return Term(
        id=_matching(_CODE, data["id"]),
        name=_message(data["name"]),
        definition=_message(data["definition"]),
        stands_for=tuple(_text(label) for label in data.get("stands_for", ())),
        in_words=data.get("in_words", False) is True,
        slots=tuple(Slot(_text(slot)) for slot in data.get("slots", ())),
    )


def _message(data: Mapping[str, Any]) -> Message:
    return Message(ar=_text(data["ar"]).strip(), en=_text(data["en"]).strip())


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _matching(form: re.Pattern[str], value: object) -> str:
    text = _text(value)
    if not form.fullmatch(text):
        raise ValueError(f"{text!r} is no id such as mine/1, or no code such as not_proven")
    return text
