"""Whose words an English quotation of several sentences is."""

from __future__ import annotations

import pytest

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


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    """A paragraph that is nothing but a quotation is of the only one who speaks right before it."""
    text = '"Four people died in Kutum," Amina Sahl said.\n\n"Six houses were burned."'
    told = 'Amina Sahl said four people died in Kutum.\n\n"Six houses were burned. Two men fled."'

    assert set(speakers(text)) == {"Amina Sahl"}
    assert set(speakers(told)) == {"Amina Sahl"}


def test_a_quotation_goes_on_over_several_paragraphs() -> None:
    """Each is of whoever said the one before it."""
    text = (
        '"Four people died in Kutum," Amina Sahl said.\n\n"Six houses were burned."\n\n'
        '"A shell hit the mill."'
    )

    assert set(speakers(text)) == {"Amina Sahl"}


@pytest.mark.parametrize(
    "before",
    [
        '"Four people died in Kutum," Amina Sahl said.\n\nThe mill was hit on Sunday.',
        "Amina Sahl said four people died in Kutum, while the army said nine were killed.",
    ],
)
def test_a_quotation_behind_others_is_not_given_away(before: str) -> None:
    """Where a sentence of the text stands between, or two speak in the one before, nobody is guessed."""
    assert speakers(f'{before}\n\n"Six houses were burned."')[-1] == "text.txt"


def test_a_quotation_with_words_behind_it_is_not_given_away() -> None:
    """They may name who says it."""
    text = 'Amina Sahl said four people died.\n\n"Six houses were burned" wrote a paper of Kutum.'

    assert speakers(text)[-1] != "Amina Sahl"


def test_he_is_who_was_presented_back_then() -> None:
    """*Back in May, X, the minister's envoy, spoke* …: *he said* is of X."""
    text = (
        "Back in May, Peter Brandt, the minister’s envoy, spoke in Geneva.\n\n"
        "“What I fear,” he said, “is that a stray shell hits a bus full of children.”"
    )

    assert speakers(text)[-1] == "Peter Brandt"
