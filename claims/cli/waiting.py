"""What is said where no pair comes: one true sentence for each situation, and what else waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from claims.cli.terminal import quoted
from claims.model import Status, UnknownName, Wanted
from claims.report.wording import Wording

if TYPE_CHECKING:
    from claims.services import Outlook

_OF_STATUS: Final = {
    Status.DECIDED: "line_none_decided",
    Status.SETTLED: "line_none_settled",
    Status.DISPUTED: "line_none_disputed",
    Status.FORMER: "line_none_former",
}
"""The sentence that says why there is no pair of a status, without a filter; where pairs are there at all."""


def nothing(
    outlook: Outlook,
    wanted: Wanted,
    unknown: Sequence[UnknownName],
    words: Wording,
    *,
    after: str = "",
) -> str:
    """Why `claims queue` prints no pair.

    Args:
        outlook: where whoever asks stands.
        wanted: what was asked for.
        unknown: the speaker and place in it that no claim has, with names much like them.
        words: in whose language.
        after: behind which pair.
    """
    general = _in_general(outlook, wanted, unknown, words, after=after)
    if general:
        return general
    if wanted.status is Status.OPEN:
        return _all_answered(outlook, words)
    return words.text(_OF_STATUS[wanted.status])


def nothing_free(
    outlook: Outlook,
    wanted: Wanted,
    unknown: Sequence[UnknownName],
    words: Wording,
    *,
    after: str = "",
) -> str:
    """Why `claims next` gives no pair; as `nothing`."""
    general = _in_general(outlook, wanted, unknown, words, after=after)
    if general:
        return general
    if outlook.decided == outlook.pairs:
        return _all_answered(outlook, words)
    told = words.text("line_all_in_hand")
    return (
        f"{told} {words.text('line_back', until=to_minute(outlook.back))}" if outlook.back else told
    )


def to_minute(moment: str) -> str:
    """A time of the record in UTC, to the minute."""
    return f"{datetime.fromisoformat(moment).astimezone(UTC):%Y-%m-%d %H:%M}"


def _in_general(
    outlook: Outlook, wanted: Wanted, unknown: Sequence[UnknownName], words: Wording, *, after: str
) -> str:
    """Why there is none whatever the status is; "" when nothing of that kind is why."""
    if unknown:
        return " ".join(_unknown(each, words) for each in unknown)
    if wanted.status is not Status.FORMER and not outlook.pairs:
        return words.text(_without_pairs(outlook))
    if after:
        return words.text("line_none_follows")
    return words.text("line_none_fits") if wanted.narrows else ""


def _unknown(name: UnknownName, words: Wording) -> str:
    near = words.text("comma").join(map(quoted, name.near))
    return (
        words.text("line_unknown_like", name=quoted(name.name), near=near)
        if near
        else words.text("line_unknown_name", name=quoted(name.name))
    )


def _without_pairs(outlook: Outlook) -> str:
    if outlook.due:
        return "line_no_pairs_yet"
    return "line_no_pairs" if outlook.compared else "line_no_claims"


def _all_answered(outlook: Outlook, words: Wording) -> str:
    if outlook.decided == outlook.pairs:
        return words.text("line_all_answered", count=outlook.pairs)
    return words.text("line_all_answered_or_settled")


def besides(outlook: Outlook, words: Wording) -> Iterator[str]:
    """What whoever works on pairs should know besides: that claims wait to be compared, and which pairs are asked no more."""
    if outlook.due:
        yield words.text("line_comparison_due")
    if outlook.former:
        yield words.text("line_former", count=outlook.former)
