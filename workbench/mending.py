"""What a reader asks to change about a claim on the reading screen, done through the case.

The component sends one `Ask` at a time and waits for the `Done` that carries its token; the same token again is the
same edit, so an answer that was lost on the way does not make two of one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from claims.model import Edit, EditKind, Extraction, LiveClaim, Maker, Part, Question, Span
from claims.services import Case, ClaimsError
from workbench import remembered

Do = Literal["correct", "split", "merge", "anchor", "add", "reject", "accept", "keep", "undo"]
Words = tuple[int, int]


class Ask(BaseModel):
    """One change.

    Attributes:
        token: one for each submission.
        do: what to do.
        document: id of the document on the screen.
        claims: ids of the claims concerned, as they were on the screen; the first one is the chosen one.
        words: words marked in the text, start and end in code points; several of a split.
        part: what is corrected.
        value: what is right, as text; "" with ``words``: read it there; "" without: it is not stated.
        kind: of a claim that is added.
        speaker: who says a claim that is added, by name; "" for the publisher.
        edit: of *keep*, the number of the edit that shall stand.
        reason: why, in the reader's words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: str
    do: Do
    document: str
    claims: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()
    part: Part | None = None
    value: str = ""
    kind: str = "other"
    speaker: str = ""
    edit: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an `Ask`.

    Attributes:
        token: of the ask.
        kind: what was done; None when nothing was.
        document: id of the document it was done in, which of an undo may be another one than that on the screen.
        chosen: id of the claim to show next, "" for none.
        error: why nothing was done.
    """

    token: str
    kind: EditKind | None = None
    document: str = ""
    chosen: str = ""
    error: ClaimsError | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A document as it stands.

    Attributes:
        extraction: its text and claims.
        live: each claim that stands, by its id, with who made it.
        histories: what was changed about each claim that somebody changed or made, by its id.
        questions: what they have to answer for.
    """

    extraction: Extraction
    live: Mapping[str, LiveClaim]
    histories: Mapping[str, tuple[Edit, ...]]
    questions: tuple[Question, ...]

    @property
    def changed(self) -> frozenset[str]:
        """Ids of the claims that somebody made or changed."""
        return frozenset(name for name, one in self.live.items() if one.maker is not Maker.MACHINE)


def read(case: Case, document: str) -> Standing:
    """The document as it stands, read once until the case changes.

    Raises:
        NotFound: the case holds no such document.
    """
    return remembered.of(case, f"document {document}", lambda: _read(case, document))


def _read(case: Case, document: str) -> Standing:
    live = {one.claim.id: one for one in case.claims.of(document)}
    return Standing(
        case.documents.extraction(document),
        live,
        case.claims.histories(document),
        case.claims.asking(document),
    )


def perform(ask: Ask, case: Case) -> Done:
    """Do what was asked and compare again what changed; what the engine refuses comes back as the error."""
    try:
        edit = _DO[ask.do](ask, case)
        if edit is not None:
            case.pairs.compare()
            return Done(ask.token, edit.kind, edit.document, _next(edit, ask, case))
    except ClaimsError as error:
        return Done(ask.token, None, ask.document, "".join(ask.claims[:1]), error)
    return Done(ask.token, None, ask.document, "".join(ask.claims[:1]))


def _next(edit: Edit, ask: Ask, case: Case) -> str:
    """The claim to show after an edit: what it made, what stands again, where the reader was, or what comes next."""
    there = [live.claim for live in case.claims.of(ask.document)]
    names = {claim.id for claim in there}
    for wanted in (*_results(edit, case), *ask.claims):
        if wanted in names:
            return wanted
    gone = min((claim.span for claim in edit.replaced), default=Span(0, 0))
    return next((claim.id for claim in there if claim.span >= gone), "")


def _results(edit: Edit, case: Case) -> tuple[str, ...]:
    """The claims that an edit made; of an undo, those that the edit it took back had replaced."""
    if edit.kind is not EditKind.UNDO:
        return tuple(claim.id for claim in edit.made)
    undone = [each for each in case.claims.edits(edit.document) if each.id == edit.about]
    return tuple(claim.id for each in undone for claim in each.replaced)


def _chosen(ask: Ask) -> str:
    """The claim that is concerned; "", which no case holds, where none was chosen any more."""
    return ask.claims[0] if ask.claims else ""


def _correct(ask: Ask, case: Case) -> Edit:
    spans = tuple(Span(*words) for words in ask.words)
    read = spans[0] if len(spans) == 1 else spans or None
    return case.claims.correct(
        _chosen(ask),
        ask.part or Part.STATEMENT,
        ask.value or read,
        words=spans[0] if ask.value and spans else None,
        reason=ask.reason,
        token=ask.token,
    )


def _add(ask: Ask, case: Case) -> Edit:
    return case.claims.add(
        ask.document,
        ask.words[0],
        kind=ask.kind,
        speaker=ask.speaker,
        reason=ask.reason,
        token=ask.token,
    )


def _said(ask: Ask) -> dict[str, str]:
    return {"reason": ask.reason, "token": ask.token}


_DO: Final[Mapping[str, Callable[[Ask, Case], Edit | None]]] = {
    "correct": _correct,
    "split": lambda ask, case: case.claims.split(_chosen(ask), ask.words, **_said(ask)),
    "merge": lambda ask, case: case.claims.merge(*ask.claims, **_said(ask)),
    "anchor": lambda ask, case: case.claims.anchor(_chosen(ask), ask.words[0], **_said(ask)),
    "add": _add,
    "reject": lambda ask, case: case.claims.reject(_chosen(ask), **_said(ask)),
    "accept": lambda ask, case: case.claims.accept(_chosen(ask), **_said(ask)),
    "keep": lambda ask, case: case.claims.keep(ask.edit, reason=ask.reason),
    "undo": lambda ask, case: case.claims.undo(token=ask.token),
}
