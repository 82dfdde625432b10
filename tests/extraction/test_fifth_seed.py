"""The fifth seed article, published on Tuesday 3 April 2018: what the department says and what the networks say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import claims
from claims.comparison import compare_all
from claims.model import Claim, Extraction, Relation, Slot

SEEDS = Path(__file__).parents[2] / "seeds"
DEPARTMENT = "US Department of Defense"
NETWORKS = {"local media sources", "Euphrates Post (Furat Post)"}
COUNTERED = ("2018-03-28", "2018-03-27", "2018-03-23")


@cache
def fifth() -> Extraction:
    """The article as the engine reads it."""
    path = next(SEEDS.glob("004_*.txt"))
    return claims.extract(claims.read(path.read_bytes(), name=path.name))


def strikes(source: str, day: str) -> list[Claim]:
    """The strike claims of one source for one day."""
    return [
        claim
        for claim in fifth().claims
        if claim.kind == "strike"
        and claim.speaker.source == source
        and claim.date is not None
        and claim.date.edtf == day
    ]


def test_the_publication_date_is_read_in_the_dateline() -> None:
    """Nobody gave the date; the article states it with its weekday and the month between slashes."""
    document = fifth().document

    assert (document.published, document.published_reason) == ("2018-04-03", "dateline")


@pytest.mark.parametrize("day", ["28", "27", "26", "24", "23"])
def test_each_day_of_the_list_is_a_claim_of_the_department(day: str) -> None:
    """(28 و27 و26 و24 و23 مارس الماضي) is five claims, each near al-Bukamal, by the Coalition, on ISIS."""
    [claim] = strikes(DEPARTMENT, f"2018-03-{day}")

    assert "Abu Kamal" in {place.name for place in claim.places}
    assert {party.id for party in claim.actors} == {"coalition"}
    assert {party.id for party in claim.targets} == {"isis"}
    assert f"[{day}" in claim.statement


@pytest.mark.parametrize("day", COUNTERED)
def test_the_networks_name_another_target_for_three_of_the_days(day: str) -> None:
    """The local media sources say that the army and militias were hit."""
    [claim] = strikes("local media sources", day)

    assert "syrian-army" in {party.id for party in claim.targets}


@pytest.mark.parametrize("day", COUNTERED)
def test_the_target_is_the_conflict_that_is_suggested(day: str) -> None:
    """The department against the networks: one day, one actor, another target."""
    found = compare_all(fifth().claims)
    ours = {claim.id for claim in strikes(DEPARTMENT, day)}
    theirs = {claim.id for source in NETWORKS for claim in strikes(source, day)}

    conflicts = [
        pair
        for pair in found
        if pair.relation is Relation.CONFLICT
        and {pair.key.left, pair.key.right} & ours
        and {pair.key.left, pair.key.right} & theirs
    ]

    assert conflicts
    assert all(pair.conflicting == (Slot.TARGET,) for pair in conflicts)


def test_every_quote_is_the_text_under_its_span() -> None:
    """So is every slot of every claim, and every speaker."""
    text = fifth().document.text

    for claim in fifth().claims:
        assert claim.span.of(text) == claim.quote
        named = [(place.span, place.text) for place in claim.places]
        named += [(party.span, party.text) for party in (*claim.actors, *claim.targets)]
        named += [(figure.span, figure.text) for figure in claim.quantities]
        assert all(span.of(text) == words for span, words in named)
        for link in claim.attribution:
            assert link.span is None or link.span.of(text) == link.text
