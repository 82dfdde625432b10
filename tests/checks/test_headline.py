"""A headline is held against what its own text says of the same event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import READS, bare, ids, noticed

PUBLISHED = "2018-04-03"
ENGLISH = "Coalition raid kills {head} in Al Mayadin\n\nA coalition raid on the town of Al Mayadin killed {body} on Tuesday, residents said. The town lies on the Euphrates."
ARABIC = "مقتل {head} مدنياً بقصف على سراقب\n\nقتل {body} مدنياً، اليوم الثلاثاء، بقصف مدفعي لقوات النظام على مدينة سراقب شرقي إدلب. ودمر القصف السوق الشعبي في المدينة."


def test_another_toll_in_the_body_is_noticed_on_both_claims() -> None:
    """One finding, on the headline's words, that hangs on the claim of each side."""
    text = ENGLISH.format(head="12", body="15 people")
    (found,) = noticed(text, published=PUBLISHED)

    assert found.check == "headline"
    assert found.span.of(text) == "12"
    assert "15 people" in bare(found.message.en)
    assert "15 people" in bare(found.message.ar)


@pytest.mark.parametrize(
    "body", ["12 people", "at least 10 people", "7 women and 5 children", "some 12 people"]
)
def test_a_toll_that_the_body_can_explain_is_silent(body: str) -> None:
    """The same figure, a bound that it meets, parts that make it, an approximate one."""
    assert ids(ENGLISH.format(head="12", body=body), published=PUBLISHED) == []


def test_a_toll_over_two_events_of_the_body_is_silent() -> None:
    """27 are the 12 of one raid and the 15 of another."""
    text = "مقتل 27 شخصاً بغارتين على الميادين\n\nقتل 12 شخصاً في غارة للتحالف على الميادين. وقتل 15 شخصاً في غارة أخرى على الميادين."

    assert ids(text, published=PUBLISHED) == []


def test_an_older_event_of_the_body_is_no_contradiction() -> None:
    """Last month's raid killed others."""
    text = "مقتل 12 شخصاً بغارة على الميادين\n\nوصل فريق الإسعاف إلى المدينة مساء. وكانت غارة سابقة على الميادين قتلت 15 شخصاً الشهر الماضي."

    assert ids(text, published=PUBLISHED) == []


def test_a_toll_that_grew_is_no_contradiction() -> None:
    """The headline has the last figure, the body the first and what came after."""
    text = "مقتل 5 عناصر بقصف على عين عيسى\n\nقتل 4 عناصر أمس بقصف على بلدة عين عيسى، وتوفي آخر اليوم متأثراً بجراحه في المشفى."

    assert ids(text, published=PUBLISHED) == []


def test_strikes_in_a_headline_are_not_counted_in_the_body() -> None:
    """A release names one strike after the other, and not every one with a figure."""
    text = "Coalition conducts 7 strikes in Iraq\n\nNear Mosul, two strikes destroyed a truck. Near Hit, a strike hit a bridge. Near Ramadi, several strikes hit a tunnel."

    assert ids(text, published=PUBLISHED) == []


def test_another_speaker_s_toll_is_no_contradiction() -> None:
    """The headline names who says 12; the body's 15 are somebody else's."""
    text = "Syrian Observatory: coalition raid kills 12 in Al Mayadin\n\nA coalition raid on the town of Al Mayadin killed 15 people on Tuesday, the Pentagon said."

    assert ids(text, published=PUBLISHED) == []


def test_another_place_for_the_same_toll_is_noticed() -> None:
    """Al Mayadin and Al Bukamal are two towns."""
    text = "Raid kills 12 in Al Mayadin\n\nA coalition raid on the town of Al Bukamal killed 12 people on Tuesday. The dead were pulled from the rubble."
    (found,) = noticed(text, published=PUBLISHED)

    assert "Al Bukamal" in bare(found.message.en)


def test_another_day_for_the_same_toll_is_noticed() -> None:
    """30 March and 29 March."""
    text = "Raid of 30 March kills 12 in Al Mayadin\n\nA coalition raid on the town of Al Mayadin killed 12 people on 29 March. The dead were pulled from the rubble."
    (found,) = noticed(text, published=PUBLISHED)

    assert "“30 March”" in bare(found.message.en)
    assert "«29 March»" in bare(found.message.ar)


@READS
@given(st.integers(3, 500), st.integers(3, 500))
def test_two_exact_tolls_of_one_event_are_noticed_exactly_when_they_differ(
    head: int, body: int
) -> None:
    """In Arabic, whichever side is the greater."""
    expected = [] if head == body else ["headline"]

    assert ids(ARABIC.format(head=head, body=body), published=PUBLISHED) == expected
