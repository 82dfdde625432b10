"""``extract`` and ``compare``: accounts in files, no case needed (``compare`` without files works on the case)."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

import claims
from claims.cli.cases import opened
from claims.cli.display import claim_block, comparison_block
from claims.cli.extractor import Estimate
from claims.cli.files import Accounts
from claims.cli.options import (
    WRONG_USE,
    CaseFile,
    Extractor,
    Files,
    Json,
    Language,
    Published,
    Reviewer,
    end,
    named,
    words_in,
)
from claims.cli.terminal import emit, show, sum_up, tell, watching
from claims.cli.waiting import besides
from claims.extraction.account import Account
from claims.model import Claim, Comparison, Document, Extraction, Relation
from claims.report.case_forms import ComparedForm
from claims.report.forms import claim_form, comparison_form
from claims.report.wording import Wording, wording
from claims.settings import Settings, load_settings

Estimated = Annotated[
    bool,
    typer.Option(
        "--estimate", help="Only tell what a language model would be sent, and what it would cost."
    ),
]
FilesOrCase = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE...]",
        help="Documents of one set; without any, the documents of the case.",
        show_default=False,
        callback=named,
    ),
]


def extract(
    files: Files,
    as_json: Json = False,
    published: Published = None,
    language: Language = None,
    extractor: Extractor = None,
    estimate: Estimated = False,
) -> None:
    """Print the atomic claims of files; no case is needed.

    With --exit-code, 1: something was not understood, or a check noticed something.
    """
    settings = load_settings(language=language, extractor=extractor)
    if estimate:
        _estimate(files, published or "", settings)
    accounts = Accounts(files, published or "", settings)
    words, count = wording(settings.language), 0
    for found in accounts.extractions():
        _print_claims(found, None if as_json else words)
        count += len(found.claims)
    told = words.text(
        "line_extracted",
        claims=count,
        problems=accounts.problems,
        findings=accounts.findings,
        refused=accounts.refused,
    )
    sum_up(told, as_json=as_json or not accounts.account.total)
    if accounts.account.total:
        sum_up(_shares(accounts.account, words), as_json=as_json)
    _end(accounts, needs_person=accounts.problems + accounts.findings > 0)


def _shares(whole: Account, words: Wording) -> str:
    """What became of the characters of the texts, in one line."""
    return words.text(
        "line_shares",
        total=whole.total,
        claimed=f"{whole.share(whole.claimed):.1%}",
        context=f"{whole.share(whole.context):.1%}",
        aside=f"{whole.share(whole.aside):.1%}",
        unread=f"{whole.share(whole.unread):.1%}",
    )


def compare(  # noqa: PLR0913, PLR0917 - each option is an argument
    files: FilesOrCase = None,
    by: Reviewer = "",
    as_json: Json = False,
    published: Published = None,
    case: CaseFile = None,
    language: Language = None,
    afresh: Annotated[
        bool,
        typer.Option(
            "--afresh", help="Of a case: compare all claims, not only what came or changed."
        ),
    ] = False,
) -> None:
    """Compare the claims of different sources: of files, which need no case, or of the whole case.

    With --exit-code, 1: a pair needs a person (with files: a suggested conflict, partial agreement or "unsure"; with a
    case: pairs are new or changed).
    """
    if not files:
        _compare_case(case, by, words_in(language), afresh=afresh, as_json=as_json)
    settings = load_settings(language=language)
    words = wording(settings.language)
    accounts = Accounts(files or [], published or "", settings)
    extractions = {found.document.id: found for found in accounts.extractions()}
    suggested = _compare(tuple(extractions.values()), words)
    _print_pairs(suggested, extractions, None if as_json else words)
    unsettled = sum(each.relation is not Relation.AGREE for each in suggested)
    told = words.text(
        "line_compared", pairs=len(suggested), unsettled=unsettled, refused=accounts.refused
    )
    sum_up(told, as_json=as_json or not accounts.account.total)
    _end(accounts, needs_person=unsettled > 0)


def _estimate(files: list[str], published: str, settings: Settings) -> None:
    estimate = Estimate(settings)
    accounts = Accounts(files, published, settings, estimate)
    for _ in accounts.extractions():
        pass
    estimate.total()
    _end(accounts, needs_person=False)


def _compare(extractions: tuple[Extraction, ...], words: Wording) -> tuple[Comparison, ...]:
    every = [claim for found in extractions for claim in found.claims]
    with watching(words.text("watch_comparing")) as advance:
        return claims.compare_all(every, progress=advance)


def _compare_case(
    case: str | None, by: str, words: Wording, *, afresh: bool, as_json: bool
) -> None:
    with opened(case) as at_hand, watching(words.text("watch_comparing")) as watch:
        acting = at_hand.acting_as(by)
        found = acting.pairs.compare(afresh=afresh, progress=watch)
        outlook = acting.review.outlook()
    form = ComparedForm(
        pairs=found.pairs,
        new=found.new,
        changed=found.changed,
        gone=found.gone,
        passed_over=found.passed_over,
        changed_answered=found.answered,
    )
    if as_json:
        emit(form)
    else:
        told = words.text(
            "line_pairs", pairs=form.pairs, new=form.new, changed=form.changed, gone=form.gone
        )
        sum_up(told, as_json=False)
        if form.changed_answered:
            tell(words.text("line_changed_answered", count=form.changed_answered))
        if form.passed_over:
            tell(words.text("line_passed_over", count=form.passed_over))
    for line in besides(outlook, words):
        tell(line)
    end(needs_person=form.new + form.changed > 0)


def _print_claims(found: Extraction, words: Wording | None) -> None:
    for claim in found.claims:
        if words is None:
            emit(claim_form(claim, found.document))
        else:
            show(claim_block(claim, words))


def _print_pairs(
    comparisons: tuple[Comparison, ...], found: dict[str, Extraction], words: Wording | None
) -> None:
    known: dict[str, tuple[Claim, Document]] = {
        claim.id: (claim, each.document) for each in found.values() for claim in each.claims
    }
    for comparison in comparisons:
        left, right = known[comparison.key.left], known[comparison.key.right]
        if words is None:
            emit(comparison_form(comparison, claim_form(*left), claim_form(*right)))
        else:
            show(comparison_block(comparison, left[0], right[0], words))


def _end(accounts: Accounts, *, needs_person: bool) -> NoReturn:
    if accounts.refused:
        raise typer.Exit(WRONG_USE)
    end(needs_person=needs_person)
