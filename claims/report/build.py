"""From the content of a case to a report as a value."""

from __future__ import annotations

from dataclasses import replace

from claims.report.content import ReportContent
from claims.report.later import each_of
from claims.report.ledger import ledger
from claims.report.naming import NamedBy
from claims.report.parts.agreement import agreement
from claims.report.parts.appendix import appendix
from claims.report.parts.documents import documents
from claims.report.parts.edited import edited
from claims.report.parts.faults import findings, problems
from claims.report.parts.found import found
from claims.report.parts.front import front, title
from claims.report.parts.glance import glance
from claims.report.parts.incidents import incidents
from claims.report.parts.method import method
from claims.report.parts.pairs import pairs
from claims.report.parts.pending import pending
from claims.report.parts.regrouped import regroupings
from claims.report.parts.since import since
from claims.report.parts.verdicts import verdicts
from claims.report.value import Report
from claims.report.wording import wording

_SECTIONS = (
    found,
    since,
    method,
    documents,
    glance,
    incidents,
    pairs,
    verdicts,
    agreement,
    pending,
    edited,
    regroupings,
    findings,
    problems,
    appendix,
)
"""In reading order; a part that has nothing to say says so."""


def build(content: ReportContent, language: str = "en") -> Report:
    """The report on ``content`` in ``language``: ``ar`` or ``en``.

    The same content gives the same report; nothing is read but ``content``.

    Raises:
        ValueError: there are no words in that language.
    """
    of = ledger(_called(content, language), wording(language))
    return Report(
        language=language,
        title=title(of),
        front=front(of),
        sections=tuple(section(of) for section in _SECTIONS),
        made_at=content.made_at,
    )


def _called(content: ReportContent, language: str) -> ReportContent:
    """The same content with people called as the case has chosen, wherever they are named."""
    naming = replace(content.naming, language=language)
    if naming.how is NamedBy.NAMES:
        return content

    version = content.version
    return replace(
        content,
        naming=naming,
        question=naming.cleared(content.question),
        scope=naming.cleared(content.scope),
        described=tuple(map(naming.described, content.described)),
        evidence=tuple(map(naming.remark, content.evidence)),
        edits=tuple(map(naming.edit, content.edits)),
        groupings=tuple(map(naming.grouping, content.groupings)),
        decisions=tuple(map(naming.decision, content.decisions)),
        adjudications=tuple(map(naming.ruling, content.adjudications)),
        verdicts=each_of(naming.verdict, content.verdicts),
        grades=each_of(naming.outcome, content.grades),
        outcomes=each_of(naming.outcome, content.outcomes),
        adrift=tuple(map(naming.conclusion, content.adrift)),
        agreement=tuple(
            replace(each, people=tuple(map(naming.called, each.people)))
            for each in content.agreement
        ),
        record_faults=tuple(map(naming.cleared, content.record_faults)),
        version=version
        and replace(version, by=naming.called(version.by), note=naming.cleared(version.note)),
    )
