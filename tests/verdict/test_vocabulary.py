"""The words that are chosen from: complete in both languages, and a case's own are read with care."""

from __future__ import annotations

import pytest

from claims.errors import InputError, Refused
from claims.model import Grade, Scale, VerdictLabel
from claims.verdict.vocabulary import LARGEST, built_in, vocabulary_of

OWN = """
id = "desk/1"
scale = "verdict"
source = "House style"
name = { ar = "أحكام", en = "Verdicts" }
[[term]]
id = "true"
stands_for = ["supported"]
name = { ar = "صحيح", en = "True" }
definition = { ar = "تؤيده أدلة.", en = "Evidence backs it." }
"""


def test_every_label_of_a_policy_has_its_word() -> None:
    """Five grades, four verdicts; the five ways to resolve a disagreement stand for no label."""
    grades, verdicts, ways = (built_in(scale) for scale in Scale)
    assert [grades.proposed_for(label) for label in Grade] == list(grades.terms)
    assert {verdicts.proposed_for(label) for label in VerdictLabel} == set(verdicts.terms)
    assert len(ways.terms) == 5
    assert not any(term.stands_for for term in ways.terms)


def test_no_word_is_called_like_another() -> None:
    """In neither language."""
    for scale in Scale:
        terms = built_in(scale).terms
        assert len({term.name.ar for term in terms}) == len(terms)
        assert len({term.name.en for term in terms}) == len(terms)


def test_a_vocabulary_of_ones_own_is_read() -> None:
    """With the labels that its words stand for."""
    own = vocabulary_of(OWN)
    assert (own.id, own.scale) == ("desk/1", Scale.VERDICT)
    assert own.proposed_for("supported") == own.term("true")
    assert own.proposed_for("refuted") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('en = "True"', 'de = "Wahr"'),
        ('"True"', '""'),
        ('"desk/1"', '"Desk"'),
        ('"verdict"', '"mood"'),
        ('id = "true"', "id = 7"),
        ('id = "true"', 'id = "<b>"'),
        ("[[term]]", "[term]"),
        ("scale =", "scale"),
        ('["supported"]', "[1]"),
        ('{ ar = "أحكام", en = "Verdicts" }', '"Verdicts"'),
    ],
)
def test_what_is_no_vocabulary_is_refused(old: str, new: str) -> None:
    """A lacking language, an empty word, a wrong id, a scale that is none, no TOML."""
    assert old in OWN
    with pytest.raises(InputError):
        vocabulary_of(OWN.replace(old, new))


def test_a_word_twice_or_a_book_is_refused() -> None:
    """A code names one word."""
    with pytest.raises(Refused):
        vocabulary_of(OWN + OWN[OWN.index("[[term]]") :])
    with pytest.raises(InputError):
        vocabulary_of("#" * (LARGEST + 1))
