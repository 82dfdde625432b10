"""``disputes``, ``settle``, ``agreement``, ``history``, ``people`` and ``policy``: work in a team."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from claims.cli.cases import opened
from claims.cli.display import decision_block
from claims.cli.lines import print_ruling, print_told
from claims.cli.options import CaseFile, Json, Language, Reviewer, end
from claims.cli.reviewing import Event, Judged, Key, Kind, Limit, Slots, pair_of
from claims.cli.terminal import emit, message, quoted, show, sum_up
from claims.errors import InputError
from claims.model import Ground
from claims.report.case_forms import decision_form
from claims.report.forms import message_form
from claims.report.review_forms import (
    AgreementForm,
    LeftOutForm,
    PersonForm,
    PolicyForm,
    dispute_form,
)
from claims.report.wording import wording
from claims.review.roles import TeamRole
from claims.settings import load_settings

if TYPE_CHECKING:
    from claims.services import LeftOut

Why = Annotated[Ground, typer.Option("--ground", help="Why, as a code.", show_default=False)]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, in your words.")]
Name = Annotated[
    str, typer.Argument(metavar="[NAME]", help="Whom to name; without it all are listed.")
]
Role = Annotated[TeamRole | None, typer.Option("--role", help="What NAME is there for.")]
Reviewers = Annotated[
    int | None,
    typer.Option("--reviewers", min=1, max=3, help="How many people judge each pair, blindly."),
]
LowerKnowingly = Annotated[
    bool,
    typer.Option("--knowingly", help="Ask for fewer though everybody will see blind answers."),
]


def disputes(
    by: Reviewer = "",
    limit: Limit = 20,
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the pairs on which reviewers part and nobody has ruled, least agreement first, with every answer.

    With --exit-code, 1: there are some.
    """
    words = wording(load_settings(language=language).language)
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).adjudication.queue(limit=limit)
    for each in found:
        if as_json:
            emit(dispute_form(each))
            continue
        show(Text(f"{each.key}  {message(each.why.within(words.language))}"))
        for decision in each.decisions:
            show(decision_block(decision, words))
    sum_up(f"disputes: {len(found)}", as_json=as_json)
    end(needs_person=bool(found))


def settle(  # noqa: PLR0913 - a command line has as many parameters as options
    key: Key,
    *,
    relation: Judged,
    ground: Why,
    slot: Slots = None,
    same_event: Event = None,
    apparent: Kind = None,
    note: Note = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
) -> None:
    """Settle a pair on which its reviewers part; every answer stays, and verdicts rest on what you say."""
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).adjudication.settle(
            pair_of(key),
            relation=relation,
            ground=ground,
            same_event=same_event,
            slots=tuple(slot or ()),
            apparent=apparent,
            note=note,
        )
    print_ruling(found, as_json=as_json)


def history(key: Key, by: Reviewer = "", as_json: Json = False, case: CaseFile = None) -> None:
    """Print every decision and every ruling on a pair that you may see, in the order they were stored; of a ruling whether it is in force."""
    words = wording(load_settings().language)
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        rows = acting.review.history(pair_of(key))
        rulings = acting.adjudication.history(pair_of(key))
        holding = acting.adjudication.holding(pair_of(key))
        blind = ", ".join(str(row.id) for row in acting.agreement.blind(pair_of(key)))
    for row in rows:
        if as_json:
            emit(decision_form(row))
        else:
            show(decision_block(row, words))
    for ruling in rulings:
        print_told(ruling, holding, as_json=as_json)
    sum_up(
        f"decisions: {len(rows)}, rulings: {len(rulings)}, answered blindly: {blind or '–'}",
        as_json=as_json,
    )


def agreement(
    by: Reviewer = "", as_json: Json = False, case: CaseFile = None, language: Language = None
) -> None:
    """Print how far reviewers agree, field by field, with what each figure rests on and what is left out."""
    tongue = load_settings(language=language).language
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).agreement.measure()
    for each in found.figures:
        figure, why = each.figure, each.why
        if as_json:
            emit(
                AgreementForm(
                    field=each.field,
                    people=each.people,
                    measure=each.measure,
                    items=each.items,
                    complete=found.items,
                    value=figure.value,
                    low=figure.low,
                    high=figure.high,
                    why=None if why is None else message_form(why),
                    method=found.method,
                    left_out=_left_out((*found.left_out, *each.left_out)),
                )
            )
            continue
        who = " – ".join(map(quoted, each.people))
        value = "–" if figure.value is None else f"{figure.value:z.3f}"
        ends = "" if figure.low is None else f" [{figure.low:z.3f}, {figure.high:z.3f}]"
        reason = "" if why is None else message(why.within(tongue))
        line = f"{each.field:<11} {each.measure:<13} {value}{ends}  n={each.items}  {who} {reason}"
        left = (
            f"left out: {one.count}, {message(one.why.within(tongue))}" for one in each.left_out
        )
        show(Text("; ".join((line.rstrip(), *left))))
    for out in found.left_out:
        sum_up(f"left out: {out.count}, {message(out.why.within(tongue))}", as_json=as_json)
    sum_up(f"pairs: {found.items}; intervals: {found.method}", as_json=as_json)


def _left_out(found: Iterable[LeftOut]) -> tuple[LeftOutForm, ...]:
    return tuple(
        LeftOutForm(code=each.code, count=each.count, why=message_form(each.why)) for each in found
    )


def people(
    name: Name = "",
    role: Role = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
) -> None:
    """Print who works on the case in which role, or give somebody a role."""
    if bool(name) != bool(role):
        raise InputError("A name and a role go together.", next_step="Give NAME and --role.")
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        found = acting.people.list() if role is None else (acting.people.put(name, role),)
    for person in found:
        if as_json:
            emit(PersonForm(name=person.name, role=person.role.value))
        else:
            show(Text(f"{quoted(person.name)}  {person.role.value}"))


def policy(
    reviewers: Reviewers = None,
    knowingly: LowerKnowingly = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
) -> None:
    """Print how many people judge each pair before anybody sees another's answer, or set it."""
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        if reviewers is not None:
            acting.review.require(reviewers, knowingly=knowingly)
        asked = acting.review.reviewers
    if as_json:
        emit(PolicyForm(reviewers=asked))
    else:
        show(Text(f"reviewers: {asked}"))
