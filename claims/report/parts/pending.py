"""What nobody has judged yet, what waits for a person, and answers on pairs that are none any more."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

from claims.model import Comparison, Conclusion, Decision, Level, Matter, Outcome, PairKey, State
from claims.report.captions import moment, words_of
from claims.report.later import Each
from claims.report.ledger import Ledger, link, links
from claims.report.parts.found import disputed, when
from claims.report.parts.who import who
from claims.report.value import (
    Block,
    Code,
    Listing,
    Paragraph,
    Piece,
    Ref,
    Row,
    Section,
    Sentence,
    Table,
    Thing,
    Words,
)

_TOLD_TOGETHER: Final = 50
"""So many outcomes are named in one sentence at most."""
_COLUMNS = ("the_pair", "time_of", "left", "right", "suggestion", "slots_differ", "slots_agree")
_FORMER: Final = ("key", "reviewer", "time", "relation", "reason", "former_why")


def pending(of: Ledger) -> Section:
    """The section; says so when every pair is decided."""
    words = of.words
    title = (Words(words.text("open_title")),)
    undecided = of.undecided
    parts = (*_disputed(of), *_unconcluded(of), *_former(of))
    if not undecided:
        nothing = Sentence(words.pieces("open_none"), (of.method,))
        return Section("open", title, (Paragraph((nothing,)),), parts)
    note = Sentence(words.pieces("open_note"), (of.method,))
    table = Table(
        caption=words.text("open_caption"),
        columns=tuple(words.text(key) for key in _COLUMNS),
        rows=Each(partial(_row, of), undecided),
    )
    return Section("open", title, (Paragraph((note,)), table), parts)


def _disputed(of: Ledger) -> tuple[Section, ...]:
    """The pairs on which reviewers part and that nobody has settled; no section without any."""
    words, found = of.words, disputed(of)
    if not found:
        return ()
    note = Sentence(words.pieces("disputed_note", count=Code(str(len(found)))), (of.method,))
    groups = range(0, len(found), _TOLD_TOGETHER)
    items = Each(lambda at: _pairs_from(of, found, at), groups)
    title = (Words(words.text("disputed_title")),)
    return (Section("disputed", title, (Paragraph((note,)), Listing(items))),)


def _pairs_from(of: Ledger, found: Sequence[Comparison], at: int) -> Sentence:
    """Some pairs, by their numbers."""
    refs = tuple(of.pair(each.key) for each in found[at : at + _TOLD_TOGETHER])
    return Sentence(of.words.pieces("disputed_pairs", pairs=of.words.listed(links(refs))), refs)


def _unconcluded(of: Ledger) -> tuple[Section, ...]:
    """How many outcomes wait for a person or are out of date, and what stands on nothing any more."""
    words, content = of.words, of.content
    counts = Counter(each.state for found in (content.grades, content.outcomes) for each in found)
    if not counts:
        return ()
    note = words.pieces(
        "unconcluded_withheld" if content.waits else "unconcluded_note",
        open=Code(str(counts[State.OPEN])),
        stale=Code(str(counts[State.STALE])),
    )
    lost = Each(partial(_adrift, of), content.adrift)
    blocks: tuple[Block, ...] = (Paragraph((Sentence(note, (of.method,)),)),)
    waits = [
        (state, thing, numbers[at : at + _TOLD_TOGETHER])
        for state in (State.OPEN, State.STALE)
        for thing, found in ((Thing.INCIDENT, content.grades), (Thing.CLAIM, content.outcomes))
        if (numbers := _in_state(found, state))
        for at in range(0, len(numbers), _TOLD_TOGETHER)
    ]
    if waits:
        blocks += (Listing(Each(lambda each: _waiting(of, *each), waits)),)
    if lost:
        blocks += (Listing(lost),)
    return (Section("unconcluded", (Words(words.text("unconcluded_title")),), blocks),)


def _in_state(outcomes: Sequence[Outcome], state: State) -> array[int]:
    """Which of them are in a state, by their places."""
    return array("L", (at for at, each in enumerate(outcomes) if each.state is state))


def _waiting(of: Ledger, state: State, thing: Thing, numbers: Sequence[int]) -> Sentence:
    """Some outcomes that wait for a person, or are out of date."""
    found = of.content.grades if thing is Thing.INCIDENT else of.content.outcomes
    refs = tuple(of.ref(thing, found[number].proposal.id) for number in numbers)
    key = f"unconcluded_{state}_{thing}"
    return Sentence(of.words.pieces(key, things=of.words.listed(links(refs))), refs)


def _former(of: Ledger) -> tuple[Section, ...]:
    """Answers on pairs of which a claim stands no more: a row each; no section without any."""
    words, known = of.words, of.numbers[Thing.PAIR]
    rows = [each for key, told in of.decisions.items() if str(key) not in known for each in told]
    if not rows:
        return ()
    note = Sentence(words.pieces("former_note", count=Code(str(len(rows)))), (of.record,))
    table = Table(
        caption=words.text("former_title"),
        columns=tuple(words.text(key) for key in _FORMER),
        rows=Each(partial(_answer, of), rows),
    )
    title = (Words(words.text("former_title")),)
    return (Section("former", title, (Paragraph((note,)), table)),)


def _answer(of: Ledger, decision: Decision) -> Row:
    words, mark = of.words, decision.mark
    said = Words("–") if mark is None else words.mark("relation", mark.relation)
    by, when_ = who(words, decision.by, decision.taken_in), Code(moment(decision.at))
    reason = (Words("–"),) if mark is None or not mark.reason else (words_of(mark.reason),)
    cells = ((Code(str(decision.key)),), by, (when_,), (said,), reason, became(of, decision.key))
    return Row(cells, of.decision(decision.id))


def became(of: Ledger, key: PairKey) -> tuple[Piece, ...]:
    """The edits that claims of a pair that stands no more fell to; else that one is read no more."""
    both = map(of.replaced.get, (key.left, key.right))
    edits = {each.id: each for each in both if each is not None}
    if not edits:
        return of.words.pieces("former_unread")
    named = of.words.listed(link(of.edit(each)) for each in edits.values())
    return of.words.pieces("former_edited", edits=named)


def _adrift(of: Ledger, lost: Conclusion) -> Sentence:
    """Who decided what of which claim or incident, when, and what became of that."""
    words, said = of.words, lost.settlement
    why, rests_on = _fell(of, lost)
    pieces = words.pieces(
        "adrift_line",
        who=who(words, lost.by, lost.taken_in),
        when=Code(moment(lost.at)),
        of=words.pieces(f"gone_{lost.matter}", id=Code(lost.of)),
        said=Words("–") if said is None else words_of(said.outcome.name.within(words.language)),
        why=why,
    )
    return Sentence(pieces, (of.record, *rests_on))


def _fell(of: Ledger, lost: Conclusion) -> tuple[tuple[Piece, ...], tuple[Ref, ...]]:
    """Why a conclusion rests on nothing, with what that rests on: its claim stands under another conclusion, or fell to an edit."""
    if lost.matter is Matter.INCIDENT and (named := of.incidents_of(lost.of)):
        where = tuple(map(of.incident, named))
        return of.words.pieces("adrift_other", where=of.words.listed(links(where))), where
    edit = of.replaced.get(lost.of)
    if edit is None:
        return (), ()
    return of.words.pieces("adrift_edited", by=link(of.edit(edit))), (of.edit(edit),)


def _row(of: Ledger, comparison: Comparison) -> Row:
    words = of.words
    left, right = of.sides(comparison.key)
    ref = of.pair(comparison.key)
    return Row(
        (
            (Words(ref.label),),
            when(of, comparison),
            (of.speaker(left), Words(words.text("comma")), *link(of.claim(left.id))),
            (of.speaker(right), Words(words.text("comma")), *link(of.claim(right.id))),
            (words.mark("relation", comparison.relation),),
            _slots_at(of, comparison, {Level.DIFFERENT}),
            _slots_at(of, comparison, {Level.EQUAL, Level.COMPATIBLE}),
        ),
        anchor=ref,
    )


def _slots_at(of: Ledger, comparison: Comparison, levels: set[Level]) -> tuple[Piece, ...]:
    words = of.words
    found = [
        (words.mark("level", each.level), Words(" "), words.mark("slot", each.slot))
        for each in comparison.slots
        if each.level in levels
    ]
    return words.listed(found) or (Words("–"),)
