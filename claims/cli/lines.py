"""Remarks, rulings, conclusions and words on incidents, one line each."""

from __future__ import annotations

from rich.text import Text

from claims.cli.came import came_from_file
from claims.cli.terminal import emit, quoted, show
from claims.model import (
    Adjudication,
    ClaimMark,
    Conclusion,
    Content,
    Evidence,
    Grouping,
    Note,
    Remark,
    Tag,
)
from claims.report.incident_forms import grouping_form
from claims.report.outcome_forms import conclusion_form
from claims.report.review_forms import remark_form, ruling_form


def print_ruling(ruling: Adjudication, *, as_json: bool) -> None:
    """One row of what was settled and its note."""
    if as_json:
        emit(ruling_form(ruling))
    else:
        _show_ruling(ruling)


def print_told(ruling: Adjudication, holding: Adjudication | None, *, as_json: bool) -> None:
    """The same with whether it holds: ``holding`` is the ruling in force on its pair."""
    if as_json:
        emit(ruling_form(ruling, holding is not None and holding.id == ruling.id))
    else:
        _show_ruling(ruling, state_of(ruling, holding))


def _show_ruling(ruling: Adjudication, state: str = "") -> None:
    line = f"{ruling.id}  {ruling.key}  {_ruled(ruling)}  {_who(ruling)}"
    show(Text(f"{line}  ({state})" if state else line))
    if ruling.ruling is not None and ruling.ruling.note:
        show(Text(f"  {quoted(ruling.ruling.note)}"))


def state_of(ruling: Adjudication, holding: Adjudication | None) -> str:
    """Whether a ruling is the one that holds, or why it is not."""
    if not ruling.live:
        return "replaced"
    if ruling.ruling is None:
        return ""
    if holding is not None and holding.id == ruling.id:
        return "in force"
    return "no longer in force: an answer changed since"


def _ruled(ruling: Adjudication) -> str:
    """What holds and whose answer that is; nothing is adopted where no ruling stands any more."""
    if ruling.ruling is None:
        return "no ruling stands"
    adopted = ", ".join(quoted(each.by) for each in ruling.adopted) or "–"
    return f"{ruling.ruling.mark.relation}  {ruling.ruling.ground}  adopted: {adopted}"


def print_conclusion(found: Conclusion, *, as_json: bool) -> None:
    """One row of what was concluded."""
    if as_json:
        emit(conclusion_form(found))
    else:
        show(Text(f"{found.matter} {found.of}  {told_of(found)}"))


def told_of(found: Conclusion) -> str:
    """What was concluded and by whom, in one line."""
    said = found.settlement
    if said is None:
        return f"{found.id}  –  {_who(found)}"
    way = "" if said.resolution is None else f"  {said.resolution.term}"
    verb = "overrides" if said.overrides else "confirms"
    told = f"{found.id}  {said.outcome.term} ({said.outcome.vocabulary}), {verb} {said.proposed}"
    return f"{told}{way}  {_who(found)}  {quoted(said.reason)}".rstrip()


def _who(said: Adjudication | Conclusion) -> str:
    return f"{quoted(said.by)}{came_from_file(said.taken_in)}"


def print_grouping(row: Grouping, *, as_json: bool) -> None:
    """One row of what was said of incidents."""
    if as_json:
        emit(grouping_form(row))
        return
    show(Text(f"{row.id}  {_grouped(row)}"))
    if row.said is not None and row.said.reason:
        show(Text(f"  {quoted(row.said.reason)}"))


def _grouped(row: Grouping) -> str:
    """What was said of which claims, part by part, and whether it stands; or what is taken back."""
    said, who = row.said, f"{quoted(row.by)}  {row.at}{came_from_file(row.taken_in)}"
    if said is None:
        return f"–  takes back {row.undoes}  {who}"
    parts = " | ".join(" ".join(part) for part in said.parts)
    return f"{said.kind}{'' if row.live else ' (taken back)'}  {parts}  {who}"


def print_remark(remark: Remark, *, as_json: bool) -> None:
    """One row of what people wrote."""
    if as_json:
        emit(remark_form(remark))
        return
    head = f"{remark.id}  {remark.topic.thing} {quoted(remark.topic.id)}  {remark.kind}"
    who = f"{quoted(remark.by)}  {remark.at}{came_from_file(remark.taken_in)}"
    show(Text(f"{head}  {who}  {_words(remark.content)}".rstrip()))


def _words(content: Content | None) -> str:
    match content:
        case None:
            return "–"
        case ClaimMark():
            return " ".join((content.quality, *content.slots, quoted(content.comment)))
        case Note():
            return quoted(content.text)
        case Tag():
            return quoted(content.name)
        case Evidence():
            return " ".join(map(quoted, _told(content)))


def _told(link: Evidence) -> list[str]:
    """All that a link says: where, where a copy is, of which bytes, seen when, and what it shows."""
    said = (link.address, link.archive, link.sha256, link.retrieved, link.comment)
    return [each for each in said if each]
