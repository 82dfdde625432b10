"""A document as requests: one for each passage, made ready to be sent, or to be looked up among the kept answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from claims.extraction.proposed import Cut, Passage, Reading, cut, request
from claims.model import Span
from claims.services.language_model.answer import answer_schema
from claims.settings import Settings

_LIMITS = ("max_tokens", "max_completion_tokens")


@dataclass(frozen=True, slots=True)
class Question:
    """One request.

    Attributes:
        passage: what it asks about.
        span: from the passage's first sentence to the end of its last.
        characters: characters of the document in it.
        document: SHA-256 of the document's bytes.
        prompt: version of the instructions.
        body: the bytes to send.
        key: what its answer is kept under: the address and the bytes.
    """

    passage: Passage
    span: Span
    characters: int
    document: str
    prompt: str
    body: bytes
    key: bytes


class Questions:
    """Makes requests as the settings say."""

    def __init__(self, settings: Settings) -> None:
        self._address = settings.lm_endpoint.encode()
        self._model = settings.lm_model
        self._most = settings.lm_passage
        self._parameters: dict[str, Any] = json.loads(settings.lm_parameters)

    @property
    def limit(self) -> int:
        """The most tokens of an answer that the parameters allow, 0 when they set no limit."""
        given = (self._parameters.get(name) for name in _LIMITS)
        return max((value for value in given if isinstance(value, int)), default=0)

    def cut(self, reading: Reading) -> Cut:
        """The passages of a document."""
        return cut(reading, self._most)

    def about(self, reading: Reading, passage: Passage) -> Question:
        """The request about one passage; the same document and settings give the same bytes."""
        asked = request(reading, passage)
        body = self._body(asked.instructions, asked.passage)
        spans = [reading.parts[number].span for number in passage.sentences]
        return Question(
            passage=passage,
            span=Span(spans[0].start, spans[-1].end),
            characters=sum(map(len, spans)),
            document=reading.document.sha256,
            prompt=asked.prompt,
            body=body,
            key=self._address + b"\n" + body,
        )

    def _body(self, instructions: str, passage: str) -> bytes:
        form = {"name": "claims", "strict": True, "schema": answer_schema()}
        whole = self._parameters | {
            "model": self._model,
            "messages": [
                {"role": "system", "content": instructions},
                {"role": "user", "content": passage},
            ],
            "response_format": {"type": "json_schema", "json_schema": form},
        }
        return json.dumps(whole, ensure_ascii=False, sort_keys=True).encode("utf-8")
