"""Holding many claims against each other: at once or one after the other, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.accounts import accounts
from claims.comparison import Index, Traits, traits_of
from claims.comparison.index import LARGEST, Pairs
from claims.model import Claim

from .accounts import read_all
from .test_candidates import a_raid

MADE = accounts(400, seed=3)
CROWD = [a_raid(number, "2018-03-17") for number in range(1000, 1000 + LARGEST + 20)]
POOL = [*MADE.claims[:60], *read_all(), *CROWD]


def _keys(index: Index, pairs: Pairs) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for pair in index.key_pairs(pairs)}


def _whole(claims: Sequence[Claim]) -> set[tuple[str, str]]:
    index = Index(traits_of(claims))
    return _keys(index, index.pairs())


@settings(max_examples=40)
@given(st.permutations(range(len(POOL))), st.lists(st.integers(0, len(POOL)), max_size=3))
def test_claims_that_come_one_after_the_other_meet_as_if_they_came_at_once(
    order: list[int], cuts: list[int]
) -> None:
    """What is found and lost on the way adds up to the pairs of a full run, blocks that grow too large included."""
    bounds = [0, *sorted(cuts), len(order)]
    index, met = Index(traits_of(())), set[tuple[str, str]]()
    for start, end in pairwise(bounds):
        meeting = index.meeting(traits_of([POOL[number] for number in order[start:end]]))
        step = index.added(traits_of([POOL[number] for number in order[start:end]]))
        assert meeting == set(step.whole.key_pairs(step.found))
        met |= _keys(step.whole, step.found)
        met -= _keys(step.whole, step.lost)
        index = step.whole

    assert met == _whole(POOL)


@settings(max_examples=40)
@given(st.sets(st.sampled_from(range(120)), max_size=60))
def test_other_claims_change_nothing_for_a_pair(others: set[int]) -> None:
    """As long as no block is too large, two claims meet by themselves or not at all."""
    own = read_all()
    names = {claim.id for claim in own}

    among = _whole([*own, *(MADE.claims[number] for number in others)])

    assert {pair for pair in among if set(pair) <= names} == _whole(own)


@given(st.lists(st.integers(0, len(POOL) - 1), max_size=8))
def test_traits_come_back_from_their_bytes(chosen: list[int]) -> None:
    """They can be stored."""
    claims = [POOL[number] for number in chosen]
    traits = traits_of(claims)

    back = Traits.from_bytes(traits.to_bytes())

    assert back.to_bytes() == traits.to_bytes()
    assert back.ids.tolist() == sorted({claim.id for claim in claims})


def test_events_told_in_other_words_are_found() -> None:
    """Of the made-up accounts of the benchmark, with its harder noise, nearly all that tell one event meet."""
    pairs = _whole(MADE.claims)
    same = {tuple(sorted((MADE.claims[one].id, MADE.claims[other].id))) for one, other in MADE.same}

    assert len(same & pairs) >= 0.95 * len(same)
