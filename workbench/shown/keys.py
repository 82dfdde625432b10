"""Keys of a screen: by their place on the keyboard, with what stands on them and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.wording import Words, mark


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


EVERYWHERE: Final[tuple[Key, ...]] = (
    Key("on", "Tab", "Tab", "", mark("The next field, button or link; with Shift the one before")),
    Key("press", "Enter", "⏎", "", mark("Open the link, press the button, send the form")),
    Key("tick", "Space", "Space", "مسافة", mark("Tick a box, press a button")),
    Key("walk", "ArrowDown", "↑ ↓ ← →", "", mark("Walk through tabs, choices and lists")),
    Key("leave", "Escape", "Esc", "", mark("Close a list or window that is open")),
    Key("help", "Slash", "?", "؟", mark("This list")),
)
"""The browser's own keys, which act on every screen, and the one that opens the list."""


def everywhere(words: Words) -> dict[str, object]:
    """The list of keys of a screen that has none of its own: what it is called, what it says, its rows."""
    return {
        "keyMap": words("Keys"),
        "byPlace": words(
            "This screen has no keys of its own; all of it is reached by these. Reading, comparing, adjudicating, an incident, the timeline, the map and the matrix have more."
        ),
        "singleKeys": words("Single keys act"),
        "close": words("Close"),
        "keys": labelled(EVERYWHERE, words),
    }


def labelled(keys: Sequence[Key], words: Words) -> list[dict[str, str]]:
    """The keys as a component gets them, in the reader's language."""
    return [
        {"name": key.name, "code": key.code, "cap": cap(key, words), "does": words(key.does)}
        for key in keys
    ]


def cap(key: Key, words: Words) -> str:
    """What stands on the key: beside the Latin letter the Arabic one, for readers of Arabic."""
    return f"{key.latin} {key.arabic}" if words.language == "ar" and key.arabic else key.latin
