"""What both policies share: when a mark contradicts, when two sources are independent, what a proposal rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from claims.model import (
    Answered,
    Apparent,
    Attribution,
    Basis,
    Change,
    Decision,
    Lineage,
    Mark,
    Matter,
    PairKey,
    Proposal,
    Relation,
    Step,
)
from claims.model.plain import dumps, to_plain

DEPENDENCE: Final = ("one_kind", "unknown_kind", "one_origin")
"""Why two sources do not corroborate each other."""
OVERTAKEN: Final = "overtaken"
"""The rule that tells of answers given before a claim of their pair changed."""
_DIGEST = 16
"""Hex digits of a digest."""


def contradicts(mark: Mark) -> bool:
    """Whether a mark says that both cannot be true."""
    return mark.relation is Relation.CONFLICT and mark.apparent in {None, Apparent.CONTRADICTION}


def dependence(one: Attribution, other: Attribution, *, dependent: bool) -> str:
    """Why two sources do not corroborate each other: ``one_origin``, ``unknown_kind`` or ``one_kind``; "" where they do."""
    if dependent:
        return "one_origin"
    kinds = {one.lineage, other.lineage}
    if Lineage.UNKNOWN in kinds:
        return "unknown_kind"
    return "one_kind" if len(kinds) == 1 else ""


def overtaken(decisions: Iterable[Decision]) -> tuple[int, ...]:
    """The numbers of those that were taken before a claim of their pair changed, in order."""
    return tuple(sorted({each.id for each in decisions if each.overtaken}))


def by_pair(decisions: Iterable[Decision]) -> Mapping[PairKey, tuple[Decision, ...]]:
    """The decisions with a mark on each pair."""
    marked: dict[PairKey, list[Decision]] = {}
    for decision in decisions:
        if decision.mark is not None:
            marked.setdefault(decision.key, []).append(decision)
    return {key: tuple(rows) for key, rows in marked.items()}


def proposal(  # noqa: PLR0913 - every part of a proposal is a word of its own here
    matter: Matter,
    name: str,
    label: str,
    policy: str,
    *,
    steps: Iterable[Step],
    changes: Iterable[Change],
    claims: Iterable[str],
    decisions: Iterable[Decision],
    parted: bool,
) -> Proposal:
    """A proposal with what it rests on, and the digest of that."""
    rows = sorted({row.id: row for row in decisions}.values(), key=lambda row: row.id)
    basis = basis_of(claims, rows)
    return Proposal(
        matter=matter,
        id=name,
        label=label,
        policy=policy,
        steps=tuple(steps),
        changes=tuple(changes),
        decisions=tuple(row.id for row in rows),
        parted=parted,
        basis=basis,
        digest=_digest(label, policy, basis),
    )


def basis_of(claims: Iterable[str], decisions: Iterable[Decision]) -> Basis:
    """What a proposal rests on, in an order of its own, so that every copy of a case gives the same."""
    answers = (
        Answered(str(row.key), row.by, row.at, says(row.mark), row.overtaken) for row in decisions
    )
    return Basis(
        tuple(sorted(set(claims))),
        tuple(sorted(answers, key=lambda each: (each.key, each.by, each.at))),
    )


def says(mark: Mark | None) -> str:
    """What holds of a pair, in codes: relation, event, slots, kind of apparent conflict."""
    if mark is None:
        return ""
    apparent = "" if mark.apparent is None else mark.apparent.value
    slots = ",".join(sorted(mark.slots))
    return f"{mark.relation.value} {mark.same_event.value} {slots} {apparent}".rstrip()


def slots_of(said: str) -> frozenset[str]:
    """The slots that what `says` gives of a mark names, in codes."""
    _, _, *rest = (*said.split(" "), "", "")
    return frozenset(filter(None, rest[0].split(",")))


def contradicting(said: str) -> bool:
    """Whether what `says` gives of a mark is of one that `contradicts`."""
    relation, *rest = said.split(" ")
    apparent = rest[2] if len(rest) > 2 else ""  # noqa: PLR2004 - event, slots, kind
    return relation == Relation.CONFLICT and apparent in {"", Apparent.CONTRADICTION}


def _digest(label: str, policy: str, basis: Basis) -> str:
    said = dumps([label, policy, to_plain(basis)])
    return hashlib.sha256(said.encode()).hexdigest()[:_DIGEST]
