"""Keys of a screen: by their place on the keyboard, with what stands on them and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.wording import Words


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a screen.

    Attributes:
        name: of the action, in the component's ``keys.js``.
        code: the key's place on the keyboard (``KeyboardEvent.code``), the same on every layout.
        latin: what stands on it.
        arabic: what stands on it on an Arabic keyboard, "" when that is the same.
        does: what it does, a message.
    """

    name: str
    code: str
    latin: str
    arabic: str
    does: str


def labelled(keys: Sequence[Key], words: Words) -> list[dict[str, str]]:
    """The keys as a component gets them, in the reader's language."""
    return [
        {"name": key.name, "code": key.code, "cap": cap(key, words), "does": words(key.does)}
        for key in keys
    ]


def cap(key: Key, words: Words) -> str:
    """What stands on the key: beside the Latin letter the Arabic one, for readers of Arabic."""
    return f"{key.latin} {key.arabic}" if words.language == "ar" and key.arabic else key.latin
