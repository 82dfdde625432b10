"""Claims grouped by event: by suggestion and by reviewers' word, without chains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.comparison import compare_all, incidents
from claims.comparison.incidents import lineages
from claims.model import (
    Attribution,
    Claim,
    Incident,
    Lineage,
    Modality,
    PairKey,
    Quantity,
    SameEvent,
    Slot,
    Span,
)

from .accounts import read, read_all
from .test_candidates import a_raid

EVERY = read_all()


def _found(
    claims: Sequence[Claim], words: dict[PairKey, SameEvent] | None = None
) -> list[set[str]]:
    return [set(one.claims) for one in incidents(claims, compare_all(claims), words)]


def _raqqa() -> Incident:
    return max(incidents(EVERY, compare_all(EVERY)), key=lambda one: len(one.accounts))


@settings(max_examples=20)
@given(st.permutations(range(len(EVERY))))
def test_the_order_of_the_claims_does_not_matter(order: list[int]) -> None:
    """The same set gives the same incidents with the same ids."""
    shuffled = [EVERY[number] for number in order]

    assert incidents(shuffled, compare_all(shuffled)) == incidents(EVERY, compare_all(EVERY))


def test_four_sources_tell_of_one_raid() -> None:
    """Its day, who speaks, and from how many dead to how many."""
    raid = _raqqa()

    assert (raid.first, raid.last) == ("2019-05-03", "2019-05-03")
    assert raid.lineages == len(raid.accounts) >= 3
    [killed] = [toll for toll in raid.tolls if toll.unit == "killed"]
    assert (killed.of, killed.low, killed.high) == ("civilian", 9, 11)


def test_who_stands_alone_is_said() -> None:
    """The ministry names ISIS, all others somebody else or nobody."""
    raid = _raqqa()
    alone = {(one.source, said.slot) for one in raid.accounts for said in one.stated if said.alone}

    assert any(slot is Slot.TARGET for _, slot in alone)


def test_an_unrelated_account_changes_no_other_incident() -> None:
    """Saada is far away."""
    near = read_all("ministry", "network", "agency", "rescuers")

    assert set(incidents(near, compare_all(near))) <= set(incidents(EVERY, compare_all(EVERY)))


def test_a_vague_claim_does_not_chain_two_days_together() -> None:
    """A claim of March fits raids of both days; it joins at most one of them."""
    one, other = a_raid(1, "2018-03-10"), a_raid(2, "2018-03-20")
    vague = a_raid(3, "2018-03")

    found = _found([one, other, vague])

    assert not any({one.id, other.id} <= group for group in found)


def test_reviewers_part_what_was_suggested_as_one() -> None:
    """And it stays parted whatever else is suggested."""
    one, other = a_raid(1, "2018-03-10"), a_raid(2, "2018-03-10")
    third = a_raid(3, "2018-03-10")
    assert {one.id, other.id, third.id} in _found([one, other, third])

    found = _found([one, other, third], {PairKey.of(one.id, other.id): SameEvent.NO})

    assert not any({one.id, other.id} <= group for group in found)


def test_reviewers_join_what_was_not_suggested() -> None:
    """Even days apart: they know more than the texts."""
    one, other = a_raid(1, "2018-03-10"), a_raid(2, "2018-03-20")

    assert {one.id, other.id} in _found([one, other], {PairKey.of(one.id, other.id): SameEvent.YES})


def test_publication_bounds_claims_that_do_not_say_when() -> None:
    """Two raids on one town of which neither says when, told a year apart, are not one."""
    one, other = (
        replace(a_raid(number, "2018-03-10"), date=None, document=f"{number:016x}")
        for number in (1, 2)
    )
    words = {PairKey.of(one.id, other.id): SameEvent.YES}
    apart = {one.document: "2018-03-11", other.document: "2019-03-11"}

    found = incidents([one, other], compare_all([one, other]), {}, apart)

    assert [incident.claims for incident in found] == [(one.id,), (other.id,)]
    assert len(incidents([one, other], (), words, apart)) == 1


def _told(number: int, edtf: str, killed: int = 0) -> Claim:
    """A raid in a document of its own; without a day for ""."""
    made = a_raid(number, edtf or "2021-08-30")
    dead = (
        (Quantity(killed, killed, False, False, False, "killed", "", str(killed), Span(0, 1)),)
        if killed
        else ()
    )
    return replace(
        made, document=f"{number:016x}", date=made.date if edtf else None, quantities=dead
    )


def test_nothing_is_told_before_it_happened() -> None:
    """A raid of August in a text of the 18th is not the raid of the 30th; in a text of the 31st it is."""
    dated, vague = _told(1, "2021-08-30", 8), _told(2, "2021-08", 8)

    def found(day: str) -> int:
        published = {dated.document: "2021-08-30", vague.document: day}
        pair = [dated, vague]
        return len(incidents(pair, compare_all(pair), {}, published))

    assert found("2021-08-31") == 1
    assert found("2021-08-18") == 2


def test_news_of_the_next_day_does_not_chain_itself_to_the_raid_of_the_day_before() -> None:
    """A text of the 4th that counts the dead of the 3rd is of the 3rd; another of the 4th that says no day is not therefore."""
    raid, late, other = _told(1, "2024-12-03", 2), _told(2, "", 2), _told(3, "")
    published = {
        raid.document: "2024-12-03",
        late.document: "2024-12-04",
        other.document: "2024-12-04",
    }

    def found(*told: Claim) -> set[tuple[str, ...]]:
        return {one.claims for one in incidents(told, compare_all(told), {}, published)}

    assert found(raid, late, other) == {(raid.id, late.id), (other.id,)}
    assert found(late, other) == {(late.id, other.id)}


def test_a_relay_and_its_origin_are_one_lineage() -> None:
    """One paper has it from an agency that has it from an observatory; a third source speaks for itself."""
    [strike] = [claim for claim in read("other") if claim.kind == "strike"]
    paper, agency, origin = (
        Attribution(name, Lineage.AGENCY, text=name, span=Span(0, 5))
        for name in ("paper", "agency", "origin")
    )
    claims = [
        replace(strike, id="1", attribution=(replace(paper, span=None), agency, origin)),
        replace(strike, id="2", attribution=(replace(paper, span=None), agency)),
        replace(strike, id="3", attribution=(Attribution("third", Lineage.UNKNOWN),)),
    ]

    assert lineages(claims, ()) == (("agency", "origin"), ("third",))


def test_a_medium_under_two_names_is_one_lineage() -> None:
    """Corroboration counts it once, whichever language it publishes in; who is not known stays who they are."""
    [strike] = [claim for claim in read("other") if claim.kind == "strike"]
    names = (
        "Enab Baladi",
        "شبكة عنب بلدي",
        "عنب بلدي",
        "شبكة لا يعرفها أحد",
        "A Network of Nobody",
    )
    claims = [
        replace(strike, id=f"{at}", attribution=(Attribution(name, Lineage.UNKNOWN),))
        for at, name in enumerate(names)
    ]

    assert sorted(map(len, lineages(claims, ()))) == [1, 1, 3]


def test_what_comes_again_and_again_joins_no_single_raid() -> None:
    """*Shelled almost every day* is no account of the raid of one of these days."""
    one, other = a_raid(1, "2018-03-10"), a_raid(2, "2018-03-10")
    often = replace(other, modality=Modality.REPEATED)

    assert {one.id, other.id} in _found([one, other])
    assert {one.id, often.id} not in _found([one, often])
    assert {one.id, often.id} in _found([replace(one, modality=Modality.REPEATED), often])
