"""Whose words an English quotation of several sentences is."""

from __future__ import annotations

from tests.extraction.reading import read


def speakers(text: str) -> list[str]:
    """Who says each claim of a text."""
    return [claim.speaker.source for claim in read(text)]


def test_who_stands_behind_a_quotation_says_all_of_it() -> None:
    """The first sentence names nobody, the last one does."""
    text = '"A shell hit the mill in Kutum. Two people were killed," Amina Sahl said.'

    assert set(speakers(text)) == {"Amina Sahl"}


def test_a_quotation_goes_on_behind_its_speaker() -> None:
    """In the same paragraph, where nobody else is named."""
    text = '"Four people died in Kutum," Amina Sahl said. "Six houses were burned."'

    assert set(speakers(text)) == {"Amina Sahl"}


def test_a_quotation_of_another_paragraph_is_not_given_away() -> None:
    """Who spoke in the paragraph before may not be who speaks here."""
    text = '"Four people died in Kutum," Amina Sahl said.\n\n"Six houses were burned."'

    assert speakers(text)[-1] != "Amina Sahl"
