"""What is asked of a language model: the words it gets about one passage, and nothing else.

The instructions stand in ``data/prompt.toml``. A passage is handed over as JSON, so that nothing written in a document
can end the stretch that it stands in. Of a document there go out: the numbered sentences of the passage, the headline,
the publication date, the publisher's name and the language; never file names, paths or addresses.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.extraction.lexicon import kinds
from claims.extraction.proposed.passages import Passage, headline
from claims.extraction.proposed.reading import Reading


@dataclass(frozen=True, slots=True)
class Request:
    """One question.

    Attributes:
        prompt: version of the instructions.
        instructions: what is to be done, the same for every passage.
        passage: the sentences, as a JSON object.
    """

    prompt: str
    instructions: str
    passage: str


@cache
def _prompt() -> tuple[str, str]:
    text = (files(__package__) / "data" / "prompt.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    listed = "\n".join(f"- {kind.id}: {kind.definition.en}" for kind in kinds().values())
    return data["version"], data["instructions"].replace("{kinds}", listed).strip()


def prompt_version() -> str:
    """The version of the instructions."""
    return _prompt()[0]


def request(reading: Reading, passage: Passage) -> Request:
    """The question about one passage; the same document gives the same words."""
    version, instructions = _prompt()
    document = reading.document
    handed = {
        "published": document.published,
        "publisher": document.publisher.name if document.publisher else "",
        "language": document.language,
        "headline": headline(reading),
        "sentences": [
            {"number": number, "text": reading.parts[number].span.of(document.text)}
            for number in passage.sentences
        ],
    }
    return Request(version, instructions, json.dumps(handed, ensure_ascii=False))
