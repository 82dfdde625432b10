"""What a source is called on a screen: by its name; where nobody has said who published a document, that, with what the document is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from claims.model import Message
from claims.services import source_caption
from workbench.shown.passage import direction, visible
from workbench.shown.tables import Cell
from workbench.wording import Words, isolate

Voices = Mapping[str, Message]
"""What sources without a name are called, by what claims have in its place; see `claims.services.verdicts`."""


class Voice(TypedDict):
    """What a source is called, and in which direction that is written."""

    name: str
    dir: str


@dataclass(frozen=True, slots=True)
class Called:
    """What sources are called where ``voices`` are those without a name, in the language of ``words``."""

    voices: Voices
    words: Words

    def __call__(self, source: str) -> str:
        """The name of a source, or that it has none."""
        told, language = self.voices.get(source), self.words.language
        if told is None:
            return visible(source_caption(source, language))
        file = visible(source)
        return visible(told.within(language)).replace(file, isolate(file))

    def voice(self, source: str) -> Voice:
        """The same with the direction in which it is written: of who has no name, a sentence of ours speaks."""
        name = self(source)
        way = self.words.direction if source in self.voices else direction(name)
        return Voice(name=name, dir=way)

    def cell(self, source: str) -> Cell:
        """The same in a table."""
        voice = self.voice(source)
        return Cell(text=voice["name"], dir=voice["dir"])
