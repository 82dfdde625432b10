"""Which claims stand, who is asked again, and which claim is which after a newer reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claims.model import (
    Claim,
    DateValue,
    Edit,
    EditKind,
    MachineClaim,
    Maker,
    Party,
    Place,
    Span,
)
from claims.review.edits import (
    kin,
    lineage_of,
    live,
    questions,
    replacing,
    standing,
    succession,
    waiting,
)
from tests.factories import NOON, a_claim


def claim(name: str, start: int = 0, **fields: Any) -> Claim:
    """A claim of ten characters with this id."""
    return a_claim("ten signs.", start=start, id=name, **fields)


def edit(number: int, replaced: list[Claim], made: list[Claim], **fields: Any) -> Edit:
    """An edit of the first reading."""
    plain: dict[str, Any] = {
        "kind": EditKind.CORRECT,
        "by": "ana",
        "reading": 1,
        "about": None,
    }
    return Edit(
        id=number,
        document="0" * 16,
        at=NOON,
        reason="",
        replaced=tuple(replaced),
        made=tuple(made),
        given=(),
        text="0" * 64,
        program="test",
        **(plain | fields),
    )


def undo(number: int, about: int) -> Edit:
    """A row that takes another one back."""
    return edit(number, [], [], kind=EditKind.UNDO, about=about)


A, B, C = claim("a"), claim("b", 20), claim("c", 40)
H, I = claim("h"), claim("i")  # noqa: E741
MACHINE = tuple(MachineClaim(each) for each in (A, B, C))


def ids(machine: tuple[MachineClaim, ...], *edits: Edit) -> list[str]:
    """The ids of the claims that stand."""
    return [each.claim.id for each in live(machine, edits)]


def test_without_edits_everything_that_is_read_stands() -> None:
    """In the order of its words, made by the machine."""
    found = live(reversed(MACHINE), ())
    assert [each.claim for each in found] == [A, B, C]
    assert {each.maker for each in found} == {Maker.MACHINE}


def test_an_edit_puts_its_claims_in_the_place_of_others() -> None:
    """And says who made them."""
    own = edit(1, [A], [H])
    assert ids(MACHINE, own) == ["h", "b", "c"]
    (made,) = [each for each in live(MACHINE, [own]) if each.maker is Maker.HUMAN]
    assert made.edit == own
    assert replacing([own]) == {"a": own}


def test_an_edit_of_an_edit_is_taken_back_alone() -> None:
    """The first one stands again."""
    first, second = edit(1, [A], [H]), edit(2, [H], [I])
    assert ids(MACHINE, first, second) == ["i", "b", "c"]
    assert ids(MACHINE, first, second, undo(3, 2)) == ["h", "b", "c"]
    assert ids(MACHINE, first, second, undo(3, 2), undo(4, 1)) == ["a", "b", "c"]


def test_a_rejected_claim_does_not_stand() -> None:
    """And nothing in its place."""
    assert ids(MACHINE, edit(1, [B], [], kind=EditKind.REJECT)) == ["a", "c"]


def test_a_claim_that_is_not_read_any_more_does_not_come_back_by_an_undo() -> None:
    """What stands of the engine's is what it reads now."""
    gone = (MachineClaim(A, gone=2), *MACHINE[1:])
    assert ids(gone, edit(1, [A], [H])) == ["h", "b", "c"]
    assert ids(gone, edit(1, [A], [H]), undo(2, 1)) == ["b", "c"]


def test_what_is_newly_read_in_edited_words_waits() -> None:
    """Until the edit is taken back; elsewhere it stands at once, and so does what was read before the edit."""
    newer = MachineClaim(claim("n", 5), reading=2)
    apart = MachineClaim(claim("m", 60), reading=2)
    older = MachineClaim(claim("o", 5))
    own = edit(1, [A], [H])
    assert ids((*MACHINE, newer, apart, older), own) == ["h", "o", "b", "c", "m"]
    assert waiting((*MACHINE, newer, apart), [own]) == (newer.claim,)
    assert "n" in ids((*MACHINE, newer), own, undo(2, 1))


def test_a_claim_that_waits_can_be_taken_over() -> None:
    """Then it stands as a person's, and nobody waits."""
    newer = MachineClaim(claim("n", 5), reading=2)
    own = edit(1, [A], [H])
    taken = edit(2, [newer.claim], [I], kind=EditKind.ACCEPT, reading=2)
    assert ids((*MACHINE, newer), own, taken) == ["h", "i", "b", "c"]
    assert questions((*MACHINE, newer), [own, taken]) == ()


def test_nobody_is_asked_while_the_engine_reads_the_same() -> None:
    """Nor when only what the checks noticed is another."""
    own = edit(1, [A], [H])
    assert questions(MACHINE, [own]) == ()
    noticed = replace(A, findings=a_claim().findings)
    assert questions((MachineClaim(noticed), *MACHINE[1:]), [own]) == ()


def test_who_edited_is_asked_when_the_engine_reads_their_claim_otherwise() -> None:
    """With what they saw and what it reads now; the edit stands meanwhile."""
    now = replace(A, statement="otherwise")
    own = edit(1, [A], [H])
    (question,) = questions((MachineClaim(now), *MACHINE[1:]), [own])
    assert (question.edit, question.seen, question.now, question.new) == (own, (A,), (now,), ())
    assert ids((MachineClaim(now), *MACHINE[1:]), own) == ["h", "b", "c"]


def test_who_edited_is_asked_when_the_engine_drops_their_claim_or_reads_more() -> None:
    """A claim that is gone is not among those of now; new ones are listed."""
    own = edit(1, [A], [H])
    newer = claim("n", 5)
    machine = (MachineClaim(A, gone=2), *MACHINE[1:], MachineClaim(newer, reading=2))
    (question,) = questions(machine, [own])
    assert (question.seen, question.now, question.new) == ((A,), (), (newer,))


def test_an_answer_holds_until_the_engine_changes_its_mind_again() -> None:
    """Keeping an edit is remembered with what was read then; taking the answer back asks again."""
    now = replace(A, statement="otherwise")
    own = edit(1, [A], [H])
    kept = edit(2, [now], [], kind=EditKind.KEEP, about=1, reading=2)
    machine = (MachineClaim(now), *MACHINE[1:])
    assert questions(machine, [own, kept]) == ()
    assert len(questions(MACHINE, [own, kept])) == 1
    assert len(questions(machine, [own, kept, undo(3, 2)])) == 1
    assert questions((MachineClaim(now, gone=2), *MACHINE[1:]), [own, kept]) == ()
    assert len(questions((MachineClaim(now, gone=3), *MACHINE[1:]), [own, kept])) == 1


def test_a_question_ends_with_the_edit() -> None:
    """Nobody is asked about what was taken back."""
    machine = (MachineClaim(replace(A, statement="otherwise")), *MACHINE[1:])
    assert questions(machine, [edit(1, [A], [H]), undo(2, 1)]) == ()


def test_the_history_of_a_claim_goes_both_ways() -> None:
    """What it comes from, what it goes into, and what took that back; nothing of others."""
    rows = [edit(1, [A], [H]), edit(2, [H], [I]), edit(3, [B], []), undo(4, 2)]
    assert [row.id for row in lineage_of("a", rows)] == [1, 2, 4]
    assert [row.id for row in lineage_of("i", rows)] == [1, 2, 4]
    assert [row.id for row in lineage_of("b", rows)] == [3]
    assert lineage_of("c", rows) == ()


def day(text: str, start: int) -> DateValue:
    """A day of a list."""
    return DateValue(f"2018-03-{text}", text, Span(start, start + 2), "shared")


def test_a_value_that_is_read_better_makes_no_other_claim() -> None:
    """Same words, same kind: the id stays, whatever the slots say."""
    place = Place("Raqqa", "geonames:1", None, None, "in", "Raqqa", Span(3, 8))
    better = replace(A, id="other", places=(place,))
    assert succession([A, B], [], [better, B]) == {0: "a", 1: "b"}


def test_the_days_of_a_list_are_told_apart_by_their_words() -> None:
    """A day that is read in addition takes nobody's place, whether it comes first or last."""
    days = [claim(name, date=day(text, start)) for name, text, start in DAYS]
    known = [days[0], days[2]]
    found = [replace(each, id=f"{each.id}2", statement="anew") for each in days]
    assert succession(known, [], found) == {0: "d28", 2: "d26"}


DAYS = (("d28", "28", 1), ("d27", "27", 4), ("d26", "26", 7))


def test_claims_that_cannot_be_told_apart_are_new() -> None:
    """Two of a kind in the same words, and both read otherwise: nothing is guessed."""
    party = Party("army", "", "army", "army", Span(2, 6))
    known = [A, replace(A, id="a2", actors=(party,))]
    one = replace(A, id="x", targets=(party,))
    other = replace(A, id="y", statement="z", targets=(party,))
    assert succession(known, [], [one, other]) == {}


def test_other_words_or_another_kind_are_another_claim() -> None:
    """One sign more is enough."""
    longer = a_claim("ten signs. ", id="x")
    assert succession([A], [], [longer, replace(A, id="y", kind="clash")]) == {}


def test_what_was_gone_comes_back_only_as_it_was() -> None:
    """Under its old id; read otherwise it is new."""
    assert succession([], [A], [replace(A, id="x")]) == {0: "a"}
    assert succession([], [A], [replace(A, id="x", statement="other")]) == {}


def test_an_engine_that_goes_back_to_its_first_reading_finds_its_claims() -> None:
    """What is said now decides before what the id says."""
    now = replace(A, statement="second")
    back = [replace(A, id="a"), replace(now, id="n")]
    assert succession([now], [], back) == {1: "a"}


@st.composite
def _histories(draw: st.DrawFn) -> tuple[tuple[MachineClaim, ...], list[Edit]]:
    """Edits and undo rows as services would let them through."""
    machine = tuple(
        MachineClaim(claim(f"m{n}", 20 * n), gone=draw(st.sampled_from([None, None, 2])))
        for n in range(4)
    )
    rows: list[Edit] = []
    for number in range(1, draw(st.integers(0, 12)) + 1):
        there = [each.claim for each in live(machine, rows)]
        top = [e for e in standing(rows) if not {c.id for c in e.made} & set(replacing(rows))]
        back: bool = draw(st.booleans())
        if top and back:
            rows.append(undo(number, draw(st.sampled_from(top)).id))
        elif there:
            old = draw(st.sampled_from(there))
            count = draw(st.integers(0, 2))
            made = [replace(old, id=f"h{number}-{place}") for place in range(count)]
            rows.append(edit(number, [old], made))
    return machine, rows


@given(_histories())
def test_taking_everything_back_brings_everything_back(
    history: tuple[tuple[MachineClaim, ...], list[Edit]],
) -> None:
    """Whatever was edited in whatever order: undone from the newest on, what the engine reads stands again."""
    machine, rows = history
    for number, last in enumerate(reversed(standing(rows)), 100):
        rows.append(undo(number, last.id))
    assert live(machine, rows) == live(machine, ())


@given(_histories())
def test_no_claim_stands_beside_what_replaced_it(
    history: tuple[tuple[MachineClaim, ...], list[Edit]],
) -> None:
    """And no id stands twice."""
    machine, rows = history
    found = ids(machine, *rows)
    assert len(set(found)) == len(found)
    assert not set(found) & set(replacing(rows))


def test_other_forms_of_a_claim_are_what_it_was_and_became_and_what_stood_in_its_place() -> None:
    """Halves of one claim are two, and so are claims that were merged; a correction that was taken back and made anew is one claim still."""
    a, b, c, d = (claim(name) for name in "abcd")
    assert kin(
        [edit(1, [a], [b]), edit(2, [], [], kind=EditKind.UNDO, about=1), edit(3, [a], [c])]
    ) == {
        "a": {"b", "c"},
        "b": {"a", "c"},
        "c": {"a", "b"},
    }
    assert kin([edit(1, [a], [b, c])]) == {"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}
    assert kin([edit(1, [a, b], [c])]) == {"a": {"c"}, "b": {"c"}, "c": {"a", "b"}}
    assert kin([edit(1, [a], [b, c]), edit(2, [b], [d])]) == {
        "a": {"b", "c", "d"},
        "b": {"a", "d"},
        "c": {"a"},
        "d": {"a", "b"},
    }
    out, into = {"kind": EditKind.REJECT}, {"kind": EditKind.ADD}
    assert kin([edit(1, [b], [], **out), edit(2, [], [a], **into)]) == {"a": {"b"}, "b": {"a"}}
    assert kin([edit(1, [], [a], **into), edit(2, [b], [], **out)]) == {}
    elsewhere = claim("e", start=40)
    another = claim("f", document="1" * 16)
    others = [edit(2, [], [elsewhere], **into), edit(3, [], [another], **into)]
    assert kin([edit(1, [b], [], **out), *others]) == {}
