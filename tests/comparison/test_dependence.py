"""Copies and relays are one lineage, and the words that show it can be shown."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import claims
from claims.comparison.dependence import copied, dependence
from claims.comparison.passages import shared_passages
from claims.model import Claim, Modality, Polarity, Span

from .accounts import read

WIRE = (
    "Residents said the first missile fell beside the bakery shortly after dawn, and the second one hit the "
    "queue of people who had come to buy bread before the checkpoint opened."
)
EDITED = WIRE.replace("shortly after dawn", "just after sunrise").replace("had come", "came")
[RAID] = [claim for claim in read("other") if claim.kind == "strike"]


def _quoting(quote: str, document: str, start: int = 0) -> Claim:
    span = Span(start, start + len(quote))
    plain = tuple(replace(link, span=None) for link in RAID.attribution)
    return replace(RAID, id=document, document=document, quote=quote, span=span, attribution=plain)


def test_a_wire_copy_with_small_edits_is_one_passage() -> None:
    """It begins and ends with the words that are the same, wherever they stand in both texts."""
    left, right = f"Aden, Monday. {WIRE}", f"{EDITED} More follows."

    [found] = shared_passages(left, right)

    assert found.left.of(left).startswith("Residents said the first missile")
    assert found.right.of(right).endswith("before the checkpoint opened")
    assert found.words >= 20


def test_other_words_of_the_same_thing_are_no_passage() -> None:
    """Two accounts are not one because they tell one event."""
    assert (
        shared_passages(WIRE, "A bakery was hit at dawn while people stood in line for bread.")
        == ()
    )


def test_a_copy_shows_its_words_in_both_documents() -> None:
    """The spans count from the beginning of each document."""
    left, right = _quoting(WIRE, "a", 100), _quoting(EDITED, "b", 7)

    found = copied(left, right)

    assert dependence(left, right) == "copy"
    assert found is not None
    assert (found.left.start, found.right.start) == (100, 7)


def test_a_short_phrase_that_everybody_uses_is_no_copy() -> None:
    """A raid on a town on a day."""
    quote = "a raid on Raqqa on 3 May 2019"

    assert dependence(_quoting(quote, "a"), _quoting(quote, "b")) == ""


@given(
    st.lists(st.sampled_from("abcdef"), max_size=60),
    st.lists(st.sampled_from("abcdef"), max_size=60),
)
def test_passages_begin_with_the_same_word_on_both_sides(one: list[str], other: list[str]) -> None:
    """Both stretches lie in their texts and begin with the same word."""
    left, right = " ".join(one), " ".join(other)

    for found in shared_passages(left, right, least=4):
        assert found.left.end <= len(left)
        assert found.right.end <= len(right)
        assert left[found.left.start] == right[found.right.start]


def test_a_publisher_known_by_its_name_is_who_others_quote() -> None:
    """The rescuers' own page and a paper that quotes them are one lineage; a paper and whom it quotes are two."""
    text = "قال الدفاع المدني السوري إن تسعة مدنيين قتلوا في غارة على هجين يوم 3 أيار 2019."
    own = "قتل تسعة مدنيين في غارة على هجين يوم 3 أيار 2019."

    def told(words: str, publisher: str) -> Claim:
        document = claims.read(words.encode(), name=publisher, publisher=claims.Source(publisher))
        return next(one for one in claims.extract(document).claims if one.kind == "casualties")

    relay = told(text, "Some Paper")

    assert dependence(relay, told(own, "Syria Civil Defense (9)")) == "same origin"
    assert dependence(relay, told(own, "Some Other Paper")) == ""


@given(
    modality=st.sampled_from(Modality), polarity=st.sampled_from(Polarity), swapped=st.booleans()
)
def test_a_denial_is_no_copy_of_what_it_denies(
    modality: Modality, polarity: Polarity, *, swapped: bool
) -> None:
    """Whatever words they share and whichever comes first; two denials in the same words are copies."""
    told = _quoting(WIRE, "a")
    other = replace(_quoting(EDITED, "b"), modality=modality, polarity=polarity)
    left, right = (other, told) if swapped else (told, other)

    assert dependence(left, right) == ("" if other.denies else "copy")
    assert (copied(left, right) is None) is other.denies
    assert dependence(other, replace(other, id="c", document="c")) == "copy"
