"""All checks over one extraction."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from claims.checks.noticed import Noticed
from claims.checks.registry import checks
from claims.errors import NotFound
from claims.model import Extraction, Finding, Problem


def examine(extraction: Extraction, *, without: Collection[str] = ()) -> Extraction:
    """The extraction with the findings of every check on the claims they concern.

    A finding that concerns two claims hangs on both. One whose words no claim holds becomes a `Problem` with the id of the
    check as its code, so that it is not lost. Examining twice changes nothing.

    Args:
        extraction: what was read in one document.
        without: ids of checks to leave out.

    Raises:
        NotFound: ``without`` names a check that does not exist.
    """
    noticed = tuple(_noticed(extraction, frozenset(without)))
    by_claim: dict[str, list[Finding]] = {}
    for one in noticed:
        for claim in one.claims:
            by_claim.setdefault(claim, []).append(one.finding)
    claims = tuple(
        replace(claim, findings=_joined(claim.findings, by_claim[claim.id]))
        if claim.id in by_claim
        else claim
        for claim in extraction.claims
    )
    loose = (_problem(extraction, one.finding) for one in noticed if not one.claims)
    problems = tuple(dict.fromkeys((*extraction.problems, *loose)))
    return replace(extraction, claims=claims, problems=problems)


def _noticed(extraction: Extraction, without: frozenset[str]) -> Iterator[Noticed]:
    unknown = without - {check.id for check in checks()}
    if unknown:
        raise NotFound(
            f"No check is called {min(unknown)!r}.",
            next_step=f"The checks are: {', '.join(check.id for check in checks())}.",
        )
    for check in checks():
        if check.id not in without:
            yield from check.run(extraction)


def _joined(before: tuple[Finding, ...], found: list[Finding]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys((*before, *found)))


def _problem(extraction: Extraction, finding: Finding) -> Problem:
    return Problem(finding.check, finding.message, extraction.document.id, finding.span)
