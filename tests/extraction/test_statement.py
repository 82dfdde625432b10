"""Statements stand alone."""

from __future__ import annotations

from tests.extraction.reading import read


def test_what_is_taken_from_elsewhere_stands_in_brackets() -> None:
    """Doer, place and day that the quote leaves out, each with the span it came from."""
    text = "قصفت قوات النظام بلدة سرمين الثلاثاء ما أدى إلى مقتل خمسة مدنيين."
    [dead] = read(text, "casualties")

    inside = dead.statement[dead.statement.index("[") + 1 : dead.statement.index("]")]

    assert inside == "قوات النظام، بلدة سرمين، 30 نيسان/أبريل 2019"
    assert [span.of(text) for span in dead.borrowed] == ["قوات النظام", "بلدة سرمين", "الثلاثاء"]


def test_a_quote_that_says_it_all_is_its_own_statement() -> None:
    """Nothing is added where nothing is missing."""
    [claim] = read("Russian forces struck a depot in Kherson on 2 May 2019.", "strike")

    assert claim.statement == claim.quote


def test_what_is_denied_begins_with_who_denies_it() -> None:
    """Without that the words would assert what was denied."""
    [claim] = read("نفت وزارة الدفاع الروسية قصف مدينة حمورية يوم الجمعة.", "strike")

    assert claim.statement.startswith("[نفت وزارة الدفاع الروسية] قصف")
