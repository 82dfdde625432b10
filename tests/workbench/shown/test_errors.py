"""Errors in the reader's language."""

from __future__ import annotations

import re

import pytest

from claims import errors
from claims.review.roles import DOES, Action, TeamRole, check
from workbench import wording
from workbench.shown.errors import explain

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.ClaimsError)
]


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_sentence_follows_one_of_ours(kind: type[errors.ClaimsError]) -> None:
    """Also what nobody translated yet comes with what is safe in the reader's language, and word for word."""
    error = kind("A sentence of tomorrow.", next_step="Do as it says.")
    arabic, english = explain(error, wording.of("ar")), explain(error, wording.of("en"))
    assert arabic != english
    for said in (arabic, english):
        assert "A sentence of tomorrow." in said
        assert "Do as it says." in said


def test_what_happened_what_is_safe_and_what_to_do_are_said() -> None:
    """Three sentences, none of them twice, and no id that nobody can read."""
    error = errors.Stale(
        "Pair a~b is no more: one of its claims was edited, or is not read any more.",
        next_step="Nothing was stored. Answer it on the claims as they were (`claims decide --former`), answer all such pairs as unsure"
        " (`claims close-former`), or compare the claims anew (`claims compare`) and take the next pair.",
    )
    assert explain(error, wording.of("en")) == (
        "This pair is no more: one of its claims was edited, or is not read any more. Nothing was overwritten. Compare the claims "
        "anew and take the next pair. In a case for several, the People screen closes such pairs as unsure."
    )
    assert explain(error, wording.of("ar")) == (
        "لم يعد هذا الزوج قائما: صُحّح أحد ادعاءيه أو لم يعد يُقرأ. لم يُكتب فوق شيء. قارن الادعاءات من جديد وخذ الزوج "
        "التالي. وفي قضية يراجعها أكثر من شخص، تُغلق شاشة الأشخاص مثل هذه الأزواج على أنها غير متأكدة."
    )


@pytest.mark.parametrize("action", Action)
def test_a_refusal_by_role_is_said_in_words(action: Action) -> None:
    """Whatever was asked for: what it is, who may, and whom to ask, without English in an Arabic sentence."""
    team = {"هدى": "auditor", "سلمى": TeamRole.ADMIN}
    with pytest.raises(errors.NotAllowed) as refused:
        check(team, "هدى", action)
    said = explain(refused.value, wording.of("ar"))
    assert "\u2068هدى\u2069" in said
    assert "\u2068سلمى\u2069" in said
    assert not re.search("[A-Za-z]", said.replace("auditor", "")), said
    assert DOES[action] in explain(refused.value, wording.of("en"))


def test_the_nearest_class_speaks_first() -> None:
    """The nearest class speaks where the sentence does not."""
    assert "changed" in explain(errors.Stale("x"), wording.of("en"))
    assert "role" in explain(errors.NotAllowed("x"), wording.of("en"))
