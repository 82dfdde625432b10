"""What a case comes to: proposed grades and verdicts with their trace, and what people concluded, as plain tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from claims.model import Conclusion, Matter, Outcome, State, Vocabulary
from workbench.shown import dates, names
from workbench.shown.tables import Cell, Column, Row, Table, evidence, plain, table
from workbench.wording import Words, isolate, mark

MATTERS: Final[Mapping[str, str]] = {
    Matter.INCIDENT.value: mark("Incidents"),
    Matter.CLAIM.value: mark("Claims"),
}
STATES: Final[Mapping[str, str]] = {
    State.OPEN.value: mark("nobody has concluded"),
    State.CURRENT.value: mark("concluded"),
    State.STALE.value: mark("out of date"),
}
STATE_SIGNS: Final[Mapping[State, str]] = {State.OPEN: "○", State.CURRENT: "✓", State.STALE: "↻"}

_GRADE_SIGNS: Final[Mapping[str, str]] = {
    "confirmed": "✓",
    "fair": "◕",
    "weak": "◔",
    "contested": "⇄",
    "discounted": "∅",
}
_SIGNS: Final[Mapping[str, str]] = {
    **_GRADE_SIGNS,
    **{label.value: sign for label, sign in names.VERDICT_SIGNS.items()},
}
_USUAL: Final[Mapping[str, str]] = {
    "confirmed": mark("Confirmed"),
    "fair": mark("Fair"),
    "weak": mark("Weak"),
    "contested": mark("Contested"),
    "discounted": mark("Discounted"),
    **{label.value: name for label, name in names.VERDICTS.items()},
}
"""What the labels of the policies are called where the vocabulary of a case has no word for them."""

_POLICIES: Final[Mapping[str, str]] = {
    "grades": mark("the rules for the evidence of an incident"),
    "lineages": mark("the rules for the verdict on a claim"),
}
"""What the policies of `claims.verdict` are called, by the name before their version."""

_SAYING: Final = (
    "contested",
    "conflicting_evidence",
    "refuted",
    "confirmed",
    "supported",
    "fair",
    "discounted",
    "weak",
    "not_enough_evidence",
)
"""Labels that say something before those that wait for evidence."""


def weight(found: Outcome) -> tuple[int, int]:
    """Where an outcome stands in a list: those overtaken first, then by what is proposed."""
    label = found.proposal.label
    return (
        0 if found.state is State.STALE else 1,
        _SAYING.index(label) if label in _SAYING else len(_SAYING),
    )


def proposed(found: Outcome, words: Words) -> Cell:
    """What the policy proposes, in the words of the case."""
    label = found.proposal.label
    name = found.proposed.name.within(words.language) if found.proposed else _usual(label, words)
    return plain(name, _SIGNS.get(label, ""))


def concluded(found: Outcome, words: Words) -> str:
    """What a person said, "" when nobody has."""
    said = found.conclusion.settlement if found.conclusion else None
    return said.outcome.name.within(words.language) if said else ""


def standing(found: Outcome, words: Words) -> str:
    """What holds now by somebody's word: who said it, when and why; "" when nobody has."""
    said = found.conclusion
    if said is None or said.settlement is None:
        return ""
    told = words(
        "Concluded by {who}, {when}: {label}",
        who=isolate(said.by),
        when=dates.moment(said.at, words),
        label=concluded(found, words),
    )
    reason = said.settlement.reason.strip()
    return f"{told} · {isolate(reason)}" if reason else told


def begins_at(found: Outcome, ids: Sequence[str]) -> int | None:
    """Where in a field of these words one begins: at what somebody concluded, else at what is proposed."""
    said = found.conclusion.settlement if found.conclusion else None
    term = said.outcome.term if said else found.proposed.id if found.proposed else ""
    return ids.index(term) if term in ids else None


def next_open(one: Outcome, found: Sequence[Outcome]) -> str:
    """The id of the first outcome behind ``one``, else from the first on, that nobody has concluded or that the case overtook; "" when none is left."""
    at = found.index(one)
    behind = (*found[at + 1 :], *found[:at])
    return next((each.proposal.id for each in behind if each.state is not State.CURRENT), "")


def outcomes(found: Iterable[Outcome], named: Mapping[str, tuple[str, str]], words: Words) -> Table:
    """Each outcome with what it is about; a row opens it.

    Args:
        found: the outcomes.
        named: what to call each incident or claim, and who says it, by id.
        words: the reader's.
    """
    columns: list[Column] = [
        {"name": words("What it is about"), "opens": True, "wide": True},
        {"name": words("Sources")},
        {"name": words("Proposed")},
        {"name": words("Concluded")},
        {"name": words("State"), "narrow": True},
    ]
    rows = [
        Row(
            id=one.proposal.id,
            cells=[
                *_named(named.get(one.proposal.id, (one.proposal.id, "")), words),
                proposed(one, words),
                plain(concluded(one, words) or "–"),
                plain(words(STATES[one.state.value]), STATE_SIGNS[one.state]),
            ],
        )
        for one in found
    ]
    return table(words("Outcomes"), columns, rows)


def _named(named: tuple[str, str], words: Words) -> tuple[Cell, Cell]:
    """What it is about in its own words, and who says it, which we tell."""
    return evidence(named[0]), Cell(text=named[1], dir=words.direction)


def trace(found: Outcome, words: Words) -> Table:
    """Every rule that applied, in order, and how many decisions it rests on."""
    columns: list[Column] = [
        {"name": words("What it says here")},
        {"name": words("Decisions"), "number": True},
    ]
    rows = [
        Row(
            id="",
            cells=[
                plain(step.message.within(words.language)),
                plain(len(step.decisions)),
            ],
        )
        for step in found.proposal.steps
    ]
    return table(words("How it came to this"), columns, rows)


def proposal(found: Outcome, words: Words) -> str:
    """What is proposed, and by the rules of which policy in which version."""
    name, _, version = found.proposal.policy.partition("/")
    cell = proposed(found, words)
    return words(
        "Proposed by {policy}, version {version}: {label}",
        policy=words(_POLICIES[name]) if name in _POLICIES else isolate(name),
        version=version or "1",
        label=f"{cell['sign']} {cell['text']}".strip(),
    )


def changes(found: Outcome, vocabulary: Vocabulary, words: Words) -> Table:
    """What would change the proposal, and into what."""
    columns: list[Column] = [
        {"name": words("If")},
        {"name": words("then it would be"), "narrow": True},
    ]
    rows = [
        Row(
            id="",
            cells=[
                plain(each.message.within(words.language)),
                plain(_label(each.label, vocabulary, words), _SIGNS.get(each.label, "")),
            ],
        )
        for each in found.proposal.changes
    ]
    return table(words("What would change it"), columns, rows)


def history(found: Sequence[Conclusion], words: Words) -> Table:
    """Every conclusion on one incident or claim, given in the order they were stored, the newest first."""
    columns: list[Column] = [
        {"name": words("When")},
        {"name": words("Who")},
        {"name": words("Concluded")},
        {"name": words("Reason"), "wide": True},
    ]
    return table(
        words("Conclusions"),
        columns,
        [_said(one, words) for one in reversed(found)],
    )


def _said(one: Conclusion, words: Words) -> Row:
    said = one.settlement
    what = said.outcome.name.within(words.language) if said else words("taken back")
    way = said.resolution.name.within(words.language) if said and said.resolution else ""
    reason = " · ".join(filter(None, (said.reason if said else "", way)))
    return Row(
        id="",
        cells=[
            plain(dates.said_at(one.at, one.taken_in, words)),
            evidence(one.by),
            plain(what, "✎" if said and said.overrides else ""),
            evidence(reason or "–"),
        ],
    )


def elsewhere(mine: Conclusion, words: Words) -> str:
    """What the reader's newest conclusion says and when it was said, where it is about something else than what is on the screen."""
    said = mine.settlement
    return words(
        "It is about something else: {label}, {when}.",
        label=said.outcome.name.within(words.language) if said else "–",
        when=dates.moment(mine.at, words),
    )


def _label(label: str, vocabulary: Vocabulary, words: Words) -> str:
    found = vocabulary.proposed_for(label)
    return found.name.within(words.language) if found else _usual(label, words)


def _usual(label: str, words: Words) -> str:
    return words(_USUAL[label]) if label in _USUAL else label
