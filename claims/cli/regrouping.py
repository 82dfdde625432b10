"""``merge``, ``split`` and ``groupings``: people say that several incidents are one, or that one is several."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.cases import opened
from claims.cli.lines import print_grouping
from claims.cli.options import CaseFile, Json, Language, Reviewer, words_in
from claims.cli.terminal import sum_up

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="INCIDENT...",
        help="Ids of two or more incidents, as `claims incidents` prints them, or of claims of them.",
        show_default=False,
    ),
]
Name = Annotated[
    str,
    typer.Argument(
        metavar="INCIDENT", help="Id of the incident, or of a claim of it.", show_default=False
    ),
]
Off = Annotated[
    list[str],
    typer.Argument(
        metavar="CLAIM...",
        help="Ids of the claims that are an event of their own.",
        show_default=False,
    ),
]
OneName = Annotated[str, typer.Argument(metavar="[INCIDENT]", help="Only words on this one.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, in your words.")]


def merge(
    names: Names,
    reason: Reason = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Say that several incidents are one; it keeps the id of the one that was read first."""
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).incidents.merge(names, reason=reason)
    print_grouping(found, words_in(language), as_json=as_json)


def split(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    name: Name,
    claims: Off,
    reason: Reason = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Say that some claims of an incident are an event of their own; both parts stay apart, each together."""
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).incidents.split(name, claims, reason=reason)
    print_grouping(found, words_in(language), as_json=as_json)


def groupings(
    name: OneName = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print every merge and split that you may see, those that were taken back included, in the order they were stored."""
    with opened(case) as at_hand:
        rows = at_hand.acting_as(by).incidents.history(name)
    words = words_in(language)
    for row in rows:
        print_grouping(row, words, as_json=as_json)
    sum_up(words.text("line_groupings", count=len(rows)), as_json=as_json)
