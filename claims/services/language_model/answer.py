"""The form of an answer: what a server sends back, and the JSON in it.

Checked by pydantic before anything else looks at it; whatever else an answer holds or says is not looked at.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from claims.extraction.lexicon import kinds
from claims.extraction.proposed import Proposal, ProposedDate, ProposedFigure, ProposedSpeaker

MOST_CLAIMS: Final = 200
"""Claims in one answer; more are no marking of a passage but a flood."""

_MOST_NAMES: Final = 20
CUT_OFF: Final = "cut off"
_UNFINISHED: Final = {"length": CUT_OFF, "content_filter": "refused"}
_SHOWN: Final = 80
_UNSPOKEN: Final = frozenset(
    {"title", "minLength", "maxLength", "maxItems", "minimum", "maximum", "description"}
)
"""What is left out of the schema that is sent; many servers refuse one that holds limits, and we check them ourselves."""

Words = Annotated[str, Field(min_length=1, max_length=1000)]
Figure = Annotated[float, Field(allow_inf_nan=False, ge=-1e15, le=1e15)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class DateAnswer(_Strict):
    """The words that state the day, and what they are taken to mean."""

    words: Words
    value: Annotated[str, Field(max_length=100)] | None


class FigureAnswer(_Strict):
    """The words that state a figure, and what they are taken to mean."""

    words: Words
    low: Figure | None
    high: Figure | None


class SpeakerAnswer(_Strict):
    """The words that name who says it, and the word of saying."""

    words: Words
    cue: Words | None


class ClaimAnswer(_Strict):
    """One proposed claim."""

    sentence: Annotated[int, Field(ge=0, le=10_000_000)]
    quote: Annotated[str, Field(min_length=1, max_length=10_000)]
    kind: str
    date: DateAnswer | None
    places: Annotated[list[Words], Field(max_length=_MOST_NAMES)]
    actors: Annotated[list[Words], Field(max_length=_MOST_NAMES)]
    targets: Annotated[list[Words], Field(max_length=_MOST_NAMES)]
    figures: Annotated[list[FigureAnswer], Field(max_length=_MOST_NAMES)]
    speaker: SpeakerAnswer | None

    @field_validator("kind")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in kinds():
            raise ValueError("no such kind of claim")
        return value

    def proposal(self) -> Proposal:
        """The same as a value of the engine."""
        date, speaker = self.date, self.speaker
        return Proposal(
            sentence=self.sentence,
            quote=self.quote,
            kind=self.kind,
            date=None if date is None else ProposedDate(date.words, date.value or ""),
            places=tuple(self.places),
            actors=tuple(self.actors),
            targets=tuple(self.targets),
            figures=tuple(
                ProposedFigure(one.words, _whole(one.low), _whole(one.high)) for one in self.figures
            ),
            speaker=None if speaker is None else ProposedSpeaker(speaker.words, speaker.cue or ""),
        )


def _whole(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


class _Claims(_Strict):
    claims: Annotated[list[Any], Field(max_length=MOST_CLAIMS)]


class _Answer(_Strict):
    claims: list[ClaimAnswer]


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: Annotated[int, Field(ge=0)] = 0
    completion_tokens: Annotated[int, Field(ge=0)] = 0


class _Completion(BaseModel):
    choices: Annotated[list[_Choice], Field(min_length=1)]
    usage: _Usage | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server answered to one request.

    Attributes:
        content: the JSON text of the model, "" when it cannot be used.
        tokens_in: tokens that the server counted in the request, None when it does not say.
        tokens_out: tokens that it counted in the answer, likewise.
        unusable: why it cannot be used, "" when it can: ``no completion``, ``cut off``, ``refused``, ``not the form asked
            for`` or ``too large``.
    """

    content: str
    tokens_in: int | None = None
    tokens_out: int | None = None
    unusable: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The claims of one answer.

    Attributes:
        proposals: those of the form asked for.
        misfits: the beginnings of the others, as text.
    """

    proposals: tuple[Proposal, ...]
    misfits: tuple[str, ...]


def answered(body: bytes) -> Answered:
    """The body of a chat completion, opened as far as the text of the model."""
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError:
        return Answered("", unusable="no completion")
    choice, usage = completion.choices[0], completion.usage
    tokens_in = None if usage is None else usage.prompt_tokens
    tokens_out = None if usage is None else usage.completion_tokens
    content = choice.message.content or ""
    unusable = _UNFINISHED.get(choice.finish_reason or "", "") or _unusable(content)
    return Answered("" if unusable else content, tokens_in, tokens_out, unusable)


def _unusable(content: str) -> str:
    if not content:
        return "refused"
    return "not the form asked for" if proposed(content) is None else ""


def proposed(content: str) -> Proposed | None:
    """The claims that a model proposes, each checked by itself; None when the text is no list of claims."""
    try:
        listed = _Claims.model_validate_json(content).claims
    except ValidationError:
        return None
    fits: list[Proposal] = []
    misfits: list[str] = []
    for one in listed:
        try:
            fits.append(ClaimAnswer.model_validate(one).proposal())
        except ValidationError:
            misfits.append(json.dumps(one, ensure_ascii=False)[:_SHOWN])
    return Proposed(tuple(fits), tuple(misfits))


@cache
def answer_schema() -> dict[str, Any]:
    """The JSON Schema of an answer, in the subset that servers enforce: all members required, no others allowed.

    One dictionary for all callers: not to be changed.
    """
    schema = _plain(_Answer.model_json_schema())
    schema["$defs"]["ClaimAnswer"]["properties"]["kind"]["enum"] = list(kinds())
    return dict(schema)


def _plain(node: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(node, dict):
        return {
            name: {key: _plain(value) for key, value in part.items()}
            if name in {"properties", "$defs"}
            else _plain(part)
            for name, part in node.items()
            if name not in _UNSPOKEN
        }
    return [_plain(part) for part in node] if isinstance(node, list) else node
