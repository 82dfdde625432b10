"""``outcomes``, ``conclude`` and ``vocabulary``: what is proposed, and what a person says of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from claims.cli.cases import opened
from claims.cli.lines import print_conclusion, told_of
from claims.cli.options import CaseFile, Json, Language, Reviewer, as_path, end, words_in
from claims.cli.terminal import emit, message, quoted, show, sum_up, tell
from claims.errors import UnreadableFile
from claims.model import Matter, Outcome, Scale, State, Vocabulary
from claims.report.outcome_forms import outcome_form, vocabulary_form
from claims.report.wording import Wording
from claims.verdict.vocabulary import SCALES, policy_word

About = Annotated[
    Matter, typer.Argument(metavar="MATTER", help="incident or claim.", show_default=False)
]
Name = Annotated[
    str, typer.Argument(metavar="ID", help="Id of the incident or claim.", show_default=False)
]
OneName = Annotated[str, typer.Argument(metavar="[ID]", help="Only this one.")]
Word = Annotated[
    str,
    typer.Option(
        "--as", metavar="CODE", help="Another word than the one proposed; --reason says why."
    ),
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, in your words.")]
Resolution = Annotated[
    str,
    typer.Option(
        "--resolution", metavar="CODE", help="How the contradiction of accounts was resolved."
    ),
]
Seen = Annotated[
    str,
    typer.Option("--seen", metavar="DIGEST", help="Refuse when the proposal is another by now."),
]
Waiting = Annotated[
    bool, typer.Option("--open", help="Only what nobody has concluded, or what is out of date.")
]
WhichScale = Annotated[
    Scale | None, typer.Argument(metavar="[SCALE]", help="grade, verdict or resolution.")
]
Bring = Annotated[
    Path | None,
    typer.Option(
        "--bring", metavar="FILE", help="Give the case this vocabulary (TOML).", parser=as_path
    ),
]

_SIGNS: Final = {State.OPEN: "?", State.CURRENT: "✓", State.STALE: "!"}


def outcomes(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    matter: About,
    name: OneName = "",
    waiting: Waiting = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the grade proposed for each incident, or the verdict for each claim, with what a person said of it as far as you may see it.

    ? waits for a person, ✓ confirmed or overridden, ! the case has gone on since. Exit code 1: something waits, or is
    out of date.
    """
    words = words_in(language)
    with opened(case) as whole:
        at_hand = whole.acting_as(by)
        found = at_hand.verdicts.proposals(matter, name)
        lost = [each for each in at_hand.verdicts.adrift() if each.matter is matter]
        terms = at_hand.verdicts.vocabulary(SCALES[matter])
    left = [each for each in found if each.state is not State.CURRENT]
    for each in left if waiting else found:
        if as_json:
            emit(outcome_form(each))
        else:
            show(
                Group(_head(each, words), Padding(Group(*_lines(each, terms, words)), (0, 0, 1, 2)))
            )
    for row in lost:
        thing = words.word("thing", row.matter)
        tell(words.text("line_adrift", thing=f"{thing} {row.of}", who=quoted(row.by)))
    sum_up(words.text("line_outcomes", count=len(found), left=len(left)), as_json=as_json)
    end(needs_person=bool(left or lost))


def conclude(  # noqa: PLR0913 - a command line has as many parameters as options
    matter: About,
    name: Name,
    *,
    word: Word = "",
    reason: Reason = "",
    resolution: Resolution = "",
    seen: Seen = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Confirm what is proposed, or say with --as what holds instead; each a row of its own, which can be undone."""
    with opened(case) as at_hand:
        verdicts = at_hand.acting_as(by).verdicts
        if word:
            found = verdicts.override(
                matter, name, word, reason=reason, resolution=resolution, seen=seen
            )
        else:
            found = verdicts.confirm(matter, name, reason=reason, resolution=resolution, seen=seen)
    print_conclusion(found, words_in(language), as_json=as_json)


def vocabulary(
    scale: WhichScale = None,
    bring: Bring = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the words that grades, verdicts and resolutions are chosen from, or give the case its own."""
    tongue = words_in(language).language
    with opened(case) as at_hand:
        verdicts = at_hand.acting_as(by).verdicts
        if bring is not None:
            found = [verdicts.bring(_read(bring))]
        else:
            found = [verdicts.vocabulary(one) for one in Scale if scale in {None, one}]
    for each in found:
        if as_json:
            emit(vocabulary_form(each))
            continue
        show(Text(f"{each.id}  {each.scale}  {message(each.name.within(tongue))}", style="bold"))
        for term in each.terms:
            told = f"{message(term.name.within(tongue))}: {message(term.definition.within(tongue))}"
            show(Text(f"  {term.id:<22}{told}"))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as text in UTF-8.", next_step="Check the name and the file."
        ) from error


def _head(each: Outcome, words: Wording) -> Text:
    said = None if each.conclusion is None else each.conclusion.settlement
    name = (each.proposed.name if each.proposed else None) if said is None else said.outcome.name
    called = policy_word(each.proposal.matter, each.proposal.label) if name is None else name
    word = message(called.within(words.language))
    return Text.assemble(
        f"{_SIGNS[each.state]} ", (each.proposal.id, "bold cyan"), "  ", (word, "bold"),
        (f"  {each.proposal.policy}  {each.proposal.digest}", "dim"),
    )  # fmt: skip


def _lines(each: Outcome, terms: Vocabulary, words: Wording) -> Iterator[Text]:
    tongue = words.language
    if each.conclusion is not None:
        yield Text(told_of(each.conclusion, words))
    for line in each.stale:
        yield Text(f"! {message(line.within(tongue))}", style="yellow")
    for step in each.proposal.steps:
        numbers = f"  [{', '.join(map(str, step.decisions))}]" if step.decisions else ""
        yield Text(f"· {message(step.message.within(tongue))}{numbers}", style="dim")
    for change in each.proposal.changes:
        term = terms.proposed_for(change.label)
        name = policy_word(each.proposal.matter, change.label) if term is None else term.name
        then = f"{words.text('line_becomes')} {message(name.within(tongue))}"
        yield Text(f"{then}: {message(change.message.within(tongue))}", style="dim")
