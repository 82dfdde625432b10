"""Agreement and sources of conflict as plain tables."""

from __future__ import annotations

from claims.model import Message
from claims.review.agreement import Figure
from claims.services import Agreement, Case, Measured
from tests.workbench.conftest import Screen
from workbench import wording
from workbench.shown import agreement
from workbench.shown.voices import Called

EN = wording.of("en")


def test_every_figure_says_on_how_many_pairs_it_rests(case: Case, screen: Screen) -> None:
    """Of all reviewers together, and on none where nobody named a kind; what is left out is said; the overview shows both."""
    case.review.require(2)
    for name in ("ana", "ben"):
        case.acting_as(name).review.decide(
            case.review.queue(reviewer=name)[0].key, relation="conflict", slots=["target"]
        )
    found = case.agreement.measure()
    rows = agreement.agreement(found, EN)["rows"]
    measured = [each for each in found.figures if not each.people]
    assert [row["cells"][4]["text"] for row in rows] == [
        "0" if each.field == "apparent" else "1" for each in measured
    ]
    assert [row["cells"][5]["text"] for row in rows] == [
        "1" if each.field == "apparent" else "0" for each in measured
    ]
    assert agreement.left_out(found, EN).count("named anything in this field (1)") == 1
    assert any(row["cells"][2]["text"] == "100%" for row in rows)
    assert [row["cells"][3]["text"] for row in rows] == [
        f"{each.figure.low:.0%} – {each.figure.high:.0%}"
        if each.measure == "percent"
        and each.figure.low is not None
        and each.figure.high is not None
        else (each.why or each.no_interval or Message("–", "–")).en
        for each in measured
    ]
    assert any(each.why for each in measured)
    assert "–" not in {row["cells"][3]["text"] for row in rows}
    assert "(2)" in agreement.left_out(found, EN)
    running = screen("overview")
    assert not running.exception
    assert any("Left out" in one.value for one in running.caption)


def test_a_figure_without_an_interval_says_why() -> None:
    """In the reader's language, and no bare dash."""
    why = Message(
        ar="لا مجال ثقة: تستند القيمة إلى زوج واحد", en="no interval: it rests on one pair"
    )
    figure = Figure(1.0, bare="one_item")
    one = Measured("relation", (), "percent", 1, figure, None, (), why)
    found = Agreement(1, (), "jackknife", (one,))
    for language in wording.LANGUAGES:
        (row,) = agreement.agreement(found, wording.of(language))["rows"]
        assert row["cells"][3]["text"] == why.within(language)


def test_a_figure_below_zero_keeps_its_sign_before_it_in_both_directions() -> None:
    """It is read from the left as one, also in an Arabic line."""
    one = Measured("relation", (), "fleiss", 4, Figure(-0.14, -0.5, 0.2), None)
    found = Agreement(4, (), "jackknife", (one,))
    for language in wording.LANGUAGES:
        (row,) = agreement.agreement(found, wording.of(language))["rows"]
        assert row["cells"][2]["text"] == "\u2068-0.14\u2069"
        assert row["cells"][3]["text"] == "\u2068-0.50\u2069 – 0.20"


def test_a_source_counts_once_for_each_conflict() -> None:
    """The most first, each by what it is called."""
    called = Called({"B": Message(ar="ناشر غير مذكور", en="no publisher given")}, EN)
    decided = [("A", "B"), ("A", "C"), ("A", "A")]
    rows = agreement.by_source({"C": 2, "D": 1}, decided, called, EN)["rows"]
    assert [[cell["text"] for cell in row["cells"]] for row in rows] == [
        ["C", "2", "1"],
        ["D", "1", "0"],
        ["A", "0", "3"],
        ["no publisher given", "0", "1"],
    ]
    assert [row["id"] for row in rows] == ["C", "D", "", ""]
