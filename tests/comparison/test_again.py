"""One source telling one event in several documents: no pair, and yet one incident."""

from __future__ import annotations

import claims
from claims.comparison import candidates, compare_all, incidents
from claims.comparison.again import by_source
from claims.model import Claim, Source

FIRST = "Shelling of Tawergha on 9 March 2016 wounded four people."
LATER = "The toll of the shelling of Tawergha on 9 March 2016 rose to six wounded."
OTHER = "Shelling of Tawergha on 9 March 2016 wounded nine people."
ONCE = "Shells fell on Tawergha on 9 March 2016."
TWICE = "Shells fell on houses in Tawergha on 9 March 2016."
ONCE_MORE = "Shells fell on Tawergha again on 9 March 2016."
ELSEWHERE = "Shelling of Zliten on 9 March 2016 wounded four people."
NEXT_DAY = "Shelling of Tawergha on 10 March 2016 wounded four people."


def _posts(*texts: str, publisher: str = "Coast Watch", day: str = "2016-03-09") -> list[Claim]:
    return [
        claim
        for number, text in enumerate(texts)
        for claim in claims.extract(
            claims.read(
                text.encode(), name=f"{number}.txt", published=day, publisher=Source(publisher)
            )
        ).claims
    ]


def _together(told: list[Claim]) -> bool:
    """Whether some incident holds claims of all documents."""
    every = {claim.document for claim in told}
    of = {claim.id: claim.document for claim in told}
    found = incidents(
        told, compare_all(told), published={claim.document: claim.published for claim in told}
    )
    return any({of[name] for name in one.claims} == every for one in found)


def test_posts_of_one_raid_are_one_incident_and_no_pair() -> None:
    """What a network tells through a day, with a toll that rises."""
    told = _posts(FIRST, LATER)

    assert candidates(told) == ()
    assert _together(told)


def test_posts_without_a_day_are_of_the_day_on_which_they_were_published() -> None:
    """On another day the same words tell another raid."""
    text = "Shelling hit the market of Tawergha and wounded four people."

    assert _together(_posts(text, f"Update: {text}"))
    other = _posts(text) + _posts(f"Update: {text}", day="2016-03-16")
    assert not _together(other)


def test_another_town_or_day_is_another_event() -> None:
    """However alike the words are."""
    assert not _together(_posts(FIRST, ELSEWHERE))
    assert not _together(_posts(FIRST, NEXT_DAY))


def test_another_count_is_joined_only_where_it_is_told_as_a_later_one() -> None:
    """Who counts otherwise without a word of it may well tell of another raid on the same town."""
    told = _posts(FIRST, OTHER)
    counted = [claim for claim in told if claim.quantities]

    assert not _together(counted)


def test_what_happened_once_more_is_not_what_was_told_before() -> None:
    """*Renewed shelling* is a second one; shelling told twice is one."""
    assert not _together(_posts(ONCE, ONCE_MORE))
    assert _together(_posts(ONCE, TWICE))


def test_sources_without_a_name_do_not_tell_again() -> None:
    """*Activists* of two papers are two sources: only a pair of theirs makes one event."""
    text = "Activists said that shelling of Tawergha on 9 March 2016 wounded four people."
    told = {claim.id: claim for claim in _posts(text, text, publisher="The Coast Herald")}

    assert by_source(told) == {}


def test_an_unrelated_post_changes_no_other_incident() -> None:
    """Nor does the order of the posts."""
    near = _posts(FIRST, LATER)
    every = [*near, *_posts(ELSEWHERE)]

    alone = incidents(near, compare_all(near))
    assert set(alone) <= set(incidents(every, compare_all(every)))
    assert incidents(every[::-1], compare_all(every)) == incidents(every, compare_all(every))
