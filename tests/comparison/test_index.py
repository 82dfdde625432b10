"""Holding many claims against each other: at once or one after the other, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.accounts import accounts
from claims.comparison import Index, Traits, traits_of
from claims.comparison.crowds import REPRESENTATIVES
from claims.comparison.index import CROWD, LARGEST, Pairs
from claims.comparison.likely import LEAST, scores, worth
from claims.comparison.traits import split
from claims.model import Claim

from .accounts import read_all
from .test_candidates import a_raid

MADE = accounts(400, seed=3)
MANY = [a_raid(number, "2018-03-17") for number in range(1000, 1000 + LARGEST + 20)]
POOL = [*MADE.claims[:60], *read_all(), *MANY]


def _keys(index: Index, pairs: Pairs) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for pair in index.key_pairs(pairs)}


def _whole(claims: Sequence[Claim]) -> set[tuple[str, str]]:
    index = Index(traits_of(claims))
    return _keys(index, index.pairs())


@settings(max_examples=40)
@given(
    st.permutations(range(len(POOL))),
    st.lists(st.tuples(st.integers(0, len(POOL)), st.integers(0, 40)), max_size=4),
)
def test_claims_that_come_and_go_meet_as_those_that_are_there_at_once(
    order: list[int], cuts: list[tuple[int, int]]
) -> None:
    """What is found and lost on the way adds up to the pairs of a full run, blocks that grow too large, or shrink, included."""
    index, met = Index(traits_of(())), set[tuple[str, str]]()
    bounds = [*sorted(cuts), (len(order), 0)]
    for (start, leave), (end, _) in pairwise([(0, 0), *bounds]):
        new = traits_of([POOL[number] for number in order[start:end]])
        stay = np.arange(len(index.traits)) >= leave
        gone = set(index.traits.ids[~stay].tolist())
        if not gone:
            _meets_alike(index, new)
        step = index.changed(new, stay)
        met = {pair for pair in met if not gone & set(pair)} | _keys(step.whole, step.found)
        met -= _keys(step.whole, step.lost)
        index = step.whole
        present = set(index.traits.ids.tolist())

        assert met == _whole([claim for claim in POOL if claim.id in present])


def _meets_alike(index: Index, new: Traits) -> None:
    """Claims that are not merged meet whom they would meet if they were."""
    step = index.changed(new)
    names = set(new.ids.tolist())
    found = _keys(step.whole, step.found)
    assert {(min(pair), max(pair)) for pair in index.meeting(new)} == {
        pair for pair in found if names & set(pair)
    }


@settings(max_examples=40)
@given(st.sets(st.sampled_from(range(120)), max_size=60))
def test_other_claims_change_nothing_for_a_pair(others: set[int]) -> None:
    """As long as no block is too large, two claims meet by themselves or not at all."""
    own = read_all()
    names = {claim.id for claim in own}

    among = _whole([*own, *(MADE.claims[number] for number in others)])

    assert {pair for pair in among if set(pair) <= names} == _whole(own)


@given(st.lists(st.tuples(st.integers(0, len(POOL) - 1), st.integers(-1, 3)), max_size=12))
def test_traits_are_split_as_those_of_each_group_are_made(chosen: list[tuple[int, int]]) -> None:
    """Keys and columns of a group are what its claims alone would give."""
    of = {POOL[number].id: group for number, group in chosen}
    claims = [claim for claim in POOL if claim.id in of]
    traits = traits_of(claims)
    groups = np.array([of[name] for name in traits.ids.tolist()], dtype=np.int64)

    found = list(split(traits, groups, 4))

    assert [part.to_bytes() for part in found if len(part)] == [
        traits_of(some).to_bytes()
        for group in range(4)
        if (some := [claim for claim in claims if of[claim.id] == group])
    ]
    assert len(found) == 4


@given(st.lists(st.integers(0, len(POOL) - 1), max_size=8))
def test_traits_come_back_from_their_bytes(chosen: list[int]) -> None:
    """They can be stored."""
    claims = [POOL[number] for number in chosen]
    traits = traits_of(claims)

    back = Traits.from_bytes(traits.to_bytes())

    assert back.to_bytes() == traits.to_bytes()
    assert back.ids.tolist() == sorted({claim.id for claim in claims})


@settings(max_examples=20)
@given(st.permutations(range(len(POOL))), st.integers(0, len(POOL)), st.integers(2, 3))
def test_several_hands_find_what_one_finds(order: list[int], number: int, hands: int) -> None:
    """The same pairs in the same order, whoever looked at which part."""
    index = Index(traits_of([POOL[place] for place in order[:number]]))

    alone, shared = index.pairs(), index.pairs(hands=hands)

    assert [side.tolist() for side in alone] == [side.tolist() for side in shared]


def test_what_is_worth_a_comparison_is_what_scores_enough() -> None:
    """Places are looked up only where they decide, and that decides nothing otherwise."""
    traits = traits_of(POOL)
    left, right = np.triu_indices(len(traits), 1)

    assert worth(traits, left, right).tolist() == (scores(traits, left, right) >= LEAST).tolist()


def test_events_told_in_other_words_are_found() -> None:
    """Of the made-up accounts of the benchmark, with its harder noise, nearly all that tell one event meet."""
    pairs = _whole(MADE.claims)
    same = {tuple(sorted((MADE.claims[one].id, MADE.claims[other].id))) for one, other in MADE.same}

    assert len(same & pairs) >= 0.95 * len(same)


def _crowd(size: int, speaker: str = "") -> list[Claim]:
    return [a_raid(number, "2018-03-17", speaker) for number in range(size)]


def test_a_document_that_repeats_itself_silences_nobody() -> None:
    """Two others who tell of the same day and place still meet, and each meets the one who repeats himself."""
    others = [a_raid(5001, "2018-03-17", "one"), a_raid(5002, "2018-03-17", "another")]

    met = _whole([*_crowd(600, "he"), *others])

    assert (others[0].id, others[1].id) in met
    assert all(len([pair for pair in met if one.id in pair]) > REPRESENTATIVES for one in others)


def test_an_event_that_everybody_reports_is_held_together() -> None:
    """Hundreds of speakers meet through those that represent them, and the work stays bounded."""
    crowd = _crowd(400)

    met = _whole(crowd)

    most = max(len([pair for pair in met if one.id in pair]) for one in crowd)
    assert {name for pair in met for name in pair} == {one.id for one in crowd}
    assert most == len(crowd) - 1
    assert len(met) <= REPRESENTATIVES * len(crowd)


def test_claims_that_only_share_what_too_many_share_are_counted() -> None:
    """None is passed over among few; all of them are where more than a crowd share everything."""
    assert Index(traits_of(_crowd(LARGEST))).passed_over() == 0
    assert Index(traits_of(_crowd(CROWD))).passed_over() == 0
    assert Index(traits_of(_crowd(CROWD + 1))).passed_over() == CROWD + 1
