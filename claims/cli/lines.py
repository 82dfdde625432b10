"""Decisions, remarks, rulings, conclusions and words on incidents, one line each."""

from __future__ import annotations

from rich.text import Text

from claims.cli.came import came_from_file
from claims.cli.display import decision_block, said_of
from claims.cli.terminal import emit, message, quoted, show
from claims.model import (
    Adjudication,
    Chosen,
    ClaimMark,
    Conclusion,
    Content,
    Decision,
    Evidence,
    Grouping,
    Note,
    Remark,
    Tag,
)
from claims.report.case_forms import decision_form, history_form
from claims.report.incident_forms import grouping_form
from claims.report.outcome_forms import conclusion_form
from claims.report.review_forms import remark_form, ruling_form
from claims.report.wording import Wording
from claims.verdict.vocabulary import policy_word


def print_decision(decision: Decision, words: Wording, *, as_json: bool) -> None:
    """One row of what a reviewer said of a pair."""
    if as_json:
        emit(decision_form(decision))
    else:
        show(decision_block(decision, words))


def print_in_history(decision: Decision, words: Wording, *, as_json: bool) -> None:
    """One row of what a reviewer said of a pair, with the version that was seen and what became of it."""
    if as_json:
        emit(history_form(decision))
    else:
        show(decision_block(decision, words, with_version=True, with_state=True))


def print_told(
    ruling: Adjudication,
    holding: Adjudication | None,
    words: Wording,
    *,
    as_json: bool,
    taken_back: bool = False,
) -> None:
    """One row of what was settled on a pair, its note, and whether it holds: ``holding`` is the ruling in force on it."""
    if as_json:
        emit(ruling_form(ruling, in_force=holding is not None and holding.id == ruling.id))
    else:
        state = "line_taken_back" if taken_back else _state_of(ruling, holding)
        _show_ruling(ruling, words, state)


def _show_ruling(ruling: Adjudication, words: Wording, state: str) -> None:
    line = Text(f"{ruling.id}  {ruling.key}  ").append_text(_ruled(ruling, words))
    who = _who(ruling, words)
    told = who if ruling.ruling is None else words.text("line_ruled_by", who=who)
    line.append(f"  {told}  {ruling.at}")
    show(line.append(f"  ({words.text(state)})" if state else ""))
    if ruling.ruling is not None and ruling.ruling.note:
        show(Text(f"  {quoted(ruling.ruling.note)}"))


def _state_of(ruling: Adjudication, holding: Adjudication | None) -> str:
    """Whether a ruling is the one that holds, or why it is not: the name of a sentence, "" where it says nothing."""
    if not ruling.live:
        return "line_replaced"
    if ruling.ruling is None:
        return ""
    if holding is not None and holding.id == ruling.id:
        return "line_in_force"
    return "line_lapsed"


def _ruled(ruling: Adjudication, words: Wording) -> Text:
    """What holds, why, and whose answer that is; nothing is adopted where no ruling stands any more."""
    if ruling.ruling is None:
        return Text(words.text("line_no_ruling"))
    adopted = words.text("comma").join(quoted(each.by) for each in ruling.adopted) or "–"
    ground = words.word("ground", ruling.ruling.ground)
    told = words.text("line_adopted", who=adopted)
    return said_of(ruling.ruling.mark, words).append(f"  {ground}  {told}")


def print_conclusion(found: Conclusion, words: Wording, *, as_json: bool) -> None:
    """One row of what was concluded."""
    if as_json:
        emit(conclusion_form(found))
    else:
        matter = words.word("thing", found.matter)
        show(Text(f"{matter} {found.of}  {told_of(found, words)}"))


def told_of(found: Conclusion, words: Wording) -> str:
    """What was concluded and by whom, in one line."""
    said = found.settlement
    if said is None:
        return f"{found.id}  –  {_who(found, words)}"
    verb = "line_overrides" if said.overrides else "line_confirms"
    proposed = message(policy_word(found.matter, said.proposed).within(words.language))
    held = words.text(verb, word=_chosen(said.outcome, words), proposed=proposed)
    way = "" if said.resolution is None else f"  {_chosen(said.resolution, words)}"
    why = quoted(said.reason) if said.reason else ""
    told = f"{found.id}  {held}{way}  {_who(found, words)}  {why}"
    return told.rstrip()


def _chosen(word: Chosen, words: Wording) -> str:
    """A word that was chosen, and from which vocabulary."""
    return words.text(
        "line_chosen",
        name=message(word.name.within(words.language)),
        vocabulary=word.vocabulary,
    )


def _who(said: Adjudication | Conclusion, words: Wording) -> str:
    return f"{quoted(said.by)}{came_from_file(said.taken_in, words)}"


def print_grouping(row: Grouping, words: Wording, *, as_json: bool) -> None:
    """One row of what was said of incidents."""
    if as_json:
        emit(grouping_form(row))
        return
    show(Text(f"{row.id}  {_grouped(row, words)}"))
    if row.said is not None and row.said.reason:
        show(Text(f"  {quoted(row.said.reason)}"))


def _grouped(row: Grouping, words: Wording) -> str:
    """What was said of which claims, part by part, and whether it stands; or what is taken back."""
    said, who = row.said, f"{quoted(row.by)}  {row.at}{came_from_file(row.taken_in, words)}"
    if said is None:
        back = words.text("line_takes_back", number=row.undoes)
        return f"–  {back}  {who}"
    parts = " | ".join(" ".join(part) for part in said.parts)
    kind = words.word("grouping", said.kind)
    back = words.text("line_taken_back")
    stands = "" if row.live else f" ({back})"
    return f"{kind}{stands}  {parts}  {who}"


def print_remark(remark: Remark, words: Wording, *, as_json: bool) -> None:
    """One row of what people wrote."""
    if as_json:
        emit(remark_form(remark))
        return
    thing, kind = words.word("thing", remark.topic.thing), words.word("remark", remark.kind)
    who = f"{quoted(remark.by)}  {remark.at}{came_from_file(remark.taken_in, words)}"
    head = f"{remark.id}  {thing} {quoted(remark.topic.id)}  {kind}  {who}"
    show(Text(f"{head}  {_words(remark.content, words)}".rstrip()))


def _words(content: Content | None, words: Wording) -> str:
    match content:
        case None:
            return "–"
        case ClaimMark():
            slots = (words.word("slot", slot) for slot in content.slots)
            quality = words.word("quality", content.quality)
            return "  ".join((quality, *slots, quoted(content.comment)))
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
