"""Who speaks is one source under all of its names; a source without a name is one within its document only."""

from __future__ import annotations

import claims
from claims.comparison import candidates
from claims.comparison.dependence import dependence
from claims.comparison.names import speaks_as
from claims.model import Claim, Relation, Source

RELEASE = "We struck a fuel depot near Hodeidah on 4 June 2017."
QUOTED = "The US Central Command said that it struck a fuel depot near Hodeidah on 4 June 2017."
SEVEN = "Activists said that seven people were killed in a raid on Sirte on 4 June 2016."
NINE = "Activists said that nine people were killed in a raid on Sirte on 4 June 2016."


def _claims(text: str, publisher: str, *aliases: str) -> tuple[Claim, ...]:
    source = Source(publisher, aliases=aliases)
    return claims.extract(claims.read(text.encode(), name="a.txt", publisher=source)).claims


def _killed(text: str, publisher: str) -> Claim:
    return next(one for one in _claims(text, publisher) if one.quantities)


def test_a_body_that_publishes_is_who_is_quoted_elsewhere() -> None:
    """Its release and the paper that relays it are one source in either language, and no pair."""
    own = _claims(RELEASE, "القيادة المركزية الأمريكية")
    relayed = _claims(QUOTED, "The Aden Courier")

    assert {one.speaker.source for one in own} == {one.speaker.source for one in relayed}
    assert candidates([*own, *relayed]) == ()
    assert dependence(own[0], relayed[0]) == "same origin"


def test_a_publisher_is_known_by_another_name_that_was_given_for_it() -> None:
    """Its account has a name of its own; a name that only holds the other one is somebody else."""
    [known, *_] = _claims(RELEASE, "Riverside desk", "CENTCOM")
    [other, *_] = _claims(RELEASE, "Friends of the US Central Command")

    assert known.speaker.source == "US Central Command"
    assert other.speaker.source == "Friends of the US Central Command"


def test_a_publisher_that_cites_itself_is_itself() -> None:
    """By its name or by one of its other names, though no list has either."""
    text = "Riverside Desk said that four people were killed in a raid on Sirte on 4 June 2016."
    said = {one.speaker.source for one in _claims(text, "The Riverside Paper", "Riverside Desk")}

    assert said == {"The Riverside Paper"}


def test_activists_of_two_papers_are_two_sources() -> None:
    """What they say is compared, parts as a contradiction and not as a relay, and has no origin in common."""
    one, other = _killed(SEVEN, "The Sirte Herald"), _killed(NINE, "The Gulf Gazette")

    assert speaks_as(one) != speaks_as(other)
    assert len(candidates([one, other])) == 1
    found = claims.compare(one, other)
    assert (found.relation, found.dependence) == (Relation.CONFLICT, "")


def test_a_source_without_a_name_is_one_source_in_its_document() -> None:
    """Two sentences of the same activists are no pair."""
    told = _claims(f"{SEVEN} {NINE}", "The Sirte Herald")

    assert len({speaks_as(one) for one in told}) == 1
