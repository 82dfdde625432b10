"""What a source is called on a screen: by its name; where nobody has said who published a document, by its title or that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from claims.model import Message
from claims.services import source_caption
from workbench.shown.passage import direction, visible
from workbench.wording import Words

Voices = Mapping[str, Message]
"""What sources without a name are called, by what claims have in its place; see `claims.services.verdicts`."""


class Voice(TypedDict):
    """What a source is called, and in which direction that is written."""

    name: str
    dir: str


def shown_voice(source: str, voices: Voices, words: Words) -> Voice:
    """What a source is called in the reader's language."""
    told = voices.get(source)
    shown = visible(
        source_caption(source, words.language) if told is None else told.within(words.language)
    )
    return Voice(name=shown, dir=direction(shown))
