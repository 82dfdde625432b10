"""Values of the model as rows, and back: ``x_of(x_row(value)) == value``.

A row is a mapping with every column of its table. What is sorted or searched by stands in columns, the value itself
in ``body``. Columns cannot hold a NUL or a lone surrogate (`storable`); bodies are JSON, where both are escapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, TypeVar

from claims.errors import InputError, Refused
from claims.model import (
    Claim,
    Comparison,
    Edit,
    EditKind,
    MachineClaim,
    Maker,
    PairKey,
    Part,
)
from claims.model.plain import dumps, from_plain, loads, to_plain
from claims.store.audit import Row
from claims.store.originals import sha256

Read = TypeVar("Read")
LeftOut: TypeAlias = Callable[[str, InputError | Refused], None]
"""Told the name of a row that cannot be read, and why."""

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT: Final = "�"

LONGEST_KEY: Final = 2000
"""Bytes of a text that an index is to hold: PostgreSQL takes 2,704 a row, names of other columns included."""

FIRST: Final = 1
"""Number of the first reading of a document, and of the first revision of a claim; empty in their rows."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What stands in the body of a row of ``edits``."""

    replaced: tuple[Claim, ...]
    made: tuple[Claim, ...]
    given: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands in the column ``surroundings``: the words before and after a claim."""

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.words) != len(("before", "after")):
            raise ValueError("there are words before and words after")


def storable(text: str) -> str:
    """``text`` with every NUL and lone surrogate as U+FFFD, which a reader sees."""
    return _UNSTORABLE.sub(_REPLACEMENT, text)


def keyed(text: str) -> str:
    """``text`` as an index can hold it: the same while it is short, else its beginning and a hash of the whole."""
    whole = storable(text).encode()
    if len(whole) <= LONGEST_KEY:
        return whole.decode()
    beginning = whole[: LONGEST_KEY // 2].decode(errors="ignore")
    return f"{beginning} {sha256(whole)}"


def claim_row(
    claim: Claim,
    *,
    seq: int,
    surroundings: tuple[str, str],
    maker: Maker = Maker.MACHINE,
    reading: int = FIRST,
) -> dict[str, Any]:
    """Row of ``claims``.

    Args:
        claim: the claim.
        seq: its number.
        surroundings: the words before and after it.
        maker: who made it.
        reading: number of the reading of its document in which it first stood.
    """
    return {
        "id": claim.id,
        "seq": seq,
        "document": claim.document,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "kind": storable(claim.kind),
        "live": True,
        **claim_columns(claim, surroundings),
        "maker": None if maker is Maker.MACHINE else maker.value,
        "revision": None,
        "reading": None if reading == FIRST else reading,
        "gone": None,
    }


def claim_columns(claim: Claim, surroundings: tuple[str, str]) -> dict[str, Any]:
    """The columns of ``claims`` that a newer reading of the same words may change."""
    return {
        "speaker": storable(claim.speaker.source),
        "lineage": claim.speaker.lineage.value,
        "surroundings": dumps(list(surroundings)),
        "body": dumps(to_plain(claim)),
    }


def former_row(row: Row) -> dict[str, Any]:
    """Row of ``former_claims``: a row of ``claims`` as it stood until a newer reading changed it."""
    return {
        "claim": row["id"],
        "revision": row["revision"] or FIRST,
        "reading": row["reading"] or FIRST,
        "surroundings": row["surroundings"],
        "body": row["body"],
    }


def machine_claim_of(row: Row) -> MachineClaim:
    """The claim with the readings in which it stood, from a row that the engine made."""
    return MachineClaim(claim_of(row), row["reading"] or FIRST, row["gone"])


def edit_row(edit: Edit) -> dict[str, Any]:
    """Row of ``edits``."""
    changed = Changed(edit.replaced, edit.made, edit.given)
    return {
        "id": edit.id,
        "document": edit.document,
        "kind": edit.kind.value,
        "editor": edit.by,
        "made_at": edit.at,
        "reason": edit.reason,
        "text_hash": edit.text,
        "program": edit.program,
        "reading": edit.reading,
        "about": edit.about,
        "token": edit.token,
        "body": dumps(to_plain(changed)),
    }


def edit_of(row: Row) -> Edit:
    """The edit."""
    changed = from_plain(Changed, loads(row["body"]))
    return Edit(
        id=row["id"],
        kind=from_plain(EditKind, row["kind"]),
        document=row["document"],
        by=row["editor"],
        at=row["made_at"],
        reason=row["reason"],
        replaced=changed.replaced,
        made=changed.made,
        given=changed.given,
        text=row["text_hash"],
        program=row["program"],
        reading=row["reading"],
        about=row["about"],
        token=row["token"],
    )


def readable(
    found: Iterable[Row],
    read: Callable[[Row], Read],
    name: Callable[[Row], str],
    left_out: LeftOut | None,
) -> Iterator[Read]:
    """What rows hold, one damaged row aside.

    Args:
        found: the rows.
        read: what reads one.
        name: what a row is called.
        left_out: told of each row that cannot be read; None raises what is wrong with it.
    """
    for row in found:
        try:
            value = read(row)
        except (InputError, Refused) as error:
            if left_out is None:
                raise
            left_out(name(row), error)
        else:
            yield value


def claim_of(row: Row) -> Claim:
    """The claim."""
    return from_plain(Claim, loads(row["body"]))


def surroundings_of(row: Row) -> tuple[str, str]:
    """What stands in the document before and after the claim."""
    before, after = from_plain(Around, {"words": loads(row["surroundings"])}).words
    return before, after


def body_of(comparison: Comparison) -> str:
    """The comparison as canonical JSON; equal comparisons have equal bodies."""
    return dumps(to_plain(comparison))


def comparison_row(key: PairKey, body: str, *, version: int, made_at: str) -> dict[str, Any]:
    """Row of ``comparisons``: one version of one pair."""
    return {
        "left_claim": key.left,
        "right_claim": key.right,
        "version": version,
        "made_at": made_at,
        "body": body,
    }


def comparison_of(row: Row) -> Comparison:
    """The comparison."""
    return from_plain(Comparison, loads(row["body"]))


def pair_row(
    comparison: Comparison, *, version: int, rank: int, digest: str, anew: int | None = None
) -> dict[str, Any]:
    """Row of ``pairs``: the newest version; ``digest`` is the SHA-256 of its body, answers to versions before ``anew`` do not count."""
    return {
        "left_claim": comparison.key.left,
        "right_claim": comparison.key.right,
        "version": version,
        "live": True,
        "relation": comparison.relation.value,
        "same_event": comparison.same_event.value,
        "rank": rank,
        "digest": digest,
        "place": rank,
        "slots": " ".join(comparison.conflicting),
        "anew": anew,
    }


def key_of_pair(row: Row) -> PairKey:
    """The pair that a row speaks of."""
    return PairKey(row["left_claim"], row["right_claim"])


def name_of_pair(row: Row) -> str:
    """What a row that cannot be read is listed as: nothing that is said of its pair can be used without it."""
    return f"pair {key_of_pair(row)}"
