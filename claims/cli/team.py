"""``disputes``, ``settle``, ``history``, ``people`` and ``policy``: work in a team."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import merge
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from claims.cli.cases import opened
from claims.cli.display import decision_block
from claims.cli.lines import print_in_history, print_told
from claims.cli.options import CaseFile, Json, Language, Reviewer, end, words_in
from claims.cli.reviewing import Event, Judged, Key, Kind, Limit, Slots, pair_of
from claims.cli.terminal import emit, message, quoted, show, sum_up, tell
from claims.errors import InputError
from claims.model import Adjudication, Decision, Ground
from claims.report.review_forms import (
    PersonForm,
    PolicyForm,
    dispute_form,
)
from claims.report.wording import Wording
from claims.review.adjudication import parting
from claims.review.roles import TeamRole

Why = Annotated[Ground, typer.Option("--ground", help="Why, as a code.", show_default=False)]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, in your words.")]
Adopts = Annotated[
    str,
    typer.Option(
        "--adopts",
        metavar="NAME",
        help="Whose answer is adopted; refused unless what is said is what they answered.",
    ),
]
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
    words = words_in(language)
    with opened(case) as at_hand:
        adjudication = at_hand.acting_as(by).adjudication
        found = adjudication.queue(limit=limit)
        count = len(found) if len(found) < limit else adjudication.count()
    for each in found:
        if as_json:
            emit(dispute_form(each))
            continue
        first = words.text("line_first_answer", who=quoted(each.decisions[0].by))
        show(Text(f"{each.key}  {message(each.why.within(words.language))}  {first}"))
        for decision in each.decisions:
            show(Padding(decision_block(decision, words, with_key=False), (0, 0, 0, 2)))
    cut = "line_disputes_first" if len(found) < count else "line_disputes"
    sum_up(words.text(cut, count=count, shown=len(found)), as_json=as_json)
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
    adopts: Adopts = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Settle a pair on which its reviewers part; every answer stays, and verdicts rest on what you say."""
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        found = acting.adjudication.settle(
            pair_of(key),
            relation=relation,
            ground=ground,
            same_event=same_event,
            slots=tuple(slot or ()),
            apparent=apparent,
            note=note,
            adopts=adopts,
        )
        answers = acting.review.history(found.key)
        holding = acting.adjudication.holding(found.key)
    words = words_in(language)
    print_told(found, holding, words, as_json=as_json)
    _tell_unparted(answers, words)


def _tell_unparted(answers: Iterable[Decision], words: Wording) -> None:
    """Say that a pair was settled on which nobody parts; it may be, for all may have misread it."""
    marks = {row.by: row.mark for row in answers if row.live and row.mark is not None}
    if not parting(tuple(marks.values())):
        who = words.text("comma").join(map(quoted, marks))
        tell(words.text("line_unparted", who=who))


def history(
    key: Key,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print every decision and every ruling on a pair that you may see, in the order they were stored, with what became of each."""
    words = words_in(language)
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        rows = acting.review.history(pair_of(key))
        rulings = acting.adjudication.history(pair_of(key))
        holding = acting.adjudication.holding(pair_of(key))
        blind = words.text("comma").join(
            str(row.id) for row in acting.agreement.blind(pair_of(key))
        )
    back = frozenset(ruling.undoes for ruling in rulings)
    said: list[Sequence[Decision | Adjudication]] = [rows, rulings]
    for row in merge(*said, key=lambda one: one.at):
        if isinstance(row, Decision):
            print_in_history(row, words, as_json=as_json)
        else:
            print_told(row, holding, words, as_json=as_json, taken_back=row.id in back)
    told = words.text("line_history", decisions=len(rows), rulings=len(rulings), blind=blind or "–")
    sum_up(told, as_json=as_json)


def people(
    name: Name = "",
    role: Role = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print who works on the case in which role, or give somebody a role."""
    if bool(name) != bool(role):
        raise InputError("A name and a role go together.", next_step="Give NAME and --role.")
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        found = acting.people.list() if role is None else (acting.people.put(name, role),)
    words = words_in(language)
    for person in found:
        if as_json:
            emit(PersonForm(name=person.name, role=person.role.value, maker=person.maker))
        else:
            show(Text(f"{quoted(person.name)}  {words.word('role', person.role)}"))
        if person.maker:
            sum_up(words.text("line_maker", who=quoted(person.maker)), as_json=as_json)
    if not found:
        sum_up(words.text("line_nobody_named"), as_json=as_json)


def policy(
    reviewers: Reviewers = None,
    knowingly: LowerKnowingly = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print how many people judge each pair before anybody sees another's answer, or set it."""
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        before = acting.review.reviewers
        if reviewers is not None:
            acting.review.require(reviewers, knowingly=knowingly)
        asked = acting.review.reviewers
    if before == 1 < asked:
        tell(words_in(language).text("line_long_numbers"))
    if as_json:
        emit(PolicyForm(reviewers=asked))
    else:
        show(Text(words_in(language).text("line_reviewers", count=asked)))
