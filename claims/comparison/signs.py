"""How the cells of an incident are called, as a sign and in words; the words stand in ``signs.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.model import Message, Sign, Voice


@dataclass(frozen=True, slots=True)
class SignWords:
    """A sign beside its words, so that neither colour nor shape is ever alone."""

    sign: str
    message: Message


def sign_words(sign: Sign) -> SignWords:
    """How what a source says stands to the others."""
    words = _words()["sign"][sign.value]
    return SignWords(words["sign"], Message(words["ar"], words["en"]))


def voice_words(voice: Voice) -> Message:
    """Whose word that is."""
    return Message(**_words()["voice"][voice.value])


def settled_words(name: str) -> Message:
    """What stands in the place of a slot's own sentence once people settled the pair."""
    return Message(**_words()["settled"][name])


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    text = (files(__package__) / "data" / "signs.toml").read_text(encoding="utf-8")
    return {name: table for name, table in tomllib.loads(text).items() if name != "version"}
