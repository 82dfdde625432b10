"""Two claims side by side: symmetric, explained, careful."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claims
from claims.comparison import compare, compare_all
from claims.comparison.weights import weights
from claims.model import Claim, Relation, SameEvent, Slot

from .accounts import ACCOUNTS, MORE, read, read_all

EVERY = read_all(*ACCOUNTS, *MORE)
PAIRS = list(combinations(EVERY, 2))


@given(st.sampled_from(PAIRS))
def test_the_order_of_the_sides_does_not_matter(pair: tuple[Claim, Claim]) -> None:
    """compare(a, b) is compare(b, a)."""
    assert compare(*pair) == compare(*reversed(pair))


@given(st.sampled_from(PAIRS))
def test_every_slot_is_told_in_its_order(pair: tuple[Claim, Claim]) -> None:
    """All five slots, also where nothing can be compared."""
    assert [one.slot for one in compare(*pair).slots] == list(Slot)


@given(st.sampled_from(PAIRS))
def test_a_slot_adds_no_more_than_its_weight(pair: tuple[Claim, Claim]) -> None:
    """A gain is scaled down by what is vague, a loss counts whole, and an absent slot is no part of the score."""
    found = compare(*pair)
    parts = {part.name: part.value for part in found.parts}

    for one in found.slots:
        weight = weights().slots.get((one.slot, one.level))
        value = parts.get(one.slot.value)
        if weight is None:
            assert value is None
        else:
            assert value is not None
            assert (0 <= value <= weight) if weight > 0 else value == weight


def _silent(claim: Claim, slot: Slot) -> Claim:
    """The claim without what it says in one slot."""
    if slot is Slot.DATE:
        return replace(claim, date=None)
    if slot is Slot.PLACE:
        return replace(claim, places=())
    if slot is Slot.ACTOR:
        return replace(claim, actors=())
    return replace(claim, targets=()) if slot is Slot.TARGET else replace(claim, quantities=())


@pytest.mark.parametrize("slot", Slot)
@given(pair=st.sampled_from(PAIRS))
def test_what_is_left_unsaid_takes_only_its_own_part_away(
    slot: Slot, pair: tuple[Claim, Claim]
) -> None:
    """Without a slot on one side the score is what it was without that slot's part: never lower than that."""
    whole = compare(*pair)
    without = compare(_silent(pair[0], slot), pair[1])
    part = next((part.value for part in whole.parts if part.name == slot.value), 0.0)

    assert without.score == pytest.approx(whole.score - part)


def test_one_day_one_place_another_target_is_a_conflict_on_the_target() -> None:
    """The network names the army where the ministry names ISIS."""
    [theirs] = [claim for claim in read("network") if claim.kind == "strike"]
    [ours] = [claim for claim in read("ministry") if claim.kind == "strike"]
    actor = replace(ours, actors=theirs.actors)

    found = compare(actor, theirs)

    assert found.same_event is SameEvent.YES
    assert found.relation is Relation.CONFLICT
    assert found.conflicting == (Slot.TARGET,)


def test_another_count_of_the_same_dead_is_a_conflict_on_the_quantity() -> None:
    """Nine against eleven civilians, one day, one city, two speakers."""
    [nine] = [claim for claim in read("agency") if claim.kind == "casualties"]
    [eleven] = [claim for claim in read("rescuers") if claim.kind == "casualties"]

    found = compare(nine, eleven)

    assert found.relation is Relation.CONFLICT
    assert found.conflicting == (Slot.QUANTITY,)
    message = {one.slot: one.message for one in found.slots}[Slot.QUANTITY]
    assert "9" in message.en
    assert "11" in message.en


def test_another_day_is_another_event() -> None:
    """A pair whose dates exclude each other is not comparable."""
    [one] = [claim for claim in read("ministry") if claim.kind == "strike"]
    [other] = [claim for claim in read("other") if claim.kind == "strike"]

    found = compare(one, other)

    assert found.same_event is SameEvent.NO
    assert found.relation is Relation.NOT_COMPARABLE


@given(st.permutations(EVERY))
def test_the_order_of_the_claims_does_not_matter(order: list[Claim]) -> None:
    """The same set gives the same pairs."""
    assert compare_all(order) == compare_all(EVERY)


def test_an_unrelated_account_changes_nothing_among_the_others() -> None:
    """What is suggested for a pair follows from the pair."""
    without = compare_all(read_all("ministry", "network", "agency", "rescuers"))
    within = {pair.key: pair for pair in compare_all(EVERY)}

    assert without
    assert all(within[pair.key] == pair for pair in without)


def test_one_speaker_is_never_paired_with_itself() -> None:
    """Pairs are of different attributed sources."""
    by_id = {claim.id: claim for claim in EVERY}

    for pair in compare_all(EVERY):
        left, right = by_id[pair.key.left], by_id[pair.key.right]
        assert left.speaker.source != right.speaker.source


def test_a_target_whose_owner_is_not_said_agrees_in_part_only() -> None:
    """A position of nobody in particular may be anybody's: no agreement on the target."""
    texts = (
        "The ministry of defence said aircraft of the Coalition struck positions of ISIS near Raqqa on 3 May 2019.",
        "The Syrian Observatory for Human Rights said the Coalition struck positions near Raqqa on 3 May 2019.",
    )
    [left], [right] = (
        list(claims.extract(claims.read(text.encode(), name="a.txt")).claims) for text in texts
    )

    found = compare(left, right)

    assert found.same_event is SameEvent.YES
    assert found.relation is Relation.PARTIAL


@pytest.mark.parametrize("side", ["western Aleppo", "west of Aleppo"])
def test_one_side_of_a_city_is_one_place(side: str) -> None:
    """Of the west of a city it is seldom said whether it lies inside: two tolls of one raid there are held against each other."""
    text = f"An Israeli air strike {side} on 3 May 2019 killed {{}} civilians."
    one = _toll(
        "A", text.format(9).replace("strike ", "strike in " if "ern" in side else "strike ")
    )
    other = _toll("B", "قتل 14 مدنيا في غارة إسرائيلية غربي حلب يوم 3 أيار 2019.")

    found = compare(one, other)

    assert (found.same_event, found.relation) == (SameEvent.YES, Relation.CONFLICT)


def _toll(publisher: str, text: str) -> Claim:
    document = claims.read(
        text.encode(), name="x.txt", published="2019-05-03", publisher=claims.Source(publisher)
    )
    return next(c for c in claims.extract(document).claims if c.kind == "casualties")


def _alike_from_both_sides(one: Claim, other: Claim) -> bool:
    """Whether the same two claims get one suggestion under other ids: ids are hashes, and say which side comes first."""
    found = compare(replace(one, id="0" * 16), replace(other, id="f" * 16))
    turned = compare(replace(one, id="f" * 16), replace(other, id="0" * 16))
    return all(
        getattr(found, name) == getattr(turned, name)
        for name in ("same_event", "relation", "apparent", "conflicting", "confidence", "score")
    )


@given(st.sampled_from(PAIRS))
def test_which_side_comes_first_decides_nothing(pair: tuple[Claim, Claim]) -> None:
    """Event, relation, likely kind, slots, confidence and score."""
    assert _alike_from_both_sides(*pair)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The shelling of Balshun on 3 May 2019 killed five civilians, among them a woman and her three children.",
            "The shelling of Balshun killed three children, their mother and another child.",
        ),
        (
            "Strikes on Rafah on 3 May 2019 killed more than 45 people, medics said.",
            "قتل 45 شخصا في غارات على رفح يوم 3 أيار 2019.",
        ),
    ],
)
def test_wholes_parts_and_like_figures_are_read_alike_from_both_sides(
    texts: tuple[str, str],
) -> None:
    """Whichever of two accounts comes first."""
    ours, theirs = (
        [
            claim
            for claim in claims.extract(claims.read(text.encode(), name=f"{number}.txt")).claims
            if claim.kind == "casualties"
        ]
        for number, text in enumerate(texts)
    )

    assert ours
    assert theirs
    assert all(_alike_from_both_sides(one, other) for one in ours for other in theirs)
