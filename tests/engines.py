"""Engines that read the texts of `tests.stages` otherwise, as a newer program does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claims.model import PLAIN, Attribution, Claim, Document, Extraction, Lineage, Wordlist
from claims.services.stages import Stages
from tests.stages import STAGES

Change = Callable[[Claim], Claim | None]


def reading(change: Change, *more: Callable[[Document], Claim]) -> Stages:
    """Stages that read each claim as ``change`` gives it (None: not at all), and more claims."""

    def extract(document: Document, wordlist: Wordlist = PLAIN, /) -> Extraction:
        found = STAGES.extract(document, wordlist)
        kept = [claim for claim in map(change, found.claims) if claim is not None]
        claims = sorted((*kept, *(make(document) for make in more)), key=lambda each: each.span)
        return replace(found, claims=tuple(claims))

    return replace(STAGES, extract=extract)


def louder(claim: Claim) -> Claim:
    """The claim with another statement, under the id that such an engine would give."""
    return replace(claim, id=f"{claim.id[:14]}zz", statement=f"{claim.statement} [!]")


def renamed(source: str) -> Change:
    """Read every speaker as another one."""
    link = Attribution(source, Lineage.MONITOR)
    return lambda claim: replace(claim, attribution=(link,), id=f"{claim.id[:14]}yy")


def only(change: Change, words: str) -> Change:
    """Change only the claims whose quote holds these words."""
    return lambda claim: change(claim) if words in claim.quote else claim


def dropped(claim: Claim) -> Claim | None:  # noqa: ARG001 - an engine that reads nothing there
    """Not read any more."""
    return None
