"""The statement of a corrected claim."""

from __future__ import annotations

from dataclasses import replace

from claims.model import DateValue, Party, Place, Span
from claims.review.statements import GIVEN, recast, restated
from tests.factories import a_claim

QUOTE = Span(0, 40)
ELSEWHERE = Span(90, 99)
BEFORE = replace(
    a_claim("killing 12 civilians near the well in the desert"),
    statement="[On 7 May 2019 the jets hit the well; Raqqa] killing 12 civilians [3 May 2019]",
    date=DateValue("2019-05-03", "3 May 2019", ELSEWHERE, "full"),
    places=(Place("Raqqa", "", None, None, "in", "Raqqa", ELSEWHERE),),
)


def test_what_stands_in_brackets_gives_its_place_to_what_is_right() -> None:
    """The context that an engine put before the quote stays; only the corrected value is another one."""
    date = DateValue("2019-05-07", "3 May 2019", ELSEWHERE, GIVEN)
    said = recast(BEFORE, replace(BEFORE, date=date), "en", given=True)
    assert said == "[On 7 May 2019 the jets hit the well; Raqqa] killing 12 civilians [7 May 2019]"


def test_a_value_that_is_not_stated_leaves_the_brackets() -> None:
    """And takes an empty bracket with it."""
    said = recast(BEFORE, replace(BEFORE, date=None, places=()), "en", given=True)
    assert said == "[On 7 May 2019 the jets hit the well] killing 12 civilians"


def test_a_value_that_the_statement_does_not_say_stands_behind_it() -> None:
    """So that the statement stands alone with what a person gave."""
    party = Party("Russia", "", "", "Russia", QUOTE)
    said = recast(BEFORE, replace(BEFORE, actors=(party,)), "en", given=True)
    assert said == f"{BEFORE.statement} [Russia]"


def test_words_of_the_quote_are_not_said_twice() -> None:
    """What is read in the quote stands there already."""
    party = Party("civilians", "", "", "civilians", QUOTE)
    said = recast(BEFORE, replace(BEFORE, targets=(party,)), "en", given=False)
    assert said == BEFORE.statement


def test_arabic_statements_part_what_stands_elsewhere_by_their_own_sign() -> None:
    """And know each part again when it is corrected."""
    places = tuple(Place(n, "", None, None, "in", n, ELSEWHERE) for n in ("الرقة", "منبج"))
    held = restated(replace(BEFORE, date=None, places=places), "ar")
    assert held.startswith("[الرقة؛ منبج] ")
    before = replace(BEFORE, date=None, places=places, statement=held)
    said = recast(before, replace(before, places=places[1:]), "ar", given=False)
    assert said.startswith("[منبج] ")
