"""Where one post ends and the next begins."""

from __future__ import annotations

import pytest

from tests.extraction.reading import date, places, read

NETWORK = """Tihama Watch
#Hodeidah
two farmers killed by a mine near Hays on 4 May 2019
Tihama Watch
#Taiz
a shell fell on a house, three people wounded
---
gunmen shot a teacher dead"""


def test_nothing_is_carried_from_post_to_post() -> None:
    """Each post has the place of its own tags and its own day; behind a line of signs nothing is left of them."""
    found = read(NETWORK, "casualties")

    assert [date(claim) for claim in found] == ["2019-05-04", "", ""]
    assert [places(claim)[:1] for claim in found] == [["Hays"], ["Taiz"], []]


def test_the_name_above_each_post_is_who_speaks() -> None:
    """A short line that comes again above every post is the network, up to the next border."""
    found = read(NETWORK, "casualties")

    assert [claim.speaker.source for claim in found[:2]] == ["Tihama Watch"] * 2
    assert found[2].speaker.source != "Tihama Watch"


@pytest.mark.parametrize(
    "text",
    [
        "#عاجل قصف على بلدة حيس في 4 أيار 2019 يقتل مدنيين اثنين 🔴 #تعز إصابة طفل بشظايا قذيفة 🔴 مقتل جندي برصاص قناص",
        "🔴 #حيس قصف على البلدة يوم 4 أيار 2019 أوقع قتيلين\n🔴 عاجل | إصابة طفل بشظايا قذيفة\n🔴 مقتل جندي برصاص قناص",
    ],
    ids=["in one line", "line by line"],
)
def test_signs_and_tags_part_posts(text: str) -> None:
    """A loss behind the next sign is another event: it has no day and no town from the post before."""
    last = read(text, "casualties")[-1]

    assert (date(last), places(last)) == ("", [])


def test_an_article_with_one_tag_is_one_text() -> None:
    """A single word for news at the head makes no borders: the shelling below is that of the first sentence."""
    text = "BREAKING: Shells hit the town of Hays on 4 May 2019.\n\nThe shelling killed three civilians."

    [dead] = read(text, "casualties")

    assert (date(dead), places(dead)) == ("2019-05-04", ["Hays"])


def test_tags_that_close_a_post_are_no_heading_of_the_next() -> None:
    """Where the first line of a text is no tag, tags stand below what they tell of."""
    text = (
        "🔴 قصف مدفعي على أطراف مدينة مأرب يقتل راعياً\n#مأرب\n"
        "🔴 إصابة ثلاثة صيادين بانفجار لغم بحري\n#الحديدة"
    )

    assert places(read(text, "casualties")[-1]) == []
