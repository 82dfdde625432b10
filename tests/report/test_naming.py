"""How people are called: by names, initials or numbers, each always the same, and no two alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.report.naming import NamedBy, Naming, in_order, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Lopez", "A. L."),
        ("ana", "A."),
        ("ana.lopez@desk.org", "A. L."),
        ("سلمى الخطيب", "س. خ."),
        ("آل سعد", "آ. س."),
        ("7", ""),
        ("O'Neill-Brown", "O. N. B."),
    ],
)
def test_initials_are_the_first_letters_of_the_parts(name: str, letters: str) -> None:
    """The Arabic article is no part of a name, and what stands behind an at sign is none either."""
    assert initials(name) == letters


@given(
    st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=8), st.sampled_from(NamedBy)
)
def test_nobody_is_called_what_somebody_else_is_called(people: list[str], how: NamedBy) -> None:
    """Two people of the same initials are told apart by a number."""
    naming = Naming(how, tuple(people))

    assert len({naming.called(name) for name in people}) == len(people)


def test_a_person_who_is_not_known_is_not_named() -> None:
    """What was forgotten leaks nothing."""
    assert Naming(NamedBy.INITIALS, ("Ana",)).called("Zoe") == "another person"
    assert Naming(NamedBy.NAMES).called("Zoe") == "Zoe"


def test_what_people_wrote_is_cleared_of_whole_names_only() -> None:
    """Whatever the case of the letters; a name within a word, or a part of it, may be somebody else's."""
    naming = Naming(NamedBy.NEITHER, ("Ana Lopez", "Al"))

    assert naming.cleared("so says ANA LOPEZ, not Ana; Also al.") == (
        "so says [person 1], not Ana; Also [person 2]."
    )
    assert Naming(NamedBy.NAMES, ("Ana Lopez",)).cleared("Ana Lopez") == "Ana Lopez"


def test_numbers_follow_the_order_in_which_people_spoke() -> None:
    """Each person has one."""
    assert in_order([("2020-02", "b"), ("2020-01", "c"), ("2020-03", "c"), ("2020-01", "")]) == (
        "c",
        "b",
    )


@pytest.mark.parametrize(
    ("wrote", "cleared"),
    [
        ("ANA  LOPEZ saw it", "[A. L.] saw it"),
        ("Ana\u00a0Lopez, Ana\nLopez", "[A. L.], [A. L.]"),
        ("وهدى سالم رأت", "و[ه. س.] رأت"),
        ("كتبتُه لهُدى ســالم", "كتبتُه ل[ه. س.]"),
        ("قالت هدي سالم", "قالت [ه. س.]"),
        ("Ana Lopezes, الهدى سالمة", "Ana Lopezes, الهدى سالمة"),
    ],
)
def test_a_name_is_cleared_however_it_is_written(wrote: str, cleared: str) -> None:
    """Spaces, vowels, letters that stand for each other, and what Arabic writes together with a name give nobody away."""
    naming = Naming(NamedBy.INITIALS, ("Ana Lopez", "هدى سالم"))
    assert naming.cleared(wrote) == cleared
