"""Links to other articles inside of an article."""

from __future__ import annotations

import claims
from claims.model import Role
from tests.extraction.reading import places, read

_ARTICLE = """قصف على الفاشر

قصفت قوات الدعم السريع أحياء الفاشر صباح الثلاثاء.

وقال شهود إن القصف أصاب سوقا في المدينة.

{line}

وأضاف الشهود أن الأهالي نقلوا الجرحى إلى المستشفى.

وأعلنت لجنة الأطباء مقتل خمسة مدنيين في القصف.
"""


def test_the_title_of_another_article_is_set_aside() -> None:
    """What a link tells is no claim, and what follows it is not told of its place."""
    found = read(_ARTICLE.format(line="غارات أمريكية تستهدف صنعاء والحديدة"))

    assert not any({"Sanaa", "Hodeidah"} & set(places(claim)) for claim in found)


def test_an_article_without_full_stops_keeps_all_its_lines() -> None:
    """Where paragraphs end in no full stop, a line without one is as good as any other."""
    text = _ARTICLE.format(line="غارات أمريكية تستهدف صنعاء والحديدة").replace(".", "")

    assert any("Sanaa" in places(claim) for claim in read(text))


def test_a_heading_of_what_is_below_it_is_kept() -> None:
    """A line that names what the next paragraph tells heads that paragraph and no other article."""
    text = _ARTICLE.format(line="الأهالي نقلوا الجرحى إلى المستشفى")
    parts = claims.extract(claims.read(text.encode(), name="text.txt")).sentences

    assert all(part.role is not Role.CHROME for part in parts)
