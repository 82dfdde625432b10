"""The tables of an export: their columns, and one row for each claim, pair, verdict and document.

Ids are stable: the same bytes give the same ids. Dates are EDTF, times ISO 8601 in UTC, offsets code points of the
document's text. Several values of one cell are joined by `` | ``. Columns that begin with ``my_`` can be filled in
and read back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from claims.errors import InputError
from claims.model import (
    Adjudication,
    Claim,
    Decision,
    Document,
    Edit,
    Mark,
    Outcome,
    Quantity,
    Thing,
    Topic,
)
from claims.report.exports.said import label, state
from claims.report.exports.source import Filed, Judged, Source

Cell: TypeAlias = str | int | float
Cells: TypeAlias = Mapping[str, Cell]

BETWEEN: Final = " | "


@dataclass(frozen=True, slots=True)
class TableOf:
    """A table of an export.

    Attributes:
        name: of its file or sheet.
        key: the column that names a row.
        columns: in order.
        rows: every row of a case, by column.
    """

    name: str
    key: str
    columns: tuple[str, ...]
    rows: Callable[[Source], Iterator[Cells]]


def _claims(source: Source) -> Iterator[Cells]:
    for filed in source.claims():
        yield {**claim_cells(filed), **_noted(source, Thing.CLAIM, filed.claim.id)}


def claim_cells(filed: Filed) -> Cells:
    """A claim as a row."""
    claim, document = filed.claim, filed.document
    place = next((each for each in claim.places if each.lat is not None), None)
    return {
        "id": claim.id,
        **_of_document(document),
        "start": claim.span.start,
        "end": claim.span.end,
        "offset_unit": "code points",
        "quote": claim.quote,
        "statement": claim.statement,
        "kind": claim.kind,
        "date": "" if claim.date is None else claim.date.edtf,
        "date_words": "" if claim.date is None else claim.date.text,
        "places": _joined(each.name for each in claim.places),
        "place_ids": _joined(each.id for each in claim.places),
        "latitude": "" if place is None or place.lat is None else place.lat,
        "longitude": "" if place is None or place.lon is None else place.lon,
        "actors": _joined(each.name for each in claim.actors),
        "targets": _joined(each.name for each in claim.targets),
        "quantities": _joined(quantity_words(each) for each in claim.quantities),
        "speaker": claim.speaker.source,
        "lineage": claim.speaker.lineage.value,
        "attribution": " ← ".join(each.source for each in claim.attribution),
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "checkable": "yes" if claim.checkable else "no",
        "not_understood": _joined(f"{each.slot.value}: {each.text}" for each in claim.unread),
        "findings": _joined(f"{each.check}: {each.message.en}" for each in claim.findings),
        "verdict": label(filed.verdict, filed.outcome) or "",
        "verdict_state": state(filed.verdict, filed.outcome) or "",
        "policy": "" if filed.verdict is None else filed.verdict.policy,
        **_edited(filed.edit),
    }


def _edited(edit: Edit | None) -> Cells:
    """What a person did to a claim, and the parts whose value they gave; empty where the program read it so."""
    if edit is None:
        return dict.fromkeys(EDITED, "")
    given = _joined(part.value for part in edit.given)
    return dict(zip(EDITED, (edit.kind.value, edit.by, edit.at, edit.reason, given), strict=True))


def _of_document(document: Document) -> Cells:
    return {
        "document": document.id,
        "document_name": document.name,
        "publisher": "" if document.publisher is None else document.publisher.name,
        "published": document.published,
        "address": document.address,
        "sha256": document.sha256,
    }


def quantity_words(quantity: Quantity) -> str:
    """Bounds, unit and of whom, such as ``[5, ) killed civilian``; an open bound is a round bracket."""
    low = "" if quantity.low is None else str(quantity.low)
    high = "" if quantity.high is None else str(quantity.high)
    before = "(" if quantity.low_open or quantity.low is None else "["
    after = ")" if quantity.high_open or quantity.high is None else "]"
    around = "~" if quantity.approximate else ""
    bounds = f"{around}{before}{low}, {high}{after}"
    return " ".join(part for part in (bounds, quantity.unit, quantity.of) if part)


def _pairs(source: Source) -> Iterator[Cells]:
    for judged in source.pairs():
        key = str(judged.comparison.key)
        yield {**_pair(judged, source.actor), **_noted(source, Thing.PAIR, key)}


def _pair(judged: Judged, actor: str) -> Cells:
    comparison = judged.comparison
    mine = next((each for each in judged.decisions if each.by == actor), None)
    return {
        "key": str(comparison.key),
        "version": judged.version,
        **_side("left", judged.left),
        **_side("right", judged.right),
        "suggested_relation": comparison.relation.value,
        "suggested_same_event": comparison.same_event.value,
        "confidence": comparison.confidence,
        "score": comparison.score,
        "conflicting": _joined(slot.value for slot in comparison.conflicting),
        **{each.slot.value: each.level.value for each in comparison.slots},
        "dependence": comparison.dependence,
        "decisions": _joined(_decision(each) for each in judged.decisions),
        **_ruling(judged.ruling),
        ANSWERS: judged.answers,
        IN_SIGHT: YES if judged.in_sight else "",
        **mark_cells(None if mine is None else mine.mark),
    }


def _side(name: str, claim: Claim) -> Cells:
    return {
        f"{name}_claim": claim.id,
        f"{name}_speaker": claim.speaker.source,
        f"{name}_date": "" if claim.date is None else claim.date.edtf,
        f"{name}_statement": claim.statement,
    }


def _decision(decision: Decision) -> str:
    said = "" if decision.mark is None else decision.mark.relation.value
    return f"{decision.id} {decision.by}: {said}"


def _ruling(row: Adjudication | None) -> Cells:
    """What holds of a pair on which somebody ruled, and who that was."""
    if row is None or row.ruling is None:
        return dict.fromkeys(RULED, "")
    return dict(zip(RULED, (row.ruling.mark.relation.value, row.by), strict=True))


def mark_cells(mark: Mark | None) -> Cells:
    """What a reviewer said of a pair, in the columns that can be filled in."""
    if mark is None:
        return dict.fromkeys(MARKED, "")
    return {
        "my_relation": mark.relation.value,
        "my_same_event": mark.same_event.value,
        "my_slots": _joined(slot.value for slot in mark.slots),
        "my_kind": "" if mark.apparent is None else mark.apparent.value,
        "my_reason": mark.reason,
        "my_confidence": "" if mark.confidence is None else mark.confidence,
        COMMENT: mark.comment,
    }


def _verdicts(source: Source) -> Iterator[Cells]:
    for filed in source.claims():
        if filed.verdict is not None:
            verdict = filed.verdict
            yield {
                "claim": verdict.claim,
                "statement": filed.claim.statement,
                "label": verdict.label.value,
                "policy": verdict.policy,
                "decisions": _joined(str(each) for each in verdict.decisions),
                **_said(filed.outcome),
                "trace_ar": " ".join(each.ar for each in verdict.trace),
                "trace_en": " ".join(each.en for each in verdict.trace),
            }


def _said(outcome: Outcome | None) -> Cells:
    """What a person said of it, and whether the case has gone on since."""
    conclusion = None if outcome is None else outcome.conclusion
    said = None if conclusion is None else conclusion.settlement
    if outcome is None or conclusion is None or said is None:
        return dict.fromkeys(_CONCLUDED, "")
    return {
        "concluded": said.outcome.term,
        "concluded_by": conclusion.by,
        "concluded_at": conclusion.at,
        "reason": said.reason,
        "resolution": "" if said.resolution is None else said.resolution.term,
        "state": outcome.state.value,
    }


def _documents(source: Source) -> Iterator[Cells]:
    for document in source.documents():
        cells = dict(_of_document(document))
        cells["id"] = cells.pop("document")
        cells["name"] = cells.pop("document_name")
        cells["lineage"] = "" if document.publisher is None else document.publisher.lineage.value
        cells["published_reason"] = document.published_reason
        cells["retrieved"] = document.retrieved
        cells["language"] = document.language
        cells["encoding"] = document.encoding
        cells["characters"] = len(document.text)
        cells |= {"title": document.title, "author": document.author, "archive": document.archive}
        row = source.described(document.id)
        cells["described_by"] = "" if row is None else row.by
        cells["described_at"] = "" if row is None else row.at
        cells["described_why"] = "" if row is None else row.reason
        yield {**cells, **_noted(source, Thing.DOCUMENT, document.id)}


def _noted(source: Source, thing: Thing, name: str) -> Cells:
    """What the actor wrote beside the flow, in the columns that can be filled in."""
    wrote = source.wrote(Topic(thing, name))
    cells = dict(zip(NOTED, (wrote.note, BETWEEN.join(wrote.tags)), strict=True))
    return {OWNER: source.actor, WRITINGS: wrote.writings, **cells}


def count_in(row: Mapping[str, str], column: str) -> int:
    """How often the actor had spoken when a row was made; 0 where it does not tell, as in a table of an older program."""
    text = row.get(column, "").strip()
    return int(text) if text.isascii() and text.isdigit() else 0


def sight_in(row: Mapping[str, str]) -> bool:
    """Whether a row says that others' answers had been in sight; whatever stands there is a yes."""
    return bool(row.get(IN_SIGHT, "").strip())


def check_told(row: Mapping[str, str], column: str) -> None:
    """Pass when a row tells a count, or none at all.

    Raises:
        InputError: it tells something else: a spreadsheet program wrote the number otherwise.
    """
    text = row.get(column, "").strip()
    if text and not (text.isascii() and text.isdigit()):
        raise InputError(
            f"{column} says {text!r}, which is no count: nobody can tell whether the row is older than what stands.",
            next_step="Nothing was changed. Write the number as it was exported, or take the table as newer with --knowingly.",
        )


def complete(columns: Collection[str], needed: Collection[str]) -> None:
    """Pass when a table that is read back has every column that is needed.

    Raises:
        InputError: it lacks one.
    """
    missing = set(needed) - set(columns)
    if missing:
        raise InputError(
            f"This is no table of pairs: it has no column {min(missing)!r}.",
            next_step="Fill in what `claims export pairs.csv` or `claims export xlsx` wrote.",
        )


def _joined(values: Iterator[str]) -> str:
    return BETWEEN.join(value for value in values if value)


_DOCUMENT: Final = ("document", "document_name", "publisher", "published", "address", "sha256")
COMMENT: Final = "my_comment"
"""What else the reviewer keeps of a pair; a table without the column leaves what stands."""

MARKED: Final = (
    "my_relation",
    "my_same_event",
    "my_slots",
    "my_kind",
    "my_reason",
    "my_confidence",
    COMMENT,
)
"""Columns of a pair that a reviewer can fill in."""

EDITED: Final = ("edited", "edited_by", "edited_at", "edited_why", "edited_given")
"""Columns of a claim for the edit that made it; nothing that is filled in there is read back."""

RULED: Final = ("ruling", "ruling_by")
"""Columns of a pair for the ruling in force; nothing that is filled in there is read back."""

ANSWERS: Final = "my_answers"
"""How often the actor had answered the pair, or taken an answer back, when the table was made: an older table replaces nothing
that was said later."""

IN_SIGHT: Final = "others_in_sight"
YES: Final = "yes"
"""Whether others' answers to the pair had ever been in the actor's sight or hands when the table was made, so that what is filled in is not
blind."""

OWNER: Final = "my_name"
"""Whose the columns are that can be filled in: what is read back is recorded as theirs, so nobody else's table is."""

WRITINGS: Final = "my_writings"
"""How often the actor wrote a note or a tag on it, or took one away, when the table was made: an older table replaces nothing
that was written later."""

NOTED: Final = ("my_note", "my_tags")
"""Columns of a claim, a pair or a document for the actor's note and tags on it."""

_CLAIM_COLUMNS: Final = (
    "id",
    *_DOCUMENT,
    *("start", "end", "offset_unit", "quote", "statement", "kind", "date", "date_words"),
    *("places", "place_ids", "latitude", "longitude", "actors", "targets", "quantities"),
    *("speaker", "lineage", "attribution", "polarity", "modality", "checkable"),
    *("not_understood", "findings", "verdict", "verdict_state", "policy"),
    *EDITED,
    *(OWNER, WRITINGS),
    *NOTED,
)
_PAIR_COLUMNS: Final = (
    *("key", "version"),
    *("left_claim", "left_speaker", "left_date", "left_statement"),
    *("right_claim", "right_speaker", "right_date", "right_statement"),
    *("suggested_relation", "suggested_same_event", "confidence", "score", "conflicting"),
    *("date", "place", "actor", "target", "quantity", "dependence", "decisions"),
    *RULED,
    *(OWNER, ANSWERS, IN_SIGHT),
    *MARKED,
    WRITINGS,
    *NOTED,
)
_CONCLUDED: Final = (
    *("concluded", "concluded_by", "concluded_at", "reason", "resolution", "state"),
)
_VERDICT_COLUMNS: Final = (
    *("claim", "statement", "label", "policy", "decisions", "trace_ar", "trace_en"),
    *_CONCLUDED,
)
_DOCUMENT_COLUMNS: Final = (
    *("id", "name", "publisher", "lineage", "published", "published_reason", "address"),
    *("retrieved", "language", "encoding", "characters", "sha256"),
    *("title", "author", "archive", "described_by", "described_at", "described_why"),
    *(OWNER, WRITINGS),
    *NOTED,
)

TABLES: Final[Mapping[str, TableOf]] = {
    "claims": TableOf("claims", "id", _CLAIM_COLUMNS, _claims),
    "pairs": TableOf("pairs", "key", _PAIR_COLUMNS, _pairs),
    "verdicts": TableOf("verdicts", "claim", _VERDICT_COLUMNS, _verdicts),
    "documents": TableOf("documents", "id", _DOCUMENT_COLUMNS, _documents),
}
"""By name."""
