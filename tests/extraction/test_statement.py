"""Statements stand alone."""

from __future__ import annotations

from tests.extraction.reading import read


def test_what_is_taken_from_elsewhere_stands_in_brackets() -> None:
    """Doer, place and day that the quote leaves out, each with the span it came from."""
    text = "قصفت قوات النظام بلدة سرمين الثلاثاء ما أدى إلى مقتل خمسة مدنيين."
    [dead] = read(text, "casualties")

    lead = "قصفت قوات النظام بلدة سرمين الثلاثاء"
    assert dead.statement == f"[{lead}] ما أدى إلى مقتل خمسة مدنيين [في 30 نيسان/أبريل 2019]"
    assert lead in [span.of(text) for span in dead.borrowed]


def test_a_quote_that_says_it_all_is_its_own_statement() -> None:
    """Nothing is added where nothing is missing."""
    [claim] = read("Russian forces struck a depot in Kherson on 2 May 2019.", "strike")

    assert claim.statement == claim.quote


def test_what_is_denied_begins_with_who_denies_it() -> None:
    """Without that the words would assert what was denied."""
    [claim] = read("نفت وزارة الدفاع الروسية قصف مدينة حمورية يوم الجمعة.", "strike")

    assert claim.statement.startswith("[نفت وزارة الدفاع الروسية] قصف")


def test_an_effect_stands_with_what_brought_it_about() -> None:
    """*Killing two* is a sentence only with the deed before it, whose words are borrowed."""
    text = "On 2 May 2019 a tank shelled a hotel in Kherson, killing two people and wounding four."

    dead, hurt = read(text, "casualties")

    assert dead.statement == "[On 2 May 2019 a tank shelled a hotel in Kherson] killing two people"
    assert hurt.statement == "[On 2 May 2019 a tank shelled a hotel in Kherson] wounding four"
    assert "a tank shelled a hotel" in " ".join(span.of(text) for span in dead.borrowed)


def test_a_pronoun_for_the_speaker_is_told() -> None:
    """*It* in the words of an organisation is the organisation; in a passive it may be another."""
    [struck] = read("The Russian defence ministry said it had struck a depot in Kherson.", "strike")
    [hit] = read("The Red Cross said it was hit by a rocket in Kherson.", "strike")

    assert struck.statement.startswith("it [Russian defence ministry] had struck")
    assert hit.statement.startswith("it was hit")


def test_what_is_taken_from_before_reads_as_a_sentence() -> None:
    """Place and day behind the quote have their prepositions."""
    text = "A drone strike hit a market in Kherson on Thursday. The strike killed six people."

    [dead] = read(text, "casualties")

    assert dead.statement == "The strike killed six people [in Kherson, on 2 May 2019]"
